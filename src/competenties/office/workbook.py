"""Blocks as an Excel workbook (.xlsx): a form that prints on A4 and is filled in on screen."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from competenties.office.blocks import Document, Sheet
from competenties.office.clean import clean, cut_for_excel
from competenties.office.workbook_keys import LISTS, Keys
from competenties.office.workbook_parts import BookSheet, parts_of
from competenties.office.workbook_sheet import FormSheet, form_sheet, plain_sheet, sheet_xml
from competenties.office.workbook_styles import tall_numbers
from competenties.office.workbook_xml import letters, text_cell
from competenties.office.zipped import zipped

_MOST_NAME = 31  # characters; Excel repairs a file with more
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_PIECE = 30_000  # characters of carried data in a cell, within what a cell holds


def workbook(document: Document) -> bytes:
    """Return a document as the bytes of an .xlsx file."""
    keys = Keys()
    forms = _forms(document, keys)
    tall = tuple(sorted(frozenset[float]().union(*(form.tall for form in forms))))
    numbers = tall_numbers(tall)
    sheets = [
        BookSheet(form.name, *sheet_xml(form, keys, numbers), form.print_area, form.drawing)
        for form in forms
    ]
    if lists := [*keys.lists()]:
        choosing = next(place for place, form in enumerate(forms) if form.has_lists)
        sheets.insert(choosing + 1, BookSheet(LISTS, plain_sheet(lists), ""))
    sheets += _carried(document.carried, keys.places(forms[0].name))
    return zipped([*parts_of(document, sheets, tall)])


def _forms(document: Document, keys: Keys) -> list[FormSheet]:
    """Return the sheets that somebody sees; only the first has the notice."""
    forms: list[FormSheet] = []
    taken = {LISTS, *document.carried}
    for sheet in (Sheet(document.sheet, document.title, document.blocks), *document.sheets):
        name = _free_name(sheet.name, {*taken, *(form.name for form in forms)})
        notice = "" if forms else document.notice
        content = Document(
            sheet.title,
            document.language,
            sheet.blocks,
            document.footer,
            sheet.name,
            notice=notice,
            house=replace(document.house, logo=None) if forms else document.house,
        )
        forms.append(form_sheet(content, name, keys))
    return forms


def _carried(
    carried: Mapping[str, Mapping[str, Any]], places: Mapping[str, str]
) -> Iterator[BookSheet]:
    """Yield sheets with data that nobody sees.

    The first is JSON, with where each key stands; others are names with a text beside each.
    """
    for number, (name, data) in enumerate(carried.items()):
        rows = _pairs(data) if number else _pieces({**data, "cells": places})
        xml = plain_sheet(_row(row, texts) for row, texts in enumerate(rows, 1))
        yield BookSheet(name, "", xml)


def _row(row: int, texts: Sequence[str]) -> str:
    cells = (text_cell(f"{letters(column)}{row}", text) for column, text in enumerate(texts, 1))
    return f'<row r="{row}">{"".join(cells)}</row>'


def _pairs(data: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for key, value in data.items():
        yield key, str(value)


def _pieces(data: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Yield data as JSON, in pieces that fit into a cell."""
    text = json.dumps(data, separators=(",", ":"))
    for start in range(0, len(text), _PIECE):
        yield (text[start : start + _PIECE],)


def _free_name(text: str, taken: set[str]) -> str:
    """Return a text as the name of a sheet that is not taken, in capitals or without."""
    name = _sheet_name(text)
    known, free, count = {one.casefold() for one in taken}, name, 0
    while free.casefold() in known:
        count += 1
        free = f"{cut_for_excel(name, _MOST_NAME - len(str(count)))}{count}"
    return free


@lru_cache(maxsize=256)
def _sheet_name(text: str) -> str:
    """Return a text as the name of a sheet, without the characters that Excel keeps for itself."""
    name = " ".join(_NOT_IN_NAME.sub(" ", clean(text)).split()).strip("' ")
    return cut_for_excel(name, _MOST_NAME).rstrip("' ") or "1"
