"""What stands only on a form on which a team or an organisation rates itself."""

from collections.abc import Iterator, Mapping

from competenties.documents.form_behaviour import group_table
from competenties.documents.levels import competence_name
from competenties.documents.request import FormKind, ProfileRequest
from competenties.messages import Phrase, join_words
from competenties.model.requested import RequestedCompetence
from competenties.office.blocks import (
    Blank,
    Block,
    Cell,
    Choice,
    Column,
    Fields,
    Heading,
    Paragraph,
    Row,
    Table,
)

_EXAMPLE_LINES, _LINES = 3, 5  # of a place to write
_BLANK_ROWS = 3

_ORGANISATION = Phrase(nl="Organisatie", en="Organisation")
_TEAM = Phrase(nl="Team", en="Team")
_UNIT = Phrase(nl="Organisatieonderdeel", en="Unit")
_UNIT_PROMPT = Phrase(
    nl="Gaat het om de hele organisatie? Laat dit dan leeg.",
    en="Is it about the whole organisation? Then leave this empty.",
)
_PERIOD = Phrase(nl="Periode", en="Period")
_PERIOD_PROMPT = Phrase(
    nl="Van en tot, bijvoorbeeld januari tot en met juni 2026.",
    en="From and to, for example January to June 2026.",
)
_DATE = Phrase(nl="Datum", en="Date")
_DATE_PROMPT = Phrase(nl="Bijvoorbeeld 12 november 2026.", en="For example 12 November 2026.")
_PRESENT = Phrase(nl="Aantal aanwezigen", en="Number of people present")
_PRESENT_PROMPT = Phrase(
    nl="Alleen het aantal; schrijf geen namen op.", en="Only the number; write down no names."
)
_FILLED_IN_BY = Phrase(nl="Ingevuld door", en="Filled in by")
_FILLERS: dict[FormKind, tuple[Phrase, ...]] = {
    "team": (
        Phrase(nl="het hele team samen", en="the whole team together"),
        Phrase(nl="een deel van het team samen", en="part of the team together"),
        Phrase(nl="één teamlid", en="one member of the team"),
        Phrase(nl="de leidinggevende", en="the manager"),
    ),
    "organisation": (
        Phrase(nl="management", en="management"),
        Phrase(nl="medezeggenschap", en="works council"),
        Phrase(
            nl="management en medezeggenschap samen", en="management and works council together"
        ),
    ),
}


def team_head(request: ProfileRequest) -> Iterator[Block]:
    """Yield the head of a team form: which team, when, how many; nobody's name."""
    date = Blank(request.say(_DATE_PROMPT), key="date")
    present = Blank(request.say(_PRESENT_PROMPT), key="present")
    organisation = request.settings.organisation
    rows: dict[Phrase, Cell] = {_ORGANISATION: organisation} if organisation else {}
    rows |= {
        _TEAM: Blank(key="team", text=request.team),
        _DATE: date,
        _PRESENT: present,
        _FILLED_IN_BY: _fillers(request),
    }
    yield _head(request, rows)


def organisation_head(request: ProfileRequest) -> Iterator[Block]:
    """Yield the head of an organisation form: which part of it, over which period, and when."""
    say, organisation = request.say, request.settings.organisation
    rows = {
        _ORGANISATION: organisation or Blank(key="organisation"),
        _UNIT: Blank(say(_UNIT_PROMPT), key="team", text=request.team),
        _PERIOD: Blank(say(_PERIOD_PROMPT), key="period"),
        _DATE: Blank(say(_DATE_PROMPT), key="date"),
        _FILLED_IN_BY: _fillers(request),
    }
    yield _head(request, rows)


def _head(request: ProfileRequest, rows: Mapping[Phrase, Cell]) -> Fields:
    return Fields(tuple((request.say(label), value) for label, value in rows.items()))


def _fillers(request: ProfileRequest) -> Choice:
    return Choice(tuple(request.say(one) for one in _FILLERS[request.form]), key="role")


_AGAINST: dict[FormKind, Phrase] = {
    "team": Phrase(
        nl="U vergelijkt met het streefniveau van het team. Heeft een competentie dat niet, dan geldt het "
        "minimumniveau.",
        en="You compare with the target level of the team. Where a competence has none, the minimum level "
        "holds.",
    ),
    "organisation": Phrase(
        nl="U vergelijkt met het minimumniveau van elke kerncompetentie.",
        en="You compare with the minimum level of every core competence.",
    ),
}
_LEFT_OUT: dict[FormKind, Phrase] = {
    "team": Phrase(
        nl="Niet op dit formulier: {names}. Daarvoor is nog geen streefniveau of minimumniveau gekozen, dus er "
        "is niets om mee te vergelijken. Wilt u dit ook bespreken? Vraag de beheerder van het "
        "competentiemodel dan om een niveau te kiezen.",
        en="Not on this form: {names}. No target level or minimum level has been chosen there yet, so there is "
        "nothing to compare with. Do you want to discuss this too? Then ask whoever maintains the framework to "
        "choose a level.",
    ),
    "organisation": Phrase(
        nl="Niet op dit formulier: {names}. Daarvoor is nog geen minimumniveau gekozen, dus er is niets om mee "
        "te vergelijken. Wilt u dit ook bespreken? Vraag de beheerder van het competentiemodel dan om een "
        "minimumniveau te kiezen.",
        en="Not on this form: {names}. No minimum level has been chosen there yet, so there is nothing to "
        "compare with. Do you want to discuss this too? Then ask whoever maintains the framework to choose a "
        "minimum level.",
    ),
}


