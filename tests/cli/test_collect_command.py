"""`competenties collect`: what came back becomes results; what cannot be counted is listed."""

import io
import json
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from running import Outcome, call, workspace_in

from competenties.ratings.form import answer_key
from competenties.ratings.reading import read_form

ROWS = [
    f"Persoon {who};{who:03};;;Balie;Piet;2026;{rater};;{role}"
    for who in range(1, 7)
    for rater, role in (
        ("", "zelf"),
        ("Piet", "leidinggevende"),
        ("Anne", "collega"),
        ("Bert", "collega"),
        ("Cees", "collega"),
    )
]


@pytest.fixture(scope="module")
def round_(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a workspace, and a folder with forms that were filled in."""
    folder = tmp_path_factory.mktemp("ronde")
    root, table = workspace_in(folder), folder / "mensen.csv"
    header = "naam;nummer;e-mail;functie;afdeling;leidinggevende;periode;beoordelaar;e-mail beoordelaar;rol"
    table.write_text("\n".join([header, *ROWS]), encoding="utf-8")
    out = folder / "uit"
    asked = ("--people", table, "-o", out, "--workspace", root, "--language", "nl")
    assert call("write", "rating-sheet", "medewerker-klantcontact", *asked).code == 0
    for number, path in enumerate(sorted(out.rglob("*.xlsx"))):
        path.write_bytes(filled_in(path.read_bytes(), number % 5 + 1))
    return root, out


def filled_in(raw: bytes, point: int) -> bytes:
    """Return a form with one answer at every line."""
    text = read_form(raw).text
    words = {1: "nooit", 2: "zelden", 3: "soms", 4: "meestal", 5: "(vrijwel) altijd"}
    book = openpyxl.load_workbook(io.BytesIO(raw))
    for _, line in text.lines():
        book.worksheets[0][text.cells[answer_key(line.id)]] = f"{point} – {words[point]}"
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def collect(round_: tuple[Path, Path], source: Path, *more: str | Path) -> Outcome:
    return call("collect", source, "--workspace", round_[0], "--language", "nl", *more)


def test_a_round_becomes_a_workbook_with_results(round_: tuple[Path, Path], tmp_path: Path) -> None:
    done = collect(round_, round_[1], "-o", tmp_path / "r.xlsx")
    assert (done.code, done.err) == (0, "")
    assert "Geteld: formulieren 30, mensen of teams 6." in done.out
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    assert book.sheetnames == ["Lees dit eerst", "Uitkomsten", "Teams", "Kwaliteit van zinnen"]
    header, *rows = book["Uitkomsten"].iter_rows(values_only=True)
    assert len(rows) == 6 * 5 * 3
    score = header.index("Uitkomst")
    assert {type(row[score]) for row in rows} <= {int, float}, "numbers can be counted with"


def test_a_zip_file_and_a_folder_give_the_same_results(
    round_: tuple[Path, Path], tmp_path: Path
) -> None:
    shutil.make_archive(str(tmp_path / "terug"), "zip", round_[1])
    folder, packed = (
        json.loads(collect(round_, source, "--json").out)
        for source in (round_[1], tmp_path / "terug.zip")
    )
    assert folder == packed
    assert folder["summary"]["forms"] == 30


def test_a_damaged_file_in_a_zip_file_does_not_stop_the_others(
    round_: tuple[Path, Path], tmp_path: Path
) -> None:
    shutil.make_archive(str(tmp_path / "terug"), "zip", round_[1])
    raw = bytearray((tmp_path / "terug.zip").read_bytes())
    at = raw.index(b"Persoon 3 - Zelf")
    raw[at + 400 : at + 500] = bytes(100)
    (tmp_path / "terug.zip").write_bytes(raw)
    found = json.loads(collect(round_, tmp_path / "terug.zip", "--json").out)
    assert (found["summary"]["forms"], found["summary"]["refused"]) == (29, 1)


def test_files_that_cannot_be_counted_are_listed_and_stop_nothing(
    round_: tuple[Path, Path], tmp_path: Path
) -> None:
    back = tmp_path / "terug"
    shutil.copytree(round_[1], back)
    one = next(back.rglob("*.xlsx"))
    (back / "kopie.xlsx").write_bytes(one.read_bytes())
    (back / "kapot.xlsx").write_bytes(one.read_bytes()[:2000])
    (back / "~$open.xlsx").write_bytes(b"x")
    (back / "lees mij.txt").write_text("x", encoding="utf-8")
    done = collect(round_, back, "--json")
    found = json.loads(done.out)
    assert done.code == 1
    assert len(found["files"]) == 3
    assert {"kapot.xlsx", "lees mij.txt"} < {one["file"] for one in found["files"]}
    assert (found["summary"]["forms"], found["summary"]["refused"]) == (30, 3)


def test_one_form_can_be_read_by_itself(round_: tuple[Path, Path]) -> None:
    one = next(round_[1].rglob("*Zelfreflectie.xlsx"))
    assert json.loads(collect(round_, one, "--json").out)["summary"]["forms"] == 1


def test_who_answers_twice_counts_once(round_: tuple[Path, Path], tmp_path: Path) -> None:
    back = tmp_path / "terug"
    shutil.copytree(round_[1], back)
    one = next(back.rglob("*Bert.xlsx"))
    book = openpyxl.load_workbook(one)
    book["_copy"]["B1"] = "een andere code"
    book.save(back / "nog een keer.xlsx")
    found = json.loads(collect(round_, back, "--json").out)
    (refused,) = found["files"]
    assert "Van deze invuller over deze persoon" in refused["message"]


def test_another_list_is_no_send_list(round_: tuple[Path, Path]) -> None:
    people = round_[1].parent / "mensen.csv"
    done = collect(round_, round_[1], "--json", "--sent", people)
    assert (done.code, "code van dit exemplaar" in done.err) == (2, True)


def test_an_earlier_round_with_nobody_in_it_is_told(
    round_: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "leeg").mkdir()
    done = collect(round_, round_[1], "-o", tmp_path / "r.xlsx", "--earlier", tmp_path / "leeg")
    assert "daarvan ook in de eerdere ronde gevonden: 0" in done.out


def test_who_has_not_returned_is_told_from_the_send_list(
    round_: tuple[Path, Path], tmp_path: Path
) -> None:
    back = tmp_path / "terug"
    shutil.copytree(round_[1], back)
    (back / "Piet" / "Persoon 6 - Feedbackformulier - Bert.xlsx").unlink()
    found = json.loads(collect(round_, back, "--json").out)
    (missing,) = found["not_returned"]
    assert (missing["Ontvanger"], missing["Over wie"]) == ("Bert", "Persoon 6")
    roles = {one["role"]: one for one in found["results"][5]["parts"][0]["roles"]}
    assert roles["colleague"] == {"role": "colleague", "hidden": True}


def test_a_page_for_each_person(round_: tuple[Path, Path], tmp_path: Path) -> None:
    done = collect(round_, round_[1], "-o", tmp_path / "r.xlsx", "--reports", tmp_path / "p")
    assert done.code == 0
    assert sorted(path.name for path in (tmp_path / "p").iterdir()) == [
        f"Persoon {who}.docx" for who in range(1, 7)
    ]
    again = collect(round_, round_[1], "-o", tmp_path / "r2.xlsx", "--reports", tmp_path / "p")
    assert (again.code, "bestaat al" in again.err) == (2, True)


def test_whoever_has_an_appraisal_report_in_the_round_gets_no_chart(
    round_: tuple[Path, Path], tmp_path: Path
) -> None:
    back = tmp_path / "terug"
    shutil.copytree(round_[1], back)
    table = tmp_path / "mensen.csv"
    table.write_text(
        "naam;nummer;leidinggevende;periode\nPersoon 1;001;Piet;2026", encoding="utf-8"
    )
    asked = ("--people", table, "--form", "appraisal-report", "-o", back, "--workspace", round_[0])
    assert call("write", "rating-sheet", "medewerker-klantcontact", *asked).code == 0
    report = next(back.rglob("Persoon 1 - Beoordelingsverslag*.xlsx"))
    report.write_bytes(filled_in(report.read_bytes(), 3))
    made = tmp_path / "p"
    done = collect(round_, back, "-o", tmp_path / "r.xlsx", "--reports", made)
    assert done.code == 0, done.err
    pictures = {
        path.stem: sum(name.startswith("word/media/") for name in zipfile.ZipFile(path).namelist())
        for path in made.iterdir()
    }
    without = {name for name, count in pictures.items() if count == 0}
    assert len(pictures) > len(without)
    assert {name.split(" (")[0] for name in without} == {"Persoon 1"}
    assert all(not count for name, count in pictures.items() if name.startswith("Persoon 1"))


def test_a_text_that_has_moved_on_is_told(round_: tuple[Path, Path], tmp_path: Path) -> None:
    root = tmp_path / "nieuw"
    shutil.copytree(round_[0], root)
    path = root / "frameworks" / "basis.json"
    text = path.read_text(encoding="utf-8")
    old = "Houdt een klacht op eigen naam tot de klant de oplossing heeft bevestigd."
    assert old in text
    path.write_text(text.replace(old, "Belt de klant binnen een dag terug."), encoding="utf-8")
    done = call(
        "collect", round_[1], "--workspace", root, "--language", "nl", "-o", tmp_path / "r.xlsx"
    )
    assert "van de 15 zinnen op het formulier zijn er 1 sindsdien gewijzigd" in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("weg",), "Geef met -o een bestand"),
        (("weg", "-o", "r.xlsx"), "weg is niet gevonden"),
        (("weg", "-o", "r.docx"), "eindigt op .xlsx"),
    ],
)
def test_what_cannot_be_is_explained(arguments: tuple[str, ...], said: str) -> None:
    done = call("collect", *arguments, "--language", "nl")
    assert done.code == 2
    assert said in done.err


def test_a_file_that_is_no_zip_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"geen zip")
    done = call("collect", tmp_path / "x.zip", "--json", "--language", "nl")
    assert (done.code, "geen zip-bestand en geen map" in done.err) == (2, True)
    with zipfile.ZipFile(tmp_path / "leeg.zip", "w"):
        pass
    empty = call("collect", tmp_path / "leeg.zip", "--json", "--language", "nl")
    assert json.loads(empty.out)["summary"]["forms"] == 0


@pytest.mark.parametrize(
    ("name", "kind"), [("verslag.docx", "een Word-bestand"), ("verslag.pdf", "een PDF")]
)
def test_a_form_that_is_not_in_excel_is_refused_in_one_sentence(
    tmp_path: Path, name: str, kind: str
) -> None:
    root, path = workspace_in(tmp_path), tmp_path / name
    asked = ("--form", "appraisal-report", "-o", path)
    assert call("write", "rating-sheet", root, *asked).code == 0
    refused = call("collect", path, "-o", tmp_path / "uit.xlsx", "--language", "nl")
    assert refused.code == 2
    assert f"{name} is {kind}, en collect leest alleen formulieren in Excel." in refused.err
    assert len(refused.err.splitlines()) == 2
    assert not (tmp_path / "uit.xlsx").exists()


def test_results_do_not_become_a_framework(round_: tuple[Path, Path], tmp_path: Path) -> None:
    results = tmp_path / "uitkomsten.xlsx"
    assert collect(round_, round_[1], "-o", results).code == 0
    refused = call("import", results, "--language", "nl")
    assert refused.code == 2
    assert "is een tabel van mensen" in refused.err
