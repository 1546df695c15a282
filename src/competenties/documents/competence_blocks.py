"""The competences of a job profile: one table with level and behaviour, core competences first."""

from collections.abc import Iterable, Iterator

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
    yield Table(
        columns,
        tuple(
            Row(
                (
                    Stack(tuple(_named(request, asked))),
                    Stack(tuple(_asked(request, asked))),
                    Stack(tuple(_behaviour(request, asked))),
                )
            )
            for asked in core_first(request.asked)
        ),
        say(_ABOUT),
    )


def core_first(asked: list[RequestedCompetence]) -> list[RequestedCompetence]:
    """Return what is asked with the core competences at the top, otherwise as in the profile."""
    return sorted(asked, key=lambda one: one.competence.type != "core")


def marked_name(request: ProfileRequest, asked: RequestedCompetence) -> str:
    """Return the name of a competence, marked where it is core or leadership: "Luisteren (kern)"."""
    name, kind = competence_name(request, asked), asked.competence.type
    return request.say(_MARKED[kind], name=name) if kind in _MARKED else name


def _named(request: ProfileRequest, asked: RequestedCompetence) -> _Parts:
    """Yield the name, marked where it is a core competence, and the definition in small print."""
    yield Paragraph(marked_name(request, asked), "level")
    yield from prose(request.of(asked.framework, asked.competence.definition), "note")


def _asked(request: ProfileRequest, asked: RequestedCompetence) -> _Parts:
    """Yield levels and words, whether it is only desirable, and for which result areas."""
    for level in asked.levels:
        yield Paragraph(level_title(request, asked, level))
        yield from prose(request.of(asked.framework, level.text), "note")
    words = [request.own(one.words) for one in asked.requirements if one.words]
    yield from (Paragraph(text) for text in words)
    if not asked.levels and not words:
        yield Paragraph(request.say(WITHOUT))
    if is_desirable(asked):
        yield Paragraph(request.say(DESIRABLE), "note")
    areas = {one.id: one.code or request.own(one.name) for one in request.profile.result_areas}
    named = dict.fromkeys(areas.get(one.result_area or "", "") for one in asked.requirements)
    if said := ", ".join(name for name in named if name):
        yield Paragraph(request.say(_AREAS, areas=said), "note")


def _behaviour(request: ProfileRequest, asked: RequestedCompetence) -> _Parts:
    """Yield the indicators by level, then those without a level."""
    for level in asked.levels:
        if len(asked.levels) > 1:
            yield Paragraph(level_title(request, asked, level), "level")
        texts = tuple(request.of(asked.framework, one.text) for one in level.indicators)
        yield Bullets(texts) if texts else Paragraph(request.say(_NONE), "note")
    if asked.indicators:
        yield Bullets(tuple(request.own(one.text) for one in asked.indicators))
