"""A level of a competence without behaviour."""

from dataclasses import replace

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, Severity, finding
from competenties.messages import Phrase
from competenties.model.competence import Competence, Level
from competenties.model.framework import Framework

RULE = Rule(
    name="empty-level",
    category="level",
    severity="warning",
    title=Phrase(nl="Niveau zonder gedragsindicatoren", en="Level without indicators"),
    message=Phrase(
        nl="niveau {level} heeft {lacking}{asked}.",
        en="level {level} has {lacking}{asked}.",
    ),
    advice=Phrase(
        nl="Schrijf bij dit niveau drie tot vijf gedragsindicatoren, of haal het niveau weg.",
        en="Write three to five indicators for this level, or remove the level.",
    ),
    why=Phrase(
        nl="Van een leeg niveau kan niemand zeggen of iemand het laat zien. Drie tot vijf indicatoren "
        "is gangbaar; dat is praktijk, geen onderzoek. Een fout wordt het pas als een functieprofiel "
        "dit niveau vraagt of als het model is vastgesteld.",
        en="Of an empty level nobody can say whether somebody shows it. Three to five indicators are "
        "usual; that is practice, not research. It only becomes an error when a job profile asks "
        "this level or the framework is published.",
    ),
)

ASKED = replace(
    RULE,
    advice=Phrase(
        nl="Schrijf bij dit niveau drie tot vijf gedragsindicatoren, of vraag in het profiel een ander niveau.",
        en="Write three to five indicators for this level, or ask for another level in the profile.",
    ),
)

_NONE = Phrase(nl="geen gedragsindicatoren", en="no indicators")
_ONLY_CONTRA = Phrase(nl="alleen contra-indicatoren", en="only contra-indicators")
_ASKED = Phrase(
    nl=', maar "{profile}" vraagt dit niveau', en=', but "{profile}" asks for this level'
)
_PUBLISHED = Phrase(nl=", terwijl het model is vastgesteld", en=", and the framework is published")


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield levels without a positive indicator."""
    for competence in framework.competences:
        for position, level in enumerate(competence.levels):
            if any(not indicator.is_contra for indicator in level.indicators):
                continue
            severity, asked = _weighed(framework, competence, level, scope)
            is_asked = level.level in scope.asked_levels.get((framework.id, competence.id), {})
            rule = ASKED if is_asked else RULE
            yield finding(
                rule,
                competence.id,
                *("levels", position),
                severity=severity,
                title=competence.name,
                level=level.level,
                lacking=_ONLY_CONTRA if level.indicators else _NONE,
                asked=asked,
            )


def _weighed(
    framework: Framework, competence: Competence, level: Level, scope: Scope
) -> tuple[Severity, Phrase]:
    profile = scope.asked_levels.get((framework.id, competence.id), {}).get(level.level)
    if profile:
        return "error", _ASKED.filled(profile=profile.name)
    if framework.status == "published":
        return "error", _PUBLISHED
    scale = framework.scale_of(competence)
    return ("hint" if scale and scale.partial else "warning"), Phrase(nl="", en="")
