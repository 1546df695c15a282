// What can be done with cards: each changes the page at once and sends the edit after it.

import { announce, perform, say, sync, words } from "/static/frame.js";
import {
  afterOf, announcePlace, asText, byId, cardOf, cardsIn, cardValue, columnOf, columns, facts, factsOf, focusText,
  gripOf, isContra, isNew, levelPath, listIn, listOf, makeCard, newId, recount, recountAll, said, setText, textOf,
} from "/static/cards_page.js";
import { AT_THE_END } from "/static/sync.js";

const TYPING = 300;

/** Send edits as one: they happen together and are undone together. */
function send(operations) {
  if (operations.length === 0) return;
  const edit = operations.length === 1 ? operations[0] : { kind: "batch", operations };
  perform(facts().document, edit);
}

/** Put an empty card into a list; it is no part of the document before something stands in it. */
export function addCard(list, after = null) {
  const card = makeCard(newId());
  if (after) after.after(card);
  else list.append(card);
  dress(card);
  recount(columnOf(card));
  focusText(card);
  return card;
}

/** Make a new card part of the document, with what was typed in it. */
export function saveNew(card) {
  const field = textOf(card);
  field.dataset.path = field.dataset.will;
  card.removeAttribute("data-new");
  card.removeAttribute("data-made");
  const value = { id: card.dataset.card, text: asText(field.value), ...polarityOf(listOf(card)) };
  card.dataset.value = JSON.stringify(value);
  field.defaultValue = field.value;
  perform(facts().document, insertOf(card, value), { delay: TYPING });
}

/** Let what is typed in a card that was not sent yet be part of its beginning: one undo takes it away. */
export function lengthen(card) {
  const last = sync.queue.at(-1);
  const { kind, value } = last?.edit ?? {};
  const text = textOf(card).value;
  if (kind !== "insert" || value?.id !== card.dataset.card || last.isTried || last.history || !text.trim()) return;
  last.edit = { ...last.edit, value: { ...value, text: asText(text) } };
  sync.amend(last, null); // keeps the queue as it is now
  sync.schedule(TYPING);
}

const polarityOf = (list) => (isContra(list) ? { polarity: "contra" } : {});

function insertOf(card, value) {
  const path = levelPath(columnOf(card).dataset.level);
  return { kind: "insert", item: facts().competence, path, after: afterOf(card), value };
}

const removeOf = (card) => ({ kind: "remove", item: card.dataset.card, was: cardValue(card) });

function moveOf(card) {
  const path = levelPath(columnOf(card).dataset.level);
  return { kind: "move", item: card.dataset.card, to: facts().competence, path, after: afterOf(card) };
}

/** Take cards away; the focus goes to the one beside them. */
export function removeCards(cards, { backwards = false, quietly = false } = {}) {
  const saved = cards.filter((card) => !isNew(card));
  const edits = saved.map(removeOf);
  const next = beside(cards, backwards);
  const list = listOf(cards[0]);
  cards.forEach((card) => card.remove());
  recountAll();
  send(edits);
  if (next) focusText(next);
  else list.closest(".column").querySelector(`[data-add="${list.dataset.polarity}"]`).focus();
  if (saved.length > 0 && !quietly) announce(say(words.removed, { number: saved.length }));
}

function beside(cards, backwards) {
  const order = cardsIn(listOf(cards[0]));
  const gone = new Set(cards);
  const at = order.indexOf(cards[0]);
  const before = order.slice(0, at).reverse().find((one) => !gone.has(one));
  const after = order.slice(at).find((one) => !gone.has(one));
  return backwards ? (before ?? after) : (after ?? before);
}

/** Put cards into a list before another card, and say where they are now. */
export function moveCards(cards, list, before = null) {
  const edits = [];
  for (const card of cards) {
    const from = placeOf(card);
    list.insertBefore(card, before);
    if (placeOf(card) === from || isNew(card)) continue;
    edits.push(moveOf(card), ...turnOf(card, list));
  }
  cards.forEach(dress);
  recountAll();
  send(edits);
  if (cards.length === 1) announcePlace(cards[0]);
  else announce(say(words.moved_many, { number: cards.length, place: columnOf(list).dataset.label }));
}

/** Where a card stands, as text: two places are the same or they are not. */
export const placeOf = (card) =>
  `${columnOf(card).dataset.level}/${listOf(card).dataset.polarity}/${card.previousElementSibling?.dataset.card ?? ""}`;

