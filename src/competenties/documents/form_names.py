"""What a form is called, and what stands under its pages: of a job, a team or an organisation."""

from competenties.documents.request import (
    FORM_KINDS,
    GROUP_FORMS,
    WITHOUT_PERSON,
    ProfileRequest,
)
from competenties.messages import Language, Phrase, join_words
from competenties.model.framework import Framework
from competenties.model.ids import slug
from competenties.office.file_names import file_name

_CUSTOMER_TITLE = Phrase(nl="Doen wij wat wij beloven?", en="Do we do what we promise?")
_FRAMEWORK = Phrase(
    nl="{form} · competentiemodel {frameworks}", en="{form} · competency framework {frameworks}"
)
_CODE = Phrase(nl="controlecode {code}", en="fingerprint {code}")


def form_name(request: ProfileRequest) -> str:
    """Return what a form is about: the job, the team or the organisation."""
    organisation = request.settings.organisation or ""
    match request.form:
        case "team" | "customer" | "checklist":
            return team_name(request) or organisation or request.own(request.profile.name)
        case "organisation":
            return request.team or organisation or framework_names(request)
    return request.own(request.profile.name)


def team_name(request: ProfileRequest) -> str:
    """Return the team that a form is about: as chosen, else the unit of the job."""
    place = request.profile.place
    return request.team or request.own(place.unit if place else None)


def form_title(request: ProfileRequest) -> str:
    """Return the title of a form; a customer is asked a question."""
    if request.form == "customer":
        return request.say(_CUSTOMER_TITLE)
    kind = request.say(FORM_KINDS[request.form])
    if request.form in WITHOUT_PERSON:
        return f"{kind}: {form_name(request)}"
    return f"{kind} {form_name(request)}"


def document_file_name(title: Phrase, about: str, language: Language, more: str = "") -> str:
    """Return how the file of a document is called, without its suffix: `kind[-more][-about]`.

    `about` is the profile or framework, and empty for a document on all of them; `more` is the team
    or the size that was asked. In the language of the document, in small letters without signs, so
    that a mail and every system take it.
    """
    words = (slug(title.say(language)), slug(more) if more else "", about)
    return file_name("-".join(filter(None, words)))


def form_version(request: ProfileRequest) -> str:
    """Return the version of what a form was made from: the profile, or the framework."""
    known = frameworks_of(request) if request.form in WITHOUT_PERSON else []
    return (known[0] if known else request.profile).version or ""


def form_footer(request: ProfileRequest) -> str:
    """Return what stands under every page: what is not about a job names the framework instead."""
    if request.form not in WITHOUT_PERSON:
        return request.footer()
    kind = FORM_KINDS[request.form]
    versions = [
        f"{request.of(one, one.name)}, {request.version_of(one)}" for one in frameworks_of(request)
    ]
    said = request.say(_FRAMEWORK, form=kind, frameworks=" · ".join(versions))
    if request.form in GROUP_FORMS:
        said = f"{said} · {request.say(_CODE, code=request.code)}"
    return request.marked(said)


def framework_names(request: ProfileRequest) -> str:
    """Return the names of the frameworks of a profile as an enumeration."""
    names = [request.of(one, one.name) for one in frameworks_of(request)]
    return join_words(names, request.language)


def frameworks_of(request: ProfileRequest) -> list[Framework]:
    """Return the frameworks that the profile uses, as far as they are there."""
    ids = [one.id for one in request.profile.frameworks]
    return [request.frameworks[one] for one in ids if one in request.frameworks]
