"""The outcomes of one filled form: per competence, and per level where several are asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from competenties.ratings.arithmetic import (
    Answer,
    Outcome,
    Verdict,
    has_total,
    outcome,
    round_half_up,
    weighted_mean,
)
from competenties.ratings.form import AskedCompetence, AskedLevel, FormText, Line


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that have an outcome together: a level of a competence, or its lines without a level."""

    competence: AskedCompetence
    level: AskedLevel | None
    lines: tuple[Line, ...]

    @property
    def weight(self) -> float:
        """The weight of the competence, spread over its parts."""
        of_levels = sum(bool(level.indicators) for level in self.competence.levels)
        return self.competence.weight / (of_levels + bool(self.competence.indicators))

    @property
    def requested(self) -> list[int]:
        """The number of the level, as the list that the arithmetic takes."""
        return [] if self.level is None else [self.level.level]


@dataclass(frozen=True, slots=True)
class PartOutcome:
    """A part with what its answers come to.

    `is_below_floor` tells that the level below which it has to be discussed was not reached; a
    person decides what that means.
    """

    part: Part
    outcome: Outcome
    is_below_floor: bool


def parts_of(text: FormText) -> Iterator[Part]:
    """Yield the parts of a form, in its order."""
    for competence in text.content.competences:
        for level in competence.levels:
            if level.indicators:
                yield Part(competence, level, level.indicators)
        if competence.indicators:
            yield Part(competence, None, competence.indicators)


def outcomes_of(text: FormText, answers: Mapping[str, Answer]) -> list[PartOutcome]:
    """Return what the answers on a form come to, part by part."""
    return [_outcome_of(text, part, answers) for part in parts_of(text)]


def total_of(text: FormText, scores: Sequence[tuple[Part, Decimal | None]]) -> Decimal | None:
    """Return the weighted mean of the results of the parts, rounded; None where there is no total.

    A competence counts by the weight that the profile gives it, spread over its parts; a part
    without a result does not count.
    """
    scale = text.content.scale
    if not has_total(scale.arithmetic, scale.kind):
        return None
    found = weighted_mean([(score, part.weight) for part, score in scores if score is not None])
    return None if found is None else round_half_up(found, scale.arithmetic.decimals)


def highest_visible(verdicts: Mapping[Part, Verdict | None]) -> int | None:
    """Return the highest level of one competence that is fully visible.

    Where levels are cumulative every lower one that was asked has to be visible too.
    """
    highest = None
    levels = [(part.requested[0], part) for part in verdicts if part.requested]
    for number, part in sorted(levels, key=lambda one: one[0]):
        if verdicts[part] == "yes":
            highest = number
        elif part.competence.cumulative:
            break
    return highest


def is_below_floor(
    part: Part, score: Decimal | None, verdict: Verdict | None, gap: Decimal | None
) -> bool:
    """Tell whether the floor was not reached; of a frequency only at the level that is the floor."""
    floor = part.competence.floor
    if floor is None or not part.requested or score is None:
        return False
    if gap is not None:
        return score < floor
    return floor in part.requested and verdict in ("partly", "no")


def _outcome_of(text: FormText, part: Part, answers: Mapping[str, Answer]) -> PartOutcome:
    scale = text.content.scale
    given = [answers.get(line.id, "blank") for line in part.lines]
    found = outcome(given, scale.arithmetic, scale.kind, part.requested)
    return PartOutcome(part, found, is_below_floor(part, found.score, found.verdict, found.gap))
