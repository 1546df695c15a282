"""Office files as text that a person can read and compare: one line for each thing in them."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
import openpyxl
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from openpyxl.worksheet.worksheet import Worksheet

CENTIMETRE = 360_000  # EMU
_PAPER = {"9": "A4"}


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
    said = book.properties
    lines = [f"title {said.title!r}, author {said.creator!r}, language {said.language!r}"]
    for sheet in book.worksheets:
        lines.extend(_sheet_lines(sheet))
    return "\n".join([*lines, ""])


def _sheet_lines(sheet: Worksheet) -> Iterator[str]:
    locked = ", protected" if sheet.protection.sheet else ""
    yield f"sheet {sheet.title!r}, {sheet.sheet_state}{locked}"
    if sheet.print_area:
        yield from _print_lines(sheet)
    merged = {str(area).partition(":")[0]: str(area) for area in sheet.merged_cells.ranges}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None or not cell.protection.locked:
                yield f"  {_cell_line(cell, merged.get(cell.coordinate, ''))}"
    for validation in sheet.data_validations.dataValidation:
        source = f" from {validation.formula1}" if validation.formula1 else ""
        prompt = f", prompt {validation.prompt!r}" if validation.prompt else ""
        yield f"  validation {validation.sqref}: {validation.type or 'any'}{source}{prompt}"


def _print_lines(sheet: Worksheet) -> Iterator[str]:
    page = sheet.page_setup
    footer: Any = sheet.oddFooter
    fit = f"{page.fitToWidth} wide, {page.fitToHeight or 'any'} high"
    yield f"  print {_PAPER.get(str(page.paperSize), page.paperSize)} {page.orientation}, {fit}"
    breaks = [each.id for each in sheet.row_breaks.brk]
    yield f"  area {sheet.print_area}, titles {sheet.print_title_rows}, breaks {breaks}"
    yield f"  footer {footer.left.text!r} / {footer.right.text!r}"
    widths = (f"{key} {sheet.column_dimensions[key].width:.1f}" for key in sheet.column_dimensions)
    yield f"  columns {', '.join(widths)}"


def _cell_line(cell: Any, merged: str) -> str:
    looks = [f"{cell.font.sz:g}"]
    looks.extend(name for name in ("bold", "italic") if getattr(cell.font, name))
    if cell.fill.fill_type:
        looks.append(f"on {cell.fill.fgColor.rgb[-6:]}")
    looks.append("locked" if cell.protection.locked else "open")
    looks.append(f"type {cell.data_type}" if cell.value is not None else "empty")
    height = cell.parent.row_dimensions[cell.row]
    if height.height:
        looks.append(f"high {height.height:g}{'' if height.customHeight else '+'}")
    where = merged or cell.coordinate
    return f"{where} {cell.value!r} ({', '.join(looks)})"
