"""Writing on cards with the keyboard alone."""

from card_pages import CONTRA, FIRST, CardPage


def test_enter_makes_a_card_below_and_typing_makes_it_part_of_the_document(cards: CardPage) -> None:
    cards.text(1, 0).press("Control+End")
    cards.page.keyboard.press("Enter")
    cards.page.keyboard.type("Stuurt een bericht.")
    cards.saved()
    assert cards.says(1) == [FIRST[1][0], "Stuurt een bericht.", *FIRST[1][1:]]
    assert cards.stored(1)[:2] == [FIRST[1][0], "Stuurt een bericht."]
    assert cards.focused() == "Stuurt een bericht."


def test_an_empty_card_that_is_left_disappears_and_was_never_in_the_document(
    cards: CardPage,
) -> None:
    before = cards.document()
    cards.text(1, 0).press("Enter")
    assert cards.cards(1).count() == 4
    cards.text(2, 0).focus()
    cards.saved()
    assert cards.says(1) == FIRST[1]
    assert cards.document() == before


def test_enter_in_an_empty_card_makes_no_second_one(cards: CardPage) -> None:
    cards.text(1, 0).press("Enter")
    cards.page.keyboard.press("Enter")
    cards.page.keyboard.press("Shift+Enter")
    assert cards.cards(1).count() == 4
    assert cards.focused() == ""


def test_a_card_that_was_typed_is_taken_away_by_one_undo(cards: CardPage) -> None:
    cards.text(1, 2).press("Enter")
    cards.page.keyboard.type("Stuurt een bericht.", delay=15)
    cards.saved()
    cards.undo()
    assert cards.says(1) == FIRST[1]


def test_backspace_in_an_empty_card_removes_it_and_goes_to_the_one_before(cards: CardPage) -> None:
    cards.text(1, 1).press("Control+a")
    cards.page.keyboard.press("Delete")
    cards.page.keyboard.press("Backspace")
    cards.saved()
    assert cards.says(1) == [FIRST[1][0], FIRST[1][2]]
    assert cards.stored(1) == [FIRST[1][0], FIRST[1][2], CONTRA]
    assert cards.focused() == FIRST[1][0]


def test_backspace_at_the_start_merges_with_the_card_before_and_undo_splits_again(
    cards: CardPage,
) -> None:
    cards.text(2, 1).press("Control+Home")
    cards.page.keyboard.press("Backspace")
    cards.saved()
    joined = " ".join(FIRST[2])
    assert cards.says(2) == [joined]
    assert cards.stored(2) == [joined]
    assert cards.focused() == joined
    cards.undo()
    assert cards.says(2) == FIRST[2]
    assert cards.stored(2) == FIRST[2]


def test_control_shift_enter_splits_at_the_cursor_and_one_undo_joins(cards: CardPage) -> None:
    field = cards.text(2, 0)
    field.focus()
    field.evaluate("one => one.setSelectionRange(8, 8)")
    cards.page.keyboard.press("Control+Shift+Enter")
    cards.saved()
    parts = ["Legt met", "Een collega de taken vast."]
    assert cards.says(2) == [*parts, FIRST[2][1]]
    assert cards.stored(2) == [*parts, FIRST[2][1]]
    assert cards.focused() == parts[1]
    cards.undo()
    assert cards.stored(2) == FIRST[2]


def test_somebody_can_go_on_typing_in_both_halves_of_a_split_at_once(cards: CardPage) -> None:
    field = cards.text(2, 0)
    field.focus()
    field.evaluate("one => one.setSelectionRange(8, 8)")
    cards.page.keyboard.press("Control+Shift+Enter")
    cards.page.keyboard.press("Control+End")
    cards.page.keyboard.type(" Nu.")
    cards.text(2, 0).press("Control+End")
    cards.page.keyboard.type(" elkaar.")
    cards.saved()
    assert cards.stored(2)[:2] == ["Legt met elkaar.", "Een collega de taken vast. Nu."]
    assert cards.page.locator(".conflict").count() == 0


def test_alt_shift_arrows_move_within_the_level_and_the_focus_stays(cards: CardPage) -> None:
    cards.text(1, 0).press("Alt+Shift+ArrowDown")
    cards.announced("Verplaatst naar 1 Basis, plaats 2 van 3")
    cards.saved()
    assert cards.stored(1)[:2] == [FIRST[1][1], FIRST[1][0]]
    assert cards.focused() == FIRST[1][0]
    cards.page.keyboard.press("Alt+Shift+ArrowUp")
    cards.saved()
    assert cards.stored(1)[:3] == FIRST[1]


def test_alt_shift_arrows_move_to_the_next_level_and_undo_brings_back(cards: CardPage) -> None:
    cards.text(1, 1).press("Alt+Shift+ArrowRight")
    cards.announced("Verplaatst naar 2 Gevorderd, plaats 2 van 3")
    cards.saved()
    assert cards.stored(2) == [FIRST[2][0], FIRST[1][1], FIRST[2][1]]
    assert cards.focused() == FIRST[1][1]
    cards.undo()
    assert cards.stored(1)[:3] == FIRST[1]
    assert cards.says(2) == FIRST[2]
    assert cards.focused() == FIRST[1][1]


