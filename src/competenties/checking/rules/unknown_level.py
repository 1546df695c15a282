"""A level that the scale or the competence does not have."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from competenties.checking.scope import Findings, Scope
from competenties.findings import Path, Rule, finding
from competenties.messages import Phrase
from competenties.model.competence import Competence
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile, Requirement

RULE = Rule(
    name="unknown-level",
    category="reference",
    severity="error",
    title=Phrase(nl="Onbekend niveau", en="Unknown level"),
    message=Phrase(
        nl="{kind} {found} bestaat niet{where}.",
        en="{kind} {found} does not exist{where}.",
    ),
    advice=Phrase(
        nl="Kies een niveau dat er is: {known}.",
        en="Choose a level that is there: {known}.",
    ),
    why=Phrase(
        nl="Een gevraagd niveau zonder tekst levert een formulier zonder regels op.",
        en="A requested level without a text gives a form without lines.",
    ),
)

_LEVEL = Phrase(nl="niveau", en="level")
_FLOOR = Phrase(nl="ondergrens", en="floor")
_IN_SCALE = Phrase(nl=" in de niveau-indeling", en=" in the proficiency scale")
_AT = Phrase(nl=' bij "{competence}"', en=' in "{competence}"')

NO_SCALE = replace(
    RULE,
    advice=Phrase(
        nl="Voeg eerst een niveau-indeling met dit niveau toe.",
        en="First add a proficiency scale with this level.",
    ),
)
NO_LEVELS = replace(
    RULE,
    advice=Phrase(
        nl="Beschrijf eerst de niveaus van de competentie, of vraag de competentie in woorden.",
        en="First describe the levels of the competence, or ask for it in words.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield every level number of a competence that its scale does not have."""
    if scope.is_damaged(framework.id, "proficiency_scales"):
        return
    for competence in framework.competences:
        if scope.is_damaged(framework.id, competence.id):
            continue
        scale = framework.scale_of(competence)
        if competence.scale is not None and scale is None:
            continue  # unknown-scale says so
        numbers = {level.number for level in scale.levels} if scale else set()
        if not scale and not competence.levels:
            continue
        for path, number in _numbers(competence):
            if number not in numbers:
                yield finding(
                    RULE if numbers else NO_SCALE,
                    competence.id,
                    *path,
                    title=competence.name,
                    kind=_LEVEL,
                    found=number,
                    where=_IN_SCALE,
                    known=_listed(numbers),
                )


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield every requested level or floor that the competence does not have."""
    for position, requirement in enumerate(profile.requirements):
        competence = scope.asked(profile, requirement)
        framework = profile.framework_of(requirement) or ""
        if competence is None or scope.is_damaged(framework, competence.id):
            continue
        numbers = {level.level for level in competence.levels}
        where = _AT.filled(competence=competence.name)
        for field, number in _asked(requirement):
            if number not in numbers:
                yield finding(
                    RULE if numbers else NO_LEVELS,
                    profile.id,
                    *("requirements", position, field),
                    title=profile.name,
                    kind=_FLOOR if field == "floor" else _LEVEL,
                    found=number,
                    where=where,
                    known=_listed(numbers),
                )


def _numbers(competence: Competence) -> Iterator[tuple[Path, int]]:
    for position, level in enumerate(competence.levels):
        yield ("levels", position, "level"), level.level
    if minimum := competence.minimum_level:
        yield ("minimum_level", "level"), minimum.level
        for position, exception in enumerate(minimum.exceptions):
            yield ("minimum_level", "exceptions", position, "level"), exception.level
    for position, target in enumerate(competence.target_levels):
        yield ("target_levels", position, "level"), target.level
    for position, question in enumerate(competence.questions):
        for place, anchor in enumerate(question.anchors):
            path = ("questions", position, "anchors", place)
            yield from _ends(path, anchor.from_level, anchor.to_level)
    for position, tip in enumerate(competence.tips):
        yield from _ends(("tips", position), tip.from_level, tip.to_level)


def _ends(path: Path, low: int | None, high: int | None) -> Iterator[tuple[Path, int]]:
    for field, number in (("from_level", low), ("to_level", high)):
        if number is not None:
            yield (*path, field), number


def _asked(requirement: Requirement) -> Iterator[tuple[str, int]]:
    for field in ("level", "from_level", "to_level", "floor"):
        number = getattr(requirement, field)
        if number is not None:
            yield field, number


def _listed(numbers: Collection[int]) -> str:
    return ", ".join(str(number) for number in sorted(numbers))
