"""The form for customers: one page about a team and its promises, never about a person."""

import textwrap
from collections.abc import Iterator
from math import ceil

from competenties.documents.form_names import team_name
from competenties.documents.promises import (
    Promised,
    promises_left_out,
    promises_to_customers,
)
from competenties.documents.request import FORM_KINDS, ProfileRequest
from competenties.messages import Phrase
from competenties.office import look
from competenties.office.blocks import (
    Blank,
    Block,
    Choice,
    Column,
    Document,
    Fields,
    Heading,
    Paragraph,
    Row,
    Table,
)
from competenties.office.house_style import HouseStyle
from competenties.office.pages import line_height, pages

_MOST, _LEAST = 9, 3  # lines to write under a question; fewer where the promises take more
_USUAL = 8  # lines that promises take without making the rest smaller
_PER_LINE, _FEWEST = 60, 2  # characters of a promise on a line; lines that a promise takes at least
_NAMED, _BEGINNING = 12, 60  # promises that are named as left out, and characters of each
_PER_NOTE = 100  # characters of a note on a line
_WORKBOOK = 8  # lines of a page that a workbook needs more than other files
_INTRO = Phrase(
    nl="U hebt contact met ons gehad. Wij willen graag weten of wij deden wat wij beloven. Wilt u ons "
    "daarbij helpen? Invullen kost ongeveer drie minuten. Kies bij elke belofte een antwoord. Vult u dit op "
    "papier in? Zet dan een cirkel om uw antwoord.",
    en="You have been in contact with us. We would like to know whether we did what we promise. Would you "
    "help us with that? It takes about three minutes. Choose an answer at each promise. Are you filling "
    "this in on paper? Then draw a circle around your answer.",
)
_ABOUT_TEAM = Phrase(
    nl="Uw antwoorden gaan over ons als team, niet over één medewerker. Schrijf daarom geen namen op. Uw "
    "eigen naam is ook niet nodig.",
    en="Your answers are about us as a team, not about one employee. So please write down no names. Your "
    "own name is not needed either.",
)
_ORGANISATION = Phrase(nl="Organisatie", en="Organisation")
_TEAM = Phrase(nl="Team", en="Team")
_CONTACT_WHEN = Phrase(nl="Wanneer had u contact met ons?", en="When were you in contact with us?")
_WHEN_PROMPT = Phrase(
    nl="Ongeveer is goed, bijvoorbeeld: begin mei.", en="Roughly will do, for example: early May."
)


def customer_head(request: ProfileRequest) -> Iterator[Block]:
    """Yield what the form is for, and which team it is about."""
    say, organisation = request.say, request.settings.organisation
    yield Paragraph(say(_INTRO))
    yield Paragraph(say(_ABOUT_TEAM))
    rows = [(say(_ORGANISATION), organisation)] if organisation else []
    team = (say(_TEAM), Blank(key="team", text=team_name(request)))
    contact = (say(_CONTACT_WHEN), Blank(say(_WHEN_PROMPT), key="date"))
    yield Fields((*rows, team, contact))


_PROMISES = Phrase(nl="Onze beloften", en="Our promises")
_WE_PROMISE = Phrase(nl="Dit beloven wij", en="This is what we promise")
_HAPPENED = Phrase(nl="Is dat gebeurd?", en="Did that happen?")
_ANSWERS = (
    Phrase(nl="ja", en="yes"),
    Phrase(nl="deels", en="partly"),
    Phrase(nl="nee", en="no"),
    Phrase(nl="weet ik niet", en="I do not know"),
)
_PROMPT = Phrase(
    nl="Kies een antwoord. Weet u het niet, of ging het bij u niet hierover? Kies dan 'weet ik niet'.",
    en="Choose an answer. Do you not know, or was it not about this? Then choose 'I do not know'.",
)


def customer_promises(request: ProfileRequest) -> Iterator[Block]:
    """Yield each promise with the question whether it was kept."""
    say = request.say
    columns = (Column(say(_WE_PROMISE), 5.6), Column(say(_HAPPENED), 3.4))
    rows = tuple(_promise(request, one) for one in promises_to_customers(request))
    yield Heading(say(_PROMISES))
    yield Table(columns, rows, say(_PROMISES))
    if said := _left_out(request):
        yield Paragraph(said, "note")


_MORE = Phrase(
    nl="Wij beloven meer dan op dit formulier past. Niet op dit formulier staan: {promises}.",
    en="We promise more than fits on this form. Not on this form: {promises}.",
)
_AND_MORE = Phrase(nl="en nog {count} andere", en="and {count} more")


def _left_out(request: ProfileRequest) -> str:
    """Return which promises are not on the form; nothing where all are."""
    left_out = promises_left_out(request)
    texts = [request.of(one.framework, one.promise.text) for one in left_out]
    named = [f'"{_shortened(text)}"' for text in texts[:_NAMED]]
    if others := len(texts) - len(named):
        named.append(request.say(_AND_MORE, count=others))
    return request.say(_MORE, promises="; ".join(named)) if named else ""


