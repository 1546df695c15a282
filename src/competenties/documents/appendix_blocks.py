"""The appendices of a full job profile: every level, the scale of levels, and what words mean."""

import re
from collections.abc import Iterator, Sequence

from competenties.documents.competence_blocks import core_first
from competenties.documents.detail_blocks import title_of
from competenties.documents.levels import competence_name, numbered_level
from competenties.documents.prose import prose
from competenties.documents.request import ProfileRequest
from competenties.documents.tables import filled_table
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.requested import RequestedCompetence
from competenties.model.scale import ProficiencyScale
from competenties.office.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Stack,
    Table,
)
from competenties.office.plain_text import text_of

EVERY_LEVEL = Phrase(
    nl="Bijlage: alle niveaus van de gevraagde competenties",
    en="Appendix: every level of the requested competences",
)
SCALES = Phrase(nl="Bijlage: de niveau-indeling", en="Appendix: the proficiency scale")
GLOSSARY = Phrase(nl="Bijlage: begrippen", en="Appendix: glossary")


def appendices(request: ProfileRequest, before: Sequence[Block]) -> Iterator[Block]:
    """Yield what stands behind a full profile; the glossary has the terms that are used `before`."""
    made = [*_every_level(request), *_scales(request)]
    made += _glossary(request, [*before, *made])
    if made:
        yield PageBreak()
        yield from made


_INTRO = Phrase(
    nl="De functie vraagt alleen het gedrag van de niveaus waar 'gevraagd' bij staat. De andere "
    "niveaus staan erbij om het verschil te laten zien.",
    en="The job asks only for the behaviour of the levels marked 'requested'. The other levels "
    "are there to show the difference.",
)
_LEVEL = Phrase(nl="Niveau", en="Level")
_BEHAVIOUR = Phrase(nl="Gedragsindicatoren", en="Indicators")
_REQUESTED = Phrase(nl="gevraagd", en="requested")
_LEVELS_ABOUT = Phrase(nl="{name}: alle niveaus", en="{name}: every level")


def _every_level(request: ProfileRequest) -> Iterator[Block]:
    """Yield the levels of what is asked, those that have something to say."""
    rows = [(one, _levels(request, one)) for one in core_first(request.asked)]
    if not any(levels for _, levels in rows):
        return
    yield Heading(request.say(EVERY_LEVEL))
    yield Paragraph(request.say(_INTRO), "intro")
    columns = (Column(request.say(_LEVEL), 5), Column(request.say(_BEHAVIOUR), 12.4))
    for asked, levels in rows:
        if levels:
            name = competence_name(request, asked)
            yield Heading(name, 2)
            yield Table(columns, tuple(levels), request.say(_LEVELS_ABOUT, name=name))


def _levels(request: ProfileRequest, asked: RequestedCompetence) -> list[Row]:
    requested = {level.number for level in asked.levels}
    rows = []
    for level in sorted(asked.competence.levels, key=lambda one: one.level):
        said = prose(request.of(asked.framework, level.text), "note") if level.text else []
        wanted = [one.text for one in level.indicators if not one.is_contra]
        if said or wanted:
            head = [Paragraph(title_of(request, asked, level.level), "level")]
            if level.level in requested:
                head.append(Paragraph(request.say(_REQUESTED), "note"))
            texts = tuple(request.of(asked.framework, text) for text in wanted)
            body = (*said, Bullets(texts)) if texts else tuple(said)
            rows.append(Row((Stack(tuple(head)), Stack(body))))
    return rows


_MEANS = Phrase(nl="Wat het inhoudt", en="What it means")
_SCOPE = Phrase(nl="Reikwijdte", en="Scope")
_AUTONOMY = Phrase(nl="Zelfstandigheid", en="Autonomy")
_COMPLEXITY = Phrase(nl="Complexiteit", en="Complexity")


def _scales(request: ProfileRequest) -> Iterator[Block]:
    """Yield what the levels mean in general, for each scale that a requested level is of."""
    scales = [
        (asked.framework, asked.framework.scale_of(asked.competence)) for asked in request.asked
    ]
    used = {(framework.id, scale.id): (framework, scale) for framework, scale in scales if scale}
    tables = [
        (scale, framework, _scale(request, framework, scale)) for framework, scale in used.values()
    ]
    told = [(scale, framework, table) for scale, framework, table in tables if table.rows]
    if not told:
        return
    yield Heading(request.say(SCALES))
    for scale, framework, table in told:
        if len(told) > 1:
            yield Heading(request.of(framework, scale.name), 2)
        if scale.description:
            yield from prose(request.of(framework, scale.description), "intro")
        yield table


def _scale(request: ProfileRequest, framework: Framework, scale: ProficiencyScale) -> Table:
    def said(title: Phrase, width: float) -> Column:
        return Column(request.say(title), width)

    columns = (
        said(_LEVEL, 3),
        said(_MEANS, 4),
        said(_SCOPE, 3.5),
        said(_AUTONOMY, 4),
        said(_COMPLEXITY, 3.5),
    )
    rows = []
    for level in scale.levels:
        parts = (level.description, level.scope, level.autonomy, level.complexity)
        if any(parts):
            title = numbered_level(request, level.number, request.of(framework, level.name))
            rows.append(Row((title, *(request.of(framework, part) for part in parts))))
    return filled_table(columns, rows, request.of(framework, scale.name))


_TERM = Phrase(nl="Begrip", en="Term")
_DEFINITION = Phrase(nl="Betekenis", en="Meaning")
_ENDINGS = r"(?:s|'s|en|e|es)?"  # of a plural or an inflection, in both languages


def _glossary(request: ProfileRequest, before: Sequence[Block]) -> Iterator[Block]:
    """Yield the terms of the frameworks used that stand in the profile, in alphabetical order."""
    whole = text_of(before, request.language)
    frameworks = {one.framework.id: one.framework for one in request.asked}.values()
    entries = {
        request.of(framework, one.term): request.of(framework, one.definition)
        for framework in frameworks
        for one in framework.glossary
    }
    used = [term for term in entries if _is_used(term, whole)]
    if used:
        yield Heading(request.say(GLOSSARY))
        columns = (Column(request.say(_TERM), 4), Column(request.say(_DEFINITION), 13.4))
        rows = tuple(Row((term, entries[term])) for term in sorted(used, key=str.casefold))
        yield Table(columns, rows, request.say(GLOSSARY))


def _is_used(term: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(term)}{_ENDINGS}\b", text, re.IGNORECASE) is not None
