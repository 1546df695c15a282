"""`competenties import`, `export` and `formats`: from a sheet to a workspace and back."""

import json
from pathlib import Path

import openpyxl
import pytest
from running import call, replace_in, run, workspace_in

from competenties.messages import LANGUAGES, Language
from competenties.workspace.shipped import shipped

TABLES = shipped("frameworks") / "tables"
COMPETENCES = TABLES / "magazijn-competenties.csv"
JOBS = TABLES / "magazijn-functies.csv"


def test_without_a_place_to_go_only_the_plan_is_shown(tmp_path: Path) -> None:
    shown = run("import", COMPETENCES, cwd=tmp_path)
    assert (shown.code, shown.err) == (0, "")
    assert "  D   Niveau 1 – Volgens afspraak    → niveau 1" in shown.out
    assert "2 clusters, 3 competenties, 9 competentieniveaus" in shown.out
    assert "20 gedragsindicatoren." in shown.out
    assert "Elke gevulde cel is gebruikt." in shown.out
    assert "Er is nog niets geschreven." in shown.out
    assert list(tmp_path.iterdir()) == []


def test_a_folder_becomes_a_workspace_that_jobs_join(tmp_path: Path) -> None:
    root = tmp_path / "magazijn"
    first = call(
        "import", "table", COMPETENCES, "-o", root, "--name", "Magazijn", "--language", "nl"
    )
    assert first.code == 0, first.err
    assert "Geen aandachtspunten." in first.out
    second = call("import", JOBS, "-o", root, "--framework", "magazijn")
    assert second.code == 0, second.err
    files = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.json"))
    assert files == [
        "frameworks/magazijn.json",
        "profiles/coordinator-magazijn.json",
        "profiles/medewerker-magazijn.json",
        "schemas/house-framework.schema.json",
    ]
    assert call("check", root).code == 0
    made = call(
        "write", "rating-sheet", "medewerker-magazijn", "--workspace", root, "-o", root / "x.xlsx"
    )
    assert made.code == 0, made.err


def test_a_framework_and_a_job_may_have_the_same_id(tmp_path: Path) -> None:
    root, jobs = tmp_path / "ws", tmp_path / "jobs.csv"
    jobs.write_text("Functie;Competentie\nMagazijn;Gevaar melden\n", encoding="utf-8")
    assert call("import", COMPETENCES, "-o", root, "--name", "Magazijn").code == 0
    assert call("import", jobs, "-o", root, "--framework", "magazijn").code == 0
    where = ("magazijn", "--workspace", root)
    assert call("write", "job-profile", *where, "-o", tmp_path / "x.docx").code == 0
    assert call("export", "table", *where, "-o", tmp_path / "x.xlsx").code == 0


def test_one_framework_can_become_one_file(tmp_path: Path) -> None:
    path = tmp_path / "magazijn.json"
    assert call("import", COMPETENCES, "-o", path).code == 0
    assert json.loads(path.read_bytes())["$schema"] == "urn:competenties:framework:1"
    assert [one.name for one in tmp_path.iterdir()] == ["magazijn.json"]
    refused = call("import", JOBS, "-o", tmp_path / "twee.json")
    assert refused.code == 2
    assert "twee.json" in refused.err


def test_nothing_is_written_when_one_of_the_files_is_there_already(tmp_path: Path) -> None:
    root = tmp_path / "magazijn"
    assert call("import", COMPETENCES, "-o", root).code == 0
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    refused = call("import", COMPETENCES, "-o", root)
    assert refused.code == 2
    assert "--force" in refused.err
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    assert call("import", COMPETENCES, "-o", root, "--force").code == 0


