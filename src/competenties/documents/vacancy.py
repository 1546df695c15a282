"""The vacancy text: what a job profile says to somebody who may want the job.

Levels, weights, floors and rationales stay inside the organisation. What a profile cannot know,
such as the salary, is a place to fill in.
"""

import re
from collections.abc import Iterator, Sequence

from competenties.documents import Subject
from competenties.documents.competence_blocks import core_first
from competenties.documents.field_blocks import section
from competenties.documents.levels import DESIRABLE, competence_name, is_desirable
from competenties.documents.prose import prose
from competenties.documents.request import ProfileRequest
from competenties.documents.setting_blocks import (
    ENERGY,
    LOCATION,
    ORGANISATION,
    SECTOR,
    TEAM,
    UNIT,
)
from competenties.documents.terms_blocks import MENTAL, PHYSICAL, RISKS, SCALE, SCHEDULE
from competenties.documents.vacancy_data import job_posting
from competenties.documents.work_blocks import qualifications_fields
from competenties.messages import Phrase
from competenties.model.requested import RequestedCompetence
from competenties.model.terms import GRADING_STATUSES
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Cell,
    Document,
    Fields,
    Heading,
    Paragraph,
)

NAME = "vacancy"
SUBJECT: Subject = "profile"
SUFFIXES = (".docx", ".html", ".txt")
TITLE = Phrase(nl="Vacaturetekst", en="Vacancy text")
PAGE = Phrase(
    nl="Vacaturetekst uit een functieprofiel, in Word, als webpagina of als platte tekst: wat iemand gaat doen en oplevert, wat u vraagt, "
    "het gedrag in gewone woorden, de omgeving en wat energie geeft, met plaatsen voor salaris, uren en contact. De titel is neutraal (m/v/x). "
    "De webpagina heeft ook gegevens voor zoekmachines (schema.org JobPosting).",
    en="A vacancy text from a job profile, in Word, as a web page or as plain text: what somebody will do and deliver, what you ask, "
    "the behaviour in plain words, the surroundings and what gives energy, with places for salary, hours and contact. The title is neutral "
    "(m/f/x). The web page also has data for search engines (schema.org JobPosting).",
)

_NEUTRAL = Phrase(nl="(m/v/x)", en="(m/f/x)")
_GENDERS = re.compile(r"\s*\(?(?<!\w)[mvfhdx](?:\s?/\s?[mvfhdx]){1,3}(?!\w)\)?", re.IGNORECASE)
_NOTICE = Phrase(
    nl="Nog invullen voordat u de vacature plaatst: salaris, uren, contract en hoe iemand "
    "solliciteert. Een sollicitant hoort het salaris of de laagste en hoogste bedragen te kennen "
    "vóór het gesprek over de voorwaarden, het liefst al in de vacature; naar het vorige salaris "
    "vraagt u niet (richtlijn (EU) 2023/970).",
    en="To fill in before you publish the vacancy: salary, hours, contract and how to apply. An "
    "applicant should know the salary, or the lowest and highest amounts, before the terms are "
    "discussed, preferably from the vacancy itself; you do not ask about earlier pay (directive "
    "(EU) 2023/970).",
)
_FOR_OURSELVES = frozenset(("", ".docx"))
"""Files in which the notice stands, unprinted; a web page or plain text is pasted as it is."""


def build(request: ProfileRequest) -> Document:
    """Return the vacancy text; parts that have nothing to say are left out."""
    told = list(_told(request))
    title = neutral_title(request)
    return Document(
        title=title,
        language=request.language,
        blocks=(*request.remarks(), *told, *_offer(request), *_apply(request)),
        footer=request.footer(),
        sheet=request.say(TITLE),
        organisation=request.settings.organisation or "",
        notice=request.say(_NOTICE) if request.suffix in _FOR_OURSELVES else "",
        keywords=(request.profile.id, request.code),
        linked_data=job_posting(request, title, told),
    )


