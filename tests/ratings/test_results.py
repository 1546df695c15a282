"""Results by role: each rater counts the same, and nobody can be worked out."""

import json
from dataclasses import replace
from decimal import Decimal

from rounds import filled_by, text_of

from competenties.documents.results_collected import Collected
from competenties.documents.results_json import results_json
from competenties.documents.results_tables import result_tables
from competenties.model.settings import Privacy
from competenties.ratings.arithmetic import Answer
from competenties.ratings.form import Line
from competenties.ratings.groups import line_qualities, team_results, too_small_teams
from competenties.ratings.periods import compare_periods
from competenties.ratings.pseudonyms import Pseudonyms
from competenties.ratings.results import PersonResult, results_of
from competenties.ratings.returned import Returned, ReturnedForm

LEAST = 3


def result(*forms: ReturnedForm) -> PersonResult:
    (one,) = results_of(forms, LEAST)
    return one


def collected(*forms: ReturnedForm, people: int = 5, pseudonyms: bool = False) -> Collected:
    results = results_of(forms, LEAST)
    return Collected(
        results=results,
        teams=team_results(results, people),
        left_out_teams=too_small_teams(results, people),
        qualities=line_qualities(forms, people),
        changes=[],
        remarks=[],
        missing=[],
        missing_header=(),
        privacy=Privacy(),
        has_pseudonyms=pseudonyms,
    )


def everything(made: Collected) -> str:
    """Return every text and number of the results, as workbook and as JSON."""
    tables = [str(row) for table in result_tables(made, "nl") for row in table.rows]
    return "\n".join([*tables, json.dumps(results_json(made, "nl"))])


def test_roles_stand_apart() -> None:
    one = result(filled_by("self", "Jan", 5), filled_by("manager", "Jan", 3))
    roles = one.parts[0].roles
    assert {role: found.score for role, found in roles.items()} == {
        "self": Decimal("5.0"),
        "manager": Decimal("3.0"),
    }
    assert roles["manager"].verdict == "partly"
    assert roles["manager"].is_below_floor  # level 3 is asked, and is the floor


def test_every_rater_of_a_role_counts_the_same_however_much_was_filled_in() -> None:
    forms = [
        filled_by("colleague", "Jan", {0: 5, 1: 5, 2: 5}, rater="A"),
        filled_by("colleague", "Jan", {0: 2, 1: 2, 2: "not-observed"}, rater="B"),
        filled_by("colleague", "Jan", {0: 2, 1: 2, 2: "not-applicable"}, rater="C"),
    ]
    found = result(*forms).parts[0].roles["colleague"]
    assert found.score == Decimal("3.0")
    assert found.counts.rated == 7


def test_the_lowest_and_highest_of_colleagues_are_shown_from_five_on() -> None:
    forms = [filled_by("colleague", "Jan", point, rater=f"R{point}") for point in (1, 2, 3, 5)]
    few = result(*forms).parts[0].roles["colleague"]
    assert (few.lowest, few.highest) == (None, None)
    more = result(*forms, filled_by("colleague", "Jan", 4, rater="R4")).parts[0].roles["colleague"]
    assert (more.lowest, more.highest) == (Decimal("1.0"), Decimal("5.0"))


def test_fewer_than_three_colleagues_are_not_shown_and_leave_no_trace() -> None:
    forms = [
        filled_by("manager", "Jan", 4),
        filled_by("colleague", "Jan", 1, rater="Anne", example="Zei nooit iets."),
        filled_by("colleague", "Jan", 1, rater="Bert"),
    ]
    made = collected(*forms, people=100)
    shown = everything(made)
    assert made.results[0].parts[0].roles["colleague"].hidden
    assert "Zei nooit iets." not in shown
    assert "Anne" not in shown
    assert "1.0" not in shown
    more = collected(*forms, filled_by("colleague", "Jan", 1, rater="Cees"), people=100)
    assert "Zei nooit iets." in everything(more)
    assert "Anne" not in everything(more)