def test_a_file_that_is_replaced_is_kept_with_all_that_somebody_had_filled_in(
    tmp_path: Path,
) -> None:
    root = tmp_path / "ws"
    assert call("import", COMPETENCES, "-o", root, "--name", "Magazijn").code == 0
    assert call("import", JOBS, "-o", root, "--framework", "magazijn").code == 0
    path = root / "profiles" / "medewerker-magazijn.json"
    replace_in(path, '"name": "Medewerker magazijn"', '"name": "Medewerker magazijn en winkel"')
    before = path.read_bytes()
    again = call(
        "import", JOBS, "-o", root, "--framework", "magazijn", "--force", "--language", "nl"
    )
    assert again.code == 0
    assert "is bewaard als" in again.err
    (kept,) = (root / ".competenties" / "replaced").iterdir()
    assert kept.read_bytes() == before
    assert call("check", root).code == 0
    alone = tmp_path / "los" / "model.json"
    for name in ("Een", "Twee"):
        assert call("import", COMPETENCES, "-o", alone, "--name", name, "--force").code == 0
    assert len(list((tmp_path / "los" / ".competenties" / "replaced").iterdir())) == 1


def test_a_framework_to_refer_to_goes_with_a_table_of_jobs_only(tmp_path: Path) -> None:
    root = tmp_path / "ws"
    assert call("import", COMPETENCES, "-o", root, "--name", "Magazijn").code == 0
    refused = call("import", COMPETENCES, "-o", root, "--framework", "magazijn")
    assert refused.code == 2
    assert "--framework" in refused.err


def test_a_new_workspace_can_have_the_name_of_the_organisation(tmp_path: Path) -> None:
    root = tmp_path / "ws"
    assert call("import", COMPETENCES, "-o", root, "--organisation", "Bakker B.V.").code == 0
    assert 'organisation = "Bakker B.V."' in (root / "competenties.toml").read_text(
        encoding="utf-8"
    )
    refused = call("import", COMPETENCES, "-o", tmp_path / "map.xlsx")
    assert refused.code == 2
    assert not (tmp_path / "map.xlsx").exists()


def test_of_several_frameworks_one_has_to_be_named_and_the_sentence_shows_how(
    tmp_path: Path,
) -> None:
    root = workspace_in(tmp_path)
    assert call("import", COMPETENCES, "-o", root, "--name", "Magazijn").code == 0
    refused = call("export", "table", root, "-o", tmp_path / "x.xlsx")
    assert refused.code == 2
    out = tmp_path / "x.xlsx"
    assert f"competenties export table basis --workspace {root} -o {out}" in refused.err


def test_the_plan_as_json_and_as_a_report(tmp_path: Path) -> None:
    source = tmp_path / "x.csv"
    source.write_text("Competentie;Definitie;Kleur\nLuisteren;Hoort.;blauw\n", encoding="utf-8")
    report = tmp_path / "plan.json"
    shown = call("import", source, "--json", "--report", report, "--language", "nl")
    data = json.loads(shown.out)
    assert json.loads(report.read_bytes()) == {k: v for k, v in data.items() if k != "written"}
    assert data["counts"]["competences"] == 1
    assert data["columns"][2] == {
        "sheet": "x",
        "cell": "C1",
        "title": "Kleur",
        "becomes": None,
        "confidence": None,
    }
    assert data["left_overs"][1] == {
        "sheet": "x",
        "cell": "C2",
        "row": 2,
        "text": "blauw",
        "reason": "deze kolom is niet herkend",
        "kept": True,
    }
    assert data["written"] == []


def test_rows_that_were_not_understood_are_named_by_their_cells(tmp_path: Path) -> None:
    source = tmp_path / "x.csv"
    lines = [f";los {number}" for number in range(3)]
    source.write_text("\n".join(["Competentie;Definitie", "A;b", *lines]), encoding="utf-8")
    shown = call("import", source, "--language", "nl")
    assert "3 cellen (x: B3:B5): in deze rij is geen competentie of functie genoemd" in shown.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_imported_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "oud.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (tmp_path / "leeg.csv").write_bytes(b"")
    cases = (
        ("er-is-niets.xlsx",),
        (".",),
        ("oud.xls",),
        ("leeg.csv",),
        ("onzin", str(COMPETENCES)),
        ("table", "a", "b"),
        (str(COMPETENCES), "--map", "Onzin=competentie"),
        (str(COMPETENCES), "--sheet", "Blad9"),
        (str(COMPETENCES), "--text-language", "Nederlands"),
        (str(JOBS), "--framework", "bestaat-niet"),
    )
    for case in cases:
        refused = call("import", *case, "--language", language)
        assert (refused.code, refused.out) == (2, ""), case
        assert len(refused.err.strip().splitlines()) == 1, refused.err
        assert "Traceback" not in refused.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["leeg.csv", "oud.xls"]


