"""The rating sheet: what its four kinds have in common."""

from typing import Any

import pytest
from made_documents import (
    form_rows,
    lines_under,
    rated_table,
    rating_sheet,
    request_of,
    said,
    sheet_texts,
    shipped_request,
    workbook_file,
)

from competenties.messages import Language
from competenties.model.framework import Framework
from competenties.model.settings import Privacy, Settings
from competenties.office.blocks import Blank, Choice, Fields, Group, Row


def framework(scale: dict[str, Any]) -> Framework:
    indicator = {"id": "i", "text": {"nl": "Snoeit.", "en": "Prunes."}}
    return Framework.model_validate(
        {
            "id": "tuin",
            "name": "Tuin",
            "language": "nl",
            "rating_scales": [{"id": "s", "name": "S", "kind": "norm", **scale}],
            "competences": [{"id": "c", "name": "Snoeien", "indicators": [indicator]}],
        }
    )


def explained(scale: dict[str, Any], language: Language = "nl") -> list[str]:
    request = request_of(
        {"requirements": [{"competence": "c"}]}, framework(scale), language=language
    )
    title = {"nl": "Uitleg", "en": "Explanation"}[language]
    return [line.replace("\u00a0", " ") for line in lines_under(rating_sheet(request), title)]


TWO_POINTS = {"points": [{"value": 1, "label": "nee"}, {"value": 2, "label": "ja"}]}


def test_no_person_is_on_an_empty_form() -> None:
    request = shipped_request()
    head = next(one for one in rating_sheet(request).blocks if isinstance(one, Fields))
    filled = [value for _, value in head.rows if isinstance(value, str)]
    assert filled == [
        "Medewerker klantcontact",
        "versie 0.1.0 (concept), bestand medewerker-klantcontact",
    ]


def test_every_row_has_an_answer_to_choose_and_room_for_an_example() -> None:
    rows = [
        row for row in rated_table(rating_sheet(shipped_request())).rows if isinstance(row, Row)
    ]
    assert len(rows) == 15
    assert {tuple(type(cell) for cell in row.cells) for row in rows} == {(str, Choice, Blank)}


def test_a_line_that_is_not_rated_shows_its_answers_in_short_to_circle_on_paper() -> None:
    rows = [
        row for row in rated_table(rating_sheet(shipped_request())).rows if isinstance(row, Row)
    ]
    shown = {row.cells[1].unanswered for row in rows if isinstance(row.cells[1], Choice)}
    assert shown == {"1   2   3   4   5\nn.w.   n.v.t."}


def test_the_explanation_says_what_the_answers_are_and_how_they_count() -> None:
    scale = {
        **TWO_POINTS,
        "question": "Is het te zien?",
        "arithmetic": {"visible_from": 1.5, "partly_from": 1.25, "coverage": 0.5},
    }
    lines = explained(scale)
    assert "Is het te zien? De antwoorden: 1 – nee; 2 – ja." in lines
    assert (
        "De uitkomst van een competentie is het gemiddelde van de antwoorden met een cijfer, "
        "afgerond op één decimaal. Bij 1,5 of hoger is het gedrag zichtbaar op het gevraagde niveau. "
        "Bij 1,25 of hoger is het deels zichtbaar. "
        "Heeft minder dan 50% van de regels een cijfer, dan is er geen uitkomst; regels met "
        '"n.v.t." blijven daarbij buiten beschouwing.' in lines
    )


@pytest.mark.parametrize(
    ("decimals", "rounded"),
    [
        (0, "to a whole number"),
        (1, "to one decimal"),
        (2, "to two decimals"),
        (3, "to three decimals"),
    ],
)
def test_the_explanation_says_how_a_result_is_rounded(decimals: int, rounded: str) -> None:
    text = "\n".join(explained({**TWO_POINTS, "arithmetic": {"decimals": decimals}}, "en"))
    assert f"the mean of the answers with a number, rounded {rounded}." in text


def test_not_observed_not_applicable_and_blank_are_three_things_and_none_is_zero() -> None:
    lines = explained(TWO_POINTS)
    assert (
        '"Niet waargenomen" (n.w.): u hebt dit gedrag niet kunnen zien. '
        '"N.v.t.": dit gedrag hoort niet bij dit werk. Leeg: u hebt de regel niet ingevuld. '
        "Geen van deze is een nul; ze tellen niet mee." in lines
    )
    without = {**TWO_POINTS, "not_observed": False, "not_applicable": False}
    blank = "Blank: you did not fill in the line. It is not a zero and does not count."
    assert blank in explained(without, "en")


def test_numbers_are_written_as_the_reader_writes_them() -> None:
    scale = {**TWO_POINTS, "arithmetic": {"method": "median", "visible_from": 1.5}}
    text = "\n".join(explained(scale, "en"))
    assert "median" in text
    assert "At 1.5 or higher the behaviour is visible" in text
    assert "60%" in text


