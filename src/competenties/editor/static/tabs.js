// What tabs of one browser agree on: which is which, who takes over, and who listens to the server.

import { clientsInStorage } from "/static/sync.js";

const RELOAD_WAIT = 500;
const GONE_AFTER = 4000;
const clientKey = (workspace) => `competenties:client:${workspace}`;
const lockName = (workspace, client) => `${clientKey(workspace)}:${client}`;

/** What this tab was called before, when the page before it was slow to let that go. */
let former = null;

/** Since when tabs that left something are not there any more. */
let missed = new Map();

/** An id of our own for this tab, also after a reload; a copy of a tab gets another one. */
export async function ownClient(workspace) {
  const kept = sessionStorage.getItem(clientKey(workspace));
  if (kept && (await holdsLock(workspace, kept))) return kept;
  former = kept;
  const made = crypto.randomUUID();
  await holdsLock(workspace, made);
  sessionStorage.setItem(clientKey(workspace), made);
  return made;
}

/** Hold a lock as long as this page lives; after a reload the page before may have it for a moment. */
function holdsLock(workspace, client) {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(RELOAD_WAIT);
    const kept = () => {
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks.request(lockName(workspace, client), { signal }, kept).catch(() => resolve(false));
  });
}

/** Take over what tabs left behind that are not there any more, each once; tells whether there was any. */
export async function adoptOrphans(sync, clients = others(sync)) {
  let isAny = false;
  for (const client of clients) {
    const adopt = (lock) => (lock ? sync.adopt(client, client === former) : false);
    if (await navigator.locks.request(lockName(sync.workspace, client), { ifAvailable: true }, adopt)) isAny = true;
  }
  return isAny;
}

/**
 * As `adoptOrphans`, but after a while, and only while the server answers: a page that loads again
 * or comes back goes on with its own, and shows it.
 */
export async function adoptLater(sync) {
  const held = new Set((await navigator.locks.query()).held.map((lock) => lock.name));
  const orphans = others(sync).filter((client) => !held.has(lockName(sync.workspace, client)));
  const now = performance.now();
  missed = new Map(orphans.map((client) => [client, missed.get(client) ?? now]));
  const gone = orphans.filter((client) => now - missed.get(client) >= GONE_AFTER);
  if (gone.length === 0 || sync.failures > 0 || !(await answers())) return false;
  return adoptOrphans(sync, gone);
}

const others = ({ storage, workspace, client }) => clientsInStorage(storage, workspace).filter((one) => one !== client);

async function answers() {
  try {
    return (await fetch("/static/icon.svg", { method: "HEAD" })).ok;
  } catch {
    return false;
  }
}

/**
 * Tell `on[kind](data)` what the server says. One tab listens for all of them: a browser opens six
 * connections to a server, and a stream a tab would leave none for saving.
 */
export function listen(workspace, on) {
  const channel = new BroadcastChannel(`competenties:news:${workspace}`);
  let hello = null;
  let isGreeted = false;
  const tellOnly = (kind, data) => {
    isGreeted = true;
    on[kind]?.(data);
  };
  const tell = (kind, data) => {
    if (kind === "hello") hello = data;
    // Whoever comes in later is greeted with how things stand then.
    if (kind === "edit" && hello) hello.revisions[data.document] = data.revision;
    tellOnly(kind, data);
    channel.postMessage({ kind, data });
  };
  channel.addEventListener("message", ({ data: { kind, data } }) => {
    if (kind === "hello") isGreeted = true;
    if (kind === "ask" && hello) channel.postMessage({ kind: "greet", data: hello });
    else if (kind === "greet" && !isGreeted) tellOnly("hello", data);
    else on[kind]?.(data);
  });
  channel.postMessage({ kind: "ask" });
  navigator.locks.request(`competenties:stream:${workspace}`, () => {
    openStream(Object.keys(on), tell);
    return new Promise(() => {});
  });
}

function openStream(kinds, tell) {
  const stream = new EventSource("/api/events");
  for (const kind of kinds) stream.addEventListener(kind, (event) => tell(kind, JSON.parse(event.data)));
  stream.addEventListener("error", () => {
    // A refusal ends a stream for good; the editor may be started again later.
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => openStream(kinds, tell), 3000);
  });
}
