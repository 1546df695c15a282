"""A profile that asks one of the highest levels of everything."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.profile import JobProfile

RULE = Rule(
    name="all-levels-high",
    category="profile",
    severity="hint",
    title=Phrase(nl="Alles op het hoogste niveau", en="Everything at the highest level"),
    message=Phrase(
        nl="alle {count} competenties worden op een van de twee hoogste niveaus gevraagd.",
        en="all {count} competences are asked for at one of the two highest levels.",
    ),
    advice=Phrase(
        nl="Kies welke een of twee competenties echt zo hoog moeten zijn.",
        en="Choose which one or two competences really have to be that high.",
    ),
    why=Phrase(
        nl="Een gangbaar profiel vraagt vooral de middelste niveaus. Alles hoog vragen onderscheidt geen "
        "functie van een andere en jaagt goede kandidaten weg.",
        en="A usual profile mostly asks the middle levels. Asking everything high tells no job from "
        "another and drives good candidates away.",
    ),
)

_FEWEST_COMPETENCES = 3
_FEWEST_LEVELS = 4
_HIGHEST = 2


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield the profile when it asks only the two highest levels of scales of four or more."""
    high: list[bool] = []
    for requirement in profile.requirements:
        competence = scope.asked(profile, requirement)
        framework = scope.frameworks.get(profile.framework_of(requirement) or "")
        scale = framework.scale_of(competence) if framework and competence else None
        if scale is None or requirement.level is None or len(scale.levels) < _FEWEST_LEVELS:
            return
        highest = sorted(level.number for level in scale.levels)[-_HIGHEST:]
        high.append(requirement.level in highest)
    if len(high) >= _FEWEST_COMPETENCES and all(high):
        yield finding(RULE, profile.id, "requirements", title=profile.name, count=len(high))
