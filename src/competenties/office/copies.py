"""Copies of one Office file that differ in a few texts: built once, cut at its marks, filled fast.

A package is a zip file. Parts without a mark are compressed once and go into every copy as they
are; of the others only the pieces between the marks are kept. In a workbook texts with a mark move
to the part for shared strings, so that this small part is all that is made for a copy. The same
engine serves .xlsx and .docx.
"""

import re
import secrets
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from html import escape
from io import BytesIO
from typing import NamedTuple

from competenties.office.clean import clean_for_cell

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
_LEVEL = 6
_FIXED_LEVEL = 9
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_DAY = (2000 - 1980) << 9 | 1 << 5 | 1  # the date of every part, so that copies do not differ by it
_UTF8 = 0x800


def mark(name: str) -> str:
    """Return the text that stands where a copy has its own; `name` is of a-z and hyphens."""
    return f"{_SECRET}:{name}:{_SECRET}"


class _Part(NamedTuple):
    """A part of a package, compressed: what stands before its data, and what in the list of parts."""

    name: bytes
    crc: int
    size: int
    data: bytes


class Template:
    """A package with marks, from which copies are made."""

    def __init__(self, package: bytes) -> None:
        """Take the bytes of a package; texts of `mark` stand where copies differ."""
        with zipfile.ZipFile(BytesIO(package)) as source:
            parts = {name: source.read(name) for name in source.namelist()}
        if _WORKBOOK in parts and _SHARED not in parts:
            parts = _with_marks_apart(parts)
        self._fixed: list[_Part] = []
        self.cut: list[tuple[bytes, list[bytes]]] = []
        for name, content in parts.items():
            pieces = _MARK.split(content)
            if len(pieces) > 1:
                self.cut.append((name.encode(), pieces))
            else:
                self._fixed.append(_compressed(name.encode(), content, _FIXED_LEVEL))
        self._begin, self._listed = _laid_out(self._fixed, 0)

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
        made = [_compressed(name, _filled(pieces, given), _LEVEL) for name, pieces in self.cut]
        data, listed = _laid_out(made, len(self._begin))
        start = len(self._begin) + len(data)
        count, size = len(self._fixed) + len(made), len(self._listed) + len(listed)
        end = _END.pack(b"PK\5\6", 0, 0, count, count, size, start, 0)
        return b"".join((self._begin, data, self._listed, listed, end))


def _filled(pieces: list[bytes], given: Mapping[bytes, bytes]) -> bytes:
    """Return a part with the texts between its pieces; a text with a mark in it stays text."""
    filled = pieces.copy()
    for place in range(1, len(pieces), 2):
        filled[place] = given.get(pieces[place], b"")
    return b"".join(filled)


def _compressed(name: bytes, content: bytes, level: int) -> _Part:
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = packer.compress(content) + packer.flush()
    return _Part(name, zlib.crc32(content), len(content), data)


def _laid_out(parts: Iterable[_Part], offset: int) -> tuple[bytes, bytes]:
    """Return parts as they stand in a zip file from `offset` on, and their lines in its list.

    The layout is that of the ZIP application note (4.3.7 and 4.3.12).
    """
    data, listed = [], []
    for name, crc, size, packed in parts:
        fields = (20, _UTF8, zipfile.ZIP_DEFLATED, 0, _DAY, crc, len(packed), size, len(name), 0)
        head = _LOCAL.pack(b"PK\3\4", *fields) + name
        line = _CENTRAL.pack(b"PK\1\2", 20, *fields, 0, 0, 0, 0, offset) + name
        data += [head, packed]
        listed.append(line)
        offset += len(head) + len(packed)
    return b"".join(data), b"".join(listed)


def _with_marks_apart(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a workbook with every text that has a mark in the part for shared strings.

    openpyxl puts the texts that we write into their cells, so the part holds nothing else.
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
