"""The rows of a competency framework for Moodle: framework, clusters, competences, indicators."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from competenties.formats.anchors import MOST_LISTED, Writer
from competenties.formats.moodle_codes import Codes, NodeKind
from competenties.formats.moodle_columns import (
    CONFIGURATION,
    HEADER,
    HTML,
    ID,
    IS_FRAMEWORK,
    MOST_TAXONOMY,
    OUTCOME,
    PARENT,
    RELATED,
    RULE_CONFIGURATION,
    TAXONOMY,
    VALUES,
    Row,
)
from competenties.formats.moodle_rules import put_rules
from competenties.formats.moodle_texts import (
    ScaleNames,
    ShortNames,
    scale_configuration,
    scale_values,
)
from competenties.messages import Phrase
from competenties.model.competence import Competence
from competenties.model.framework import Framework
from competenties.model.indicator import Indicator
from competenties.model.scale import ProficiencyScale
from competenties.model.text import Text

_TERMS: dict[NodeKind, str] = {
    "cluster": "domain",
    "competence": "competency",
    "indicator": "behaviour",
    "scale": "proficiency",
    "level": "level",
}
_MOST_DESCRIPTION = 120_000  # characters; our own reader takes 131,072 in a cell
_LEVEL = Phrase(nl="Niveau {number}", en="Level {number}")
_NO_LEVELS = (
    Phrase(nl="Nog niet aangetoond", en="Not yet shown"),
    Phrase(nl="Aangetoond", en="Shown"),
)


def rows_of(framework: Framework, levels: Literal["anchors", "branch"]) -> list[Row]:
    """Return the header and a row for each item; behaviour that does not fit is in descriptions."""
    return _Writing(framework, is_branch=levels == "branch").rows


class _Writing:
    def __init__(self, framework: Framework, *, is_branch: bool) -> None:
        self._framework = framework
        self._is_branch = is_branch
        self._writer = Writer(framework.language)
        self._codes = Codes()
        self._short = ShortNames()
        self._kinds: dict[str, NodeKind] = {}
        self._code_of: dict[str, str] = {}  # of every item, by its id
        self._levels: dict[tuple[str, int], str] = {}  # codes of rows of their own
        root = self._framework_row()
        self.rows: list[Row] = [list(HEADER), root]
        if is_branch:
            self._name_levels()
        self._clusters = self._add_clusters()
        self._add_competences()
        if is_branch:
            self._add_branch()
        root[TAXONOMY] = self._taxonomy()
        extras = {one.id: one.extra for one in framework.clusters}
        extras |= {one.id: one.extra for one in framework.competences}
        put_rules(self.rows, extras, self._code_of)

    def _framework_row(self) -> Row:
        framework = self._framework
        code = self._codes.give(framework.id, identifiers=framework.identifiers)
        name, full = self._name(framework.name, framework.id, code)
        text = self._fitting(lambda writer: writer.framework(framework, full))
        row = ["", code, name, text, HTML, *[""] * 9]
        first = next((one for one in framework.proficiency_scales if one.levels), None)
        scale = self._names(first, framework.competences)
        row[VALUES], row[CONFIGURATION] = scale_values(scale), scale_configuration(scale.numbers)
        row[IS_FRAMEWORK] = "1"
        return row

    def _add_clusters(self) -> dict[str, str]:
        """Add the clusters; one that stands under itself comes at the top. Return codes by id."""
        clusters = self._framework.clusters
        codes = [
            self._codes.give(one.id, "cluster", identifiers=one.identifiers) for one in clusters
        ]
        by_id = {one.id: code for one, code in zip(clusters, codes, strict=True)}
        rounds = _rounds({one.id: one.parent for one in clusters})
        for cluster, code in zip(clusters, codes, strict=True):
            parent = "" if cluster.id in rounds else by_id.get(cluster.parent or "", "")
            name, full = self._name(cluster.name, cluster.id, parent)
            self._add(parent, code, "cluster", name, self._prose(cluster.description, full))
        self._code_of.update(by_id)
        return by_id

    def _add_competences(self) -> None:
        competences = self._framework.competences
        codes = [self._codes.give(one.id, identifiers=one.identifiers) for one in competences]
        by_id = {one.id: code for one, code in zip(competences, codes, strict=True)}
        self._code_of.update(by_id)
        scales = {one.id: one for one in reversed(self._framework.proficiency_scales)}
        first = next(iter(self._framework.proficiency_scales), None)
        for competence, code in zip(competences, codes, strict=True):
            scale = first if competence.scale is None else scales.get(competence.scale)
            self._add_competence(competence, code, scale, by_id)

    def _add_competence(
        self,
        competence: Competence,
        code: str,
        scale: ProficiencyScale | None,
        by_id: dict[str, str],
    ) -> None:
        parent = self._clusters.get(competence.cluster or "", "")
        name, full = self._name(competence.name, competence.id, parent)
        text = self._description(competence, scale, full)
        row = self._add(parent, code, "competence", name, text)
        minimum = competence.minimum_level
        if competence.scale is not None or minimum:
            names = self._names(scale, [competence])
            row[VALUES] = scale_values(names)
            lowest = minimum.level if minimum else None
            row[CONFIGURATION] = scale_configuration(names.numbers, lowest)
        related = [one.competence for one in competence.relations if one.kind == "related"]
        codes = dict.fromkeys(by_id[one] for one in related if one in by_id)
        row[RELATED] = ",".join(one for one in codes if one != code)
        for level in competence.levels:
            self._add_indicators(level.indicators, code, level.level, scale)
        self._add_indicators(competence.indicators, code, None, scale)

    def _description(
        self, competence: Competence, scale: ProficiencyScale | None, full: str
    ) -> str:
        """Return the text of a competence; a very long list of behaviour is in its rows alone."""
        listed = self._writer.competence(
            competence, scale, full_name=full, behaviour=not self._is_branch
        )
        if len(listed) <= MOST_LISTED:
            return listed
        return self._fitting(
            lambda writer: writer.competence(competence, scale, full_name=full, behaviour=False)
        )

    def _prose(self, text: Text | None, full: str) -> str:
        return self._fitting(lambda writer: writer.prose(text, full))

    def _fitting(self, make: Callable[[Writer], str]) -> str:
        return self._writer.fitting(make, _MOST_DESCRIPTION)

    def _add_indicators(
        self,
        indicators: tuple[Indicator, ...],
        owner: str,
        level: int | None,
        scale: ProficiencyScale | None,
    ) -> None:
        for one in indicators:
            if one.is_contra:
                continue
            code = self._codes.give(one.id, "indicator", level, one.identifiers)
            name, full = self._name(one.text, one.id, owner)
            text = self._fitting(partial(Writer.indicator, indicator=one, full_name=full))
            row = self._add(owner, code, "indicator", name, text)
            self._code_of.setdefault(one.id, code)
            if scale and level is not None:
                row[RELATED] = self._levels.get((scale.id, level), "")

    def _name_levels(self) -> None:
        """Give the levels their codes; behaviour refers to them, which Moodle makes mutual."""
        for scale in self._framework.proficiency_scales:
            for level in scale.levels:
                place = scale.id, level.number
                if place not in self._levels:
                    self._levels[place] = self._codes.give(scale.id, "level", level.number)

    def _add_branch(self) -> None:
        """Add the levels as rows of their own, under the scale that they belong to."""
        left = dict(self._levels)
        for scale in self._framework.proficiency_scales:
            code = self._codes.give(scale.id, "scale")
            name, full = self._name(scale.name, scale.id, "")
            self._add("", code, "scale", name, self._prose(scale.description, full))
            for level in scale.levels:
                own = left.pop((scale.id, level.number), None)
                own = own or self._codes.give(scale.id, "level", level.number)
                name, full = self._name(level.name, str(level.number), code)
                self._add(code, own, "level", name, self._prose(level.description, full))

    def _add(self, parent: str, code: str, kind: NodeKind, name: str, description: str) -> Row:
        row = [parent, code, name, description, HTML, *[""] * 9]
        row[OUTCOME], row[RULE_CONFIGURATION] = "0", "null"  # as Moodle itself writes "no rule"
        self._kinds[code] = kind
        self.rows.append(row)
        return row

    def _name(self, text: Text, otherwise: str, parent: str) -> tuple[str, str]:
        """Return a short name, and the whole text where that says more."""
        whole = self._writer.text(text)
        short = self._short.give(parent, whole, otherwise)
        return short, whole if whole != short else ""

    def _names(
        self, scale: ProficiencyScale | None, competences: Sequence[Competence]
    ) -> ScaleNames:
        """Return the levels of a scale; without one, those that the competences have."""
        if scale and scale.levels:
            names = tuple(self._writer.text(one.name) for one in scale.levels)
            return ScaleNames(tuple(one.number for one in scale.levels), names)
        words = self._writer.words
        used = sorted({level.level for one in competences for level in one.levels})
        if used:
            return ScaleNames(tuple(used), tuple(_LEVEL.say(words, number=one) for one in used))
        return ScaleNames((1, 2), tuple(one.say(words) for one in _NO_LEVELS))

    def _taxonomy(self) -> str:
        """Return what rows at each depth are, for the most of them."""
        depths: dict[str, int] = {"": 0}
        count: dict[int, Counter[str]] = {}
        parents = {row[ID]: row[PARENT] for row in self.rows[2:]}
        for code, kind in self._kinds.items():
            count.setdefault(_depth(code, parents, depths), Counter())[_TERMS[kind]] += 1
        terms = [count[depth].most_common(1)[0][0] for depth in sorted(count)]
        while len(",".join(terms)) > MOST_TAXONOMY:
            terms.pop()
        return ",".join(terms)


def _depth(code: str, parents: dict[str, str], known: dict[str, int]) -> int:
    """Return how deep a row stands; the top is 1. There are no rounds among parents."""
    way, at = [], code
    while at not in known:
        way.append(at)
        at = parents[at]
    known.update({one: depth for depth, one in enumerate(reversed(way), known[at] + 1)})
    return known[code]


def _rounds(parents: dict[str, str | None]) -> set[str]:
    """Return the clusters whose way up comes back to themselves."""
    rounds: set[str] = set()
    safe: set[str] = set()
    for start in parents:
        way: dict[str, int] = {}
        at: str | None = start
        while at is not None and at in parents and at not in safe and at not in way:
            way[at] = len(way)
            at = parents[at]
        if at in way:
            rounds.update(list(way)[way[at] :])
        safe.update(way)
    return rounds
