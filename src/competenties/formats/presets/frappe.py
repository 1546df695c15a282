"""Frappe HR: the list of skills for its Data Import."""

from competenties.formats.plan import ImportPlan
from competenties.formats.presets.codes import any_text, text_of
from competenties.formats.presets.layout import Column, Layout, PresetTable
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.formats.table_reading import plan_of
from competenties.messages import Phrase
from competenties.office.tables import TableFile

NAME = "frappe"
TITLE = Phrase(nl="Frappe HR (ERPNext)", en="Frappe HR (ERPNext)")
PAGE = Phrase(
    nl="Een CSV-bestand voor Data Import van Frappe HR, documenttype Skill: Skill Name en Description. Kies "
    "Data Import › New, documenttype Skill, en voeg het bestand toe. Een naam is ten hoogste 140 tekens en "
    "moet uniek zijn: een tweede competentie met dezelfde naam krijgt een nummer erachter. Alleen naam en "
    "definitie gaan mee; niveaus, gedrag, clusters en functies blijven achter.",
    en="A CSV file for Data Import of Frappe HR, document type Skill: Skill Name and Description. Choose "
    "Data Import › New, document type Skill, and attach the file. A name has at most 140 characters and has "
    "to be unique: a second competence of a name gets a number behind it. Only name and definition go "
    "along; levels, behaviour, clusters and jobs stay behind.",
)
LAYOUT = Layout()

_MOST = 140  # characters of a field of kind Data
_NUMBER = 6  # characters kept for a number behind a name
_COLUMNS = (Column("Skill Name", _MOST, one_line=True), Column("Description"))


def tables(content: Content, _choices: ExportChoices) -> list[PresetTable]:
    """Return the skills; no two have one name."""
    own = content.framework.language
    rows, seen = [], dict[str, int]()
    for one in content.framework.competences:
        name = " ".join(any_text(one.name, own, own).split())
        key = name.casefold()[: _MOST - _NUMBER]
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            name = f"{name[: _MOST - _NUMBER]} ({seen[key]})"
        rows.append([name, text_of(one.definition, own, own)])
    return [PresetTable("skills", _COLUMNS, rows)]


def recognises(_file: TableFile) -> bool:
    """Leave this file to the table import, which knows both columns."""
    return False


def plan(file: TableFile, choices: ImportChoices) -> ImportPlan:
    """Return what becomes of the table."""
    return plan_of(file, choices)
