"""Makes the plan of a table import: which sheet is what, in which order, and what is left over."""

import re
from collections.abc import Iterator, Sequence

from competenties.findings import UnusableError
from competenties.formats.drafting import Drafting, Said
from competenties.formats.language_guess import language_of
from competenties.formats.plan import Cell, ImportPlan, LeftOver, PlannedColumn
from competenties.formats.source import ImportChoices
from competenties.formats.table_choices import (
    check_sheets,
    chosen_columns,
    found_rows,
    is_matrix,
    left_out,
)
from competenties.formats.table_competences import Competences
from competenties.formats.table_headers import (
    FIELDS,
    Header,
    language_of_title,
)
from competenties.formats.table_language import IN_A_LANGUAGE
from competenties.formats.table_levels import MOST_LEVEL, Levels
from competenties.formats.table_people import has_results, is_of_people
from competenties.formats.table_profiles import Profiles
from competenties.formats.table_rows import rows_of
from competenties.formats.table_sheet import TableRow, TableSheet, understood
from competenties.messages import Phrase
from competenties.office.clean import clean, has_ink
from competenties.office.tables import Sheet, TableFile, column_letters

_NOT_RECOGNISED = Phrase(nl="deze kolom is niet herkend", en="this column was not recognised")
_ABOVE = Phrase(nl="staat boven de kopregel", en="stands above the header")
_NO_TABLE = Phrase(
    nl="op dit blad is geen tabel met competenties of functies herkend",
    en="no table of competences or jobs was recognised on this sheet",
)
_NO_ITEM = Phrase(
    nl="in deze rij is geen competentie of functie genoemd",
    en="this row names no competence or job",
)
_NO_USE = Phrase(
    nl="zegt in deze rij niets over een onderdeel", en="says nothing about an item in this row"
)
_PERSON = Phrase(
    nl="gegevens van personen horen niet in een model of profiel en zijn niet overgenomen",
    en="data of persons do not belong in a framework or profile and were not taken over",
)
_IGNORED = Phrase(
    nl="u heeft gezegd dat deze kolom niet meedoet", en="you said that this column does not count"
)
_HIDDEN_PARTS = Phrase(
    nl='Op blad "{sheet}" zijn verborgen rijen of kolommen meegelezen: {shown}.',
    en='On sheet "{sheet}" hidden rows or columns were read too: {shown}.',
)
_NOTHING = Phrase(
    nl="In {file} is geen tabel met competenties of functies herkend. Nodig is een rij met koppen, "
    'zoals "Competentie", "Definitie", "Niveau 1", of "Functie", "Competentie", "Niveau". '
    'Heten ze anders, zeg dan wat ze zijn: --map "kop=competentie" --map "kop=definitie". '
    "Gevonden: {found}",
    en="No table of competences or jobs was recognised in {file}. Needed is a row of headers, "
    'such as "Competence", "Definition", "Level 1", or "Job", "Competence", "Level". '
    'If they are called otherwise, say what they are: --map "header=competence" '
    '--map "header=definition". Found: {found}',
)
_MATRIX = Phrase(
    nl="{file} lijkt een matrix met functies bovenaan en niveaus in de cellen. Die leest het programma "
    "nog niet. Zet haar om naar een rij per functie en competentie, met de koppen Functie, Competentie "
    "en Niveau. Gevonden: {found}",
    en="{file} looks like a matrix with jobs across the top and levels in the cells. The program does "
    "not read that yet. Turn it into a row for each job and competence, with the headers Job, "
    "Competence and Level. Found: {found}",
)
_PEOPLE = Phrase(
    nl="{file} is een tabel van mensen, en in een model of functieprofiel staan nooit gegevens van personen.\n"
    "  → Formulieren voor deze mensen maakt u met: competenties write rating-sheet FUNCTIEPROFIEL "
    "--people {file} -o formulieren\n"
    "  → Is het toch een tabel van competenties of functies? Haal de kolommen over personen er dan uit.",
    en="{file} is a table of people, and a framework or job profile never holds data of persons.\n"
    "  → Make forms for these people with: competenties write rating-sheet PROFILE "
    "--people {file} -o forms\n"
    "  → Is it a table of competences or jobs after all? Then take the columns about persons out of it.",
)
_PEOPLE_SHEET = Phrase(
    nl="dit blad is een tabel van mensen; gegevens van personen horen niet in een model of profiel",
    en="this sheet is a table of people; data of persons do not belong in a framework or profile",
)
_NO_ROWS = Phrase(
    nl="{file}: onder de koppen staat nog geen competentie of functie. Vul de tabel en probeer het opnieuw.",
    en="{file}: below the headers there is no competence or job yet. Fill the table and try again.",
)
_ORDER = ("levels", "competences", "indicators", "requirements", "glossary")
_OWN_ORDER = ("levels", "indicators", "competences", "requirements", "glossary")
"""Of tables of our own that of the indicators comes first: it holds all of them, in order."""
_SHOWN = 8
_NO_HEADER = Header(None)
_TAKEN_OVER = FIELDS.keys() - {"person", "ignore"}


