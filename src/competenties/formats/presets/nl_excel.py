"""Dutch Excel: the three tables of the program as CSV files that open with a double click."""

from competenties.formats.plan import ImportPlan
from competenties.formats.presets.layout import Column, Layout, PresetTable
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.formats.table_reading import plan_of
from competenties.formats.table_writing import TABLES, tables_of
from competenties.messages import Phrase
from competenties.office.tables import TableFile

NAME = "nl-excel"
TITLE = Phrase(nl="CSV voor een Nederlandse Excel", en="CSV for a Dutch Excel")
PAGE = Phrase(
    nl="Drie CSV-bestanden (competenties, indicatoren, functies) met puntkomma's en UTF-8 met een "
    "merkteken, zodat een Nederlandse Excel ze met dubbelklikken goed opent. Een tekst die op een "
    "formule lijkt, krijgt een apostrof ervoor. Terug: noem de map bij import. Wat achterblijft is "
    "hetzelfde als bij het formaat table.",
    en="Three CSV files (competences, indicators, jobs) with semicolons and UTF-8 with a mark, which a "
    "Dutch Excel opens well at a double click. A text that looks like a formula gets an apostrophe "
    "before it. Back: name the folder at import. What stays behind is the same as for the format table.",
)
LAYOUT = Layout(delimiter=";", has_mark=True, guard="apostrophe")


def tables(content: Content, _choices: ExportChoices) -> list[PresetTable]:
    """Return the three tables."""
    return [
        PresetTable(
            TABLES[name].say(content.language),
            tuple(Column(title) for title in one.header),
            [[str(value) for value in row] for row in one.rows],
        )
        for name, one in tables_of(content).items()
    ]


def recognises(_file: TableFile) -> bool:
    """Leave these files to the table import, which knows all of their columns."""
    return False


def plan(file: TableFile, choices: ImportChoices) -> ImportPlan:
    """Return what becomes of the tables."""
    return plan_of(file, choices)
