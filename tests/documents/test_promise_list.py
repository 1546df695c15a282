"""The promises as a page for the wall."""

from dataclasses import replace

import pytest
from made_documents import headings, said, shipped_framework
from made_workspaces import about, framework, table_rows, tables

from competenties.documents.promise_list import build
from competenties.findings import RefusedError
from competenties.messages import LANGUAGES, Language
from competenties.model.settings import Settings
from competenties.model.text import text_in
from competenties.office.blocks import Blank, Choice, PageBreak, Row, Ticks
from competenties.office.pages import pages

BOTH = pytest.mark.parametrize("language", LANGUAGES)


@BOTH
def test_every_promise_stands_on_the_wall_once_with_its_measure_and_norm(
    language: Language,
) -> None:
    document = build(about(language=language))
    rows = [row for table in tables(document)[:-1] for row in table_rows(table)]
    promises = shipped_framework().promises
    assert len(rows) == len(promises)
    for one in promises:
        text = text_in(one.text, language, "nl")
        (row,) = (row for row in rows if row[0] == text)
        for part in (one.measure, one.norm):
            assert text_in(part, language, "nl") in row[1]


@BOTH
def test_who_checks_what_stands_on_a_page_of_its_own_for_colleagues(language: Language) -> None:
    document = build(about(language=language))
    place = next(n for n, one in enumerate(document.blocks) if isinstance(one, PageBreak))
    wall, behind = (
        "\n".join(said(replace(document, blocks=part)))
        for part in (document.blocks[:place], document.blocks[place:])
    )
    for one in shipped_framework().promises:
        assert text_in(one.text, language, "nl") in behind
        for check in (one.checks.employee, one.checks.manager, one.checks.organisation):
            text = text_in(check, language, "nl")
            assert text in behind
            assert text not in wall


@BOTH
def test_the_shipped_promises_fit_on_one_page_of_the_wall(language: Language) -> None:
    assert pages(build(about(language=language)), spare=2).count == 2


def test_promises_stand_under_whom_they_are_made_to() -> None:
    promises = [
        {"id": "a", "text": "Aan allen."},
        {"id": "b", "text": "Aan collega.", "audience": "internal"},
        {"id": "c", "text": "Aan klant.", "audience": "external"},
        {"id": "d", "text": "Vervallen.", "status": "retired"},
    ]
    document = build(about(framework(promises=promises)))
    assert headings(document) == ["Aan onze klanten", "Aan onze collega's", "Aan iedereen"]
    assert [table_rows(table) for table in tables(document)] == [
        [["Aan klant."]],
        [["Aan collega."]],
        [["Aan allen."]],
    ]
    assert "Vervallen." not in said(document)


def test_the_page_is_read_and_not_filled_in_and_names_the_organisation() -> None:
    document = build(about(settings=Settings(organisation="Gemeente Dal")))
    assert document.title == "Dit belooft Gemeente Dal"
    cells = [
        cell
        for table in tables(document)
        for row in table.rows
        if isinstance(row, Row)
        for cell in row.cells
    ]
    assert not any(isinstance(cell, Blank | Choice | Ticks) for cell in cells)


def test_without_promises_a_sentence_says_where_to_put_them() -> None:
    with pytest.raises(RefusedError) as refused:
        build(about(framework()))
    assert "promises" in refused.value.say("nl")
    assert "promises" in refused.value.say("en")
