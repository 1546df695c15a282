// The document beside the profile: made again after each save, in place, with what there is to know.

import { showDocument, showFacts } from "/static/document_frame.js";
import { sync } from "/static/frame.js";

const PAUSE = 350;
const place = document.querySelector(".beside");
const chooser = document.getElementById("preview-document");
const frames = place.querySelector(".frames");
const { profile: id, tag } = document.querySelector(".profile").dataset;
const SEEN = "competenties:preview";
let timer = null;
let rounds = 0;

chooser.value = sessionStorage.getItem(SEEN) ?? chooser.value;
if (chooser.selectedIndex < 0) chooser.selectedIndex = 0;
chooser.addEventListener("change", () => {
  sessionStorage.setItem(SEEN, chooser.value);
  links();
  show({ keepsPlace: false });
});
document.addEventListener("edit-done", later);
document.addEventListener("page-refreshed", later);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && isOld) later();
});
let isOld = false;
links();
if (chooser.value === "job-profile") facts();
else show({ keepsPlace: false });

function later() {
  isOld = true;
  clearTimeout(timer);
  timer = setTimeout(() => show(), PAUSE);
}

/** Show the document anew, unless something is on its way that it would not have yet. */
function show({ keepsPlace = true } = {}) {
  if (document.hidden || sync.queue.length > 0) return;
  isOld = false;
  rounds += 1;
  const asked = `${encodeURIComponent(chooser.value)}&language=${tag}&round=${rounds}`;
  showDocument(frames, `/profiles/${encodeURIComponent(id)}/preview?document=${asked}`, { keepsPlace });
  facts();
}

function facts() {
  showFacts(`/documents/${chooser.value}/facts?profile=${encodeURIComponent(id)}&language=${tag}`);
}

function links() {
  const kinds = chooser.selectedOptions[0].dataset.kinds.split(" ");
  for (const link of place.querySelectorAll("[data-kind]")) {
    link.hidden = !kinds.includes(link.dataset.kind);
    link.href = `/documents/${chooser.value}/file?profile=${encodeURIComponent(id)}&type=${link.dataset.kind}&language=${tag}`;
  }
  place.querySelector("[data-print]").href = `/print/${chooser.value}?profile=${encodeURIComponent(id)}&language=${tag}`;
}
