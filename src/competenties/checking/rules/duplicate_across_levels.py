"""The same indicator at two places."""

from dataclasses import replace

from competenties.checking.compared import Alike
from competenties.checking.levels import where
from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, Severity, finding
from competenties.messages import Phrase
from competenties.model.framework import Framework

RULE = Rule(
    name="duplicate-across-levels",
    category="level",
    severity="error",
    advises=True,
    title=Phrase(nl="Dezelfde gedragsindicator twee keer", en="The same indicator twice"),
    message=Phrase(nl="staat ook {where}.", en="also stands {where}."),
    advice=Phrase(
        nl="Schrijf wat er op dit niveau bij komt (zelfstandiger, breder of moeilijker), of haal een van de twee weg.",
        en="Write what this level adds (more independent, wider or harder), or remove one of the two.",
    ),
    why=Phrase(
        nl="Met dezelfde zin op twee niveaus kan een beoordelaar ze niet uit elkaar houden, en telt hetzelfde gedrag "
        "twee keer. Hoofdletters, leestekens en spaties maken geen verschil. Staat de zin bij twee competenties, dan is het een "
        "waarschuwing; overlappen die twee grotendeels, dan staat het bij die melding. Stapelen de niveaus "
        '("cumulative" is true), dan is het een tip: wie een niveau laat zien, laat de lagere immers ook zien. '
        "Dat niveaus moeten oplopen is vakpraktijk (Campion e.a. 2011); hoe een niveau heet, bepaalt u zelf. "
        "Wil uw organisatie zinnen herhalen, geef de regel dan een ander gewicht in check.severities.",
        en="With the same sentence at two levels a rater cannot tell them apart, and the same behaviour counts "
        "twice. Capitals, punctuation and spaces make no difference. With the sentence in two competences it is a warning; where "
        "those two overlap for the most part it is told there. With levels that build on each other "
        '("cumulative" is true) it is a hint: whoever shows a level shows the lower ones too. '
        "That levels should ascend is professional practice (Campion et al. 2011); what a level is called is "
        "up to you. If your organisation repeats sentences on purpose, give the rule another weight in "
        "check.severities.",
    ),
)

ELSEWHERE = replace(
    RULE,
    severity="warning",
    advice=Phrase(
        nl="Kies bij welke competentie dit gedrag hoort, of schrijf bij de andere wat daar anders is.",
        en="Choose which competence this behaviour belongs to, or write what is different in the other one.",
    ),
)

SAME_LEVEL = replace(
    RULE, advice=Phrase(nl="Haal een van de twee weg.", en="Remove one of the two.")
)

CUMULATIVE = replace(
    RULE,
    severity="hint",
    advice=Phrase(
        nl="Bij niveaus die stapelen hoeft u een zin niet te herhalen; schrijf alleen wat erbij komt.",
        en="With levels that build on each other you need not repeat a sentence; write only what comes on top.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield every indicator that occurred before, once."""
    compared = scope.compared(framework)
    told: set[str] = set()
    for alike in compared.alike:
        again = alike.second.indicator
        if alike.kind != "equal" or again.id in told or compared.overlap_of(alike):
            continue
        told.add(again.id)
        rule, severity = _weighed(framework, alike)
        yield finding(
            rule,
            again.id,
            "text",
            severity=severity,
            title=again.text,
            where=where(alike.first, alike.second),
        )


def _weighed(framework: Framework, alike: Alike) -> tuple[Rule, Severity]:
    """Return what to advise, and how heavy it is: repeating what is never rated harms nobody."""
    rule = RULE
    scale = framework.scale_of(alike.second.competence)
    if not alike.is_in_one_competence:
        rule = ELSEWHERE
    elif alike.is_in_one_level:
        rule = SAME_LEVEL
    elif scale is not None and scale.cumulative:
        rule = CUMULATIVE
    is_light = alike.second.indicator.is_contra
    return rule, "hint" if is_light else rule.severity
