"""The competences of a job profile: one table with level and behaviour, core competences first."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from competenties.documents.levels import (
    DESIRABLE,
    WITHOUT,
    competence_name,
    is_desirable,
    level_title,
)
from competenties.documents.prose import prose
from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.model.requested import RequestedCompetence
from competenties.office.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Row,
    Stack,
    Table,
)

COMPETENCES = Phrase(nl="Competenties", en="Competences")
_COMPETENCE = Phrase(nl="Competentie", en="Competence")
_ASKED = Phrase(nl="Gevraagd niveau", en="Requested level")
_BEHAVIOUR = Phrase(nl="Gedragsindicatoren", en="Indicators")
_AREAS = Phrase(nl="voor {areas}", en="for {areas}")
_MARKED = {
    "core": Phrase(nl="{name} (kern)", en="{name} (core)"),
    "leadership": Phrase(nl="{name} (leiderschap)", en="{name} (leadership)"),
}
_ABOUT = Phrase(
    nl="Gevraagde competenties met hun niveau en gedragsindicatoren",
    en="Requested competences with their level and indicators",
)
_NONE = Phrase(
    nl="Bij dit niveau staan nog geen gedragsindicatoren in het model.",
    en="The framework has no indicators for this level yet.",
)

_Parts = Iterable[Paragraph | Bullets]


def competences(request: ProfileRequest) -> Iterator[Block]:
    """Yield what is asked: each competence with its level and the behaviour of that level."""
    if not request.asked:
        return
    say = request.say
    yield Heading(say(COMPETENCES))
    columns = (
        Column(say(_COMPETENCE), 4.3),
        Column(say(_ASKED), 3.9),
        Column(say(_BEHAVIOUR), 9.2),
    )
    rows = [_row(_said(request, asked)) for asked in core_first(request.asked)]
    yield Table(columns, tuple(rows), say(_ABOUT))


def core_first(asked: list[RequestedCompetence]) -> list[RequestedCompetence]:
    """Return what is asked with the core competences at the top, otherwise as in the profile."""
    return sorted(asked, key=lambda one: one.competence.type != "core")


def marked_name(request: ProfileRequest, asked: RequestedCompetence) -> str:
    """Return the name of a competence, marked where it is core or leadership: "Luisteren (kern)"."""
    name, kind = competence_name(request, asked), asked.competence.type
    return request.say(_MARKED[kind], name=name) if kind in _MARKED else name


class _Said(NamedTuple):
    """What a row says, in the language of the document; `levels` have a title, text and behaviour."""

    name: str
    definition: str
    levels: tuple[tuple[str, str, tuple[str, ...]], ...]
    words: tuple[str, ...]
    notes: tuple[str, ...]
    own: tuple[str, ...]
    none: str


def _said(request: ProfileRequest, asked: RequestedCompetence) -> _Said:
    """Look up what the row of a competence says."""
    framework, of, own = asked.framework, request.of, request.own
    levels = [
        (
            level_title(request, asked, level),
            of(framework, level.text),
            tuple([of(framework, one.text) for one in level.indicators]),
        )
        for level in asked.levels
    ]
    words = [own(one.words) for one in asked.requirements if one.words]
    if not levels and not words:
        words = [request.say(WITHOUT)]
    return _Said(
        name=marked_name(request, asked),
        definition=of(framework, asked.competence.definition),
        levels=tuple(levels),
        words=tuple(words),
        notes=tuple(_notes(request, asked)),
        own=tuple([own(one.text) for one in asked.indicators]),
        none=request.say(_NONE),
    )


def _notes(request: ProfileRequest, asked: RequestedCompetence) -> Iterator[str]:
    """Yield whether a competence is only desirable, and for which result areas it is asked."""
    if is_desirable(asked):
        yield request.say(DESIRABLE)
    wanted = dict.fromkeys(one.result_area for one in asked.requirements if one.result_area)
    if not wanted:
        return
    areas = {one.id: one.code or request.own(one.name) for one in request.profile.result_areas}
    named = dict.fromkeys(areas.get(one, "") for one in wanted)
    if areas_said := ", ".join(name for name in named if name):
        yield request.say(_AREAS, areas=areas_said)


# The jobs of an organisation ask the same levels of the same framework over and over.
@lru_cache(maxsize=1024)
def _row(said: _Said) -> Row:
    """Return the row of a competence: its name, what is asked of it, and the behaviour."""
    return Row((Stack(tuple(_named(said))), Stack(tuple(_asked(said))), Stack(tuple(_seen(said)))))


def _named(said: _Said) -> _Parts:
    """Yield the name, marked where it is a core competence, and the definition in small print."""
    yield Paragraph(said.name, "level")
    yield from prose(said.definition, "note")


def _asked(said: _Said) -> _Parts:
    """Yield levels and words, whether it is only desirable, and for which result areas."""
    for title, text, _ in said.levels:
        yield Paragraph(title)
        yield from prose(text, "note")
    yield from (Paragraph(text) for text in said.words)
    yield from (Paragraph(text, "note") for text in said.notes)


def _seen(said: _Said) -> _Parts:
    """Yield the indicators by level, then those without a level."""
    for title, _, texts in said.levels:
        if len(said.levels) > 1:
            yield Paragraph(title, "level")
        yield Bullets(texts) if texts else Paragraph(said.none, "note")
    if said.own:
        yield Bullets(said.own)
