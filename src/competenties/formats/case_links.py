"""Writes the associations of a CASE package: the tree, the levels, relations and alignments."""

from collections import Counter
from collections.abc import Iterator

from competenties.formats.case_identity import Everybody, Known, plain
from competenties.formats.case_levels_out import Branch, scale_id
from competenties.formats.case_sent_back import links_in
from competenties.formats.case_terms import MATCHES_OUT, OURS, RELATIONS_OUT, UUID_AT_END, Json
from competenties.model.competence import Competence
from competenties.model.framework import Cluster, Framework
from competenties.model.indicator import Indicator
from competenties.model.record import Alignment, Alignments


def associations(
    framework: Framework, everybody: Everybody, branches: list[Branch]
) -> Iterator[Json]:
    """Yield the CFAssociations: first who stands in what, in order, then all else."""
    links = _Links(framework, everybody, branches)
    yield from links.tree()
    for one in framework.competences:
        yield from links.skill_levels(one)
    for one in framework.competences:
        yield from links.relations(one)
    yield from links.alignments()
    yield from links.of_others()


class _Links:
    def __init__(self, framework: Framework, everybody: Everybody, branches: list[Branch]) -> None:
        self._framework, self._everybody, self._branches = framework, everybody, branches
        self._children: Counter[str] = Counter()
        self._known = everybody.by_uuid()

    def tree(self) -> Iterator[Json]:
        """Yield who stands in what; the numbers tell the order among children of one parent."""
        items = self._everybody.items
        for cluster in self._framework.clusters:
            yield self._child(items[cluster.id], self._node(cluster.parent))
        for competence in self._framework.competences:
            parent = items[competence.id]
            yield self._child(parent, self._node(competence.cluster))
            for indicator in competence.all_indicators():
                yield self._child(items[indicator.id], parent)
        for branch in self._branches:
            yield self._child(branch.known, self._everybody.document)
            for level in branch.levels.values():
                yield self._child(level.known, branch.known)

    def skill_levels(self, competence: Competence) -> Iterator[Json]:
        """Yield at which level behaviour stands."""
        own = scale_id(self._framework, competence)
        for level in competence.levels:
            branch = next(one for one in self._branches if one.scale_id == own)
            target = branch.levels[level.level].known
            for one in level.indicators:
                origin = self._everybody.items[one.id]
                yield self._link("hasSkillLevel", origin, target, "hasSkillLevel", one.id)

    def relations(self, competence: Competence) -> Iterator[Json]:
        """Yield how a competence stands to others: what replaces another is its destination."""
        for one in competence.relations:
            origin = self._everybody.items[competence.id]
            target = self._everybody.items[one.competence]
            if one.kind == "replaces":
                origin, target = target, origin
            named = ("relation", competence.id, one.kind, one.competence)
            yield self._link(RELATIONS_OUT[one.kind], origin, target, *named)

    def alignments(self) -> Iterator[Json]:
        """Yield the links to public lists, of the framework and of every item."""
        framework, items = self._framework, self._everybody.items
        yield from self._aligned(self._everybody.document, framework.id, framework.alignments)
        for cluster in framework.clusters:
            yield from self._aligned(items[cluster.id], cluster.id, cluster.alignments)
        for competence in framework.competences:
            own = items[competence.id]
            yield from self._aligned(own, competence.id, competence.alignments)
            for one in competence.all_indicators():
                yield from self._aligned(items[one.id], one.id, one.alignments)

    def of_others(self) -> Iterator[Json]:
        """Yield what a server sent before: associations that a framework has no place for."""
        items = self._everybody.items
        yield from self._of_other(self._everybody.document, self._framework)
        for cluster in self._framework.clusters:
            yield from self._of_other(items[cluster.id], cluster)
        for competence in self._framework.competences:
            yield from self._of_other(items[competence.id], competence)
            for one in competence.all_indicators():
                yield from self._of_other(items[one.id], one)

    def _of_other(
        self, origin: Known, owner: Framework | Cluster | Competence | Indicator
    ) -> Iterator[Json]:
        for name, value in links_in(owner.extra):
            target = value["destinationNodeURI"]
            known = self._known.get(target["identifier"])
            yield {
                **value,
                "uri": f"urn:uuid:{value['identifier']}",
                "originNodeURI": origin.link(),
                "destinationNodeURI": known.link() if known else target,
                "extensions": {OURS: {"other": name}},
            }

    def _aligned(self, origin: Known, owner: str, alignments: Alignments) -> Iterator[Json]:
        for one in alignments:
            yield self._alignment(origin, owner, one)

    def _alignment(self, origin: Known, owner: str, one: Alignment) -> Json:
        found = UUID_AT_END.search(one.target)
        uuid = found.group() if found else self._everybody.derived("target", one.target)
        target = Known(uuid, one.target, plain(one.label) or one.target)
        named = ("alignment", owner, one.scheme, one.match, one.target)
        data = self._link(MATCHES_OUT[one.match], origin, target, *named)
        language = next(iter(one.label)) if isinstance(one.label, dict) else None
        ours = {"scheme": one.scheme, "match": one.match, "score": one.score, "language": language}
        kept = {key: value for key, value in ours.items() if value is not None}
        return {**data, "extensions": {OURS: kept}}

    def _child(self, child: Known, parent: Known) -> Json:
        self._children[parent.uuid] += 1
        data = self._link("isChildOf", child, parent, "isChildOf", child.uuid)
        return {**data, "sequenceNumber": self._children[parent.uuid]}

    def _node(self, identifier: str | None) -> Known:
        everybody = self._everybody
        return everybody.document if identifier is None else everybody.items[identifier]

    def _link(self, kind: str, origin: Known, target: Known, *named: str) -> Json:
        uuid = self._everybody.derived(*named)
        return {
            "identifier": uuid,
            "uri": f"urn:uuid:{uuid}",
            "associationType": kind,
            "originNodeURI": origin.link(),
            "destinationNodeURI": target.link(),
        }
