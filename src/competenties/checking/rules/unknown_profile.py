"""A reference to a job profile that is not there."""

from collections.abc import Iterator

from competenties.checking.nearest import did_you_mean
from competenties.checking.scope import Findings, Scope
from competenties.findings import Path, Rule, finding
from competenties.messages import Phrase
from competenties.model.profile import JobProfile

RULE = Rule(
    name="unknown-profile",
    category="reference",
    severity="error",
    title=Phrase(nl="Onbekend functieprofiel", en="Unknown job profile"),
    message=Phrase(
        nl='het functieprofiel "{found}" is er niet.',
        en='there is no job profile "{found}".',
    ),
    advice=Phrase(
        nl="{nearest}Kies een bestaand profiel, of vul alleen de naam van de functie in.",
        en="{nearest}Choose an existing profile, or fill in just the name of the job.",
    ),
    why=Phrase(
        nl="Zo wordt op papier niet verwezen naar een profiel dat niemand kan vinden.",
        en="That way paper never refers to a profile that nobody can find.",
    ),
)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield links of the chain and career steps to profiles that are not in the workspace."""
    if not scope.is_workspace:
        return
    known = {one.id: [one.name] for one in scope.profiles.values()}
    for path, found in _references(profile):
        if found not in known and found not in scope.unread:
            nearest = did_you_mean(found, known)
            title = profile.name
            yield finding(RULE, profile.id, *path, title=title, found=found, nearest=nearest)


def _references(profile: JobProfile) -> Iterator[tuple[Path, str]]:
    if chain := profile.chain:
        for field in ("receives_from", "delivers_to"):
            for position, link in enumerate(getattr(chain, field)):
                if link.profile:
                    yield ("chain", field, position, "profile"), link.profile
    for position, step in enumerate(profile.career):
        if step.profile:
            yield ("career", position, "profile"), step.profile
