"""OpenSALT: the workbook with CF Doc, CF Item and CF Association that it imports."""

from collections.abc import Iterator, Sequence

from competenties.formats.identity import node_uuid
from competenties.formats.plan import ImportPlan
from competenties.formats.presets.codes import Codes, Tree, any_text, level_name, text_of
from competenties.formats.presets.layout import Column, Layout, PresetTable
from competenties.formats.presets.opensalt_reading import (
    ITEM_TYPES,
    NEEDED,
    NOT_WANTED,
    has_our_items,
    read_opensalt,
)
from competenties.formats.presets.records import has_titles
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.messages import Language, Phrase
from competenties.model.competence import Competence, Level
from competenties.model.framework import Cluster, Framework
from competenties.model.indicator import Indicator
from competenties.office.tables import TableFile

NAME = "opensalt-excel"
TITLE = Phrase(nl="OpenSALT (Excel)", en="OpenSALT (Excel)")
PAGE = Phrase(
    nl="Een werkmap voor OpenSALT, met de drie bladen CF Doc (het model), CF Item (de "
    "onderdelen) en CF Association (de verbanden).\n\n"
    "1. Kies in OpenSALT Import › Excel.\n"
    "2. Kies dit bestand.\n\n"
    "Zo staat het in OpenSALT:\n"
    "- Clusters, competenties, niveaus en gedragsindicatoren worden onderdelen (items) "
    "onder elkaar. De kolom smartLevel zegt in welke volgorde.\n"
    "- Gedrag dat niet past heet daar 'Past hier niet: …', met als soort "
    "Contra-indicator.\n"
    "- De ids zijn dezelfde als in een uitvoer naar CASE. Zo werkt een volgende uitvoer "
    "bij. Let op: OpenSALT verwijdert onderdelen die in een volgend bestand ontbreken.\n"
    "- Een titel is ten hoogste 120 tekens, een omschrijving van het model 300, een code "
    "80 en een korte naam 255. Wat langer is, wordt ingekort.\n\n"
    "Gaat niet mee:\n"
    "- andere talen\n"
    "- teksten van de niveau-indeling\n"
    "- functies en interviewvragen",
    en="A workbook for OpenSALT, with the three sheets CF Doc (the framework), CF Item (the "
    "items) and CF Association (the relations).\n\n"
    "1. In OpenSALT, choose Import › Excel.\n"
    "2. Choose this file.\n\n"
    "This is how it stands in OpenSALT:\n"
    "- Clusters, competences, levels and indicators become items below each other. The "
    "column smartLevel says in which order.\n"
    "- Behaviour that does not fit is called 'Does not fit here: …' there, with the type "
    "Contra-indicator.\n"
    "- The ids are those of an export to CASE, so that a next export updates. Mind: "
    "OpenSALT deletes items that a next file lacks.\n"
    "- A title has at most 120 characters, a description of the framework 300, a code 80 "
    "and a short name 255. What is longer is shortened.\n\n"
    "Stays behind:\n"
    "- other languages\n"
    "- texts of the proficiency scale\n"
    "- jobs and interview questions",
)
LAYOUT = Layout(suffix=".xlsx")

_CODE = 80  # characters
_DOC = (
    Column("identifier"),
    Column("creator", 300, one_line=True),
    Column("title", 120, one_line=True),
    Column("lastChangeDate"),
    Column("officialSourceURL"),
    Column("publisher", 300, one_line=True),
    Column("description", 300),
    Column("subject"),
    Column("language", 10),
    Column("version", 50, one_line=True),
    Column("adoptionStatus"),
    Column("statusStartDate"),
    Column("statusEndDate"),
    Column("licenseTitle", one_line=True),
    Column("licenseText"),
    Column("notes"),
)
_ITEM = (
    Column("identifier"),
    Column("fullStatement"),
    Column("humanCodingScheme", _CODE),
    Column("smartLevel"),
    Column("listEnumeration"),
    Column("abbreviatedStatement", 255, one_line=True),
    Column("conceptKeywords"),
    Column("notes"),
    Column("language", 10),
    Column("educationLevel"),
    Column("CFItemType"),
    Column("license"),
)
_ASSOCIATION = tuple(
    Column(title)
    for title in (
        "identifier",
        "originNodeURI",
        "originNodeIdentifier",
        "originNodeHumanCodingScheme",
        "associationType",
        "destinationNodeURI",
        "destinationNodeIdentifier",
        "destinationNodeHumanCodingScheme",
        "associationGroupIdentifier",
        "associationGroupName",
    )
)
_STATUSES = {"draft": "Draft", "review": "Draft", "published": "Adopted", "retired": "Deprecated"}
_RELATIONS = {
    "related": "Is Related To",
    "precedes": "Precedes",
    "part-of": "Is Part Of",
    "replaces": "Replaced By",
}


def tables(content: Content, _choices: ExportChoices) -> list[PresetTable]:
    """Return the three sheets; OpenSALT wants all of them, also an empty one."""
    items = _Items(content)
    return [
        PresetTable("CF Doc", _DOC, [_document(content.framework)]),
        PresetTable("CF Item", _ITEM, list(items.rows())),
        PresetTable("CF Association", _ASSOCIATION, list(items.relations())),
    ]


def recognises(file: TableFile) -> bool:
    """Tell whether a workbook has the sheet with items."""
    return any(has_titles(one, NEEDED) for one in file.sheets)


