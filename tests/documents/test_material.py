"""What documents are made of: by subject, and only the errors that could lose text in them."""

import shutil
from pathlib import Path

import pytest
from made_documents import ROOT

from competenties.documents import Subject
from competenties.documents.material import blocking_errors, materials
from competenties.documents.request import ProfileRequest, WorkspaceRequest
from competenties.workspace.starting import start_workspace
from competenties.workspace.workspace import open_path, open_workspace

PROFILES = sorted(path.stem for path in (ROOT / "frameworks" / "profiles").glob("*.json"))
PROFILE = "medewerker-klantcontact"


@pytest.fixture(name="root")
def root_fixture(tmp_path: Path) -> Path:
    start_workspace(tmp_path / "ws", "nl")
    return tmp_path / "ws"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def errors(root: Path, subject: Subject = "profile") -> dict[str, set[str]]:
    """Return the rules that stand in the way of each document."""
    workspace = open_workspace(root)
    found = materials(workspace, subject)
    wrong = blocking_errors(workspace, found)
    return {
        one.name: {finding.rule.name for finding in several}
        for one, several in zip(found, wrong, strict=True)
    }


def test_each_subject_has_its_own_material(root: Path) -> None:
    workspace = open_workspace(root)
    assert [one.name for one in materials(workspace, "profile")] == PROFILES
    assert [one.name for one in materials(workspace, "framework")] == ["basis"]
    (together,) = materials(workspace, "profiles")
    assert [one.path.stem for one in together.profiles] == PROFILES
    one = open_path(str(root / "profiles" / f"{PROFILE}.json"))
    assert [part.name for part in materials(one, "profile")] == [PROFILE]
    assert materials(one, "framework") == []
    (together,) = materials(one, "profiles")
    assert [part.path.stem for part in together.profiles] == PROFILES


def test_a_request_is_on_what_its_subject_says(root: Path) -> None:
    workspace = open_workspace(root)
    (book,) = materials(workspace, "framework")
    request = book.request("framework", "en", 2)
    assert isinstance(request, WorkspaceRequest)
    assert request.framework == workspace.frameworks_by_id()["basis"]
    assert (request.language, request.errors, len(request.profiles)) == ("en", 2, len(PROFILES))
    first = materials(workspace, "profile")[0].request("profile", "nl")
    assert isinstance(first, ProfileRequest)
    assert first.profile.id == PROFILES[0]


def test_an_error_in_a_profile_is_in_the_way_of_that_profile_only(root: Path) -> None:
    change(
        root / "profiles" / f"{PROFILE}.json", '"competence": "samenwerken"', '"competence": "x"'
    )
    expected = {name: {"unknown-competence"} if name == PROFILE else set() for name in PROFILES}
    assert errors(root) == expected
    assert errors(root, "framework") == {"basis": set()}


def test_an_error_in_a_framework_is_in_the_way_of_what_uses_it_only(root: Path) -> None:
    other = root / "frameworks" / "ander.json"
    shutil.copy(root / "frameworks" / "basis.json", other)
    change(other, '"id": "basis"', '"id": "ander"')
    change(other, '"cluster": "', '"cluster": "x')
    assert errors(root) == {name: set() for name in PROFILES}
    assert errors(root, "framework") == {"ander": {"unknown-cluster"}, "basis": set()}
    change(root / "frameworks" / "basis.json", '"cluster": "', '"cluster": "x')
    assert errors(root) == {name: {"unknown-cluster"} for name in PROFILES}


def test_an_error_in_the_settings_is_in_the_way_of_everything(root: Path) -> None:
    settings = root / "competenties.toml"
    with settings.open("a", encoding="utf-8") as file:
        file.write('\n[check.severities]\nbestaat-niet = "off"\n')
    assert all(found for found in errors(root).values())
    assert all(found for found in errors(root, "framework").values())
