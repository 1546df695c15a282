"""The intake form: what the hiring manager says about job, team, organisation and sector."""

from collections.abc import Iterator
from dataclasses import replace

from competenties.documents import Subject
from competenties.documents.interview_head import interview_form, interview_head
from competenties.documents.interview_pages import whole_parts
from competenties.documents.interview_plan import named_level
from competenties.documents.prose import in_cell
from competenties.documents.request import ProfileRequest
from competenties.documents.work_blocks import qualification_text
from competenties.messages import Phrase
from competenties.model.terms import NEEDS
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Cell,
    Choice,
    Column,
    Document,
    Fields,
    Group,
    Heading,
    Paragraph,
    Row,
    Table,
)

NAME = "intake-form"
SUBJECT: Subject = "profile"
SUFFIXES = (".docx", ".pdf")
TITLE = Phrase(nl="Intakeformulier vacature", en="Vacancy intake form")
PAGE = Phrase(
    nl="Intakeformulier in Word of PDF voor het gesprek met de leidinggevende die een vacature heeft: wat er in het "
    "functieprofiel staat over functie, team, organisatie en sector, en daarnaast ruimte voor wat nu anders is. Bij "
    "elke eis staat de vraag of iemand dat vanaf de eerste dag moet kunnen, of het kan leren.",
    en="An intake form in Word or PDF for the conversation with the manager who has a vacancy: what the job profile "
    "says about job, team, organisation and sector, and beside it room for what is different now. With each "
    "requirement it asks whether it is needed from the first day or can be learnt.",
)


def build(request: ProfileRequest) -> Document:
    """Return the form for a vacancy in one job."""
    document = interview_form(request, TITLE, is_confidential=False)
    begin = [*request.remarks(), *interview_head(request, *_PLACES)]
    begin.append(Paragraph(request.say(_INTRO)))
    parts = ([*_job(request)], [*_surroundings(request)])
    blocks = whole_parts(document, begin, parts)
    return replace(document, blocks=(*blocks, *_asked(request), *_procedure(request)))


def advice(document: Document) -> list[Phrase]:  # noqa: ARG001  (as every document has it)
    """Return nothing: the form has as many lines as it needs."""
    return []


_PLACES = (
    (Phrase(nl="Leidinggevende", en="Hiring manager"), "manager"),
    (Phrase(nl="Recruiter of HR", en="Recruiter or HR"), "recruiter"),
    (Phrase(nl="Datum", en="Date"), "date"),
    (Phrase(nl="Uren per week en contract", en="Hours a week and contract"), "contract"),
    (Phrase(nl="Gewenste begindatum", en="Preferred start date"), "start"),
)
_INTRO = Phrase(
    nl="Links staat wat er in het functieprofiel staat. Vul rechts aan wat bij deze vacature anders of nieuw is. Het "
    "gaat om het werk, niet om het soort mens: noem geen leeftijd, geslacht, afkomst, gezondheid of thuissituatie.",
    en="On the left is what the job profile says. Add on the right what is different or new in this vacancy. It is "
    "about the work, not about a kind of person: name no age, sex, origin, health or situation at home.",
)

_JOB = Phrase(nl="De functie", en="The job")
_SUBJECT = Phrase(nl="Onderwerp", en="Subject")
_IN_PROFILE = Phrase(nl="In het functieprofiel", en="In the job profile")
_NOW = Phrase(nl="Wat is nu anders?", en="What is different now?")
_PURPOSE = Phrase(nl="Doel", en="Purpose")
_RESULTS = Phrase(nl="Resultaatgebieden", en="Result areas")
_REPORTS_TO = Phrase(nl="Rapporteert aan", en="Reports to")
_CUSTOMER = Phrase(nl="Eindklant", en="End customer")
_EFFECT = Phrase(nl="De eindklant merkt daarvan", en="What the end customer notices")
_EMPTY = Phrase(nl="(nog niet ingevuld)", en="(not filled in yet)")
_JOB_QUESTIONS = (
    ("why", Phrase(nl="Waarom is er een vacature?", en="Why is there a vacancy?")),
    (
        "results",
        Phrase(
            nl="Wat moet er na drie maanden staan, en wat na een jaar? Waaraan ziet u dat?",
            en="What must be in place after three months, and what after a year? How can you tell?",
        ),
    ),
    (
        "hard",
        Phrase(
            nl="Wat is lastig of valt tegen in dit werk? De kandidaat hoort dat eerlijk.",
            en="What is difficult or disappointing in this work? The candidate is told so honestly.",
        ),
    ),
)


