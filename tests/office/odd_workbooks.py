"""Workbooks as they come in the post: made by hand, part by part, so that each oddity is exact."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)


def workbook_of(fill: Callable[[Any], None]) -> bytes:
    """Return a workbook of openpyxl, its first sheet filled by a function."""
    book = openpyxl.Workbook()
    fill(book.worksheets[0])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def rows_of(*rows: list[Any]) -> Callable[[Any], None]:
    """Return a function that appends rows to a sheet."""

    def fill(sheet: Any) -> None:
        for row in rows:
            sheet.append(row)

    return fill


def package_of(sheet: str | bytes, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a workbook with the XML of its one sheet as given."""
    content = {
        "[Content_Types].xml": _TYPES,
        "xl/workbook.xml": _BOOK,
        "xl/_rels/workbook.xml.rels": _RELATIONS,
        "xl/worksheets/sheet1.xml": sheet,
        **(parts or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in content.items():
            package.writestr(name, part)
    return buffer.getvalue()


def sheet_xml(cells: str, after: str = "") -> str:
    """Return the XML of a sheet."""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData>{after}</worksheet>'
