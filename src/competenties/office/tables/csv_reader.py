"""Reads a CSV file as people have them: any delimiter, any encoding, rows of any length."""

import codecs
import csv
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from competenties.findings import UnusableError
from competenties.messages import Phrase
from competenties.office.clean import clean, has_ink
from competenties.office.tables.sheet import Meter, Sheet, TableFile

DELIMITERS = {
    ";": Phrase(nl="puntkomma", en="semicolon"),
    ",": Phrase(nl="komma", en="comma"),
    "\t": Phrase(nl="tab", en="tab"),
    "|": Phrase(nl="rechte streep", en="vertical bar"),
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 200  # records by which the delimiter is chosen
_SEP = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
_PROTECTED = re.compile(r"'+[=+\-@\t\r]")
_END = "\ue000 end of the file \ue000"  # a last line of our own; it is not there when an open quote swallowed it
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_MOST_CONTROLS = 0.01  # share of a text; a file with more of them is no text

_TWICE = re.compile("[ÃÂ][\x80-\xbf\u0152-\u2122]|â€")
_MIXED = Phrase(
    nl="Er staan vreemde tekens in, zoals Ã of â€: het bestand is in twee soorten tekens geschreven. "
    "Sla het in Excel op als Excel-werkmap (.xlsx) of als CSV UTF-8 en lees dat in.",
    en="There are odd characters in it, such as Ã or â€: the file was written in two kinds of "
    "characters. Save it in Excel as an Excel workbook (.xlsx) or CSV UTF-8 and read that.",
)
_READ_AS = Phrase(
    nl="Gelezen als CSV met een {delimiter} tussen de kolommen, tekens volgens {encoding}.",
    en="Read as CSV with a {delimiter} between the columns, characters by {encoding}.",
)
_UNPACKED = Phrase(
    nl="Elke regel stond als één tekst in de eerste kolom; de kolommen zijn eruit gehaald.",
    en="Each line stood as one text in the first column; the columns were taken out of it.",
)
_UNKNOWN = Phrase(
    nl="{file}: de tekens van dit bestand zijn niet te lezen. Open het in Excel en kies Opslaan als › "
    "CSV UTF-8, of Excel-werkmap (.xlsx).",
    en="{file}: the characters of this file cannot be read. Open it in Excel and choose Save As › "
    "CSV UTF-8, or Excel Workbook (.xlsx).",
)
_BROKEN = Phrase(
    nl="{file}, regel {line}: hier loopt een tekst door zonder sluitend aanhalingsteken, of hij is te "
    "lang. Zet de aanhalingstekens goed of sla het bestand op als Excel-werkmap (.xlsx).",
    en="{file}, line {line}: a text runs on here without a closing quote, or it is too long. "
    "Correct the quotes or save the file as an Excel workbook (.xlsx).",
)


def read_csv(name: str, raw: bytes) -> TableFile:
    """Return a CSV file as one sheet. Raises UnusableError with what to do."""
    text, encoding = _decoded(name, raw)
    text, delimiter = _said_delimiter(text)
    delimiter = delimiter or _best_delimiter(text)
    records = _records(name, text, delimiter)
    sheet_name = name.rpartition(".")[0] or name
    sheet = Sheet(sheet_name, _rows(name, records))
    unpacked = _unpacked(sheet)
    remarks: tuple[Phrase, ...] = (
        _READ_AS.filled(delimiter=DELIMITERS[delimiter], encoding=encoding),
    )
    if encoding == "WINDOWS-1252" and _TWICE.search(text):
        remarks = (*remarks, _MIXED)
    if unpacked is not None:
        return TableFile(name, (unpacked,), (*remarks, _UNPACKED))
    return TableFile(name, (sheet,), remarks)


def _decoded(name: str, raw: bytes) -> tuple[str, str]:
    """Return a file as text, with the name of its encoding."""
    encodings = [encoding for mark, encoding in _MARKS if raw.startswith(mark)]
    for encoding in encodings or [*_wide(raw), "utf-8", "windows-1252"]:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_CONTROLS.findall(text)) <= _MOST_CONTROLS * len(text):
            return text, encoding.removesuffix("-sig").upper()
    raise UnusableError(_UNKNOWN, file=name)


