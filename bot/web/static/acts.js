// What somebody does: every act goes to the bot under its own name, so that sending it twice counts once.

import { app, goTo } from "./room.js";

export async function send(where, what) {
  const problem = document.getElementById("problem");
  problem.hidden = true;
  let answer = null;
  try {
    answer = await fetch(`/room/${where}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(what),
    });
  } catch { /* Said below: nothing was sent. */ }
  if (answer?.ok) return answer.json();
  const { refused, notKept, failed } = app().dataset;
  problem.textContent = { 409: refused, 503: notKept }[answer?.status] ?? failed;
  problem.hidden = false;
  return null;
}

export const act = (where, what) => send(where, { as: app().dataset.me, event: crypto.randomUUID(), ...what });

const keyOf = (element) => element.closest("[data-post]").dataset.post;

async function press(element, text = "") {
  const controls = [...element.closest("[data-post]").querySelectorAll("button")];
  controls.forEach((one) => { one.setAttribute("aria-busy", "true"); });
  const { press: verb, value } = element.dataset;
  const done = await act("press", { key: keyOf(element), verb, value: value || "", text });
  controls.forEach((one) => { one.removeAttribute("aria-busy"); });
  return done;
}

async function react(button) {
  const added = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(added));
  const done = await act("react", { key: keyOf(button), emoji: button.dataset.react, added });
  if (!done) button.setAttribute("aria-pressed", String(!added));
}

function openReply(button) {
  const form = button.closest(".post").querySelector(".reply-form");
  form.hidden = !form.hidden;
  if (!form.hidden) form.elements.text.focus();
}

async function submitted(form) {
  const field = form.elements.text;
  const text = field.value.trim();
  if (form.dataset.press) {
    const done = await press(form, text);
    if (done) { field.value = ""; form.closest("details")?.removeAttribute("open"); }
    return;
  }
  if (!text) return;
  const done = await act("say", { place: app().dataset.place, text, thread: form.dataset.replyTo });
  if (done) { field.value = ""; form.hidden = true; }
}

async function addColleague(form) {
  const { name, channel } = Object.fromEntries(new FormData(form));
  const done = await send("person", { name, channel });
  if (done) goTo(`/room?${new URLSearchParams({ as: done.id, campaign: app().dataset.campaign })}`);
}

export function listenToActs() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || button.getAttribute("aria-busy") === "true") return;
    if (button.dataset.press) press(button);
    else if (button.dataset.react) react(button);
    else if ("openReply" in button.dataset) openReply(button);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.id === "add-colleague") { event.preventDefault(); addColleague(form); }
    else if (form.dataset.press || form.dataset.replyTo) { event.preventDefault(); submitted(form); }
  });
}
