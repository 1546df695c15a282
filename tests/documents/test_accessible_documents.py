"""Every document that can be made of what ships has nothing that keeps people from reading it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from made_documents import shipped_framework, shipped_request
from made_workspaces import about, of_jobs, shipped_profiles

from competenties.documents import document_files
from competenties.documents.request import FORM_KINDS, FormKind, ProfileRequest, WorkspaceRequest
from competenties.messages import LANGUAGES, Language
from competenties.office.accessibility import problems
from competenties.office.render import render

pytestmark = pytest.mark.slow

FILES = [(one.NAME, suffix) for one in document_files().values() for suffix in one.SUFFIXES]


def requests(name: str, language: Language) -> Iterator[ProfileRequest | WorkspaceRequest]:
    """Yield everything that ships as what a document is made of."""
    match document_files()[name].SUBJECT:
        case "framework":
            yield about(language=language)
        case "profiles":
            in_series = [one.model_copy(update={"series": "Reeks"}) for one in shipped_profiles()]
            yield of_jobs(in_series, language=language, before=shipped_profiles())
        case "profile":
            for profile in shipped_profiles():
                yield ProfileRequest(profile, {"basis": shipped_framework()}, language)


@pytest.mark.parametrize(("name", "suffix"), FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_keeps_people_from_reading_a_document(
    name: str, suffix: str, language: Language
) -> None:
    for request in requests(name, language):
        document = document_files()[name].build(replace(request, suffix=suffix))
        assert problems(render(document, Path(f"x{suffix}")), suffix) == []


@pytest.mark.parametrize("suffix", document_files()["rating-sheet"].SUFFIXES)
@pytest.mark.parametrize("form", FORM_KINDS)
def test_nor_any_kind_of_form(form: FormKind, suffix: str) -> None:
    request = replace(shipped_request(), form=form, suffix=suffix, errors=2)
    document = document_files()["rating-sheet"].build(request)
    assert problems(render(document, Path(f"x{suffix}")), suffix) == []


@pytest.mark.parametrize("suffix", document_files()["job-profile"].SUFFIXES)
def test_nor_the_full_profile(suffix: str) -> None:
    document = document_files()["job-profile"].build(replace(shipped_request(), size="full"))
    assert problems(render(document, Path(f"x{suffix}")), suffix) == []