def advice(document: Document) -> list[Phrase]:
    """Return what whoever publishes the vacancy still has to do."""
    return [_NOTICE] if document.blocks else []


def neutral_title(request: ProfileRequest) -> str:
    """Return the name of the job with "(m/v/x)" behind it, once."""
    name = _GENDERS.sub("", request.own(request.profile.name)).strip()
    return f"{name} {request.say(_NEUTRAL)}".strip()


_PURPOSE = Phrase(nl="Waar het in deze functie om gaat", en="What this job is about")
_TASKS = Phrase(nl="De werkzaamheden", en="The work")
_DELIVERS = Phrase(nl="De resultaten", en="The results")
_ASKED = Phrase(nl="Wat wij vragen", en="What we ask")
_SHOWN = Phrase(nl="Het gedrag dat daarbij past", en="The behaviour that goes with it")
_WANTED = Phrase(nl="{name} ({desirable})", en="{name} ({desirable})")


def _told(request: ProfileRequest) -> Iterator[Block]:
    """Yield what the profile knows."""
    profile, own, say = request.profile, request.own, request.say
    if profile.purpose:
        yield Heading(say(_PURPOSE))
        yield Paragraph(own(profile.purpose), "lead")
    elif profile.description:
        yield Heading(say(_PURPOSE))
        yield from prose(own(profile.description))
    yield from _under(request, _TASKS, _areas(request))
    results = [result.text for area in profile.result_areas for result in area.results]
    yield from _listed(request, _DELIVERS, [own(text) for text in results])
    fields = qualifications_fields(request)
    if fields.rows:
        yield Heading(say(_ASKED))
        yield fields
    yield from _under(request, _SHOWN, _behaviour(request))
    yield from _surroundings(request)


