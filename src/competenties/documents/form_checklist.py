"""The checklist of promises: who checks what, with boxes to tick; never scored."""

from collections.abc import Iterator

from competenties.documents.form_names import team_name
from competenties.documents.promises import (
    CHECKERS,
    Promised,
    all_promises,
    checks_of,
    measured,
)
from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.office.blocks import (
    Blank,
    Block,
    Column,
    Fields,
    Group,
    Heading,
    Paragraph,
    Row,
    Table,
    Ticks,
)

_ORGANISATION = Phrase(nl="Organisatie", en="Organisation")
_TEAM = Phrase(nl="Team", en="Team")
_PERIOD = Phrase(nl="Periode", en="Period")
_PERIOD_PROMPT = Phrase(nl="Bijvoorbeeld mei 2026.", en="For example May 2026.")
_HOW = Phrase(
    nl="Medewerker, leidinggevende en organisatie kijken ieder voor hun deel of de beloften zijn nagekomen. "
    "Er komt geen score uit: is een belofte niet nagekomen, dan kijkt u samen wat er in het werk beter kan.",
    en="Employee, manager and organisation each check for their part whether the promises were kept. No "
    "score comes out of it: where a promise was not kept, you look together at what can be better in the work.",
)


def checklist_head(request: ProfileRequest) -> Iterator[Block]:
    """Yield which team and period the checklist is about, and how it is used."""
    say, organisation = request.say, request.settings.organisation
    rows = [(say(_ORGANISATION), organisation)] if organisation else []
    team = (say(_TEAM), Blank(key="team", text=team_name(request)))
    yield Fields((*rows, team, (say(_PERIOD), Blank(say(_PERIOD_PROMPT), key="period"))))
    yield Paragraph(say(_HOW))


_PROMISES = Phrase(nl="Servicebeloften", en="Promises")
_ABOUT = Phrase(
    nl="Servicebeloften met wie wat controleert, en of de belofte is nagekomen",
    en="Promises with who checks what, and whether the promise was kept",
)
_WHO = Phrase(nl="Wie", en="Who")
_CHECK = Phrase(nl="Wat controleert u?", en="What do you check?")
_KEPT = Phrase(nl="Nagekomen?", en="Kept?")
_SEEN = Phrase(nl="Wat zag u?", en="What did you see?")
_SEEN_PROMPT = Phrase(
    nl="Getallen en voorbeelden, geen namen.", en="Figures and examples, no names."
)
_TICKS = (
    Phrase(nl="ja", en="yes"),
    Phrase(nl="deels", en="partly"),
    Phrase(nl="nee", en="no"),
)
_NOT_AGREED = Phrase(
    nl="Nog niet afgesproken wie dit controleert.", en="Not agreed yet who checks this."
)


def checklist(request: ProfileRequest) -> Iterator[Block]:
    """Yield every promise with its measure and norm, and a line for each who checks it."""
    say = request.say
    columns = (
        Column(say(_WHO), 1.9),
        Column(say(_CHECK), 3.6),
        Column(say(_KEPT), 1.7),
        Column(say(_SEEN), 3.0),
    )
    rows = tuple(row for one in all_promises(request) for row in _rows(request, one))
    yield Heading(say(_PROMISES))
    yield Table(columns, rows, say(_ABOUT))


def _rows(request: ProfileRequest, one: Promised) -> Iterator[Row | Group]:
    yield Group(request.of(one.framework, one.promise.text), "\n".join(measured(request, one)))
    agreed = checks_of(request, one)
    if not agreed:
        yield _row(request, one, "", request.say(_NOT_AGREED), "check")
    for who, said in agreed.items():
        yield _row(request, one, request.say(CHECKERS[who]), said, who)


def _row(request: ProfileRequest, one: Promised, who: str, check: str, key: str) -> Row:
    place = f"promise/{one.framework.id}/{one.promise.id}/{key}"
    ticks = Ticks(tuple(request.say(tick) for tick in _TICKS), place)
    return Row((who, check, ticks, Blank(request.say(_SEEN_PROMPT), 2, f"{place}/seen")))


_NOTE = Phrase(
    nl="Deze lijst gaat over beloften en over het werk, niet over personen. Schrijf geen namen op.",
    en="This list is about promises and about the work, not about persons. Write down no names.",
)


def checklist_end(request: ProfileRequest) -> Iterator[Block]:
    """Yield that no names are written down."""
    yield Paragraph(request.say(_NOTE), "note")
