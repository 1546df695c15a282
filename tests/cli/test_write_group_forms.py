"""`competenties write rating-sheet --form`: the kinds that are not about a person."""

from pathlib import Path

import pytest
from running import call


@pytest.fixture(name="root")
def root_fixture(tmp_path: Path) -> Path:
    root = tmp_path / "ws"
    assert call("new", root, "--language", "nl").code == 0
    return root


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("team", "teamformulier"),
        ("organisation", "organisatieformulier"),
        ("customer", "klantformulier"),
        ("checklist", "checklist"),
    ],
)
def test_a_kind_is_called_in_english_and_in_dutch(
    root: Path, tmp_path: Path, english: str, dutch: str
) -> None:
    made = []
    for number, name in enumerate((english, dutch)):
        target = tmp_path / f"{number}.html"
        arguments = ("medewerker-klantcontact", "--workspace", root, "--form", name, "-o", target)
        written = call("write", "rating-sheet", *arguments, "--team", "Team Oost")
        assert written.code == 0, written.err
        made.append(target.read_text(encoding="utf-8"))
    assert made[0] == made[1]
    assert "Team Oost" in made[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rating-sheet", "--form", "team", "--people", "x.csv"), "zonder --people"),
        (("rating-sheet", "--form", "feedback", "--team", "Oost"), "--team hoort bij"),
        (("rating-sheet", "--team", "Oost"), "--team hoort bij"),
        (("job-profile", "--form", "team", "--team", "Oost"), "--team hoort bij"),
    ],
)
def test_people_and_teams_are_not_mixed(
    root: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    document, *rest = arguments
    refused = call("write", document, root, "-o", tmp_path / "uit", *rest, "--language", "nl")
    assert refused.code == 2
    assert said in refused.err
    assert not (tmp_path / "uit").exists()
