// The keys of the cards: in the sentence, and on the grip.

import { sync } from "/static/frame.js";
import {
  addCard, keepingFocus, mergeUp, moveBy, moveCards, moveLevel, placeOf, removeCards, splitCard,
} from "/static/cards_edit.js";
import {
  announcePlace, cardOf, cardsIn, columnOf, columns, focusText, gripOf, isNew, listIn, listOf, textOf,
} from "/static/cards_page.js";
import { chosenWith, extendChoice } from "/static/cards_choice.js";
import { announce, words } from "/static/frame.js";

/** The card that was lifted by the keyboard, and where it was. */
let lifted = null;

export function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.shiftKey) return goNext(event);
    const card = cardOf(event.target);
    if (!card) return;
    if (event.target === textOf(card)) inText(event, card);
    else if (event.target === gripOf(card)) onGrip(event, card);
  });
  document.addEventListener("keyup", (event) => {
    // A browser presses a button when the space bar comes up; here the space bar lifts.
    if (event.key === " " && event.target.matches?.(".grip")) event.preventDefault();
  });
  document.addEventListener("focusout", (event) => {
    if (lifted && event.target === gripOf(lifted.card) && !lifted.isMoving) drop();
  });
  document.addEventListener("page-refreshed", () => lifted && show(lifted.list, lifted.before));
}

function goNext(event) {
  const next = document.getElementById("next");
  if (!next) return;
  event.preventDefault();
  sync.flush();
  location.assign(next.href);
}

function inText(event, card) {
  if (moves(event, card)) return;
  const { selectionStart: start, selectionEnd: end, value } = event.target;
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.key === "Enter") {
    event.preventDefault();
    if (isCommand && event.shiftKey) splitCard(card);
    else if (!isCommand && !event.shiftKey && value.trim()) addCard(listOf(card), card);
  } else if (event.key === "Backspace" && start === 0 && end === 0 && !isCommand) {
    backspace(event, card, value);
  } else if (event.key === "ArrowUp" && start === 0 && end === 0 && !event.shiftKey) {
    step(event, card, -1);
  } else if (event.key === "ArrowDown" && start === value.length && !event.shiftKey) {
    step(event, card, 1);
  }
}

function backspace(event, card, value) {
  if (value === "") {
    event.preventDefault();
    removeCards([card], { backwards: true, quietly: isNew(card) });
  } else if (card.previousElementSibling) {
    event.preventDefault();
    mergeUp(card);
  }
}

function step(event, card, by) {
  const all = [...document.querySelectorAll("[data-card]")];
  const next = all[all.indexOf(card) + by];
  if (!next || columnOf(next) !== columnOf(card)) return;
  event.preventDefault();
  focusText(next, by < 0 ? null : 0);
}

/** Alt+Shift with an arrow, as Word moves paragraphs. */
function moves(event, card) {
  if (!event.altKey || !event.shiftKey || event.ctrlKey) return false;
  const act = {
    ArrowUp: () => moveBy(card, -1),
    ArrowDown: () => moveBy(card, 1),
    ArrowLeft: () => moveLevel(card, -1),
    ArrowRight: () => moveLevel(card, 1),
  }[event.key];
  if (!act) return false;
  event.preventDefault();
  act();
  return true;
}

function onGrip(event, card) {
  if (moves(event, card)) return;
  const { key } = event;
  if (key === " ") {
    event.preventDefault();
    if (lifted) drop();
    else lift(card);
  } else if (lifted) {
    whileLifted(event);
  } else if (key === "ArrowUp" || key === "ArrowDown") {
    event.preventDefault();
    alongGrips(card, key === "ArrowUp" ? -1 : 1, event.shiftKey);
  } else if (key === "Delete" || key === "Backspace") {
    event.preventDefault();
    removeCards(chosenWith(card));
  }
}

function alongGrips(card, by, isChoosing) {
  const all = [...document.querySelectorAll("[data-card]")];
  const next = all[all.indexOf(card) + by];
  if (!next) return;
  if (isChoosing) extendChoice(card, next);
  gripOf(next).focus();
}

function lift(card) {
  lifted = { card, home: listOf(card), homeBefore: card.nextElementSibling, list: listOf(card), before: card.nextElementSibling };
  card.setAttribute("data-lifted", "");
  announce(words.lifted);
}

function whileLifted(event) {
  const { card } = lifted;
  const { key } = event;
  if (key === "Tab") return;
  event.preventDefault();
  if (key === "Escape") return putBack();
  if (key === "Enter") return drop();
  const order = cardsIn(listOf(card));
  const at = order.indexOf(card);
  if (key === "ArrowUp" && at > 0) show(listOf(card), order[at - 1]);
  else if (key === "ArrowDown" && at < order.length - 1) show(listOf(card), order[at + 1].nextElementSibling);
  else if (key === "ArrowLeft" || key === "ArrowRight") aside(card, at, key === "ArrowLeft" ? -1 : 1);
  announcePlace(card);
}

function aside(card, at, by) {
  const all = columns().filter((one) => !one.hidden);
  const target = all[all.indexOf(columnOf(card)) + by];
  if (!target) return;
  const list = listIn(target, listOf(card).dataset.polarity);
  show(list, cardsIn(list)[at] ?? null);
}

/** Show a lifted card in another place; nothing is sent before it is dropped. */
function show(list, before) {
  const { card } = lifted;
  lifted.isMoving = true;
  keepingFocus(card, () => list.insertBefore(card, before === card ? card.nextElementSibling : before));
  Object.assign(lifted, { list, before: card.nextElementSibling, isMoving: false });
}

function drop() {
  const { card, home, homeBefore } = lifted;
  const [list, before] = [listOf(card), card.nextElementSibling];
  const place = placeOf(card);
  finish();
  const isFocused = document.activeElement === gripOf(card);
  home.insertBefore(card, homeBefore?.isConnected && homeBefore.parentElement === home ? homeBefore : null);
  if (placeOf(card) !== place) moveCards([card], list, before);
  else announcePlace(card);
  if (isFocused) gripOf(card).focus();
}

function putBack() {
  const { card, home, homeBefore } = lifted;
  show(home, homeBefore?.parentElement === home ? homeBefore : null);
  finish();
  announce(words.put_back);
}

function finish() {
  lifted.card.removeAttribute("data-lifted");
  lifted = null;
}
