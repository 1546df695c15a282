"""A reference to a competence that is not there."""

from competenties.checking.nearest import did_you_mean, names_of
from competenties.checking.scope import Findings, Scope
from competenties.findings import Finding, Path, Rule, finding
from competenties.messages import Phrase, Spoken, say
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile, Requirement

RULE = Rule(
    name="unknown-competence",
    category="reference",
    severity="error",
    title=Phrase(nl="Onbekende competentie", en="Unknown competence"),
    message=Phrase(
        nl='de competentie "{found}" bestaat niet in het model "{framework}".',
        en='the competence "{found}" does not exist in the framework "{framework}".',
    ),
    advice=Phrase(
        nl="{nearest}Kies een competentie uit het model of voeg deze toe.",
        en="{nearest}Choose a competence from the framework or add this one.",
    ),
    why=Phrase(
        nl="Een gevraagde competentie die nergens is beschreven, kan niemand beoordelen.",
        en="A requested competence that is described nowhere cannot be rated by anybody.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield relations and promises that name a competence that is not there."""
    for competence in framework.competences:
        for position, relation in enumerate(competence.relations):
            if _is_unknown(framework, relation.competence, scope):
                path = ("relations", position, "competence")
                yield _unknown(framework, relation.competence, competence.id, path, competence.name)
    for promise in framework.promises:
        for position, named in enumerate(promise.competences):
            if _is_unknown(framework, named, scope):
                yield _unknown(
                    framework, named, promise.id, ("competences", position), promise.text
                )


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield requirements that ask a competence that the framework does not have."""
    for position, requirement in enumerate(profile.requirements):
        framework = scope.frameworks.get(profile.framework_of(requirement) or "")
        if framework and _is_unknown(framework, requirement.competence, scope):
            path = ("requirements", position, "competence")
            yield _unknown(framework, _named(requirement), profile.id, path, profile.name)


def _named(requirement: Requirement) -> str:
    """Return what the source calls the competence, else the id that was asked."""
    return say(requirement.name, "nl") if requirement.name else requirement.competence


def _is_unknown(framework: Framework, identifier: str, scope: Scope) -> bool:
    known = scope.competences[framework.id]
    return identifier not in known and not scope.is_left_out(framework.id, identifier)


def _unknown(framework: Framework, found: str, item: str, path: Path, title: Spoken) -> Finding:
    nearest = did_you_mean(found, names_of(framework.competences))
    name = framework.name
    return finding(RULE, item, *path, title=title, found=found, framework=name, nearest=nearest)
