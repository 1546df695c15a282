// Importing: a file that is dropped or pasted, a plan that follows what is said about it, taking it over.

import { announce, history, refresh, say, words } from "/static/frame.js";

// Asking for a file

const asking = document.querySelector("form.asking");
const field = document.getElementById("file");

asking?.addEventListener("submit", async (event) => {
  event.preventDefault();
  announce(words.import_reading);
  asking.toggleAttribute("data-busy", true);
  const answer = await fetch("/import", { method: "POST", body: new FormData(asking) }).catch(() => null);
  asking.toggleAttribute("data-busy", false);
  if (answer?.redirected) location.assign(answer.url);
  else showProblem(answer ? await answer.text() : "");
});

/** What cannot be read is said above the question, which stays. */
function showProblem(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const said = page.querySelector("main [role=alert]") ?? page.querySelector("main h1 + p");
  const box = document.createElement("div");
  box.className = "notice problem";
  box.setAttribute("role", "alert");
  box.append(...(said ? [...said.childNodes].map((one) => document.importNode(one, true)) : [plainly(text)]));
  document.querySelector(".notice.problem, main .notice[role=alert]:not([hidden])")?.remove();
  document.querySelector("main h1").after(box);
  field.value = "";
  box.scrollIntoView({ block: "nearest" });
}

/** A refusal of the guard is plain text; without an answer there is only that. */
const plainly = (text) => (text && !text.includes("<") ? text : words.import_failed);
field?.addEventListener("change", () => field.files.length > 0 && asking.requestSubmit());

for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    if (!asking || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.querySelector("[data-drop]").toggleAttribute("data-over", kind === "dragover");
    if (kind !== "drop" || event.dataTransfer.files.length === 0) return;
    field.files = event.dataTransfer.files;
    asking.requestSubmit();
  });
}

/** A range of Excel that is pasted anywhere on the page lands in its field. */
document.addEventListener("paste", (event) => {
  if (!asking || event.target.closest?.("input, textarea")) return;
  if (event.clipboardData.files.length > 0) {
    field.files = event.clipboardData.files;
    asking.requestSubmit();
    return;
  }
  const text = event.clipboardData.getData("text/plain");
  if (!text.trim()) return;
  const place = document.getElementById("pasted");
  place.closest("details").open = true;
  place.value = text;
  place.focus();
  announce(say(words.import_pasted, { count: text.trim().split("\n").length }));
});

// Correcting the plan

const correct = document.getElementById("correct");
correct?.addEventListener("submit", (event) => {
  event.preventDefault();
  read();
});
correct?.addEventListener("change", () => read());

let reading = Promise.resolve();

function read() {
  reading = reading.then(async () => {
    const answer = await fetch(correct.action, { method: "POST", body: new FormData(correct), redirect: "follow" }).catch(() => null);
    if (!answer) {
      announce(words.import_failed);
      return;
    }
    // The page of a plan that does not come about has another form; so it is loaded anew.
    const wasShown = document.getElementById("take") !== null;
    if (answer.ok !== wasShown || !answer.ok) {
      location.reload();
      return;
    }
    await refresh();
    const found = [...document.querySelectorAll("#found span")].map((one) => one.textContent).join(", ");
    announce(say(words.import_read, { found }));
  });
  return reading;
}

/** What a column can be is in the page once; every choice gets it here. */
function fillChoices() {
  const all = document.getElementById("meanings")?.content.children ?? [];
  for (const select of document.querySelectorAll("select[data-meanings]")) {
    if (select.options.length > 2) continue;
    const { value } = select;
    select.replaceChildren(select.options[0], ...[...all].map((one) => one.cloneNode(true)));
    select.value = value;
  }
}
fillChoices();
document.addEventListener("page-refreshed", fillChoices);

// Taking it over

const key = correct?.action.split("/").at(-1);
document.addEventListener("submit", async (event) => {
  if (event.target.id !== "take") return;
  event.preventDefault();
  await reading;
  const how = new FormData(event.target).get("how") ?? "new";
  const button = event.target.querySelector("button.primary");
  button.disabled = true;
  const done = await post(`/api/import/${key}/take`, { how });
  button.disabled = false;
  if (done) go(done);
});
document.addEventListener("click", async (event) => {
  if (!event.target.closest("[data-drop-file]")) return;
  const done = await post(`/api/import/${key}/drop`, {});
  if (done) go(done);
});

/** What was replaced can be undone as any other edit of this tab. */
function go({ to, undo = [] }) {
  for (const one of undo) history.note(one.document, null, one.inverse, undefined);
  location.assign(to);
}

async function post(address, body) {
  const notice = document.getElementById("said");
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const data = await answer.json();
    if (answer.ok) return data;
    notice.textContent = data.message ?? words.import_failed;
  } catch {
    notice.textContent = words.import_failed;
  }
  notice.hidden = false;
  return null;
}
