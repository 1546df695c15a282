"""The end of the book: what words mean, what the text rests on, and the index."""

from collections.abc import Iterator, Sequence

from competenties.documents.book_chapters import Chapter, alphabetical
from competenties.documents.framework_about import framework_of
from competenties.documents.request import WorkspaceRequest
from competenties.messages import Phrase
from competenties.office.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Index,
    PageBreak,
    Paragraph,
    Row,
    Stack,
    Table,
)

GLOSSARY = Phrase(nl="Begrippen", en="Glossary")
SOURCES = Phrase(nl="Bronnen", en="Sources")
INDEX = Phrase(nl="Register", en="Index")
_TERM = Phrase(nl="Begrip", en="Term")
_MEANS = Phrase(nl="Betekenis", en="Meaning")
_INDEX_HOW = Phrase(
    nl="Namen van competenties, en andere namen waaronder zij bekend zijn.",
    en="Names of competences, and other names by which they are known.",
)


def end_of_book(request: WorkspaceRequest, chapters: Sequence[Chapter]) -> Iterator[Block]:
    """Yield glossary and sources, and the index on pages of its own; all of them upright.

    What the framework lacks is left out.
    """
    words = [*_glossary(request), *_sources(request)]
    for blocks in (words, list(_index(request, chapters))):
        if blocks:
            yield PageBreak()
            yield from blocks


def _glossary(request: WorkspaceRequest) -> Iterator[Block]:
    framework, say = framework_of(request), request.say
    found = [
        (request.of(framework, one.term), request.of(framework, one.definition))
        for one in framework.glossary
    ]
    if found:
        found.sort(key=lambda pair: alphabetical(pair[0]))
        rows = [Row((Stack((Paragraph(term, "level"),)), means)) for term, means in found]
        yield Heading(say(GLOSSARY))
        columns = (Column(say(_TERM), 4.0), Column(say(_MEANS), 13.6))
        yield Table(columns, tuple(rows), say(GLOSSARY))


def _sources(request: WorkspaceRequest) -> Iterator[Block]:
    framework = framework_of(request)
    if framework.sources:
        yield Heading(request.say(SOURCES))
        yield Bullets(tuple(request.of(framework, one) for one in framework.sources))


def _index(request: WorkspaceRequest, chapters: Sequence[Chapter]) -> Iterator[Block]:
    entries = sorted(_terms(request, chapters), key=lambda one: (alphabetical(one[0]), one[1]))
    if entries:
        yield Heading(request.say(INDEX))
        yield Paragraph(request.say(_INDEX_HOW), "intro")
        yield Index(tuple(entries))


def _terms(request: WorkspaceRequest, chapters: Sequence[Chapter]) -> set[tuple[str, str]]:
    """Return every name and alias once with the heading that it leads to."""
    framework = framework_of(request)
    found = set()
    for one in (entry for chapter in chapters for entry in chapter.entries):
        found.add((one.heading, one.heading))
        name = alphabetical(request.of(framework, one.competence.name))
        aliases = (request.of(framework, alias) for alias in one.competence.aliases)
        found |= {(alias, one.heading) for alias in aliases if alphabetical(alias) != name}
    return found
