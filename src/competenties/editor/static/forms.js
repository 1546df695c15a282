// Forms and documents: the preview follows the choices; lists and filled forms go up and come back.

import "/static/print_link.js";
import { showDocument, showFacts } from "/static/document_frame.js";
import { send } from "/static/forms_upload.js";

const PAUSE = 250;
const beside = document.querySelector(".beside");
const frames = beside.querySelector(".frames");
let timer = null;

document.addEventListener("change", ({ target }) => {
  const maker = target.closest?.("form.maker");
  if (maker) {
    suit(maker);
    clearTimeout(timer);
    timer = setTimeout(() => show(maker), PAUSE);
  }
  const upload = target.closest?.("form[data-at-once]");
  if (upload && (target.type === "file" || target.name === "pasted" || upload.dataset.wasSeen)) upload.requestSubmit();
});
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-preview]");
  if (button) {
    show(button.closest("form"));
    beside.scrollIntoView({ block: "nearest" });
  }
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form.upload")) return;
  event.preventDefault();
  send(event.target, event.submitter);
});
document.addEventListener("toggle", ({ target }) => {
  if (target.matches?.(".document") && target.open) show(target.querySelector("form"));
}, true);
document.querySelectorAll("form.maker").forEach(suit);
const first = document.querySelector("form.maker");
if (first) facts(first);
const wanted = new URLSearchParams(location.search).get("framework");
if (wanted && !location.hash) document.getElementById("documents").scrollIntoView();

/** A team is asked only for a form that is about one; the print page is that of the choices. */
function suit(maker) {
  const team = maker.querySelector("[data-team]");
  if (team) team.hidden = !maker.querySelector("[data-group]:checked");
  maker.querySelector("[data-print]").href = `/print/${maker.dataset.document}?${query(maker)}`;
}

function query(maker) {
  const chosen = new FormData(maker);
  chosen.delete("type");
  return new URLSearchParams(chosen).toString();
}

function show(maker) {
  showDocument(frames, `/documents/${maker.dataset.document}/preview?${query(maker)}`);
  facts(maker);
}

function facts(maker) {
  showFacts(`/documents/${maker.dataset.document}/facts?${query(maker)}`);
}
