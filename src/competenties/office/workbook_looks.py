"""How the cells of a workbook look: type, shade, lines. Everything can be told apart in grey."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from competenties.model.colour import READABLE, contrast, tint
from competenties.office.house_style import PLAIN, HouseStyle
from competenties.office.look import ACCENT, GREY, INK

_SHADE, _LIGHT, _INPUT = "DFE7EF", "F3F6F9", "FFFBE6"


@dataclass(frozen=True, slots=True)
class CellLook:
    """The look of a kind of cell: sizes in points; `indent` is in steps, as Excel counts them."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    colour: str = INK
    shade: str = ""
    boxed: bool = False
    indent: int = 0
    vertical: str = "center"
    above: float = 2  # points of room above and below the text together with what Excel adds
    is_open: bool = False


LOOKS: dict[str, CellLook] = {
    "notice": CellLook(9, colour=GREY),
    "title": CellLook(18, bold=True, colour=ACCENT, above=4),
    "heading": CellLook(13, bold=True, colour=ACCENT, vertical="bottom", above=6),
    "subheading": CellLook(11, bold=True, colour=ACCENT, vertical="bottom", above=5),
    "text": CellLook(),
    "lead": CellLook(11),
    "strong": CellLook(bold=True),
    "warning": CellLook(bold=True, shade="FCE8CF", boxed=True, indent=1, above=4),
    "note": CellLook(9),
    "bullet": CellLook(indent=1, above=1),
    "label": CellLook(bold=True, shade=_LIGHT, boxed=True, indent=1, above=3),
    "header": CellLook(bold=True, shade=_SHADE, boxed=True, indent=1, above=3),
    "group": CellLook(11, bold=True, colour=ACCENT, shade=_LIGHT, boxed=True, indent=1, above=4),
    "subgroup": CellLook(bold=True, boxed=True, indent=1, above=3),
    "about": CellLook(italic=True, boxed=True, indent=1, above=3),
    "value": CellLook(boxed=True, indent=1, above=3),
    "input": CellLook(shade=_INPUT, boxed=True, indent=1, above=3, is_open=True),
    # Without indent: LibreOffice forgets it when it fits a row to its text, and cuts off a line.
    "written": CellLook(shade=_INPUT, boxed=True, above=3, is_open=True),
    "room": CellLook(shade=_INPUT, boxed=True, indent=1, above=4, vertical="top", is_open=True),
}
"""Every kind of cell by its name."""

_SHADES = {_SHADE: 0.14, _LIGHT: 0.05}
"""How much of the accent of a house there is in a shade."""


@lru_cache(maxsize=64)
def looks_of(house: HouseStyle) -> Mapping[str, CellLook]:
    """Return every kind of cell in the colours of a house; text on a shade stays readable."""
    if (house.accent, house.ink) == (PLAIN.accent, PLAIN.ink):
        return LOOKS
    colours = {ACCENT: house.accent, INK: house.ink}
    made = {}
    for name, look in LOOKS.items():
        colour = colours.get(look.colour, look.colour)
        made[name] = replace(look, colour=colour, shade=_shade(look.shade, house.accent, colour))
    return made


def _shade(shade: str, accent: str, text: str) -> str:
    if shade not in _SHADES:
        return shade
    wanted = tint(accent, _SHADES[shade])
    return wanted if contrast(wanted, text) >= READABLE else tint(accent, _SHADES[_LIGHT] / 2)


ALL_SIDES = "lrtb"
_ROW_OF_TYPE = 1.32  # height of a row, of the size of the largest type in it


def tall_size(height: float) -> float:
    """Return the size of type for which Excel makes a row about so high, and no higher."""
    return math.floor(2 * height / _ROW_OF_TYPE) / 2
