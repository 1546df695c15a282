// Dragging a competence by its grip with the mouse or a finger; the keys do the same (Alt+Shift+arrow).

import { groupOf, row, rows } from "/static/matrix_page.js";
import { moveTo } from "/static/matrix_rows.js";

const FAR_ENOUGH = 6;
let drag = null;

/** Take note of where a grip is held; it is a drag once the pointer goes away from there. */
export function startDrag(event) {
  const grip = event.target.closest("tr[data-c] .grip");
  if (!grip || event.button !== 0) return;
  drag = { id: grip.closest("tr").dataset.c, grip, x: event.clientX, y: event.clientY, pointer: event.pointerId, isMoving: false };
}

export function moveDrag(event) {
  if (!drag || event.pointerId !== drag.pointer) return;
  if (!drag.isMoving && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < FAR_ENOUGH) return;
  if (!drag.isMoving) {
    drag.isMoving = true;
    drag.grip.setPointerCapture(drag.pointer);
    row(drag.id).classList.add("dragged");
  }
  event.preventDefault();
  mark(event);
  roll(event.clientY);
}

export function endDrag(event) {
  if (!drag) return;
  const { isMoving, id, target } = drag;
  stopDrag();
  if (!isMoving) return;
  event.preventDefault();
  // The click that follows would open the menu.
  addEventListener("click", (click) => click.stopPropagation(), { once: true, capture: true });
  setTimeout(() => dispatchEvent(new Event("click")), 0);
  if (target) moveTo(id, target.group, target.behind);
}

export function stopDrag() {
  clear();
  if (drag) row(drag.id)?.classList.remove("dragged");
  drag = null;
}

/** Show between which rows it would be put down. */
function mark({ clientX, clientY }) {
  clear();
  const over = document.elementFromPoint(clientX, clientY)?.closest("tr[data-c], tr.group");
  drag.target = null;
  if (!over) return;
  const group = groupOf(over);
  if (over.matches(".group")) {
    over.classList.add("drop-after");
    drag.target = { group, behind: null };
    return;
  }
  if (over.dataset.c === drag.id) return;
  const box = over.getBoundingClientRect();
  const isLower = clientY > box.top + box.height / 2;
  over.classList.add(isLower ? "drop-after" : "drop-before");
  const ids = rows(group).map((one) => one.dataset.c).filter((one) => one !== drag.id);
  const here = ids.indexOf(over.dataset.c);
  drag.target = { group, behind: isLower ? over.dataset.c : (ids[here - 1] ?? null) };
}

const clear = () => document.querySelectorAll(".drop-after, .drop-before").forEach((one) => one.classList.remove("drop-after", "drop-before"));

/** Go on scrolling at the edge of the table. */
function roll(y) {
  const area = document.querySelector(".scroll");
  const box = area.getBoundingClientRect();
  if (y < box.top + 60) area.scrollTop -= 12;
  else if (y > box.bottom - 30) area.scrollTop += 12;
}
