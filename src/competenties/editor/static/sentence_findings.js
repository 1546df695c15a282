// What the check says, under the sentence that it is about, with the way to mend it one click away.

import { announce, perform, say, sync, words } from "/static/frame.js";
import { divide, turnCards } from "/static/cards_edit.js";
import { byId, facts, isContra, listOf, textOf } from "/static/cards_page.js";

const ICONS = { error: "✖", warning: "▲", hint: "●" };
const ORDER = ["error", "warning", "hint"];
const OWN_WORD_SECONDS = 3;

/** What the last whole check said, by item; and what was said since about a sentence, with when. */
let whole = {};
const since = new Map();

export function startFindings() {
  document.addEventListener("findings-of-items", (event) => {
    for (const [item, found] of Object.entries(event.detail)) {
      since.set(item, { found, at: performance.now() });
      showItem(item);
    }
  });
  document.addEventListener("check-done", load);
  document.addEventListener("page-refreshed", showAll);
  document.addEventListener("edit-done", (event) => {
    if (event.detail.one.edit.path?.[0] === "accepted") load();
  });
  load();
}

async function load() {
  try {
    const { document: name, competence } = facts();
    const answer = await fetch(`/api/findings?${new URLSearchParams({ document: name, within: competence })}`);
    if (!answer.ok) return;
    const { is_ready: isReady, items } = await answer.json();
    if (!isReady) return;
    whole = items;
    const now = performance.now();
    // The check may have begun before the last key; what was said about that key's sentence stays.
    for (const [item, { at }] of since) if (now - at > OWN_WORD_SECONDS * 1000) since.delete(item);
    showAll();
  } catch {
    // Without a connection the findings stay as they are.
  }
}

function showAll() {
  for (const place of document.querySelectorAll(".findings[id^='findings-']")) {
    const name = place.id.slice("findings-".length);
    if (name === "competence" || name.startsWith("level-")) show(place, ofCompetence(name));
    else show(place, ofItem(name));
  }
}

function showItem(item) {
  const place = document.getElementById(`findings-${item}`);
  if (place) show(place, ofItem(item));
}

function ofItem(item) {
  const checked = whole[item] ?? [];
  const own = since.get(item)?.found;
  return own ? [...own, ...checked.filter((one) => !one.is_about_wording)] : checked;
}

/** Findings of the competence stand at the level that they name, else at the top. */
function ofCompetence(name) {
  const found = whole[facts().competence] ?? [];
  const level = (one) => {
    const [, position] = one.field.match(/^levels\/(\d+)/) ?? [];
    const column = position && document.querySelector(`.column[data-position="${position}"]`);
    return column ? `level-${column.dataset.level}` : "competence";
  };
  return found.filter((one) => level(one) === name);
}

function show(place, found) {
  const sorted = [...found].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const state = JSON.stringify(sorted);
  if (place.dataset.shown === state || (!place.dataset.shown && sorted.length === 0)) return;
  // Somebody who is writing a reason is not disturbed.
  if (place.querySelector("form")) return;
  const active = place.contains(document.activeElement) ? document.activeElement.textContent : null;
  place.dataset.shown = state;
  place.replaceChildren(...sorted.map(box));
  if (active === null) return;
  const again = [...place.querySelectorAll("button, a")].find((one) => one.textContent === active);
  const field = place.closest("[data-card]")?.querySelector("textarea[data-text]");
  (again ?? field)?.focus();
}

function box(one) {
  const made = element("div", "finding");
  made.dataset.severity = one.severity;
  made.dataset.rule = one.rule;
  const severity = element("span", "severity");
  const icon = element("span", "", ICONS[one.severity]);
  icon.setAttribute("aria-hidden", "true");
  severity.append(icon, ` ${words[one.severity]}`);
  const body = element("div", "finding-body");
  const message = element("p", "", "");
  message.append(...marked(one.message, one), " ", ...marked(one.advice, one));
  body.append(message, actions(one, body));
  made.append(severity, body);
  return made;
}

