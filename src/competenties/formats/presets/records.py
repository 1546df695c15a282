"""Reads the files of a tool row by row, by the titles of their columns; nothing goes missing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from competenties.findings import UnusableError
from competenties.formats.drafting import Drafting, Said
from competenties.formats.language_guess import language_of
from competenties.formats.plan import Cell, Draft, ImportPlan, PlannedColumn
from competenties.formats.source import ImportChoices
from competenties.formats.table_headers import FIELDS
from competenties.messages import Phrase
from competenties.model.ids import ID_PATTERN, MOST_ID, is_device_name
from competenties.model.text import LANGUAGE_TAG
from competenties.office.clean import clean, has_ink
from competenties.office.tables import Sheet, TableFile

TOOL = Phrase(nl="alleen voor het andere programma", en="only for the other program")
_UNKNOWN = Phrase(nl="deze kolom is niet herkend", en="this column was not recognised")
_NO_USE = Phrase(
    nl="zegt in deze rij niets over een onderdeel", en="says nothing about an item in this row"
)
_EMPTY = Phrase(
    nl="{file}: onder de koppen staat geen competentie. Vul de tabel en probeer het opnieuw.",
    en="{file}: below the headers there is no competence. Fill the table and try again.",
)


class Row:
    """One row under known titles."""

    __slots__ = ("_columns", "_reading", "_row", "_sheet", "item")

    def __init__(
        self, reading: "Records", sheet: Sheet, columns: Mapping[str, int], row: int
    ) -> None:
        """Take a row of a sheet, with the columns by their titles."""
        self._reading = reading
        self._sheet = sheet
        self._row = row
        self._columns = columns
        self.item: Draft | None = None

    @property
    def titles(self) -> list[str]:
        """The titles of the row's columns."""
        return list(self._columns)

    def text(self, title: str) -> str:
        """Return the text under a title; empty where there is none."""
        column = self._columns.get(title)
        return "" if column is None else self._sheet.rows[self._row].get(column, "")

    def said(self, title: str, language: str = "") -> Said | None:
        """Return what the row says under a title, in a language; None where it says nothing."""
        text = self.text(title)
        if not text:
            return None
        cell = Cell(self._sheet.name, self._row, self._columns[title])
        return Said(text, language or self._reading.language, cell)

    def about(self, node: Draft, *titles: str) -> None:
        """Say which item the row is about, and which cells need no more than that."""
        self.item = node
        for title in titles:
            if said := self.said(title):
                self._reading.drafting.mark(node, "name", said)

    def put(self, node: Draft, key: str, title: str, language: str = "") -> None:
        """Put the text under a title into a field of an item."""
        if said := self.said(title, language):
            self._reading.drafting.put(node, key, said)


