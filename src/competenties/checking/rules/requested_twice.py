"""The same competence asked twice for the same work."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.profile import JobProfile

RULE = Rule(
    name="requested-twice",
    category="profile",
    severity="warning",
    title=Phrase(nl="Competentie twee keer gevraagd", en="Competence asked twice"),
    message=Phrase(
        nl='"{competence}" wordt twee keer gevraagd voor hetzelfde werk.',
        en='"{competence}" is asked for twice for the same work.',
    ),
    advice=Phrase(
        nl="Haal er één weg, of zet bij elk het resultaatgebied waar het voor geldt.",
        en="Remove one, or state at each for which result area it holds.",
    ),
    why=Phrase(
        nl="Bij twee verschillende niveaus weet niemand welk niveau is afgesproken.",
        en="With two different levels nobody knows which one was agreed.",
    ),
)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield requirements that ask a competence again for the same result area."""
    seen: set[tuple[str | None, str, str | None]] = set()
    for position, requirement in enumerate(profile.requirements):
        framework = profile.framework_of(requirement)
        key = (framework, requirement.competence, requirement.result_area)
        if key in seen:
            competence = scope.asked(profile, requirement)
            name = competence.name if competence else requirement.competence
            path = ("requirements", position)
            yield finding(RULE, profile.id, *path, title=profile.name, competence=name)
        seen.add(key)
