"""The details of a framework: its fields, the levels, the rating scales, promises and glossary."""

from collections import Counter
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from competenties.editor.competence_page import where_to
from competenties.editor.details_left import left_overs
from competenties.editor.details_words import CLIENT_WORDS, KINDS, POINTS, RATING, WORDS
from competenties.editor.framework_pages import TAB_WORDS, FrameworkPage, framework_page, parts
from competenties.editor.screens.framework_languages import language_name
from competenties.editor.site import reader_language, render
from competenties.messages import LANGUAGES, Language
from competenties.model.framework import CARD_KINDS
from competenties.model.indicator import AUDIENCES
from competenties.model.record import STATUSES
from competenties.operations.tree import level_number
from competenties.workspace.starting import blank_framework

ROUTER = APIRouter()

MOST_LEFT = 300
"""More texts than this are shown when some of them have found a place."""


@ROUTER.get("/frameworks/{framework}/details", response_class=HTMLResponse)
def details_screen(request: Request, framework: str) -> HTMLResponse:
    """Show what a framework says of itself, for editing."""
    page, language = framework_page(request, framework), reader_language(request)
    return render(
        request,
        "framework_details.html",
        {**WORDS, **TAB_WORDS},
        client_words={name: phrase.say(language) for name, phrase in CLIENT_WORDS.items()},
        page=page,
        tab="details",
        statuses=[(name, phrase.say(language)) for name, phrase in STATUSES.items()],
        audiences=[(name, phrase.say(language)) for name, phrase in AUDIENCES.items()],
        languages=[
            (one, language_name(one, language))
            for one in sorted({*LANGUAGES, *page.languages, page.own})
        ],
        own_language=language_name(page.own, language),
        scales=[_scale(page, one) for one in page.parts("proficiency_scales")],
        ratings=[
            (one.get("id", ""), _rating(page, one, language)) for one in page.parts("rating_scales")
        ],
        new_scale=_new_scale(page),
        card_kinds=[(name, phrase.say(language)) for name, phrase in CARD_KINDS.items()],
        competences=[
            (str(one.get("id")), page.text(one.get("name"))) for one in page.parts("competences")
        ],
        left=left_overs(page)[:MOST_LEFT],
        where_to=where_to(page, language),
    )


def _scale(page: FrameworkPage, scale: dict[str, Any]) -> dict[str, Any]:
    """Return a scale with how many sentences there are at each of its levels."""
    first = page.parts("proficiency_scales")[0]
    used: Counter[int] = Counter()
    for one in page.parts("competences"):
        if one.get("scale", first.get("id")) == scale.get("id"):
            for level in parts(one, "levels"):
                used[level_number(level) or 0] += len(parts(level, "indicators"))
    levels = [one for one in parts(scale, "levels") if level_number(one) is not None]
    return {"data": scale, "levels": levels, "used": used}


def _rating(page: FrameworkPage, scale: dict[str, Any], language: Language) -> str:
    """Return a rating scale as a sentence."""
    labels = [page.text(one.get("label")) for one in parts(scale, "points")]
    points = POINTS.say(language, first=labels[0], last=labels[-1]) if labels else ""
    kind = KINDS.get(str(scale.get("kind")))
    said = kind.say(language) if kind else str(scale.get("kind", ""))
    return RATING.say(language, name=page.text(scale.get("name")), kind=said, points=points)


def _new_scale(page: FrameworkPage) -> dict[str, Any]:
    """Return the scale that a framework without one can begin with, in its own language."""
    from competenties.workspace.documents import document_data

    own: Language = "nl" if page.own.startswith("nl") else "en"
    found: dict[str, Any] = document_data(blank_framework(own))["proficiency_scales"][0]
    return {name: value for name, value in found.items() if name != "id"}
