"""The competences of the book, on pages that lie on their side."""

from collections.abc import Iterator, Mapping, Sequence

from competenties.documents.block_room import (
    LANDSCAPE_WIDTH,
    lines_of_blocks,
    lines_on_page,
)
from competenties.documents.book_chapters import Chapter, Entry, headings_by_id
from competenties.documents.book_levels import CONTRA, level_tables
from competenties.documents.framework_about import framework_of
from competenties.documents.indicator_words import indicator_in_full
from competenties.documents.levels import numbered_level
from competenties.documents.prose import prose
from competenties.documents.request import WorkspaceRequest
from competenties.messages import Phrase
from competenties.model.competence import COMPETENCE_TYPES, Competence, DevelopmentTip
from competenties.model.framework import Framework
from competenties.model.record import STATUSES
from competenties.model.requested import level_name
from competenties.office.blocks import Block, Bullets, Fields, Heading, PageBreak, Paragraph


def competence_part(request: WorkspaceRequest, chapters: Sequence[Chapter]) -> Iterator[Block]:
    """Yield clusters and competences, on pages that lie on their side from the first one on.

    A cluster that stands in no other begins a page. So does a competence that does not fit on
    what is left of one, so that its heading stays with its table.
    """
    page = used = lines_on_page(request.house, is_landscape=True)
    for blocks, begins in _pieces(request, chapters):
        lines = lines_of_blocks(blocks, request.house, LANDSCAPE_WIDTH)
        if begins or used + lines > page:
            yield PageBreak(is_landscape=True)
            used = 0.0
        yield from blocks
        used += lines


def _pieces(
    request: WorkspaceRequest, chapters: Sequence[Chapter]
) -> Iterator[tuple[list[Block], bool]]:
    """Yield what stays together: a competence, with the heads above it; and if it begins a page."""
    headings = headings_by_id(chapters)
    waiting: list[Block] = []
    begins = False
    for chapter in chapters:
        if chapter.level == 1 and waiting:
            yield waiting, begins
            waiting, begins = [], False
        begins = begins or chapter.level == 1
        waiting += _head(request, chapter)
        for entry in chapter.entries:
            yield _on_a_page(request, waiting, entry, headings), begins
            waiting, begins = [], False
    if waiting:
        yield waiting, begins


def _on_a_page(
    request: WorkspaceRequest, above: list[Block], entry: Entry, headings: Mapping[str, str]
) -> list[Block]:
    """Return a competence under what heads it; its tips as running text where it does not fit."""
    made = [*above, *_competence(request, entry, headings)]
    page = lines_on_page(request.house, is_landscape=True)
    if lines_of_blocks(made, request.house, LANDSCAPE_WIDTH) <= page:
        return made
    return [*above, *_competence(request, entry, headings, is_running=True)]


def _head(request: WorkspaceRequest, chapter: Chapter) -> Iterator[Block]:
    yield Heading(chapter.heading, chapter.level)
    if chapter.cluster and chapter.cluster.description:
        yield from prose(request.of(framework_of(request), chapter.cluster.description), "intro")


_INDICATORS = Phrase(nl="Gedragsindicatoren", en="Indicators")
_AT_EVERY_LEVEL = Phrase(
    nl="Gedragsindicatoren die niet bij één niveau horen",
    en="Indicators that do not belong to one level",
)
_CONTRA_AT_EVERY_LEVEL = Phrase(
    nl="Gedrag dat bij geen enkel niveau past", en="Behaviour that does not fit at any level"
)
_NO_BEHAVIOUR = Phrase(
    nl="Het model heeft voor deze competentie nog geen niveaus en geen gedragsindicatoren.",
    en="The framework has no levels and no indicators for this competence yet.",
)


def _competence(
    request: WorkspaceRequest,
    entry: Entry,
    headings: Mapping[str, str],
    *,
    is_running: bool = False,
) -> Iterator[Block]:
    """Yield a competence: what it is, its levels, what goes with it."""
    framework, competence = framework_of(request), entry.competence
    yield Heading(entry.heading, entry.level)
    if kind := _kind_and_aliases(request, framework, competence):
        yield Paragraph(kind, "intro")
    yield from prose(request.of(framework, competence.definition), "intro")
    tables = level_tables(request, framework, competence)
    yield from tables
    titles = (_AT_EVERY_LEVEL, _CONTRA_AT_EVERY_LEVEL) if tables else (_INDICATORS, CONTRA)
    for contra, title in enumerate(titles):
        texts = tuple(
            indicator_in_full(request, framework, one)
            for one in competence.indicators
            if one.is_contra == bool(contra)
        )
        if texts:
            yield Paragraph(request.say(title), "level")
            yield Bullets(texts)
    if not tables and not competence.indicators:
        yield Paragraph(request.say(_NO_BEHAVIOUR), "note")
    if rows := tuple(_agreed(request, framework, competence, headings)):
        yield Fields(rows, "lines")
    yield from _tips(request, framework, competence, is_running=is_running)


