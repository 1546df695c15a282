// A document as the server has it now, everything that was typed included.

import { announce, sync, words } from "/static/frame.js";

const TRIES = 40;
const WAIT = 50;

let last = Promise.resolve();

/** Do something with the data of a document, after what was asked before; without a connection not. */
export function withDocument(name, act) {
  last = last.then(async () => {
    const data = await documentNow(name);
    if (data) act(data);
  }).catch((error) => reportError(error));
}

/** Return the data of a document, or null without a connection (which is then said). */
export async function documentNow(name) {
  try {
    for (let n = 0; n < TRIES && sync.queue.length > 0; n += 1) {
      sync.flush();
      await new Promise((go) => setTimeout(go, WAIT));
    }
    const answer = await fetch(`/api/v1/${name}`);
    if (answer.ok) return await answer.json();
  } catch {
    // Said below.
  }
  announce(words.not_now);
  return null;
}
