// The screen of a competence: what happens to its cards when somebody types, clicks or undoes.

import { sync, words } from "/static/frame.js";
import { addCard, dropIfEmpty, lengthen, putBack, saveNew } from "/static/cards_edit.js";
import { byId, cardOf, columnOf, focusText, isNew, listIn, recountAll, textOf } from "/static/cards_page.js";
import { startChoice } from "/static/cards_choice.js";
import { startDetails } from "/static/cards_details.js";
import { startDrag } from "/static/cards_drag.js";
import { startKeys } from "/static/cards_keys.js";
import { startMenu } from "/static/cards_menu.js";
import { startPaste } from "/static/cards_paste.js";
import { startFindings } from "/static/sentence_findings.js";
import { startKeysDialog } from "/static/keys_dialog.js";
import { startLists } from "/static/lists.js";

for (const start of [startKeys, startMenu, startDrag, startChoice, startPaste, startDetails, startLists, startFindings, startKeysDialog]) {
  start();
}

// Before the fields hear of it: the first word of a new card makes it part of the document.
document.addEventListener(
  "input",
  (event) => {
    const card = cardOf(event.target);
    if (!card || event.target !== textOf(card)) return;
    if (!isNew(card)) {
      lengthen(card);
      return;
    }
    const field = event.target;
    if (/[\r\n]/.test(field.value)) field.value = field.value.replace(/\s*[\r\n]+\s*/g, " ");
    if (field.value.trim()) saveNew(card);
  },
  true,
);

document.addEventListener("focusout", (event) => {
  const card = cardOf(event.target);
  if (card && isNew(card)) setTimeout(() => dropIfEmpty(card));
});

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-add]");
  if (button) addCard(listIn(columnOf(button), button.dataset.add), null);
});

document.addEventListener("page-refreshed", recountAll);

/** What an undo changed, so that the focus can go there once the page shows it. */
let changed = null;

document.addEventListener("edit-done", ({ detail: { one } }) => {
  if (one.history) changed = { items: itemsIn(one.edit), focused: document.activeElement };
});

document.addEventListener("input", () => {
  changed = null;
});

document.addEventListener("page-refreshed", () => {
  if (!changed) return;
  const { items, focused } = changed;
  changed = null;
  // Whoever goes on writing elsewhere stays there.
  if (document.activeElement !== focused && document.activeElement !== document.body) return;
  const card = items.map(byId).find(Boolean);
  const field = items.map((item) => document.querySelector(`[data-path][data-item="${CSS.escape(item)}"]`)).find(Boolean);
  if (card && !card.contains(document.activeElement)) focusText(card);
  else if (!card && field) field.focus();
  card?.scrollIntoView({ block: "nearest", inline: "nearest" });
});

/** The items that an edit is about, those that are there after it first. */
function itemsIn(edit) {
  if (edit.kind === "batch") return edit.operations.flatMap(itemsIn);
  if (edit.kind === "insert") return [edit.value?.id].filter(Boolean);
  return edit.kind === "remove" ? [] : [edit.item];
}

document.addEventListener("edit-conflict", ({ detail: { one } }) => offerBack(one));
document.addEventListener("page-refreshed", () => sync.held.forEach(offerBack));

/** Somebody else removed the card in which this was written: it can come back with this text. */
function offerBack(one) {
  if (one.history || one.answer?.outcome === "conflict" || one.edit.kind !== "set" || one.edit.path[0] !== "text") return;
  const card = byId(one.edit.item);
  const box = card?.querySelector(".conflict");
  if (!box || box.querySelector("[data-back]")) return;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "primary" });
  button.dataset.back = "";
  button.textContent = words.back_with_text;
  button.addEventListener("click", () => {
    const text = textOf(card).value;
    putBack(card, text);
    for (const held of sync.held.filter((each) => each.edit.item === one.edit.item)) sync.release(held);
  });
  box.querySelector("p").after(button);
}

sync.held.forEach(offerBack);
