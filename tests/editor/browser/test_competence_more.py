"""What few competences have: exceptions to a minimum, target levels, relations, and what a card stands against."""

from card_pages import CardPage, framework, write
from running_editor import Editor, wait_for

BARE = "zonder-niveaus"


def _choose(cards: CardPage, path: str, value: str) -> None:
    cards.page.locator(f"[data-path='{path}']").select_option(value)
    cards.saved()


def test_a_minimum_level_has_exceptions_and_says_who_asks_it(cards: CardPage) -> None:
    cards.page.locator("#minimum > summary").click()
    cards.page.locator("#minimum-level").select_option("2")
    cards.page.locator("#minimum-reason").fill("Afspraak met de sector.")
    cards.page.locator("#minimum-ask button").click()
    cards.page.locator("#new-exception").fill("Alle leidinggevenden")
    cards.page.locator("#new-exception").press("Enter")
    cards.page.locator("#minimum [data-row]").wait_for()
    _choose(cards, '["minimum_level","exceptions",0,"level"]', "3")
    _choose(cards, '["minimum_level","asked_by"]', "sector")
    assert cards.document()["competences"][0]["minimum_level"] == {
        "level": 2,
        "reason": "Afspraak met de sector.",
        "exceptions": [{"level": 3, "applies_to": "Alle leidinggevenden"}],
        "asked_by": "sector",
    }
    cards.page.locator("#minimum-drop").click()
    wait_for(lambda: "minimum_level" not in cards.document()["competences"][0])


def test_a_team_has_a_target_level_and_a_competence_a_relation(cards: CardPage) -> None:
    cards.page.locator("#targets > summary").click()
    cards.page.locator("#new-target").fill("Team Noord")
    cards.page.locator("#new-target").press("Enter")
    cards.page.locator("#target-by-0").fill("2027-01-01")
    cards.saved()
    cards.page.locator("#relations > summary").click()
    cards.page.locator("#new-relation").select_option("luisteren")
    cards.page.locator("#relations [data-act=add]").click()
    cards.page.locator("#relations [data-row]").wait_for()
    found = cards.document()["competences"][0]
    assert found["target_levels"] == [{"level": 1, "team": "Team Noord", "by": "2027-01-01"}]
    assert found["relations"] == [{"kind": "related", "competence": "luisteren"}]


def test_behaviour_that_does_not_fit_stands_against_what_does(cards: CardPage) -> None:
    card = cards.cards(1, "contra").first
    card.locator(".more > summary").click()
    card.locator("[data-path='[\"contrasts_with\"]']").select_option("samenwerken-1-0")
    cards.saved()
    assert cards.indicators(1)[-1]["contrasts_with"] == "samenwerken-1-0"
    cards.cards(1).first.locator(".more > summary").click()
    assert not cards.cards(1).first.locator(".only-contra").is_visible()


def test_a_framework_without_levels_has_a_place_to_write(cards: CardPage, many: Editor) -> None:
    data = framework(BARE)
    del data["proficiency_scales"], data["competences"][0]["levels"]
    write(many.root, data)
    wait_for(lambda: cards.page.request.get(f"/api/v1/frameworks/{BARE}").ok)
    cards.page.goto(f"/frameworks/{BARE}/competences/samenwerken")
    cards.page.wait_for_selector("#saving[data-state=saved]")
    cards.page.locator("[data-add=positive]").click()
    cards.page.keyboard.type("Belt terug.")
    cards.saved()
    found = cards.page.request.get(f"/api/v1/frameworks/{BARE}").json()["competences"][0]
    assert [one["text"] for one in found["indicators"]] == ["Belt terug."]
