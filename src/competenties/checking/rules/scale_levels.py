"""A proficiency scale whose levels are not an order."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.scale import ProficiencyScale

RULE = Rule(
    name="scale-levels",
    category="level",
    severity="error",
    title=Phrase(nl="Niveau-indeling klopt niet", en="Proficiency scale is not in order"),
    message=Phrase(nl="{what}", en="{what}"),
    advice=Phrase(
        nl="Zorg voor ten minste twee niveaus, elk met een eigen nummer, van laag naar hoog.",
        en="Make sure there are at least two levels, each with a number of its own, from low to high.",
    ),
    why=Phrase(
        nl="Een niveau-indeling is een volgorde. Staat een nummer er twee keer, dan weet niemand welk niveau is gevraagd.",
        en="A proficiency scale is an order. When a number stands there twice, nobody knows which level is asked.",
    ),
)

_FEW = Phrase(
    nl="de niveau-indeling heeft minder dan twee niveaus.",
    en="the proficiency scale has fewer than two levels.",
)
_ORDER = Phrase(
    nl="de niveaus staan niet van laag naar hoog.", en="the levels are not from low to high."
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield proficiency scales, and competences, with a level twice or out of order."""
    del scope
    for scale in framework.proficiency_scales:
        yield from _in_scale(scale)
    for competence in framework.competences:
        seen: set[int] = set()
        for position, level in enumerate(competence.levels):
            if level.level in seen:
                path = ("levels", position, "level")
                what = _twice(level.level)
                yield finding(RULE, competence.id, *path, title=competence.name, what=what)
            seen.add(level.level)


def _in_scale(scale: ProficiencyScale) -> Findings:
    numbers = [level.number for level in scale.levels]
    for position, number in enumerate(numbers):
        if number in numbers[:position]:
            path = ("levels", position, "number")
            yield finding(RULE, scale.id, *path, title=scale.name, what=_twice(number))
    if len(set(numbers)) < 2:  # noqa: PLR2004  (an order needs two)
        yield finding(RULE, scale.id, "levels", severity="warning", title=scale.name, what=_FEW)
    elif len(set(numbers)) == len(numbers) and numbers != sorted(numbers):
        yield finding(RULE, scale.id, "levels", severity="warning", title=scale.name, what=_ORDER)


def _twice(number: int) -> Phrase:
    return Phrase(nl=f"niveau {number} staat er twee keer.", en=f"level {number} is there twice.")
