"""A competence that no job profile asks."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.framework import Framework

RULE = Rule(
    name="unused-competence",
    category="profile",
    severity="hint",
    title=Phrase(nl="Competentie wordt nergens gevraagd", en="Competence is asked nowhere"),
    message=Phrase(
        nl="geen enkel functieprofiel vraagt deze competentie.",
        en="no job profile asks for this competence.",
    ),
    advice=Phrase(
        nl="Vraag de competentie in een profiel, of haal de competentie uit het model.",
        en="Ask for the competence in a profile, or take it out of the framework.",
    ),
    why=Phrase(
        nl="Een competentie die niemand gebruikt, moet wel worden onderhouden.",
        en="A competence that nobody uses still has to be maintained.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield competences that are asked nowhere, once there are profiles on the framework."""
    used = {
        requirement.competence
        for profile in scope.profiles.values()
        for requirement in profile.requirements
        if profile.framework_of(requirement) == framework.id
    }
    if not used or scope.unread or any(one in scope.left_out for one in scope.profiles):
        return
    for competence in framework.competences:
        if competence.id not in used and competence.status != "retired":
            yield finding(RULE, competence.id, title=competence.name)
