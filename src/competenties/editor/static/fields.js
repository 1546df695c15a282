// Turns what somebody writes in a field into an edit, and shows what became of it.
//
// A field says what it writes: data-document, data-item and data-path (JSON). `data-empty="null"`
// means that nothing written is a field that is not there; `data-type="number"` or `"json"` what a
// value is. A sentence has `data-line`: it holds no line breaks.

const DELAY = 300;

export class Fields {
  constructor({ sync, words, announce }) {
    Object.assign(this, { sync, words, announce });
    this.confirmed = new WeakMap();
    document.addEventListener("input", (event) => this.#typed(event.target, DELAY));
    document.addEventListener("change", (event) => this.#typed(event.target, 0));
    document.addEventListener("compositionend", (event) => this.#typed(event.target, DELAY));
    document.addEventListener("focusout", () => this.sync.flush());
    document.addEventListener("field-refreshed", (event) => {
      this.confirmed.delete(event.target);
      fit(event.target);
    });
    this.start();
  }

  /** Take up the fields of a page: put in what was written before it was loaded. */
  start() {
    for (const one of this.sync.queue) if (one.edit.kind === "set") this.#putIn(one);
    for (const one of this.sync.held) this.conflict(one, one.answer);
    document.querySelectorAll("textarea[data-document]").forEach(fit);
  }

  /** Tell whether nothing from outside may be put into a field now. */
  isProtected = (field) => {
    if (!isOurs(field)) return field === document.activeElement;
    const { document: name, item, path } = target(field);
    return (
      field === document.activeElement ||
      field.hasAttribute("data-held") ||
      this.sync.hasPending(name, item, path)
    );
  };

  done(one) {
    if (one.edit.kind !== "set") return;
    for (const field of this.find(one)) this.confirmed.set(field, one.edit.value);
  }

  find({ document: name, edit }) {
    const all = document.querySelectorAll(`[data-document="${CSS.escape(name)}"][data-item="${CSS.escape(edit.item)}"]`);
    return [...all].filter((field) => field.dataset.path === JSON.stringify(edit.path));
  }

  /** Show that somebody else wrote in the same field, and let the reader choose. */
  conflict(one, answer) {
    if (one.edit.kind !== "set") return;
    const [field] = this.find(one);
    if (!field || field.hasAttribute("data-held")) return;
    field.setAttribute("data-held", "");
    const box = document.createElement("div");
    box.className = "conflict";
    box.dataset.key = `conflict-${one.number}`;
    box.setAttribute("data-keep", "");
    const isGone = answer.outcome !== "conflict";
    const said = document.createElement("p");
    said.textContent = isGone ? (answer.message || this.words.gone) : this.words.theirs;
    box.append(said);
    if (!isGone) {
      const theirs = document.createElement("blockquote");
      theirs.textContent = shown(answer.theirs);
      box.append(theirs);
      box.append(
        button(this.words.keep_mine, () => this.#keepMine(one, field, box, answer.theirs)),
        button(this.words.take_theirs, () => this.#takeTheirs(one, field, box, answer.theirs)),
      );
    } else {
      box.append(button(this.words.drop_mine, () => this.#letGo(one, field, box)));
    }
    field.after(box);
    this.announce(said.textContent);
  }

  #keepMine(one, field, box, theirs) {
    const { document: name, item, path } = target(field);
    this.#letGo(one, field, box);
    this.confirmed.set(field, theirs);
    this.sync.record(name, { kind: "set", item, path, was: theirs, value: valueOf(field) });
    field.focus();
  }

  #takeTheirs(one, field, box, theirs) {
    this.#letGo(one, field, box);
    this.confirmed.set(field, theirs);
    field.value = shown(theirs);
    fit(field);
    field.focus();
  }

  #letGo(one, field, box) {
    for (const held of this.sync.held.filter((each) => sameField(each, one))) this.sync.release(held.number);
    field.removeAttribute("data-held");
    box.remove();
  }

  #typed(field, delay) {
    if (!isOurs(field) || field.hasAttribute("data-held")) return;
    if (delay === 0 && field.matches("textarea, input[type=text], input[type=search]")) return;
    if (field.hasAttribute("data-line") && /[\r\n]/.test(field.value)) {
      field.value = field.value.replace(/\s*[\r\n]+\s*/g, " ");
    }
    fit(field);
    const { document: name, item, path } = target(field);
    const value = valueOf(field);
    const was = this.sync.expected(name, item, path, this.#confirmed(field));
    if (JSON.stringify(value) === JSON.stringify(was)) return;
    this.sync.record(name, { kind: "set", item, path, was, value }, { delay });
  }

  #confirmed(field) {
    if (!this.confirmed.has(field)) this.confirmed.set(field, rendered(field));
    return this.confirmed.get(field);
  }

  #putIn(one) {
    for (const field of this.find(one)) {
      if (field.type === "checkbox" || field.type === "radio") continue;
      this.#confirmed(field);
      field.value = shown(one.edit.value);
    }
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

const isOurs = (one) => one instanceof HTMLElement && one.hasAttribute("data-path") && one.matches("textarea, input, select");
const sameField = (a, b) => a.edit.item === b.edit.item && JSON.stringify(a.edit.path) === JSON.stringify(b.edit.path);
const shown = (value) => (value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value));

function valueOf(field) {
  if (field.type === "checkbox") return JSON.parse(field.checked ? field.dataset.on : field.dataset.off);
  return typed(field, field.value);
}

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

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}
