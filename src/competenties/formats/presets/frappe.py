"""Frappe HR: the list of skills for its Data Import."""

from competenties.formats.plan import ImportPlan
from competenties.formats.presets.codes import different_names, text_of
from competenties.formats.presets.layout import Column, Layout, PresetTable
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.formats.table_reading import plan_of
from competenties.messages import Phrase
from competenties.office.tables import TableFile

NAME = "frappe"
TITLE = Phrase(nl="Frappe HR (ERPNext)", en="Frappe HR (ERPNext)")
PAGE = Phrase(
    nl="Een CSV-bestand met vaardigheden voor Frappe HR. Zo'n vaardigheid heet daar Skill.\n\n"
    "1. Kies in Frappe Data Import › New.\n"
    "2. Kies documenttype Skill.\n"
    "3. Voeg het bestand toe, met de kolommen Skill Name (naam) en Description "
    "(definitie).\n\n"
    "Let op:\n"
    "- Frappe herkent een vaardigheid aan haar naam. Verandert u de naam, dan komt er bij "
    "een volgende import een tweede bij.\n"
    "- Een naam is ten hoogste 140 tekens en mag maar één keer voorkomen. Een tweede "
    "competentie met dezelfde naam krijgt een nummer erachter: Plannen (2).\n\n"
    "Gaat niet mee:\n"
    "- alles behalve naam en definitie: clusters, niveaus, gedrag en functies",
    en="A CSV file with skills for Frappe HR.\n\n"
    "1. In Frappe, choose Data Import › New.\n"
    "2. Choose document type Skill.\n"
    "3. Attach the file, with the columns Skill Name and Description (the definition).\n\n"
    "Mind:\n"
    "- Frappe knows a skill by its name. When you change the name, a next import adds a "
    "second one.\n"
    "- A name has at most 140 characters and may occur once only. A second competence of "
    "a name gets a number behind it: Planning (2).\n\n"
    "Stays behind:\n"
    "- everything but name and definition: clusters, levels, behaviour and jobs",
)
LAYOUT = Layout()

_MOST = 140  # characters of a field of kind Data
_COLUMNS = (Column("Skill Name", _MOST, one_line=True), Column("Description"))


def tables(content: Content, _choices: ExportChoices) -> list[PresetTable]:
    """Return the skills; no two have one name."""
    own = content.framework.language
    names = different_names(content.framework, _COLUMNS[0])
    texts = [text_of(one.definition, own, own) for one in content.framework.competences]
    rows = [list(row) for row in zip(names, texts, strict=True)]
    return [PresetTable("skills", _COLUMNS, rows)]


def recognises(_file: TableFile) -> bool:
    """Leave this file to the table import, which knows both columns."""
    return False


def plan(file: TableFile, choices: ImportChoices) -> ImportPlan:
    """Return what becomes of the table."""
    return plan_of(file, choices)
