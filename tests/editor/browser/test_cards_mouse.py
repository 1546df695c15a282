"""Working with cards by mouse: dragging, choosing, menus, and selecting text as anywhere else."""

import pytest
from card_pages import CONTRA, FIRST, CardPage, second_tab
from running_editor import wait_for


def _middle(cards: CardPage, what: str) -> tuple[float, float]:
    box = cards.page.locator(what).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _drag(cards: CardPage, start: str, end: str, *, drops: bool = True) -> None:
    mouse = cards.page.mouse
    cards.page.locator(end).scroll_into_view_if_needed()
    mouse.move(*_middle(cards, start))
    mouse.down()
    x, y = _middle(cards, end)
    mouse.move(x, y - 10, steps=6)
    mouse.move(x, y, steps=3)
    if drops:
        mouse.up()


def _card(identifier: str) -> str:
    return f'[data-card="{identifier}"]'


def test_a_card_is_dragged_by_its_grip_to_another_level_and_one_undo_brings_it_back(
    cards: CardPage,
) -> None:
    _drag(cards, f"{_card('samenwerken-1-0')} .grip", _card("samenwerken-2-1"))
    cards.announced("Verplaatst naar 2 Gevorderd")
    cards.saved()
    assert FIRST[1][0] in cards.stored(2)
    assert cards.says(2) == cards.stored(2)
    assert not cards.page.locator("#card-menu").is_visible()
    cards.undo()
    assert cards.stored(1)[:3] == FIRST[1]


def test_a_card_can_be_dropped_in_a_level_without_cards(cards: CardPage) -> None:
    _drag(cards, f"{_card('samenwerken-2-0')} .grip", '.column[data-level="3"] .teach')
    cards.saved()
    assert cards.stored(3) == [FIRST[2][0]]


def test_a_card_that_is_dropped_with_what_does_not_fit_becomes_that(cards: CardPage) -> None:
    _drag(cards, f"{_card('samenwerken-1-0')} .grip", _card("samenwerken-contra"))
    cards.saved()
    assert sorted(cards.says(1, "contra")) == sorted([FIRST[1][0], CONTRA])
    moved = next(one for one in cards.indicators(1) if one["text"] == FIRST[1][0])
    assert moved["polarity"] == "contra"
    cards.undo()
    assert cards.says(1) == FIRST[1]


def test_escape_ends_a_drag_and_nothing_has_changed(cards: CardPage) -> None:
    _drag(cards, f"{_card('samenwerken-1-0')} .grip", _card("samenwerken-2-1"), drops=False)
    cards.page.keyboard.press("Escape")
    cards.page.mouse.up()
    cards.saved()
    assert cards.says(1) == FIRST[1]
    assert cards.page.locator(".drop-line").count() == 0


def test_text_in_a_card_is_selected_with_the_mouse(cards: CardPage) -> None:
    box = cards.text(1, 0).bounding_box()
    assert box is not None
    cards.page.mouse.move(box["x"] + 12, box["y"] + 14)
    cards.page.mouse.down()
    cards.page.mouse.move(box["x"] + 110, box["y"] + 14, steps=5)
    cards.page.mouse.up()
    length = cards.text(1, 0).evaluate("one => one.selectionEnd - one.selectionStart")
    assert length > 3
    assert cards.says(1) == FIRST[1]


def test_chosen_cards_are_dragged_together(cards: CardPage) -> None:
    for position in (0, 2):
        cards.cards(1).nth(position).hover()
        cards.cards(1).nth(position).locator(".choose").check()
    _drag(cards, f"{_card('samenwerken-1-0')} .grip", '.column[data-level="3"] .teach')
    cards.announced("2 kaarten verplaatst naar 3 Expert")
    cards.saved()
    assert cards.stored(3) == [FIRST[1][0], FIRST[1][2]]
    cards.undo()
    assert cards.stored(1)[:3] == FIRST[1]


def test_shift_and_click_choose_a_row_that_moves_to_a_level_at_once(cards: CardPage) -> None:
    cards.cards(1).nth(0).hover()
    cards.cards(1).nth(0).locator(".choose").check()
    cards.grip(1, 2).click(modifiers=["Shift"])
    assert cards.page.locator("#bulk-count").text_content() == "3 gekozen"
    cards.page.locator("#bulk-level").select_option("2")
    cards.saved()
    assert cards.stored(2) == [*FIRST[2], *FIRST[1]]
    cards.undo()
    assert cards.says(1) == FIRST[1]
    assert cards.stored(2) == FIRST[2]


@pytest.mark.parametrize("copies", [True, False])
def test_a_card_goes_to_another_competence_by_the_menu(cards: CardPage, copies: bool) -> None:  # noqa: FBT001
    cards.grip(1, 0).click()
    name = "Kopiëren naar…" if copies else "Naar andere competentie…"
    cards.page.get_by_role("menuitem", name=name).click()
    cards.page.locator("#place-competence").select_option("luisteren")
    cards.page.locator("#place-level").select_option("2")
    cards.page.locator("#place-go").click()
    cards.announced("Luisteren, 2 Gevorderd")
    cards.saved()
    assert cards.stored(2, competence=1) == [FIRST[1][0]]
    assert (FIRST[1][0] in cards.stored(1)) is copies
    cards.undo()
    assert cards.stored(2, competence=1) == []
    assert FIRST[1][0] in cards.stored(1)


