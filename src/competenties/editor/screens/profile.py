"""One job profile: its blocks, the levels that it asks with their behaviour, and its document beside it."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from competenties.editor.finding_words import advice_of, statement_of
from competenties.editor.framework_pages import spoken
from competenties.editor.profile_blocks import (
    as_json,
    label_of,
    objects,
    profile_blocks,
    result_areas,
)
from competenties.editor.profile_levels import Findings, level_table
from competenties.editor.profile_words import BLOCKS, CLIENT_WORDS, WORDS
from competenties.editor.site import Site, reader_language, render, site_of, text_language
from competenties.findings import Finding
from competenties.messages import LANGUAGES, Language, Phrase
from competenties.model.profile import Requirement
from competenties.workspace.workspace import Workspace

ROUTER = APIRouter()

DOCUMENTS = ("job-profile", "job-summary", "interview-guide", "vacancy", "rating-sheet")
"""The documents that can be seen beside the profile."""

_LANGUAGE_NAMES = {
    "nl": Phrase(nl="het Nederlands", en="Dutch"),
    "en": Phrase(nl="het Engels", en="English"),
}


@ROUTER.get("/profiles/{profile}", response_class=HTMLResponse)
def profile_screen(request: Request, profile: str, competences: str = "") -> Response:
    """Show a job profile for editing."""
    site, language = site_of(request), reader_language(request)
    name = f"profiles/{profile}"
    data = site.session.state(name).data
    workspace = site.session.workspace()
    own, languages = _languages(data)
    tag = text_language(request, languages, own)
    is_whole = competences == "all" or not objects(data.get("requirements"))
    table = level_table(
        data, workspace.frameworks_by_id(), _findings(site, name), is_whole=is_whole
    )
    return render(
        request,
        "profile.html",
        WORDS,
        client_words={one: phrase.say(language) for one, phrase in CLIENT_WORDS.items()},
        document=name,
        identifier=profile,
        data=data,
        own=own,
        tag=tag,
        languages=languages,
        more_languages=[(one, _LANGUAGE_NAMES[one]) for one in LANGUAGES if one not in languages],
        title=spoken(data.get("name"), tag, own) or profile,
        blocks=profile_blocks(data),
        block_words=BLOCKS,
        areas=result_areas(data),
        area_names=[
            (str(one.get("id", "")), spoken(one.get("name"), tag, own))
            for one in objects(data.get("result_areas"))
        ],
        table=table,
        frameworks=_frameworks(workspace, language),
        used=objects(data.get("frameworks")),
        missing=_missing(data, workspace),
        scales=_scales(workspace, data, language),
        documents=_documents(),
        text_query=f"text={tag}" if tag != own else "",
        says=lambda text, framework_language=own: spoken(text, tag, framework_language),
        floor_label=label_of(Requirement, "floor"),
        area_label=label_of(Requirement, "result_area"),
        as_json=as_json,
        shown=lambda one: _shown(one, language),
    )


def _languages(data: dict[str, Any]) -> tuple[str, list[str]]:
    own = str(data.get("language", "nl"))
    named = data.get("languages")
    return own, [str(one) for one in named] if isinstance(named, list) and named else [own]


def _findings(site: Site, name: str) -> Findings:
    """Return what the last check said of the profile and of every framework."""
    frameworks = [one for one in site.session.states if one.startswith("frameworks/")]
    return Findings(
        site.findings.of_document(name),
        {one.partition("/")[2]: site.findings.of_document(one) for one in frameworks},
    )


def _frameworks(workspace: Workspace, language: Language) -> list[tuple[str, str]]:
    models = [one.model for one in workspace.frameworks if one.model]
    return [(one.id, spoken(one.name, language, one.language)) for one in models]


def _missing(data: dict[str, Any], workspace: Workspace) -> list[str]:
    """Return the frameworks that a profile names and that are not in the workspace."""
    there = workspace.frameworks_by_id()
    named = [one.get("id") for one in objects(data.get("frameworks"))]
    named += [one.get("framework") for one in objects(data.get("requirements"))]
    return [one for one in dict.fromkeys(named) if isinstance(one, str) and one not in there]


def _scales(
    workspace: Workspace, data: dict[str, Any], language: Language
) -> list[tuple[str, str]]:
    """Return the rating scales of the frameworks that the profile uses."""
    frameworks = workspace.frameworks_by_id()
    used = [frameworks.get(str(one.get("id"))) for one in objects(data.get("frameworks"))]
    return [
        (scale.id, spoken(scale.name, language, one.language))
        for one in used
        if one
        for scale in one.rating_scales
    ]


def _documents() -> list[tuple[str, Phrase, tuple[str, ...]]]:
    from competenties.documents import document_files

    known = document_files()
    return [(one, known[one].TITLE, known[one].SUFFIXES) for one in DOCUMENTS]


def _shown(one: Finding, language: Language) -> dict[str, str]:
    return {
        "severity": one.severity,
        "word": WORDS[one.severity].say(language),
        "message": statement_of(one, language),
        "advice": advice_of(one, language),
    }
