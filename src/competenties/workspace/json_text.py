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

_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_LONE = re.compile(r"[\ud800-\udfff]")
_COMMA = Phrase(nl="er staat een komma te veel", en="there is a comma too many")
_REASONS = (
    ("Expecting ',' delimiter", Phrase(nl="er mist een komma", en="a comma is missing")),
    (
        "Expecting ':' delimiter",
        Phrase(nl="er mist een dubbele punt", en="a colon is missing"),
    ),
    (
        "Expecting property name",
        Phrase(
            nl="hier hoort een veldnaam tussen dubbele aanhalingstekens",
            en="the name of a field between double quotes belongs here",
        ),
    ),
    ("Illegal trailing comma", _COMMA),
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
            nl="een tekst loopt door op de volgende regel of bevat een stuurteken",
            en="a text runs on to the next line or holds a control character",
        ),
    ),
    (
        "Invalid \\",
        Phrase(
            nl="na een backslash staat een teken dat daar niet kan",
            en="a backslash is followed by a character that cannot stand there",
        ),
    ),
    (
        "Extra data",
        Phrase(nl="na het einde staat nog iets", en="something follows after the end"),
    ),
)
_NO_VALUE = Phrase(nl="hier hoort een waarde", en="a value belongs here")


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
        return None, text, [_syntax(text, error)]
    except RecursionError:
        return None, text, [_at(problems.TOO_DEEP, 1, most=MOST_DEPTH)]
    except ValueError:  # Python reads no whole number of more than 4,300 digits
        return None, text, [_long_number(text)]
    findings = list(_refusals(text, data, reader))
    return (None if findings else data), text, findings


def canonical_json(data: Json) -> str:
    """Return JSON as the files hold it: two spaces, LF, a final newline, non-ASCII as it is."""
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


class _Reader:
    """A JSON decoder that remembers what JSON allows and we refuse."""

    def __init__(self) -> None:
        self.has_duplicates = False
        self.constant = ""
        self.decoder = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_constant=self._constant,
            parse_float=self._float,
        )

    def _object(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found = dict(pairs)
        if len(found) != len(pairs):
            self.has_duplicates = True
        return found

    def _constant(self, name: str) -> None:
        self.constant = name

    def _float(self, digits: str) -> float:
        number = float(digits)
        if math.isinf(number):
            self.constant = digits
        return number


def _syntax(text: str, error: json.JSONDecodeError) -> Finding:
    """Return what is wrong with the form; versions of Python differ about a comma too many."""
    before = text[: error.pos].rstrip()
    if before.endswith(",") and text[error.pos : error.pos + 1] in ("}", "]"):
        offset, reason = len(before) - 1, _COMMA
    else:
        known = (said for start, said in _REASONS if error.msg.startswith(start))
        offset, reason = error.pos, next(known, _NO_VALUE)
    column = offset - text.rfind("\n", 0, offset)
    return _at(problems.NOT_JSON, line_at(text, offset), column=column, reason=reason)


def _refusals(text: str, data: Json, reader: _Reader) -> Iterator[Finding]:
    if reader.has_duplicates:
        for key, offset in duplicate_keys(text):
            yield _at(problems.DUPLICATE_KEY, line_at(text, offset), field=key)
    if reader.constant:
        found = re.search(rf"(?<![\w\"]){re.escape(reader.constant)}(?![\w\"])", text)
        line = line_at(text, found.start()) if found else 1
        yield _at(problems.NOT_A_NUMBER, line, found=reader.constant)
    if _depth_exceeds(data, MOST_DEPTH):
        yield _at(problems.TOO_DEEP, 1, most=MOST_DEPTH)
    elif _SURROGATE_ESCAPE.search(text):
        yield from _lone_surrogates(text)


def _long_number(text: str) -> Finding:
    digits = re.search(r"[0-9]{4300,}", text)
    line = line_at(text, digits.start()) if digits else 1
    return _at(problems.NOT_A_NUMBER, line, found=f"{digits.group()[:9]}…" if digits else "…")


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
