"""Skills Base: skills and targets for its Data Importer."""

from collections.abc import Iterator
from dataclasses import replace

from competenties.formats.plan import ImportPlan, Note
from competenties.formats.presets.codes import Tree, any_text, different_names, text_of
from competenties.formats.presets.jobs import asked
from competenties.formats.presets.layout import Column, Layout, PresetTable
from competenties.formats.presets.records import has_titles
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.formats.table_reading import plan_of
from competenties.messages import Phrase
from competenties.office.tables import TableFile

NAME = "skillsbase"
TITLE = Phrase(nl="Skills Base (Data Importer)", en="Skills Base (Data Importer)")
PAGE = Phrase(
    nl="CSV-bestanden voor de Data Importer van Skills Base: skills (vaardigheden) en, als "
    "er functieprofielen zijn, targets (het niveau dat een functie vraagt).\n\n"
    "1. Kies in Skills Base Administration › Data Importer.\n"
    "2. Lees skills in met recordtype Skills, en koppel de kolommen.\n"
    "3. Lees daarna targets in met recordtype Targets.\n\n"
    "Let op:\n"
    "- Skills Base herkent een vaardigheid aan haar naam. Verandert u de naam, dan komt "
    "er bij een volgende import een tweede bij.\n"
    "- Een tweede competentie met dezelfde naam krijgt een nummer erachter: Plannen (2).\n"
    "- Een bestand heeft ten hoogste 2500 rijen. Wat meer is, komt in een volgend "
    "bestand.\n\n"
    "Gaat niet mee:\n"
    "- alles behalve naam, cluster, definitie en gevraagd niveau\n\n"
    "Terug naar dit programma: noem bij import de map met de bestanden.",
    en="CSV files for the Data Importer of Skills Base: skills and, where there are job "
    "profiles, targets (the level that a job asks).\n\n"
    "1. In Skills Base, choose Administration › Data Importer.\n"
    "2. Load skills with record type Skills, and map the columns.\n"
    "3. Then load targets with record type Targets.\n\n"
    "Mind:\n"
    "- Skills Base knows a skill by its name. When you change the name, a next import "
    "adds a second one.\n"
    "- A second competence of a name gets a number behind it: Planning (2).\n"
    "- A file has at most 2500 rows. More go into a next file.\n\n"
    "Stays behind:\n"
    "- everything but name, cluster, definition and requested level\n\n"
    "Back to this program: name the folder with the files at import.",
)
_MADE_SCALE = Phrase(
    nl="de niveaus die functies vragen ({levels}) zijn een niveau-indeling geworden. Kijk na of er niveaus "
    "ontbreken, en geef ze hun naam.",
    en="the levels that jobs ask ({levels}) have become a proficiency scale. See whether levels are "
    "missing, and give them their names.",
)
_SKILLS, _ROLES = ("Skill", "Category"), ("Role", "Skill", "Level")
LAYOUT = Layout(most_rows=2500)


def tables(content: Content, _choices: ExportChoices) -> list[PresetTable]:
    """Return the skills by category, and the level that each role asks."""
    framework, tree = content.framework, Tree(content.framework)
    own = framework.language
    columns = (Column("Skill", one_line=True), Column("Category", one_line=True))
    names, skills = dict[str, str](), []
    for one, name in zip(
        framework.competences, different_names(framework, columns[0]), strict=True
    ):
        names.setdefault(one.id, name)
        path = tree.path(one.cluster)
        category = any_text(path[-1].name, own, own) if path else ""
        skills.append([name, category, text_of(one.definition, own, own)])
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


def recognises(file: TableFile) -> bool:
    """Tell whether a file has the columns of both tables; the table import knows that of skills."""
    return all(any(has_titles(one, titles) for one in file.sheets) for titles in (_SKILLS, _ROLES))


def plan(file: TableFile, choices: ImportChoices) -> ImportPlan:
    """Return what becomes of the tables; of levels they know no more than numbers."""
    made = plan_of(file, choices)
    return replace(made, notes=(*made.notes, *_of_levels(made)))


def _of_levels(made: ImportPlan) -> Iterator[Note]:
    """Yield that the levels which the roles ask have become a scale, at the first that says one."""
    scales = (made.framework or {}).get("proficiency_scales", ())
    column = next((one for one in made.columns if one.title == _ROLES[2]), None)
    if scales and column is not None:
        numbers = ", ".join(str(level["number"]) for level in scales[0]["levels"])
        yield Note(column.header, _MADE_SCALE.filled(levels=numbers))