def _under(request: ProfileRequest, title: Phrase, blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield a heading with what stands under it, or nothing where there is nothing."""
    if made := list(blocks):
        yield Heading(request.say(title))
        yield from made


def _listed(request: ProfileRequest, title: Phrase, texts: list[str]) -> Iterator[Block]:
    if texts:
        yield from (Heading(request.say(title)), Bullets(tuple(texts)))


def _areas(request: ProfileRequest) -> Iterator[Block]:
    """Yield the tasks under the name of their result area; areas without tasks are a list."""
    areas = request.profile.result_areas
    for area in areas:
        if area.tasks:
            yield Heading(request.own(area.name), 2)
            yield Bullets(tuple(request.own(task) for task in area.tasks))
    if not any(area.tasks for area in areas) and areas:
        yield Bullets(tuple(request.own(area.name) for area in areas))


def _behaviour(request: ProfileRequest) -> Iterator[Block]:
    """Yield the behaviour that is asked, under the name of its competence and without levels."""
    for asked in core_first(request.asked):
        by_level = [one.text for level in asked.levels for one in level.indicators]
        texts = [request.of(asked.framework, text) for text in by_level]
        texts += [request.own(one.text) for one in asked.indicators]
        name = competence_name(request, asked)
        if is_desirable(asked):
            name = request.say(_WANTED, name=name, desirable=DESIRABLE)
        told = [Bullets(tuple(texts))] if texts else _without_behaviour(request, asked)
        if told:
            yield Heading(name, 2)
            yield from told


def _without_behaviour(
    request: ProfileRequest, asked: RequestedCompetence
) -> Sequence[Paragraph | Bullets]:
    """Return what is asked where no behaviour was written: in words, else what the competence is."""
    words = [request.own(one.words) for one in asked.requirements if one.words]
    meaning = request.of(asked.framework, asked.competence.definition)
    return prose("\n\n".join(words) or meaning)


_WHERE = Phrase(nl="Waar u werkt", en="Where you will work")
_EFFORT = Phrase(nl="Wat het werk vraagt", en="What the work takes")


def _surroundings(request: ProfileRequest) -> Iterator[Block]:
    """Yield where the work is done, what gives energy, and what it asks of body and mind."""
    place, context, own = request.profile.place, request.profile.context, request.own
    yield from section(
        request,
        _WHERE,
        (ORGANISATION, own(context.organisation) if context else ""),
        (TEAM, own(context.team) if context else ""),
        (SECTOR, own(context.sector) if context else ""),
        (UNIT, own(place.unit) if place else ""),
        (LOCATION, own(place.location) if place else ""),
    )
    if context and context.energy:
        yield Heading(request.say(ENERGY))
        yield Paragraph(own(context.energy))
    if conditions := request.profile.conditions:
        yield from section(
            request,
            _EFFORT,
            (PHYSICAL, own(conditions.physical)),
            (MENTAL, own(conditions.mental)),
            (SCHEDULE, own(conditions.schedule)),
            (RISKS, own(conditions.risks)),
        )


_OFFERED = Phrase(nl="Wat wij bieden", en="What we offer")
_SALARY = Phrase(nl="Salaris", en="Salary")
_SALARY_ROOM = Phrase(
    nl="[vul in: van € … tot € … bruto per maand bij een volledige werkweek]",
    en="[fill in: from €… to €… gross a month for a full working week]",
)
_HOURS = Phrase(nl="Uren per week", en="Hours a week")
_CONTRACT = Phrase(nl="Contract", en="Contract")
_CONTRACT_PROMPT = Phrase(
    nl="Vast of tijdelijk, en tot wanneer.", en="Permanent or temporary, and until when."
)
_TERMS = Phrase(nl="Cao en andere voorwaarden", en="Collective agreement and other terms")


def _offer(request: ProfileRequest) -> Iterator[Block]:
    """Yield places for what is offered; only a scale may be known already."""
    grading, say = request.profile.grading, request.say
    rows: list[tuple[str, Cell]] = [(say(_SALARY), Blank(text=say(_SALARY_ROOM)))]
    if grading and grading.scale:
        status = say(GRADING_STATUSES[grading.status])
        rows.append((say(SCALE), f"{request.own(grading.scale)} ({status})"))
    rows += [
        (say(_HOURS), Blank()),
        (say(_CONTRACT), Blank(say(_CONTRACT_PROMPT))),
        (say(_TERMS), Blank(lines=2)),
    ]
    yield Heading(say(_OFFERED))
    yield Fields(tuple(rows))


_APPLY = Phrase(nl="Solliciteren", en="How to apply")
_UNTIL = Phrase(nl="Reageren tot en met", en="Apply until")
_HOW = Phrase(nl="Zo solliciteert u", en="How to send your application")
_HOW_PROMPT = Phrase(
    nl="Adres of link, en wat u wilt ontvangen.", en="Address or link, and what to send."
)
_STEPS = Phrase(nl="Zo verloopt de selectie", en="How the selection goes")
_STEPS_PROMPT = Phrase(
    nl="Gesprekken, met wie, en wanneer iemand hoort wat het is geworden.",
    en="Interviews, with whom, and when applicants hear the outcome.",
)
_QUESTIONS = Phrase(nl="Vragen over de functie", en="Questions about the job")
_QUESTIONS_PROMPT = Phrase(
    nl="Naam, telefoonnummer en e-mailadres.", en="Name, telephone number and email address."
)
_POSTED = Phrase(nl="Geplaatst op", en="Published on")


def _apply(request: ProfileRequest) -> Iterator[Block]:
    """Yield places for how to apply."""
    say = request.say
    yield Heading(say(_APPLY))
    yield Fields(
        (
            (say(_UNTIL), Blank()),
            (say(_HOW), Blank(say(_HOW_PROMPT), lines=2)),
            (say(_STEPS), Blank(say(_STEPS_PROMPT), lines=2)),
            (say(_QUESTIONS), Blank(say(_QUESTIONS_PROMPT), lines=2)),
            (say(_POSTED), Blank()),
        )
    )