class Records:
    """The drafts of a tool's files while they are read; `plan()` ends it."""

    def __init__(
        self, file: TableFile, choices: ImportChoices, scheme: str, texts: Sequence[str] = ()
    ) -> None:
        """Begin; `texts` are the titles by whose texts the language is told."""
        self._file = file
        found = (text for sheet in file.sheets for text in _under(sheet, texts))
        self.language = choices.language or language_of(found, choices.otherwise)
        self.drafting = Drafting(file.name, self.language)
        self.drafting.remarks.extend(file.remarks)
        self.framework = self.drafting.framework
        wished = clean(choices.name).strip()
        self._is_named = has_ink(wished)
        self.framework["name"] = wished if self._is_named else _title(file.name)
        self._scheme = scheme
        self._rows: dict[tuple[str, int], Row] = {}
        self._ids: set[str] = set()
        self.names: dict[int, str] = {}
        """What levels are called, by number."""

    def rows(self, *needed: str, meanings: Mapping[str, str], labels: int = 0) -> Iterator[Row]:
        """Yield the rows of every sheet whose header has these titles.

        `meanings` says which field each title is; a title that it lacks is left over. `labels` is
        how many more rows of titles there are below the first.
        """
        for sheet in self._file.sheets:
            if not has_titles(sheet, needed):
                continue
            first, *others = sheet.rows
            titles = sheet.rows[first]
            columns = {title: column for column, title in titles.items()}
            self._header(sheet, first, titles, meanings)
            for number in others[:labels]:
                for column, text in sheet.rows[number].items():
                    cell = Cell(sheet.name, number, column)
                    self.drafting.columns.append(PlannedColumn(cell, text, TOOL))
            for number in others[labels:]:
                row = Row(self, sheet, columns, number)
                self._rows[sheet.name, number] = row
                yield row

    def identify(self, node: Draft, said: Said | None) -> None:
        """Give an item its id again where it is one of ours, else keep it as an id of the tool."""
        if said is None:
            return
        if node.get("id") == said.text:
            self.drafting.mark(node, "id", said)
        elif is_own_id(said.text) and said.text not in self._ids:
            self._ids.add(said.text)
            self.drafting.put_value(node, "id", said.text, said)
        else:
            value = {"scheme": self._scheme, "id": said.text}
            self.drafting.add(node, "identifiers", value, said)

    def identify_framework(self, said: Said | None) -> None:
        """Give the framework its id again; it makes a better name than that of the file."""
        if said is None or not is_own_id(said.text):
            return
        self.framework["id"] = said.text
        if not self._is_named:
            self.framework["name"] = _title(said.text)
        self.drafting.mark(self.framework, "name", said)

    def new(self, key: str, **values: Any) -> Draft:
        """Add an item to a list of the framework, and return it with its place."""
        items = self.framework.setdefault(key, [])
        node: Draft = {"_place": len(items), **values}
        items.append(node)
        return node

    def cluster(self, said: Said, names: list[str], known: dict[tuple[str, ...], Draft]) -> int:
        """Return the place of a cluster by its path of names; those that are not there are made."""
        parent: int | None = None
        for depth in range(1, len(names) + 1):
            path = tuple(names[:depth])
            if path not in known:
                values = {} if parent is None else {"parent": parent}
                known[path] = self.new("clusters", **values)
            self.drafting.put(known[path], "name", said.says(path[-1]))
            parent = known[path]["_place"]
        return parent or 0

    def plan(self) -> ImportPlan:
        """Return the plan; what no one took is left over at the item of its row."""
        headers: set[Any] = {one.header for one in self.drafting.columns}
        for sheet in self._file.sheets:
            for (number, column), text in sheet.cells():
                cell = Cell(sheet.name, number, column)
                if cell not in headers and not self.drafting.is_settled(cell):
                    self._leave(sheet, cell, text)
            for (number, column), fault in sheet.faults.items():
                said = Said(fault.shown, self.language, Cell(sheet.name, number, column))
                self.drafting.leave(said, fault.reason, None, "")
        if not self.framework.get("competences"):
            raise UnusableError(_EMPTY, file=self._file.name)
        self._rows.clear()  # they know this reading: their memory only comes free without them
        return self.drafting.plan()

    def _leave(self, sheet: Sheet, cell: Cell, text: str) -> None:
        row = self._rows.get((sheet.name, cell.row))
        title = next(iter(sheet.rows.values())).get(cell.column, cell.label)
        said = Said(text, self.language, cell)
        self.drafting.leave(said, _NO_USE, row.item if row else None, title)

    def _header(
        self, sheet: Sheet, row: int, titles: Mapping[int, str], meanings: Mapping[str, str]
    ) -> None:
        for column, title in titles.items():
            cell = Cell(sheet.name, row, column)
            field = meanings.get(title)
            becomes = TOOL if field == "" else FIELDS[field] if field else None
            self.drafting.columns.append(PlannedColumn(cell, title, becomes))
            if field is None:
                said = Said(title, self.language, cell)
                self.drafting.leave(said, _UNKNOWN, None, "")


def has_titles(sheet: Sheet, needed: Sequence[str]) -> bool:
    """Tell whether the first row of a sheet has all of these titles."""
    first = next(iter(sheet.rows.values()), {})
    return set(needed) <= set(first.values())


def is_own_id(text: str) -> bool:
    """Tell whether a code of a tool is an id that a framework can have."""
    is_id = re.fullmatch(ID_PATTERN.strip("^$"), text) is not None
    return is_id and len(text) <= MOST_ID and not is_device_name(text)


def tag_of(text: str) -> str:
    """Return a language as a tool writes it (`nl_NL`, `NL`) as the tag of ours; empty if it is none."""
    main, _, region = text.strip().replace("_", "-").partition("-")
    tag = f"{main.lower()}-{region}" if region else main.lower()
    return tag if re.fullmatch(LANGUAGE_TAG, tag) else ""


def _under(sheet: Sheet, titles: Sequence[str]) -> Iterator[str]:
    first = next(iter(sheet.rows.values()), {})
    columns = [column for column, title in first.items() if title in titles]
    for cells in sheet.rows.values():
        yield from (cells[column] for column in columns if column in cells)


def _title(source: str) -> str:
    stem = clean(source.rpartition(".")[0] or source)
    words = " ".join(re.sub(r"[_\-.]+", " ", stem).split())
    return words[:1].upper() + words[1:] if has_ink(words) else "Import"
