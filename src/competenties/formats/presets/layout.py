"""How the tables of a preset become files: signs, encoding, lengths, and no formula in any cell."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from competenties.office.clean import clean
from competenties.office.tables import Table, TableFile, read_tables, sheets_of, write_xlsx

_FORMULA_LIKE = re.compile(r"'*[=+\-@\t\r]")
_MARK = "…"


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a tool expects: its header, and how many characters it takes.

    A text that is longer ends in an ellipsis, at a word where that can be. `one_line` is for names,
    in which a tool expects no line breaks.
    """

    title: str
    most: int | None = None
    one_line: bool = False


@dataclass(frozen=True, slots=True)
class PresetTable:
    """A table of a tool: the name of its file or sheet, its columns, and its rows.

    `labels` is a second row of headers, where a tool has one.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str]]
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """How the files of a tool are written.

    `guard` stands before a text that a spreadsheet would take for a formula, in a file that people
    open in Excel. A tool that imports a file runs no formulas: it would show that sign. `most_rows`
    is what a tool takes at once; what is over goes into a next file.
    """

    suffix: Literal[".csv", ".xlsx"] = ".csv"
    delimiter: str = ","
    has_mark: bool = False
    quotes_all: bool = False
    guard: Literal["", " ", "'"] = ""
    most_rows: int | None = None


def fitted(table: PresetTable) -> PresetTable:
    """Return a table in which every text has a length that the tool takes."""
    rows = [
        [fit(clean(text), column) for text, column in zip(row, table.columns, strict=True)]
        for row in table.rows
    ]
    return replace(table, rows=rows)


def fit(text: str, column: Column) -> str:
    """Return a text in a length that its column takes."""
    if column.one_line:
        text = " ".join(text.split())
    if column.most is None or len(text) <= column.most:
        return text
    start = text[: column.most - len(_MARK)]
    at_word = start.rpartition(" ")[0]
    return f"{at_word if len(at_word) * 2 > column.most else start.rstrip()}{_MARK}"


def files_of(tables: Sequence[PresetTable], layout: Layout) -> dict[str, bytes]:
    """Return the files of fitted tables by name; a workbook is one file, with the empty name."""
    if layout.suffix == ".xlsx":
        return {"": write_xlsx([*map(_plain, tables)])}
    parts = [part for one in tables for part in _parts(one, layout.most_rows)]
    return {one.name: _csv(one, layout) for one in parts}


def read_again(files: dict[str, bytes], tables: Sequence[PresetTable], layout: Layout) -> TableFile:
    """Return files that were made of tables as the import reads them together.

    What stands in a workbook is known from its tables, in less time. Raises UnusableError for what
    the import refuses.
    """
    if layout.suffix == ".xlsx":
        return TableFile("", tuple(sheets_of(map(_plain, tables))))
    read = [read_tables(f"{name}{layout.suffix}", raw) for name, raw in files.items()]
    return TableFile("", tuple(sheet for one in read for sheet in one.sheets))


def _plain(table: PresetTable) -> Table:
    return Table(table.name, _titles(table), [*_labels(table), *table.rows])


def _parts(table: PresetTable, most: int | None) -> Iterator[PresetTable]:
    """Yield a table in parts of as many rows as the tool takes; the first keeps the name."""
    if most is None or len(table.rows) <= most:
        yield table
        return
    for number, start in enumerate(range(0, len(table.rows), most), 1):
        yield replace(table, name=f"{table.name}-{number}", rows=table.rows[start : start + most])


def _csv(table: PresetTable, layout: Layout) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(
        buffer,
        delimiter=layout.delimiter,
        lineterminator="\r\n",
        quoting=csv.QUOTE_ALL if layout.quotes_all else csv.QUOTE_MINIMAL,
    )
    writer.writerow(_titles(table))
    writer.writerows(_labels(table))
    writer.writerows([_guarded(text, layout.guard) for text in row] for row in table.rows)
    return buffer.getvalue().encode("utf-8-sig" if layout.has_mark else "utf-8")


def _guarded(text: str, sign: str) -> str:
    return f"{sign}{text}" if _FORMULA_LIKE.match(text) else text


def _titles(table: PresetTable) -> tuple[str, ...]:
    return tuple(one.title for one in table.columns)


def _labels(table: PresetTable) -> list[Sequence[str]]:
    return [table.labels] if table.labels else []
