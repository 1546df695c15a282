"""A profile that is tied to another version of a framework."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.profile import JobProfile

RULE = Rule(
    name="other-version",
    category="reference",
    severity="warning",
    title=Phrase(nl="Andere versie van het model", en="Other version of the framework"),
    message=Phrase(
        nl='het profiel hoort bij versie {wanted} van "{framework}", maar het model heeft nu {found}.',
        en='the profile belongs to version {wanted} of "{framework}", but the framework now has {found}.',
    ),
    advice=Phrase(
        nl="Vergelijk het profiel met de tekst die er nu is en pas daarna de versie in het profiel aan.",
        en="Compare the profile with the present text, then adjust the version in the profile.",
    ),
    why=Phrase(
        nl="Wie een profiel aan een versie vastzet, wil niet dat een formulier ongemerkt een andere tekst vraagt.",
        en="Whoever ties a profile to a version does not want a form to ask another text unnoticed.",
    ),
)

_VERSION = Phrase(nl="versie {version}", en="version {version}")
_NO_VERSION = Phrase(nl="geen versie", en="no version")


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield frameworks whose version is not the one that the profile is tied to."""
    for position, reference in enumerate(profile.frameworks):
        framework = scope.frameworks.get(reference.id)
        if framework and reference.version and reference.version != framework.version:
            found = _VERSION.filled(version=framework.version) if framework.version else _NO_VERSION
            yield finding(
                RULE,
                profile.id,
                *("frameworks", position, "version"),
                title=profile.name,
                wanted=reference.version,
                framework=framework.name,
                found=found,
            )
