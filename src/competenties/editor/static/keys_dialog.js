// The list of keys, and the switch for shortcuts of a single character.

const KEPT = "competenties:single-keys";
const dialog = document.getElementById("keys-dialog");
const isOn = () => localStorage.getItem(KEPT) !== "off";

export function startKeysDialog() {
  const box = document.getElementById("single-keys");
  box.checked = isOn();
  box.addEventListener("change", () => localStorage.setItem(KEPT, box.checked ? "on" : "off"));
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("#keys-open")) dialog.showModal();
  });
  // Before the others: a shortcut that is switched off must not reach them.
  window.addEventListener("keydown", singleKey, true);
}

function singleKey(event) {
  if (!["/", "?"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("textarea, input, select, [contenteditable], dialog")) return;
  if (!isOn()) {
    event.stopImmediatePropagation();
  } else if (event.key === "?") {
    event.preventDefault();
    dialog.showModal();
  }
}
