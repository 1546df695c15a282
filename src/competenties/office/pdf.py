"""Blocks as a PDF (tagged, PDF/UA-1), laid out by typst with the measures of the Word document.

Nothing is loaded from elsewhere: the fonts are those of the computer, or else those in typst.
"""

import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any

from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.office import look
from competenties.office.blocks import Document
from competenties.office.clean import has_ink
from competenties.office.glyphs import line_count, widening
from competenties.office.house_style import HouseStyle
from competenties.office.page_edges import has_header, under_page
from competenties.office.pages import line_height
from competenties.office.pdf_content import content
from competenties.office.pdf_measures import measures
from competenties.office.pdf_template import ONE_LETTER, TEMPLATE
from competenties.office.pdf_text import Node, pieces, prepared
from competenties.office.typesetter import NotLaidOutError, families, typeset

_PAGE = Phrase(nl="pagina", en="page")
_OF = Phrase(nl="van", en="of")
_IMPOSSIBLE = Phrase(
    nl="Van dit document kan het programma geen PDF maken: {title}. Maak een bestand dat eindigt op .docx.",
    en="The program cannot make a PDF of this document: {title}. Make a file that ends in .docx.",
)
_REGIONS = {"nl": "NL", "en": "GB"}
_NAMELESS = "competenties"
_NO_DATE = date(2000, 1, 1)
_USUAL = "\u024f"  # the last letter of those that every font has
_BOX = "\N{WHITE SQUARE}"

_FOOTER_ROOM = look.TEXT_WIDTH * look.POINTS_PER_CENTIMETRE - 90  # beside the number of the page
_MOST_FOOTER_LINES = 20
_WIDER = 1.15  # than Calibri another font may be


def pdf(document: Document) -> bytes:
    """Return a document as the bytes of a PDF. Raises RefusedError when typst cannot lay it out.

    PDF/UA wants every letter drawn; one that no font of this computer has becomes an empty box.
    """
    described = _described(document)
    made_on = datetime.combine(document.made_on or _NO_DATE, time(), UTC)
    files = _files(document.house)
    try:
        return _laid_out(TEMPLATE, described, files, made_on)
    except NotLaidOutError:
        pass
    try:
        return _laid_out(TEMPLATE, _with_boxes(described), files, made_on)
    except NotLaidOutError:
        raise RefusedError(_IMPOSSIBLE, title=_title(document)[:60]) from None


def _laid_out(
    program: str,
    described: Node,
    files: Mapping[str, bytes] | None = None,
    made_on: datetime | None = None,
) -> bytes:
    """Return a tagged PDF of what a program makes of a description and some pictures."""
    standards = ["ua-1"]
    return typeset(
        program, described, files, format="pdf", pdf_standards=standards, timestamp=made_on
    )


def _with_boxes(described: Any) -> Any:
    """Return a description with an empty box for every letter that no font has."""
    match described:
        case str():
            return "".join(map(_drawn, _letters(described)))
        case list():
            return [_with_boxes(one) for one in described]
        case dict():
            return {key: _with_boxes(value) for key, value in described.items()}
        case _:
            return described


def _letters(text: str) -> list[str]:
    """Return the letters of a text, each with its accents."""
    letters: list[str] = []
    for one in text:
        if letters and unicodedata.category(one).startswith("M"):
            letters[-1] += one
        else:
            letters.append(one)
    return letters


@lru_cache(maxsize=10_000)
def _drawn(letter: str) -> str:
    """Return a letter with its accents, or what can be drawn of it."""
    for shown in (letter, letter[0]):
        if max(shown) <= _USUAL or _can_be_drawn(shown):
            return shown
    return _BOX


def _can_be_drawn(letter: str) -> bool:
    try:
        _laid_out(ONE_LETTER, {"fonts": families(), "letter": letter})
    except NotLaidOutError:
        return False
    return True


def _described(document: Document) -> Node:
    """Return a document as the data that the layout reads."""
    footer = _footer(document)
    return {
        "title": _title(document),
        "author": _on_one_line(document.organisation) or _NAMELESS,
        "keywords": [_on_one_line(keyword) for keyword in document.keywords],
        "language": document.language,
        "region": _REGIONS[document.language],
        "header": _header(document.house),
        "footer": footer,
        "look": measures(document.house, footer["height"]),
        "stretches": content(document),
    }


def _title(document: Document) -> str:
    """Return the title; PDF/UA wants one, also of a document that has none."""
    title = _on_one_line(document.title)
    return title if has_ink(title) else _NAMELESS


def _on_one_line(text: str) -> str:
    return " ".join(prepared(text).split())


def _header(house: HouseStyle) -> Node | None:
    """Return what stands above every page."""
    if not has_header(house):
        return None
    room = look.TEXT_WIDTH * look.POINTS_PER_CENTIMETRE / 2
    style = look.Style(look.FOOTER_SIZE, font=house.font)
    logo = None
    if house.logo:
        width, height = (side * look.POINTS_PER_CENTIMETRE for side in look.logo_size(house))
        about = _on_one_line(house.logo.about) or _NAMELESS
        (file,) = _files(house)
        logo = {"file": file, "width": width, "height": height, "about": about}
    return {"pieces": pieces(house.header.strip(), style, room), "size": style.size, "logo": logo}


def _files(house: HouseStyle) -> dict[str, bytes]:
    """Return the logo as a file, by its name: the sharpest form that there is."""
    logo = house.logo
    if logo is None:
        return {}
    return {"logo.svg": logo.svg} if logo.svg else {f"logo{logo.suffix}": logo.image}


def _footer(document: Document) -> Node:
    """Return what stands under every page, and the height that it takes in any font."""
    size, font = look.FOOTER_SIZE, document.house.font
    said = under_page(document.house, document.footer)
    lines = line_count(prepared(said), _FOOTER_ROOM / max(_WIDER, widening(font)), size)
    return {
        "pieces": pieces(said, look.Style(size, font=font), _FOOTER_ROOM),
        "height": min(lines, _MOST_FOOTER_LINES) * line_height(size),
        "size": size,
        "page": _PAGE.say(document.language),
        "of": _OF.say(document.language),
    }
