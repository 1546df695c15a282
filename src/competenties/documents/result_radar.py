"""Radar charts in the result of a person, for the development talk only.

A chart shows what the table of the result shows, and nothing else: of a role that hides its raters
only the figures that stand there too. It is not drawn beside an appraisal report, because it is
read as a judgement there. One chart has one unit: answers of one scale, or levels of one set.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from math import ceil
from typing import NamedTuple

from competenties.documents.results_collected import number, role_name
from competenties.messages import Language, Phrase
from competenties.office.blocks import Block, Heading, Paragraph, Picture
from competenties.office.drawing_radar import (
    FEWEST_AXES,
    MOST_AXES,
    Radar,
    Ring,
    Series,
    radar_picture,
)
from competenties.office.house_style import PLAIN, HouseStyle
from competenties.ratings.form import Point
from competenties.ratings.options import numbered
from competenties.ratings.results import PartResult, PersonResult

_FOR_TALKS = frozenset(["self-reflection", "feedback", "conversation"])
"""The kinds of form that judge nobody."""

_FEWEST_POINTS = 2
_TITLE = Phrase(nl="Voor het ontwikkelgesprek", en="For the development talk")
_INTRO = Phrase(
    nl="Dit diagram laat de uitkomst per competentie en per rol zien. Hoe verder een punt van het midden ligt, "
    "hoe hoger de uitkomst. Waar geen uitkomst is, staat geen punt.",
    en="This chart shows the result by competence and by role. The further a point is from the middle, the higher "
    "the result. Where there is no result, there is no point.",
)
_REQUESTED_LINE = Phrase(
    nl='De lijn "{requested}" laat zien welk niveau de functie vraagt.',
    en='The line "{requested}" shows which level the job asks.',
)
_PURPOSE = Phrase(
    nl="Kijk naar de punten, niet naar de vorm: die hangt af van de volgorde. Het diagram is bedoeld voor een gesprek "
    "over ontwikkeling. Gebruik het niet om iemand te beoordelen.",
    en="Look at the points, not at the shape: that depends on the order. The chart is meant for a talk about "
    "development. Do not use it to judge anybody.",
)
_ONE_OF_SEVERAL = Phrase(nl="Diagram {place} van {count}", en="Chart {place} of {count}")
_REQUESTED = Phrase(nl="gevraagd niveau", en="requested level")
_AT_LEVEL = Phrase(nl="{competence}, niveau {level}", en="{competence}, level {level}")
_ABOUT = Phrase(
    nl="Radardiagram van {count} competenties, op een schaal van {low} tot en met {high}. {series}",
    en="Radar chart of {count} competences, on a scale from {low} to {high}. {series}",
)
_SERIES = Phrase(nl="{name}: {values}.", en="{name}: {values}.")
_NOTHING = Phrase(nl="geen uitkomst", en="no result")


def radar_charts(
    result: PersonResult,
    in_round: Iterable[PersonResult],
    language: Language,
    house: HouseStyle = PLAIN,
) -> Iterator[Block]:
    """Yield the charts of one person with what they are for; nothing where none may be drawn.

    `in_round` are all results of the round, in which an appraisal report on this person may be.
    """
    charts = list(_charts(result)) if _is_for_a_talk(result, in_round) else []
    if not charts:
        return
    is_of_levels = result.text.content.scale.kind == "level"
    said = [_INTRO.say(language)]
    if is_of_levels:
        said.append(_REQUESTED_LINE.say(language, requested=_REQUESTED))
    yield Heading(_TITLE.say(language))
    yield Paragraph(" ".join([*said, _PURPOSE.say(language)]), "intro")
    for place, chart in enumerate(charts, 1):
        if len(charts) > 1:
            title = _ONE_OF_SEVERAL.say(language, place=place, count=len(charts))
            yield Paragraph(title, "level")
        yield _picture(chart, language, house, with_requested=is_of_levels)


class _Chart(NamedTuple):
    """Parts with results in one unit, and the points of that unit from low to high."""

    parts: Sequence[PartResult]
    points: Sequence[Point]


def _is_for_a_talk(result: PersonResult, in_round: Iterable[PersonResult]) -> bool:
    """Tell whether nothing in the round judges this person; who may be the same one counts."""
    own = [one for one in in_round if _names(one) & _names(result)]
    kinds = {form.form.text.kind for one in (result, *own) for form in one.forms}
    return kinds <= _FOR_TALKS


def _names(result: PersonResult) -> set[str]:
    """Return by what somebody is known: the number, and the name, which not every form has both."""
    return {result.forms[0].who, " ".join(result.name.casefold().split())}


def _charts(result: PersonResult) -> Iterator[_Chart]:
    """Yield what is drawn, in the order of the form; what has no room in one chart is parted."""
    for points, parts in _by_unit(result):
        count = ceil(len(parts) / MOST_AXES)
        size = ceil(len(parts) / count)
        for start in range(0, len(parts), size):
            yield _Chart(parts[start : start + size], points)


def _by_unit(result: PersonResult) -> Iterator[tuple[Sequence[Point], list[PartResult]]]:
    """Yield the parts that can stand in one chart, with their points."""
    content = result.text.content
    units: dict[tuple[object, ...], list[PartResult]] = defaultdict(list)
    for one in result.parts:
        if any(role.score is not None for role in one.roles.values()):
            units[_unit(one, result)].append(one)
    for parts in units.values():
        points = parts[0].part.competence.answers or content.scale.points
        if len(parts) >= FEWEST_AXES and len({point.value for point in points}) >= _FEWEST_POINTS:
            yield _with_common_labels(points, parts), parts


def _unit(one: PartResult, result: PersonResult) -> tuple[object, ...]:
    """Return what parts share whose results may stand in one chart.

    A form names no proficiency scale. Levels are of one set where they are of one framework, have
    the same numbers and build on each other in the same way.
    """
    competence = one.part.competence
    if result.text.content.scale.kind != "level":
        return ()
    numbers = tuple(point.value for point in competence.answers)
    return competence.framework, competence.cumulative, numbers


def _with_common_labels(points: Sequence[Point], parts: Sequence[PartResult]) -> list[Point]:
    """Return points from low to high; without words where these differ from one to another."""
    answers = {tuple(one.part.competence.answers) for one in parts}
    ordered = sorted(points, key=lambda point: point.value)
    if len(answers) == 1:
        return ordered
    return [Point(value=point.value, label="") for point in ordered]


def _picture(
    chart: _Chart, language: Language, house: HouseStyle, *, with_requested: bool
) -> Picture:
    names = [_axis(one, chart, language) for one in chart.parts]
    lines = list(_lines(chart, language, with_requested=with_requested))
    rings = [Ring(point.value, f"{point.value}", point.label) for point in chart.points]
    series = [
        Series(name, tuple(None if value is None else float(value) for value in values))
        for name, values in lines
    ]
    radar = Radar(tuple(names), tuple(rings), tuple(series), language)
    return radar_picture(radar, _about(chart, names, lines, language), house)


_Line = tuple[str, list[Decimal | None]]


def _lines(chart: _Chart, language: Language, *, with_requested: bool) -> Iterator[_Line]:
    """Yield the name and the values of each line; roles without any figure are left out."""
    if with_requested:
        levels = [one.part.requested for one in chart.parts]
        yield _REQUESTED.say(language), [Decimal(level[0]) if level else None for level in levels]
    for role in chart.parts[0].roles:
        values = [one.roles[role].score for one in chart.parts]
        if any(value is not None for value in values):
            yield role_name(role, language), values


def _axis(one: PartResult, chart: _Chart, language: Language) -> str:
    """Return what an axis is called: the competence, with its level where several are asked."""
    part = one.part
    is_one_of_several = sum(other.part.competence is part.competence for other in chart.parts) > 1
    if part.level is None or not is_one_of_several:
        return part.competence.name
    return _AT_LEVEL.say(language, competence=part.competence.name, level=part.level.level)


def _about(chart: _Chart, names: Sequence[str], lines: Sequence[_Line], language: Language) -> str:
    """Return in words what the chart shows: every number."""
    said = []
    for line, values in lines:
        found = [
            f"{name} {_NOTHING.say(language) if value is None else number(value, language)}"
            for name, value in zip(names, values, strict=True)
        ]
        said.append(_SERIES.say(language, name=line.capitalize(), values="; ".join(found)))
    low, high = (
        numbered(point.value, point.label) for point in (chart.points[0], chart.points[-1])
    )
    series = " ".join(said)
    return _ABOUT.say(language, count=len(names), low=low, high=high, series=series)
