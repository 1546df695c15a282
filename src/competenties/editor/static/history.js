// Undo and redo of one tab: what the server said undoes an edit, kept over a reload of the page.

const MOST = 200;

export class History {
  /** `storage` lives as long as the tab; `perform(document, edit, kind)` sends an edit. */
  constructor(storage, key, perform) {
    Object.assign(this, { storage, key, perform });
    const { back, forth } = read(storage, key);
    this.back = back ?? [];
    this.forth = forth ?? [];
  }

  /** Take note of an edit that is confirmed; it may itself be an undo. */
  note(document, edit, inverse, kind) {
    if (isNothing(inverse)) return;
    const step = { document, edit: inverse };
    if (kind === "undo") this.forth.push(step);
    else this.back.push(step);
    if (!kind) this.forth = [];
    this.back = this.back.slice(-MOST);
    this.#keep();
  }

  /** Send what undoes the last edit; false when there is none. */
  undo() {
    return this.#take(this.back, "undo");
  }

  redo() {
    return this.#take(this.forth, "redo");
  }

  #take(steps, kind) {
    const step = steps.pop();
    if (!step) return false;
    // First into the queue, then out of the list: a page that goes away in between loses neither.
    this.perform(step.document, step.edit, kind);
    this.#keep();
    return true;
  }

  #keep() {
    try {
      this.storage.setItem(this.key, JSON.stringify({ back: this.back, forth: this.forth }));
    } catch {
      this.back = this.back.slice(-20);
    }
  }
}

function read(storage, key) {
  try {
    return JSON.parse(storage.getItem(key) ?? "{}");
  } catch {
    return {};
  }
}

function isNothing(edit) {
  return !edit || (edit.kind === "batch" && edit.operations.every(isNothing));
}
