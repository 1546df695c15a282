"""Names for fields and kinds of values, as a reader knows them."""

from collections.abc import Mapping
from typing import Any

from competenties.findings import Path
from competenties.messages import Phrase

_Schema = Mapping[str, Any]

_TYPES = {
    "string": Phrase(nl="tekst tussen aanhalingstekens", en="text between quotes"),
    "integer": Phrase(
        nl="een heel getal zonder aanhalingstekens", en="a whole number without quotes"
    ),
    "number": Phrase(nl="een getal zonder aanhalingstekens", en="a number without quotes"),
    "boolean": Phrase(
        nl="true (ja) of false (nee) zonder aanhalingstekens",
        en="true (yes) or false (no) without quotes",
    ),
    "array": Phrase(nl="een lijst tussen [ en ]", en="a list between [ and ]"),
    "object": Phrase(nl="een blok tussen { en }", en="a block between { and }"),
    "null": Phrase(nl="niets (null)", en="nothing (null)"),
}
_TEXT = Phrase(
    nl="tekst tussen aanhalingstekens, of een tekst per taal",
    en="text between quotes, or a text per language",
)
_OTHER = Phrase(nl="iets anders", en="something else")
_YES = Phrase(nl="true (ja)", en="true (yes)")
_NO = Phrase(nl="false (nee)", en="false (no)")
NAMES = ("name", "text", "term")
_SHOWN = 30


def label(schema: _Schema, path: Path) -> Phrase:
    """Return what a reader calls the field at a path: the schema's title, with a position.

    A field that the schema does not know is called by its key.
    """
    node: _Schema = schema
    shown = Phrase(nl=str(schema.get("x-title-nl", "")), en=str(schema.get("title", "")))
    for step in path:
        node = _resolved(schema, node)
        if isinstance(step, int):
            node = node.get("items", {})
            shown = Phrase(
                nl=f"{shown.nl}, nr. {step + 1} in de lijst",
                en=f"{shown.en}, no. {step + 1} in the list",
            )
            continue
        node = node.get("properties", {}).get(step, {})
        titled = node if "x-title-nl" in node else _resolved(schema, node)
        if "x-title-nl" not in titled:
            shown = Phrase(nl=f"{shown.nl} ({step})", en=f"{shown.en} ({step})")
        else:
            shown = Phrase(nl=titled["x-title-nl"], en=titled["title"])
    return shown


def type_phrase(kind: Any, schema: _Schema) -> Phrase:
    """Return what belongs somewhere: "a whole number"; for a union all that may stand there."""
    kinds = [kind] if isinstance(kind, str) else list(kind or ())
    if not kinds:
        branches = schema.get("anyOf") or schema.get("oneOf") or []
        kinds = [one.get("type") for one in branches if isinstance(one, dict)]
        if kinds == ["string", "object"]:
            return _TEXT
    phrases = [_TYPES[one] for one in kinds if one in _TYPES] or [_OTHER]
    return Phrase(
        nl=" of ".join(phrase.nl for phrase in phrases),
        en=" or ".join(phrase.en for phrase in phrases),
    )


def found_phrase(value: Any) -> Phrase:
    """Return what stands somewhere: 'text ("3")' or "a list"."""
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, (int, float)):
        return Phrase(nl=f"een getal ({value})", en=f"a number ({value})")
    if isinstance(value, str):
        shown = value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"
        return Phrase(nl=f'tekst ("{shown}")', en=f'text ("{shown}")')
    if value is None:
        return _TYPES["null"]
    return (
        Phrase(nl="een lijst", en="a list")
        if isinstance(value, list)
        else Phrase(nl="een blok", en="a block")
    )


def _resolved(schema: _Schema, node: _Schema) -> _Schema:
    reference = node.get("$ref")
    if not isinstance(reference, str):
        return node
    name = reference.rpartition("/")[2]
    found: _Schema = schema.get("$defs", {}).get(name, {})
    return found
