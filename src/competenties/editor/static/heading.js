// The heading and the title of a page follow the name that is written in its field.

const SITE = " · competenties";

document.addEventListener("input", ({ target }) => {
  const heading = document.querySelector("h1[data-follows]");
  if (heading && target.id === heading.dataset.follows && target.value.trim()) heading.textContent = target.value;
});
// Also what comes from elsewhere, and what an undo brings back.
for (const event of ["input", "page-refreshed"]) document.addEventListener(event, () => setTimeout(show));

function show() {
  const heading = document.querySelector("h1[data-follows]");
  if (heading) document.title = heading.textContent + SITE;
}
