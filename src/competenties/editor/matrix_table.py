"""The matrix of a framework as data: groups of competences, a column for each level, the cells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from competenties.editor.framework_pages import FrameworkPage, parts
from competenties.findings import SEVERITIES, Finding
from competenties.operations.tree import items, level_number

_SENTENCES = 2
_LONG = 110

Column = int | None
"""The number of a level; None is what stands at no level."""

Place = tuple[str, Column | str]
"""A competence with one of its columns, or with "head" for the competence as a whole."""


class Heading(NamedTuple):
    """A column: its number and what the scales that are in use call that level."""

    number: Column
    name: str


@dataclass(frozen=True)
class Remarks:
    """How much the check has to say about a place, and how heavy the heaviest is."""

    count: int = 0
    worst: str = ""


@dataclass(frozen=True)
class Cell:
    """What a competence has at one level; `is_there` is False where its scale has no such level."""

    column: Column
    is_there: bool
    count: int
    first: list[str]
    name: str
    remarks: Remarks


@dataclass(frozen=True)
class Row:
    """A competence: its names, the scale where that is not the first one, and its cells."""

    id: str
    name: Any
    scale: str
    cells: list[Cell]
    count: int
    remarks: Remarks


@dataclass
class Group:
    """A cluster with its competences and the clusters in it; without an id what is in none."""

    id: str
    name: Any
    parent: str = ""
    depth: int = 0
    rows: list[Row] = field(default_factory=list)
    groups: list["Group"] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many competences there are in it, at any depth."""
        return len(self.rows) + sum(one.count for one in self.groups)

    def flat(self) -> Iterator["Group"]:
        """Yield the group and those in it, in the order of the page."""
        yield self
        for one in self.groups:
            yield from one.flat()


class Table(NamedTuple):
    """A whole matrix."""

    headings: list[Heading]
    groups: list[Group]
    """The groups at the top; those in them follow from `Group.flat`."""
    order: list[str]
    """The ids of all competences as the document has them."""

    @property
    def flat(self) -> list[Group]:
        """All groups in the order of the page."""
        return [inner for one in self.groups for inner in one.flat()]


def matrix_table(page: FrameworkPage, findings: Iterable[Finding]) -> Table:
    """Return the matrix of a framework, with what the check said about each place."""
    competences = page.parts("competences")
    scales = _Scales(page)
    headings = _headings(page, competences, scales)
    remarks = _remarks(competences, findings)
    rows = [(one.get("cluster"), _row(page, one, headings, scales, remarks)) for one in competences]
    return Table(headings, _groups(page, rows), [str(one.get("id", "")) for one in competences])


def sentences_at(competence: dict[str, Any], column: Column) -> list[dict[str, Any]]:
    """Return the indicators that a competence has at a level, or without one."""
    if column is None:
        return parts(competence, "indicators")
    found = next((one for one in parts(competence, "levels") if one.get("level") == column), {})
    return parts(found, "indicators")


def remark_place(competences: Sequence[dict[str, Any]]) -> dict[str, tuple[str, Column | str]]:
    """Return for every item in the competences where remarks about it are shown."""
    found: dict[str, Place] = {}
    for one in competences:
        own = str(one.get("id", ""))
        for identifier, way in items(one):
            found.setdefault(identifier, (own, _column_of(one, way)))
    return found


class _Scales:
    """The proficiency scales of a framework, and which one a competence uses."""

    def __init__(self, page: FrameworkPage) -> None:
        self.all = page.parts("proficiency_scales")

    def of(self, competence: dict[str, Any]) -> dict[str, Any]:
        named = competence.get("scale")
        if named is None:
            return self.all[0] if self.all else {}
        return next((one for one in self.all if one.get("id") == named), {})

    def is_first(self, scale: dict[str, Any]) -> bool:
        return not scale or scale is self.all[0]


