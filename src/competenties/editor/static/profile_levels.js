// The table of requested levels: a choice becomes a requirement, sentences take part or not.

import { announce, say, words } from "/static/frame.js";
import { inTurn } from "/static/in_turn.js";
import { batch, profile, send } from "/static/profile_edits.js";
import { AT_THE_END } from "/static/sync.js";

/** What is chosen for a competence that has no levels. */
const WITHOUT_LEVEL = "any";

document.addEventListener("change", (event) => {
  const field = event.target;
  if (field.matches?.(".levels tr.line input[type=radio]")) chooseLevel(field);
  else if (field.matches?.(".brings input[type=checkbox]")) chooseSentences(field);
  else if (field.matches?.("[data-until-of]")) chooseSpan(field);
  else if (field.matches?.("[data-instead]") && field.value) useInstead(field);
});
document.addEventListener("input", (event) => {
  if (event.target.id === "competence-filter") filter(event.target.value);
});
document.addEventListener("page-refreshed", () => {
  const field = document.getElementById("competence-filter");
  if (field?.value) filter(field.value, { isQuiet: true });
});

// A new profile shows all competences; after the first choice it has to go on doing so.
const address = new URL(location.href);
if (document.querySelector("a[data-which=all][aria-current]") && !address.searchParams.has("competences")) {
  address.searchParams.set("competences", "all");
  history.replaceState(null, "", address);
}

function chooseLevel(field) {
  const key = field.closest("tr").dataset.line;
  const level = levelIn(field.value);
  inTurn(() => {
    const line = lineOf(key);
    if (!line) return;
    const name = line.querySelector(".name").textContent;
    if (line.dataset.place === undefined) ask(line, level);
    else if (level === null) drop(line);
    else if (level !== WITHOUT_LEVEL) send(batch(toLevel(line, level)));
    const said = level === null ? words.level_dropped : level === WITHOUT_LEVEL ? words.asked_without : words.level_asked;
    announce(say(said, { name, level }));
    keepFocus(line.dataset.competence, line.dataset.framework);
  });
}

function levelIn(value) {
  if (value === WITHOUT_LEVEL) return value;
  return value === "" ? null : Number(value);
}

/** Take the competences from another framework than one that is gone. */
function useInstead(field) {
  const { instead: gone, frameworks } = field.dataset;
  const value = field.value;
  const named = JSON.parse(frameworks);
  const place = named.findIndex((one) => one.id === gone);
  const isThere = named.some((one) => one.id === value);
  const edits = [];
  for (const line of document.querySelectorAll(`.levels tr.line[data-place][data-framework="${CSS.escape(gone)}"]`)) {
    const own = JSON.parse(line.dataset.value).framework ?? null;
    // What names none takes the first framework; that stays so unless this one goes out of the list.
    if (own || isThere) edits.push(setFramework(["requirements", Number(line.dataset.place), "framework"], own, value));
  }
  if (place >= 0 && isThere) edits.push({ kind: "remove", item: "", path: ["frameworks", place], was: named[place] });
  else if (place >= 0) edits.push(setFramework(["frameworks", place, "id"], gone, value));
  if (edits.length > 0) inTurn(() => send(batch(edits)));
}

const setFramework = (path, was, value) => ({ kind: "set", item: "", path, was, value });

function ask(line, level) {
  if (level === null) return;
  const { competence, framework } = line.dataset;
  const value = { competence, ...(framework === profile().dataset.first ? {} : { framework }), ...(level === WITHOUT_LEVEL ? {} : { level }) };
  send({ kind: "insert", item: "", path: ["requirements"], after: AT_THE_END, value });
}

function drop(line) {
  // A row that has the focus would stay on the page, with the place of a requirement that is gone.
  if (line.contains(document.activeElement)) document.activeElement.blur();
  send({ kind: "remove", item: "", path: ["requirements", Number(line.dataset.place)], was: JSON.parse(line.dataset.value) });
}

/** What asks one level instead of what was asked; sentences of another level cannot be chosen any more. */
function toLevel(line, level) {
  const was = JSON.parse(line.dataset.value);
  const place = Number(line.dataset.place);
  const wanted = { level, from_level: null, to_level: null, selected: null };
  return Object.entries(wanted)
    .filter(([name, value]) => name === "level" || (was[name] ?? null) !== value)
    .map(([name, value]) => setting(place, name, was[name] ?? null, value));
}

function chooseSpan(field) {
  const key = field.dataset.untilOf;
  const until = field.value === "" ? null : Number(field.value);
  inTurn(() => {
    const line = lineOf(key);
    const was = JSON.parse(line.dataset.value);
    const place = Number(line.dataset.place);
    const low = was.level ?? was.from_level ?? null;
    const wanted = until === null ? { level: low, from_level: null, to_level: null } : { level: null, from_level: low, to_level: until };
    const edits = Object.entries(wanted)
      .filter(([name, value]) => (was[name] ?? null) !== value)
      .map(([name, value]) => setting(place, name, was[name] ?? null, value));
    if (edits.length > 0) send(batch(edits));
  });
}

/** No sentence switched off is the same as no choice: all take part, also those that come later. */
function chooseSentences(field) {
  const key = field.closest("tr").dataset.of;
  const { value: id, checked } = field;
  inTurn(() => {
    const detail = document.querySelector(`tr.detail[data-of="${CSS.escape(key)}"]`);
    const box = detail?.querySelector(`.brings input[value="${CSS.escape(id)}"]`);
    if (!box) return;
    const ids = [...detail.querySelectorAll(".brings input[type=checkbox]")].map((one) => one.value);
    const { place, selected } = box.closest(".brings").dataset;
    const was = JSON.parse(selected);
    const chosen = ids.filter((one) => (one === id ? checked : !was || was.includes(one)));
    if (chosen.length === 0) {
      box.checked = true;
      announce(words.least_one);
      return;
    }
    send(setting(Number(place), "selected", was, chosen.length === ids.length ? null : chosen));
  });
}

const setting = (place, name, was, value) => ({ kind: "set", item: "", path: ["requirements", place, name], was, value });
const lineOf = (key) => document.querySelector(`tr.line[data-line="${CSS.escape(key)}"]`);

/** A line that is asked for now is another one on the newer page; the focus stays with it. */
function keepFocus(competence, framework) {
  document.addEventListener("page-refreshed", () => {
    if (document.activeElement !== document.body) return;
    const line = document.querySelector(`tr.line[data-competence="${CSS.escape(competence)}"][data-framework="${CSS.escape(framework)}"]`);
    const goal = line?.querySelector("input:checked") ?? document.querySelector(".levels tr.line input:checked");
    goal?.focus({ preventScroll: true });
  }, { once: true });
}

function filter(text, { isQuiet = false } = {}) {
  const wanted = text.trim().toLocaleLowerCase();
  let count = 0;
  for (const line of document.querySelectorAll(".levels tr.line")) {
    const isShown = line.querySelector("th").textContent.toLocaleLowerCase().includes(wanted);
    line.hidden = !isShown;
    const detail = line.nextElementSibling;
    if (detail?.matches(".detail")) detail.hidden = !isShown;
    count += isShown;
  }
  for (const body of document.querySelectorAll(".levels tbody")) body.hidden = !body.querySelector("tr.line:not([hidden])");
  document.getElementById("no-competence").hidden = count > 0;
  if (!isQuiet) announce(say(words.found, { count }));
}
