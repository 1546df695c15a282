"""`competenties write --template`: what cannot be a template is refused, and nothing is written."""

import json
import shutil
from pathlib import Path

import docx
import pytest
from running import ROOT, call
from template_files import TEMPLATES, package, parts_of, texts
from test_template import HOSTILE

PROFILE = ROOT / "frameworks" / "profiles" / "medewerker-klantcontact.json"
TELLING = (
    "a .doc file",
    "an encrypted file",
    "a macro-enabled file",
    "a zip bomb",
    "half a file",
    "a workbook",
)


def with_text(path: Path, text: str) -> Path:
    own = docx.Document()
    own.add_paragraph(text)
    own.save(str(path))
    return path


def assert_refused(template: Path, output: Path, *said: str) -> None:
    """Assert that a template is refused in Dutch, by its name, and that no file was made."""
    asked = ("--template", template, "--language", "nl", "-o", output)
    refused = call("write", "job-profile", PROFILE, *asked)
    assert refused.code == 2, refused.err
    assert template.name in refused.err
    assert "Traceback" not in refused.err
    for one in said:
        assert one in refused.err, refused.err
    assert not output.exists()


@pytest.mark.parametrize("case", TELLING)
def test_a_file_that_cannot_be_a_template_is_refused(case: str, tmp_path: Path) -> None:
    path = tmp_path / "huisstijl.docx"
    path.write_bytes(HOSTILE[case][0])
    assert_refused(path, tmp_path / "uit.docx")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("De functie heet {{ functie.naan }}.", ("{{ functie.naan }}", "'naam'")),
        ("{{ functie.__class__ }}", ("functie.__class__",)),
        (
            "{% for c in competenties %}{{ c.naam }}",
            ("{% for c in competenties %} zonder {% endfor %}",),
        ),
        ("{{ inhuod }}", ("inhuod", "inhoud")),
    ],
    ids=["misspelt", "code", "half a loop", "misspelt content"],
)
def test_a_wrong_placeholder_is_refused_with_what_it_should_be(
    text: str, said: tuple[str, ...], tmp_path: Path
) -> None:
    assert_refused(with_text(tmp_path / "eigen.docx", text), tmp_path / "uit.docx", *said)


def test_a_template_with_macros_is_refused_under_any_name(tmp_path: Path) -> None:
    for name in ("eigen.docm", "eigen.dotm", "eigen.docx"):
        path = tmp_path / name
        path.write_bytes(HOSTILE["a macro-enabled file"][0])
        assert_refused(path, tmp_path / "uit.docx", "macro")


def test_a_corrupt_part_is_refused_and_the_template_is_left_alone(tmp_path: Path) -> None:
    parts = parts_of((TEMPLATES / "letterhead.docx").read_bytes())
    path = tmp_path / "brief.docx"
    path.write_bytes(package({**parts, "word/styles.xml": b"<w:styles"}))
    before = path.read_bytes()
    assert_refused(path, tmp_path / "uit.docx", "word/styles.xml")
    assert path.read_bytes() == before


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    folder = tmp_path / "sjablonen"
    folder.mkdir()
    assert_refused(folder, tmp_path / "uit.docx", "is een map")


def test_a_template_is_not_written_over(tmp_path: Path) -> None:
    path = with_text(tmp_path / "eigen.docx", "{{ inhoud }}")
    before = path.read_bytes()
    other_way = tmp_path / "x" / ".." / "eigen.docx"
    (tmp_path / "x").mkdir()
    asked = ("--template", path, "--force", "--language", "nl")
    for output in (path, other_way):
        refused = call("write", "job-profile", PROFILE, *asked, "-o", output)
        assert refused.code == 2
        assert "is zelf het sjabloon" in refused.err
    assert path.read_bytes() == before


@pytest.mark.parametrize("document", ["rating-sheet", "intake-form", "vacancy"])
def test_a_document_that_is_all_content_is_not_made_without_it(
    document: str, tmp_path: Path
) -> None:
    path = with_text(tmp_path / "eigen.docx", "{{ functie.naam }}")
    output = tmp_path / "uit.docx"
    asked = ("--template", path, "--language", "nl", "-o", output)
    refused = call("write", document, PROFILE, *asked)
    assert refused.code == 2
    assert "Zet {{ inhoud }} in een eigen alinea" in refused.err
    assert not output.exists()


def test_a_job_profile_without_its_competences_is_made_and_says_so(tmp_path: Path) -> None:
    asked = ("--language", "nl", "--force", "-o", tmp_path / "uit.docx")
    bare = with_text(tmp_path / "kaal.docx", "{{ functie.naam }}")
    made = call("write", "job-profile", PROFILE, "--template", bare, *asked)
    assert (made.code, "geen plaats voor de gevraagde competenties" in made.err) == (0, True)
    told = "{% for c in competenties %}{{ c.naam }}{% endfor %}"
    whole = with_text(tmp_path / "heel.docx", told)
    made = call("write", "job-profile", PROFILE, "--template", whole, *asked)
    assert (made.code, "gevraagde competenties" in made.err) == (0, False)


def test_pages_are_not_counted_for_a_template_or_the_web(tmp_path: Path) -> None:
    long = tmp_path / "lang.json"
    content = json.loads(PROFILE.read_text(encoding="utf-8"))
    content["description"] = "Een lange zin over het werk. " * 400
    long.write_text(json.dumps(content), encoding="utf-8")
    template = with_text(tmp_path / "eigen.docx", "{{ inhoud }}")
    asked = ("--language", "nl", "--anyway", "--workspace", ROOT, "--force", "-o")
    for name, options, said in (
        ("uit.docx", (), True),
        ("uit.docx", ("--template", template), False),
        ("uit.html", (), False),
    ):
        made = call("write", "job-profile", long, *options, *asked, tmp_path / name)
        assert (made.code, "ongeveer" in made.err) == (0, said), made.err


def workspace(tmp_path: Path) -> Path:
    """Return a workspace with the shipped framework and two of the shipped profiles."""
    folder = tmp_path / "werkmap"
    assert call("new", folder, "--language", "nl").code == 0
    for path in sorted(PROFILE.parent.glob("*.json"))[:2]:
        shutil.copy(path, folder / "profiles" / path.name)
    return folder


def test_a_book_and_a_matrix_fill_in_the_version_of_the_framework(tmp_path: Path) -> None:
    template, source = (
        with_text(tmp_path / "eigen.docx", "Hier: {{ versie }}."),
        workspace(tmp_path),
    )
    for document in ("framework-book", "job-matrix"):
        output = tmp_path / f"{document}.docx"
        asked = ("--template", template, "--language", "nl", "--anyway", "-o", output)
        made = call("write", document, source, *asked)
        assert output.exists(), made.err
        assert texts(output.read_bytes())[0].startswith("Hier: versie 0")


def test_what_a_template_lacks_is_said_once_for_many_documents(tmp_path: Path) -> None:
    template = with_text(tmp_path / "eigen.docx", "{{ inhoud }}")
    asked = ("--template", template, "--language", "nl", "--anyway", "-o", tmp_path / "uit")
    made = call("write", "job-profile", workspace(tmp_path), *asked)
    assert len(list((tmp_path / "uit").iterdir())) > 1, made.err
    assert made.err.count("Zet {{ voettekst }} in de voettekst") == 1