def test_a_card_goes_to_a_level_that_has_nothing_yet(cards: CardPage) -> None:
    cards.text(2, 0).press("Alt+Shift+ArrowRight")
    cards.saved()
    assert cards.stored(3) == [FIRST[2][0]]
    assert cards.says(3) == [FIRST[2][0]]


def test_tab_goes_from_the_text_to_the_grip_to_the_next_card(cards: CardPage) -> None:
    cards.text(1, 0).focus()
    cards.page.keyboard.press("Tab")
    assert cards.focused() == "Verplaatsen of bewerken"
    cards.page.keyboard.press("Tab")
    assert cards.focused() == FIRST[1][1]


def test_space_lifts_arrows_move_and_space_drops(cards: CardPage) -> None:
    cards.grip(1, 0).press(" ")
    cards.announced("Opgepakt")
    cards.page.keyboard.press("ArrowDown")
    cards.page.keyboard.press("ArrowRight")
    assert cards.stored(2) == FIRST[2]
    cards.page.keyboard.press(" ")
    cards.announced("Verplaatst naar 2 Gevorderd, plaats 2 van 3")
    cards.saved()
    assert cards.stored(2) == [FIRST[2][0], FIRST[1][0], FIRST[2][1]]
    assert cards.focused() == "Verplaatsen of bewerken"
    assert not cards.page.locator("#card-menu").is_visible()


def test_escape_puts_a_lifted_card_back_and_nothing_is_sent(cards: CardPage) -> None:
    before = cards.document()
    cards.grip(1, 2).press(" ")
    cards.page.keyboard.press("ArrowUp")
    cards.page.keyboard.press("ArrowRight")
    cards.page.keyboard.press("Escape")
    cards.announced("Teruggezet")
    cards.saved()
    assert cards.says(1) == FIRST[1]
    assert cards.document() == before


def test_the_menu_of_the_grip_works_with_the_keyboard_alone(cards: CardPage) -> None:
    cards.grip(1, 0).press("Enter")
    cards.page.keyboard.press("ArrowDown")
    cards.page.keyboard.press("ArrowDown")
    cards.page.keyboard.press("Enter")
    cards.page.keyboard.press("Control+End")
    cards.page.keyboard.press("ArrowUp")
    cards.page.keyboard.press("Enter")
    cards.saved()
    assert cards.stored(3) == [FIRST[1][0]]
    cards.grip(3, 0).press("Enter")
    cards.page.keyboard.press("Escape")
    assert cards.focused() == "Verplaatsen of bewerken"


def test_control_enter_goes_to_the_next_competence_with_what_was_typed(cards: CardPage) -> None:
    cards.text(2, 1).press("Control+End")
    cards.page.keyboard.type(" Nu.")
    cards.page.keyboard.press("Control+Enter")
    cards.page.wait_for_url("**/luisteren")
    cards.saved()
    assert cards.stored(2)[1] == f"{FIRST[2][1]} Nu."


def test_the_question_mark_shows_the_keys_and_can_be_switched_off(cards: CardPage) -> None:
    dialog = cards.page.locator("#keys-dialog")
    cards.grip(1, 0).focus()
    cards.page.keyboard.press("?")
    assert dialog.is_visible()
    cards.page.locator("#single-keys").uncheck()
    cards.page.keyboard.press("Escape")
    cards.grip(1, 0).focus()
    cards.page.keyboard.press("?")
    cards.page.keyboard.press("/")
    assert not dialog.is_visible()
    assert cards.focused() == "Verplaatsen of bewerken"


def test_shift_and_arrows_choose_cards_that_are_deleted_together_and_come_back_together(
    cards: CardPage,
) -> None:
    cards.grip(1, 0).press("Shift+ArrowDown")
    assert cards.page.locator("#bulk-count").text_content() == "2 gekozen"
    cards.page.keyboard.press("Delete")
    cards.saved()
    assert cards.stored(1) == [FIRST[1][2], CONTRA]
    cards.undo()
    assert cards.stored(1) == [*FIRST[1], CONTRA]
    assert cards.says(1) == FIRST[1]


def test_an_undo_still_works_after_a_reload(cards: CardPage) -> None:
    cards.text(1, 0).press("Alt+Shift+ArrowDown")
    cards.saved()
    cards.open()
    cards.undo()
    assert cards.says(1) == FIRST[1]
    assert cards.focused() == FIRST[1][0]


def test_after_the_answer_the_page_has_nothing_to_change(cards: CardPage) -> None:
    cards.text(1, 0).press("Enter")
    cards.page.keyboard.type("Stuurt een bericht.")
    cards.page.evaluate(
        """window.changes = [];
        new MutationObserver(all => { for (const one of all)
            if (one.target.closest('.columns') && !one.target.closest('.findings, textarea'))
                for (const node of [...one.addedNodes, ...one.removedNodes])
                    if (node.nodeType === 1 || node.nodeValue.trim()) window.changes.push(node.outerHTML ?? node.nodeValue)
        }).observe(document.body, {childList: true, subtree: true})"""
    )
    cards.saved()
    assert cards.page.evaluate("window.changes") == []
