"""How much of a workbook is unpacked and read: a small file may become a very large one.

Sizes in a package are what its maker says they are, so all of this counts what really comes out.
"""

from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from competenties.findings import UnusableError
from competenties.messages import Phrase

MOST_UNPACKED = 250_000_000
"""Bytes of all parts together; a million cells take about 60 million."""

_MOST_PARTS = 10_000
_MOST_STYLES = 20_000_000  # bytes of the part with styles
_MOST_TAGS = 7_000_000  # a million cells with texts of their own have six million
_MOST_ROWS = 500_000  # empty ones too
_MOST_CELLS = 2_500_000  # empty ones too
_MOST_CELLS_IN_ROW = 16_384  # the columns of Excel
_MOST_STRINGS = 500_000
_MOST_AREAS = 100_000  # merged cells and widths of columns
_MOST_CHARACTERS = 50_000_000  # of all cells; a CSV file of the largest size holds no more

_BOMB = Phrase(
    nl="{file} wordt uitgepakt veel te groot en is niet gelezen. Is het echt een werkmap van u? "
    "Kopieer dan alleen de tabel naar een nieuwe werkmap.",
    en="{file} becomes far too large when unpacked and was not read. Is it really a workbook of yours? "
    "Then copy the table alone into a new workbook.",
)


class Bounds:
    """Counts what is read of one workbook. Every method raises UnusableError when it is too much."""

    def __init__(self, file: str) -> None:
        """Count for a file of this name."""
        self._file = file
        self._bytes, self._tags = MOST_UNPACKED, _MOST_TAGS
        self._rows, self._cells, self._cells_in_row = _MOST_ROWS, _MOST_CELLS, 0
        self._areas = _MOST_AREAS
        self._strings, self._characters = _MOST_STRINGS, _MOST_CHARACTERS

    def take_package(self, package: ZipFile) -> None:
        """Count what a package says of itself; it may be packed only in the ways of Excel."""
        entries = package.infolist()
        styles = sum(one.file_size for one in entries if "styles" in one.filename)
        unpacked = sum(one.file_size for one in entries)
        self._refuse_if(len(entries) > _MOST_PARTS or styles > _MOST_STYLES)
        self._refuse_if(unpacked > MOST_UNPACKED)
        if any(one.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for one in entries):
            raise BadZipFile(self._file)  # the others unpack a part whole, however large it is

    def take_bytes(self, content: bytes) -> None:
        """Count unpacked bytes, and the tags in them: each takes far more memory than its bytes."""
        self._bytes -= len(content)
        self._tags -= content.count(b"<")
        self._refuse_if(self._bytes < 0 or self._tags < 0)

    def take_row(self) -> None:
        """Count a row, also one without anything in it."""
        self._rows -= 1
        self._cells_in_row = 0
        self._refuse_if(self._rows < 0)

    def take_cell(self) -> None:
        """Count a cell, also one without anything in it."""
        self._cells -= 1
        self._cells_in_row += 1
        self._refuse_if(self._cells < 0 or self._cells_in_row > _MOST_CELLS_IN_ROW)

    def take_area(self) -> None:
        """Count an area of merged cells, or columns of one width."""
        self._areas -= 1
        self._refuse_if(self._areas < 0)

    def take_string(self) -> None:
        """Count a text that cells may share."""
        self._strings -= 1
        self._refuse_if(self._strings < 0)

    def take_characters(self, count: int) -> None:
        """Count the characters of a cell; a long text may be shared by many."""
        self._characters -= count
        self._refuse_if(self._characters < 0)

    def _refuse_if(self, is_too_much: bool) -> None:  # noqa: FBT001  (a private question)
        if is_too_much:
            raise UnusableError(_BOMB, file=self._file)


class BoundedFile:
    """A part as a file that stops when the whole package becomes too large."""

    def __init__(self, bounds: Bounds, file: IO[bytes]) -> None:
        """Read from a file, counted."""
        self._bounds = bounds
        self._file = file

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        content = self._file.read(size)
        self._bounds.take_bytes(content)
        return content
