"""The rating sheet: one row for each behavioural indicator of the requested levels."""

from collections.abc import Iterator

from competenties.documents.levels import (
    DESIRABLE,
    asked_in_words,
    competence_name,
    is_desirable,
    level_title,
)
from competenties.documents.request import ProfileRequest
from competenties.documents.scale_words import answers, arithmetic, missing_codes, points
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.requested import RequestedCompetence
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
    Paragraph,
    Row,
    Table,
)

NAME = "rating-sheet"
SUFFIXES = (".xlsx", ".docx", ".html")
TITLE = Phrase(nl="Formulier", en="Rating sheet")
PAGE = Phrase(
    nl="Formulier in Excel met een regel voor elke gedragsindicator die de functie vraagt, "
    "een keuzelijst en ruimte voor een voorbeeld.",
    en="A form in Excel with a line for every indicator that the job asks, a drop-down and room "
    "for an example.",
)

_EMPLOYEE = Phrase(nl="Medewerker", en="Employee")
_RATER = Phrase(nl="Ingevuld door", en="Filled in by")
_ROLE = Phrase(nl="Rol van de invuller", en="Role of the rater")
_ROLES = (
    Phrase(nl="medewerker zelf", en="employee"),
    Phrase(nl="leidinggevende", en="manager"),
    Phrase(nl="collega", en="colleague"),
)
_PERIOD = Phrase(nl="Periode", en="Period")
_PERIOD_PROMPT = Phrase(
    nl="Van en tot, bijvoorbeeld januari tot en met juni 2026.",
    en="From and to, for example January to June 2026.",
)
_DAY = Phrase(nl="Datum van het gesprek", en="Date of the conversation")
_JOB = Phrase(nl="Functie", en="Job")
_PROFILE = Phrase(nl="Functieprofiel", en="Job profile")

_EXPLANATION = Phrase(nl="Uitleg", en="Explanation")
_HOW = Phrase(
    nl="Geef bij elke regel aan wat u hebt gezien en schrijf er een voorbeeld bij. "
    "Beschrijf gedrag, niet de persoon.",
    en="State at each line what you have seen and write an example beside it. "
    "Describe behaviour, not the person.",
)
_ANSWERS = Phrase(nl="De antwoorden: {points}.", en="The answers: {points}.")
_LEVEL_ANSWERS = Phrase(
    nl="Kies bij elke regel het niveau dat u hebt gezien.",
    en="Choose at each line the level that you have seen.",
)
_PRIVACY = Phrase(nl="Privacy", en="Privacy")
_NO_HEALTH = Phrase(
    nl="Vul geen gegevens in over gezondheid, geloof, afkomst of andere bijzondere persoonsgegevens.",
    en="Fill in nothing about health, belief, origin or other special personal data.",
)

_FORM = Phrase(nl="Gedrag", en="Behaviour")
_INDICATOR = Phrase(nl="Gedragsindicator", en="Behavioural indicator")
_ANSWER = Phrase(nl="Gezien", en="Seen")
_EXAMPLE = Phrase(nl="Voorbeeld", en="Example")
_ANSWER_PROMPT = Phrase(
    nl="Kies een antwoord. Niet gezien? Kies dan 'niet waargenomen'.",
    en="Choose an answer. Not seen? Then choose 'not observed'.",
)
_EXAMPLE_PROMPT = Phrase(
    nl="Wat was de situatie, wat was de taak, wat deed de ander, en wat was het resultaat?",
    en="What was the situation, what was the task, what did the other do, and what came of it?",
)
_NO_LINES = Phrase(
    nl="Bij deze competentie zijn er geen regels om in te vullen; bespreek haar in het gesprek.",
    en="This competence has no lines to fill in; discuss it in the conversation.",
)
_ORGANISATION = Phrase(nl="Organisatie", en="Organisation")
_ABOUT = Phrase(
    nl="Gedragsindicatoren met een antwoord en een voorbeeld",
    en="Behavioural indicators with an answer and an example",
)


