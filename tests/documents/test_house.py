"""The settings of a workspace give every document its house style."""

import io
import re
import zipfile
from base64 import b64decode
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

import competenties
from competenties.checking import check
from competenties.documents import document_file
from competenties.documents.house import font_advice, house_colours, house_remarks, house_style
from competenties.documents.making import make
from competenties.documents.material import Material
from competenties.findings import NotFoundError, RefusedError
from competenties.messages import LANGUAGES
from competenties.model.settings import HouseStyleSettings, Settings
from competenties.model.style_names import STYLE_NAMES
from competenties.office.blocks import Document
from competenties.office.house_style import PLAIN
from competenties.office.template_names import OUR_STYLES
from competenties.office.template_styles import KNOWN_AS
from competenties.workspace.starting import start_workspace
from competenties.workspace.workspace import Workspace, open_workspace

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">'
    '<rect width="200" height="60" fill="#006633"/></svg>'
)
HOUSE = """
accent = "#8a1538"
ink = "222222"
font = "Liberation Sans"
heading_font = "Liberation Serif"
logo = "templates/logo.svg"
logo_width = 3.5
header = { nl = "Gemeente\\nPersoneel", en = "Council\\nStaff" }
footer = "Postbus 1"
"""


def workspace(root: Path, house: str = HOUSE) -> Workspace:
    start_workspace(root, "nl", organisation="Gemeente Groenendaal")
    settings = root / "competenties.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("[house_style]\n", f"[house_style]\n{house}"), encoding="utf-8"
    )
    (root / "templates").mkdir()
    (root / "templates" / "logo.svg").write_text(SVG, encoding="utf-8")
    return open_workspace(root)


def test_settings_become_a_house_style(tmp_path: Path) -> None:
    whole = workspace(tmp_path)
    assert not whole.findings
    dutch, english = (house_style(whole, language) for language in LANGUAGES)
    assert (dutch.accent, dutch.ink) == ("8A1538", "222222")
    assert (dutch.font, dutch.heading_font) == ("Liberation Sans", "Liberation Serif")
    assert (dutch.header, english.header) == ("Gemeente\nPersoneel", "Council\nStaff")
    assert dutch.footer == english.footer == "Postbus 1"
    assert dutch.logo is not None
    assert dutch.logo.width == 3.5
    assert dutch.logo.height == pytest.approx(3.5 * 60 / 200)
    assert dutch.logo.about == "Gemeente Groenendaal", "who sees no logo hears whose it is"
    assert dutch.logo.image.startswith(b"\x89PNG")
    assert b"<rect" in dutch.logo.svg


def test_a_new_workspace_has_no_house_style_yet(tmp_path: Path) -> None:
    start_workspace(tmp_path, "nl")
    assert house_style(open_workspace(tmp_path), "nl") == PLAIN


def test_the_lines_of_a_new_workspace_work_when_they_are_switched_on(tmp_path: Path) -> None:
    for language in LANGUAGES:
        root = tmp_path / language
        start_workspace(root, language)
        settings = root / "competenties.toml"
        lines = settings.read_text(encoding="utf-8").splitlines()
        first = lines.index("[house_style]")
        last = next(place for place in range(first + 1, len(lines)) if not lines[place])
        shown = [
            line.removeprefix("# ") if " = " in line and line.startswith("# ") else line
            for line in lines[first:last]
        ]
        settings.write_text("\n".join([*lines[:first], *shown, *lines[last:]]), encoding="utf-8")
        found = open_workspace(root)
        assert {one.rule.name for one in found.findings} == {"logo-unusable", "template-missing"}
        assert found.settings.house_style.header


def test_a_logo_that_cannot_be_used_is_left_out_and_the_check_says_so(tmp_path: Path) -> None:
    whole = workspace(tmp_path)
    (tmp_path / "templates" / "logo.svg").unlink()
    assert house_style(whole, "nl").logo is None
    (finding,) = open_workspace(tmp_path).findings
    assert (finding.rule.name, finding.severity) == ("logo-unusable", "warning")


def test_what_is_left_out_of_a_header_and_put_on_one_line_in_a_footer_is_said(
    tmp_path: Path,
) -> None:
    lines = 'header = "Een\\nTwee\\nDrie\\nVier\\nVijf\\nZes"\nfooter = "Boven\\nOnder"\n'
    whole = workspace(tmp_path, f'accent = "1B4F72"\n{lines}')
    made = house_style(whole, "nl")
    assert made.header == "Een\nTwee\nDrie\nVier"
    assert made.footer == "Boven Onder"
    found = {one.rule.name: one for one in house_remarks(whole)}
    assert set(found) == {"header-too-long", "footer-joined"}
    assert "Vijf" in found["header-too-long"].message("nl")
    text = (tmp_path / "competenties.toml").read_text(encoding="utf-8").splitlines()
    for name, one in found.items():
        assert text[(one.place.line or 0) - 1].startswith(name.split("-")[0])


def test_every_style_of_ours_can_be_chosen_in_the_settings() -> None:
    assert set(STYLE_NAMES) == set(KNOWN_AS)
    assert set(OUR_STYLES) <= set(STYLE_NAMES)


