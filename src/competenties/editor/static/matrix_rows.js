// What can be done with a competence or a cluster: add, rename, move, duplicate, delete.

import { documentNow } from "/static/document_now.js";
import { announce, perform, say, words } from "/static/frame.js";
import { ask } from "/static/matrix_dialog.js";
import { clusterStep, clusterTo, competenceStep, competenceTo } from "/static/matrix_moves.js";
import {
  documentName, elementOf, freshId, groupName, groupOf, groups, nameOf, namesOf, newId, order, rows, siblings, subjectOf, table,
} from "/static/matrix_page.js";

let wanted = null;

/** What gets the focus once the page has it. */
export const takeWanted = () => {
  const found = wanted && elementOf(wanted);
  if (found) wanted = null;
  return found;
};

/** Do what the menu or a key asks with the subject at an element. */
export async function act(kind, element) {
  const subject = subjectOf(element);
  if (!subject) return;
  const acts = {
    rename: () => rename(subject),
    up: () => step(subject, -1),
    down: () => step(subject, 1),
    to: () => toGroup(subject),
    copy: () => copy(subject),
    drop: () => drop(subject),
    open: () => open(subject),
  };
  await acts[kind]();
}

function open({ kind, element }) {
  if (kind === "competence") element.querySelector("a.name").click();
}

export async function addCompetence(group = "") {
  const given = await ask({ title: words.add, yes: words.add, parts: ["name", "group"], values: { group } });
  if (given?.name) insert([{ name: given.name, definition: "" }], given.group);
}

export async function pasteCompetences(text = "") {
  const given = await ask({ title: words.paste, yes: words.add, parts: ["lines", "group"], values: { lines: text } });
  if (given?.lines.length) insert(given.lines, given.group);
}

function insert(lines, group) {
  const taken = new Set([...order(), ...groups().map((one) => one.dataset.group)]);
  let after = order().at(-1) ?? null;
  const edits = lines.map(({ name, definition }) => {
    const id = newId(name, taken);
    taken.add(id);
    const value = { id, name: inLanguage(name), ...(definition && { definition: inLanguage(definition) }), ...(group && { cluster: group }) };
    const edit = { kind: "insert", item: "", path: ["competences"], after, value };
    after = id;
    return edit;
  });
  wanted = { kind: "competence", id: edits[0].value.id };
  send(together(edits), say(words.added, { name: lines.map((one) => one.name).join(", ") }));
}

export async function addCluster() {
  const given = await ask({ title: words.add_cluster, yes: words.add_cluster, parts: ["name", "group"] });
  if (!given?.name) return;
  const all = groups().map((one) => one.dataset.group).filter(Boolean);
  const id = newId(given.name, new Set([...order(), ...all]));
  const value = { id, name: inLanguage(given.name), ...(given.group && { parent: given.group }) };
  wanted = { kind: "cluster", id };
  send({ kind: "insert", item: "", path: ["clusters"], after: all.at(-1) ?? null, value }, say(words.added, { name: given.name }));
}

/** A text that is written in another language than the framework's own says so. */
function inLanguage(text) {
  const { tag, own } = table()?.dataset ?? {};
  return tag && tag !== own ? { [tag]: text } : text;
}

async function rename(subject) {
  const given = await ask({ title: words.rename, yes: words.rename, parts: ["name"], values: { name: nameOf(subject.element) } });
  if (!given?.name) return;
  const names = namesOf(subject.element);
  const { tag, own } = table().dataset;
  const isPlain = typeof names === "string";
  const path = isPlain && tag === own ? ["name"] : ["name", tag];
  const was = isPlain ? (tag === own ? names : null) : (names[tag] ?? null);
  wanted = subject;
  if (was !== given.name) send({ kind: "set", item: subject.id, path, was, value: given.name }, say(words.renamed, given));
}

function step(subject, direction) {
  const group = groupOf(subject.element);
  if (subject.kind === "cluster") {
    const edit = clusterStep(group, direction);
    if (!edit) return announce(say(words.at_edge, { name: nameOf(subject.element) }));
    return sendCluster(edit, subject);
  }
  const found = competenceStep(subject.id, direction);
  if (!found) return announce(say(words.at_edge, { name: nameOf(subject.element) }));
  moveTo(subject.id, found.group, found.behind);
}

/** Move a cluster behind another one beside it, and say where it is then. */
export function moveClusterTo(subject, behind) {
  const edit = clusterTo(subject.id, groupOf(subject.element), behind);
  if (edit) sendCluster(edit, subject);
}

function sendCluster(edit, subject) {
  const own = groupOf(subject.element);
  const ids = siblings(own).map((one) => one.dataset.group).filter((one) => one !== subject.id);
  const place = edit.after === null ? 1 : ids.indexOf(edit.after) + 2;
  const around = elementOf({ kind: "cluster", id: own.dataset.parent });
  send(edit, placed(nameOf(subject.element), place, ids.length + 1, around ? nameOf(around) : words.group_all));
}

