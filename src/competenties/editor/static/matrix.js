// The matrix: what keys, clicks and filters do; the edits themselves are in matrix_rows.js.

import { announce, refresh } from "/static/frame.js";
import { addSentence, closeCell, dropSentence, enterOpened, keyInSentence, openCell, pasteInSentence, showFindings } from "/static/matrix_cell.js";
import { endDrag, moveDrag, startDrag, stopDrag } from "/static/matrix_drag.js";
import { arrow, noteFocus, setStops } from "/static/matrix_keys.js";
import { label } from "/static/matrix_labels.js";
import { checkMenu, openMenu } from "/static/matrix_menu.js";
import { groups, plain, rows } from "/static/matrix_page.js";
import { act, addCluster, addCompetence, pasteCompetences, takeWanted } from "/static/matrix_rows.js";

const filter = document.getElementById("rail-filter");

const ACTS = {
  add: () => addCompetence(),
  "add-cluster": () => addCluster(),
  paste: () => pasteCompetences(),
  undo: () => {
    document.getElementById("undo-offer").hidden = true;
    document.getElementById("undo").click();
  },
  "show-all": () => showAll(),
  "close-cell": () => closeCell(),
  "add-sentence": (button) => addSentence(button.closest("section.cell")),
  "drop-sentence": (button) => dropSentence(button.closest("li")),
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act], .grip, table.cells td > button");
  if (!button) return;
  if (button.dataset.act) ACTS[button.dataset.act]?.(button);
  else if (button.matches(".grip")) openMenu(button);
  else openCell(button);
});

document.addEventListener("keydown", (event) => {
  if (event.target.closest?.("section.cell")) return keyInSentence(event);
  if (event.key === "Escape") return stopDrag();
  if (!event.target.closest?.("table.cells")) return;
  const kind = actOf(event);
  if (kind) {
    event.preventDefault();
    act(kind, event.target);
  } else {
    arrow(event);
  }
});

/** What a key does with the row that it is pressed in. */
function actOf({ key, altKey, shiftKey, target }) {
  if (altKey && shiftKey) return { ArrowUp: "up", ArrowDown: "down" }[key];
  if (key === "F2") return "rename";
  return key === "Delete" && target.closest("th") ? "drop" : undefined;
}

document.addEventListener("paste", (event) => {
  if (event.target.closest?.("section.cell")) return pasteInSentence(event);
  if (event.target.closest?.("input, textarea, dialog")) return;
  const text = event.clipboardData.getData("text/plain");
  if (!text.trim()) return;
  event.preventDefault();
  pasteCompetences(text);
});

document.addEventListener("focusin", (event) => noteFocus(event.target));
document.addEventListener("pointerdown", startDrag);
document.addEventListener("pointermove", moveDrag);
document.addEventListener("pointerup", endDrag);
document.addEventListener("pointercancel", stopDrag);

document.addEventListener("edit-done", ({ detail: { one } }) => one.said && announce(one.said));
document.addEventListener("check-done", () => refresh());
document.addEventListener("findings-of-items", ({ detail }) => showFindings(detail));
document.addEventListener("page-refreshed", () => {
  arrange();
  const row = takeWanted();
  row?.querySelector("a.name, .grip")?.focus();
  enterOpened();
});

filter.addEventListener("input", arrange);
filter.addEventListener("keydown", (event) => {
  if (event.key === "Enter") document.querySelector(".tree li:not([hidden]) > a[href^='/']")?.click();
});
document.getElementById("show").addEventListener("change", arrange);

/** Show the rows that the filters ask for. */
function arrange() {
  checkMenu();
  const letters = plain(filter.value.trim());
  const show = document.getElementById("show").value;
  for (const one of rows()) one.hidden = !isWanted(one, letters, show);
  for (const one of document.querySelectorAll("tr.opened")) one.hidden = false;
  const isFiltered = letters || show;
  for (const group of groups()) group.hidden = Boolean(isFiltered) && rows(group).every((one) => one.hidden);
  const isEmpty = rows().length > 0 && rows().every((one) => one.hidden);
  const none = document.getElementById("matrix-none");
  if (none) none.hidden = !isEmpty;
  arrangeRail(letters);
  setStops();
  label();
}

function isWanted(one, letters, show) {
  if (letters && !plain(one.querySelector(".name").textContent).includes(letters)) return false;
  if (show === "remarks") return one.querySelector("i") !== null;
  return show !== "empty" || one.querySelector("button.none") !== null;
}

function arrangeRail(letters) {
  const entries = [...document.querySelectorAll(".tree li")];
  for (const one of entries.reverse()) {
    const isLeaf = !one.querySelector("ul");
    const isMatch = plain(one.querySelector("a, b")?.textContent ?? "").includes(letters);
    one.hidden = Boolean(letters) && !(isLeaf ? isMatch : one.querySelector("li:not([hidden])"));
  }
  document.getElementById("rail-none").hidden = !letters || entries.some((one) => !one.hidden);
}

function showAll() {
  filter.value = "";
  document.getElementById("show").value = "";
  arrange();
}

if (matchMedia("(max-width: 60rem)").matches) document.querySelector(".rail").open = false;
arrange();
