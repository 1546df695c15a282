"""Text as the layout of a PDF takes it: cleaned, styled, and with words that are too wide marked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from competenties.office import look
from competenties.office.blocks import Bullets
from competenties.office.clean import clean
from competenties.office.glyphs import widening, width
from competenties.office.house_style import PLAIN, HouseStyle

Node = dict[str, Any]
"""What becomes an object of JSON."""

Pieces = list[str | Node]
"""Strings, and words with where they may go on on the next line: never, or where they are too wide."""

WIDTH = look.TEXT_WIDTH * look.POINTS_PER_CENTIMETRE
"""Points between the margins of a page that stands upright."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What text is laid out on: styles by their names, and the points between the margins of a page."""

    styles: Mapping[str, look.Style]
    width: float
    height: float
    is_landscape: bool = False


def paper(house: HouseStyle = PLAIN, *, is_landscape: bool = False) -> Paper:
    """Return the paper of a house style."""
    return Paper(
        look.styles(house),
        look.text_width(is_landscape=is_landscape) * look.POINTS_PER_CENTIMETRE,
        look.text_height(house, is_landscape=is_landscape) * look.POINTS_PER_CENTIMETRE,
        is_landscape,
    )


_KEPT = "\N{NO-BREAK SPACE}"
_SPACES = re.compile(rf"([^\S{_KEPT}]+)")
_PARTS = re.compile(r"[^\-–/]+[\-–/]*|[\-–/]+")
"""What stays on one line of a word."""

_SYLLABLES = re.compile(r"[^\W\d_]{2,60}\W{0,3}")
_ROOM_FOR_SYLLABLES = 40  # points
_BREAKS_IN_A_LINE = 12  # more would make a long word slow, and the edge hardly straighter

_END_OF_LATIN = "\u0250"
_WIDER_LATIN, _WIDER_OTHER = 1.15, 2.0
"""How much wider than counted for Calibri a word may be in another font, or in another script."""

_TAB = "    "
_MARK_OF_ORDER = "\ufeff"  # PDF/UA wants none of these among the letters


def text(
    said: str, style: str, on: Paper, *, kind: str = "text", room: float | None = None
) -> Node:
    """Return a text in one of the styles of a paper, for a room in points or the whole width."""
    made = pieces(said, on.styles[style], on.width if room is None else room)
    return {"kind": kind, "style": style, "pieces": made}


def bullets(block: Bullets, style: str, on: Paper, room: float | None = None) -> Node:
    """Return a list of points in one of the styles of a paper."""
    inside = (on.width if room is None else room) - _points(on.styles[style].indent)
    items = [pieces(item, on.styles[style], inside) for item in block.items]
    return {"kind": "bullets", "style": style, "items": items}


def prepared(said: str) -> str:
    """Return text without what no PDF can hold, and with spaces for a tab."""
    return clean(said).replace("\t", _TAB).replace(_MARK_OF_ORDER, "")


def pieces(said: str, style: look.Style, room: float) -> Pieces:
    """Return a text in pieces for a room in points."""
    made: Pieces = []
    plain: list[str] = []
    for part in _parts(prepared(said)):
        shown = part.replace(_KEPT, " ")  # the same sign in a font, which is one letter in a PDF
        wide = _most_width(shown, style)
        if wide > room and not shown.isspace():
            made += ["".join(plain), {"text": shown} | _breaks(shown, wide, room)]
            plain = []
        elif shown != part:
            made += ["".join(plain), {"text": shown, "breaks": "never"}]
            plain = []
        else:
            plain.append(part)
    return [*made, "".join(plain)]


def _parts(said: str) -> Iterator[str]:
    """Yield what stays on one line, and the spaces between."""
    for word in _SPACES.split(said):
        if _KEPT in word:
            yield word
        else:
            yield from _PARTS.findall(word)


def joined(made: Pieces) -> str:
    """Return the text that was taken to pieces."""
    return "".join(one if isinstance(one, str) else one["text"] for one in made)


def _most_width(part: str, style: look.Style) -> float:
    wider = _WIDER_LATIN if max(part) < _END_OF_LATIN else _WIDER_OTHER
    return width(part, style.size, bold=style.bold) * wider * max(1.0, widening(style.font))


def _points(centimetres: float) -> float:
    return centimetres * look.POINTS_PER_CENTIMETRE


def _breaks(part: str, wide: float, room: float) -> Node:
    """Return where a word that is too wide breaks: after a syllable, or else after some letters."""
    if _SYLLABLES.fullmatch(part) and room > _ROOM_FOR_SYLLABLES:
        return {"breaks": "syllables"}
    letters = max(1, int(len(part) * room / wide / _BREAKS_IN_A_LINE))
    return {"breaks": "letters", "letters": letters}
