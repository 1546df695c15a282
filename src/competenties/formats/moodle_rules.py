"""Rules of Moodle by which a competency is reached: kept with an item, and written as they were read.

A rule is never made by this program. One that came from Moodle stays under `extra` of its cluster or
competence, with the ids of ours instead of Moodle's, and goes back where every item is still there.
"""

import json
from collections.abc import Mapping
from typing import Any

from competenties.formats.moodle_columns import (
    EXPORTED,
    ID,
    OUTCOME,
    PARENT,
    RULE,
    RULE_CONFIGURATION,
    Row,
)
from competenties.workspace.json_text import parse

EXTRA = "moodle"
ALL, POINTS = (r"core_competency\competency_rule_all", r"core_competency\competency_rule_points")
OUTCOMES = ("0", "1", "2", "3")
_COUNTS = ("points", "required")
_MOST_POINTS = 1_000_000


def rule_data(kind: str, outcome: str, configuration: str, ids: Mapping[str, str]) -> Any:
    """Return a rule as it is kept; `ids` are ids of ours by what the file calls them.

    None where it is no rule that Moodle knows.
    """
    if outcome not in OUTCOMES:
        return None
    rule: dict[str, Any] = {"rule": kind, "outcome": int(outcome)}
    if kind == ALL:
        return rule if configuration in ("", "null") else None
    points = _read_points(configuration, ids) if kind == POINTS else None
    return {**rule, **points} if points else None


def put_rules(
    rows: list[Row], extras: Mapping[str, Mapping[str, Any]], codes: Mapping[str, str]
) -> None:
    """Fill in the rules that items brought from Moodle, where all that they name is still there."""
    wanted = {
        codes[item]: kept["rule"]
        for item, extra in extras.items()
        if isinstance(kept := extra.get(EXTRA), Mapping) and isinstance(kept.get("rule"), Mapping)
    }
    if not wanted:
        return
    places = {row[ID]: place for place, row in enumerate(rows)}
    for code, rule in wanted.items():
        _put_rule(code, rule, codes, rows, places)


def _put_rule(
    code: str,
    rule: Mapping[str, Any],
    codes: Mapping[str, str],
    rows: list[Row],
    places: Mapping[str, int],
) -> None:
    row, kind, outcome = rows[places[code]], rule.get("rule"), str(rule.get("outcome"))
    if outcome not in OUTCOMES:
        return
    if kind == ALL:
        row[RULE], row[OUTCOME] = ALL, outcome
        return
    given, base = rule.get("points"), rule.get("base")
    if kind != POINTS or not isinstance(given, list) or not all(map(_is_points, given)):
        return
    children = [places.get(codes.get(one["item"], ""), 0) for one in given]
    is_whole = all(place > 1 and rows[place][PARENT] == code for place in children)
    is_reached = _is_count(base) and base <= sum(one["points"] for one in given)
    if not is_whole or not is_reached or len(set(children)) < len(children):
        return
    row[RULE], row[OUTCOME] = POINTS, outcome
    for place in children:
        rows[place][EXPORTED] = str(place)
    competencies = [
        {"id": place, "points": one["points"], "required": one["required"]}
        for place, one in zip(children, given, strict=True)
    ]
    row[RULE_CONFIGURATION] = json.dumps({"base": {"points": base}, "competencies": competencies})


def _read_points(configuration: str, ids: Mapping[str, str]) -> dict[str, Any] | None:
    data, _, _ = parse(configuration.encode("utf-8", "replace"))
    base = data.get("base") if isinstance(data, dict) else None
    given = data.get("competencies") if isinstance(data, dict) else None
    if not isinstance(base, dict) or not isinstance(given, list):
        return None
    points = [
        {"item": ids.get(str(one.get("id"))), **{key: one.get(key) for key in _COUNTS}}
        for one in given
        if isinstance(one, dict)
    ]
    is_whole = len(points) == len(given) and all(map(_is_points, points))
    return (
        {"base": base["points"], "points": points}
        if is_whole and _is_count(base.get("points"))
        else None
    )


def _is_points(one: Any) -> bool:
    return (
        isinstance(one, Mapping)
        and isinstance(one.get("item"), str)
        and _is_count(one.get("points"))
        and _is_count(one.get("required"))
        and one["required"] < 2  # noqa: PLR2004  (yes or no)
    )


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MOST_POINTS
