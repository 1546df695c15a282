"""Two levels that differ in how often only."""

from competenties.checking.levels import unpointed, where
from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.framework import Framework

RULE = Rule(
    name="only-frequency-differs",
    category="level",
    severity="warning",
    advises=True,
    title=Phrase(nl="Alleen hoe vaak verschilt", en="Only how often differs"),
    message=Phrase(
        nl='verschilt alleen in hoe vaak van "{other}" ({where}).',
        en='differs only in how often from "{other}" ({where}).',
    ),
    advice=Phrase(
        nl="Beschrijf op dit niveau ander gedrag: breder, moeilijker of zelfstandiger.",
        en="Describe other behaviour at this level: wider, harder or more independent.",
    ),
    why=Phrase(
        nl="Hoe vaak iemand iets doet, hoort op de scoreschaal. Staat het ook in de zin, dan weet een beoordelaar niet "
        "wat hij moet invullen bij iemand die het vaak goed doet op het niveau van soms. Dat niveaus in soort "
        "verschillen en niet alleen in frequentie, is een vuistregel uit de praktijk (CAF-toets), geen onderzoek.",
        en="How often somebody does something belongs on the rating scale. If it stands in the sentence too, a rater "
        "does not know what to fill in for somebody who often does what level sometimes asks. That levels differ in "
        "kind and not just in frequency is a rule of thumb from practice (CAF test), not research.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield every indicator that is an earlier one of its competence with another frequency."""
    told: set[str] = set()
    for one in scope.compared(framework).alike:
        again = one.second.indicator
        if one.kind != "often" or not one.is_in_one_competence or again.id in told:
            continue
        told.add(again.id)
        yield finding(
            RULE,
            again.id,
            "text",
            title=again.text,
            other=unpointed(one.first.indicator.text),
            where=where(one.first, one.second),
        )
