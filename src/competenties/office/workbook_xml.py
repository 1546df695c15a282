"""Text and cells in the XML of a workbook (ECMA-376 part 1, 18.3)."""

from functools import cache, lru_cache
from html import escape

from competenties.office.clean import clean, clean_for_cell, cut_for_excel

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

_MOST_IN_MESSAGE = 255  # Excel repairs a file with more
_LETTERS = 26
_OFTEN_SAID = 200  # characters; names, labels and answers return in many rows, longer texts do not


@cache
def letters(number: int) -> str:
    """Return the letters of a column, counted from 1."""
    above, last = divmod(number - 1, _LETTERS)
    return f"{letters(above) if above else ''}{chr(ord('A') + last)}"


def escaped(text: str) -> str:
    """Return clean text as the content of an element."""
    return escape(text, quote=False)


def attribute(text: str) -> str:
    """Return clean text as the value of an attribute, in which a line break is written out."""
    return escape(text).replace("\n", "&#10;").replace("\t", "&#9;")


@lru_cache(maxsize=1024)
def message(text: str) -> str:
    """Return text as a message of Excel, which are short."""
    return attribute(cut_for_excel(clean(text), _MOST_IN_MESSAGE))


def text_cell(place: str, text: str, style: int = 0) -> str:
    """Return a cell with text, never a formula; without text it only has a style.

    Raises RefusedError for a text that no cell can hold.
    """
    styled = f' s="{style}"' if style else ""
    said = _said_before(text) if len(text) < _OFTEN_SAID else _said(text)
    return f'<c r="{place}"{styled}{said}' if said else f'<c r="{place}"{styled}/>'


def _said(text: str) -> str:
    """Return what a cell with text has after its style; nothing without text."""
    cleaned = clean_for_cell(text)
    if not cleaned:
        return ""
    keeps = ' xml:space="preserve"' if cleaned != cleaned.strip() or "\n" in cleaned else ""
    return f' t="inlineStr"><is><t{keeps}>{escaped(cleaned)}</t></is></c>'


_said_before = lru_cache(maxsize=1024)(_said)


def number_cell(place: str, number: float) -> str:
    """Return a cell with a number."""
    return f'<c r="{place}"><v>{number:.15g}</v></c>'
