"""The sheets of OpenSALT as drafts: the tree by smartLevel, what an item is by its type."""

import re
from collections.abc import Iterator

from competenties.formats.plan import Draft, ImportPlan
from competenties.formats.presets.levels_read import put_scale
from competenties.formats.presets.records import Records, Row, has_titles, is_own_id, tag_of
from competenties.formats.source import ImportChoices
from competenties.messages import Phrase
from competenties.office.tables import Sheet, TableFile

NEEDED = ("identifier", "fullStatement", "smartLevel")
ITEM_TYPES = {
    "cluster": Phrase(nl="Cluster", en="Cluster"),
    "competence": Phrase(nl="Competentie", en="Competence"),
    "level": Phrase(nl="Niveau", en="Level"),
    "indicator": Phrase(nl="Gedragsindicator", en="Behavioural indicator"),
    "contra": Phrase(nl="Contra-indicator", en="Contra-indicator"),
}
NOT_WANTED = Phrase(nl="Past hier niet: {text}", en="Does not fit here: {text}")
"""What the tree of OpenSALT shows of a contra-indicator: it stands there between what is wanted."""
_KINDS = {
    word.casefold(): kind for kind, phrase in ITEM_TYPES.items() for word in (phrase.nl, phrase.en)
}
_LABELS = tuple(said.partition("{")[0] for said in (NOT_WANTED.nl, NOT_WANTED.en))
_INSIDE = {
    "": ("cluster", "competence"),
    "cluster": ("cluster", "competence"),
    "competence": ("level", "indicator", "contra"),
    "level": ("indicator", "contra"),
}
"""What may stand in what; nothing stands in behaviour."""
_NEEDED_DOC = ("identifier", "creator", "title")
_NEEDED_ASSOCIATION = ("originNodeIdentifier", "associationType", "destinationNodeIdentifier")
_RELATIONS = {
    "isrelatedto": ("related", False),
    "precedes": ("precedes", False),
    "ispartof": ("part-of", False),
    "replacedby": ("replaces", True),
}
_STATUSES = {"draft": "draft", "private draft": "draft", "adopted": "published"}
_STATUSES |= {"deprecated": "retired", "retired": "retired", "implemented": "published"}
_LEVEL_CODE = re.compile(r".*-n(\d{1,2})(?:-[0-9a-f]{6})?")
_NUMBER_AT_END = re.compile(r".*?(\d{1,2})\D*")
_ONLY_WORD = re.compile(r"(?:niveau|level) \d{1,2}", re.IGNORECASE)
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T].*)?")
_MEANINGS = {
    "fullStatement": "competence.definition",
    "abbreviatedStatement": "competence",
    "humanCodingScheme": "competence.code",
    **dict.fromkeys(("identifier", "smartLevel", "language", "CFItemType"), ""),
    **dict.fromkeys(("associationType", "originNodeIdentifier", "destinationNodeIdentifier"), ""),
    **dict.fromkeys(("originNodeHumanCodingScheme", "destinationNodeHumanCodingScheme"), ""),
    **dict.fromkeys(("originNodeURI", "destinationNodeURI", "associationGroupIdentifier"), ""),
    **dict.fromkeys(("associationGroupName", "listEnumeration", "conceptKeywords", "notes"), ""),
    **dict.fromkeys(("educationLevel", "license", "creator", "title", "lastChangeDate"), ""),
    **dict.fromkeys(("officialSourceURL", "publisher", "description", "subject", "version"), ""),
    **dict.fromkeys(("adoptionStatus", "statusStartDate", "statusEndDate"), ""),
    **dict.fromkeys(("licenseTitle", "licenseText"), ""),
}


def has_our_items(file: TableFile) -> bool:
    """Tell whether every item has a type of ours, and stands where such an item may stand."""
    items = [
        cells for one in file.sheets if has_titles(one, NEEDED) for cells in _under_titles(one)
    ]
    kinds = {
        one.get("smartLevel", ""): _KINDS.get(one.get("CFItemType", "").casefold(), "")
        for one in items
    }
    return bool(kinds) and all(
        kind in _INSIDE.get(kinds.get(number.rpartition(".")[0], ""), ())
        for number, kind in kinds.items()
    )


