"""`competenties write`: the right file, never over another one, never silently with mistakes."""

import io
import re
import shutil
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfReader
from running import ROOT, broken_workspace_in, call, run, workspace_in

PROFILE = "medewerker-klantcontact"


@pytest.mark.parametrize(
    ("document", "suffix"), [("job-profile", "docx"), ("rating-sheet", "xlsx")]
)
def test_a_document_is_written_where_it_was_asked(
    tmp_path: Path, document: str, suffix: str
) -> None:
    root = workspace_in(tmp_path)
    path = tmp_path / "uit voer" / f"mijn é.{suffix}"
    written = run("write", document, root, "-o", path, cwd=tmp_path)
    assert written.code == 0
    assert all(line.startswith("  → ") for line in written.err.splitlines())
    assert written.out == f"Gemaakt: {path}\n"
    assert path.read_bytes().startswith(b"PK")
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("suffix", ["docx", "DOCX"])
def test_capitals_in_a_suffix_do_not_matter(tmp_path: Path, suffix: str) -> None:
    root = workspace_in(tmp_path)
    assert call("write", "job-profile", root, "-o", tmp_path / f"uit.{suffix}").code == 0


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ((), f"gespreksformulier-{PROFILE}.xlsx"),
        (("--form", "zelfreflectie"), f"zelfreflectie-{PROFILE}.xlsx"),
        (("--form", "checklist"), f"checklist-servicebeloften-{PROFILE}.xlsx"),
        (
            ("--form", "team", "--team", "Vergunningen & zorg: noord"),
            f"teamformulier-vergunningen-zorg-noord-{PROFILE}.xlsx",
        ),
        (("--language", "en"), f"conversation-form-{PROFILE}.xlsx"),
        (("--language", "en", "--form", "feedback"), f"feedback-form-{PROFILE}.xlsx"),
    ],
)
def test_a_file_in_a_folder_is_called_after_its_kind_and_its_job_in_its_own_language(
    tmp_path: Path, options: tuple[str, ...], name: str
) -> None:
    root = workspace_in(tmp_path)
    for folder in (tmp_path / "nieuw", tmp_path):
        assert call("write", "rating-sheet", root, *options, "-o", folder).code == 0
        assert (folder / name).is_file()


def test_names_that_windows_takes_for_the_same_get_a_number(tmp_path: Path) -> None:
    root, folder = workspace_in(tmp_path), tmp_path / "uit"
    profile = root / "profiles" / f"{PROFILE}.json"
    other = profile.read_text(encoding="utf-8").replace(f'"id": "{PROFILE}"', '"id": "ander"', 1)
    (root / "profiles" / f"{PROFILE.title()}.json").write_text(other, encoding="utf-8")
    written = call("write", "job-profile", root, "--anyway", "-o", folder)
    assert written.code == 0, written.err
    names = [one.name for one in folder.iterdir()]
    assert len({name.casefold() for name in names}) == len(names) == 2


def test_a_profile_that_is_too_long_is_written_and_says_what_helps(tmp_path: Path) -> None:
    root, path = workspace_in(tmp_path), tmp_path / "uit.docx"
    written = call("write", "job-profile", root, "-o", path)
    assert written.code == 0
    assert path.is_file()
    first, second = written.err.splitlines()
    assert first.startswith("  → Dit wordt ongeveer 3 pagina's")
    assert "past het op twee: --without context,contacts,career." in second
    assert second.endswith("--size full")


def test_a_web_page_is_the_preview_of_a_profile(tmp_path: Path) -> None:
    path = tmp_path / "uit.html"
    assert call("write", "job-profile", workspace_in(tmp_path), "-o", path).code == 0
    page = path.read_text(encoding="utf-8")
    assert "<h1>Functieprofiel Medewerker klantcontact</h1>" in page


@pytest.mark.parametrize(
    ("document", "options"),
    [
        ("job-profile", ()),
        ("rating-sheet", ("--form", "self-reflection")),
        ("rating-sheet", ("--form", "feedback")),
        ("rating-sheet", ("--form", "conversation")),
        ("rating-sheet", ("--form", "appraisal-report")),
        ("rating-sheet", ("--form", "checklist")),
    ],
)
def test_a_pdf_is_made_of_a_profile_and_of_every_kind_of_form(
    tmp_path: Path, document: str, options: tuple[str, ...]
) -> None:
    path = tmp_path / "uit.pdf"
    written = call("write", document, workspace_in(tmp_path), *options, "-o", path)
    assert written.code == 0, written.err
    assert written.out == f"Gemaakt: {path}\n"
    assert re.search("[Kk]lantcontact", PdfReader(path).pages[0].extract_text().splitlines()[0])


def two_profiles(folder: Path) -> Path:
    root = workspace_in(folder)
    text = (root / "profiles" / f"{PROFILE}.json").read_text(encoding="utf-8")
    second = text.replace(f'"{PROFILE}"', '"tweede-functie"')
    (root / "profiles" / "tweede-functie.json").write_text(second, encoding="utf-8", newline="\n")
    return root


