"""What each item of a CASE package becomes: by its type where we know it, else by its place."""

from competenties.formats.case_package import Entry, Package
from competenties.formats.case_terms import (
    CLUSTER,
    COMPETENCE,
    CONTRA,
    INDICATOR,
    LEVEL,
    SCALE,
    SKILL_LEVEL,
)
from competenties.formats.case_tree import roots, title, walk
from competenties.formats.plan import Note
from competenties.messages import Phrase

BY_DEPTH = Phrase(
    nl="Onderdelen waarvan het bestand niet zegt of ze een cluster, competentie of gedragsindicator "
    "zijn: {count}. Hun plaats besliste: wat niets onder zich heeft is een "
    "gedragsindicator, of een competentie als het naast een groep staat; daarboven staat de "
    "competentie, en daarboven de clusters.",
    en="Items of which the file does not say whether they are a cluster, competence or indicator: "
    "{count}. Their place decided: what has nothing under it is an indicator, or a competence "
    "where it stands beside a group; above it stands the competence, and above that the clusters.",
)
_LIFTED = Phrase(
    nl='"{name}" is een competentie geworden, want het staat niet in een competentie',
    en='"{name}" became a competence, because it does not stand in one',
)
_LOWERED = Phrase(
    nl='"{name}" staat dieper dan een model kan; het is een gedragsindicator van "{owner}" geworden',
    en='"{name}" stands deeper than a framework can hold; it became an indicator of "{owner}"',
)
_BEHAVIOUR = {INDICATOR.code, CONTRA.code}
_GROUPS = {CLUSTER.code, COMPETENCE.code}


def give_roles(package: Package) -> list[Note]:
    """Say of every item what it becomes, and return what was decided against the file."""
    _give_levels(package)
    heights = _heights(package)
    notes: list[Note] = []
    stack = [(one, "") for one in reversed(roots(package))]
    while stack:
        entry, owner = stack.pop()
        if not entry.role:
            below = owner in ("competence", "indicator")
            notes += _behaviour(entry, owner) if below else _group(entry, heights[entry])
        stack += [(one, entry.role) for one in reversed(entry.children)]
    return notes


def competence_of(entry: Entry) -> Entry:
    """Return the competence that an indicator belongs to."""
    here = entry
    while here.role == "indicator" and here.parent is not None:
        here = here.parent
    return here


def _give_levels(package: Package) -> None:
    """Find the items that are levels, and those that hold nothing but levels."""
    meant = _meant_as_levels(package)
    for entry in package.entries:
        if (entry.type == LEVEL.code or entry in meant) and not entry.children:
            entry.role = "level"
    for entry in package.entries:
        if not entry.role and entry.type not in _BEHAVIOUR | _GROUPS:
            has_levels = all(one.role == "level" for one in entry.children)
            if has_levels and (entry.children or entry.type == SCALE.code):
                entry.role = "scale"
    for entry in package.entries:
        if entry.role == "level" and entry.parent is not None and entry.parent.role != "scale":
            entry.role = ""


def _meant_as_levels(package: Package) -> set[Entry]:
    """Return what behaviour points to as its level, with the levels beside it that nothing uses."""
    links = [link for link in package.links if link.kind == SKILL_LEVEL]
    users = {link.origin for link in links}
    targets = {link.target for link in links if isinstance(link.target, Entry)}
    found = {one for one in targets if one.type not in _BEHAVIOUR | _GROUPS}
    for parent in {one.parent for one in found if one.parent is not None}:
        beside = {one for one in parent.children if one.type not in _BEHAVIOUR | _GROUPS}
        has_no_more = not any(one.children or one in users for one in parent.children)
        if has_no_more and len(beside) == len(parent.children):
            found |= beside
    return found


def _heights(package: Package) -> dict[Entry, int]:
    """Return how many layers stand under each item."""
    heights: dict[Entry, int] = {}
    for entry in reversed(list(walk(package))):
        heights[entry] = max((heights[one] + 1 for one in entry.children), default=0)
    return heights


def _behaviour(entry: Entry, owner: str) -> list[Note]:
    """Make an indicator of what stands in a competence, at any depth."""
    entry.role = "indicator"
    is_deep = owner == "indicator" or entry.type in _GROUPS
    entry.is_guess = is_deep or not entry.type
    if not is_deep:
        return []
    said = _LOWERED.filled(name=title(entry), owner=title(competence_of(entry)))
    return [Note(entry.node, said)]


def _group(entry: Entry, height: int) -> list[Note]:
    """Make a cluster or a competence of what stands at the top or in a cluster."""
    inside = {one.type for one in entry.children}
    entry.is_guess = not entry.type
    if entry.type == CLUSTER.code or inside & _GROUPS:
        entry.role = "cluster"
    elif entry.type == COMPETENCE.code or inside & _BEHAVIOUR:
        entry.role = "competence"
    else:
        entry.role = "cluster" if height > 1 else "competence"
    if entry.role == "cluster" or entry.type not in _BEHAVIOUR:
        return []
    return [Note(entry.node, _LIFTED.filled(name=title(entry)))]
