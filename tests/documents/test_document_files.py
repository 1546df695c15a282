"""Every document file says what the command line, its help and the docs need of it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from made_documents import request_of, shipped_request
from made_workspaces import about, framework, of_jobs, shipped_profiles

from competenties.documents import document_files
from competenties.documents.request import ProfileRequest, WorkspaceRequest
from competenties.findings import RefusedError
from competenties.messages import LANGUAGES, Language
from competenties.office.blocks import Document, Heading

NAMES = sorted(document_files())
SUFFIXES = (".docx", ".xlsx", ".pdf", ".html", ".txt")


def requests(name: str, language: Language) -> Iterator[ProfileRequest | WorkspaceRequest]:
    """Yield what a document can be asked: about what ships, and about next to nothing."""
    subject = document_files()[name].SUBJECT
    if subject == "profile":
        yield from (shipped_request(language), request_of({}, language=language))
    elif subject == "framework":
        yield from (about(language=language), about(framework(), language))
    else:
        shipped, empty = shipped_profiles(), request_of({"series": "Tuin"}).profile
        in_series = [one.model_copy(update={"series": "Reeks"}) for one in shipped]
        yield of_jobs(in_series, language=language, before=shipped)
        other = empty.model_copy(update={"id": "ander"})
        yield of_jobs([empty, other], framework(), language=language, before=[empty])


@pytest.mark.parametrize("name", NAMES)
def test_a_document_has_a_name_a_title_and_a_page_in_both_languages(name: str) -> None:
    one = document_files()[name]
    assert name == one.NAME
    assert name == name.lower()
    assert " " not in name
    assert set(one.SUFFIXES) <= set(SUFFIXES)
    assert one.SUFFIXES
    for phrase in (one.TITLE, one.PAGE):
        assert all(phrase.say(language).strip() for language in LANGUAGES)
        assert phrase.nl != phrase.en
    assert all(one.PAGE.say(language).endswith(".") for language in LANGUAGES)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_is_built_for_what_ships_and_built_or_refused_for_next_to_nothing(
    name: str, language: Language
) -> None:
    shipped, empty = requests(name, language)
    assert_sound(document_files()[name].build(shipped), shipped)
    made = built_or_refused(name, empty)
    if isinstance(made, str):
        assert made.endswith(".")
    else:
        assert_sound(made, empty)


def built_or_refused(name: str, request: ProfileRequest | WorkspaceRequest) -> Document | str:
    """Return a document, or the sentence with which it is refused."""
    try:
        return document_files()[name].build(request)
    except RefusedError as refused:
        return refused.say(request.language)


def assert_sound(document: Document, request: ProfileRequest | WorkspaceRequest) -> None:
    assert document.language == request.language
    assert document.footer
    if isinstance(request, ProfileRequest):
        assert request.code in document.footer
    assert all(block.text for block in document.blocks if isinstance(block, Heading))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_errors_stand_at_the_top_and_under_every_page(name: str, language: Language) -> None:
    for errors, said in ((1, ("1 fout ", "1 error ")), (3, ("3 fouten ", "3 errors "))):
        request = replace(next(requests(name, language)), errors=errors)
        document = document_files()[name].build(request)
        first = document.after_beginning[0]
        assert getattr(first, "style", "") == "warning"
        assert any(one in getattr(first, "text", "") for one in said)
        assert document.footer.startswith(("CONCEPT MET FOUTEN · ", "DRAFT WITH ERRORS · "))
