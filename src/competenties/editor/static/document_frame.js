// A document as it will be printed, in a frame: the new one takes the place of the old when it is there.

let round = 0;

/** Load a page beside the one that is seen; `keepsPlace` scrolls it to where the reader was. */
export function showDocument(frames, address, { keepsPlace = false } = {}) {
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
    if (keepsPlace) coming.contentWindow.scrollTo(0, old.contentWindow?.scrollY ?? 0);
    coming.removeAttribute("tabindex");
    coming.className = "";
    old.remove();
  });
  coming.src = address;
  frames.append(coming);
}

/** Show what there is to know about a document: its pages, and what is still missing. */
export async function showFacts(address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.getElementById("document-facts").replaceChildren(...fresh.body.childNodes);
  } catch {
    // Without a connection the last answer stays.
  }
}
