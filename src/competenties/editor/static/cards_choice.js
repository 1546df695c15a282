// Choosing several cards, and what can be done with all of them at once.

import { say, words } from "/static/frame.js";
import { moveToLevel, removeCards } from "/static/cards_edit.js";
import { allCards, byId, cardOf, isNew } from "/static/cards_page.js";
import { askPlace } from "/static/cards_menu.js";

const chosen = new Set();
let last = null;

export function startChoice() {
  document.addEventListener("click", (event) => {
    const card = cardOf(event.target);
    if (card && event.target.matches(".choose")) chooseBy(event, card);
    else if (card && event.shiftKey && event.target.closest(".grip")) chooseTo(card);
  });
  document.addEventListener("page-refreshed", show);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen.size > 0 && !event.defaultPrevented) chooseNone();
  });
  document.getElementById("bulk-level").addEventListener("change", (event) => toLevel(event.target));
  document.getElementById("bulk").addEventListener("click", (event) => bulk(event.target.closest("[data-bulk]")?.dataset.bulk));
}

/** The cards that an act on one of them is about: all chosen ones if it is among them. */
export function chosenWith(card) {
  return chosen.has(card.dataset.card) ? chosenCards() : [card];
}

export function chosenCards() {
  return allCards().filter((one) => chosen.has(one.dataset.card));
}

/** Choose a card, or not any more. */
export function toggle(card, isOn = !chosen.has(card.dataset.card)) {
  if (isNew(card)) return;
  if (isOn) chosen.add(card.dataset.card);
  else chosen.delete(card.dataset.card);
  last = card.dataset.card;
  show();
}

/** Choose the card that has the focus and the one it goes to. */
export function extendChoice(from, to) {
  const isBack = chosen.has(from.dataset.card) && chosen.has(to.dataset.card);
  toggle(from, !isBack);
  toggle(to, true);
}

export function chooseNone() {
  chosen.clear();
  show();
}

function chooseBy(event, card) {
  if (event.shiftKey && last) chooseTo(card);
  else toggle(card, event.target.checked);
}

/** Choose everything from the last chosen card to this one. */
function chooseTo(card) {
  const all = allCards();
  const start = byId(last ?? card.dataset.card) ?? card;
  const [first, end] = [all.indexOf(start), all.indexOf(card)].sort((a, b) => a - b);
  for (const one of all.slice(first, end + 1)) if (!isNew(one)) chosen.add(one.dataset.card);
  last = card.dataset.card;
  show();
}

function show() {
  for (const id of [...chosen]) if (!byId(id)) chosen.delete(id);
  for (const card of allCards()) {
    const isOn = chosen.has(card.dataset.card);
    card.toggleAttribute("data-chosen", isOn);
    card.querySelector(".choose").checked = isOn;
  }
  document.getElementById("bulk").hidden = chosen.size === 0;
  document.getElementById("bulk-count").textContent = say(words.chosen, { number: chosen.size });
}

function toLevel(select) {
  const key = select.value;
  select.value = "-";
  if (key !== "-") moveToLevel(chosenCards(), key);
}

function bulk(what) {
  const cards = chosenCards();
  if (cards.length === 0) return;
  if (what === "move" || what === "copy") askPlace(cards, what === "copy");
  if (what === "remove") removeCards(cards);
  if (what === "none") chooseNone();
  show();
}
