"""The rows of outcomes for Canvas: a group for the framework and each cluster, an outcome each competence."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from competenties.findings import RefusedError
from competenties.formats.anchors import Writer
from competenties.formats.canvas_codes import GROUP_ENDING, Codes
from competenties.formats.canvas_columns import (
    GROUP,
    MOST_DESCRIPTION,
    NAMES,
    OUTCOME,
    Row,
)
from competenties.formats.canvas_titles import Titles, plain_line
from competenties.messages import Phrase
from competenties.model.competence import Competence
from competenties.model.framework import Cluster, Framework
from competenties.model.indicator import Indicator
from competenties.model.scale import ProficiencyScale
from competenties.model.text import Text

_LEVEL = Phrase(nl="Niveau {number}", en="Level {number}")
_NOT_SHOWN = Phrase(nl="Nog niet aangetoond", en="Not yet shown")
_SHOWN = Phrase(nl="Aangetoond", en="Shown")
_TOO_MUCH = Phrase(
    nl='"{name}" heeft meer tekst dan in een omschrijving van Canvas past (65.535 tekens). Kort teksten '
    "in, of kies --levels branch: dan krijgt elk gedrag een eigen regel.",
    en='"{name}" has more text than fits into a description of Canvas (65,535 characters). Shorten '
    "texts, or choose --levels branch: then each behaviour has a row of its own.",
)


def rows_of(framework: Framework, levels: Literal["anchors", "branch"]) -> list[Row]:
    """Return the header and a row for each item. Raises RefusedError for a text that fits nowhere."""
    return _Writing(framework, is_branch=levels == "branch").rows()


class _Writing:
    def __init__(self, framework: Framework, *, is_branch: bool) -> None:
        self._framework = framework
        self._is_branch = is_branch
        self._writer = Writer(framework.language)
        self._titles = Titles()
        self._codes = Codes(framework.id, framework.identifiers)
        self._clusters: dict[str, str] = {}
        self._rows: list[Row] = []

    def rows(self) -> list[Row]:
        """Return all rows, each as wide as the widest."""
        self._add_root()
        for cluster in _parents_first(self._framework.clusters):
            guid = self._codes.give(cluster.id, cluster.identifiers)
            self._clusters.setdefault(cluster.id, guid)
            parent = self._clusters.get(cluster.parent or "", self._codes.root)
            parent = self._codes.root if parent == guid else parent
            title, full = self._title(cluster.name, parent)
            make = partial(Writer.prose, text=cluster.description, full_name=full)
            self._add_group(guid, title, self._description(title, make), parent)
        scales = {one.id: one for one in reversed(self._framework.proficiency_scales)}
        first = next(iter(self._framework.proficiency_scales), None)
        for competence in self._framework.competences:
            scale = first if competence.scale is None else scales.get(competence.scale)
            self._add_competence(competence, scale)
        widest = max(map(len, self._rows))
        header = [*NAMES, *[""] * (widest - len(NAMES))]
        return [header, *([*row, *[""] * (widest - len(row))] for row in self._rows)]

    def _add_root(self) -> None:
        title, full = self._title(self._framework.name, "")
        make = partial(Writer.framework, framework=self._framework, full_name=full)
        self._add_group(self._codes.root, title, self._description(title, make), "")

    def _add_competence(self, competence: Competence, scale: ProficiencyScale | None) -> None:
        guid = self._codes.give(competence.id, competence.identifiers)
        parent = self._clusters.get(competence.cluster or "", self._codes.root)
        has_behaviour = any(not one.is_contra for one in competence.all_indicators())
        if self._is_branch and has_behaviour:
            group = self._codes.free(f"{guid}{GROUP_ENDING}")
            self._add_group(group, self._title(competence.name, parent)[0], "", parent)
            parent = group
        title, full = self._title(competence.name, parent)
        make = partial(
            Writer.competence,
            competence=competence,
            scale=scale,
            full_name=full,
            behaviour=not self._is_branch,
        )
        text = self._description(title, make)
        ratings = self._ratings(competence, scale)
        mastery = self._mastery(competence, [int(one) for one in ratings[::2]])
        self._add_outcome(guid, title, text, parent, mastery, ratings)
        if self._is_branch:
            for level in competence.levels:
                self._add_indicators(level.indicators, f".n{level.level}", parent, mastery, ratings)
            self._add_indicators(competence.indicators, ".i", parent, mastery, ratings)

    def _add_indicators(
        self,
        indicators: Sequence[Indicator],
        ending: str,
        parent: str,
        mastery: str,
        ratings: list[str],
    ) -> None:
        for one in indicators:
            if not one.is_contra:
                guid = self._codes.give(one.id, one.identifiers, ending)
                title, full = self._title(one.text, parent)
                make = partial(Writer.indicator, indicator=one, full_name=full)
                text = self._description(title, make)
                self._add_outcome(guid, title, text, parent, mastery, ratings)

    def _add_group(self, guid: str, title: str, description: str, parent: str) -> None:
        row = [guid, GROUP, title, description, "", "", "", "active", parent]
        self._rows.append(row)

    def _add_outcome(
        self, guid: str, title: str, text: str, parent: str, mastery: str, ratings: list[str]
    ) -> None:
        row = [guid, OUTCOME, title, text, "highest", "", mastery, "active", parent]
        self._rows.append([*row, *ratings])

    def _ratings(self, competence: Competence, scale: ProficiencyScale | None) -> list[str]:
        """Return points and name of each level, the highest first."""
        words = self._writer.words
        if scale and scale.levels:
            levels = {one.number: self._writer.text(one.name) for one in scale.levels}
        else:
            levels = {one.level: _LEVEL.say(words, number=one.level) for one in competence.levels}
        levels = levels or {0: _NOT_SHOWN.say(words), 1: _SHOWN.say(words)}
        ratings = []
        for number in sorted(levels, reverse=True):
            ratings += [str(number), plain_line(levels[number], str(number))]
        return ratings

    def _mastery(self, competence: Competence, points: list[int]) -> str:
        """Return from which level on it is enough: the minimum level, else the upper half."""
        if competence.minimum_level:
            return str(competence.minimum_level.level)
        return str(sorted(points)[len(points) // 2])

    def _description(self, title: str, make: Callable[[Writer], str]) -> str:
        """Return a description that Canvas has room for; it counts a hard blank as six characters."""
        text = self._writer.fitting(
            lambda writer: make(writer).replace("\xa0", "&nbsp;"), MOST_DESCRIPTION
        )
        if len(text) > MOST_DESCRIPTION:
            raise RefusedError(_TOO_MUCH, name=title)
        return text

    def _title(self, text: Text, parent: str) -> tuple[str, str]:
        """Return the title of an item, and the whole text where that says more."""
        whole = self._writer.text(text)
        title = self._titles.give(parent, whole)
        return title, whole if whole != title else ""


def _parents_first(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return the clusters so that each comes after the one it stands in, else in their order."""
    below: dict[str | None, list[Cluster]] = {}
    ids = {one.id for one in clusters}
    for cluster in clusters:
        parent = cluster.parent if cluster.parent in ids else None
        below.setdefault(parent, []).append(cluster)
    found: list[Cluster] = []
    waiting = below.pop(None, [])[::-1]
    while waiting or below:
        if not waiting:  # only rounds are left: begin each somewhere
            waiting = below.pop(next(iter(below)))[::-1]
        cluster = waiting.pop()
        found.append(cluster)
        waiting.extend(below.pop(cluster.id, [])[::-1])
    return found
