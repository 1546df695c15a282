"""The behaviour on a form: a line for each indicator, and behaviour that does not fit here."""

from collections.abc import Iterator, Mapping

from competenties.documents.levels import (
    DESIRABLE,
    competence_name,
    is_desirable,
    level_title,
)
from competenties.documents.prose import prose
from competenties.documents.request import GROUP_FORMS, ProfileRequest
from competenties.documents.scale_words import anchors, answers, numbers, short_answers
from competenties.messages import Phrase
from competenties.model.indicator import Indicator
from competenties.model.requested import RequestedCompetence, RequestedLevel
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Choice,
    Column,
    Document,
    Group,
    Heading,
    Paragraph,
    Row,
    Table,
)
from competenties.ratings.form import answer_key, example_key

_BEHAVIOUR = Phrase(nl="Gedrag", en="Behaviour")
_INDICATOR = Phrase(nl="Gedragsindicator", en="Behavioural indicator")
_ANSWER = Phrase(nl="Gezien", en="Seen")
_OWN_ANSWER = Phrase(nl="Mijn antwoord", en="My answer")
_GROUP_ANSWER = Phrase(nl="Hoe vaak?", en="How often?")
_EXAMPLE = Phrase(nl="Voorbeeld", en="Example")
_ANSWER_PROMPT = Phrase(nl="Kies een antwoord.", en="Choose an answer.")
_NOT_SEEN_PROMPT = Phrase(
    nl="Niet gezien? Kies dan 'niet waargenomen'.",
    en="Not seen? Then choose 'not observed'.",
)
_OWN_NOT_SEEN_PROMPT = Phrase(
    nl="Kwam de situatie niet voor? Kies dan 'niet waargenomen'.",
    en="Did the situation not arise? Then choose 'not observed'.",
)
_EXAMPLE_PROMPT = Phrase(
    nl="Wat was de situatie, wat was de taak, wat deed de ander, en wat was het resultaat?",
    en="What was the situation, what was the task, what did the other do, and what came of it?",
)
_OWN_EXAMPLE_PROMPT = Phrase(
    nl="Wat was de situatie, wat was uw taak, wat deed u, en wat was het resultaat?",
    en="What was the situation, what was your task, what did you do, and what came of it?",
)
_NO_LINES = Phrase(
    nl="Bij deze competentie zijn er geen regels om in te vullen; bespreek deze competentie in het gesprek.",
    en="This competence has no lines to fill in; discuss it in the conversation.",
)
_ABOUT = Phrase(
    nl="Gedragsindicatoren met een antwoord en een voorbeeld",
    en="Behavioural indicators with an answer and an example",
)


def behaviour(request: ProfileRequest) -> Iterator[Block]:
    """Yield the table that is rated: competence by competence, a line for each indicator."""
    say, is_own = request.say, request.form == "self-reflection"
    columns = (
        Column(say(_INDICATOR), 4.0),
        Column(say(_OWN_ANSWER if is_own else _ANSWER), 1.8),
        Column(say(_EXAMPLE), 4.0),
    )
    rows = tuple(row for asked in request.asked for row in rated_rows(request, asked))
    yield Heading(say(_BEHAVIOUR))
    yield Table(columns, rows, say(_ABOUT))


def group_table(request: ProfileRequest, asked: RequestedCompetence) -> Table:
    """Return the table in which a group rates one competence; its example stands elsewhere."""
    say = request.say
    columns = (Column(say(_INDICATOR), 5.6), Column(say(_GROUP_ANSWER), 3.0))
    return Table(columns, tuple(rated_rows(request, asked)), say(_ABOUT))


def lines_to_rate(document: Document) -> int:
    """Return how many lines of a form are rated."""
    about = _ABOUT.say(document.language)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return sum(isinstance(row, Row) for one in tables if one.about == about for row in one.rows)


def rated_rows(request: ProfileRequest, asked: RequestedCompetence) -> Iterator[Row | Group]:
    """Yield the part of the form on one competence: what it is, what is asked, the behaviour."""
    one_level = len(asked.levels) == 1 and not asked.indicators
    name = competence_name(request, asked)
    title = f"{name} · {level_title(request, asked, asked.levels[0])}" if one_level else name
    wished = f" ({request.say(DESIRABLE)})" if is_desirable(asked) else ""
    yield Group(f"{title}{wished}", "\n".join(_explained(request, asked)))
    for requirement in asked.requirements:
        if requirement.words:
            reason = requirement.rationale if request.form in GROUP_FORMS else None
            yield Group(request.own(requirement.words), request.own(reason), level=2)
    if not asked.rated:
        yield Group(request.say(_NO_LINES), level=2)
    for level in asked.levels:
        if not one_level:
            yield Group(level_title(request, asked, level), level=2)
        texts = {one.id: request.of(asked.framework, one.text) for one in level.indicators}
        yield from _lines(request, asked, texts)
    own = {one.id: request.own(one.text) for one in asked.indicators}
    yield from _lines(request, asked, own)


