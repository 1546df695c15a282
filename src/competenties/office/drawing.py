"""Drawings: made once by typst, as an SVG and as a PNG for what draws no SVG.

A drawing is a program of our own over data, like a PDF: text is data and never code. The letters
in it are outlines, so that it looks the same everywhere, whatever fonts there are.
"""

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.office import look
from competenties.office.blocks import Picture
from competenties.office.house_style import PLAIN, HouseStyle
from competenties.office.typesetter import NotLaidOutError, families, typeset

if TYPE_CHECKING:
    from lxml import etree

_IMPOSSIBLE = Phrase(
    nl="Het programma kan deze tekening niet maken: {about}",
    en="The program cannot make this drawing: {about}",
)
_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_PICTURE = """
#let logo = json(bytes(sys.inputs.document))
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(logo.file, width: logo.width * 1pt, alt: "logo")
"""
_DOTS = 200  # an inch of the PNG: sharp enough for print
_SHARP = 300  # dots an inch of a logo
_LONG_NUMBER = re.compile(rb"(\.[0-9]{3})[0-9]+")  # finer than any paper
_REMEMBERED = 64  # drawings, of some tens of kilobytes each
_PAGE = """
#let drawing = json(bytes(sys.inputs.document))
#set page(width: auto, height: auto, margin: 1.5pt)
#set text(font: drawing.fonts, hyphenate: false)
"""


def picture(
    program: str, described: Mapping[str, Any], about: str, house: HouseStyle = PLAIN
) -> Picture:
    """Return what a program of typst draws of a description, as tight as it is, in a house font.

    The program reads `drawing`. `about` is the alternative text. Raises RefusedError when typst
    cannot draw it.
    """
    content = json.dumps({"fonts": families(house.font), **described}, sort_keys=True)
    try:
        svg, png = _drawn(program, content)
    except NotLaidOutError:
        raise RefusedError(_IMPOSSIBLE, about=about[:60]) from None
    width, height = _size(svg)
    return Picture(svg, png, about, width, height)


@lru_cache(maxsize=_REMEMBERED)
def _drawn(program: str, content: str) -> tuple[bytes, bytes]:
    whole, described = _PAGE + program, json.loads(content)
    svg = typeset(whole, described, format="svg")
    return _plain(svg), typeset(whole, described, format="png", ppi=_DOTS)


def drawn_picture(file: str, content: bytes, width: float) -> bytes:
    """Return a picture file as a PNG, of a width in centimetres. Raises NotLaidOutError."""
    described = {"file": file, "width": width * look.POINTS_PER_CENTIMETRE}
    return typeset(_PICTURE, described, {file: content}, format="png", ppi=_SHARP)


def _plain(svg: bytes) -> bytes:
    """Return an SVG with each letter drawn where it stands.

    typst draws a letter once and refers to it; not every program that shows an SVG follows that.
    """
    from lxml import etree

    root = etree.fromstring(_LONG_NUMBER.sub(rb"\1", svg))
    symbols = {f"#{one.get('id')}": one for one in root.iter(f"{_SVG}symbol")}
    for used in list(root.iter(f"{_SVG}use")):
        _draw(used, symbols[used.get(_LINK, "")])
    etree.strip_elements(root, f"{_SVG}symbol")
    etree.cleanup_namespaces(root)
    return etree.tostring(root)


def _draw(used: "etree._Element", symbol: "etree._Element") -> None:
    """Make a reference to a symbol a group that draws it itself."""
    used.tag = f"{_SVG}g"
    used.set("transform", f"translate({used.get('x', '0')} {used.get('y', '0')})")
    for name in ("x", "y", _LINK):
        used.attrib.pop(name, "")
    used.extend(deepcopy(one) for one in symbol)


def _size(svg: bytes) -> tuple[float, float]:
    """Return the width and height in centimetres that an SVG says itself."""
    from lxml import etree

    root = etree.fromstring(svg)
    width, height = (float(root.get(side, "").removesuffix("pt")) for side in ("width", "height"))
    return width / look.POINTS_PER_CENTIMETRE, height / look.POINTS_PER_CENTIMETRE
