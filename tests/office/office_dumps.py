"""Office files as text that a person can read and compare: one line for each thing in them."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
import openpyxl
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

CENTIMETRE = 360_000  # EMU
_PAPER = {"9": "A4"}
_TALLEST_TEXT = 18  # points; what is larger holds up a row


def parts(package: bytes) -> dict[str, bytes]:
    """Return the parts of an Office package by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def word_dump(package: bytes) -> str:
    """Return a .docx as lines: page, footer, then paragraphs and tables with their style."""
    return "\n".join([*_word_lines(docx.Document(io.BytesIO(package))), ""])


def _word_lines(file: Any) -> Iterator[str]:
    section, properties = file.sections[0], file.core_properties
    size = f"{section.page_width / CENTIMETRE:.1f} x {section.page_height / CENTIMETRE:.1f} cm"
    yield f"page {size}, margins {section.left_margin / CENTIMETRE:.1f} cm"
    normal = file.styles["Normal"].element.rPr.find(qn("w:lang"))
    usual = file.styles.element.find(".//" + qn("w:rPrDefault")).find(".//" + qn("w:lang"))
    languages = f"{normal.get(qn('w:val'))} (defaults {usual.get(qn('w:val'))})"
    yield f"language {languages}, title {properties.title!r}"
    yield f"author {properties.author!r}, keywords {properties.keywords!r}"
    for paragraph in section.footer.paragraphs:
        yield f"footer | {_footer_text(paragraph)}"
    for block in file.iter_inner_content():
        if isinstance(block, Table):
            yield from _table_lines(block)
        else:
            yield _paragraph_line(block)


def _footer_text(paragraph: Any) -> str:
    """Return the text of a footer; fields, which Word fills in, stand between braces."""
    said = ""
    for run in paragraph.runs:
        fields = run._r.findall(qn("w:instrText"))  # noqa: SLF001  (python-docx has no fields)
        said += run.text + "".join(f"{{{field.text.strip()}}}" for field in fields)
    return said


def _paragraph_line(paragraph: Any) -> str:
    text = "".join(
        piece.text or {"tab": "\t", "br": "\n"}.get(piece.tag.rpartition("}")[2], "")
        for piece in paragraph._p.iter(qn("w:t"), qn("w:br"), qn("w:tab"))  # noqa: SLF001  (python-docx skips controls)
        if not piece.get(qn("w:type"))  # a break of pages
    )
    return f"{paragraph.style.name} | {text!r}{_looks(paragraph)}"


def _looks(paragraph: Any) -> str:
    looks = [_control(one) for one in paragraph._p.findall(qn("w:sdt"))]  # noqa: SLF001  (idem)
    run = paragraph.runs[0] if paragraph.runs else None
    if run is not None and run.bold:
        looks.append("bold")
    if run is not None and run.font.size:
        looks.append(f"{run.font.size.pt:g} pt")
    if paragraph.paragraph_format.keep_with_next:
        looks.append("with next")
    if paragraph.paragraph_format.page_break_before:
        looks.append("on a new page")
    if paragraph._p.findall(".//" + qn("w:shd")):  # noqa: SLF001  (python-docx has no shading)
        looks.append("shaded")
    if paragraph._p.findall(".//" + qn("w:br")):  # noqa: SLF001  (python-docx has no breaks)
        looks.append("break")
    return f" ({', '.join(looks)})" if looks else ""


def _control(control: Any) -> str:
    """Return a content control as its tag, its title and its kind; an open one is unanswered."""
    own = control.find(qn("w:sdtPr"))
    said = {child.tag.rpartition("}")[2]: child for child in own}
    kind = next(name for name in ("dropDownList", "text", "checkbox", "richText") if name in said)
    options = [item.get(qn("w:value")) for item in said[kind].iter(qn("w:listItem"))]
    shown = [f"{kind} {said['tag'].get(qn('w:val'))}"]
    shown += [repr(said["alias"].get(qn("w:val")))] if "alias" in said else []
    shown += [str(options)] if options else []
    shown += ["of lines"] if said[kind].get(qn("w:multiLine")) else []
    shown += ["unanswered"] if "showingPlcHdr" in said else []
    return " ".join([*shown, said["lock"].get(qn("w:val"))])


