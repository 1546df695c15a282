"""One sheet of a workbook and what has a key in it, by openpyxl: part of the oracle."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from competenties.messages import Phrase
from competenties.office.blocks import Blank, Choice, Document, Formula
from competenties.office.clean import clean, clean_for_cell, cut_for_excel
from competenties.office.look import FONT, RULE
from competenties.office.workbook_grid import WIDTH, grid_of
from competenties.office.workbook_looks import LOOKS, CellLook, tall_size
from competenties.office.workbook_pages import paged
from competenties.office.workbook_rows import Placed, SheetRow, notice_row, sheet_rows, shown

LISTS = "_lists"
_LINE = Side(style="thin", color=RULE)
_MOST_PROMPT = 255  # Excel repairs a file with more
_FOOTER_LINE, _FOOTER_END = 110, 70  # what fits beside the page number; Excel takes twice as much
_PAGE = Phrase(nl="pagina &P van &N", en="page &P of &N")
_NOT_IN_LIST = Phrase(nl="Kies een antwoord uit de lijst.", en="Choose an answer from the list.")


@dataclass(frozen=True, slots=True)
class _Cells:
    """Cells as a formula names them; `options` and `values` are those of the first one."""

    place: str
    options: str = ""
    values: str = ""

    def __str__(self) -> str:
        return self.place


class Keys:
    """Notes during the writing of a workbook where each key stands, and fills in formulas after it."""

    def __init__(self, book: Workbook) -> None:
        """Begin without any key."""
        self._book = book
        self._places: dict[str, SheetCell] = {}
        self._choices: dict[str, Choice] = {}
        self._formulas: list[tuple[SheetCell, Formula]] = []
        self._lists: dict[tuple[tuple[str, ...], tuple[int | None, ...]], int] = {}

    def add_place(self, cell: SheetCell, value: Blank | Choice | Formula) -> None:
        """Note where something with a key stands."""
        if value.key:
            self._places[value.key] = cell
        if value.key and isinstance(value, Choice):
            self._choices[value.key] = value

    def add_formula(self, cell: SheetCell, formula: Formula) -> None:
        """Note a formula, to be filled in when all places are known."""
        self.add_place(cell, formula)
        self._formulas.append((cell, formula))

    def places(self) -> dict[str, str]:
        """Return the place of every key: of cells on the first sheet, without its name."""
        first = self._book.worksheets[0].title
        return {
            key: cell.coordinate for key, cell in self._places.items() if cell.parent.title == first
        }

    def fill_in(self) -> Iterator[tuple[str, str, str | float]]:
        """Write every formula; yield its sheet, place and what it gives as long as nothing is filled in."""
        for cell, formula in self._formulas:
            named = {name: self._cells(keys) for name, keys in formula.cells.items()}
            text = f"={formula.text.format(**named)}"
            cell.value = ArrayFormula(cell.coordinate, text) if formula.is_array else text
            yield cell.parent.title, cell.coordinate, formula.shown

    def options(self, choice: Choice) -> str:
        """Return the cells that hold the answers of a drop-down."""
        return self._list(choice, 0)

    def _cells(self, keys: Sequence[str]) -> _Cells:
        first, last = self._places[keys[0]], self._places[keys[-1]]
        sheet = quote_sheetname(first.parent.title)
        place = f"{sheet}!{_fixed(first)}" + (f":{_fixed(last)}" if len(keys) > 1 else "")
        choice = self._choices.get(keys[0])
        if choice is None:
            return _Cells(place)
        return _Cells(place, self._list(choice, 0), self._list(choice, 1))

    def _list(self, choice: Choice, line: int) -> str:
        """Return the row of answers (line 0) or of their numbers (line 1), written once."""
        key = (choice.options, choice.values)
        if key not in self._lists:
            self._write_list(choice)
        row = self._lists[key] + line
        return f"'{LISTS}'!$A${row}:${get_column_letter(len(choice.options))}${row}"

    def _write_list(self, choice: Choice) -> None:
        if LISTS not in self._book.sheetnames:
            self._book.create_sheet(LISTS).sheet_state = "veryHidden"
        lists: Any = self._book[LISTS]
        row = 2 * len(self._lists) + 1
        for column, option in enumerate(choice.options, 1):
            lists.cell(row, column, clean_for_cell(option)).data_type = "s"
        for column, value in enumerate(choice.values, 1):
            if value is not None:
                lists.cell(row + 1, column, value)
        self._lists[choice.options, choice.values] = row


def _fixed(cell: SheetCell) -> str:
    return f"${cell.column_letter}${cell.row}"


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
            self._add(notice_row(self._content.notice, grid_of(self._content)))
        title = self._row + 1
        for row in paged(sheet_rows(self._content, grid_of(self._content))):
            self._add(row)
        self._set_page(title)
        self._set_view()
        self._set_protection()

    def _add(self, row: SheetRow) -> None:
        if row.breaks and self._row:
            self._sheet.row_breaks.append(Break(self._row))
        self._row += 1
        for placed in row.body.cells:
            self._place(placed)
        if row.body.grows:
            self._let_grow(row.body.height)
        else:
            self._sheet.row_dimensions[self._row].height = row.body.height

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
        margins.left = margins.right = 0.45  # inches
        margins.top, margins.bottom, margins.footer = 0.45, 0.55, 0.3
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


@cache
def font(look: CellLook) -> Font:
    """Return the type of a look."""
    return Font(FONT, look.size, bold=look.bold, italic=look.italic, color=look.colour)


@cache
def tall_font(height: float) -> Font:
    """Return type for which Excel makes a row about so high, and no higher."""
    return Font(FONT, tall_size(height))


@cache
def fill(look: CellLook) -> PatternFill:
    """Return the shade of a look; none where it has none."""
    return PatternFill("solid", fgColor=look.shade) if look.shade else PatternFill()


@cache
def border(sides: str) -> Border:
    """Return lines at the sides that are named: l, r, t, b."""
    return Border(
        left=_LINE if "l" in sides else None,
        right=_LINE if "r" in sides else None,
        top=_LINE if "t" in sides else None,
        bottom=_LINE if "b" in sides else None,
    )


@cache
def alignment(look: CellLook, *, wraps: bool) -> Alignment:
    """Return where text stands in a cell."""
    return Alignment(horizontal="left", vertical=look.vertical, wrap_text=wraps, indent=look.indent)


@cache
def protection(look: CellLook) -> Protection:
    """Return whether a cell is open; everything that is not filled in is locked."""
    return Protection(locked=not look.is_open)
