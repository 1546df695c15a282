"""A card for each competence, two on a page to cut apart, for workshops and conversations."""

from collections.abc import Iterator
from math import floor

from competenties.documents import Subject
from competenties.documents.block_room import lines_of_blocks, lines_on_page
from competenties.documents.book_chapters import Entry, chapters
from competenties.documents.card_pages import CUT_LINES, on_pages
from competenties.documents.framework_about import (
    framework_document,
    framework_name,
    framework_of,
    opening,
)
from competenties.documents.levels import numbered_level
from competenties.documents.prose import prose
from competenties.documents.request import WorkspaceRequest
from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.model.competence import COMPETENCE_TYPES
from competenties.model.requested import level_name
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Column,
    Document,
    Fields,
    Heading,
    Paragraph,
    Row,
    Stack,
    Table,
)

NAME = "competence-cards"
SUBJECT: Subject = "framework"
SUFFIXES = (".docx", ".pdf")
TITLE = Phrase(nl="Competentiekaarten", en="Competence cards")
PAGE = Phrase(
    nl="Een kaart per competentie, twee op een vel om uit te knippen, in Word of PDF: naam, definitie en bij "
    "elk niveau een of twee gedragsindicatoren. Voor workshops en gesprekken.",
    en="A card for each competence, two on a sheet to cut out, in Word or PDF: name, definition and one or "
    "two indicators at each level. For workshops and conversations.",
)

_ON_PAGE = 2
_LEAST_ROOM = 2  # lines to write on a card
_MOST_INDICATORS = 6  # of a competence without levels
_NO_CARDS = Phrase(
    nl="Kaarten kunnen nog niet: in {framework} staan geen competenties waar een kaart van kan "
    "komen. Zet ze in het competentiemodel bij competences: een naam, een definitie en het gedrag.",
    en="Cards cannot be made yet: {framework} has no competences to make a card of. Put them into "
    "the framework at competences: a name, a definition and the behaviour.",
)


def build(request: WorkspaceRequest) -> Document:
    """Return an explanation, and then the cards; retired competences have none.

    Raises RefusedError where the framework has no competences.
    """
    entries = [
        entry
        for chapter in chapters(request)
        for entry in chapter.entries
        if entry.competence.status != "retired"
    ]
    if not entries:
        raise RefusedError(_NO_CARDS, framework=framework_name(request))
    cards = [_card(request, entry) for entry in entries]
    return framework_document(
        request,
        TITLE,
        (
            *opening(request),
            *_how_to_use(request),
            *on_pages(cards, request, _ON_PAGE),
        ),
        f"{request.say(TITLE)} {framework_name(request)}",
    )


def advice(document: Document) -> list[Phrase]:
    """Return nothing to know."""
    del document
    return []


_USE = Phrase(nl="Zo gebruikt u de kaarten", en="How to use the cards")
_PRINT = Phrase(
    nl="Druk de bladzijden hierna enkelzijdig af, liefst op stevig papier. Knip langs de streepjeslijn.",
    en="Print the pages that follow on one side, preferably on stiff paper. Cut along the dashed line.",
)
_WAYS = (
    Phrase(
        nl="Kiezen (30 minuten): leg alle kaarten op tafel. Ieder kiest de vijf die voor de functie het "
        "meest tellen en noemt bij elke keuze een situatie uit het werk. Samen houdt u vijf tot zeven "
        "kaarten over.",
        en="Choosing (30 minutes): lay all the cards on the table. Each person chooses the five that matter "
        "most to the job and names a situation at work for each choice. Together you keep five to seven "
        "cards.",
    ),
    Phrase(
        nl="Niveau bepalen (10 minuten per kaart): lees de niveaus hardop. Welk niveau vraagt het werk ten "
        "minste, en wat gaat er mis als het lager is?",
        en="Choosing the level (10 minutes a card): read the levels aloud. Which level does the work ask at "
        "least, and what goes wrong if it is lower?",
    ),
    Phrase(
        nl="Herkennen (10 minuten per kaart): vertel elkaar een voorbeeld uit de afgelopen maand. Schrijf "
        "het onderaan de kaart, zonder namen.",
        en="Recognising (10 minutes a card): tell each other an example from the past month. Write it at the "
        "bottom of the card, without names.",
    ),
)
_NO_SCORE = Phrase(
    nl="De kaarten gaan over het werk. Er wordt niemand mee beoordeeld.",
    en="The cards are about the work. Nobody is rated with them.",
)
_SHORTENED = Phrase(
    nl="Op een kaart staan bij elk niveau ten hoogste twee gedragsindicatoren; alle staan in het "
    "competentiewoordenboek.",
    en="A card has at most two indicators at each level; all of them are in the competency book.",
)


