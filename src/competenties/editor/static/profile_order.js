// The order of the requested competences: by the keys, by the menu of a grip, by dragging the grip.

import { announce, say, words } from "/static/frame.js";
import { inTurn } from "/static/in_turn.js";
import { batch, send } from "/static/profile_edits.js";
import { openMenu } from "/static/profile_order_menu.js";

const FAR_ENOUGH = 6;
let drag = null;
let isClickOfDrag = false;

const lines = () => [...document.querySelectorAll("#block-requested .levels tr.line")];
const keyOf = (line) => line.dataset.line;
const lineOf = (key) => lines().find((one) => keyOf(one) === key);
const nameOf = (line) => line.querySelector(".name").textContent;
const detailOf = (line) => (line.nextElementSibling?.matches(".detail") ? line.nextElementSibling : line);

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && drag?.isMoving) return end(null);
  if (!event.altKey || !event.shiftKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  const row = event.target.closest?.("#block-requested tr.line, #block-requested tr.detail");
  if (!row || event.target.closest("[data-list]")) return;
  const line = lineOf(row.dataset.line ?? row.dataset.of);
  if (!line?.querySelector(".grip")) return;
  event.preventDefault();
  act(keyOf(line), event.key === "ArrowUp" ? "up" : "down");
}, true);

document.addEventListener("click", (event) => {
  if (isClickOfDrag) return event.stopPropagation();
  const grip = event.target.closest?.("#block-requested .grip");
  if (grip) openMenu(grip, say(words.order_menu, { name: nameOf(grip.closest("tr")) }), (what) => act(keyOf(grip.closest("tr")), what));
}, true);

function act(key, what) {
  const goals = { up: (at) => at - 1, down: (at) => at + 1, first: () => 0, last: (_, count) => count - 1 };
  move(key, goals[what]);
}

/** Put a requirement at a place among the others. It has no id, so it goes out and comes in again. */
function move(key, goal) {
  const focused = document.activeElement;
  inTurn(() => {
    const line = lineOf(key);
    if (!line) return;
    const [from, count] = [lines().indexOf(line), lines().length];
    const to = goal(from, count);
    if (to < 0 || to >= count) announce(say(words.at_edge, { name: nameOf(line) }));
    if (to < 0 || to >= count || to === from) return;
    const value = JSON.parse(line.dataset.value);
    send(batch([
      { kind: "remove", item: "", path: ["requirements", from], was: value },
      { kind: "insert", item: "", path: ["requirements"], after: to === 0 ? null : to - 1, value },
    ]));
    document.addEventListener("page-refreshed", () => {
      const now = lineOf(key);
      if (!focused?.isConnected || document.activeElement === document.body) now?.querySelector(".grip")?.focus();
      now?.scrollIntoView({ block: "nearest" });
      announce(say(words.moved_competence, { name: nameOf(line), place: to + 1, count }));
    }, { once: true });
  });
}

document.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest?.("#block-requested .grip");
  if (!grip || event.button !== 0) return;
  drag = { key: keyOf(grip.closest("tr")), grip, x: event.clientX, y: event.clientY, pointer: event.pointerId };
});
document.addEventListener("pointermove", (event) => {
  if (!drag || event.pointerId !== drag.pointer) return;
  if (!drag.isMoving && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < FAR_ENOUGH) return;
  if (!drag.isMoving) begin();
  event.preventDefault();
  drag.at = event;
  mark();
});
document.addEventListener("pointerup", () => drag && end(drag.target ?? null));
document.addEventListener("pointercancel", () => drag && end(null));

function begin() {
  drag.isMoving = true;
  lineOf(drag.key)?.classList.add("dragged");
  document.documentElement.classList.add("is-ordering");
  requestAnimationFrame(roll);
}

/** Show between which rows it would be put down. */
function mark() {
  clear();
  const { clientX, clientY } = drag.at;
  const over = document.elementFromPoint(clientX, clientY)?.closest("#block-requested tr.line, #block-requested tr.detail");
  const line = over && lineOf(over.dataset.line ?? over.dataset.of);
  drag.target = null;
  if (!line || keyOf(line) === drag.key) return;
  const [top, bottom] = [line.getBoundingClientRect().top, detailOf(line).getBoundingClientRect().bottom];
  const isLower = clientY > (top + bottom) / 2;
  (isLower ? detailOf(line) : line).classList.add(isLower ? "drop-after" : "drop-before");
  const others = lines().map(keyOf).filter((one) => one !== drag.key);
  drag.target = others.indexOf(keyOf(line)) + (isLower ? 1 : 0);
}

/** Go on scrolling at the edge of the window. */
function roll() {
  if (!drag?.isMoving) return;
  const y = drag.at?.clientY ?? innerHeight / 2;
  const by = y < 60 ? -12 : y > innerHeight - 60 ? 12 : 0;
  if (by) {
    scrollBy(0, by);
    mark();
  }
  requestAnimationFrame(roll);
}

function end(target) {
  const { key, grip, isMoving } = drag;
  clear();
  lineOf(key)?.classList.remove("dragged");
  document.documentElement.classList.remove("is-ordering");
  drag = null;
  if (!isMoving) return;
  // The click that follows would open the menu.
  isClickOfDrag = true;
  setTimeout(() => {
    isClickOfDrag = false;
  });
  grip.focus();
  if (target !== null) move(key, () => target);
}

const clear = () => document.querySelectorAll(".drop-after, .drop-before").forEach((one) => one.classList.remove("drop-after", "drop-before"));