def test_columns_with_other_names_can_be_mapped(tmp_path: Path) -> None:
    source = tmp_path / "x.csv"
    source.write_text("Ding;Uitleg\nLuisteren;Hoort.\n", encoding="utf-8")
    assert call("import", source).code == 2
    shown = call("import", source, "--map", "Ding=competentie", "--map", "Uitleg=definition")
    assert shown.code == 0, shown.err


def test_a_framework_goes_out_as_a_workbook_and_comes_back(tmp_path: Path) -> None:
    root = workspace_in(tmp_path)
    book = tmp_path / "basis.xlsx"
    made = call("export", "table", root, "-o", book)
    assert (made.code, made.out) == (0, f"Gemaakt: {book} (Tabel)\n")
    sheets = openpyxl.load_workbook(book)
    assert sheets.sheetnames == ["Competenties", "Indicatoren", "Functies"]
    assert sheets["Indicatoren"].max_row == 361
    back = call("import", book, "-o", tmp_path / "terug", "--language", "nl")
    assert back.code == 0, back.err
    assert "Elke gevulde cel is gebruikt." in back.out
    assert "18 competenties, 90 competentieniveaus, 5 niveaus in de niveau-indeling" in back.out
    assert call("export", "table", "basis", "--workspace", root, "-o", book).code == 2


def test_a_folder_gets_a_csv_file_for_each_table(tmp_path: Path) -> None:
    root = workspace_in(tmp_path)
    assert call("export", "table", root, "-o", tmp_path / "csv").code == 0
    files = sorted(path.name for path in (tmp_path / "csv").iterdir())
    assert files == ["competenties.csv", "functies.csv", "indicatoren.csv"]
    refused = call("export", "table", root, "-o", tmp_path / "x.pdf")
    assert refused.code == 2
    assert ".xlsx" in refused.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_formats_are_listed_with_what_they_carry(language: Language) -> None:
    shown = call("formats", "--language", language)
    assert shown.code == 0
    assert "\ntable: " in f"\n{shown.out}"
    assert call("formats", "onzin").code == 2


def test_people_are_never_made_into_a_framework(tmp_path: Path) -> None:
    people, root = tmp_path / "mensen.csv", tmp_path / "ws"
    row = "Jan de Vries;00123;jan@voorbeeld.nl;medewerker-klantcontact;zelf"
    people.write_text(f"naam;nummer;e-mail;functie;rol\n{row}\n", encoding="utf-8")
    for output in ((), ("-o", root), ("--json",)):
        refused = call("import", people, *output, "--language", "nl")
        assert (refused.code, refused.out) == (2, "")
        assert refused.err.startswith("mensen.csv is een tabel van mensen")
        assert "competenties write rating-sheet FUNCTIEPROFIEL --people mensen.csv" in refused.err
        assert "Jan" not in refused.err
    assert not root.exists()


def test_what_an_export_loses_is_said_by_subject_and_written_value_by_value(
    tmp_path: Path,
) -> None:
    root, report = workspace_in(tmp_path), tmp_path / "verlies.json"
    made = call("export", "table", root, "-o", tmp_path / "x.xlsx", "--report", report)
    assert made.code == 0
    assert "Niet alles staat in het andere programma zoals het was" in made.err
    assert "  Blijft achter:\n" in made.err
    assert "    Interviewvragen (54)\n" in made.err
    assert "    Delen van functieprofielen (1)" in made.err
    data = json.loads(report.read_bytes())
    assert (data["format"], data["preset"]) == ("table", None)
    assert sum(one["values"] for one in data["summary"]) == len(data["losses"])
    name = next(one for one in data["losses"] if one["place"] == "framework/name/nl")
    assert (name["kind"], name["value"]) == ("left-out", "Basis")
    assert call("export", "table", root, "-o", tmp_path / "y.xlsx", "--report", report).code == 2


