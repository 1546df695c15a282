// The check screen: opens groups, accepts with a reason, weighs rules, and keeps up with the check.

import { announce, perform, refresh, say, words } from "/static/frame.js";

const LAST = 1_000_000;
const AGAIN = 1500;
const accepting = document.getElementById("accept");
const weighing = document.getElementById("weigh");
const notice = document.getElementById("said");
let subject = null;
let behind = null;
let isAsked = false;

const ACTS = { accept: askReason, weigh: askWeight, usual: ({ dataset }) => weigh(dataset.rule, null), "show-again": showAgain };

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.hasAttribute("data-close")) button.closest("dialog").close();
  else ACTS[button.dataset.act]?.(button);
});

function askReason(button) {
  subject = { ...button.dataset };
  behind = nextKey(button.closest(".found"));
  document.getElementById("accept-about").textContent = aboutOf(button);
  document.getElementById("reason").value = "";
  ask(accepting);
}

function askWeight(button) {
  subject = { ...button.dataset };
  const select = document.getElementById("weight");
  select.options[0].textContent = say(select.dataset.standard, { weight: subject.standard });
  select.value = subject.own ?? "";
  document.getElementById("weigh-about").textContent = subject.title;
  ask(weighing);
}

function ask(dialog) {
  dialog.returnValue = "";
  dialog.showModal();
}

accepting.addEventListener("close", () => {
  const reason = document.getElementById("reason").value.trim();
  if (accepting.returnValue !== "do" || !reason) return;
  const { document: name, of: item, field, rule, hash } = subject;
  const value = { rule, item, field, text_hash: hash, reason, on: today() };
  const by = document.getElementById("decided-by").value.trim();
  if (by) value.by = by;
  isAsked = true;
  perform(name, { kind: "insert", item: "", path: ["accepted"], after: LAST, value }, { said: words.check_accepted });
});

weighing.addEventListener("close", () => {
  if (weighing.returnValue === "do") weigh(subject.rule, document.getElementById("weight").value || null);
});

function showAgain({ dataset }) {
  const edit = { kind: "remove", item: "", path: ["accepted", Number(dataset.position)], was: JSON.parse(dataset.value) };
  isAsked = true;
  perform(dataset.document, edit, { said: words.check_shown_again });
}

async function weigh(rule, weight) {
  const { ok, data } = await post("/api/check/weights", { rule, weight });
  notice.hidden = ok;
  if (!ok) notice.textContent = data?.message ?? words.check_failed;
  else announce(words.check_weighed);
  isAsked = true;
  refresh();
}

async function post(address, body) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return { ok: answer.ok, data: await answer.json() };
  } catch {
    return { ok: false, data: null };
  }
}

document.addEventListener("edit-done", ({ detail: { one } }) => one.said && announce(one.said));
document.addEventListener("check-done", async ({ detail }) => {
  const before = document.getElementById("total")?.textContent;
  await refresh();
  const after = document.getElementById("total")?.textContent;
  if (after && before !== after) announce(say(words.check_new, { count: after.trim() }));
  return detail;
});
document.addEventListener("page-refreshed", async () => {
  await loadOpenGroups();
  if (isAsked && document.activeElement === document.body) goOn();
  isAsked = false;
});

/** What had the focus may be gone: go to the finding behind it, else to the top. */
function goOn() {
  const next = [...document.querySelectorAll(".found")].find((one) => one.dataset.key === behind);
  (next?.querySelector("a, button") ?? document.getElementById("main")).focus();
}

const nextKey = (one) => {
  const all = [...document.querySelectorAll("#listed .found")];
  return (all[all.indexOf(one) + 1] ?? all[all.indexOf(one) - 1])?.dataset.key ?? null;
};

// A closed group has its findings only when it is opened: two thousand at once would take long.

document.addEventListener("toggle", (event) => event.target.open && load(event.target), true);

function loadOpenGroups() {
  return Promise.all([...document.querySelectorAll("details.group[open]")].map((one) => load(one)));
}

async function load(group) {
  const place = group.querySelector(":scope > [data-later]");
  if (!place) return;
  try {
    const answer = await fetch(place.dataset.later);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    put(place, page);
  } catch {
    // Without a connection the link in the group stays.
  }
}

/** Put the findings of a group into it; the focus stays at the same finding, where that is left. */
function put(place, page) {
  const active = document.activeElement;
  const key = place.contains(active) ? active.closest(".found")?.dataset.key : null;
  const position = key ? [...active.closest(".found").querySelectorAll("a, button")].indexOf(active) : -1;
  const list = page.querySelector("#listed .list");
  const more = page.querySelector("#listed .pages");
  place.replaceChildren(...[list, more].filter(Boolean).map((one) => document.importNode(one, true)));
  const again = key && [...place.querySelectorAll(".found")].find((one) => one.dataset.key === key);
  if (again) again.querySelectorAll("a, button")[position]?.focus();
}

function aboutOf(button) {
  const found = button.closest(".found").cloneNode(true);
  return (found.querySelector("blockquote") ?? found.querySelector("p")).textContent;
}

function today() {
  const now = new Date();
  const part = (one) => String(one).padStart(2, "0");
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

/** The first check may have ended before this page listened. */
function waitForFirst() {
  if (!document.querySelector("[data-running]")) return;
  refresh();
  setTimeout(waitForFirst, AGAIN);
}
setTimeout(waitForFirst, AGAIN);
loadOpenGroups();
