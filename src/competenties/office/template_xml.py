"""Small work on the XML of Word that putting a document into a template needs in several places.

Names and order of the elements: ECMA-376 part 1, WordprocessingML (transitional).
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from competenties.office.template import W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_IN_PARAGRAPH = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr"),
    *("widowControl", "numPr", "suppressLineNumbers", "pBdr", "shd"),
    *("tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct"),
    *("topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
    *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents"),
    *("suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap"),
    *("outlineLvl", "divId", "cnfStyle", "rPr", "sectPr"),
    *("pPrChange"),
)
"""The children of the properties of a paragraph, in the order of the standard (17.3.1.26)."""


def made(name: str, **attributes: str) -> Any:
    """Return an element of Word with attributes of the same namespace."""
    one = etree.Element(f"{W}{name}", nsmap={"w": W[1:-1]})
    for key, value in attributes.items():
        one.set(f"{W}{key}", value)
    return one


def value(parent: Any, path: str, attribute: str = "val") -> str:
    """Return an attribute of a descendant by its way there (`pPr/pStyle`); empty without it."""
    found = child(parent, path)
    return found.get(f"{W}{attribute}", "") if found is not None else ""


def child(parent: Any, path: str) -> Any:
    """Return a descendant by its way there, or None."""
    return parent.find("/".join(f"{W}{step}" for step in path.split("/")))


def all_of(parent: Any, *names: str) -> list[Any]:
    """Return every descendant with one of these names, as a list that may be changed under way."""
    return list(parent.iter(*(f"{W}{name}" for name in names)))


def paragraph_properties(paragraph: Any) -> Any:
    """Return the properties of a paragraph or a style, made when there are none."""
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = made("pPr")
        if paragraph.tag == f"{W}p":
            paragraph.insert(0, properties)
        else:
            _put_in_style(paragraph, properties)
    return properties


def set_property(properties: Any, one: Any) -> None:
    """Put one property of a paragraph in its place, instead of the one there was."""
    name = etree.QName(one).localname
    for old in properties.findall(one.tag):
        properties.remove(old)
    before = set(_IN_PARAGRAPH[: _IN_PARAGRAPH.index(name)])
    place = 0
    for place_of, other in enumerate(properties, 1):
        if isinstance(other.tag, str) and etree.QName(other).localname in before:
            place = place_of
    properties.insert(place, one)


def text_of(element: Any) -> str:
    """Return the text of a paragraph; what lies in frames inside it is not part of it."""
    return "".join(one.text or "" for one in texts_of(element))


def texts_of(paragraph: Any) -> list[Any]:
    """Return the pieces of text of a paragraph itself, wherever Word has cut it."""
    return [one for one in all_of(paragraph, "t") if owner_of(one) is paragraph]


def owner_of(piece: Any) -> Any:
    """Return the paragraph that something stands in, or None."""
    return next(piece.iterancestors(f"{W}p"), None)


def preserve(piece: Any) -> None:
    """Keep the spaces at the ends of a piece of text."""
    piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def number(text: str, otherwise: int = 0) -> int:
    """Return a whole number of a measure; some programs write it with decimals."""
    try:
        return round(float(text))
    except (ValueError, OverflowError):
        return otherwise


def chain(styles: dict[str, Any], identifier: str) -> Iterator[Any]:
    """Yield a style and those that it is based on; a loop ends."""
    seen: set[str] = set()
    while identifier in styles and identifier not in seen:
        seen.add(identifier)
        yield styles[identifier]
        identifier = value(styles[identifier], "basedOn")


def _put_in_style(style: Any, properties: Any) -> None:
    after = ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
    later = [one for one in style if etree.QName(one).localname in after]
    style.insert(style.index(later[0]) if later else len(style), properties)
