"""Tables: CSV and Excel as organisations have them, in and out.

Three tables carry a framework with its job profiles: one row a competence with a column per level,
one row an indicator, and one row a job and competence. A preset writes and reads the tables of one
other tool.
"""

from competenties.findings import CompetentiesError
from competenties.formats.applying import apply
from competenties.formats.loss import Export
from competenties.formats.plan import ImportPlan
from competenties.formats.presets import (
    is_ours,
    preset_file,
    recognised_preset,
    write_preset,
)
from competenties.formats.returned import losses_on_return
from competenties.formats.source import Content, ExportChoices, ImportChoices, Source
from competenties.formats.table_reading import plan_of
from competenties.formats.table_writing import TABLES, tables_of
from competenties.messages import Phrase
from competenties.office.tables import (
    Table,
    TableFile,
    read_tables,
    sheets_of,
    write_csv,
    write_xlsx,
)

NAME = "table"
SUFFIXES = (".xlsx", ".csv")
FOLDER_SUFFIX = ".csv"
TITLE = Phrase(nl="Tabel (Excel of CSV)", en="Table (Excel or CSV)")
PAGE = Phrase(
    nl="Tabellen in Excel of CSV, met koppen in het Nederlands of Engels.\n\n"
    "Er zijn drie vormen:\n"
    "- een rij per competentie, met een kolom per niveau\n"
    "- een rij per gedragsindicator\n"
    "- een rij per functie en competentie\n\n"
    "Meer punten in een cel zijn meer indicatoren.\n\n"
    "1. Uitvoer schrijft de drie tabellen als bladen van een werkmap (.xlsx), of als drie "
    "CSV-bestanden in een map.\n"
    "2. Terug: noem bij import de werkmap, of de map met de CSV-bestanden.\n"
    "3. Geef daarbij de naam van het model op met --name.\n\n"
    "Met --preset schrijft u de tabellen die een ander programma verwacht.\n\n"
    "In een CSV-bestand krijgt een tekst die op een formule lijkt, zoals '-5' of '=A1', "
    "een apostrof ervoor. Bij import gaat die er weer af.\n\n"
    "Gaat niet mee (het blijft in het model, en de uitvoer meldt het):\n"
    "- interviewvragen en ontwikkeltips\n"
    "- servicebeloften\n"
    "- schalen met hun uitleg\n"
    "- de overige blokken van een functieprofiel",
    en="Tables in Excel or CSV, with headers in Dutch or English.\n\n"
    "There are three shapes:\n"
    "- a row a competence, with a column per level\n"
    "- a row an indicator\n"
    "- a row a job and competence\n\n"
    "Several points in a cell are several indicators.\n\n"
    "1. An export writes the three tables as sheets of a workbook (.xlsx), or as three "
    "CSV files in a folder.\n"
    "2. Back: name the workbook at import, or the folder with the CSV files.\n"
    "3. Give the name of the framework there with --name.\n\n"
    "With --preset you write the tables that another program expects.\n\n"
    "In a CSV file a text that looks like a formula, such as '-5' or '=A1', gets an "
    "apostrophe before it. An import takes it away again.\n\n"
    "Stays behind (it stays in the framework, and the export names it):\n"
    "- interview questions and development tips\n"
    "- promises\n"
    "- scales with their explanation\n"
    "- the other blocks of a job profile",
)


def recognises(source: Source) -> bool:
    """Tell whether a source may be a table: everything that no other format knows."""
    return bool(source.raw or source.more)


def wrote(source: Source) -> bool:
    """Tell whether a source that another format knows is a table as this program writes it."""
    try:
        return is_ours(_read(source))
    except CompetentiesError:
        return False


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
    found = losses_on_return(content, _returned(content, tables, suffix))
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


def _returned(content: Content, tables: dict[str, Table], suffix: str) -> Content | None:
    """Return what an import makes of the tables; None when it refuses them."""
    together = [tables.values()] if suffix == ".xlsx" else [[one] for one in tables.values()]
    try:
        file = TableFile("", tuple(sheet for one in together for sheet in sheets_of(one)))
        made = apply(plan_of(file, ImportChoices(otherwise=content.language)))
    except CompetentiesError:
        return None
    if made.framework is None:
        return None
    return Content(made.framework, made.profiles)