def _table_lines(table: Any) -> Iterator[str]:
    about = table._tbl.tblPr.find(qn("w:tblCaption"))  # noqa: SLF001  (no alternative text there)
    widths = " ".join(f"{column.width / CENTIMETRE:.1f}" for column in table.columns)
    yield f"table {about.get(qn('w:val'))!r}, {table.style.name}, columns of {widths} cm"
    described = table._tbl.tblPr.find(qn("w:tblDescription"))  # noqa: SLF001  (idem)
    if described is not None:
        yield f"  described as {described.get(qn('w:val'))!r}"
    for row in table.rows:
        marks = row._tr.trPr  # noqa: SLF001  (python-docx has no public way)
        kept = marks is not None and marks.find(qn("w:cantSplit")) is not None
        repeated = marks is not None and marks.find(qn("w:tblHeader")) is not None
        kind = "header" if repeated else "row"
        high = f" {row.height.pt:.1f} high" if row.height else ""
        cells = [_Cell(one, table) for one in row._tr.iter(qn("w:tc"))]  # noqa: SLF001  (locked ones too)
        yield f"  {kind}{' kept' if kept else ''}{high}{'' if len(cells) > 1 else ' merged'}"
        for cell in cells:
            parent: Any = cell._tc.getparent()  # noqa: SLF001  (idem)
            is_locked = parent.tag == qn("w:sdtContent")
            locked = f" {_control(parent.getparent())}" if is_locked else ""
            for number, paragraph in enumerate(cell.paragraphs):
                yield f"    {'+' if number else '-'}{locked} {_paragraph_line(paragraph)}"


def workbook_dump(package: bytes) -> str:
    """Return an .xlsx as lines: sheets with their print set-up, cells, validations and merges."""
    book = openpyxl.load_workbook(io.BytesIO(package))
    stored = openpyxl.load_workbook(io.BytesIO(package), data_only=True)
    said = book.properties
    lines = [f"title {said.title!r}, author {said.creator!r}, language {said.language!r}"]
    lines.append(f"keywords {said.keywords!r}, made {said.created}, changed {said.modified}")
    lines.append(f"computes when it opens: {bool(book.calculation.fullCalcOnLoad)}")
    lines.extend(f"name {name} {one.attr_text}" for name, one in book.defined_names.items())
    for sheet, results in zip(book.worksheets, stored.worksheets, strict=True):
        lines.extend(_sheet_lines(sheet, results))
    return "\n".join([*lines, ""])


def _sheet_lines(sheet: Worksheet, results: Worksheet) -> Iterator[str]:
    locked = ", protected" if sheet.protection.sheet else ""
    yield f"sheet {sheet.title!r}, {sheet.sheet_state}{locked}"
    if sheet.protection.sheet:
        yield f"  may not {' '.join(_forbidden(sheet))}"
    if sheet.print_area:
        yield from _print_lines(sheet)
    merged = {str(area).partition(":")[0]: str(area) for area in sheet.merged_cells.ranges}
    for row in sheet.iter_rows():
        height = sheet.row_dimensions[row[0].row]  # type: ignore[index]
        if height.height and not any(_is_shown(cell) for cell in row):
            yield f"  row {row[0].row}, {_height(height)}"
        for cell in row:
            if _is_shown(cell):
                result = results[cell.coordinate].value
                stored = f" = {result!r}" if cell.data_type == "f" else ""
                yield f"  {_cell_line(cell, merged.get(cell.coordinate, ''))}{stored}"
    for validation in sheet.data_validations.dataValidation:
        yield f"  {_validation_line(validation)}"


def _is_shown(cell: Any) -> bool:
    """Tell whether a cell has something in it, or may get it, or holds up its row."""
    is_tall = cell.font.sz > _TALLEST_TEXT
    return cell.value is not None or not cell.protection.locked or is_tall


def _forbidden(sheet: Worksheet) -> list[str]:
    """Return what nobody may do on a protected sheet."""
    names = vars(type(sheet.protection))["__attrs__"]
    return [
        name
        for name in sorted(names)
        if name != "sheet" and getattr(sheet.protection, name) and "assword" not in name
    ]


