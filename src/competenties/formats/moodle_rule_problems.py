"""Checks the rules in a file for Moodle by which a competency is reached."""

from collections.abc import Iterator, Sequence

from competenties.formats import moodle_wrong as wrong
from competenties.formats.moodle_columns import (
    EXPORTED,
    ID,
    OUTCOME,
    PARENT,
    RULE,
    RULE_CONFIGURATION,
)
from competenties.formats.moodle_rules import ALL, OUTCOMES, POINTS, rule_data
from competenties.messages import Phrase


def rule_problems(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, Phrase]]:
    """Yield what is wrong with rules: row from 1, column from 0, and why."""
    children: dict[str, dict[str, str]] = {}
    for row in rows[1:]:
        if row[EXPORTED]:
            children.setdefault(row[PARENT], {})[row[EXPORTED]] = row[ID]
    for number, row in enumerate(rows[1:], 2):
        if row[OUTCOME] not in ("", *OUTCOMES):
            yield number, OUTCOME, wrong.OUTCOME_UNKNOWN
        elif row[RULE] not in ("", ALL, POINTS):
            yield number, RULE, wrong.RULE_UNKNOWN
        elif row[RULE] and (reason := _reason(row, children.get(row[ID], {}))):
            yield number, RULE_CONFIGURATION, reason


def _reason(row: Sequence[str], ids: dict[str, str]) -> Phrase | None:
    rule = rule_data(row[RULE], row[OUTCOME] or "0", row[RULE_CONFIGURATION], ids)
    if rule is None:
        return wrong.RULE_BROKEN
    if row[RULE] == POINTS and sum(one["points"] for one in rule["points"]) < rule["base"]:
        return wrong.TOO_FEW_POINTS
    return None
