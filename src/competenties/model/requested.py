"""What a job profile asks, looked up: per competence the levels and the behaviour they bring."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from competenties.model.competence import Competence
from competenties.model.framework import Framework
from competenties.model.indicator import Indicator
from competenties.model.profile import JobProfile, Requirement
from competenties.model.text import Text


@dataclass(frozen=True, slots=True)
class RequestedLevel:
    """One requested level of a competence, with the behaviour that is rated there."""

    number: int
    name: Text | None
    text: Text | None
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class RequestedCompetence:
    """One competence that a profile asks, with every requirement that names it.

    `indicators` are those without a level: of the competence where no level is asked, and the
    profile's own. Contra-indicators are in none of the lists: they are never rated.
    """

    framework: Framework
    competence: Competence
    requirements: tuple[Requirement, ...]
    levels: tuple[RequestedLevel, ...]
    indicators: tuple[Indicator, ...]

    @property
    def rated(self) -> list[Indicator]:
        """Return every indicator that a rater sees, in the order of the form."""
        by_level = [indicator for level in self.levels for indicator in level.indicators]
        return [*by_level, *self.indicators]


def requested_competences(
    profile: JobProfile, frameworks: Mapping[str, Framework]
) -> list[RequestedCompetence]:
    """Return what a profile asks, one entry a competence, in the order of the profile.

    Requirements whose framework or competence is not there are left out: the check names them.
    """
    grouped: dict[tuple[str, str], tuple[Framework, Competence, list[Requirement]]] = {}
    for requirement in profile.requirements:
        framework_id = profile.framework_of(requirement)
        framework = frameworks.get(framework_id) if framework_id else None
        competence = framework.competence(requirement.competence) if framework else None
        if framework and competence:
            key = (framework.id, competence.id)
            grouped.setdefault(key, (framework, competence, []))[2].append(requirement)
    return [_looked_up(*found) for found in grouped.values()]


def requested_numbers(requirement: Requirement, competence: Competence) -> list[int]:
    """Return the numbers of the levels that a requirement asks: one, a span, or none."""
    if requirement.level is not None:
        return [requirement.level]
    if requirement.from_level is None and requirement.to_level is None:
        return []
    low = requirement.from_level if requirement.from_level is not None else -1
    high = requirement.to_level if requirement.to_level is not None else 100
    return sorted({level.level for level in competence.levels if low <= level.level <= high})


def level_name(framework: Framework, competence: Competence, number: int) -> Text | None:
    """Return the name of a level: the competence's own, else that of the scale."""
    level = competence.level(number)
    if level and level.name:
        return level.name
    scale = framework.scale_of(competence)
    points = scale.levels if scale else ()
    return next((point.name for point in points if point.number == number), None)


def level_names(framework: Framework, competence: Competence) -> dict[int, Text | None]:
    """Return every level that a competence has, from low to high as written; else its scale's."""
    numbers = [level.level for level in competence.levels]
    if not numbers and (scale := framework.scale_of(competence)):
        numbers = [level.number for level in scale.levels]
    return {number: level_name(framework, competence, number) for number in numbers}


def _looked_up(
    framework: Framework, competence: Competence, requirements: list[Requirement]
) -> RequestedCompetence:
    asking: dict[int, list[Requirement]] = {}
    for requirement in requirements:
        for number in requested_numbers(requirement, competence):
            asking.setdefault(number, []).append(requirement)
    without_level = _chosen(competence.indicators, requirements) if not asking else ()
    own = [indicator for one in requirements for indicator in one.indicators]
    return RequestedCompetence(
        framework=framework,
        competence=competence,
        requirements=tuple(requirements),
        levels=tuple(_level(framework, competence, n, asking[n]) for n in sorted(asking)),
        indicators=_rated([*without_level, *own]),
    )


def _level(
    framework: Framework, competence: Competence, number: int, asking: list[Requirement]
) -> RequestedLevel:
    level = competence.level(number)
    return RequestedLevel(
        number=number,
        name=level.name if level and level.name else level_name(framework, competence, number),
        text=level.text if level else None,
        indicators=_rated(_chosen(level.indicators if level else (), asking)),
    )


def _chosen(indicators: Sequence[Indicator], asking: list[Requirement]) -> Sequence[Indicator]:
    """Return the indicators that take part: all, unless everyone who asks made a selection."""
    selected: set[str] = set()
    for one in asking:
        if not one.selected:
            return indicators
        selected.update(one.selected)
    return [one for one in indicators if one.id in selected]


def _rated(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return tuple([one for one in indicators if not one.is_contra])
