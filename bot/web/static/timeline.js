// The timeline: one stop for the keyboard, arrows along the marks, and a tip at the mark that is pointed at.

const line = () => document.getElementById("timeline");
const tip = () => document.getElementById("tip");
const marks = () => [...line().querySelectorAll(".mark")];

let stop = "";

export function startTimeline() {
  const all = marks();
  const first = all.find((mark) => mark.dataset.mark === stop)
    || all.find((mark) => !mark.matches(".sent, .off")) || all[0];
  if (first) first.setAttribute("tabindex", "0");
}

function show(mark) {
  const box = tip();
  const area = box.parentElement.getBoundingClientRect();
  const at = mark.getBoundingClientRect();
  box.textContent = mark.getAttribute("aria-label");
  box.hidden = false;
  const middle = at.left + at.width / 2 - area.left;
  const half = box.offsetWidth / 2;
  box.style.left = `${Math.min(Math.max(middle, half), area.width - half)}px`;
}

function hide() {
  tip().hidden = true;
}

function move(mark, by) {
  const all = marks();
  const next = by === "first" ? all[0] : by === "last" ? all.at(-1) : all[all.indexOf(mark) + by];
  if (!next) return;
  mark.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  stop = next.dataset.mark;
  next.focus();
}

const STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: "first", End: "last" };
const markOf = (event) => event.target.closest?.(".mark");

export function listenToTimeline() {
  document.addEventListener("pointerover", (event) => { if (markOf(event)) show(markOf(event)); });
  document.addEventListener("pointerout", (event) => { if (markOf(event)) hide(); });
  document.addEventListener("focusin", (event) => { if (markOf(event)) show(markOf(event)); });
  document.addEventListener("focusout", (event) => { if (markOf(event)) hide(); });
  document.addEventListener("keydown", (event) => {
    const mark = markOf(event);
    if (event.key === "Escape" && !tip().hidden) hide();
    if (!mark || !(event.key in STEPS)) return;
    event.preventDefault();
    move(mark, STEPS[event.key]);
  });
}
