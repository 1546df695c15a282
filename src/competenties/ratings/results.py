"""Results of forms that came back: per person and competence by role, never by colleague.

Every rater of a role counts the same: first each form gets its own outcome, then the mean of these
is taken, exactly, and rounded once. Roles that hide individuals are shown from so many raters on,
and no figure puts roles together, so that nothing can be worked out by taking away.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from competenties.ratings.arithmetic import (
    NO_LINES,
    Counts,
    Verdict,
    gap_of,
    has_verdict,
    round_half_up,
    verdict_on,
)
from competenties.ratings.form import FormText, Line
from competenties.ratings.outcomes import (
    Part,
    PartOutcome,
    highest_visible,
    is_below_floor,
    outcomes_of,
    total_of,
)
from competenties.ratings.returned import ReturnedForm

HIDING = frozenset(["colleague", "employee-led", "customer"])
"""Roles of which nobody may be recognised."""

_MORE_FOR_RANGE = 2
"""With as few as are shown, the mean with the lowest and highest would give away every form."""

ROLE_ORDER = ("self", "manager", "together", "colleague", "employee-led", "customer")


@dataclass(frozen=True, slots=True)
class RoleResult:
    """What the raters of one role say about one part; without figures where that is `hidden`."""

    role: str
    raters: int
    hidden: bool = False
    counts: Counts = NO_LINES
    score: Decimal | None = None
    verdict: Verdict | None = None
    gap: Decimal | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    is_below_floor: bool = False


@dataclass(frozen=True, slots=True)
class PartResult:
    """The results on one part of a form, by role."""

    part: Part
    roles: Mapping[str, RoleResult]


@dataclass(frozen=True)
class PersonResult:
    """Everything on one person, from forms of one text over one period."""

    name: str
    number: str
    period: str
    manager: str
    department: str
    text: FormText
    forms: tuple[ReturnedForm, ...]
    parts: tuple[PartResult, ...]

    @property
    def totals(self) -> dict[str, Decimal]:
        """The weighted total of each role that shows one, where the scale asks for a total."""
        found = {}
        for role in self.parts[0].roles:
            scores = [(one.part, one.roles[role].score) for one in self.parts]
            total = total_of(self.text, scores)
            if total is not None:
                found[role] = total
        return found

    @property
    def highest(self) -> dict[tuple[str, str], int]:
        """The highest level that is fully visible, by competence and role, where several are asked."""
        found: dict[tuple[str, str], int] = {}
        for competence in self.text.content.competences:
            parts = [one for one in self.parts if one.part.competence is competence]
            for role in parts[0].roles if len(competence.levels) > 1 and parts else ():
                verdicts = {one.part: one.roles[role].verdict for one in parts}
                level = highest_visible(verdicts)
                if level is not None:
                    found[competence.id, role] = level
        return found

    def written(self, key: str, least: int) -> dict[str, list[str]]:
        """Return what was written at an open question, by role, with the same care as examples."""
        return self._shown(
            {form.file: form.form.written.get(key, "") for form in self.forms}, least
        )

    def examples(self, line: Line, least: int) -> dict[str, list[str]]:
        """Return what was written at a line, by role; of hiding roles in an order that tells nothing."""
        return self._shown(
            {form.file: form.form.examples.get(line.id, "") for form in self.forms}, least
        )

    def _shown(self, texts: Mapping[str, str], least: int) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for role, forms in _by_role(self.forms).items():
            said = sorted(texts[form.file] for form in forms if texts[form.file])
            if said and (role not in HIDING or len(forms) >= least):
                found[role] = said
        return found


def results_of(forms: Iterable[ReturnedForm], least: int) -> list[PersonResult]:
    """Return the results per person, in the order of their names.

    Forms on another text or period are results of their own: they cannot be put together.
    """
    grouped: dict[tuple[str, str, str], list[ReturnedForm]] = defaultdict(list)
    for one in forms:
        key = (one.who, one.form.text.fingerprint, one.period)
        grouped[key].append(one)
    found = [_person(group, least) for group in grouped.values()]
    return sorted(found, key=lambda one: (one.name.casefold(), one.number, one.period))


def _person(forms: Sequence[ReturnedForm], least: int) -> PersonResult:
    first, text = forms[0], forms[0].form.text
    outcomes = {
        role: [outcomes_of(text, one.form.answers) for one in group]
        for role, group in _by_role(forms).items()
    }
    parts = []
    for place, one in enumerate(next(iter(outcomes.values()))[0]):
        roles = {
            role: _of_role(text, role, [by_form[place] for by_form in found], least)
            for role, found in outcomes.items()
        }
        parts.append(PartResult(one.part, roles))
    return PersonResult(
        name=first.subject,
        number=first.number,
        period=first.period,
        manager=_first(one.form.copy.get("manager", "") for one in forms),
        department=_first(one.form.copy.get("department", "") for one in forms),
        text=text,
        forms=tuple(forms),
        parts=tuple(parts),
    )


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def _by_role(forms: Iterable[ReturnedForm]) -> dict[str, list[ReturnedForm]]:
    """Return forms by the role of the rater, in the order of the roles."""
    found: dict[str, list[ReturnedForm]] = defaultdict(list)
    for one in forms:
        found[one.role].append(one)
    order = {role: place for place, role in enumerate(ROLE_ORDER)}
    return dict(sorted(found.items(), key=lambda item: order.get(item[0], len(order))))


def _of_role(text: FormText, role: str, outcomes: Sequence[PartOutcome], least: int) -> RoleResult:
    if role in HIDING and len(outcomes) < least:
        return RoleResult(role, len(outcomes), hidden=True)
    scale, rules = text.content.scale, text.content.scale.arithmetic
    part = outcomes[0].part
    exact = [one.outcome.exact for one in outcomes if one.outcome.exact is not None]
    counts = _added(one.outcome.counts for one in outcomes)
    if not exact or (role in HIDING and len(exact) < least):
        verdict: Verdict | None = "too-little" if has_verdict(rules, scale.kind) else None
        return RoleResult(role, len(outcomes), counts=counts, verdict=verdict)
    score = round_half_up(sum(exact, Fraction(0)) / len(exact), rules.decimals)
    shows_range = role not in HIDING or len(exact) >= least + _MORE_FOR_RANGE
    scores = [one.outcome.score for one in outcomes if one.outcome.score is not None]
    gap = gap_of(score, part.requested) if scale.kind == "level" and part.requested else None
    found = verdict_on(score, rules) if has_verdict(rules, scale.kind) else None
    return RoleResult(
        role,
        len(outcomes),
        counts=counts,
        score=score,
        verdict=found,
        gap=gap,
        lowest=min(scores) if shows_range else None,
        highest=max(scores) if shows_range else None,
        is_below_floor=is_below_floor(part, score, found, gap),
    )


def _added(counts: Iterable[Counts]) -> Counts:
    found = list(counts)
    return Counts(
        sum(one.rated for one in found),
        sum(one.not_observed for one in found),
        sum(one.not_applicable for one in found),
        sum(one.blank for one in found),
    )
