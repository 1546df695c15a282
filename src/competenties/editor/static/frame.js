// What every screen has: saving, undo, news from other tabs, and the one place that speaks.

import { Conflicts } from "/static/conflicts.js";
import { Fields } from "/static/fields.js";
import { History } from "/static/history.js";
import { morph } from "/static/morph.js";
import { Sync } from "/static/sync.js";
import { adoptLater, adoptOrphans, listen, ownClient } from "/static/tabs.js";

const page = JSON.parse(document.getElementById("page-data").textContent);
export const words = page.words;
const REFRESH_WAIT = 60;
const RETRY_WAIT = 2000;
const ADOPT_WAIT = 1000;
const LONGEST_ANSWER = 20_000;

let waitingActs = [];
let structures = 0;
let edits = 0;
let refreshing = null;
let isAskedAgain = false;
let epoch = null;
const revisions = { ...page.revisions };

/** Fill in `{name}` in a phrase; `{name:zin|zinnen}` is the word that belongs to a number. */
export const say = (phrase, values = {}) => phrase.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name, one, more) => (more === undefined ? (values[name] ?? "") : Number(values[name]) === 1 ? one : more));

/** Let a screen reader say something. */
export function announce(text) {
  const place = document.getElementById("announcer");
  place.textContent = "";
  requestAnimationFrame(() => {
    place.textContent = text;
  });
}

async function post(body, isLast) {
  const answer = await fetch("/api/operations", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    keepalive: isLast,
    redirect: "manual",
    signal: isLast ? null : AbortSignal.timeout(LONGEST_ANSWER),
  });
  const isJson = answer.headers.get("content-type")?.startsWith("application/json");
  return { status: answer.type === "opaqueredirect" ? 403 : answer.status, data: isJson ? await answer.json() : null };
}

export const sync = new Sync({
  workspace: page.workspace,
  client: await ownClient(page.workspace),
  storage: localStorage,
  post,
  on: { state: showState, done, conflict, findings },
});
await adoptOrphans(sync);
export const fields = new Fields({ sync });
const conflicts = new Conflicts({ sync, fields, words, announce });
export const history = new History(sessionStorage, `competenties:history:${page.workspace}`, (name, edit, kind) => {
  fields.putIn(edit, name);
  sync.record(name, edit, { history: kind });
});
conflicts.showAll();
sync.flush();
sync.show();

/** Let be done what somebody did before there was anything to hear it. */
async function catchUp() {
  const modules = [...document.querySelectorAll("script[type=module]")].map((one) => import(one.src));
  // Where one did not come, early.js asks for the page again.
  if ((await Promise.allSettled(modules)).some((one) => one.status === "rejected")) return;
  for (const [kind, place] of document.takeEarly()) {
    if (kind === "click") place.click();
    else place.dispatchEvent(new Event(kind, { bubbles: true }));
  }
}
catchUp();

/** Send an edit that is no typing; the page is asked for again when it is done. */
export function perform(name, edit, about = {}) {
  sync.record(name, edit, { refreshes: true, ...about });
}

/** Tell whether an edit changes more of a page than the text that somebody writes in a field. */
const isStructure = (one) => one.edit.kind !== "set" || one.refreshes || one.history;

function done(one, answer) {
  edits += 1;
  if (!one.isAdopted) history.note(one.document, one.edit, answer.inverse, one.history);
  fields.done(one);
  if (isStructure(one)) structures += 1;
  if (one.sender !== sync.sender || isStructure(one)) refresh();
  if (one.history) announce(words[one.history === "undo" ? "undone" : "redone"]);
  document.dispatchEvent(new CustomEvent("edit-done", { detail: { one, answer } }));
}

function conflict(one, answer) {
  structures += 1;
  fields.done({ ...one, edit: { kind: "batch", operations: [] } });
  if (one.history) {
    announce(words.undo_stopped);
    showState("refused", 0, words.undo_stopped);
  } else if (!sync.held.some((held) => held.number === one.number && held.sender === one.sender)) {
    announce(answer.message);
  }
  conflicts.showAll();
  refresh();
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
  queueMicrotask(whenAllIsSaved);
}

