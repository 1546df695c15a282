// The menu of a row: opens at its grip, goes by the arrow keys, and gives the focus back.

import { act } from "/static/matrix_rows.js";

const menu = document.getElementById("row-menu");
let owner = null;

export function openMenu(grip) {
  owner = grip;
  const isCompetence = grip.closest("tr").hasAttribute("data-c");
  menu.querySelector("[data-do=open]").hidden = !isCompetence;
  menu.setAttribute("aria-label", grip.getAttribute("aria-label"));
  menu.showPopover();
  const box = grip.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  menu.style.left = `${Math.max(4, Math.min(box.left, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(4, Math.min(box.bottom + 2, innerHeight - height - 8))}px`;
  items()[0].focus();
}

/** Close a menu whose row is not there any more; another one stays open while the page changes. */
export function checkMenu() {
  if (owner && !owner.isConnected) closeMenu();
}

export function closeMenu() {
  if (menu.matches(":popover-open")) menu.hidePopover();
}

const items = () => [...menu.querySelectorAll("[role=menuitem]:not([hidden])")];

menu.addEventListener("click", (event) => {
  const item = event.target.closest("[data-do]");
  if (!item) return;
  const grip = owner;
  closeMenu();
  grip.focus();
  act(item.dataset.do, grip);
});

menu.addEventListener("keydown", (event) => {
  const all = items();
  const here = all.indexOf(document.activeElement);
  const goal = { ArrowDown: all[(here + 1) % all.length], ArrowUp: all.at(here - 1), Home: all[0], End: all.at(-1) }[event.key];
  if (goal) {
    event.preventDefault();
    goal.focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    closeMenu();
    owner.focus();
  }
});
