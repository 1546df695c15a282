// Reads the matrix from the page: its rows and groups, what they are called, how they are ordered.

export const table = () => document.querySelector("table.cells");
export const scroller = () => document.querySelector(".scroll");
export const documentName = () => table()?.dataset.document ?? document.getElementById("ask-form").dataset.document;
export const order = () => JSON.parse(table()?.dataset.order ?? "[]");
export const groups = () => [...document.querySelectorAll("tbody[data-group]")];
export const rows = (within = document) => [...within.querySelectorAll("tr[data-c]")];
export const row = (id) => document.querySelector(`tr[data-c="${CSS.escape(id)}"]`);
export const groupOf = (one) => one.closest("tbody[data-group]");
export const groupName = (group) => group.querySelector(".group .name")?.textContent ?? "";
export const nameOf = (one) => one.querySelector(".name")?.textContent ?? "";

/** The subject of a key or a click: a competence, or a cluster. */
export function subjectOf(element) {
  const competence = element.closest("tr[data-c]");
  if (competence) return { kind: "competence", id: competence.dataset.c, element: competence };
  const cluster = element.closest("tr.group");
  const id = cluster?.closest("tbody").dataset.group;
  return id ? { kind: "cluster", id, element: cluster } : null;
}

/** What the row of a subject is on the page as it is now. */
export function elementOf(subject) {
  if (subject.kind === "competence") return row(subject.id);
  return document.querySelector(`tbody[data-group="${CSS.escape(subject.id)}"] > tr.group`);
}

/** The names of a competence or cluster: a text, or one for each language. */
export function namesOf(element) {
  const name = element.querySelector(".name");
  return name.dataset.names ? JSON.parse(name.dataset.names) : name.textContent;
}

export const siblings = (group) => groups().filter((one) => one.dataset.parent === group.dataset.parent && one.dataset.group);

/** Letters without capitals and accents, as people type them. */
export const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** An id from a name, as the program makes them; with letters of its own when it is taken. */
export function newId(name, taken) {
  let stem = plain(name).replace(/['’]/g, "").replace(/[^a-z0-9]+/g, "-").slice(0, 40).replace(/^-+|-+$/g, "");
  if (!/^[a-z]/.test(stem)) stem = `x-${stem}`.replace(/-+$/, "");
  return taken.has(stem) ? freshId(stem) : stem;
}

/** The id of a new item: that of its owner, and six characters. */
export function freshId(owner) {
  const letters = "abcdefghijklmnopqrstuvwxyz234567";
  const random = crypto.getRandomValues(new Uint8Array(6));
  return `${owner.slice(0, 40).replace(/-+$/, "")}-${[...random].map((one) => letters[one % 32]).join("")}`;
}
