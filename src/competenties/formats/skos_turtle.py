"""Writes SKOS as Turtle and as JSON-LD, sorted, so that a changed framework shows as changed lines."""

import json
import re
from collections.abc import Iterator

from competenties.formats import skos_terms as terms
from competenties.formats.skos_terms import Iri, Literal, Node, Nodes, Value

_PREFIXES = {
    "dct": terms.DCT,
    "owl": terms.OWL,
    "rdf": terms.RDF,
    "skos": terms.SKOS,
    "term": terms.OWN,
    "xsd": terms.XSD,
}
_LOCAL = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?::[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)*"
)
_UNSAFE = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def turtle(nodes: Nodes, framework: str) -> str:
    """Return nodes as Turtle, one property a line."""
    prefixes = {**_PREFIXES, "id": f"{terms.item_address(framework)}:"}
    lines = [f"@prefix {prefix}: <{address}> ." for prefix, address in sorted(prefixes.items())]
    writer = _Names(prefixes)
    for address in sorted(nodes):
        lines.append("")
        lines.extend(_subject(address, nodes[address], writer))
    return "\n".join(lines) + "\n"


def json_ld(nodes: Nodes, framework: str) -> str:
    """Return nodes as JSON-LD with a context of its own: nothing is fetched to read it."""
    prefixes = {**_PREFIXES, "id": f"{terms.item_address(framework)}:"}
    names = _Names(prefixes)
    graph = [_json_node(address, nodes[address], names) for address in sorted(nodes)]
    data = {"@context": dict(sorted(prefixes.items())), "@graph": graph}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


class _Names:
    """Short names of addresses."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self._prefixes = sorted(prefixes.items(), key=lambda one: -len(one[1]))
        self._known: dict[str, str | None] = {}

    def short(self, address: str) -> str | None:
        """Return a name with a prefix, or None where there is none."""
        if address not in self._known:
            self._known[address] = next(self._found(address), None)
        return self._known[address]

    def _found(self, address: str) -> Iterator[str]:
        for prefix, start in self._prefixes:
            if address.startswith(start) and _LOCAL.fullmatch(address[len(start) :]):
                yield f"{prefix}:{address[len(start) :]}"

    def turtle(self, address: str) -> str:
        """Return an address as Turtle has it."""
        return self.short(address) or f"<{address}>"


def _subject(address: str, node: Node, names: _Names) -> Iterator[str]:
    said = [(one, node[one]) for one in sorted(node, key=_order) if node[one]]
    yield names.turtle(address)
    for position, (predicate, values) in enumerate(said):
        verb = "a" if predicate == terms.TYPE else names.turtle(predicate)
        objects = ", ".join(sorted({_object(one, names) for one in values}))
        yield f"  {verb} {objects} {'.' if position == len(said) - 1 else ';'}"


def _order(predicate: str) -> tuple[bool, str]:
    return predicate != terms.TYPE, predicate


def _object(value: Value, names: _Names) -> str:
    if isinstance(value, Iri):
        return names.turtle(value.value)
    text = f'"{_UNSAFE.sub(_escaped, value.text)}"'
    if value.language:
        return f"{text}@{value.language}"
    return f"{text}^^{names.turtle(value.type)}" if value.type else text


def _escaped(match: re.Match[str]) -> str:
    sign = match.group()
    return _NAMED.get(sign) or f"\\u{ord(sign):04X}"


def _json_node(address: str, node: Node, names: _Names) -> dict[str, object]:
    made: dict[str, object] = {"@id": names.short(address) or address}
    for predicate in sorted(node, key=_order):
        values = node[predicate]
        if not values:
            continue
        if predicate == terms.TYPE:
            made["@type"] = _one(sorted(_name(one, names) for one in values))
        else:
            unique = sorted(set(values), key=str)
            made[names.short(predicate) or predicate] = _one(
                [_json_value(one, names) for one in unique]
            )
    return made


def _json_value(value: Value, names: _Names) -> object:
    if isinstance(value, Iri):
        return {"@id": _name(value, names)}
    if value.language:
        return {"@language": value.language, "@value": value.text}
    if value.type:
        return {"@type": names.short(value.type) or value.type, "@value": value.text}
    return value.text


def _name(value: Value, names: _Names) -> str:
    if isinstance(value, Literal):
        return value.text
    return names.short(value.value) or value.value


def _one(values: list[object] | list[str]) -> object:
    return values[0] if len(values) == 1 else values
