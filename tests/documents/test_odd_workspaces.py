"""Every document of an odd workspace: a good file with all its text in it, or a refusal that helps."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Unpack

import pytest
from odd_workspaces import Odd, odd_workspaces
from read_back import missing, read_back
from template_files import template

from competenties.documents import document_files
from competenties.documents.making import make
from competenties.documents.request import FORM_KINDS, Choices, FormKind
from competenties.findings import RefusedError
from competenties.messages import LANGUAGES, Language
from competenties.office.accessibility import problems
from competenties.office.render import render

pytestmark = pytest.mark.slow

CASES = odd_workspaces()
NAMES = sorted(document_files())
MOST_TELLING = ("very long words", "hostile text")
"""Workspaces of which the PDF files, which take longest, are made in the quick tests as well."""

WHAT_TO_DO = ("Zet ", "Geef ", "Neem ", "Kies ", "Put ", "Give ", "Take ", "Choose ")
IN_TURN = [(case, LANGUAGES[number % len(LANGUAGES)]) for number, case in enumerate(CASES)]
OF_COMPETENCES = (
    "eight levels",
    "no levels",
    "forty competences",
    "empty blocks",
    "two frameworks",
)
EVERY_COMPETENCE = ("competence-cards", "framework-book", "job-profile", "rating-sheet", "vacancy")
"""Documents that leave out no competence, however many there are."""


def made(odd: Odd, name: str, language: Language, ending: str, **choices: Unpack[Choices]) -> str:
    """Return what is read back of a document, or the sentence of its refusal."""
    kind = document_files()[name]
    is_on_job = kind.SUBJECT == "profile"
    request: Any = (odd.about_job if is_on_job else odd.about_all)(language, ending)
    try:
        document = kind.build(replace(request, **choices))
        advice = kind.advice(document)
        raw = render(document, Path(f"x{ending}"))
    except RefusedError as refused:
        sentence = refused.say(language)
        assert any(one in sentence for one in WHAT_TO_DO), sentence
        return sentence
    assert all(one.say(language) for one in advice)
    assert problems(raw, ending) == []
    found = read_back(raw, ending)
    assert missing(document, found) == []
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("case", "language"), IN_TURN)
def test_an_odd_workspace_gives_a_good_document_or_a_refusal_that_helps(
    case: str, language: Language, name: str
) -> None:
    odd = CASES[case]()
    for suffix in document_files()[name].SUFFIXES:
        if suffix != ".pdf" or case in MOST_TELLING:
            made(odd, name, language, suffix)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_so_does_it_in_every_language_and_kind_of_file(
    case: str, language: Language, name: str
) -> None:
    odd = CASES[case]()
    for suffix in document_files()[name].SUFFIXES:
        made(odd, name, language, suffix)


def assert_whole_in_template(case: str, name: str) -> None:
    odd, kind, own = CASES[case](), document_files()[name], template("cover")
    about = odd.about_job if kind.SUBJECT == "profile" else odd.about_all
    try:
        found = make(kind, about("nl", ".docx"), Path("x.docx"), own)
    except RefusedError:
        assert case == "only names"
        return
    document = kind.build(about("nl", ".docx"))
    assert missing(document, read_back(found.raw, ".docx")) == []


@pytest.mark.parametrize("case", ["very long words", "hostile text"])
@pytest.mark.parametrize("name", ["job-profile", "framework-book", "rating-sheet"])
def test_an_own_template_holds_an_odd_document_whole(case: str, name: str) -> None:
    assert_whole_in_template(case, name)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", NAMES)
def test_so_does_it_for_every_document(case: str, name: str) -> None:
    assert_whole_in_template(case, name)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("form", FORM_KINDS)
def test_every_form_of_an_odd_workspace_is_good_or_refused(form: FormKind, case: str) -> None:
    odd = CASES[case]()
    for suffix in (".docx", ".xlsx"):
        made(odd, "rating-sheet", "nl", suffix, form=form)


@pytest.mark.parametrize("case", CASES)
def test_a_full_profile_and_a_short_interview_are_good_too(case: str) -> None:
    odd = CASES[case]()
    made(odd, "job-profile", "nl", ".docx", size="full")
    made(odd, "interview-guide", "nl", ".docx", minutes=20)
    made(odd, "interview-group", "nl", ".docx", minutes=240)


@pytest.mark.parametrize("name", EVERY_COMPETENCE)
@pytest.mark.parametrize("case", OF_COMPETENCES)
def test_no_competence_is_lost(case: str, name: str) -> None:
    odd = CASES[case]()
    found = made(odd, name, "nl", document_files()[name].SUFFIXES[0])
    if document_files()[name].SUBJECT == "framework":
        wanted = {one.id for one in odd.frameworks[0].competences}
    else:
        wanted = {one.competence for one in odd.profiles[0].requirements}
    assert wanted
    assert [one for one in wanted if f"Naamvan{one}".replace("-", "") not in found] == []
