"""A series of jobs side by side: junior, medior, senior, with what changes from step to step."""

from collections.abc import Iterable, Iterator, Sequence

from competenties.documents import Subject
from competenties.documents.request import ProfileRequest, WorkspaceRequest
from competenties.documents.series_rows import series_rows
from competenties.documents.tables import filled_table
from competenties.findings import RefusedError
from competenties.messages import Phrase, join_words
from competenties.office.blocks import (
    Block,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
)

NAME = "job-series"
SUBJECT: Subject = "profiles"
SUFFIXES = (".docx", ".pdf", ".html")
TITLE = Phrase(nl="Functiereeks naast elkaar", en="Job series side by side")
PAGE = Phrase(
    nl="De functies van een reeks (zoals junior, medior, senior) naast elkaar, in Word, PDF of als webpagina: doel, resultaatgebieden, "
    "beslisruimte, functie-eisen en gevraagde niveaus, met in woorden wat er bij elke trede verandert.",
    en="The jobs of a series (such as junior, medior, senior) side by side, in Word, PDF or as a web page: purpose, result areas, room to "
    "decide, job requirements and requested levels, with in words what changes at each step.",
)

_NO_SERIES = Phrase(
    nl="Er is geen functiereeks om naast elkaar te zetten. Vul bij ten minste twee functieprofielen "
    "dezelfde functiereeks in (series), en bij elk de trede (series_step): 1, 2, 3.",
    en="There is no series to put side by side. Fill in the same series in at least two job "
    "profiles (series), and the step in each (series_step): 1, 2, 3.",
)
_FOOTER = Phrase(nl="Functiereeks · {names}", en="Job series · {names}")
_JOB = Phrase(nl="Functie", en="Job")
_STEP = Phrase(nl="Trede", en="Step")
_VERSION = Phrase(nl="Versie en status", en="Version and status")
_CODE = Phrase(nl="Controlecode", en="Fingerprint")
_JOBS_ABOUT = Phrase(nl="De functies van de reeks {name}", en="The jobs of the series {name}")
_INTRO = Phrase(
    nl="Elke functie staat naast de trede ervoor. In de tabel staat in woorden wat nieuw is, wat "
    "gelijk blijft en welk niveau hoger of lager is.",
    en="Each job stands beside the step before it. The table says in words what is new, what stays "
    "the same and which level is higher or lower.",
)
_SUBJECT = Phrase(nl="Onderwerp", en="Subject")
_BESIDE = Phrase(nl="{jobs} naast elkaar", en="{jobs} side by side")
_MOST_BESIDE = 4
_UPRIGHT = 2  # jobs that fit beside each other on a page that stands


def build(request: WorkspaceRequest) -> Document:
    """Return a chapter for each series. Raises RefusedError where no series has two jobs."""
    found = {name: jobs for name, jobs in _series(request).items() if len(jobs) > 1}
    if not found:
        raise RefusedError(_NO_SERIES)
    blocks: list[Block] = []
    for number, (name, jobs) in enumerate(found.items()):
        lies = len(jobs) > _UPRIGHT
        if number or lies:
            blocks.append(PageBreak(lies))
        blocks += request.remarks() if number == 0 else []
        blocks.extend(_chapter(request, name, jobs))
    names = join_words(list(found), request.language)
    return Document(
        title=request.say(TITLE),
        language=request.language,
        blocks=tuple(blocks),
        footer=request.marked(request.say(_FOOTER, names=names)),
        sheet=request.say(TITLE),
        organisation=request.settings.organisation or "",
        keywords=tuple(job.code for jobs in found.values() for job in jobs),
    )


def advice(document: Document) -> list[Phrase]:
    """Return nothing: a series takes as many pages as it needs."""
    del document
    return []


def _series(request: WorkspaceRequest) -> dict[str, list[ProfileRequest]]:
    """Return the jobs of every series by its name, from the first step to the last."""
    found: dict[str, list[ProfileRequest]] = {}
    for profile in request.profiles:
        job = request.on(profile)
        if name := job.own(profile.series).strip():
            found.setdefault(name, []).append(job)
    return {name: sorted(found[name], key=_step) for name in found}


def _step(job: ProfileRequest) -> int:
    """Return the step of a job; one without a step comes last."""
    step = job.profile.series_step
    return step if step is not None else 1000


def _chapter(
    request: WorkspaceRequest, name: str, jobs: Sequence[ProfileRequest]
) -> Iterator[Block]:
    yield Heading(name)
    yield _jobs(request, name, jobs)
    yield Paragraph(request.say(_INTRO), "intro")
    parts = list(_beside(jobs))
    for part in parts:
        if len(parts) > 1:
            yield Heading(_together(request, part), 2)
        yield _table(request, part, jobs)


def _jobs(request: WorkspaceRequest, name: str, jobs: Iterable[ProfileRequest]) -> Table:
    columns = (
        Column(request.say(_STEP), 1.4),
        Column(request.say(_JOB), 7),
        Column(request.say(_VERSION), 5),
        Column(request.say(_CODE), 4),
    )
    rows = []
    for job in jobs:
        step = job.profile.series_step
        shown = str(step) if step is not None else "–"
        rows.append(
            Row((shown, job.own(job.profile.name), job.version_and_status(job.profile), job.code))
        )
    return filled_table(columns, rows, request.say(_JOBS_ABOUT, name=name))


def _beside(jobs: Sequence[ProfileRequest]) -> Iterator[Sequence[ProfileRequest]]:
    """Yield as many jobs at a time as are readable beside each other, no part with one alone."""
    parts = -(-len(jobs) // _MOST_BESIDE)
    size = -(-len(jobs) // parts)
    yield from (jobs[first : first + size] for first in range(0, len(jobs), size))


def _table(
    request: WorkspaceRequest, part: Sequence[ProfileRequest], jobs: Sequence[ProfileRequest]
) -> Table:
    names = (job.own(job.profile.name) for job in part)
    columns = (Column(request.say(_SUBJECT), 3), *(Column(name, 5) for name in names))
    about = request.say(_BESIDE, jobs=_together(request, part))
    return Table(columns, tuple(series_rows(part, jobs)), about)


def _together(request: WorkspaceRequest, part: Iterable[ProfileRequest]) -> str:
    return join_words([job.own(job.profile.name) for job in part], request.language)
