// The page's beginning: opens a look, keeps it true, and moves to another look without a reload.

import { listenToActs } from "./acts.js";
import { listenToClock, showClock } from "./clock.js";
import { startComposer } from "./composer.js";
import { closeDrawers, listenToDrawers } from "./drawers.js";
import { follow } from "./stream.js";
import { keepPlace, showPosts, startTalk } from "./talk.js";
import { listenToTimeline, startTimeline } from "./timeline.js";

export const app = () => document.getElementById("app");

let leave = () => {};
let asked = 0;

function put(id, html) {
  const element = document.getElementById(id);
  const focused = element.contains(document.activeElement)
    ? document.activeElement.getAttribute("href") : null;
  element.innerHTML = html;
  if (focused) element.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
}

function showEmpty(html) {
  put("empty", html);
  document.getElementById("empty").hidden = !html.trim();
}

function open() {
  const { me, place, campaign, since } = app().dataset;
  const query = new URLSearchParams({ as: me, in: place, campaign, since });
  startTalk();
  startComposer();
  startTimeline();
  leave = follow(`/room/events?${query}`, {
    posts: (data) => showPosts(JSON.parse(data)),
    places: (data) => put("places", data),
    ahead: (data) => put("ahead", data),
    timeline: (data) => { put("timeline", data); startTimeline(); },
    empty: showEmpty,
    clock: (data) => showClock(JSON.parse(data)),
  });
}

async function read(url) {
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  return answer.ok ? answer.text() : null;
}

// `further` shows the same place with the messages before it: what one reads stays where it is.
export async function goTo(url, { remember = true, further = false } = {}) {
  asked += 1;
  const mine = asked;
  const focused = document.activeElement?.closest("a")?.getAttribute("href");
  const html = await read(url).catch(() => null);
  if (mine !== asked) return;
  if (html === null) { window.location.assign(url); return; }
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const stay = further ? keepPlace() : () => {};
  leave();
  app().replaceWith(document.adoptNode(fresh.getElementById("app")));
  document.title = fresh.title;
  document.documentElement.lang = fresh.documentElement.lang;
  if (further) window.history.replaceState({}, "", url);
  else if (remember) window.history.pushState({}, "", url);
  closeDrawers();
  open();
  stay();
  const again = focused && document.querySelector(`#places [href="${CSS.escape(focused)}"]`);
  const earlier = further && (document.getElementById("earlier") || document.getElementById("log"));
  (earlier || again || document.getElementById("say")).focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-look]");
  if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  event.preventDefault();
  goTo(link.getAttribute("href"), { further: link.id === "earlier" });
});
window.addEventListener("popstate", () => goTo(window.location.href, { remember: false }));

listenToActs();
listenToClock();
listenToTimeline();
listenToDrawers();
open();
