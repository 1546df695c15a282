"""A level with more indicators than a rater keeps apart."""

from competenties.checking.levels import in_order, positive
from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.framework import Framework

RULE = Rule(
    name="too-many-indicators",
    category="level",
    severity="warning",
    advises=True,
    title=Phrase(
        nl="Te veel gedragsindicatoren bij een niveau", en="Too many indicators at a level"
    ),
    message=Phrase(
        nl="niveau {level} heeft {count} gedragsindicatoren; de grens is {most}.",
        en="level {level} has {count} indicators; the limit is {most}.",
    ),
    advice=Phrase(
        nl="Kies de zinnen die het niveau het best laten zien, of voeg er samen die over hetzelfde gaan.",
        en="Choose the sentences that show the level best, or merge those about the same thing.",
    ),
    why=Phrase(
        nl="Een lange lijst per niveau maakt een formulier lang, en wie moe wordt, vult overal hetzelfde in. Drie tot "
        "vijf per niveau is gangbaar in Nederlandse en Vlaamse modellen; dat getal is praktijk, geen onderzoek. Uw "
        "eigen grens zet u in de instellingen (check.limits.indicators_most). Contra-indicatoren tellen niet mee.",
        en="A long list at each level makes a form long, and whoever gets tired answers the same everywhere. Three to "
        "five at a level are usual in Dutch and Flemish frameworks; that number is practice, not research. You set "
        "a limit of your own in the settings (check.limits.indicators_most). Contra-indicators do not count.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield every level with more positive indicators than the settings allow."""
    most = scope.settings.check.limits.indicators_most
    for competence in framework.competences:
        for level in in_order(competence):
            count = len(positive(level))
            if count > most:
                yield finding(
                    RULE,
                    competence.id,
                    *("levels", competence.levels.index(level)),
                    title=competence.name,
                    level=level.level,
                    count=count,
                    most=most,
                )
