"""The public names: at most a dozen, documented, and they do what the README shows."""

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

import competenties
from competenties.workspace.starting import start_workspace

README = Path(__file__).parent.parent / "README.md"


def test_there_are_at_most_a_dozen_public_names_and_each_is_documented() -> None:
    assert len(competenties.__all__) <= 12
    for name in competenties.__all__:
        assert getattr(competenties, name).__doc__, name
    assert dir(competenties) == competenties.__all__


def test_another_name_is_not_there() -> None:
    with pytest.raises(AttributeError, match="onzin"):
        _ = competenties.onzin


def test_the_readme_shows_code_that_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    start_workspace(Path("my-workspace"), "en")
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102  (our own README)
    assert capsys.readouterr().out == ""
    content = names["content"]
    assert isinstance(content, bytes)
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    assert sheet["A2"].value == "Gespreksformulier Medewerker klantcontact"


def test_the_readme_names_only_commands_that_exist() -> None:
    from competenties.cli.main import command_files

    text = README.read_text(encoding="utf-8")
    named = set(re.findall(r"`competenties (\w+)", text)) | set(
        re.findall(r"^competenties (\w+)", text, re.MULTILINE)
    )
    assert named
    assert named <= set(command_files())