def test_strict_makes_nothing_when_something_would_be_lost(tmp_path: Path) -> None:
    root, out, report = workspace_in(tmp_path), tmp_path / "x.xlsx", tmp_path / "verlies.json"
    refused = call("export", "table", root, "-o", out, "--strict", "--report", report)
    assert (refused.code, refused.out) == (1, "")
    assert "Er is niets gemaakt" in refused.err
    assert not out.exists()
    assert json.loads(report.read_bytes())["losses"]


def test_a_preset_is_a_format_by_its_name(tmp_path: Path) -> None:
    root, short, long = workspace_in(tmp_path), tmp_path / "kort.csv", tmp_path / "lang"
    assert call("export", "totara", root, "-o", short).code == 0
    assert call("export", "table", root, "--preset", "totara", "-o", long).code == 0
    assert short.read_bytes() == (long / "comp.csv").read_bytes()
    assert short.read_bytes().startswith(b"idnumber,fullname")
    branch = tmp_path / "tak.csv"
    assert call("export", "totara", root, "--levels", "branch", "-o", branch).code == 0
    assert branch.read_bytes().count(b"-indicator") > 100


def test_a_place_that_does_not_fit_the_export_is_refused_with_what_does(tmp_path: Path) -> None:
    root = workspace_in(tmp_path)
    cases = {
        ("totara", "x.xlsx"): ".csv, of een map",
        ("peoplefluent", "x.csv"): "Noem een map",
        ("table", "x.csv"): "Noem een map",
        ("onzin", "x.csv"): "totara",
        ("", "x.pdf"): "Kies uit",
    }
    for (name, output), words in cases.items():
        given = [name] if name else []
        refused = call("export", *given, root, "-o", tmp_path / output, "--language", "nl")
        assert refused.code == 2, output
        assert words in refused.err
        assert not (tmp_path / output).exists()


def test_the_format_may_be_left_out_where_the_name_shows_it(tmp_path: Path) -> None:
    book = tmp_path / "x.xlsx"
    assert call("export", workspace_in(tmp_path), "-o", book).code == 0
    assert openpyxl.load_workbook(book).sheetnames[0] == "Competenties"


def test_an_export_as_json_names_its_files_and_losses(tmp_path: Path) -> None:
    out = tmp_path / "csv"
    made = call("export", "nl-excel", workspace_in(tmp_path), "-o", out, "--json")
    data = json.loads(made.out)
    assert [Path(one).name for one in data["written"]] == [
        "competenties.csv",
        "indicatoren.csv",
        "functies.csv",
    ]
    assert data["preset"] == "nl-excel"
    assert data["losses"][0]["kind"] in ("left-out", "changed", "elsewhere", "shortened")


def test_a_folder_with_csv_files_comes_in_as_one_framework_with_its_jobs(tmp_path: Path) -> None:
    out, back = tmp_path / "csv", tmp_path / "terug"
    assert call("export", "nl-excel", workspace_in(tmp_path), "-o", out).code == 0
    shown = call("import", out, "-o", back, "--name", "Basis", "--language", "nl")
    assert shown.code == 0, shown.err
    assert "18 competenties" in shown.out
    assert "1 functieprofiel" in shown.out
    assert (back / "profiles" / "medewerker-klantcontact.json").is_file()


def test_a_strict_import_writes_nothing_when_something_was_not_used(tmp_path: Path) -> None:
    source, root = tmp_path / "x.csv", tmp_path / "ws"
    source.write_text("Competentie;Definitie;Kleur\nLuisteren;Hoort.;blauw\n", encoding="utf-8")
    refused = call("import", source, "-o", root, "--strict", "--language", "nl")
    assert refused.code == 1
    assert "Er is niets geschreven" in refused.err
    assert "deze kolom is niet herkend" in refused.out
    assert not root.exists()
    source.write_text("Competentie;Definitie\nLuisteren;Hoort.\n", encoding="utf-8")
    assert call("import", source, "-o", root, "--strict").code == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_preset_can_be_read(language: Language) -> None:
    shown = call("formats", "totara", "--language", language)
    assert shown.out.startswith("totara: Totara")
    assert "\n\n  1. " in shown.out
    assert "\n     " in shown.out  # a step that goes on stands below itself
    assert "  successfactors  SAP SuccessFactors" in call("formats", "--language", language).out
