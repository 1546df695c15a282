"""Hostile text goes the whole road, from a sheet to paper: it stays text, and Office opens the files."""

import io
import zipfile
from pathlib import Path

import pytest
from example_documents import HOSTILE
from odd_workbooks import package_of, sheet_xml
from repair_limits import repairs
from running import call
from test_validity import sdk_errors_fixture as sdk_errors  # noqa: F401  (a fixture)

from competenties.office.clean import clean
from competenties.office.tables import Table, write_xlsx

FORMS = ("self-reflection", "feedback", "conversation", "appraisal-report")
LONG = "lang " * 8000  # 40,000 characters


def texts() -> list[str]:
    """Return the hostile texts as they can stand in a sheet."""
    return [text for one in HOSTILE if (text := clean(one).strip())]


@pytest.fixture(name="workspace")
def workspace_fixture(tmp_path: Path) -> Path:
    """Return a workspace imported from a workbook with hostile text in every cell."""
    rows = [
        [text, text, f"Competentie {number} {text}"[:200], text, "1", text, text]
        for number, text in enumerate(texts())
    ]
    header = ("Cluster", "Definitie", "Competentie", "Niveaunaam", "Niveau", "Gedrag", "Meetwijze")
    jobs = [
        [f"Functie {text}"[:200], text, row[2], "1", text]
        for text, row in zip(texts(), rows, strict=True)
    ]
    asked = ("Functie", "Doel van de functie", "Competentie", "Gevraagd niveau", "Onderbouwing")
    (tmp_path / "alles.xlsx").write_bytes(
        write_xlsx([Table("a", header, rows), Table("b", asked, jobs)])
    )
    root = tmp_path / "ws"
    made = call("import", tmp_path / "alles.xlsx", "-o", root, "--name", "=1+1", "--language", "nl")
    assert made.code == 0, made.err
    return root


@pytest.mark.slow
def test_every_document_of_hostile_text_is_valid(
    workspace: Path,
    sdk_errors: "object",  # noqa: F811  (the fixture)
) -> None:
    assert callable(sdk_errors)
    made = [call("write", "job-profile", workspace, "-o", workspace / "uit", "--anyway")]
    for form in FORMS:
        folder = workspace / form
        made.append(
            call("write", "rating-sheet", workspace, "-o", folder, "--form", form, "--anyway")
        )
    assert {one.code for one in made} == {0}, [one.err for one in made]
    files = [*workspace.rglob("*.docx"), *workspace.rglob("*.xlsx")]
    assert len(files) > 100
    for path in files[::15]:  # the validator takes a second a file
        assert sdk_errors(path.read_bytes(), path.suffix) == []
    for path in workspace.rglob("*.xlsx"):
        assert repairs(path.read_bytes()) == []


def test_a_text_longer_than_a_cell_makes_a_word_file_and_is_refused_for_excel(
    tmp_path: Path,
) -> None:
    source = tmp_path / "x.csv"
    rows = [f"Luisteren;1;{LONG}", "Schrijven;1;kort"]
    source.write_text("\n".join(["Competentie;Niveau;Gedrag", *rows]), encoding="utf-8")
    (tmp_path / "f.csv").write_text(
        "Functie;Competentie;Niveau\nBaliemedewerker;Luisteren;1\n", encoding="utf-8"
    )
    root = tmp_path / "ws"
    assert call("import", source, "-o", root, "--name", "Balie").code == 0
    assert call("import", tmp_path / "f.csv", "-o", root, "--framework", "balie").code == 0
    where = ("--workspace", root, "--language", "nl")
    assert call("write", "job-profile", "baliemedewerker", *where, "-o", root / "x.docx").code == 0
    refused = call("write", "rating-sheet", "baliemedewerker", *where, "-o", root / "x.xlsx")
    assert refused.code == 2
    assert "past niet in een cel van Excel" in refused.err
    assert not (root / "x.xlsx").exists()


def test_half_a_character_in_a_sheet_is_taken_away_and_the_rest_is_kept() -> None:
    from competenties.office.tables import read_tables

    row = '<row r="1"><c t="inlineStr"><is><t>half_xD83D_ teken_x0000_</t></is></c></row>'
    (sheet,) = read_tables("x.xlsx", package_of(sheet_xml(row))).sheets
    assert dict(sheet.cells()) == {(1, 1): "half teken"}


def test_a_package_of_ours_holds_no_formula(workspace: Path) -> None:
    out = workspace / "uit.xlsx"
    assert call("export", "table", workspace, "-o", out).code == 0
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as package:
        sheets = [package.read(name) for name in package.namelist() if "worksheets/sheet" in name]
    assert len(sheets) == 3
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
