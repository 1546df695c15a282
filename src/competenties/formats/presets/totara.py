"""Totara: the file `comp.csv` of HR Import, with a row for each competency."""

import re

from competenties.formats.plan import Draft, ImportPlan
from competenties.formats.presets.codes import Codes, Tree, any_text, level_name, text_of
from competenties.formats.presets.layout import Column, Layout, PresetTable
from competenties.formats.presets.levels_html import LevelsReader, html_of
from competenties.formats.presets.levels_read import put_levels, put_scale
from competenties.formats.presets.records import Records, Row, has_titles
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.messages import Phrase
from competenties.model.competence import Competence
from competenties.model.indicator import Indicator
from competenties.office.tables import TableFile

NAME = "totara"
TITLE = Phrase(nl="Totara (HR Import)", en="Totara (HR Import)")
PAGE = Phrase(
    nl="Het bestand comp.csv voor HR Import van Totara Learn en Perform. Maak in Totara eerst het "
    "competentiemodel aan, met als id-nummer het id van uw model (kolom frameworkidnumber), en met zijn "
    "schaal: schalen kunnen niet mee. Zet bij HR Import het element Competency aan, kies CSV met een "
    "komma en UTF-8, zet het bestand klaar en start de import; een volgende uitvoer werkt dezelfde "
    "competenties bij. Definitie, niveaus en indicatoren staan samen in de omschrijving; met --levels "
    "branch wordt elke indicator een competentie onder de zijne. Namen zijn ten hoogste 1024 tekens, "
    "id-nummers 100. Andere talen, functies en alles wat niet in naam en omschrijving past, blijven achter.",
    en="The file comp.csv for HR Import of Totara Learn and Perform. First make the framework in Totara, "
    "with the id of yours as its ID number (column frameworkidnumber), and with its scale: scales cannot "
    "come along. In HR Import, enable the element Competency, choose CSV with a comma and UTF-8, put the "
    "file in place and run the import; a next export updates the same competencies. Definition, levels "
    "and indicators stand together in the description; with --levels branch every indicator becomes a "
    "competency below its own. Names have at most 1024 characters, ID numbers 100. Other languages, jobs "
    "and all that does not fit into name and description stay behind.",
)
LAYOUT = Layout()

_CODE, _NAME = 100, 1024  # characters
_COLUMNS = (
    Column("idnumber"),
    Column("fullname", _NAME, one_line=True),
    Column("shortname", _CODE),
    Column("deleted"),
    Column("description"),
    Column("frameworkidnumber"),
    Column("parentidnumber"),
    Column("typeidnumber"),
    Column("timemodified"),
    Column("aggregationmethod"),
)
_NEEDED = ("idnumber", "fullname", "frameworkidnumber")
_MEANINGS = {
    "idnumber": "competence.code",
    "fullname": "competence",
    "description": "competence.definition",
    "parentidnumber": "cluster",
    **dict.fromkeys(
        ("shortname", "deleted", "frameworkidnumber", "typeidnumber", "timemodified"), ""
    ),
    "aggregationmethod": "",
}
_BRANCH = re.compile(r"(?:n(\d{1,2})-)?(indicator|contra)")
"""The short name of an indicator in its own row: at which level, and which kind."""


def tables(content: Content, choices: ExportChoices) -> list[PresetTable]:
    """Return the rows of the clusters, then of the competences, each parent before its children."""
    framework, codes = content.framework, Codes(_CODE)
    own, root = framework.language, Codes(_CODE).of("framework", framework.id)
    is_branch = choices.levels == "branch"
    tree = Tree(framework)
    rows = []
    for cluster, above in tree.in_order():
        here = codes.of("cluster", cluster.id)
        parent = codes.of("cluster", above.id) if above else None
        description = text_of(cluster.description, own, own)
        name = any_text(cluster.name, own, own)
        rows.append(_row(here, name, "cluster", description, root, parent))
    for one in framework.competences:
        path = tree.path(one.cluster)
        parent = codes.of("cluster", path[-1].id) if path else None
        here = codes.of("competence", one.id)
        html = html_of(framework, one, indicators=not is_branch)
        rows.append(_row(here, any_text(one.name, own, own), here, html, root, parent))
        if is_branch:
            rows.extend(_branch(content, one, codes, root))
    return [PresetTable("comp", _COLUMNS, rows)]


def recognises(file: TableFile) -> bool:
    """Tell whether a file has the columns that Totara cannot do without."""
    return any(has_titles(sheet, _NEEDED) for sheet in file.sheets)


