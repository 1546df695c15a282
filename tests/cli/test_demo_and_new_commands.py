"""`competenties demo` and `new`: something to begin with, never over what is there."""

import json
from pathlib import Path

import pytest
from running import call, run, workspace_in

from competenties.messages import LANGUAGES, Language
from competenties.office.tables import Table, write_xlsx
from competenties.office.template import TemplateChoice, read_template

MADE_TABLE = write_xlsx([Table("x", ("Competentie", "Definitie"), [["Luisteren", "Hoort."]])])


@pytest.mark.parametrize(
    ("language", "files"),
    [
        (
            "nl",
            [
                "gespreksformulier-adviseur-salaris-en-hr-administratie.xlsx",
                "gespreksformulier-coordinator-magazijn.xlsx",
                "gespreksformulier-medewerker-klantcontact.xlsx",
                "gespreksformulier-medewerker-magazijn.xlsx",
                "gespreksformulier-meewerkend-teamleider-productie.xlsx",
                "gespreksformulier-wijkverpleegkundige.xlsx",
                "functieprofiel-adviseur-salaris-en-hr-administratie.docx",
                "functieprofiel-coordinator-magazijn.docx",
                "functieprofiel-medewerker-klantcontact.docx",
                "functieprofiel-medewerker-magazijn.docx",
                "functieprofiel-meewerkend-teamleider-productie.docx",
                "functieprofiel-wijkverpleegkundige.docx",
                "interviewleidraad-medewerker-klantcontact.docx",
                "competentiewoordenboek-basis.docx",
            ],
        ),
        (
            "en",
            [
                "job-profile-adviseur-salaris-en-hr-administratie.docx",
                "job-profile-medewerker-klantcontact.docx",
                "job-profile-meewerkend-teamleider-productie.docx",
                "job-profile-warehouse-coordinator.docx",
                "job-profile-warehouse-worker.docx",
                "job-profile-wijkverpleegkundige.docx",
                "conversation-form-adviseur-salaris-en-hr-administratie.xlsx",
                "conversation-form-medewerker-klantcontact.xlsx",
                "conversation-form-meewerkend-teamleider-productie.xlsx",
                "conversation-form-warehouse-coordinator.xlsx",
                "conversation-form-warehouse-worker.xlsx",
                "conversation-form-wijkverpleegkundige.xlsx",
                "interview-guide-medewerker-klantcontact.docx",
                "competency-book-basis.docx",
            ],
        ),
    ],
)
def test_the_demo_goes_the_whole_road(tmp_path: Path, language: str, files: list[str]) -> None:
    shown = run("demo", "voorbeeld", "--language", language, cwd=tmp_path)
    assert (shown.code, shown.err) == (0, "")
    made = [
        path for path in (tmp_path / "voorbeeld").rglob("*") if path.suffix in (".docx", ".xlsx")
    ]
    assert sorted(path.name for path in made) == sorted(files)
    for path in made:
        assert path.relative_to(tmp_path).as_posix() in shown.out
    steps = [line[:2] for line in shown.out.splitlines() if line[:1].isdigit()]
    assert steps == ["1.", "2.", "3.", "4.", "5.", "6."]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_demo_is_sound_and_its_copy_is_not(tmp_path: Path, language: Language) -> None:
    call("demo", tmp_path / "x", "--language", language)
    copies = {"nl": "kopie-met-fouten", "en": "copy-with-errors"}
    assert call("check", tmp_path / "x").code == 0
    assert call("check", tmp_path / "x" / copies[language]).code == 1


@pytest.mark.slow
def test_what_the_demo_says_to_do_next_works(tmp_path: Path) -> None:
    shown = run("demo", cwd=tmp_path)
    assert (tmp_path / "competenties-demo").is_dir()
    said = [line.partition(": ")[2].split() for line in shown.out.splitlines() if ": " in line]
    commands = [words[1:] for words in said if words[:1] == ["competenties"]]
    assert [command[0] for command in commands] == ["import", "new", "check", "write", "explain"]
    (tmp_path / commands[0][1]).write_bytes(MADE_TABLE)
    for command in commands:
        assert run(*command, cwd=tmp_path).code == 0


def test_the_tables_of_the_demo_become_documents_without_a_cell_lost(tmp_path: Path) -> None:
    shown = call("demo", tmp_path / "x", "--language", "nl")
    assert shown.out.count("Elke gevulde cel is gebruikt.") == 2
    assert "2 clusters, 3 competenties, 9 competentieniveaus" in shown.out
    tables = sorted(path.name for path in (tmp_path / "x" / "tabellen").iterdir())
    assert tables == ["magazijn-competenties.csv", "magazijn-functies.csv"]


