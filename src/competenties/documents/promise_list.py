"""The promises as a page for the wall, and as a page for colleagues who check them.

What colleagues do to keep the promises stands on a page of its own: that is not for the wall.
"""

from collections.abc import Iterator

from competenties.documents import Subject
from competenties.documents.framework_about import (
    framework_document,
    framework_name,
    framework_of,
    opening,
)
from competenties.documents.promises import (
    CHECKERS,
    Promised,
    belongs_to,
    checks_of,
    promises_in,
)
from competenties.documents.request import WorkspaceRequest
from competenties.documents.tables import filled_table
from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.office.blocks import (
    Block,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Stack,
)

NAME = "promises"
SUBJECT: Subject = "framework"
SUFFIXES = (".docx", ".pdf")
TITLE = Phrase(nl="Servicebeloften", en="Service promises")
PAGE = Phrase(
    nl="De servicebeloften van een competentiemodel als blad voor aan de muur, in Word of PDF: wat wij beloven, "
    "voor wie en hoe wij het meten. Op een eigen bladzijde voor collega's staat wie het nagaat, en hoe.",
    en="The promises of a framework as a page for the wall, in Word or PDF: what we promise, for whom and how we "
    "measure it. A page of its own for colleagues says who checks it, and how.",
)
_NO_PROMISES = Phrase(
    nl="Een blad met servicebeloften kan nog niet: in {framework} staan geen beloften. Zet ze in het "
    "competentiemodel bij promises: de belofte, voor wie, de meting, de norm en wie het controleert.",
    en="A page of promises cannot be made yet: {framework} has no promises. Put them in the framework under "
    "promises: the promise, for whom, the measure, the norm and who checks it.",
)


def build(request: WorkspaceRequest) -> Document:
    """Return the promises by audience. Raises RefusedError where the framework has none."""
    framework = framework_of(request)
    found = promises_in(framework)
    if not found:
        raise RefusedError(_NO_PROMISES, framework=framework_name(request))
    return framework_document(
        request,
        TITLE,
        (
            *opening(request),
            *_promises(request, found),
            *_for_colleagues(request, found),
        ),
        _title(request),
    )


def advice(document: Document) -> list[Phrase]:
    """Return nothing to know."""
    del document
    return []


_WE_PROMISE = Phrase(nl="Dit beloven wij", en="This is what we promise")
_OF = Phrase(nl="Dit belooft {organisation}", en="What {organisation} promises")
_INTRO = Phrase(
    nl="Aan deze beloften mag iedereen ons houden. Komen wij een belofte niet na? Dan zeggen wij dat, en "
    "zoeken wij uit wat er in ons werk beter kan. Niemand krijgt er een score voor.",
    en="Everyone may hold us to these promises. Do we not keep a promise? Then we say so, and find out what "
    "can be better in our work. Nobody is scored for it.",
)
_AUDIENCES = {
    "external": Phrase(nl="Aan onze klanten", en="To our customers"),
    "chain": Phrase(
        nl="Aan klanten die wij samen met anderen helpen",
        en="To customers whom we help together with others",
    ),
    "internal": Phrase(nl="Aan onze collega's", en="To our colleagues"),
    None: Phrase(nl="Aan iedereen", en="To everyone"),
}
_PROMISE = Phrase(nl="Belofte", en="Promise")
_MEASURE = Phrase(nl="Zo meten wij het", en="How we measure it")
_CHECKS = Phrase(nl="Wie gaat dit na, en hoe?", en="Who checks this, and how?")
_HOW_WE_CHECK = Phrase(
    nl="Zo gaan wij na of wij onze beloften nakomen", en="How we check that we keep our promises"
)
_NOT_FOR_THE_WALL = Phrase(
    nl="Deze bladzijde is voor collega's. Hang alleen het blad met de beloften op.",
    en="This page is for colleagues. Put up only the page with the promises.",
)
_NORM = Phrase(nl="Norm: {text}", en="Norm: {text}")
_CHECK = Phrase(nl="{who}: {text}", en="{who}: {text}")


def _title(request: WorkspaceRequest) -> str:
    organisation = request.settings.organisation
    return request.say(_OF, organisation=organisation) if organisation else request.say(_WE_PROMISE)


def _promises(request: WorkspaceRequest, found: list[Promised]) -> Iterator[Block]:
    say = request.say
    yield Paragraph(say(_INTRO), "lead")
    columns = (Column(say(_PROMISE), 10.0), Column(say(_MEASURE), 7.6))
    for audience, title in _AUDIENCES.items():
        rows = [_promise(request, one) for one in found if one.promise.audience == audience]
        if rows:
            yield Heading(say(title))
            yield filled_table(columns, rows, say(title))


def _promise(request: WorkspaceRequest, one: Promised) -> Row:
    measured = [Paragraph(request.of(one.framework, one.promise.measure))]
    if norm := request.of(one.framework, one.promise.norm):
        measured.append(Paragraph(request.say(_NORM, text=norm)))
    shown = tuple(part for part in measured if part.text)
    return Row((Stack((Paragraph(_text(request, one), "level"),)), Stack(shown)))


def _for_colleagues(request: WorkspaceRequest, found: list[Promised]) -> Iterator[Block]:
    """Yield the page that says who checks what; none where nothing is agreed."""
    say = request.say
    rows = [row for one in found if (row := _checks(request, one))]
    if not rows:
        return
    yield PageBreak()
    yield Heading(say(_HOW_WE_CHECK))
    yield Paragraph(say(_NOT_FOR_THE_WALL), "intro")
    columns = (Column(say(_PROMISE), 7.6), Column(say(_CHECKS), 10.0))
    yield filled_table(columns, rows, say(_HOW_WE_CHECK))


def _checks(request: WorkspaceRequest, one: Promised) -> Row | None:
    checks = [
        Paragraph(request.say(_CHECK, who=CHECKERS[who], text=text))
        for who, text in checks_of(request, one).items()
    ]
    promised = [Paragraph(_text(request, one), "level")]
    if names := belongs_to(request, one):
        promised.append(Paragraph(names, "note"))
    return Row((Stack(tuple(promised)), Stack(tuple(checks)))) if checks else None


def _text(request: WorkspaceRequest, one: Promised) -> str:
    return request.of(one.framework, one.promise.text)