def _job(request: ProfileRequest) -> Iterator[Block]:
    """Yield what the job is for, beside what is different now, and questions about the work."""
    profile, own = request.profile, request.own
    areas = Bullets(tuple(own(area.name) for area in profile.result_areas))
    chain, place = profile.chain, profile.place
    yield Heading(request.say(_JOB))
    yield _beside(
        request,
        _JOB,
        (_PURPOSE, own(profile.purpose), "purpose"),
        (_RESULTS, areas if areas.items else "", "areas"),
        (_REPORTS_TO, own(place.reports_to) if place else "", "reports-to"),
        (_CUSTOMER, own(chain.end_customer) if chain else "", "customer"),
        (_EFFECT, own(chain.effect) if chain else "", "effect"),
    )
    yield _rooms(request, _JOB_QUESTIONS)


_SURROUNDINGS = Phrase(nl="Team, organisatie en sector", en="Team, organisation and sector")
_TEAM = Phrase(nl="Team", en="Team")
_ORGANISATION = Phrase(nl="Organisatie", en="Organisation")
_SECTOR = Phrase(nl="Sector", en="Sector")
_ENERGY = Phrase(nl="Wat energie geeft in dit werk", en="What gives energy in this work")
_TEAM_QUESTIONS = (
    (
        "team-lacks",
        Phrase(
            nl="Wat kan het team al goed, en welk gedrag of welke kennis mist het nog?",
            en="What does the team do well already, and which behaviour or knowledge does it still lack?",
        ),
    ),
    (
        "team-agreements",
        Phrase(
            nl="Hoe werkt het team samen, en wie werkt de nieuwe collega in?",
            en="How does the team work together, and who will train the new colleague?",
        ),
    ),
    (
        "changes",
        Phrase(
            nl="Wat verandert er het komende jaar in de organisatie of de sector, en wat vraagt dat in dit werk?",
            en="What changes in the organisation or the sector in the coming year, and what does that mean for this "
            "work?",
        ),
    ),
)


def _surroundings(request: ProfileRequest) -> Iterator[Block]:
    """Yield the context of the job, beside what is different now, and questions about the team."""
    context, own = request.profile.context, request.own
    yield Heading(request.say(_SURROUNDINGS))
    yield _beside(
        request,
        _SURROUNDINGS,
        (_TEAM, own(context.team) if context else "", "team"),
        (_ORGANISATION, own(context.organisation) if context else "", "organisation"),
        (_SECTOR, own(context.sector) if context else "", "sector"),
        (_ENERGY, own(context.energy) if context else "", "energy"),
    )
    yield _rooms(request, _TEAM_QUESTIONS)


def _beside(
    request: ProfileRequest, about: Phrase, *rows: tuple[Phrase, str | Bullets, str]
) -> Table:
    """Return what the profile says, each beside room for what is different now."""
    say = request.say
    columns = (Column(say(_SUBJECT), 1.9), Column(say(_IN_PROFILE), 4.6), Column(say(_NOW), 4.2))
    return Table(
        columns,
        tuple(
            Row(
                (
                    say(label),
                    said if isinstance(said, Bullets) else in_cell(said or say(_EMPTY)),
                    Blank(lines=2, key=key),
                )
            )
            for label, said, key in rows
        ),
        say(about),
    )


def _rooms(request: ProfileRequest, questions: tuple[tuple[str, Phrase], ...]) -> Fields:
    rooms = tuple((request.say(one), Blank(lines=4, key=key)) for key, one in questions)
    return Fields(rooms, "room")


