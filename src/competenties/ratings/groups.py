"""What forms of many people say together: teams, and how well each sentence can be rated."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from competenties.ratings.arithmetic import Verdict, round_half_up
from competenties.ratings.form import Line
from competenties.ratings.outcomes import Part
from competenties.ratings.results import PersonResult
from competenties.ratings.returned import ReturnedForm

_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class TeamPart:
    """How many people of a team show a part at the requested level, as their managers see it."""

    team: str
    profile: str
    part: Part
    people: int
    verdicts: dict[Verdict, int]
    below_floor: int


def team_results(results: Sequence[PersonResult], least: int) -> list[TeamPart]:
    """Return teams part by part: from what managers say, and from so many people on."""
    grouped: dict[tuple[str, str, str], dict[str, PersonResult]] = defaultdict(dict)
    for one in results:
        if any(form.role == "manager" for form in one.forms):
            key = (one.department, one.text.content.profile, one.text.fingerprint)
            grouped[key][one.number or one.name.casefold()] = one
    found: list[TeamPart] = []
    for (team, _, _), people in sorted(grouped.items()):
        if len(people) >= least:
            found.extend(_team(team, list(people.values())))
    return found


def too_small_teams(results: Sequence[PersonResult], least: int) -> int:
    """Return how many teams are left out because they have too few people."""
    sizes: Counter[tuple[str, str]] = Counter()
    for one in results:
        if any(form.role == "manager" for form in one.forms):
            sizes[one.department, one.text.fingerprint] += 1
    return sum(1 for size in sizes.values() if size < least)


def _team(team: str, people: Sequence[PersonResult]) -> Iterable[TeamPart]:
    for place, one in enumerate(people[0].parts):
        found = [person.parts[place].roles["manager"] for person in people]
        verdicts: Counter[Verdict] = Counter(one.verdict for one in found if one.verdict)
        yield TeamPart(
            team=team,
            profile=people[0].text.name,
            part=one.part,
            people=len(people),
            verdicts=dict(verdicts),
            below_floor=sum(one.is_below_floor for one in found),
        )


@dataclass(frozen=True, slots=True)
class LineQuality:
    """How well one sentence could be rated in this round.

    `spread` is the standard deviation of the answers. `same` is the share of pairs of raters of
    one person, both not that person, that gave the same answer; None with too few such pairs.
    """

    competence: str
    line: Line
    forms: int
    not_observed: Decimal
    blank: Decimal
    spread: Decimal | None
    pairs: int
    same: Decimal | None


def line_qualities(forms: Sequence[ReturnedForm], least: int) -> list[LineQuality]:
    """Return the quality of every sentence that enough forms have, the hardest to see first."""
    texts = {one.form.text.fingerprint: one.form.text for one in forms}
    found: dict[str, LineQuality] = {}
    for text in texts.values():
        for competence, line in text.lines():
            having = [one for one in forms if _has(one, line)]
            if line.hash not in found and len(having) >= least:
                found[line.hash] = _quality(competence.name, line, having, least)
    return sorted(found.values(), key=lambda one: (-one.not_observed, one.same or Decimal(2)))


def _has(one: ReturnedForm, line: Line) -> bool:
    return any(
        other.id == line.id and other.text == line.text for _, other in one.form.text.lines()
    )


def _quality(competence: str, line: Line, forms: Sequence[ReturnedForm], least: int) -> LineQuality:
    answers = [one.form.answers[line.id] for one in forms]
    numbers = [one for one in answers if isinstance(one, int)]
    pairs = _pairs(line, forms)
    if len(pairs) < least:
        pairs = []  # so few tell a rater what another one answered
    return LineQuality(
        competence=competence,
        line=line,
        forms=len(forms),
        not_observed=_share(answers.count("not-observed"), len(answers)),
        blank=_share(answers.count("blank"), len(answers)),
        spread=_deviation(numbers),
        pairs=len(pairs),
        same=_share(sum(one == other for one, other in pairs), len(pairs)) if pairs else None,
    )


def _pairs(line: Line, forms: Sequence[ReturnedForm]) -> list[tuple[int, int]]:
    """Return the answers of every two raters of one person, both with a number."""
    raters: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in forms:
        answer = one.form.answers[line.id]
        if one.role not in ("self", "together") and isinstance(answer, int):
            raters[one.who, one.period].append(answer)
    return [pair for answers in raters.values() for pair in combinations(answers, 2)]


def _share(part: int, whole: int) -> Decimal:
    return round_half_up(Fraction(part, whole), _DECIMALS)


def _deviation(numbers: Sequence[int]) -> Decimal | None:
    """Return the standard deviation over all answers; None with fewer than two."""
    if len(numbers) < 2:  # noqa: PLR2004  (one answer has no spread)
        return None
    mean = Fraction(sum(numbers), len(numbers))
    variance = sum((number - mean) ** 2 for number in numbers) / len(numbers)
    return Decimal(f"{float(variance) ** 0.5:.{_DECIMALS}f}")
