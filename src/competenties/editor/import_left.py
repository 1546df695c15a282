"""What an import does not use or doubts: cell by cell, with its text, why, and what to do about it."""

import re
from typing import Any

from competenties.editor.import_words import LEFT_HEADERS, TO_DO, WORDS
from competenties.formats.plan import Cell, ImportPlan, LeftOver, Note, Spot
from competenties.messages import Language, Phrase
from competenties.office.tables import Table, write_xlsx

_MOST_REASONS, _MOST_CELLS, _LONG = 25, 12, 160


def left_over(plan: ImportPlan, language: Language) -> list[dict[str, Any]]:
    """Return what is not used, by the reason and what to do, with the first cells of each."""
    to_do = _Advice(plan)
    groups: dict[tuple[Phrase, str, bool, Phrase | None], list[LeftOver]] = {}
    for one in plan.left_overs:
        key = (one.reason, _sheet(one.cell), one.is_kept, to_do.about(one))
        groups.setdefault(key, []).append(one)
    return [
        {
            "reason": for_screen(reason.say(language)),
            "sheet": sheet,
            "count": WORDS["cells"].say(language, count=len(found)),
            "fate": _fate(is_kept=is_kept).say(language),
            "to_do": advice.say(language) if advice else "",
            "cells": [(_label(one.cell, language), short(one.text)) for one in found[:_MOST_CELLS]],
            "more": max(len(found) - _MOST_CELLS, 0),
        }
        for (reason, sheet, is_kept, advice), found in list(groups.items())[:_MOST_REASONS]
    ]


def left_over_workbook(plan: ImportPlan, language: Language) -> bytes:
    """Return all that is not used, a row a cell, as a workbook to go through."""
    to_do = _Advice(plan)
    rows = []
    for one in plan.left_overs:
        advice = to_do.about(one)
        said = (
            for_screen(one.reason.say(language)),
            _fate(is_kept=one.is_kept).say(language),
            advice.say(language) if advice else "",
        )
        rows.append((_sheet(one.cell), _label(one.cell, language), one.text, *said))
    header = tuple(one.say(language) for one in LEFT_HEADERS)
    return write_xlsx([Table(WORDS["left"].say(language), header, rows)])


def notes_of(plan: ImportPlan, language: Language) -> list[dict[str, Any]]:
    """Return what somebody has to look at, each text once with its cells."""
    by_text: dict[tuple[Phrase, str], list[Note]] = {}
    for one in plan.notes:
        by_text.setdefault((one.text, _sheet(one.cell)), []).append(one)
    return [
        {
            "text": for_screen(text.say(language).strip()),
            "sheet": sheet,
            "cells": [_label(one.cell, language) for one in found[:_MOST_CELLS]],
            "more": max(len(found) - _MOST_CELLS, 0),
        }
        for (text, sheet), found in list(by_text.items())[:_MOST_REASONS]
    ]


def left_sheets(plan: ImportPlan, language: Language) -> dict[str, str]:
    """Return the sheets of which nothing is used, each with why."""
    used = {one.header.sheet for one in plan.columns}
    return {
        one.cell.sheet: for_screen(one.reason.say(language))
        for one in reversed(plan.left_overs)
        if isinstance(one.cell, Cell) and one.cell.sheet not in used
    }


def for_screen(text: str) -> str:
    """Return a text without the sentences that speak of options of the command line."""
    parts = re.split(r"(?<=[.!?])\s+(?=[A-Z\"(])|(?<=;)\s+", text)
    kept = [one for one in parts if not re.search(r"(?<!\w)--[a-z]", one) or "→" in one]
    return " ".join(kept).rstrip(" ;")


def short(text: str) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1]}…"


class _Advice:
    """What somebody can do about a cell, by where it stands in the tables of a plan."""

    def __init__(self, plan: ImportPlan) -> None:
        spots = [one.header for one in plan.columns]
        self._tops = {one.sheet: one.row for one in reversed(spots)}
        self._known = {
            (one.header.sheet, one.header.column): one.becomes is not None for one in plan.columns
        }

    def about(self, one: LeftOver) -> Phrase | None:
        cell = one.cell
        if not isinstance(cell, Cell):
            return TO_DO["value"]
        if cell.sheet not in self._tops:
            return TO_DO["sheet"]
        if cell.row < self._tops[cell.sheet]:
            return TO_DO["above"]
        is_known = self._known.get((cell.sheet, cell.column))
        if is_known is None:
            return TO_DO["no_header"]
        if not is_known:
            return TO_DO["column"] if one.is_kept else None
        return TO_DO["cell"]


def _fate(*, is_kept: bool) -> Phrase:
    return WORDS["kept" if is_kept else "away"]


def _sheet(spot: Spot) -> str:
    return spot.sheet if isinstance(spot, Cell) else ""


def _label(spot: Spot, language: Language) -> str:
    if isinstance(spot, Cell) or not spot.line:
        return short(spot.label)
    return WORDS["at_line"].say(language, path=short(spot.label), line=spot.line)
