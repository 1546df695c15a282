"""A table on paper: how wide its columns are, so that A4 can be read, and what stands on each page.

A table that fits on the width of a page is scaled to it. One that does not is spread over pages
beside each other, each with the columns that say what a row is about.
"""

from collections.abc import Sequence
from typing import Any

from competenties.office.glyphs import line_count

MOST = 185
"""Characters on a page at the smallest size that reads well, 8 points; the usual type has 11."""

_WHOLE = 160  # characters on a page that is hardly scaled
_CHARACTER, _PADDING, _SIZE = 5.25, 5.0, 11  # points of a character of a column, and of the type
_SMALLEST = 75  # percent
_ROOMY, _NARROW = 18, 10  # characters of a text that stay on one line
_WIDEST_WORD = 28  # characters; a longer word is broken


def paper_widths(columns: Sequence[Sequence[str]]) -> list[int]:
    """Return the width in characters of columns, each with its title first.

    They are narrow where a page does not hold them otherwise, and have more room where it does.
    """
    lines = [max(map(_longest_line, column[1:]), default=0) for column in columns]
    words = [max(map(_longest_word, column)) for column in columns]
    for least in (_ROOMY, _NARROW):
        widths = [max(_usual(size, least), word) for size, word in zip(lines, words, strict=True)]
        if sum(widths) <= MOST:
            break
    lacks = [max(0, size + 2 - width) for size, width in zip(lines, widths, strict=True)]
    given = max(0, min(1, (_WHOLE - sum(widths)) / max(1, sum(lacks))))
    return [width + int(given * lack) for width, lack in zip(widths, lacks, strict=True)]


def paper_lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column, on the safe side."""
    room = 0.95 * (_CHARACTER * width - _PADDING)
    return line_count(text, room, _SIZE, bold=True)


def set_paper(sheet: Any, widths: Sequence[int], naming: int) -> None:
    """Set the page of a sheet: as wide as the table, or with its first columns on every page."""
    from competenties.office.tables.sheet import column_letters

    margins = sheet.page_margins
    margins.left = margins.right = margins.top = 0.5  # inches
    margins.bottom, margins.footer = 0.6, 0.3
    sheet.print_options.gridLines = True
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P / &N"
    sheet.oddFooter.left.size = sheet.oddFooter.right.size = 8
    sheet.freeze_panes = f"{column_letters(naming + 1)}2"
    if sum(widths) > MOST:
        sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = None
        sheet.sheet_properties.pageSetUpPr.fitToPage = False
        sheet.page_setup.scale = _SMALLEST
        sheet.page_setup.pageOrder = "overThenDown"
        sheet.print_title_cols = f"A:{column_letters(naming)}"


def _usual(longest: int, least: int) -> int:
    """Return the width of a column by its longest line: a long one goes on below."""
    more = max(0, longest - least) // 4
    return min(longest, least) + min(more, least) + 2


def _longest_line(text: str) -> int:
    return max(map(len, text.split("\n")))


def _longest_word(text: str) -> int:
    return min(max(map(len, text.split()), default=0), _WIDEST_WORD) + 2