def test_a_workspace_gives_a_document_for_every_profile(tmp_path: Path) -> None:
    root, folder = two_profiles(tmp_path), tmp_path / "uit"
    written = call("write", "job-profile", root, "-o", folder)
    assert written.code == 0
    names = [f"functieprofiel-{PROFILE}.docx", "functieprofiel-tweede-functie.docx"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert len(written.out.splitlines()) == 2


@pytest.mark.parametrize("name", ["uit.docx", "bestaand.txt"])
def test_several_documents_do_not_go_into_one_file(tmp_path: Path, name: str) -> None:
    root = two_profiles(tmp_path)
    (tmp_path / "bestaand.txt").write_text("van iemand anders", encoding="utf-8")
    refused = call("write", "job-profile", root, "-o", tmp_path / name)
    assert refused.code == 2
    assert "2 documenten" in refused.err
    assert not (tmp_path / "uit.docx").exists()


def test_one_profile_of_several_can_be_named_by_file_or_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = two_profiles(tmp_path)
    monkeypatch.chdir(root)
    by_id, by_file = tmp_path / "id.docx", tmp_path / "file.docx"
    assert call("write", "job-profile", "tweede-functie", "-o", by_id).code == 0
    path = Path("profiles") / "tweede-functie.json"
    assert call("write", "job-profile", path, "-o", by_file).code == 0
    assert by_id.read_bytes() == by_file.read_bytes()


def test_an_id_can_be_looked_up_in_a_named_workspace(tmp_path: Path) -> None:
    root, path = workspace_in(tmp_path), tmp_path / "uit.docx"
    written = call("write", "job-profile", PROFILE, "--workspace", root, "-o", path)
    assert written.code == 0
    assert path.is_file()


def test_an_existing_file_is_not_overwritten_unless_that_is_asked(tmp_path: Path) -> None:
    root, path = workspace_in(tmp_path), tmp_path / "uit.docx"
    path.write_text("van iemand anders", encoding="utf-8")
    refused = call("write", "job-profile", root, "-o", path)
    assert refused.code == 2
    assert str(path) in refused.err
    assert "--force" in refused.err
    assert path.read_text(encoding="utf-8") == "van iemand anders"
    assert call("write", "job-profile", root, "-o", path, "--force").code == 0
    assert path.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("document", "name", "suffix"),
    [("job-profile", "uit.xlsx", ".docx"), ("rating-sheet", "uit.odt", ".xlsx")],
)
def test_a_name_that_belongs_to_another_kind_of_file_is_refused(
    tmp_path: Path, document: str, name: str, suffix: str
) -> None:
    refused = call("write", document, workspace_in(tmp_path), "-o", tmp_path / name)
    assert refused.code == 2
    assert suffix in refused.err
    assert not (tmp_path / name).exists()


def test_a_document_that_does_not_exist_is_named_with_those_that_do(tmp_path: Path) -> None:
    refused = call("write", "jaarverslag", workspace_in(tmp_path), "-o", tmp_path / "x.docx")
    assert refused.code == 2
    first, *listed = refused.err.splitlines()
    assert first == 'Er is geen document "jaarverslag". Kies uit:'
    assert listed == call("write", "--language", "nl").out.splitlines()[: len(listed)]
    assert "  interview-guide     Interviewleidraad (.docx, .pdf)" in listed


def test_mistakes_stop_it_and_are_said(tmp_path: Path) -> None:
    root, path = broken_workspace_in(tmp_path), tmp_path / "uit.docx"
    stopped = run("write", "job-profile", root, "-o", path, cwd=tmp_path)
    assert (stopped.code, stopped.out) == (1, "")
    assert "[unknown-competence]" in stopped.err
    assert "--anyway" in stopped.err
    assert not path.exists()


def test_a_hint_does_not_stop_it(tmp_path: Path) -> None:
    root = workspace_in(tmp_path)
    settings = root / "competenties.toml"
    text = settings.read_text(encoding="utf-8")
    limits = text.replace("# competences_advised = 8", "competences_advised = 1")
    settings.write_text(limits, encoding="utf-8")
    assert "Tip" in call("check", root).out
    assert call("write", "job-profile", root, "-o", tmp_path / "uit.docx").code == 0


@pytest.mark.parametrize(
    ("language", "remark"), [("nl", "Concept met fouten:"), ("en", "Draft with errors:")]
)
def test_anyway_writes_it_and_the_paper_says_so(tmp_path: Path, language: str, remark: str) -> None:
    root = broken_workspace_in(tmp_path)
    word, sheet = tmp_path / "uit.docx", tmp_path / "uit.xlsx"
    for document, path in (("job-profile", word), ("rating-sheet", sheet)):
        options = ("-o", path, "--anyway", "--language", language)
        assert call("write", document, root, *options).code == 0
    paragraphs = docx.Document(io.BytesIO(word.read_bytes())).paragraphs
    assert paragraphs[1].text.startswith(remark)
    assert " 1 " in paragraphs[1].text
    cell = openpyxl.load_workbook(io.BytesIO(sheet.read_bytes())).worksheets[0]["A3"]
    assert str(cell.value).startswith(remark)


