"""The check screen: everything that is found, chosen and grouped, accepted with a reason, weighed."""

import json
import re
import time
import tomllib
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from competenties.editor.app import site_in
from competenties.editor.rule_weights import with_weight

if TYPE_CHECKING:
    from starlette.testclient import TestClient

BASIS = "frameworks/basis"
SCRIPT = "<script>alert(1)</script>"


def rewrite(workspace: Path, *sentences: str, times: int = 1) -> list[str]:
    """Put sentences in place of the first ones of the framework, and return their ids."""
    path = workspace / f"{BASIS}.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    indicators = [
        each
        for one in data["competences"]
        for level in one.get("levels", [])
        for each in level.get("indicators", [])
    ]
    wanted = list(sentences) * times
    for one, text in zip(indicators, wanted, strict=False):
        one["text"] = {"nl": text}
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return [one["id"] for one in indicators[: len(wanted)]]


def checked(client: "TestClient", **asked: Any) -> str:
    """Return the screen after a whole check."""
    client.get("/api/v1/findings")
    answer = client.get("/check", params=asked)
    assert answer.status_code == 200
    return str(answer.text)


def send(client: "TestClient", edit: dict[str, Any], number: int = 1) -> dict[str, Any]:
    edits = [{"number": number, "document": BASIS, "edit": edit}]
    answer = client.post("/api/operations", json={"client": "a-client-1", "edits": edits})
    found: dict[str, Any] = answer.json()["answers"][0]
    return found


def test_before_the_first_check_is_done_the_screen_says_so(client: "TestClient") -> None:
    page = client.get("/check").text
    assert "De eerste controle loopt nog" in page
    assert "Geen aandachtspunten" not in page


def test_without_findings_it_says_what_that_means_and_what_to_do_next(client: "TestClient") -> None:
    page = checked(client)
    assert "Geen aandachtspunten" in page
    assert 'href="/forms"' in page
    assert 'href="/frameworks/basis/details#f--status"' in page


def test_a_finding_has_its_sentence_with_the_words_marked_and_the_way_to_its_field(
    workspace: Path, client: "TestClient"
) -> None:
    (identifier,) = rewrite(workspace, "Kent de regels voor verlof.")
    site_in(client.app).session.refresh()
    page = checked(client)
    assert "<mark>Kent</mark> de regels voor verlof." in page
    assert f'href="/frameworks/basis/competences/klantgerichtheid#f-{identifier}-text"' in page
    assert 'href="/rules/inner-state-verb"' in page


def test_findings_are_chosen_by_weight_and_kind_with_their_counts(
    workspace: Path, client: "TestClient"
) -> None:
    rewrite(workspace, "Kent de regels voor verlof.", "Is een teamspeler met hands-on mentaliteit.")
    site_in(client.app).session.refresh()
    every = client.get("/api/v1/findings").json()
    errors = [one for one in every if one["severity"] == "error"]
    assert 0 < len(errors) < len(every)
    page = checked(client, severity="error")
    assert page.count('class="found"') == len(errors)
    assert f"Fout {len(errors)}" in page
    page = checked(client, category="vague")
    assert page.count('class="found"') == len([one for one in every if one["category"] == "vague"])
    page = checked(client, severity="hint")
    assert "Met deze keuze is er niets te tonen" in page


def test_by_rule_each_rule_is_a_group(workspace: Path, client: "TestClient") -> None:
    rewrite(workspace, "Kent de regels voor verlof.", "Weet wat er speelt.")
    site_in(client.app).session.refresh()
    page = checked(client, by="rule", category="not_observable")
    assert page.count('class="group" data-key="group frameworks/basis inner-state-verb"') == 1
    assert page.count('class="found"') == 2


@pytest.mark.slow
def test_two_thousand_findings_stay_quick_and_small(workspace: Path, client: "TestClient") -> None:
    path = workspace / f"{BASIS}.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    for n, one in enumerate(data["competences"]):
        level = one["levels"][0]
        level["indicators"] = [
            {
                "id": f"zin-{n}-{m}",
                "text": {
                    "nl": f"Kent de teamspeler {n} {m} goed en kan zo nodig hands-on overleggen."
                },
            }
            for m in range(30)
        ]
    path.write_text(json.dumps(data), encoding="utf-8")
    site_in(client.app).session.refresh()
    assert len(client.get("/api/v1/findings").json()) > 2000
    client.get("/check")
    start = time.perf_counter()
    page = client.get("/check")
    assert time.perf_counter() - start < 2
    assert len(page.content) < 60_000
    (later,) = re.findall(r'data-later="([^"]+klantgerichtheid)"', page.text)
    group = client.get(unescape(later))
    assert group.text.count('class="found"') == 25
    assert len(group.content) < 60_000
    assert "page=2" in group.text


