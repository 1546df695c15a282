"""A floor above the requested level."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.profile import JobProfile

RULE = Rule(
    name="floor-above-level",
    category="profile",
    severity="warning",
    title=Phrase(nl="Ondergrens boven het gevraagde niveau", en="Floor above the requested level"),
    message=Phrase(
        nl='de ondergrens van "{competence}" is {floor}, maar gevraagd wordt niveau {level}.',
        en='the floor of "{competence}" is {floor}, but level {level} is requested.',
    ),
    advice=Phrase(
        nl="Zet de ondergrens op of onder het gevraagde niveau.",
        en="Put the floor at or below the requested level.",
    ),
    why=Phrase(
        nl="Wie het gevraagde niveau haalt, zou anders toch onder de ondergrens zitten.",
        en="Whoever reaches the requested level would otherwise still be below the floor.",
    ),
)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield requirements whose floor is higher than what they ask."""
    for position, requirement in enumerate(profile.requirements):
        asked = requirement.to_level if requirement.level is None else requirement.level
        if requirement.floor is None or asked is None or requirement.floor <= asked:
            continue
        competence = scope.asked(profile, requirement)
        yield finding(
            RULE,
            profile.id,
            *("requirements", position, "floor"),
            title=profile.name,
            competence=competence.name if competence else requirement.competence,
            floor=requirement.floor,
            level=asked,
        )
