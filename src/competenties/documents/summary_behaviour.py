"""The behaviour that a job asks, and the next step, as the employee's page tells it."""

from collections.abc import Iterator
from typing import NamedTuple

from competenties.documents.competence_blocks import core_first
from competenties.documents.levels import (
    DESIRABLE,
    asked_in_words,
    competence_name,
    is_desirable,
    numbered_level,
)
from competenties.documents.prose import prose
from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.model.requested import RequestedCompetence, level_names
from competenties.office.blocks import (
    Block,
    Bullets,
    Column,
    Fields,
    Heading,
    Paragraph,
    Row,
    Stack,
    Table,
)


class Room(NamedTuple):
    """How much there is room for: indicators a competence, next levels, and promises."""

    indicators: int
    next_levels: int
    promises: int


_BEHAVIOUR = Phrase(nl="Welk gedrag daarbij past", en="Which behaviour goes with it")
_COMPETENCE = Phrase(nl="Competentie en niveau", en="Competence and level")
_SEEN = Phrase(nl="Wat anderen dan zien", en="What others then see")
_NOT_ALL = Phrase(
    nl="Hier staat een deel. Alle gedragsindicatoren staan in het functieprofiel.",
    en="This is a part. All indicators are in the job profile.",
)


def behaviour_block(request: ProfileRequest, room: Room) -> Iterator[Block]:
    """Yield what is asked of each competence, with the behaviour at that level."""
    if not request.asked:
        return
    say = request.say
    rows = tuple(_row(request, one, room.indicators) for one in core_first(request.asked))
    yield Heading(say(_BEHAVIOUR))
    columns = (Column(say(_COMPETENCE), 5.4), Column(say(_SEEN), 12.2))
    yield Table(columns, rows, say(_BEHAVIOUR))
    if any(len(one.rated) > room.indicators for one in request.asked):
        yield Paragraph(say(_NOT_ALL), "note")


def _row(request: ProfileRequest, asked: RequestedCompetence, most: int) -> Row:
    named: list[Paragraph | Bullets] = [Paragraph(competence_name(request, asked), "level")]
    for line in asked_in_words(request, asked).splitlines():
        named += prose(line)
    if is_desirable(asked):
        named.append(Paragraph(request.say(DESIRABLE), "note"))
    from_framework = [
        request.of(asked.framework, one.text) for level in asked.levels for one in level.indicators
    ]
    loose = [request.own(one.text) for one in asked.indicators]
    return Row((Stack(tuple(named)), Bullets(tuple([*from_framework, *loose][:most]))))


_NEXT = Phrase(nl="Uw volgende stap", en="Your next step")
_HIGHER = Phrase(nl="Groeien in deze functie, bijvoorbeeld", en="Growing in this job, for example")
_ONE_UP = Phrase(nl="{competence}: {level}", en="{competence}: {level}")
_AFTER = Phrase(nl="Een andere functie, bijvoorbeeld", en="Another job, for example")
_TALK = Phrase(
    nl="Bespreek met uw leidinggevende wat u wilt en wat u daarvoor nodig hebt. U hoeft niet te groeien: wat de "
    "functie vraagt, is genoeg.",
    en="Discuss with your manager what you want and what you need for it. You do not have to grow: what the job "
    "asks is enough.",
)


def next_step_block(request: ProfileRequest, room: Room) -> Iterator[Block]:
    """Yield the level above what is asked for a few competences, and the jobs that may follow."""
    say = request.say
    levels = [text for one in core_first(request.asked) if (text := _one_up(request, one))]
    steps = (one for one in request.profile.career if one.kind == "after")
    jobs = [name for one in steps if (name := request.own(one.name) or one.profile or "")]
    rows = (
        (say(_HIGHER), "; ".join(levels[: room.next_levels])),
        (say(_AFTER), ", ".join(jobs)),
    )
    yield Heading(say(_NEXT))
    if said := tuple((label, text) for label, text in rows if text):
        yield Fields(said, "lines")
    yield Paragraph(say(_TALK))


def _one_up(request: ProfileRequest, asked: RequestedCompetence) -> str:
    """Return the level above the highest that is asked; empty at the top or without a level."""
    if not asked.levels:
        return ""
    highest = max(level.number for level in asked.levels)
    names = level_names(asked.framework, asked.competence)
    above = min((number for number in names if number > highest), default=None)
    if above is None:
        return ""
    level = numbered_level(request, above, request.of(asked.framework, names[above]))
    return request.say(_ONE_UP, competence=competence_name(request, asked), level=level)
