"""One sheet of a workbook as XML: its rows, drop-downs, messages, page, view and protection.

The order of the parts is that of ECMA-376 part 1, 18.3.1.99 (CT_Worksheet).
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from competenties.messages import Language, Phrase
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Choice,
    Document,
    Heading,
    Paragraph,
)
from competenties.office.house_style import HouseStyle
from competenties.office.workbook_cells import Noted, Rule, WrittenRow, written
from competenties.office.workbook_edges import edges, margins, room_taken
from competenties.office.workbook_grid import WIDE, WIDTH, grid_of
from competenties.office.workbook_keys import Keys
from competenties.office.workbook_logo import drawing_xml, logo_row_height, sheet_drawing
from competenties.office.workbook_pages import LOW_PAGE, PAGE, paged
from competenties.office.workbook_rows import UNDER, RowBody, SheetRow, notice_row, sheet_rows
from competenties.office.workbook_xml import HEAD, MAIN, attribute, letters, message

_NOT_IN_LIST = Phrase(nl="Kies een antwoord uit de lijst.", en="Choose an answer from the list.")
_BEGIN = f'{HEAD}<worksheet xmlns="{MAIN}">'
_FITS = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
_FORMAT = '<sheetFormatPr baseColWidth="8" defaultRowHeight="15"/>'
# What is not filled in is locked. 0 allows: rows may grow, and text can be read aloud.
_PROTECTED = (
    '<sheetProtection sheet="1" objects="0" scenarios="0" formatColumns="0" formatRows="0"'
    ' selectLockedCells="0" selectUnlockedCells="0"/>'
)
_CENTRED = '<printOptions horizontalCentered="1"/>'
_PAPER = (  # 9 is A4
    '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>'
)
_LYING_PAPER = _PAPER.replace('"portrait"', '"landscape"')
_LAST_COLUMN = 16383
_EXPLAINING = (Heading, Paragraph, Bullets)


class SheetRule(NamedTuple):
    """A drop-down with its answers in `source`, or a message, and the cells that have it."""

    attributes: str
    source: str
    cells: list[str]


class FormSheet(NamedTuple):
    """A sheet with its rows in their place; it prints from `title` on, and opens at `first_input`.

    `tall` are the sizes of type beside rows that grow. A sheet that only explains something has
    `begin`, its XML up to the page, which is the same in many workbooks.
    """

    name: str
    shares: tuple[float, ...]
    rows: Sequence[WrittenRow]
    title: int
    breaks: Sequence[int]
    rules: Sequence[SheetRule]
    first_input: str
    margins: str
    edges: str
    tall: frozenset[float]
    begin: str = ""
    width: float = WIDTH
    drawing: str = ""

    @property
    def has_lists(self) -> bool:
        """Tell whether answers are chosen on the sheet."""
        return any(rule.source for rule in self.rules)

    @property
    def print_area(self) -> str:
        """What goes on paper: what stands above the title is for whoever looks at a screen."""
        return f"$A${self.title}:${letters(len(self.shares))}${len(self.rows)}"


def form_sheet(document: Document, name: str, keys: Keys) -> FormSheet:
    """Return a document as a sheet; what has a key is noted, so that formulas find it."""
    if document.notice or not all(isinstance(block, _EXPLAINING) for block in document.blocks):
        return _laid_out(document, name, keys)
    sheet = _explaining(document.title, document.blocks, document.house)
    return sheet._replace(name=name, edges=_edges(document))


@lru_cache(maxsize=64)
def _explaining(title: str, blocks: tuple[Block, ...], house: HouseStyle) -> FormSheet:
    """Return a sheet on which nothing is filled in or computed, without its name and footer."""
    keys = Keys()
    sheet = _laid_out(Document(title, "nl", blocks, footer="", sheet="", house=house), "", keys)
    return sheet._replace(begin=_begin(sheet, keys, {}))


def _laid_out(document: Document, name: str, keys: Keys) -> FormSheet:
    grid = grid_of(document)
    notice = [notice_row(document.notice, grid)] if document.notice else []
    page = (LOW_PAGE if grid.width == WIDE else PAGE) - room_taken(document.house)
    content = sheet_rows(document, grid)
    if document.house.logo:
        logo = SheetRow(RowBody(logo_row_height(document.house)))
        content = [logo, content[0]._replace(follows=UNDER), *content[1:]]
    placed = [*notice, *paged(content, page)]
    rows = [written(row.body) for row in placed]
    noted = [(one, number) for number, row in enumerate(rows, 1) for one in row.noted]
    keys.add([(value, (name, column, number)) for (column, value, _), number in noted])
    asked = (f"{one.column}{row}" for one, row in noted if isinstance(one.value, Blank | Choice))
    return FormSheet(
        name,
        grid.shares,
        rows,
        len(notice) + 1,
        [above for above, row in enumerate(placed) if row.breaks and above],
        _rules(noted, keys, document.language),
        next(asked, "A1"),
        margins(document.house),
        _edges(document),
        frozenset([row.tall for row in rows if row.tall]),
        width=grid.width,
        drawing=drawing_xml(len(notice) + 1, document.house),
    )


def _edges(document: Document) -> str:
    return edges(document.house, document.footer, document.language)


def sheet_xml(sheet: FormSheet, keys: Keys, tall: Mapping[float, int]) -> tuple[str, str]:
    """Return the part of a sheet, when all keys are known: what others have too, and the rest."""
    begin = "" if sheet.begin else _begin(sheet, keys, tall)
    rules = _counted("dataValidations", [_rule(one) for one in sheet.rules])
    paper = _LYING_PAPER if sheet.width == WIDE else _PAPER
    drawing = sheet_drawing() if sheet.drawing else ""
    end = f"{_breaks(sheet.breaks)}{_unmarked(sheet)}{drawing}</worksheet>"
    return sheet.begin, f"{begin}{rules}{_CENTRED}{sheet.margins}{paper}{sheet.edges}{end}"


def _begin(sheet: FormSheet, keys: Keys, tall: Mapping[float, int]) -> str:
    """Return a sheet up to its page: the view, the columns and the rows."""
    columns = len(sheet.shares)
    last = letters(columns + 1 if sheet.tall else columns)
    said = (
        f'{_BEGIN}{_FITS}<dimension ref="A1:{last}{len(sheet.rows)}"/>',
        '<sheetViews><sheetView showGridLines="0" workbookViewId="0">',
        f'<selection activeCell="{sheet.first_input}" sqref="{sheet.first_input}"/>',
        f"</sheetView></sheetViews>{_FORMAT}{_columns(sheet.shares, sheet.width)}<sheetData>",
        *_rows(sheet, keys, tall),
        f"</sheetData>{_PROTECTED}",
        _counted("mergeCells", _merges(sheet.rows)),
    )
    return "".join(said)


def plain_sheet(rows: Iterable[str]) -> str:
    """Return the part of a sheet that nobody sees."""
    return f"{_BEGIN}<sheetData>{''.join(rows)}</sheetData></worksheet>"


def _rows(sheet: FormSheet, keys: Keys, tall: Mapping[float, int]) -> list[str]:
    """Return rows as XML.

    Excel fits a row that grows again at every change, and counts an empty cell beside the page
    by the size of its type: so the row never becomes lower than it is.
    """
    beside, found = letters(len(sheet.shares) + 1), []
    for count, row in enumerate(sheet.rows, 1):
        number = str(count)
        found.append(number.join(row.parts[0]))
        if row.formulas:
            for formula, part in zip(row.formulas, row.parts[1:], strict=True):
                found += (keys.formula(formula), number.join(part))
        if row.tall:
            found.append(f'<c r="{beside}{number}" s="{tall[row.tall]}"/></row>')
    return found


def _merges(rows: Sequence[WrittenRow]) -> list[str]:
    return [str(number).join(row.merges) for number, row in enumerate(rows, 1) if row.merges]


def _rules(noted: Sequence[tuple[Noted, int]], keys: Keys, language: Language) -> list[SheetRule]:
    """Return the rules of cells, each once with all of its cells."""
    found: dict[Rule, SheetRule] = {}
    for (column, value, rule), row in noted:
        if rule is None:
            continue
        known = found.get(rule)
        if known is None:
            source = keys.options(value) if isinstance(value, Choice) else ""
            found[rule] = known = SheetRule(_attributes(rule, language), source, [])
        known.cells.append(f"{column}{row}")
    return list(found.values())


@lru_cache(maxsize=1024)
def _attributes(rule: Rule, language: Language) -> str:
    """Return what a rule says: a message where there is one, and what is wrong with an answer."""
    said = message(rule.prompt)
    shows = f' showInputMessage="1" prompt="{said}"' if said else ""
    if not rule.options:
        return f'allowBlank="1"{shows}'
    wrong = attribute(_NOT_IN_LIST.say(language))
    return f'type="list" allowBlank="1"{shows} showErrorMessage="1" error="{wrong}"'


def _rule(rule: SheetRule) -> str:
    begin = f'<dataValidation {rule.attributes} sqref="{" ".join(rule.cells)}"'
    if not rule.source:
        return f"{begin}/>"
    return f"{begin}><formula1>{rule.source}</formula1></dataValidation>"


@lru_cache(maxsize=256)
def _columns(shares: tuple[float, ...], width: float) -> str:
    columns = (
        f'<col min="{number}" max="{number}" width="{width * share!r}" customWidth="1"/>'
        for number, share in enumerate(shares, 1)
    )
    return f"<cols>{''.join(columns)}</cols>"


def _counted(name: str, parts: Sequence[str]) -> str:
    """Return an element with its parts and their number; there is none without parts."""
    return f'<{name} count="{len(parts)}">{"".join(parts)}</{name}>' if parts else ""


def _breaks(above: Sequence[int]) -> str:
    """Return where pages end, by the row above."""
    if not above:
        return ""
    breaks = "".join(f'<brk id="{row}" max="{_LAST_COLUMN}" man="1"/>' for row in above)
    return f'<rowBreaks count="{len(above)}" manualBreakCount="{len(above)}">{breaks}</rowBreaks>'


def _unmarked(sheet: FormSheet) -> str:
    """Return that Excel marks no numbers that are text, where a wide table is only read."""
    if sheet.width != WIDE:
        return ""
    area = f"A1:{letters(len(sheet.shares))}{len(sheet.rows)}"
    said = f'<ignoredError sqref="{area}" numberStoredAsText="1"/>'
    return f"<ignoredErrors>{said}</ignoredErrors>"
