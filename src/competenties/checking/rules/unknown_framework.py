"""A profile on a framework that is not there."""

from competenties.checking.nearest import did_you_mean
from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.profile import JobProfile

RULE = Rule(
    name="unknown-framework",
    category="reference",
    severity="error",
    title=Phrase(nl="Onbekend competentiemodel", en="Unknown framework"),
    message=Phrase(
        nl='het competentiemodel "{found}" is er niet.',
        en='there is no framework "{found}".',
    ),
    advice=Phrase(
        nl="{nearest}Zet het bestand {found}.json in de map frameworks of kies een ander model.",
        en="{nearest}Put the file {found}.json into the folder frameworks or choose another one.",
    ),
    why=Phrase(
        nl="Zonder het model zijn de gevraagde niveaus alleen nummers.",
        en="Without the framework the requested levels are just numbers.",
    ),
)

NONE = Rule(
    name=RULE.name,
    category=RULE.category,
    severity=RULE.severity,
    title=RULE.title,
    message=Phrase(
        nl="het profiel vraagt competenties, maar noemt geen competentiemodel.",
        en="the profile asks for competences but names no framework.",
    ),
    advice=Phrase(
        nl='Noem bij "Gebruikte modellen" het model waar de competenties in staan.',
        en='Name the framework that holds the competences under "Frameworks used".',
    ),
    why=RULE.why,
)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield frameworks that the profile names but that are not there, or none at all."""
    known = {one.id: [one.name] for one in scope.frameworks.values()}
    if not profile.frameworks and any(one.framework is None for one in profile.requirements):
        yield finding(NONE, profile.id, "requirements", title=profile.name)
    for position, reference in enumerate(profile.frameworks):
        if reference.id not in known and reference.id not in scope.unread:
            path = ("frameworks", position, "id")
            nearest = did_you_mean(reference.id, known)
            title = profile.name
            yield finding(RULE, profile.id, *path, title=title, found=reference.id, nearest=nearest)
    listed = {reference.id for reference in profile.frameworks}
    for position, requirement in enumerate(profile.requirements):
        named = requirement.framework
        if named and named not in listed and named not in known and named not in scope.unread:
            path = ("requirements", position, "framework")
            nearest = did_you_mean(named, known)
            title = profile.name
            yield finding(RULE, profile.id, *path, title=title, found=named, nearest=nearest)
