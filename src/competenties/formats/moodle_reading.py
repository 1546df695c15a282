"""Reads a file of Moodle into a tree: rows with their cells, under each other as the file says."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from competenties.findings import UnusableError
from competenties.formats.moodle_codes import NodeKind
from competenties.formats.moodle_columns import (
    CONFIGURATION,
    FORMAT,
    FORMATS,
    HEADER,
    ID,
    IS_FRAMEWORK,
    NAME,
    PARENT,
)
from competenties.formats.moodle_layout import (
    LEAST_COLUMNS,
    Layout,
    are_misplaced,
    is_moodle_anywhere,
    is_true,
    layout_of,
)
from competenties.formats.plan import Cell, Note
from competenties.messages import Phrase
from competenties.office.tables import Sheet

_HEAD = "scaleid"

_NOT_MOODLE = Phrase(
    nl="{file} is geen competentieraamwerk uit Moodle: daarin staan 14 kolommen, en een rij met een 1 "
    "bij Is framework. Exporteer het raamwerk in Moodle (Sitebeheer › Competenties › "
    "Competentieraamwerk exporteren), of lees het bestand in als tabel: competenties import table.",
    en="{file} is no competency framework of Moodle: that has 14 columns, and a row with a 1 under "
    "Is framework. Export the framework in Moodle (Site administration › Competencies › "
    "Export competency framework), or read the file as a table: competenties import table.",
)
_MOVED = Phrase(
    nl="{file} is een competentieraamwerk uit Moodle waarin kolommen zijn verplaatst: in de kolommen "
    "staat iets anders dan Moodle daar leest. Exporteer het raamwerk opnieuw in Moodle, of zet de "
    "kolommen terug in de volgorde van Moodle: {header}.",
    en="{file} is a competency framework of Moodle in which columns were moved: the columns hold "
    "something else than Moodle reads there. Export the framework from Moodle again, or put the "
    "columns back in the order of Moodle: {header}.",
)
_BY_HEADER = Phrase(
    nl="De kolommen staan in een andere volgorde dan Moodle ze leest; ze zijn gelezen bij hun koppen.",
    en="The columns are in another order than Moodle reads them in; they were read by their headers.",
)
_READ_AS_NO = Phrase(
    nl="is gelezen als nee; Moodle zelf leest elk woord hier als ja. Maak de cel leeg.",
    en="was read as no; Moodle itself reads any word here as yes. Make the cell empty.",
)
_NO_ID = Phrase(
    nl="heeft geen ID number; Moodle kan deze rij niet inlezen",
    en="has no ID number; Moodle cannot import this row",
)
_NO_NAME = Phrase(
    nl="heeft geen naam; het ID number is als naam gebruikt. Moodle laat deze rij weg.",
    en="has no name; the ID number is used as name. Moodle leaves this row out.",
)
_TWICE = Phrase(
    nl="dit ID number staat ook in rij {row}; beide rijen blijven staan. Moodle houdt alleen de "
    "laatste.",
    en="this ID number is in row {row} too; both rows are kept. Moodle keeps only the last.",
)
_NO_PARENT = Phrase(
    nl="de bovenliggende rij {id} staat niet in het bestand; deze rij staat nu bovenaan. Moodle laat "
    "hem weg.",
    en="the parent {id} is not in the file; this row now stands at the top. Moodle leaves it out.",
)
_ROUND = Phrase(
    nl="deze rij staat onder zichzelf; hij staat nu bovenaan. Moodle laat hem weg.",
    en="this row stands under itself; it now stands at the top. Moodle leaves it out.",
)


@dataclass(eq=False)
class Node:
    """A row of the file; `cells` are its texts by column of today, `places` where they stand."""

    number: int
    cells: dict[int, str]
    places: dict[int, Cell]
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    depth: int = 1
    kind: NodeKind = "competence"
    level: int | None = None
    base: str = ""
    pictures: tuple[str, ...] = ()
    """Those in its description, known when that was read."""

    def __getitem__(self, column: int) -> str:
        """Return the text of a column; empty where there is none."""
        return self.cells.get(column, "")

    def spot(self, column: int) -> Cell:
        """Return where a column stands; where that is empty, the first cell of the row."""
        return self.places.get(column) or next(iter(self.places.values()))


@dataclass
class Tree:
    """What the file holds; `nodes` in its order, `others` are framework rows beyond the first."""

    header: Node | None
    framework: Node | None
    nodes: list[Node]
    others: list[Node]
    by_id: dict[str, Node] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    remarks: list[Phrase] = field(default_factory=list)


def looks_like_moodle(sheet: Sheet) -> bool:
    """Tell whether a sheet is a framework of Moodle, also where its columns were moved."""
    nodes, _ = _rows(sheet)
    has_root = any(_is_framework(one) and _HEAD in one[CONFIGURATION] for one in nodes)
    return has_root or is_moodle_anywhere(sheet)


def read_tree(file: str, sheet: Sheet) -> Tree:
    """Return the rows as a tree. Raises UnusableError for another kind of file."""
    nodes, layout = _rows(sheet)
    is_headed = bool(nodes) and (layout.has_known_headers or _is_header(nodes[0]))
    header = nodes.pop(0) if is_headed else None
    roots = [one for one in nodes if _is_framework(one)]
    has_scale = any(_HEAD in one[CONFIGURATION] for one in nodes)
    is_wide = layout.has_known_headers or layout.width >= LEAST_COLUMNS
    is_moved = are_misplaced([one.cells for one in nodes], layout)
    if is_moved and is_moodle_anywhere(sheet):
        raise UnusableError(_MOVED, file=file, header=", ".join(HEADER))
    if not (is_wide and nodes and (roots or has_scale)):
        raise UnusableError(_NOT_MOODLE, file=file)
    roots.sort(key=lambda one: _HEAD not in one[CONFIGURATION])
    rest = [one for one in nodes if not _is_framework(one)]
    tree = Tree(header, roots[0] if roots else None, rest, roots[1:])
    tree.remarks.extend([_BY_HEADER] if layout.is_moved else [])
    tree.notes.extend(_notes(rest))
    _connect(tree)
    return tree


def _rows(sheet: Sheet) -> tuple[list[Node], Layout]:
    """Return the rows with their columns as they are called today."""
    layout = layout_of(sheet)
    nodes = []
    for number, row in sheet.rows.items():
        cells = {layout.columns[column]: text for column, text in row.items()}
        places = {layout.columns[column]: Cell(sheet.name, number, column) for column in row}
        nodes.append(Node(number, cells, places))
    return nodes, layout


def _is_header(node: Node) -> bool:
    """Tell whether a row holds headers: words where others have a number or nothing."""
    return node[FORMAT] not in FORMATS and node[IS_FRAMEWORK] not in ("", "0", "1")


def _is_framework(node: Node) -> bool:
    return is_true(node[IS_FRAMEWORK]) and not _is_header(node)


def _notes(nodes: list[Node]) -> Iterator[Note]:
    for node in nodes:
        if node[IS_FRAMEWORK] not in ("", "0"):
            yield Note(node.spot(IS_FRAMEWORK), _READ_AS_NO)
        if not node[ID]:
            yield Note(node.spot(NAME), _NO_ID)
        if not node[NAME]:
            yield Note(node.spot(ID), _NO_NAME)


def _connect(tree: Tree) -> None:
    """Put each row under its parent; one whose parent cannot be found comes at the top."""
    root = tree.framework[ID] if tree.framework else ""
    for node in tree.nodes:
        first = tree.by_id.setdefault(node[ID], node) if node[ID] else node
        if first is not node:
            tree.notes.append(Note(node.spot(ID), _TWICE.filled(row=first.number)))
    for node in tree.nodes:
        above = node[PARENT]
        node.parent = tree.by_id.get(above) if above else None
        if above and node.parent is None and above != root:
            tree.notes.append(Note(node.spot(PARENT), _NO_PARENT.filled(id=above)))
    _cut_rounds(tree)
    for node in tree.nodes:
        if node.parent:
            node.parent.children.append(node)
    _measure(tree.nodes)


def _cut_rounds(tree: Tree) -> None:
    """Take one row of each round out from under the next, the first in the file."""
    safe: set[int] = set()
    for node in tree.nodes:
        way: dict[int, Node] = {}
        at: Node | None = node
        while at is not None and id(at) not in safe and id(at) not in way:
            way[id(at)] = at
            at = at.parent
        if at is not None and id(at) in way:
            ring = list(way.values())[list(way).index(id(at)) :]
            first = min(ring, key=lambda one: one.number)
            first.parent = None
            tree.notes.append(Note(first.spot(PARENT), _ROUND))
        safe.update(way)


def _measure(nodes: list[Node]) -> None:
    """Say how deep each row stands."""
    layer = [one for one in nodes if one.parent is None]
    depth = 1
    while layer:
        for node in layer:
            node.depth = depth
        layer = [child for node in layer for child in node.children]
        depth += 1