def _how_to_use(request: WorkspaceRequest) -> Iterator[Block]:
    yield Heading(request.say(_USE))
    yield Paragraph(request.say(_PRINT))
    yield Bullets(tuple(request.say(way) for way in _WAYS))
    yield Paragraph(request.say(_NO_SCORE))
    yield Paragraph(request.say(_SHORTENED), "note")


_LEVEL = Phrase(nl="Niveau", en="Level")
_SEEN = Phrase(nl="Wat u dan ziet", en="What you then see")
_ABOUT = Phrase(nl="Niveaus van {name}", en="Levels of {name}")
_MINIMUM = Phrase(nl="Minimumniveau: {level}", en="Minimum level: {level}")
_EXAMPLE = Phrase(nl="Voorbeeld uit ons werk", en="Example from our work")


def _card(request: WorkspaceRequest, entry: Entry) -> list[Block]:
    """Return a card that fills half a page: two indicators a level where they fit, else one."""
    cards = [[*_head(request, entry), *_behaviour(request, entry, most)] for most in (2, 1)]
    house = request.house
    half = (lines_on_page(house) - CUT_LINES) / 2
    needed = half - _LEAST_ROOM - lines_of_blocks([_room(request, 0)], house)
    card = next((one for one in cards if lines_of_blocks(one, house) <= needed), cards[-1])
    left = half - lines_of_blocks([*card, _room(request, 1)], house)
    return [*card, _room(request, max(_LEAST_ROOM, 1 + floor(left)))]


def _room(request: WorkspaceRequest, lines: int) -> Fields:
    return Fields(((request.say(_EXAMPLE), Blank(lines=lines)),), "room")


def _head(request: WorkspaceRequest, entry: Entry) -> Iterator[Block]:
    framework, competence = framework_of(request), entry.competence
    yield Heading(entry.heading)
    said = []
    if competence.type:
        kind = request.say(COMPETENCE_TYPES[competence.type])
        said.append(f"{kind[:1].upper()}{kind[1:]}")
    if competence.minimum_level:
        said.append(request.say(_MINIMUM, level=competence.minimum_level.level))
    if said:
        yield Paragraph(" · ".join(said), "note")
    yield from prose(request.of(framework, competence.definition))


def _behaviour(request: WorkspaceRequest, entry: Entry, most: int) -> Iterator[Block]:
    """Yield the levels, each with its name and the first of its indicators; else a plain list."""
    framework, competence = framework_of(request), entry.competence
    loose = [one for one in competence.indicators if not one.is_contra]
    if not competence.levels:
        if texts := tuple(request.of(framework, one.text) for one in loose[:_MOST_INDICATORS]):
            yield Bullets(texts)
        return
    rows = []
    for level in competence.levels:
        shown = [one for one in level.indicators if not one.is_contra][:most]
        texts = tuple(request.of(framework, one.text) for one in shown)
        name = request.of(framework, level_name(framework, competence, level.level))
        title = numbered_level(request, level.level, name)
        text = request.of(framework, level.text)
        seen = Bullets(texts) if texts else Stack(tuple(prose(text)) if text else ())
        rows.append(Row((Stack((Paragraph(title, "level"),)), seen)))
    columns = (Column(request.say(_LEVEL), 5.2), Column(request.say(_SEEN), 12.4))
    name = request.of(framework, competence.name)
    yield Table(columns, tuple(rows), request.say(_ABOUT, name=name))