def build(request: ProfileRequest) -> Document:
    """Return the rating sheet of a profile: head, explanation and a row for each indicator."""
    name = request.own(request.profile.name)
    blocks: list[Block] = request.remarks()
    blocks.append(_head(request))
    blocks.extend(_explanation(request))
    blocks.append(Heading(request.say(_FORM)))
    blocks.append(_form(request))
    return Document(
        title=f"{request.say(TITLE)} {name}",
        language=request.language,
        blocks=tuple(blocks),
        footer=request.footer(),
        sheet=request.say(TITLE),
        organisation=request.settings.organisation or "",
        keywords=(request.profile.id, request.code),
    )


def advice(document: Document) -> list[Phrase]:
    """Return what whoever makes the document has to know; nothing so far."""
    del document
    return []


def _head(request: ProfileRequest) -> Fields:
    say = request.say
    organisation = request.settings.organisation
    return Fields(
        (
            *(((say(_ORGANISATION), organisation),) if organisation else ()),
            (say(_EMPLOYEE), Blank()),
            (say(_JOB), request.own(request.profile.name)),
            (say(_PROFILE), f"{request.profile.id}, {request.version()}"),
            (say(_PERIOD), Blank(say(_PERIOD_PROMPT))),
            (say(_DAY), Blank()),
            (say(_RATER), Blank()),
            (say(_ROLE), Choice(tuple(say(role) for role in _ROLES))),
        )
    )


def _explanation(request: ProfileRequest) -> Iterator[Block]:
    say = request.say
    yield Heading(say(_EXPLANATION))
    yield Paragraph(say(_HOW))
    if request.asked:
        yield from _answers_explained(request, request.asked[0].framework)
    yield Bullets((*missing_codes(request), arithmetic(request)))
    yield from _privacy(request)


def _answers_explained(request: ProfileRequest, framework: Framework) -> Iterator[Block]:
    """Yield the question of the scale and its answers; with what they mean, where that is said."""
    say, scale = request.say, request.scale
    question, said = request.of(framework, scale.question), points(request, scale, framework)
    if scale.kind == "level":
        yield Paragraph(f"{question} {say(_LEVEL_ANSWERS)}".lstrip())
    elif any(point.definition for point in scale.points):
        if question:
            yield Paragraph(question)
        meanings = [request.of(framework, point.definition) for point in scale.points]
        pairs = zip(said, meanings, strict=True)
        yield Bullets(
            tuple(f"{point}: {meaning}" if meaning else point for point, meaning in pairs)
        )
    else:
        unbroken = "; ".join(point.replace(" ", "\N{NO-BREAK SPACE}") for point in said)
        yield Paragraph(f"{question} {say(_ANSWERS, points=unbroken)}".lstrip())


def _privacy(request: ProfileRequest) -> Iterator[Block]:
    privacy = request.settings.privacy
    stated = (privacy.purpose, privacy.seen_by, privacy.retention, privacy.contact)
    said = [request.own(text) for text in stated if text]
    yield Paragraph(" ".join([f"{request.say(_PRIVACY)}:", *said, request.say(_NO_HEALTH)]), "note")


def _form(request: ProfileRequest) -> Table:
    say = request.say
    rows = [row for asked in request.asked for row in _rows(request, asked)]
    columns = (Column(say(_INDICATOR), 4.4), Column(say(_ANSWER), 1.7), Column(say(_EXAMPLE), 3.4))
    return Table(columns, tuple(rows), say(_ABOUT))


def _rows(request: ProfileRequest, asked: RequestedCompetence) -> Iterator[Row | Group]:
    """Yield the part of the form on one competence: its name and definition, then the behaviour."""
    name = competence_name(request, asked)
    definition = request.of(asked.framework, asked.competence.definition)
    one_level = len(asked.levels) == 1 and not asked.indicators
    title = f"{name} · {asked_in_words(request, asked)}" if one_level else name
    yield Group(f"{title} ({request.say(DESIRABLE)})" if is_desirable(asked) else title, definition)
    for requirement in asked.requirements:
        if requirement.words:
            yield Group(request.own(requirement.words))
    if not asked.rated:
        yield Group(request.say(_NO_LINES))
    answer = Choice(answers(request, asked), request.say(_ANSWER_PROMPT))
    example = Blank(request.say(_EXAMPLE_PROMPT))
    for level in asked.levels:
        if not one_level:
            yield Group(level_title(request, asked, level))
        for indicator in level.indicators:
            yield Row((request.of(asked.framework, indicator.text), answer, example))
    for indicator in asked.indicators:
        yield Row((request.own(indicator.text), answer, example))
