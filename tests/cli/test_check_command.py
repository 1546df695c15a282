"""`competenties check`: text for people, JSON for programs, and an exit code for scripts."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from running import (
    ROOT,
    Outcome,
    broken_workspace_in,
    call,
    replace_in,
    run,
    workspace_in,
)

from competenties.messages import LANGUAGES, Language

FINDING: dict[str, type | tuple[type, ...]] = {
    "rule": str,
    "severity": str,
    "category": str,
    "file": str,
    "line": int,
    "item": str,
    "field": str,
    "span": (list, type(None)),
    "message": str,
    "advice": str,
}
SUMMARY = {
    "frameworks",
    "competences",
    "indicators",
    "profiles",
    "errors",
    "warnings",
    "hints",
    "accepted",
}


def found(outcome: Outcome) -> list[dict[str, Any]]:
    findings: list[dict[str, Any]] = json.loads(outcome.out)["findings"]
    return findings


def test_a_workspace_without_mistakes_gives_0_and_says_what_was_looked_at(tmp_path: Path) -> None:
    checked = run("check", workspace_in(tmp_path), cwd=tmp_path)
    assert (checked.code, checked.err) == (0, "")
    counted, result = checked.out.splitlines()
    assert counted == (
        "Bekeken: 1 competentiemodel met 18 competenties en 360 gedragsindicatoren; 1 functieprofiel."
    )
    assert result == "Geen aandachtspunten."


def test_a_finding_names_the_file_the_line_what_is_wrong_and_what_to_do(tmp_path: Path) -> None:
    root = broken_workspace_in(tmp_path)
    checked = run("check", root, cwd=tmp_path)
    assert (checked.code, checked.err) == (1, "")
    text = " ".join(checked.out.split())
    profile = (root / "profiles" / "medewerker-klantcontact.json").read_text(encoding="utf-8")
    line = profile[: profile.index('"samenwerking"')].count("\n") + 1
    assert "profiles/medewerker-klantcontact.json" in checked.out.splitlines()
    assert f"regel {line} Fout Medewerker klantcontact: de competentie" in text
    assert '→ Bedoelt u "Samenwerken" (samenwerken)?' in text
    assert "[unknown-competence]" in text
    assert checked.out.splitlines()[-1] == "1 fout, 0 waarschuwingen, 0 tips."


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_is_exactly_what_the_design_says(tmp_path: Path, language: Language) -> None:
    root = broken_workspace_in(tmp_path)
    checked = run("check", root, "--json", "--language", language, cwd=tmp_path)
    assert (checked.code, checked.err) == (1, "")
    whole = json.loads(checked.out)
    assert list(whole) == ["findings", "summary"]
    assert set(whole["summary"]) == SUMMARY
    assert all(type(value) is int for value in whole["summary"].values())
    for finding in whole["findings"]:
        assert list(finding) == list(FINDING)
        for name, kind in FINDING.items():
            assert isinstance(finding[name], kind), name
        assert finding["severity"] in ("error", "warning", "hint")
        assert finding["category"] in ("schema", "reference", "level", "profile")
        assert finding["line"] >= 1
    counts = [each["severity"] for each in whole["findings"]]
    assert whole["summary"]["errors"] == counts.count("error") == 1


def test_json_names_the_item_the_field_and_the_line_of_the_field(tmp_path: Path) -> None:
    root = broken_workspace_in(tmp_path)
    (error,) = (one for one in found(call("check", root, "--json")) if one["severity"] == "error")
    assert error["rule"] == "unknown-competence"
    assert error["file"] == "profiles/medewerker-klantcontact.json"
    assert (error["item"], error["field"]) == (
        "medewerker-klantcontact",
        "requirements/1/competence",
    )
    lines = (root / error["file"]).read_text(encoding="utf-8").splitlines()
    assert "samenwerking" in lines[error["line"] - 1]


def test_nothing_but_json_is_printed_when_there_is_nothing_to_say(tmp_path: Path) -> None:
    checked = call("check", workspace_in(tmp_path), "--json")
    assert checked.code == 0
    assert json.loads(checked.out)["findings"] == []


def test_json_keeps_letters_as_they_are(tmp_path: Path) -> None:
    root = broken_workspace_in(tmp_path)
    replace_in(root / "profiles" / "medewerker-klantcontact.json", "Medewerker klant", "Mëdewerkér")
    assert "Mëdewerkér" in run("check", root, "--json", cwd=tmp_path, language="C").out


def many_mistakes(folder: Path) -> Path:
    root = workspace_in(folder)
    path = root / "frameworks" / "basis.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    for competence in data["competences"]:
        for level in competence["levels"]:
            for indicator in level["indicators"]:
                indicator["kleur"] = "blauw"
    path.write_text(json.dumps(data, indent=2), encoding="utf-8")
    return root


def test_the_first_fifty_are_shown_and_all_when_asked(tmp_path: Path) -> None:
    root = many_mistakes(tmp_path)
    some, everything = call("check", root), call("check", root, "--all")
    assert some.code == everything.code == 1
    assert some.out.count("[unknown-field]") == 50
    assert everything.out.count("[unknown-field]") == 360
    assert "nog 310 aandachtspunten" in some.out
    assert "--all" not in everything.out
    assert len(found(call("check", root, "--json"))) == 360


def test_a_path_is_a_folder_a_file_or_an_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = broken_workspace_in(tmp_path)
    monkeypatch.chdir(root)
    profile = Path("profiles") / "medewerker-klantcontact.json"
    named = [found(call("check", one, "--json")) for one in (profile, "medewerker-klantcontact")]
    assert named[0] == named[1]
    assert [one["rule"] for one in named[0]] == ["unknown-competence"]
    assert found(call("check", "basis", "--json")) == [
        one for one in found(call("check", "--json")) if one["file"] == "frameworks/basis.json"
    ]


def test_without_a_path_the_nearest_workspace_upwards_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace_in(tmp_path)
    monkeypatch.chdir(root / "profiles")
    assert call("check").out == call("check", root).out
    monkeypatch.chdir(tmp_path)
    nowhere = call("check", "--language", "nl")
    assert nowhere.code == 2
    assert "competenties new" in nowhere.err


def test_an_id_can_be_looked_up_in_a_named_workspace(tmp_path: Path) -> None:
    root = workspace_in(tmp_path)
    checked = call("check", "basis", "--workspace", root)
    assert checked.code == 0
    assert "functieprofiel" not in checked.out, "what was not looked at is not counted"
    unknown = call("check", "basi", "--workspace", root)
    assert unknown.code == 2
    assert "basis, medewerker-klantcontact" in unknown.err


def test_a_file_outside_a_workspace_is_read_with_what_ships(tmp_path: Path) -> None:
    profile = tmp_path / "functie é.json"
    shutil.copy(ROOT / "frameworks" / "profiles" / "medewerker-klantcontact.json", profile)
    checked = run("check", "functie é.json", cwd=tmp_path)
    assert (checked.code, checked.err) == (0, "")
    assert "1 functieprofiel" in checked.out


def test_the_settings_can_switch_a_rule_off_or_make_it_heavier(tmp_path: Path) -> None:
    root = broken_workspace_in(tmp_path)
    assert "[unused-competence]" not in call("check", root).out, "off in a new workspace"
    replace_in(root / "competenties.toml", "unused-competence", "# unused-competence")
    assert "[unused-competence]" in call("check", root).out
    replace_in(root / "competenties.toml", "# unused-competence", "unused-competence")
    replace_in(root / "competenties.toml", 'competence = "off"', 'competence = "error"')
    assert call("check", root).out.splitlines()[-1].startswith("15 fouten")


def test_checking_changes_nothing(tmp_path: Path) -> None:
    root = broken_workspace_in(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    call("check", root)
    call("check", root, "--json")
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("name", "kind", "command"),
    [
        ("lijst.xlsx", "een Excel-bestand", "competenties import"),
        ("lijst.csv", "een CSV-bestand", "competenties import"),
        ("brief.docx", "een Word-bestand", "competenties collect"),
        ("brief.PDF", "een PDF", "competenties collect"),
        ("zinnen.txt", "een gewoon tekstbestand", "competenties wording"),
        ("terug.zip", "een zip-bestand", "competenties collect"),
    ],
)
def test_a_file_of_another_program_is_sent_to_the_command_that_takes_it(
    tmp_path: Path, name: str, kind: str, command: str
) -> None:
    path = tmp_path / "een map" / name
    path.parent.mkdir()
    path.write_bytes(b"PK\x03\x04")
    refused = run("check", path, cwd=tmp_path)
    assert (refused.code, refused.out) == (2, "")
    first, *arrows = refused.err.splitlines()
    assert first == (
        f"{path} is {kind}; check kijkt naar een werkmap, of naar een .json-bestand met een "
        "competentiemodel of functieprofiel."
    )
    assert arrows
    assert all(line.startswith("  → ") for line in arrows)
    assert command in refused.err
    assert f'{command} "{path}"' in refused.err or kind in ("een Word-bestand", "een PDF")


def test_a_form_of_ours_is_known_and_sent_to_collect(tmp_path: Path) -> None:
    root, path = workspace_in(tmp_path), tmp_path / "formulier.xlsx"
    assert call("write", "rating-sheet", root, "-o", path).code == 0
    for command in ("check", "import"):
        refused = call(command, path, "--language", "nl")
        assert refused.code == 2
        assert "is een formulier van dit programma" in refused.err
        arrow = f"  → Een ingevuld formulier leest u in met: competenties collect {path}"
        assert arrow in refused.err
        assert "competenties import" not in refused.err


def test_a_part_of_a_workspace_points_at_the_whole(tmp_path: Path) -> None:
    root = workspace_in(tmp_path)
    for part in ("competenties.toml", "frameworks", "profiles"):
        refused = call("check", root / part)
        assert refused.code == 2
        assert refused.err.splitlines()[1] == f"  → Kijk die na met: competenties check {root}"


def test_a_folder_of_forms_is_sent_to_collect(tmp_path: Path) -> None:
    root, folder = workspace_in(tmp_path), tmp_path / "formulieren"
    assert call("write", "rating-sheet", root, "-o", folder).code == 0
    refused = call("check", folder, "--language", "nl")
    assert refused.code == 2
    first, second = refused.err.splitlines()
    assert first == f"{folder} is een map met formulieren, geen werkmap."
    assert f"competenties collect {folder} -o uitkomsten.xlsx" in second


def test_the_workspace_that_could_be_made_is_named_as_a_command_line_takes_it(
    tmp_path: Path,
) -> None:
    for name, shown in (("model", "{}"), ("ons model", '"{}"')):
        folder = tmp_path / name
        folder.mkdir()
        refused = call("check", folder, "--language", "nl")
        assert refused.code == 2
        assert refused.err.rstrip().endswith(f"competenties new {shown.format(folder)}")
