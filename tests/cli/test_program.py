"""The program as a whole: help and language, and no traceback whatever it is given."""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from running import ROOT, call, environment, run, workspace_in

from competenties.cli.main import command_files
from competenties.messages import LANGUAGES

COMMANDS = sorted(command_files())
ARGPARSE_WORDS = (
    "usage:",
    "options:",
    "positional arguments",
    "show this help",
    "show program's version",
    "optional",
    "required",
    "invalid choice",
    "unrecognized",
)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_dutch_help_holds_no_english_of_the_library(command: str) -> None:
    shown = call(*filter(None, (command, "--help", "--language", "nl")))
    assert shown.code == 0
    assert shown.out.startswith("gebruik: competenties")
    assert [word for word in ARGPARSE_WORDS if word in shown.out.lower()] == []
    assert "-h, --help" in shown.out
    assert "deze uitleg tonen" in shown.out


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_english_help_holds_no_dutch(command: str) -> None:
    shown = call(*filter(None, (command, "--help", "--language=en")))
    assert shown.code == 0
    words = set(shown.out.lower().replace(",", " ").split())
    assert words.isdisjoint({"gebruik:", "opties:", "de", "het", "een", "tonen", "werkmap"})


def test_help_names_every_command_with_what_it_does() -> None:
    for language in LANGUAGES:
        shown = " ".join(call("--help", "--language", language).out.split())
        for name, command in command_files().items():
            assert f"{name} {command.TITLE.say(language)}" in shown


def test_without_a_command_the_program_explains_itself() -> None:
    bare, asked = call("--language", "nl"), call("--help", "--language", "nl")
    assert bare.code == 0
    assert bare.out == asked.out


def test_every_command_has_a_title_in_both_languages() -> None:
    for name, command in command_files().items():
        assert name == command.NAME
        assert command.TITLE.nl != command.TITLE.en


def test_the_version_is_printed_where_scripts_read_it(tmp_path: Path) -> None:
    shown = run("--version", cwd=tmp_path)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == f"competenties {version('competenties')}\n"


OFFICE = {"openpyxl", "docx", "docxtpl", "jinja2", "lxml"}
"""Libraries for files of Office: most commands need none of them."""


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["write", "-h"]])
def test_help_loads_no_heavy_library(arguments: list[str], tmp_path: Path) -> None:
    heavy = {"rich", "pydantic", "jsonschema_rs", "babel", "rapidfuzz", "typst"}
    assert loaded(*arguments, cwd=tmp_path) & (heavy | OFFICE) == set()


def test_a_rating_sheet_in_excel_is_written_without_libraries_for_word(tmp_path: Path) -> None:
    profile = ROOT / "frameworks" / "profiles" / "medewerker-klantcontact.json"
    asked = ("write", "rating-sheet", str(profile), "-o", "formulier.xlsx")
    assert loaded(*asked, cwd=tmp_path) & OFFICE == set()
    assert (tmp_path / "formulier.xlsx").exists()