def test_what_a_point_means_stands_on_the_form() -> None:
    points = [
        {"value": 1, "label": "nee", "definition": "Is niet gezien."},
        {"value": 2, "label": "ja"},
    ]
    lines = explained({"points": points, "question": "Te zien?"})
    assert lines[1:4] == ["Te zien?", "1 – nee: Is niet gezien.", "2 – ja"]


def test_what_a_point_means_at_one_competence_stands_beside_that_competence() -> None:
    model = framework(TWO_POINTS)
    anchored = model.competences[0].model_dump() | {
        "definition": "Knipt **tijdig** terug.\n\n- in de winter\n- in de zomer",
        "rating_anchors": [
            {"scale": "s", "value": 2, "text": "Elke tak is gesnoeid."},
            {"scale": "elders", "value": 1, "text": "Van een andere schaal."},
        ],
    }
    model = Framework.model_validate(model.model_dump() | {"competences": [anchored]})
    request = request_of({"requirements": [{"competence": "c"}]}, model)
    group = rated_table(rating_sheet(request)).rows[0]
    assert isinstance(group, Group)
    assert group.text.splitlines() == [
        "Knipt tijdig terug.",
        "• in de winter",
        "• in de zomer",
        "2 – ja: Elke tak is gesnoeid.",
    ]


def test_a_scale_without_a_result_says_so() -> None:
    lines = explained({**TWO_POINTS, "arithmetic": {"method": "none"}})
    assert "Er wordt geen uitkomst berekend; het gesprek telt." in lines


@pytest.mark.parametrize(
    ("scale", "answers"),
    [
        ({}, "1 – nee, 2 – ja, niet waargenomen, n.v.t."),
        ({"not_observed": False}, "1 – nee, 2 – ja, n.v.t."),
        ({"not_applicable": False}, "1 – nee, 2 – ja, niet waargenomen"),
        ({"not_observed": False, "not_applicable": False}, "1 – nee, 2 – ja"),
    ],
)
def test_what_is_not_a_score_is_offered_only_where_the_scale_allows_it(
    scale: dict[str, Any], answers: str
) -> None:
    model = framework({**TWO_POINTS, **scale})
    request = request_of({"requirements": [{"competence": "c"}]}, model)
    assert form_rows(rating_sheet(request))[1:] == [f"- Snoeit. | {answers}"]
    explanation = "\n".join(lines_under(rating_sheet(request), "Uitleg")).lower()
    whole = "\n".join(said(rating_sheet(request))).lower()
    for text in (explanation, whole):
        assert ("niet waargenomen" in text) == scale.get("not_observed", True)
        assert ("n.v.t." in text) == scale.get("not_applicable", True)


def test_the_profile_chooses_the_scale_and_without_a_choice_the_first_counts() -> None:
    asked = {"requirements": [{"competence": "c"}]}
    model = framework(TWO_POINTS)
    assert "2 – ja" in form_rows(rating_sheet(request_of(asked, model)))[1]
    without = model.model_copy(update={"rating_scales": ()})
    assert "5 – (vrijwel) altijd" in form_rows(rating_sheet(request_of(asked, without)))[1]


def test_privacy_says_what_the_organisation_says_and_never_asks_for_consent() -> None:
    settings = Settings(privacy=Privacy(purpose="Voor het gesprek.", contact={"nl": "HR-advies."}))
    lines = said(rating_sheet(request_of({}, settings=settings)))
    (privacy,) = (line for line in lines if line.startswith("Privacy:"))
    assert privacy == (
        "Privacy: Voor het gesprek. HR-advies. Een ingevuld formulier is vertrouwelijk. "
        "Degene over wie het gaat, mag het inzien en om verbetering vragen."
    )
    assert "toestemming" not in "\n".join(lines)


def test_whoever_begins_to_fill_in_first_reads_what_may_not_be_filled_in() -> None:
    lines = explained(TWO_POINTS)
    assert any(line.startswith("Vul geen gegevens in over gezondheid") for line in lines)


def test_a_profile_that_asks_nothing_gives_an_empty_form_and_no_failure() -> None:
    document = rating_sheet(request_of({}))
    assert form_rows(document) == []
    assert "Medewerker" in sheet_texts(workbook_file(request_of({})))


def test_the_form_follows_the_language_of_the_reader() -> None:
    request = request_of(
        {"requirements": [{"competence": "c"}]}, framework(TWO_POINTS), language="en"
    )
    assert form_rows(rating_sheet(request)) == [
        "# Snoeien",
        "- Prunes. | 1 – nee, 2 – ja, not observed, n/a",
    ]
