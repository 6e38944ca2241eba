// The clock above the conversation, and in a rehearsal its controls.

import { send } from "./acts.js";
import { app } from "./room.js";

function text(id, words) {
  const element = document.getElementById(id);
  if (element && element.textContent !== words) element.textContent = words;
}

function showPlaying(playing) {
  const button = document.getElementById("play");
  const action = playing ? "pause" : "play";
  if (!button || button.dataset.clock === action) return;
  button.dataset.clock = action;
  button.setAttribute("aria-label", app().dataset[action]);
  button.title = app().dataset[action];
}

function showSpeed(speed) {
  const select = document.getElementById("speed");
  if (!select || document.activeElement === select) return;
  const option = [...select.options].find((one) => Number(one.value) === speed);
  if (option) option.selected = true;
}

function showSwitch(id, on) {
  const box = document.getElementById(id);
  if (box && typeof on === "boolean") box.checked = on;
}

export function showClock(clock) {
  text("clock-time", clock.time);
  text("clock-day", clock.day);
  text("clock-week", clock.week);
  text("clock-iso", clock.iso);
  text("why-paused", clock.why);
  document.getElementById("why-paused").hidden = !clock.why;
  const now = document.getElementById("now-line");
  for (const side of ["x1", "x2"]) now.setAttribute(side, `${clock.position / 10}%`);
  if (!clock.has_controls) return;
  showPlaying(clock.playing);
  showSpeed(clock.speed);
  showSwitch("pause-for-me", clock.pause_for_me);
  showSwitch("colleagues", clock.answering);
}

export function listenToClock() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-clock]");
    if (button) send("clock", { action: button.dataset.clock });
  });
  document.addEventListener("change", (event) => {
    const { target } = event;
    if (target.id === "speed") send("clock", { action: "speed", speed: Number(target.value) });
    else if (target.dataset.switch) send("clock", { action: target.dataset.switch, on: target.checked });
  });
}
