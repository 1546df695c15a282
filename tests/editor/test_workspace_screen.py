"""The workspace screen: cards, the first run, settings, what cannot be read, conflicts, removing."""

import json
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from competenties.checking import check
from competenties.editor.app import site_in
from competenties.operations import Insert, Set
from competenties.workspace.session import Change, Session

if TYPE_CHECKING:
    from starlette.testclient import TestClient

BASIS = "frameworks/basis"


def post(client: "TestClient", what: str, **body: Any) -> Any:
    return client.post(f"/api/workspace/{what}", json=body)


@pytest.fixture
def empty(workspace: Path) -> Path:
    for folder in ("frameworks", "profiles"):
        shutil.rmtree(workspace / folder)
    return workspace


def test_each_document_has_a_card_with_what_it_holds_and_how_it_stands(
    client: "TestClient",
) -> None:
    page = client.get("/").text
    for words in (
        "Basis",
        "18 competenties",
        "Concept v0.2.0",
        "Wijkverpleegkundige",
        "6 gevraagde niveaus",
    ):
        assert words in page
    assert page.count('class="panel card"') == 5


@pytest.mark.usefixtures("empty")
def test_the_first_run_offers_three_ways_to_begin(client: "TestClient") -> None:
    page = client.get("/").text
    for words in ("kant-en-klaar model", "bestand dat u al heeft", "leeg model", 'href="/import"'):
        assert words in page
    assert "Nieuw functieprofiel</button>" not in page


def test_the_ready_made_framework_brings_its_profiles(empty: Path, client: "TestClient") -> None:
    assert post(client, "frameworks", start="basis").json() == {"to": "/frameworks/basis"}
    assert len(list((empty / "profiles").glob("*.json"))) == 4
    assert post(client, "frameworks", start="../basis").status_code == 404


def test_a_blank_framework_has_five_levels_in_its_language(
    empty: Path, client: "TestClient"
) -> None:
    to = post(client, "frameworks", name="Ons model", languages="en").json()["to"]
    made = json.loads((empty / f"{to[1:]}.json").read_bytes())
    assert made["name"] == "Ons model"
    assert (made["language"], made["languages"]) == ("en", ["en"])
    levels = made["proficiency_scales"][0]["levels"]
    assert [one["name"] for one in levels][:2] == ["Basic", "Applying"]
    assert len(levels) == 5
    assert client.get(to).status_code == 200
    assert post(client, "frameworks", name="  ").status_code == 409


def test_a_blank_framework_in_two_languages_names_its_levels_in_both(
    empty: Path, client: "TestClient"
) -> None:
    to = post(client, "frameworks", name="Ons model", languages="nl,en").json()["to"]
    made = json.loads((empty / f"{to[1:]}.json").read_bytes())
    assert (made["language"], made["languages"]) == ("nl", ["nl", "en"])
    assert made["proficiency_scales"][0]["levels"][0]["name"] == {"nl": "Basis", "en": "Basic"}


@pytest.mark.parametrize(("own", "other"), [("nl", "en"), ("en", "nl")])
def test_what_is_ready_made_comes_in_one_language_and_then_no_translation_is_asked(
    empty: Path, client: "TestClient", own: str, other: str
) -> None:
    post(client, "frameworks", start="basis", languages=own)
    files = [*(empty / "frameworks").glob("*.json"), *(empty / "profiles").glob("*.json")]
    assert len(files) == 5
    for file in files:
        made = json.loads(file.read_bytes())
        assert (made["language"], made["languages"]) == (own, [own])
        assert f'"{other}":' not in file.read_text(encoding="utf-8")
        assert isinstance(made["name"], str)
    competence = made_competence(empty)
    added: Any = {"id": "basis-nieuw1", "text": "Noteert elke afspraak."}
    path = ("levels", 1, "indicators")
    edit = Insert(item=competence["id"], path=path, value=added)
    session = site_in(client.app).session
    session.change(Change("a-test-of-one-language", 1, BASIS, edit))
    rules = {one.rule.name for one in check(session.workspace()).findings}
    assert "missing-translation" not in rules


