// Puts a newer state of a page into the page that is there, around what somebody is writing.
//
// Elements are the same when they have the same `data-key` or `id`, also in another list; without
// one, when they stand in the same place with the same tag. A field that `isProtected` keeps its
// value and its element, and says `field-skipped` where the newer page says something else.
// `data-keep` leaves an element as it is; `data-made` is one that the browser made: it stays.

/** Make the children of `old` those of `fresh`. */
export function morph(old, fresh, isProtected) {
  const focused = document.activeElement;
  const selection = selectionOf(focused);
  const about = { isProtected, movable: movable(old, fresh), known: keysIn(fresh), taken: new Set(), leaving: [] };
  children(old, fresh, about);
  for (const one of about.leaving) if (!about.taken.has(one)) drop(one, about);
  if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) {
    focused.focus({ preventScroll: true });
    if (selection) focused.setSelectionRange(...selection);
  }
}

/** What stands once in both pages can go to another list. */
function movable(old, fresh) {
  const there = single(fresh);
  return new Map([...single(old)].filter(([key, one]) => there.has(key) && isAlike(one, there.get(key))));
}

const keysIn = (root) => new Set([...root.querySelectorAll("[data-key], [id]")].map(keyOf));

function single(root) {
  const found = new Map();
  for (const one of root.querySelectorAll("[data-key], [id]")) {
    if (one.parentElement.closest("[data-keep]")) continue;
    const key = keyOf(one);
    found.set(key, found.has(key) ? null : one);
  }
  return new Map([...found].filter(([, one]) => one));
}

function children(old, fresh, about) {
  const keyed = new Map();
  for (const child of old.children) if (keyOf(child)) keyed.set(keyOf(child), child);
  let last = null;
  for (const wanted of [...fresh.childNodes]) {
    last = pastWhatStays(old, last, about);
    const cursor = behind(old, last);
    const match = matchOf(wanted, cursor, keyed, old, about);
    if (match) {
      about.taken.add(match);
      if (match !== cursor) place(old, match, cursor);
      last = match;
      node(match, wanted, about);
    } else {
      last = bringIn(old, wanted, cursor, about);
    }
  }
  for (let cursor = behind(old, last); cursor; cursor = behind(old, last)) {
    if (!leaves(cursor, about)) last = cursor;
  }
}

/** The next node in a list, past what the browser made itself. */
function behind(parent, last) {
  let found = last ? last.nextSibling : parent.firstChild;
  while (found instanceof Element && found.hasAttribute("data-made")) found = found.nextSibling;
  return found;
}

/** What is gone from the newer page and stays because of a field in it, stays where it stands. */
function pastWhatStays(parent, last, { known, isProtected }) {
  const next = behind(parent, last);
  const key = keyOf(next);
  if (!key || known.has(key) || !fieldsIn(next).some((field) => isProtected(field))) return last;
  return pastWhatStays(parent, next, { known, isProtected });
}

function matchOf(wanted, cursor, keyed, old, { movable, taken }) {
  const key = keyOf(wanted);
  if (!key) return isAlike(cursor, wanted) ? cursor : null;
  const found = [keyed.get(key), movable.get(key)].find((one) => one && !taken.has(one) && isAlike(one, wanted));
  return found && !found.contains(old) ? found : null;
}

/** Put an element before another one; where the browser can, it keeps the focus on the way. */
function place(parent, one, before) {
  if (parent.moveBefore && one instanceof Element) parent.moveBefore(one, before);
  else parent.insertBefore(one, before);
}

/** Bring in what is new; what stands in it and was elsewhere before is moved, not made again. */
function bringIn(parent, wanted, before, about) {
  const inside = wanted instanceof Element ? [...wanted.querySelectorAll("[data-key], [id]")] : [];
  const holdsMoved = inside.some((one) => about.movable.has(keyOf(one)));
  const made = document.importNode(wanted, !holdsMoved);
  parent.insertBefore(made, before);
  if (holdsMoved) children(made, wanted, about);
  return made;
}

/** Let a node go that is not in the newer page; tells whether it is gone. */
function leaves(one, about) {
  if (about.movable.get(keyOf(one)) !== one) return drop(one, about);
  about.leaving.push(one); // it may have a place in a list that comes later
  return false;
}

function drop(one, about) {
  if (skips(one, about.isProtected)) return false;
  one.remove();
  return true;
}

/** Tell whether an element that is gone from the page has to stay, because of a field in it. */
function skips(one, isProtected) {
  const kept = fieldsIn(one).filter((field) => isProtected(field));
  kept.forEach(skipped);
  return kept.length > 0;
}

function node(old, fresh, about) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  if (old.hasAttribute("data-keep")) return;
  const isKept = isField(old) && about.isProtected(old) && valueIn(fresh) !== (isTicked(old) ? old.checked : old.value);
  if (isKept) skipped(old);
  attributes(old, fresh, isKept ? ["value", "data-was", "checked"] : []);
  if (!isField(old)) children(old, fresh, about);
  else if (!isKept) field(old, fresh);
}

function attributes(old, fresh, kept) {
  for (const { name, value } of [...fresh.attributes]) {
    if (old.getAttribute(name) !== value && !["open", "data-focus", ...kept].includes(name)) {
      old.setAttribute(name, value);
    }
  }
  for (const { name } of [...old.attributes]) {
    const isOurs = ["open", "tabindex", "data-held", "aria-invalid", ...kept].includes(name);
    if (!fresh.hasAttribute(name) && !isOurs) old.removeAttribute(name);
  }
}

function field(old, fresh) {
  if (old instanceof HTMLSelectElement) {
    // A list that is open stays open when there is nothing new in it.
    if (old.innerHTML !== fresh.innerHTML) old.replaceChildren(...[...fresh.children].map((one) => document.importNode(one, true)));
  } else if (isTicked(old)) {
    old.checked = fresh.hasAttribute("checked");
    old.defaultChecked = old.checked;
  } else {
    const value = valueIn(fresh);
    if (old.value !== value) old.value = value;
    // Also the same text, set again, puts the cursor at its beginning.
    if (old.defaultValue !== value) old.defaultValue = value;
  }
  old.dispatchEvent(new CustomEvent("field-refreshed", { bubbles: true }));
}

/** What a field of a page that is not shown says; of a box to tick, whether it is ticked. */
function valueIn(fresh) {
  if (isTicked(fresh)) return fresh.hasAttribute("checked");
  if (fresh instanceof HTMLTextAreaElement) return fresh.defaultValue;
  if (fresh instanceof HTMLSelectElement) return fresh.value;
  return fresh.getAttribute("value") ?? "";
}

const FIELDS = "textarea, input, select";
const skipped = (field) => field.dispatchEvent(new CustomEvent("field-skipped", { bubbles: true }));
export const isTicked = (one) => one.type === "checkbox" || one.type === "radio";
const isField = (one) => one.matches?.(FIELDS);
const keyOf = (one) => (one instanceof Element ? one.getAttribute("data-key") || one.id : "");

function isAlike(old, wanted) {
  return (
    old &&
    old.nodeType === wanted.nodeType &&
    old.nodeName === wanted.nodeName &&
    keyOf(old) === keyOf(wanted)
  );
}

function fieldsIn(one) {
  if (!(one instanceof Element)) return [];
  return one.matches(FIELDS) ? [one] : [...one.querySelectorAll(FIELDS)];
}

function selectionOf(one) {
  const hasText = one instanceof HTMLTextAreaElement || (one instanceof HTMLInputElement && one.type === "text");
  return hasText ? [one.selectionStart, one.selectionEnd, one.selectionDirection] : null;
}
