"""An import plan on a terminal: what each column becomes, what was found, and what is left over."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from competenties.formats.plan import (
    CONFIDENCES,
    Cell,
    ImportPlan,
    LeftOver,
    Node,
    Note,
    PlannedColumn,
    Spot,
)
from competenties.messages import Language, Phrase
from competenties.office.tables import column_letters

SHOWN = 10
"""Cells or rows named in a line unless all are asked for."""

_SHEET = Phrase(
    nl='Blad "{sheet}", koppen in rij {row}:', en='Sheet "{sheet}", headers in row {row}:'
)
_LOST = Phrase(nl="niet herkend; blijft bewaard als extra", en="not recognised; kept as extra")
_AWAY = Phrase(nl="niet overgenomen", en="not taken over")
_FOUND = Phrase(nl="Gevonden: {what}.", en="Found: {what}.")
_NOTHING = Phrase(nl="niets", en="nothing")
_LEFT = Phrase(nl="Niet gebruikt in model of profiel:", en="Not used in framework or profile:")
_KEPT = Phrase(nl="blijft bewaard als extra", en="kept as extra")
_ALL_USED = Phrase(nl="Elke gevulde cel is gebruikt.", en="Every filled cell was used.")
_ALL_VALUES = Phrase(
    nl="Elke waarde in het bestand is gebruikt.", en="Every value in the file was used."
)
_REST_OF_VALUES = Phrase(
    nl="Verder is elke waarde in het bestand gebruikt.",
    en="Apart from that, every value in the file was used.",
)
_CELLS = Phrase(nl="{count} cellen ({where})", en="{count} cells ({where})")
_CELL = Phrase(nl="1 cel ({where})", en="1 cell ({where})")
_VALUES = Phrase(nl="{count} waarden ({where})", en="{count} values ({where})")
_VALUE = Phrase(nl="1 waarde ({where})", en="1 value ({where})")
_AT_LINE = Phrase(nl="{path} in regel {line}", en="{path} in line {line}")
_MORE = Phrase(nl="{shown} en nog {more}", en="{shown} and {more} more")
_LOOK = Phrase(nl="Kijk dit na:", en="Look at this:")
_KINDS = (
    ("clusters", Phrase(nl="cluster", en="cluster"), Phrase(nl="clusters", en="clusters")),
    (
        "competences",
        Phrase(nl="competentie", en="competence"),
        Phrase(nl="competenties", en="competences"),
    ),
    (
        "levels",
        Phrase(nl="competentieniveau", en="level of a competence"),
        Phrase(nl="competentieniveaus", en="levels of competences"),
    ),
    (
        "scale_levels",
        Phrase(nl="niveau in de niveau-indeling", en="level of the scale"),
        Phrase(nl="niveaus in de niveau-indeling", en="levels of the scale"),
    ),
    (
        "indicators",
        Phrase(nl="gedragsindicator", en="indicator"),
        Phrase(nl="gedragsindicatoren", en="indicators"),
    ),
    ("glossary", Phrase(nl="begrip", en="term"), Phrase(nl="begrippen", en="terms")),
    (
        "profiles",
        Phrase(nl="functieprofiel", en="job profile"),
        Phrase(nl="functieprofielen", en="job profiles"),
    ),
    (
        "requirements",
        Phrase(nl="gevraagd niveau", en="requirement"),
        Phrase(nl="gevraagde niveaus", en="requirements"),
    ),
)


def plan_lines(plan: ImportPlan, language: Language, *, everything: bool = False) -> Iterator[str]:
    """Yield what was read, what each column becomes, the counts, and what is left over."""
    most = 0 if everything else SHOWN
    yield plan.source
    for remark in plan.remarks:
        yield f"  {remark.say(language)}"
    for _, columns in groupby(plan.columns, key=lambda one: (one.header.sheet, one.header.row)):
        yield from _column_lines(list(columns), plan, language)
    yield _FOUND.say(language, what=_counted(plan, language))
    if not plan.left_overs:
        yield _all_used(plan).say(language)
    else:
        yield _LEFT.say(language)
        yield from _left_over_lines(plan.left_overs, language, most)
    if plan.notes:
        yield _LOOK.say(language)
        yield from _note_lines(plan.notes, language, most)


def counts(plan: ImportPlan) -> dict[str, int]:
    """Return how many items of each kind a plan makes."""
    framework: Any = plan.framework or {}
    competences = framework.get("competences", [])
    levels = [level for one in competences for level in one.get("levels", ())]
    scales = [len(one["levels"]) for one in framework.get("proficiency_scales", ())]
    return {
        "clusters": len(framework.get("clusters", ())),
        "competences": len(competences),
        "levels": len(levels),
        "scale_levels": max(scales, default=0),
        "indicators": sum(len(one.get("indicators", ())) for one in (*competences, *levels)),
        "glossary": len(framework.get("glossary", ())),
        "profiles": len(plan.profiles),
        "requirements": sum(len(one.get("requirements", ())) for one in plan.profiles),
    }


def plan_json(plan: ImportPlan, language: Language) -> dict[str, Any]:
    """Return a plan for other programs: columns, counts, left-overs and doubts."""
    return {
        "source": plan.source,
        "remarks": [remark.say(language) for remark in plan.remarks],
        "columns": [
            {
                "sheet": one.header.sheet,
                "cell": one.header.label,
                "title": one.title,
                "becomes": one.becomes.say(language) if one.becomes else None,
                "confidence": one.confidence if one.becomes else None,
            }
            for one in plan.columns
        ],
        "counts": counts(plan),
        "left_overs": [
            {
                **_place(one.cell),
                **({"row": one.cell.row} if isinstance(one.cell, Cell) else {}),
                "text": one.text,
                "reason": one.reason.say(language),
                "kept": one.is_kept,
            }
            for one in plan.left_overs
        ],
        "notes": [
            {**_place(one.cell), "text": one.text.say(language).strip()} for one in plan.notes
        ],
        "doubts": [
            {
                "field": "/".join(str(step) for step in path),
                "cells": [_full_label(cell) for cell in one.cells],
                "confidence": one.confidence,
            }
            for path, one in plan.doubts()
        ],
    }


def _column_lines(
    columns: list[PlannedColumn], plan: ImportPlan, language: Language
) -> Iterator[str]:
    header = columns[0].header
    yield _SHEET.say(language, sheet=header.sheet, row=header.row)
    gone = {one.cell for one in plan.left_overs if not one.is_kept}
    width = min(max(len(_short(one.title)) for one in columns), 40)
    for one in columns:
        letter, title = column_letters(one.header.column), _short(one.title)
        if one.becomes is None:
            said = (_AWAY if one.header in gone else _LOST).say(language)
        elif one.confidence == "certain":
            said = one.becomes.say(language)
        else:
            said = f"{one.becomes.say(language)} ({CONFIDENCES[one.confidence].say(language)})"
        yield f"  {letter:<3} {title:<{width}} → {said}"


def _all_used(plan: ImportPlan) -> Phrase:
    """Return that nothing is left over; of a file that is no table a remark may say what is."""
    if plan.columns:
        return _ALL_USED
    return _REST_OF_VALUES if plan.remarks else _ALL_VALUES


def _counted(plan: ImportPlan, language: Language) -> str:
    number = counts(plan)
    said = [
        f"{number[kind]} {(one if number[kind] == 1 else many).say(language)}"
        for kind, one, many in _KINDS
        if number[kind]
    ]
    return ", ".join(said) or _NOTHING.say(language)


def _left_over_lines(
    left_overs: Iterable[LeftOver], language: Language, most: int
) -> Iterator[str]:
    by_reason: dict[tuple[Phrase, str | None, bool], list[Spot]] = {}
    for one in left_overs:
        by_reason.setdefault((one.reason, _sheet(one.cell), one.is_kept), []).append(one.cell)
    for (reason, sheet, is_kept), spots in by_reason.items():
        single, several = (_VALUE, _VALUES) if sheet is None else (_CELL, _CELLS)
        counted = (single if len(spots) == 1 else several).say(
            language, count=len(spots), where=_where(sheet, spots, language, most)
        )
        where_to = (_KEPT if is_kept else _AWAY).say(language)
        yield f"  {counted}: {reason.say(language)} → {where_to}"


def _note_lines(notes: Iterable[Note], language: Language, most: int) -> Iterator[str]:
    by_text: dict[tuple[Phrase, str | None], list[Spot]] = {}
    for one in notes:
        by_text.setdefault((one.text, _sheet(one.cell)), []).append(one.cell)
    said = [
        f"  {_where(sheet, spots, language, most)}: {text.say(language).strip()}"
        for (text, sheet), spots in by_text.items()
    ]
    yield from said[:most] if most else said
    if most and len(said) > most:
        yield f"  {_MORE.say(language, shown='…', more=len(said) - most)}"


def _sheet(spot: Spot) -> str | None:
    """Return the sheet that a place is on; None in a file that is no table."""
    return spot.sheet if isinstance(spot, Cell) else None


def _where(sheet: str | None, spots: list[Spot], language: Language, most: int) -> str:
    """Return places as a line names them: cells of a sheet as areas, other values by their way."""
    if sheet is not None:
        cells = [spot for spot in spots if isinstance(spot, Cell)]
        return f"{sheet}: {_some(_runs(cells), language, most)}"
    nodes = dict.fromkeys(spot for spot in spots if isinstance(spot, Node))
    return _some([_at_line(node, language) for node in nodes], language, most)


def _at_line(node: Node, language: Language) -> str:
    path = _short(node.label)
    return _AT_LINE.say(language, path=path, line=node.line) if node.line else path


def _place(spot: Spot) -> dict[str, Any]:
    if isinstance(spot, Cell):
        return {"sheet": spot.sheet, "cell": spot.label}
    return {"path": spot.path, "line": spot.line or None}


def _full_label(spot: Spot) -> str:
    return f"{spot.sheet}!{spot.label}" if isinstance(spot, Cell) else spot.label


def _runs(cells: list[Cell]) -> list[str]:
    """Return cells as a spreadsheet names them; those below each other as one area: G2:G40."""
    runs: list[tuple[Cell, Cell]] = []
    for cell in sorted(set(cells), key=lambda one: (one.column, one.row)):
        first, last = runs[-1] if runs else (cell, cell)
        if runs and last.column == cell.column and last.row == cell.row - 1:
            runs[-1] = (first, cell)
        else:
            runs.append((cell, cell))
    by_row = sorted(runs, key=lambda run: (run[0].row, run[0].column))
    return [a.label if a == b else f"{a.label}:{b.label}" for a, b in by_row]


def _some(labels: list[str], language: Language, most: int) -> str:
    if not most or len(labels) <= most:
        return ", ".join(labels)
    shown = ", ".join(labels[:most])
    return _MORE.say(language, shown=shown, more=len(labels) - most)


def _short(title: str) -> str:
    line = " ".join(title.split())
    return line if len(line) <= 40 else f"{line[:39]}…"  # noqa: PLR2004  (the width of the column)
