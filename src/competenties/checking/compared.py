"""The indicators of a framework laid beside each other: made once, read by several rules."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from competenties.checking.gist import Gist, gist_of, plain
from competenties.checking.likeness import Kind, Pair, alike_pairs, equal_pairs
from competenties.messages import LANGUAGES, Language
from competenties.model.competence import Competence, Level
from competenties.model.framework import Framework
from competenties.model.indicator import Indicator
from competenties.model.text import Text


class Entry(NamedTuple):
    """An indicator where it stands; `level` is None for one that belongs to no level."""

    indicator: Indicator
    competence: Competence
    level: Level | None


class Alike(NamedTuple):
    """Two indicators that are alike."""

    first: Entry
    second: Entry
    kind: Kind

    @property
    def is_in_one_competence(self) -> bool:
        """Tell whether both stand in one competence."""
        return self.first.competence is self.second.competence

    @property
    def competences(self) -> tuple[str, str]:
        """The ids of the competences in which they stand."""
        return self.first.competence.id, self.second.competence.id

    @property
    def is_in_one_level(self) -> bool:
        """Tell whether both stand at one level of one competence."""
        return self.is_in_one_competence and self.first.level is self.second.level


class Overlap(NamedTuple):
    """Two competences that are largely the same: their pairs, and the size of the smaller one."""

    pairs: list[Alike]
    total: int


_OVERLAP = 0.4
_LEAST_PAIRS = 2

_WEIGHT: Mapping[Kind, int] = {"equal": 0, "often": 1, "near": 2}


@dataclass(frozen=True)
class Compared:
    """A framework with what its indicators say; retired items are left out."""

    framework: Framework

    @cached_property
    def entries(self) -> list[Entry]:
        """Every indicator in the order of the file."""
        return [
            entry
            for competence in self.framework.competences
            if competence.status != "retired"
            for entry in _entries(competence)
            if entry.indicator.status != "retired"
        ]

    @cached_property
    def gists(self) -> Mapping[Language, Mapping[int, Gist]]:
        """What every indicator says, per language in which it is written."""
        return {
            language: {
                position: gist_of(text, language) for position, text in self._texts(language)
            }
            for language in LANGUAGES
        }

    @cached_property
    def by_id(self) -> Mapping[tuple[Language, str], Gist]:
        """What every indicator says, by language and id of the indicator."""
        return {
            (language, self.entries[position].indicator.id): gist
            for language, gists in self.gists.items()
            for position, gist in gists.items()
        }

    @cached_property
    def alike(self) -> list[Alike]:
        """Every two indicators that are alike in one of their languages; each pair once."""
        heaviest: dict[tuple[int, int], Kind] = {}
        for pair in self._pairs():
            key = (pair.first, pair.second)
            known = heaviest.get(key)
            if known is None or _WEIGHT[pair.kind] < _WEIGHT[known]:
                heaviest[key] = pair.kind
        found = sorted(heaviest.items(), key=lambda one: (one[0][1], one[0][0]))
        return [
            Alike(self.entries[first], self.entries[second], kind)
            for (first, second), kind in found
        ]

    @cached_property
    def overlaps(self) -> Mapping[tuple[str, str], Overlap]:
        """Every two competences of which at least 40 per cent of the smaller one is in both."""
        found: dict[tuple[str, str], list[Alike]] = defaultdict(list)
        for one in self.alike:
            if not one.is_in_one_competence:
                found[one.competences].append(one)
        sizes = Counter(entry.competence.id for entry in self.entries)
        overlaps = {}
        for both, alike in found.items():
            pairs, total = _one_to_one(alike), min(sizes[one] for one in both)
            if len(pairs) >= max(_LEAST_PAIRS, _OVERLAP * total):
                overlaps[both] = Overlap(pairs, total)
        return overlaps

    def overlap_of(self, alike: Alike) -> bool:
        """Tell whether a pair belongs to two competences that overlap as a whole."""
        return not alike.is_in_one_competence and alike.competences in self.overlaps

    def _pairs(self) -> Iterator[Pair]:
        """Yield the pairs per language, positive indicators and contra-indicators apart."""
        owners = [entry.competence.id for entry in self.entries]
        tags = {tag for entry in self.entries for tag in _languages(entry.indicator.text)}
        for is_contra in (False, True):
            of_kind = [entry.indicator.is_contra == is_contra for entry in self.entries]
            for tag in sorted(tags | {self.framework.language}):
                texts = ((at, text) for at, text in self._texts(tag) if of_kind[at])
                yield from equal_pairs({at: key for at, text in texts if (key := plain(text))})
            for language, gists in self.gists.items():
                own = {at: gist for at, gist in gists.items() if of_kind[at]}
                yield from alike_pairs(own, language, owners)

    def _texts(self, tag: str) -> Iterator[tuple[int, str]]:
        for position, entry in enumerate(self.entries):
            text = written(entry.indicator.text, tag, self.framework.language)
            if text:
                yield position, text


def _one_to_one(alike: Sequence[Alike]) -> list[Alike]:
    """Return pairs in which every indicator, and every text, stands once."""
    used: set[str] = set()
    kept = []
    for one in alike:
        indicators = (one.first.indicator, one.second.indicator)
        both = {key for it in indicators for key in (it.id, f"text {plain(_any(it.text))}")}
        if not both & used:
            used |= both
            kept.append(one)
    return kept


def _any(text: Text) -> str:
    return text if isinstance(text, str) else next(iter(text.values()))


def written(text: Text | None, tag: str, own: str) -> str:
    """Return a text where it is written in a language (nl-BE counts as nl), else nothing."""
    if isinstance(text, str):
        return text if _is_in(own, tag) else ""
    return next((one for found, one in (text or {}).items() if _is_in(found, tag)), "")


def _is_in(tag: str, language: str) -> bool:
    return tag == language or tag.partition("-")[0] == language


def _languages(text: Text) -> list[str]:
    return [] if isinstance(text, str) else list(text)


def _entries(competence: Competence) -> Iterator[Entry]:
    for level in competence.levels:
        if level.status != "retired":
            for indicator in level.indicators:
                yield Entry(indicator, competence, level)
    for indicator in competence.indicators:
        yield Entry(indicator, competence, None)
