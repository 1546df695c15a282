// A link to a page that holds only a document: opened in a new tab, with the browser's print.

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-print]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const tab = window.open(link.href, "_blank");
  if (!tab) return;
  event.preventDefault();
  tab.addEventListener("load", () => tab.print());
});
