"""Finding things: a folder, a file, an id, and what lies around them."""

import json
import os
import shutil
from pathlib import Path

import pytest

from competenties.checking import check
from competenties.findings import NotFoundError, RefusedError
from competenties.workspace.files import save_bytes
from competenties.workspace.shipped import shipped, shipped_frameworks, shipped_profiles
from competenties.workspace.starting import start_workspace
from competenties.workspace.workspace import open_path, open_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    root = tmp_path / "werkmap met spatie é"
    start_workspace(root, "nl")
    return root


def test_a_new_workspace_has_nothing_to_complain_about(workspace: Path) -> None:
    report = check(open_workspace(workspace))
    assert list(report.findings) == []
    assert report.summary.competences == 18


@pytest.mark.parametrize("framework", ["basis", "klantgerichtheid", None])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_way_to_start_gives_a_good_workspace(
    tmp_path: Path, framework: str | None, language: str
) -> None:
    root = tmp_path / "nieuw"
    start_workspace(root, language, framework=framework, organisation='Zorg "De Linde" \\ co')  # type: ignore[arg-type]
    opened = open_workspace(root)
    assert list(check(opened).findings) == []
    assert opened.settings.organisation == 'Zorg "De Linde" \\ co'
    assert opened.settings.language == language


def test_the_example_of_a_house_schema_works_when_it_is_switched_on(workspace: Path) -> None:
    settings = workspace / "competenties.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("# framework = ", "framework = "), encoding="utf-8")
    assert list(check(open_workspace(workspace)).findings) == []
    model = workspace / "frameworks" / "basis.json"
    shorter = model.read_text(encoding="utf-8").replace('"level": 5', '"level": 4', 1)
    model.write_text(shorter, encoding="utf-8")
    names = {finding.rule.name for finding in check(open_workspace(workspace)).findings}
    assert "house-rule" not in names
    assert "scale-levels" in names


def test_a_second_workspace_in_the_same_folder_is_refused(workspace: Path) -> None:
    before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    with pytest.raises(RefusedError):
        start_workspace(workspace, "en")
    assert before == {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}


def test_a_profile_is_found_by_id_file_and_folder(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace / "profiles")
    by_id = open_path("medewerker-klantcontact")
    by_file = open_path(str(workspace / "profiles" / "medewerker-klantcontact.json"))
    by_folder = open_path(str(workspace))
    from_elsewhere = open_path("medewerker-klantcontact", str(workspace))
    assert sorted(by_folder.profiles_by_id()) == sorted(shipped_profiles())
    for opened in (by_id, by_file, by_folder, from_elsewhere):
        assert "medewerker-klantcontact" in opened.profiles_by_id()
        assert "basis" in opened.frameworks_by_id()
        assert opened.settings.organisation == "Onze organisatie"


def test_an_unknown_id_names_what_there_is(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace)
    with pytest.raises(NotFoundError) as missing:
        open_path("medewerker-klntcontact")
    assert "medewerker-klantcontact" in missing.value.say("nl")


def test_a_file_outside_a_workspace_works_with_what_lies_beside_it(tmp_path: Path) -> None:
    shutil.copy(shipped_profiles()["medewerker-klantcontact"], tmp_path / "los.json")
    opened = open_path(str(tmp_path / "los.json"))
    assert "basis" in opened.frameworks_by_id(), "the one that ships"
    assert list(check(opened).findings) == []
    text = shipped_frameworks()["basis"].read_text(encoding="utf-8")
    (tmp_path / "basis.json").write_text(text.replace('"0.2.0"', '"9.9"'), encoding="utf-8")
    beside = open_path(str(tmp_path / "los.json"))
    assert beside.frameworks_by_id()["basis"].version == "9.9"


def test_a_part_of_a_workspace_is_checked_with_all_that_is_around_it(workspace: Path) -> None:
    profile = workspace / "profiles" / "medewerker-klantcontact.json"
    data = json.loads(profile.read_text(encoding="utf-8"))
    data["career"] = [{"kind": "after", "profile": "teamleider"}]
    profile.write_text(json.dumps(data), encoding="utf-8")
    leader = data | {"id": "teamleider", "name": "Teamleider", "career": []}
    (workspace / "profiles" / "teamleider.json").write_text(json.dumps(leader), encoding="utf-8")
    for part in (profile, workspace / "frameworks" / "basis.json"):
        assert list(check(open_path(str(part))).findings) == []


def test_a_file_beside_the_folders_of_a_workspace_is_read_by_itself(workspace: Path) -> None:
    copy = workspace / "kladversie.json"
    shutil.copy(workspace / "profiles" / "medewerker-klantcontact.json", copy)
    opened = open_path(str(copy))
    assert [one.path for one in opened.profiles] == [copy]
    assert list(check(opened).findings) == []


def test_a_link_out_of_the_workspace_is_refused(workspace: Path, tmp_path: Path) -> None:
    outside = tmp_path / "geheim.json"
    outside.write_text("{}", encoding="utf-8")
    try:
        (workspace / "frameworks" / "geheim.json").symlink_to(outside)
    except OSError:
        pytest.skip("this system makes no links")
    found = [one for one in check(open_workspace(workspace)).findings if one.severity == "error"]
    assert [(one.rule.name, one.place.file) for one in found] == [
        ("outside-workspace", "frameworks/geheim.json")
    ]


def test_a_folder_called_like_a_file_is_named(workspace: Path) -> None:
    (workspace / "frameworks" / "map.json").mkdir()
    found = [one.rule.name for one in check(open_workspace(workspace)).findings]
    assert "unreadable-file" in found


def test_a_file_of_too_many_bytes_is_not_read(workspace: Path) -> None:
    large = workspace / "frameworks" / "groot.json"
    with large.open("wb") as file:
        file.truncate(60_000_000)  # takes no room on disk
    found = [one for one in check(open_workspace(workspace)).findings if one.severity == "error"]
    assert [one.rule.name for one in found] == ["file-too-large"]
    assert "60 MB" in found[0].message("nl")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not hold for root")
def test_a_file_that_may_not_be_read_is_named(workspace: Path) -> None:
    (workspace / "frameworks" / "basis.json").chmod(0)
    found = [one.rule.name for one in check(open_workspace(workspace)).findings]
    assert "unreadable-file" in found


def test_what_is_broken_in_a_framework_is_not_told_again_in_its_profiles(workspace: Path) -> None:
    (workspace / "frameworks" / "basis.json").write_text("{", encoding="utf-8")
    found = [one.rule.name for one in check(open_workspace(workspace)).findings]
    assert found == ["not-json"]


def test_a_folder_without_settings_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as missing:
        open_workspace(tmp_path)
    assert "competenties new" in missing.value.say("nl")


def test_saving_where_nothing_may_be_written_says_so(tmp_path: Path) -> None:
    blocked = tmp_path / "bestand"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(RefusedError) as refused:
        save_bytes(blocked / "onder.json", b"{}")
    assert "onder.json" in refused.value.say("nl")


def test_what_ships_is_found() -> None:
    assert {"basis", "klantgerichtheid"} <= set(shipped_frameworks())
    assert (shipped("schemas") / "framework.schema.json").is_file()
