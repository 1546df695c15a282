"""The job profile: what a job is for, what it delivers and what it asks, in a fixed order."""

from collections.abc import Callable, Iterator

from competenties.documents.competence_blocks import competences, indicators
from competenties.documents.field_blocks import labelled
from competenties.documents.request import ProfileRequest
from competenties.documents.setting_blocks import (
    chain_block,
    context_block,
    place_block,
    purpose_block,
)
from competenties.documents.terms_blocks import (
    approval_block,
    career_block,
    conditions_block,
    grading_block,
)
from competenties.documents.work_blocks import (
    authority_block,
    contacts_block,
    qualifications_block,
    results_block,
)
from competenties.messages import Phrase
from competenties.model.profile import PROFILE_KINDS
from competenties.office.blocks import (
    Block,
    Document,
)

NAME = "job-profile"
SUFFIXES = (".docx", ".html")
TITLE = Phrase(nl="Functieprofiel", en="Job profile")
PAGE = Phrase(
    nl="Functieprofiel in Word: doel, resultaatgebieden, beslisruimte, functie-eisen, "
    "competenties met hun gedragsindicatoren, werkomstandigheden en vaststelling.",
    en="A job profile in Word: purpose, result areas, room to decide, job requirements, "
    "competences with their indicators, working conditions and approval.",
)


def build(request: ProfileRequest) -> Document:
    """Return the job profile; blocks that have nothing to say are left out.

    A person's name, weights, floors, rationales and contra-indicators are never in it.
    """
    profile = request.profile
    blocks: list[Block] = request.remarks()
    for part in _PARTS:
        blocks.extend(part(request))
    return Document(
        title=f"{request.say(PROFILE_KINDS[profile.kind])} {request.own(profile.name)}",
        language=request.language,
        blocks=tuple(blocks),
        footer=request.footer(),
        sheet=request.say(TITLE),
        organisation=request.settings.organisation or "",
        keywords=(profile.id, request.code),
    )


def advice(document: Document) -> list[Phrase]:
    """Return what whoever makes the document has to know; nothing so far."""
    del document
    return []


_ALIASES = Phrase(nl="Ook bekend als", en="Also known as")
_CODE = Phrase(nl="Functiecode", en="Job code")
_FAMILY = Phrase(nl="Functiefamilie", en="Job family")
_SERIES = Phrase(nl="Functiereeks", en="Series")
_STEP = Phrase(nl="{series} (trede {step})", en="{series} (step {step})")
_ORGANISATION = Phrase(nl="Organisatie", en="Organisation")
_VERSION = Phrase(nl="Versie en status", en="Version and status")
_VALID = Phrase(nl="Van kracht per", en="Valid from")
_OWNER = Phrase(nl="Eigenaar", en="Owner")
_REVIEW = Phrase(nl="Volgende herziening", en="Next review")
_FRAMEWORK = Phrase(nl="Competentiemodel", en="Framework")
_FINGERPRINT = Phrase(nl="Controlecode", en="Fingerprint")
_IN_VERSION = Phrase(nl="{name}, versie {version}", en="{name}, version {version}")


def _control(request: ProfileRequest) -> Iterator[Block]:
    profile, own = request.profile, request.own
    series = own(profile.series)
    if series and profile.series_step is not None:
        series = request.say(_STEP, series=series, step=profile.series_step)
    used = [
        request.frameworks[one.id] for one in profile.frameworks if one.id in request.frameworks
    ]
    names = [
        request.say(_IN_VERSION, name=request.of(one, one.name), version=one.version)
        if one.version
        else request.of(one, one.name)
        for one in used
    ]
    yield labelled(
        request,
        (_ALIASES, ", ".join(own(alias) for alias in profile.aliases)),
        (_CODE, profile.code or ""),
        (_FAMILY, own(profile.family)),
        (_SERIES, series),
        (_ORGANISATION, request.settings.organisation or ""),
        (_VERSION, request.version()),
        (_VALID, request.day(profile.valid_from)),
        (_OWNER, own(profile.owner)),
        (_REVIEW, request.day(profile.review_date)),
        (_FRAMEWORK, "\n".join(names)),
        (_FINGERPRINT, request.code),
    )


# The order of a Dutch functieprofiel.
_PARTS: tuple[Callable[[ProfileRequest], Iterator[Block]], ...] = (
    _control,
    place_block,
    purpose_block,
    context_block,
    chain_block,
    results_block,
    authority_block,
    contacts_block,
    qualifications_block,
    competences,
    indicators,
    conditions_block,
    grading_block,
    career_block,
    approval_block,
)
