"""Ordinary and hostile text make files that Office opens: by Microsoft's SDK, and by its limits."""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from example_documents import (
    EVERY_BLOCK,
    EVERY_LAYOUT,
    HOSTILE,
    with_text,
    with_text_in_layouts,
)
from house_examples import HOUSES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from repair_limits import repairs

from competenties.office.blocks import Bullets, Choice, Document, Fields, Heading, Paragraph
from competenties.office.drawing import picture
from competenties.office.house_style import HouseStyle
from competenties.office.word import word
from competenties.office.workbook import workbook

ROOT = Path(__file__).parent.parent.parent
VALIDATOR = ROOT / "build" / "npm" / "node_modules" / ".bin" / "ooxml-validator"
SHARED_LINT = ROOT.parent / "shared" / "tools" / "excel_repair_lint.py"
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")

WRITERS = pytest.mark.parametrize(("writer", "suffix"), [(word, ".docx"), (workbook, ".xlsx")])
EVERYTHING_AT_ONCE = replace(
    EVERY_BLOCK,
    blocks=(
        *EVERY_BLOCK.blocks,
        Bullets(HOSTILE),
        Fields(tuple((text, Choice(HOSTILE, text)) for text in HOSTILE)),
        *(Heading(text) for text in HOSTILE),
        *(Paragraph(text) for text in HOSTILE),
    ),
)


@pytest.fixture(name="sdk_errors")
def sdk_errors_fixture(tmp_path: Path) -> Callable[[bytes, str], list[str]]:
    """Return what Microsoft's Open XML SDK has against a package."""
    program = str(VALIDATOR) if VALIDATOR.exists() else shutil.which("ooxml-validator")
    if program is None or shutil.which("node") is None:
        reason = "Microsoft's SDK validator is not here (.ci/run installs it)"
        (pytest.fail if IN_CI else pytest.skip)(reason)

    def errors(package: bytes, suffix: str) -> list[str]:
        path = tmp_path / f"document{suffix}"
        path.write_bytes(package)
        done = subprocess.run(
            [str(program), str(path)], capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode in (0, 1), done.stderr
        return [json.dumps(error) for error in json.loads(done.stdout)["errors"]]

    return errors


@WRITERS
def test_ordinary_content_is_valid(
    writer: Callable[[Document], bytes],
    suffix: str,
    sdk_errors: Callable[[bytes, str], list[str]],
) -> None:
    assert sdk_errors(writer(EVERY_BLOCK), suffix) == []


@WRITERS
def test_hostile_content_is_valid(
    writer: Callable[[Document], bytes],
    suffix: str,
    sdk_errors: Callable[[bytes, str], list[str]],
) -> None:
    assert sdk_errors(writer(EVERYTHING_AT_ONCE), suffix) == []


def test_every_layout_is_valid_in_word(sdk_errors: Callable[[bytes, str], list[str]]) -> None:
    assert sdk_errors(word(EVERY_LAYOUT), ".docx") == []


def test_pictures_are_valid_in_word(sdk_errors: Callable[[bytes, str], list[str]]) -> None:
    found = [picture("#square(fill: red)", {}, text) for text in ("Een vierkant", *HOSTILE)]
    blocks = (Heading("Beeld"), *found, *EVERY_BLOCK.blocks)
    assert sdk_errors(word(replace(EVERY_BLOCK, blocks=blocks)), ".docx") == []


@pytest.mark.slow
def test_every_hostile_text_in_every_layout_is_valid_in_word(
    sdk_errors: Callable[[bytes, str], list[str]],
) -> None:
    blocks = [block for text in HOSTILE for block in with_text_in_layouts(text).blocks]
    whole = replace(EVERY_LAYOUT, notice="".join(HOSTILE), blocks=tuple(blocks))
    assert sdk_errors(word(whole), ".docx") == []


@pytest.mark.slow
@WRITERS
@pytest.mark.parametrize("text", HOSTILE)
def test_one_hostile_text_everywhere_is_valid(
    text: str,
    writer: Callable[[Document], bytes],
    suffix: str,
    sdk_errors: Callable[[bytes, str], list[str]],
) -> None:
    assert sdk_errors(writer(with_text(text)), suffix) == []


@pytest.mark.slow
@WRITERS
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(codec=None), min_size=1))
def test_any_text_is_valid(
    writer: Callable[[Document], bytes],
    suffix: str,
    sdk_errors: Callable[[bytes, str], list[str]],
    text: str,
) -> None:
    assert sdk_errors(writer(with_text(text)), suffix) == []


