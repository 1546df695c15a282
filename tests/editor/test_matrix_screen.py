"""The matrix as the server makes it: right columns and cells, small, quick, and safe with odd drafts."""

import copy
import json
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lxml.html
import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

MATRIX = "/frameworks/basis"


def change(workspace: Path, **fields: Any) -> dict[str, Any]:
    path = workspace / "frameworks" / "basis.json"
    data: dict[str, Any] = {**json.loads(path.read_bytes()), **fields}
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return data


def framework(workspace: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((workspace / "frameworks" / "basis.json").read_bytes())
    return found


def cells(page: str, competence: str) -> list[str]:
    """Return what the cells of a competence show: a count, "leeg", or "–" where there is no such level."""
    return texts(page, f'//tr[@data-c="{competence}"]/td')


def heads(page: str) -> list[str]:
    return texts(page, "//thead//th")


def texts(page: str, path: str) -> list[str]:
    found: Any = lxml.html.fromstring(page).xpath(path)
    return [one.text_content().strip() for one in found]


def test_a_row_is_a_competence_and_a_column_a_level(client: "TestClient") -> None:
    page = client.get(MATRIX).text
    assert heads(page)[:3] == ["Competentie", "1 Volgens afspraak", "2 Zelfstandig"]
    assert cells(page, "adviseren") == ["4", "4", "4", "4", "4"]


def test_competences_with_gaps_or_another_scale_keep_their_own_levels(
    workspace: Path, request: pytest.FixtureRequest
) -> None:
    levels = [{"number": number, "name": f"Trede {number}"} for number in (1, 3, 7)]
    own = {"id": "treden", "name": "Treden", "levels": levels}
    data = framework(workspace)
    gaps, other = data["competences"][1], data["competences"][2]
    gaps["levels"] = [one for one in gaps["levels"] if one["level"] in (1, 3)]
    other.update(
        scale="treden", levels=[{"level": 7, "indicators": other["levels"][0]["indicators"]}]
    )
    change(
        workspace,
        competences=[data["competences"][0], gaps, other],
        proficiency_scales=[*data["proficiency_scales"], own],
    )
    page = request.getfixturevalue("client").get(MATRIX).text
    assert heads(page)[-1] == "7 Trede 7"
    assert heads(page)[1] == "1 Volgens afspraak / Trede 1"
    assert cells(page, gaps["id"]) == ["4", "leeg", "4", "leeg", "leeg", "–"]
    assert cells(page, other["id"]) == ["leeg", "–", "leeg", "–", "–", "4"]
    assert "Treden</small>" in page


def test_sentences_without_a_level_have_a_column_of_their_own(
    workspace: Path, request: pytest.FixtureRequest
) -> None:
    one = {
        "id": "luisteren",
        "name": "Luisteren",
        "indicators": [{"id": "luisteren-a", "text": "Vat samen."}],
    }
    change(workspace, competences=[one], proficiency_scales=[], clusters=[])
    client = request.getfixturevalue("client")
    page = client.get(MATRIX).text
    assert heads(page) == ["Competentie", "Zonder niveau"]
    assert cells(page, "luisteren") == ["1"]
    opened = client.get(MATRIX, params={"opened": "luisteren.none"}).text
    assert 'id="f-luisteren-a-text"' in opened


def test_clusters_in_a_circle_or_unknown_lose_no_competence(
    workspace: Path, request: pytest.FixtureRequest
) -> None:
    clusters = [
        {"id": "a", "name": "A", "parent": "b"},
        {"id": "b", "name": "B", "parent": "a"},
        {"id": "c", "name": "C", "parent": "a"},
    ]
    named = ["a", "b", "c", "weg", None]
    made = [{"id": f"x{n}", "name": f"X{n}", "cluster": one} for n, one in enumerate(named)]
    change(workspace, clusters=clusters, competences=made)
    page = request.getfixturevalue("client").get(MATRIX).text
    assert all(page.count(f'data-c="x{n}"') == 1 for n in range(5))
    assert "Zonder cluster" in page


@pytest.mark.parametrize("broken", [{"competences": 3}, {"clusters": "x"}, {"name": 12}])
def test_a_draft_with_wrong_parts_is_still_shown(
    workspace: Path, request: pytest.FixtureRequest, broken: dict[str, Any]
) -> None:
    change(workspace, **broken)
    assert request.getfixturevalue("client").get(MATRIX).status_code == 200


def test_the_open_cell_has_a_field_for_each_sentence(client: "TestClient", workspace: Path) -> None:
    page = client.get(MATRIX, params={"opened": "adviseren.2"}).text
    level = framework(workspace)["competences"][1]["levels"][1]
    for one in level["indicators"]:
        assert f'id="f-{one["id"]}-text"' in page
    for nowhere in ("weg.2", "adviseren.9", "adviseren.x", "adviseren", "."):
        assert 'class="cell"' not in client.get(MATRIX, params={"opened": nowhere}).text


def test_script_in_every_text_is_harmless(workspace: Path, request: pytest.FixtureRequest) -> None:
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    sentence = {"id": "a-b", "text": evil}
    one = {
        "id": "a",
        "name": evil,
        "cluster": "k",
        "levels": [{"level": 1, "name": evil, "indicators": [sentence]}],
    }
    change(
        workspace,
        name={"nl": evil, "en": evil},
        competences=[one],
        clusters=[{"id": "k", "name": {"nl": evil}}],
    )
    client = request.getfixturevalue("client")
    for address in (
        f"{MATRIX}?view=sentences&opened=a.1",
        f"{MATRIX}/details",
        f"{MATRIX}/profiles",
        "/",
        "/search?q=script",
    ):
        page = client.get(address).text
        assert "<script>alert" not in page, address
        assert "<img" not in page, address


def test_an_empty_framework_teaches_and_offers_three_ways(
    workspace: Path, request: pytest.FixtureRequest
) -> None:
    change(workspace, competences=[], clusters=[])
    page = request.getfixturevalue("client").get(MATRIX).text
    assert "nog geen competenties" in page
    for words in ("Eerste competentie toevoegen", "Plakken uit Excel", 'href="/import"'):
        assert words in page
    for part in ("above", "rail"):
        assert re.search(rf'<[a-z]+ [^>]*data-key="{part}" hidden', page), part


def test_sixty_competences_come_in_under_a_second_and_sixty_kilobytes(
    workspace: Path, request: pytest.FixtureRequest
) -> None:
    data = framework(workspace)
    change(workspace, competences=[_copied(data["competences"][n % 18], n) for n in range(60)])
    client = request.getfixturevalue("client")
    start = time.process_time()
    answer = client.get(MATRIX)
    assert len(answer.content) < 60_000
    assert answer.text.count("data-c=") == 60
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "address", [MATRIX, f"{MATRIX}/details", f"{MATRIX}/profiles", "/", "/search"]
)
def test_every_word_on_a_page_is_a_word(client: "TestClient", address: str) -> None:
    assert "object at 0x" not in client.get(address).text


