"""The job profile and the rating sheet of the example that ships, in both languages."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from made_documents import (
    competence_rows,
    headings,
    job_profile,
    page_texts,
    rating_sheet,
    said,
    sheet_texts,
    shipped_framework,
    shipped_profile,
    shipped_request,
    web_page,
    word_file,
    word_texts,
    workbook_file,
)

from competenties import documents
from competenties.documents.request import ProfileRequest
from competenties.messages import LANGUAGES, Language, Phrase
from competenties.model.text import text_in
from competenties.office.blocks import Document

HEADINGS = {
    "nl": [
        "Doel van de functie",
        "Plaats in de organisatie",
        "Plaats in de keten",
        "Context",
        "Resultaatgebieden",
        "Beslisruimte",
        "Contacten",
        "Functie-eisen",
        "Competenties",
        "Inspanning en werkomstandigheden",
        "Waardering",
        "Loopbaan",
        "Vaststelling",
    ],
    "en": [
        "Purpose of the job",
        "Place in the organisation",
        "Place in the chain",
        "Context",
        "Result areas",
        "Room to decide",
        "Contacts",
        "Job requirements",
        "Competences",
        "Effort and working conditions",
        "Grading",
        "Career",
        "Approval",
    ],
}


def feedback_file(request: ProfileRequest) -> bytes:
    """Return a form without behaviour to discuss; the conversation form has its own tests."""
    return workbook_file(replace(request, form="feedback"))


BOTH = pytest.mark.parametrize("language", LANGUAGES)
FILES = pytest.mark.parametrize(
    ("write", "read"), [(word_file, word_texts), (feedback_file, sheet_texts)]
)


def indicators(language: Language) -> tuple[set[str], set[str]]:
    """Return the texts of the indicators that the profile asks, and of all others."""
    asked = {one.competence: one.level for one in shipped_profile().requirements}
    wanted: set[str] = set()
    others: set[str] = set()
    for competence in shipped_framework().competences:
        for level in competence.levels:
            for one in level.indicators:
                rated = asked.get(competence.id) == level.level and not one.is_contra
                (wanted if rated else others).add(text_in(one.text, language, "nl"))
        others |= {text_in(one.text, language, "nl") for one in competence.indicators}
    assert len(wanted) == 15
    assert len(others) == 345
    return wanted, others


@BOTH
@FILES
def test_every_indicator_of_the_requested_levels_stands_there_once_and_no_other(
    write: Callable[..., bytes], read: Callable[[bytes], list[str]], language: Language
) -> None:
    wanted, others = indicators(language)
    texts = read(write(shipped_request(language)))
    assert sorted(text for text in texts if text in wanted) == sorted(wanted)
    whole = "\n".join(texts)
    assert [text for text in others if text in whole] == []


@BOTH
@FILES
def test_contra_indicators_are_nowhere(
    write: Callable[..., bytes], read: Callable[[bytes], list[str]], language: Language
) -> None:
    contras = [
        text_in(one.text, language, "nl")
        for competence in shipped_framework().competences
        for one in competence.all_indicators()
        if one.is_contra
    ]
    assert contras
    whole = "\n".join(read(write(shipped_request(language))))
    assert [text for text in contras if text in whole] == []


@BOTH
def test_weight_floor_rationale_and_notes_are_not_on_the_job_profile(language: Language) -> None:
    requirements = [
        one.model_dump() | {"weight": 37.5, "floor": 88, "rationale": "ONDERBOUWING"}
        for one in shipped_profile().requirements
    ]
    request = shipped_request(language, requirements=requirements, notes="NIET DRUKKEN")
    texts = word_texts(word_file(request))
    whole = "\n".join(texts)
    for hidden in ("37,5", "37.5", "88", "ONDERBOUWING", "NIET DRUKKEN"):
        assert hidden not in whole
    usual = word_texts(word_file(shipped_request(language)))
    assert [text for text in texts if text not in usual] == [request.code]


@BOTH
def test_the_web_page_says_what_the_word_document_says(language: Language) -> None:
    request = shipped_request(language)
    on_page = "".join(page_texts(web_page(request)))
    on_paper = "".join(word_texts(word_file(request)))
    assert "".join(on_page.split()) == "".join(on_paper.split())


@BOTH
def test_everything_that_the_blocks_say_is_in_the_word_document(language: Language) -> None:
    request = shipped_request(language)
    whole = "\n".join(word_texts(word_file(request)))
    assert [text for text in said(job_profile(request)) if text not in whole] == []


@BOTH
def test_the_job_profile_has_every_block_in_its_fixed_order(language: Language) -> None:
    request = shipped_request(language)
    assert headings(job_profile(request)) == HEADINGS[language]
    names = [
        text_in(one.competence.name, language, "nl")
        for one in sorted(request.asked, key=lambda one: one.competence.type != "core")
    ]
    rows = competence_rows(job_profile(request))
    marked = [name.removesuffix(" (kern)").removesuffix(" (core)") for ((name, *_), *_) in rows]
    assert marked == names
    core = [name for name, ((shown, *_), *_) in zip(names, rows, strict=True) if shown != name]
    assert core == [
        text_in(one.competence.name, language, "nl")
        for one in request.asked
        if one.competence.type == "core"
    ]


@BOTH
def test_everything_that_the_profile_says_about_the_job_is_on_the_job_profile(
    language: Language,
) -> None:
    profile = shipped_profile()
    whole = "\n".join(said(job_profile(shipped_request(language))))
    parts: list[Any] = [profile.place, profile.context, profile.chain, profile.authority]
    parts += [*profile.result_areas, *profile.contacts, *profile.qualifications]
    parts += [profile.conditions, profile.grading, *profile.career]
    texts = [text for part in parts for text in _texts(part.model_dump(), language)]
    assert len(texts) > 80
    assert [text for text in texts if text not in whole] == []


def _texts(value: Any, language: Language) -> list[str]:
    if isinstance(value, dict) and "nl" in value:
        return [value[language]]
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each, language)]
    if isinstance(value, list | tuple):
        return [text for each in value for text in _texts(each, language)]
    return []


@BOTH
def test_the_rating_sheet_has_head_explanation_and_form(language: Language) -> None:
    document = rating_sheet(shipped_request(language))
    expected = {"nl": ["Uitleg", "Gedrag"], "en": ["Explanation", "Behaviour"]}
    assert [title for title in headings(document) if title in expected[language]] == (
        expected[language]
    )


@BOTH
def test_both_documents_say_the_same_version_and_fingerprint(language: Language) -> None:
    request = shipped_request(language)
    footers = {job_profile(request).footer, rating_sheet(request).footer}
    assert len(footers) == 1
    (footer,) = footers
    assert request.code in footer
    assert request.version() in footer
    assert request.code in said(job_profile(request))


def phrases() -> list[Phrase]:
    """Return every phrase that the documents are made with."""
    names = [module.name for module in pkgutil.iter_modules(documents.__path__)]
    modules = [importlib.import_module(f"{documents.__name__}.{name}") for name in names]
    found = [one for module in modules for one in vars(module).values() if isinstance(one, Phrase)]
    assert len(found) > 60
    return found


@BOTH
@pytest.mark.parametrize("build", [job_profile, rating_sheet])
def test_no_word_of_the_program_is_in_the_other_language(
    build: Callable[..., Document], language: Language
) -> None:
    other: Language = "en" if language == "nl" else "nl"
    own = {phrase.say(language) for phrase in phrases()}
    foreign = {phrase.say(other) for phrase in phrases()} - own
    document = build(shipped_request(language))
    assert len(own & set(said(document))) > 10
    assert foreign.isdisjoint({*said(document), document.title, document.sheet})


def test_documents_are_found_by_themselves() -> None:
    assert {"job-profile", "rating-sheet"} <= set(documents.document_files())