def test_excel_has_nothing_to_repair_in_ordinary_content() -> None:
    assert repairs(workbook(EVERY_BLOCK)) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_excel_has_nothing_to_repair_in_hostile_content(text: str) -> None:
    assert repairs(workbook(with_text(text))) == []


@settings(max_examples=25, deadline=None)
@given(text=st.text(st.characters(codec=None), min_size=1))
def test_any_text_is_within_the_limits_and_comes_back_as_text(text: str) -> None:
    package = workbook(with_text(text))
    assert repairs(package) == []
    book = openpyxl.load_workbook(io.BytesIO(package))
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row if cell.value}
    assert kinds <= {"s", "inlineStr"}


@pytest.mark.parametrize("document", [EVERY_BLOCK, EVERYTHING_AT_ONCE, with_text("&" * 300)])
def test_the_shared_lint_agrees(document: Document, tmp_path: Path) -> None:
    if not SHARED_LINT.exists():
        pytest.skip("../shared is not here")
    path = tmp_path / "form.xlsx"
    path.write_bytes(workbook(document))
    done = subprocess.run(
        [sys.executable, SHARED_LINT, path], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout


def broken(breaks: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    breaks(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _add_list(book: openpyxl.Workbook) -> None:
    rule = DataValidation(type="list", formula1=f'"{"x" * 300}"')
    rule.add("A1")
    book.worksheets[0].add_data_validation(rule)


def _add_prompt(book: openpyxl.Workbook) -> None:
    rule = DataValidation(prompt="x" * 300)
    rule.add("A1")
    book.worksheets[0].add_data_validation(rule)


def _merge_twice(book: openpyxl.Workbook) -> None:
    book.worksheets[0].merge_cells("A1:B2")
    book.worksheets[0].merge_cells("B2:C3")


def _add_footer(book: openpyxl.Workbook) -> None:
    footer: Any = book.worksheets[0].oddFooter
    footer.left.text = "x" * 300


def _add_formula(book: openpyxl.Workbook) -> None:
    book.worksheets[0]["A1"] = "=zie toelichting"


def _refer_to_nothing(book: openpyxl.Workbook) -> None:
    book.defined_names["weg"] = DefinedName("weg", attr_text="#REF!$A$1")


def _raise_row(book: openpyxl.Workbook) -> None:
    book.worksheets[0]["A1"] = "hoog"
    book.worksheets[0].row_dimensions[1].height = 500


@pytest.mark.parametrize(
    ("breaks", "said"),
    [
        (_raise_row, "500 points high"),
        (_add_list, "list of 300 characters"),
        (_add_prompt, "prompt of 300 characters"),
        (_merge_twice, "overlap"),
        (_add_footer, "footer of 302 characters"),
        (_add_formula, "a formula"),
        (_refer_to_nothing, "refers to nothing"),
    ],
)
def test_the_check_of_these_limits_sees_what_is_over_them(
    breaks: Callable[[openpyxl.Workbook], None], said: str
) -> None:
    (found,) = repairs(broken(breaks))
    assert said in found


@WRITERS
@pytest.mark.parametrize("house", HOUSES, ids=["green", "red", "black"])
def test_a_house_style_keeps_files_valid(
    writer: Callable[[Document], bytes],
    suffix: str,
    house: HouseStyle,
    sdk_errors: Callable[[bytes, str], list[str]],
) -> None:
    package = writer(replace(EVERYTHING_AT_ONCE, house=house, notice="Vul in."))
    assert sdk_errors(package, suffix) == []
    if suffix == ".xlsx":
        assert repairs(package) == []
