"""Tables: CSV and Excel as organisations have them, in and out.

Three tables carry a framework with its job profiles: one row a competence with a column per level,
one row an indicator, and one row a job and competence. A preset writes and reads the tables of one
other tool.
"""

from competenties.findings import CompetentiesError
from competenties.formats.applying import apply
from competenties.formats.loss import Export
from competenties.formats.plan import ImportPlan
from competenties.formats.presets import preset_file, recognised_preset, write_preset
from competenties.formats.returned import losses_on_return
from competenties.formats.source import Content, ExportChoices, ImportChoices, Source
from competenties.formats.table_reading import plan_of
from competenties.formats.table_writing import TABLES, tables_of
from competenties.messages import Phrase
from competenties.office.clean import clean, has_ink
from competenties.office.tables import (
    Sheet,
    Table,
    TableFile,
    read_tables,
    write_csv,
    write_xlsx,
)

NAME = "table"
SUFFIXES = (".xlsx", ".csv")
FOLDER_SUFFIX = ".csv"
TITLE = Phrase(nl="Tabel (Excel of CSV)", en="Table (Excel or CSV)")
PAGE = Phrase(
    nl="Tabellen in Excel of CSV, met koppen in het Nederlands of Engels. Drie vormen: een rij per "
    "competentie met een kolom per niveau; een rij per gedragsindicator; een rij per functie en "
    "competentie. Meer punten in een cel zijn meer indicatoren. Uitvoer schrijft dezelfde drie "
    "tabellen: als bladen van een werkmap (.xlsx) of als drie CSV-bestanden in een map; bij het "
    "inlezen noemt u dan die map. Met --preset schrijft u de tabellen die een ander programma "
    "verwacht. Interviewvragen, ontwikkeltips, servicebeloften, schalen met hun uitleg en de overige "
    "blokken van een functieprofiel passen niet in deze tabellen; ze blijven in het model, en de "
    "uitvoer meldt ze. De naam van het model geeft u bij het inlezen op met --name.",
    en="Tables in Excel or CSV, with headers in Dutch or English. Three shapes: a row a competence "
    "with a column per level; a row an indicator; a row a job and competence. Several points in a "
    "cell are several indicators. An export writes the same three tables: as sheets of a workbook "
    "(.xlsx) or as three CSV files in a folder; to import them, name that folder. With --preset you "
    "write the tables that another program expects. Interview questions, development tips, promises, "
    "scales with their explanation and the other blocks of a job profile do not fit into these tables; "
    "they stay in the framework, and the export names them. When importing, give the name of the "
    "framework with --name.",
)


def recognises(source: Source) -> bool:
    """Tell whether a source may be a table: everything that no other format knows."""
    return bool(source.raw or source.more)


def plan(source: Source, choices: ImportChoices | None = None) -> ImportPlan:
    """Return what becomes of a table. Raises UnusableError and NotFoundError with what to do."""
    choices = choices or ImportChoices()
    file = _read(source)
    preset = None if choices.columns else recognised_preset(file)
    return plan_of(file, choices) if preset is None else preset.plan(file, choices)


def write(content: Content, suffix: str, choices: ExportChoices | None = None) -> Export:
    """Return the files of an export by the name of their table, with what they lose.

    A workbook is one file, with the empty name; CSV is a file for each table. Raises RefusedError
    for a text that no cell of a workbook can hold, NotFoundError for a preset that is not there.
    """
    choices = choices or ExportChoices()
    if choices.preset:
        return write_preset(preset_file(choices.preset), content, choices)
    tables = tables_of(content)
    found = losses_on_return(content, _returned(content, tables))
    if suffix == ".xlsx":
        return Export({"": write_xlsx(list(tables.values()))}, found)
    names = {name: TABLES[name].say(content.language) for name in tables}
    return Export({names[name]: write_csv(one) for name, one in tables.items()}, found)


def _read(source: Source) -> TableFile:
    """Return the sheets of a file, and of those that belong to it."""
    if not source.more:
        return read_tables(source.name, source.raw)
    files = [read_tables(one.name, one.raw) for one in (source, *source.more) if one.raw]
    sheets = tuple(sheet for file in files for sheet in file.sheets)
    remarks = dict.fromkeys(remark for file in files for remark in file.remarks)
    return TableFile(source.name, sheets, tuple(remarks))


def _returned(content: Content, tables: dict[str, Table]) -> Content | None:
    """Return what an import makes of the tables; None when it refuses them."""
    file = TableFile("", tuple(map(_sheet, tables.values())))
    try:
        made = apply(plan_of(file, ImportChoices(otherwise=content.language)))
    except CompetentiesError:
        return None
    if made.framework is None:
        return None
    return Content(made.framework, made.profiles)


def _sheet(table: Table) -> Sheet:
    """Return a table as the reader finds it in a file."""
    rows = {}
    for number, row in enumerate((table.header, *table.rows), 1):
        cells = {column: _seen(str(value)) for column, value in enumerate(row, 1)}
        if filled := {column: text for column, text in cells.items() if text}:
            rows[number] = filled
    return Sheet(table.name, rows)


def _seen(text: str) -> str:
    cleaned = clean(text).strip()
    return cleaned if has_ink(cleaned) else ""
