"""`competenties write`: every document by what it is about, many at once, and what does not fit."""

import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfReader
from running import ROOT, call, environment, replace_in

from competenties.documents import document_files
from competenties.documents.form_names import document_file_name
from competenties.messages import LANGUAGES

DOCUMENTS = document_files()
PROFILE = "medewerker-klantcontact"
PROFILES = sorted(path.stem for path in (ROOT / "frameworks" / "profiles").glob("*.json"))


@pytest.fixture(name="root", scope="module")
def root_fixture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace as `new` makes it."""
    root = tmp_path_factory.mktemp("ws") / "mijn werkmap"
    assert call("new", root, "--language", "nl").code == 0
    return root


@pytest.fixture(name="own")
def own_fixture(root: Path, tmp_path: Path) -> Path:
    """Return a copy of the workspace, to change."""
    return Path(shutil.copytree(root, tmp_path / "eigen"))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def usual_name(document: str, about: str = "") -> str:
    kind = DOCUMENTS[document]
    return f"{document_file_name(kind.TITLE, about, 'nl')}{kind.SUFFIXES[0]}"


WITH_ONE_ANSWER = [one for one in DOCUMENTS if one not in ("job-changes", "job-series")]


@pytest.mark.parametrize("document", WITH_ONE_ANSWER)
def test_a_workspace_gives_the_documents_that_belong_to_it(
    root: Path, tmp_path: Path, document: str
) -> None:
    folder = tmp_path / "uit"
    written = call("write", document, root, "-o", folder)
    assert written.code == 0, written.err
    kind, suffix = DOCUMENTS[document], DOCUMENTS[document].SUFFIXES[0]
    if kind.SUBJECT == "profile":
        assert all(
            any(one.endswith(f"-{job}{suffix}") for one in names(folder)) for job in PROFILES
        )
        assert len(names(folder)) == len(PROFILES) == len(written.out.splitlines())
    elif kind.SUBJECT == "framework":
        assert names(folder) == [usual_name(document, "basis")]
    else:
        assert names(folder) == [usual_name(document)]


@pytest.mark.parametrize(
    ("document", "source"),
    [
        ("interview-guide", PROFILE),
        ("interview-guide", f"profiles/{PROFILE}.json"),
        ("framework-book", "basis"),
        ("framework-book", "frameworks/basis.json"),
        ("job-matrix", PROFILE),
        ("job-matrix", f"profiles/{PROFILE}.json"),
        ("job-matrix", "."),
        ("job-matrix", ""),
        ("competence-cards", ""),
    ],
)
def test_a_source_is_an_id_a_file_a_workspace_or_the_one_that_we_are_in(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, document: str, source: str
) -> None:
    monkeypatch.chdir(root)
    path = tmp_path / f"uit{DOCUMENTS[document].SUFFIXES[0]}"
    written = call("write", document, *filter(None, [source]), "-o", path)
    assert (written.code, written.out) == (0, f"Gemaakt: {path}\n")


def test_a_document_on_all_jobs_has_every_job_also_when_one_was_named(
    root: Path, tmp_path: Path
) -> None:
    path = tmp_path / "matrix.xlsx"
    assert call("write", "job-matrix", PROFILE, "--workspace", root, "-o", path).code == 0
    sheet = openpyxl.load_workbook(path).worksheets[0]
    said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert "Medewerker klantcontact" in said
    assert "Wijkverpleegkundige" in said


@pytest.mark.parametrize(
    ("document", "source", "said"),
    [
        ("framework-book", f"profiles/{PROFILE}.json", "staat geen competentiemodel"),
        ("interview-guide", "frameworks/basis.json", "staat geen functieprofiel"),
    ],
)
def test_what_a_document_cannot_be_made_of_is_said(
    root: Path, tmp_path: Path, document: str, source: str, said: str
) -> None:
    refused = call("write", document, root / source, "-o", tmp_path / "uit.docx")
    assert refused.code == 2
    assert said in refused.err
    assert DOCUMENTS[document].TITLE.nl in refused.err


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html"])
def test_the_ending_of_the_file_decides_what_it_becomes(
    root: Path, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"uit{suffix}"
    asked = ("--workspace", root, "--size", "full", "-o", path)
    assert call("write", "job-profile", PROFILE, *asked).code == 0
    start = {".docx": b"PK", ".pdf": b"%PDF", ".html": b"<!DOCTYPE html>"}
    assert path.read_bytes().startswith(start[suffix])


def test_in_a_folder_the_kind_of_file_can_be_asked(root: Path, tmp_path: Path) -> None:
    for number, given in enumerate((".pdf", "pdf", "PDF")):
        folder = tmp_path / f"uit{number}"
        asked = ("--workspace", root, "--type", given, "-o", folder)
        assert call("write", "job-summary", PROFILE, *asked).code == 0
        assert names(folder) == [f"wat-betekent-dit-voor-mij-{PROFILE}.pdf"]
    refused = call(
        "write", "job-summary", PROFILE, "--workspace", root, "--type", "xlsx", "-o", "x"
    )
    assert (refused.code, "kan geen .xlsx worden" in refused.err) == (2, True)
    asked = ("--workspace", root, "--type", "pdf", "-o", tmp_path / "x.docx")
    refused = call("write", "job-summary", PROFILE, *asked)
    assert (refused.code, "eindigt niet op .pdf" in refused.err) == (2, True)


# ---- What may be asked -----------------------------------------------------------------------


def test_the_size_of_a_profile_can_be_asked(root: Path, tmp_path: Path) -> None:
    pages = {}
    for size in ("two-pages", "full"):
        path = tmp_path / f"{size}.pdf"
        asked = ("--workspace", root, "--size", size, "-o", path)
        assert call("write", "job-profile", PROFILE, *asked).code == 0
        pages[size] = len(PdfReader(path).pages)
    assert pages["full"] > pages["two-pages"]


def test_the_minutes_of_an_interview_can_be_asked(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "uit.docx"
    asked = ("--workspace", root, "--minutes", "45", "-o", path)
    assert call("write", "interview-guide", PROFILE, *asked).code == 0
    assert "45 minuten" in "\n".join(one.text for one in docx.Document(str(path)).paragraphs)
    refused = call("write", "interview-guide", root, "--minutes", "een uur", "-o", tmp_path / "x")
    assert (refused.code, "--minutes 60" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("document", "option", "said"),
    [
        ("job-matrix", ("--minutes", "45"), "--minutes hoort bij interview-guide"),
        ("interview-guide", ("--size", "full"), "--size hoort bij job-profile"),
        ("framework-book", ("--without", "context"), "--without hoort bij job-profile"),
        ("job-series", ("--against", "x"), "--against hoort bij job-changes"),
        ("job-profile", ("--form", "team"), "--form hoort bij rating-sheet"),
        ("vacancy", ("--names", "{naam}"), "--names hoort bij rating-sheet"),
    ],
)
def test_an_option_that_does_not_fit_the_document_is_refused(
    root: Path, tmp_path: Path, document: str, option: tuple[str, str], said: str
) -> None:
    asked = (*option, "-o", tmp_path / "uit", "--language", "nl")
    refused = call("write", document, root, *asked)
    assert refused.code == 2
    assert said in refused.err
    assert not (tmp_path / "uit").exists()


def changed_workspace(own: Path) -> Path:
    """Return a workspace in which one profile says something else than it did."""
    text = (own / "profiles" / f"{PROFILE}.json").read_text(encoding="utf-8")
    assert "Medewerker klantcontact" in text
    new = text.replace("Medewerker klantcontact", "Klantadviseur")
    (own / "profiles" / f"{PROFILE}.json").write_text(new, encoding="utf-8", newline="\n")
    return own


def word_text(path: Path) -> str:
    tables = docx.Document(str(path)).tables
    return "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("against", [".", "profiles", f"profiles/{PROFILE}.json"])
def test_what_was_and_will_be_is_compared_with_a_workspace_a_folder_or_a_profile(
    root: Path, own: Path, tmp_path: Path, against: str
) -> None:
    path = tmp_path / "uit.docx"
    asked = ("--against", root / against, "-o", path)
    written = call("write", "job-changes", changed_workspace(own), *asked)
    assert written.code == 0, written.err
    assert "Medewerker klantcontact, versie" in word_text(path)
    assert "Klantadviseur, versie" in word_text(path)


@pytest.mark.parametrize("against", [".", f"profiles/{PROFILE}.json"])
def test_one_job_is_compared_with_what_it_was_only(
    root: Path, own: Path, tmp_path: Path, against: str
) -> None:
    changed_workspace(own)
    asked = ("--workspace", own, "--against", root / against, "-o", tmp_path)
    assert call("write", "job-changes", PROFILE, *asked).code == 0
    said = word_text(tmp_path / f"was-wordt-{PROFILE}.docx")
    assert "Klantadviseur" in said
    assert "Wijkverpleegkundige" not in said


def test_what_cannot_be_compared_is_said(root: Path, own: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    (own / "profiles" / f"{PROFILE}.json").write_text("{", encoding="utf-8")
    for against, said in ((tmp_path / "leeg", "geen functieprofiel"), (own, f"{PROFILE}.json kan")):
        refused = call(
            "write", "job-changes", root, "--against", against, "-o", tmp_path / "x.docx"
        )
        assert (refused.code, said in refused.err) == (2, True), refused.err
        assert not (tmp_path / "x.docx").exists()


# ---- The template of an organisation -----------------------------------------------------------


def test_a_template_gives_its_own_look_and_says_what_it_lacks(root: Path, tmp_path: Path) -> None:
    own = docx.Document()
    own.styles["Heading 1"].font.name = "Georgia"
    own.sections[0].header.paragraphs[0].text = "Huisstijl van Groen"
    own.save(str(tmp_path / "huis.docx"))
    path = tmp_path / "uit.docx"
    asked = ("--workspace", root, "--template", tmp_path / "huis.docx", "-o", path)
    written = call("write", "interview-guide", PROFILE, *asked)
    assert written.code == 0, written.err
    assert "Het sjabloon huis.docx" in written.err
    made = docx.Document(str(path))
    assert made.styles["Heading 1"].font.name == "Georgia"
    assert made.sections[0].header.paragraphs[0].text == "Huisstijl van Groen"


def test_what_keeps_people_from_reading_a_filled_template_is_said(
    root: Path, tmp_path: Path
) -> None:
    own = docx.Document()
    own.add_paragraph("- geen echte lijst")
    own.save(str(tmp_path / "huis.docx"))
    asked = ("--workspace", root, "--template", tmp_path / "huis.docx", "-o", tmp_path / "uit.docx")
    written = call("write", "job-profile", PROFILE, *asked)
    assert "maar is geen echte lijst" in written.err


def test_a_template_of_the_workspace_is_found_by_its_name(root: Path, tmp_path: Path) -> None:
    (template,) = (root / "templates").glob("*.docx")
    asked = ("--workspace", root, "--template", template.name, "-o", tmp_path / "uit.docx")
    assert call("write", "job-profile", PROFILE, *asked).code == 0


@pytest.mark.parametrize(
    ("template", "output", "said"),
    [
        ("weg.docx", "uit.docx", "weg.docx"),
        ("weg.docx", "uit.pdf", "alleen voor een document in Word"),
    ],
)
def test_a_template_that_cannot_be_used_is_said(
    root: Path, tmp_path: Path, template: str, output: str, said: str
) -> None:
    asked = ("--workspace", root, "--template", template, "-o", tmp_path / output)
    refused = call("write", "job-profile", PROFILE, *asked)
    assert (refused.code, said in refused.err) == (2, True)
    assert not (tmp_path / output).exists()


# ---- Many at once ------------------------------------------------------------------------------


def test_one_bad_profile_is_reported_and_stops_nothing(own: Path, tmp_path: Path) -> None:
    replace_in(
        own / "profiles" / f"{PROFILE}.json", '"competence": "samenwerken"', '"competence": "x"'
    )
    folder = tmp_path / "uit"
    written = call("write", "interview-guide", own, "-o", folder)
    assert written.code == 1
    assert "[unknown-competence]" in written.err
    assert "Niet gemaakt (1):" in written.err
    assert f"interviewleidraad-{PROFILE}.docx: hierin zijn nog fouten" in written.err
    assert names(folder) == [f"interviewleidraad-{job}.docx" for job in PROFILES if job != PROFILE]


def test_what_one_document_cannot_hold_stops_no_other(own: Path, tmp_path: Path) -> None:
    second = (own / "frameworks" / "basis.json").read_text(encoding="utf-8")
    empty = second[: second.index('"competences": [')].replace('"id": "basis"', '"id": "leeg"', 1)
    (own / "frameworks" / "leeg.json").write_text(f'{empty}"competences": []}}', encoding="utf-8")
    written = call("write", "competence-cards", own, "-o", tmp_path / "uit")
    assert written.code == 1, written.err
    assert "competentiekaarten-leeg.docx: Kaarten kunnen nog niet" in written.err
    assert names(tmp_path / "uit") == ["competentiekaarten-basis.docx"]


def test_a_second_run_makes_what_is_missing_and_replaces_nothing(
    root: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "uit"
    assert call("write", "job-summary", root, "-o", folder).code == 0
    first, second, *_ = sorted(folder.iterdir())
    first.unlink()
    second.write_bytes(b"van iemand anders")
    again = call("write", "job-summary", root, "-o", folder)
    assert again.code == 1
    assert f"Gemaakt: {first}" in again.out
    assert "Stonden er al met dezelfde inhoud: 2." in again.out
    assert f"{second.name}: dit bestand is er al, met een andere inhoud" in again.err
    assert second.read_bytes() == b"van iemand anders"
    assert call("write", "job-summary", root, "-o", folder, "--force").code == 0
    assert second.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(("output", "more"), [("alles.zip", ()), ("alles", ("--zip",))])
def test_everything_can_go_into_one_zip_file(
    root: Path, tmp_path: Path, output: str, more: tuple[str, ...]
) -> None:
    folder = tmp_path / "map"
    call("write", "interview-guide", root, "-o", folder)
    written = call("write", "interview-guide", root, *more, "-o", tmp_path / output)
    assert written.out == f"Documenten gemaakt: {len(PROFILES)}, in {tmp_path / 'alles.zip'}.\n"
    with zipfile.ZipFile(tmp_path / "alles.zip") as package:
        assert package.testzip() is None
        assert sorted(package.namelist()) == names(folder)
        for name in package.namelist():
            assert package.read(name) == (folder / name).read_bytes()
    assert names(tmp_path) == ["alles.zip", "map"]
    again = call("write", "interview-guide", root, *more, "-o", tmp_path / output)
    assert (again.code, "bestaat al" in again.err) == (2, True)


def test_a_zip_file_for_which_nothing_could_be_made_is_not_there(own: Path, tmp_path: Path) -> None:
    for job in PROFILES:
        (own / "profiles" / f"{job}.json").write_text("{", encoding="utf-8")
    written = call("write", "job-summary", own, "-o", tmp_path / "alles.zip")
    assert written.code == 1
    assert not (tmp_path / "alles.zip").exists()


def test_a_file_that_cannot_be_written_stops_no_other(root: Path, tmp_path: Path) -> None:
    (tmp_path / f"interviewleidraad-{PROFILE}.docx").mkdir()
    written = call("write", "interview-guide", root, "-o", tmp_path)
    assert written.code == 1
    assert f"interviewleidraad-{PROFILE}.docx: " in written.err
    assert len(written.out.splitlines()) == len(PROFILES) - 1


def test_files_of_others_in_the_folder_stay(root: Path, tmp_path: Path) -> None:
    download = tmp_path / "groot bestand.part"
    download.write_bytes(b"half")
    assert call("write", "job-summary", root, "-o", tmp_path).code == 0
    assert download.read_bytes() == b"half"


@pytest.mark.slow
def test_a_run_that_is_killed_goes_on_where_it_was(own: Path, tmp_path: Path) -> None:
    text = (own / "profiles" / f"{PROFILE}.json").read_text(encoding="utf-8")
    for number in range(60):
        copy = text.replace(f'"id": "{PROFILE}"', f'"id": "functie-{number}"', 1)
        (own / "profiles" / f"functie-{number}.json").write_text(copy, encoding="utf-8")
    whole = tmp_path / "heel"
    assert call("write", "job-summary", own, "-o", whole).code == 0
    halfway = 0
    for run in range(10):
        output = tmp_path / f"uit{run}"
        process = subprocess.Popen(
            [sys.executable, "-m", "competenties", "write", "job-summary", own, "-o", output],
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while not output.exists() and process.poll() is None:
            time.sleep(0.001)
        time.sleep(0.02 * run)
        process.send_signal(signal.SIGKILL)
        process.wait()
        halfway += names(output) != names(whole)
        assert call("write", "job-summary", own, "-o", output).code == 0
        assert names(output) == names(whole)
        assert all(
            (output / one).read_bytes() == (whole / one).read_bytes() for one in names(whole)
        )
    assert halfway > 0, "a run was stopped in the middle"


# ---- The list of documents ---------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_document_all_of_them_are_listed_as_in_the_help(language: str) -> None:
    listed = call("write", "--language", language)
    assert listed.code == 0
    shown = call("write", "--help", "--language", language).out
    lines = [line for line in listed.out.splitlines() if line.startswith("  ")]
    assert len(lines) == len(DOCUMENTS)
    for name, kind in DOCUMENTS.items():
        (line,) = (one for one in lines if one.split()[0] == name)
        said = f"{kind.TITLE.say('nl' if language == 'nl' else 'en')} ({', '.join(kind.SUFFIXES)})"
        assert line.endswith(f"  {said}")
        assert line in shown


def test_without_a_file_to_make_one_is_proposed(root: Path) -> None:
    refused = call("write", "job-matrix", root, "--language", "nl")
    assert (refused.code, "functiematrix.xlsx" in refused.err) == (2, True)
