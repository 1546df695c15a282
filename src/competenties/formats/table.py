"""Tables: CSV and Excel as organisations have them, in and out.

Three tables carry a framework with its job profiles: one row a competence with a column per level,
one row an indicator, and one row a job and competence.
"""

from competenties.formats.plan import ImportPlan
from competenties.formats.source import Content, ImportChoices, Source
from competenties.formats.table_reading import plan_of
from competenties.formats.table_writing import TABLES, tables_of
from competenties.messages import Phrase
from competenties.office.tables import read_tables, write_csv, write_xlsx

NAME = "table"
SUFFIXES = (".xlsx", ".csv")
TITLE = Phrase(nl="Tabel (Excel of CSV)", en="Table (Excel or CSV)")
PAGE = Phrase(
    nl="Tabellen in Excel of CSV, met koppen in het Nederlands of Engels. Drie vormen: een rij per "
    "competentie met een kolom per niveau; een rij per gedragsindicator; een rij per functie en "
    "competentie. Meer punten in een cel zijn meer indicatoren. Uitvoer schrijft dezelfde drie "
    "tabellen: als bladen van een werkmap (.xlsx) of als drie CSV-bestanden in een map. Interviewvragen, "
    "ontwikkeltips, servicebeloften, schalen met hun uitleg en de overige blokken van een "
    "functieprofiel passen niet in deze tabellen; ze blijven in het model.",
    en="Tables in Excel or CSV, with headers in Dutch or English. Three shapes: a row a competence "
    "with a column per level; a row an indicator; a row a job and competence. Several points in a "
    "cell are several indicators. An export writes the same three tables: as sheets of a workbook "
    "(.xlsx) or as three CSV files in a folder. Interview questions, development tips, promises, "
    "scales with their explanation and the other blocks of a job profile do not fit into these tables; "
    "they stay in the framework.",
)


def recognises(source: Source) -> bool:
    """Tell whether a source may be a table: everything that no other format knows."""
    return bool(source.raw)


def plan(source: Source, choices: ImportChoices | None = None) -> ImportPlan:
    """Return what becomes of a table. Raises UnusableError and NotFoundError with what to do."""
    return plan_of(read_tables(source.name, source.raw), choices or ImportChoices())


def write(content: Content, suffix: str) -> dict[str, bytes]:
    """Return the files of an export by the name of their table.

    A workbook is one file, with the empty name; CSV is a file for each table. Raises RefusedError
    for a text that no cell of a workbook can hold.
    """
    tables = tables_of(content)
    if suffix == ".xlsx":
        return {"": write_xlsx(list(tables.values()))}
    return {TABLES[name].say(content.language): write_csv(one) for name, one in tables.items()}
