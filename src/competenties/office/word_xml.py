"""Text and paragraphs in the XML of a Word document.

Names and order of the elements: ECMA-376 part 1, WordprocessingML (transitional), 17.3. Text is
cleaned and escaped here and nowhere else. What differs in a document that is otherwise the same (the
tag and number of a control) is a hole, between two characters that no clean text can hold.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from html import escape
from typing import NamedTuple

from competenties.messages import Language
from competenties.office.clean import clean

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LOCALES: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}

_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    f' xmlns:mc="{_MARKUP}" mc:Ignorable="w14"'
)
"""What the root of a text, a header or a footer declares."""

HOLE = "\0"
"""What stands around a hole: text is cleaned of it."""

UNANSWERED = "Placeholder Text"
"""The style of letters of what stands in a control until somebody fills it in."""

FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'

_EMU_PER_CENTIMETRE, _EMU_PER_TWIP = 360_000, 635
_OFTEN_SAID = 200  # characters; labels and answers return in many places, longer texts do not
_CONTROL = re.compile("([\n\t])")
_CONTROLS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


class Link(NamedTuple):
    """How one part of a package refers to another."""

    id: str
    kind: str
    target: str


def twips(centimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(emu(centimetres) / _EMU_PER_TWIP)


def emu(centimetres: float) -> int:
    """Return a length in the unit of drawings."""
    return int(centimetres * _EMU_PER_CENTIMETRE)


@cache
def style_id(name: str) -> str:
    """Return how a text refers to a style."""
    return name.replace(" ", "")


def attribute(text: str) -> str:
    """Return text as the value of an attribute, in which a line break is written out."""
    return escape(clean(text)).replace("\n", "&#10;").replace("\t", "&#9;")


def linked(links: Iterable[Link]) -> bytes:
    """Return the links of a part, as a part of their own."""
    said = (
        f'<Relationship Id="{one.id}" Type="{OFFICE}/{one.kind}" Target="{one.target}"/>'
        for one in links
    )
    return f'{HEAD}<Relationships xmlns="{_LINKS}">{"".join(said)}</Relationships>'.encode()


def letters(text: str) -> str:
    """Return text as the content of a run, with its breaks and tabs."""
    return _said_before(text) if len(text) < _OFTEN_SAID else _said(text)


def run(text: str, properties: str = "") -> str:
    """Return text as a run of letters; nothing without text."""
    said = _said_before(text) if len(text) < _OFTEN_SAID else _said(text)
    return f"<w:r>{properties}{said}</w:r>" if said else ""


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph; `properties` are those that its style does not have, in their order."""
    return f"{_paragraph_begin(style, properties)}{content}</w:p>"


@lru_cache(maxsize=256)
def _paragraph_begin(style: str, properties: str) -> str:
    """Return a paragraph up to its content; a document has hundreds, of a few kinds."""
    named = "" if style == "Normal" else f'<w:pStyle w:val="{style_id(style)}"/>'
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>" if named or properties else "<w:p>"


def with_property(made: str, last: str) -> str:
    """Return a paragraph with one more property, that comes after all others."""
    if made.startswith("<w:p><w:pPr>"):
        return made.replace("</w:pPr>", f"{last}</w:pPr>", 1)
    return made.replace("<w:p>", f"<w:p><w:pPr>{last}</w:pPr>", 1)


def field(instruction: str, shown: str = "") -> str:
    """Return a field with what it shows until Word fills it in; a page always fills in its own."""
    between = f"{_SEPARATE}{run(shown)}" if shown else ""
    return f"{_begun(instruction)}{between}{FIELD_END}"


def field_begin(instruction: str) -> str:
    """Return the beginning of a field that Word renews, up to the paragraphs that it shows."""
    return _begun(instruction, ' w:dirty="true"') + _SEPARATE


def _begun(instruction: str, stale: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{stale}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    )


def right_stop(centimetres: float, leader: str = "") -> str:
    """Return a stop to which a tab goes, with dots up to it where asked."""
    dots = f' w:leader="{leader}"' if leader else ""
    return f'<w:tab w:val="right"{dots} w:pos="{twips(centimetres)}"/>'


def _said(text: str) -> str:
    if text.isprintable():  # there is nothing to clean: what no file can hold is never printable
        return _piece(text)
    cleaned = clean(text)
    return "".join(_CONTROLS.get(one) or _piece(one) for one in _CONTROL.split(cleaned))


_said_before = lru_cache(maxsize=2048)(_said)


def _piece(text: str) -> str:
    if not text:
        return ""
    if "&" in text or "<" in text or ">" in text:
        text = escape(text, quote=False)
    keeps = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:t{keeps}>{text}</w:t>"
