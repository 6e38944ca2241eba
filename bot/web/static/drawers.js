// On a narrow page the two sides are drawers; menus close when one looks elsewhere.

const panel = (name) => document.getElementById(`${name}-panel`);

export function closeDrawers() {
  document.querySelectorAll(".side.open").forEach((side) => side.classList.remove("open"));
  document.querySelectorAll("[data-drawer]").forEach((button) => button.setAttribute("aria-expanded", "false"));
  document.querySelector(".veil").hidden = true;
}

function open(button) {
  const side = panel(button.dataset.drawer);
  const isOpen = side.classList.contains("open");
  closeDrawers();
  if (isOpen) return;
  side.classList.add("open");
  button.setAttribute("aria-expanded", "true");
  document.querySelector(".veil").hidden = false;
  side.querySelector("a, button, summary")?.focus();
}

function back() {
  const opener = document.querySelector('[data-drawer][aria-expanded="true"]');
  closeDrawers();
  opener?.focus();
}

export function listenToDrawers() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-drawer]");
    if (opener) open(opener);
    else if (event.target.closest("[data-close-drawer]")) back();
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.removeAttribute("open");
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details.menu[open]");
    if (menu) { menu.removeAttribute("open"); menu.querySelector("summary").focus(); }
    else if (document.querySelector(".side.open")) back();
  });
}
