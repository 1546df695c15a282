"""What only an appraisal report has: a judgement in words, the employee's view, signatures."""

from collections.abc import Iterator

from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.office.blocks import (
    Blank,
    Block,
    Column,
    Fields,
    Heading,
    Paragraph,
    Row,
    Table,
    Ticks,
)

_LONG, _SHORT = 8, 4  # lines to write on

_JUDGEMENT = Phrase(nl="Eindoordeel in woorden", en="Overall judgement in words")
_HOW_WELL = Phrase(
    nl="Hoe heeft de medewerker in deze periode gewerkt, en waaruit blijkt dat?",
    en="How did the employee work in this period, and what shows it?",
)
_CIRCUMSTANCES = Phrase(
    nl="Welke bijzondere omstandigheden waren er in het werk?",
    en="Which special circumstances were there at work?",
)


def judgement(request: ProfileRequest) -> Iterator[Block]:
    """Yield room for the judgement: in words, before any answer."""
    say = request.say
    yield Heading(say(_JUDGEMENT))
    rooms = (
        (say(_HOW_WELL), Blank(lines=_LONG, key="judgement")),
        (say(_CIRCUMSTANCES), Blank(lines=_SHORT, key="circumstances")),
    )
    yield Fields(rooms, "room")


_VIEW = Phrase(nl="Zienswijze van de medewerker", en="The employee's view")
_VIEW_QUESTION = Phrase(
    nl="Wat vindt de medewerker van dit verslag, en wat hoort erbij te staan?",
    en="What does the employee think of this report, and what should be added?",
)


def employees_view(request: ProfileRequest) -> Iterator[Block]:
    """Yield room for what the employee has to say about the report."""
    yield Heading(request.say(_VIEW))
    yield Fields(((request.say(_VIEW_QUESTION), Blank(lines=_LONG, key="view")),), "room")


_SIGNING = Phrase(nl="Ondertekening", en="Signatures")
_IN_WORD = Phrase(
    nl="Ondertekenen doet u op het verslag in Word, niet in deze werkmap. Vraag HR om dat verslag.",
    en="Signing is done on the report in Word, not in this workbook. Ask HR for that report.",
)
_SEEN_MEANS = Phrase(
    nl="'Voor gezien' betekent dat u het verslag hebt gelezen, niet dat u het ermee eens bent.",
    en="'Seen' means that you have read the report, not that you agree with it.",
)
_ROLE = Phrase(nl="Rol", en="Role")
_TICKS = Phrase(nl="Kruis aan", en="Tick")
_NAME = Phrase(nl="Naam en datum", en="Name and date")
_SIGNATURE = Phrase(nl="Handtekening", en="Signature")
_SIGNERS = (
    Phrase(nl="Medewerker", en="Employee"),
    Phrase(nl="Leidinggevende", en="Manager"),
    Phrase(nl="Tweede beoordelaar of HR", en="Second rater or HR"),
)
_TICKED = (
    Phrase(nl="voor gezien", en="seen"),
    Phrase(nl="voor akkoord", en="agreed"),
    Phrase(nl="gezien, niet akkoord (toelichting)", en="seen, not agreed (explanation)"),
)


def signatures(request: ProfileRequest) -> Iterator[Block]:
    """Yield where to sign; of a workbook, only that signing is done on the report in Word."""
    say = request.say
    yield Heading(say(_SIGNING))
    if request.suffix == ".xlsx":
        yield Paragraph(say(_IN_WORD))
        return
    yield Paragraph(say(_SEEN_MEANS), "intro")
    ticks = Ticks(tuple(say(one) for one in _TICKED))
    columns = (
        Column(say(_ROLE), 2.2),
        Column(say(_TICKS), 3.2),
        Column(say(_NAME), 2.4),
        Column(say(_SIGNATURE), 2.8),
    )
    rows = tuple(
        Row((say(one), "" if place else ticks, Blank(lines=3), Blank(lines=3)))
        for place, one in enumerate(_SIGNERS)  # the employee comes first, and alone has a choice
    )
    yield Table(columns, rows, say(_SIGNING), is_whole=True)
