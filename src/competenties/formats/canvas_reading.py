"""Reads a file of Canvas: rows by the names of their columns, groups with what stands in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from competenties.findings import UnusableError
from competenties.formats.canvas_columns import GROUP, OUTCOME, RATINGS, REQUIRED
from competenties.formats.plan import Cell, LeftOver, Note
from competenties.messages import Phrase
from competenties.office.tables import Sheet

_NOT_CANVAS = Phrase(
    nl="{file} is geen bestand met leerdoelen van Canvas: daarin staan de koppen vendor_guid, object_type "
    "en title. Neem in Canvas het rapport Outcomes Export, of lees het bestand in als tabel: "
    "competenties import table.",
    en="{file} is no file with outcomes of Canvas: that has the headers vendor_guid, object_type and "
    "title. Take the report Outcomes Export in Canvas, or read the file as a table: "
    "competenties import table.",
)
_BAD_TYPE = Phrase(
    nl="object_type is geen group of outcome; deze rij blijft bewaard, Canvas slaat hem over",
    en="object_type is neither group nor outcome; this row is kept, Canvas skips it",
)
_TWICE = Phrase(
    nl="deze vendor_guid staat ook in rij {row}; beide rijen blijven staan",
    en="this vendor_guid is in row {row} too; both rows are kept",
)
_NO_PARENT = Phrase(
    nl="de group {id} staat niet in het bestand; deze rij staat nu bovenaan",
    en="the group {id} is not in the file; this row now stands at the top",
)
_ROUND = Phrase(
    nl="deze group staat in zichzelf; hij staat nu bovenaan",
    en="this group stands in itself; it now stands at the top",
)
_NO_TITLE = Phrase(
    nl="heeft geen title; de vendor_guid is als naam gebruikt",
    en="has no title; the vendor_guid is used as name",
)


@dataclass(eq=False)
class Item:
    """A row: its texts and places by the name of the column; ratings apart, in turns."""

    number: int
    cells: dict[str, str]
    places: dict[str, Cell]
    ratings: list[str] = field(default_factory=list)
    rating_places: list[Cell] = field(default_factory=list)
    parent: "Item | None" = None
    others: list[str] = field(default_factory=list)
    pictures: tuple[str, ...] = ()
    """Those in its description, known when that was read."""

    def __getitem__(self, name: str) -> str:
        """Return the text of a column; empty where there is none."""
        return self.cells.get(name, "")

    @property
    def is_group(self) -> bool:
        """Tell whether it is a group of outcomes."""
        return self["object_type"].casefold() == GROUP

    def spot(self, name: str) -> Cell:
        """Return where a column stands; where that is empty, the first cell of the row."""
        return self.places.get(name) or next(iter((*self.places.values(), *self.rating_places)))


@dataclass
class Outcomes:
    """What a file holds, in its order."""

    header: dict[str, Cell]
    items: list[Item]
    left_overs: list[LeftOver]
    notes: list[Note] = field(default_factory=list)


def looks_like_canvas(sheet: Sheet) -> bool:
    """Tell whether the first row has the headers of Canvas."""
    header = {text.casefold() for text in next(iter(sheet.rows.values()), {}).values()}
    return header.issuperset(REQUIRED)


def read_outcomes(file: str, sheet: Sheet) -> Outcomes:
    """Return the rows of a file. Raises UnusableError for another kind of file."""
    if not looks_like_canvas(sheet):
        raise UnusableError(_NOT_CANVAS, file=file)
    (top, header), *rows = sheet.rows.items()
    names = {column: text.casefold() for column, text in header.items()}
    places = {name: Cell(sheet.name, top, column) for column, name in names.items()}
    found = Outcomes(places, [], [])
    for number, cells in rows:
        item = _item(sheet.name, number, cells, names)
        if item["object_type"].casefold() in (GROUP, OUTCOME):
            found.items.append(item)
        else:
            spots = (*item.places.values(), *item.rating_places)
            found.left_overs.extend(LeftOver(one, cells[one.column], _BAD_TYPE) for one in spots)
    _connect(found)
    return found


def _item(sheet: str, number: int, cells: dict[int, str], names: dict[int, str]) -> Item:
    first = next((column for column, name in names.items() if name == RATINGS), None)
    item = Item(number, {}, {})
    for column, text in cells.items():
        if first is not None and column >= first and names.get(column, RATINGS) == RATINGS:
            item.ratings += [""] * (column - first - len(item.ratings)) + [text]
            item.rating_places.append(Cell(sheet, number, column))
        else:
            name = names.get(column, f"column {column}")
            item.cells[name], item.places[name] = text, Cell(sheet, number, column)
    return item


def _connect(found: Outcomes) -> None:
    """Put each row into its group; one whose group cannot be found comes at the top."""
    groups: dict[str, Item] = {}
    seen: dict[str, int] = {}
    for item in found.items:
        guid = item["vendor_guid"]
        if guid and seen.setdefault(guid, item.number) != item.number:
            text = _TWICE.filled(row=seen[guid])
            found.notes.append(Note(item.spot("vendor_guid"), text))
        if item.is_group:
            groups.setdefault(guid, item)
        if not item["title"]:
            found.notes.append(Note(item.spot("vendor_guid"), _NO_TITLE))
    for item in found.items:
        known = []
        for guid in item["parent_guids"].split():
            if guid in groups:
                known.append(guid)
            else:
                text = _NO_PARENT.filled(id=guid)
                found.notes.append(Note(item.spot("parent_guids"), text))
        item.parent = groups[known[0]] if known else None
        item.others = known[1:]
    found.notes.extend(_cut_rounds(found.items))


def _cut_rounds(items: list[Item]) -> Iterator[Note]:
    safe: set[int] = set()
    for item in items:
        way: dict[int, Item] = {}
        at: Item | None = item
        while at is not None and id(at) not in safe and id(at) not in way:
            way[id(at)] = at
            at = at.parent
        if at is not None and id(at) in way:
            ring = list(way.values())[list(way).index(id(at)) :]
            first = min(ring, key=lambda one: one.number)
            first.parent = None
            yield Note(first.spot("parent_guids"), _ROUND)
        safe.update(way)
