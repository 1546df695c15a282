// Edits of what has no id, and is named by its place: one at a time, on a page that shows what the server has.

import { refresh, sync } from "/static/frame.js";
import { AT_THE_END, parts } from "/static/sync.js";

const MOST_WAITS = 60;
const WAIT = 40;
const MOST_PAGES = 3;
const LONGEST = 4000;

let isOld = false;
let last = Promise.resolve();
document.addEventListener("edit-done", () => {
  isOld = true;
});
document.addEventListener("page-refreshed", ({ detail }) => {
  isOld = !detail.isNewest;
});

/** Tell whether things stand on this page at the places that they have in the document. */
export const isInPlace = () => !isOld && !sync.queue.some(isShift);

/** Tell whether an edit may give other things another place. */
const isShift = (one) => parts(one.edit).some(({ kind, after }) => kind !== "set" && after !== AT_THE_END);

/**
 * Do something when everything before it is saved and on the page. Without a connection it is done
 * soon all the same, but never while a place may be another one than it seems.
 */
export function inTurn(act) {
  last = last.then(async () => {
    await upToDate();
    await act();
  }).catch((error) => reportError(error));
  return last;
}

async function upToDate() {
  sync.flush();
  for (let waits = 0; sync.queue.some(isShift) || (sync.queue.length > 0 && waits < MOST_WAITS); waits += 1) {
    await new Promise((go) => setTimeout(go, WAIT));
  }
  const asks = () => sync.failures === 0 && (isOld || sync.queue.length > 0);
  for (let pages = 0; asks() && pages < MOST_PAGES; pages += 1) await refreshed();
}

/** Ask for the page and wait until it is there, but not for ever. */
function refreshed() {
  return new Promise((go) => {
    document.addEventListener("page-refreshed", go, { once: true });
    setTimeout(go, LONGEST);
    refresh();
  });
}
