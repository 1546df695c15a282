"""A level in which wanted behaviour stands beside sentences about what does not happen."""

from competenties.checking.compared import Compared
from competenties.checking.levels import in_order, positive, unpointed
from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import LANGUAGES, Phrase
from competenties.model.framework import Framework
from competenties.model.indicator import Indicator

RULE = Rule(
    name="mixed-polarity",
    category="level",
    severity="hint",
    advises=True,
    title=Phrase(
        nl="Positief en negatief gedrag door elkaar", en="Positive and negative behaviour mixed"
    ),
    message=Phrase(
        nl='niveau {level} heeft naast gewenst gedrag ook ontkennende zinnen ({count} van de {total}), zoals "{example}".',
        en='beside wanted behaviour level {level} has denying sentences ({count} of {total}), such as "{example}".',
    ),
    advice=Phrase(
        nl='Schrijf wat iemand wel doet, of maak er een contra-indicator van (polarity "contra"): die telt niet mee in de score.',
        en='Write what somebody does do, or make it a contra-indicator (polarity "contra"): it does not count in the score.',
    ),
    why=Phrase(
        nl="Bij een ontkennende zin betekent een hoge score iets anders dan bij de zin ernaast; wie snel invult, vergist zich. "
        "Dat negatief gestelde vragen tot leesfouten leiden, is voor vragenlijsten beschreven; voor "
        "gedragsindicatoren is het praktijk. Contra-indicatoren staan op papier apart.",
        en="With a denying sentence a high score means something else than with the sentence beside it; whoever answers fast "
        "makes mistakes. That negatively worded items lead to misreading is described for questionnaires; for "
        "behavioural indicators it is practice. Contra-indicators stand apart on paper.",
    ),
)

_LEAST, _MOST = 0.2, 0.8


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield levels of which some sentences deny, and others do not."""
    compared = scope.compared(framework)
    for competence in framework.competences:
        for level in in_order(competence):
            indicators = positive(level)
            denying = [one for one in indicators if _denies(one, compared)]
            if denying and _LEAST <= len(denying) / len(indicators) <= _MOST:
                yield finding(
                    RULE,
                    competence.id,
                    *("levels", competence.levels.index(level)),
                    title=competence.name,
                    level=level.level,
                    count=len(denying),
                    total=len(indicators),
                    example=unpointed(denying[0].text),
                )


def _denies(indicator: Indicator, compared: Compared) -> bool:
    """Tell whether an indicator denies in one of its languages."""
    gists = (compared.by_id.get((language, indicator.id)) for language in LANGUAGES)
    return any(gist.denies for gist in gists if gist is not None)
