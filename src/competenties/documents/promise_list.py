"""The promises as a page for the wall: what is promised, how it is measured, who checks it."""

from collections.abc import Iterator

from competenties.documents import Subject
from competenties.documents.framework_about import (
    framework_footer,
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
    "voor wie, hoe wij het meten en wie het controleert.",
    en="The promises of a framework as a page for the wall, in Word or PDF: what we promise, for whom, how we "
    "measure it and who checks it.",
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
    return Document(
        title=_title(request),
        language=request.language,
        blocks=(*opening(request), *_promises(request, found)),
        footer=framework_footer(request, TITLE),
        sheet=request.say(TITLE),
        organisation=request.settings.organisation or "",
        keywords=(framework.id,),
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
_NORM = Phrase(nl="Norm: {text}", en="Norm: {text}")
_CHECK = Phrase(nl="{who}: {text}", en="{who}: {text}")


def _title(request: WorkspaceRequest) -> str:
    organisation = request.settings.organisation
    return request.say(_OF, organisation=organisation) if organisation else request.say(_WE_PROMISE)


def _promises(request: WorkspaceRequest, found: list[Promised]) -> Iterator[Block]:
    say = request.say
    yield Paragraph(say(_INTRO), "lead")
    columns = (
        Column(say(_PROMISE), 6.4),
        Column(say(_MEASURE), 5.0),
        Column(say(_CHECKS), 6.2),
    )
    for audience, title in _AUDIENCES.items():
        rows = [_row(request, one) for one in found if one.promise.audience == audience]
        if rows:
            yield Heading(say(title))
            yield filled_table(columns, rows, say(title))


def _row(request: WorkspaceRequest, one: Promised) -> Row:
    promised = [Paragraph(request.of(one.framework, one.promise.text), "level")]
    if names := belongs_to(request, one):
        promised.append(Paragraph(names, "note"))
    measured = [Paragraph(request.of(one.framework, one.promise.measure))]
    if norm := request.of(one.framework, one.promise.norm):
        measured.append(Paragraph(request.say(_NORM, text=norm)))
    checks = [
        Paragraph(request.say(_CHECK, who=CHECKERS[who], text=text))
        for who, text in checks_of(request, one).items()
    ]
    shown = tuple(part for part in measured if part.text)
    return Row((Stack(tuple(promised)), Stack(shown), Stack(tuple(checks))))
