// What else is known of a sentence, in a small form that is made when it is opened.

import { cardOf, factsOf, cardValue, fromTemplate, isNew, said, setText } from "/static/cards_page.js";
import { sync, words } from "/static/frame.js";
import { listRow } from "/static/lists.js";

export function startDetails() {
  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.("details.more") && event.target.open) build(cardOf(event.target));
  }, true);
  document.addEventListener("page-refreshed", () => {
    for (const one of document.querySelectorAll("details.more[open]")) if (!isBusy(one)) build(cardOf(one));
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-own-kind]");
    if (button) writeOwnKind(button);
  });
  document.addEventListener("change", (event) => {
    const card = cardOf(event.target);
    if (card && event.target.closest(".more-body")) card.querySelector(".more > summary").textContent = factsOf(cardValue(card));
  });
}

/** Open the details of a card and go there. */
export function openDetails(card) {
  const details = card.querySelector("details.more");
  details.open = true;
  build(card);
  details.querySelector("select").focus();
}

const isBusy = (details) =>
  (details.contains(document.activeElement) && document.activeElement.matches("textarea, input, select")) ||
  sync.queue.some((one) => one.edit.item === cardOf(details).dataset.card);

function build(card) {
  if (isNew(card)) return;
  const id = card.dataset.card;
  const body = card.querySelector(".more-body");
  const value = cardValue(card);
  body.replaceChildren(fromTemplate("details-template", id));
  const field = (name) => body.querySelector(`[data-item="${CSS.escape(id)}"][data-path^='["${name}"']`);
  choose(field("audience"), value.audience ?? "");
  offer(field("kind"), value.kind ?? "");
  field("measure").dataset.path = JSON.stringify(pathOf("measure", value.measure, field("measure")));
  fill(field("measure"), said(value.measure));
  const list = body.querySelector("[data-list]");
  const rows = (value.examples ?? []).map((one, n) => listRow(list, one, n, words.example));
  list.querySelector(".rows").replaceChildren(...rows);
}

function pathOf(name, text, field) {
  const shown = JSON.parse(field.dataset.path);
  return typeof text === "object" && text !== null && shown.length === 1 ? [name, field.lang] : shown;
}

/** A word of one's own is in the list too. */
function offer(select, value) {
  if (![...select.options].some((one) => one.value === value)) select.append(new Option(value, value));
  choose(select, value);
}

/** Put a field to write in where the list of kinds stands; nothing written brings the list back. */
function writeOwnKind(button) {
  const card = cardOf(button);
  const select = card.querySelector(`select[data-path='["kind"]']`);
  if (!select) return;
  const field = Object.assign(document.createElement("input"), { type: "text", id: select.id, maxLength: 100, autocomplete: "off" });
  for (const name of ["document", "item", "path", "empty"]) field.dataset[name] = select.dataset[name];
  field.dataset.was = JSON.stringify(select.value || null);
  select.replaceWith(field);
  field.focus();
  field.addEventListener("focusout", () => setTimeout(() => putListBack(field, card)));
}

function putListBack(field, card) {
  if (field.value.trim() !== "" || !field.isConnected) return;
  field.remove(); // what it says is not what the card is
  build(card);
}

function choose(select, value) {
  for (const one of select.options) one.defaultSelected = one.value === value;
  select.value = value;
}

function fill(field, text) {
  if (field instanceof HTMLInputElement) field.defaultValue = text;
  setText(field, text);
}
