"""The screen of a job profile: every text is a field, levels bring behaviour, the document stands beside it."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from competenties.editor.security import MOST_BODY

PROFILE = "wijkverpleegkundige"
NAME = f"profiles/{PROFILE}"
PAGE = f"/profiles/{PROFILE}"


class _Tab:
    """Sends edits as a browser does."""

    def __init__(self, client: TestClient) -> None:
        self.client, self.number = client, 0

    def __call__(self, edit: dict[str, Any]) -> dict[str, Any]:
        self.number += 1
        sent = {"number": self.number, "document": NAME, "edit": edit}
        body = {"client": "tab-of-a-test", "edits": [sent]}
        answer = self.client.post("/api/operations", json=body).json()
        found: dict[str, Any] = answer["answers"][0]
        assert found["outcome"] == "done", found
        return found


@pytest.fixture
def edit(client: TestClient) -> _Tab:
    return _Tab(client)


def _profile(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = _session(client).state(NAME).data
    return found


def _session(client: TestClient) -> Any:
    from competenties.editor.app import site_in

    return site_in(client.app).session


def _position(client: TestClient, competence: str) -> int:
    asked = [one["competence"] for one in _profile(client)["requirements"]]
    return asked.index(competence)


def _line(page: str, competence: str) -> str:
    found = re.search(
        rf'<tr class="line[^>]*data-competence="{competence}".*?</tr>', page, re.DOTALL
    )
    assert found is not None
    return found[0]


def _detail(page: str, competence: str) -> str:
    found = re.search(rf'<tr class="detail"[^>]*-{competence}".*?</tr>', page, re.DOTALL)
    assert found is not None
    return unescape(found[0])


def test_one_requested_competence_is_counted_in_the_singular(client: TestClient) -> None:
    to = client.post("/api/profiles", json={"name": "Balie", "framework": "basis"}).json()["to"]
    value = {"framework": "basis", "competence": "adviseren", "level": 2}
    edit = {"kind": "insert", "item": "", "path": ["requirements"], "after": None, "value": value}
    sent = {"number": 1, "document": to.strip("/"), "edit": edit}
    client.post("/api/operations", json={"client": "tab-of-a-test", "edits": [sent]})
    assert "1 competentie gevraagd, 3 gedragsindicatoren." in client.get(to).text


def test_every_text_of_the_profile_stands_in_a_field(client: TestClient) -> None:
    page = unescape(client.get(PAGE).text)
    data = _profile(client)
    fields = "\n".join(re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.DOTALL))
    left_out = {"requirements", "sources", "grading", "languages"}
    texts = list(_texts({name: one for name, one in data.items() if name not in left_out}))
    assert len(texts) > 50
    assert [one for one in texts if one not in fields] == []


def _texts(value: Any) -> Any:
    if isinstance(value, dict) and "nl" in value and isinstance(value["nl"], str):
        yield value["nl"]
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def test_texts_in_another_language_are_written_in_that_language(client: TestClient) -> None:
    page = client.get(f"{PAGE}?text=en").text
    assert "Community nurse" in page
    assert "[&#34;purpose&#34;,&#34;en&#34;]" in page


def test_a_level_brings_its_own_behaviour_and_not_that_of_other_levels(client: TestClient) -> None:
    detail = _detail(client.get(PAGE).text, "klantgerichtheid")
    framework = _session(client).state("frameworks/basis").data
    levels = {one["level"]: one for one in framework["competences"][0]["levels"]}
    shown = {one["id"] for one in levels[3]["indicators"] if one.get("polarity") != "contra"}
    assert set(re.findall(r'<input type="checkbox" value="([^"]+)"', detail)) == shown
    assert levels[2]["indicators"][0]["text"]["nl"] not in detail


def test_levels_that_add_up_name_the_lower_behaviour_too(client: TestClient) -> None:
    framework = _session(client).state("frameworks/basis").data
    scale = framework["proficiency_scales"][0]["id"]
    stacks = {"kind": "set", "item": scale, "path": ["cumulative"], "was": None, "value": True}
    body = {
        "client": "tab-of-a-test",
        "edits": [{"number": 1, "document": "frameworks/basis", "edit": stacks}],
    }
    client.post("/api/operations", json=body)
    detail = _detail(client.get(PAGE).text, "klantgerichtheid")
    assert framework["competences"][0]["levels"][0]["indicators"][0]["text"]["nl"] in detail


def test_chosen_sentences_are_checked_and_the_others_are_not(
    client: TestClient, edit: _Tab
) -> None:
    position = _position(client, "klantgerichtheid")
    first = re.findall(
        r'type="checkbox" value="([^"]+)"', _detail(client.get(PAGE).text, "klantgerichtheid")
    )[0]
    edit(
        {
            "kind": "set",
            "item": "",
            "path": ["requirements", position, "selected"],
            "was": None,
            "value": [first],
        }
    )
    detail = _detail(client.get(PAGE).text, "klantgerichtheid")
    checked = re.findall(r'value="([^"]+)" autocomplete="off" checked', detail)
    assert checked == [first]
    assert "1 van de 3 zinnen" in detail


def test_a_span_brings_every_level_in_it(client: TestClient, edit: _Tab) -> None:
    position = _position(client, "samenwerken")
    way = ["requirements", position]
    steps = [("level", 3, None), ("from_level", None, 1), ("to_level", None, 3)]
    edits = [
        {"kind": "set", "item": "", "path": [*way, name], "was": was, "value": value}
        for name, was, value in steps
    ]
    edit({"kind": "batch", "operations": edits})
    detail = _detail(client.get(PAGE).text, "samenwerken")
    assert [f"Gedrag op niveau {one}" in detail for one in (1, 2, 3, 4)] == [
        True,
        True,
        True,
        False,
    ]


def test_a_level_under_the_minimum_says_so_at_that_competence(
    client: TestClient, edit: _Tab
) -> None:
    position = _position(client, "klantgerichtheid")
    edit(
        {
            "kind": "set",
            "item": "",
            "path": ["requirements", position, "level"],
            "was": 3,
            "value": 2,
        }
    )
    _check(client)
    assert "minimumniveau is 3" in _detail(client.get(PAGE).text, "klantgerichtheid")


def test_a_level_without_behaviour_says_so_at_that_competence(client: TestClient) -> None:
    data = _session(client).state("frameworks/basis").data
    level = next(one for one in data["competences"][0]["levels"] if one["level"] == 3)
    gone = [{"kind": "remove", "item": one["id"], "was": one} for one in level["indicators"]]
    sent = {
        "number": 1,
        "document": "frameworks/basis",
        "edit": {"kind": "batch", "operations": gone},
    }
    client.post("/api/operations", json={"client": "tab-of-a-test", "edits": [sent]})
    _check(client)
    page = client.get(PAGE).text
    assert "geen gedragsindicatoren" in _detail(page, "klantgerichtheid")
    assert '<td class="empty">' in _line(page, "klantgerichtheid")


def _check(client: TestClient) -> None:
    from competenties.editor.app import site_in

    site_in(client.app).findings.fresh()


def test_all_competences_can_be_chosen_and_only_the_asked_ones_are_shown_at_first(
    client: TestClient,
) -> None:
    asked = client.get(PAGE).text.count('<tr class="line')
    every = client.get(f"{PAGE}?competences=all").text.count('<tr class="line')
    framework = _session(client).state("frameworks/basis").data
    assert (asked, every) == (len(_profile(client)["requirements"]), len(framework["competences"]))


def test_a_requirement_on_a_competence_that_is_not_there_is_shown(
    client: TestClient, edit: _Tab
) -> None:
    edit(
        {
            "kind": "insert",
            "item": "",
            "path": ["requirements"],
            "after": None,
            "value": {"competence": "weg", "level": 2},
        }
    )
    page = client.get(PAGE).text
    assert "staat niet (meer) in het model" in page
    assert 'data-competence="weg"' in page


def test_a_profile_whose_framework_is_gone_says_so_and_offers_another(
    client: TestClient, edit: _Tab
) -> None:
    was = _profile(client)["frameworks"]
    edit({"kind": "set", "path": ["frameworks"], "was": was, "value": [{"id": "weg"}]})
    page = client.get(PAGE).text
    assert "Het model &#39;weg&#39; staat niet (meer) in deze werkmap" in page
    assert 'data-instead="weg"' in page
    assert page.count("Deze competentie staat niet (meer) in het model") == len(
        _profile(client)["requirements"]
    )


def test_a_requirement_without_a_framework_takes_the_first_also_when_that_is_gone(
    client: TestClient, edit: _Tab
) -> None:
    was = _profile(client)["frameworks"]
    value = [{"id": "weg"}, *was]
    edit({"kind": "set", "path": ["frameworks"], "was": was, "value": value})
    assert 'data-framework="basis"' not in client.get(PAGE).text


def test_a_profile_without_a_framework_chooses_one_where_the_competences_will_be(
    client: TestClient, edit: _Tab
) -> None:
    for name in ("frameworks", "requirements"):
        edit({"kind": "set", "path": [name], "was": _profile(client)[name], "value": None})
    page = client.get(PAGE).text
    assert re.search(r'<select id="first-framework".*?<option value="basis">', page, re.DOTALL)


def test_requested_competences_stand_in_the_order_of_the_profile(
    client: TestClient, edit: _Tab
) -> None:
    was = _profile(client)["requirements"]
    edit({"kind": "set", "path": ["requirements"], "was": was, "value": was[::-1]})
    found = re.findall(r'<tr class="line[^>]*data-competence="([^"]*)"', client.get(PAGE).text)
    assert found == [one["competence"] for one in reversed(was)]


def test_a_draft_with_wrong_values_is_still_shown(client: TestClient, edit: _Tab) -> None:
    for name, was, value in (
        ("purpose", _profile(client)["purpose"], 7),
        ("chain", _profile(client)["chain"], "x"),
        ("contacts", _profile(client)["contacts"], {"a": 1}),
        ("requirements", _profile(client)["requirements"], [3, {"level": "hoog"}]),
        ("result_areas", _profile(client)["result_areas"], [None, {"id": 4, "tasks": "x"}]),
    ):
        edit({"kind": "set", "item": "", "path": [name], "was": was, "value": value})
    assert client.get(PAGE).status_code == 200
    assert client.get(f"{PAGE}/preview").status_code == 200


def test_script_in_every_text_does_nothing(client: TestClient, edit: _Tab) -> None:
    bad = "</textarea><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    for name in ("name", "purpose", "description", "family", "notes"):
        was = _profile(client).get(name)
        edit({"kind": "set", "item": "", "path": [name], "was": was, "value": bad})
    was = _profile(client)["result_areas"][0]["tasks"][0]
    area = _profile(client)["result_areas"][0]["id"]
    edit({"kind": "set", "item": area, "path": ["tasks", 0], "was": was, "value": bad})
    for address in (PAGE, f"{PAGE}/preview", "/forms"):
        page = client.get(address).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_the_preview_is_a_document_that_may_do_nothing(client: TestClient) -> None:
    answer = client.get(f"{PAGE}/preview")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "allow-scripts" not in policy
    assert "Wijkverpleegkundige" in answer.text


@pytest.mark.parametrize(
    "document", ["job-profile", "job-summary", "interview-guide", "vacancy", "rating-sheet"]
)
def test_each_document_can_be_seen_and_downloaded(client: TestClient, document: str) -> None:
    assert "<h1>" in client.get(f"{PAGE}/preview?document={document}").text
    answer = client.get(f"/documents/{document}/file?profile={PROFILE}&type=.docx")
    assert answer.content.startswith(b"PK")
    assert "attachment" in answer.headers["content-disposition"]
    assert PROFILE in answer.headers["content-disposition"]


def test_the_preview_says_how_many_pages_it_takes(client: TestClient) -> None:
    facts = client.get(f"/documents/job-profile/facts?profile={PROFILE}").text
    assert "Ongeveer 3 pagina&#39;s" in facts


def test_an_error_is_named_with_the_way_to_its_field_and_can_be_passed(
    client: TestClient, edit: _Tab
) -> None:
    position = _position(client, "klantgerichtheid")
    edit(
        {
            "kind": "set",
            "item": "",
            "path": ["requirements", position, "level"],
            "was": 3,
            "value": 9,
        }
    )
    address = f"/documents/job-profile/file?profile={PROFILE}&type=.docx"
    refused = client.get(address)
    assert refused.status_code == 409
    link = re.search(r'href="/profiles/[^"#]+#([^"]+)"', refused.text)
    assert link is not None
    assert link[1] == f"f--requirements-{position}-level"
    assert f'data-place="{position}"' in _line(client.get(PAGE).text, "klantgerichtheid")
    assert "Toch maken" in refused.text
    assert client.get(f"{address}&anyway=1").content.startswith(b"PK")


def test_a_hole_in_the_text_stops_the_file_and_not_the_preview(
    client: TestClient, edit: _Tab
) -> None:
    was = _profile(client)["purpose"]
    edit({"kind": "set", "item": "", "path": ["purpose"], "was": was, "value": ""})
    address = f"/documents/job-profile/file?profile={PROFILE}&type=.docx"
    assert client.get(f"{address}&anyway=1").status_code == 409
    assert client.get(f"{PAGE}/preview").status_code == 200
    assert "f--purpose" in client.get(address).text


def test_the_print_page_holds_only_the_document(client: TestClient) -> None:
    answer = client.get(f"/print/job-profile?profile={PROFILE}")
    assert "Wijkverpleegkundige" in answer.text
    assert "frame.js" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert client.post(f"/print/job-profile?profile={PROFILE}").status_code == 405


def test_a_new_profile_has_a_name_and_the_language_of_its_framework(client: TestClient) -> None:
    made = client.post("/api/profiles", json={"name": "Baliemedewerker", "framework": "basis"})
    assert made.json() == {"to": "/profiles/baliemedewerker"}
    page = client.get("/profiles/baliemedewerker").text
    assert page.count('<tr class="line') == 18
    assert "Nog geen resultaatgebieden" in page
    assert client.post("/api/profiles", json={"name": " "}).status_code == 409


def test_a_copy_is_a_draft_of_its_own(client: TestClient, workspace: Path) -> None:
    made = client.post("/api/profiles", json={"copy_of": PROFILE}).json()["to"]
    copied = json.loads((workspace / f"{made.removeprefix('/')}.json").read_bytes())
    assert copied["name"]["nl"] == "Wijkverpleegkundige (kopie)"
    assert copied["result_areas"] == _profile(client)["result_areas"]
    assert "approval" not in copied
    assert "version" not in copied


def test_what_is_not_there_gives_a_page_that_says_so(client: TestClient) -> None:
    assert client.get("/profiles/nergens").status_code == 404
    assert client.get("/documents/geen-document/file").status_code == 404
    assert client.get("/profiles/..%2F..%2Fcompetenties.toml").status_code == 404
    assert "<p>" in client.get("/profiles/nergens/preview").text


def test_a_page_with_many_fields_is_small_on_the_wire(client: TestClient) -> None:
    with client.stream("GET", PAGE, headers={"Accept-Encoding": "gzip"}) as answer:
        sent = b"".join(answer.iter_raw())
    assert len(sent) < 60_000 < MOST_BODY
