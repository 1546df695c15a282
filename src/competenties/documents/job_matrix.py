"""The job matrix: which competences the jobs ask, and at which level."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from math import ceil

from competenties.documents import Subject
from competenties.documents.block_room import LANDSCAPE_WIDTH, lines_of_blocks, lines_on_page
from competenties.documents.book_chapters import chapters
from competenties.documents.matrix_cells import asked_in_short, scales_in_short
from competenties.documents.request import WorkspaceRequest
from competenties.documents.tables import filled_table
from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.model.competence import Competence
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.model.requested import RequestedCompetence, requested_competences
from competenties.office.blocks import (
    Block,
    Column,
    Document,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
)

NAME = "job-matrix"
SUBJECT: Subject = "profiles"
SUFFIXES = (".xlsx", ".docx", ".pdf")
TITLE = Phrase(nl="Functiematrix", en="Job matrix")
PAGE = Phrase(
    nl="Alle functies naast elkaar in Excel, Word of PDF: welke competenties zij vragen, op welk niveau, en wat "
    "vereist of gewenst is. Zonder weging en ondergrens.",
    en="All jobs side by side in Excel, Word or PDF: which competences they ask, at which level, and what is "
    "essential or desirable. Without weights and floors.",
)
_BESIDE = 5
"""Jobs in one table; with more, their names would have to be broken off."""

_NO_PROFILES = Phrase(
    nl="Een functiematrix kan nog niet: er zijn geen functieprofielen.",
    en="A job matrix cannot be made yet: there are no job profiles.",
)

_Asked = dict[tuple[str, str], RequestedCompetence]


def build(request: WorkspaceRequest) -> Document:
    """Return the matrix, with the jobs that stand in it. Raises RefusedError without profiles."""
    if not request.profiles:
        raise RefusedError(_NO_PROFILES)
    before = [*request.remarks(), *_explanation(request), *_jobs(request)]
    matrix = [*_matrix(request)]
    if _needs_a_page(request, before, matrix):
        before.append(PageBreak(is_landscape=True))
    blocks = (PageBreak(is_landscape=True), *before, *matrix)
    return Document(
        title=request.say(TITLE),
        language=request.language,
        blocks=blocks,
        footer=_footer(request),
        sheet=request.say(TITLE),
        organisation=request.settings.organisation or "",
        keywords=tuple(profile.id for profile in request.profiles),
    )


def advice(document: Document) -> list[Phrase]:
    """Return nothing to know."""
    del document
    return []


_TITLE_LINES = 4


def _needs_a_page(
    request: WorkspaceRequest, before: Sequence[Block], matrix: Sequence[Block]
) -> bool:
    """Tell whether the first table of the matrix does not fit under what explains it."""
    first = [*takewhile(lambda block: not isinstance(block, PageBreak), matrix)]
    used = _TITLE_LINES + lines_of_blocks([*before, *first], request.house, LANDSCAPE_WIDTH)
    return used > lines_on_page(request.house, is_landscape=True)


_FOOTER = Phrase(nl="{title} · {frameworks}", en="{title} · {frameworks}")
_OF = Phrase(nl="{name}, {version}", en="{name}, {version}")


def _footer(request: WorkspaceRequest) -> str:
    said = [
        request.say(_OF, name=request.of(one, one.name), version=request.version_of(one))
        for one in _frameworks(request)
    ]
    title = request.say(TITLE)
    names = " · ".join(said)
    return request.marked(request.say(_FOOTER, title=title, frameworks=names) if said else title)


_EXPLAINED = Phrase(nl="Wat er staat", en="What it says")
_CELLS = Phrase(
    nl="Bij elke functie staat het niveau dat het functieprofiel vraagt: een cijfer, een reeks (2–4) of "
    'woorden. Staat er "gewenst" achter, dan is het geen eis. Alle andere niveaus zijn vereist. Een streepje '
    "(–) betekent: niet gevraagd.",
    en="For each job there is the level that the job profile asks: a number, a span (2–4) or words. Where it "
    'says "desirable", it is not required. All other levels are essential. A dash (–) means: not asked.',
)
_NO_RANK = Phrase(
    nl="Een hoger niveau is geen hogere functie of een hoger salaris: de waardering van een functie staat los van "
    "de competenties.",
    en="A higher level is no higher job and no higher pay: how a job is graded is kept apart from its "
    "competences.",
)


def _explanation(request: WorkspaceRequest) -> Iterator[Block]:
    yield Heading(request.say(_EXPLAINED))
    yield Paragraph(request.say(_CELLS))
    for framework in _frameworks(request):
        for line in scales_in_short(request, framework):
            yield Paragraph(line)
    yield Paragraph(request.say(_NO_RANK), "note")


_JOBS = Phrase(nl="Functies in deze matrix", en="Jobs in this matrix")
_JOB = Phrase(nl="Functie", en="Job")
_FAMILY = Phrase(nl="Functiefamilie", en="Job family")
_UNIT = Phrase(nl="Onderdeel", en="Unit")
_VERSION = Phrase(nl="Versie en status", en="Version and status")
_NOTHING_ASKED = Phrase(
    nl="Deze functieprofielen vragen nog geen competenties.",
    en="These job profiles do not ask for any competences yet.",
)


def _jobs(request: WorkspaceRequest) -> Iterator[Block]:
    columns = (
        Column(request.say(_JOB), 6.0),
        Column(request.say(_FAMILY), 4.0),
        Column(request.say(_UNIT), 4.0),
        Column(request.say(_VERSION), 3.6),
    )
    rows = []
    for profile in request.profiles:
        one = request.on(profile)
        unit = one.own(profile.place.unit) if profile.place else ""
        rows.append(
            Row(
                (
                    one.own(profile.name),
                    one.own(profile.family),
                    unit,
                    one.version_and_status(profile),
                )
            )
        )
    yield Heading(request.say(_JOBS))
    yield filled_table(columns, rows, request.say(_JOBS))


_COMPETENCE = Phrase(nl="Competentie", en="Competence")
_LEVELS = Phrase(nl="Gevraagde niveaus", en="Requested levels")
_PART = Phrase(
    nl="Gevraagde niveaus, functie {first} tot en met {last} van {count}",
    en="Requested levels, jobs {first} to {last} of {count}",
)


def _matrix(request: WorkspaceRequest) -> Iterator[Block]:
    """Yield the matrix in tables of a few jobs each, with the same competences in all of them."""
    asked = [_asked(request, profile) for profile in request.profiles]
    rows = _competences(request, {key for one in asked for key in one})
    if not rows:
        yield Heading(request.say(_LEVELS))
        yield Paragraph(request.say(_NOTHING_ASKED))
        return
    count = len(request.profiles)
    size = ceil(count / ceil(count / _BESIDE))
    for start in range(0, count, size):
        end = min(count, start + size)
        title = request.say(_LEVELS)
        if size < count:
            title = request.say(_PART, first=start + 1, last=end, count=count)
        if start:
            yield PageBreak(is_landscape=True)
        yield Heading(title)
        yield _table(request, title, rows, range(start, end), asked)


def _table(
    request: WorkspaceRequest,
    title: str,
    rows: Sequence[Group | tuple[Framework, Competence]],
    places: range,
    asked: Sequence[_Asked],
) -> Table:
    profiles = [request.profiles[place] for place in places]
    names = [request.on(profile).own(profile.name) for profile in profiles]
    made: list[Row | Group] = []
    for row in rows:
        if isinstance(row, Group):
            made.append(row)
            continue
        framework, competence = row
        key = (framework.id, competence.id)
        cells = (
            asked_in_short(request.on(profile), asked[place].get(key))
            for place, profile in zip(places, profiles, strict=True)
        )
        made.append(Row((request.of(framework, competence.name), *cells)))
    columns = (Column(request.say(_COMPETENCE), 1.6), *(Column(name) for name in names))
    return Table(columns, tuple(made), title)


def _asked(request: WorkspaceRequest, profile: JobProfile) -> _Asked:
    found = requested_competences(profile, request.frameworks)
    return {(one.framework.id, one.competence.id): one for one in found}


def _competences(
    request: WorkspaceRequest, keys: set[tuple[str, str]]
) -> list[Group | tuple[Framework, Competence]]:
    """Return the competences that any job asks, in the order of the book, under their clusters."""
    rows: list[Group | tuple[Framework, Competence]] = []
    frameworks = _frameworks(request)
    for framework in frameworks:
        for chapter in chapters(_about(request, framework)):
            found = [
                one.competence
                for one in chapter.entries
                if (framework.id, one.competence.id) in keys
            ]
            if found and (framework.clusters or len(frameworks) > 1):
                name = request.of(framework, framework.name)
                several = len(frameworks) > 1
                rows.append(Group(f"{name}: {chapter.heading}" if several else chapter.heading))
            rows += [(framework, one) for one in found]
    return rows


def _frameworks(request: WorkspaceRequest) -> list[Framework]:
    """Return the frameworks that the profiles use, in the order in which they come up."""
    ids = dict.fromkeys(
        identifier
        for profile in request.profiles
        for identifier in (
            *(one.id for one in profile.frameworks),
            *(one.framework for one in profile.requirements if one.framework),
        )
    )
    return [request.frameworks[one] for one in ids if one in request.frameworks]


def _about(request: WorkspaceRequest, framework: Framework) -> WorkspaceRequest:
    return WorkspaceRequest(
        request.frameworks, (), request.language, request.settings, framework=framework
    )
