"""The competency book: everything that a framework says, to read, look things up and discuss."""

from collections.abc import Iterator

from competenties.documents import Subject
from competenties.documents.book_chapters import Chapter, chapters
from competenties.documents.book_competences import competence_part
from competenties.documents.book_end import GLOSSARY, INDEX, SOURCES, end_of_book
from competenties.documents.book_guide import GUIDE, guide
from competenties.documents.framework_about import (
    framework_document,
    framework_name,
    framework_of,
    opening,
)
from competenties.documents.prose import prose
from competenties.documents.request import WorkspaceRequest
from competenties.messages import Phrase
from competenties.office.blocks import Block, Contents, Document, Fields, PageBreak

NAME = "framework-book"
SUBJECT: Subject = "framework"
SUFFIXES = (".docx", ".pdf")
TITLE = Phrase(nl="Competentiewoordenboek", en="Competency book")
PAGE = Phrase(
    nl="Een competentiemodel als boek in Word of PDF: inhoud, leeswijzer met de niveaus, elke competentie "
    "met haar niveaus naast elkaar, begrippen en register.",
    en="A framework as a book in Word or PDF: contents, a guide to the levels, each competence with its "
    "levels side by side, a glossary and an index.",
)


def build(request: WorkspaceRequest) -> Document:
    """Return the book; parts that the framework says nothing about are left out.

    Interview questions are not in it: candidates may read the book.
    """
    found = chapters(request, {request.say(one) for one in (GUIDE, GLOSSARY, SOURCES, INDEX)})
    blocks = (
        *opening(request),
        *_cover(request),
        Contents(request.say(_CONTENTS), _deepest(found)),
        PageBreak(),
        *guide(request),
        *competence_part(request, found),
        *end_of_book(request, found),
    )
    return framework_document(
        request, TITLE, blocks, f"{request.say(TITLE)} {framework_name(request)}"
    )


def advice(document: Document) -> list[Phrase]:
    """Return nothing: a book may be as long as it is."""
    del document
    return []


_CONTENTS = Phrase(nl="Inhoud", en="Contents")
_ORGANISATION = Phrase(nl="Organisatie", en="Organisation")
_VERSION = Phrase(nl="Versie en status", en="Version and status")
_VALID = Phrase(nl="Van kracht per", en="Valid from")
_VALID_UNTIL = Phrase(nl="Geldig tot en met", en="Valid until")
_REVIEW = Phrase(nl="Volgende herziening", en="Next review")
_OWNER = Phrase(nl="Eigenaar", en="Owner")
_DECIDED = Phrase(nl="Vastgesteld door", en="Decided by")
_LICENCE = Phrase(nl="Licentie", en="Licence")
_SIZE = Phrase(nl="Omvang", en="Size")
_ONE_COMPETENCE = Phrase(nl="1 competentie", en="1 competence")
_COMPETENCES = Phrase(nl="{count} competenties", en="{count} competences")


def _cover(request: WorkspaceRequest) -> Iterator[Block]:
    """Yield what the book is about, from when it holds and who decides on it."""
    framework, say = framework_of(request), request.say
    publication = framework.publication
    decided = (
        [request.of(framework, publication.decided_by), request.day(publication.decided_on)]
        if (publication)
        else []
    )
    count = len(framework.competences)
    rows = (
        (_ORGANISATION, request.settings.organisation or ""),
        (_VERSION, request.version_and_status(framework)),
        (_VALID, request.day(framework.valid_from)),
        (_VALID_UNTIL, request.day(framework.valid_until)),
        (_REVIEW, request.day(framework.review_date)),
        (_OWNER, request.of(framework, framework.owner)),
        (_DECIDED, ", ".join(part for part in decided if part)),
        (_LICENCE, framework.licence or ""),
        (_SIZE, say(_ONE_COMPETENCE) if count == 1 else say(_COMPETENCES, count=count)),
    )
    yield Fields(tuple((say(label), value) for label, value in rows if value), "pairs")
    yield from prose(request.of(framework, framework.description))


def _deepest(found: list[Chapter]) -> int:
    """Return the level of the deepest heading of a competence, at least 2."""
    return max((one.level for chapter in found for one in chapter.entries), default=2)
