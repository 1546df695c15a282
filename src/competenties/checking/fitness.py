"""How many indicators are fit to rate, per competence: a report for whoever decides."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from competenties.checking.check import Report
from competenties.checking.sentences import judged
from competenties.findings import Category
from competenties.model.competence import Competence
from competenties.model.framework import Framework
from competenties.model.text import Text


@dataclass(frozen=True)
class Fitness:
    """A competence, how many of its indicators can be rated as they stand, and what is wrong most.

    An indicator is fit when its wording has no error and no warning, in any language.
    """

    framework: str
    competence: str
    name: Text
    indicators: int
    fit: int
    problems: Sequence[tuple[Category, int]]

    @property
    def share(self) -> float:
        """The share that is fit, from 0 to 1; an empty competence counts as fit."""
        return self.fit / self.indicators if self.indicators else 1.0


def fitness(report: Report, frameworks: Sequence[Framework]) -> list[Fitness]:
    """Return every competence with its share of indicators fit to rate, the worst first."""
    found = [one for framework in frameworks for one in _of_framework(report, framework)]
    return sorted(found, key=lambda one: (one.share, one.fit - one.indicators))


def _of_framework(report: Report, framework: Framework) -> Iterator[Fitness]:
    problems: dict[str, Counter[Category]] = {}
    for finding in report.findings:
        if finding.rule.is_about_wording and finding.severity != "hint":
            counter = problems.setdefault(finding.place.item, Counter())
            counter[finding.rule.category] += 1
    counted = {one.indicator.id for one in judged(framework)}
    for competence in framework.competences:
        ids = [one.id for one in competence.all_indicators() if one.id in counted]
        yield _fitness(framework.id, competence, ids, problems)


def _fitness(
    framework: str,
    competence: Competence,
    ids: Sequence[str],
    problems: dict[str, Counter[Category]],
) -> Fitness:
    weak = [problems[one] for one in ids if one in problems]
    together: Counter[Category] = sum(weak, Counter())
    return Fitness(
        framework=framework,
        competence=competence.id,
        name=competence.name,
        indicators=len(ids),
        fit=len(ids) - len(weak),
        problems=together.most_common(),
    )
