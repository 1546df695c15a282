"""A reference to an indicator that is not there."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile

RULE = Rule(
    name="unknown-indicator",
    category="reference",
    severity="error",
    title=Phrase(nl="Onbekende gedragsindicator", en="Unknown indicator"),
    message=Phrase(
        nl='de gedragsindicator "{found}" bestaat niet bij "{competence}".',
        en='the indicator "{found}" does not exist in "{competence}".',
    ),
    advice=Phrase(
        nl="Haal de verwijzing weg of kies een indicator van deze competentie.",
        en="Remove the reference or choose an indicator of this competence.",
    ),
    why=Phrase(
        nl="Een gekozen indicator die er niet meer is, verdwijnt anders ongemerkt van het formulier.",
        en="A selected indicator that is gone would otherwise disappear from the form unnoticed.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield contra-indicators that are paired with an indicator that is not there."""
    for competence in framework.competences:
        indicators = competence.all_indicators()
        known = {indicator.id for indicator in indicators}
        for indicator in indicators:
            found = indicator.contrasts_with
            if found and found not in known and not scope.is_left_out(framework.id, found):
                yield finding(
                    RULE,
                    indicator.id,
                    "contrasts_with",
                    title=indicator.text,
                    found=found,
                    competence=competence.name,
                )


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield selected indicators that the requested competence does not have."""
    for position, requirement in enumerate(profile.requirements):
        competence = scope.asked(profile, requirement)
        if competence is None or not requirement.selected:
            continue
        known = {indicator.id for indicator in competence.all_indicators()}
        framework = profile.framework_of(requirement) or ""
        for place, found in enumerate(requirement.selected):
            if found not in known and not scope.is_left_out(framework, found):
                yield finding(
                    RULE,
                    profile.id,
                    *("requirements", position, "selected", place),
                    title=profile.name,
                    found=found,
                    competence=competence.name,
                )
