// Edits in conflict: both texts at the field, or above the page where the field is not there any more.

import { parts } from "/static/sync.js";

const TEXTS = ["name", "text", "definition", "question", "purpose", "notes"];

export class Conflicts {
  constructor({ sync, fields, words, announce }) {
    Object.assign(this, { sync, fields, words, announce });
    document.addEventListener("page-refreshed", () => this.showAll());
    document.addEventListener("input", (event) => this.#goesOn(event.target));
  }

  /** Show every edit that waits for a choice; what is shown already stays as it is. */
  showAll() {
    for (const one of this.sync.held) this.show(one);
    this.#showElsewhere();
  }

  /** Show that somebody else wrote in the same field, and let the reader choose. */
  show(one) {
    const field = this.#fieldOf(one);
    if (!field || field.hasAttribute("data-held")) return;
    this.fields.putIn(one.edit, one.document);
    field.setAttribute("data-held", "");
    const said = paragraph(this.#saying(one.answer));
    const box = document.createElement("div");
    box.className = "conflict";
    box.setAttribute("data-made", "");
    box.append(said, ...this.#choices(one, field, box));
    field.after(box);
    this.announce(said.textContent);
  }

  #choices(one, field, box) {
    const { outcome, theirs } = one.answer;
    if (outcome !== "conflict") return [button(this.words.drop_mine, () => this.#letGo(one, field, box))];
    const quote = document.createElement("blockquote");
    quote.textContent = shown(theirs);
    return [
      quote,
      button(this.words.keep_mine, () => this.#keepMine(one, field, box)),
      button(this.words.take_theirs, () => this.#takeTheirs(one, field, box)),
    ];
  }

  #keepMine(one, field, box) {
    const { theirs } = one.answer;
    const value = this.fields.valueOf(field);
    // First into the queue, then out of what is held: a page that goes away in between loses neither.
    this.sync.record(one.document, { ...one.edit, was: theirs, value });
    this.#letGo(one, field, box);
    this.fields.confirm(field, theirs);
    field.focus();
  }

  #takeTheirs(one, field, box) {
    this.#letGo(one, field, box);
    this.fields.putIn({ ...one.edit, value: one.answer.theirs }, one.document);
    this.fields.confirm(field, one.answer.theirs);
    field.focus();
    this.fields.release(field);
    document.dispatchEvent(new CustomEvent("conflict-over"));
  }

  #letGo(one, field, box) {
    for (const held of this.sync.held.filter((each) => this.#fieldOf(each) === field)) this.sync.release(held);
    field.removeAttribute("data-held");
    box.remove();
    if (one.answer.outcome !== "conflict") document.dispatchEvent(new CustomEvent("conflict-over"));
  }

  /** Keep what is written in a field while it waits for a choice. */
  #goesOn(field) {
    if (!field.hasAttribute?.("data-held")) return;
    const one = this.sync.held.findLast((each) => this.#fieldOf(each) === field);
    if (one) this.sync.amend(one, this.fields.valueOf(field));
  }

  #fieldOf(one) {
    return one.edit.kind === "set" ? this.fields.find(one.edit, one.document)[0] : undefined;
  }

  /** What belongs to no field of this page, so that it can be read and taken over by hand. */
  #showElsewhere() {
    document.getElementById("left-over")?.remove();
    const left = this.sync.held.filter((one) => !this.#fieldOf(one));
    if (left.length === 0) return;
    const box = document.createElement("section");
    box.id = "left-over";
    box.className = "notice";
    box.setAttribute("aria-label", this.words.gone);
    for (const one of left) box.append(this.#leftOver(one));
    document.getElementById("main").before(box);
  }

  #leftOver(one) {
    const part = document.createElement("div");
    part.className = "conflict";
    const texts = textsOf(one.edit).map((text) => Object.assign(document.createElement("blockquote"), { textContent: text }));
    const drop = button(this.words.drop_mine, () => {
      this.sync.release(one);
      this.#showElsewhere();
    });
    part.append(paragraph(this.#saying(one.answer)), ...texts, drop);
    return part;
  }

  #saying({ outcome, message }) {
    return outcome === "conflict" ? this.words.theirs : message || this.words.gone;
  }
}

/** Every text that somebody wrote in an edit. */
function textsOf(edit) {
  return parts(edit).flatMap((one) => {
    if (one.kind === "set") return [shown(one.value)];
    return one.kind === "insert" ? textsIn(one.value) : [];
  }).filter(Boolean);
}

function textsIn(value) {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => {
    if (typeof one === "string") return TEXTS.includes(name) || isLanguage(name) ? [one] : [];
    return textsIn(one);
  });
}

const isLanguage = (name) => name !== "id" && /^[a-z]{2}(-|$)/.test(name);

/** A value as a field shows it. */
export const shown = (value) => (value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value));

const paragraph = (text) => Object.assign(document.createElement("p"), { textContent: text });

function button(text, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  made.addEventListener("click", act);
  return made;
}
