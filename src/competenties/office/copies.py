"""Copies of one Office file that differ in a few texts: built once, cut at its marks, filled fast.

A package is a zip file. Parts without a mark are compressed once and go into every copy as they
are; of the others only the pieces between the marks are kept. In a workbook texts with a mark move
to the part for shared strings, so that this small part is all that is made for a copy. The same
engine serves .xlsx and .docx.
"""

import re
import secrets
import zipfile
from collections.abc import Mapping
from html import escape
from io import BytesIO

from competenties.office.clean import clean_for_cell
from competenties.office.zipped import HIGHEST, Part, compressed, ended, laid_out

_SECRET = secrets.token_hex(8)  # no text of a framework can hold it, so none passes for a mark
_MARK = re.compile(f"{_SECRET}:([a-z-]+):{_SECRET}".encode())
_CELL = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"((?: s="[0-9]+")?) t="inlineStr"><is>(<t[^<]*</t>)</is></c>'
)
_WORKBOOK, _SHARED = "xl/workbook.xml", "xl/sharedStrings.xml"
_TYPES, _RELATIONS = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
_STRINGS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    b' count="%d" uniqueCount="%d">%b</sst>'
)
_STRINGS_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_STRINGS_RELATION = (
    b'<Relationship Id="strings" Target="sharedStrings.xml" Type='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
)


def mark(name: str) -> str:
    """Return the text that stands where a copy has its own; `name` is of a-z and hyphens."""
    return f"{_SECRET}:{name}:{_SECRET}"


class Template:
    """A package with marks, from which copies are made."""

    def __init__(self, package: bytes) -> None:
        """Take the bytes of a package; texts of `mark` stand where copies differ."""
        with zipfile.ZipFile(BytesIO(package)) as source:
            parts = {name: source.read(name) for name in source.namelist()}
        if _WORKBOOK in parts and _SHARED not in parts:
            parts = _with_marks_apart(parts)
        self._fixed: list[Part] = []
        self.cut: list[tuple[str, list[bytes]]] = []
        for name, content in parts.items():
            pieces = _MARK.split(content)
            if len(pieces) > 1:
                self.cut.append((name, pieces))
            else:
                self._fixed.append(compressed(name, content, HIGHEST))
        self._begin, self._listed = laid_out(self._fixed)

    @property
    def names(self) -> frozenset[str]:
        """The names of the marks."""
        return frozenset(one.decode() for _, pieces in self.cut for one in pieces[1::2])

    def copy(self, values: Mapping[str, str]) -> bytes:
        """Return a copy with a text for each mark; what is not given stays empty.

        Raises RefusedError for a text that no cell can hold.
        """
        given = {
            name.encode(): escape(clean_for_cell(text), quote=False).encode()
            for name, text in values.items()
        }
        made = [compressed(name, _filled(pieces, given)) for name, pieces in self.cut]
        data, listed = laid_out(made, len(self._begin))
        count = len(self._fixed) + len(made)
        return ended((self._begin, data), (self._listed, listed), count)


def _filled(pieces: list[bytes], given: Mapping[bytes, bytes]) -> bytes:
    """Return a part with the texts between its pieces; a text with a mark in it stays text."""
    filled = pieces.copy()
    for place in range(1, len(pieces), 2):
        filled[place] = given.get(pieces[place], b"")
    return b"".join(filled)


def _with_marks_apart(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a workbook with every text that has a mark in the part for shared strings.

    We write texts into their cells, so the part holds nothing else.
    """
    numbers: dict[bytes, int] = {}

    def placed(match: re.Match[bytes]) -> bytes:
        if not _MARK.search(match[3]):
            return match[0]
        number = numbers.setdefault(match[3], len(numbers))
        return b'<c r="%b"%b t="s"><v>%d</v></c>' % (match[1], match[2], number)

    moved = {
        name: _CELL.sub(placed, content) if name.startswith("xl/worksheets/") else content
        for name, content in parts.items()
    }
    items = b"".join(b"<si>%b</si>" % text for text in numbers)
    moved[_SHARED] = _STRINGS % (len(numbers), len(numbers), items)
    moved[_TYPES] = parts[_TYPES].replace(b"</Types>", _STRINGS_TYPE + b"</Types>")
    moved[_RELATIONS] = parts[_RELATIONS].replace(
        b"</Relationships>", _STRINGS_RELATION + b"</Relationships>"
    )
    return moved
