"""Every document file says what the command line, its help and the docs need of it."""

from dataclasses import replace

import pytest
from made_documents import request_of, shipped_request

from competenties.documents import document_files
from competenties.messages import LANGUAGES, Language
from competenties.office.blocks import Document, Heading

NAMES = sorted(document_files())
SUFFIXES = (".docx", ".xlsx", ".pdf", ".html")


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
def test_a_document_is_built_for_a_whole_profile_and_for_an_empty_one(
    name: str, language: Language
) -> None:
    for request in (shipped_request(language), request_of({}, language=language)):
        document = document_files()[name].build(request)
        assert isinstance(document, Document)
        assert document.language == language
        assert request.code in document.footer
        assert all(block.text for block in document.blocks if isinstance(block, Heading))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_errors_stand_at_the_top_and_under_every_page(name: str, language: Language) -> None:
    for errors, said in ((1, ("1 fout ", "1 error ")), (3, ("3 fouten ", "3 errors "))):
        document = document_files()[name].build(replace(shipped_request(language), errors=errors))
        first = document.blocks[0]
        assert getattr(first, "style", "") == "warning"
        assert any(one in getattr(first, "text", "") for one in said)
        assert document.footer.startswith(("CONCEPT MET FOUTEN · ", "DRAFT WITH ERRORS · "))
