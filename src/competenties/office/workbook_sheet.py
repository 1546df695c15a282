"""One sheet of a workbook: its cells, drop-downs, messages, page, view and protection."""

from typing import Any

from openpyxl.cell import Cell as SheetCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from competenties.messages import Phrase
from competenties.office.blocks import Blank, Choice, Document, Formula
from competenties.office.clean import clean, clean_for_cell, cut_for_excel
from competenties.office.workbook_grid import WIDTH, grid_of
from competenties.office.workbook_keys import Keys
from competenties.office.workbook_looks import (
    LOOKS,
    alignment,
    border,
    fill,
    font,
    protection,
    tall_font,
)
from competenties.office.workbook_pages import paged
from competenties.office.workbook_rows import Placed, SheetRow, notice_row, sheet_rows, shown

_MOST_PROMPT = 255  # Excel repairs a file with more
_FOOTER_LINE, _FOOTER_END = 110, 70  # what fits beside the page number; Excel takes twice as much
_PAGE = Phrase(nl="pagina &P van &N", en="page &P of &N")
_NOT_IN_LIST = Phrase(nl="Kies een antwoord uit de lijst.", en="Choose an answer from the list.")


class _GrowingRow(RowDimension):
    """A row with a height to begin with, that grows when more is written in it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802  (the name of the file format)
        """Say that the height was not fixed by anybody."""
        return False


class SheetWriter:
    """Writes a document on a sheet; what has a key is noted, so that formulas find it."""

    def __init__(self, sheet: Worksheet, document: Document, keys: Keys) -> None:
        """Take an empty sheet."""
        self._sheet: Any = sheet
        self._content = document
        self._keys = keys
        self._row = 0
        self._first_input = ""
        self._drop_downs: dict[tuple[tuple[str, ...], str], DataValidation] = {}
        self._prompts: dict[str, DataValidation] = {}

    def write(self) -> None:
        """Write everything that stands on the sheet."""
        for number, share in enumerate(grid_of(self._content).shares, 1):
            self._sheet.column_dimensions[get_column_letter(number)].width = WIDTH * share
        if self._content.notice:
            self._add(notice_row(self._content))
        title = self._row + 1
        for row in paged(sheet_rows(self._content)):
            self._add(row)
        self._set_page(title)
        self._set_view()
        self._set_protection()

    def _add(self, row: SheetRow) -> None:
        if row.breaks and self._row:
            self._sheet.row_breaks.append(Break(self._row))
        self._row += 1
        for placed in row.cells:
            self._place(placed)
        if row.grows:
            self._let_grow(row.height)
        else:
            self._sheet.row_dimensions[self._row].height = row.height

    def _let_grow(self, height: float) -> None:
        """Let a row grow with what is written in it, and never become lower than it is.

        Excel fits such a row again at every change. An empty cell beside the page counts too, by
        the size of its type.
        """
        grown = _GrowingRow(self._sheet, index=self._row, ht=height)
        self._sheet.row_dimensions[self._row] = grown
        beside = len(self._sheet.column_dimensions) + 1
        self._sheet.cell(self._row, beside).font = tall_font(height)

    def _place(self, placed: Placed) -> None:
        """Write what stands in some columns; what takes several has its lines around the whole."""
        span, look = placed.span, LOOKS[placed.look]
        for column in range(span.first, span.last + 1):
            cell = self._sheet.cell(self._row, column)
            cell.font, cell.fill = font(look), fill(look)
            cell.border = border(_sides_of(placed, column))
            cell.alignment = alignment(look, wraps=placed.wraps)
            cell.protection = protection(look)
        if placed.is_merged:
            self._sheet.merge_cells(
                start_row=self._row,
                end_row=self._row,
                start_column=span.first,
                end_column=span.last,
            )
        self._fill(self._sheet.cell(self._row, span.first), placed)

    def _fill(self, cell: SheetCell, placed: Placed) -> None:
        """Write text as text: what looks like a formula is never one."""
        value = placed.value
        if isinstance(value, Formula):
            self._keys.add_formula(cell, value)
            return
        if text := shown(value):
            cell.value = clean_for_cell(text)
            cell.data_type = "s"
        if isinstance(value, Blank | Choice):
            self._first_input = self._first_input or cell.coordinate
            self._keys.add_place(cell, value)
        match value:
            case Choice():
                self._drop_down(value).add(cell.coordinate)
            case Blank(prompt=prompt) if prompt:
                self._prompt(prompt).add(cell.coordinate)

    def _prompt(self, prompt: str) -> DataValidation:
        """Return the message that Excel shows beside cells in which somebody writes."""
        if prompt not in self._prompts:
            message = DataValidation(type=None, allow_blank=True, showInputMessage=True)
            message.prompt = cut_for_excel(clean(prompt), _MOST_PROMPT)
            self._prompts[prompt] = message
            self._sheet.add_data_validation(message)
        return self._prompts[prompt]

    def _drop_down(self, choice: Choice) -> DataValidation:
        """Return the drop-down for these options; they stand on a sheet that nobody sees."""
        key = (choice.options, choice.prompt)
        if key not in self._drop_downs:
            validation = DataValidation(
                type="list", formula1=self._keys.options(choice), allow_blank=True
            )
            validation.showErrorMessage = True
            validation.showInputMessage = bool(choice.prompt)
            validation.prompt = cut_for_excel(clean(choice.prompt), _MOST_PROMPT) or None
            validation.error = _NOT_IN_LIST.say(self._content.language)
            self._drop_downs[key] = validation
            self._sheet.add_data_validation(validation)
        return self._drop_downs[key]

    def _set_page(self, title: int) -> None:
        """Print from the title on: what stands above it is for whoever looks at a screen."""
        sheet = self._sheet
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.orientation = "portrait"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        last = get_column_letter(len(self._sheet.column_dimensions))
        sheet.print_area = f"A{title}:{last}{self._row}"
        margins = sheet.page_margins
        margins.left = margins.right = 0.6  # inches
        margins.top, margins.bottom, margins.footer = 0.5, 0.7, 0.35
        sheet.print_options.horizontalCentered = True
        sheet.oddFooter.left.text = _footer(self._content.footer)
        sheet.oddFooter.left.size = 8
        sheet.oddFooter.right.text = _PAGE.say(self._content.language)
        sheet.oddFooter.right.size = 8

    def _set_view(self) -> None:
        """Open the file at the first place that is filled in."""
        view = self._sheet.sheet_view
        view.showGridLines = False
        if self._first_input:
            view.selection[0].activeCell = view.selection[0].sqref = self._first_input

    def _set_protection(self) -> None:
        """Lock what is not filled in. False allows: rows may grow, and text can be read aloud."""
        protected = self._sheet.protection
        protected.sheet = True
        protected.formatRows = protected.formatColumns = False
        protected.selectLockedCells = protected.selectUnlockedCells = False


def _sides_of(placed: Placed, column: int) -> str:
    """Return the lines around one of the columns that a cell takes."""
    inside = {"l": column > placed.span.first, "r": column < placed.span.last}
    return "".join(side for side in placed.sides if not inside.get(side, False))


def _footer(text: str) -> str:
    """Return text for one line of a footer, where `&` begins a code.

    A long one loses something of its middle: the end says the version and the fingerprint.
    """
    line = " ".join(clean(text).split())
    if len(line) > _FOOTER_LINE:
        line = f"{line[: _FOOTER_LINE - _FOOTER_END - 1]}…{line[-_FOOTER_END:]}"
    return line.replace("&", "&&")
