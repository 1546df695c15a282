"""`competenties write`: names that people use, and what they are told once and not at all."""

import json
import shutil
from pathlib import Path

import pytest
from running import ROOT, call, replace_in

from competenties.documents import document_files, named_document, titles_as_names

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


@pytest.mark.parametrize("named", ["Medewerker klantcontact", "MEDEWERKER  klantcontact"])
def test_a_profile_can_be_named_by_its_name(root: Path, tmp_path: Path, named: str) -> None:
    path = tmp_path / "profiel.docx"
    assert call("write", "job-profile", named, "--workspace", root, "-o", path).code == 0
    by_id = tmp_path / "id.docx"
    assert call("write", "job-profile", PROFILE, "--workspace", root, "-o", by_id).code == 0
    assert path.read_bytes() == by_id.read_bytes()


@pytest.mark.parametrize("named", ["medewerker", "Medewerker klantkontact"])
def test_a_profile_that_is_not_there_gives_the_one_that_was_meant(
    root: Path, tmp_path: Path, named: str
) -> None:
    path = tmp_path / "profiel.docx"
    refused = call("write", "job-profile", named, "--workspace", root, "-o", path)
    assert refused.code != 0
    assert f'Bedoelt u "{PROFILE}"' in refused.err


@pytest.mark.parametrize(
    ("named", "document"),
    [
        ("functieprofiel", "job-profile"),
        ("Interviewleidraad", "interview-guide"),
        ("competentiewoordenboek", "framework-book"),
        ("functiematrix", "job-matrix"),
        ("vacature", "vacancy"),
        ("was-wordt", "job-changes"),
        ("Competency book", "framework-book"),
    ],
)
def test_a_document_can_be_named_by_its_title(named: str, document: str) -> None:
    found = named_document(named)
    assert found is not None
    assert document == found.NAME


def test_the_beginning_of_several_titles_names_none() -> None:
    assert named_document("functie") is None
    assert named_document("interview") is None


def test_every_document_is_found_by_each_of_its_titles() -> None:
    for kind in DOCUMENTS.values():
        for name in (kind.NAME, *titles_as_names(kind.TITLE)):
            assert named_document(name) == kind


def test_an_option_fits_a_document_that_was_named_in_dutch(root: Path, tmp_path: Path) -> None:
    asked = ("formulier", PROFILE, "--workspace", root, "--form", "feedback")
    assert call("write", *asked, "-o", tmp_path / "uit").code == 0
    (made,) = names(tmp_path / "uit")
    assert made.startswith("feedbackformulier-")


def test_the_full_profile_has_a_name_of_its_own_in_a_folder(root: Path, tmp_path: Path) -> None:
    asked = ("write", "job-profile", PROFILE, "--workspace", root, "-o", tmp_path / "uit")
    assert call(*asked).code == 0
    assert call(*asked, "--size", "full").code == 0
    assert names(tmp_path / "uit") == [
        f"functieprofiel-{PROFILE}.docx",
        f"functieprofiel-volledig-{PROFILE}.docx",
    ]


def test_a_logo_that_cannot_be_used_is_said_once_for_all_documents(
    own: Path, tmp_path: Path
) -> None:
    replace_in(own / "competenties.toml", "[house_style]\n", '[house_style]\nlogo = "weg.png"\n')
    made = call("write", "job-summary", own, "-o", tmp_path / "uit")
    assert made.code == 0
    assert made.err.count("weg.png") == 1
    assert "competenties.toml:" in made.err
    one = call(
        "write", "job-summary", own / "profiles" / f"{PROFILE}.json", "-o", tmp_path / "x.pdf"
    )
    assert one.err.count("weg.png") == 1


def test_a_logo_about_which_the_organisation_wants_nothing_said_is_left_out_quietly(
    own: Path, tmp_path: Path
) -> None:
    settings = own / "competenties.toml"
    replace_in(settings, "[house_style]\n", '[house_style]\nlogo = "weg.png"\n')
    replace_in(settings, "[check.severities]\n", '[check.severities]\nlogo-unusable = "off"\n')
    assert "weg.png" not in call("write", "job-summary", own, "-o", tmp_path / "uit").err


def test_what_is_said_of_every_document_is_said_once(own: Path, tmp_path: Path) -> None:
    settings = own / "competenties.toml"
    replace_in(settings, "[house_style]\n", '[house_style]\nfont = "Bestaat Niet"\n')
    made = call("write", "job-profile", own, "--type", "pdf", "-o", tmp_path / "uit")
    assert made.code == 0
    assert made.err.count("Bestaat Niet") == 1
    assert f"(alle {len(PROFILES)} documenten)" in made.err
    remarks = [line for line in made.err.splitlines() if line.startswith("  → ")]
    general = [line for line in remarks if "de letter wordt nooit kleiner" in line]
    assert len(general) == 1, "what holds for some files is said once, with their names"
    assert any(f"{name}.pdf" in general[0] or "(alle" in general[0] for name in PROFILES)


def test_an_empty_text_cannot_be_passed_and_no_message_says_that_it_can(
    own: Path, tmp_path: Path
) -> None:
    profile = own / "profiles" / f"{PROFILE}.json"
    data = json.loads(profile.read_text(encoding="utf-8"))
    data["purpose"]["nl"] = ""
    profile.write_text(json.dumps(data), encoding="utf-8")
    for more in ((), ("--anyway",)):
        one = call("write", "job-profile", profile, "-o", tmp_path / "x.docx", *more)
        assert one.code == 1
        assert "--anyway helpt hier niet" in one.err
        assert "geef --anyway op" not in one.err
        many = call("write", "job-profile", own, "-o", tmp_path / f"uit{len(more)}", *more)
        assert many.code == 1
        assert "--anyway helpt hier niet" in many.err
        assert "geef --anyway op" not in many.err
