"""What stands above and under every page of a sheet, and the room that it takes (ECMA-376, 18.3.1.46).

`&` begins a code there, and all of it together may be 255 characters.
"""

from functools import lru_cache

from competenties.messages import Language, Phrase
from competenties.office.clean import clean
from competenties.office.house_style import PLAIN, HouseStyle
from competenties.office.look import GREY
from competenties.office.workbook_xml import escaped

_FOOTER_LINE, _FOOTER_END = 110, 70  # what fits beside the page number; Excel takes twice as much
_OWN_LINE = 90  # characters of the house above that
_MOST = 255  # in a header or a footer; Excel repairs a file with more
_PAGE = Phrase(nl="pagina &P van &N", en="page &P of &N")
_INCH = 72.0
_LINE = 0.14  # inches of a line of 8 points
_TOP, _BOTTOM = 0.45, 0.55  # inches of the margins where a house has nothing of its own
_HEADER, _FOOTER = 0.3, 0.3  # inches from the edge of the paper
_ORDINARY_HEADER = 0.5
_UNDER_HEADER = 0.1
_SCALE = 0.95  # at which a sheet is printed at least


def edges(house: HouseStyle, text: str, language: Language) -> str:
    """Return what stands above and under every page: of the house, of the document, the number."""
    return _edges(house.header.strip(), house.footer.strip(), house.font, text, language)


def margins(house: HouseStyle) -> str:
    """Return the margins of a page in inches."""
    header = _HEADER if house.header.strip() else _ORDINARY_HEADER
    return (
        f'<pageMargins left="0.45" right="0.45" top="{_top(house):.3g}"'
        f' bottom="{_bottom(house):.3g}" header="{header}" footer="{_FOOTER}"/>'
    )


def room_taken(house: HouseStyle) -> float:
    """Return the points of rows that a house takes from every page, on the safe side."""
    return (_top(house) - _TOP + _bottom(house) - _BOTTOM) * _INCH / _SCALE


def _top(house: HouseStyle) -> float:
    lines = len(_header_lines(house.header))
    return max(_TOP, _HEADER + lines * _LINE + _UNDER_HEADER) if lines else _TOP


def _bottom(house: HouseStyle) -> float:
    return _BOTTOM + _LINE if house.footer.strip() else _BOTTOM


def _header_lines(header: str) -> list[str]:
    return clean(header).strip().splitlines()


@lru_cache(maxsize=256)
def _edges(header: str, own: str, font: str, text: str, language: Language) -> str:
    begin = "" if font == PLAIN.font else f'&"{font},Regular"'
    said = _footer(own, text, begin, language)
    above = ""
    if header:
        codes = f"&R{begin}&8&K{GREY} "  # as on paper: the logo stands on the left
        shown = _fitting("\n".join(_header_lines(header)), _MOST - _size(codes))
        above = f"<oddHeader>{escaped(f'{codes}{shown}')}</oddHeader>"
    return f"<headerFooter>{above}<oddFooter>{escaped(said)}</oddFooter></headerFooter>"


def _footer(own: str, text: str, begin: str, language: Language) -> str:
    """Return a text on the left of the footer and the page number on the right.

    A long text loses something of its middle: the end says the version and the fingerprint. What
    the house says stands on the line above it.
    """
    left, right = f"&L{begin}&8 ", f"&R{begin}&8 {_PAGE.say(language)}"
    room = _MOST - _size(left) - _size(right)
    line = " ".join(clean(text).split())
    shown = line
    if len(line) > _FOOTER_LINE:
        shown = f"{line[: _FOOTER_LINE - _FOOTER_END - 1]}…{line[-_FOOTER_END:]}"
    said = _coded(shown) if _size(_coded(shown)) <= room else _fitting(line, room, _FOOTER_END)
    above = " ".join(clean(own).split())
    if above:
        above = _fitting(above, min(_OWN_LINE, room - _size(said) - 1))
    return f"{left}{above}\n{said}{right}" if above else f"{left}{said}{right}"


def _fitting(text: str, room: int, end: int = 0) -> str:
    """Return a text as codes, without what does not fit before so many characters of its end."""
    split = max(0, len(text) - end) if end else len(text)
    head, tail = text[:split], text[split:]
    made = _coded(text)
    while _size(made) > room and (head or tail):
        head, tail = (head[:-1], tail) if head else ("", tail[1:])
        made = f"{_coded(head)}…{_coded(tail)}"
    return made if _size(made) <= room else ""


def _coded(text: str) -> str:
    return text.replace("&", "&&")


def _size(text: str) -> int:
    """Return how many characters Excel counts: a sign beyond the first plane is two."""
    return len(text.encode("utf-16-le")) // 2