function whenAllIsSaved() {
  if (sync.queue.length > 0) return;
  const kind = waitingActs.shift();
  if (kind) act(kind);
  if (fields.areBehind) refresh();
}

/** Ask for this page again and put what is new into it. */
export function refresh() {
  if (refreshing) {
    isAskedAgain = true;
    return refreshing;
  }
  refreshing = refreshUntilNew().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function refreshUntilNew() {
  do {
    isAskedAgain = false;
    await new Promise((go) => setTimeout(go, REFRESH_WAIT));
    await putInNewerPage();
  } while (isAskedAgain);
}

async function putInNewerPage() {
  const [structuresBefore, editsBefore] = [structures, edits];
  fields.asksForPage();
  const fresh = await newerPage();
  // Structure that is not confirmed yet, or was not when the page was made, would be taken away again.
  if (!fresh || sync.queue.some(isStructure)) return;
  if (structures !== structuresBefore) {
    isAskedAgain = true;
    return;
  }
  morph(document.getElementById("main"), fresh.getElementById("main"), fields.isProtected);
  const isNewest = edits === editsBefore && sync.queue.length === 0;
  document.dispatchEvent(new CustomEvent("page-refreshed", { detail: { isNewest } }));
  if (fields.areBehind) isAskedAgain = true;
}

async function newerPage() {
  try {
    const answer = await fetch(location.href, { headers: { "X-Refresh": "1" } });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    // Without a connection the page stays as it is until there is one again.
    setTimeout(refresh, RETRY_WAIT);
    return null;
  }
}

function onHello(hello) {
  const isNewer = Object.entries(hello.revisions).some(([name, one]) => one > (revisions[name] ?? 0));
  if (isNewer || epoch !== null) refresh();
  epoch = hello.epoch;
  Object.assign(revisions, hello.revisions);
  sync.flush();
}

function onEdit(news) {
  if (news.revision <= (revisions[news.document] ?? 0)) return;
  revisions[news.document] = news.revision;
  if (news.client !== sync.sender) refresh();
}

listen(page.workspace, {
  hello: onHello,
  edit: onEdit,
  documents: () => refresh(),
  conflict: () => refresh(),
  findings: (detail) => document.dispatchEvent(new CustomEvent("check-done", { detail })),
});
setInterval(async () => {
  if (!(await adoptLater(sync))) return;
  conflicts.showAll();
  sync.flush();
}, ADOPT_WAIT);

/** Undo or redo, once what was written before is confirmed: only then it can be undone. */
function act(kind) {
  if (sync.queue.length > 0) {
    const isOffline = sync.failures > 1;
    if (isOffline) announce(document.getElementById("saving").textContent);
    waitingActs = isOffline ? [] : [...waitingActs, kind];
    sync.flush();
    return;
  }
  const has = kind === "undo" ? history.undo() : history.redo();
  if (!has) announce(words[kind === "undo" ? "nothing_to_undo" : "nothing_to_redo"]);
}

/** Of a double click the second one would take away what moved into the place of the first. */
document.addEventListener("click", (event) => {
  const takesAway = event.target.textContent.trim() === "✕" || event.target.closest("[data-left-act]");
  if (event.detail > 1 && takesAway) event.stopImmediatePropagation();
}, true);

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
document.addEventListener("focusout", () => setTimeout(whenAllIsSaved, 0));
document.addEventListener("input", () => {
  waitingActs = [];
});
document.addEventListener("conflict-over", () => refresh());
window.addEventListener("pagehide", () => sync.flush(true));
window.addEventListener("online", () => sync.flush());
window.addEventListener("beforeunload", (event) => {
  if (sync.isFull && !sync.isEmpty) event.preventDefault();
});
