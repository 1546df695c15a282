// The document beside the profile: made again after each save, in place, with what there is to know.

import { sync } from "/static/frame.js";

const PAUSE = 350;
const place = document.querySelector(".beside");
const chooser = document.getElementById("preview-document");
const frames = place.querySelector(".frames");
const { profile: id, tag } = document.querySelector(".profile").dataset;
const SEEN = "competenties:preview";
let timer = null;
let round = 0;

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

/** Load the page beside the one that is seen, and put it in its place when it is there. */
function show({ keepsPlace = true } = {}) {
  if (document.hidden || sync.queue.length > 0) return;
  isOld = false;
  round += 1;
  const mine = round;
  const old = frames.querySelector("iframe:not(.coming)");
  frames.querySelectorAll("iframe.coming").forEach((one) => one.remove());
  const coming = document.createElement("iframe");
  coming.title = old.title;
  coming.className = "coming";
  coming.tabIndex = -1;
  coming.addEventListener("load", () => {
    if (mine !== round) return;
    const y = keepsPlace ? (old.contentWindow?.scrollY ?? 0) : 0;
    coming.contentWindow.scrollTo(0, y);
    coming.removeAttribute("tabindex");
    coming.className = "";
    old.remove();
  });
  coming.src = `/profiles/${encodeURIComponent(id)}/preview?document=${encodeURIComponent(chooser.value)}&language=${tag}&round=${round}`;
  frames.append(coming);
  facts();
}

async function facts() {
  try {
    const answer = await fetch(`/documents/${chooser.value}/facts?profile=${encodeURIComponent(id)}&language=${tag}`);
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.getElementById("document-facts").replaceChildren(...fresh.body.childNodes);
  } catch {
    // Without a connection the last answer stays.
  }
}

function links() {
  const kinds = chooser.selectedOptions[0].dataset.kinds.split(" ");
  for (const link of place.querySelectorAll("[data-kind]")) {
    link.hidden = !kinds.includes(link.dataset.kind);
    link.href = `/documents/${chooser.value}/file?profile=${encodeURIComponent(id)}&type=${link.dataset.kind}&language=${tag}`;
  }
  place.querySelector("[data-print]").href = `/print/${chooser.value}?profile=${encodeURIComponent(id)}&language=${tag}`;
}
