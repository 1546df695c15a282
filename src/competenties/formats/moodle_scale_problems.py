"""Checks the scales in a file for Moodle: which levels there are, and which count as proficient."""

from collections.abc import Iterator, Sequence
from typing import Any

from competenties.formats import moodle_wrong as wrong
from competenties.formats.moodle_columns import CONFIGURATION, VALUES
from competenties.messages import Phrase
from competenties.workspace.json_text import parse


def scale_problems(
    rows: Sequence[Sequence[str]], framework: int
) -> Iterator[tuple[int, int, Phrase]]:
    """Yield what is wrong with scales: row from 1, column from 0, and why."""
    for number, row in enumerate(rows[1:], 2):
        values, configuration = row[VALUES], row[CONFIGURATION]
        if number == framework + 1 and not (values and configuration):
            yield number, VALUES, wrong.NO_SCALE
        elif bool(values) != bool(configuration):
            yield number, CONFIGURATION, wrong.HALF_A_SCALE
        elif values:
            names = values.split(",")
            if any(not name or name != name.strip() for name in names):
                yield number, VALUES, wrong.BAD_VALUES
            if reason := _reason(configuration, len(names)):
                yield number, CONFIGURATION, reason


def _reason(configuration: str, levels: int) -> Phrase | None:
    data, _, _ = parse(configuration.encode("utf-8", "replace"))
    if not isinstance(data, list) or not all(isinstance(one, dict) for one in data):
        return wrong.NOT_CONFIGURED
    given: list[Any] = [one.get("id") for one in data[1:]]
    if not data or "scaleid" not in data[0] or not all(type(one) is int for one in given):
        return wrong.NOT_CONFIGURED
    if not all(1 <= one <= levels for one in given):
        return wrong.NO_SUCH_LEVEL
    chosen = [any(one.get(key) == 1 for one in data[1:]) for key in ("scaledefault", "proficient")]
    return None if all(chosen) else wrong.NO_DEFAULT