def made_competence(root: Path) -> Any:
    return json.loads((root / f"{BASIS}.json").read_bytes())["competences"][0]


def test_the_profiles_of_a_framework_are_on_a_page_of_their_own(client: "TestClient") -> None:
    page = client.get("/frameworks/basis/profiles").text
    assert page.count('class="panel card"') == 4
    post(client, "frameworks", start="klantgerichtheid")
    page = client.get("/frameworks/klantgerichtheid/profiles").text
    assert "Nog geen functieprofiel" in page


def test_settings_are_written_and_comments_stay(workspace: Path, client: "TestClient") -> None:
    before = (workspace / "competenties.toml").read_text(encoding="utf-8")
    name = 'Zorg "De \\ Brug" é'
    assert post(client, "settings", organisation=name, language="en").status_code == 200
    after = (workspace / "competenties.toml").read_text(encoding="utf-8")
    assert tomllib.loads(after)["organisation"] == name
    assert tomllib.loads(after)["language"] == "en"
    changed = [
        one for one in zip(before.splitlines(), after.splitlines(), strict=True) if one[0] != one[1]
    ]
    assert len(changed) == 2
    assert "Frameworks" in client.get("/").text


def test_a_file_that_cannot_be_read_is_shown_with_what_is_wrong(
    workspace: Path, request: pytest.FixtureRequest
) -> None:
    (workspace / "frameworks" / "kapot.json").write_text('{"id": "kapot", ', encoding="utf-8")
    page = request.getfixturevalue("client").get("/").text
    assert "kapot.json" in page
    assert "kan niet worden gelezen" in page
    assert 'href="/frameworks/kapot"' not in page


def test_a_removed_document_can_be_put_back(workspace: Path, client: "TestClient") -> None:
    key = post(client, "delete", name=BASIS).json()["key"]
    assert not (workspace / "frameworks" / "basis.json").exists()
    page = client.get("/").text
    assert "Verwijderd (1)" in page
    assert key in page
    assert post(client, "restore", name=key).json() == {"name": BASIS}
    assert (workspace / "frameworks" / "basis.json").exists()
    assert post(client, "delete", name="../../etc/passwd").status_code == 404
    assert post(client, "restore", name="../../etc/passwd").status_code == 404


@pytest.mark.parametrize("side", ["mine", "theirs"])
def test_a_text_that_was_changed_in_the_file_too_is_shown_twice_with_a_choice(
    workspace: Path, client: "TestClient", side: str
) -> None:
    session: Session = site_in(client.app).session
    was = session.state(BASIS).data["name"]["nl"]
    session.change(
        Change(
            "a-tab-of-mine", 1, BASIS, Set(item="", path=("name", "nl"), was=was, value="Van hier")
        )
    )
    path = workspace / "frameworks" / "basis.json"
    data = json.loads(path.read_bytes())
    data["name"]["nl"] = "Uit het bestand"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    session.refresh()
    page = client.get("/").text
    assert "Van hier" in page
    assert "Uit het bestand" in page
    told = "1 tekst is tegelijk hier en in het bestand gewijzigd. Kies wat blijft."
    screens = ["/frameworks/basis", "/forms", "/check"]
    assert all(told in client.get(one).text for one in screens), "whoever works elsewhere knows it"
    (conflict,) = session.conflicts
    assert post(client, "choose", conflict=conflict, side=side).status_code == 200
    assert not any(told in client.get(one).text for one in screens)
    wanted = {"mine": "Van hier", "theirs": "Uit het bestand"}[side]
    assert session.state(BASIS).data["name"]["nl"] == wanted
    assert "Kies welke tekst blijft" not in client.get("/").text


def test_a_request_with_more_or_other_fields_is_refused(client: "TestClient") -> None:
    assert post(client, "settings", organisation="X", language="fr").status_code == 422
    assert post(client, "frameworks", name="X", path="/etc").status_code == 422
    assert post(client, "frameworks", name="X" * 500).status_code == 422
