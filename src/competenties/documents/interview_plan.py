"""The plan of an interview: which competences fit in its minutes, and which are not asked in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from competenties.documents.levels import asked_in_words, competence_name, is_desirable
from competenties.documents.request import ProfileRequest
from competenties.findings import RefusedError
from competenties.messages import Phrase, join_words
from competenties.model.requested import RequestedCompetence
from competenties.office.blocks import Block, Column, Heading, Paragraph, Row, Table

_WELCOME, _WORK, _END = 5, 5, 5  # minutes of the parts that every interview has
_LEAST, _MOST = 11, 15  # minutes on a competence: one example with probes, or two
_SHORTEST, _LONGEST = 30, 240
_MOST_COMPETENCES = 8  # more than anybody can listen to and write down well in one interview

_NOTHING = Phrase(
    nl="Een interview kan nog niet: het functieprofiel vraagt geen competentie uit een competentiemodel dat hier "
    "staat. Zet in het functieprofiel bij requirements ten minste één competentie, met het gevraagde niveau.",
    en="An interview cannot be made yet: the job profile asks no competence of a framework that is here. Put at "
    "least one competence in the job profile under requirements, with the requested level.",
)
_TOO_SHORT = Phrase(
    nl="Een interview van {minutes} minuten is te kort om een competentie goed uit te vragen. Neem ten minste "
    "{least} minuten.",
    en="An interview of {minutes} minutes is too short to ask about a competence well. Take at least {least} "
    "minutes.",
)
_TOO_LONG = Phrase(
    nl="Een interview van {minutes} minuten is te lang om goed te luisteren en op te schrijven. Neem ten hoogste "
    "{most} minuten, of verdeel de competenties over twee gesprekken.",
    en="An interview of {minutes} minutes is too long to listen and take notes well. Take at most {most} minutes, "
    "or divide the competences over two interviews.",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """The competences that fit in, in the order of the profile, each with as many minutes.

    `spare` are the minutes that are left over; `left_out` are the competences that do not fit in.
    """

    chosen: tuple[RequestedCompetence, ...]
    left_out: tuple[RequestedCompetence, ...]
    minutes_each: int
    spare: int


def interview_plan(request: ProfileRequest) -> Plan:
    """Return what fits in: essential first, then the heaviest, then core, then as in the profile.

    Raises RefusedError where the profile asks nothing, or the interview is too short or too long.
    """
    if not request.asked:
        raise RefusedError(_NOTHING)
    if request.minutes < _SHORTEST:
        raise RefusedError(_TOO_SHORT, minutes=request.minutes, least=_SHORTEST)
    if request.minutes > _LONGEST:
        raise RefusedError(_TOO_LONG, minutes=request.minutes, most=_LONGEST)
    room = request.minutes - _WELCOME - _WORK - _END
    count = min(room // _LEAST, len(request.asked), _MOST_COMPETENCES)
    first = sorted(range(len(request.asked)), key=lambda place: _rank(request.asked[place]))
    kept = frozenset(first[:count])
    each = min(_MOST, room // count)
    return Plan(
        chosen=tuple(one for place, one in enumerate(request.asked) if place in kept),
        left_out=tuple(one for place, one in enumerate(request.asked) if place not in kept),
        minutes_each=each,
        spare=room - each * count,
    )


def _rank(asked: RequestedCompetence) -> tuple[bool, float, bool]:
    """Return what a competence is chosen by, the lowest first; one without a weight counts once."""
    weight = max(one.weight or 1.0 for one in asked.requirements)
    return is_desirable(asked), -weight, asked.competence.type != "core"


_PLAN = Phrase(nl="Plan voor {minutes} minuten", en="Plan for {minutes} minutes")
_FITS = Phrase(
    nl="In dit gesprek is tijd voor {count} van de {all} competenties uit het functieprofiel. Eerst kiezen we wat "
    "vereist is, dan wat het zwaarst weegt, dan de kerncompetenties, en dan de volgorde van het profiel.",
    en="This interview has time for {count} of the {all} competences in the job profile. We choose what is "
    "essential first, then what weighs most, then core competences, and then the order of the profile.",
)
_ALL_FIT = Phrase(
    nl="Alle competenties van het functieprofiel passen in dit gesprek.",
    en="All competences of the job profile fit in this interview.",
)
_NOT_ASKED = Phrase(
    nl="Niet in dit gesprek: {names}. Ga dit op een andere manier na, bij elke kandidaat op dezelfde: "
    "met een tweede gesprek, een werkopdracht of een collega die daarop doorvraagt.",
    en="Not asked in this interview: {names}. Establish this in another way, the same for every candidate: in a "
    "second interview, by a work assignment, or by a colleague who asks about it.",
)
_PART = Phrase(nl="Onderdeel", en="Part")
_MINUTES = Phrase(nl="Minuten", en="Minutes")
_FROM_TO = Phrase(nl="Van – tot", en="From – to")
WELCOME = Phrase(nl="Welkom en uitleg", en="Welcome and explanation")
WORK = Phrase(nl="Het werk en wat energie geeft", en="The work and what gives energy")
END = Phrase(nl="Vragen van de kandidaat en afronding", en="The candidate's questions and closing")
_SPARE = Phrase(nl="Over, voor uitloop", en="Left over, in case it takes longer")
_COMPETENCE = Phrase(nl="Competentie {number}: {name}", en="Competence {number}: {name}")
_ABOUT = Phrase(nl="Onderdelen van het gesprek met hun tijd", en="Parts of the interview, timed")


def plan_blocks(request: ProfileRequest, plan: Plan) -> Iterator[Block]:
    """Yield the parts of the interview with their minutes, and what is not asked in it."""
    say, chosen = request.say, len(plan.chosen)
    yield Heading(say(_PLAN, minutes=request.minutes))
    counted = {"count": chosen, "all": len(request.asked)}
    yield Paragraph(say(_FITS, **counted) if plan.left_out else say(_ALL_FIT), "intro")
    columns = (Column(say(_PART), 7), Column(say(_MINUTES), 1.5), Column(say(_FROM_TO), 1.5))
    yield Table(columns, tuple(_rows(request, plan)), say(_ABOUT))
    if plan.left_out:
        yield Paragraph(say(_NOT_ASKED, names=_names(request, plan.left_out)))


def _rows(request: ProfileRequest, plan: Plan) -> Iterator[Row]:
    parts = [(request.say(WELCOME), _WELCOME), (request.say(WORK), _WORK)]
    for number, asked in enumerate(plan.chosen, 1):
        title = request.say(_COMPETENCE, number=number, name=competence_name(request, asked))
        parts.append((title, plan.minutes_each))
    parts.append((request.say(END), _END))
    if plan.spare:
        parts.append((request.say(_SPARE), plan.spare))
    begin = 0
    for title, minutes in parts:
        yield Row((title, f"{minutes}", f"{begin} – {begin + minutes}"))
        begin += minutes


def _names(request: ProfileRequest, asked: tuple[RequestedCompetence, ...]) -> str:
    return join_words([competence_name(request, one) for one in asked], request.language)


_ASKED = Phrase(nl="Gevraagd: {level}{wished}", en="Requested: {level}{wished}")
_WISHED = Phrase(nl=" (gewenst, niet vereist)", en=" (desirable, not essential)")


def asked_line(request: ProfileRequest, asked: RequestedCompetence) -> str:
    """Return what the job asks of a competence, on one line."""
    level = "; ".join(asked_in_words(request, asked).splitlines())
    return request.say(_ASKED, level=level, wished=_WISHED if is_desirable(asked) else "")


def named_level(request: ProfileRequest, asked: RequestedCompetence) -> str:
    """Return a competence with what is asked of it, on one line."""
    level = "; ".join(asked_in_words(request, asked).splitlines())
    wished = request.say(_WISHED) if is_desirable(asked) else ""
    return f"{competence_name(request, asked)}: {level}{wished}"
