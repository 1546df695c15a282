"""A competence that leaves out a level between its lowest and its highest."""

from dataclasses import replace
from itertools import pairwise

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, Severity, finding
from competenties.messages import Phrase
from competenties.model.framework import Framework

RULE = Rule(
    name="level-skips",
    category="level",
    severity="warning",
    title=Phrase(nl="Niveau overgeslagen", en="Level left out"),
    message=Phrase(
        nl="de niveaus gaan van {before} naar {after}; overgeslagen: {missing}.",
        en="the levels go from {before} to {after}; left out: {missing}.",
    ),
    advice=Phrase(
        nl='Beschrijf ook wat is overgeslagen, of zet bij de niveau-indeling "partial" op true: dan mogen niveaus ontbreken.',
        en='Describe what was left out too, or set "partial" to true in the proficiency scale: levels may then be left out.',
    ),
    why=Phrase(
        nl="Wie groeit van 1 naar 3 wil weten wat daartussen te zien is. Sommige modellen kiezen hier "
        "bewust voor; dan is het een tip.",
        en="Whoever grows from 1 to 3 wants to know what can be seen in between. Some frameworks do this "
        "on purpose; then it is a hint.",
    ),
)

ALLOWED = replace(
    RULE,
    advice=Phrase(
        nl="Bij deze niveau-indeling mag dat; kijk alleen of het zo bedoeld is.",
        en="With this proficiency scale that is allowed; just see whether it was meant.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield every gap in the levels of a competence."""
    del scope
    for competence in framework.competences:
        scale = framework.scale_of(competence)
        if scale is None:
            continue
        numbers = sorted({level.level for level in competence.levels})
        severity: Severity = "hint" if scale.partial else RULE.severity
        for before, after in pairwise(numbers):
            between = [one.number for one in scale.levels if before < one.number < after]
            if between:
                yield finding(
                    ALLOWED if scale.partial else RULE,
                    competence.id,
                    "levels",
                    severity=severity,
                    title=competence.name,
                    before=before,
                    after=after,
                    missing=", ".join(str(number) for number in sorted(between)),
                )
