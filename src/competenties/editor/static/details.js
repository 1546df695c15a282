// The details of a framework: adding, moving and removing levels, promises and terms.

import { withDocument } from "/static/document_now.js";
import { announce, perform, say, words } from "/static/frame.js";
import { freshId } from "/static/matrix_page.js";
import { AT_THE_END } from "/static/sync.js";

/** The document of this page, and the languages of its texts. */
export const place = document.querySelector(".details").dataset;
let wanted = null;

const ACTS = {
  "scale-add": ({ dataset }) => {
    const value = { id: freshId(place.framework), ...JSON.parse(dataset.scale) };
    send({ kind: "insert", item: "", path: ["proficiency_scales"], after: null, value }, words.added);
  },
  "level-add": (button) => addLevel(button.closest("[data-scale]")),
  "level-up": (button) => swapLevels(button.closest("[data-level]"), -1),
  "level-down": (button) => swapLevels(button.closest("[data-level]"), 1),
  "level-drop": (button) => dropLevel(button.closest("[data-level]")),
  "promise-add": () => addPromise(),
  "promise-up": (button) => movePromise(button.closest("[data-promise]"), -1),
  "promise-down": (button) => movePromise(button.closest("[data-promise]"), 1),
  "promise-drop": (button) => dropPromise(button.closest("[data-promise]")),
  "term-add": () => addTerm(),
  "term-drop": (button) => dropTerm(button.closest("[data-term]")),
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (button) ACTS[button.dataset.act]?.(button);
});

function addLevel(scale) {
  const numbers = levelsOf(scale);
  const number = numbers.length ? Math.max(...numbers) + 1 : 1;
  const value = { number, name: inLanguage(say(words.new_level, { number })) };
  wanted = `f-${scale.dataset.scale}-levels-${number}-name`;
  send({ kind: "insert", item: scale.dataset.scale, path: ["levels"], after: numbers.at(-1) ?? null, value }, words.added);
}

/** Two levels change what they are called; their numbers stay, and so does what refers to them. */
function swapLevels(level, step) {
  const scale = level.closest("[data-scale]");
  const numbers = levelsOf(scale);
  const here = Number(level.dataset.level);
  const there = numbers[numbers.indexOf(here) + step];
  if (there !== undefined) withScale(scale, (found) => swap(scale, found, here, there));
}

function swap(scale, found, here, there) {
  const [one, other] = [here, there].map((number) => found.levels.find((each) => each.number === number));
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => name !== "number");
  const edits = names.flatMap((name) => [
    setOf(scale, here, name, one[name], other[name]),
    setOf(scale, there, name, other[name], one[name]),
  ]);
  wanted = `f-${scale.dataset.scale}-levels-${there}-name`;
  send({ kind: "batch", operations: edits }, words.moved);
}

const setOf = (scale, number, name, was = null, value = null) => ({ kind: "set", item: scale.dataset.scale, path: ["levels", number, name], was, value });

function dropLevel(level) {
  const scale = level.closest("[data-scale]");
  const number = Number(level.dataset.level);
  withScale(scale, ({ levels }) => {
    const was = levels.find((one) => one.number === number);
    if (was) send({ kind: "remove", item: scale.dataset.scale, path: ["levels", number], was }, words.dropped);
  });
}

function withScale({ dataset: { scale } }, act) {
  withDocument(place.document, (data) => {
    const found = data.proficiency_scales.find((one) => one.id === scale);
    if (found) act(found);
  });
}

const levelsOf = (scale) => [...scale.querySelectorAll("[data-level]")].map((one) => Number(one.dataset.level));

function addPromise() {
  const id = freshId(place.framework);
  const last = [...document.querySelectorAll("[data-promise]")].at(-1)?.dataset.promise ?? null;
  wanted = `f-${id}-text`;
  send({ kind: "insert", item: "", path: ["promises"], after: last, value: { id, text: inLanguage("") } }, words.added);
}

function movePromise(promise, step) {
  const all = [...document.querySelectorAll("[data-promise]")];
  const here = all.indexOf(promise);
  const after = step > 0 ? all[here + 1] : all[here - 2];
  send({ kind: "move", item: promise.dataset.promise, to: "", path: ["promises"], after: after?.dataset.promise ?? null }, words.moved);
}

function dropPromise({ dataset: { promise } }) {
  withDocument(place.document, (data) => {
    const was = data.promises.find((one) => one.id === promise);
    if (was) send({ kind: "remove", item: was.id, path: [], was }, words.dropped);
  });
}

function addTerm() {
  const count = document.querySelectorAll("[data-term]").length;
  wanted = `f--glossary-${count}-term`;
  const value = { term: inLanguage(""), definition: inLanguage("") };
  send({ kind: "insert", item: "", path: ["glossary"], after: AT_THE_END, value }, words.added);
}

function dropTerm(term) {
  const find = finder(term, ({ term: name, definition }) => [name, definition]);
  withDocument(place.document, ({ glossary = [] }) => {
    const number = find(glossary);
    if (number >= 0) send({ kind: "remove", item: "", path: ["glossary", number], was: glossary[number] }, words.dropped);
  });
}

/**
 * What finds a row of this page in its list of the document, which may have changed since: first by
 * what it says, then by its place where the list is as long as it was. Below 0 when it is gone.
 */
export function finder(row, textsOf) {
  const rows = [...row.parentElement.children];
  const here = rows.indexOf(row);
  const said = JSON.stringify([...row.querySelectorAll("textarea")].map((field) => field.value));
  const isMeant = (one) => one !== undefined && JSON.stringify(textsOf(one).map(shown)) === said;
  return (values) => {
    const found = isMeant(values[here]) ? here : values.findIndex(isMeant);
    return found < 0 && values.length === rows.length ? here : found;
  };
}

/** A text as a field of this page shows it. */
function shown(text) {
  if (typeof text === "string") return place.tag === place.own ? text : "";
  return text?.[place.tag] ?? "";
}

export const inLanguage = (text) => (place.tag === place.own ? text : { [place.tag]: text });
export const send = (edit, said) => perform(place.document, edit, { said });

/** Let a field have the focus once the page has it. */
export const expect = (id) => {
  wanted = id;
};

document.addEventListener("edit-done", ({ detail: { one } }) => one.said && announce(one.said));
document.addEventListener("page-refreshed", () => {
  const field = wanted && document.getElementById(wanted);
  if (!field) return;
  wanted = null;
  field.focus();
  field.select?.();
});
