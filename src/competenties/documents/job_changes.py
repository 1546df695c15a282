"""Was and will be: for a reorganisation, what each job said, what it says now, what changes."""

from collections.abc import Iterator, Sequence

from competenties.documents import Subject
from competenties.documents.job_chapters import (
    CHANGES,
    ENDED_JOB,
    NEW_JOB,
    NOW,
    WAS,
    changed_job,
    ended_job,
    merged_from,
    named,
    new_job,
)
from competenties.documents.job_scoring import SCORING
from competenties.documents.job_versions import Change, changes_of, ended_jobs
from competenties.documents.request import ProfileRequest, WorkspaceRequest
from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.office.blocks import Block, Column, Document, PageBreak, Paragraph, Row, Table

NAME = "job-changes"
SUBJECT: Subject = "profiles"
SUFFIXES = (".docx", ".pdf", ".html")
TITLE = Phrase(nl="Was–wordt", en="Was and will be")
PAGE = Phrase(
    nl="Was-wordt-tabel voor een reorganisatie, in Word, PDF of als webpagina: per functie de oude tekst, de nieuwe tekst en wat er verandert, "
    "onderdeel voor onderdeel, en of de score anders telt; ook de tekst van functies die nieuw zijn of vervallen, en waar bezwaar mogelijk is.",
    en="A table of what was and what will be, for a reorganisation, in Word, PDF or as a web page: for each job the old text, the new text and "
    "what changes, part by part, and whether the score counts in another way; also the text of jobs that are new or end, and where to object.",
)

_NOTHING_BEFORE = Phrase(
    nl="Er zijn geen eerdere functieprofielen om mee te vergelijken. Geef ook de werkmap of de "
    "profielen van vóór de wijziging op.",
    en="There are no earlier job profiles to compare with. Also give the workspace or the profiles "
    "from before the change.",
)
_FOOTER = Phrase(nl="Was–wordt · {count} functies", en="Was and will be · {count} jobs")
_FOOTER_ONE = Phrase(nl="Was–wordt · 1 functie", en="Was and will be · 1 job")
_OTHER_JOB = Phrase(
    nl='"{before}" is geen eerdere versie van "{now}": het id is anders. Is "{now}" daarvoor in de plaats '
    'gekomen? Zet dan in het profiel "{now}" bij replaces: "{first}". Zet anders bij --against een eerdere '
    "versie met hetzelfde id.",
    en='"{before}" is no earlier version of "{now}": its id is different. Did "{now}" come in its place? Then '
    'put replaces: "{first}" in the profile "{now}". Otherwise give an earlier version with the same id '
    "after --against.",
)
_INTRO = Phrase(
    nl="Dit overzicht zet de oude en de nieuwe tekst van elke functie naast elkaar. Het geeft geen "
    "oordeel over de verandering, en zegt niet wat die voor een medewerker betekent. Van een functie "
    "die nieuw is of vervalt, staat de hele tekst er. Een functie die niet verandert, staat alleen in "
    "de tabel hieronder.",
    en="This overview lays the old and the new text of each job side by side. It does not judge "
    "the change, and does not say what it means for an employee. Of a job that is new or ends, the "
    "whole text is here. A job that does not change is in the table below only.",
)


def build(request: WorkspaceRequest) -> Document:
    """Return an overview, then each job that is not the same.

    Raises RefusedError where there is nothing before, or one job is laid beside another one.
    """
    if not request.before:
        raise RefusedError(_NOTHING_BEFORE)
    changes = changes_of(request)
    _refuse_other_job(request, changes)
    ended = ended_jobs(request, changes)
    blocks: list[Block] = [PageBreak(is_landscape=True), *request.remarks()]
    blocks += [Paragraph(request.say(_INTRO), "intro"), _overview(request, changes, ended)]
    blocks += _chapters(request, changes, ended)
    count = len(changes) + len(ended)
    footer = _FOOTER_ONE if count == 1 else _FOOTER.filled(count=count)
    return Document(
        title=request.say(TITLE),
        language=request.language,
        blocks=tuple(blocks),
        footer=request.marked(request.say(footer)),
        sheet=request.say(TITLE),
        organisation=request.settings.organisation or "",
        keywords=tuple(one.now.code for one in changes),
    )


def advice(document: Document) -> list[Phrase]:
    """Return nothing: a comparison takes as many pages as it needs."""
    del document
    return []


def _refuse_other_job(request: WorkspaceRequest, changes: Sequence[Change]) -> None:
    """Refuse to call one job new and another ended, where somebody asked to compare the two."""
    if len(changes) == 1 and changes[0].is_new:
        ids = [one.id for one in request.before]
        now = changes[0].now.profile.id
        raise RefusedError(_OTHER_JOB, before='", "'.join(ids), first=ids[0], now=now)


def _chapters(
    request: WorkspaceRequest, changes: Sequence[Change], ended: Sequence[ProfileRequest]
) -> Iterator[Block]:
    for one in changes:
        if one.is_new:
            yield from new_job(request, one.now)
        elif not one.is_unchanged:
            yield from changed_job(request, one)
    for each in ended:
        yield from ended_job(request, each)


_OVERVIEW_ABOUT = Phrase(
    nl="Overzicht van de functies, oud en nieuw", en="Overview of the jobs, old and new"
)
_UNCHANGED_JOB = Phrase(nl="Ongewijzigd", en="Unchanged")


def _overview(
    request: WorkspaceRequest, changes: Sequence[Change], ended: Sequence[ProfileRequest]
) -> Table:
    columns = tuple(Column(request.say(title)) for title in (WAS, NOW, CHANGES))
    rows = [Row((_earlier(one), named(one.now), _summary(request, one))) for one in changes]
    rows += [Row((named(one), "–", request.say(ENDED_JOB))) for one in ended]
    return Table(columns, tuple(rows), request.say(_OVERVIEW_ABOUT))


def _earlier(one: Change) -> str:
    return "\n".join(named(each.was) for each in one.compared) or "–"


def _summary(request: WorkspaceRequest, one: Change) -> str:
    """Return in a few words what happens to a job."""
    if one.is_new:
        return request.say(NEW_JOB)
    if one.is_merged:
        return merged_from(one)
    compared = one.compared[0]
    subjects = list(dict.fromkeys(difference.subject for difference in compared.found))
    if compared.scoring:
        subjects.append(request.say(SCORING))
    return ", ".join(subjects) or request.say(_UNCHANGED_JOB)
