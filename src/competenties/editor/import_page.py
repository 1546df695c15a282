"""An import plan as the screen shows it: columns, counts, the first competences, and what is left."""

import re
from collections.abc import Iterable
from typing import Any

from competenties.editor.import_store import Upload, Wishes
from competenties.editor.import_words import KINDS, WORDS
from competenties.findings import CompetentiesError
from competenties.formats.importing import planned
from competenties.formats.plan import CONFIDENCES, Cell, ImportPlan, LeftOver, Note, Spot
from competenties.formats.source import ImportChoices
from competenties.formats.table_headers import FIELDS, level_number, plain, understand
from competenties.messages import Language, Phrase
from competenties.model.framework import Framework
from competenties.model.text import text_in
from competenties.office.tables import Sheet, column_letters, read_tables

_MOST_COMPETENCES, _MOST_SENTENCES, _MOST_JOBS = 4, 5, 8
_MOST_REASONS, _MOST_CELLS, _LONG = 25, 12, 160
_MOST_LEVELS = 9
_NO_TABLES = (".json", ".jsonld", ".md", ".yml", ".yaml", ".ttl")
_MOST_COLUMNS = 60


def plan_of(upload: Upload, known: Framework | None, otherwise: Language) -> ImportPlan:
    """Return the plan of a file as somebody wishes it; made once for the same wishes."""
    wishes = upload.wishes
    made_of = (wishes, known, otherwise)
    if upload.planned is None or upload.planned[0] != made_of:
        choices = ImportChoices(
            columns=[f"{title}={target}" for title, target in wishes.columns],
            sheets=wishes.sheets,
            name=wishes.name,
            language=wishes.language,
            known=known,
            otherwise=otherwise,
        )
        upload.planned = (made_of, planned(upload.source, wishes.format, choices))
    return upload.planned[1]


def columns_of(plan: ImportPlan, wishes: Wishes, language: Language) -> list[dict[str, Any]]:
    """Return the columns of a plan, each with what it becomes and how to say otherwise."""
    chosen = dict(wishes.columns)
    gone = {one.cell for one in plan.left_overs if not one.is_kept}
    made: dict[tuple[str, int], dict[str, Any]] = {}
    for one in plan.columns:
        letter = column_letters(one.header.column)
        if one.becomes is None:
            said = WORDS["not_taken" if one.header in gone else "not_known"].say(language)
        elif one.confidence == "certain":
            said = one.becomes.say(language)
        else:
            sure = CONFIDENCES[one.confidence].say(language)
            said = WORDS["sure"].say(language, becomes=one.becomes, confidence=sure)
        made[one.header.sheet, one.header.column] = {
            **_column(one.header.sheet, letter, one.title, chosen),
            "said": said,
            "is_known": one.becomes is not None,
            "is_sure": one.confidence in ("certain", "chosen"),
        }
    return list(made.values())[:_MOST_COLUMNS]


def columns_in(upload: Upload) -> list[dict[str, Any]]:
    """Return the columns of a file that was not understood, by its first row with several cells."""
    chosen = dict(upload.wishes.columns)
    made = []
    for sheet in _sheets(upload):
        rows = list(sheet.rows.items())
        top = next((number for number, cells in rows if len(cells) > 1), None)
        if top is None:
            continue
        below = [cells for number, cells in rows if number > top][:3]
        for column, title in list(sheet.rows[top].items())[:_MOST_COLUMNS]:
            shown = " · ".join(_short(cells[column]) for cells in below if column in cells)
            row = _column(sheet.name, column_letters(column), title, chosen)
            made.append({**row, "said": "", "is_known": False, "is_sure": False, "below": shown})
    return made[:_MOST_COLUMNS]


