"""The checklist of promises: who checks what, with boxes to tick; never scored."""

from collections.abc import Iterator

from competenties.documents.form_names import team_name
from competenties.documents.promises import Promised, all_promises
from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.model.indicator import AUDIENCES
from competenties.model.text import Text
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
    nl="Met deze lijst gaan medewerker, leidinggevende en organisatie ieder voor hun deel na of de beloften "
    "zijn nagekomen. Kruis aan wat klopt en schrijf erbij wat u zag. Er komt geen score uit: een belofte die "
    "niet is nagekomen, is een reden om te kijken wat er in het werk beter kan.",
    en="With this list employee, manager and organisation each check for their part whether the promises "
    "were kept. Tick what is so and write down what you saw. No score comes out of it: a promise that was "
    "not kept is a reason to look at what can be better in the work.",
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
_CHECKERS = {
    "employee": Phrase(nl="Medewerker", en="Employee"),
    "manager": Phrase(nl="Leidinggevende", en="Manager"),
    "organisation": Phrase(nl="Organisatie", en="Organisation"),
}
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
    yield Group(request.of(one.framework, one.promise.text), "\n".join(_measured(request, one)))
    checks = {who: getattr(one.promise.checks, who) for who in _CHECKERS}
    agreed = {who: text for who, text in checks.items() if text}
    if not agreed:
        yield _row(request, one, "", request.say(_NOT_AGREED), "check")
    for who, text in agreed.items():
        said = request.of(one.framework, text)
        yield _row(request, one, request.say(_CHECKERS[who]), said, who)


def _row(request: ProfileRequest, one: Promised, who: str, check: str, key: str) -> Row:
    place = f"promise/{one.framework.id}/{one.promise.id}/{key}"
    ticks = Ticks(tuple(request.say(tick) for tick in _TICKS), place)
    return Row((who, check, ticks, Blank(request.say(_SEEN_PROMPT), 2, f"{place}/seen")))


_FOR = Phrase(nl="Voor wie: {audience}", en="For whom: {audience}")
_MEASURE = Phrase(nl="Zo meten we het: {text}", en="How we measure it: {text}")
_NORM = Phrase(nl="Norm: {text}", en="Norm: {text}")
_COMPETENCES = Phrase(nl="Hoort bij: {names}", en="Belongs to: {names}")


def _measured(request: ProfileRequest, one: Promised) -> Iterator[str]:
    """Yield for whom a promise is and what it belongs to, then how it is measured, and its norm."""
    promise, framework = one.promise, one.framework
    if about := " · ".join(_about(request, one)):
        yield about
    told: tuple[tuple[Phrase, Text | None], ...]
    told = ((_MEASURE, promise.measure), (_NORM, promise.norm))
    for label, text in told:
        if text:
            yield request.say(label, text=request.of(framework, text))


def _about(request: ProfileRequest, one: Promised) -> Iterator[str]:
    if one.promise.audience:
        yield request.say(_FOR, audience=AUDIENCES[one.promise.audience])
    found = [one.framework.competence(name) for name in one.promise.competences]
    names = [request.of(one.framework, competence.name) for competence in found if competence]
    if names:
        yield request.say(_COMPETENCES, names=", ".join(names))


_NOTE = Phrase(
    nl="Deze lijst gaat over beloften en over het werk, niet over personen. Schrijf geen namen op.",
    en="This list is about promises and about the work, not about persons. Write down no names.",
)


def checklist_end(request: ProfileRequest) -> Iterator[Block]:
    """Yield that no names are written down."""
    yield Paragraph(request.say(_NOTE), "note")