def test_three_colleagues_of_whom_too_few_saw_anything_give_no_figure() -> None:
    forms = [
        filled_by("colleague", "Jan", 5, rater="A"),
        filled_by("colleague", "Jan", "not-observed", rater="B"),
        filled_by("colleague", "Jan", "not-observed", rater="C"),
    ]
    found = result(*forms).parts[0].roles["colleague"]
    assert (found.score, found.verdict, found.lowest) == (None, "too-little", None)


def test_another_text_or_period_is_a_result_of_its_own() -> None:
    now, before = filled_by("manager", "Jan", 4), filled_by("manager", "Jan", 3, period="2025")
    assert [one.period for one in results_of([now, before], LEAST)] == ["2025", "2026"]


def test_a_team_needs_five_people() -> None:
    forms = [filled_by("manager", f"P{number}", number % 5 + 1) for number in range(6)]
    made = collected(*forms)
    first = made.teams[0]
    assert (first.people, first.verdicts) == (6, {"no": 3, "partly": 1, "yes": 2})
    small = collected(*forms[:4])
    assert (list(small.teams), small.left_out_teams) == ([], 1)


def test_a_sentence_that_nobody_sees_comes_first_and_agreement_is_between_raters() -> None:
    forms = []
    for number in range(6):
        answers: dict[int, Answer] = {0: 4, 1: "not-observed", 2: 4}
        for rater in ("A", "B"):
            other = answers | ({2: 1} if rater == "B" else {})
            forms.append(filled_by("colleague", f"P{number}", other, rater=rater))
    qualities = line_qualities(forms, 5)
    lines = [line for _, line in text_of("colleague").lines()]
    assert qualities[0].line == lines[1]
    assert qualities[0].not_observed == 1
    by_line = {one.line: one for one in qualities}
    assert (by_line[lines[0]].same, by_line[lines[0]].pairs) == (Decimal("1.00"), 6)
    assert (by_line[lines[2]].same, by_line[lines[2]].spread) == (
        Decimal("0.00"),
        Decimal("1.50"),
    )
    assert line_qualities(forms[:4], 5) == []


def test_two_periods_are_compared_over_sentences_that_stayed_the_same() -> None:
    now = filled_by("manager", "Jan", {0: 5, 1: 5, 2: 1})
    before = filled_by("manager", "Jan", {0: 3, 1: 3, 2: 1}, period="2025")
    text = before.form.text
    competences = list(text.content.competences)
    level = competences[0].levels[0]
    changed = (*level.indicators[:2], Line(id=level.indicators[2].id, text="Anders."))
    levels = (level.model_copy(update={"indicators": changed}),)
    competences[0] = competences[0].model_copy(update={"levels": levels})
    content = text.content.model_copy(update={"competences": tuple(competences)})
    moved = replace(before.form, text=text.model_copy(update={"content": content}))
    first, *_ = compare_periods(
        results_of([replace(before, form=moved)], LEAST), results_of([now], LEAST)
    )
    assert (first.lines, first.left_out) == (2, 1)
    assert (first.earlier, first.now, first.difference) == (
        Decimal("3.0"),
        Decimal("5.0"),
        Decimal("2.0"),
    )


def test_pseudonyms_leave_no_name_and_are_the_same_in_both_rounds() -> None:
    names = Pseudonyms("nl")
    forms = [filled_by("manager", f"Jan{number}", 4, rater="Piet") for number in range(6)]
    earlier = [filled_by("manager", "Jan3", 3, rater="Piet", period="2025")]
    hidden = names.hide(Returned(tuple(forms), ()))
    before = names.hide(Returned(tuple(earlier), ()))
    made = collected(*hidden.forms, pseudonyms=True)
    assert "Jan" not in everything(made).replace("Janssen", "")
    assert "Piet" not in everything(made)
    assert "Anoniem is dit niet" in everything(made)
    called = {one.file: one.subject for one in forms}
    assert len({one.subject for one in hidden.forms}) == len(called)
    assert before.forms[0].subject == hidden.forms[3].subject
