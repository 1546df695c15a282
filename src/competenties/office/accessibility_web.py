"""What keeps people from reading a web page."""

import re
from collections.abc import Iterator
from typing import Any

from competenties.office.accessibility_barrier import (
    NO_LANGUAGE,
    NO_TITLE,
    Barrier,
    contrast_barriers,
    heading_barriers,
    link_barriers,
    list_barriers,
    merged_cells,
    no_alternative,
    no_header,
    not_described,
)

_COLOUR = re.compile(r"(?<![-\w])color:\s*#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")
_FILL = re.compile(r"(?<![-\w])background(?:-color)?:\s*#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_WHITE = "FFFFFF"
_SHORT_COLOUR = 3


def web_barriers(raw: bytes) -> Iterator[Barrier]:
    """Yield the barriers in a page."""
    from lxml import html

    page: Any = html.document_fromstring(raw)
    if not (page.findtext(".//title") or "").strip():
        yield NO_TITLE
    if not (page.get("lang") or "").strip():
        yield NO_LANGUAGE
    headings = page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")
    yield from heading_barriers((int(one.tag[1]), one.text_content()) for one in headings)
    yield from list_barriers(one.text_content() for one in page.iter("p"))
    yield from link_barriers(one.text_content() for one in page.xpath("//a[@href]"))
    yield from _pictures(page)
    yield from contrast_barriers(_colours(page))
    for table in page.iter("table"):
        yield from _table(table)


def _pictures(page: Any) -> Iterator[Barrier]:
    for one in page.iter("img"):
        is_decorative = one.get("role") in ("presentation", "none")
        if not (one.get("alt") or "").strip() and not is_decorative:
            yield no_alternative((one.get("src") or "…")[:40])
    for one in page.iter("svg"):
        is_named = bool(
            one.get("aria-label") or one.get("aria-labelledby") or one.findtext("title")
        )
        if one.get("aria-hidden") != "true" and not is_named:
            yield no_alternative("svg")


def _table(table: Any) -> Iterator[Barrier]:
    about = table.findtext("caption") or table.get("aria-label") or ""
    if not about.strip():
        yield not_described(table.text_content().strip() or "…")
    headings = list(table.iter("th"))
    if not headings or any(not one.get("scope") for one in headings):
        yield no_header(about or table.text_content())
    for row in table.xpath(".//tbody/tr"):
        cells = row.xpath("td|th")
        is_merged = any(one.get("colspan") or one.get("rowspan") for one in cells)
        if len(cells) > 1 and is_merged:
            yield merged_cells(about or table.text_content())
            return


def _colours(page: Any) -> Iterator[tuple[str, str, str]]:
    """Yield the colours that the styles of a page give to texts, with that behind them."""
    for style in page.iter("style"):
        for chosen, said in _RULE.findall(style.text or ""):
            colour, fill = _COLOUR.search(said), _FILL.search(said)
            if colour:
                yield _six(colour[1]), _six(fill[1]) if fill else _WHITE, chosen.strip()
            elif fill:
                yield _ink(page), _six(fill[1]), chosen.strip()


def _ink(page: Any) -> str:
    """Return the colour of ordinary text."""
    styles = " ".join(one.text or "" for one in page.iter("style"))
    found = re.search(r"\bbody\s*\{[^}]*", styles)
    colour = _COLOUR.search(found[0]) if found else None
    return _six(colour[1]) if colour else "000000"


def _six(colour: str) -> str:
    return "".join(one * 2 for one in colour) if len(colour) == _SHORT_COLOUR else colour
