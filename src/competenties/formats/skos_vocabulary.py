"""A vocabulary as a whole: which scheme is the framework, which are levels, and what stands below what."""

import json
import re
from collections import Counter
from typing import Any

from competenties.formats import skos_terms as terms
from competenties.formats.skos_graph import tag_of
from competenties.formats.skos_terms import DCT, SKOS, Iri, Literal, Node, Nodes
from competenties.model.ids import ID_PATTERN, MOST_ID

Data = dict[str, Any]

_MOST_LEVEL = 99
_LEAST_LEVELS = 2
_LAST = 1_000_000_000
_PIECES = re.compile(r"([0-9]{0,9})([^0-9]*)")
_LISTS = ("aliases", "alignments", "relations", "levels", "identifiers")


class Vocabulary:
    """The concepts of one file, sorted out."""

    def __init__(self, nodes: Nodes, otherwise: str) -> None:
        self.nodes = nodes
        concepts = {one for one, node in nodes.items() if _is(node, terms.CONCEPT)}
        self._schemes = sorted(one for one, node in nodes.items() if _is(node, terms.SCHEME))
        self.main = self._main_scheme(concepts)
        self.own = self._language(otherwise)
        self.scales = sorted(self._scale_schemes(concepts), key=self.place)
        self._levels: dict[str, list[str]] = {one: [] for one in self.scales}
        others = []
        for one in sorted(concepts, key=self.place):
            holder = scheme_of(nodes[one])
            self._levels[holder].append(one) if holder in self._levels else others.append(one)
        self.concepts = [one for one in others if not self._is_elsewhere(one)]
        targets = self._targets()
        self.elsewhere = [one for one in others if self._is_elsewhere(one) and one not in targets]
        self._above = self._parents()
        self._holders = set(self._above.values())

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no framework in it."""
        said = part(self.nodes.get(self.main, {}))
        return not self.concepts and not self.scales and said != "framework"

    @property
    def is_own(self) -> bool:
        """Tell whether this program wrote it."""
        return part(self.nodes.get(self.main, {})) == "framework"

    def levels_of(self, scale: str) -> list[str]:
        """Return the levels of a scale, from low to high."""
        return sorted(self._levels[scale], key=self._level_place)

    def above(self, address: str) -> str | None:
        """Return the concept that another one stands below."""
        return self._above.get(address)

    def part_of(self, address: str) -> str:
        """Return what a concept becomes."""
        said = part(self.nodes[address])
        above = self._above.get(address)
        is_below = above is not None and part(self.nodes[above]) == "competence"
        if said == "indicator" and not is_below:
            return "competence"
        if said in ("cluster", "competence", "indicator"):
            return said
        if is_below:
            return "indicator"
        return "cluster" if address in self._holders else "competence"

    def place(self, address: str) -> tuple[int, bool, list[tuple[int, str]], str]:
        """Return where an item stands among its neighbours: by its number, else its code."""
        node = self.nodes[address]
        number = number_in(node, terms.ORDER)
        code = plain(node, f"{SKOS}notation")
        return _LAST if number is None else number, code is None, _counted(code or ""), address

    def _level_place(self, address: str) -> tuple[int, int]:
        return self.place(address)[0], number_in(self.nodes[address], f"{SKOS}notation") or 0

    def _main_scheme(self, concepts: set[str]) -> str:
        """Return the scheme that says it is the framework, else the one with most concepts."""
        said = next((one for one in self._schemes if part(self.nodes[one]) == "framework"), None)
        if said is not None:
            return said
        counted = Counter(scheme_of(self.nodes[one]) for one in sorted(concepts))
        counted.pop(None, None)
        first = self._schemes[0] if self._schemes else ""
        return next((one for one, _ in counted.most_common() if one), first)

    def _language(self, otherwise: str) -> str:
        node = self.nodes.get(self.main, {})
        said = rest(node).get("language") or plain(node, f"{DCT}language")
        if isinstance(said, str) and (tag := tag_of(said)):
            return tag
        tags = Counter(
            tag_of(value.language)
            for one in self.nodes.values()
            for value in one.get(f"{SKOS}prefLabel", ())
            if isinstance(value, Literal) and value.language
        )
        return next((tag for tag, _ in tags.most_common() if tag), otherwise)

    def _scale_schemes(self, concepts: set[str]) -> set[str]:
        """Return the schemes that are levels: by what they say, or all of them numbered."""
        numbers: dict[str, list[bool]] = {}
        for one in concepts:
            holder = scheme_of(self.nodes[one])
            if holder in self.nodes and holder != self.main:
                number = number_in(self.nodes[one], f"{SKOS}notation")
                is_level = number is not None and number <= _MOST_LEVEL
                numbers.setdefault(holder or "", []).append(is_level)
        said = {one for one in self._schemes if part(self.nodes[one]) == "scale"}
        return said | {
            one for one, seen in numbers.items() if all(seen) and len(seen) >= _LEAST_LEVELS
        }

    def _is_elsewhere(self, address: str) -> bool:
        """Tell whether a concept belongs to another scheme than the framework's."""
        return scheme_of(self.nodes[address]) not in (None, self.main)

    def _parents(self) -> dict[str, str]:
        """Return the concept above each, the first where there are several."""
        known = set(self.concepts)
        above: dict[str, str] = {}
        for one in self.concepts:
            for other in _addresses(self.nodes[one], f"{SKOS}broader"):
                if other in known and other != one:
                    above.setdefault(one, other)
        for one in self.concepts:
            for other in _addresses(self.nodes[one], f"{SKOS}narrower"):
                if other in known and other != one:
                    above.setdefault(other, one)
        return above

    def _targets(self) -> set[str]:
        """Return what concepts are matched with: concepts of public lists."""
        return {
            other
            for node in self.nodes.values()
            for predicate in terms.MATCHES.values()
            for other in _addresses(node, predicate)
        }