def _explained(request: ProfileRequest, asked: RequestedCompetence) -> Iterator[str]:
    """Yield the definition as plain lines, then what the answers mean at this competence."""
    for block in prose(request.of(asked.framework, asked.competence.definition)):
        if isinstance(block, Bullets):
            yield from (f"• {item}" for item in block.items)
        elif block.text:
            yield block.text
    yield from anchors(request, asked)


def _lines(
    request: ProfileRequest, asked: RequestedCompetence, texts: Mapping[str, str]
) -> Iterator[Row]:
    """Yield a line for each text, by the id of its indicator."""
    say, is_own = request.say, request.form == "self-reflection"
    prompt = say(_ANSWER_PROMPT)
    if request.scale.not_observed:
        prompt = f"{prompt} {say(_OWN_NOT_SEEN_PROMPT if is_own else _NOT_SEEN_PROMPT)}"
    options = answers(request, asked)
    short = short_answers(request, asked)
    values = numbers(request, asked, len(options))
    example = say(_OWN_EXAMPLE_PROMPT if is_own else _EXAMPLE_PROMPT)
    for identifier, text in texts.items():
        answer = Choice(options, prompt, short, answer_key(identifier), values)
        room = (Blank(example, key=example_key(identifier)),)
        yield Row((text, answer, *(() if request.form in GROUP_FORMS else room)))


_CONTRA = Phrase(nl="Gedrag dat hier niet bij past", en="Behaviour that does not fit here")
_CONTRA_MEANS = Phrase(
    nl="Alleen om te bespreken: deze regels tellen nergens in mee. Kies alleen 'ja' bij gedrag dat u "
    "zelf hebt gezien. Schrijf op wanneer en in welke situatie dat was, en hoe de medewerker er zelf "
    "op terugkijkt.",
    en="Only to discuss: these lines count for nothing. Choose 'yes' only for behaviour that you saw "
    "yourself. Write down when and in which situation that was, and how the employee looks back "
    "on it.",
)
_SEEN = Phrase(nl="Gezien?", en="Seen?")
_YES_NO = (Phrase(nl="ja", en="yes"), Phrase(nl="nee", en="no"))
_SEEN_PROMPT = Phrase(
    nl="Kies ja of nee. Dit telt niet mee.", en="Choose yes or no. This does not count."
)
_DATE = Phrase(nl="Datum", en="Date")
_SITUATION = Phrase(nl="Situatie", en="Situation")
_SITUATION_PROMPT = Phrase(
    nl="Wat gebeurde er, en wat was het gevolg?", en="What happened, and what came of it?"
)
_REACTION = Phrase(nl="Reactie van de medewerker", en="The employee's reaction")
_CONTRA_ABOUT = Phrase(
    nl="Gedrag dat niet bij de gevraagde competenties past, om te bespreken",
    en="Behaviour that does not fit the requested competences, to discuss",
)


def contra_behaviour(request: ProfileRequest) -> Iterator[Block]:
    """Yield behaviour that does not fit what is asked: to discuss, never in a score."""
    say = request.say
    texts = [text for asked in request.asked for text in contra_texts(request, asked)]
    if not texts:
        return
    yes_no = tuple(say(one) for one in _YES_NO)
    seen = Choice(yes_no, say(_SEEN_PROMPT), "   ".join(yes_no))
    rest = (seen, Blank(), Blank(say(_SITUATION_PROMPT), 2), Blank(lines=2))
    columns = (
        Column(say(_BEHAVIOUR), 3.4),
        Column(say(_SEEN), 1.0),
        Column(say(_DATE), 1.2),
        Column(say(_SITUATION), 2.6),
        Column(say(_REACTION), 2.6),
    )
    yield Heading(say(_CONTRA))
    yield Paragraph(say(_CONTRA_MEANS), "intro")
    yield Table(columns, tuple(Row((text, *rest)) for text in texts), say(_CONTRA_ABOUT))


def contra_texts(request: ProfileRequest, asked: RequestedCompetence) -> Iterator[str]:
    """Yield contra-indicators at the requested levels, those without a level, and the job's own."""
    for level in asked.levels:
        found = asked.competence.level(level.number)
        for one in found.indicators if found else ():
            if one.is_contra and _belongs(one, level, asked):
                yield request.of(asked.framework, one.text)
    for one in asked.competence.indicators:
        if one.is_contra:
            yield request.of(asked.framework, one.text)
    for requirement in asked.requirements:
        for one in requirement.indicators:
            if one.is_contra:
                yield request.own(one.text)


def _belongs(contra: Indicator, level: RequestedLevel, asked: RequestedCompetence) -> bool:
    """Tell whether a contra-indicator belongs to the behaviour that was selected, if any was."""
    selected = {identifier for one in asked.requirements for identifier in one.selected}
    rated = {one.id for one in level.indicators}
    return not selected or contra.id in selected or contra.contrasts_with in rated
