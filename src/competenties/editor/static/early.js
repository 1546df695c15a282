// Notes what somebody does before the modules of a page are there; frame.js lets it be done after all.
//
// When a module does not come at all, because the editor just stopped, the page is asked again as
// soon as there is an answer, and what was written meanwhile is put into it.
{
  const KEPT = "competenties:early";
  const WAIT = 1000;
  const noted = [];
  const kinds = ["input", "change", "click"];
  let isAsking = false;

  const note = ({ type, target }) => {
    const place = type === "click" ? target.closest("button[type=button]:not([popovertarget])") : target;
    // Who clicks three times because nothing happens wants one thing.
    if (place && !noted.some(([kind, other]) => kind === type && other === place)) noted.push([type, place]);
  };
  for (const kind of kinds) document.addEventListener(kind, note, true);
  document.takeEarly = () => {
    for (const kind of kinds) document.removeEventListener(kind, note, true);
    return noted;
  };

  const written = () =>
    noted
      .filter(([kind, place]) => kind === "input" && place.dataset.path && place.defaultValue !== undefined)
      .map(([, { dataset, defaultValue, value }]) => [dataset.document, dataset.item, dataset.path, defaultValue, value]);

  const askAgain = async () => {
    const answer = await fetch("/static/icon.svg", { method: "HEAD" }).catch(() => null);
    if (!answer?.ok) return setTimeout(askAgain, WAIT);
    sessionStorage.setItem(KEPT, JSON.stringify(written()));
    location.reload();
  };
  document.addEventListener(
    "error",
    ({ target }) => {
      if (!(target instanceof HTMLScriptElement) || isAsking) return;
      isAsking = true;
      askAgain();
    },
    true,
  );
  document.addEventListener("DOMContentLoaded", () => {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
    sessionStorage.removeItem(KEPT);
    for (const field of document.querySelectorAll("[data-path]")) {
      const { document: name, item, path } = field.dataset;
      const mine = kept.find((one) => one[0] === name && one[1] === item && one[2] === path);
      if (!mine) continue;
      const [, , , before, value] = mine;
      // Who wrote here meanwhile is not passed over: what was written goes on from what stood there.
      if (before !== field.defaultValue) field.dataset.was = JSON.stringify(before === "" && field.dataset.empty === "null" ? null : before);
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
}
