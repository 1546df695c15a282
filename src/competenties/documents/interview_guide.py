"""The interview guide: the form of one interviewer, the same questions in the same order for everybody."""

from collections.abc import Iterator

from competenties.documents import Subject
from competenties.documents.form_behaviour import contra_texts
from competenties.documents.interview_competence import DRAFT_MARK, competence_part
from competenties.documents.interview_head import (
    CANDIDATE,
    DAY,
    applicant_privacy,
    interview_form,
    interview_head,
)
from competenties.documents.interview_limits import limits
from competenties.documents.interview_plan import (
    END,
    WELCOME,
    WORK,
    Plan,
    interview_plan,
    plan_blocks,
)
from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Choice,
    Column,
    Document,
    Fields,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
)

NAME = "interview-guide"
SUBJECT: Subject = "profile"
SUFFIXES = (".docx", ".pdf")
TITLE = Phrase(nl="Interviewleidraad", en="Interview guide")
PAGE = Phrase(
    nl="Leidraad voor een sollicitatiegesprek in Word of PDF, één per interviewer: een plan met minuten, en per "
    "competentie vragen met doorvragen, ruimte voor aantekeningen, de niveaus ernaast en een score met bewijs. "
    "Ook wat u niet vraagt. Vragen die het model niet heeft, staan er als concept in.",
    en="A guide for a job interview in Word or PDF, one for each interviewer: a plan with minutes, and for each "
    "competence questions with probes, room for notes, the levels beside it and a score with evidence. It also "
    "says what you do not ask. Questions that the framework lacks are in it as drafts.",
)

_INTERVIEWER = Phrase(nl="Interviewer", en="Interviewer")
_MINUTES = Phrase(nl="{minutes} minuten", en="{minutes} minutes")


def build(request: ProfileRequest) -> Document:
    """Return the guide of one interviewer. Raises RefusedError where there is nothing to ask."""
    plan = interview_plan(request)
    blocks = [
        *request.remarks(),
        *_first_page(request),
        *_begin(request, plan),
        *_competences(request, plan),
        *_contra(request, plan),
        *_end(request),
        *applicant_privacy(request),
    ]
    return interview_form(request, TITLE, blocks)


def advice(document: Document) -> list[Phrase]:
    """Return how many questions are drafts, since somebody has to read those first."""
    draft = DRAFT_MARK.say(document.language)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    groups = [row for one in tables for row in one.rows if isinstance(row, Group)]
    count = sum(draft in group.title for group in groups)
    return [_DRAFTS.filled(count=count)] if count else []


_DRAFTS = Phrase(
    nl="Vragen die een concept zijn: {count}. Lees ze na en pas ze aan voordat u het gesprek voert, of zet eigen "
    "vragen bij de competentie in het model.",
    en="Questions that are drafts: {count}. Read and adapt them before the interview, or put questions of your "
    "own with the competence in the framework.",
)

_RULES_TITLE = Phrase(nl="Zo werkt u", en="How you work")
_RULES = (
    Phrase(
        nl="Vul dit formulier alleen in. Leg uw scores pas naast die van de anderen als iedereen klaar is; daarvoor "
        "is het groepsformulier.",
        en="Fill in this form alone. Put your scores beside those of the others only when everybody has finished; "
        "the group form is for that.",
    ),
    Phrase(
        nl="Stel elke kandidaat dezelfde vragen, in dezelfde volgorde.",
        en="Ask every candidate the same questions, in the same order.",
    ),
    Phrase(
        nl="Begin met vraag 1. Komt daar geen eigen voorbeeld op, of is er tijd over? Stel dan de volgende vraag. "
        "De situatievraag is alleen voor wie zulk werk nog niet heeft gedaan.",
        en="Begin with question 1. Does it bring no example of the candidate's own, or is there time left? Then ask "
        "the next question. The situational question is only for those who have not done such work yet.",
    ),
    Phrase(
        nl="Vraag door naar wat er echt gebeurde: situatie, taak, actie, resultaat en reflectie. Wat iemand vindt of "
        "zou doen, klinkt al snel zoals u het wilt horen.",
        en="Probe for what really happened: situation, task, action, result and reflection. What people think or "
        "would do soon sounds the way you want to hear it.",
    ),
    Phrase(
        nl="Schrijf op wat de kandidaat deed en zei, niet hoe u de kandidaat vindt.",
        en="Write down what the candidate did and said, not what you think of the candidate.",
    ),
    Phrase(
        nl="Geef alleen een score met bewijs: een voorbeeld uit het verleden. Anders kiest u 'geen bewijs'. Dat is "
        "geen nul en geen laag niveau.",
        en="Give a score only with evidence: an example from the past. Otherwise choose 'no evidence'. That is no "
        "zero and no low level.",
    ),
    Phrase(
        nl="Op papier: zet een cirkel om uw antwoord.",
        en="On paper: draw a circle round your answer.",
    ),
)


def _first_page(request: ProfileRequest) -> Iterator[Block]:
    places = ((CANDIDATE, "candidate"), (_INTERVIEWER, "interviewer"), (DAY, "date"))
    yield from interview_head(
        request, *places, duration=request.say(_MINUTES, minutes=request.minutes)
    )
    yield Heading(request.say(_RULES_TITLE))
    yield Bullets(tuple(request.say(one) for one in _RULES))
    yield from limits(request)


