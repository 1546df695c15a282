// Says to a screen reader what a cell and a grip are; in the page itself that would be its largest part.

import { say, words } from "/static/frame.js";
import { nameOf, rows, table } from "/static/matrix_page.js";

/** Give every cell a name: competence, level, how many sentences, what the check says. */
export function label() {
  if (!table()) return;
  const levels = [...table().tHead.rows[0].cells].map((one) => one.textContent);
  const opened = document.querySelector("section.cell");
  for (const row of rows()) {
    const name = nameOf(row);
    row.querySelector(".grip").setAttribute("aria-label", say(words.actions, { name }));
    for (const cell of [...row.cells].slice(1)) nameCell(cell, name, levels[cell.cellIndex], opened);
  }
  for (const row of document.querySelectorAll("tr.group")) {
    row.querySelector(".grip")?.setAttribute("aria-label", say(words.actions, { name: nameOf(row) }));
  }
}

function nameCell(cell, name, level, opened) {
  const button = cell.firstElementChild;
  if (!button) return;
  const count = Number(cell.dataset.n ?? (button.matches(".none") ? 0 : Number.parseInt(button.firstChild.textContent, 10)));
  const said = [say(count === 1 ? words.cell_one : words.cell_many, { name, level, count })];
  const mark = button.querySelector("i");
  if (mark) said.push(say(words[`remarks_${mark.className}`], { count: mark.textContent.slice(1) }));
  button.setAttribute("aria-label", said.join(", "));
  const column = JSON.parse(table().dataset.columns)[cell.cellIndex - 1] ?? "none";
  const isOpen = opened?.dataset.competence === cell.parentElement.dataset.c && opened.dataset.level === String(column);
  button.setAttribute("aria-expanded", String(isOpen));
}