def levels_explained(request: ProfileRequest) -> Iterator[Block]:
    """Yield with which levels the group compares, and what it does not rate for lack of one."""
    yield Paragraph(request.say(_AGAINST[request.form]))
    if request.left_out:
        names = join_words(request.left_out, request.language)
        yield Paragraph(request.say(_LEFT_OUT[request.form], names=names))


_BEHAVIOUR = Phrase(nl="Gedrag", en="Behaviour")
_EXAMPLE = Phrase(
    nl="Een voorbeeld bij {competence}: wat zagen wij, en wat was het gevolg?",
    en="An example of {competence}: what did we see, and what came of it?",
)
_NO_NAMES = Phrase(
    nl="Beschrijf wat er gebeurde, zonder namen.", en="Describe what happened, without names."
)


def group_behaviour(request: ProfileRequest) -> Iterator[Block]:
    """Yield what is rated, competence by competence, each with room for one example."""
    yield Heading(request.say(_BEHAVIOUR))
    for asked in request.asked:
        yield group_table(request, asked)
        yield Fields((_example(request, asked),), "room")


def _example(request: ProfileRequest, asked: RequestedCompetence) -> tuple[str, Blank]:
    key = f"example/{asked.framework.id}/{asked.competence.id}"
    room = Blank(request.say(_NO_NAMES), _EXAMPLE_LINES, key)
    return request.say(_EXAMPLE, competence=competence_name(request, asked)), room


_QUESTIONS = Phrase(nl="Twee vragen", en="Two questions")
_ASKED: dict[FormKind, tuple[Phrase, Phrase]] = {
    "team": (
        Phrase(
            nl="Wat doen wij als team goed en houden wij zo?",
            en="What do we do well as a team, and keep?",
        ),
        Phrase(
            nl="Wat gaan wij als team anders doen?", en="What will we do differently as a team?"
        ),
    ),
    "organisation": (
        Phrase(
            nl="Wat in onze organisatie helpt mensen om dit gedrag te laten zien?",
            en="What in our organisation helps people to show this behaviour?",
        ),
        Phrase(
            nl="Wat in onze organisatie zit dit gedrag in de weg, en wat doen wij daaraan?",
            en="What in our organisation stands in the way, and what will we do about it?",
        ),
    ),
}


def group_questions(request: ProfileRequest) -> Iterator[Block]:
    """Yield two open questions: what goes well, and what has to change."""
    keep, otherwise = (request.say(one) for one in _ASKED[request.form])
    yield Heading(request.say(_QUESTIONS))
    rows = (
        (keep, Blank(lines=_LINES, key="keep")),
        (otherwise, Blank(lines=_LINES, key="otherwise")),
    )
    yield Fields(rows, "room")


_AGREEMENTS = Phrase(nl="Afspraken", en="Agreements")
_AGREED = Phrase(nl="Wat spreken wij af?", en="What do we agree?")
_WHO = Phrase(nl="Wie? (rol, geen naam)", en="Who? (role, no name)")
_WHEN = Phrase(nl="Wanneer?", en="When?")


def group_agreements(request: ProfileRequest) -> Iterator[Block]:
    """Yield room for agreements: what, which role, and when."""
    say = request.say
    columns = (Column(say(_AGREED), 5.0), Column(say(_WHO), 2.4), Column(say(_WHEN), 1.8))
    row = Row((Blank(lines=2), Blank(), Blank()))
    yield Heading(say(_AGREEMENTS))
    yield Table(columns, (row,) * _BLANK_ROWS, say(_AGREEMENTS))


_PRIVACY: dict[FormKind, Phrase] = {
    "team": Phrase(
        nl="Privacy: dit formulier gaat over het team, niet over iemand in het team. Schrijf geen namen van "
        "mensen op. Anderen zien de uitkomst pas als ten minste {least} mensen hebben meegedaan.",
        en="Privacy: this form is about the team, not about anybody in it. Write down no names of people. "
        "Others see the result only when at least {least} people took part.",
    ),
    "organisation": Phrase(
        nl="Privacy: dit formulier gaat over de organisatie, niet over een medewerker. Schrijf geen namen "
        "van mensen op. Anderen zien de uitkomst pas als ten minste {least} mensen hebben meegedaan.",
        en="Privacy: this form is about the organisation, not about an employee. Write down no names of "
        "people. Others see the result only when at least {least} people took part.",
    ),
}


def group_privacy(request: ProfileRequest) -> Iterator[Block]:
    """Yield that no names are written down, and from how many people on a result is shown."""
    least = request.settings.privacy.least_people
    yield Paragraph(request.say(_PRIVACY[request.form], least=least), "note")
