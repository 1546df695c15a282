// Sends a list of people or filled forms: the answer is shown in the page, or saved as a file.
//
// Files stay chosen in the page, so that what was looked at can be sent once more for the download.

import { announce, say, words } from "/static/frame.js";

const MOST = 60_000_000;
const FILE = /filename\*=UTF-8''([^;]+)/;

export async function send(form, submitter) {
  const place = document.getElementById(form.dataset.answer);
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  const body = new FormData(form);
  const size = [...body.values()].reduce((sum, one) => sum + (one instanceof File ? one.size : one.length), 0);
  if (size > MOST) {
    tell(place, words.too_large);
    return;
  }
  const isDownload = address !== form.getAttribute("action");
  announce(isDownload ? words.making : words.busy);
  if (submitter) submitter.disabled = true;
  try {
    await taken(await fetch(address, { method: "POST", body }), place, form, isDownload);
  } catch {
    tell(place, words.not_sent);
  } finally {
    if (submitter) submitter.disabled = false;
  }
}

async function taken(answer, place, form, isDownload) {
  if (!answer.ok) {
    const said = await answer.json().catch(() => ({}));
    tell(place, answer.status === 413 || answer.status === 400 ? words.too_large : (said.message ?? words.not_sent), isDownload);
  } else if (isDownload) {
    save(await answer.blob(), answer.headers.get("content-disposition") ?? "");
  } else {
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...fresh.body.childNodes);
    form.dataset.wasSeen = "true";
    announce(place.querySelector("[role=status]")?.textContent ?? "");
  }
}

/** Say what went wrong; what was understood before stays when only a download failed. */
function tell(place, message, keeps = false) {
  const line = document.createElement("p");
  line.className = "notice";
  line.textContent = message;
  place.querySelectorAll(":scope > .notice:not(.errors)").forEach((one) => one.remove());
  if (keeps) place.prepend(line);
  else place.replaceChildren(line);
  announce(message);
}

function save(blob, disposition) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = decodeURIComponent(FILE.exec(disposition)?.[1] ?? "download");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  announce(say(words.downloaded, { name: link.download }));
}
