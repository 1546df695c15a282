"""The forms around an interview: group form, intake form and the page of a candidate."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from interview_documents import (
    CANDIDATE,
    EVERY,
    GROUP,
    GUIDE,
    INTAKE,
    SHIPPED,
    cells,
    keys,
    made,
    odd_request,
    phrases,
    rows,
    shipped,
    tables,
    tables_under,
)
from made_documents import headings, request_of, said
from test_validity import sdk_errors_fixture

from competenties.documents import document_files
from competenties.messages import LANGUAGES, Language
from competenties.model.settings import Privacy, Settings
from competenties.office.blocks import Blank, Choice, Formula, Row, Table
from competenties.office.pages import pages
from competenties.office.render import render

__all__ = ["sdk_errors_fixture"]  # the fixture `sdk_errors`

BOTH = pytest.mark.parametrize("language", LANGUAGES)
EVERY_PROFILE = pytest.mark.parametrize("profile", SHIPPED)
EVERY_NAME = pytest.mark.parametrize("name", EVERY)
ABOUT_A_PERSON = pytest.mark.parametrize("name", [GUIDE, GROUP, CANDIDATE])


@BOTH
@EVERY_NAME
def test_no_word_of_the_program_is_in_the_other_language(name: str, language: Language) -> None:
    other: Language = "en" if language == "nl" else "nl"
    own = {phrase.say(language) for phrase in phrases()}
    foreign = {phrase.say(other) for phrase in phrases()} - own
    document = made(name, shipped(SHIPPED[0], language))
    titles = {document.title, document.sheet}
    assert len(own & set(said(document))) > 10
    assert foreign.isdisjoint(titles | set(said(document)))


@EVERY_NAME
def test_every_place_to_fill_in_has_a_key_of_its_own(name: str) -> None:
    found = keys(made(name, shipped(SHIPPED[0])))
    assert len(found) > 10
    assert len(set(found)) == len(found)


@EVERY_NAME
def test_every_place_to_fill_in_has_a_title_and_a_tag_in_word(name: str) -> None:
    package = render(made(name, shipped(SHIPPED[0])), Path("x.docx"))
    found = docx.Document(io.BytesIO(package)).element.body.iter(qn("w:sdtPr"))
    places = [one for one in found if one.find(qn("w:richText")) is None]
    titles = [one.find(qn("w:alias")).get(qn("w:val")) for one in places]
    tags = [one.find(qn("w:tag")).get(qn("w:val")) for one in places]
    assert len(tags) == len(set(tags)) > 10
    assert all(title.strip() for title in titles)


@ABOUT_A_PERSON
def test_a_form_on_a_person_is_confidential_and_says_how_long_it_is_kept(name: str) -> None:
    privacy = Privacy(purpose="DOEL", legal_basis="GRONDSLAG", retention="TERMIJN", contact="WAAR")
    request = replace(shipped(SHIPPED[0]), settings=Settings(privacy=privacy))
    document = made(name, request)
    (said_last,) = [one for one in said(document) if one.startswith("Privacy: ")]
    assert "TERMIJN WAAR" in said_last
    assert "vier weken na het einde van de procedure" in said_last
    assert not {"DOEL", "GRONDSLAG"} & set(said_last.split())
    assert document.footer.endswith(" · vertrouwelijk zodra ingevuld")


@EVERY_PROFILE
def test_the_group_form_has_a_score_and_evidence_of_each_interviewer_and_of_all_together(
    profile: str,
) -> None:
    request = shipped(profile)
    document = made(GROUP, request)
    asked = [title for title in headings(made(GUIDE, request)) if title[0].isdigit()]
    assert [title for title in headings(document) if title[0].isdigit()] == asked
    for title in asked:
        (table,) = tables_under(document, title)
        found = [row.cells for row in table.rows if isinstance(row, Row)]
        assert [cells[0] for cells in found] == [
            *(f"Interviewer {number}" for number in range(1, 5)),
            "Samen afgesproken",
        ]
        for _, chosen, evidence in found:
            assert isinstance(chosen, Choice)
            assert isinstance(evidence, Blank)
            assert chosen.options[0] == "geen bewijs"


def test_the_group_form_adds_nothing_up_and_asks_for_the_differences() -> None:
    document = made(GROUP, shipped(SHIPPED[0]))
    assert not any(isinstance(cell, Formula) for cell in cells(document))
    asked = [one for one in said(document) if one.startswith("Waar verschillen wij")]
    assert len(asked) == 4
    assert any("geen gemiddelde en geen totaal" in one for one in said(document))


@EVERY_NAME
def test_a_floor_is_for_the_appraisal_talk_and_on_no_paper_of_an_interview(name: str) -> None:
    request = shipped("wijkverpleegkundige")
    assert any(one.floor for one in request.profile.requirements)
    assert not [one for one in said(made(name, request)) if "ndergrens" in one]


@BOTH
@EVERY_PROFILE
def test_the_group_form_takes_two_pages(profile: str, language: Language) -> None:
    assert pages(made(GROUP, shipped(profile, language))).count == 2


@BOTH
@EVERY_PROFILE
def test_a_candidate_stands_beside_the_profile_on_one_page(
    profile: str, language: Language
) -> None:
    document = made(CANDIDATE, shipped(profile, language))
    assert pages(document).count == 1
    assert document_files()[CANDIDATE].advice(document) == []


def test_a_candidate_page_that_is_too_long_says_what_helps() -> None:
    (advice,) = document_files()[CANDIDATE].advice(made(CANDIDATE, odd_request()))
    assert advice.say("nl").startswith("Dit wordt ongeveer 4 bladzijden")


@EVERY_PROFILE
def test_everything_that_the_profile_asks_is_on_the_page_of_the_candidate_with_room_for_evidence(
    profile: str,
) -> None:
    request = shipped(profile)
    asked, interests = tables(made(CANDIDATE, request))
    found = [row.cells for row in asked.rows if isinstance(row, Row)]
    names = [request.of(one.framework, one.competence.name) for one in request.asked]
    needed = [request.own(one.text) for one in request.profile.qualifications]
    texts = [str(cells[0]) for cells in found]
    assert [name for name in names if not any(text.startswith(name) for text in texts)] == []
    assert [one for one in needed if not any(one in text for text in texts)] == []
    assert all(isinstance(cells[1], Choice) and isinstance(cells[2], Blank) for cells in found)
    assert len(interests.rows) == 4


def test_a_competence_that_was_not_asked_can_be_left_so_on_the_page_of_the_candidate() -> None:
    request = shipped(SHIPPED[0])
    asked, _ = tables(made(CANDIDATE, request))
    scores = [row.cells[1] for row in asked.rows if isinstance(row, Row)][: len(request.asked)]
    options = [one.options[:2] for one in scores if isinstance(one, Choice)]
    assert options == [("geen bewijs", "niet gevraagd")] * len(request.asked)


@pytest.mark.parametrize("name", [INTAKE, CANDIDATE])
def test_a_job_requirement_keeps_its_conditions(name: str) -> None:
    asked = [
        {"kind": "education", "text": "Hoveniersopleiding", "level": "mbo 3", "equivalent": True},
        {"kind": "language", "text": "Nederlands", "language_level": "B2"},
        {"kind": "registration", "text": "BIG-register", "legal": True},
    ]
    lines = said(made(name, request_of({"qualifications": asked})))
    for text in (
        "Opleiding: Hoveniersopleiding, mbo 3, of aantoonbaar gelijkwaardig",
        "Nederlands, B2",
        "BIG-register (wettelijke eis)",
    ):
        assert any(text in line for line in lines), text


def test_interests_stand_beside_the_context_and_are_never_scored() -> None:
    request = shipped(SHIPPED[0])
    (table,) = tables_under(made(CANDIDATE, request), "Interesses naast de context")
    found = [row.cells for row in table.rows if isinstance(row, Row)]
    context = request.profile.context
    assert context is not None
    texts = (context.energy, context.team, context.organisation, context.sector)
    for (label, room), text in zip(found, texts, strict=True):
        assert request.own(text) in str(label)
        assert isinstance(room, Blank)


@BOTH
@EVERY_PROFILE
def test_the_intake_form_lays_what_the_profile_says_beside_what_is_different(
    profile: str, language: Language
) -> None:
    request = shipped(profile, language)
    document = made(INTAKE, request)
    whole = "\n".join(said(document))
    context = request.profile.context
    assert context is not None
    texts = [context.team, context.organisation, context.sector, context.energy]
    texts += [request.profile.purpose, *(one.text for one in request.profile.qualifications)]
    assert [one for one in texts if request.own(one) not in whole] == []
    for row in rows(document):
        assert isinstance(row.cells[-1], Blank)


@pytest.mark.parametrize("name", [INTAKE, CANDIDATE])
@BOTH
def test_an_intake_and_a_candidate_can_be_written_down_before_the_profile_is_filled_in(
    name: str, language: Language
) -> None:
    document = made(name, request_of({}, language=language))
    assert len(keys(document)) > 4
    assert not any(isinstance(one, Table) and not one.rows for one in document.blocks)


@EVERY_NAME
def test_forty_competences_and_very_long_words_make_files(name: str) -> None:
    document = made(name, odd_request(minutes=240))
    for suffix, start in ((".docx", b"PK"), (".pdf", b"%PDF")):
        assert render(document, Path(f"x{suffix}")).startswith(start)


@pytest.mark.slow
@EVERY_NAME
@BOTH
def test_word_opens_the_forms(
    name: str, language: Language, sdk_errors: Callable[[bytes, str], list[str]]
) -> None:
    requests = [shipped(profile, language) for profile in SHIPPED]
    requests.append(odd_request(language=language, minutes=240))
    for request in requests:
        package = render(made(name, request), Path("x.docx"))
        assert sdk_errors(package, ".docx") == []
