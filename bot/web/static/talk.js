// The conversation: new posts slide in below, changed ones are renewed in place, and what is being read stays where it is.

const NEAR_BOTTOM = 80;

const scroller = () => document.getElementById("scroll");
const log = () => document.getElementById("log");
const pill = () => document.getElementById("new-posts");

const isAtBottom = () => {
  const box = scroller();
  return box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_BOTTOM;
};

export function toBottom() {
  const box = scroller();
  box.scrollTop = box.scrollHeight;
  pill().hidden = true;
}

const top = (item) => item.querySelector(".message").getBoundingClientRect().top;

// Remembers where the lowest card in sight stands; afterwards it stands there again, whatever came above it.
export function keepPlace() {
  const end = scroller().getBoundingClientRect().bottom;
  const read = [...log().children].findLast((item) => top(item) < end);
  if (!read) return () => {};
  const stood = top(read);
  return () => {
    const again = [...log().children].find((item) => item.dataset.key === read.dataset.key);
    if (again) scroller().scrollTop += top(again) - stood;
  };
}

export function startTalk() {
  toBottom();
  scroller().addEventListener("scroll", () => { if (isAtBottom()) pill().hidden = true; }, { passive: true });
  pill().addEventListener("click", () => { toBottom(); document.getElementById("say").focus(); });
}

function made(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.firstElementChild;
}

const path = (root, selector) => [...root.querySelectorAll(selector)];
const FOCUSABLE = "button, summary, textarea, input, a[href], select";

// What somebody opened, typed or pointed at in the old card is so in the new one too.
function carryOver(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  path(old, "details").forEach((one, at) => {
    const twin = path(fresh, "details")[at];
    if (twin) twin.open = one.open;
  });
  const form = old.querySelector(".reply-form");
  const freshForm = fresh.querySelector(".reply-form");
  if (form && freshForm) freshForm.hidden = form.hidden;
  const fields = path(fresh, "textarea, input");
  path(old, "textarea, input").forEach((field, at) => {
    if (fields[at] && field.value) fields[at].value = field.value;
  });
  if (!focused) return () => {};
  const at = path(old, FOCUSABLE).indexOf(focused);
  const { selectionStart: from, selectionEnd: to, selectionDirection: direction } = focused;
  const same = (one) => one.outerHTML.split(">")[0] === focused.outerHTML.split(">")[0];
  return () => {
    const twin = path(fresh, FOCUSABLE).find(same) || path(fresh, FOCUSABLE)[at];
    twin?.focus({ preventScroll: true });
    if (typeof from === "number") twin?.setSelectionRange?.(from, to, direction);
  };
}

// An answer can bring an old post along, so a new one does not always come last.
function place(post, known, next) {
  const old = known.get(post.key);
  if (old?.dataset.version === post.version) return false;
  const fresh = made(post.html);
  if (!old) {
    fresh.classList.add("arrives");
    log().insertBefore(fresh, known.get(next) ?? null);
    known.set(post.key, fresh);
    return true;
  }
  const refocus = carryOver(old, fresh);
  old.replaceWith(fresh);
  known.set(post.key, fresh);
  refocus();
  return false;
}

export function showPosts({ posts, keys }) {
  const stays = isAtBottom();
  const known = new Map([...log().children].map((item) => [item.dataset.key, item]));
  const after = new Map(keys.map((key, at) => [key, keys[at + 1]]));
  const arrived = posts.reverse().filter((post) => place(post, known, after.get(post.key)));
  const present = new Set(keys);
  for (const [key, item] of known) if (!present.has(key)) item.remove();
  if (arrived.length) document.getElementById("empty").hidden = true;
  if (stays || arrived.some((post) => post.mine)) toBottom();
  else if (arrived.length) pill().hidden = false;
}
