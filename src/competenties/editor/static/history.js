// Undo and redo of one tab: what the server said undoes an edit, kept over a reload of the page.

const MOST = 200;

export class History {
  /** `storage` lives as long as the tab; `perform(document, edit, kind)` sends an edit. */
  constructor(storage, key, perform) {
    Object.assign(this, { storage, key, perform });
    const kept = JSON.parse(storage.getItem(key) ?? "{}");
    this.back = kept.back ?? [];
    this.forth = kept.forth ?? [];
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
    this.#keep();
    this.perform(step.document, step.edit, kind);
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

function isNothing(edit) {
  return edit.kind === "batch" && edit.operations.length === 0;
}