def test_a_logo_that_only_looks_like_a_picture_stops_the_document(tmp_path: Path) -> None:
    whole = workspace(tmp_path)
    broken = bytearray(b"\xff\xd8\xff\xc0\0\x0b\x08\0\x0a\0\x0a\1\1\x11\0\xff\xd9")
    (tmp_path / "templates" / "logo.svg").write_bytes(broken)
    with pytest.raises(RefusedError) as error:
        house_style(whole, "nl")
    assert "templates/logo.svg" in error.value.say("nl")


@pytest.mark.parametrize(
    "document", ["job-profile", "rating-sheet", "job-matrix", "framework-book"]
)
def test_every_document_has_the_house_style_of_its_workspace(tmp_path: Path, document: str) -> None:
    whole = workspace(tmp_path)
    kind = document_file(document)
    about = whole.profiles[0].model if kind.SUBJECT == "profile" else None
    raw = competenties.write(whole, about, document, suffix=".pdf")
    for page in PdfReader(io.BytesIO(raw)).pages:
        text = page.extract_text()
        assert "Gemeente\nPersoneel" in text
        assert "Postbus 1" in text


def test_a_form_in_excel_has_the_logo_as_a_picture(tmp_path: Path) -> None:
    whole = workspace(tmp_path)
    raw = competenties.write(whole, whole.profiles[0].model, "rating-sheet", suffix=".xlsx")
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        names = file.namelist()
        assert {"xl/media/logo.png", "xl/media/logo.svg", "xl/drawings/drawing1.xml"} <= set(names)
        assert b"8A1538" in file.read("xl/styles.xml")


def test_the_drawings_of_a_job_profile_have_its_colours(tmp_path: Path) -> None:
    whole = workspace(tmp_path)
    raw = competenties.write(
        whole, whole.profiles[0].model, "job-profile", suffix=".html", size="full"
    )
    assert b"data:image/svg+xml" in raw
    drawings = [b64decode(one).lower() for one in re.findall(rb"svg\+xml;base64,([^\"]+)\"", raw)]
    assert any(b"#8a1538" in one for one in drawings)
    assert not any(b"#1b4f72" in one for one in drawings)


def test_a_font_that_is_not_here_is_said_when_a_pdf_is_made(tmp_path: Path) -> None:
    whole = workspace(tmp_path, 'font = "Huisletter Speciaal"\n')
    material = Material(whole, profiles=(whole.profiles[0],))
    kind = document_file("rating-sheet")
    request = material.request(kind.SUBJECT, "nl")
    advice = make(kind, request, Path("form.pdf"), None).advice
    said = [one.say("nl") for one in advice if "Huisletter Speciaal" in one.say("nl")]
    assert len(said) == 1
    advice = make(kind, request, Path("form.html"), None).advice
    assert not [one for one in advice if "Huisletter Speciaal" in one.say("nl")]


def test_nobody_is_told_of_the_usual_font() -> None:
    assert font_advice(Document("x", "nl", (), "", "x")) == []


def test_colours_are_those_of_the_settings_in_capitals_without_a_sign() -> None:
    found = house_colours(Settings(house_style=HouseStyleSettings(accent="#abcdef")))
    assert (found.accent, found.ink) == ("ABCDEF", PLAIN.ink)


def test_a_template_in_the_settings_is_used_for_its_document_in_word_only(tmp_path: Path) -> None:
    whole = workspace(tmp_path, 'templates = { job-profile = "templates/ons.docx" }\n')
    profile = whole.profiles[0].model
    with pytest.raises(NotFoundError):
        competenties.write(whole, profile, "job-profile", suffix=".docx")
    template = docx.Document()
    template.sections[0].footer.paragraphs[0].text = "Uit ons eigen sjabloon"
    template.save(str(tmp_path / "templates" / "ons.docx"))
    assert not open_workspace(tmp_path).findings

    def footers(document: str) -> str:
        raw = competenties.write(whole, profile, document, suffix=".docx")
        return "".join(
            paragraph.text
            for section in docx.Document(io.BytesIO(raw)).sections
            for paragraph in section.footer.paragraphs
        )

    assert "Uit ons eigen sjabloon" in footers("job-profile")
    assert "Uit ons eigen sjabloon" not in footers("rating-sheet")
    assert competenties.write(whole, profile, "job-profile", suffix=".pdf").startswith(b"%PDF")


def test_a_template_behind_a_link_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "werkmap"
    root.mkdir()
    whole = workspace(root, 'templates = { job-profile = "templates/ons.docx" }\n')
    docx.Document().save(str(tmp_path / "buiten.docx"))
    (root / "templates" / "ons.docx").symlink_to(tmp_path / "buiten.docx")
    with pytest.raises(RefusedError):
        competenties.write(whole, whole.profiles[0].model, "job-profile", suffix=".docx")
    (finding,) = open_workspace(root).findings
    assert finding.rule.name == "template-missing"


def test_an_organisation_may_decide_that_its_colour_is_well_enough(tmp_path: Path) -> None:
    settings = workspace(tmp_path, 'accent = "F39200"\n').root
    assert settings is not None
    assert [one.rule.name for one in check(open_workspace(settings)).findings] == ["low-contrast"]
    path = settings / "competenties.toml"
    text = path.read_text(encoding="utf-8")
    off = text.replace("[check.severities]\n", '[check.severities]\nlow-contrast = "off"\n')
    path.write_text(off, encoding="utf-8")
    assert check(open_workspace(settings)).findings == []
