// The composer: Enter sends, Shift+Enter makes a new line, and commands are suggested while one types.

import { act } from "./acts.js";
import { app } from "./room.js";
import { toBottom } from "./talk.js";

const AT_MOST = 6;

export function startComposer() {
  const form = document.getElementById("composer");
  const field = document.getElementById("say");
  const list = document.getElementById("suggestions");
  const commands = JSON.parse(document.getElementById("commands").textContent);
  let chosen = -1;

  const options = () => [...list.children];

  function choose(at) {
    chosen = at;
    options().forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", options()[at].id);
  }

  function close() {
    list.hidden = true;
    list.replaceChildren();
    choose(-1);
  }

  function suggest() {
    const typed = field.value.trimStart().toLowerCase();
    const all = typed === "/";
    const fits = commands.filter(([word]) => all || (typed && word.startsWith(typed) && word !== typed));
    if (!fits.length) { close(); return; }
    list.replaceChildren(...fits.slice(0, all ? commands.length : AT_MOST).map(([word, does], at) => {
      const option = document.createElement("li");
      option.id = `suggestion-${at}`;
      option.role = "option";
      option.dataset.word = word;
      const name = document.createElement("strong");
      name.textContent = word;
      const what = document.createElement("span");
      what.textContent = does;
      option.append(name, what);
      return option;
    }));
    list.hidden = false;
    choose(-1);
  }

  function take(option) {
    field.value = option.dataset.word;
    close();
    field.focus();
    grow();
  }

  function grow() {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
  }

  async function say() {
    const text = field.value.trim();
    if (!text) return;
    close();
    field.value = "";
    grow();
    const done = await act("say", { place: app().dataset.place, text });
    if (done) toBottom();
    else if (!field.value) { field.value = text; grow(); }
  }

  field.addEventListener("input", () => { suggest(); grow(); });
  field.addEventListener("blur", () => window.setTimeout(close, 150));
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const option = event.target.closest("li");
    if (option) take(option);
  });
  field.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.isComposing) return;
    if (count && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      choose((chosen + (event.key === "ArrowDown" ? 1 : chosen < 0 ? count : -1) + count) % count);
      options()[chosen].scrollIntoView({ block: "nearest" });
    } else if (event.key === "Escape" && count) {
      event.stopPropagation();
      close();
    } else if (event.key === "Tab" && count && !event.shiftKey) {
      event.preventDefault();
      take(options()[Math.max(chosen, 0)]);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (chosen >= 0) take(options()[chosen]);
      else say();
    }
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); say(); });
}
