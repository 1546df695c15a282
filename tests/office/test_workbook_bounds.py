"""A small workbook that unpacks to a very large one is refused soon, in a sentence."""

import io
import zipfile

import pytest
from odd_workbooks import package_of, sheet_xml

from competenties.findings import UnusableError
from competenties.office.tables import read_tables

TEXT = '<c t="inlineStr"><is><t>Competentie</t></is></c>'
LONG = {"xl/sharedStrings.xml": f"<sst><si><t>{'a ' * 500_000}</t></si></sst>"}
STRINGS = {"xl/sharedStrings.xml": f"<sst>{'<si><t>a</t></si>' * 500_001}</sst>"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "raw",
    [
        package_of(sheet_xml("<row/>" * 500_001)),
        package_of(sheet_xml(f"<row>{'<c/>' * 16_385}</row>")),
        package_of(sheet_xml("<x/>" * 7_000_001)),
        package_of(sheet_xml("<row><c t='s'><v>0</v></c></row>" * 51), LONG),
        package_of(sheet_xml(""), STRINGS),
        package_of(sheet_xml("", '<mergeCell ref="A1:B2"/>' * 100_001)),
        package_of(sheet_xml(""), {"xl/media/x.bin": bytes(251_000_000)}),
    ],
    ids=["rows", "cells of a row", "tags", "one text in many cells", "texts", "areas", "bytes"],
)
def test_more_than_any_table_holds_is_refused(raw: bytes) -> None:
    assert len(raw) < 2_000_000
    with pytest.raises(UnusableError) as caught:
        read_tables("bom.xlsx", raw)
    assert "wordt uitgepakt veel te groot" in caught.value.say("nl")


def test_a_size_that_is_a_lie_gives_a_sentence() -> None:
    honest = package_of(sheet_xml(f"<row>{TEXT}</row>" * 1000))
    for lie in (1, 300_000_000):
        with zipfile.ZipFile(io.BytesIO(honest)) as package:
            size = package.getinfo("xl/worksheets/sheet1.xml").file_size
        lying = honest.replace(size.to_bytes(4, "little"), lie.to_bytes(4, "little"))
        assert lying != honest
        with pytest.raises(UnusableError):
            read_tables("bom.xlsx", lying)


def test_a_part_that_is_packed_as_excel_never_does_is_not_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as package:
        package.writestr("xl/workbook.xml", bytes(1000))
    with pytest.raises(UnusableError) as caught:
        read_tables("bom.xlsx", buffer.getvalue())
    assert "beschadigd" in caught.value.say("nl")
