"""What makes Excel offer to repair a workbook and no schema sees: limits, in the package itself."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise

from lxml import etree
from office_dumps import parts
from openpyxl.utils.cell import range_boundaries

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REFERENCE = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}(:[A-Z]{1,3}[1-9]\d{0,6})?")
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_MOST = {"prompt": 255, "error": 255, "promptTitle": 32, "errorTitle": 32}
_MOST_HIGH = 409.5  # points of a row
_MOST_IN_CELL, _MOST_IN_NAME, _MOST_IN_FOOTER, _MOST_IN_LIST = 32_767, 31, 255, 255


def repairs(package: bytes) -> list[str]:
    """Return what Excel would stumble over; nothing for a workbook that it just opens."""
    return list(_repairs(parts(package)))


def _repairs(content: dict[str, bytes]) -> Iterator[str]:
    book = etree.fromstring(content["xl/workbook.xml"])
    links = etree.fromstring(content["xl/_rels/workbook.xml.rels"])
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    styles = etree.fromstring(content["xl/styles.xml"])
    formats = len(_only(styles, "cellXfs"))
    names = [str(sheet.get("name")) for sheet in book.iter(_MAIN + "sheet")]
    yield from _name_repairs(names)
    for defined in book.iter(_MAIN + "definedName"):
        if "#REF!" in (defined.text or ""):
            yield f"defined name {defined.get('name')} refers to nothing"
    for sheet in book.iter(_MAIN + "sheet"):
        target = targets[sheet.get(_LINK)]
        part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
        for said in _sheet_repairs(etree.fromstring(content[part]), formats):
            yield f"{sheet.get('name')}: {said}"


def _name_repairs(names: list[str]) -> Iterator[str]:
    for name in names:
        if not name.strip() or _size(name) > _MOST_IN_NAME or _NOT_IN_NAME.search(name):
            yield f"sheet name {name!r}"
        elif name.startswith("'") or name.endswith("'"):
            yield f"sheet name {name!r} with an apostrophe at an end"
    for name, count in Counter(name.lower() for name in names).items():
        if count > 1:
            yield f"sheet name {name!r} twice"


def _sheet_repairs(sheet: etree._Element, formats: int) -> Iterator[str]:
    yield from _row_repairs(sheet)
    yield from _cell_repairs(sheet, formats)
    yield from _validation_repairs(sheet)
    for footer in sheet.iter(_MAIN + "oddFooter", _MAIN + "oddHeader"):
        if _size(footer.text or "") > _MOST_IN_FOOTER:
            yield f"footer of {_size(footer.text or '')} characters"
    areas = [str(merged.get("ref")) for merged in sheet.iter(_MAIN + "mergeCell")]
    for first, second in combinations(areas, 2):
        if _overlap(first, second):
            yield f"merged cells {first} and {second} overlap"


def _row_repairs(sheet: etree._Element) -> Iterator[str]:
    rows = list(sheet.iter(_MAIN + "row"))
    numbers = [int(str(row.get("r"))) for row in rows]
    if any(second <= first for first, second in pairwise(numbers)):
        yield "rows do not ascend"
    for row in rows:
        if float(row.get("ht") or 0) > _MOST_HIGH:
            yield f"row {row.get('r')}: {row.get('ht')} points high"


_OWN_FORMULA = re.compile(r"(?:IF|SUMPRODUCT|ROUND)\(|[0-9]+-|\"\"$")
"""How the formulas of our own forms begin; text from outside never becomes one."""


def _cell_repairs(sheet: etree._Element, formats: int) -> Iterator[str]:
    for cell in sheet.iter(_MAIN + "c"):
        text = "".join(each.text or "" for each in cell.iter(_MAIN + "t", _MAIN + "v"))
        if _size(text) > _MOST_IN_CELL:
            yield f"{cell.get('r')}: {_size(text)} characters"
        if int(cell.get("s") or 0) >= formats:
            yield f"{cell.get('r')}: style that does not exist"
        formula = cell.findtext(_MAIN + "f")
        if formula is not None and not _OWN_FORMULA.match(formula):
            yield f"{cell.get('r')}: a formula that this program does not write: {formula[:40]}"


def _validation_repairs(sheet: etree._Element) -> Iterator[str]:
    for validation in sheet.iter(_MAIN + "dataValidation"):
        for name, most in _MOST.items():
            if _size(validation.get(name) or "") > most:
                yield f"{name} of {_size(validation.get(name) or '')} characters"
        formula = validation.findtext(_MAIN + "formula1") or ""
        if formula.startswith('"') and _size(formula) - 2 > _MOST_IN_LIST:
            yield f"list of {_size(formula) - 2} characters"
        for reference in (validation.get("sqref") or "").split():
            if not _REFERENCE.fullmatch(reference):
                yield f"validation of {reference!r}"


def _only(parent: etree._Element, name: str) -> etree._Element:
    found = parent.find(_MAIN + name)
    assert found is not None, name
    return found


def _overlap(first: str, second: str) -> bool:
    left, top, right, bottom = range_boundaries(first)
    left_2, top_2, right_2, bottom_2 = range_boundaries(second)
    edges = (left, top, right, bottom, left_2, top_2, right_2, bottom_2)
    assert None not in edges
    return not (right < left_2 or right_2 < left or bottom < top_2 or bottom_2 < top)  # type: ignore[operator]


def _size(text: str) -> int:
    """Return the number of characters as Excel counts them."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
