// Pasted lines, or a range from Excel, become cards.

import { announce, say, words } from "/static/frame.js";
import { dropIfEmpty, insertTexts } from "/static/cards_edit.js";
import { cardOf, columnOf, columns, focusText, isNew, listOf, setText, textOf } from "/static/cards_page.js";

const MARK = "[-–—‐•·▪◦‣●○■□✓✔➢→*o]|\\(?\\d{1,2}[.)]|\\(?[a-z][.)]";
/** Word puts a tab behind the sign of a list; that tab is no column. */
const SIGN = new RegExp(`^[ ]*(?:${MARK}|\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.?)\\t`, "u");
const BULLET = new RegExp(`^\\s*(?:${MARK})(?:\\s+|$)`, "u");

export function startPaste() {
  document.addEventListener("paste", (event) => {
    const card = cardOf(event.target);
    if (!card || event.target !== textOf(card)) return;
    const text = event.clipboardData.getData("text/plain");
    const filled = table(withoutSigns(text)).filter((row) => row.some(Boolean));
    const cells = filled.flat().filter(Boolean);
    if (cells.length > 1) {
      event.preventDefault();
      paste(card, withoutHeading(filled));
    } else if (cells.length === 1 && /[\t\r\n]/.test(text)) {
      event.preventDefault();
      putInText(event.target, cells[0]);
    }
  });
}

/** In a table a sign in the first column is a cell; in a list it is only the sign. */
function withoutSigns(text) {
  const isTable = text.split(/\r\n|\n|\r/).some((line) => line.split("\t").length > 2);
  return isTable ? text : text.replace(/^.*$/gm, (line) => line.replace(SIGN, ""));
}

/** One cell of a spreadsheet is text like any other, without the marks around it. */
function putInText(field, text) {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}

/** Read text as a spreadsheet copies it: tabs between cells, quotes around a cell of several lines. */
export function table(text) {
  const rows = [[]];
  const cell = /\t|\r\n|\n|\r|"(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]+/gy;
  let value = "";
  const isTable = text.includes("\t");
  for (const [part] of text.matchAll(cell)) {
    if (part === "\t") {
      rows.at(-1).push(tidy(value));
      value = "";
    } else if (/^[\r\n]/.test(part)) {
      rows.at(-1).push(tidy(value));
      value = "";
      rows.push([]);
    } else {
      value += isTable || part.includes("\n") ? unquoted(part) : part;
    }
  }
  rows.at(-1).push(tidy(value));
  return rows;
}

const unquoted = (part) => (/^"[^]*"$/.test(part) ? part.slice(1, -1).replaceAll('""', '"') : part);
const tidy = (cell) => cell.replace(/[\u200b\u2060\ufeff]/g, "").replace(/\s+/g, " ").replace(BULLET, "").trim();

/** Leave out a first row that only names the levels. */
function withoutHeading(rows) {
  const names = new Set(columns().flatMap(({ dataset: { label, level } }) => [label, level, label.replace(/^\d+\s+/, "")]).map((one) => one.toLowerCase()));
  const isName = (cell) => names.has(cell.toLowerCase()) || /^(niveau|level)\s*\d+/i.test(cell);
  const first = rows[0].filter(Boolean);
  return rows.length > 1 && first.length > 1 && first.every(isName) ? rows.slice(1) : rows;
}

function paste(card, rows) {
  const list = listOf(card);
  const levels = columns().map((one) => one.dataset.level);
  const start = levels.indexOf(columnOf(card).dataset.level);
  const lastLevel = Math.max(start, levels.findLastIndex((key) => key !== ""));
  const groups = new Map();
  for (const row of rows) {
    for (const [n, text] of row.entries()) {
      const key = levels[Math.min(start + n, lastLevel)];
      if (text) groups.set(key, [...(groups.get(key) ?? []), text]);
    }
  }
  const here = groups.get(levels[start]) ?? [];
  groups.delete(levels[start]);
  const made = insertTexts([[levels[start], here], ...groups], list, card);
  if (isNew(card) && textOf(card).value === "") {
    setText(textOf(card), "");
    focusText(made[0]);
    dropIfEmpty(card);
  }
  focusText(made[Math.max(0, here.length - 1)]);
  tell(made.length, Math.max(...rows.map((row) => row.length)), start, Math.min(start + groups.size, lastLevel));
}

function tell(number, count, start, last) {
  const label = (at) => columns()[at].dataset.label;
  const phrase = count > 1 ? words.pasted_columns : words.pasted;
  announce(say(phrase, { number, columns: count, first: label(start), last: label(last) }));
}
