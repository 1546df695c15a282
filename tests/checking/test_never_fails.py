"""Whatever somebody did to a file, the check answers with sentences and never with a traceback."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from competenties.checking import Report, check
from competenties.messages import LANGUAGES
from competenties.workspace.starting import start_workspace
from competenties.workspace.workspace import open_workspace
from strategies import JSON, spoiled

pytestmark = pytest.mark.slow

FILES = ("frameworks/basis.json", "profiles/medewerker-klantcontact.json")
OFTEN = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    start_workspace(tmp_path, "nl")
    return tmp_path


def checked(workspace: Path, file: str, raw: bytes) -> Report:
    path = workspace / file
    before = path.read_bytes()
    try:
        path.write_bytes(raw)
        report = check(open_workspace(workspace))
        assert path.read_bytes() == raw, "a check changes nothing"
    finally:
        path.write_bytes(before)
    for finding in report.findings:
        assert finding.place.line is None or finding.place.line >= 1
        assert finding.place.line is not None or not finding.place.path
        for language in LANGUAGES:
            assert finding.message(language)
            assert finding.advice(language)
    return report


@OFTEN
@given(data=st.data(), file=st.sampled_from(FILES))
def test_values_that_were_changed(workspace: Path, data: st.DataObject, file: str) -> None:
    content = json.loads((workspace / file).read_text(encoding="utf-8"))
    for _ in range(data.draw(st.integers(1, 3))):
        content = spoiled(content, data.draw)
    checked(workspace, file, json.dumps(content).encode())


@OFTEN
@given(data=st.data(), file=st.sampled_from(FILES))
def test_bytes_that_were_changed(workspace: Path, data: st.DataObject, file: str) -> None:
    raw = (workspace / file).read_bytes()
    start = data.draw(st.integers(0, len(raw)))
    length = data.draw(st.integers(0, 40))
    inserted = data.draw(st.binary(max_size=10))
    changed = raw[:start] + inserted + raw[start + length :]
    checked(workspace, file, changed)


@OFTEN
@given(value=JSON)
def test_anything_in_the_place_of_a_file(workspace: Path, value: Any) -> None:
    report = checked(workspace, FILES[0], json.dumps(value).encode())
    assert report.has_errors


@OFTEN
@given(text=st.text(max_size=60))
def test_anything_in_the_place_of_the_settings(workspace: Path, text: str) -> None:
    (workspace / "competenties.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
    for finding in check(open_workspace(workspace)).findings:
        assert finding.message("nl")
