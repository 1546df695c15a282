// What every screen has: saving, undo, news from other tabs, and the one place that speaks.

import { Fields } from "/static/fields.js";
import { History } from "/static/history.js";
import { morph } from "/static/morph.js";
import { Sync, clientsInStorage } from "/static/sync.js";

const page = JSON.parse(document.getElementById("page-data").textContent);
export const words = page.words;
const CLIENT = `competenties:client:${page.workspace}`;
const REFRESH_WAIT = 60;

/** Fill in `{name}` in a phrase. */
export const say = (phrase, values = {}) => phrase.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/** Let a screen reader say something. */
export function announce(text) {
  const place = document.getElementById("announcer");
  place.textContent = "";
  requestAnimationFrame(() => {
    place.textContent = text;
  });
}

/** An id of our own for this tab; a copy of a tab gets another one. */
async function ownClient() {
  const kept = sessionStorage.getItem(CLIENT);
  for (const client of [kept, crypto.randomUUID()]) {
    if (client && (await holdsLock(client))) {
      sessionStorage.setItem(CLIENT, client);
      return client;
    }
  }
  return crypto.randomUUID();
}

/** Hold a lock as long as this page lives, by which other tabs see that it does. */
function holdsLock(client) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks.request(lockName(client), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => {}) : undefined;
    });
  });
}

const lockName = (client) => `${CLIENT}:${client}`;

async function post(body, isLast) {
  const answer = await fetch("/api/operations", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    keepalive: isLast,
    redirect: "manual",
  });
  const isJson = answer.headers.get("content-type")?.startsWith("application/json");
  return { status: answer.type === "opaqueredirect" ? 403 : answer.status, data: isJson ? await answer.json() : null };
}

const client = await ownClient();

export const sync = new Sync({
  workspace: page.workspace,
  client,
  storage: localStorage,
  post,
  on: { state: showState, done, conflict, findings },
});
export const fields = new Fields({ sync, words, announce });
export const history = new History(sessionStorage, `competenties:history:${page.workspace}`, (name, edit, kind) =>
  sync.record(name, edit, { history: kind }),
);
showState(sync.state, 0, "");
if (sync.queue.length > 0) sync.flush();

/** Send an edit that is no typing; the page is asked for again when it is done. */
export function perform(name, edit, about = {}) {
  sync.record(name, edit, { refreshes: true, ...about });
}

function done(one, answer) {
  history.note(one.document, one.edit, answer.inverse, one.history);
  fields.done(one);
  if (one.history || one.refreshes || one.edit.kind !== "set") refresh();
  if (one.history) announce(words[one.history === "undo" ? "undone" : "redone"]);
  document.dispatchEvent(new CustomEvent("edit-done", { detail: { one, answer } }));
}

function conflict(one, answer) {
  if (one.history) {
    announce(words.undo_stopped);
    showState("refused", 0, words.undo_stopped);
    return;
  }
  fields.conflict(one, answer);
  document.dispatchEvent(new CustomEvent("edit-conflict", { detail: { one, answer } }));
}

function findings(byItem) {
  document.dispatchEvent(new CustomEvent("findings-of-items", { detail: byItem }));
}

function showState(state, count, reason) {
  const place = document.getElementById("saving");
  place.dataset.state = state;
  const text = say(state === "refused" && reason === words.undo_stopped ? "{reason}" : words[state], { count, reason });
  if (place.textContent !== text) place.textContent = text;
}

let refreshing = null;
let isAskedAgain = false;

/** Ask for this page again and put what is new into it. */
export function refresh() {
  if (refreshing) {
    isAskedAgain = true;
    return refreshing;
  }
  refreshing = (async () => {
    await new Promise((go) => setTimeout(go, REFRESH_WAIT));
    do {
      isAskedAgain = false;
      await putInNewerPage();
    } while (isAskedAgain);
    refreshing = null;
  })();
  return refreshing;
}

async function putInNewerPage() {
  try {
    const answer = await fetch(location.href, { headers: { "X-Refresh": "1" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    // Structure that is not confirmed yet would be taken away again by an older page.
    if (sync.queue.some((one) => one.edit.kind !== "set")) {
      isAskedAgain = false;
      return;
    }
    morph(document.getElementById("main"), fresh.getElementById("main"), fields.isProtected);
    document.dispatchEvent(new CustomEvent("page-refreshed"));
  } catch {
    // Without a connection the page stays as it is; the stream asks again when it is back.
  }
}

const revisions = {};
let epoch = null;

function listen() {
  const stream = new EventSource("/api/events");
  stream.addEventListener("hello", (event) => {
    const hello = JSON.parse(event.data);
    if (epoch !== null) refresh();
    epoch = hello.epoch;
    Object.assign(revisions, hello.revisions);
    sync.flush();
    adoptOrphans();
  });
  stream.addEventListener("edit", (event) => {
    const news = JSON.parse(event.data);
    if (news.revision <= (revisions[news.document] ?? 0)) return;
    revisions[news.document] = news.revision;
    if (news.client !== client) refresh();
  });
  for (const kind of ["documents", "conflict"]) stream.addEventListener(kind, () => refresh());
  stream.addEventListener("findings", (event) => {
    document.dispatchEvent(new CustomEvent("check-done", { detail: JSON.parse(event.data) }));
  });
}

/** Send what tabs left behind that are not there any more. */
async function adoptOrphans() {
  if (!navigator.locks) return;
  const { held } = await navigator.locks.query();
  const alive = new Set(held.map((one) => one.name));
  for (const other of clientsInStorage(localStorage, page.workspace)) {
    if (other.includes(":") || other === client || alive.has(lockName(other))) continue;
    const orphan = new Sync({
      workspace: page.workspace,
      client: other,
      storage: localStorage,
      post,
      on: { done: () => refresh(), conflict: (one, answer) => fields.conflict(one, answer) },
    });
    orphan.flush();
  }
}

function act(kind) {
  const has = kind === "undo" ? history.undo() : history.redo();
  if (!has) announce(words[kind === "undo" ? "nothing_to_undo" : "nothing_to_redo"]);
}

document.getElementById("undo").addEventListener("click", () => act("undo"));
document.getElementById("redo").addEventListener("click", () => act("redo"));
document.addEventListener("keydown", (event) => {
  const isCommand = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (isCommand && !event.altKey && key === "z" && !event.shiftKey) {
    event.preventDefault();
    act("undo");
  } else if (isCommand && !event.altKey && (key === "y" || (key === "z" && event.shiftKey))) {
    event.preventDefault();
    act("redo");
  } else if (key === "/" && !isCommand && !event.target.closest?.("textarea, input, select, [contenteditable]")) {
    event.preventDefault();
    document.getElementById("search").focus();
  }
});
window.addEventListener("pagehide", () => sync.flush(true));
window.addEventListener("online", () => sync.flush());
window.addEventListener("storage", (event) => {
  if (event.key?.startsWith("competenties:queue:") && event.newValue) adoptOrphans();
});
listen();
