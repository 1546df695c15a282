// The lists of a profile: a new row, a row that moves or goes, by button and by key.

import { announce, say, sync, words } from "/static/frame.js";
import { inTurn, isInPlace } from "/static/in_turn.js";
import { batch, newId, profile, send } from "/static/profile_edits.js";
import { AT_THE_END } from "/static/sync.js";

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-row] .tools-of-row [data-act]");
  if (button) act(button.closest("[data-row]"), button.dataset.act);
});
document.addEventListener("change", (event) => {
  if (event.target.matches?.("[data-adds]")) add(event.target);
});
document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (!(field instanceof HTMLElement) || event.isComposing || !field.closest("[data-list]")) return;
  const isAdder = field.matches("textarea[data-adds]");
  const isLine = field.matches("textarea[data-line]");
  if (event.key === "Enter" && !event.shiftKey && (isAdder || isLine)) {
    event.preventDefault();
    if (isAdder) add(field, { staysThere: true });
    else toNext(field);
  } else if (event.altKey && event.shiftKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
    const row = field.closest("[data-row]");
    if (!row) return;
    event.preventDefault();
    act(row, event.key === "ArrowUp" ? "up" : "down");
  } else if (event.key === "Backspace" && isOnlyEmptyField(field)) {
    event.preventDefault();
    act(field.closest("[data-row]"), "drop");
  }
});
document.addEventListener("focusout", ({ target }) => {
  // A row without any text would be a hole in the document.
  if (target instanceof HTMLElement && isOnlyEmptyField(target) && !isOurAct) act(target.closest("[data-row]"), "drop");
});

document.addEventListener("page-refreshed", () => document.querySelectorAll("[data-waits]").forEach((field) => add(field)));

let isOurAct = false;

/** Put what was written in the last field of a list into it, as a row of its own. */
function add(field, { staysThere = false } = {}) {
  const text = field.value.trim();
  if (!text) return;
  const put = () => {
    const list = document.getElementById(field.id)?.closest("[data-list]");
    if (!list) return;
    const { item, path } = identity(list);
    send({ kind: "insert", item, path, after: AT_THE_END, value: fresh(list, text) });
    announce(words.row_added);
    if (staysThere) whenRefreshed(() => document.getElementById(field.id)?.focus());
  };
  const isSure = isInPlace() || identity(field.closest("[data-list]")).path.every((step) => typeof step === "string");
  field.toggleAttribute("data-waits", !isSure && sync.failures > 0);
  // What was written stays in sight as long as nobody can tell where it belongs.
  if (field.hasAttribute("data-waits")) return announce(document.getElementById("saving").textContent);
  field.value = "";
  if (isSure) put();
  else inTurn(put);
}

function fresh(list, text) {
  const made = JSON.parse(list.dataset.fresh);
  const { own, tag } = profile().dataset;
  const said = own === tag || list.dataset.textIn === "id" ? text : { [tag]: text };
  if (!list.dataset.textIn) return said;
  made[list.dataset.textIn] = said;
  if (made.id === "") made.id = newId(list.dataset.textIn === "name" ? text : (list.dataset.item || profile().dataset.profile));
  return made;
}

function act(row, kind) {
  const place = rowsOf(row.closest("[data-list]")).indexOf(row);
  const list = identity(row.closest("[data-list]"));
  const focused = { place, act: kind, inField: document.activeElement?.matches("textarea") };
  const { id, value } = row.dataset;
  const count = rowsOf(row.closest("[data-list]")).length;
  inTurn(() => {
    const rows = rowsOf(find(list));
    // The page may have changed since the click: the row that was meant, not what stands there now.
    const isMeant = (one) => (id ? one?.dataset.id === id : one?.dataset.value === value);
    let now = isMeant(rows[place]) ? place : rows.findIndex(isMeant);
    // A row without an id whose text was just changed: it stands where it stood.
    if (now < 0 && !id && rows.length === count) now = place;
    if (now < 0) return;
    if (kind === "drop") drop(list, rows, now);
    else move(list, rows, now, now + (kind === "up" ? -1 : 1), focused);
  });
}

function drop(list, rows, place) {
  const row = rows[place];
  if (!row) return;
  const was = JSON.parse(row.dataset.value);
  const edit = row.dataset.id ? { kind: "remove", item: row.dataset.id, was } : { kind: "remove", item: list.item, path: [...list.path, place], was };
  isOurAct = true;
  send(edit);
  announce(words.row_removed);
  whenRefreshed(() => {
    isOurAct = false;
    if (document.activeElement !== document.body) return;
    const left = rowsOf(find(list));
    const next = left[place] ?? left.at(-1);
    (next?.querySelector("textarea, input, select") ?? find(list)?.querySelector("[data-adds]"))?.focus();
  });
}

function move(list, rows, from, to, focused) {
  if (to < 0 || to >= rows.length) return;
  const row = rows[from];
  const behind = to > from ? rows[to] : rows[to - 1];
  if (row.dataset.id) {
    send({ kind: "move", item: row.dataset.id, to: list.item, path: list.path, after: behind?.dataset.id ?? null });
  } else {
    const value = JSON.parse(row.dataset.value);
    send(batch([
      { kind: "remove", item: list.item, path: [...list.path, from], was: value },
      { kind: "insert", item: list.item, path: list.path, after: to === 0 ? null : to - 1, value },
    ]));
  }
  whenRefreshed(() => {
    const moved = rowsOf(find(list))[to];
    moved?.querySelector(focused.inField ? "textarea" : `:scope > .tools-of-row [data-act=${focused.act}]`)?.focus();
    announce(say(words.moved_row, { place: to + 1, count: rows.length }));
  });
}

/** A list as it can be found again on a newer page. */
function identity(list) {
  return { item: list.dataset.item, path: JSON.parse(list.dataset.path), id: list.id };
}

function find({ item, path }) {
  return [...document.querySelectorAll("[data-list]")].find((one) => one.dataset.item === item && one.dataset.path === JSON.stringify(path));
}

const rowsOf = (list) => (list ? [...(list.querySelector(":scope > .rows")?.children ?? [])].filter((one) => one.matches("[data-row]")) : []);

function isOnlyEmptyField(field) {
  if (!field.matches("textarea[data-line]") || field.value !== "") return false;
  const row = field.closest("[data-row]");
  // A row may say more than its one field: that of a framework names it, and has room for a version.
  if (field.closest("[data-list]")?.id === "l-frameworks") return false;
  return row !== null && !row.matches(".area") && row.querySelectorAll("textarea, input, select").length === 1;
}

/** The next field of the list, from a line in which a break cannot stand. */
function toNext(field) {
  const all = [...field.closest("[data-list]").querySelectorAll("textarea, input, select")];
  all[all.indexOf(field) + 1]?.focus();
}

function whenRefreshed(act) {
  document.addEventListener("page-refreshed", act, { once: true });
}
