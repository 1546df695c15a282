// Puts a newer state of a page into the page that is there, around what somebody is writing.
//
// Elements are the same when they have the same `data-key` or `id`; without one, when they stand in
// the same place with the same tag. A field that `isProtected` keeps its value, and its element.

/** Make the children of `old` those of `fresh`. */
export function morph(old, fresh, isProtected) {
  const focused = document.activeElement;
  const selection = selectionOf(focused);
  children(old, fresh, isProtected);
  if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) {
    focused.focus({ preventScroll: true });
    if (selection) focused.setSelectionRange(...selection);
  }
}

function children(old, fresh, isProtected) {
  const keyed = new Map();
  for (const child of old.children) if (keyOf(child)) keyed.set(keyOf(child), child);
  let cursor = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const key = keyOf(wanted);
    let match = key ? keyed.get(key) : null;
    if (!match && !key && isAlike(cursor, wanted)) match = cursor;
    if (match && !isAlike(match, wanted)) match = null;
    if (match) {
      if (match === cursor) cursor = cursor.nextSibling;
      else old.insertBefore(match, cursor);
      node(match, wanted, isProtected);
    } else {
      old.insertBefore(document.importNode(wanted, true), cursor);
    }
  }
  while (cursor) {
    const next = cursor.nextSibling;
    if (!holdsProtected(cursor, isProtected)) cursor.remove();
    cursor = next;
  }
}

function node(old, fresh, isProtected) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  if (old.hasAttribute("data-keep")) return;
  attributes(old, fresh);
  if (isField(old)) field(old, fresh, isProtected);
  else children(old, fresh, isProtected);
}

function attributes(old, fresh) {
  for (const { name, value } of [...fresh.attributes]) {
    if (old.getAttribute(name) !== value && !(name === "open" || name === "data-focus")) {
      old.setAttribute(name, value);
    }
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !["open", "tabindex", "data-held", "aria-invalid"].includes(name)) {
      old.removeAttribute(name);
    }
  }
}

function field(old, fresh, isProtected) {
  if (isProtected(old)) return;
  if (old instanceof HTMLSelectElement) {
    old.replaceChildren(...[...fresh.children].map((one) => document.importNode(one, true)));
  } else if (old.type === "checkbox" || old.type === "radio") {
    old.checked = fresh.hasAttribute("checked");
    old.defaultChecked = old.checked;
  } else {
    const value = fresh instanceof HTMLTextAreaElement ? fresh.textContent : fresh.getAttribute("value");
    if (old.value !== (value ?? "")) old.value = value ?? "";
    old.defaultValue = value ?? "";
  }
  old.dispatchEvent(new CustomEvent("field-refreshed", { bubbles: true }));
}

const isField = (one) => one.matches?.("textarea, input, select");
const keyOf = (one) => (one instanceof Element ? one.getAttribute("data-key") || one.id : "");

function isAlike(old, wanted) {
  return (
    old &&
    old.nodeType === wanted.nodeType &&
    old.nodeName === wanted.nodeName &&
    keyOf(old) === keyOf(wanted)
  );
}

function holdsProtected(one, isProtected) {
  if (!(one instanceof Element)) return false;
  const fields = one.matches("textarea, input, select") ? [one] : one.querySelectorAll("textarea, input, select");
  return [...fields].some((each) => isProtected(each));
}

function selectionOf(one) {
  const hasText = one instanceof HTMLTextAreaElement || (one instanceof HTMLInputElement && one.type === "text");
  return hasText ? [one.selectionStart, one.selectionEnd, one.selectionDirection] : null;
}
