"""An import plan as the screen shows it: columns, counts, the first competences, and what is left."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from competenties.editor.import_left import left_sheets, short
from competenties.editor.import_store import Upload, Wishes
from competenties.editor.import_words import KINDS, WORDS
from competenties.findings import CompetentiesError, RefusedError
from competenties.formats.importing import planned
from competenties.formats.plan import CONFIDENCES, Cell, ImportPlan
from competenties.formats.source import ImportChoices
from competenties.formats.table_headers import FIELDS, level_number, plain, understand
from competenties.messages import Language, Phrase
from competenties.model.framework import Framework
from competenties.model.text import text_in
from competenties.office.tables import Sheet, column_letters, read_tables

_MOST_COMPETENCES, _MOST_SENTENCES, _MOST_JOBS = 4, 5, 8
_MOST_LEVELS = 9
_NO_TABLES = (".json", ".jsonld", ".md", ".yml", ".yaml", ".ttl")
_MOST_COLUMNS = 60
_MOST_BELOW = 3
_NO_SHEETS = Phrase(
    nl="Er doet geen blad mee. Vink bij “Bladen die meedoen” ten minste één blad aan.",
    en="No sheet counts. Tick at least one at “Sheets that count”.",
)


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """A sheet of the file: whether it takes part, and if not, why."""

    name: str
    is_ticked: bool
    why_not: str = ""


def plan_of(upload: Upload, known: Framework | None, otherwise: Language) -> ImportPlan:
    """Return the plan of a file as somebody wishes it; made once for the same wishes.

    Raises RefusedError where no sheet is to take part.
    """
    wishes = upload.wishes
    if wishes.sheets == ():
        raise RefusedError(_NO_SHEETS)
    made_of = (wishes, known, otherwise)
    if upload.planned is None or upload.planned[0] != made_of:
        choices = ImportChoices(
            columns=[f"{title}={target}" for title, target in wishes.columns],
            sheets=wishes.sheets or (),
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
    below = _left_below(plan)
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
        place = (one.header.sheet, one.header.column)
        made[place] = {
            **_column(one.header.sheet, letter, one.title, chosen),
            "below": " · ".join(below.get(place, ())) if one.becomes is None else "",
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
        below = [cells for number, cells in rows if number > top][:_MOST_BELOW]
        for column, title in list(sheet.rows[top].items())[:_MOST_COLUMNS]:
            shown = " · ".join(short(cells[column]) for cells in below if column in cells)
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


def sheets_of(upload: Upload, plan: ImportPlan, language: Language) -> list[SheetChoice]:
    """Return the sheets of a plan in the order of the file: those that take part are ticked."""
    used = {one.header.sheet for one in plan.columns}
    why, wished = left_sheets(plan, language), upload.wishes.sheets or ()
    if len({*used, *why}) < 2:  # noqa: PLR2004  (a choice of two)
        return []
    return [
        SheetChoice(name, name in used or name in wished, "" if name in used else why.get(name, ""))
        for name, _ in _sheet_names(upload)
    ]


def sheets_in(upload: Upload) -> list[SheetChoice]:
    """Return the sheets of a file that was not understood."""
    wished = upload.wishes.sheets
    return [
        SheetChoice(name, not is_hidden if wished is None else name in wished)
        for name, is_hidden in _sheet_names(upload)
    ]


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


def target_for(title: str, meaning: str) -> str:
    """Return what a column becomes, in the language that its own header names."""
    tag = understand(title).language
    has_own = tag is None or meaning in ("ignore", "person")
    return meaning if has_own else f"{meaning} ({tag})"


def _left_below(plan: ImportPlan) -> dict[tuple[str, int], list[str]]:
    """Return the first texts of each column that are left over, without its header."""
    headers = {one.header for one in plan.columns}
    found: dict[tuple[str, int], list[str]] = {}
    for one in plan.left_overs:
        if isinstance(one.cell, Cell) and one.cell not in headers:
            texts = found.setdefault((one.cell.sheet, one.cell.column), [])
            if len(texts) < _MOST_BELOW:
                texts.append(short(one.text))
    return found


def _column(sheet: str, letter: str, title: str, chosen: dict[str, str]) -> dict[str, Any]:
    reference = " ".join(title.split()) if plain(title) else letter
    target = chosen.get(reference, "")
    return {
        "sheet": sheet,
        "letter": letter,
        "title": short(title),
        "reference": reference,
        "below": "",
        "chosen": re.sub(r" \([a-zA-Z-]+\)$", "", target),
    }


def _sheet_names(upload: Upload) -> tuple[tuple[str, bool], ...]:
    """Return the names of the sheets, and which are hidden; the file is read for it once."""
    if upload.sheet_names is None:
        names = {one.name: one.is_hidden for one in _sheets(upload)}
        upload.sheet_names = tuple(names.items())
    return upload.sheet_names


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
            "text": short(_text(one.get("description"), language)),
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
    texts = [short(_text(one.get("text"), language)) for one in found[:_MOST_SENTENCES]]
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
