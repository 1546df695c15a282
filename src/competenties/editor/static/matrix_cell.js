// A cell of the matrix that is open for writing: sentences as fields, in the table itself.

import { announce, perform, refresh, say, words } from "/static/frame.js";
import { documentName, freshId, row, table } from "/static/matrix_page.js";

const PARAMETER = "opened";

let awaited = null;

/** Open the cell of a button, or close it when it is the open one. */
export function openCell(button) {
  const place = placeOf(button);
  if (new URL(location.href).searchParams.get(PARAMETER) === place) return closeCell();
  show(place);
  awaited = { place, button };
  refresh();
}

/** Go to the first sentence of a cell that was just opened, unless somebody went elsewhere meanwhile. */
export function enterOpened() {
  const cell = document.querySelector("section.cell");
  if (!awaited || !cell || awaited.place !== `${cell.dataset.competence}.${cell.dataset.level}`) return;
  const isStillThere = [awaited.button, document.body].includes(document.activeElement);
  awaited = null;
  if (!isStillThere) return;
  cell.scrollIntoView({ block: "nearest" });
  (cell.querySelector("textarea") ?? cell.querySelector("[data-act=add-sentence]")).focus();
  announce(say(words.opened, { name: cell.getAttribute("aria-label") }));
}

/** Close the open cell; the focus goes back to its button. */
export function closeCell() {
  const cell = document.querySelector("section.cell");
  if (!cell) return;
  const { competence, level } = cell.dataset;
  const columns = JSON.parse(table().dataset.columns).map((one) => String(one ?? "none"));
  const place = row(competence)?.cells[columns.indexOf(level) + 1]?.querySelector("button");
  cell.closest("tr").remove();
  show(null);
  place?.focus();
  refresh();
}

/** Which cell a button is: `<competence>.<level>`. */
function placeOf(button) {
  const columns = JSON.parse(table().dataset.columns);
  return `${button.closest("tr").dataset.c}.${columns[button.closest("td").cellIndex - 1] ?? "none"}`;
}

function show(place) {
  const address = new URL(location.href);
  if (place) address.searchParams.set(PARAMETER, place);
  else address.searchParams.delete(PARAMETER);
  window.history.replaceState(null, "", address);
}

/** Put an empty sentence behind another one (or at the end) and go on in it. */
export function addSentence(cell, behind = null, text = "") {
  const list = cell.querySelector("ul");
  const last = behind ?? list.lastElementChild;
  const id = freshId(cell.dataset.competence);
  const value = { id, text: inLanguage(text) };
  perform(documentName(), { kind: "insert", item: cell.dataset.competence, path: JSON.parse(cell.dataset.way), after: last?.dataset.key ?? null, value });
  const made = sentence(id, text, value);
  if (last) last.after(made);
  else list.append(made);
  made.querySelector("textarea").focus();
  return made;
}

function inLanguage(text) {
  const { tag, own } = table().dataset;
  return tag === own ? text : { [tag]: text };
}

/** A sentence as the server will show it, so that writing can go on at once. */
function sentence(id, text, value) {
  const made = document.getElementById("new-sentence").content.firstElementChild.cloneNode(true);
  made.dataset.key = id;
  made.dataset.value = JSON.stringify(value);
  const field = made.querySelector("textarea");
  field.id = `f-${id}-text`;
  made.querySelector("label").htmlFor = field.id;
  Object.assign(field.dataset, { document: documentName(), item: id });
  field.dataset.path = JSON.stringify(typeof value.text === "string" ? ["text"] : ["text", table().dataset.tag]);
  field.defaultValue = text;
  return made;
}

/** Take a sentence away; the focus goes to the one before it. */
export function dropSentence(item) {
  const field = item.querySelector("textarea");
  const was = { ...JSON.parse(item.dataset.value) };
  was.text = textNow(was.text, field);
  perform(documentName(), { kind: "remove", item: item.dataset.key, path: [], was });
  const cell = item.closest("section.cell");
  const next = (item.previousElementSibling ?? item.nextElementSibling)?.querySelector("textarea");
  item.remove();
  (next ?? cell.querySelector("[data-act=add-sentence]")).focus();
  announce(words.sentence_dropped);
}

/** A text with what its field says now. */
function textNow(text, field) {
  const { tag, own } = table().dataset;
  if (typeof text === "string" && tag === own) return field.value;
  const both = typeof text === "string" ? { [own]: text } : { ...text };
  if (field.value) both[tag] = field.value;
  else delete both[tag];
  return typeof text === "string" && Object.keys(both).length === 1 ? text : both;
}

export function keyInSentence(event) {
  const item = event.target.closest("section.cell li");
  const cell = event.target.closest("section.cell");
  if (event.key === "Escape") {
    event.preventDefault();
    closeCell();
  } else if (!item || event.isComposing) {
    return;
  } else if (event.key === "Enter" && event.target.matches("textarea")) {
    event.preventDefault();
    if (event.target.value.trim()) addSentence(cell, item);
  } else if (event.key === "Backspace" && event.target.matches("textarea") && event.target.value === "") {
    event.preventDefault();
    dropSentence(item);
  } else if (event.altKey && event.shiftKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
    event.preventDefault();
    moveSentence(item, event.key === "ArrowUp" ? -1 : 1);
  }
}

function moveSentence(item, step) {
  const cell = item.closest("section.cell");
  const other = step > 0 ? item.nextElementSibling : item.previousElementSibling;
  if (!other) return;
  const after = step > 0 ? other.dataset.key : (other.previousElementSibling?.dataset.key ?? null);
  perform(documentName(), { kind: "move", item: item.dataset.key, to: cell.dataset.competence, path: JSON.parse(cell.dataset.way), after });
  const focused = document.activeElement;
  if (step > 0) other.after(item);
  else other.before(item);
  focused.focus();
  const place = [...item.parentElement.children].indexOf(item) + 1;
  announce(say(words.moved, { name: words.sentence, place, count: item.parentElement.children.length, group: cell.getAttribute("aria-label") }));
}

/** Lines that are pasted in a sentence become sentences. */
export function pasteInSentence(event) {
  const item = event.target.closest("section.cell li");
  const lines = event.clipboardData.getData("text/plain").split(/[\r\n\t]+/).map((one) => one.trim()).filter(Boolean);
  if (!item || lines.length < 2) return;
  event.preventDefault();
  const field = event.target;
  field.setRangeText(lines[0], field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  let last = item;
  for (const line of lines.slice(1)) last = addSentence(item.closest("section.cell"), last, line);
}

/** Show what the check says about sentences, under each. */
export function showFindings(byItem) {
  for (const [id, found] of Object.entries(byItem ?? {})) {
    const place = document.querySelector(`section.cell li[data-key="${CSS.escape(id)}"] .said`);
    place?.replaceChildren(...found.map(finding));
  }
}

function finding({ severity, message, advice }) {
  const made = document.createElement("p");
  made.className = "finding";
  made.dataset.severity = severity;
  const word = Object.assign(document.createElement("span"), { className: "severity", textContent: words[severity] });
  const said = Object.assign(document.createElement("span"), { textContent: `${message} → ${advice}` });
  made.append(word, " ", said);
  return made;
}
