// The languages of a framework: ticking one, and stopping with one; its texts go only when asked.

import { announce, perform, say, sync, words } from "/static/frame.js";

const dialog = document.getElementById("stop-language");
const place = document.querySelector(".details").dataset;
const part = (name) => dialog.querySelector(`[data-part="${name}"]`);
let about = null;

document.querySelector(".languages").addEventListener("change", async ({ target }) => {
  const found = target.checked ? [] : await foundIn(target.value);
  if (!found) target.checked = true;
  else if (found.some((one) => one.goes || one.stays)) ask(target, found);
  else writeList();
});

/** The languages are one list, so a tick writes the whole of it. */
function writeList() {
  const box = document.querySelector(".languages");
  const value = [...box.querySelectorAll("input")].filter((one) => one.checked).map((one) => one.value);
  const was = sync.expected(place.document, "", ["languages"], JSON.parse(box.dataset.value));
  perform(place.document, { kind: "set", item: "", path: ["languages"], was, value });
}

async function foundIn(language) {
  try {
    const answer = await fetch(`/api/frameworks/${encodeURIComponent(place.framework)}/stopping?language=${encodeURIComponent(language)}`);
    if (answer.ok) return await answer.json();
  } catch {
    // Said below.
  }
  announce(words.not_now);
  return null;
}

function ask(box, found) {
  const language = box.closest("label").textContent.trim();
  const profiles = found.filter((one) => one.document !== place.document && one.goes);
  const stays = sum(found, "stays");
  about = { box, found };
  part("title").textContent = say(words.stop_title, { language });
  part("own").textContent = say(words.stop_own, { count: sum(ofFramework(found), "goes"), language });
  part("profiles").textContent = say(words.stop_profiles, { count: sum(profiles, "goes"), profiles: profiles.length });
  part("with-profiles").hidden = profiles.length === 0;
  part("stays").textContent = say(words.stop_stays, { count: stays, language });
  part("stays").hidden = stays === 0;
  dialog.returnValue = "";
  dialog.showModal();
}

const sum = (found, name) => found.reduce((total, one) => total + one[name], 0);
const ofFramework = (found) => found.filter((one) => one.document === place.document);

dialog.addEventListener("close", () => {
  const { box, found } = about;
  if (dialog.returnValue === "keep") writeList();
  else if (dialog.returnValue === "remove") remove(found);
  else box.checked = true;
  box.focus();
});

/** One edit for each document; the framework last, so that its undo is the first. */
function remove(found) {
  const isWithProfiles = dialog.querySelector("input").checked;
  const chosen = isWithProfiles ? [...found].reverse() : ofFramework(found);
  const asked = chosen.filter((one) => one.edit.operations.length > 0);
  for (const one of asked) perform(one.document, one.edit, { said: say(words.stopped, { count: sum(asked, "goes") }) });
}
