"""The group form of an interview: scores side by side, after each interviewer has scored alone."""

from collections.abc import Iterator
from dataclasses import replace

from competenties.documents import Subject
from competenties.documents.interview_head import (
    CANDIDATE,
    DAY,
    applicant_privacy,
    interview_form,
    interview_head,
)
from competenties.documents.interview_pages import whole_parts
from competenties.documents.interview_plan import asked_line, interview_plan
from competenties.documents.interview_score import competence_key, score
from competenties.documents.levels import competence_name
from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.model.requested import RequestedCompetence
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Choice,
    Column,
    Document,
    Fields,
    Heading,
    Paragraph,
    Row,
    Table,
)

NAME = "interview-group"
SUBJECT: Subject = "profile"
SUFFIXES = (".docx", ".pdf")
TITLE = Phrase(nl="Groepsformulier interview", en="Interview group form")
PAGE = Phrase(
    nl="Groepsformulier in Word of PDF voor na het sollicitatiegesprek: per competentie de scores en het bewijs van "
    "elke interviewer naast elkaar, de verschillen om te bespreken en de score die u samen afspreekt. Er wordt niets "
    "opgeteld of gemiddeld.",
    en="A group form in Word or PDF for after the job interview: for each competence the scores and the evidence of "
    "each interviewer side by side, the differences to discuss and the score that you agree on. Nothing is added up "
    "or averaged.",
)

_INTERVIEWERS = (
    (Phrase(nl="Interviewer 1", en="Interviewer 1"), "interviewer-1"),
    (Phrase(nl="Interviewer 2", en="Interviewer 2"), "interviewer-2"),
    (Phrase(nl="Interviewer 3", en="Interviewer 3"), "interviewer-3"),
    (Phrase(nl="Interviewer 4", en="Interviewer 4"), "interviewer-4"),
)


def build(request: ProfileRequest) -> Document:
    """Return the form of the group. Raises RefusedError where there is nothing to ask."""
    chosen = interview_plan(request).chosen
    document = interview_form(request, TITLE)
    begin = [*request.remarks(), *_head(request)]
    parts = [list(_part(request, asked, number)) for number, asked in enumerate(chosen, 1)]
    parts.append([*_decision(request), *applicant_privacy(request)])
    return replace(document, blocks=whole_parts(document, begin, parts))


def advice(document: Document) -> list[Phrase]:  # noqa: ARG001  (as every document has it)
    """Return nothing: the form has as many lines as it needs."""
    return []


_RULES_TITLE = Phrase(nl="Zo werkt u samen", en="How you work together")
_RULES = (
    Phrase(
        nl="Begin pas als iedere interviewer zelf alle scores en het bewijs heeft opgeschreven.",
        en="Begin only when every interviewer has written down all scores and the evidence.",
    ),
    Phrase(
        nl="Neem eerst ieders score over, dan pas praat u. Wie leiding geeft, noemt de score als laatste.",
        en="First copy everybody's score, and only then talk. Whoever is in charge names the score last.",
    ),
    Phrase(
        nl="Bespreek verschillen met het bewijs ernaast: wat heeft de een gehoord en de ander niet?",
        en="Discuss differences with the evidence beside them: what did one hear that the other did not?",
    ),
    Phrase(
        nl="Reken geen gemiddelde en geen totaal uit: dat verbergt het verschil. U spreekt een niveau af, of 'geen "
        "bewijs'.",
        en="Work out no mean and no total: that hides the difference. You agree on a level, or on 'no evidence'.",
    ),
)


def _head(request: ProfileRequest) -> Iterator[Block]:
    yield from interview_head(request, (CANDIDATE, "candidate"), (DAY, "date"), *_INTERVIEWERS)
    yield Heading(request.say(_RULES_TITLE))
    yield Bullets(tuple(request.say(one) for one in _RULES))


_COMPETENCE = Phrase(nl="{number}. {name}", en="{number}. {name}")
_WHO = Phrase(nl="Wie", en="Who")
_SCORE = Phrase(nl="Score", en="Score")
_EVIDENCE = Phrase(nl="Bewijs: wat deed de kandidaat?", en="Evidence: what did the candidate do?")
_TOGETHER = Phrase(nl="Samen afgesproken", en="Agreed together")
_DIFFERENCES = Phrase(
    nl="Waar verschillen wij, en door welk voorbeeld komt dat?",
    en="Where do we differ, and which example makes the difference?",
)
_ABOUT = Phrase(nl="Scores voor {name} naast elkaar", en="Scores for {name} side by side")


def _part(request: ProfileRequest, asked: RequestedCompetence, number: int) -> Iterator[Block]:
    """Yield one competence: a line for each interviewer, the agreed score, and the differences."""
    say, name = request.say, competence_name(request, asked)
    yield Heading(say(_COMPETENCE, number=number, name=name))
    yield Paragraph(f"{asked_line(request, asked).rstrip('.')}.", "intro")
    columns = (Column(say(_WHO), 2.1), Column(say(_SCORE), 3.1), Column(say(_EVIDENCE), 6.3))
    lines = (*_INTERVIEWERS, (_TOGETHER, "agreed"))
    rows = tuple(Row((say(who), *_answer(request, asked, key))) for who, key in lines)
    yield Table(columns, rows, say(_ABOUT, name=name))
    differences = Blank(lines=2, key=competence_key(asked, "differences"))
    yield Fields(((say(_DIFFERENCES), differences),), "room")


def _answer(request: ProfileRequest, asked: RequestedCompetence, who: str) -> tuple[Choice, Blank]:
    """Return a score and, beside it, the evidence."""
    evidence = Blank(lines=2, key=competence_key(asked, f"{who}-evidence"))
    return score(request, asked, competence_key(asked, f"{who}-score")), evidence


_DECISION = Phrase(nl="Wat wij besluiten", en="What we decide")
_ROOMS = (
    (
        "strong",
        Phrase(
            nl="Wat liet de kandidaat zien dat dit werk vraagt?",
            en="What did the candidate show that this work asks for?",
        ),
    ),
    (
        "unknown",
        Phrase(
            nl="Wat weten wij nog niet, en hoe gaan wij dat na?",
            en="What do we not know yet, and how do we find out?",
        ),
    ),
    (
        "decision",
        Phrase(
            nl="Besluit, met de reden: gaat de kandidaat door?",
            en="Decision, with the reason: does the candidate go on?",
        ),
    ),
    (
        "told",
        Phrase(
            nl="Wie vertelt het de kandidaat, wanneer, en met welke uitleg?",
            en="Who tells the candidate, when, and with which explanation?",
        ),
    ),
)


def _decision(request: ProfileRequest) -> Iterator[Block]:
    yield Heading(request.say(_DECISION))
    rooms = tuple((request.say(one), Blank(lines=3, key=key)) for key, one in _ROOMS)
    yield Fields(rooms, "room")
