"""Without a connection the work goes on, and nothing of it is lost; nor with somebody else at work."""

from card_pages import CONTRA, FIRST, CardPage, second_tab
from running_editor import wait_for


def test_cards_are_made_moved_split_and_removed_without_a_connection(cards: CardPage) -> None:
    cards.page.context.set_offline(True)
    cards.text(1, 2).press("Enter")
    cards.page.keyboard.type("Stuurt een bericht.")
    cards.page.keyboard.press("Alt+Shift+ArrowRight")
    cards.page.keyboard.press("Alt+Shift+ArrowRight")
    cards.text(2, 0).focus()
    cards.text(2, 0).evaluate("one => one.setSelectionRange(8, 8)")
    cards.page.keyboard.press("Control+Shift+Enter")
    cards.text(2, 0).press("Control+End")
    cards.page.keyboard.type(" elkaar.")
    cards.grip(1, 0).press("Delete")
    cards.page.wait_for_selector("#saving[data-state=offline]")
    shown = [cards.says(level) for level in (1, 2, 3)]
    assert shown[0] == FIRST[1][1:]
    assert shown[1] == ["Legt met elkaar.", "Een collega de taken vast.", FIRST[2][1]]
    assert shown[2] == ["Stuurt een bericht."]
    cards.page.context.set_offline(False)
    cards.saved()
    assert [cards.says(level) for level in (1, 2, 3)] == shown
    assert cards.stored(1) == [*shown[0], CONTRA]
    assert [cards.stored(level) for level in (2, 3)] == shown[1:]
    assert cards.page.locator(".conflict").count() == 0


def test_what_was_typed_in_a_card_that_somebody_removed_can_be_put_back(cards: CardPage) -> None:
    other = second_tab(cards.page.context, cards.identifier)
    cards.page.route("**/api/operations", lambda route: route.abort())
    cards.text(1, 1).press("Control+End")
    cards.page.keyboard.type(" Ook laat.")
    cards.page.wait_for_selector("#saving[data-state=offline]")
    other.grip(1, 1).press("Delete")
    other.saved()
    cards.page.unroute("**/api/operations")
    wait_for(lambda: cards.page.locator("[data-back]").count() == 1, seconds=15)
    cards.page.locator("[data-back]").click()
    cards.announced("Teruggezet met uw tekst")
    cards.saved()
    mine = f"{FIRST[1][1]} Ook laat."
    assert sorted(cards.stored(1)) == sorted([FIRST[1][0], mine, FIRST[1][2], CONTRA])
    assert mine in cards.says(1)
    assert cards.page.locator(".conflict").count() == 0


def test_what_another_tab_does_appears_while_somebody_writes_here(cards: CardPage) -> None:
    other = second_tab(cards.page.context, cards.identifier)
    cards.text(1, 0).focus()
    other.text(2, 0).press("Alt+Shift+ArrowLeft")
    other.saved()
    wait_for(lambda: FIRST[2][0] in cards.says(1))
    assert cards.focused() == FIRST[1][0]


def test_that_there_is_no_connection_stays_in_sight_far_down_the_page(cards: CardPage) -> None:
    cards.page.set_viewport_size({"width": 320, "height": 400})
    cards.page.context.set_offline(True)
    cards.text(2, 1).press("Control+End")
    cards.page.keyboard.type(" Ook laat.")
    state = cards.page.locator("#saving[data-state=offline]")
    state.wait_for()
    assert cards.page.evaluate("scrollY") > 400
    box = state.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 400 - box["height"]
    cards.page.context.set_offline(False)
    cards.saved()
