"""Totara: the file `comp.csv` of HR Import, with a row for each competency."""

import re
from collections.abc import Callable, Collection
from functools import partial

from competenties.formats.anchor_drafts import PICTURE
from competenties.formats.anchor_reading import (
    OF_COMPETENCE,
    OF_INDICATOR,
    Described,
    described,
)
from competenties.formats.anchors import Writer
from competenties.formats.drafting import Said
from competenties.formats.html_prose import as_html
from competenties.formats.plan import Draft, ImportPlan
from competenties.formats.presets.codes import Codes, Tree, any_text
from competenties.formats.presets.layout import Column, Layout, PresetTable
from competenties.formats.presets.levels_read import put_levels, put_scale
from competenties.formats.presets.records import Records, Row, has_titles
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.messages import Phrase
from competenties.model.competence import Competence
from competenties.model.indicator import Indicator
from competenties.model.text import Text
from competenties.office.tables import TableFile

NAME = "totara"
TITLE = Phrase(nl="Totara (HR Import)", en="Totara (HR Import)")
PAGE = Phrase(
    nl="Het bestand comp.csv voor HR Import van Totara Learn en Perform.\n\n"
    "1. Maak in Totara eerst het competentiemodel aan, met zijn schaal: schalen kunnen "
    "niet mee. Geef het als id-nummer het id van uw model; dat staat in de kolom "
    "frameworkidnumber.\n"
    "2. Zet bij HR Import het element Competency aan.\n"
    "3. Kies CSV met een komma en UTF-8.\n"
    "4. Zet het bestand klaar en start de import.\n\n"
    "Zo staat het in Totara:\n"
    "- Definitie, niveaus en gedrag staan samen in de omschrijving. Met --levels branch "
    "wordt elke gedragsindicator een competentie onder de zijne.\n"
    "- Gedrag dat niet past staat altijd in de omschrijving, want Totara zou het als te "
    "behalen tellen.\n"
    "- Een volgende uitvoer werkt dezelfde competenties bij.\n"
    "- Een naam is ten hoogste 1024 tekens, een id-nummer 100.\n\n"
    "Gaat niet mee:\n"
    "- andere talen\n"
    "- functies\n"
    "- alles wat niet in naam en omschrijving past\n\n"
    "Terug naar dit programma: gedrag dat in een omschrijving stond, krijgt een nieuw id.",
    en="The file comp.csv for HR Import of Totara Learn and Perform.\n\n"
    "1. First make the framework in Totara, with its scale: scales cannot come along. "
    "Give it the id of yours as its ID number; that is in the column frameworkidnumber.\n"
    "2. In HR Import, enable the element Competency.\n"
    "3. Choose CSV with a comma and UTF-8.\n"
    "4. Put the file in place and run the import.\n\n"
    "This is how it stands in Totara:\n"
    "- Definition, levels and behaviour stand together in the description. With --levels "
    "branch every indicator becomes a competency below its own.\n"
    "- Behaviour that does not fit is always in the description, because Totara would "
    "count it as something to reach.\n"
    "- A next export updates the same competencies.\n"
    "- A name has at most 1024 characters, an ID number 100.\n\n"
    "Stays behind:\n"
    "- other languages\n"
    "- jobs\n"
    "- all that does not fit into name and description\n\n"
    "Back to this program: behaviour that stood in a description gets a new id.",
)
LAYOUT = Layout()

_CODE, _NAME, _DESCRIPTION = 100, 1024, 120_000  # characters
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
_BACKSLASH = re.compile(r'\\(?=\\*("|\s*\Z))')  # PHP takes it for the escape of a quote
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def tables(content: Content, choices: ExportChoices) -> list[PresetTable]:
    """Return the rows of the clusters, then of the competences, each parent before its children."""
    return [PresetTable("comp", _COLUMNS, _Writing(content, choices).rows)]


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
    if others:
        reading.identify_framework(others[0].said("frameworkidnumber"))
    put_scale(reading)
    return reading.plan()


class _Writing:
    def __init__(self, content: Content, choices: ExportChoices) -> None:
        self._framework = content.framework
        self._is_branch = choices.levels == "branch"
        self._writer = Writer(content.framework.language, names_levels=True)
        self._codes = Codes(_CODE)
        self._root = Codes(_CODE).of("framework", content.framework.id)
        self.rows: list[list[str]] = []
        tree = Tree(content.framework)
        for cluster, above in tree.in_order():
            here = self._codes.of("cluster", cluster.id)
            parent = self._codes.of("cluster", above.id) if above else ""
            make = partial(Writer.prose, text=cluster.description)
            self._add(here, cluster.name, "cluster", make, parent)
        for one in content.framework.competences:
            path = tree.path(one.cluster)
            self._add_competence(one, self._codes.of("cluster", path[-1].id) if path else "")

    def _add_competence(self, one: Competence, parent: str) -> None:
        here, scale = self._codes.of("competence", one.id), self._framework.scale_of(one)
        make = partial(
            Writer.competence, competence=one, scale=scale, behaviour=not self._is_branch
        )
        self._add(here, one.name, here, make, parent)
        if self._is_branch:
            self._add_indicators(one.indicators, "", here)
            for level in one.levels:
                self._add_indicators(level.indicators, f"n{level.level}-", here)

    def _add_indicators(self, indicators: tuple[Indicator, ...], level: str, parent: str) -> None:
        for one in indicators:
            if not one.is_contra:
                here = self._codes.of("indicator", one.id)
                make = partial(Writer.indicator, indicator=one)
                self._add(here, one.text, f"{level}indicator", make, parent)

    def _add(
        self, code: str, name: Text, short: str, make: Callable[[Writer], str], parent: str
    ) -> None:
        own = self._framework.language
        text = self._writer.fitting(make, _DESCRIPTION)
        said = _BACKSLASH.sub("/", any_text(name, own, own))
        self.rows.append([code, said, short, "0", text, self._root, parent, "", "0", "ALL"])


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
    if said := row.said("description"):
        reading.drafting.mark(node, "name", said)
        found = _described(said.text, ())
        reading.drafting.put(node, "description", said.says(found.text))
        _leave_pictures(reading, said, found)
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
        found = _described(said.text, OF_COMPETENCE)
        put_levels(reading, node, said, found)
        _leave_pictures(reading, said, found)
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
    found_text = _described(row.text("description"), OF_INDICATOR)
    if here := row.said("description"):
        reading.drafting.put(node, "measure", here.says(found_text.measure))
        for example in found_text.examples:
            reading.drafting.add(node, "examples", example, here)
        _leave_pictures(reading, here, found_text)
    for title in (*_TECHNICAL, "parentidnumber", "description"):
        if here := row.said(title):
            reading.drafting.mark(node, "text", here)


def _leave_pictures(reading: Records, said: Said, found: Described) -> None:
    """Leave the pictures of a description over: a framework holds text only."""
    for name in found.pictures:
        reading.drafting.drop(said.says(name), PICTURE)


def _described(text: str, known: Collection[str]) -> Described:
    """Return what a description says; one without HTML is read as it is."""
    return described(text if _TAG.search(text) else as_html(text), known)
