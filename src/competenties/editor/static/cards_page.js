// The cards in the page: where one stands, what it says now, how a new one is made.

import { announce, say, words } from "/static/frame.js";

let known = null;

/** What the server said about this page: the competence, its levels, other places. */
export function facts() {
  known ??= JSON.parse(document.getElementById("competence-data").textContent);
  return known;
}
document.addEventListener("page-refreshed", () => {
  known = null;
});

export const cardOf = (one) => one?.closest?.("[data-card]") ?? null;
export const textOf = (card) => card.querySelector("textarea[data-text]");
export const gripOf = (card) => card.querySelector(".grip");
export const listOf = (card) => card.closest(".cards");
export const columnOf = (one) => one.closest(".column");
export const columns = () => [...document.querySelectorAll(".column")];
export const cardsIn = (list) => [...list.querySelectorAll(":scope > [data-card]")];
export const allCards = () => [...document.querySelectorAll("[data-card]")];
export const byId = (id) => document.querySelector(`[data-card="${CSS.escape(id)}"]`);
export const isNew = (card) => card.hasAttribute("data-new");
export const isContra = (list) => list.dataset.polarity === "contra";

export function listIn(column, polarity) {
  return column.querySelector(`.cards[data-polarity="${polarity}"]`);
}

/** The path of the indicators of a level, as an edit names it. */
export const levelPath = (key) => (key === "" ? ["indicators"] : ["levels", Number(key), "indicators"]);

/** The id of the card after which one stands in the document; null at the beginning. */
export function afterOf(card) {
  for (let one = card.previousElementSibling; one; one = one.previousElementSibling) {
    if (one.dataset.card && !isNew(one)) return one.dataset.card;
  }
  if (!isContra(listOf(card))) return null;
  const wanted = cardsIn(listIn(columnOf(card), "positive")).filter((one) => !isNew(one));
  return wanted.at(-1)?.dataset.card ?? null;
}

/** What an element stands for in the document, with what its fields say now. */
export function valueOf(element, item, base = []) {
  const start = JSON.parse(element.dataset.value ?? "{}");
  let value = start;
  for (const field of element.querySelectorAll(`[data-path][data-item="${CSS.escape(item)}"]`)) {
    const path = JSON.parse(field.dataset.path);
    if (path.length < base.length || base.some((step, n) => step !== path[n])) continue;
    const own = path.slice(base.length);
    if (own.length === 0) value = fieldValue(field);
    else put(value, own, fieldValue(field));
  }
  return value;
}

function fieldValue(field) {
  if (field.value === "" && field.dataset.empty === "null") return null;
  return field.dataset.type === "number" ? Number(field.value) : field.value;
}

function put(value, path, one) {
  const holders = [];
  let inner = value;
  for (const [n, step] of path.slice(0, -1).entries()) {
    holders.push([inner, step]);
    const next = inner[step];
    if (next === undefined && one === null) return;
    if (next === undefined || typeof next === "string") {
      inner[step] = typeof next === "string" ? { [facts().own]: next } : typeof path[n + 1] === "number" ? [] : {};
    }
    inner = inner[step];
  }
  const last = path.at(-1);
  if (one !== null) inner[last] = one;
  else delete inner[last];
  for (const [holder, step] of holders.reverse()) {
    if (Object.keys(holder[step]).length === 0) delete holder[step];
  }
}

export const cardValue = (card) => valueOf(card, card.dataset.card);

/** Say how many cards a column has, and whether the column shows at all. */
export function recount(column) {
  const count = column.querySelectorAll("[data-card]").length;
  const place = column.querySelector(".count-number");
  if (place.textContent !== String(count)) place.textContent = count;
  if (column.dataset.level === "") column.hidden = count === 0 && columns().length > 1;
}

export function recountAll() {
  columns().forEach(recount);
}

/** An id that no item has: that of the owner and six characters. */
export function newId(owner = facts().competence) {
  const letters = "abcdefghijklmnopqrstuvwxyz234567";
  const random = crypto.getRandomValues(new Uint8Array(6));
  return `${owner.slice(0, 40)}-${[...random].map((one) => letters[one % 32]).join("")}`;
}

/** An element made of a template of the page; its fields are those of the item `id`. */
export function fromTemplate(name, id) {
  const made = document.getElementById(name).content.cloneNode(true);
  for (const one of made.querySelectorAll("*")) {
    for (const { name: attribute, value } of [...one.attributes]) {
      if (value.includes("new-card")) one.setAttribute(attribute, value.replaceAll("new-card", id));
    }
  }
  return made;
}

/** A card for a value; without one it is empty and not in the document yet. */
export function makeCard(id, value = null) {
  const card = fromTemplate("card-template", id).querySelector("[data-card]");
  const field = textOf(card);
  if (value === null) {
    card.setAttribute("data-new", "");
    card.setAttribute("data-made", "");
    card.dataset.value = JSON.stringify({ id });
    field.dataset.will = field.dataset.path;
    field.removeAttribute("data-path");
    return card;
  }
  card.dataset.value = JSON.stringify(value);
  field.dataset.path = JSON.stringify(textPath(value.text));
  field.defaultValue = said(value.text);
  card.querySelector(".more > summary").textContent = factsOf(value);
  return card;
}

/** Where a text in the language of this page stands. */
function textPath(text) {
  const { tag, own } = facts();
  return typeof text === "string" && tag === own ? ["text"] : ["text", tag];
}

/** What a text says in the language of this page. */
export function said(text) {
  const { tag, own } = facts();
  if (typeof text === "string") return tag === own ? text : "";
  return text?.[tag] ?? "";
}

/** A text of this page as the document holds it. */
export function asText(sentence) {
  const { tag, own } = facts();
  return tag === own ? sentence : { [tag]: sentence };
}

/** The few words under a sentence that say what else is known of it. */
export function factsOf(value) {
  const found = [
    words[`audience_${value.audience}`] ?? value.audience,
    words[`kind_${value.kind}`] ?? value.kind,
    value.measure && words.measured,
    value.examples?.length && words.with_example,
  ];
  return found.filter(Boolean).join(" · ") || words.more;
}

/** Put the cursor into a card; without a place, at the end. */
export function focusText(card, at = null) {
  const field = textOf(card);
  field.focus();
  const place = at ?? field.value.length;
  field.setSelectionRange(place, place);
}

/** Say where a card stands now. */
export function announcePlace(card) {
  const cards = cardsIn(listOf(card));
  const place = columnOf(card).dataset.label;
  announce(say(words.moved, { place, position: cards.indexOf(card) + 1, count: cards.length }));
}

/** Give a field another text, as if it had come from the server. */
export function setText(field, text) {
  field.value = text;
  field.defaultValue = text;
  field.dispatchEvent(new CustomEvent("field-refreshed", { bubbles: true }));
}
