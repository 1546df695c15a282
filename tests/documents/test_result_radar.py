"""Radar charts in a result: for the development talk, in one unit, and they give nobody away."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from filling import basis, form
from rounds import filled_by

from competenties.documents.person_result import person_result
from competenties.messages import LANGUAGES
from competenties.model.settings import Settings
from competenties.office.blocks import Block, Heading, Picture
from competenties.ratings.arithmetic import Answer
from competenties.ratings.form import FormText
from competenties.ratings.reading import FilledForm, read_form
from competenties.ratings.results import PersonResult, results_of
from competenties.ratings.returned import ReturnedForm

LEAST = 3


@cache
def text_on(scale: str) -> FormText:
    """Return the text of a feedback form on one of the scales that ship."""
    found = next(one for one in basis().rating_scales if one.id == scale)
    return read_form(form("feedback", scale=found)).text


def on(
    scale: str, role: str, answers: Answer | Mapping[str, Answer], **changes: Any
) -> ReturnedForm:
    """Return a feedback form about Jan with one answer, or with one for each competence."""
    text = text_on(scale).model_copy(update=changes)
    given: dict[str, Answer] = {}
    for competence, line in text.lines():
        if isinstance(answers, Mapping):
            given[line.id] = answers.get(competence.id, "blank")
        else:
            given[line.id] = answers
    copy = {"code": f"{scale}/{role}/{answers}", "employee": "Jan", "role": role, "period": "2026"}
    return ReturnedForm(f"{copy['code']}.xlsx", FilledForm(text, given, {}, {}, copy))


def talk(role: str, answers: Answer | Mapping[str, Answer], **changes: Any) -> ReturnedForm:
    return on("frequentie", role, answers, **changes)


def blocks(*forms: ReturnedForm, others: tuple[PersonResult, ...] = ()) -> tuple[Block, ...]:
    (one,) = results_of(forms, LEAST)
    return person_result(one, Settings(), "nl", others).blocks


def pictures(*forms: ReturnedForm, others: tuple[PersonResult, ...] = ()) -> list[Picture]:
    return [one for one in blocks(*forms, others=others) if isinstance(one, Picture)]


def competences(scale: str = "frequentie") -> list[str]:
    return [one.id for one in text_on(scale).content.competences]


def test_a_chart_says_every_number_in_words() -> None:
    first, *_ = competences()
    (one,) = pictures(talk("self", 4), talk("manager", {first: 2}))
    assert "op een schaal van 1 – nooit tot en met 5 – (vrijwel) altijd" in one.about
    assert "Zelf: Klantgerichtheid 4,0; Samenwerken 4,0" in one.about
    assert "Leidinggevende: Klantgerichtheid 2,0; Samenwerken geen uitkomst" in one.about


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_says_that_it_is_for_a_talk(language: Any) -> None:
    (one,) = results_of([talk("self", 4)], LEAST)
    made = person_result(one, Settings(), language).blocks
    said = " ".join(getattr(block, "text", "") for block in made)
    wanted = {"nl": "Gebruik het niet om iemand te beoordelen", "en": "Do not use it to judge"}
    assert wanted[language] in said


def test_beside_an_appraisal_report_there_is_no_chart() -> None:
    judged = filled_by("manager", "Jan", 3)
    assert not pictures(talk("self", 4), judged)
    assert not any(
        isinstance(one, Heading) and "ontwikkelgesprek" in one.text
        for one in blocks(talk("self", 4), judged)
    )


def test_an_appraisal_report_elsewhere_in_the_round_counts_too() -> None:
    another_period = filled_by("manager", "JAN", 3, period="2025")
    others = tuple(results_of([another_period], LEAST))
    assert pictures(talk("self", 4))
    assert not pictures(talk("self", 4), others=others)


def test_an_appraisal_report_on_somebody_else_does_not_matter() -> None:
    others = tuple(results_of([filled_by("manager", "Piet", 3)], LEAST))
    assert pictures(talk("self", 4), others=others)


def test_a_team_gets_no_chart() -> None:
    assert not pictures(talk("self", 4, kind="team"))


def test_too_few_colleagues_are_not_drawn_and_not_named() -> None:
    (alone,) = pictures(talk("self", 4))
    (with_two,) = pictures(talk("self", 4), *[talk("colleague", answer) for answer in (1, 2)])
    assert with_two == alone
    (with_three,) = pictures(talk("self", 4), *[talk("colleague", answer) for answer in (1, 2, 3)])
    assert "Collega: Klantgerichtheid 2,0" in with_three.about


def test_a_competence_that_too_few_colleagues_rated_has_no_point() -> None:
    first, second, *rest = competences()
    whole = dict.fromkeys([first, second, *rest], 3)
    without = {key: value for key, value in whole.items() if key != second}
    forms = [talk("colleague", answers) for answers in (whole, without)]
    third = replace(forms[0], file="derde.xlsx")
    (one,) = pictures(talk("self", 4), *forms, third)
    assert "Collega: Klantgerichtheid 3,0; Samenwerken geen uitkomst" in one.about


@pytest.mark.parametrize(("count", "drawn"), [(2, 0), (3, 1)])
def test_a_chart_has_three_axes_at_least(count: int, drawn: int) -> None:
    assert len(pictures(talk("self", dict.fromkeys(competences()[:count], 4)))) == drawn


def test_what_has_no_room_in_one_chart_becomes_several_of_one_size() -> None:
    content = text_on("frequentie").content
    copies = []
    for number in range(14):
        one = content.competences[number % len(content.competences)]
        renamed = {"id": f"c{number}", "name": f"Naam {number}"}
        copies.append(one.model_copy(update=renamed))
    many = content.model_copy(update={"competences": tuple(copies)})
    found = pictures(talk("self", 4, content=many))
    assert ["van 7 competenties" in one.about for one in found] == [True, True]
    assert "Naam 6 4,0." in found[0].about
    assert "Zelf: Naam 7 4,0" in found[1].about


def test_levels_stand_beside_the_level_that_is_asked() -> None:
    (one,) = pictures(on("niveau", "self", 4))
    assert "Gevraagd niveau: Klantgerichtheid 3; Samenwerken 2" in one.about
    assert "Zelf: Klantgerichtheid 4,0; Samenwerken 4,0" in one.about


def test_levels_of_another_set_are_not_in_the_chart() -> None:
    content = text_on("niveau").content
    first, *rest = content.competences
    other = first.model_copy(update={"answers": first.answers[:4]})
    mixed = content.model_copy(update={"competences": (other, *rest)})
    (one,) = pictures(on("niveau", "self", 4, content=mixed))
    assert first.name not in one.about


def test_without_figures_there_is_no_chart() -> None:
    assert not pictures(on("ontwikkeling", "self", 2))
    assert not pictures(talk("self", "not-observed"))
