"""Writes the levels into a CASE package twice: a rubric per competence, and a branch of items.

A rubric is where CASE has a place for what is seen at a level; but most readers leave rubrics
alone, so the levels are items too, and behaviour points to them by `hasSkillLevel`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from competenties.formats.case_identity import (
    LEVEL_NAME,
    LEVELS_NAME,
    RUBRIC_TITLE,
    Everybody,
    Known,
    level_name,
    plain,
)
from competenties.formats.case_kept import RUBRIC, kept_by
from competenties.formats.case_terms import Json, bullets, spoken
from competenties.model.competence import Competence, Level
from competenties.model.framework import Framework
from competenties.model.scale import ProficiencyScale
from competenties.model.text import Text


@dataclass(frozen=True, slots=True)
class LevelItem:
    """A level as an item; one that no scale names is no part of a scale."""

    number: int
    known: Known
    name: Text
    description: Text | None
    is_named: bool


@dataclass(frozen=True, slots=True)
class Branch:
    """The levels of a scale, or those of a framework without one."""

    scale: ProficiencyScale | None
    known: Known
    name: Text
    description: Text | None
    levels: dict[int, LevelItem]

    @property
    def scale_id(self) -> str | None:
        """The id of the scale."""
        return None if self.scale is None else self.scale.id


def branches(framework: Framework, everybody: Everybody) -> list[Branch]:
    """Return a branch for every scale, with every level that competences have."""
    used: dict[str | None, set[int]] = {}
    for one in framework.competences:
        numbers = used.setdefault(scale_id(framework, one), set())
        numbers.update(level.level for level in one.levels)
    found = [
        _branch(framework, everybody, one, used.get(one.id, set()))
        for one in framework.proficiency_scales
    ]
    if used.get(None):
        found.append(_branch(framework, everybody, None, used[None]))
    return found


def scale_id(framework: Framework, competence: Competence) -> str | None:
    """Return the id of the scale whose levels a competence has."""
    scale = framework.scale_of(competence)
    return None if scale is None else scale.id


def rubrics(framework: Framework, everybody: Everybody, stamp: str) -> Iterator[Json]:
    """Yield a rubric for every competence that has levels."""
    for one in framework.competences:
        if one.levels:
            yield _rubric(framework, one, everybody, stamp)


def _branch(
    framework: Framework, everybody: Everybody, scale: ProficiencyScale | None, used: set[int]
) -> Branch:
    owner = "Levels" if scale is None else scale.id  # a capital, so no id can be the same
    name: Text = spoken(LEVELS_NAME, framework.language) if scale is None else scale.name
    known = everybody.made(plain(name) if scale is None else scale.id, owner)
    named = {one.number: one for one in (scale.levels if scale else ())}
    levels = {}
    for number in [*named, *sorted(used - set(named))]:
        one = named.get(number)
        levels[number] = LevelItem(
            number,
            everybody.made(f"{known.code}-{number}", owner, number),
            one.name if one else spoken(LEVEL_NAME, framework.language, number=number),
            one.description if one else None,
            one is not None,
        )
    return Branch(scale, known, name, scale.description if scale else None, levels)


def _rubric(framework: Framework, one: Competence, everybody: Everybody, stamp: str) -> Json:
    name = plain(one.name)
    kept = kept_by(one.extra).get(RUBRIC, {})
    rubric = kept.get("identifier") or everybody.derived(one.id, "CFRubric")
    criterion = kept.get("criterion") or everybody.derived(one.id, "CFRubricCriterion")
    levels = [
        {
            **_start(everybody.level(one.id, level), stamp),
            **({"description": seen} if (seen := _anchor(level)) else {}),
            "quality": plain(level.name or level_name(framework, one, level.level)),
            "score": level.level,
            "position": position,
            "rubricCriterionId": criterion,
        }
        for position, level in enumerate(one.levels, 1)
    ]
    described = {
        **_start(criterion, stamp),
        "description": name,
        "CFItemURI": everybody.items[one.id].link(),
        "weight": 1.0,
        "position": 1,
        "rubricId": rubric,
        "CFRubricCriterionLevels": levels,
    }
    title = kept.get("title") or spoken(RUBRIC_TITLE, framework.language, name=name)
    return {**_start(rubric, stamp), "title": title, "CFRubricCriteria": [described]}


def _start(uuid: str, stamp: str) -> Json:
    return {"identifier": uuid, "uri": f"urn:uuid:{uuid}", "lastChangeDateTime": stamp}


def _anchor(level: Level) -> str:
    """Return what is seen at a level: its text, and the behaviour that is wanted."""
    behaviour = bullets(plain(one.text) for one in level.indicators if not one.is_contra)
    return "\n\n".join(part for part in (plain(level.text), behaviour) if part)
