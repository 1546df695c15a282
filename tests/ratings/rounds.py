"""Rounds of filled forms, made in memory: who said what about whom."""

from collections.abc import Mapping
from functools import cache

from filling import form

from competenties.documents.request import FormKind
from competenties.ratings.arithmetic import Answer
from competenties.ratings.form import FormText
from competenties.ratings.reading import FilledForm, read_form
from competenties.ratings.returned import ReturnedForm

_KINDS: Mapping[str, FormKind] = {
    "self": "self-reflection",
    "manager": "appraisal-report",
    "colleague": "feedback",
}


@cache
def text_of(role: str) -> FormText:
    """Return the text of the form that a role fills in."""
    return read_form(form(_KINDS[role])).text


def filled_by(
    role: str,
    about: str,
    answers: Mapping[int, Answer] | Answer,
    *,
    rater: str = "",
    period: str = "2026",
    example: str = "",
) -> ReturnedForm:
    """Return a form on which every line has one answer, or those by the place of the line."""
    text = text_of(role)
    ids = [line.id for _, line in text.lines()]
    given: dict[str, Answer] = dict.fromkeys(ids, "blank")
    if isinstance(answers, Mapping):
        given |= {ids[place]: answer for place, answer in answers.items()}
    else:
        given = dict.fromkeys(ids, answers)
    copy = {
        "code": f"{role}/{about}/{rater}/{period}",
        "employee": about,
        "rater": rater,
        "role": role,
        "period": period,
        "department": "Balie",
    }
    examples = {ids[0]: example} if example else {}
    return ReturnedForm(f"{about} {role} {rater}.xlsx", FilledForm(text, given, examples, {}, copy))
