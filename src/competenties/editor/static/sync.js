// Keeps edits until the server has confirmed them: a queue in the browser, sent one request at a time.
//
// No page in here, so that it can be tested by itself. Six rules, each against a way to lose words:
// an edit is in the storage before it is sent; one that was sent once is never changed again; each
// has a sender and a number of its own, so that a second sending does nothing; what an edit expects
// comes from the edit before it, not from the last answer; an edit in conflict is held until
// somebody chooses; and what a tab leaves behind is taken over by another one.

const MOST_AT_ONCE = 100;
const MOST_BYTES_AT_LAST = 50_000;
const FIRST_WAIT = 300;
const LONGEST_WAIT = 3000;
const PREFIX = "competenties:queue:";

export const storageKey = (workspace, client) => `${PREFIX}${workspace}:${client}`;

/** The clients of a workspace that left something in the storage. */
export function clientsInStorage(storage, workspace) {
  const start = storageKey(workspace, "");
  const names = Array.from({ length: storage.length }, (_, n) => storage.key(n));
  const clients = names.filter((name) => name?.startsWith(start)).map((name) => name.slice(start.length));
  return clients.filter((client) => !client.includes(":"));
}

export class Sync {
  /**
   * `client` is the tab; every page of it sends under a name of its own, so that no number is ever
   * used twice. `post(body, isLast)` sends a request and returns `{ status, data }`; it rejects
   * without a network. `on` is told: `state(name, count, reason)`, `done(edit, answer)`,
   * `conflict(edit, answer)`, `findings(byItem)`.
   */
  constructor({ workspace, client, storage, post, on, wait = (f, ms) => setTimeout(f, ms) }) {
    Object.assign(this, { workspace, client, storage, post, on, wait });
    this.key = storageKey(workspace, client);
    this.sender = crypto.randomUUID();
    this.next = 1;
    this.underway = 0;
    this.failures = 0;
    this.timer = null;
    this.state = "saved";
    const kept = this.#read(this.key);
    this.queue = kept.queue;
    this.held = kept.held;
  }

  get isEmpty() {
    return this.queue.length === 0 && this.held.length === 0;
  }

  /** Keep an edit and send it after `delay` milliseconds. `about` goes along with it, unsent. */
  record(document, edit, { delay = 0, ...about } = {}) {
    const last = this.queue.at(-1);
    if (last && this.#mayChange(last) && !about.history && isSameField(last, document, edit)) {
      Object.assign(last, about, { edit: { ...last.edit, value: edit.value } });
      if (same(last.edit.value, last.edit.was)) this.queue.pop();
    } else {
      this.queue.push({ sender: this.sender, number: this.next, document, edit, ...about });
      this.next += 1;
    }
    this.#keep();
    this.show();
    this.schedule(delay);
  }

  /** What a field will say once everything in the queue is confirmed. */
  expected(document, item, path, confirmed) {
    const field = { kind: "set", item, path };
    for (const one of this.queue.toReversed()) {
      if (one.document !== document) continue;
      for (const edit of parts(one.edit).reverse()) {
        if (isSameField({ document, edit }, document, field)) return edit.value;
        if (edit.kind === "insert" && edit.value?.id === item) return at(edit.value, path) ?? confirmed;
      }
    }
    return confirmed;
  }

  hasPending(document, item, path) {
    const field = { kind: "set", item, path };
    return [...this.queue, ...this.held].some((one) =>
      parts(one.edit).some((edit) => isSameField({ document: one.document, edit }, document, field)),
    );
  }

  schedule(delay) {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = this.wait(() => {
      this.timer = null;
      this.flush();
    }, delay);
  }

  /** Send what waits. `isLast` is for a page that goes away: the browser sends it on by itself. */
  async flush(isLast = false) {
    if ((this.underway > 0 && !isLast) || this.queue.length === 0) return;
    const batch = this.#batch(isLast);
    for (const one of batch) one.isTried = true;
    this.#keep();
    this.underway += 1;
    this.show();
    let answer;
    try {
      const edits = batch.map(({ number, document, edit }) => ({ number, document, edit }));
      answer = await this.post({ client: batch[0].sender, edits }, isLast);
    } catch {
      answer = { status: 0, data: null };
    }
    this.underway -= 1;
    this.#take(batch, answer);
  }

  /** Take over what another tab left, whose lock we have, or we under another name; tells whether there was any. */
  adopt(client, isOurs = false) {
    const key = storageKey(this.workspace, client);
    const { queue, held } = this.#read(key);
    const adopted = (one) => ({ ...one, isAdopted: !isOurs });
    this.queue.push(...queue.map(adopted));
    this.held.push(...held.map(adopted));
    this.#keep();
    if (this.isFull) return false;
    this.storage.removeItem(key);
    return queue.length + held.length > 0;
  }

  /** Change what an edit in conflict wants, because somebody goes on writing in its field. */
  amend(one, value) {
    const found = this.held.findLast((held) => isSameField(held, one.document, one.edit));
    if (found) found.edit = { ...found.edit, value };
    this.#keep();
  }

