"""Tells whether a competence grows from level to level, from the reach of its indicators."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from competenties.checking.reach import Reach

DROP = 1.5
"""From this difference between two levels on the later one counts as lower."""

_ENOUGH = 2
"""With fewer scored indicators at a level nothing is said about it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One level with the reach of its indicators, in order."""

    number: int
    reaches: Sequence[Reach]

    @property
    def scores(self) -> list[int]:
        """The scores of the indicators whose words say enough."""
        return [one.score for one in self.reaches if one.score is not None]

    @property
    def leaning(self) -> int:
        """How many indicators lean on somebody else."""
        return sum(one.leans for one in self.reaches)

    @property
    def height(self) -> float | None:
        """The middle score of the level; None where too few of its indicators say enough."""
        scores = self.scores
        if len(scores) < max(_ENOUGH, len(self.reaches) / 2):
            return None
        return float(median(scores))


def first_fall(steps: Sequence[Step]) -> tuple[Step, Step] | None:
    """Return the first level that is clearly lower than an earlier one, with that earlier one."""
    for place, later in enumerate(steps):
        for earlier in reversed(steps[:place]):
            if _falls(earlier, later) or _leans_again(earlier, later):
                return earlier, later
    return None


def _falls(earlier: Step, later: Step) -> bool:
    if earlier.height is None or later.height is None:
        return False
    return earlier.height - later.height >= DROP


def _leans_again(earlier: Step, later: Step) -> bool:
    """Tell whether a level goes back to supervised work after one without any."""
    is_supervised = later.leaning >= max(_ENOUGH, len(later.reaches) / 2)
    return is_supervised and not earlier.leaning and len(earlier.reaches) >= _ENOUGH
