"""Cards for workshops and conversations: two or three on a page, whole, and never scored."""

import re

import pytest
from made_documents import said, shipped_framework
from made_workspaces import HOSTILE, about, competence, files_of, framework, level, scale, tables

from competenties.documents import competence_cards, conversation_cards
from competenties.documents.block_room import lines_of_blocks, lines_on_page
from competenties.findings import RefusedError
from competenties.messages import LANGUAGES, Language
from competenties.model.text import text_in
from competenties.office.blocks import Block, Document, Fields, Heading, PageBreak, Paragraph
from competenties.office.house_style import PLAIN

BOTH = pytest.mark.parametrize("language", LANGUAGES)
CUT = re.compile("hier knippen|cut here")


def pages_of(document: Document) -> list[list[Block]]:
    """Return the blocks of each page of cards; what stands before them is left out."""
    found: list[list[Block]] = []
    for block in document.blocks:
        if isinstance(block, PageBreak):
            found.append([])
        elif found:
            found[-1].append(block)
    return found


def cards_on(page: list[Block]) -> list[str]:
    return [block.text for block in page if isinstance(block, Heading)]


def cuts_on(page: list[Block]) -> int:
    return sum(isinstance(block, Paragraph) and bool(CUT.search(block.text)) for block in page)


@BOTH
def test_every_competence_has_one_card_and_two_stand_on_a_page(language: Language) -> None:
    pages = pages_of(competence_cards.build(about(language=language)))
    names = [text_in(one.name, language, "nl") for one in shipped_framework().competences]
    assert [name for page in pages for name in cards_on(page)] == names
    assert all(len(cards_on(page)) == 2 and cuts_on(page) == 1 for page in pages)
    assert all(lines_of_blocks(page, PLAIN) <= lines_on_page(PLAIN) for page in pages)


@BOTH
def test_a_card_says_definition_levels_and_one_or_two_indicators_each(language: Language) -> None:
    document = competence_cards.build(about(language=language))
    lines = said(document)
    for one in shipped_framework().competences:
        assert lines.count(text_in(one.definition, language, "nl")) == 1
        for each in one.levels:
            name = text_in(each.name, language, "nl")
            assert any(line.endswith(f" – {name}") for line in lines)
            shown = [
                text_in(one.text, language, "nl") in lines
                for one in each.indicators
                if not one.is_contra
            ]
            assert 1 <= sum(shown) <= 2
            contras = [
                text_in(one.text, language, "nl") for one in each.indicators if one.is_contra
            ]
            assert not set(contras) & set(lines)


def test_two_cards_of_a_page_are_about_as_high_so_that_one_cut_serves_a_pile() -> None:
    for page in pages_of(competence_cards.build(about())):
        (cut,) = (
            n for n, one in enumerate(page) if isinstance(one, Paragraph) and CUT.search(one.text)
        )
        upper, lower = (lines_of_blocks(part, PLAIN) for part in (page[:cut], page[cut + 1 :]))
        assert abs(upper - lower) < 2


def test_a_card_that_needs_more_than_half_a_page_stands_alone() -> None:
    long = [level(n, "Doet iets dat veel woorden vraagt. " * 12) for n in range(1, 9)]
    model = framework(
        proficiency_scales=[scale(8)],
        competences=[competence("Zagen", levels=long), competence("Meten", levels=long)],
    )
    pages = pages_of(competence_cards.build(about(model)))
    assert [cards_on(page) for page in pages] == [["Zagen"], ["Meten"]]


def test_without_levels_a_card_lists_behaviour_and_a_retired_competence_has_none() -> None:
    indicators = level(1, "Zaagt recht.", "!Zaagt scheef.")["indicators"]
    model = framework(
        competences=[
            competence("Zagen", indicators=indicators),
            competence("Oud", status="retired"),
        ]
    )
    lines = said(competence_cards.build(about(model)))
    assert "Zaagt recht." in lines
    assert "Zaagt scheef." not in lines
    assert "Oud" not in lines


def test_without_competences_there_are_no_cards_and_a_sentence_says_so() -> None:
    with pytest.raises(RefusedError) as refused:
        competence_cards.build(about(framework()))
    assert "staan geen competenties" in refused.value.say("nl")


@BOTH
def test_the_cards_of_the_framework_are_repeated_to_cut_apart(language: Language) -> None:
    document = conversation_cards.build(about(language=language))
    pages = pages_of(document)
    names = [text_in(one.name, language, "nl") for one in shipped_framework().cards]
    assert [set(cards_on(page)) for page in pages] == [{name} for name in names]
    assert [len(cards_on(page)) for page in pages] == [3, 2]
    assert all(cuts_on(page) == len(cards_on(page)) - 1 for page in pages)
    for one in shipped_framework().cards:
        page = next(
            page for page in pages if cards_on(page)[0] == text_in(one.name, language, "nl")
        )
        lines = said(Document("", language, tuple(page), "", ""))
        for question in one.questions:
            assert lines.count(text_in(question, language, "nl")) == len(cards_on(page))


@BOTH
def test_a_conversation_card_says_that_it_is_never_scored_and_stays_with_the_employee(
    language: Language,
) -> None:
    for page in pages_of(conversation_cards.build(about(language=language))):
        notes = [
            one.text for one in page if isinstance(one, Paragraph) and not CUT.search(one.text)
        ]
        assert len(notes) == len(cards_on(page))
        never, stays = (
            ("Nooit gescoord", "Blijft bij de medewerker")
            if language == "nl"
            else ("Never scored", "Stays with the employee")
        )
        assert all(never in note and stays in note for note in notes)


def test_nothing_on_a_conversation_card_can_be_read_back_or_counted() -> None:
    document = conversation_cards.build(about())
    cells = [
        cell for block in document.blocks if isinstance(block, Fields) for _, cell in block.rows
    ]
    cells += [cell for table in tables(document) for row in table.rows for cell in row.cells]  # type: ignore[union-attr]
    assert cells
    assert not any(getattr(cell, "key", "") or getattr(cell, "options", ()) for cell in cells)


@pytest.mark.parametrize("cards", [[], [{"id": "k", "kind": "contact", "name": "Leeg"}]])
def test_without_questions_there_are_no_conversation_cards_and_a_sentence_helps(
    cards: list[dict[str, str]],
) -> None:
    with pytest.raises(RefusedError) as refused:
        conversation_cards.build(about(framework(cards=cards)))
    assert "cards" in refused.value.say("nl")
    assert "questions" in refused.value.say("en")


@BOTH
def test_hostile_text_becomes_files(language: Language) -> None:
    model = framework(
        competences=[competence("Zagen", definition=HOSTILE, levels=[level(1, HOSTILE)])],
        cards=[{"id": "k", "kind": "contact", "name": HOSTILE, "questions": [HOSTILE] * 12}],
    )
    for module in (competence_cards, conversation_cards):
        document = module.build(about(model, language))
        assert all(files_of(document, module.SUFFIXES).values())
