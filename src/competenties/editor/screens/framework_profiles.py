"""The job profiles that ask levels of a framework."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from competenties.editor.framework_pages import TAB_WORDS, framework_page, parts
from competenties.editor.screens.workspace import WORDS as WORKSPACE_WORDS
from competenties.editor.screens.workspace import workspace_values
from competenties.editor.site import reader_language, render, site_of
from competenties.messages import Phrase

ROUTER = APIRouter()

_NONE = Phrase(
    nl="Nog geen functieprofiel vraagt iets uit dit model. Een profiel zegt welk niveau een functie "
    "vraagt; er komen formulieren en een interviewleidraad uit.",
    en="No job profile asks anything of this framework yet. A profile says which level a job asks; "
    "forms and an interview guide follow from it.",
)


@ROUTER.get("/frameworks/{framework}/profiles", response_class=HTMLResponse)
def framework_profiles_screen(request: Request, framework: str) -> HTMLResponse:
    """Show the job profiles of a framework."""
    page, states = framework_page(request, framework), site_of(request).session.states
    values = workspace_values(request)
    values["profiles"] = [
        one
        for one in values["profiles"]
        if any(each.get("id") == framework for each in parts(states[one.name].data, "frameworks"))
    ]
    values["no_profiles"] = _NONE.say(reader_language(request))
    values["frameworks"] = [one for one in values["frameworks"] if one.name == page.name]
    return render(
        request,
        "framework_profiles.html",
        {**WORKSPACE_WORDS, **TAB_WORDS},
        page=page,
        tab="profiles",
        **values,
    )
