"""The competences of a job profile: an overview, then the behaviour that each level brings."""

from collections.abc import Iterator

from competenties.documents.levels import (
    DESIRABLE,
    asked_in_words,
    competence_name,
    is_desirable,
    level_title,
)
from competenties.documents.prose import prose
from competenties.documents.request import ProfileRequest
from competenties.documents.tables import filled_table
from competenties.messages import Phrase
from competenties.model.competence import COMPETENCE_TYPES
from competenties.model.requested import RequestedCompetence
from competenties.office.blocks import Block, Bullets, Column, Heading, Paragraph, Row

_COMPETENCES = Phrase(nl="Competenties", en="Competences")
_COMPETENCE = Phrase(nl="Competentie", en="Competence")
_TYPE = Phrase(nl="Soort", en="Type")
_ASKED = Phrase(nl="Gevraagd niveau", en="Requested level")
_AREA = Phrase(nl="Resultaatgebied", en="Result area")
_ABOUT = Phrase(
    nl="Gevraagde competenties met hun niveau", en="Requested competences with their level"
)
_INDICATORS = Phrase(nl="Gedragsindicatoren per competentie", en="Indicators by competence")
_NONE = Phrase(
    nl="Bij dit niveau staan nog geen gedragsindicatoren in het model.",
    en="The framework has no indicators for this level yet.",
)


def competences(request: ProfileRequest) -> Iterator[Block]:
    """Yield the overview: competence, type and requested level; core competences first."""
    if not request.asked:
        return
    say = request.say
    yield Heading(say(_COMPETENCES))
    columns = (
        Column(say(_COMPETENCE), 3.4),
        Column(say(_TYPE), 2.6),
        Column(say(_ASKED), 4),
        Column(say(_AREA), 3),
    )
    rows = tuple(Row(_overview(request, asked)) for asked in core_first(request.asked))
    yield filled_table(columns, rows, say(_ABOUT))


def indicators(request: ProfileRequest) -> Iterator[Block]:
    """Yield, for each competence, its definition and the behaviour of the requested levels."""
    if not request.asked:
        return
    yield Heading(request.say(_INDICATORS))
    for asked in core_first(request.asked):
        yield Heading(competence_name(request, asked), 2)
        yield from prose(request.of(asked.framework, asked.competence.definition), "intro")
        for level in asked.levels:
            yield Paragraph(level_title(request, asked, level), "level")
            yield from prose(request.of(asked.framework, level.text))
            texts = tuple(request.of(asked.framework, one.text) for one in level.indicators)
            yield Bullets(texts) if texts else Paragraph(request.say(_NONE), "note")
        if asked.indicators:
            yield Bullets(tuple(request.own(one.text) for one in asked.indicators))
        for requirement in asked.requirements:
            if requirement.words:
                yield Paragraph(request.own(requirement.words))


def core_first(asked: list[RequestedCompetence]) -> list[RequestedCompetence]:
    """Return what is asked with the core competences at the top, otherwise as in the profile."""
    return sorted(asked, key=lambda one: one.competence.type != "core")


def _overview(request: ProfileRequest, asked: RequestedCompetence) -> tuple[str, str, str, str]:
    kind = asked.competence.type
    name = competence_name(request, asked)
    areas = {one.id: one.code or request.own(one.name) for one in request.profile.result_areas}
    named = dict.fromkeys(areas.get(one.result_area or "", "") for one in asked.requirements)
    has_codes = all(one.code for one in request.profile.result_areas)
    return (
        f"{name} ({request.say(DESIRABLE)})" if is_desirable(asked) else name,
        request.say(COMPETENCE_TYPES[kind]) if kind else "",
        asked_in_words(request, asked),
        (", " if has_codes else "\n").join(name for name in named if name),
    )
