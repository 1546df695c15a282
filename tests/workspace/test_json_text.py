"""Strict reading of JSON, and line numbers that are right."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from competenties.findings import Path
from competenties.workspace.json_text import MOST_DEPTH, canonical_json, parse
from competenties.workspace.lines import duplicate_keys, line_at, locate
from strategies import JSON


def every_path(data: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    found: list[tuple[Path, Any]] = [(path, data)]
    if isinstance(data, dict):
        found += [one for key, value in data.items() for one in every_path(value, (*path, key))]
    elif isinstance(data, list):
        found += [one for n, value in enumerate(data) for one in every_path(value, (*path, n))]
    return found


def broken_up(data: Any) -> str:
    """Return JSON with every key and element on a line of its own."""
    if isinstance(data, dict) and data:
        parts = [f"\n{json.dumps(key)}:{broken_up(value)}" for key, value in data.items()]
        return "{" + ",".join(parts) + "}"
    if isinstance(data, list) and data:
        return "[" + ",".join(f"\n{broken_up(value)}" for value in data) + "]"
    return json.dumps(data)


@given(JSON)
def test_what_is_written_is_read_back(data: Any) -> None:
    read, _, findings = parse(canonical_json(data).encode())
    assert findings == []
    assert read == data


@given(st.dictionaries(st.text(max_size=5), JSON, min_size=1, max_size=4))
def test_every_value_is_found_on_its_line(data: dict[str, Any]) -> None:
    text = broken_up(data)
    paths = [path for path, _ in every_path(data)]
    lines = locate(text, paths)
    # Every key and element begins a line, so that they come in the order of the paths.
    assert [lines[path] for path in paths] == list(range(1, len(paths) + 1))


def test_a_path_that_is_not_there_gets_the_line_of_what_is() -> None:
    text = '{\n"a": {\n"b": 1\n}\n}'
    assert locate(text, [("a", "c"), ("z",), ("a", "b", 4)]) == {
        ("a", "c"): 2,
        ("z",): 1,
        ("a", "b", 4): 3,
    }


def test_a_duplicate_key_is_found_however_it_is_written() -> None:
    text = '{"a": 1,\n "b": {"a": 2},\n "\\u0061": 3}'
    assert [(key, line_at(text, at)) for key, at in duplicate_keys(text)] == [("a", 3)]
    data, _, findings = parse(text.encode())
    assert data is None
    assert [(one.rule.name, one.place.line) for one in findings] == [("duplicate-key", 3)]


@pytest.mark.parametrize(
    ("raw", "rule", "line"),
    [
        (b"\xff\xfe{", "not-utf-8", 1),
        (b'{\n"a": "\xe9"}', "not-utf-8", 2),
        (b'{\n"a": 1,\n}', "not-json", 2),
        (b"", "not-json", 1),
        (b'{"a": NaN}', "not-a-number", 1),
        (b'{\n"a": "NaN",\n"b": -Infinity}', "not-a-number", 3),
        (b'{"a": 1e999}', "not-a-number", 1),
        (b'{"a":\n' + b"1" * 5000 + b"}", "not-a-number", 2),
        (b'{\n"a": "\\ud83d"}', "broken-character", 2),
        (b"[" * 100_000, "too-deep", 1),
        (b"[" * (MOST_DEPTH + 2) + b"]" * (MOST_DEPTH + 2), "too-deep", 1),
    ],
)
def test_what_json_allows_and_we_refuse(raw: bytes, rule: str, line: int) -> None:
    data, _, findings = parse(raw)
    assert data is None
    assert [(one.rule.name, one.place.line) for one in findings][:1] == [(rule, line)]


def test_a_whole_emoji_written_as_an_escape_is_fine() -> None:
    data, _, findings = parse(b'{"a": "\\ud83d\\ude00"}')
    assert findings == []
    assert data == {"a": "😀"}


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert parse(b"\xef\xbb\xbf{}") == ({}, "{}", [])
