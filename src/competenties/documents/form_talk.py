"""What is said and agreed in a conversation: looking back, agreements, development, a summary."""

from collections.abc import Iterator, Mapping

from competenties.documents.levels import competence_name
from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.model.competence import DevelopmentTip
from competenties.model.requested import RequestedCompetence
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Choice,
    Column,
    Fields,
    Heading,
    Paragraph,
    Row,
    Table,
)

_BLANK_ROWS = 3
LAST_AGREEMENTS = ("last-one", "last-two", "last-three", "last-four", "last-five")
"""How the agreements of last time are called: what is known of them stands there already."""
_SOME, _MANY, _LONG = 2, 5, 7  # lines of a place to write a sentence, a few, or a longer answer

_LAST = Phrase(nl="Terugblik op de vorige afspraken", en="Looking back on the last agreements")
_WHAT = Phrase(nl="Wat was afgesproken", en="What was agreed")
_DONE = Phrase(nl="Gedaan?", en="Done?")
_DONE_ANSWERS = (
    Phrase(nl="ja", en="yes"),
    Phrase(nl="deels", en="partly"),
    Phrase(nl="nee", en="no"),
)
_REMARK = Phrase(nl="Toelichting", en="Remark")


def look_back(request: ProfileRequest) -> Iterator[Block]:
    """Yield room for what was agreed last time and what came of it."""
    say = request.say
    answers = tuple(say(one) for one in _DONE_ANSWERS)
    done = Choice(answers, unanswered="   ".join(answers))
    places = (
        LAST_AGREEMENTS if LAST_AGREEMENTS[0] in request.about else LAST_AGREEMENTS[:_BLANK_ROWS]
    )
    rows = tuple(Row((_agreed(request, key), done, Blank(lines=_SOME))) for key in places)
    columns = (Column(say(_WHAT), 4.0), Column(say(_DONE), 1.8), Column(say(_REMARK), 4.0))
    yield Heading(say(_LAST))
    yield Table(columns, rows, say(_LAST))


def _agreed(request: ProfileRequest, key: str) -> Blank:
    """Return room for an agreement; what is known of it stands there, with room for a long one."""
    known = request.about.get(key, "")
    return Blank(lines=_MANY if known else _SOME, key=key, text=known)


_QUESTIONS = Phrase(nl="Twee vragen", en="Two questions")
_KEEP = Phrase(nl="Wat moet zeker zo blijven?", en="What should certainly stay as it is?")
_OTHERWISE = Phrase(nl="Wat kan anders, en hoe?", en="What could be done differently, and how?")
_OWN_KEEP = Phrase(nl="Wat wil ik blijven doen?", en="What do I want to keep doing?")
_OWN_OTHERWISE = Phrase(nl="Wat wil ik anders doen?", en="What do I want to do differently?")
_OWN_VIEW = Phrase(nl="Samenvatting: mijn eigen beeld", en="Summary: my own view")
_OWN_VIEW_QUESTION = Phrase(
    nl="Hoe kijk ik terug op deze periode, en wat wil ik bespreken?",
    en="How do I look back on this period, and what do I want to discuss?",
)


def open_questions(request: ProfileRequest) -> Iterator[Block]:
    """Yield two open questions: what to keep doing, and what to do differently."""
    is_own = request.form == "self-reflection"
    asked = (_OWN_KEEP, _OWN_OTHERWISE) if is_own else (_KEEP, _OTHERWISE)
    yield Heading(request.say(_QUESTIONS))
    yield _room(request, dict(zip(("keep", "otherwise"), asked, strict=True)))


def own_view(request: ProfileRequest) -> Iterator[Block]:
    """Yield room for the employee's own view of the period."""
    yield Heading(request.say(_OWN_VIEW))
    yield _room(request, {"own-view": _OWN_VIEW_QUESTION})


