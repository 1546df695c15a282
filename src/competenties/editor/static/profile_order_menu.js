// The menu of the order of requested competences: goes by the arrow keys, and gives the focus back.

let owner = null;
let choose = null;

const menu = () => document.getElementById("order-menu");
const items = () => [...menu().querySelectorAll("[role=menuitem]")];

/** Open it beside a grip; what is chosen goes to `act`. */
export function openMenu(grip, label, act) {
  owner = grip;
  choose = act;
  const found = menu();
  found.setAttribute("aria-label", label);
  found.showPopover();
  const box = grip.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = found;
  found.style.left = `${Math.max(4, Math.min(box.left, innerWidth - width - 8))}px`;
  found.style.top = `${Math.max(4, Math.min(box.bottom + 2, innerHeight - height - 8))}px`;
  items()[0].focus();
}

function close() {
  menu().hidePopover();
  owner?.focus();
}

document.addEventListener("click", (event) => {
  const item = event.target.closest?.("#order-menu [data-do]");
  if (!item) return;
  close();
  choose(item.dataset.do);
});

document.addEventListener("keydown", (event) => {
  if (!event.target.closest?.("#order-menu")) return;
  const all = items();
  const here = all.indexOf(document.activeElement);
  const goal = { ArrowDown: all[(here + 1) % all.length], ArrowUp: all.at(here - 1), Home: all[0], End: all.at(-1) }[event.key];
  if (goal) goal.focus();
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  event.preventDefault();
});
