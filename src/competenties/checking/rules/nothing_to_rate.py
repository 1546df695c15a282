"""A requirement that brings nothing to rate."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.profile import JobProfile

RULE = Rule(
    name="nothing-to-rate",
    category="profile",
    severity="warning",
    title=Phrase(
        nl="Competentie zonder gevraagd niveau", en="Competence without a requested level"
    ),
    message=Phrase(
        nl='bij "{competence}" staat geen gevraagd niveau.',
        en='no level is requested for "{competence}".',
    ),
    advice=Phrase(
        nl="Kies een niveau of een reeks niveaus, of schrijf in woorden wat wordt gevraagd.",
        en="Choose a level or a span of levels, or write in words what is asked.",
    ),
    why=Phrase(
        nl="Zonder niveau staat de competentie wel in het profiel, maar is er niets om te laten zien of te scoren.",
        en="Without a level the competence stands in the profile, but there is nothing to show or to rate.",
    ),
)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield requirements without level, span, words or indicators on a competence with levels."""
    for position, requirement in enumerate(profile.requirements):
        competence = scope.asked(profile, requirement)
        if competence is None or not competence.levels:
            continue
        said = (requirement.level, requirement.from_level, requirement.to_level, requirement.words)
        if all(one is None for one in said) and not requirement.indicators:
            path = ("requirements", position)
            title = profile.name
            yield finding(RULE, profile.id, *path, title=title, competence=competence.name)