/** What makes the polarity of a card that of its list. */
function turnOf(card, list) {
  const value = JSON.parse(card.dataset.value);
  const now = value.polarity ?? null;
  const wanted = isContra(list) ? "contra" : null;
  if ((now === "contra") === (wanted === "contra")) return [];
  if (wanted) value.polarity = wanted;
  else delete value.polarity;
  card.dataset.value = JSON.stringify(value);
  return [{ kind: "set", item: card.dataset.card, path: ["polarity"], was: now, value: wanted }];
}

/** Move a card by one place up (-1) or down (1) in its list. */
export function moveBy(card, step) {
  const order = cardsIn(listOf(card));
  const at = order.indexOf(card) + step;
  if (at < 0 || at >= order.length) return announce(words.cannot_move);
  return keepingFocus(card, () => moveCards([card], listOf(card), step < 0 ? order[at] : order[at].nextElementSibling));
}

/** Move a card to the level before (-1) or after (1) its own, at about the same place. */
export function moveLevel(card, step) {
  const all = columns().filter((one) => one.dataset.level !== "" || !one.hidden);
  const target = all[all.indexOf(columnOf(card)) + step];
  if (!target) return announce(words.cannot_move);
  const at = cardsIn(listOf(card)).indexOf(card);
  const list = listIn(target, listOf(card).dataset.polarity);
  return keepingFocus(card, () => moveCards([card], list, cardsIn(list)[at] ?? null));
}

/** Move cards to the end of a level. */
export function moveToLevel(cards, key) {
  const column = columns().find((one) => one.dataset.level === key);
  column.hidden = false;
  const groups = Map.groupBy?.(cards, (one) => listOf(one).dataset.polarity) ?? grouped(cards);
  for (const [polarity, group] of groups) keepingFocus(group[0], () => moveCards(group, listIn(column, polarity)));
}

function grouped(cards) {
  const found = new Map();
  for (const card of cards) found.set(listOf(card).dataset.polarity, [...(found.get(listOf(card).dataset.polarity) ?? []), card]);
  return found;
}

