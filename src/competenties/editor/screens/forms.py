"""Forms and documents: choose, see as printed, download; forms for a list of people; forms that return."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from competenties.documents.people_forms import PATTERN
from competenties.documents.request import FORM_KINDS, WITHOUT_PERSON
from competenties.editor.forms_words import CLIENT_WORDS, KINDS, WORDS
from competenties.editor.framework_pages import spoken
from competenties.editor.made_documents import OPTIONAL_BLOCKS
from competenties.editor.site import reader_language, render, site_of
from competenties.messages import Language
from competenties.workspace.workspace import Workspace

ROUTER = APIRouter()

_ELSEWHERE = frozenset(["rating-sheet", "job-changes"])
"""Forms have a place of their own; what compares versions needs an earlier workspace."""

_GROUPS = ("profile", "profiles", "framework")


@ROUTER.get("/forms", response_class=HTMLResponse)
def forms_screen(
    request: Request, profile: str = "", framework: str = "", form: str = "conversation"
) -> HTMLResponse:
    """Show what can be made of the workspace."""
    language = reader_language(request)
    workspace = site_of(request).session.workspace()
    profiles = _named(workspace.profiles, language)
    return render(
        request,
        "forms.html",
        WORDS,
        client_words={one: phrase.say(language) for one, phrase in CLIENT_WORDS.items()},
        profiles=profiles,
        frameworks=_named(workspace.frameworks, language),
        chosen=profile if profile in dict(profiles) else next(iter(dict(profiles)), ""),
        chosen_framework=framework,
        forms=[(one, said, one in WITHOUT_PERSON) for one, said in FORM_KINDS.items()],
        chosen_form=form if form in dict(FORM_KINDS) else "conversation",
        scales=_scales(workspace, language),
        kinds=KINDS,
        groups=[(one, _documents(one)) for one in _GROUPS],
        blocks=OPTIONAL_BLOCKS,
        pattern=PATTERN,
    )


def _named(documents: Any, language: Language) -> list[tuple[str, str]]:
    """Return the documents that can be read, with their names, in the order of those."""
    found = [
        (one.path.stem, spoken(one.model.name, language, one.model.language))
        for one in documents
        if one.model is not None
    ]
    return sorted(found, key=lambda one: one[1].casefold())


def _scales(workspace: Workspace, language: Language) -> list[tuple[str, str]]:
    """Return every rating scale once, by its id."""
    found = {
        scale.id: spoken(scale.name, language, one.language)
        for one in workspace.frameworks_by_id().values()
        for scale in one.rating_scales
    }
    return list(found.items())


def _documents(subject: str) -> list[Any]:
    from competenties.documents import document_files

    return [
        one
        for one in document_files().values()
        if subject == one.SUBJECT and one.NAME not in _ELSEWHERE
    ]