def plan_of(file: TableFile, choices: ImportChoices) -> ImportPlan:
    """Return what the sheets of a file become.

    Raises UnusableError when nothing in it was recognised, NotFoundError for a column or sheet of
    the choices that is not there.
    """
    check_sheets(file, choices.sheets)
    chosen = chosen_columns(file, choices.columns)
    tables: list[TableSheet] = []
    others: list[tuple[Sheet, Phrase]] = []
    people: list[Sheet] = []
    for sheet in file.sheets:
        reason = left_out(sheet, choices.sheets)
        table = understood(sheet, chosen) if reason is None else None
        if reason is None and is_of_people(sheet, table, chosen):
            people.append(sheet)
            table, reason = None, _PEOPLE_SHEET
        if table is None:
            others.append((sheet, reason or _NO_TABLE))
        else:
            tables.append(table)
    if people and (not tables or any(map(has_results, people))):
        raise UnusableError(_PEOPLE, file=_quoted(file.name))
    if not tables:
        reason = _MATRIX if is_matrix(file) else _NOTHING
        raise UnusableError(reason, file=file.name, found=found_rows(file))
    language = choices.language or _own_language(tables, choices)
    return _Reading(file, language, choices).plan(tables, others)


class _Reading:
    def __init__(self, file: TableFile, language: str, choices: ImportChoices) -> None:
        self._choices = choices
        self._drafting = Drafting(file.name, language)
        self._drafting.remarks.extend(file.remarks)
        self._shared: dict[tuple[str, int], bool] = {}
        self._levels = Levels(self._drafting)
        self._competences = Competences(self._drafting, self._levels)
        self._profiles = Profiles(self._drafting, self._competences, self._levels, choices.known)

    def plan(self, tables: list[TableSheet], others: list[tuple[Sheet, Phrase]]) -> ImportPlan:
        framework = self._drafting.framework
        wished = clean(self._choices.name).strip()
        framework["name"] = wished if has_ink(wished) else _title(self._drafting.source)
        for table in sorted(tables, key=_order):
            self._table(table)
        for sheet, reason in others:
            self._whole_sheet(sheet, reason)
            self._faults(sheet, is_kept=False)
        if scales := self._levels.scales():
            framework["proficiency_scales"] = scales
            used = self._levels.used()
            given = [{one["level"] for one in c.get("levels", ())} for c in self._competences.all()]
            if any(levels and levels != used for levels in given):
                scales[0]["partial"] = True
        if not framework.get("competences") and not self._drafting.profiles:
            raise UnusableError(_NO_ROWS, file=self._drafting.source)
        return self._drafting.plan()

    def _table(self, table: TableSheet) -> None:
        self._headers(table)
        if table.sheet.hidden:
            shown = ", ".join(table.sheet.hidden[:_SHOWN])
            remark = _HIDDEN_PARTS.filled(sheet=table.name, shown=shown)
            self._drafting.remarks.append(remark)
        if table.shape in ("indicators", "requirements") and self._choices.known is None:
            columns = table.columns("level")[:1]
            names = (cells[c] for _, cells in table.body() for c in columns if c in cells)
            self._levels.expect(dict.fromkeys(names))
            self._levels.close()
        for column, header in table.headers.items():
            if header.field == "levels" and header.number is not None:
                said = self._header_said(table, column)
                name = [said.says(header.name)] if header.name else []
                self._levels.declare(header.number, name)
        for row in rows_of(table, self._drafting.language):
            self._leave_over(row, self._row(row))
        if table.is_ours and table.shape == "indicators":
            self._competences.has_own_indicators = True

    def _row(self, row: TableRow) -> "dict[str, object] | None":
        """Read a row, and return the most precise item that it speaks of."""
        shape = row.table.shape
        if shape == "levels":
            return self._level(row)
        if shape == "glossary":
            return self._term(row)
        if shape == "requirements":
            return self._profiles.row(row)
        competence = self._competences.of_row(row, is_new=shape == "competences")
        if competence is None:
            return None
        if shape == "indicators":
            return self._competences.row_of_behaviour(row, competence)
        self._competences.behaviour_columns(row, competence)
        return competence

    def _level(self, row: TableRow) -> "dict[str, object] | None":
        numbers = row.said("level")
        given = self._levels.number(numbers)[0] if numbers else None
        number = given if given is not None else row.number - row.table.header_rows[-1]
        if number > MOST_LEVEL:
            return None
        level = self._levels.declare(number, row.said("level.name"))
        for said in numbers:
            self._drafting.mark(level, "number", said)
        for said in row.said("level.text"):
            key = "_group_text" if self._is_shared(row.table, said.cell.column) else "description"
            self._drafting.put(level, key, said)
            self._drafting.mark(level, "description", said)
        return level

    def _is_shared(self, table: TableSheet, column: int) -> bool:
        """Tell whether a text of levels says the same for all levels that have one name."""
        key = (table.name, column)
        if key not in self._shared:
            names = table.columns("level.name")[:1]
            texts: dict[str, set[str]] = {}
            rows = 0
            for _, cells in table.body():
                if names and names[0] in cells and column in cells:
                    rows += 1
                    texts.setdefault(cells[names[0]], set()).add(cells[column])
            self._shared[key] = len(texts) < rows and sum(map(len, texts.values())) < rows
        return self._shared[key]

    def _term(self, row: TableRow) -> "dict[str, object] | None":
        if not row.said("term") or not row.said("term.definition"):
            return None
        entry: dict[str, object] = {}
        self._drafting.framework.setdefault("glossary", []).append(entry)
        for said in row.said("term"):
            self._drafting.put(entry, "term", said)
        for said in row.said("term.definition"):
            self._drafting.put(entry, "definition", said)
        return None  # an entry has no room for what else its row says

    def _headers(self, table: TableSheet) -> None:
        for column, title in table.titles.items():
            header = table.headers[column]
            said = self._header_said(table, column)
            if header.field in (None, "ignore", "person"):
                is_kept = header.field is None
                left = LeftOver(said.cell, said.text, _reason(header), is_kept=is_kept)
                self._drafting.left_overs.append(left)
            for row in table.header_rows:
                if column in table.sheet.rows[row]:
                    cell = Cell(table.name, row, column)
                    becomes = None if header.field in (None, "ignore", "person") else _shown(header)
                    self._drafting.columns.append(
                        PlannedColumn(cell, title, becomes, header.confidence)
                    )
        for row, cells in table.sheet.rows.items():
            if row < table.header_rows[0]:
                for column, text in cells.items():
                    said = Said(text, self._drafting.language, Cell(table.name, row, column))
                    self._drafting.leave(said, _ABOVE, None, "")
        self._faults(table.sheet)

    def _header_said(self, table: TableSheet, column: int) -> Said:
        header = table.headers[column]
        language = header.language or self._drafting.language
        row = next(r for r in reversed(table.header_rows) if column in table.sheet.rows[r])
        cell = Cell(table.name, row, column)
        return Said(table.titles[column], language, cell, header.confidence)

    def _leave_over(self, row: TableRow, item: "dict[str, object] | None") -> None:
        """Leave over what a row holds beside the columns that were recognised."""
        for column in row.table.sheet.rows[row.number]:
            header = row.table.headers.get(column, _NO_HEADER)
            cell = Cell(row.table.name, row.number, column)
            if header.field in _TAKEN_OVER and self._drafting.is_settled(cell):
                continue
            said = row.at(column)
            title = row.table.titles.get(column) or column_letters(column)
            if header.field in ("person", "ignore"):
                self._drafting.drop(said, _reason(header))
            elif header.field is None:
                self._drafting.leave(said, _NOT_RECOGNISED, item, title)
            else:
                self._drafting.leave(said, _NO_ITEM if item is None else _NO_USE, item, title)

    def _whole_sheet(self, sheet: Sheet, reason: Phrase) -> None:
        for (row, column), text in sheet.cells():
            said = Said(text, self._drafting.language, Cell(sheet.name, row, column))
            self._drafting.drop(said, reason)

    def _faults(self, sheet: Sheet, *, is_kept: bool = True) -> None:
        for (row, column), fault in sheet.faults.items():
            said = Said(fault.shown, self._drafting.language, Cell(sheet.name, row, column))
            if is_kept:
                self._drafting.leave(said, fault.reason, None, "")
            else:
                self._drafting.drop(said, fault.reason)


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name