def test_a_framework_that_is_not_there_is_said(client: "TestClient") -> None:
    assert client.get("/frameworks/weg").status_code == 404
    assert client.get("/frameworks/weg/details").status_code == 404


def test_the_details_show_every_part_and_survive_a_bare_framework(
    workspace: Path, request: pytest.FixtureRequest
) -> None:
    bare = {
        "$schema": "urn:competenties:framework:1",
        "id": "kaal",
        "name": "Kaal",
        "language": "nl",
    }
    (workspace / "frameworks" / "kaal.json").write_text(json.dumps(bare), encoding="utf-8")
    client = request.getfixturevalue("client")
    page = client.get(f"{MATRIX}/details").text
    for words in ("Niveau 5", "Servicebeloften", "Begrippen", "Scoreschalen", 'id="f--owner"'):
        assert words in page
    assert "Indeling met vijf niveaus maken" in client.get("/frameworks/kaal/details").text


def _copied(competence: dict[str, Any], number: int) -> dict[str, Any]:
    made = copy.deepcopy(competence)
    made.pop("relations", None)
    _rename(made, number)
    return made


def _rename(value: Any, number: int) -> None:
    if isinstance(value, dict):
        for name in ("id", "contrasts_with"):
            if isinstance(value.get(name), str):
                value[name] = f"{value[name][:58]}-{number}"
        for one in value.values():
            _rename(one, number)
    elif isinstance(value, list):
        for one in value:
            _rename(one, number)
