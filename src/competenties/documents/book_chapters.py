"""The order of a competency book: clusters in clusters, and what every heading is called."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from competenties.documents.framework_about import framework_of
from competenties.documents.request import WorkspaceRequest
from competenties.messages import Phrase
from competenties.model.competence import Competence
from competenties.model.framework import Cluster, Framework

_DEEPEST = 3
"""Levels of headings that have a look of their own; deeper clusters share the last one."""

_CLUSTER = Phrase(nl="Cluster", en="Cluster")
_COMPETENCES = Phrase(nl="Competenties", en="Competences")
_OTHERS = Phrase(nl="Overige competenties", en="Other competences")


@dataclass(frozen=True, slots=True)
class Entry:
    """A competence in the book, and its heading, which no other heading is equal to."""

    competence: Competence
    heading: str
    level: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """A cluster in the book with the competences that stand in it; or those without a cluster."""

    cluster: Cluster | None
    heading: str
    level: int
    entries: tuple[Entry, ...]


def chapters(request: WorkspaceRequest, taken: Iterable[str] = ()) -> list[Chapter]:
    """Return the clusters in the order of the book, each before the clusters in it.

    `taken` are the headings that the book already has. What stands in no cluster comes last.
    """
    framework = framework_of(request)
    used = set(taken)
    found: list[Chapter] = []
    for cluster, depth in _clusters(framework):
        heading = _free(_cluster_heading(request, framework, cluster, depth), used)
        level = min(depth, _DEEPEST)
        found.append(
            Chapter(cluster, heading, level, _entries(request, framework, cluster, level, used))
        )
    if alone := _entries(request, framework, None, 1, used):
        title = request.say(_OTHERS if found else _COMPETENCES)
        found.append(Chapter(None, _free(title, used), 1, alone))
    return found


def headings_by_id(chapters: Iterable[Chapter]) -> dict[str, str]:
    """Return the heading of every competence, by its id."""
    return {one.competence.id: one.heading for chapter in chapters for one in chapter.entries}


def alphabetical(text: str) -> str:
    """Return by what a text is sorted: accents and capitals make no difference."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()


def _clusters(framework: Framework) -> Iterator[tuple[Cluster, int]]:
    """Yield every cluster once with its depth, from 1; also those that stand in each other."""
    known = {one.id for one in framework.clusters}
    inside: dict[str, list[Cluster]] = {}
    for one in framework.clusters:
        inside.setdefault(one.parent if one.parent in known else "", []).append(one)
    seen: set[str] = set()
    yield from _below("", 1, inside, seen)
    for one in framework.clusters:
        if one.id not in seen:
            seen.add(one.id)
            yield one, 1
            yield from _below(one.id, 2, inside, seen)


def _below(
    parent: str, depth: int, inside: Mapping[str, list[Cluster]], seen: set[str]
) -> Iterator[tuple[Cluster, int]]:
    for one in inside.get(parent, ()):
        if one.id not in seen:
            seen.add(one.id)
            yield one, depth
            yield from _below(one.id, depth + 1, inside, seen)


def _cluster_heading(
    request: WorkspaceRequest, framework: Framework, cluster: Cluster, depth: int
) -> str:
    """Return "Cluster Samenwerken": what a cluster is called at its depth, and its name."""
    names = framework.cluster_names
    kind = request.of(framework, names[depth - 1]) if depth <= len(names) else request.say(_CLUSTER)
    return f"{kind[:1].upper()}{kind[1:]} {request.of(framework, cluster.name)}"


def _entries(
    request: WorkspaceRequest,
    framework: Framework,
    cluster: Cluster | None,
    level: int,
    used: set[str],
) -> tuple[Entry, ...]:
    known = {one.id for one in framework.clusters}
    wanted = cluster.id if cluster else None
    found = []
    for one in framework.competences:
        if (one.cluster if one.cluster in known else None) == wanted:
            where = request.of(framework, cluster.name) if cluster else ""
            heading = _free(request.of(framework, one.name), used, where)
            found.append(Entry(one, heading, min(level + 1, _DEEPEST)))
    return tuple(found)


def _free(wanted: str, used: set[str], where: str = "") -> str:
    """Return a heading that is not there yet: the name, else with its cluster, else numbered."""
    named = f"{wanted} ({where})" if wanted in used and where else wanted
    heading, number = named, 2
    while heading in used:
        heading = f"{named} ({number})"
        number += 1
    used.add(heading)
    return heading
