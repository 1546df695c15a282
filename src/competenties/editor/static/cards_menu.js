// The menu of a card, and the question where cards should go.

import { words } from "/static/frame.js";
import { mergeUp, moveBy, moveToLevel, removeCards, sendTo, splitCard, turnCards } from "/static/cards_edit.js";
import { cardOf, columnOf, facts, gripOf, isContra, isNew, listOf, textOf } from "/static/cards_page.js";
import { chosenWith, toggle } from "/static/cards_choice.js";
import { openDetails } from "/static/cards_details.js";

const menu = document.getElementById("card-menu");
/** Where the cursor was in a sentence last: the grip takes the focus away from it. */
const cursors = new WeakMap();
let opener = null;

export function startMenu() {
  document.addEventListener("click", (event) => {
    const grip = event.target.closest?.(".grip");
    if (grip && !event.shiftKey && !event.defaultPrevented) open(cardOf(grip));
  });
  document.addEventListener("focusout", (event) => {
    if (event.target.matches?.("textarea[data-text]")) cursors.set(event.target, event.target.selectionStart);
  });
  menu.addEventListener("keydown", alongItems);
  menu.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && document.activeElement === document.body) gripOf(opener)?.focus();
  });
  document.getElementById("place-competence").addEventListener("change", fillLevels);
}

function open(card) {
  opener = card;
  const cards = chosenWith(card);
  const isOne = cards.length === 1;
  const at = cursors.get(textOf(card)) ?? 0;
  show([
    [words.menu_up, () => moveBy(card, -1), isOne],
    [words.menu_down, () => moveBy(card, 1), isOne],
    [words.menu_level, () => chooseLevel(cards), true],
    [words.menu_move, () => askPlace(cards, false), true],
    [words.menu_copy, () => askPlace(cards, true), true],
    [words.menu_split, () => splitCard(card, at), isOne && at > 0 && at < textOf(card).value.length],
    [words.menu_merge, () => mergeUp(card), isOne && card.previousElementSibling && !isNew(card)],
    [isContra(listOf(card)) ? words.menu_wanted : words.menu_contra, () => turnCards(cards), true],
    [words.menu_details, () => openDetails(card), isOne && !isNew(card)],
    [words.menu_choose, () => toggle(card), !isNew(card)],
    [words.menu_delete, () => removeCards(cards), true],
  ]);
}

/** Show items as the menu, beside the grip; the first that can be chosen has the focus. */
function show(items) {
  menu.setAttribute("aria-label", words.menu);
  menu.replaceChildren(...items.map(([label, act, isPossible]) => item(label, act, isPossible)));
  if (!menu.matches(":popover-open")) menu.showPopover();
  place();
  menu.querySelector("button:not([disabled])").focus();
}

function item(label, act, isPossible) {
  const made = document.createElement("button");
  made.type = "button";
  made.setAttribute("role", "menuitem");
  made.tabIndex = -1;
  made.textContent = label;
  made.disabled = !isPossible;
  made.addEventListener("click", () => {
    const isSubmenu = act.name === "chooseLevel" || label === words.menu_level;
    if (!isSubmenu) close();
    act();
  });
  return made;
}

function close() {
  const grip = gripOf(opener);
  menu.hidePopover();
  grip.focus();
}

function place() {
  const grip = gripOf(opener).getBoundingClientRect();
  const own = menu.getBoundingClientRect();
  const left = Math.max(8, Math.min(grip.left, innerWidth - own.width - 8));
  const below = grip.bottom + own.height + 8 < innerHeight;
  menu.style.left = `${left}px`;
  menu.style.top = `${below ? grip.bottom : Math.max(8, grip.top - own.height)}px`;
}

function chooseLevel(cards) {
  const here = columnOf(cards[0]).dataset.level;
  show(
    facts().levels.map(([key, label]) => [
      label,
      () => {
        close();
        moveToLevel(cards, key);
      },
      cards.length > 1 || key !== here,
    ]),
  );
}

function alongItems(event) {
  const items = [...menu.querySelectorAll("button:not([disabled])")];
  const at = items.indexOf(document.activeElement);
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    close();
  } else if (to !== undefined) {
    event.preventDefault();
    items[(to + items.length) % items.length].focus();
  } else if (/^\p{L}$/u.test(event.key)) {
    const found = items.find((one, n) => n > at && one.textContent.toLowerCase().startsWith(event.key.toLowerCase()));
    found?.focus();
  }
}

const dialog = document.getElementById("place-dialog");
const [chosenCompetence, chosenLevel] = ["place-competence", "place-level"].map((id) => document.getElementById(id));

/** Ask which competence and level cards should go to, and send them there. */
export function askPlace(cards, isCopy) {
  const title = isCopy ? words.copy_title : words.move_title;
  document.getElementById("place-title").textContent = title;
  document.getElementById("place-go").textContent = isCopy ? words.menu_copy.replace("…", "") : words.menu_move.replace("…", "");
  const { others, competence } = facts();
  chosenCompetence.replaceChildren(...others.map(([id, name]) => new Option(name || id, id)));
  const at = others.findIndex(([id]) => id === competence);
  chosenCompetence.selectedIndex = isCopy ? at : Math.min(at + 1, others.length - 1);
  fillLevels();
  chosenLevel.value = columnOf(cards[0]).dataset.level;
  if (chosenLevel.selectedIndex < 0) chosenLevel.selectedIndex = 0;
  dialog.returnValue = "";
  dialog.showModal();
  dialog.addEventListener("close", () => go(cards, isCopy), { once: true });
}

function fillLevels() {
  const { others, places } = facts();
  const found = others.find(([id]) => id === chosenCompetence.value);
  const was = chosenLevel.value;
  chosenLevel.replaceChildren(...places[found[2]].map(([key, label]) => new Option(label, key)));
  chosenLevel.value = was;
  if (chosenLevel.selectedIndex < 0) chosenLevel.selectedIndex = 0;
}

function go(cards, isCopy) {
  if (dialog.returnValue !== "go") return;
  const [name, label] = [chosenCompetence, chosenLevel].map((one) => one.selectedOptions[0].textContent);
  sendTo(cards, { competence: chosenCompetence.value, name, key: chosenLevel.value, label }, isCopy);
}
