"""What is done on the workspace screen: making, removing and choosing, and the settings."""

from typing import Annotated, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from competenties.editor.site import site_of
from competenties.findings import RefusedError
from competenties.messages import Language, Phrase
from competenties.workspace.settings_writing import change_settings
from competenties.workspace.starting import add_ready_made, blank_framework

ROUTER = APIRouter(prefix="/api/workspace")

_NAMELESS = Phrase(nl="Geef een naam.", en="Give a name.")

Name = Annotated[str, Field(max_length=400)]
Languages = Literal["nl", "en", "nl,en", "en,nl"]

_LANGUAGES: dict[Languages, tuple[Language, ...]] = {
    "nl": ("nl",),
    "en": ("en",),
    "nl,en": ("nl", "en"),
    "en,nl": ("en", "nl"),
}


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class NewFramework(_Body):
    """A framework to make: empty with a name, or a copy of a ready-made one.

    The first of its languages is its own.
    """

    name: Name = ""
    languages: Languages = "nl,en"
    start: Annotated[str, Field(max_length=64)] = ""


class NewSettings(_Body):
    """How the organisation is called, and the language of its screens."""

    organisation: Name
    language: Literal["nl", "en"]


class Named(_Body):
    """A document, or the key of a removed one."""

    name: Annotated[str, Field(max_length=300)]


class Choice(_Body):
    """Which of two texts stays."""

    conflict: Annotated[str, Field(max_length=64)]
    side: Literal["mine", "theirs"]


@ROUTER.post("/frameworks")
def new_framework(request: Request, asked: NewFramework) -> dict[str, str]:
    """Make a framework, and say where it is edited."""
    session = site_of(request).session
    languages = _LANGUAGES[asked.languages]
    if asked.start:
        return {"to": f"/{add_ready_made(session, asked.start, languages)[0]}"}
    if not asked.name:
        raise RefusedError(_NAMELESS)
    return {"to": f"/{session.create(blank_framework(languages[0], asked.name, languages))}"}


@ROUTER.post("/settings")
def new_settings(request: Request, asked: NewSettings) -> dict[str, str]:
    """Write how the organisation is called and which language it uses."""
    root = site_of(request).session.root
    change_settings(root, {"organisation": asked.organisation or None, "language": asked.language})
    return {}


@ROUTER.post("/delete")
def delete(request: Request, asked: Named) -> dict[str, str]:
    """Take a document away; it can be put back."""
    return {"key": site_of(request).session.delete(asked.name)}


@ROUTER.post("/restore")
def restore(request: Request, asked: Named) -> dict[str, str]:
    """Put a removed document back."""
    return {"name": site_of(request).session.restore(asked.name)}


@ROUTER.post("/choose")
def choose(request: Request, asked: Choice) -> dict[str, str]:
    """Let one of two texts stay."""
    site_of(request).session.choose(asked.conflict, asked.side)
    return {}
