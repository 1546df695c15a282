"""The competences of a full job profile: an overview, then each with its behaviour worked out."""

from collections.abc import Iterator

from competenties.documents.competence_blocks import COMPETENCES, core_first, marked_name
from competenties.documents.levels import (
    WITHOUT,
    asked_in_words,
    competence_name,
    is_desirable,
    level_title,
    numbered_level,
)
from competenties.documents.prose import prose
from competenties.documents.request import ProfileRequest
from competenties.documents.tables import filled_table
from competenties.messages import Phrase
from competenties.model.competence import Level
from competenties.model.requested import RequestedCompetence, level_name
from competenties.model.terms import NEEDS
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

_COMPETENCE = Phrase(nl="Competentie", en="Competence")
_CLUSTER = Phrase(nl="Cluster", en="Cluster")
_ASKED = Phrase(nl="Gevraagd niveau", en="Requested level")
_NEED = Phrase(nl="Vereist of gewenst", en="Essential or desirable")
_OVERVIEW = Phrase(
    nl="Overzicht van de gevraagde competenties", en="Overview of the requested competences"
)
_LEVEL = Phrase(nl="Niveau", en="Level")
_BEHAVIOUR = Phrase(nl="Gedragsindicatoren", en="Indicators")
_IN_DETAIL = Phrase(nl="{name}: niveau en gedrag", en="{name}: level and behaviour")
_REQUESTED = Phrase(nl="gevraagd", en="requested")
_BELOW = Phrase(nl="hoort erbij: niveaus stapelen", en="part of it: levels build on each other")
_ABOVE = Phrase(nl="om naartoe te groeien; niet gevraagd", en="to grow towards; not requested")
_NONE = Phrase(
    nl="Bij dit niveau staan nog geen gedragsindicatoren in het model.",
    en="The framework has no indicators for this level yet.",
)


def competences_in_detail(request: ProfileRequest) -> Iterator[Block]:
    """Yield what is asked: an overview, then of each competence the definition and behaviour."""
    if not request.asked:
        return
    asked = core_first(request.asked)
    yield Heading(request.say(COMPETENCES))
    yield _overview(request, asked)
    for one in asked:
        yield Heading(marked_name(request, one), 2)
        yield from prose(request.of(one.framework, one.competence.definition), "intro")
        yield _levels(request, one)


def _overview(request: ProfileRequest, asked: list[RequestedCompetence]) -> Table:
    say = request.say
    columns = (
        Column(say(_COMPETENCE), 4.6),
        Column(say(_CLUSTER), 4),
        Column(say(_ASKED), 5.6),
        Column(say(_NEED), 3.2),
    )
    rows = [
        Row(
            (
                marked_name(request, one),
                cluster_name(request, one),
                asked_in_words(request, one),
                say(NEEDS["desirable" if is_desirable(one) else "essential"]),
            )
        )
        for one in asked
    ]
    return filled_table(columns, rows, say(_OVERVIEW))


def cluster_name(request: ProfileRequest, asked: RequestedCompetence) -> str:
    """Return the name of the cluster that a competence stands in, or nothing."""
    clusters = asked.framework.clusters
    found = (one.name for one in clusters if one.id == asked.competence.cluster)
    return request.of(asked.framework, next(found, None))


def _levels(request: ProfileRequest, asked: RequestedCompetence) -> Table:
    columns = (Column(request.say(_LEVEL), 5), Column(request.say(_BEHAVIOUR), 12.4))
    about = request.say(_IN_DETAIL, name=competence_name(request, asked))
    return Table(columns, tuple(_rows(request, asked)), about)


def _rows(request: ProfileRequest, asked: RequestedCompetence) -> Iterator[Row]:
    """Yield the level below where levels build on each other, what is asked, and the level above."""
    below, above = _neighbours(asked)
    if below:
        yield _neighbour(request, asked, below, _BELOW)
    for level in asked.levels:
        texts = tuple(request.of(asked.framework, one.text) for one in level.indicators)
        title = level_title(request, asked, level)
        yield Row((_titled(request, title, _REQUESTED), _behaviour(request, texts)))
    if asked.indicators or not asked.levels:
        texts = tuple(request.own(one.text) for one in asked.indicators)
        title = (
            request.say(WITHOUT).capitalize() if asked.levels else asked_in_words(request, asked)
        )
        yield Row((_titled(request, title, _REQUESTED), _behaviour(request, texts)))
    if above:
        yield _neighbour(request, asked, above, _ABOVE)


def _neighbours(asked: RequestedCompetence) -> tuple[Level | None, Level | None]:
    """Return the levels next to what is asked: the one below counts only where levels pile up."""
    numbers = [level.number for level in asked.levels]
    if not numbers:
        return None, None
    competence = asked.competence
    levels = {level.level: level for level in competence.levels if level.indicators}
    scale = asked.framework.scale_of(competence)
    below = max((one for one in levels if one < min(numbers)), default=None)
    above = min((one for one in levels if one > max(numbers)), default=None)
    is_cumulative = scale is not None and scale.cumulative is True
    return (
        levels[below] if below is not None and is_cumulative else None,
        levels[above] if above is not None else None,
    )


def _neighbour(
    request: ProfileRequest, asked: RequestedCompetence, level: Level, role: Phrase
) -> Row:
    texts = (one.text for one in level.indicators if not one.is_contra)
    shown = tuple(request.of(asked.framework, text) for text in texts)
    title = title_of(request, asked, level.level)
    return Row((_titled(request, title, role), _behaviour(request, shown)))


def title_of(request: ProfileRequest, asked: RequestedCompetence, number: int) -> str:
    """Return the number and the name of any level of a competence."""
    name = level_name(asked.framework, asked.competence, number)
    return numbered_level(request, number, request.of(asked.framework, name))


def _titled(request: ProfileRequest, title: str, role: Phrase) -> Stack:
    return Stack((Paragraph(title, "level"), Paragraph(request.say(role), "note")))


def _behaviour(request: ProfileRequest, texts: tuple[str, ...]) -> Stack:
    return Stack((Bullets(texts),) if texts else (Paragraph(request.say(_NONE), "note"),))
