"""A part of a framework as a framework of its own, with the same ids."""

from collections.abc import Collection

from competenties.model.competence import Competence
from competenties.model.framework import Cluster, Framework, Promise
from competenties.model.record import BaseReference
from competenties.model.text import Text


def extract(
    framework: Framework, competences: Collection[str], *, identifier: str, name: Text
) -> Framework:
    """Return the framework with only these competences and what belongs to them.

    Scales, cards and glossary stay; clusters that hold none of them, promises that name none of
    them and relations to others go. The extract names its origin as its base.
    """
    kept = tuple(_without_others(one, competences) for one in framework.competences)
    kept = tuple(one for one in kept if one.id in competences)
    return framework.model_copy(
        update={
            "id": identifier,
            "name": name,
            "base": BaseReference(framework=framework.id, version=framework.version),
            "clusters": _clusters_of(framework.clusters, kept),
            "competences": kept,
            "promises": tuple(_promises_of(framework.promises, competences)),
            "accepted": (),
            "publication": None,
        }
    )


def _without_others(competence: Competence, competences: Collection[str]) -> Competence:
    relations = tuple(one for one in competence.relations if one.competence in competences)
    return competence.model_copy(update={"relations": relations})


def _clusters_of(
    clusters: tuple[Cluster, ...], competences: tuple[Competence, ...]
) -> tuple[Cluster, ...]:
    parents = {cluster.id: cluster.parent for cluster in clusters}
    used: set[str] = set()
    for competence in competences:
        cluster = competence.cluster
        while cluster is not None and cluster not in used:
            used.add(cluster)
            cluster = parents.get(cluster)
    return tuple(cluster for cluster in clusters if cluster.id in used)


def _promises_of(promises: tuple[Promise, ...], competences: Collection[str]) -> list[Promise]:
    kept = []
    for promise in promises:
        named = tuple(one for one in promise.competences if one in competences)
        if named:
            kept.append(promise.model_copy(update={"competences": named}))
    return kept