/** Do something that moves a card in the page, and leave the focus and the cursor in it. */
export function keepingFocus(card, act) {
  const active = document.activeElement;
  const isText = active === textOf(card);
  const marks = isText ? [active.selectionStart, active.selectionEnd] : null;
  act();
  const target = isText ? textOf(card) : gripOf(card);
  target.focus();
  if (marks) target.setSelectionRange(...marks);
  card.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Put a card under what is wanted, or under what does not fit. */
export function turnCards(cards) {
  const isNowContra = !isContra(listOf(cards[0]));
  const edits = [];
  for (const card of cards) {
    const list = listIn(columnOf(card), isNowContra ? "contra" : "positive");
    list.append(card);
    if (!isNew(card)) edits.push(...turnOf(card, list));
    dress(card);
  }
  recountAll();
  send(edits.length ? [{ kind: "batch", operations: edits }] : []);
  focusText(cards[0]);
  announce(isNowContra ? words.now_contra : words.now_wanted);
}

/** Make several cards of one: its own text becomes the first of the texts. */
export function divide(card, texts) {
  const [first, ...rest] = texts;
  const { kind, audience, polarity } = cardValue(card);
  const shared = Object.fromEntries(Object.entries({ kind, audience, polarity }).filter(([, one]) => one));
  const operations = retext(card, first);
  let last = card;
  for (const text of rest) {
    const id = newId();
    const value = { id, text: asText(text), ...shared };
    const made = makeCard(id, value);
    last.after(made);
    operations.push(insertOf(made, value));
    dress(made);
    last = made;
  }
  recount(columnOf(card));
  send(operations);
  focusText(last, 0);
  announce(say(words.split_done, { number: texts.length }));
}

/** Split a card where the cursor is. */
export function splitCard(card, at = textOf(card).selectionStart) {
  const text = textOf(card).value;
  const [before, after] = [text.slice(0, at).trim(), text.slice(at).trim()];
  if (before && after) divide(card, [before, after[0].toUpperCase() + after.slice(1)]);
}

/** Add a card to the one before it. */
export function mergeUp(card) {
  const before = card.previousElementSibling;
  if (!before || isNew(before) || isNew(card)) return;
  const [start, end] = [textOf(before).value.trimEnd(), textOf(card).value.trimStart()];
  const joined = [start, end].filter(Boolean).join(" ");
  const operations = [...retext(before, joined), ...alsoKnown(before, card), removeOf(card)];
  card.remove();
  recount(columnOf(before));
  send(operations);
  focusText(before, start.length + (start && end ? 1 : 0));
  announce(words.merged);
}

/** What is known of a sentence goes along when it becomes part of another one. */
function alsoKnown(card, other) {
  const [own, more] = [cardValue(card), cardValue(other)];
  const found = [];
  for (const name of ["audience", "measure", "examples", "rationale", "source", "notes"]) {
    const value = together(own[name], more[name]);
    if (JSON.stringify(value) === JSON.stringify(own[name] ?? null)) continue;
    found.push({ kind: "set", item: card.dataset.card, path: [name], was: own[name] ?? null, value });
    own[name] = value;
  }
  card.dataset.value = JSON.stringify(own);
  dress(card);
  return found;
}

function together(own = null, more = null) {
  if (own === null || more === null) return own ?? more;
  return Array.isArray(own) && Array.isArray(more) ? [...own, ...more] : own;
}

function retext(card, text) {
  const field = textOf(card);
  const was = field.value === "" && field.dataset.empty === "null" ? null : field.value;
  if (was === text) return [];
  const path = JSON.parse(field.dataset.path);
  setText(field, text);
  return [{ kind: "set", item: card.dataset.card, path, was, value: text }];
}

/** Make cards of texts, level by level: `[[key, [text, …]], …]`, the first of them after a card. */
export function insertTexts(groups, list, after) {
  const operations = [];
  const made = [];
  for (const [n, [key, texts]] of groups.entries()) {
    const column = columns().find((one) => one.dataset.level === key);
    const target = n === 0 ? list : listIn(column, list.dataset.polarity);
    let last = n === 0 ? after : (cardsIn(target).at(-1) ?? null);
    for (const text of texts) {
      const id = newId();
      const value = { id, text: asText(text), ...polarityOf(target) };
      const card = makeCard(id, value);
      if (last) last.after(card);
      else target.prepend(card);
      operations.push(insertOf(card, value));
      dress(card);
      made.push(card);
      last = card;
    }
  }
  recountAll();
  send(operations);
  return made;
}

/** Put copies of cards, or the cards themselves, into another competence. */
export function sendTo(cards, { competence, name, key, label }, isCopy) {
  const saved = cards.filter((card) => !isNew(card));
  const path = levelPath(key);
  const isHere = competence === facts().competence;
  if (isHere && !isCopy) return moveToLevel(cards, key);
  const operations = saved.map((card) => {
    if (!isCopy) return { kind: "move", item: card.dataset.card, to: competence, path, after: AT_THE_END };
    const { contrasts_with: _, identifiers: __, alignments: ___, ...value } = cardValue(card);
    return { kind: "insert", item: competence, path, after: AT_THE_END, value: { ...value, id: newId(competence) } };
  });
  if (!isCopy) {
    const next = beside(cards, false);
    cards.forEach((card) => card.remove());
    if (next) focusText(next);
  } else if (isHere) showCopies(operations, key);
  recountAll();
  send(operations);
  return announce(say(isCopy ? words.copied : words.moved_away, { number: saved.length, name, place: label }));
}

function showCopies(operations, key) {
  const column = columns().find((one) => one.dataset.level === key);
  for (const { value } of operations) {
    const card = makeCard(value.id, value);
    listIn(column, value.polarity === "contra" ? "contra" : "positive").append(card);
    dress(card);
  }
}

/** Make a card of a text whose own card somebody else removed. */
export function putBack(card, text) {
  const { text: _, ...rest } = cardValue(card);
  const id = newId();
  const value = { ...rest, id, text: asText(text) };
  const made = makeCard(id, value);
  card.after(made);
  card.remove();
  dress(made);
  recount(columnOf(made));
  send([insertOf(made, value)]);
  focusText(made);
  announce(words.put_back_done);
}

/** Say under a card what is known of it. */
export function dress(card) {
  const column = columnOf(card);
  const list = listOf(card);
  textOf(card).setAttribute("aria-label", `${list.dataset.polarity === "contra" ? words.label_contra : words.label}, ${column.dataset.label}`);
  card.querySelector(".more > summary").textContent = factsOf(cardValue(card));
}

/** Take away a card that nothing was written in. */
export function dropIfEmpty(card) {
  if (!card.isConnected || !isNew(card) || textOf(card).value.trim() || card.contains(document.activeElement)) return;
  const column = columnOf(card);
  card.remove();
  recount(column);
}

