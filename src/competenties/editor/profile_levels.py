"""What a profile asks, as a table: every competence with its levels, and what a level brings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from competenties.editor.profile_blocks import Entry, as_json, entry, objects
from competenties.findings import Finding
from competenties.model.competence import Competence
from competenties.model.framework import Framework
from competenties.model.indicator import Indicator
from competenties.model.profile import Requirement
from competenties.model.requested import level_names
from competenties.model.text import Text


class Cell(NamedTuple):
    """One level that can be chosen, or a level that this competence does not have."""

    number: int
    name: Text | None
    is_there: bool
    is_empty: bool
    is_under: bool


class Sentence(NamedTuple):
    """An indicator that the level brings, and whether it takes part."""

    id: str
    text: Text
    takes_part: bool


@dataclass(frozen=True)
class Brought:
    """The sentences of one requested level; without a number those of the whole competence."""

    number: int | None
    name: Text | None
    sentences: list[Sentence]


@dataclass(frozen=True)
class Asked:
    """A requirement: where it stands, its fields, and the behaviour that comes with it."""

    position: int
    json: str
    level: int | None
    until: int | None
    selected: str
    entries: list[Entry]
    floor: int | None
    result_area: str
    brought: list[Brought]
    lower: list[Sentence]
    own: list[dict[str, Any]]
    findings: list[Finding] = field(default_factory=list)

    @property
    def lines(self) -> int:
        """How many sentences take part."""
        return sum(each.takes_part for one in self.brought for each in one.sentences) + len(
            self.own
        )

    @property
    def has_words(self) -> bool:
        """Tell whether it is asked in words."""
        return any(one.path[-1] == "words" and one.value for one in self.entries)

    @property
    def sentences(self) -> int:
        """How many sentences there are to choose from."""
        return sum(len(one.sentences) for one in self.brought)


@dataclass(frozen=True)
class Line:
    """A competence in the table, with the first requirement that names it; `more` are the others."""

    key: str
    framework: str
    competence: str
    name: Text
    cells: list[Cell]
    minimum: int | None
    language: str
    asked: Asked | None
    is_known: bool = True


@dataclass(frozen=True)
class Group:
    """The competences of a cluster."""

    key: str
    name: Text | None
    lines: list[Line]


@dataclass(frozen=True)
class LevelTable:
    """The table of requested levels."""

    headings: list[tuple[int, Text | None]]
    groups: list[Group]
    requested: int
    lines: int
    is_whole: bool


class Findings(NamedTuple):
    """What the check said: of the profile, and of the frameworks by their id."""

    profile: Sequence[Finding]
    frameworks: Mapping[str, Sequence[Finding]]


def level_table(
    data: Mapping[str, Any],
    frameworks: Mapping[str, Framework],
    findings: Findings,
    *,
    is_whole: bool,
) -> LevelTable:
    """Return the table of a draft profile.

    All competences of its frameworks stand by cluster, as the frameworks have them; the asked ones
    alone stand as the profile has them, which is how they are printed.
    """
    used = _frameworks_used(data, frameworks)
    requirements = objects(data.get("requirements"))
    asked = _by_competence(requirements, _first_framework(data))
    if is_whole:
        groups = list(_whole(used, frameworks, asked, requirements, findings))
    else:
        groups = [Group("asked", None, _in_order(frameworks, asked, requirements, findings))]
    all_lines = [line for group in groups for line in group.lines]
    count = sum(line.asked.lines for line in all_lines if line.asked)
    return LevelTable(_headings(used, all_lines), groups, len(requirements), count, is_whole)


_Key = tuple[str, str]


def _first_framework(data: Mapping[str, Any]) -> str:
    """Return the framework of a requirement that names none."""
    named = [one.get("id") for one in objects(data.get("frameworks"))]
    return next((one for one in named if isinstance(one, str)), "")


def _frameworks_used(
    data: Mapping[str, Any], frameworks: Mapping[str, Framework]
) -> list[Framework]:
    ids = [one.get("id") for one in objects(data.get("frameworks"))]
    ids += [one.get("framework") for one in objects(data.get("requirements"))]
    return [
        frameworks[one] for one in dict.fromkeys(ids) if isinstance(one, str) and one in frameworks
    ]


def _by_competence(requirements: Sequence[dict[str, Any]], first: str) -> dict[_Key, list[int]]:
    found: dict[_Key, list[int]] = {}
    for position, one in enumerate(requirements):
        key = (str(one.get("framework") or first), str(one.get("competence", "")))
        found.setdefault(key, []).append(position)
    return found


def _is_known(key: _Key, frameworks: Mapping[str, Framework]) -> bool:
    framework = frameworks.get(key[0])
    return framework is not None and framework.competence(key[1]) is not None


def _in_order(
    frameworks: Mapping[str, Framework],
    asked: Mapping[_Key, list[int]],
    requirements: Sequence[dict[str, Any]],
    findings: Findings,
) -> list[Line]:
    found: dict[int, Line] = {}
    for key, positions in asked.items():
        framework = frameworks.get(key[0])
        competence = framework.competence(key[1]) if framework else None
        for number, position in enumerate(positions):
            wanted = requirements[position]
            if framework is None or competence is None:
                found[position] = _stranger(key, position, wanted, findings)
            else:
                line = _line(framework, competence, (position, wanted), findings)
                found[position] = _numbered(line, number)
    return [found[position] for position in sorted(found)]


def _numbered(line: Line, number: int) -> Line:
    """Return a line with a key of its own; a profile may ask a competence more than once."""
    return replace(line, key=f"{line.key}-{number + 1}") if number else line


def _whole(
    used: Sequence[Framework],
    frameworks: Mapping[str, Framework],
    asked: Mapping[_Key, list[int]],
    requirements: Sequence[dict[str, Any]],
    findings: Findings,
) -> Iterator[Group]:
    """Yield the clusters of every framework, then what is asked and not in any of them."""
    for framework in used:
        yield from _groups(framework, asked, requirements, findings)
    strangers = [
        _stranger(key, position, requirements[position], findings)
        for key, positions in asked.items()
        for position in positions
        if not _is_known(key, frameworks)
    ]
    if strangers:
        yield Group("unknown", None, strangers)


def _groups(
    framework: Framework,
    asked: Mapping[_Key, list[int]],
    requirements: Sequence[dict[str, Any]],
    findings: Findings,
) -> Iterator[Group]:
    """Yield the clusters of a framework in its order, then what has no cluster."""
    names = {one.id: one.name for one in framework.clusters}
    by_cluster: dict[str, list[Line]] = {one: [] for one in names}
    by_cluster[""] = []
    for competence in framework.competences:
        positions = asked.get((framework.id, competence.id), [])
        if competence.status == "retired" and not positions:
            continue
        cluster = competence.cluster if competence.cluster in names else ""
        for number, position in enumerate(positions or [None]):
            wanted = None if position is None else (position, requirements[position])
            line = _line(framework, competence, wanted, findings)
            by_cluster[cluster or ""].append(_numbered(line, number))
    for cluster, lines in by_cluster.items():
        if lines:
            yield Group(f"{framework.id}-{cluster}", names.get(cluster), lines)


def _line(
    framework: Framework,
    competence: Competence,
    wanted: tuple[int, dict[str, Any]] | None,
    findings: Findings,
) -> Line:
    minimum = competence.minimum_level.level if competence.minimum_level else None
    asked = None if wanted is None else _asked(framework, competence, *wanted, findings)
    names = level_names(framework, competence)
    cells = [
        Cell(
            number,
            name,
            is_there=True,
            is_empty=not _behaviour(competence, number),
            is_under=minimum is not None and number < minimum,
        )
        for number, name in sorted(names.items())
    ]
    return Line(
        f"{framework.id}-{competence.id}",
        framework.id,
        competence.id,
        competence.name,
        cells,
        minimum,
        framework.language,
        asked,
    )


def _asked(
    framework: Framework,
    competence: Competence,
    position: int,
    requirement: dict[str, Any],
    findings: Findings,
) -> Asked:
    level, until = _levels_of(requirement)
    numbers = _numbers(competence, level, until)
    selected = requirement.get("selected")
    chosen = [str(one) for one in selected] if isinstance(selected, list) else []
    scale = framework.scale_of(competence)
    is_cumulative = scale is not None and scale.cumulative is True and bool(numbers)
    lower = [one.level for one in competence.levels if one.level < min(numbers, default=0)]
    return Asked(
        position,
        as_json(requirement),
        level,
        until,
        as_json(selected),
        _entries(requirement, position),
        _number(requirement.get("floor")),
        str(requirement.get("result_area") or ""),
        _brought(framework, competence, numbers, chosen, is_asked=level is not None),
        [one for n in lower for one in _sentences(_behaviour(competence, n), [])]
        if is_cumulative
        else [],
        objects(requirement.get("indicators")),
        _findings_of(findings, framework, competence, position, numbers),
    )


def _levels_of(requirement: dict[str, Any]) -> tuple[int | None, int | None]:
    """Return the level that is asked, or the ends of a span."""
    level = _number(requirement.get("level"))
    if level is not None:
        return level, None
    return _number(requirement.get("from_level")), _number(requirement.get("to_level"))


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _numbers(competence: Competence, level: int | None, until: int | None) -> list[int]:
    if until is None:
        return [] if level is None else [level]
    low = level if level is not None else until
    return [one.level for one in competence.levels if low <= one.level <= until]


def _entries(requirement: dict[str, Any], position: int) -> list[Entry]:
    names = ("need", "weight", "words", "rationale")
    way = ("requirements", position)
    return [entry(Requirement, one, requirement, "", way) for one in names]


def _brought(
    framework: Framework,
    competence: Competence,
    numbers: Sequence[int],
    chosen: list[str],
    *,
    is_asked: bool,
) -> list[Brought]:
    names = level_names(framework, competence)
    if not is_asked and not numbers:
        whole = [one for one in competence.indicators if not one.is_contra]
        return [Brought(None, None, list(_sentences(whole, chosen)))] if whole else []
    return [
        Brought(n, names.get(n), list(_sentences(_behaviour(competence, n), chosen)))
        for n in numbers
    ]


def _behaviour(competence: Competence, number: int) -> list[Indicator]:
    level = competence.level(number)
    return [one for one in level.indicators if not one.is_contra] if level else []


def _sentences(indicators: Sequence[Indicator], chosen: list[str]) -> Iterator[Sentence]:
    for one in indicators:
        yield Sentence(one.id, one.text, not chosen or one.id in chosen)


def _findings_of(
    findings: Findings,
    framework: Framework,
    competence: Competence,
    position: int,
    numbers: Sequence[int],
) -> list[Finding]:
    """Return what the check says of a requirement, and of the level that it asks for."""
    own = [one for one in findings.profile if one.place.path[:2] == ("requirements", position)]
    about_level = [
        one
        for one in findings.frameworks.get(framework.id, ())
        if one.place.item == competence.id
        and one.rule.name == "empty-level"
        and one.values.get("level") in numbers
    ]
    return [*own, *about_level]


def _stranger(key: _Key, position: int, requirement: dict[str, Any], findings: Findings) -> Line:
    """Return a requirement on a competence that is not there: it can be seen and taken away."""
    level, until = _levels_of(requirement)
    own = [one for one in findings.profile if one.place.path[:2] == ("requirements", position)]
    whole = as_json(requirement)
    asked = Asked(position, whole, level, until, "null", [], None, "", [], [], [], own)
    name = requirement.get("name") or key[1]
    return Line(f"unknown-{position}", key[0], key[1], name, [], None, "", asked, is_known=False)


def _headings(used: Sequence[Framework], lines: Sequence[Line]) -> list[tuple[int, Text | None]]:
    """Return the levels over the columns; a level has the name of the first scale that names it."""
    numbers = sorted({cell.number for line in lines for cell in line.cells})
    steps = [step for one in used for scale in one.proficiency_scales for step in scale.levels]
    names = {step.number: step.name for step in reversed(steps)}
    return [(number, names.get(number)) for number in numbers]