def _order(table: TableSheet) -> int:
    return (_OWN_ORDER if table.is_ours else _ORDER).index(table.shape)


def _own_language(tables: Sequence[TableSheet], choices: ImportChoices) -> str:
    """Return the language of the columns that name none, else the first that one names.

    Where the texts do not tell, it is that of the framework they refer to, else of the headers.
    """
    texts = list(_plain_texts(tables))
    named = [one.language for table in tables for one in table.headers.values() if one.language]
    if named and not texts:
        return named[0]
    titles = (title for table in tables for title in table.titles.values())
    by_title = next(filter(None, map(language_of_title, titles)), None)
    known = choices.known.language if choices.known else None
    return language_of(texts, known or by_title or choices.otherwise)


def _plain_texts(tables: Sequence[TableSheet]) -> Iterator[str]:
    """Yield texts of the columns that name no language."""
    for table in tables:
        columns = [
            c for c, one in table.headers.items() if one.field in IN_A_LANGUAGE and not one.language
        ]
        for _, cells in table.body():
            yield from (cells[c] for c in columns if c in cells)


def _reason(header: Header) -> Phrase:
    if header.field == "person":
        return _PERSON
    return _IGNORED if header.field == "ignore" else _NOT_RECOGNISED


def _shown(header: Header) -> Phrase:
    """Return what a column becomes, with the number of a level and the language."""
    phrase = FIELDS[header.field or "ignore"]
    if header.field == "levels":
        phrase = Phrase(nl=f"niveau {header.number}", en=f"level {header.number}")
    if header.language:
        return Phrase(nl=f"{phrase.nl} ({header.language})", en=f"{phrase.en} ({header.language})")
    return phrase


def _title(source: str) -> str:
    """Return the name of a file as a title: `uk-skills_2024.csv` is "Uk skills 2024"."""
    stem = source.rpartition(".")[0] or source
    words = " ".join(re.sub(r"[_\-.]+", " ", clean(stem)).split())
    return words[:1].upper() + words[1:] if has_ink(words) else "Import"
