"""`competenties export` and `import`: what somebody types, and what the program says to it."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from running import call, workspace_in

from competenties.formats import format_files
from competenties.formats.exporting import WITH_LEVELS
from competenties.formats.presets import preset_files
from competenties.formats.source import Content, ExportChoices
from competenties.workspace.shipped import shipped
from competenties.workspace.workspace import open_workspace

TABLES = shipped("frameworks") / "tables"
COMPETENCES = TABLES / "magazijn-competenties.csv"


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a workspace with one framework."""
    root = workspace_in(tmp_path)
    monkeypatch.chdir(root)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return root


@pytest.mark.parametrize(
    "words",
    [
        ("table", "--preset", "nl-excel", "basis", "-o", "uit"),
        ("moodle", "--levels", "branch", "basis", "-o", "x.csv"),
        ("moodle", "-o", "x.csv", "basis"),
        ("-o", "x.csv", "moodle", "basis"),
        ("--strict", "yaml", "--json", "basis", "-o", "x.yaml"),
    ],
)
def test_options_may_stand_between_format_and_source(inside: Path, words: tuple[str, ...]) -> None:
    made = call("export", *words)
    assert made.code == 0, made.err
    assert (inside / words[words.index("-o") + 1]).exists()


@pytest.mark.usefixtures("inside")
def test_options_may_stand_before_the_file_of_an_import() -> None:
    assert call("export", "moodle", "basis", "-o", "x.csv").code == 0
    shown = call("import", "moodle", "--name", "Iets", "x.csv")
    assert shown.code == 0, shown.err
    assert "18 competenties" in shown.out


def test_the_help_shows_what_to_type() -> None:
    assert "competenties export [FORMAT] SOURCE -o OUT" in call("export", "--help").out
    assert "competenties import [FORMAT] SOURCE" in call("import", "--help").out


def test_an_option_that_is_misspelt_is_answered_with_the_nearest_one(inside: Path) -> None:
    refused = call("export", "table", "--prset", "totara", "basis", "-o", "x")
    assert (refused.code, list(inside.glob("x*"))) == (2, [])
    first, second = refused.err.splitlines()
    assert first == "competenties export: onbekend: --prset. Bedoelt u --preset?"
    assert second == "Uitleg: competenties export --help"
    asked = call("--language", "en", "export", "--prset")
    assert "Did you mean --preset?" in asked.err or "still needed" in asked.err


def test_in_a_workspace_with_one_framework_it_need_not_be_named(inside: Path) -> None:
    assert call("export", "moodle", "-o", "q.csv").code == 0
    assert (inside / "q.csv").exists()
    (inside / "moodle").mkdir()
    assert call("export", "moodle", "-o", "q2.csv").code == 0
    assert call("export", "-o", "q.xlsx").code == 0


def test_with_several_frameworks_the_command_to_give_names_the_format_that_was_asked(
    inside: Path,
) -> None:
    assert call("import", COMPETENCES, "-o", inside, "--name", "Magazijn").code == 0
    refused = call("export", "totara", "-o", "q.csv")
    assert refused.code == 2
    assert "basis, magazijn" in refused.err
    assert "competenties export totara basis -o q.csv" in refused.err


@pytest.mark.usefixtures("inside")
def test_a_job_profile_is_no_framework_and_the_one_that_it_uses_is_named() -> None:
    refused = call("export", "moodle", "medewerker-klantcontact", "-o", "q.csv")
    assert refused.code == 2
    assert "is een functieprofiel" in refused.err
    assert "competenties export moodle basis -o q.csv" in refused.err
    path = Path("profiles") / "medewerker-klantcontact.json"
    as_file = call("export", "moodle", path, "-o", "q.csv")
    command = as_file.err.strip().rpartition("competenties ")[2]
    assert call(*command.split()).code == 0


@pytest.mark.usefixtures("inside")
def test_a_file_of_another_format_has_to_be_imported_first() -> None:
    for name, kind in (("a.yaml", "YAML"), ("a.json", "CASE 1.1"), ("a.xlsx", "Excel-bestand")):
        assert call("export", "basis", "-o", name).code == 0
        refused = call("export", "moodle", name, "-o", "q.csv")
        assert refused.code == 2
        assert kind in refused.err
        assert f"competenties import {name} -o werkmap" in refused.err


def test_an_empty_workspace_is_told_how_to_get_a_framework(inside: Path) -> None:
    for path in (*inside.glob("frameworks/*.json"), *inside.glob("profiles/*.json")):
        path.unlink()
    refused = call("export", "moodle", "-o", "q.csv")
    assert f"competenties import BESTAND -o {inside}" in refused.err
    (inside / "frameworks" / "stuk.json").write_text("{", encoding="utf-8")
    assert f"competenties check {inside}" in call("export", "moodle", "-o", "q.csv").err


def test_what_was_made_is_said_with_its_format(inside: Path) -> None:
    assert call("export", "basis", "-o", "x.json").out == "Gemaakt: x.json (CASE 1.1)\n"
    assert (inside / "x.json").exists()


