"""The contact card and the cooperation card: a few questions, several on a page, never scored."""

from collections.abc import Iterator

from competenties.documents import Subject
from competenties.documents.block_room import lines_of_blocks, lines_on_page
from competenties.documents.card_pages import CUT_LINES, on_pages
from competenties.documents.framework_about import (
    framework_document,
    framework_name,
    framework_of,
    opening,
)
from competenties.documents.request import WorkspaceRequest
from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.model.framework import ConversationCard
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
    Table,
)

NAME = "conversation-cards"
SUBJECT: Subject = "framework"
SUFFIXES = (".docx", ".pdf")
TITLE = Phrase(nl="Kaarten voor contact en samenwerking", en="Cards for contact and cooperation")
PAGE = Phrase(
    nl="Het kaartje na een klantcontact en de samenwerkingskaart in Word of PDF, om uit te knippen en met de "
    "hand in te vullen. Er komt nooit een score uit.",
    en="The card after a customer contact and the cooperation card in Word or PDF, to cut out and fill in by "
    "hand. They never give a score.",
)

_MOST = 3  # cards on a page
_LINES = {"contact": 2, "cooperation": 3}  # to write at each question
_NO_CARDS = Phrase(
    nl="Deze kaarten kunnen nog niet: in {framework} staan geen kaarten met vragen. Zet in het "
    "competentiemodel bij cards een kaart met kind (contact of cooperation), name en questions.",
    en="These cards cannot be made yet: {framework} has no cards with questions. Put a card in the framework "
    "under cards, with kind (contact or cooperation), name and questions.",
)


def build(request: WorkspaceRequest) -> Document:
    """Return an explanation, then pages that are full of one card each.

    Raises RefusedError where the framework has no cards.
    """
    framework = framework_of(request)
    cards = [one for one in framework.cards if one.questions]
    if not cards:
        raise RefusedError(_NO_CARDS, framework=framework_name(request))
    blocks: list[Block] = [*opening(request), *_explanation(request, cards)]
    for card in cards:
        made = list(_card(request, card))
        blocks += on_pages([made] * _on_a_page(request, made), request, _MOST)
    return framework_document(request, TITLE, blocks)


def advice(document: Document) -> list[Phrase]:
    """Return nothing to know."""
    del document
    return []


_USE = Phrase(nl="Zo gebruikt u de kaarten", en="How to use the cards")
_HOW = (
    Phrase(
        nl="Druk de bladzijde met de kaart die u nodig hebt zo vaak af als u wilt, en knip langs de "
        "streepjeslijn.",
        en="Print the page with the card that you need as often as you like, and cut along the dashed line.",
    ),
    Phrase(
        nl="Schrijf geen namen of gegevens van klanten op.",
        en="Write down no names or details of customers.",
    ),
)
_NEVER = Phrase(
    nl="Er komt geen score uit, ook niet opgeteld. De kaarten zijn niet voor een beoordeling.",
    en="They give no score, not even added up. The cards are not for an appraisal.",
)
_WHOSE = {
    "contact": Phrase(
        nl="Wie de kaart invult, houdt hem zelf. De leidinggevende vraagt er niet om.",
        en="Whoever fills in the card keeps it. The manager does not ask for it.",
    ),
    "cooperation": Phrase(
        nl="De kaart blijft bij de medewerkers van de twee teams. Hij gaat over de samenwerking, niet over "
        "een persoon.",
        en="The card stays with the employees of the two teams. It is about the cooperation, not about a "
        "person.",
    ),
}


def _explanation(request: WorkspaceRequest, cards: list[ConversationCard]) -> Iterator[Block]:
    framework = framework_of(request)
    yield Heading(request.say(_USE))
    yield Bullets(tuple(request.say(phrase) for phrase in (*_HOW, _NEVER)))
    for card in cards:
        yield Heading(request.of(framework, card.name), 2)
        if explanation := request.of(framework, card.explanation):
            yield Paragraph(explanation)
        yield Paragraph(request.say(_WHOSE[card.kind]))


_DATE = Phrase(nl="Datum", en="Date")
_TEAMS = Phrase(nl="Welke twee teams?", en="Which two teams?")
_QUESTION = Phrase(nl="Vraag", en="Question")
_ANSWER = Phrase(nl="Antwoord in een paar woorden", en="Answer in a few words")
_ON_CARD = {
    "contact": Phrase(
        nl="Nooit gescoord. Blijft bij de medewerker.", en="Never scored. Stays with the employee."
    ),
    "cooperation": Phrase(
        nl="Nooit gescoord. Blijft bij de medewerkers van de twee teams.",
        en="Never scored. Stays with the employees of the two teams.",
    ),
}


def _card(request: WorkspaceRequest, card: ConversationCard) -> Iterator[Block]:
    """Yield one card: its questions with room to write, and that it is never scored."""
    framework, say = framework_of(request), request.say
    name = request.of(framework, card.name)
    yield Heading(name)
    head = [(say(_TEAMS), Blank())] if card.kind == "cooperation" else []
    yield Fields((*head, (say(_DATE), Blank())))
    columns = (Column(say(_QUESTION), 7.0), Column(say(_ANSWER), 10.6))
    room = Blank(lines=_LINES[card.kind])
    rows = tuple(Row((request.of(framework, one), room)) for one in card.questions)
    yield Table(columns, rows, name)
    yield Paragraph(say(_ON_CARD[card.kind]), "note")


def _on_a_page(request: WorkspaceRequest, card: list[Block]) -> int:
    """Return how often a card fits on a page."""
    page = lines_on_page(request.house) + CUT_LINES
    fitting = page // (lines_of_blocks(card, request.house) + CUT_LINES)
    return max(1, min(_MOST, int(fitting)))
