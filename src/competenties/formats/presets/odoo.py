"""Odoo: skill types with their skills and levels, for the import of `hr.skill.type`."""

from competenties.formats.identity import code
from competenties.formats.plan import Draft, ImportPlan
from competenties.formats.presets.codes import any_text
from competenties.formats.presets.layout import Column, Layout, PresetTable
from competenties.formats.presets.records import Records, has_titles
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.messages import Phrase
from competenties.model.competence import Competence
from competenties.model.framework import Framework
from competenties.office.tables import TableFile

NAME = "odoo"
TITLE = Phrase(nl="Odoo (hr.skill.type)", en="Odoo (hr.skill.type)")
PAGE = Phrase(
    nl="Een CSV-bestand voor Odoo Werknemers: soorten vaardigheden (model hr.skill.type) met "
    "hun vaardigheden en niveaus.\n\n"
    "1. Zet in Odoo de ontwikkelaarsmodus aan.\n"
    "2. Open Configuratie › Soorten vaardigheden.\n"
    "3. Kies Records importeren en dit bestand.\n\n"
    "Zo staat het in Odoo:\n"
    "- Elke cluster wordt een soort. De competenties erin worden vaardigheden.\n"
    "- De niveaus van hun schaal krijgen een voortgang van 0 tot 100.\n"
    "- Een soort zonder niveaus krijgt er één, want Odoo vraagt dat.\n"
    "- Een volgende import met dezelfde ids werkt bij.\n\n"
    "Gaat niet mee:\n"
    "- definities: Odoo kent geen tekst bij een vaardigheid\n"
    "- gedrag en functies\n"
    "- van clusters in clusters alle behalve de binnenste",
    en="A CSV file for Odoo Employees: skill types (model hr.skill.type) with their skills "
    "and levels.\n\n"
    "1. Switch on developer mode in Odoo.\n"
    "2. Open Configuration › Skill Types.\n"
    "3. Choose Import records and this file.\n\n"
    "This is how it stands in Odoo:\n"
    "- Every cluster becomes a skill type. Its competences become skills.\n"
    "- The levels of their scale get a progress from 0 to 100.\n"
    "- A type without levels gets one, since Odoo asks it.\n"
    "- A next import with the same ids updates.\n\n"
    "Stays behind:\n"
    "- definitions: Odoo knows no text of a skill\n"
    "- behaviour and jobs\n"
    "- of clusters in clusters all but the innermost",
)
LAYOUT = Layout()

_TYPE, _SKILL, _LEVEL = "id", "skill_ids/id", "skill_level_ids/name"
_COLUMNS = (
    Column(_TYPE),
    Column("name", one_line=True),
    Column(_SKILL),
    Column("skill_ids/name", one_line=True),
    Column(_LEVEL, one_line=True),
    Column("skill_level_ids/level_progress"),
    Column("skill_level_ids/default_level"),
)
_NEEDED = (_TYPE, "skill_ids/name", _LEVEL)
_MEANINGS = {
    _TYPE: "cluster.code",
    "name": "cluster",
    _SKILL: "competence.code",
    "skill_ids/name": "competence",
    _LEVEL: "level.name",
    "skill_level_ids/level_progress": "",
    "skill_level_ids/default_level": "",
}
_ONLY_LEVEL = Phrase(nl="Aanwezig", en="Present")
_NO_CLUSTER = "no_cluster"  # no id of ours has such a line in it


def tables(content: Content, _choices: ExportChoices) -> list[PresetTable]:
    """Return a block of rows for each type: its skills beside its levels, the longest counts."""
    framework, own = content.framework, content.framework.language
    names = {one.id: any_text(one.name, own, own) for one in framework.clusters}
    types: dict[tuple[str, str], list[Competence]] = {}
    for one in framework.competences:
        scale = framework.scale_of(one)
        cluster = one.cluster if one.cluster in names else None
        types.setdefault((cluster or "", scale.id if scale else ""), []).append(one)
    shared = [cluster for cluster, _ in types]
    rows: list[list[str]] = []
    for (cluster, scale_id), skills in types.items():
        ending = f"_{scale_id}" if shared.count(cluster) > 1 and scale_id else ""
        here = f"{code(cluster) if cluster else _NO_CLUSTER}{ending}"
        name = names[cluster] if cluster else any_text(framework.name, own, own)
        levels = _levels(framework, skills[0], content)
        for number in range(max(len(skills), len(levels))):
            row = [here, name] if number == 0 else ["", ""]
            row += _skill(skills[number], own) if number < len(skills) else ["", ""]
            rows.append([*row, *(levels[number] if number < len(levels) else ["", "", ""])])
    return [PresetTable("hr.skill.type", _COLUMNS, rows)]


def recognises(file: TableFile) -> bool:
    """Tell whether a file has the columns of the model."""
    return any(has_titles(one, _NEEDED) for one in file.sheets)


def plan(file: TableFile, choices: ImportChoices) -> ImportPlan:
    """Return what becomes of the rows; a row without an id goes on with the type above it."""
    reading = Records(file, choices, NAME, ("name", "skill_ids/name"))
    cluster: Draft | None = None
    is_first = False
    for row in reading.rows(*_NEEDED, meanings=_MEANINGS):
        if row.text("name"):
            is_first = not reading.names
            cluster = None
            if not row.text(_TYPE).startswith(_NO_CLUSTER):
                cluster = reading.new("clusters")
                row.put(cluster, "name", "name")
                reading.identify(cluster, row.said(_TYPE))
        node: Draft = cluster if cluster is not None else reading.framework
        if said := row.said("skill_ids/name"):
            node = reading.new("competences")
            reading.drafting.put(node, "name", said)
            reading.identify(node, row.said(_SKILL))
            if cluster is not None:
                reading.drafting.put_value(node, "cluster", cluster["_place"], said)
        row.about(node, _TYPE, "name", *_COLUMN_TITLES[4:])
        if is_first and (level := row.text(_LEVEL)):
            reading.names[len(reading.names) + 1] = level
    if reading.names:
        levels = [{"number": number, "name": name} for number, name in reading.names.items()]
        scale = Phrase(nl="Niveaus", en="Levels").say(reading.drafting.reader)
        reading.framework["proficiency_scales"] = [{"name": scale, "levels": levels}]
    return reading.plan()


_COLUMN_TITLES = tuple(one.title for one in _COLUMNS)


def _skill(one: Competence, own: str) -> list[str]:
    return [code(one.id), any_text(one.name, own, own)]


def _levels(framework: Framework, one: Competence, content: Content) -> list[list[str]]:
    """Return the levels of a scale with their progress; the lowest is the default."""
    own, scale = framework.language, framework.scale_of(one)
    names = [any_text(level.name, own, own) for level in scale.levels] if scale else []
    names = names or [_ONLY_LEVEL.say(content.language)]
    most = len(names)
    return [
        [name, str(round(100 * number / most)), "True" if number == 1 else "False"]
        for number, name in enumerate(names, 1)
    ]
