"""Skills Base: skills and targets for its Data Importer."""

from competenties.formats.plan import ImportPlan
from competenties.formats.presets.codes import Tree, any_text, text_of
from competenties.formats.presets.jobs import asked
from competenties.formats.presets.layout import Column, Layout, PresetTable
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.formats.table_reading import plan_of
from competenties.messages import Phrase
from competenties.office.tables import TableFile

NAME = "skillsbase"
TITLE = Phrase(nl="Skills Base (Data Importer)", en="Skills Base (Data Importer)")
PAGE = Phrase(
    nl="CSV-bestanden voor de Data Importer van Skills Base: skills (recordtype Skills) en, als er "
    "functieprofielen zijn, targets (recordtype Targets). Kies in Skills Base Administration › Data Importer "
    "en koppel de kolommen. Een bestand heeft ten hoogste 2500 rijen; wat meer is komt in een volgend "
    "bestand. Terug: noem de map bij import. Alleen naam, cluster, definitie en gevraagd niveau gaan mee.",
    en="CSV files for the Data Importer of Skills Base: skills (record type Skills) and, where there are "
    "job profiles, targets (record type Targets). In Skills Base, choose Administration › Data Importer and "
    "map the columns. A file has at most 2500 rows; more go into a next file. Back: name the folder at "
    "import. Only name, cluster, definition and requested level go along.",
)
LAYOUT = Layout(most_rows=2500, guard="apostrophe")


def tables(content: Content, _choices: ExportChoices) -> list[PresetTable]:
    """Return the skills by category, and the level that each role asks."""
    framework, tree = content.framework, Tree(content.framework)
    own = framework.language
    names = {one.id: any_text(one.name, own, own) for one in framework.competences}
    skills = []
    for one in framework.competences:
        path = tree.path(one.cluster)
        category = any_text(path[-1].name, own, own) if path else ""
        skills.append([names[one.id], category, text_of(one.definition, own, own)])
    columns = (Column("Skill", one_line=True), Column("Category", one_line=True))
    made = [PresetTable("skills", (*columns, Column("Description")), skills)]
    targets = [
        [
            any_text(one.profile.name, one.profile.language, own),
            names[one.requirement.competence],
            one.level,
        ]
        for one in asked(content)
    ]
    roles = (Column("Role", one_line=True), columns[0], Column("Level"))
    return [*made, PresetTable("targets", roles, targets)] if targets else made


def recognises(_file: TableFile) -> bool:
    """Leave these files to the table import, which knows all of their columns."""
    return False


def plan(file: TableFile, choices: ImportChoices) -> ImportPlan:
    """Return what becomes of the tables."""
    return plan_of(file, choices)
