"""The job profile: what a job is for, what it delivers and what it asks, in a fixed order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from competenties.documents import Subject
from competenties.documents.appendix_blocks import EVERY_LEVEL, GLOSSARY, SCALES, appendices
from competenties.documents.competence_blocks import COMPETENCES, competences
from competenties.documents.detail_blocks import competences_in_detail
from competenties.documents.drawing_blocks import chain_drawing, place_drawing
from competenties.documents.field_blocks import labelled
from competenties.documents.request import ProfileRequest
from competenties.documents.setting_blocks import (
    CHAIN,
    CONTEXT,
    DESCRIPTION,
    PLACE,
    PURPOSE,
    chain_block,
    context_block,
    description_block,
    place_block,
    purpose_block,
)
from competenties.documents.terms_blocks import (
    APPROVAL,
    CAREER,
    CONDITIONS,
    GRADING,
    approval_block,
    career_block,
    conditions_block,
    grading_block,
)
from competenties.documents.two_pages import two_pages_advice
from competenties.documents.work_blocks import (
    AUTHORITY,
    CONTACTS,
    QUALIFICATIONS,
    RESULTS,
    authority_block,
    contacts_block,
    qualifications_block,
    results_block,
)
from competenties.messages import Phrase
from competenties.model.profile import PROFILE_KINDS, JobProfile
from competenties.office.blocks import (
    Block,
    Document,
    Heading,
)

NAME = "job-profile"
SUBJECT: Subject = "profile"
SUFFIXES = (".docx", ".pdf", ".html")
TITLE = Phrase(nl="Functieprofiel", en="Job profile")
PAGE = Phrase(
    nl="Functieprofiel van twee pagina's in Word of PDF, of als webpagina om te bekijken: doel, resultaatgebieden, beslisruimte, functie-eisen, "
    "competenties met hun gedragsindicatoren, werkomstandigheden en vaststelling. De volledige versie heeft ook tekeningen van de plaats in de "
    "organisatie en in de keten, elke competentie uitgewerkt, en bijlagen met alle niveaus en de begrippen.",
    en="A job profile of two pages in Word or PDF, or as a web page to look at: purpose, result areas, room to decide, job requirements, "
    "competences with their indicators, working conditions and approval. The full version also has drawings of the place in the organisation "
    "and in the chain, every competence worked out, and appendices with all levels and a glossary.",
)


def build(request: ProfileRequest) -> Document:
    """Return the job profile; blocks that have nothing to say are left out.

    Every block that is filled is there, unless the request leaves an optional one out. The full
    version has drawings, every competence worked out, and appendices. A person's name, weights,
    floors, rationales and contra-indicators are never in it.
    """
    profile, is_full = request.profile, request.size == "full"
    blocks: list[Block] = request.remarks()
    without = request.without & _OPTIONAL
    for part in _PARTS:
        if part.name not in without:
            written = _IN_FULL.get(part.name, part.build) if is_full else part.build
            blocks.extend(written(request))
    if is_full:
        blocks.extend(appendices(request, blocks))
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
    """Return which blocks are too long when the document does not fit on two pages.

    A full version has appendices, and as many pages as it takes.
    """
    language = document.language
    behind = {title.say(language) for title in (EVERY_LEVEL, SCALES, GLOSSARY)}
    if any(isinstance(one, Heading) and one.text in behind for one in document.blocks):
        return []
    titles = {part.name: part.title.say(language) for part in _PARTS} | {"control": ""}
    shares = {titles[part.name]: part.share for part in _PARTS}
    optional = {titles[part.name]: part.name for part in _PARTS if part.name in _OPTIONAL}
    return two_pages_advice(document, shares, optional)


_ALIASES = Phrase(nl="Ook bekend als", en="Also known as")
_CODE = Phrase(nl="Functiecode", en="Job code")
_FAMILY = Phrase(nl="Functiefamilie", en="Job family")
_SERIES = Phrase(nl="Functiereeks", en="Series")
_STEP = Phrase(nl="{series} (trede {step})", en="{series} (step {step})")
_ORGANISATION = Phrase(nl="Organisatie", en="Organisation")
_VERSION = Phrase(nl="Versie en status", en="Version and status")
_VALID = Phrase(nl="Van kracht per", en="Valid from")
_DECIDED = Phrase(nl="Vastgesteld op", en="Approved on")
_OWNER = Phrase(nl="Eigenaar", en="Owner")
_REVIEW = Phrase(nl="Herziening", en="Next review")
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
        (_VERSION, request.version_and_status(profile)),
        (_DECIDED, request.day(_decided_on(profile))),
        (_VALID, request.day(profile.valid_from)),
        (_ALIASES, ", ".join(own(alias) for alias in profile.aliases)),
        (_CODE, profile.code or ""),
        (_ORGANISATION, request.settings.organisation or ""),
        (_FAMILY, own(profile.family)),
        (_SERIES, series),
        (_OWNER, own(profile.owner)),
        (_REVIEW, request.day(profile.review_date)),
        (_FRAMEWORK, "\n".join(names)),
        (_FINGERPRINT, request.code),
        layout="pairs",
    )


def _decided_on(profile: JobProfile) -> date | None:
    """Return the day on which this version was decided on, when it has been published."""
    return profile.publication.decided_on if profile.publication else None


@dataclass(frozen=True, slots=True)
class _Part:
    """A block of the profile; `share` is its part of two pages, in lines of the usual profile."""

    name: str
    title: Phrase
    share: int
    build: Callable[[ProfileRequest], Iterator[Block]]


# The order: what the job is for, where it stands, what it delivers, what it asks, its terms.
_PARTS = (
    _Part("control", TITLE, 9, _control),
    _Part("purpose", PURPOSE, 5, purpose_block),
    _Part("place", PLACE, 5, place_block),
    _Part("chain", CHAIN, 11, chain_block),
    _Part("description", DESCRIPTION, 8, description_block),
    _Part("context", CONTEXT, 9, context_block),
    _Part("results", RESULTS, 28, results_block),
    _Part("authority", AUTHORITY, 13, authority_block),
    _Part("contacts", CONTACTS, 8, contacts_block),
    _Part("qualifications", QUALIFICATIONS, 13, qualifications_block),
    _Part("competences", COMPETENCES, 27, competences),
    _Part("conditions", CONDITIONS, 10, conditions_block),
    _Part("grading", GRADING, 7, grading_block),
    _Part("career", CAREER, 4, career_block),
    _Part("approval", APPROVAL, 12, approval_block),
)


def _drawn_place(request: ProfileRequest) -> Iterator[Block]:
    yield from place_block(request)
    yield from place_drawing(request)


def _drawn_chain(request: ProfileRequest) -> Iterator[Block]:
    yield from chain_block(request)
    yield from chain_drawing(request)


_IN_FULL: dict[str, Callable[[ProfileRequest], Iterator[Block]]] = {
    "place": _drawn_place,
    "chain": _drawn_chain,
    "competences": competences_in_detail,
}
"""What a full profile says at greater length."""

_OPTIONAL = frozenset(("description", "context", "contacts", "career"))
