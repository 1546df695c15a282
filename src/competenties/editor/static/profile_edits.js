// How the profile screen sends an edit of structure: one at a time, on a page that is up to date.
//
// What has no id is named by its place, so the places on the page have to be those of the document.

import { perform, refresh, sync } from "/static/frame.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
const MOST_WAITS = 60;
const WAIT = 40;
const LONGEST = 4000;

export const profile = () => document.querySelector(".profile");
export const documentName = () => profile().dataset.document;

let isOld = false;
let last = Promise.resolve();
document.addEventListener("edit-done", () => {
  isOld = true;
});
document.addEventListener("page-refreshed", () => {
  isOld = sync.queue.length > 0;
});

/** Do something when everything before it is saved and on the page. */
export function inTurn(act) {
  last = last.then(async () => {
    await upToDate();
    act();
  }).catch((error) => reportError(error));
  return last;
}

export function send(edit) {
  isOld = true;
  perform(documentName(), edit);
}

export const batch = (operations) => (operations.length === 1 ? operations[0] : { kind: "batch", operations });

/** An id that nobody has: that of its owner and six characters. */
export function newId(owner) {
  const stem = (owner || "x").toLowerCase().replace(/[^a-z0-9-]+/g, "-").replace(/^[^a-z]+/, "").slice(0, 40) || "x";
  const values = crypto.getRandomValues(new Uint8Array(6));
  return `${stem}-${[...values].map((one) => LETTERS[one % 32]).join("")}`;
}

async function upToDate() {
  sync.flush();
  for (let waits = 0; sync.queue.length > 0 && waits < MOST_WAITS; waits += 1) {
    await new Promise((go) => setTimeout(go, WAIT));
  }
  if (isOld) await refreshed();
}

/** Ask for the page and wait until it is there; without a connection not for ever. */
function refreshed() {
  return new Promise((go) => {
    document.addEventListener("page-refreshed", go, { once: true });
    setTimeout(go, LONGEST);
    refresh();
  });
}
