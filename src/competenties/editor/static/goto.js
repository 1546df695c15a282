// Goes to the field that an address names after #: the field itself, else what is nearest to it.
//
// A finding names its field by a path; a screen may show a part of that path as one field, or only
// the item. So the name is shortened until something on the page has it.

const LONGEST_WAIT = 3000;
const STEP = 100;

function target(name) {
  for (let one = name; one.length > 2; one = one.slice(0, Math.max(one.lastIndexOf("-"), 0))) {
    const found = document.getElementById(one) ?? document.querySelector(`[id^="${CSS.escape(one)}-"]`);
    if (found) return found;
  }
  return null;
}

function focusable(one) {
  const fields = "textarea, input, select, button, a[href], summary, [tabindex]";
  return one.matches(fields) ? one : one.querySelector(fields);
}

function go(since = performance.now()) {
  const name = decodeURIComponent(location.hash.slice(1));
  if (!/^(f|g|block)-/.test(name) || document.activeElement?.id === name) return;
  const found = target(name);
  if (!found) {
    if (performance.now() - since < LONGEST_WAIT) setTimeout(() => go(since), STEP);
    return;
  }
  for (let box = found.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  (focusable(found) ?? found).focus({ preventScroll: true });
  found.scrollIntoView({ block: "center" });
}

go();
// Once a page is whole, the browser goes to what it names by itself, and takes the focus off again.
addEventListener("load", () => setTimeout(() => document.activeElement === document.body && go()));
addEventListener("hashchange", () => go());
