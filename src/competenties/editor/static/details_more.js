// The details of a framework: conversation cards with their questions, and what a promise belongs to.

import { expect, inLanguage, place, send } from "/static/details.js";
import { documentNow } from "/static/document_now.js";
import { words } from "/static/frame.js";
import { freshId } from "/static/matrix_page.js";

const ACTS = {
  "card-add": (button) => addCard(button.dataset),
  "card-drop": (button) => dropCard(cardOf(button)),
  "question-add": (button) => addQuestion(cardOf(button), Number(button.dataset.count)),
  "question-drop": (button) => dropQuestion(cardOf(button), Number(button.closest("[data-question]").dataset.question)),
  "link-drop": (button) => dropLink(button),
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-more]");
  if (button) ACTS[button.dataset.more]?.(button);
});

document.addEventListener("change", ({ target }) => {
  if (!target.matches?.("[data-links]") || !target.value) return;
  const count = Number(target.dataset.links);
  const item = target.closest("[data-promise]").dataset.promise;
  send({ kind: "insert", item, path: ["competences"], after: count ? count - 1 : null, value: target.value }, words.added);
  target.value = "";
});

const cardOf = (one) => one.closest("[data-card-of]").dataset.cardOf;

function addCard({ kind, called }) {
  const id = freshId(place.framework);
  const last = [...document.querySelectorAll("[data-card-of]")].at(-1)?.dataset.cardOf ?? null;
  const name = called[0].toUpperCase() + called.slice(1);
  expect(`f-${id}-name`);
  send({ kind: "insert", item: "", path: ["cards"], after: last, value: { id, kind, name: inLanguage(name) } }, words.added);
}

async function dropCard(id) {
  const was = (await documentNow(place.document))?.cards.find((one) => one.id === id);
  if (was) send({ kind: "remove", item: id, path: [], was }, words.dropped);
}

function addQuestion(item, count) {
  expect(`f-${item}-questions-${count}`);
  send({ kind: "insert", item, path: ["questions"], after: count ? count - 1 : null, value: inLanguage("") }, words.added);
}

async function dropQuestion(item, number) {
  const was = (await documentNow(place.document))?.cards.find((one) => one.id === item)?.questions?.[number];
  if (was !== undefined) send({ kind: "remove", item, path: ["questions", number], was }, words.dropped);
}

function dropLink(button) {
  const { link, number } = button.dataset;
  const item = button.closest("[data-promise]").dataset.promise;
  send({ kind: "remove", item, path: ["competences", Number(number)], was: link }, words.dropped);
}
