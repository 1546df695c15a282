// Moving through the cells with the arrow keys: one stop for Tab, and the arrows go on from there.

import { scroller } from "/static/matrix_page.js";

const STOPS = "tr[data-c] > th a, tr[data-c] .grip, tr.group .grip, tr[data-c] > td > button";
let last = null;

const isShown = (one) => one.offsetParent !== null;
const lines = () => [...document.querySelectorAll("table.cells tr")].filter((one) => isShown(one) && stopsOf(one).length);
const stopsOf = (line) => [...line.querySelectorAll(STOPS)];

/** Let Tab stop once in the table: where somebody was, else at the first competence. */
export function setStops() {
  const all = [...document.querySelectorAll(STOPS)];
  const here = all.includes(last) && isShown(last) ? last : all.find((one) => isShown(one) && one.closest("[data-c]"));
  for (const one of all) one.tabIndex = one === (here ?? all[0]) ? 0 : -1;
}

export function noteFocus(target) {
  if (!target.matches?.(STOPS)) return;
  if (last) last.tabIndex = -1;
  document.querySelectorAll("table.cells [tabindex='0']").forEach((one) => (one.tabIndex = -1));
  last = target;
  last.tabIndex = 0;
}

/** Go to another cell; true when the key was one for that. */
export function arrow(event) {
  const here = event.target.closest?.(STOPS);
  if (!here || event.altKey || event.metaKey) return false;
  const goal = goalOf(event, here);
  if (!goal) return false;
  event.preventDefault();
  goal.focus();
  keepInView(goal);
  return true;
}

function goalOf({ key, ctrlKey }, here) {
  const line = here.closest("tr");
  const stops = stopsOf(line);
  const at = stops.indexOf(here);
  const all = lines();
  if (ctrlKey && key === "Home") return stopsOf(all[0])[0];
  if (ctrlKey && key === "End") return stopsOf(all.at(-1)).at(-1);
  if (ctrlKey) return null;
  if (key === "Home") return stops[0];
  if (key === "End") return stops.at(-1);
  if (key === "ArrowLeft") return stops[at - 1];
  if (key === "ArrowRight") return stops[at + 1];
  const step = { ArrowUp: -1, ArrowDown: 1 }[key];
  return step ? alongside(all[all.indexOf(line) + step], here) : null;
}

/** The stop of another line that stands under or above this one. */
function alongside(line, here) {
  if (!line) return null;
  const stops = stopsOf(line);
  if (here.closest("th") && !here.matches(".grip")) return stops[0];
  const column = here.closest("td")?.cellIndex ?? 0;
  const same = stops.find((one) => (one.closest("td")?.cellIndex ?? 0) === column && one.matches(".grip") === here.matches(".grip"));
  return same ?? stops.at(-1);
}

/** Not under the names, which stay in their place. */
function keepInView(goal) {
  const area = scroller();
  const names = goal.closest("tr").querySelector("th").getBoundingClientRect();
  const box = goal.getBoundingClientRect();
  if (goal.closest("td") && box.left < names.right) area.scrollLeft -= names.right - box.left + 4;
}
