"""One competence: its name and definition, and its levels as columns of cards."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from competenties.editor.site import render, site_of, text_language
from competenties.findings import NotFoundError
from competenties.messages import Phrase
from competenties.model.text import text_in

ROUTER = APIRouter()

WORDS = {
    "name": Phrase(nl="Naam", en="Name"),
    "definition": Phrase(nl="Definitie", en="Definition"),
    "levels": Phrase(nl="Gedrag per niveau", en="Behaviour by level"),
    "sentence": Phrase(nl="Gedragsindicator", en="Indicator"),
}
_UNKNOWN = Phrase(
    nl="Deze competentie is er niet (meer).", en="This competence is not there (any more)."
)


@ROUTER.get("/frameworks/{framework}/competences/{competence}", response_class=HTMLResponse)
def competence_screen(request: Request, framework: str, competence: str) -> HTMLResponse:
    """Show a competence for editing."""
    name = f"frameworks/{framework}"
    data = site_of(request).session.state(name).data
    found = next((one for one in data.get("competences", []) if one.get("id") == competence), None)
    if found is None:
        raise NotFoundError(_UNKNOWN)
    own = str(data.get("language", "nl"))
    languages = list(data.get("languages", [])) or [own]
    language = text_language(request, languages, own)
    return render(
        request,
        "competence.html",
        WORDS,
        document=name,
        data=data,
        competence=found,
        columns=_columns(data, found),
        tag=language,
        own=own,
        title=text_in(found.get("name"), language, own),
    )


def _columns(data: dict[str, Any], competence: dict[str, Any]) -> list[dict[str, Any]]:
    scales = data.get("proficiency_scales", [])
    named = competence.get("scale")
    found = [one for one in scales if named in (None, one.get("id"))]
    steps = found[0].get("levels", []) if found else []
    there = {one.get("level"): one for one in competence.get("levels", [])}
    numbers = sorted({*(one["number"] for one in steps), *there})
    names = {one["number"]: one.get("name") for one in steps}
    return [
        {
            "number": one,
            "name": names.get(one),
            "level": there.get(one, {}),
            "indicators": there.get(one, {}).get("indicators", []),
        }
        for one in numbers
    ]
