// The details of a framework: adding, moving and removing levels, promises and terms.

import { documentNow } from "/static/document_now.js";
import { announce, perform, say, words } from "/static/frame.js";
import { freshId } from "/static/matrix_page.js";

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
async function swapLevels(level, step) {
  const scale = level.closest("[data-scale]");
  const numbers = levelsOf(scale);
  const here = Number(level.dataset.level);
  const there = numbers[numbers.indexOf(here) + step];
  const found = await scaleNow(scale);
  if (there === undefined || !found) return;
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

async function dropLevel(level) {
  const scale = level.closest("[data-scale]");
  const number = Number(level.dataset.level);
  const was = (await scaleNow(scale))?.levels.find((one) => one.number === number);
  if (was) send({ kind: "remove", item: scale.dataset.scale, path: ["levels", number], was }, words.dropped);
}

async function scaleNow(scale) {
  const data = await documentNow(place.document);
  return data?.proficiency_scales.find((one) => one.id === scale.dataset.scale);
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

async function dropPromise(promise) {
  const data = await documentNow(place.document);
  const was = data?.promises.find((one) => one.id === promise.dataset.promise);
  if (was) send({ kind: "remove", item: was.id, path: [], was }, words.dropped);
}

function addTerm() {
  const count = document.querySelectorAll("[data-term]").length;
  wanted = `f--glossary-${count}-term`;
  const value = { term: inLanguage(""), definition: inLanguage("") };
  send({ kind: "insert", item: "", path: ["glossary"], after: count ? count - 1 : null, value }, words.added);
}

async function dropTerm(term) {
  const number = Number(term.dataset.term);
  const was = (await documentNow(place.document))?.glossary[number];
  if (was) send({ kind: "remove", item: "", path: ["glossary", number], was }, words.dropped);
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