def test_an_accepted_finding_goes_at_once_and_comes_back(
    workspace: Path, client: "TestClient"
) -> None:
    (identifier,) = rewrite(workspace, "Kent de regels voor verlof.")
    site_in(client.app).session.refresh()
    page = checked(client, category="not_observable")
    (button,) = re.findall(r'<button[^>]*data-act="accept"[^>]*>', page)
    said = dict(re.findall(r'data-([a-z]+)="([^"]*)"', button))
    assert said["of"] == identifier
    value = {
        "rule": said["rule"],
        "item": said["of"],
        "field": said["field"],
        "text_hash": said["hash"],
        "reason": f"Zo zeggen wij dat {SCRIPT}",
    }
    insert = {"kind": "insert", "item": "", "path": ["accepted"], "after": 10**6, "value": value}
    assert send(client, insert)["outcome"] == "done"
    page = client.get("/check").text
    assert "<mark>Kent</mark>" not in page
    assert "Geaccepteerd (1)" in page
    assert SCRIPT not in page
    assert "Zo zeggen wij dat &lt;script&gt;" in page
    assert "inner-state-verb" not in [one["rule"] for one in client.get("/api/v1/findings").json()]
    (shown,) = re.findall(r'<button[^>]*data-act="show-again"[^>]*>', page)
    back = dict(re.findall(r'data-([a-z]+)="([^"]*)"', shown))
    remove = {
        "kind": "remove",
        "item": "",
        "path": ["accepted", int(back["position"])],
        "was": json.loads(unescape(back["value"])),
    }
    assert send(client, remove, 2)["outcome"] == "done"
    assert "<mark>Kent</mark>" in checked(client)


def test_an_error_of_form_cannot_be_accepted_or_weighed(client: "TestClient") -> None:
    edit = {"kind": "set", "item": "", "path": ["language"], "was": "nl", "value": ""}
    assert send(client, edit)["outcome"] == "done"
    page = checked(client, category="schema", severity="error")
    assert 'class="found"' in page
    assert 'data-act="accept"' not in page
    assert 'data-act="weigh"' not in page
    answer = client.post("/api/check/weights", json={"rule": "unknown-cluster", "weight": "off"})
    assert answer.status_code == 409
    assert "blijft altijd een fout" in answer.json()["message"]


def test_a_rule_that_is_switched_off_is_silent_and_comments_stay(
    workspace: Path, client: "TestClient"
) -> None:
    rewrite(workspace, "Kent de regels voor verlof.")
    site_in(client.app).session.refresh()
    assert "inner-state-verb" in checked(client)
    before = (workspace / "competenties.toml").read_text(encoding="utf-8")
    asked = {"rule": "inner-state-verb", "weight": "off"}
    assert client.post("/api/check/weights", json=asked).status_code == 200
    after = (workspace / "competenties.toml").read_text(encoding="utf-8")
    assert set(before.splitlines()) < set(after.splitlines())
    page = checked(client)
    assert "<mark>Kent</mark>" not in page
    assert "Aangepaste regels (2)" in page
    assert client.post("/api/check/weights", json={**asked, "weight": None}).status_code == 200
    assert (workspace / "competenties.toml").read_text(encoding="utf-8") == before
    assert "<mark>Kent</mark>" in checked(client)


@pytest.mark.parametrize(
    "text",
    [
        'language = "nl"\n',
        '[check.severities]\n# niets\n\n[check.wording]\nstyle = "infinitive"\n',
        '[check.severities]\r\njargon = "hint" # let op\r\n',
        "[check]\ncustomer_words = ['a']\n",
        '\ufeff[ check . severities ]\n"passive-voice" = "off"\n',
    ],
)
def test_a_weight_is_written_whatever_the_settings_look_like(text: str) -> None:
    for name in ("jargon", "passive-voice"):
        changed = with_weight(text, name, "warning")
        data = tomllib.loads(changed.removeprefix("\ufeff"))
        assert data["check"]["severities"][name] == "warning"
        assert ("\r\n" in changed) == ("\r\n" in text)
    assert (
        tomllib.loads(with_weight(text, "jargon", None).removeprefix("\ufeff"))
        .get("check", {})
        .get("severities", {})
        .get("jargon")
        is None
    )


def test_settings_that_are_built_otherwise_stay_as_they_are() -> None:
    with pytest.raises(ValueError, match="severities"):
        with_weight('check = { severities = { jargon = "hint" } }\n', "jargon", "off")


def test_a_script_in_a_sentence_is_shown_as_text(workspace: Path, client: "TestClient") -> None:
    rewrite(workspace, f"Kent de {SCRIPT} regels.")
    site_in(client.app).session.refresh()
    page = checked(client)
    assert SCRIPT not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize(
    "asked",
    [
        {"document": "../x"},
        {"only": "zomaar"},
        {"page": 9999},
        {"severity": "zwaar"},
        {"by": "rule"},
    ],
)
def test_an_address_that_means_nothing_shows_nothing_and_no_failure(
    asked: dict[str, Any], client: "TestClient"
) -> None:
    assert checked(client, **asked)


def test_an_acceptance_that_no_longer_holds_leads_to_where_it_is_taken_away(
    workspace: Path, client: "TestClient"
) -> None:
    path = workspace / f"{BASIS}.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    competence = data["competences"][0]["id"]
    reason = {"rule": "duplicate-name", "item": competence, "field": "name", "reason": "Mag."}
    data["accepted"] = [reason]
    path.write_text(json.dumps(data), encoding="utf-8")
    site_in(client.app).session.refresh()
    page = checked(client, document=BASIS)
    row = page[page.index("geldt niet meer") :].partition("</li>")[0]
    assert "Twee onderdelen met dezelfde naam" in page
    assert "#f--accepted-0" in row
    assert 'id="f--accepted-0"' in page
    assert "Accepteren met reden" not in row
    assert "<blockquote" not in row
