"""Job profiles come and go: a new one, a copy of another one."""

from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from competenties.editor.site import reader_language, site_of
from competenties.findings import RefusedError
from competenties.messages import Language, Phrase
from competenties.model.ids import slug
from competenties.model.profile import FrameworkReference, JobProfile
from competenties.model.text import Text
from competenties.workspace.session import Session

ROUTER = APIRouter(prefix="/api/profiles")

_NAMELESS = Phrase(nl="Geef een naam.", en="Give a name.")
_COPY_NAME = Phrase(nl="{name} (kopie)", en="{name} (copy)")
_NOT_WHOLE = Phrase(
    nl="Van dit profiel kan nog geen kopie: er staan fouten in waardoor tekst zou ontbreken. Los die "
    "eerst op.",
    en="This profile cannot be copied yet: it has errors by which text would be missing. Mend these "
    "first.",
)
_OF_ITS_OWN = ("publication", "replaces", "replaced_by", "accepted", "identifiers", "approval")
"""What belongs to one profile only, and is not in a copy."""


class NewProfile(BaseModel):
    """A profile to make: with a name, or as a copy of another one."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    name: Annotated[str, Field(max_length=400)] = ""
    framework: Annotated[str, Field(max_length=64)] = ""
    copy_of: Annotated[str, Field(max_length=64)] = ""


@ROUTER.post("")
def new_profile(request: Request, asked: NewProfile) -> dict[str, str]:
    """Make a profile, and say where it is edited."""
    session, language = site_of(request).session, reader_language(request)
    made = _copy(session, asked, language) if asked.copy_of else _fresh(session, asked, language)
    return {"to": f"/{session.create(made)}"}


def _fresh(session: Session, asked: NewProfile, language: Language) -> JobProfile:
    if not asked.name:
        raise RefusedError(_NAMELESS)
    own: Any = language
    references: tuple[FrameworkReference, ...] = ()
    if asked.framework:
        own = session.state(f"frameworks/{asked.framework}").data.get("language", language)
        references = (FrameworkReference(id=asked.framework),)
    return JobProfile(id=slug(asked.name), name=asked.name, language=own, frameworks=references)


def _copy(session: Session, asked: NewProfile, language: Language) -> JobProfile:
    """Return a copy as a draft with its own name. Raises RefusedError where text would be missing."""
    session.state(f"profiles/{asked.copy_of}")
    known = {one.path.stem: one for one in session.workspace().profiles}
    document = known[asked.copy_of]
    if document.model is None or not document.whole:
        raise RefusedError(_NOT_WHOLE)
    model = document.model
    name: Text = asked.name or _copied(model.name, language)
    blank: dict[str, Any] = {one: JobProfile.model_fields[one].default for one in _OF_ITS_OWN}
    called = name if isinstance(name, str) else next(iter(name.values()))
    update = {**blank, "id": slug(called), "name": name, "status": "draft", "version": None}
    return model.model_copy(update=update)


def _copied(name: Text, language: Language) -> Text:
    if isinstance(name, str):
        return _COPY_NAME.say(language, name=name)
    return {
        tag: _COPY_NAME.say("en" if tag == "en" else "nl", name=said) for tag, said in name.items()
    }