_WELCOME_POINTS = (
    Phrase(
        nl="Stel u voor, en zeg hoe lang het gesprek duurt en hoe het loopt.",
        en="Introduce yourself, and say how long the interview takes and how it goes.",
    ),
    Phrase(
        nl="Zeg dat u naar voorbeelden vraagt uit werk, studie of vrijwilligerswerk, dat nadenken mag, en "
        "dat iedereen dezelfde vragen krijgt.",
        en="Say that you ask for examples from work, study or voluntary work, that there is time to think, "
        "and that everybody gets the same questions.",
    ),
    Phrase(
        nl="Zeg dat u aantekeningen maakt, wie die ziet en wanneer u ze vernietigt.",
        en="Say that you take notes, who sees them and when you destroy them.",
    ),
)
_NOT_SCORED = Phrase(
    nl="Dit telt niet mee in een score. Het helpt u en de kandidaat om te zien of het werk past.",
    en="This counts in no score. It helps you and the candidate to see whether the work fits.",
)
_ENERGY = Phrase(nl="In het functieprofiel: {energy}", en="In the job profile: {energy}")
_WORK_QUESTIONS = (
    (
        "energy",
        Phrase(
            nl="Wat van dit werk geeft jou energie, en wat kost je energie?",
            en="What in this work gives you energy, and what takes energy?",
        ),
    ),
    (
        "context",
        Phrase(
            nl="Wat zoek je in een team en een organisatie, en wat trekt je aan in deze sector?",
            en="What do you look for in a team and an organisation, and what draws you to this sector?",
        ),
    ),
)


def _begin(request: ProfileRequest, plan: Plan) -> Iterator[Block]:
    """Yield the plan, how the interview begins, and room for what is never scored."""
    say, context = request.say, request.profile.context
    yield PageBreak()
    yield from plan_blocks(request, plan)
    yield Heading(say(WELCOME))
    yield Bullets(tuple(say(one) for one in _WELCOME_POINTS))
    yield Heading(say(WORK))
    yield Paragraph(say(_NOT_SCORED), "intro")
    if context and context.energy:
        yield Paragraph(say(_ENERGY, energy=request.own(context.energy)), "note")
    rooms = tuple((say(one), Blank(lines=13, key=key)) for key, one in _WORK_QUESTIONS)
    yield Fields(rooms, "room")


def _competences(request: ProfileRequest, plan: Plan) -> Iterator[Block]:
    """Yield a page for each competence, in the order of the profile for every candidate."""
    for number, asked in enumerate(plan.chosen, 1):
        yield PageBreak()
        yield from competence_part(request, asked, number)
    yield PageBreak()


_CONTRA = Phrase(nl="Gedrag dat hier niet bij past", en="Behaviour that does not fit here")
_CONTRA_MEANS = Phrase(
    nl="Vul dit na het gesprek in. Kies alleen 'ja' bij gedrag dat in een voorbeeld van de kandidaat zelf voorkwam. "
    "Schrijf er dan bij wanneer dat was, in welke situatie, en hoe de kandidaat er zelf op terugkijkt. Dit telt in "
    "geen enkele score mee.",
    en="Fill this in after the interview. Choose 'yes' only for behaviour in an example of the candidate's own. Then "
    "also write down when that was, in which situation, and how the candidate looks back on it. This counts in no "
    "score.",
)
_YES_NO = (Phrase(nl="ja", en="yes"), Phrase(nl="nee", en="no"))
_HEARD_PROMPT = Phrase(
    nl="Kies ja of nee. Dit telt niet mee.", en="Choose yes or no. This does not count."
)
_BEHAVIOUR = Phrase(nl="Gedrag", en="Behaviour")
_HEARD = Phrase(nl="Gehoord?", en="Heard?")
_DATE = Phrase(nl="Wanneer", en="When")
_SITUATION = Phrase(nl="Situatie", en="Situation")
_REACTION = Phrase(nl="Reactie van de kandidaat", en="The candidate's reaction")


def _contra(request: ProfileRequest, plan: Plan) -> Iterator[Block]:
    """Yield behaviour that does not fit the competences of this interview; never in a score."""
    say = request.say
    texts = [text for asked in plan.chosen for text in contra_texts(request, asked)]
    if not texts:
        return
    yes_no = tuple(say(one) for one in _YES_NO)
    heard = Choice(yes_no, say(_HEARD_PROMPT), "   ".join(yes_no))
    columns = (
        Column(say(_BEHAVIOUR), 3.4),
        Column(say(_HEARD), 1.3),
        Column(say(_DATE), 1.4),
        Column(say(_SITUATION), 2.6),
        Column(say(_REACTION), 2.6),
    )
    room = (heard, Blank(lines=3), Blank(lines=3), Blank(lines=3))
    yield Heading(say(_CONTRA))
    yield Paragraph(say(_CONTRA_MEANS), "intro")
    yield Table(columns, tuple(Row((text, *room)) for text in texts), say(_CONTRA))


_END_ROOMS = (
    ("questions", Phrase(nl="Wat vroeg de kandidaat?", en="What did the candidate ask?")),
    (
        "next",
        Phrase(
            nl="Wat hebt u afgesproken: wie laat wat weten, en wanneer?",
            en="What did you agree: who lets whom know what, and when?",
        ),
    ),
    (
        "unknown",
        Phrase(
            nl="Wat weten wij nog niet, en hoe gaan wij dat na?",
            en="What do we not know yet, and how do we find out?",
        ),
    ),
)


def _end(request: ProfileRequest) -> Iterator[Block]:
    yield Heading(request.say(END))
    rooms = tuple((request.say(one), Blank(lines=8, key=key)) for key, one in _END_ROOMS)
    yield Fields(rooms, "room")
