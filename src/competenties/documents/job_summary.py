"""What a job means for whoever does it: one page in plain words, without a score."""

from collections.abc import Iterator

from competenties.documents import Subject
from competenties.documents.prose import prose
from competenties.documents.request import ProfileRequest
from competenties.documents.summary_behaviour import Room, behaviour_block, next_step_block
from competenties.documents.summary_promises import promises_block
from competenties.messages import Phrase
from competenties.model.job import ChainLink
from competenties.office.blocks import Block, Document, Fields, Heading, Paragraph
from competenties.office.pages import pages

NAME = "job-summary"
SUBJECT: Subject = "profile"
SUFFIXES = (".docx", ".pdf")
TITLE = Phrase(nl="Wat betekent dit voor mij?", en="What does this mean for me?")
PAGE = Phrase(
    nl="Eén bladzijde voor de medewerker in Word of PDF: waar de functie voor is, wat er wordt gevraagd, wat "
    "collega's en klanten daarvan merken, welk gedrag erbij past, de volgende stap en bij wie u terechtkunt.",
    en="One page for the employee in Word or PDF: what the job is for, what is asked, what colleagues and "
    "customers notice, which behaviour goes with it, the next step and whom to ask.",
)

_ROOMS = (Room(9, 3, 3), Room(3, 3, 2), Room(3, 2, 1), Room(2, 2, 1), Room(2, 1, 1), Room(1, 1, 1))
"""How much is shown, from all that there is to the least; the first that fits is taken."""

_SPARE = 4.0  # lines of the page that stay empty: for a logo, and for other programs
_TOO_LONG = Phrase(
    nl="Dit past niet op één bladzijde. Kort het doel van de functie of de plaats in de keten in, of vraag "
    "minder competenties.",
    en="This does not fit on one page. Shorten the purpose of the job or its place in the chain, or ask for "
    "fewer competences.",
)


def build(request: ProfileRequest) -> Document:
    """Return the page, with as much of the behaviour as fits on it.

    Weights, floors, rationales, contra-indicators and scores are never in it.
    """
    made = [_document(request, _ROOMS[0])]
    while pages(made[-1], _SPARE).count > 1 and len(made) < len(_ROOMS):
        made.append(_document(request, _ROOMS[len(made)]))
    return made[-1]


def advice(document: Document) -> list[Phrase]:
    """Return that the page is too long, when it is."""
    return [_TOO_LONG] if pages(document).count > 1 else []


def _document(request: ProfileRequest, room: Room) -> Document:
    blocks = (
        *request.remarks(),
        *_purpose(request),
        *_asked(request),
        *_noticed(request),
        *behaviour_block(request, room),
        *next_step_block(request, room),
        *promises_block(request, room.promises),
        *_whom_to_ask(request),
        Paragraph(request.say(_NO_SCORE), "note"),
    )
    return Document(
        title=request.say(_TITLE, job=request.own(request.profile.name)),
        language=request.language,
        blocks=blocks,
        footer=request.footer(),
        sheet=request.say(TITLE),
        organisation=request.settings.organisation or "",
        keywords=(request.profile.id, request.code),
    )


_TITLE = Phrase(nl="{job}: wat betekent dit voor mij?", en="{job}: what does this mean for me?")
_NO_SCORE = Phrase(
    nl="Dit blad gaat over de functie, niet over u. Er staat geen oordeel en geen cijfer op. Het functieprofiel "
    "blijft de volledige tekst.",
    en="This page is about the job, not about you. There is no judgement and no mark on it. The job profile "
    "remains the full text.",
)
_PURPOSE = Phrase(nl="Waar de functie voor is", en="What the job is for")


def _purpose(request: ProfileRequest) -> Iterator[Block]:
    if request.profile.purpose:
        yield Heading(request.say(_PURPOSE))
        yield from prose(request.own(request.profile.purpose))


_ASKED = Phrase(nl="Wat er van u wordt gevraagd", en="What is asked of you")
_AREAS = Phrase(nl="Hieraan werkt u", en="You work on")
_DECIDES = Phrase(nl="Dit beslist u zelf", en="You decide yourself")
_DEPARTS = Phrase(nl="Ruimte voor een klant", en="Room for a customer")


def _asked(request: ProfileRequest) -> Iterator[Block]:
    profile, own = request.profile, request.own
    authority = profile.authority
    areas = ", ".join(own(area.name) for area in profile.result_areas if not area.parent)
    yield from _section(
        request,
        _ASKED,
        (_AREAS, areas),
        (_DECIDES, own(authority.decides[0]) if authority and authority.decides else ""),
        (_DEPARTS, own(authority.departs) if authority else ""),
    )


_NOTICED = Phrase(
    nl="Wat collega's en klanten daarvan merken", en="What colleagues and customers notice"
)
_DELIVERS = Phrase(nl="U levert aan", en="You deliver to")
_EFFECT = Phrase(nl="Wat de eindklant merkt", en="What the end customer notices")


def _noticed(request: ProfileRequest) -> Iterator[Block]:
    chain = request.profile.chain
    if chain:
        delivers = "; ".join(filter(None, (_link(request, one) for one in chain.delivers_to)))
        effect = request.own(chain.effect)
        yield from _section(request, _NOTICED, (_DELIVERS, delivers), (_EFFECT, effect))


def _link(request: ProfileRequest, link: ChainLink) -> str:
    who, what = request.own(link.name) or link.profile or "", request.own(link.what)
    return f"{who} ({what})" if who and what else who or what


_WHOM = Phrase(nl="Bij wie kunt u terecht?", en="Whom can you ask?")
_YOUR_WORK = Phrase(nl="Over uw werk", en="About your work")
_MANAGER = Phrase(nl="uw leidinggevende ({role})", en="your manager ({role})")
_ONLY_MANAGER = Phrase(nl="uw leidinggevende", en="your manager")
_PROFILE = Phrase(nl="Over het functieprofiel", en="About the job profile")
_GRADING = Phrase(
    nl="Niet eens met de waardering van de functie",
    en="If you disagree with the grading of the job",
)


def _whom_to_ask(request: ProfileRequest) -> Iterator[Block]:
    profile, own = request.profile, request.own
    role = own(profile.place.reports_to) if profile.place else ""
    manager = request.say(_MANAGER, role=role) if role else request.say(_ONLY_MANAGER)
    appeal = own(profile.grading.appeal) if profile.grading else ""
    yield from _section(
        request,
        _WHOM,
        (_YOUR_WORK, manager),
        (_PROFILE, own(profile.owner)),
        (_GRADING, appeal),
    )


def _section(request: ProfileRequest, title: Phrase, *rows: tuple[Phrase, str]) -> Iterator[Block]:
    """Yield a heading with lines that begin with a label; nothing where there is nothing to say."""
    said = tuple((request.say(label), text) for label, text in rows if text)
    if said:
        yield Heading(request.say(title))
        yield Fields(said, "lines")
