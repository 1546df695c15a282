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
  fill(field("kind"), value.kind ?? "");
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

function choose(select, value) {
  for (const one of select.options) one.defaultSelected = one.value === value;
  select.value = value;
}

function fill(field, text) {
  if (field instanceof HTMLInputElement) field.defaultValue = text;
  setText(field, text);
}
