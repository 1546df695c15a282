"""A reference to a result area that the profile does not have."""

from competenties.checking.nearest import did_you_mean
from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.profile import JobProfile

RULE = Rule(
    name="unknown-result-area",
    category="reference",
    severity="error",
    title=Phrase(nl="Onbekend resultaatgebied", en="Unknown result area"),
    message=Phrase(
        nl='het resultaatgebied "{found}" bestaat niet in dit profiel.',
        en='the result area "{found}" does not exist in this profile.',
    ),
    advice=Phrase(
        nl="{nearest}Kies een resultaatgebied van dit profiel of haal de verwijzing weg.",
        en="{nearest}Choose a result area of this profile or remove the reference.",
    ),
    why=Phrase(
        nl="Anders is niet te zien bij welk werk de gevraagde competentie hoort.",
        en="Otherwise nobody can see to which work the requested competence belongs.",
    ),
)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield requirements and parts of areas whose result area is not in the profile."""
    known = {area.id: [area.name] for area in profile.result_areas}
    for position, area in enumerate(profile.result_areas):
        above = area.parent
        if above and above not in known and not scope.is_left_out(profile.id, above):
            path = ("result_areas", position, "parent")
            nearest = did_you_mean(above, known)
            title = profile.name
            yield finding(RULE, profile.id, *path, title=title, found=above, nearest=nearest)
    for position, requirement in enumerate(profile.requirements):
        found = requirement.result_area
        if found and found not in known and not scope.is_left_out(profile.id, found):
            path = ("requirements", position, "result_area")
            nearest = did_you_mean(found, known)
            title = profile.name
            yield finding(RULE, profile.id, *path, title=title, found=found, nearest=nearest)