def loaded(*arguments: str, cwd: Path) -> set[str]:
    """Return the packages that a run of the program loads."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "competenties", *arguments],
        cwd=cwd,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    found = {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}
    assert "argparse" in found
    return found


@pytest.mark.parametrize(
    ("computer", "start"),
    [
        ("nl_NL.UTF-8", "gebruik:"),
        ("nl_BE", "gebruik:"),
        ("en_GB.UTF-8", "usage:"),
        ("C", "usage:"),
        ("de_DE.UTF-8", "usage:"),
    ],
)
def test_the_language_of_the_computer_is_used(tmp_path: Path, computer: str, start: str) -> None:
    assert run("--help", cwd=tmp_path, language=computer).out.startswith(start)


def test_the_language_of_the_workspace_goes_before_that_of_the_computer(tmp_path: Path) -> None:
    root = workspace_in(tmp_path, "nl")
    assert run("check", root, cwd=tmp_path, language="en_GB.UTF-8").out.startswith("Bekeken:")
    unknown = run("check", "weg", "--workspace", root, cwd=tmp_path, language="en_GB.UTF-8")
    assert "niet gevonden" in unknown.err


def test_the_language_that_is_asked_goes_before_everything(tmp_path: Path) -> None:
    root = workspace_in(tmp_path, "nl")
    for arguments in (("check", root, "--language", "en"), ("--language", "en", "check", root)):
        assert run(*arguments, cwd=tmp_path).out.startswith("Looked at:")
    unknown = run("check", "weg", "--workspace", root, "--language", "en", cwd=tmp_path)
    assert "was not found" in unknown.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["opruimen"], '"opruimen" kan hier niet; kies uit check, collect, demo'),
        (["collect"], "u moet nog opgeven: SOURCE"),
        (["check", "--kleur"], "onbekend: --kleur"),
        (["check", "a", "b"], "onbekend: b"),
        (["check", "--json=ja"], "--json: hier hoort geen waarde achter: 'ja'"),
        (["write", "job-profile", "x", "-o"], "-o/--output: hier hoort een waarde achter"),
        (["check", "--lang", "nl"], "onbekend: --lang"),
    ],
)
def test_a_command_that_cannot_be_understood_is_explained(arguments: list[str], said: str) -> None:
    refused = (
        call(*arguments, "--language=nl")
        if arguments[-1] != "-o"
        else call("--language=nl", *arguments)
    )
    assert refused.code == 2
    assert refused.out == ""
    first, second, *rest = refused.err.splitlines()
    assert said in first
    assert second.startswith("Uitleg: competenties")
    assert rest == []


def test_a_language_that_the_program_does_not_speak_is_named() -> None:
    refused = call("check", "--language", "fr")
    assert refused.code == 2
    assert '"fr"' in refused.err
    assert "nl, en" in refused.err


ODD = {
    "leeg.json": b"",
    "binair.json": bytes(range(256)) * 8,
    "lijst.json": b"[]",
    "vreemd.json": b'{"een": 1}',
    "diep.json": b"[" * 5_000,
    "utf16.json": '{"id": "é"}'.encode("utf-16"),
    "spatie é.json": b'{"$schema": "urn:competenties:profile:1"}',
    "nieuwer.json": b'{"$schema": "urn:competenties:framework:99"}',
    "dubbel.json": b'{"$schema": "urn:competenties:framework:1", "id": 1, "id": 2}',
    "surrogaat.json": b'{"$schema": "urn:competenties:framework:1", "id": "\\ud800"}',
    "getal.json": b'{"$schema": "urn:competenties:framework:1", "id": 1e999, "name": NaN}',
}
NAMES = [
    *ODD,
    "weg.json",
    "map.json",
    "stuk.json",
    "kring.json",
    "geen werkmap",
    ".",
    "/",
    "",
    " ",
    "-",
    "~",
    "*",
    "a" * 5_000,
    "/dev/null",
    "/proc/self/mem",
    "con",
    "..",
    "\udce9",
]


def make_odd(folder: Path) -> None:
    for name, content in ODD.items():
        (folder / name).write_bytes(content)
    (folder / "map.json").mkdir()
    (folder / "geen werkmap").mkdir()
    (folder / "stuk.json").symlink_to("nergens.json")
    (folder / "kring.json").symlink_to("kring.json")


@pytest.mark.parametrize("name", NAMES)
def test_odd_input_gives_a_sentence_and_never_a_traceback(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_odd(tmp_path)
    monkeypatch.chdir(tmp_path)
    for arguments in (["check", name], ["write", "job-profile", name, "-o", "uit.docx"]):
        outcome = call(*arguments, "--language", "nl")
        assert outcome.code in (1, 2), arguments
        everything = outcome.out + outcome.err
        assert everything.strip()
        assert "Traceback" not in everything
        assert "programma zelf" not in everything
        assert not (tmp_path / "uit.docx").exists()


@pytest.mark.parametrize("name", ["binair.json", "kring.json", "weg.json", "", "spatie é.json"])
def test_odd_input_is_no_different_from_a_shell(name: str, tmp_path: Path) -> None:
    make_odd(tmp_path)
    outcome = run("check", name, cwd=tmp_path)
    assert outcome.code in (1, 2)
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("name", sorted(ODD))
def test_one_odd_file_in_a_workspace_does_not_hide_the_others(name: str, tmp_path: Path) -> None:
    root = workspace_in(tmp_path)
    (root / "profiles" / name).write_bytes(ODD[name])
    (root / "frameworks" / name).write_bytes(ODD[name])
    (root / "profiles" / "stuk.json").symlink_to("nergens.json")
    checked = call("check", root)
    assert checked.code == 1
    for file in (f"profiles/{name}", f"frameworks/{name}", "profiles/stuk.json"):
        assert f"{file}\n" in checked.out
    assert "18 competenties" in checked.out


def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    root = workspace_in(tmp_path)
    path = root / "frameworks" / "basis.json"
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("whoever runs this may read every file")
    checked = call("check", root)
    assert checked.code == 1
    assert "[unreadable-file]" in checked.out


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["check", "x"], ["check", "x", "--json"], ["explain"], ["schema", "framework"]],
)
def test_a_reader_that_has_seen_enough_is_no_mistake(arguments: list[str], tmp_path: Path) -> None:
    workspace_in(tmp_path).rename(tmp_path / "x")
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "competenties", *arguments],
            cwd=tmp_path,
            env=environment(),
            stdout=pipe,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="a shell with head")
def test_the_first_line_can_be_taken_by_head(tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m competenties explain | head -1"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_screen_that_lacks_a_character_is_no_mistake(encoding: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "competenties", "explain", "empty-level"],
        cwd=tmp_path,
        env=environment("C") | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_mistake_of_our_own_is_shown_whole_only_when_asked(tmp_path: Path) -> None:
    program = (
        "import sys; from competenties.cli import main, check\n"
        "check.run = lambda *_: 1 / 0\n"
        "sys.exit(main(['check', 'x', '--language', 'nl']))"
    )
    outcomes = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=tmp_path,
            env=environment() | debug,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        for debug in ({}, {"COMPETENTIES_DEBUG": "1"})
    ]
    assert outcomes[0].returncode == 2
    assert "ZeroDivisionError" in outcomes[0].stderr
    assert "Traceback" not in outcomes[0].stderr
    assert "Traceback" in outcomes[1].stderr