def test_anyway_says_nothing_on_paper_when_there_are_no_mistakes(tmp_path: Path) -> None:
    root, path = workspace_in(tmp_path), tmp_path / "uit.docx"
    assert call("write", "job-profile", root, "-o", path, "--anyway").code == 0
    texts = [one.text for one in docx.Document(io.BytesIO(path.read_bytes())).paragraphs]
    assert not [text for text in texts if "fouten" in text]


def test_a_mistake_in_another_profile_does_not_stop_this_one(tmp_path: Path) -> None:
    root = two_profiles(tmp_path)
    other = root / "profiles" / "tweede-functie.json"
    other.write_text(other.read_text(encoding="utf-8").replace('"level": 3', '"level": 9', 1))
    path = tmp_path / "uit.docx"
    profile = root / "profiles" / f"{PROFILE}.json"
    assert call("write", "job-profile", profile, "-o", path).code == 0
    assert call("write", "job-profile", root, "-o", tmp_path / "alle").code == 1


def test_a_profile_that_cannot_be_read_is_not_passed_over(tmp_path: Path) -> None:
    root = two_profiles(tmp_path)
    (root / "profiles" / "tweede-functie.json").write_text("{", encoding="utf-8")
    for number, more in enumerate(((), ("--anyway",))):
        folder = tmp_path / f"uit{number}"
        stopped = call("write", "job-profile", root, "-o", folder, *more)
        assert stopped.code == 1
        assert "tweede-functie.json" in stopped.err
        assert [one.name for one in folder.iterdir()] == [f"functieprofiel-{PROFILE}.docx"]


def test_a_framework_is_not_a_profile(tmp_path: Path) -> None:
    root = workspace_in(tmp_path)
    refused = call(
        "write", "job-profile", root / "frameworks" / "basis.json", "-o", tmp_path / "x.docx"
    )
    assert refused.code == 2
    assert "functieprofiel" in refused.err


def test_a_file_outside_a_workspace_uses_the_framework_that_ships(tmp_path: Path) -> None:
    profile = tmp_path / "los.json"
    shutil.copy(ROOT / "frameworks" / "profiles" / f"{PROFILE}.json", profile)
    path = tmp_path / "uit.docx"
    leave_out = ("--without", "context,contacts,career")
    written = run("write", "job-profile", profile, "-o", path, *leave_out, cwd=tmp_path)
    assert (written.code, written.err) == (0, "")
    tables = docx.Document(io.BytesIO(path.read_bytes())).tables
    texts = [one.text for table in tables for cell in table._cells for one in cell.paragraphs]  # noqa: SLF001
    assert "Houdt een klacht op eigen naam tot de klant de oplossing heeft bevestigd." in texts


@pytest.mark.parametrize("folder", ["bestand/x.docx", "/proc/geen/x.docx"])
def test_a_place_where_nothing_can_be_written_is_said_in_a_sentence(
    tmp_path: Path, folder: str
) -> None:
    root = workspace_in(tmp_path)
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    refused = call("write", "job-profile", root, "-o", tmp_path / folder)
    assert refused.code == 2
    assert "x.docx" in refused.err
    assert "programma zelf" not in refused.err


def test_the_language_is_the_asked_one_else_that_of_the_workspace(tmp_path: Path) -> None:
    root = workspace_in(tmp_path, "en")
    own, asked = tmp_path / "own.docx", tmp_path / "asked.docx"
    assert run("write", "job-profile", root, "-o", own, cwd=tmp_path).out.startswith("Written:")
    made = run("write", "job-profile", root, "-o", asked, "--language=nl", cwd=tmp_path)
    assert made.out.startswith("Gemaakt:")
    titles = [docx.Document(str(path)).paragraphs[0].text for path in (own, asked)]
    assert titles == [
        "Job profile Customer contact officer",
        "Functieprofiel Medewerker klantcontact",
    ]


def test_what_is_refused_is_said_in_the_language_of_the_workspace(tmp_path: Path) -> None:
    root, path = workspace_in(tmp_path, "nl"), tmp_path / "uit.docx"
    path.write_text("er is al iets", encoding="utf-8")
    refused = run("write", "job-profile", root, "-o", path, cwd=tmp_path, language="en_GB.UTF-8")
    assert "bestaat al" in refused.err


def test_the_same_command_writes_the_same_file(tmp_path: Path) -> None:
    root = workspace_in(tmp_path)
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    for path in (first, second):
        run("write", "rating-sheet", root, "-o", path, cwd=tmp_path)
    assert first.read_bytes() == second.read_bytes()