def _counted(code: str) -> list[tuple[int, str]]:
    """Return a code so that 2 comes before 10."""
    return [(int(digits or 0), rest_) for digits, rest_ in _PIECES.findall(code)]


def part(node: Node) -> str | None:
    """Return what an item says it is in a framework."""
    return plain(node, terms.PART)


def plain(node: Node, predicate: str) -> str | None:
    """Return the first value of a property as text."""
    values = [one.text for one in node.get(predicate, ()) if isinstance(one, Literal)]
    return min(values, default=None)


def number_in(node: Node, predicate: str) -> int | None:
    """Return the number that a property holds, or None."""
    said = plain(node, predicate) or ""
    return int(said) if re.fullmatch(r"[0-9]{1,9}", said) else None


def scheme_of(node: Node) -> str | None:
    """Return the scheme of a concept, the first where there are several."""
    said = [*_addresses(node, f"{SKOS}inScheme"), *_addresses(node, f"{SKOS}topConceptOf")]
    return min(said, default=None)


def rest(node: Node) -> Data:
    """Return what this program wrote for itself; without what somebody spoiled."""
    try:
        found = json.loads(plain(node, terms.REST) or "{}", parse_constant=str)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {key: value for key, value in found.items() if _is_sound(key, value)}


def _is_sound(key: str, value: Any) -> bool:
    """Tell whether a value can be worked with; what it says is looked at later."""
    if key == "id":
        is_id = isinstance(value, str) and re.fullmatch(ID_PATTERN, value) is not None
        return is_id and len(value) <= MOST_ID
    if key == "aliases":
        return isinstance(value, list) and all(map(_is_text, value))
    if key == "alignments":
        return isinstance(value, list) and all(
            isinstance(one, dict) and {"scheme", "target"} <= set(one) for one in value
        )
    return key not in _LISTS or (
        isinstance(value, list) and all(isinstance(one, dict) for one in value)
    )


def _is_text(value: Any) -> bool:
    texts = value.values() if isinstance(value, dict) else [value]
    return all(isinstance(one, str) for one in texts)


def _is(node: Node, type_: str) -> bool:
    return Iri(type_) in node.get(terms.TYPE, ())


def _addresses(node: Node, predicate: str) -> list[str]:
    return sorted(one.value for one in node.get(predicate, ()) if isinstance(one, Iri))
