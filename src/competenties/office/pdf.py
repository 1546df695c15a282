"""Blocks as a PDF (tagged, PDF/UA-1), laid out by typst with the measures of the Word document.

Nothing is loaded from elsewhere: the fonts are those of the computer, or else those in typst.
"""

import json
import tempfile
import unicodedata
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.office import look
from competenties.office.blocks import Document
from competenties.office.clean import has_ink
from competenties.office.glyphs import line_count
from competenties.office.pages import line_height
from competenties.office.pdf_content import content
from competenties.office.pdf_measures import measures
from competenties.office.pdf_template import ONE_LETTER, TEMPLATE
from competenties.office.pdf_text import Node, pieces, prepared

if TYPE_CHECKING:
    import typst

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
_BROKEN_DOWN = "PanicException"  # of typst; it is no Exception
_BOX = "\N{WHITE SQUARE}"
_FAMILIES = (
    look.FONT,
    "Carlito",
    "Liberation Sans",
    "Arial",
    "Helvetica",
    "Libertinus Serif",
    "DejaVu Sans",
    "Segoe UI Symbol",
    "Apple Symbols",
    "DejaVu Sans Mono",
    "Segoe UI Emoji",
    "Apple Color Emoji",
    "Noto Color Emoji",
)
"""The fonts by preference: those for text, then those with signs such as a box to tick."""

_FOOTER_ROOM = look.TEXT_WIDTH * look.POINTS_PER_CENTIMETRE - 90  # beside the number of the page
_MOST_FOOTER_LINES = 20
_WIDER = 1.15  # than Calibri another font may be


def pdf(document: Document) -> bytes:
    """Return a document as the bytes of a PDF. Raises RefusedError when typst cannot lay it out.

    PDF/UA wants every letter drawn; one that no font of this computer has becomes an empty box.
    """
    described = _described(document)
    made_on = datetime.combine(document.made_on or _NO_DATE, time(), UTC)
    try:
        return _laid_out(TEMPLATE, described, made_on)
    except _NotLaidOutError:
        pass
    try:
        return _laid_out(TEMPLATE, _with_boxes(described), made_on)
    except _NotLaidOutError:
        raise RefusedError(_IMPOSSIBLE, title=_title(document)[:60]) from None


class _NotLaidOutError(Exception):
    """What typst cannot lay out, or breaks down on."""


def _laid_out(program: str, described: Node, made_on: datetime | None = None) -> bytes:
    """Return what a program of typst makes of a description; it can read no file."""
    import typst

    with tempfile.TemporaryDirectory() as empty:
        inputs = {"document": json.dumps(described)}
        compiler = typst.Compiler(
            program.encode(), root=empty, font_paths=_fonts(), sys_inputs=inputs
        )
        try:
            made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=made_on)
        except typst.TypstError as error:
            raise _NotLaidOutError from error
        except BaseException as error:
            if type(error).__name__ == _BROKEN_DOWN:
                raise _NotLaidOutError from error
            raise
    return cast("bytes", made)


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
        _laid_out(ONE_LETTER, {"fonts": _families(), "letter": letter})
    except _NotLaidOutError:
        return False
    return True


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts()


@cache
def _families() -> list[str]:
    """Return the fonts to use that are there, by preference."""
    found = set(_fonts().families())
    return [name for name in _FAMILIES if name in found]


def _described(document: Document) -> Node:
    """Return a document as the data that the layout reads."""
    footer = _footer(document)
    return {
        "title": _title(document),
        "author": _on_one_line(document.organisation) or _NAMELESS,
        "keywords": [_on_one_line(keyword) for keyword in document.keywords],
        "language": document.language,
        "region": _REGIONS[document.language],
        "fonts": _families(),
        "footer": footer,
        "look": measures(footer["height"]),
        "blocks": content(document),
    }


def _title(document: Document) -> str:
    """Return the title; PDF/UA wants one, also of a document that has none."""
    title = _on_one_line(document.title)
    return title if has_ink(title) else _NAMELESS


def _on_one_line(text: str) -> str:
    return " ".join(prepared(text).split())


def _footer(document: Document) -> Node:
    """Return what stands under every page, and the height that it takes in any font."""
    size = look.FOOTER_SIZE
    lines = line_count(prepared(document.footer), _FOOTER_ROOM / _WIDER, size)
    return {
        "pieces": pieces(document.footer, look.Style(size), _FOOTER_ROOM),
        "height": min(lines, _MOST_FOOTER_LINES) * line_height(size),
        "size": size,
        "page": _PAGE.say(document.language),
        "of": _OF.say(document.language),
    }