def _wide(raw: bytes) -> Iterator[str]:
    """Yield UTF-16 for a file without a mark in which every other byte is zero."""
    start = raw[:2000]
    for encoding, half in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if half and half.count(0) > len(half) // 2:
            yield encoding


def _said_delimiter(text: str) -> tuple[str, str | None]:
    """Return the text without the line `sep=;` of Excel, and the delimiter that it names."""
    said = _SEP.match(text)
    if said and said[1] in DELIMITERS:
        return text[said.end() :], said[1]
    return text, None


def _best_delimiter(text: str) -> str:
    """Return the delimiter that gives most records the same number of columns, more than one."""
    return max(DELIMITERS, key=lambda one: _evenness(text, one))


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    try:
        reader = csv.reader(_lines(text), delimiter=delimiter)
        widths = [len(record) for record in itertools.islice(reader, _LOOKED_AT) if any(record)]
    except csv.Error:
        return (0.0, 0)
    if not widths or widths[0] < 2:  # noqa: PLR2004  (a header has two columns at least)
        return (0.0, max(widths, default=0))
    ((_, often),) = Counter(widths).most_common(1)
    return (often / len(widths), widths[0])


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends; a text as a file would take four bytes for each letter."""
    return (match[0] for match in _LINE.finditer(text))


def _records(name: str, text: str, delimiter: str) -> Iterator[Sequence[str]]:
    """Yield the records; a text that swallows the rest of the file is refused."""
    lines = itertools.chain(_lines(text), (f"{_END}\n",))
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        line = reader.line_num + 1
        try:
            record = next(reader)
        except csv.Error as error:
            raise UnusableError(_BROKEN, file=name, line=line) from error
        if record == [_END]:
            return
        if record and _END in record[-1]:
            raise UnusableError(_BROKEN, file=name, line=line)
        yield record


def _rows(name: str, records: Iterable[Sequence[str]]) -> dict[int, dict[int, str]]:
    """Return the filled cells of records, counted as Excel counts its rows."""
    rows: dict[int, dict[int, str]] = {}
    meter = Meter(name)
    for number, record in enumerate(records, 1):
        cells = {column: text for column, cell in enumerate(record, 1) if (text := _text(cell))}
        if cells:
            meter.add_row(len(cells), max(cells))
            rows[number] = cells
    return rows


def _text(cell: str) -> str:
    """Return the text of a cell, without the apostrophe that keeps it from being a formula."""
    if not cell:
        return ""
    text = clean(cell[1:] if _PROTECTED.match(cell) else cell).strip()
    return text if has_ink(text) else ""


def _unpacked(sheet: Sheet) -> Sheet | None:
    """Return the sheet whose only column holds whole lines of CSV, taken apart, else None.

    That is what Excel makes of a file with commas where the computer expects semicolons.
    """
    lines = {row: cells[1] for row, cells in sheet.rows.items() if set(cells) == {1}}
    if len(lines) < len(sheet.rows) or len(lines) < 2:  # noqa: PLR2004  (a header and a row)
        return None
    text = "".join(f"{line}\n" for line in lines.values())
    best = _best_delimiter(text)
    evenness, columns = _evenness(text, best)
    if evenness < 0.9 or columns < 2:  # noqa: PLR2004  (nearly all lines alike)
        return None
    try:
        parts = {row: next(csv.reader([line], delimiter=best)) for row, line in lines.items()}
    except (csv.Error, StopIteration):
        return None
    rows = {
        row: {column: text for column, part in enumerate(cells, 1) if (text := _text(part))}
        for row, cells in parts.items()
    }
    return Sheet(sheet.name, {row: cells for row, cells in rows.items() if cells})
