"""One competence: its name and definition, and its levels as columns of cards."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from competenties.editor.competence_page import (
    client_data,
    client_words,
    clusters,
    columns,
    neighbours,
)
from competenties.editor.competence_words import CHOICES, KEYS, WORDS
from competenties.editor.framework_pages import FrameworkPage, framework_page
from competenties.editor.site import reader_language, render
from competenties.findings import NotFoundError
from competenties.messages import Language, Phrase

ROUTER = APIRouter()

_UNKNOWN = Phrase(
    nl="Deze competentie is er niet (meer).", en="This competence is not there (any more)."
)


@ROUTER.get("/frameworks/{framework}/competences/{competence}", response_class=HTMLResponse)
def competence_screen(request: Request, framework: str, competence: str) -> HTMLResponse:
    """Show a competence for editing."""
    page, reader = framework_page(request, framework), reader_language(request)
    found = _found(page, competence)
    shown = columns(page, found, reader)
    before, after = neighbours(page, found)
    return render(
        request,
        "competence.html",
        WORDS,
        page=page,
        document=page.name,
        competence=found,
        columns=shown,
        before=before,
        after=after,
        clusters=clusters(page),
        scales=[
            (str(one.get("id")), page.text(one.get("name")))
            for one in page.parts("proficiency_scales")
        ],
        choices=_said(reader),
        keys=KEYS,
        title=page.text(found.get("name")) or competence,
        opened=request.query_params.getlist("open"),
        facts=client_data(page, found, shown, reader),
        client_words=client_words(reader),
    )


def _said(reader: Language) -> dict[str, dict[str, str]]:
    return {
        name: {key: phrase.say(reader) for key, phrase in options.items()}
        for name, options in CHOICES.items()
    }


def _found(page: FrameworkPage, competence: str) -> dict[str, Any]:
    for one in page.parts("competences"):
        if one.get("id") == competence:
            return one
    raise NotFoundError(_UNKNOWN)
