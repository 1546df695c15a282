"""Reading and saving: nothing is lost, nothing is written without need, nothing fails."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from competenties.findings import RefusedError
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.workspace.documents import (
    document_data,
    new_framework,
    new_profile,
    read_framework,
    read_profile,
    save,
)
from competenties.workspace.json_text import canonical_json
from strategies import frameworks, profiles

ROOT = Path(__file__).parents[2]
SHARED_FOLDER = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@SHARED_FOLDER
@given(framework=frameworks())
def test_any_framework_survives_writing_and_reading(tmp_path: Path, framework: Framework) -> None:
    path = tmp_path / "model.json"
    path.unlink(missing_ok=True)
    save(new_framework(framework, path), framework)
    read = read_framework(path)
    assert list(read.findings) == []
    assert read.model == framework
    assert read.whole


@SHARED_FOLDER
@given(profile=profiles())
def test_any_profile_survives_writing_and_reading(tmp_path: Path, profile: JobProfile) -> None:
    path = tmp_path / "profiel.json"
    path.unlink(missing_ok=True)
    save(new_profile(profile, path), profile)
    read = read_profile(path)
    assert list(read.findings) == []
    assert read.model == profile


@SHARED_FOLDER
@given(framework=frameworks())
def test_saving_an_unchanged_file_writes_nothing(tmp_path: Path, framework: Framework) -> None:
    path = tmp_path / "model.json"
    path.write_text(json.dumps(document_data(framework), indent=7), encoding="utf-8")
    before = path.stat()
    read = read_framework(path)
    assert read.model is not None
    save(read, read.model)
    after = path.stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


@SHARED_FOLDER
@given(
    raw=st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_give_findings_and_never_an_exception(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "iets.json"
    path.write_bytes(raw)
    read = read_framework(path)
    assert read.model is None
    assert read.findings
    assert all(one.message(language) for one in read.findings for language in ("nl", "en"))


@pytest.mark.parametrize("name", ["basis", "klantgerichtheid"])
def test_the_shipped_frameworks_are_written_as_we_write_files(name: str) -> None:
    path = ROOT / "frameworks" / f"{name}.json"
    read = read_framework(path)
    assert read.model is not None
    assert path.read_bytes().decode() == canonical_json(document_data(read.model))


def test_a_text_keeps_its_form_and_extra_comes_last(tmp_path: Path) -> None:
    data = {
        "$schema": "urn:competenties:framework:1",
        "id": "model",
        "name": {"en": "Model", "nl": "Model"},
        "language": "nl",
        "extra": {"zeta": 1, "alfa": [True, None, "é"]},
        "competences": [{"id": "een", "name": "Eén"}],
    }
    path = tmp_path / "model.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    read = read_framework(path)
    assert read.model is not None
    saved = save(read, read.model.model_copy(update={"version": "2"}))
    text = path.read_text(encoding="utf-8")
    assert list(json.loads(text)) == [
        "$schema",
        "id",
        "name",
        "language",
        "version",
        "competences",
        "extra",
    ]
    assert list(json.loads(text)["extra"]) == ["zeta", "alfa"]
    assert list(json.loads(text)["name"]) == ["en", "nl"]
    assert text.endswith("}\n")
    assert "Eén" in text
    assert saved.text == text


def test_lines_end_in_lf_on_every_system(tmp_path: Path) -> None:
    framework = Framework(id="model", name="Model", language="nl")
    save(new_framework(framework, tmp_path / "model.json"), framework)
    assert b"\r" not in (tmp_path / "model.json").read_bytes()


def test_a_file_that_somebody_else_changed_is_never_overwritten(tmp_path: Path) -> None:
    framework = Framework(id="model", name="Model", language="nl")
    path = tmp_path / "model.json"
    save(new_framework(framework, path), framework)
    ours = read_framework(path)
    theirs = read_framework(path)
    assert ours.model is not None
    assert theirs.model is not None
    save(theirs, theirs.model.model_copy(update={"version": "van hen"}))
    with pytest.raises(RefusedError) as refused:
        save(ours, ours.model.model_copy(update={"version": "van ons"}))
    assert "model.json" in refused.value.say("nl")
    assert "van hen" in path.read_text(encoding="utf-8")


def test_a_file_with_parts_that_could_not_be_read_is_never_overwritten(tmp_path: Path) -> None:
    data = {
        "$schema": "urn:competenties:framework:1",
        "id": "model",
        "name": "Model",
        "language": "nl",
        "competences": [{"id": "een", "name": "Eén"}, {"id": "twee", "naam": "Twee"}],
    }
    path = tmp_path / "model.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    before = path.read_bytes()
    read = read_framework(path)
    assert read.model is not None
    assert [one.id for one in read.model.competences] == ["een"], "the rest can be looked at"
    with pytest.raises(RefusedError):
        save(read, read.model.model_copy(update={"version": "2"}))
    assert path.read_bytes() == before


def test_a_new_file_is_never_written_over_an_existing_one(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text("van iemand anders", encoding="utf-8")
    framework = Framework(id="model", name="Model", language="nl")
    with pytest.raises(RefusedError):
        save(new_framework(framework, path), framework)
    assert path.read_text(encoding="utf-8") == "van iemand anders"


def test_saving_twice_in_a_row_works(tmp_path: Path) -> None:
    framework = Framework(id="model", name="Model", language="nl")
    document = save(new_framework(framework, tmp_path / "model.json"), framework)
    changed = framework.model_copy(update={"version": "1"})
    again = save(document, changed)
    assert read_framework(again.path).model == changed
