// Texts that an import could not place: put into the framework, copied, or thrown away.

import { place, send } from "/static/details.js";
import { announce, say, words } from "/static/frame.js";
import { freshId } from "/static/matrix_page.js";
import { AT_THE_END } from "/static/sync.js";

const [competence, level] = ["left-place", "left-level"].map((id) => document.getElementById(id));
const ACTS = { put, copy, drop };
let next = null;

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-left-act]");
  if (button) ACTS[button.dataset.leftAct](button.closest("[data-left]"));
});
competence?.addEventListener("change", fillLevels);
document.addEventListener("page-refreshed", () => {
  if (next && document.activeElement === document.body) (rowOf(next) ?? document.querySelector("[data-left]"))?.querySelector("button").focus();
  next = null;
});
fillLevels();

function fillLevels() {
  if (!competence) return;
  const { others, places } = JSON.parse(document.getElementById("where-to").textContent);
  const found = others.find(([id]) => id === competence.value);
  const was = level.value;
  level.replaceChildren(...places[found[2]].map(([key, label]) => new Option(label, key)));
  if (was && [...level.options].some((one) => one.value === was)) level.value = was;
}

function put(row) {
  const { text } = row.dataset;
  const path = level.value === "" ? ["indicators"] : ["levels", Number(level.value), "indicators"];
  const value = { id: freshId(competence.value), text: text.replace(/\s+/g, " ").trim() };
  const [name, label] = [competence, level].map((one) => one.selectedOptions[0].textContent);
  leave(row);
  const insertion = { kind: "insert", item: competence.value, path, after: AT_THE_END, value };
  send({ kind: "batch", operations: [insertion, removal(row)] }, say(words.put, { name, level: label }));
}

function drop(row) {
  leave(row);
  send(removal(row), words.dropped);
}

async function copy(row) {
  await navigator.clipboard.writeText(row.dataset.text);
  announce(words.copied);
}

const removal = ({ dataset: { item, way, text } }) => ({ kind: "set", item, path: JSON.parse(way), was: text, value: null });
const rowOf = (key) => document.querySelector(`[data-left][data-key="${CSS.escape(key)}"]`);

/** The focus goes on to the text after this one. */
function leave(row) {
  const beside = row.nextElementSibling ?? row.previousElementSibling;
  next = beside?.dataset.key ?? null;
}
