// Dragging a competence or a cluster by its grip with the mouse or a finger; the keys do the same (Alt+Shift+arrow).

import { elementOf, groupOf, rows, siblings, subjectOf } from "/static/matrix_page.js";
import { moveClusterTo, moveTo } from "/static/matrix_rows.js";

const FAR_ENOUGH = 6;
let drag = null;

/** Take note of where a grip is held; it is a drag once the pointer goes away from there. */
export function startDrag(event) {
  const grip = event.target.closest(".cells .grip");
  if (!grip || event.button !== 0) return;
  drag = { subject: subjectOf(grip), grip, x: event.clientX, y: event.clientY, pointer: event.pointerId, isMoving: false };
}

export function moveDrag(event) {
  if (!drag || event.pointerId !== drag.pointer) return;
  if (!drag.isMoving && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < FAR_ENOUGH) return;
  if (!drag.isMoving) {
    drag.isMoving = true;
    drag.grip.setPointerCapture(drag.pointer);
    elementOf(drag.subject)?.classList.add("dragged");
  }
  event.preventDefault();
  mark(event);
  roll(event.clientY);
}

export function endDrag(event) {
  if (!drag) return;
  const { isMoving, subject, target } = drag;
  stopDrag();
  if (!isMoving) return;
  event.preventDefault();
  // The click that follows would open the menu.
  addEventListener("click", (click) => click.stopPropagation(), { once: true, capture: true });
  setTimeout(() => dispatchEvent(new Event("click")), 0);
  if (!target) return;
  if (subject.kind === "cluster") moveClusterTo(subject, target.behind);
  else moveTo(subject.id, target.group, target.behind);
}

export function stopDrag() {
  clear();
  if (drag) elementOf(drag.subject)?.classList.remove("dragged");
  drag = null;
}

/** Show between which rows it would be put down. */
function mark({ clientX, clientY }) {
  clear();
  const over = document.elementFromPoint(clientX, clientY)?.closest("tr[data-c], tr.group");
  drag.target = null;
  if (!over) return;
  if (drag.subject.kind === "cluster") markCluster(over, clientY);
  else markCompetence(over, clientY);
}

function markCompetence(over, y) {
  const group = groupOf(over);
  const { id } = drag.subject;
  if (over.matches(".group")) {
    over.classList.add("drop-after");
    drag.target = { group, behind: null };
    return;
  }
  if (over.dataset.c === id) return;
  const isLower = isInLowerHalf(over, over, y);
  over.classList.add(isLower ? "drop-after" : "drop-before");
  const ids = rows(group).map((one) => one.dataset.c).filter((one) => one !== id);
  const here = ids.indexOf(over.dataset.c);
  drag.target = { group, behind: isLower ? over.dataset.c : (ids[here - 1] ?? null) };
}

/** A cluster goes between the clusters beside it; into another one it goes by the menu. */
function markCluster(over, y) {
  const own = groupOf(elementOf(drag.subject));
  const beside = siblings(own);
  const group = beside.find((one) => one === groupOf(over)) ?? beside.find((one) => holds(one, groupOf(over)));
  if (!group || group === own) return;
  const last = lastRowOf(group);
  const isLower = isInLowerHalf(group.rows[0], last, y);
  if (isLower) last.classList.add("drop-after");
  else group.rows[0].classList.add("drop-before");
  const ids = beside.map((one) => one.dataset.group).filter((one) => one !== drag.subject.id);
  const here = ids.indexOf(group.dataset.group);
  drag.target = { behind: isLower ? ids[here] : (ids[here - 1] ?? null) };
}

function isInLowerHalf(first, last, y) {
  const [top, bottom] = [first.getBoundingClientRect().top, last.getBoundingClientRect().bottom];
  return y > (top + bottom) / 2;
}

/** Tell whether a cluster stands in another one, at any depth. */
function holds(outer, inner) {
  for (let one = inner; one?.dataset.parent; one = groupWith(one.dataset.parent)) if (one.dataset.parent === outer.dataset.group) return true;
  return false;
}

/** The last row of a cluster with what stands in it. */
function lastRowOf(group) {
  const inside = [...document.querySelectorAll("tbody[data-group]")].filter((one) => one === group || holds(group, one));
  return [...inside.at(-1).rows].at(-1);
}

const groupWith = (id) => document.querySelector(`tbody[data-group="${CSS.escape(id)}"]`);
const clear = () => document.querySelectorAll(".drop-after, .drop-before").forEach((one) => one.classList.remove("drop-after", "drop-before"));

/** Go on scrolling at the edge of the table. */
function roll(y) {
  const area = document.querySelector(".scroll");
  const box = area.getBoundingClientRect();
  if (y < box.top + 60) area.scrollTop -= 12;
  else if (y > box.bottom - 30) area.scrollTop += 12;
}