def test_the_menu_splits_where_the_cursor_was_and_merges_again(cards: CardPage) -> None:
    cards.text(2, 0).click()
    cards.text(2, 0).evaluate("one => one.setSelectionRange(8, 8)")
    cards.grip(2, 0).click()
    cards.page.get_by_role("menuitem", name="Splitsen").click()
    cards.saved()
    assert cards.stored(2)[:2] == ["Legt met", "Een collega de taken vast."]
    cards.grip(2, 1).click()
    cards.page.get_by_role("menuitem", name="Samenvoegen").click()
    cards.saved()
    assert cards.stored(2)[0] == "Legt met Een collega de taken vast."


def test_the_menu_puts_a_card_with_what_does_not_fit_and_back(cards: CardPage) -> None:
    cards.grip(1, 0).click()
    cards.page.get_by_role("menuitem", name="Niet gewenst gedrag").click()
    cards.saved()
    assert cards.says(1, "contra") == [FIRST[1][0], CONTRA]
    assert cards.indicators(1)[0]["polarity"] == "contra"
    cards.grip(1, 0, "contra").click()
    cards.page.get_by_role("menuitem", name="Toch gewenst").click()
    cards.saved()
    assert "polarity" not in cards.indicators(1)[0]


def test_a_removed_card_comes_back_where_it_was_with_the_focus_in_it(cards: CardPage) -> None:
    cards.grip(1, 1).click()
    cards.page.get_by_role("menuitem", name="Verwijderen").click()
    cards.announced("1 kaart verwijderd")
    cards.saved()
    assert cards.stored(1) == [FIRST[1][0], FIRST[1][2], CONTRA]
    cards.undo()
    assert cards.says(1) == FIRST[1]
    assert cards.focused() == FIRST[1][1]


def test_the_buttons_add_behaviour_and_behaviour_that_does_not_fit(cards: CardPage) -> None:
    column = cards.page.locator('.column[data-level="3"]')
    assert column.locator(".teach").is_visible()
    column.get_by_role("button", name="Gedrag toevoegen").click()
    cards.page.keyboard.type("Leidt een overleg.")
    column.get_by_role("button", name="Niet passend gedrag").click()
    cards.page.keyboard.type("Praat door anderen heen.")
    cards.saved()
    assert [one.get("polarity") for one in cards.indicators(3)] == [None, "contra"]
    assert not column.locator(".teach").is_visible()


def test_publiek_meting_and_example_are_written_in_the_details_of_a_card(cards: CardPage) -> None:
    cards.grip(1, 0).click()
    cards.page.get_by_role("menuitem", name="Publiek, meting, voorbeeld").click()
    card = cards.cards(1).nth(0)
    card.get_by_label("Publiek").select_option("external")
    card.get_by_label("Hoe stelt u dit vast?").fill("Uit de mailbox.")
    card.get_by_label("Nieuw voorbeeld").fill("Een klant vraagt naar een zaak.")
    card.get_by_label("Nieuw voorbeeld").press("Enter")
    cards.saved()
    stored = cards.indicators(1)[0]
    assert stored["audience"] == "external"
    assert stored["measure"] == "Uit de mailbox."
    assert stored["examples"] == ["Een klant vraagt naar een zaak."]
    wait_for(lambda: card.locator("summary").text_content() == "extern · meetwijze · voorbeeld")
    cards.text(1, 0).press("Alt+Shift+ArrowDown")
    cards.grip(1, 1).press("Delete")
    cards.saved()
    assert FIRST[1][0] not in cards.stored(1)


def test_a_card_that_somebody_else_removed_is_put_back_where_it_was(cards: CardPage) -> None:
    other = second_tab(cards.page.context, cards.identifier)
    cards.page.route("**/api/operations", lambda route: route.abort())
    cards.text(1, 1).focus()
    cards.page.keyboard.press("End")
    cards.page.keyboard.type(" Ook later.")
    other.grip(1, 1).press("Delete")
    other.saved()
    cards.page.unroute_all()
    cards.page.locator("[data-back]").click()
    cards.saved()
    wanted = [FIRST[1][0], f"{FIRST[1][1]} Ook later.", FIRST[1][2]]
    assert cards.says(1) == wanted
    assert cards.stored(1)[:3] == wanted


def test_undo_puts_a_card_back_in_its_place_though_the_one_above_is_gone(cards: CardPage) -> None:
    cards.grip(1, 1).press("Delete")
    cards.saved()
    other = second_tab(cards.page.context, cards.identifier)
    other.grip(1, 0).press("Delete")
    other.saved()
    cards.undo()
    assert cards.stored(1)[:2] == FIRST[1][1:]


def test_what_is_known_of_a_card_goes_along_when_it_is_merged(cards: CardPage) -> None:
    cards.cards(1).nth(1).locator(".more > summary").click()
    cards.cards(1).nth(1).locator("[data-path='[\"measure\"]']").fill("Tel de afspraken.")
    cards.saved()
    cards.text(1, 1).press("Control+Home")
    cards.text(1, 1).press("Backspace")
    cards.saved()
    assert cards.indicators(1)[0]["measure"] == "Tel de afspraken."
    cards.undo()
    assert "measure" not in cards.indicators(1)[0]
    assert cards.indicators(1)[1]["measure"] == "Tel de afspraken."
