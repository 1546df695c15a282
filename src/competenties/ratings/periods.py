"""Two periods side by side: only over sentences that did not change in between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from competenties.ratings.arithmetic import Answer, outcome
from competenties.ratings.outcomes import Part, parts_of
from competenties.ratings.results import HIDING, PersonResult
from competenties.ratings.returned import ReturnedForm


@dataclass(frozen=True, slots=True)
class PeriodChange:
    """The outcome of one part in two periods, by the same role; `left_out` sentences changed."""

    name: str
    number: str
    role: str
    part: Part
    earlier_period: str
    period: str
    lines: int
    left_out: int
    earlier: Decimal | None
    now: Decimal | None

    @property
    def difference(self) -> Decimal | None:
        """How much higher it is now; None without both."""
        return None if self.earlier is None or self.now is None else self.now - self.earlier


def compare_periods(
    earlier: Sequence[PersonResult], now: Sequence[PersonResult]
) -> list[PeriodChange]:
    """Return the changes of everybody who is in both, for roles that hide nobody.

    Two scales cannot be laid beside each other: such a pair is left out.
    """
    before = {_who(one): one for one in earlier}
    pairs = [(before[_who(one)], one) for one in now if _who(one) in before]
    return [change for pair in pairs for change in _changes(*pair)]


def _who(one: PersonResult) -> str:
    return one.number or " ".join(one.name.casefold().split())


def _changes(earlier: PersonResult, now: PersonResult) -> Iterator[PeriodChange]:
    scales = earlier.text.content.scale, now.text.content.scale
    if (scales[0].kind, scales[0].points) != (scales[1].kind, scales[1].points):
        return
    known = {line.id: line.hash for _, line in earlier.text.lines()}
    for role in ("self", "manager", "together"):
        old, new = _only(earlier, role), _only(now, role)
        if old is None or new is None or role in HIDING:
            continue
        for part in parts_of(now.text):
            same = [line for line in part.lines if known.get(line.id) == line.hash]
            yield PeriodChange(
                name=now.name,
                number=now.number,
                role=role,
                part=part,
                earlier_period=earlier.period,
                period=now.period,
                lines=len(same),
                left_out=len(part.lines) - len(same),
                earlier=_score(old, part, [old.form.answers[line.id] for line in same]),
                now=_score(new, part, [new.form.answers[line.id] for line in same]),
            )


def _only(result: PersonResult, role: str) -> ReturnedForm | None:
    """Return the one form of a role; with several there is no single answer at a sentence."""
    found = [one for one in result.forms if one.role == role]
    return found[0] if len(found) == 1 else None


def _score(one: ReturnedForm, part: Part, answers: Sequence[Answer]) -> Decimal | None:
    scale = one.form.text.content.scale
    return outcome(answers, scale.arithmetic, scale.kind, part.requested).score