def _validation_line(validation: Any) -> str:
    source = f" from {validation.formula1}" if validation.formula1 else ""
    prompt = f", prompt {validation.prompt!r}" if validation.prompt else ""
    error = f", else {validation.error!r}" if validation.showErrorMessage else ""
    empty = "" if validation.allowBlank else ", never empty"
    arrow = ", without arrow" if validation.showDropDown else ""
    kind = f"{validation.type or 'any'}{source}{prompt}{error}{empty}{arrow}"
    return f"validation {validation.sqref}: {kind}"


def _print_lines(sheet: Worksheet) -> Iterator[str]:
    page, margins = sheet.page_setup, sheet.page_margins
    footer: Any = sheet.oddFooter
    fits: Any = sheet.sheet_properties.pageSetUpPr
    fit = f"{page.fitToWidth} wide, {page.fitToHeight or 'any'} high, fits {fits.fitToPage}"
    yield f"  print {_PAPER.get(str(page.paperSize), page.paperSize)} {page.orientation}, {fit}"
    edges = (margins.left, margins.right, margins.top, margins.bottom, margins.footer)
    centred = ", centred" if sheet.print_options.horizontalCentered else ""
    yield f"  margins {' '.join(f'{edge:g}' for edge in edges)}{centred}"
    breaks = [each.id for each in sheet.row_breaks.brk]
    yield f"  area {sheet.print_area}, titles {sheet.print_title_rows}, breaks {breaks}"
    sizes = f"{footer.left.size} / {footer.right.size}"
    yield f"  footer {footer.left.text!r} / {footer.right.text!r} of {sizes}"
    widths = (f"{key} {sheet.column_dimensions[key].width:.4f}" for key in sheet.column_dimensions)
    yield f"  columns {', '.join(widths)}"
    (selection,) = sheet.sheet_view.selection
    grid = "" if sheet.sheet_view.showGridLines else ", no grid"
    yield f"  opens at {selection.activeCell} ({selection.sqref}){grid}"


def _height(row: Any) -> str:
    return f"high {row.height:g}{'' if row.customHeight else '+'}"


def _cell_line(cell: Any, merged: str) -> str:
    looks = [f"{cell.font.name} {cell.font.sz:g}{_colour(cell.font.color)}"]
    looks.extend(name for name in ("bold", "italic") if getattr(cell.font, name))
    if cell.fill.fill_type:
        looks.append(f"on {cell.fill.fgColor.rgb[-6:]}")
    if cell.number_format != "General":
        looks.append(f"as {cell.number_format}")
    looks.append("locked" if cell.protection.locked else "open")
    looks.append(f"type {cell.data_type}" if cell.value is not None else "empty")
    if lines := _lines_around(cell):
        looks.append(f"lines {lines}")
    if stands := _alignment(cell.alignment):
        looks.append(stands)
    height = cell.parent.row_dimensions[cell.row]
    if height.height:
        looks.append(_height(height))
    where = merged or cell.coordinate
    return f"{where} {_value(cell)!r} ({', '.join(looks)})"


def _value(cell: Any) -> Any:
    """Return what a cell holds; of a formula for several cells its text and cells."""
    value = cell.value
    return (value.text, value.ref) if isinstance(value, ArrayFormula) else value


def _colour(colour: Any) -> str:
    return f" {colour.rgb[-6:]}" if colour is not None and colour.type == "rgb" else ""


def _lines_around(cell: Any) -> str:
    sides = ((name, getattr(cell.border, name)) for name in ("left", "right", "top", "bottom"))
    drawn = [(name, side) for name, side in sides if side is not None and side.style]
    looks = {f"{side.style}{_colour(side.color)}" for _, side in drawn}
    return f"{''.join(name[0] for name, _ in drawn)} {' '.join(looks)}" if drawn else ""


def _alignment(alignment: Any) -> str:
    said = [one for one in (alignment.horizontal, alignment.vertical) if one]
    said += ["wraps"] if alignment.wrap_text else []
    said += [f"indent {alignment.indent:g}"] if alignment.indent else []
    return " ".join(said)