def _shortened(text: str) -> str:
    """Return the beginning of a promise, up to the end of a word."""
    return textwrap.shorten(text, _BEGINNING, placeholder=" …").rstrip(".")


def _promise(request: ProfileRequest, one: Promised) -> Row:
    answers = tuple(request.say(answer) for answer in _ANSWERS)
    unbroken = "   ".join(answer.replace(" ", "\N{NO-BREAK SPACE}") for answer in answers)
    key = f"promise/{one.framework.id}/{one.promise.id}"
    text = request.of(one.framework, one.promise.text)
    return Row((text, Choice(answers, request.say(_PROMPT), unbroken, key)))


_QUESTIONS = Phrase(nl="Twee vragen", en="Two questions")
_WELL = Phrase(nl="Wat ging goed?", en="What went well?")
_BETTER = Phrase(nl="Wat kan beter, en hoe?", en="What could be better, and how?")
_THANKS = Phrase(
    nl="Dank u wel! Met uw antwoorden maken wij onze dienst beter.",
    en="Thank you! With your answers we make our service better.",
)
_RETURN = Phrase(nl="Inleveren, of een vraag?", en="Handing in, or a question?")
_RETURN_PROMPT = Phrase(
    nl="Adres, telefoonnummer of e-mailadres van het team. Vul dit in voordat u het formulier uitdeelt.",
    en="Address, telephone number or email address of the team. Fill this in before you hand out the form.",
)
_PRIVACY = Phrase(
    nl="Privacy: wij vragen niet wie u bent. Wij laten uitkomsten pas zien als ten minste {least} mensen "
    "hebben geantwoord.",
    en="Privacy: we do not ask who you are. We show results only when at least {least} people have "
    "answered.",
)


def customer_end(request: ProfileRequest) -> Iterator[Block]:
    """Yield two open questions, thanks, where to hand in the form, and privacy."""
    say = request.say
    yield Heading(say(_QUESTIONS))
    rooms, lines = ((_WELL, "well"), (_BETTER, "better")), _lines_to_write(request)
    yield Fields(tuple((say(one), Blank(lines=lines, key=key)) for one, key in rooms), "room")
    yield Paragraph(say(_THANKS), "lead")
    yield Fields(((say(_RETURN), Blank(say(_RETURN_PROMPT), key="contact")),))
    least = request.settings.privacy.least_people
    yield Paragraph(say(_PRIVACY, least=least), "note")


def _lines_to_write(request: ProfileRequest) -> int:
    """Return the lines under each question, so that the form stays on one page."""
    texts = (request.of(one.framework, one.promise.text) for one in promises_to_customers(request))
    taken = sum(max(_FEWEST, ceil(len(text) / _PER_LINE)) for text in texts)
    taken += ceil(len(_left_out(request)) / _PER_NOTE)
    usual = min(_MOST, _MOST - (taken - _USUAL) // 2)
    return max(_LEAST, usual - ceil(_lines_of_house(request.house) / 2))


def _lines_of_house(house: HouseStyle) -> float:
    """Return the lines of a page that a logo and the lines above and under a page take."""
    above = look.top_margin(house) - look.TOP_MARGIN
    line = line_height(look.STYLES["Normal"].size) / look.POINTS_PER_CENTIMETRE
    return above / line + len(house.footer.splitlines())


_TOO_LONG = Phrase(
    nl="Dit formulier voor klanten past niet op één bladzijde. Maak de beloften korter; ten hoogste twee "
    "regels per belofte leest prettig.",
    en="This form for customers does not fit on one page. Shorten the promises; at most two lines for each "
    "reads well.",
)


_CHOOSE = Phrase(
    nl="{left_out} Op een klantformulier passen zes beloften: eerst die bij een competentie van dit profiel "
    "horen, daarna de eerste in het competentiemodel. Wilt u andere? Zet die in het competentiemodel vooraan.",
    en="{left_out} A customer form has room for six promises: first those that belong to a competence of this "
    "profile, then the first ones in the framework. Do you want others? Put those first in the framework.",
)


def customer_advice(document: Document) -> list[Phrase]:
    """Return what is too long or left out on a form for customers; nothing on another form."""
    if document.sheet != FORM_KINDS["customer"].say(document.language):
        return []
    begin = _MORE.say(document.language).partition("{")[0]
    said = (block.text for block in document.blocks if isinstance(block, Paragraph))
    left_out = [_CHOOSE.filled(left_out=text) for text in said if text.startswith(begin)]
    return [*left_out, _TOO_LONG] if pages(document, _WORKBOOK).count > 1 else left_out