def read_opensalt(file: TableFile, choices: ImportChoices, scheme: str) -> ImportPlan:
    """Return the plan of a workbook with these sheets."""
    reading = Records(file, choices, scheme, ("fullStatement", "abbreviatedStatement"))
    for row in reading.rows(*_NEEDED_DOC, meanings=_MEANINGS):
        _read_document(reading, row, is_named=bool(choices.name))
    items = _Items(reading, list(reading.rows(*NEEDED, meanings=_MEANINGS)))
    items.read()
    for row in reading.rows(*_NEEDED_ASSOCIATION, meanings=_MEANINGS):
        items.relate(row)
    put_scale(reading)
    return reading.plan()


def _read_document(reading: Records, row: Row, *, is_named: bool) -> None:
    node = reading.framework
    if not is_named and row.text("title"):
        node.pop("name")
    for key, title in (("name", "title"), ("description", "description"), ("notes", "notes")):
        if key != "name" or not is_named:
            row.put(node, key, title)
    if row.text("publisher"):
        row.put(node, "owner", "publisher")
    row.about(node, "identifier", "creator", "language", "lastChangeDate")
    for key, title in (("version", "version"), ("licence", "licenseTitle")):
        if said := row.said(title):
            reading.drafting.put_value(node, key, said.text, said)
    for key, title in (("valid_from", "statusStartDate"), ("valid_until", "statusEndDate")):
        said = row.said(title)
        found = _DATE.fullmatch(said.text) if said else None
        if said and found:
            reading.drafting.put_value(node, key, found[1], said)
    said = row.said("adoptionStatus")
    if said and (status := _STATUSES.get(said.text.casefold())):
        reading.drafting.put_value(node, "status", status, said)


