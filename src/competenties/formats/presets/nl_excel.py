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
    nl="Drie CSV-bestanden (competenties, indicatoren en functies) die een Nederlandse Excel "
    "goed opent. Ze hebben puntkomma's tussen de kolommen, en UTF-8 met een merkteken, "
    "zodat letters als ë en é kloppen.\n\n"
    "1. Dubbelklik op een bestand. Excel opent het.\n"
    "2. Pas het aan en bewaar het weer als CSV.\n"
    "3. Terug: noem bij import de map met de drie bestanden.\n\n"
    "Let op:\n"
    "- Een tekst die op een formule lijkt, zoals '-5' of '=A1', krijgt een apostrof "
    "ervoor. Bij import gaat die er weer af.\n\n"
    "Gaat niet mee:\n"
    "- hetzelfde als bij het formaat table",
    en="Three CSV files (competences, indicators and jobs) that a Dutch Excel opens well. "
    "They have semicolons between the columns, and UTF-8 with a mark, so that letters "
    "such as ë and é are right.\n\n"
    "1. Double-click on a file. Excel opens it.\n"
    "2. Change it and save it as CSV again.\n"
    "3. Back: name the folder with the three files at import.\n\n"
    "Mind:\n"
    "- A text that looks like a formula, such as '-5' or '=A1', gets an apostrophe before "
    "it. An import takes it away again.\n\n"
    "Stays behind:\n"
    "- the same as for the format table",
)
LAYOUT = Layout(delimiter=";", has_mark=True, guard="'")


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
