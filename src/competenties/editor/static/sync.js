// Keeps edits until the server has confirmed them: a queue in the browser, sent one request at a time.
//
// No page in here, so that it can be tested by itself. Five rules, each against a way to lose words:
// an edit is in the storage before it is sent; one that was sent once is never changed again; each
// has a number, so that a second sending does nothing; what an edit expects comes from the edit
// before it, not from the last answer; and an edit in conflict is held until somebody chooses.

const MOST_AT_ONCE = 100;
const FIRST_WAIT = 300;
const LONGEST_WAIT = 3000;
const PREFIX = "competenties:queue:";

export const storageKey = (workspace, client) => `${PREFIX}${workspace}:${client}`;

/** The clients of a workspace that left something in the storage. */
export function clientsInStorage(storage, workspace) {
  const start = storageKey(workspace, "");
  const names = Array.from({ length: storage.length }, (_, n) => storage.key(n));
  return names.filter((name) => name?.startsWith(start)).map((name) => name.slice(start.length));
}

export class Sync {
  /**
   * `post(body, isLast)` sends a request and returns `{ status, data }`; it rejects without a network.
   * `on` is told: `state(name, count, reason)`, `done(edit, answer)`, `conflict(edit, answer)`,
   * `findings(byItem)`.
   */
  constructor({ workspace, client, storage, post, on, wait = (f, ms) => setTimeout(f, ms) }) {
    Object.assign(this, { client, storage, post, on, wait });
    this.key = storageKey(workspace, client);
    this.queue = [];
    this.held = [];
    this.next = 1;
    this.isSending = false;
    this.failures = 0;
    this.timer = null;
    this.state = "saved";
    this.#read();
  }

  get isEmpty() {
    return this.queue.length === 0 && this.held.length === 0;
  }

  /** Keep an edit and send it after `delay` milliseconds. `about` goes along with it, unsent. */
  record(document, edit, { delay = 0, ...about } = {}) {
    const last = this.queue.at(-1);
    if (last && !last.isTried && !last.history && !about.history && isSameField(last, document, edit)) {
      last.edit = { ...last.edit, value: edit.value };
      if (same(last.edit.value, last.edit.was)) this.queue.pop();
    } else {
      this.queue.push({ number: this.next, document, edit, ...about });
      this.next += 1;
    }
    this.#keep();
    this.#show();
    this.schedule(delay);
  }

  /** What a field will say once everything in the queue is confirmed. */
  expected(document, item, path, confirmed) {
    const found = this.queue.findLast((one) => isSameField(one, document, { kind: "set", item, path }));
    return found ? found.edit.value : confirmed;
  }

  hasPending(document, item, path) {
    const edit = { kind: "set", item, path };
    return [...this.queue, ...this.held].some((one) => isSameField(one, document, edit));
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
    if ((this.isSending && !isLast) || this.queue.length === 0) return;
    const batch = this.queue.slice(0, this.sendsSingly ? 1 : MOST_AT_ONCE);
    for (const one of batch) one.isTried = true;
    this.#keep();
    this.isSending = true;
    this.#show();
    let answer;
    try {
      const edits = batch.map(({ number, document, edit }) => ({ number, document, edit }));
      answer = await this.post({ client: this.client, edits }, isLast);
    } catch {
      answer = { status: 0, data: null };
    }
    this.isSending = false;
    this.#take(batch, answer);
  }

  /** Let go of an edit in conflict, after somebody chose. */
  release(number) {
    this.held = this.held.filter((one) => one.number !== number);
    this.#keep();
    this.#show();
  }

  #take(batch, { status, data }) {
    if (status === 200) {
      this.failures = 0;
      this.sendsSingly = false;
      this.reason = "";
      const answers = new Map(data.answers.map((one) => [one.number, one]));
      for (const one of batch) this.#settle(one, answers.get(one.number));
      this.#keep();
      this.#show();
      this.on.findings?.(data.findings);
      if (this.queue.length > 0) this.schedule(0);
      return;
    }
    if (status === 413 || status === 422) {
      if (batch.length > 1) {
        this.sendsSingly = true;
        this.schedule(0);
        return;
      }
      this.#settle(batch[0], { outcome: "refused", message: data?.message ?? "" });
      this.#keep();
      this.schedule(0);
      return;
    }
    this.failures += 1;
    this.reason = status === 507 ? (data?.message ?? "") : "";
    this.isClosed = status === 403;
    this.#show();
    this.schedule(Math.min(FIRST_WAIT * 2 ** (this.failures - 1), LONGEST_WAIT));
  }

  #settle(one, answer) {
    if (!answer) return;
    this.queue = this.queue.filter((other) => other.number !== one.number);
    if (answer.outcome === "done") {
      this.on.done?.(one, answer);
    } else if (one.history) {
      this.on.conflict?.(one, answer);
    } else {
      this.held.push({ ...one, answer });
      this.on.conflict?.(one, answer);
    }
  }

  #show() {
    const waiting = this.queue.length;
    let state = "saved";
    if (this.isFull) state = "full";
    else if (this.failures > 0 && this.reason) state = "refused";
    else if (this.failures > 0) state = this.isClosed ? "closed" : "offline";
    else if (waiting > 0 || this.isSending) state = "saving";
    else if (this.held.length > 0) state = "conflict";
    this.state = state;
    this.on.state?.(state, state === "conflict" ? this.held.length : waiting, this.reason ?? "");
  }

  #keep() {
    try {
      if (this.isEmpty) this.storage.removeItem(this.key);
      else {
        const { queue, held, next } = this;
        this.storage.setItem(this.key, JSON.stringify({ queue, held, next }));
      }
      this.isFull = false;
    } catch {
      this.isFull = true;
    }
    try {
      this.storage.setItem(`${this.key}:next`, String(this.next));
    } catch {
      this.isFull = true;
    }
  }

  #read() {
    const text = this.storage.getItem(this.key);
    const next = Number(this.storage.getItem(`${this.key}:next`));
    if (next > 1) this.next = next;
    if (!text) return;
    try {
      const kept = JSON.parse(text);
      this.queue = kept.queue ?? [];
      this.held = kept.held ?? [];
      this.next = Math.max(this.next, kept.next ?? 1);
    } catch {
      this.storage.setItem(`${this.key}:damaged`, text);
    }
  }
}

function isSameField(one, document, edit) {
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