_ASKED = Phrase(nl="Wat vraagt het werk?", en="What does the work require?")
_ASKED_MEANS = Phrase(
    nl="Vraag bij elke eis: moet dit vanaf de eerste dag, of is het in het werk te leren? Hoe minder eisen, hoe meer "
    "mensen die het werk kunnen. Geef een situatie uit dit werk: daar vraagt u in het interview naar.",
    en="Ask at each requirement: must this be there from the first day, or can it be learnt at work? The fewer "
    "requirements, the more people who can do the work. Give a situation from this work: the interview asks about it.",
)
_REQUIREMENT = Phrase(nl="Eis", en="Requirement")
_WHEN = Phrase(nl="Wanneer nodig?", en="Needed when?")
_SITUATION = Phrase(nl="In welke situatie is dit nodig?", en="In which situation is it needed?")
_COMPETENCES = Phrase(nl="Competenties", en="Competences")
_QUALIFICATIONS = {
    "essential": Phrase(nl="Functie-eisen, vereist", en="Job requirements, essential"),
    "desirable": Phrase(nl="Functie-eisen, gewenst", en="Job requirements, desirable"),
}
_NEEDED = (
    Phrase(nl="vanaf dag één", en="from day one"),
    Phrase(nl="te leren", en="can be learnt"),
    Phrase(nl="niet nodig", en="not needed"),
)


def _asked(request: ProfileRequest) -> Iterator[Block]:
    """Yield what the profile asks, with the question whether it is needed from the first day."""
    say = request.say
    rows = tuple(_requirements(request))
    if not rows:
        return
    columns = (Column(say(_REQUIREMENT), 4.1), Column(say(_WHEN), 2.6), Column(say(_SITUATION), 4))
    yield Heading(say(_ASKED))
    yield Paragraph(say(_ASKED_MEANS), "intro")
    yield Table(columns, rows, say(_ASKED))


def _requirements(request: ProfileRequest) -> Iterator[Row | Group]:
    say = request.say
    if request.asked:
        yield Group(say(_COMPETENCES))
    for asked in request.asked:
        text = named_level(request, asked)
        yield _needed(request, text, asked.competence.id)
    for need in NEEDS:
        found = [one for one in request.profile.qualifications if one.need == need]
        if found:
            yield Group(say(_QUALIFICATIONS[need]))
        for number, one in enumerate(found, 1):
            yield _needed(request, in_cell(qualification_text(request, one)), f"{need}-{number}")


def _needed(request: ProfileRequest, text: Cell, key: str) -> Row:
    answers = tuple(request.say(one) for one in _NEEDED)
    unbroken = "   ".join(one.replace(" ", "\N{NO-BREAK SPACE}") for one in answers)
    when = Choice(answers, unanswered=unbroken, key=f"needed/{key}")
    return Row((text, when, Blank(lines=2, key=f"situation/{key}")))


_PROCEDURE = Phrase(nl="De procedure", en="The procedure")
_STEPS = (
    (
        Phrase(nl="Wie voeren de gesprekken?", en="Who holds the interviews?"),
        "interviewers",
    ),
    (
        Phrase(nl="Welke competenties eerst?", en="Which competences first?"),
        "first-competences",
    ),
    (
        Phrase(nl="Proefopdracht of ander middel?", en="Work sample or other means?"),
        "other-means",
    ),
    (
        Phrase(nl="Salaris of schaal in de vacature", en="Salary or pay scale in the vacancy"),
        "salary",
    ),
    (
        Phrase(nl="Data: sluiting, gesprekken, besluit", en="Dates: closing, interviews, decision"),
        "dates",
    ),
    (
        Phrase(nl="Wie laat de kandidaten wat weten?", en="Who tells the candidates what?"),
        "told-by",
    ),
)

_AGREED = Phrase(
    nl="Wat spreken wij af: wie doet wat, en wanneer?",
    en="What do we agree: who does what, and when?",
)


def _procedure(request: ProfileRequest) -> Iterator[Block]:
    yield Heading(request.say(_PROCEDURE))
    yield Fields(tuple((request.say(label), Blank(lines=3, key=key)) for label, key in _STEPS))
    yield Fields(((request.say(_AGREED), Blank(lines=8, key="agreed")),), "room")
