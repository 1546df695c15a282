"""Forms about promises: customers see what they notice, the checklist has everything."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from made_documents import rating_sheet, said, shipped_framework, shipped_request
from pypdf import PdfReader
from test_group_forms import BOTH, asking, competence, form, garden, request_on, rows_of

from competenties.documents import document_files
from competenties.documents.request import FormKind
from competenties.findings import RefusedError
from competenties.messages import LANGUAGES, Language
from competenties.model.framework import Framework
from competenties.office.blocks import Choice, Table, Ticks
from competenties.office.house_style import HouseStyle, Logo
from competenties.office.pages import pages
from competenties.office.render import render


@BOTH
def test_customers_see_the_promises_to_them_and_no_other(language: Language) -> None:
    document = form("customer", language)
    (table,) = [one for one in document.blocks if isinstance(one, Table)]
    shown = [row.cells[0] for row in rows_of(table)]
    promises = [
        shipped_request(language).of(shipped_framework(), one.text)
        for one in shipped_framework().promises
        if one.audience in ("external", "chain")
    ]
    assert shown == promises
    answers = {"nl": "ja deels nee weet ik niet", "en": "yes partly no I do not know"}
    for row in rows_of(table):
        assert isinstance(row.cells[1], Choice)
        assert " ".join(row.cells[1].options) == answers[language]


def test_of_many_promises_six_are_asked_those_of_the_job_first() -> None:
    promises: list[dict[str, Any]] = [
        {"id": f"b-{number}", "text": f"Belofte {number}.", "audience": "external"}
        for number in range(8)
    ]
    promises[7] |= {"competences": ["snoeien"]}
    promises[0] |= {"status": "retired"}
    framework = garden(competence("snoeien"), promises=promises)
    document = rating_sheet(request_on("customer", framework, "snoeien"))
    shown = [row.cells[0] for block in document.blocks for row in rows_of(block)]
    assert shown == [f"Belofte {number}." for number in (7, 1, 2, 3, 4, 5)]


def many(count: int, text: str = "Belofte {number} aan wie ons belt.") -> Framework:
    promises = [
        {"id": f"b-{number}", "text": text.format(number=number), "audience": "external"}
        for number in range(count)
    ]
    return garden(promises=promises)


@BOTH
@pytest.mark.parametrize("count", [6, 7, 18, 40])
def test_promises_without_room_are_named_on_the_form_and_on_screen(
    language: Language, count: int
) -> None:
    request = replace(request_on("customer", many(count)), language=language)
    document = rating_sheet(request)
    begin = {"nl": "Niet op dit formulier staan", "en": "Not on this form"}[language]
    notes = [text for text in said(document) if begin in text]
    advice = [one.say(language) for one in document_files()["rating-sheet"].advice(document)]
    assert len(notes) == len(advice) == (count > 6)
    for note in notes:
        assert advice[0].startswith(note)
        for number in range(6, min(count, 18)):
            assert f'"Belofte {number} aan wie ons belt"' in note
        assert ("22" in note) == (count == 40)


@pytest.mark.parametrize("length", [1, 3])
def test_a_form_that_names_promises_without_room_is_one_page(length: int) -> None:
    text = "Wie ons nummer {number} belt, krijgt binnen twee werkdagen antwoord. " * length
    document = rating_sheet(request_on("customer", many(14, text)))
    book: Any = openpyxl.load_workbook(io.BytesIO(render(document, Path("x.xlsx"))))
    assert book.worksheets[0].row_breaks.brk == []
    assert pages(document).count == 1
    assert len(document_files()["rating-sheet"].advice(document)) == 1


@BOTH
def test_the_customer_form_is_one_page(language: Language) -> None:
    document = form("customer", language, suffix=".pdf")
    assert pages(document).count == 1
    assert document_files()["rating-sheet"].advice(document) == []
    assert len(PdfReader(io.BytesIO(render(document, Path("x.pdf")))).pages) == 1
    book: Any = openpyxl.load_workbook(io.BytesIO(render(document, Path("x.xlsx"))))
    assert book.worksheets[0].row_breaks.brk == []


def test_the_customer_form_is_one_page_under_a_logo_a_header_and_a_footer() -> None:
    logo = Logo(b"", ".png", 4, 1.8, "Logo")
    house = HouseStyle(logo=logo, header="Gemeente\nPersoneel", footer="Postbus 1")
    document = rating_sheet(replace(asking("customer"), house=house, suffix=".xlsx"))
    book: Any = openpyxl.load_workbook(
        io.BytesIO(render(replace(document, house=house), Path("x.xlsx")))
    )
    assert book.worksheets[0].row_breaks.brk == []


@pytest.mark.parametrize(("size", "count"), [(60, 1), (180, 1), (320, 2)])
def test_six_promises_still_fit_on_a_page_unless_they_are_very_long(size: int, count: int) -> None:
    text = ("Wie ons schrijft, krijgt binnen twee werkdagen een antwoord. " * 9)[:size]
    promises = [{"id": f"b-{n}", "text": text, "audience": "chain"} for n in range(6)]
    document = rating_sheet(request_on("customer", garden(promises=promises)))
    book: Any = openpyxl.load_workbook(io.BytesIO(render(document, Path("x.xlsx"))))
    assert len(book.worksheets[0].row_breaks.brk) + 1 == count
    advice = document_files()["rating-sheet"].advice(document)
    assert len(advice) == count - 1


@BOTH
def test_the_checklist_has_every_promise_with_its_measure_norm_and_checks(
    language: Language,
) -> None:
    framework = shipped_framework()
    document = form("checklist", language)
    texts = "\n".join(said(document))
    request = shipped_request(language)
    for promise in framework.promises:
        checks = promise.checks
        for text in (promise.text, promise.measure, promise.norm, checks.employee):
            assert request.of(framework, text) in texts
        for text in (checks.manager, checks.organisation):
            assert request.of(framework, text) in texts
    rows = [row for block in document.blocks for row in rows_of(block)]
    assert len(rows) == 3 * len(framework.promises)
    assert all(isinstance(row.cells[2], Ticks) for row in rows)
    assert len({row.cells[2].key for row in rows if isinstance(row.cells[2], Ticks)}) == len(rows)


def test_a_promise_that_nobody_checks_says_so() -> None:
    framework = garden(promises=[{"id": "b-1", "text": "Wij bellen terug."}])
    document = rating_sheet(request_on("checklist", framework))
    assert "Nog niet afgesproken wie dit controleert." in said(document)


@pytest.mark.parametrize(
    ("kind", "advice"), [("customer", '"external"'), ("checklist", "promises")]
)
def test_without_promises_the_form_is_refused_with_what_to_add(kind: FormKind, advice: str) -> None:
    promises = [{"id": "b-1", "text": "Wij ruimen op.", "audience": "internal"}]
    framework = garden(promises=promises if kind == "customer" else [])
    with pytest.raises(RefusedError) as refused:
        rating_sheet(request_on(kind, framework))
    for language in LANGUAGES:
        assert advice in refused.value.say(language)
        assert "Tuin" in refused.value.say(language)
