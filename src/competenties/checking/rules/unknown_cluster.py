"""A competence or cluster that stands in a cluster that is not there."""

from competenties.checking.nearest import did_you_mean
from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.framework import Framework

RULE = Rule(
    name="unknown-cluster",
    category="reference",
    severity="error",
    title=Phrase(nl="Onbekend cluster", en="Unknown cluster"),
    message=Phrase(
        nl='het cluster "{found}" bestaat niet in dit model.',
        en='the cluster "{found}" does not exist in this framework.',
    ),
    advice=Phrase(
        nl="{nearest}Kies een bestaand cluster of voeg dit cluster toe.",
        en="{nearest}Choose an existing cluster or add this one.",
    ),
    why=Phrase(
        nl="Een competentie zonder bestaand cluster staat in het competentiewoordenboek nergens.",
        en="A competence without an existing cluster stands nowhere in the printed book.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield competences and clusters whose cluster is not in the framework."""
    known = {cluster.id: [cluster.name] for cluster in framework.clusters}
    for competence in framework.competences:
        found = competence.cluster
        if found and found not in known and not scope.is_left_out(framework.id, found):
            suggestion = did_you_mean(found, known)
            title = competence.name
            yield finding(
                RULE, competence.id, "cluster", title=title, found=found, nearest=suggestion
            )
    for cluster in framework.clusters:
        found = cluster.parent
        if found and found not in known and not scope.is_left_out(framework.id, found):
            others = {key: names for key, names in known.items() if key != cluster.id}
            suggestion = did_you_mean(found, others)
            title = cluster.name
            yield finding(RULE, cluster.id, "parent", title=title, found=found, nearest=suggestion)
