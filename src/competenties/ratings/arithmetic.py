"""How answers become an outcome: exact, rounded once, and never more than the answers can carry.

The same rules stand in words on the form (`documents/scale_words.py`) and as formulas in the
workbook (`documents/form_result.py`); a test lets an office program compute them side by side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Literal

from competenties.model.scale import Arithmetic, RatingKind

Missing = Literal["not-observed", "not-applicable", "blank"]
"""Why a line has no number; three different things, and none of them is zero."""

Answer = int | Missing
"""What a rater answered at a line: the number of a point, or why there is none."""

Verdict = Literal["yes", "partly", "no", "too-little"]
"""Whether behaviour was visible at the requested level; on a frequency or norm scale."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines have a number, and how many have none, by reason."""

    rated: int = 0
    not_observed: int = 0
    not_applicable: int = 0
    blank: int = 0

    @property
    def applicable(self) -> int:
        """The lines that belong to the work: all but those that are not applicable."""
        return self.rated + self.not_observed + self.blank

    @property
    def coverage(self) -> Fraction | None:
        """The share of the applicable lines that has a number; None without such lines."""
        return Fraction(self.rated, self.applicable) if self.applicable else None


NO_LINES = Counts()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the answers at some lines come to.

    `score` is rounded as the scale says, `exact` is not; None where there is no result. `verdict` is None where
    the scale names no threshold. `gap` is the score less the requested level: a difference in
    levels, so only on a level scale.
    """

    counts: Counts
    score: Decimal | None = None
    exact: Fraction | None = None
    verdict: Verdict | None = None
    gap: Decimal | None = None


def outcome(
    answers: Sequence[Answer], rules: Arithmetic, kind: RatingKind, requested: Sequence[int] = ()
) -> Outcome:
    """Return what the answers at the lines of one competence, or of one level of it, come to.

    `requested` are the numbers of the levels that the job asks, from low to high.
    """
    counts = count(answers)
    if rules.method == "none" or kind == "development":
        return Outcome(counts)
    if not is_covered(counts, rules):
        return Outcome(counts, verdict="too-little" if has_verdict(rules, kind) else None)
    exact = middle(_numbers(answers), rules)
    score = round_half_up(exact, rules.decimals)
    return Outcome(
        counts,
        score,
        exact,
        verdict_on(score, rules) if has_verdict(rules, kind) else None,
        gap_of(score, requested) if kind == "level" and requested else None,
    )


def count(answers: Iterable[Answer]) -> Counts:
    """Return how many answers there are of each kind."""
    found: dict[str, int] = {"rated": 0, "not-observed": 0, "not-applicable": 0, "blank": 0}
    for answer in answers:
        found["rated" if isinstance(answer, int) else answer] += 1
    return Counts(found["rated"], found["not-observed"], found["not-applicable"], found["blank"])


def is_covered(counts: Counts, rules: Arithmetic) -> bool:
    """Tell whether enough of the applicable lines have a number for a result."""
    if counts.coverage is None or not counts.rated:
        return False
    return counts.coverage >= as_fraction(rules.coverage)


def has_verdict(rules: Arithmetic, kind: RatingKind) -> bool:
    """Tell whether the outcome is put in words: a level has a gap instead."""
    return kind != "level" and rules.visible_from is not None


def middle(numbers: Sequence[int], rules: Arithmetic) -> Fraction:
    """Return the mean or the median of numbers, exactly."""
    if rules.method == "mean":
        return Fraction(sum(numbers), len(numbers))
    ordered, half = sorted(numbers), len(numbers) // 2
    if len(ordered) % 2:
        return Fraction(ordered[half])
    return Fraction(ordered[half - 1] + ordered[half], 2)


def weighted_mean(scores: Sequence[tuple[Decimal, float]]) -> Fraction | None:
    """Return the mean of scores with a weight each, exactly; None without any."""
    total = sum((as_fraction(weight) for _, weight in scores), Fraction(0))
    if not total:
        return None
    return sum((Fraction(score) * as_fraction(weight) for score, weight in scores), Fraction(0)) / (
        total
    )


def has_total(rules: Arithmetic, kind: RatingKind) -> bool:
    """Tell whether competences are put together: only where the scale asks it, and never levels."""
    return rules.weights == "profile" and rules.method != "none" and kind in ("frequency", "norm")


def verdict_on(score: Decimal, rules: Arithmetic) -> Verdict:
    """Return what a rounded score says: the threshold is laid beside the number people see."""
    if rules.visible_from is not None and score >= Decimal(str(rules.visible_from)):
        return "yes"
    if rules.partly_from is not None and score >= Decimal(str(rules.partly_from)):
        return "partly"
    return "no"


def gap_of(score: Decimal, requested: Sequence[int]) -> Decimal:
    """Return how far a level is above (or, below zero, under) the requested levels."""
    low, high = min(requested), max(requested)
    if score < low:
        return score - low
    return score - high if score > high else Decimal(0)


def round_half_up(value: Fraction, decimals: int) -> Decimal:
    """Return a number rounded to so many decimals; a half goes up, as on paper."""
    shifted = value * 10**decimals + Fraction(1, 2)
    whole = Decimal(shifted.numerator // shifted.denominator).to_integral_value(ROUND_FLOOR)
    return whole.scaleb(-decimals)


def as_fraction(value: float) -> Fraction:
    """Return a number of a settings or framework file as it is written there: 0.6 is 3/5."""
    return Fraction(str(value))


def _numbers(answers: Iterable[Answer]) -> list[int]:
    return [answer for answer in answers if isinstance(answer, int)]