class _Items:
    """The items while they become clusters, competences, levels and indicators."""

    def __init__(self, reading: Records, rows: list[Row]) -> None:
        self._reading = reading
        self._rows = [row for row in rows if row.text("fullStatement")]
        self._by_number = {row.text("smartLevel"): row for row in self._rows}
        self._parents = {_above(row) for row in self._rows}
        self._nodes: dict[str, tuple[str, Draft]] = {}
        self._by_uuid: dict[str, Draft] = {}

    def read(self) -> None:
        """Make the drafts, in the order of the sheet; what stands above is there first."""
        for row in sorted(self._rows, key=lambda one: one.text("smartLevel").count(".")):
            self._item(row)

    def relate(self, row: Row) -> None:
        """Put a relation between two competences; any other one is left over."""
        word = re.sub(r"\s", "", row.text("associationType")).casefold()
        kind, is_reversed = _RELATIONS.get(word, ("", False))
        ends = [row.text("originNodeIdentifier"), row.text("destinationNodeIdentifier")]
        if is_reversed:
            ends.reverse()
        origin, target = (self._by_uuid.get(one) for one in ends)
        said = row.said("associationType")
        if not kind or origin is None or target is None or "id" not in target or said is None:
            return
        value = {"kind": kind, "competence": target["id"]}
        self._reading.drafting.add(origin, "relations", value, said)
        row.about(origin)
        for title in row.titles:
            if here := row.said(title):
                self._reading.drafting.mark(origin, "relations", here)

    def _item(self, row: Row) -> None:
        number = row.text("smartLevel")
        above_kind, above = self._above(number)
        kind = self._kind(row, above_kind)
        if kind == "cluster":
            node = self._cluster(row, above)
        elif kind == "competence":
            node = self._competence(row, above)
        elif kind == "level":
            node = self._level(row, above)
        else:
            node = {"polarity": "contra"} if kind == "contra" else {}
            above.setdefault("indicators", []).append(node)
            row.put(node, "text", "fullStatement", self._language(row))
            label = row.said("abbreviatedStatement")
            if kind == "contra" and label and label.text.startswith(_LABELS):
                self._reading.drafting.mark(node, "text", label)
            self._reading.identify(node, row.said("humanCodingScheme"))
        self._nodes[number] = (kind, node)
        key = "level" if kind == "level" else "text" if kind in ("indicator", "contra") else "name"
        row.item = node
        for title in ("identifier", "smartLevel", "language", "CFItemType", "humanCodingScheme"):
            if said := row.said(title):
                self._reading.drafting.mark(node, key, said)

    def _above(self, number: str) -> tuple[str, Draft]:
        """Return the item around this one; of one that is not there the one around that."""
        while "." in number:
            number = number.rpartition(".")[0]
            if number in self._nodes:
                return self._nodes[number]
        return "", {}

    def _kind(self, row: Row, above: str) -> str:
        """Return what an item is: by its type where its place allows that, else by its place."""
        said = _KINDS.get(row.text("CFItemType").casefold(), "")
        allowed = _INSIDE.get(above, ("indicator", "contra"))
        if said in allowed and not (said == "level" and _level_number(row) is None):
            return said
        if above in ("", "cluster"):
            return "cluster" if row.text("smartLevel") in self._parents else "competence"
        return "indicator"

    def _cluster(self, row: Row, above: Draft) -> Draft:
        node = self._reading.new("clusters")
        self._named(row, node, "description")
        if "_place" in above:
            node["parent"] = above["_place"]
        return node

    def _competence(self, row: Row, above: Draft) -> Draft:
        node = self._reading.new("competences")
        self._named(row, node, "definition")
        self._by_uuid[row.text("identifier")] = node
        if "_place" in above:
            node["cluster"] = above["_place"]
        return node

    def _named(self, row: Row, node: Draft, text: str) -> None:
        language = self._language(row)
        name, statement = row.text("abbreviatedStatement"), row.text("fullStatement")
        row.put(node, "name", "abbreviatedStatement" if name else "fullStatement", language)
        if name and statement != name:
            row.put(node, text, "fullStatement", language)
        else:
            row.about(node, "fullStatement")
        said = row.said("humanCodingScheme")
        if said is not None and is_own_id(said.text):
            self._reading.identify(node, said)
        elif said is not None:
            value = {"scheme": "code", "id": said.text}
            self._reading.drafting.add(node, "identifiers", value, said)

    def _level(self, row: Row, above: Draft) -> Draft:
        number = _level_number(row) or 0
        node: Draft = {"level": number}
        above.setdefault("levels", []).append(node)
        name, statement = row.text("abbreviatedStatement"), row.text("fullStatement")
        if said := row.said("abbreviatedStatement"):
            if not _ONLY_WORD.fullmatch(name):
                known = self._reading.names.setdefault(number, name)
                if known != name:
                    self._reading.drafting.put(node, "name", said)
            self._reading.drafting.mark(node, "level", said)
        if statement != name:
            row.put(node, "text", "fullStatement", self._language(row))
        elif said := row.said("fullStatement"):
            self._reading.drafting.mark(node, "level", said)
        return node

    @staticmethod
    def _language(row: Row) -> str:
        return tag_of(row.text("language"))


def _under_titles(sheet: Sheet) -> Iterator[dict[str, str]]:
    """Yield the filled rows below the first, by title."""
    titles, *rows = sheet.rows.values()
    for cells in rows:
        yield {titles[column]: text for column, text in cells.items() if column in titles}


def _above(row: Row) -> str:
    return row.text("smartLevel").rpartition(".")[0]


def _level_number(row: Row) -> int | None:
    found = _LEVEL_CODE.fullmatch(row.text("humanCodingScheme"))
    found = found or _NUMBER_AT_END.fullmatch(row.text("abbreviatedStatement"))
    return int(found[1]) if found else None
