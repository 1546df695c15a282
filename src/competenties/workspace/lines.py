"""Line numbers: where in a JSON text a value stands. Only used when there is something to say."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from competenties.findings import Path

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]', re.DOTALL)
_SPACE = re.compile(r"\s*")


def locate(text: str, wanted: Iterable[Path]) -> dict[Path, int]:
    """Return the line, from 1, of every wanted path in a JSON text that is known to be valid.

    A path that is not there gets the line of the deepest part of it that is.
    """
    paths = set(wanted)
    offsets = _offsets(text, _tree(paths))
    starts = [match.end() for match in re.finditer("\n", text)]
    return {path: bisect_right(starts, _deepest(offsets, path)) + 1 for path in paths}


def line_at(text: str, offset: int) -> int:
    """Return the line, from 1, of a position in a text."""
    return text.count("\n", 0, offset) + 1


def duplicate_keys(text: str) -> Iterator[tuple[str, int]]:
    """Yield every key that stands twice in one object, with its position in the text."""
    seen: list[set[str] | None] = []
    expects_key = False
    for match in _TOKEN.finditer(text):
        sign = match.group()
        if sign[0] == '"':
            keys = seen[-1] if seen else None
            if expects_key and keys is not None:
                key = _key(sign)
                if key in keys:
                    yield key, match.start()
                keys.add(key)
            expects_key = False
        elif sign in "{[":
            seen.append(set() if sign == "{" else None)
            expects_key = sign == "{"
        elif sign in "}]":
            seen.pop()
            expects_key = False
        elif sign == ",":
            expects_key = bool(seen) and seen[-1] is not None


_Tree = dict[str | int, Any]
"""Wanted paths as a tree, so that the scan leaves out what nobody asked for."""


def _tree(paths: Iterable[Path]) -> _Tree:
    root: _Tree = {}
    for path in paths:
        node = root
        for step in path:
            node = node.setdefault(step, {})
    return root


def _deepest(offsets: _Tree, path: Path) -> int:
    node = offsets
    offset = 0
    for step in path:
        if step not in node:
            break
        offset, node = node[step]
    return offset


def _offsets(text: str, wanted: _Tree) -> _Tree:  # noqa: C901  (one hot loop over the signs)
    """Return `{step: (position, {step: …})}` for the wanted part of a JSON text.

    One pass over the tokens. Each open object or list is a frame: the wanted steps in it, what
    was found, and for a list the position of the next element (None for an object).
    """
    found: _Tree = {}
    frames: list[tuple[_Tree | None, _Tree]] = []
    wanted_here: _Tree | None = wanted
    found_here: _Tree = found
    index: int | None = None
    indexes: list[int | None] = []
    key: str = ""
    expects_key = False
    for match in _TOKEN.finditer(text):
        sign = match.group()
        first = sign[0]
        if first == '"':
            if expects_key:
                key = _key(sign) if wanted_here else ""
                if wanted_here and key in wanted_here:
                    found_here[key] = (match.start(), {})
                expects_key = False
        elif first in "{[":
            frames.append((wanted_here, found_here))
            indexes.append(index)
            if len(frames) > 1:
                step: str | int = key if index is None else index
                inside = wanted_here.get(step) if wanted_here else None
                found_here = found_here[step][1] if inside else {}
                wanted_here = inside
            index = None if first == "{" else 0
            expects_key = first == "{"
            if index == 0 and wanted_here and 0 in wanted_here:
                found_here[0] = (_after(text, match), {})
        elif first in "}]":
            wanted_here, found_here = frames.pop()
            index = indexes.pop()
            expects_key = False
        elif first == ",":
            if index is None:
                expects_key = True
            else:
                index += 1
                if wanted_here and index in wanted_here:
                    found_here[index] = (_after(text, match), {})
    return found


def _key(sign: str) -> str:
    return str(json.loads(sign, strict=False)) if "\\" in sign else sign[1:-1]


def _after(text: str, match: re.Match[str]) -> int:
    space = _SPACE.match(text, match.end())
    return space.end() if space else match.end()
