// How the profile screen sends an edit of structure.

import { perform } from "/static/frame.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

export const profile = () => document.querySelector(".profile");
export const documentName = () => profile().dataset.document;

export const send = (edit) => perform(documentName(), edit);

export const batch = (operations) => (operations.length === 1 ? operations[0] : { kind: "batch", operations });

/** An id that nobody has: that of its owner and six characters. */
export function newId(owner) {
  const stem = (owner || "x").toLowerCase().replace(/[^a-z0-9-]+/g, "-").replace(/^[^a-z]+/, "").slice(0, 40) || "x";
  const values = crypto.getRandomValues(new Uint8Array(6));
  return `${stem}-${[...values].map((one) => LETTERS[one % 32]).join("")}`;
}