def plan(file: TableFile, choices: ImportChoices) -> ImportPlan:
    """Return what becomes of the rows: one with others below it is a cluster."""
    reading = Records(file, choices, NAME, ("fullname", "description"))
    rows = [row for row in reading.rows(*_NEEDED, meanings=_MEANINGS) if row.text("deleted") != "1"]
    behaviour, others = list[Row](), list[Row]()
    for row in rows:
        is_behaviour = _BRANCH.fullmatch(row.text("shortname")) is not None
        if row.text("fullname"):
            (behaviour if is_behaviour else others).append(row)
    parents = {row.text("parentidnumber") for row in others}
    above = {row.text("idnumber"): row for row in others}
    clusters = {code: row for code, row in above.items() if code in parents or _is_cluster(row)}
    nodes = {code: reading.new("clusters") for code in clusters}
    for code, row in clusters.items():
        _read_cluster(reading, row, nodes[code], nodes)
    competences = {
        row.text("idnumber"): _read_competence(reading, row, nodes)
        for row in others
        if clusters.get(row.text("idnumber")) is not row
    }
    for row in behaviour:
        _read_indicator(reading, row, competences)
    put_scale(reading)
    return reading.plan()


def _row(code: str, name: str, short: str, text: str, root: str, parent: str | None) -> list[str]:
    return [code, name, short, "0", text, root, parent or "", "", "0", "ALL"]


def _branch(content: Content, one: Competence, codes: Codes, root: str) -> list[list[str]]:
    """Return a row for each indicator of a competence."""
    framework, own = content.framework, content.framework.language
    parent = codes.of("competence", one.id)
    given: list[tuple[int | None, Indicator]] = [(None, indicator) for indicator in one.indicators]
    given += [(level.level, each) for level in one.levels for each in level.indicators]
    rows = []
    for number, indicator in given:
        level = "" if number is None else f"n{number}-"
        name = level_name(framework, one, number) if number is not None else None
        short = f"{level}{'contra' if indicator.is_contra else 'indicator'}"
        text = text_of(name, own, own)
        here = codes.of("indicator", indicator.id)
        rows.append(_row(here, any_text(indicator.text, own, own), short, text, root, parent))
    return rows


def _is_cluster(row: Row) -> bool:
    return row.text("shortname") == "cluster" != row.text("idnumber")


_TECHNICAL = (
    "shortname",
    "deleted",
    "frameworkidnumber",
    "typeidnumber",
    "timemodified",
    "aggregationmethod",
)


def _read_cluster(reading: Records, row: Row, node: Draft, nodes: dict[str, Draft]) -> None:
    row.about(node, *_TECHNICAL)
    row.put(node, "name", "fullname")
    row.put(node, "description", "description")
    reading.identify(node, row.said("idnumber"))
    parent = nodes.get(row.text("parentidnumber"))
    if parent is not None and parent is not node and (said := row.said("parentidnumber")):
        reading.drafting.put_value(node, "parent", parent["_place"], said)


def _read_competence(reading: Records, row: Row, nodes: dict[str, Draft]) -> Draft:
    node = reading.new("competences")
    row.about(node, *_TECHNICAL)
    row.put(node, "name", "fullname")
    reading.identify(node, row.said("idnumber"))
    cluster, said = nodes.get(row.text("parentidnumber")), row.said("parentidnumber")
    if cluster is not None and said:
        reading.drafting.put_value(node, "cluster", cluster["_place"], said)
    if said := row.said("description"):
        put_levels(reading, node, said, LevelsReader(said.text))
    return node


def _read_indicator(reading: Records, row: Row, competences: dict[str, Draft]) -> None:
    competence, said = competences.get(row.text("parentidnumber")), row.said("fullname")
    found = _BRANCH.fullmatch(row.text("shortname"))
    if competence is None or said is None or found is None:
        return
    owner = competence
    if found[1]:
        levels = competence.setdefault("levels", [])
        number = int(found[1])
        owner = next((one for one in levels if one["level"] == number), {})
        if not owner:
            owner = {"level": number}
            levels.append(owner)
    node: Draft = {"polarity": "contra"} if found[2] == "contra" else {}
    owner.setdefault("indicators", []).append(node)
    reading.drafting.put(node, "text", said)
    reading.identify(node, row.said("idnumber"))
    for title in (*_TECHNICAL, "parentidnumber", "description"):
        if here := row.said(title):
            reading.drafting.mark(node, "text", here)
