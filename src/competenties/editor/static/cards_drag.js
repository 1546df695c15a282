// Dragging cards by their grip with mouse, pen or finger; a line shows where they will stand.

import { moveCards } from "/static/cards_edit.js";
import { cardOf, cardsIn, columnOf } from "/static/cards_page.js";
import { chosenWith } from "/static/cards_choice.js";

const START = 5;
const EDGE = 60;
const SPEED = 12;

let drag = null;

export function startDrag() {
  document.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest?.(".grip");
    if (!grip || event.button !== 0 || event.shiftKey) return;
    drag = { card: cardOf(grip), grip, x: event.clientX, y: event.clientY, id: event.pointerId, line: null };
  });
  document.addEventListener("pointermove", (event) => drag?.id === event.pointerId && move(event));
  document.addEventListener("pointerup", (event) => drag?.id === event.pointerId && end(true));
  document.addEventListener("pointercancel", () => drag && end(false));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drag?.line) return;
    event.preventDefault();
    end(false);
  });
  // The click that follows a drag would open the menu.
  document.addEventListener("click", stopClick, true);
}

function move(event) {
  if (!drag.line) {
    if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < START) return;
    begin();
  }
  event.preventDefault();
  drag.last = event;
  showLine(event);
}

/** Scroll on as long as the pointer stays near the edge of the window. */
function scrollAtEdge() {
  if (!drag?.line) return;
  const { clientY } = drag.last ?? { clientY: innerHeight / 2 };
  const by = clientY < EDGE ? -SPEED : clientY > innerHeight - EDGE ? SPEED : 0;
  if (by !== 0) {
    scrollBy(0, by);
    showLine(drag.last);
  }
  requestAnimationFrame(scrollAtEdge);
}

function showLine(event) {
  const list = listUnder(event);
  if (!list) return;
  const others = cardsIn(list).filter((one) => !drag.cards.includes(one));
  const before = others.find((one) => {
    const { top, height } = one.getBoundingClientRect();
    return event.clientY < top + height / 2;
  });
  list.insertBefore(drag.line, before ?? null);
}

function begin() {
  drag.cards = chosenWith(drag.card);
  drag.line = document.createElement("li");
  drag.line.className = "drop-line";
  drag.line.setAttribute("aria-hidden", "true");
  drag.line.setAttribute("data-made", "");
  for (const card of drag.cards) card.setAttribute("data-dragged", "");
  document.documentElement.classList.add("is-dragging");
  requestAnimationFrame(scrollAtEdge);
}

/** The list that the pointer is over; in a column beside its lists it is the nearest one. */
function listUnder({ clientX, clientY }) {
  const under = document.elementFromPoint(clientX, clientY);
  const direct = under?.closest(".cards");
  if (direct) return direct;
  const column = under?.closest(".column");
  if (!column) return null;
  const lists = [...column.querySelectorAll(".cards")].filter((one) => one.offsetParent !== null);
  const distance = (one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return Math.max(top - clientY, clientY - bottom, 0);
  };
  return lists.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function end(isDropped) {
  const { line, cards, grip } = drag;
  drag = null;
  if (!line) return;
  const [list, before] = [line.parentElement, nextCard(line, cards)];
  line.remove();
  document.documentElement.classList.remove("is-dragging");
  for (const card of cards) card.removeAttribute("data-dragged");
  isClickOfDrag = true;
  setTimeout(() => {
    isClickOfDrag = false;
  });
  if (isDropped && list && columnOf(list)) moveCards(cards, list, before);
  grip.focus();
}

function nextCard(line, dragged) {
  let next = line.nextElementSibling;
  while (next && dragged.includes(next)) next = next.nextElementSibling;
  return next;
}

let isClickOfDrag = false;

function stopClick(event) {
  if (!isClickOfDrag) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}
