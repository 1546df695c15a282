"""Reads a filled form back: its answers, examples and head, against the text that it carries."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from competenties.messages import Phrase
from competenties.office.cells import Cells, NotReadableError, read_cells
from competenties.office.tables.numbers import shown_number
from competenties.ratings.arithmetic import Answer
from competenties.ratings.form import (
    COPY_SHEET,
    TEXT_SHEET,
    FormText,
    NotTrustedError,
    answer_key,
    example_key,
    read_form_text,
)
from competenties.ratings.options import single_spaced

_DAMAGED = Phrase(
    nl="Dit bestand is beschadigd of geen Excel-werkmap. Vraag de invuller om het opnieuw op te sturen.",
    en="This file is damaged or no Excel workbook. Ask whoever filled it in to send it again.",
)
_FOREIGN = Phrase(
    nl="Dit is geen formulier van dit programma, of het blad met gegevens is weggehaald. Vraag om het "
    "oorspronkelijke bestand.",
    en="This is no form of this program, or the sheet with its data was removed. Ask for the original file.",
)
_CHANGED_DATA = Phrase(
    nl="De gegevens in dit formulier kloppen niet met de controlecode. Gebruik het niet; stuur een nieuw "
    "formulier.",
    en="The data in this form do not match its fingerprint. Do not use it; send a new form.",
)
_CHANGED_TEXT = Phrase(
    nl='In cel {cell} staat "{found}", maar afgesproken is "{agreed}". Gebruik dit formulier niet; stuur een nieuw.',
    en='Cell {cell} holds "{found}", but agreed was "{agreed}". Do not use this form; send a new one.',
)
_UNKNOWN_ANSWER = Phrase(
    nl='In cel {cell} staat een antwoord dat niet bestaat: "{found}". Kies een antwoord uit de lijst.',
    en='Cell {cell} holds an answer that does not exist: "{found}". Choose an answer from the list.',
)
_SHOWN = 60
_ROW = re.compile(r"[0-9]+")
_DATE_KEY = "date"
_EXCEL_DAY = re.compile(
    r"[0-9]{5}"
)  # a day of 1927 to 2173, as Excel stores what is typed as a date


class RefusedFormError(Exception):
    """A file that cannot be used as a filled form; `said` says why and what to do."""

    def __init__(self, said: Phrase) -> None:
        """Take what to say."""
        super().__init__(said.en)
        self.said = said


@dataclass(frozen=True)
class FilledForm:
    """A form as somebody filled it in.

    `answers` are by id of the indicator, one for each line. `examples` are by id as well, where
    something was written. `written` is what stands in the head and under the questions, by key.
    `copy` is what the program noted when it made this copy, such as whom it was sent to.
    """

    text: FormText
    answers: Mapping[str, Answer]
    examples: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    copy: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody answered or wrote anything."""
        return all(one == "blank" for one in self.answers.values()) and not self.examples


def read_form(raw: bytes) -> FilledForm:
    """Return a filled form from the bytes of its workbook. Raises RefusedFormError."""
    try:
        first, *others = read_cells(raw, {TEXT_SHEET, COPY_SHEET}, first=True)
    except (NotReadableError, ValueError) as error:
        raise RefusedFormError(_DAMAGED) from error
    unseen = {sheet.name: sheet.cells for sheet in others}
    if TEXT_SHEET not in unseen:
        raise RefusedFormError(_FOREIGN)
    try:
        text = read_form_text(_joined(unseen[TEXT_SHEET]))
    except NotTrustedError as error:
        raise RefusedFormError(_CHANGED_DATA) from error
    _compare_text(text, first.cells)
    return FilledForm(
        text=text,
        answers=_answers(text, first.cells),
        examples=_examples(text, first.cells),
        written=_written(text, first.cells),
        copy=_copy(unseen.get(COPY_SHEET, {})),
    )


def _joined(cells: Cells) -> str:
    """Return the data of a sheet that nobody sees: pieces under each other in the first column."""
    found: list[str] = []
    while piece := cells.get(f"A{len(found) + 1}"):
        found.append(piece)
    return "".join(found)


def _copy(cells: Cells) -> dict[str, str]:
    """Return what was noted when the copy was made: names in the first column, texts beside them."""
    found: dict[str, str] = {}
    while name := cells.get(f"A{len(found) + 1}"):
        if name in found:
            break
        found[name] = cells.get(f"B{len(found) + 1}", "")
    return found


def _compare_text(text: FormText, cells: Cells) -> None:
    """Refuse a form of which a rated sentence is not the one that the form carries.

    It stands in the first column of the row in which the answer stands.
    """
    for _, line in text.lines():
        place = text.cells.get(answer_key(line.id), "")
        row = _ROW.search(place)
        cell = f"A{row[0]}" if row else "A0"
        found = cells.get(cell, "")
        if single_spaced(found) != single_spaced(line.text):
            said = _CHANGED_TEXT.filled(cell=cell, found=_start(found), agreed=_start(line.text))
            raise RefusedFormError(said)


def _start(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _answers(text: FormText, cells: Cells) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for _, line in text.lines():
        cell = text.cells[answer_key(line.id)]
        found = single_spaced(cells.get(cell, ""))
        answer = text.meanings[line.id].get(found)
        if answer is None:
            raise RefusedFormError(_UNKNOWN_ANSWER.filled(cell=cell, found=found[:_SHOWN]))
        answers[line.id] = answer
    return answers


def _examples(text: FormText, cells: Cells) -> dict[str, str]:
    places = {line.id: text.cells.get(example_key(line.id), "") for _, line in text.lines()}
    found = {identifier: cells.get(place, "").strip() for identifier, place in places.items()}
    return {identifier: example for identifier, example in found.items() if example}


def _written(text: FormText, cells: Cells) -> dict[str, str]:
    """Return what stands in the head and under the questions."""
    found = {
        key: cells.get(place, "").strip() for key, place in text.cells.items() if ":" not in key
    }
    if _EXCEL_DAY.fullmatch(found.get(_DATE_KEY, "")):
        found[_DATE_KEY] = shown_number(found[_DATE_KEY], "date")
    return {key: value for key, value in found.items() if value}
