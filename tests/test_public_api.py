"""The public names: at most a dozen, documented, and they do what the README shows."""

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

import competenties
from competenties.api import About
from competenties.documents import document_files
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


@pytest.mark.parametrize("name", sorted(document_files()))
def test_every_document_can_be_written(tmp_path: Path, name: str) -> None:
    start_workspace(tmp_path / "ws", "nl")
    workspace = competenties.open_workspace(tmp_path / "ws")
    profile = workspace.profiles_by_id()["medewerker-klantcontact"]
    series = [
        profile.model_copy(update={"id": identifier, "series": "Klantcontact"})
        for identifier in ("eerste", "tweede")
    ]
    subjects: dict[str, About] = {
        "profile": profile,
        "profiles": series,
        "framework": workspace.frameworks_by_id()["basis"],
    }
    about = subjects[document_files()[name].SUBJECT]
    against = workspace if name == "job-changes" else None
    content = competenties.write(workspace, about, name, against=against)
    assert content[:2] == b"PK"


def test_what_a_document_is_about_can_be_left_out_where_there_is_one(tmp_path: Path) -> None:
    start_workspace(tmp_path / "ws", "nl")
    workspace = competenties.open_workspace(tmp_path / "ws")
    basis = workspace.frameworks_by_id()["basis"]
    for name, about in (
        ("framework-book", basis),
        ("job-matrix", list(workspace.profiles_by_id().values())),
    ):
        made = [competenties.write(workspace, one, name) for one in (None, about)]
        assert made[0] == made[1]
    with pytest.raises(competenties.CompetentiesError, match="is about one job profile"):
        competenties.write(workspace, None, "job-profile")
    with pytest.raises(competenties.CompetentiesError, match="is about one framework"):
        competenties.write(workspace, workspace.profiles_by_id()["wijkverpleegkundige"], "promises")


def test_a_choice_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    start_workspace(tmp_path / "ws", "nl")
    workspace = competenties.open_workspace(tmp_path / "ws")
    with pytest.raises(competenties.CompetentiesError, match="minutes belongs to interview-guide"):
        competenties.write(workspace, None, "job-matrix", minutes=45)
    with pytest.raises(competenties.CompetentiesError, match=r"for a document in Word \(\.docx\)"):
        competenties.write(workspace, None, "framework-book", template="x.docx", suffix=".pdf")


def test_a_language_that_the_program_does_not_write_is_refused(tmp_path: Path) -> None:
    start_workspace(tmp_path / "ws", "nl")
    basis = competenties.open_workspace(tmp_path / "ws").frameworks_by_id()["basis"]
    with pytest.raises(competenties.CompetentiesError, match=r'language "xx".*nl, en'):
        competenties.export(basis, "case", tmp_path / "x.json", language="xx")  # type: ignore[arg-type]
    assert not (tmp_path / "x.json").exists()


def test_the_readme_names_only_commands_that_exist() -> None:
    from competenties.cli.main import command_files

    text = README.read_text(encoding="utf-8")
    named = set(re.findall(r"`competenties (\w+)", text)) | set(
        re.findall(r"^competenties (\w+)", text, re.MULTILINE)
    )
    assert named
    assert named <= set(command_files())


@pytest.mark.parametrize("page", ["README.md", "docs/guide/nl.md", "docs/guide/en.md"])
def test_the_readme_and_the_guides_name_every_document(page: str) -> None:
    text = (README.parent / page).read_text(encoding="utf-8")
    table = "\n".join(line for line in text.splitlines() if line.startswith("|"))
    assert {name for name in document_files() if f"`{name}`" not in table} == set()


def test_every_picture_in_readme_and_guides_is_there_and_no_other() -> None:
    pages = [README, *(README.parent / "docs" / "guide").glob("*.md")]
    named = {
        name
        for page in pages
        for name in re.findall(r"pictures/([\w-]+\.png)", page.read_text(encoding="utf-8"))
    }
    assert named == {path.name for path in (README.parent / "docs" / "pictures").iterdir()}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_links_in_a_guide_lead_somewhere(language: str) -> None:
    guide = README.parent / "docs" / "guide" / f"{language}.md"
    text = guide.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", text):
        path, _, anchor = target.partition("#")
        page = guide.parent / path if path else guide
        assert page.exists(), target
        if page.suffix != ".md":
            continue
        headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
        anchors = {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}
        assert not anchor or anchor in anchors, target