def _headings(
    page: FrameworkPage, competences: Sequence[dict[str, Any]], scales: _Scales
) -> list[Heading]:
    names: dict[int, list[str]] = {}
    used = [scales.of(one) for one in competences] or scales.all[:1]
    for scale in (one for one in scales.all if any(one is each for each in used)):
        for level in parts(scale, "levels"):
            number, name = level_number(level), page.text(level.get("name"))
            if number is not None:
                known = names.setdefault(number, [])
                known.extend([name] if name and name not in known else [])
    for one in competences:
        for level in parts(one, "levels"):
            number = level_number(level)
            if number is not None:
                names.setdefault(number, [])
    found: list[Heading] = [Heading(one, " / ".join(names[one])) for one in sorted(names)]
    if any(parts(one, "indicators") for one in competences) or not found:
        found.append(Heading(None, ""))
    return found


def _row(
    page: FrameworkPage,
    competence: dict[str, Any],
    headings: Sequence[Heading],
    scales: _Scales,
    remarks: dict[Place, Remarks],
) -> Row:
    own, scale = str(competence.get("id", "")), scales.of(competence)
    names = {level_number(one): page.text(one.get("name")) for one in parts(scale, "levels")}
    there = {level_number(one): one for one in parts(competence, "levels")}
    cells = []
    for column in (one.number for one in headings):
        sentences = sentences_at(competence, column)
        level = there.get(column, {}) if column is not None else {}
        name = page.text(level.get("name")) or ("" if scales.is_first(scale) else names.get(column))
        cells.append(
            Cell(
                column,
                column is None or column in names or column in there,
                len(sentences),
                [_cut(page.text(one.get("text"))) for one in sentences[:_SENTENCES]],
                name or "",
                remarks.get((own, column), Remarks()),
            )
        )
    return Row(
        own,
        competence.get("name", ""),
        "" if scales.is_first(scale) else page.text(scale.get("name")),
        cells,
        sum(one.count for one in cells),
        remarks.get((own, "head"), Remarks()),
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 1].rstrip()}…"


def _groups(page: FrameworkPage, rows: Sequence[tuple[Any, Row]]) -> list[Group]:
    """Return the groups at the top; a cluster whose parents lead in a circle stands there too."""
    known = {
        str(one.get("id", "")): Group(
            str(one.get("id", "")), one.get("name", ""), str(one.get("parent") or "")
        )
        for one in page.parts("clusters")
    }
    rest = Group("", "")
    for cluster, row in rows:
        known.get(str(cluster), rest).rows.append(row)
    top = [one for one in known.values() if not _leads_up(one, known)]
    for one in known.values():
        if _leads_up(one, known):
            known[one.parent].groups.append(one)
    for group in top:
        _deepen(group, 0)
    return [*top, rest] if rest.rows or not top else top


def _leads_up(group: Group, known: dict[str, Group]) -> bool:
    """Tell whether a cluster stands in another one, and that in the end at the top."""
    passed: set[str] = set()
    one: Group | None = group
    while one is not None and one.parent in known:
        if one.id in passed:
            return False
        passed.add(one.id)
        one = known[one.parent]
    return group.parent in known


def _deepen(group: Group, depth: int) -> None:
    group.depth = depth
    for one in group.groups:
        _deepen(one, depth + 1)


def _remarks(
    competences: Sequence[dict[str, Any]], findings: Iterable[Finding]
) -> dict[Place, Remarks]:
    places = remark_place(competences)
    by_id = {str(one.get("id", "")): one for one in competences}
    found: dict[Place, Remarks] = {}
    for one in findings:
        item = one.place.item
        place = (
            (item, _column_of(by_id[item], one.place.path)) if item in by_id else places.get(item)
        )
        if place is not None:
            old = found.get(place, Remarks())
            found[place] = Remarks(old.count + 1, _heavier(old.worst, one.severity))
    return found


def _heavier(one: str, other: str) -> str:
    return next(each for each in SEVERITIES if each in (one, other))


def _column_of(competence: dict[str, Any], way: Sequence[str | int]) -> Column | str:
    """Return the column that a way from a competence leads through."""
    if way[:1] == ("indicators",):
        return None
    if len(way) > 1 and way[0] == "levels" and isinstance(way[1], int):
        levels = competence.get("levels", [])
        number = level_number(levels[way[1]]) if way[1] < len(levels) else None
        return "head" if number is None else number
    return "head"