/** A text with the words in question marked. */
function marked(text, one) {
  const found = wordsOf(one);
  if (!found || !text.includes(`"${found}"`)) return [text];
  const at = text.indexOf(`"${found}"`) + 1;
  return [text.slice(0, at), element("mark", "", found), text.slice(at + found.length)];
}

function wordsOf(one) {
  const field = fieldOf(one);
  if (!one.span || !field) return "";
  return [...field.value].slice(...one.span).join("");
}

function fieldOf(one) {
  const path = JSON.stringify(one.field.split("/").map((step) => (/^\d+$/.test(step) ? Number(step) : step)));
  const fields = document.querySelectorAll(`textarea[data-item="${CSS.escape(one.item)}"]`);
  return [...fields].find((field) => field.dataset.path === path) ?? null;
}

function actions(one, body) {
  const made = element("div", "row finding-actions");
  const field = fieldOf(one);
  for (const remedy of one.remedies) {
    const act = field && remedyButton(remedy, one, field);
    if (act) made.append(act);
  }
  if (field && one.span) made.append(button(words.show_words, () => select(field, one)));
  if (one.can_accept && one.text_hash) made.append(button(words.accept, () => askReason(one, body)));
  const why = element("a", "", words.why);
  Object.assign(why, { href: `/rules/${one.rule}`, target: "_blank", rel: "noopener", title: words.why_new_tab });
  made.append(why);
  return made;
}

function remedyButton(remedy, one, field) {
  const card = byId(one.item);
  if (remedy.texts && card) {
    return button(say(words.make_cards, { number: remedy.texts.length }), () => divide(card, remedy.texts), remedy.texts.join("\n"));
  }
  if (remedy.contra && card && !isContra(listOf(card))) return button(words.make_contra, () => turnCards([card]));
  if (remedy.text) return button(say(words.use_text, { text: remedy.text }), () => write(field, remedy.text));
  return null;
}

/** Put words in place of a sentence, as if they were typed; what is to be filled in is selected. */
function write(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  sync.flush();
  field.focus();
  const gap = text.indexOf("…");
  field.setSelectionRange(gap < 0 ? text.length : gap, gap < 0 ? text.length : gap + 1);
}

/** Select the words in question; positions count code points, a text area counts otherwise. */
function select(field, one) {
  const letters = [...field.value];
  const at = (place) => letters.slice(0, place).join("").length;
  field.focus();
  field.setSelectionRange(at(one.span[0]), at(one.span[1]));
}

function askReason(one, body) {
  if (body.querySelector("form")) return;
  const form = element("form", "accept");
  const id = `reason-${one.item}-${one.rule}`;
  const label = element("label", "", words.accept_reason);
  label.htmlFor = id;
  const reason = Object.assign(document.createElement("input"), { id, type: "text", required: true, maxLength: 500 });
  const save = element("button", "primary", words.accept_save);
  const cancel = button(words.cancel, () => {
    form.remove();
    textBeside(body)?.focus();
  });
  const row = element("div", "row");
  row.append(save, cancel);
  form.append(label, reason, row);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (reason.value.trim()) accept(one, reason.value.trim(), body);
  });
  body.append(form);
  reason.focus();
}

const textBeside = (body) => {
  const card = body.closest("[data-card]");
  return card ? textOf(card) : null;
};

function accept(one, reason, body) {
  const now = new Date();
  const on = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const value = { rule: one.rule, item: one.item, field: one.field, text_hash: one.text_hash, reason, on };
  perform(facts().document, { kind: "insert", item: "", path: ["accepted"], after: 1_000_000, value });
  const field = textBeside(body);
  const isOther = (each) => each.rule !== one.rule || each.field !== one.field;
  whole[one.item] = (whole[one.item] ?? []).filter(isOther);
  const own = since.get(one.item);
  if (own) own.found = own.found.filter(isOther);
  body.querySelector("form").remove();
  showAll();
  field?.focus();
  announce(words.accepted);
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function button(text, act, title = "") {
  const made = element("button", "small", text);
  made.type = "button";
  if (title) made.title = title;
  made.addEventListener("click", act);
  return made;
}