/** Move a competence behind another one in a group, and say where it is then. */
export function moveTo(id, group, behind) {
  const { edit, place, count } = competenceTo(id, group, behind);
  const name = nameOf(elementOf({ kind: "competence", id }));
  send(edit, placed(name, place, count, groupName(group) || words.group_all));
}

const placed = (name, place, count, group) => say(words.moved, { name, place, count, group });

async function toGroup(subject) {
  const old = subject.kind === "competence" ? groupOf(subject.element).dataset.group : groupOf(subject.element).dataset.parent;
  const asked = { title: words.to_cluster, yes: words.move, parts: ["group"], values: { group: old }, leavesOut: subject.kind === "cluster" ? subject.id : "" };
  const given = await ask(asked);
  if (!given || given.group === old) return;
  wanted = subject;
  if (subject.kind === "cluster") {
    const edit = { kind: "set", item: subject.id, path: ["parent"], was: old || null, value: given.group || null };
    return send(edit, say(words.moved_cluster, { name: nameOf(subject.element) }));
  }
  const group = groups().find((one) => one.dataset.group === given.group);
  if (group) return moveTo(subject.id, group, rows(group).at(-1)?.dataset.c ?? null);
  send({ kind: "set", item: subject.id, path: ["cluster"], was: old || null, value: null }, say(words.moved, { name: nameOf(subject.element), place: 1, count: 1, group: words.no_cluster }));
}

async function copy(subject) {
  const data = await documentNow(documentName());
  if (!data) return;
  const edits = subject.kind === "competence" ? [copyOfCompetence(data, subject.id, subject.id)] : copyOfCluster(data, subject.id);
  wanted = { kind: subject.kind, id: edits[0].value.id };
  send(together(edits), say(words.copied, { name: nameOf(subject.element) }));
}

function copyOfCompetence(data, id, after, cluster = null) {
  const found = data.competences.find((one) => one.id === id);
  const value = withNewIds(found);
  if (cluster) value.cluster = cluster;
  else value.name = named(found.name);
  return { kind: "insert", item: "", path: ["competences"], after, value };
}

function copyOfCluster(data, id) {
  const found = data.clusters.find((one) => one.id === id);
  const value = { ...withNewIds(found), name: named(found.name) };
  const inside = (data.competences ?? []).filter((one) => one.cluster === id).map((one) => one.id);
  const cluster = { kind: "insert", item: "", path: ["clusters"], after: id, value };
  let last = inside.at(-1) ?? null;
  return [cluster, ...inside.map((one) => {
    const edit = copyOfCompetence(data, one, last, value.id);
    last = edit.value.id;
    return edit;
  })];
}

const named = (name) =>
  typeof name === "string" ? say(words.copy_of, { name }) : Object.fromEntries(Object.entries(name).map(([tag, one]) => [tag, say(words.copy_of, { name: one })]));

/** A copy with ids of its own; what refers to an item in it refers to the copy of that item. */
function withNewIds(value) {
  const fresh = new Map();
  JSON.stringify(value, (name, one) => {
    if (["identifiers", "alignments", "extra"].includes(name)) return undefined;
    if (one && typeof one === "object" && typeof one.id === "string") fresh.set(one.id, freshId(fresh.get(value.id) ?? one.id));
    return one;
  });
  return JSON.parse(JSON.stringify(value, (name, one) => {
    if (name === "identifiers") return undefined;
    return (name === "id" || name === "contrasts_with") && fresh.has(one) ? fresh.get(one) : one;
  }));
}

async function drop(subject) {
  const data = await documentNow(documentName());
  if (!data) return;
  const name = nameOf(subject.element);
  const said = say(words.dropped, { name });
  const edit = subject.kind === "competence" ? removalOf(data.competences, subject.id) : clusterRemoval(data, subject.id);
  const all = [...document.querySelectorAll("tr[data-c], tr.group")];
  const next = all[all.indexOf(subject.element) + 1] ?? all[all.indexOf(subject.element) - 1];
  wanted = next ? subjectOf(next) : null;
  send(edit, said);
  offerUndo(said);
}

function removalOf(list, id) {
  return { kind: "remove", item: id, path: [], was: list.find((one) => one.id === id) };
}

/** A cluster goes; what stood in it goes to the cluster around it. */
function clusterRemoval(data, id) {
  const found = data.clusters.find((one) => one.id === id);
  const around = found.parent ?? null;
  const inside = (list, field) => (list ?? []).filter((one) => one[field] === id);
  return together([
    ...inside(data.competences, "cluster").map((one) => ({ kind: "set", item: one.id, path: ["cluster"], was: id, value: around })),
    ...inside(data.clusters, "parent").map((one) => ({ kind: "set", item: one.id, path: ["parent"], was: id, value: around })),
    removalOf(data.clusters, id),
  ]);
}

const together = (edits) => (edits.length === 1 ? edits[0] : { kind: "batch", operations: edits });
const send = (edit, said) => perform(documentName(), edit, { said });

function offerUndo(said) {
  const offer = document.getElementById("undo-offer");
  offer.firstElementChild.textContent = said;
  offer.hidden = false;
  setTimeout(() => (offer.hidden = !offer.contains(document.activeElement)), 12000);
}