def wrote(file: TableFile) -> bool:
    """Tell whether every item has a type of ours, in the place where we put that."""
    return has_our_items(file)


def plan(file: TableFile, choices: ImportChoices) -> ImportPlan:
    """Return what becomes of the sheets."""
    return read_opensalt(file, choices, NAME)


def _document(framework: Framework) -> list[str]:
    own = framework.language
    title = any_text(framework.name, own, own)
    owner = text_of(framework.owner, own, own)
    row = [node_uuid(framework.id), owner or title, title, _day(framework.valid_from), "", owner]
    row += [text_of(framework.description, own, own), "", own, framework.version or ""]
    row += [_STATUSES[framework.status], _day(framework.valid_from), _day(framework.valid_until)]
    return [*row, framework.licence or "", "", text_of(framework.notes, own, own)]


class _Items:
    """The items of a framework, numbered as a tree."""

    def __init__(self, content: Content) -> None:
        self._framework = content.framework
        self._own = content.framework.language
        self._words: Language = content.language
        self._codes = Codes(_CODE)
        self._below: dict[str | None, list[Cluster]] = {}
        tree = Tree(content.framework)
        for cluster, above in tree.in_order():
            self._below.setdefault(above.id if above else None, []).append(cluster)
        known = {one.id for one in content.framework.clusters}
        self._inside: dict[str | None, list[Competence]] = {}
        for one in content.framework.competences:
            place = one.cluster if one.cluster in known else None
            self._inside.setdefault(place, []).append(one)

    def rows(self) -> Iterator[list[str]]:
        """Yield the items, each below the one that it belongs to; however deep the clusters are."""
        todo: list[tuple[Cluster | None, str]] = [(None, "")]
        while todo:
            cluster, number = todo.pop()
            identifier = cluster.id if cluster else None
            if cluster is not None:
                yield self._cluster(cluster, number)
            clusters = self._below.get(identifier, [])
            start = f"{number}." if number else ""
            for position, one in enumerate(self._inside.get(identifier, []), len(clusters) + 1):
                yield from self._competence(one, f"{start}{position}")
            inside = [(each, f"{start}{n}") for n, each in enumerate(clusters, 1)]
            todo.extend(reversed(inside))

    def relations(self) -> Iterator[list[str]]:
        """Yield how competences stand to each other, where both are there."""
        known = {one.id for one in self._framework.competences}
        for one in self._framework.competences:
            for relation in one.relations:
                if relation.competence not in known:
                    continue
                ends = (one.id, relation.competence)
                if relation.kind == "replaces":
                    ends = (relation.competence, one.id)
                uuid = node_uuid(self._framework.id, *ends, relation.kind)
                origin, target = map(self._end, ends)
                yield [uuid, *origin, _RELATIONS[relation.kind], *target, "", ""]

    def _end(self, identifier: str) -> tuple[str, str, str]:
        code = self._codes.of("competence", identifier)
        return "", node_uuid(self._framework.id, identifier), code

    def _cluster(self, one: Cluster, number: str) -> list[str]:
        name = any_text(one.name, self._own, self._own)
        text = text_of(one.description, self._own, self._own) or name
        code = self._codes.of("cluster", one.id)
        return self._row((one.id,), code, number, "cluster", (name, text))

    def _competence(self, one: Competence, number: str) -> Iterator[list[str]]:
        name = any_text(one.name, self._own, self._own)
        text = text_of(one.definition, self._own, self._own) or name
        code = self._codes.of("competence", one.id)
        yield self._row((one.id,), code, number, "competence", (name, text))
        place = 0
        for place, level in enumerate(one.levels, 1):
            yield from self._level(one, level, code, f"{number}.{place}")
        for offset, indicator in enumerate(one.indicators, place + 1):
            yield self._indicator(indicator, f"{number}.{offset}")

    def _level(self, one: Competence, level: Level, code: str, number: str) -> Iterator[list[str]]:
        general = text_of(level_name(self._framework, one, level.level), self._own, self._own)
        word = f"{ITEM_TYPES['level'].say(self._words)} {level.level}"
        name = text_of(level.name, self._own, self._own) or general or word
        text = text_of(level.text, self._own, self._own) or name
        ids = (one.id, level.level)
        here = self._codes.of("level", f"{code}-n{level.level}")
        yield self._row(ids, here, number, "level", (name, text))
        for position, indicator in enumerate(level.indicators, 1):
            yield self._indicator(indicator, f"{number}.{position}")

    def _indicator(self, one: Indicator, number: str) -> list[str]:
        text = any_text(one.text, self._own, self._own)
        kind = "contra" if one.is_contra else "indicator"
        label = NOT_WANTED.say(self._words, text=text) if one.is_contra else ""
        code = self._codes.of("indicator", one.id)
        return self._row((one.id,), code, number, kind, (label, text))

    def _row(
        self,
        ids: Sequence[str | int],
        code: str,
        number: str,
        kind: str,
        texts: tuple[str, str],
    ) -> list[str]:
        name, text = texts
        uuid = node_uuid(self._framework.id, *ids)
        said = ITEM_TYPES[kind].say(self._words)
        return [uuid, text, code, number, "", name, "", "", self._own, "", said, ""]


def _day(day: object) -> str:
    return "" if day is None else str(day)
