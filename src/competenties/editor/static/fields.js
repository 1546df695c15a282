// Turns what somebody writes in a field into an edit, and keeps it from what comes from elsewhere.
//
// A field says what it writes: data-document, data-item and data-path (JSON). `data-empty="null"`
// means that nothing written is a field that is not there; `data-type="number"` or `"json"` what a
// value is. A sentence has `data-line`: it holds no line breaks.

import { shown } from "/static/conflicts.js";
import { isTicked } from "/static/morph.js";
import { at, parts } from "/static/sync.js";

const DELAY = 300;

export class Fields {
  constructor({ sync }) {
    this.sync = sync;
    this.confirmed = new WeakMap();
    /** Fields that were written in since the newer page was asked for: it may not know that yet. */
    this.touched = new Set();
    /** Fields in which a newer page said something else, while they were kept. */
    this.skipped = new Set();
    /** The field with the focus that changes all the same: after an undo. */
    this.released = null;
    this.#listen();
    this.start();
  }

  /** Take up the fields of a page: put in what was written before it was loaded. */
  start() {
    for (const one of this.sync.queue) this.putIn(one.edit, one.document);
    document.querySelectorAll("textarea[data-document]").forEach(fit);
  }

  /** Begin with a newer page: what is written from now on is newer than that. */
  asksForPage() {
    this.skipped.clear();
    this.touched = new Set(this.sync.queue.flatMap((one) => keysOf(one)));
  }

  /** Tell whether nothing from outside may be put into a field now. */
  isProtected = (field) => this.#isBusy(field) || (isOurs(field) && this.touched.has(keyOf(target(field))));

  /** Tell whether a field that was kept from a newer page can have what it says now. */
  get areBehind() {
    return [...this.skipped].some((field) => field.isConnected && !this.#isBusy(field));
  }

  /** Take note of an edit that is confirmed. */
  done(one) {
    if (one.history) this.released = document.activeElement;
    for (const key of keysOf(one)) this.touched.add(key);
    for (const edit of parts(one.edit)) this.#confirmAll(edit, one.document);
  }

  /** Let what comes from outside into a field that has the focus. */
  release(field) {
    this.released = field;
  }

  /** Note what the server says in a field. */
  confirm(field, value) {
    this.confirmed.set(field, value);
  }

  find({ item, path }, name) {
    return fieldsOf(name, item).filter((field) => field.dataset.path === JSON.stringify(path));
  }

  /** Show what an edit writes, before it is confirmed. */
  putIn(edit, name) {
    for (const one of sets(edit)) {
      for (const field of this.find(one, name)) {
        this.#confirmed(field);
        if (field.type === "checkbox") field.checked = JSON.stringify(one.value) === field.dataset.on;
        else if (field.type !== "radio" && field.value !== shown(one.value)) field.value = shown(one.value);
        fit(field);
      }
    }
  }

  /** What a field says, as it is written into a document. */
  valueOf(field) {
    if (field.type === "checkbox") return JSON.parse(field.checked ? field.dataset.on : field.dataset.off);
    return typed(field, field.value);
  }

  #listen() {
    document.addEventListener("input", (event) => this.#typed(event.target, DELAY));
    document.addEventListener("change", (event) => this.#typed(event.target, 0));
    document.addEventListener("compositionend", (event) => this.#typed(event.target, DELAY));
    document.addEventListener("focusout", () => this.sync.flush());
    document.addEventListener("field-skipped", (event) => this.skipped.add(event.target));
    document.addEventListener("page-refreshed", () => {
      this.released = null;
    });
    document.addEventListener("field-refreshed", (event) => {
      this.confirmed.delete(event.target);
      fit(event.target);
    });
  }

  #isBusy(field) {
    // What is ticked here says what the document says, once more after an undo; a text that is not in it yet stays.
    if (!isOurs(field)) return field === document.activeElement && (field !== this.released || !isTicked(field));
    const { document: name, item, path } = target(field);
    return (
      (field === document.activeElement && field !== this.released) ||
      field.hasAttribute("data-held") ||
      this.sync.hasPending(name, item, path)
    );
  }

  #typed(field, delay) {
    if (!isOurs(field) || field.hasAttribute("data-held")) return;
    if (delay === 0 && field.matches("textarea, input[type=text], input[type=search]")) return;
    if (field.hasAttribute("data-line") && /[\r\n]/.test(field.value)) putOnOneLine(field);
    fit(field);
    this.released = null;
    const { document: name, item, path } = target(field);
    const value = this.valueOf(field);
    const was = this.sync.expected(name, item, path, this.#confirmed(field));
    if (JSON.stringify(value) === JSON.stringify(was)) return;
    this.touched.add(keyOf({ document: name, item, path }));
    this.sync.record(name, { kind: "set", item, path, was, value }, { delay });
  }

  #confirmAll(edit, name) {
    if (edit.kind === "set") {
      for (const field of this.find(edit, name)) this.confirm(field, edit.value);
    } else if (edit.kind === "insert" && edit.value?.id) {
      for (const field of fieldsOf(name, edit.value.id)) {
        const value = field.dataset.path && at(edit.value, JSON.parse(field.dataset.path));
        if (value !== undefined) this.confirm(field, value);
      }
    }
  }

  #confirmed(field) {
    if (!this.confirmed.has(field)) this.confirmed.set(field, rendered(field));
    return this.confirmed.get(field);
  }
}

/** What a field writes in: the document, the item and the path. */
export function target(field) {
  const { document: name, item, path } = field.dataset;
  return { document: name, item, path: JSON.parse(path) };
}

/** Make a text area as high as its text, in a browser that does not do so itself. */
export function fit(field) {
  if (!(field instanceof HTMLTextAreaElement) || CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

/** Make spaces of line breaks, and leave the cursor behind what was just pasted. */
function putOnOneLine(field) {
  const line = (text) => text.replace(/\s*[\r\n]+\s*/g, " ");
  const cursor = line(field.value.slice(0, field.selectionEnd)).length;
  field.value = line(field.value);
  field.setSelectionRange(cursor, cursor);
}

const isOurs = (one) => one instanceof HTMLElement && one.hasAttribute("data-path") && one.matches("textarea, input, select");
const fieldsOf = (name, item) => [...document.querySelectorAll(`[data-document="${CSS.escape(name)}"][data-item="${CSS.escape(item)}"]`)];
const sets = (edit) => parts(edit).filter((one) => one.kind === "set");
const keyOf = ({ document: name, item, path }) => JSON.stringify([name, item, path]);
const keysOf = (one) => sets(one.edit).map(({ item, path }) => keyOf({ document: one.document, item, path }));

/** What the server wrote into the page, before anybody changed it. */
function rendered(field) {
  if (field.type === "checkbox") return JSON.parse(field.defaultChecked ? field.dataset.on : field.dataset.off);
  if (field.dataset.was !== undefined) return JSON.parse(field.dataset.was);
  if (field instanceof HTMLSelectElement) {
    const option = [...field.options].find((one) => one.defaultSelected);
    return typed(field, option ? option.value : "");
  }
  return typed(field, field.defaultValue);
}

function typed(field, text) {
  if (text === "" && field.dataset.empty === "null") return null;
  if (field.dataset.type === "number") return Number(text);
  if (field.dataset.type === "json") return JSON.parse(text);
  return text;
}
