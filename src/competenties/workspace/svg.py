"""An SVG from outside, made safe: what could load, run or grow is refused."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree

from competenties.messages import Phrase

_SVG = "{http://www.w3.org/2000/svg}"
_RUNNING = frozenset(
    f"{_SVG}{name}"
    for name in ("script", "foreignObject", "handler", "listener", "iframe", "audio", "video")
)
_MOVING = frozenset(
    f"{_SVG}{name}" for name in ("animate", "animateMotion", "animateTransform", "set")
)
_WITHIN = re.compile(r"#|data:image/(png|jpeg);base64,", re.IGNORECASE)
_LEADS = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|\\", re.IGNORECASE)
"""In a style: what leads out of the file, and the signs with which that could be hidden."""

_MOST_DRAWN = 20_000  # elements, with those that are drawn again counted each time
_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+)")
_FOUR = re.compile(r"[\s,]+")

_RUNS = Phrase(nl="er staat een programma in", en="there is a program in it")
_LEADS_OUT = Phrase(
    nl="het verwijst naar iets buiten het bestand", en="it leads to something outside the file"
)
_GROWS = Phrase(
    nl="het wordt bij het openen veel te groot", en="it becomes far too large when it is opened"
)
_SIZELESS = Phrase(
    nl="er staat niet in hoe breed en hoog het is", en="it does not say how wide and high it is"
)


class SvgError(Exception):
    """An SVG that is not safe, or none at all: then there is no reason."""

    def __init__(self, reason: Phrase | None = None) -> None:
        """Keep the reason, as the end of a sentence."""
        super().__init__(reason.en if reason else "")
        self.reason = reason


def safe_svg(content: bytes) -> tuple[bytes, float]:
    """Return an SVG without what is not drawn, and its width over its height. Raises SvgError."""
    root = _parsed(content)
    for element in [*root.iter()]:
        _refuse(element)
    for element in [*root.iter()]:
        if not isinstance(element.tag, str) or not element.tag.startswith(_SVG):
            _remove(element)  # notes, and what a drawing program keeps for itself
    _refuse_growth(root)
    shape = _shape(root)
    etree.cleanup_namespaces(root)
    return etree.tostring(root), shape


def _parsed(content: bytes) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise SvgError from None
    if root.tag != f"{_SVG}svg":
        raise SvgError
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise SvgError(_GROWS)
    return root


def _refuse(element: Any) -> None:
    """Refuse an element that runs something, or that leads out of the file."""
    if not isinstance(element.tag, str):
        return
    if element.tag in _RUNNING:
        raise SvgError(_RUNS)
    if element.tag in _MOVING and "href" in element.get("attributeName", ""):
        raise SvgError(_LEADS_OUT)
    if element.tag == f"{_SVG}style" and _LEADS.search("".join(element.itertext())):
        raise SvgError(_LEADS_OUT)
    for name, value in element.attrib.items():
        local = etree.QName(name).localname.casefold()
        if local.startswith("on"):
            raise SvgError(_RUNS)
        leads = local in ("href", "src") and not _WITHIN.match(value.strip())
        if leads or local == "base" or _LEADS.search(value):
            raise SvgError(_LEADS_OUT)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _refuse_growth(root: Any) -> None:
    """Refuse parts that are drawn again and again within each other."""
    named = {one.get("id"): one for one in root.iter() if one.get("id")}
    open_: set[str] = set()

    @cache
    def drawn(name: str) -> int:
        if name in open_ or len(open_) > 50:  # noqa: PLR2004  (deep enough for any logo)
            raise SvgError(_GROWS)
        open_.add(name)
        count = sum(1 + sum(map(drawn, _used(one, named))) for one in named[name].iter())
        open_.discard(name)
        return count

    total = sum(1 + sum(map(drawn, _used(one, named))) for one in root.iter())
    if total > _MOST_DRAWN:
        raise SvgError(_GROWS)


def _used(element: Any, named: dict[str | None, Any]) -> Iterator[str]:
    """Yield the names of the parts that an element draws."""
    for name, value in element.attrib.items():
        if etree.QName(name).localname == "href" and value.strip()[1:] in named:
            yield value.strip()[1:]
        for found in re.findall(r"url\(\s*['\"]?\s*#([^'\")\s]+)", value):
            if found in named:
                yield found


def _shape(root: Any) -> float:
    """Return the width over the height: of what is shown, else of what the file says it takes."""
    box = _FOUR.split(root.get("viewBox", "").strip(" ,"))
    sides = box[2:] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]  # noqa: PLR2004
    if any("%" in side for side in sides):
        raise SvgError(_SIZELESS)
    found = [float(match[1]) for side in sides if (match := _NUMBER.match(side))]
    if len(found) != 2 or not all(0 < one < 1e6 for one in found):  # noqa: PLR2004
        raise SvgError(_SIZELESS)
    return found[0] / found[1]
