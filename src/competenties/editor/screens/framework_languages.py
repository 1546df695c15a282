"""Stopping with a language of a framework: what would be removed, and the edits that do it."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

from competenties.editor.framework_pages import parts, spoken
from competenties.editor.site import site_of
from competenties.messages import Language
from competenties.workspace.languages import stopping
from competenties.workspace.state import State

ROUTER = APIRouter(prefix="/api/frameworks")


@ROUTER.get("/{framework}/stopping")
def stopping_with(
    request: Request, framework: str, language: Annotated[str, Query(max_length=20)]
) -> list[dict[str, Any]]:
    """Return what stopping with a language takes, in the framework and in its job profiles."""
    session = site_of(request).session
    states = [session.state(f"frameworks/{framework}")]
    states += [one for one in list(session.states.values()) if _is_profile_of(one, framework)]
    return [_stop(one, language) for one in states if language != _own(one)]


def language_name(tag: str, language: Language) -> str:
    """Return what a reader calls a language; its tag where it has no name."""
    from babel import Locale, UnknownLocaleError

    try:
        found = Locale.parse(tag.replace("-", "_")).get_display_name(language)
    except (UnknownLocaleError, ValueError):
        return tag
    return str(found or tag)


def _is_profile_of(state: State, framework: str) -> bool:
    references = parts(state.data, "frameworks")
    is_profile = state.kind == "profile" and not state.problem
    return is_profile and any(one.get("id") == framework for one in references)


def _stop(state: State, language: str) -> dict[str, Any]:
    goes, stays, edit = stopping(state.data, language)
    return {
        "document": state.name,
        "title": spoken(state.data.get("name"), _own(state), _own(state)),
        "goes": goes,
        "stays": stays,
        "edit": edit.model_dump(mode="json"),
    }


def _own(state: State) -> str:
    return str(state.data.get("language", "nl"))