@pytest.mark.parametrize("folder", ["frameworks", "profiles"])
def test_nothing_of_another_format_goes_where_the_workspace_keeps_its_own(
    inside: Path, folder: str
) -> None:
    before = sorted(inside.rglob("*"))
    for given in (("-o", f"{folder}/x.json"), ("-o", "y.json", "--report", f"{folder}/x.csv")):
        refused = call("export", "basis", *given)
        assert refused.code == 2
        assert f"de map {folder} van een werkmap" in refused.err
    assert sorted(inside.rglob("*")) == before


def test_an_option_that_does_nothing_is_refused(inside: Path) -> None:
    refused = call("export", "yaml", "basis", "--levels", "branch", "-o", "x.yaml")
    assert (refused.code, (inside / "x.yaml").exists()) == (2, False)
    assert "--levels doet niets bij yaml" in refused.err


def test_levels_makes_a_difference_in_just_the_formats_that_are_named(inside: Path) -> None:
    workspace = open_workspace(inside)
    framework = workspace.frameworks[0].model
    assert framework is not None
    content, differing = Content(framework), set()
    formats = {(name, ""): name for name in format_files() if name != "table"}
    for (name, preset), meant in {
        **formats,
        **{("table", one): one for one in preset_files()},
    }.items():
        kind = format_files()[name]
        made = [
            kind.write(content, kind.SUFFIXES[0], ExportChoices(preset, levels)).files
            for levels in ("anchors", "branch")
        ]
        if made[0] != made[1]:
            differing.add(meant)
    assert differing == set(WITH_LEVELS)


@pytest.mark.parametrize("words", [("formats", "blackboard"), ("import", "blackboard", "x.csv")])
def test_an_unknown_format_is_answered_with_all_formats_and_presets(
    inside: Path, words: tuple[str, ...]
) -> None:
    (inside / "x.csv").write_text("a;b\n", encoding="utf-8")
    refused = call(*words)
    assert (refused.code, refused.out) == (2, "")
    assert 'Er is geen formaat "blackboard"' in refused.err
    assert "totara" in refused.err
    assert "moodle" in refused.err


def test_two_files_at_once_are_answered_with_what_can_be_imported(inside: Path) -> None:
    (inside / "a.csv").write_text("a;b\n", encoding="utf-8")
    refused = call("import", "a.csv", COMPETENCES)
    assert refused.err.startswith("Lees één bestand tegelijk in")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bom.rdf", "<?xml version='1.0'?><rdf:RDF/>", "Turtle"),
        ("diep.json", "[" * 20_000, "CASE"),
        ("stuk.yml", "a: [1, 2\nb: 3\n", "geen YAML"),
        ("bom.yaml", "a: &a [x]\nb: [*a, *a]\n", "verwijst naar een andere regel"),
    ],
)
def test_a_broken_file_gets_the_sentence_of_the_format_that_it_shows(
    inside: Path, name: str, content: str, said: str
) -> None:
    (inside / name).write_text(content, encoding="utf-8")
    refused = call("import", name)
    assert refused.code == 2
    assert said in refused.err
    assert "geen tabel" not in refused.err


@pytest.mark.usefixtures("inside")
def test_a_framework_that_is_called_after_its_file_says_so() -> None:
    assert call("export", "nl-excel", "-o", "nl-excel").code == 0
    shown = call("import", "nl-excel")
    look = shown.out.partition("Kijk dit na:")[2]
    assert 'naar het bestand: "Nl excel" (id nl-excel)' in look
    assert "--name" in look
    assert "naar het bestand" not in call("import", "nl-excel", "--name", "Basis").out
    assert call("export", "yaml", "-o", "x.yaml").code == 0
    assert "naar het bestand" not in call("import", "x.yaml").out


def test_totara_brings_the_id_of_the_framework_back(inside: Path) -> None:
    assert call("export", "totara", "-o", "comp.csv").code == 0
    back = inside.parent / "terug"
    assert call("import", "comp.csv", "-o", back).code == 0
    assert [one.name for one in (back / "frameworks").iterdir()] == ["basis.json"]


def test_the_report_can_be_opened_in_excel(inside: Path) -> None:
    given = ("export", "totara", "-o")
    for name in ("v.json", "v.csv", "v.xlsx"):
        made = call(*given, f"{name}-uit.csv", "--report", name)
        assert made.code == 0, made.err
    values = json.loads((inside / "v.json").read_bytes())["losses"]
    text = (inside / "v.csv").read_bytes().decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text), delimiter=";")
    columns = ["Onderwerp", "Onderdeel", "Veld", "Wat er gebeurt", "Waar", "Tekst"]
    assert header == [*columns, "Plaats in het model"]
    assert len(rows) == len(values)
    assert {row[0] for row in rows} >= {"Interviewvragen"}
    sheet = openpyxl.load_workbook(inside / "v.xlsx").worksheets[0]
    assert (sheet.max_row, sheet["A1"].value) == (len(rows) + 1, "Onderwerp")


def test_what_goes_wrong_with_an_import_is_said_in_the_language_of_the_workspace(
    inside: Path,
) -> None:
    assert "niet gevonden" in call("import", "weg.csv").err
    assert "Er is geen formaat" in call("formats", "weg").err
    assert "onbekend: --kleur" in call("check", "--kleur").err
    assert (inside / "competenties.toml").exists()
