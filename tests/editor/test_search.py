"""Search: every text is found whatever its capitals and accents, and leads to its field."""

import time
from typing import TYPE_CHECKING, Any

import lxml.html
import pytest

from competenties.editor.word_search import Said, find, plain, texts_of

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def hits(page: str) -> list[tuple[str, str]]:
    """Return the marked words and the address of each hit."""
    found: Any = lxml.html.fromstring(page).xpath('//ul[@class="hits"]/li/a')
    return [(" ".join(one.xpath(".//mark/text()")), one.get("href")) for one in found]


@pytest.mark.parametrize(
    "query", ["klantgerichtheid", "KLANTGERICHTHEID", "Klántgerichtheid", " gerichtheid "]
)
def test_capitals_accents_and_parts_of_words_make_no_difference(
    client: "TestClient", query: str
) -> None:
    found = hits(client.get("/search", params={"q": query}).text)
    place = "/frameworks/basis/competences/klantgerichtheid#f-klantgerichtheid-name"
    assert place in [address for _, address in found]


def test_a_sentence_leads_to_its_field_and_the_words_are_marked(client: "TestClient") -> None:
    marked, address = hits(client.get("/search", params={"q": "eindklant route"}).text)[0]
    assert marked.lower().split() == ["route", "eindklant"]
    page, _, field = address.partition("#")
    assert f'id="{field}"' in client.get(page).text


def test_a_sentence_in_another_language_is_found_and_shown_in_that_language(
    client: "TestClient",
) -> None:
    found = hits(client.get("/search", params={"q": "customer focus"}).text)
    assert any("?text=en#" in address for _, address in found)


def test_promises_terms_clusters_and_profiles_are_found(client: "TestClient") -> None:
    page = client.get("/search", params={"q": "wijkverpleegkundige"}).text
    assert "Functieprofielen" in page
    found = [address for _, address in hits(client.get("/search", params={"q": "klant"}).text)]
    assert any("/details#f-" in address for address in found)
    assert any("#g-klant-en-omgeving" in address for address in found)


def test_nothing_found_says_what_to_do(client: "TestClient") -> None:
    page = client.get("/search", params={"q": "zzqqxx {0} <b>"}).text
    assert "Niets gevonden met “zzqqxx {0} &lt;b&gt;”" in page
    assert "korter woord" in page
    assert "Zoek in namen" in client.get("/search").text


def test_letters_that_are_written_as_two_are_marked_whole() -> None:
    said = Said("sentence", "Eet crème brûlée, een œuvre.", "nl", "", "#")
    found = find("brulee", iter([said]))["sentence"][0]
    assert [one.text for one in found.pieces if one.is_hit] == ["brûlée"]
    assert plain("ÉÉN Straße") == "een strasse"


def test_parts_of_a_draft_that_are_no_text_are_passed_over() -> None:
    data = {
        "competences": [{"id": "a", "name": 3, "aliases": [None, 4], "levels": [5]}, 6],
        "clusters": None,
    }
    assert list(texts_of("frameworks/x", data)) == []
    assert list(texts_of("profiles/x", {"purpose": [1, {"text": None}]})) == []


def test_thousands_of_sentences_are_searched_in_a_moment() -> None:
    texts = [
        Said("sentence", f"Vraagt dóór tot het doel helder is {n}.", "nl", "", "#")
        for n in range(5000)
    ]
    start = time.process_time()
    found = find("door helder", iter(texts))["sentence"]
    assert len(found) == 5000
    assert time.process_time() - start < 1
