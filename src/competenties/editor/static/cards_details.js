// What else is known of a sentence, in a small form that is made when it is opened.

import { allCards, cardOf, factsOf, cardValue, fromTemplate, isContra, isNew, listOf, said, setText, textOf } from "/static/cards_page.js";
import { sync, words } from "/static/frame.js";
import { listRow } from "/static/lists.js";

const TEXTS = ["measure", "rationale", "source", "notes"];
const LONGEST = 80;

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
  choose(field("status"), value.status ?? "");
  for (const name of TEXTS) {
    field(name).dataset.path = JSON.stringify(pathOf(name, value[name], field(name)));
    fill(field(name), said(value[name]));
  }
  opposites(card, field("contrasts_with"), value.contrasts_with ?? "");
  const list = body.querySelector("[data-list]");
  const rows = (value.examples ?? []).map((one, n) => listRow(list, one, n, words.example));
  list.querySelector(".rows").replaceChildren(...rows);
}

/** What does not fit here may stand against a sentence that does. */
function opposites(card, select, chosen) {
  select.closest(".only-contra").hidden = !isContra(listOf(card)) && !chosen;
  const wanted = allCards().filter((one) => !isNew(one) && !isContra(listOf(one)));
  const option = (one) => Object.assign(new Option(shortened(textOf(one).value), one.dataset.card), { lang: textOf(one).lang });
  select.append(...wanted.map(option));
  offer(select, chosen);
}

const shortened = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text);

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
