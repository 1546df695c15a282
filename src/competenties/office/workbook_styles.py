"""The styles of a workbook: every kind of cell with its number, the same one in every file.

Only type beside rows that grow has numbers of its own in each file. Names of elements are those
of ECMA-376 part 1, 18.8; the children of a font have the order of 18.8.22.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from competenties.office.house_style import PLAIN, HouseStyle
from competenties.office.look import FONT, RULE
from competenties.office.workbook_looks import LOOKS, CellLook, looks_of
from competenties.office.workbook_xml import attribute

_HEADINGS = ("title", "heading", "subheading")
PART = "xl/styles.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ONE_COLUMN = ("lrtb", "lrt", "lr", "lrb")  # where a row is folded, a box goes on under itself
_MORE_COLUMNS = ("ltb", "tb", "rtb")
_SIDES = {"l": "left", "r": "right", "t": "top", "b": "bottom"}
_PLAIN = f'<font><sz val="11"/><name val="{FONT}"/><family val="2"/></font>'
_NO_FILLS = (
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',  # Excel takes these two for granted
)
_NO_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>"
_PLAIN_FORMAT = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'


_Format = tuple[str, str, bool]
"""A kind of cell: its look, the sides that have a line, and whether text goes on below."""


def _formats() -> Iterator[_Format]:
    for name, look in LOOKS.items():
        for wraps in (True,) if look.is_open else (True, False):
            boxes = (*_ONE_COLUMN, *_MORE_COLUMNS) if wraps else _MORE_COLUMNS
            for sides in boxes if look.boxed else ("",):
                yield name, sides, wraps


_NUMBERS = {one: number for number, one in enumerate(_formats(), 1)}


def style_number(look: str, sides: str, *, wraps: bool) -> int:
    """Return the number of a kind of cell."""
    return _NUMBERS[look, sides, wraps]


def tall_numbers(sizes: Iterable[float]) -> dict[float, int]:
    """Return the number of the cells beside rows that grow, by the size of their type."""
    return {size: len(_NUMBERS) + 1 + place for place, size in enumerate(sizes)}


@lru_cache(maxsize=64)
def styles(tall: tuple[float, ...], house: HouseStyle = PLAIN) -> bytes:
    """Return the part with the styles; `tall` are the sizes of type beside rows that grow.

    The usual font stays Calibri in every house: Excel counts the width of columns in it.
    """
    looks = looks_of(house)
    fonts, fills, borders = [_PLAIN], [*_NO_FILLS], [_NO_BORDER]
    formats = [_PLAIN_FORMAT]
    for name, sides, wraps in _NUMBERS:
        look = looks[name]
        font = (house.heading_font or house.font) if name in _HEADINGS else house.font
        numbers = (
            _number(fonts, _font(look, font)),
            _number(fills, _fill(look.shade)),
            _number(borders, _border(sides)),
        )
        formats.append(_format(look, numbers, wraps=wraps))
    for size in tall:
        place = _number(fonts, f'<font><sz val="{size:g}"/><name val="{FONT}"/></font>')
        formats.append(_PLAIN_FORMAT.replace('fontId="0"', f'fontId="{place}" applyFont="1"'))
    return _whole(fonts, fills, borders, formats).encode()


def _whole(fonts: list[str], fills: list[str], borders: list[str], formats: list[str]) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{_MAIN}">'
        f'<fonts count="{len(fonts)}">{"".join(fonts)}</fonts>'
        f'<fills count="{len(fills)}">{"".join(fills)}</fills>'
        f'<borders count="{len(borders)}">{"".join(borders)}</borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(formats)}">{"".join(formats)}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )


def _number(found: list[str], wanted: str) -> int:
    """Return the place of something among what was found, added where it is new."""
    if wanted not in found:
        found.append(wanted)
    return found.index(wanted)


def _font(look: CellLook, font: str) -> str:
    marks = f"{'<b/>' if look.bold else ''}{'<i/>' if look.italic else ''}"
    return (
        f'<font>{marks}<sz val="{look.size:g}"/><color rgb="FF{look.colour}"/>'
        f'<name val="{attribute(font)}"/><family val="2"/></font>'
    )


def _fill(shade: str) -> str:
    if not shade:
        return _NO_FILLS[0]
    colours = f'<fgColor rgb="FF{shade}"/><bgColor indexed="64"/>'
    return f'<fill><patternFill patternType="solid">{colours}</patternFill></fill>'


def _border(sides: str) -> str:
    line = f'style="thin"><color rgb="FF{RULE}"/>'
    drawn = (f"<{name} {line}</{name}>" for side, name in _SIDES.items() if side in sides)
    return f"<border>{''.join(drawn)}</border>"


def _format(look: CellLook, numbers: tuple[int, int, int], *, wraps: bool) -> str:
    font, fill, border = numbers
    wrapped = ' wrapText="1"' if wraps else ""
    indented = f' indent="{look.indent}"' if look.indent else ""
    stands = f'<alignment horizontal="left" vertical="{look.vertical}"{wrapped}{indented}/>'
    opened = '<protection locked="0"/>' if look.is_open else ""
    applied = ' applyProtection="1"' if look.is_open else ""
    return (
        f'<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0"'
        f' applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"{applied}>'
        f"{stands}{opened}</xf>"
    )