_AGREEMENTS = Phrase(nl="Afspraken", en="Agreements")
_AGREED = Phrase(nl="Wat spreken we af?", en="What do we agree?")
_WHO = Phrase(nl="Wie?", en="Who?")
_WHEN = Phrase(nl="Wanneer?", en="When?")
_NEEDED = Phrase(nl="Wat is daarvoor nodig?", en="What is needed?")
_SHOWS = Phrase(nl="Waaraan is het te zien?", en="How will it show?")


def agreements(request: ProfileRequest) -> Iterator[Block]:
    """Yield room for agreements: what, who, when, what it takes and how it shows."""
    say = request.say
    columns = (
        Column(say(_AGREED), 3.2),
        Column(say(_WHO), 1.3),
        Column(say(_WHEN), 1.3),
        Column(say(_NEEDED), 2.6),
        Column(say(_SHOWS), 2.6),
    )
    sentence = Blank(lines=_SOME)
    rows = tuple(
        Row((Blank(lines=_SOME, key=key), Blank(), Blank(), sentence, sentence))
        for key in ("agreed-one", "agreed-two", "agreed-three")
    )
    yield Heading(say(_AGREEMENTS))
    yield Table(columns, rows, say(_AGREEMENTS))


_PLAN = Phrase(nl="Ontwikkelplan", en="Development plan")
_TIPS = Phrase(
    nl="Ideeën die bij het gevraagde niveau passen:", en="Ideas that fit the requested level:"
)
_LEARN = Phrase(
    nl="Wat wil de medewerker leren of versterken?",
    en="What does the employee want to learn or strengthen?",
)
_HOW = Phrase(
    nl="Hoe gaat dat in het werk, en wie helpt daarbij?", en="How, at work, and who helps?"
)


def development_plan(request: ProfileRequest) -> Iterator[Block]:
    """Yield the framework's tips for the requested levels, and room for a plan."""
    say = request.say
    yield Heading(say(_PLAN))
    tips = [(asked, _tips(request, asked)) for asked in request.asked]
    if any(texts for _, texts in tips):
        yield Paragraph(say(_TIPS), "intro")
    for asked, texts in tips:
        if texts:
            yield Paragraph(competence_name(request, asked), "level")
            yield Bullets(texts)
    columns = (Column(say(_LEARN), 4.0), Column(say(_WHEN), 1.8), Column(say(_HOW), 4.0))
    row = Row((Blank(lines=_SOME), Blank(), Blank(lines=_SOME)))
    yield Table(columns, (row,) * _BLANK_ROWS, say(_PLAN))


def _tips(request: ProfileRequest, asked: RequestedCompetence) -> tuple[str, ...]:
    tips = [tip for tip in asked.competence.tips if _fits(tip, asked)]
    return tuple(request.of(asked.framework, tip.text) for tip in tips)


def _fits(tip: DevelopmentTip, asked: RequestedCompetence) -> bool:
    """Tell whether a tip leads to a requested level; one without levels always fits.

    A tip that begins at the requested level and goes on from there is for another job.
    """
    low, high = tip.from_level, tip.to_level
    if low is None and high is None:
        return True
    low, most = low if low is not None else -1, high if high is not None else 100
    numbers = [level.number for level in asked.levels]
    starts_here = low if high is not None and low < most else -1
    return any(low <= number <= most and number != starts_here for number in numbers)


_SUMMARY = Phrase(nl="Samenvatting", en="Summary")
_WELL = Phrase(nl="Wat gaat goed?", en="What goes well?")
_BETTER = Phrase(nl="Wat vraagt aandacht?", en="What needs attention?")


def summary(request: ProfileRequest) -> Iterator[Block]:
    """Yield room for what goes well and what needs attention."""
    yield Heading(request.say(_SUMMARY))
    yield _room(request, {"well": _WELL, "better": _BETTER})


def _room(request: ProfileRequest, questions: Mapping[str, Phrase]) -> Fields:
    """Return room to write under each question; its key is how it is read back."""
    asked = ((request.say(one), Blank(lines=_LONG, key=key)) for key, one in questions.items())
    return Fields(tuple(asked), "room")
