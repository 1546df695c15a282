// The screen of a job profile: its parts, and what is done with the profile as a whole.

import { announce, refresh, words } from "/static/frame.js";
import { fit } from "/static/fields.js";
import { inTurn } from "/static/in_turn.js";
import { documentName, send } from "/static/profile_edits.js";
import "/static/print_link.js";
import "/static/profile_levels.js";
import "/static/profile_lists.js";
import "/static/profile_order.js";
import "/static/profile_preview.js";

const known = {};
const OPEN = `competenties:open:${documentName()}`;

document.addEventListener("click", (event) => {
  const target = event.target;
  if (target.closest?.("#copy-profile")) copy(target.closest("#copy-profile").dataset.profile);
  else if (target.closest?.("#remove-profile")) document.getElementById("remove-dialog").showModal();
  else if (target.closest?.("[data-add-language]")) addLanguage(target.closest("[data-add-language]"));
  else if (target.closest?.("[data-view]")) show(target.closest("[data-view]").dataset.view);
  else if (target.closest?.("a[href*='#']")) setTimeout(toAddress);
});
document.getElementById("remove-dialog").addEventListener("close", ({ target }) => {
  if (target.returnValue === "yes") remove();
});
window.addEventListener("hashchange", toAddress);
document.addEventListener("toggle", remember, true);
document.addEventListener("check-done", () => {
  refresh();
  lookAgain();
});
document.addEventListener("findings-of-items", ({ detail }) => say(detail));
document.addEventListener("page-refreshed", () => say({}));
reopen();
toAddress();
lookAgain();

async function copy(id) {
  const to = await post("/api/profiles", { copy_of: id });
  if (to) location.href = to.to;
}

async function remove() {
  if (await post("/api/workspace/delete", { name: documentName() })) location.href = "/";
}

async function post(address, body) {
  const answer = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const said = await answer.json().catch(() => ({}));
  if (answer.ok) return said;
  announce(said.message ?? "");
  return null;
}

function addLanguage(button) {
  const { addLanguage: tag, languages, was } = button.dataset;
  inTurn(() => send({ kind: "set", item: "", path: ["languages"], was: JSON.parse(was), value: [...JSON.parse(languages), tag] }));
}

function show(view) {
  document.querySelector(".profile").dataset.shows = view;
  for (const one of document.querySelectorAll("[data-view]")) one.setAttribute("aria-pressed", String(one.dataset.view === view));
}

/** Go to the field of the address, also where its part is folded. */
function toAddress() {
  const place = nearest(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  for (let one = place; one; one = one.parentElement) if (one instanceof HTMLDetailsElement) one.open = true;
  place.scrollIntoView({ block: "start" });
  const isBlock = place.matches("details");
  const goal = isBlock ? place.querySelector("summary") : place.matches("textarea, input, select") ? place : place.querySelector("textarea, input, select, summary");
  goal?.focus({ preventScroll: isBlock });
}

/** The row of a requirement, which is named by its place; the element with this id, else that of what it stands in: a field has no part for each language. */
function nearest(id) {
  const requirement = /^f--requirements-(\d+)/.exec(id);
  if (requirement) return document.querySelector(`tr.line[data-place="${requirement[1]}"]`);
  const found = id ? document.getElementById(id) : null;
  return found || !id.includes("-") ? found : nearest(id.slice(0, id.lastIndexOf("-")));
}

/** Parts that were opened or folded stay so when the page is loaded again. */
function remember({ target }) {
  if (target.matches?.(".block")) {
    const kept = JSON.parse(sessionStorage.getItem(OPEN) ?? "{}");
    sessionStorage.setItem(OPEN, JSON.stringify({ ...kept, [target.id]: target.open }));
    if (target.open) target.querySelectorAll("textarea").forEach(fit);
  }
}

function reopen() {
  const kept = JSON.parse(sessionStorage.getItem(OPEN) ?? "{}");
  for (const one of document.querySelectorAll(".block")) if (one.id in kept) one.open = kept[one.id];
}

/** What the last check said of the whole; a sentence that is being written is looked at by itself. */
async function lookAgain() {
  const answer = await fetch(`/api/findings?document=${encodeURIComponent(documentName())}`).catch(() => null);
  if (answer?.ok) say((await answer.json()).items);
}

/** What the check says about an indicator of the profile itself, under its sentence. */
function say(byItem) {
  Object.assign(known, byItem);
  for (const place of document.querySelectorAll("[data-said]")) {
    const found = known[place.dataset.said];
    if (found) place.replaceChildren(...found.map(shown));
  }
}

function shown(one) {
  const line = document.createElement("p");
  line.className = "finding";
  line.dataset.severity = one.severity;
  const severity = document.createElement("span");
  severity.className = "severity";
  severity.textContent = words[`severity_${one.severity}`];
  const text = document.createElement("span");
  text.textContent = `${one.message} ${one.advice}`;
  line.append(severity, " ", text);
  return line;
}