def by_sheet(columns: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return columns by their sheet, in their order."""
    found: dict[str, list[dict[str, Any]]] = {}
    for one in columns:
        found.setdefault(one["sheet"], []).append(one)
    return list(found.items())


def meanings(language: Language) -> list[tuple[str, str]]:
    """Return what a column can be: what is sent, and how it is called."""
    levels = [
        (f"level {number}", WORDS["level_of"].say(language, number=number))
        for number in range(1, _MOST_LEVELS + 1)
    ]
    fields = [(one.en, one.say(language)) for name, one in FIELDS.items() if name != "levels"]
    return [*fields[:9], *levels, *fields[9:]]


def sheets_of(plan: ImportPlan) -> list[str]:
    """Return the names of the sheets of a plan, in their order."""
    spots: list[Spot] = [one.header for one in plan.columns]
    spots.extend(one.cell for one in plan.left_overs)
    return list(dict.fromkeys(one.sheet for one in spots if isinstance(one, Cell)))


def sheets_in(upload: Upload) -> list[str]:
    """Return the names of the sheets of a file that was not understood."""
    return [one.name for one in _sheets(upload)]


def counted(plan: ImportPlan, language: Language) -> list[str]:
    """Return how much of each kind was found, in words."""
    framework: Any = plan.framework or {}
    competences = framework.get("competences", [])
    levels = [level for one in competences for level in one.get("levels", ())]
    scales = [len(one.get("levels", ())) for one in framework.get("proficiency_scales", ())]
    numbers = {
        "clusters": len(framework.get("clusters", ())),
        "competences": len(competences),
        "levels": max(scales, default=0),
        "indicators": sum(len(one.get("indicators", ())) for one in (*competences, *levels)),
        "glossary": len(framework.get("glossary", ())),
        "promises": len(framework.get("promises", ())),
        "profiles": len(plan.profiles),
        "requirements": sum(len(one.get("requirements", ())) for one in plan.profiles),
    }
    return [
        f"{count} {KINDS[kind][count != 1].say(language)}"
        for kind, count in numbers.items()
        if count
    ]


def preview(plan: ImportPlan) -> dict[str, Any]:
    """Return the first competences with their levels and sentences, and the first job profiles."""
    framework: Any = plan.framework or {}
    competences = framework.get("competences", [])
    scales = framework.get("proficiency_scales", [])
    return {
        "competences": [
            _competence(one, scales, plan.language) for one in competences[:_MOST_COMPETENCES]
        ],
        "more_competences": max(len(competences) - _MOST_COMPETENCES, 0),
        "profiles": [_profile(one, plan, competences) for one in plan.profiles[:_MOST_JOBS]],
        "more_profiles": max(len(plan.profiles) - _MOST_JOBS, 0),
    }


def left_over(plan: ImportPlan, language: Language) -> list[dict[str, Any]]:
    """Return what is not used, by the reason, with the first cells of each."""
    by_reason: dict[tuple[Phrase, str, bool], list[LeftOver]] = {}
    for one in plan.left_overs:
        by_reason.setdefault((one.reason, _sheet(one.cell), one.is_kept), []).append(one)
    return [
        {
            "reason": for_screen(reason.say(language)),
            "sheet": sheet,
            "count": _cells(len(found), language),
            "fate": WORDS["kept" if is_kept else "away"].say(language),
            "cells": [
                (_label(one.cell, language), _short(one.text)) for one in found[:_MOST_CELLS]
            ],
            "more": max(len(found) - _MOST_CELLS, 0),
        }
        for (reason, sheet, is_kept), found in list(by_reason.items())[:_MOST_REASONS]
    ]


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


def for_screen(text: str) -> str:
    """Return a text without the sentences that speak of options of the command line."""
    kept = [
        one
        for one in re.split(r"(?<=[.!?;])\s+(?=[A-Z\"(])", text)
        if not re.search(r"(?<!\w)--[a-z]", one) or "→" in one
    ]
    return " ".join(kept)


def target_for(title: str, meaning: str) -> str:
    """Return what a column becomes, in the language that its own header names."""
    tag = understand(title).language
    has_own = tag is None or meaning in ("ignore", "person")
    return meaning if has_own else f"{meaning} ({tag})"


def _column(sheet: str, letter: str, title: str, chosen: dict[str, str]) -> dict[str, Any]:
    reference = " ".join(title.split()) if plain(title) else letter
    target = chosen.get(reference, "")
    return {
        "sheet": sheet,
        "letter": letter,
        "title": _short(title),
        "reference": reference,
        "below": "",
        "chosen": re.sub(r" \([a-zA-Z-]+\)$", "", target),
    }


def _sheets(upload: Upload) -> Iterable[Sheet]:
    files = upload.source.more or [upload.source]
    for one in files:
        if one.name.lower().endswith(_NO_TABLES):
            continue
        try:
            yield from read_tables(one.name, one.raw).sheets
        except CompetentiesError:
            continue


def _competence(draft: Any, scales: list[Any], language: str) -> dict[str, Any]:
    position = draft.get("scale") or 0
    scale = scales[position] if isinstance(position, int) and position < len(scales) else {}
    names = {level_number(str(one["number"])): one.get("name") for one in scale.get("levels", ())}
    by_number = {number[0]: name for number, name in names.items() if number}
    levels = [
        {
            "number": one["level"],
            "name": _text(one.get("name") or by_number.get(one["level"]), language),
            "text": _short(_text(one.get("description"), language)),
            **_sentences(one, language),
        }
        for one in draft.get("levels", ())
    ]
    return {
        "name": _text(draft.get("name"), language),
        "definition": _text(draft.get("definition"), language)[:400],
        "levels": levels,
        **_sentences(draft, language),
    }


def _sentences(draft: Any, language: str) -> dict[str, Any]:
    found = draft.get("indicators", ())
    texts = [_short(_text(one.get("text"), language)) for one in found[:_MOST_SENTENCES]]
    return {"sentences": texts, "more": max(len(found) - _MOST_SENTENCES, 0)}


def _profile(draft: Any, plan: ImportPlan, competences: list[Any]) -> dict[str, Any]:
    asked = []
    for one in draft.get("requirements", ())[:_MOST_JOBS]:
        named = one.get("competence")
        is_ours = isinstance(named, int) and named < len(competences)
        name = _text(competences[named].get("name"), plan.language) if is_ours else str(named)
        level = one.get("level", _text(one.get("words"), plan.language))
        asked.append(f"{name}: {level}" if level not in (None, "") else name)
    more = max(len(draft.get("requirements", ())) - _MOST_JOBS, 0)
    return {"name": _text(draft.get("name"), plan.language), "asked": asked, "more": more}


def _text(value: Any, language: str) -> str:
    return text_in(value, language, language) if isinstance(value, (str, dict)) and value else ""


def _cells(count: int, language: Language) -> str:
    return (
        WORDS["cell_one"].say(language) if count == 1 else WORDS["cells"].say(language, count=count)
    )


def _sheet(spot: Spot) -> str:
    return spot.sheet if isinstance(spot, Cell) else ""


def _label(spot: Spot, language: Language) -> str:
    if isinstance(spot, Cell) or not spot.line:
        return _short(spot.label)
    return WORDS["at_line"].say(language, path=_short(spot.label), line=spot.line)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1]}…"