def test_the_demo_leaves_a_folder_with_something_in_it_alone(tmp_path: Path) -> None:
    (tmp_path / "iets.txt").write_text("van mij", encoding="utf-8")
    refused = call("demo", tmp_path)
    assert refused.code == 2
    assert str(tmp_path) in refused.err
    assert [path.name for path in tmp_path.iterdir()] == ["iets.txt"]
    assert call("demo", tmp_path / "iets.txt").code == 2


def test_an_empty_folder_will_do_for_the_demo(tmp_path: Path) -> None:
    assert call("demo", tmp_path).code == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_workspace_is_sound_and_speaks_its_language(
    tmp_path: Path, language: Language
) -> None:
    root = workspace_in(tmp_path, language)
    assert call("check", root).code == 0
    assert f'language = "{language}"' in (root / "competenties.toml").read_text(encoding="utf-8")


def test_a_new_workspace_says_what_is_in_it_and_what_to_do_next(tmp_path: Path) -> None:
    made = run("new", "map é", "--organisation", 'Groen "B.V."', cwd=tmp_path)
    assert made.code == 0
    lines = made.out.splitlines()
    for line in lines[1:-1]:
        assert (tmp_path / "map é" / line.strip()).is_file()
    assert lines[-1] == 'Nu verder: competenties check "map é"'
    settings = (tmp_path / "map é" / "competenties.toml").read_text(encoding="utf-8")
    assert 'organisation = "Groen \\"B.V.\\""' in settings
    assert call("check", tmp_path / "map é").code == 0


@pytest.mark.parametrize(
    ("language", "name"), [("nl", "functieprofiel.docx"), ("en", "job-profile.docx")]
)
def test_a_new_workspace_has_a_template_that_is_never_overwritten(
    tmp_path: Path, language: str, name: str
) -> None:
    path = tmp_path / "x" / "templates" / name
    assert call("new", tmp_path / "x", "--language", language).code == 0
    assert read_template(TemplateChoice(path)).main == "word/document.xml"
    path.write_bytes(b"van ons")
    (tmp_path / "x" / "competenties.toml").unlink()
    call("new", tmp_path / "x", "--language", language, "--framework", "none")
    assert path.read_bytes() == b"van ons"


@pytest.mark.parametrize(
    ("framework", "frameworks", "profiles"),
    [
        ("none", [], []),
        (
            "basis",
            ["basis.json"],
            [
                "adviseur-salaris-en-hr-administratie.json",
                "medewerker-klantcontact.json",
                "meewerkend-teamleider-productie.json",
                "wijkverpleegkundige.json",
            ],
        ),
    ],
)
def test_a_new_workspace_begins_with_the_framework_that_was_asked(
    tmp_path: Path, framework: str, frameworks: list[str], profiles: list[str]
) -> None:
    call("new", tmp_path / "x", "--framework", framework)
    assert [path.name for path in (tmp_path / "x" / "frameworks").iterdir()] == frameworks
    assert sorted(path.name for path in (tmp_path / "x" / "profiles").iterdir()) == profiles


def test_an_existing_workspace_stays_as_it_is(tmp_path: Path) -> None:
    root = workspace_in(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    refused = call("new", root, "--framework", "none")
    assert refused.code == 2
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("command", ["new", "demo"])
def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path, command: str) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    refused = call(command, tmp_path / "bestand" / "x", "--language", "nl")
    assert refused.code == 2
    assert "bestand" in refused.err
    assert "programma zelf" not in refused.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_gives_a_framework_in_one_language_where_that_is_asked(
    tmp_path: Path, language: Language
) -> None:
    assert call("new", tmp_path / "x", "--texts", language).code == 0
    files = [*(tmp_path / "x" / "frameworks").iterdir(), *(tmp_path / "x" / "profiles").iterdir()]
    made = [json.loads(file.read_bytes()) for file in files]
    assert len(made) == 5
    assert {(one["language"], *one["languages"]) for one in made} == {(language, language)}
    assert call("check", tmp_path / "x").code == 0


def test_new_gives_both_languages_as_it_always_did(tmp_path: Path) -> None:
    assert call("new", tmp_path / "x").code == 0
    made = json.loads((tmp_path / "x" / "frameworks" / "basis.json").read_bytes())
    assert made["languages"] == ["nl", "en"]
