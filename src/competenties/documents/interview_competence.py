"""One competence in an interview guide: its questions, room for notes, and a score with evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from competenties.documents.interview_pages import is_one_page
from competenties.documents.interview_plan import asked_line
from competenties.documents.interview_questions import Question, Questions, questions
from competenties.documents.interview_score import competence_key, level_anchors, score
from competenties.documents.levels import competence_name
from competenties.documents.prose import prose
from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.model.requested import RequestedCompetence
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Column,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Stack,
    Table,
)

_COMPETENCE = Phrase(nl="{number}. {name}", en="{number}. {name}")
_LOOK_FOR = Phrase(nl="Gedrag dat de functie vraagt:", en="Behaviour that the job asks for:")
_QUESTION = Phrase(nl="Vraag {number}", en="Question {number}")
_SITUATIONAL = Phrase(
    nl="Situatievraag voor starters: een voornemen, geen bewijs",
    en="Situational question for starters: an intention, not evidence",
)
DRAFT_MARK = Phrase(nl="concept, gemaakt uit het model", en="draft, made from the framework")
_MARKED = Phrase(nl="{title} ({mark})", en="{title} ({mark})")
_PROBES = Phrase(nl="Doorvragen", en="Probes")
_NOTES = Phrase(nl="Aantekeningen", en="Notes")
_ANCHORS = Phrase(nl="Zo klinkt een antwoord", en="What an answer sounds like")
_SEE_COMPETENCE_TITLE = Phrase(nl="Competentie", en="Competence")
_LEVELS = Phrase(nl="Zie de niveaus bij de score.", en="See the levels at the score.")
_SEE_LEVELS = Phrase(nl="Zie de niveaus bij de score.", en="See the levels at the score.")
_QUESTIONS_ABOUT = Phrase(
    nl="Vragen over {name} met doorvragen en ruimte voor aantekeningen",
    en="Questions about {name} with probes and room for notes",
)
_MORE = Phrase(nl="Andere vragen in het model:", en="Other questions in the framework:")
_COMPETENCE_TITLE = Phrase(nl="Competentie", en="Competence")
_LEVELS = Phrase(nl="Niveaus", en="Levels")
_SCORE = Phrase(nl="Score", en="Score")
_EVIDENCE = Phrase(nl="Bewijs: wat deed de kandidaat?", en="Evidence: what did the candidate do?")
_SCORE_ABOUT = Phrase(
    nl="Score voor {name}, met de niveaus en het bewijs",
    en="Score for {name}, with the levels and the evidence",
)


@dataclass(frozen=True, slots=True)
class _Room:
    """Lines to write on: at the first question, at a next one, at the last, and for the evidence."""

    first: int
    next: int
    situation: int
    evidence: int


# From much room to little: the first that leaves a competence on one page is taken.
_ROOMS = (
    *(_Room(10 + more, 9 + more // 2, 5, 5 + more // 2) for more in range(12, -1, -1)),
    _Room(9, 8, 4, 4),
)


def competence_part(
    request: ProfileRequest, asked: RequestedCompetence, number: int
) -> tuple[Block, ...]:
    """Return one competence on a page of its own, with as much room to write as fits there.

    Where even the least room does not fit, the score stands on a second page.
    """
    asking = questions(request, asked)
    # Where every question has anchors of its own, the names of the levels are enough at the score.
    whole = (False,) if all(one.anchors for one in asking.openers) else (True, False)
    for is_whole, room in product(whole, _ROOMS):
        asked_first = tuple(_asked(request, asked, number, asking, room))
        blocks = (*asked_first, *_scored(request, asked, asking, room, is_whole=is_whole))
        if is_one_page(blocks, request.language):
            return blocks
    after = _scored(request, asked, asking, _ROOMS[0], is_whole=whole[0])
    for room in _ROOMS:
        asked_first = tuple(_asked(request, asked, number, asking, room))
        if is_one_page(asked_first, request.language):
            break
    return (*asked_first, PageBreak(), *after)


def _asked(
    request: ProfileRequest,
    asked: RequestedCompetence,
    number: int,
    asking: Questions,
    room: _Room,
) -> Iterator[Block]:
    """Yield what the job asks, and the questions."""
    say, name = request.say, competence_name(request, asked)
    yield Heading(say(_COMPETENCE, number=number, name=name))
    yield Paragraph(asked_line(request, asked), "level")
    yield from prose(request.of(asked.framework, asked.competence.definition), "note")
    if texts := _behaviour(request, asked):
        yield Paragraph(say(_LOOK_FOR), "intro")
        yield Bullets(texts)
    columns = (Column(say(_PROBES), 4.3), Column(say(_NOTES), 4.5), Column(say(_ANCHORS), 3.8))
    rows: list[Row | Group] = []
    for place, one in enumerate(asking.openers, 1):
        title = say(_QUESTION, number=place)
        rows += _asking(request, asked, one, title, room.next if place > 1 else room.first)
    rows += _asking(request, asked, asking.situation, say(_SITUATIONAL), room.situation)
    yield Table(columns, tuple(rows), say(_QUESTIONS_ABOUT, name=name))


def _behaviour(request: ProfileRequest, asked: RequestedCompetence) -> tuple[str, ...]:
    by_level = (one for level in asked.levels for one in level.indicators)
    found = [request.of(asked.framework, one.text) for one in by_level]
    return (*found, *(request.own(one.text) for one in asked.indicators))


def _asking(
    request: ProfileRequest, asked: RequestedCompetence, one: Question, title: str, lines: int
) -> Iterator[Row | Group]:
    """Yield one question: its probes, room for notes, and what an answer sounds like."""
    say = request.say
    yield Group(say(_MARKED, title=title, mark=DRAFT_MARK) if one.is_draft else title, one.text)
    key = competence_key(asked, f"notes-{one.key}")
    anchors = Stack(tuple(Paragraph(text, "note") for text in one.anchors or (say(_SEE_LEVELS),)))
    yield Row(("\n".join(one.probes), Blank(lines=lines, key=key), anchors))


def _scored(
    request: ProfileRequest,
    asked: RequestedCompetence,
    asking: Questions,
    room: _Room,
    *,
    is_whole: bool,
) -> Iterator[Block]:
    """Yield the score beside its levels, never without room for the evidence; then what is left."""
    say, name = request.say, competence_name(request, asked)
    columns = (
        Column(say(_COMPETENCE_TITLE), 2.2),
        Column(say(_LEVELS), 4.1),
        Column(say(_SCORE), 2),
        Column(say(_EVIDENCE), 4.3),
    )
    evidence = Blank(lines=room.evidence, key=competence_key(asked, "evidence"))
    chosen = score(request, asked, competence_key(asked, "score"))
    row = Row((name, level_anchors(request, asked, whole=is_whole), chosen, evidence))
    yield Table(columns, (row,), say(_SCORE_ABOUT, name=name))
    if asking.more:
        yield Paragraph(say(_MORE), "intro")
        yield Bullets(asking.more)
