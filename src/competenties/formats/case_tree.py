"""The tree of a CASE package: who stands in what, and what is wrong with that.

No schema sees a double identifier, an item in itself, two parents or an end that is not there; a
reader that trusts the tree loses such items without a word.
"""

from collections.abc import Iterator

from competenties.formats.case_package import Document, Entry, Link, Package, text
from competenties.formats.case_terms import CHILD, Json
from competenties.formats.plan import Node, Note
from competenties.messages import Phrase

_DOUBLE = Phrase(
    nl='het nummer "{uuid}" komt meer dan een keer voor; beide onderdelen zijn bewaard',
    en='the identifier "{uuid}" occurs more than once; both items were kept',
)
_TWO_PARENTS = Phrase(
    nl='"{name}" staat op twee plaatsen; de eerste geldt',
    en='"{name}" stands in two places; the first holds',
)
_CYCLE = Phrase(
    nl='"{name}" staat in zichzelf; het is bovenaan gezet',
    en='"{name}" stands in itself; it was put at the top',
)
_NO_PARENT = Phrase(
    nl='"{name}" staat in iets dat niet in het bestand is; het is bovenaan gezet',
    en='"{name}" stands in something that is not in the file; it was put at the top',
)
_ORPHAN = Phrase(
    nl='van "{name}" zegt het bestand niet waar het in staat; het is bovenaan gezet',
    en='the file does not say what "{name}" stands in; it was put at the top',
)
_NO_ORIGIN = Phrase(
    nl="dit verband begint bij iets dat niet in het bestand is",
    en="this association begins at something that is not in the file",
)
_SHOWN = 60


def problems(package: Json) -> tuple[Note, ...]:
    """Return what no schema sees: double ids, cycles, two parents, orphans, ends that are not there."""
    return tuple(grow(Package(package)))


def grow(package: Package) -> list[Note]:
    """Put the tree together, and return what is wrong with it."""
    notes = [Note(one.node, _DOUBLE.filled(uuid=one.uuid)) for one in package.doubles]
    top: set[Entry] = set()
    for link in package.links:
        notes += _place(link, top)
    unwound = _unwound(package.entries)
    notes += [Note(one.node, _CYCLE.filled(name=title(one))) for one in unwound]
    placed = {*package.doubles, *top, *unwound}
    for entry in package.entries:
        if entry.parent is not None:
            entry.parent.children.append(entry)
        elif entry not in placed:
            notes.append(Note(entry.node, _ORPHAN.filled(name=title(entry))))
    for entry in package.entries:
        entry.children.sort(key=_order)
    return notes


def roots(package: Package) -> list[Entry]:
    """Return the items at the top, in order."""
    return sorted((one for one in package.entries if one.parent is None), key=_order)


def walk(package: Package) -> Iterator[Entry]:
    """Yield every item in the order of the tree."""
    stack = roots(package)[::-1]
    while stack:
        entry = stack.pop()
        yield entry
        stack += reversed(entry.children)


def title(entry: Entry) -> str:
    """Return how an item is called in a note."""
    names = ("abbreviatedStatement", "fullStatement", "humanCodingScheme", "identifier")
    said = (text(entry.data.get(key)).strip() for key in names)
    name = next((one for one in said if one), entry.path)
    return name if len(name) <= _SHOWN else f"{name[: _SHOWN - 1]}…"


def _place(link: Link, top: set[Entry]) -> list[Note]:
    """Give the origin of a link its parent; `top` are the items that are said to have none."""
    child, node = link.origin, Node(link.path)
    if not isinstance(child, Entry):
        is_known = isinstance(child, Document) and link.kind != CHILD
        return [] if is_known else [Note(node, _NO_ORIGIN)]
    if link.kind != CHILD:
        return []
    if child.parent is not None or child in top:
        is_same = link.target is child.parent or (
            isinstance(link.target, Document) and child in top
        )
        return [] if is_same else [Note(node, _TWO_PARENTS.filled(name=title(child)))]
    child.sequence = _number(link.data.get("sequenceNumber"))
    if isinstance(link.target, Entry) and link.target is not child:
        child.parent = link.target
        return []
    top.add(child)
    if isinstance(link.target, Document):
        return []
    said = _CYCLE if link.target is child else _NO_PARENT
    return [Note(node, said.filled(name=title(child)))]


def _unwound(entries: list[Entry]) -> list[Entry]:
    """Take every item that stands in itself to the top, and return those."""
    found, settled = [], set[Entry]()
    for entry in entries:
        path = dict[Entry, None]()
        here: Entry | None = entry
        while here is not None and here not in settled:
            path[here] = None
            if here.parent in path:
                here.parent = None
                found.append(here)
            here = here.parent
        settled.update(path)
    return found


def _order(entry: Entry) -> tuple[float, int]:
    return entry.sequence, entry.index


def _number(value: object) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number else float("inf")  # type: ignore[arg-type]