_ALIASES = Phrase(nl="Ook bekend als: {names}.", en="Also known as: {names}.")
_STATUS = Phrase(nl="Status: {status}.", en="Status: {status}.")


def _kind_and_aliases(
    request: WorkspaceRequest, framework: Framework, competence: Competence
) -> str:
    """Return "Kerncompetentie. Ook bekend als: teamwork, collegialiteit."."""
    said = []
    if competence.type:
        kind = request.say(COMPETENCE_TYPES[competence.type])
        said.append(f"{kind[:1].upper()}{kind[1:]}.")
    if competence.aliases:
        names = ", ".join(request.of(framework, alias) for alias in competence.aliases)
        said.append(request.say(_ALIASES, names=names))
    if competence.status and competence.status != framework.status:
        said.append(request.say(_STATUS, status=STATUSES[competence.status]))
    return " ".join(said)


_MINIMUM = {
    "organisation": Phrase(
        nl="Minimumniveau van de organisatie", en="Minimum level of the organisation"
    ),
    "sector": Phrase(nl="Minimumniveau van de sector", en="Minimum level of the sector"),
}
_EXCEPTION = Phrase(nl="Uitzondering", en="Exception")
_TARGET = Phrase(nl="Streefniveau van {team}", en="Target level of {team}")
_RELATIONS = {
    "related": Phrase(nl="Zie ook", en="See also"),
    "precedes": Phrase(nl="Gaat vooraf aan", en="Comes before"),
    "replaces": Phrase(nl="Vervangt", en="Replaces"),
    "part-of": Phrase(nl="Is deel van", en="Is part of"),
}


def _agreed(
    request: WorkspaceRequest,
    framework: Framework,
    competence: Competence,
    headings: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Yield the minimum level with its reason, what teams aim at, and related competences."""

    def at(number: int, text: str) -> str:
        name = request.of(framework, level_name(framework, competence, number))
        return f"{numbered_level(request, number, name)}. {text}".strip()

    if minimum := competence.minimum_level:
        reason = request.of(framework, minimum.reason)
        yield request.say(_MINIMUM[minimum.asked_by]), at(minimum.level, reason)
        for one in minimum.exceptions:
            yield request.say(_EXCEPTION), at(one.level, request.of(framework, one.applies_to))
    for target in competence.target_levels:
        team = request.of(framework, target.team)
        said = at(target.level, request.of(framework, target.reason))
        yield request.say(_TARGET, team=team), said
    for kind, title in _RELATIONS.items():
        ids = (one.competence for one in competence.relations if one.kind == kind)
        if names := ", ".join(headings[one] for one in ids if one in headings):
            yield request.say(title), names


_TIPS = Phrase(nl="Ontwikkeltips", en="Development tips")
_FROM_TO = Phrase(nl="(van niveau {low} naar {high})", en="(from level {low} to {high})")
_TO = Phrase(nl="(naar niveau {high})", en="(to level {high})")
_FROM = Phrase(nl="(vanaf niveau {low})", en="(from level {low})")


def _tips(
    request: WorkspaceRequest, framework: Framework, competence: Competence, *, is_running: bool
) -> Iterator[Block]:
    if competence.tips and is_running:
        text = " ".join(_tip(request, framework, one) for one in competence.tips)
        yield Fields(((request.say(_TIPS), text),), "lines")
    elif competence.tips:
        yield Paragraph(request.say(_TIPS), "level")
        yield Bullets(tuple(_tip(request, framework, one) for one in competence.tips))


def _tip(request: WorkspaceRequest, framework: Framework, tip: DevelopmentTip) -> str:
    text, low, high = request.of(framework, tip.text), tip.from_level, tip.to_level
    if low is None and high is None:
        return text
    if low is None or high is None:
        reach = request.say(_FROM, low=low) if low is not None else request.say(_TO, high=high or 0)
    else:
        reach = request.say(_FROM_TO, low=low, high=high)
    return f"{text} {reach}"
