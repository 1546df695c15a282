"""A level with fewer indicators than the framework mostly has."""

from statistics import median

from competenties.checking.levels import in_order, positive
from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.framework import Framework

RULE = Rule(
    name="too-few-indicators",
    category="level",
    severity="warning",
    advises=True,
    title=Phrase(
        nl="Te weinig gedragsindicatoren bij een niveau", en="Too few indicators at a level"
    ),
    message=Phrase(
        nl="niveau {level} heeft maar {count} {noun}; afgesproken zijn er ten minste {least}.",
        en="level {level} has only {count} {noun}; at least {least} are agreed.",
    ),
    advice=Phrase(
        nl="Schrijf er gedrag bij dat dit niveau laat zien.",
        en="Add behaviour that shows this level.",
    ),
    why=Phrase(
        nl="Met één zin hangt de hele score van een niveau aan één waarneming. Het aantal is praktijk, geen onderzoek; u zet "
        "het in de instellingen (check.limits.indicators_least). De regel zwijgt in een model dat overal "
        "maar één zin per niveau heeft: dat is een keuze. Een leeg niveau heeft een eigen regel.",
        en="With one sentence the whole score of a level hangs on one observation. The number is practice, not research; "
        "you set it in the settings (check.limits.indicators_least). The rule is silent in a framework with "
        "one sentence at each level everywhere: that is a choice. An empty level has a rule of its own.",
    ),
)


_ONE = Phrase(nl="gedragsindicator", en="indicator")
_MORE = Phrase(nl="gedragsindicatoren", en="indicators")


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield levels that have some indicators, but too few, where levels mostly have enough."""
    least = scope.settings.check.limits.indicators_least
    levels = [
        (competence, level, len(positive(level)))
        for competence in framework.competences
        for level in in_order(competence)
    ]
    counts = [count for _, _, count in levels if count]
    if not counts or median(counts) < least:
        return
    for competence, level, count in levels:
        if 0 < count < least:
            yield finding(
                RULE,
                competence.id,
                *("levels", competence.levels.index(level)),
                title=competence.name,
                level=level.level,
                count=count,
                noun=_ONE if count == 1 else _MORE,
                least=least,
            )
