// Lists that are edited row by row: other names, examples, questions, tips; add, move and take away.
//
// A list says what it writes in: data-item and data-path; a row says what it stands for: data-value,
// and data-id where it is an item. Rows without an id are known by their position.

import { asText, cardOf, facts, newId, said, valueOf } from "/static/cards_page.js";
import { announce, perform, refresh, sync, words } from "/static/frame.js";
import { inTurn } from "/static/in_turn.js";
import { AT_THE_END } from "/static/sync.js";

export function startLists() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-act]");
    if (button?.closest("[data-list]")) act(button);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || !event.target.matches?.("[data-adds]")) return;
    event.preventDefault();
    add(event.target.closest("[data-list]"));
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.dataset?.lazy) load(event.target);
  }, true);
  document.addEventListener("submit", (event) => {
    if (event.target.id === "minimum-ask") askMinimum(event);
  });
  document.addEventListener("click", (event) => {
    if (event.target.id === "minimum-drop") dropMinimum(event.target);
  });
}

/** A row for a text at a position of a list. */
export function listRow(list, text, position, label) {
  const row = document.createElement("li");
  row.setAttribute("data-row", "");
  row.dataset.value = JSON.stringify(text);
  const field = document.createElement("textarea");
  const { own, tag, document: name } = facts();
  const path = [...JSON.parse(list.dataset.path), position];
  field.rows = 1;
  field.lang = tag;
  field.setAttribute("aria-label", `${label} ${position + 1}`);
  Object.assign(field.dataset, { document: name, item: list.dataset.item, line: "" });
  field.dataset.path = JSON.stringify(typeof text === "string" && tag === own ? path : [...path, tag]);
  field.defaultValue = said(text);
  const remove = document.createElement("button");
  remove.type = "button";
  remove.className = "quiet";
  remove.dataset.act = "remove";
  remove.textContent = "✕";
  remove.setAttribute("aria-label", `${words.remove}: ${label} ${position + 1}`);
  row.append(field, remove);
  return row;
}

function act(button) {
  const list = button.closest("[data-list]");
  const { act: kind } = button.dataset;
  if (kind === "add") return add(list);
  const row = button.closest("[data-row]");
  const meant = says(list, row);
  if (sync.failures > 0) announce(words.waits);
  return inTurn(() => {
    // The page may have changed since the click: the row that was meant, not what stands there now.
    const found = list.isConnected && [row, ...rowsOf(list)].find((one) => list.contains(one) && says(list, one) === meant);
    if (!found) return;
    if (kind === "remove") remove(list, found);
    else move(list, found, kind === "up" ? -1 : 1);
  });
}

const says = (list, row) => JSON.stringify(basic(list, row).value);

const rowsOf = (list) => [...list.querySelectorAll("[data-row]")].filter((one) => one.closest("[data-list]") === list);

function basic(list, row) {
  const position = rowsOf(list).indexOf(row);
  const path = JSON.parse(list.dataset.path);
  const { id } = row.dataset;
  const value = id ? valueOf(row, id) : valueOf(row, list.dataset.item, [...path, position]);
  return { position, path, id, value: id ? withLists(row, id, value) : value };
}

/** The lists inside an item, with what their fields say. */
function withLists(row, id, value) {
  for (const inner of row.querySelectorAll("[data-list]")) {
    if (inner.dataset.item !== id) continue;
    const [name] = JSON.parse(inner.dataset.path);
    const values = rowsOf(inner).map((one) => basic(inner, one).value);
    if (values.length) value[name] = values;
  }
  return value;
}

function add(list) {
  const field = list.querySelectorAll("[data-adds]");
  const own = [...field].find((one) => one.closest("[data-list]") === list);
  const text = own.value.trim();
  if (!text) return own.focus();
  const edit = { kind: "insert", item: list.dataset.item, path: JSON.parse(list.dataset.path), after: AT_THE_END, value: shaped(list, text) };
  own.value = "";
  send(list, edit);
  if (cardOf(list)) list.querySelector(".rows").append(listRow(list, edit.value, rowsOf(list).length, words.example));
  return own.focus();
}

function shaped(list, text) {
  const said = asText(text);
  const shapes = {
    text: () => said,
    item: () => ({ id: newId(), text: said }),
    probe: () => ({ step: "situation", text: said }),
    anchor: () => ({ from_level: Number(list.dataset.level), text: said }),
    exception: () => ({ level: Number(list.dataset.level), applies_to: said }),
    target: () => ({ level: Number(list.dataset.level), team: said }),
    relation: () => ({ kind: "related", competence: text }),
  };
  return shapes[list.dataset.shape]();
}

function remove(list, row) {
  const { position, path, id, value } = basic(list, row);
  const edit = id
    ? { kind: "remove", item: id, was: value }
    : { kind: "remove", item: list.dataset.item, path: [...path, position], was: value };
  send(list, edit);
  if (cardOf(list)) row.remove();
  else row.hidden = true;
}

function move(list, row, step) {
  const { position, path, id, value } = basic(list, row);
  const rows = rowsOf(list);
  const target = position + step;
  if (target < 0 || target >= rows.length) return announce(words.cannot_move);
  const before = step < 0 ? target - 1 : target;
  const item = list.dataset.item;
  if (id) return send(list, { kind: "move", item: id, to: item, path, after: rows[before]?.dataset.id ?? null });
  const after = target > 0 ? target - 1 : null;
  const operations = [
    { kind: "remove", item, path: [...path, position], was: value },
    { kind: "insert", item, path, after, value },
  ];
  return send(list, { kind: "batch", operations });
}

function send(list, edit) {
  perform(facts().document, edit);
  if (sync.failures > 0) announce(words.waits);
}

/** A list that is closed is not in the page; opening it asks for it. */
function load(details) {
  const address = new URL(location.href);
  const opened = new Set(address.searchParams.getAll("open"));
  if (opened.has(details.dataset.lazy) === details.open) return;
  if (details.open) opened.add(details.dataset.lazy);
  else opened.delete(details.dataset.lazy);
  address.searchParams.delete("open");
  for (const one of opened) address.searchParams.append("open", one);
  history.replaceState(history.state, "", address);
  if (details.open) refresh();
}

function askMinimum(event) {
  event.preventDefault();
  const { level, reason } = Object.fromEntries(new FormData(event.target));
  if (!reason.trim()) return;
  const value = { level: Number(level), reason: asText(reason.trim()) };
  perform(facts().document, { kind: "set", item: facts().competence, path: ["minimum_level"], was: null, value });
}

function dropMinimum(button) {
  const { competence, document: name } = facts();
  const was = valueOf(button.closest("details"), competence, ["minimum_level"]);
  perform(name, { kind: "set", item: competence, path: ["minimum_level"], was, value: null });
}
