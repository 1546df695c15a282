"""What somebody pastes becomes cards: lines of a document, or a range of a spreadsheet."""

import pytest
from card_pages import CONTRA, FIRST, CardPage


def _paste(cards: CardPage, level: int, position: int, text: str) -> None:
    field = cards.text(level, position)
    field.focus()
    field.evaluate(
        """(one, text) => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
            if (one.dispatchEvent(event)) one.setRangeText(data.getData("text/plain"));
        }""",
        text,
    )


def test_lines_become_cards_below_and_one_undo_takes_them_away(cards: CardPage) -> None:
    _paste(cards, 1, 0, "- Schrijft een verslag.\r\n2. Belt de klant.\n\n•\tLeest de brief.\n")
    cards.announced("3 kaarten gemaakt")
    cards.saved()
    new = ["Schrijft een verslag.", "Belt de klant.", "Leest de brief."]
    assert cards.says(1) == [FIRST[1][0], *new, *FIRST[1][1:]]
    assert cards.stored(1) == [FIRST[1][0], *new, *FIRST[1][1:], CONTRA]
    cards.undo()
    assert cards.says(1) == FIRST[1]


def test_columns_of_a_range_go_to_consecutive_levels(cards: CardPage) -> None:
    _paste(cards, 1, 2, 'Een a.\tTwee a.\tDrie a.\n"Een\nb ""c"""\t\tDrie b.\n')
    cards.announced("5 kaarten gemaakt, 3 kolommen over de niveaus 1 Basis tot en met 3 Expert")
    cards.saved()
    assert cards.says(1) == [*FIRST[1], "Een a.", 'Een b "c"']
    assert cards.stored(2) == [*FIRST[2], "Twee a."]
    assert cards.stored(3) == ["Drie a.", "Drie b."]
    cards.undo()
    assert cards.stored(2) == FIRST[2]
    assert cards.says(3) == []


def test_a_row_that_names_the_levels_is_no_card(cards: CardPage) -> None:
    _paste(cards, 1, 2, "Niveau 1\tNiveau 2\nEen a.\tTwee a.\n")
    cards.saved()
    assert cards.stored(1)[3] == "Een a."
    assert cards.stored(2) == [*FIRST[2], "Twee a."]


def test_pasting_into_a_new_empty_card_leaves_no_empty_one(cards: CardPage) -> None:
    cards.page.locator('.column[data-level="3"] [data-add=positive]').click()
    _paste(cards, 3, 0, "Een a.\nTwee a.\n")
    cards.saved()
    assert cards.says(3) == ["Een a.", "Twee a."]
    assert cards.focused() == "Twee a."


@pytest.mark.parametrize("text", ["een woord", "een regel\n"])
def test_one_line_is_pasted_into_the_sentence(cards: CardPage, text: str) -> None:
    _paste(cards, 2, 0, text)
    assert cards.cards(2).count() == 2
    assert text.strip() in cards.says(2)[0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("✓ Belt.\n→ Mailt.\na) Vraagt door.", ["Belt.", "Mailt.", "Vraagt door."]),
        ("1.1\tBelt.\n1.2\tMailt.", ["Belt.", "Mailt."]),
        ("2026. Dit jaar.\n3.5 keer per dag.", ["2026. Dit jaar.", "3.5 keer per dag."]),
        (
            "<script>alert(1)</script>\n\"Zegt 'ja'\"",
            ["<script>alert(1)</script>", "\"Zegt 'ja'\""],
        ),
        ("x" * 5000 + "\n\n\n\u200bKort.", ["x" * 5000, "Kort."]),
        ("Basis\tGevorderd\nEen.\t", ["Een."]),
    ],
)
def test_hostile_lines_are_only_text(cards: CardPage, text: str, wanted: list[str]) -> None:
    cards.page.locator('.column[data-level="3"] [data-add=positive]').click()
    _paste(cards, 3, 0, text if "Basis" not in text else text.replace("Gevorderd", "Expert"))
    cards.saved()
    assert cards.stored(3) == wanted


def test_one_cell_of_a_spreadsheet_comes_without_its_marks(cards: CardPage) -> None:
    cards.page.locator('.column[data-level="3"] [data-add=positive]').click()
    _paste(cards, 3, 0, '"Een cel\r\nmet ""twee"" regels"\r\n')
    cards.saved()
    assert cards.stored(3) == ['Een cel met "twee" regels']
