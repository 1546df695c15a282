"""JSON as text: strict reading, and the one canonical way of writing."""

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from competenties.findings import Finding, Place, Rule
from competenties.messages import Phrase
from competenties.workspace import problems
from competenties.workspace.lines import duplicate_keys, line_at

Json = Any

MOST_DEPTH = 64
"""Layers of objects and lists; a framework has about ten."""

_MOST_DIGITS = 300
"""Whole numbers beyond this do not fit where the model counts with fractions."""

_SHOWN = 20
_STRING = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_STRING_OR_NUMBER = re.compile(rf"{_STRING}|-?(?:NaN|Infinity|[0-9][0-9.eE+-]*)", re.DOTALL)
_STRING_OR_BRACKET = re.compile(rf"{_STRING}|[{{}}\[\]]", re.DOTALL)
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_LONE = re.compile(r"[\ud800-\udfff]")
_REASONS = (
    (
        "Expecting ',' delimiter",
        Phrase(
            nl="er mist een komma, of er staat een aanhalingsteken midden in een tekst",
            en="a comma is missing, or there is a quote in the middle of a text",
        ),
    ),
    (
        "Expecting ':' delimiter",
        Phrase(nl="er mist een dubbele punt", en="a colon is missing"),
    ),
    (
        "Expecting property name",
        Phrase(
            nl="hier hoort een veldnaam tussen rechte dubbele aanhalingstekens",
            en="the name of a field between straight double quotes belongs here",
        ),
    ),
    (
        "Unterminated string",
        Phrase(
            nl="een tekst heeft geen aanhalingsteken aan het eind",
            en="a text has no quote at its end",
        ),
    ),
    (
        "Invalid control character",
        Phrase(
            nl="een tekst loopt door op de volgende regel, of er staat een tab in",
            en="a text runs on to the next line, or holds a tab",
        ),
    ),
    (
        "Invalid \\",
        Phrase(
            nl="een backslash in een tekst moet dubbel: \\\\",
            en="a backslash in a text has to be doubled: \\\\",
        ),
    ),
    (
        "Extra data",
        Phrase(nl="na het einde staat nog iets", en="something follows after the end"),
    ),
)
_EMPTY = Phrase(nl="het bestand is leeg", en="the file is empty")
_COMMA_TOO_MANY = Phrase(nl="er staat een komma te veel", en="there is a comma too many")
_ENDS_TOO_EARLY = Phrase(nl="het bestand houdt hier te vroeg op", en="the file ends too early here")
_NO_VALUE = Phrase(
    nl="hier hoort een waarde; zet een tekst tussen rechte dubbele aanhalingstekens",
    en="a value belongs here; put a text between straight double quotes",
)


def parse(raw: bytes) -> tuple[Json, str, list[Finding]]:
    """Return what a file says, its text, and what makes it unusable.

    Refused are bytes that are not UTF-8, anything that is not JSON (RFC 8259), duplicate keys,
    NaN and Infinity, lone surrogates, and nesting deeper than `MOST_DEPTH`. With a finding the
    data are None.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, "", [_at(problems.NOT_UTF8, raw[: error.start].count(b"\n") + 1)]
    reader = _Reader()
    try:
        data = reader.decoder.decode(text)
    except json.JSONDecodeError as error:
        return None, text, [_not_json(text, error)]
    except RecursionError:
        return None, text, [_too_deep(text)]
    findings = list(_refusals(text, data, reader))
    return (None if findings else data), text, findings


def canonical_json(data: Json) -> str:
    """Return JSON as the files hold it: two spaces, LF, a final newline, non-ASCII as it is."""
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


class _Reader:
    """A JSON decoder that remembers what JSON allows and we refuse."""

    def __init__(self) -> None:
        self.has_duplicates = False
        self.has_no_number = False
        self.decoder = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_constant=self._constant,
            parse_float=self._float,
            parse_int=self._int,
        )

    def _object(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found = dict(pairs)
        if len(found) != len(pairs):
            self.has_duplicates = True
        return found

    def _constant(self, _: str) -> None:
        self.has_no_number = True

    def _int(self, digits: str) -> int:
        if len(digits) > _MOST_DIGITS:
            self.has_no_number = True
            return 0
        return int(digits)

    def _float(self, digits: str) -> float:
        number = float(digits)
        if math.isinf(number):
            self.has_no_number = True
        return number


def _refusals(text: str, data: Json, reader: _Reader) -> Iterator[Finding]:
    if reader.has_duplicates:
        for key, offset in duplicate_keys(text):
            yield _at(problems.DUPLICATE_KEY, line_at(text, offset), field=key)
    if reader.has_no_number:
        for match in _STRING_OR_NUMBER.finditer(text):
            if _cannot_be_counted(match.group()):
                found = match.group() if len(match.group()) <= _SHOWN else f"{match.group()[:9]}…"
                yield _at(problems.NOT_A_NUMBER, line_at(text, match.start()), found=found)
    if _depth_exceeds(data, MOST_DEPTH):
        yield _too_deep(text)
    elif _SURROGATE_ESCAPE.search(text):
        yield from _lone_surrogates(text)


def _not_json(text: str, error: json.JSONDecodeError) -> Finding:
    """Return where the text stops being JSON, the same in every version of Python."""
    if not text.strip():
        return _at(problems.NOT_JSON, 1, column=1, reason=_EMPTY)
    reason = next((said for start, said in _REASONS if error.msg.startswith(start)), _NO_VALUE)
    offset = error.pos
    before = text[:offset].rstrip()
    if text[offset : offset + 1] in ("}", "]") and before.endswith(","):
        offset, reason = len(before) - 1, _COMMA_TOO_MANY
    elif error.msg.startswith("Illegal trailing comma"):
        reason = _COMMA_TOO_MANY
    elif not text[offset:].strip():
        offset, reason = max(len(before) - 1, 0), _ENDS_TOO_EARLY
    column = offset - text.rfind("\n", 0, offset)
    return _at(problems.NOT_JSON, line_at(text, offset), column=column, reason=reason)


def _cannot_be_counted(sign: str) -> bool:
    if sign.startswith('"'):
        return False
    if sign.lstrip("-") in ("NaN", "Infinity"):
        return True
    return len(sign) > _MOST_DIGITS or math.isinf(float(sign))


def _too_deep(text: str) -> Finding:
    """Return the finding at the first sign that opens a layer too many."""
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(text):
        sign = match.group()
        depth += (sign in "{[") - (sign in "}]") if len(sign) == 1 else 0
        if depth > MOST_DEPTH:
            return _at(problems.TOO_DEEP, line_at(text, match.start()), most=MOST_DEPTH)
    return _at(problems.TOO_DEEP, 1, most=MOST_DEPTH)


def _depth_exceeds(data: Json, most: int) -> bool:
    layer = [data]
    for _ in range(most + 1):
        layer = [
            child
            for node in layer
            if isinstance(node, (dict, list))
            for child in (node.values() if isinstance(node, dict) else node)
            if isinstance(child, (dict, list))
        ]
        if not layer:
            return False
    return True


def _lone_surrogates(text: str) -> Iterator[Finding]:
    for match in re.finditer(r'"[^"\\]*(?:\\.[^"\\]*)*"', text, re.DOTALL):
        string = match.group()
        if "\\u" not in string:
            continue
        lone = _LONE.search(json.loads(string, strict=False))
        if lone:
            code = f"U+{ord(lone.group()):04X}"
            yield _at(problems.BROKEN_CHARACTER, line_at(text, match.start()), found=code)


def _at(rule: Rule, line: int, **values: Any) -> Finding:
    return Finding(rule, Place(line=line), values)
