"""A cluster that stands, by way of others, in itself."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.framework import Framework

RULE = Rule(
    name="cluster-loop",
    category="reference",
    severity="error",
    title=Phrase(nl="Cluster staat in zichzelf", en="Cluster stands in itself"),
    message=Phrase(
        nl="dit cluster staat, via andere clusters, in zichzelf.",
        en="this cluster contains itself, by way of other clusters.",
    ),
    advice=Phrase(
        nl="Haal bij een van deze clusters de verwijzing naar het bovenliggende cluster weg.",
        en="Remove the reference to the parent at one of these clusters.",
    ),
    why=Phrase(
        nl="Een kring van clusters heeft geen begin en kan niet worden afgedrukt.",
        en="A ring of clusters has no beginning and cannot be printed.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield the clusters of every ring once each."""
    del scope
    parents = {cluster.id: cluster.parent for cluster in framework.clusters}
    for cluster in framework.clusters:
        passed: set[str] = set()
        above = cluster.parent
        while above is not None and above not in passed:
            passed.add(above)
            above = parents.get(above)
        if cluster.id in passed:
            yield finding(RULE, cluster.id, "parent", title=cluster.name)