  /** Let go of an edit in conflict, after somebody chose. */
  release(one) {
    this.held = this.held.filter((other) => !isSame(other, one));
    this.#keep();
    this.show();
  }

  /** Tell whether an edit was never sent, and can be made longer by what is typed after it. */
  #mayChange(one) {
    return !one.isTried && !one.history && one.sender === this.sender;
  }

  #batch(isLast) {
    const most = this.sendsSingly ? 1 : MOST_AT_ONCE;
    const { sender } = this.queue[0];
    const other = this.queue.findIndex((one) => one.sender !== sender);
    const batch = this.queue.slice(0, Math.min(most, other < 0 ? most : other));
    if (!isLast) return batch;
    let bytes = 0;
    const fits = batch.filter((one) => (bytes += new Blob([JSON.stringify(one)]).size) < MOST_BYTES_AT_LAST);
    return fits.length > 0 ? fits : batch.slice(0, 1);
  }

  #take(batch, { status, data }) {
    const isAnswered = status === 200 && Array.isArray(data?.answers) && data.answers.length > 0;
    if (isAnswered) this.#takeAnswers(batch, data);
    else if (status === 413 || status === 422) this.#singleOut(batch, data);
    else this.#waitLonger(status, data);
  }

  #takeAnswers(batch, data) {
    this.failures = 0;
    this.sendsSingly = false;
    this.reason = "";
    const answers = new Map(data.answers.map((one) => [one.number, one]));
    for (const one of batch) this.#settle(one, answers.get(one.number));
    this.#keep();
    this.show();
    this.on.findings?.(data.findings);
    if (this.queue.length > 0) this.schedule(0);
  }

  /** Of edits that are refused together, find the one that is wrong, and hold it. */
  #singleOut(batch, data) {
    this.failures = 0;
    if (batch.length > 1) {
      this.sendsSingly = true;
    } else {
      this.sendsSingly = false;
      this.#settle(batch[0], { outcome: "refused", message: data?.message ?? "" });
      this.#keep();
    }
    this.show();
    this.schedule(0);
  }

  #waitLonger(status, data) {
    this.failures += 1;
    this.reason = status === 507 ? (data?.message ?? "") : "";
    this.isClosed = status === 403;
    this.show();
    this.schedule(Math.min(FIRST_WAIT * 2 ** (this.failures - 1), LONGEST_WAIT));
  }

  #settle(one, answer) {
    if (!answer || !this.queue.some((other) => isSame(other, one))) return;
    this.queue = this.queue.filter((other) => !isSame(other, one));
    if (answer.outcome === "done") {
      this.on.done?.(one, answer);
      return;
    }
    if (!one.history && holdsWords(one.edit)) this.held.push({ ...one, answer });
    this.on.conflict?.(one, answer);
  }

  /** Tell how things stand. */
  show() {
    const waiting = this.queue.length;
    let state = "saved";
    if (this.isFull && !this.isEmpty) state = "full";
    else if (this.failures > 0 && this.reason) state = "refused";
    else if (this.failures > 0) state = this.isClosed ? "closed" : "offline";
    else if (waiting > 0 || this.underway > 0) state = "saving";
    else if (this.held.length > 0) state = "conflict";
    this.state = state;
    this.on.state?.(state, state === "conflict" ? this.held.length : waiting, this.reason ?? "");
  }

  #keep() {
    const { queue, held } = this;
    try {
      if (this.isEmpty) this.storage.removeItem(this.key);
      else this.storage.setItem(this.key, JSON.stringify({ queue, held }));
      this.isFull = false;
    } catch {
      this.isFull = true;
    }
  }

  #read(key) {
    const text = this.storage.getItem(key);
    try {
      const { queue = [], held = [] } = JSON.parse(text ?? "{}");
      return { queue, held };
    } catch {
      this.#setAside(key, text);
      return { queue: [], held: [] };
    }
  }

  /** Keep what cannot be read for whoever looks for it. */
  #setAside(key, text) {
    try {
      this.storage.setItem(`${key}:damaged`, text);
    } catch {
      this.isFull = true;
    }
  }
}

/** The edits in an edit: several of them in a batch, in the order in which they happen. */
export const parts = (edit) => (edit.kind === "batch" ? edit.operations.flatMap(parts) : [edit]);

/** Tell whether somebody wrote what is in an edit, so that it is kept whatever becomes of it. */
export const holdsWords = (edit) => parts(edit).some((one) => one.kind === "set" || one.kind === "insert");

/** Where to insert at the end of a list: nothing is called this, and behind what is not there is the end. */
export const AT_THE_END = "-";

export const isSame = (one, other) => one.sender === other.sender && one.number === other.number;

/** Tell whether an edit, kept for a document, gives the same field another value. */
export function isSameField(one, document, edit) {
  return (
    one.edit.kind === "set" &&
    edit.kind === "set" &&
    one.document === document &&
    one.edit.item === edit.item &&
    same(one.edit.path, edit.path)
  );
}

function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What stands at a path in a value. */
export function at(value, path) {
  return path.reduce((found, step) => found?.[step], value);
}
