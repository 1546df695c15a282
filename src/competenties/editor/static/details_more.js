// The details of a framework: conversation cards with their questions, and what a promise belongs to.

import { expect, finder, inLanguage, place, send } from "/static/details.js";
import { withDocument } from "/static/document_now.js";
import { words } from "/static/frame.js";
import { freshId } from "/static/matrix_page.js";
import { AT_THE_END } from "/static/sync.js";

const ACTS = {
  "card-add": (button) => addCard(button.dataset),
  "card-drop": (button) => dropCard(cardOf(button)),
  "question-add": (button) => addQuestion(cardOf(button), Number(button.dataset.count)),
  "question-drop": (button) => dropQuestion(cardOf(button), button.closest("[data-question]")),
  "link-drop": (button) => dropLink(button),
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-more]");
  if (button) ACTS[button.dataset.more]?.(button);
});

document.addEventListener("change", ({ target }) => {
  if (!target.matches?.("[data-links]") || !target.value) return;
  const item = target.closest("[data-promise]").dataset.promise;
  send({ kind: "insert", item, path: ["competences"], after: AT_THE_END, value: target.value }, words.added);
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

function dropCard(id) {
  withCard(id, (was) => send({ kind: "remove", item: id, path: [], was }, words.dropped));
}

function withCard(id, act) {
  withDocument(place.document, ({ cards = [] }) => {
    const found = cards.find((one) => one.id === id);
    if (found) act(found);
  });
}

function addQuestion(item, count) {
  expect(`f-${item}-questions-${count}`);
  send({ kind: "insert", item, path: ["questions"], after: AT_THE_END, value: inLanguage("") }, words.added);
}

function dropQuestion(item, row) {
  const find = finder(row, (text) => [text]);
  withCard(item, ({ questions = [] }) => {
    const number = find(questions);
    if (number >= 0) send({ kind: "remove", item, path: ["questions", number], was: questions[number] }, words.dropped);
  });
}

function dropLink(button) {
  const { link } = button.dataset;
  const item = button.closest("[data-promise]").dataset.promise;
  withDocument(place.document, ({ promises = [] }) => {
    const number = promises.find((one) => one.id === item)?.competences?.indexOf(link) ?? -1;
    if (number >= 0) send({ kind: "remove", item, path: ["competences", number], was: link }, words.dropped);
  });
}
