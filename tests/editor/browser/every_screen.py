"""All screens of the editor: where they are, and what can be asked of each of them in a browser."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from competenties.editor import screens, site
from competenties.messages import Phrase

if TYPE_CHECKING:
    from playwright.sync_api import Page

FRAMEWORK = "/frameworks/{framework}"
SCREENS: dict[str, tuple[str, ...]] = {
    "/": ("/",),
    "/check": ("/check", "/check?document=frameworks%2Fklein"),
    "/forms": ("/forms",),
    "/import": ("/import",),
    "/import/{key}": ("/import/<key>",),
    "/profiles/{profile}": (
        "/profiles/wijkverpleegkundige?competences=all",
        "/profiles/wijkverpleegkundige?text=en",
    ),
    "/rules/{name}": ("/rules/avoidance-verb",),
    "/search": ("/search?q=klant", "/search?q=zzqqxx"),
    FRAMEWORK: (
        "/frameworks/basis",
        "/frameworks/basis?view=sentences&opened=klantgerichtheid.2",
        "/frameworks/klein",
    ),
    FRAMEWORK + "/competences/{competence}": (
        "/frameworks/basis/competences/klantgerichtheid?open=questions&open=tips",
        "/frameworks/klein/competences/samenwerken",
    ),
    FRAMEWORK + "/details": ("/frameworks/basis/details",),
    FRAMEWORK + "/export": ("/frameworks/basis/export?program=moodle",),
    FRAMEWORK + "/profiles": ("/frameworks/basis/profiles",),
}
"""Every screen, and the addresses at which it is looked at; `<key>` is of a file that was chosen."""

NO_SCREENS = {
    "/api/frameworks/{framework}/stopping": "what the details of a framework ask before texts go",
    "/documents/{document}/facts": "a few lines that are put beside a preview",
    "/documents/{document}/file": "a file to download",
    "/documents/{document}/preview": "the document itself, in a frame",
    "/import/{key}/left.xlsx": "a file to download",
    "/print/{document}": "the document itself, as it prints",
    "/profiles/{profile}/preview": "the document itself, in a frame",
}
"""What can be asked for and is no screen, with why."""

EMPTY = ("/", "/check", "/forms", "/import", "/search?q=klant", "/frameworks/nergens")
"""What is looked at in an empty workspace; the last is a page that is not there."""

ADDRESSES = [one for found in SCREENS.values() for one in found]

_LABELS = """() => {
  const found = [];
  const own = document.documentElement.lang;
  const spoken = (one) => (one.closest("[lang]")?.lang ?? own) === own;
  const places = "button, a, label, legend, summary, h1, h2, h3, h4, th, dt, dd, option, p.note, .finding p, nav, caption";
  for (const one of document.querySelectorAll(places)) {
    if (one.closest("dialog:not([open]), template")) continue; // filled in when it is shown
    if (one.closest("table.columns tbody th")) continue; // the words of a reader's own file
    if (spoken(one)) found.push(one.textContent);
  }
  for (const name of ["aria-label", "placeholder", "title"]) {
    for (const one of document.querySelectorAll(`[${name}]`)) if (spoken(one)) found.push(one.getAttribute(name));
  }
  return found.map((one) => one.replace(/\\s+/g, " ").trim()).filter(Boolean);
}"""

_FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body || one.tagName === "IFRAME") return null;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const name = `${one.tagName.toLowerCase()}#${one.id} ${one.textContent.trim().slice(0, 30)}`;
  const isSeen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return { name, isSeen, isOutlined };
}"""


def routes() -> set[str]:
    """Return every address that a screen module answers when it is asked for."""
    modules = [one.name for one in pkgutil.iter_modules(screens.__path__)]
    routers = [importlib.import_module(f"{screens.__name__}.{one}").ROUTER for one in modules]
    return {route.path for one in routers for route in one.routes if "GET" in route.methods}


def open_all(page: "Page") -> None:
    """Open everything that is folded, and let it come to rest."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.wait_for_timeout(300)


def strange_words(page: "Page", language: str) -> list[str]:
    """Return the labels of a page that are not in its language, or that have a gap."""
    other = "en" if language == "nl" else "nl"
    foreign, own = _said_in(other), _said_in(language)
    labels = set(page.evaluate(_LABELS))
    gaps = [one for one in labels if re.search(r"\{\w*\}|undefined|\[object|\bNaN\b", one)]
    return sorted(gaps + [one for one in labels if one in foreign and one not in own])


def unclear_focus(page: "Page", most: int) -> list[str]:
    """Press Tab that many times; return what has the focus and does not show it."""
    unclear = []
    for _ in range(most):
        page.keyboard.press("Tab")
        found: dict[str, Any] | None = page.evaluate(_FOCUS)
        if found is not None and not (found["isSeen"] and found["isOutlined"]):
            unclear.append(f"{found['name']}: {found}")
    return unclear


@cache
def _said_in(language: str) -> frozenset[str]:
    """Return everything that the editor can say in a language, without what is filled in later."""
    modules = [
        importlib.import_module(one.name)
        for one in pkgutil.walk_packages([str(site.HERE)], "competenties.editor.")
    ]
    phrases = (phrase for one in modules for phrase in _phrases(vars(one)))
    return frozenset(str(getattr(one, language)).strip() for one in phrases)


def _phrases(value: Any) -> Iterator[Phrase]:
    if isinstance(value, Phrase):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _phrases(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _phrases(one)
