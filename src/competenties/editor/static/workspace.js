// The workspace screen: sends what is asked there, and says what became of it.

import { announce, refresh, say, words } from "/static/frame.js";

const SAID_AFTER = { delete: "deleted", restore: "restored", settings: "done" };
const notice = document.getElementById("said");

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.dialog) document.getElementById(button.dataset.dialog).showModal();
  else if (button.hasAttribute("data-close")) button.closest("dialog").close();
  else if (button.dataset.post) {
    const { post, title, key, ...body } = button.dataset;
    send(post, body, button, title);
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-post]");
  if (!form) return;
  event.preventDefault();
  const button = event.submitter ?? form.querySelector("button");
  send(form.dataset.post, Object.fromEntries(new FormData(form, button)), button);
});

document.getElementById("start")?.addEventListener("change", (event) => {
  const part = document.querySelector("[data-for-empty]");
  part.hidden = event.target.value !== "";
  for (const one of part.querySelectorAll("input, select")) one.disabled = part.hidden;
});

/** Ask the editor to do something; go where it says, or show the page anew. */
async function send(what, body, button, title = "") {
  button.disabled = true;
  announce(words.busy);
  const { ok, data } = await post(what, body);
  button.disabled = false;
  notice.hidden = ok;
  if (!ok) {
    notice.textContent = data?.message ?? words.no_answer;
    button.closest("dialog")?.close();
    return;
  }
  if (data.to) location.assign(data.to);
  else if (what === "settings") location.reload();
  else await after(what, title);
}

async function after(what, title) {
  await refresh();
  if (SAID_AFTER[what]) announce(say(words[SAID_AFTER[what]], { title }));
  const kept = document.querySelector("[data-key=removed] details");
  if (what === "delete" && kept) kept.open = true;
  if (document.activeElement === document.body) document.getElementById("main").focus();
}

async function post(what, body) {
  try {
    const answer = await fetch(what === "profiles" ? "/api/profiles" : `/api/workspace/${what}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return { ok: answer.ok, data: await answer.json() };
  } catch {
    return { ok: false, data: null };
  }
}

document.addEventListener("check-done", () => refresh());
