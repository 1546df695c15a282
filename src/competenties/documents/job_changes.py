"""Was and will be: for a reorganisation, what each job said, what it says now, what changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from competenties.documents import Subject
from competenties.documents.job_aspects import aspects
from competenties.documents.job_differences import Aspect, Difference, differences, unchanged
from competenties.documents.request import ProfileRequest, WorkspaceRequest
from competenties.documents.terms_blocks import APPEAL, CONSULTATION, EFFECTIVE
from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.model.profile import JobProfile
from competenties.model.record import CONSULTATION_STATUSES
from competenties.office.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Fields,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Stack,
    Table,
)

NAME = "job-changes"
SUBJECT: Subject = "profiles"
SUFFIXES = (".docx", ".pdf", ".html")
TITLE = Phrase(nl="Was–wordt", en="Was and will be")
PAGE = Phrase(
    nl="Was-wordt-tabel voor een reorganisatie, in Word, PDF of als webpagina: per functie de oude tekst, de nieuwe tekst en wat er verandert, "
    "onderdeel voor onderdeel; ook welke functies nieuw zijn en welke vervallen, en waar bezwaar mogelijk is.",
    en="A table of what was and what will be, for a reorganisation, in Word, PDF or as a web page: for each job the old text, the new text and "
    "what changes, part by part; also which jobs are new and which end, and where to object.",
)

_NOTHING_BEFORE = Phrase(
    nl="Er zijn geen eerdere functieprofielen om mee te vergelijken. Geef ook de werkmap of de "
    "profielen van vóór de wijziging op.",
    en="There are no earlier job profiles to compare with. Also give the workspace or the profiles "
    "from before the change.",
)
_FOOTER = Phrase(nl="Was–wordt · {count} functies", en="Was and will be · {count} jobs")
_FOOTER_ONE = Phrase(nl="Was–wordt · 1 functie", en="Was and will be · 1 job")
_INTRO = Phrase(
    nl="Dit overzicht zet de oude en de nieuwe tekst van elke functie naast elkaar. Het geeft geen "
    "oordeel over de verandering, en zegt niet wat die voor een medewerker betekent.",
    en="This overview lays the old and the new text of each job side by side. It does not judge "
    "the change, and does not say what it means for an employee.",
)


@dataclass(frozen=True, slots=True)
class _Change:
    """One job: its earlier versions, of which the first is compared, and what it is now."""

    now: ProfileRequest
    was: tuple[ProfileRequest, ...]
    found: tuple[Difference, ...] = ()
    same: tuple[str, ...] = ()


def build(request: WorkspaceRequest) -> Document:
    """Return an overview, then each job. Raises RefusedError where there is nothing before."""
    if not request.before:
        raise RefusedError(_NOTHING_BEFORE)
    changes = [_change(request, profile) for profile in request.profiles]
    ended = _ended(request, changes)
    compared = [one for one in changes if one.was]
    blocks = [*request.remarks(), Paragraph(request.say(_INTRO), "intro")]
    blocks.append(_overview(request, changes, ended))
    if compared:
        blocks.append(PageBreak(is_landscape=True))
    for one in compared:
        blocks.extend(_chapter(request, one))
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


def _change(request: WorkspaceRequest, profile: JobProfile) -> _Change:
    now = request.on(profile)
    was = tuple(_earlier(request, one) for one in request.before if _came_from(profile, one))
    if not was:
        return _Change(now, was)
    old, new = aspects(was[0]), aspects(now)
    found = differences(old, new)
    return _Change(now, was, tuple(found), tuple(unchanged(old, new, found)))


def _came_from(profile: JobProfile, before: JobProfile) -> bool:
    """Tell whether a profile follows an earlier one: the same id, or one names the other."""
    return before.id in (profile.id, profile.replaces) or before.replaced_by == profile.id


def _earlier(request: WorkspaceRequest, profile: JobProfile) -> ProfileRequest:
    frameworks = request.frameworks_before or request.frameworks
    return replace(request.on(profile), frameworks=frameworks)


def _ended(request: WorkspaceRequest, changes: Sequence[_Change]) -> list[ProfileRequest]:
    followed = {one.profile.id for change in changes for one in change.was}
    return [_earlier(request, one) for one in request.before if one.id not in followed]


# ---- The overview --------------------------------------------------------------------------

_WAS = Phrase(nl="Was", en="Was")
_NOW = Phrase(nl="Wordt", en="Will be")
_CHANGES = Phrase(nl="Wat verandert er", en="What changes")
_OVERVIEW_ABOUT = Phrase(
    nl="Overzicht van de functies, oud en nieuw", en="Overview of the jobs, old and new"
)
_NEW_JOB = Phrase(nl="Nieuwe functie", en="New job")
_ENDED_JOB = Phrase(nl="Vervalt", en="Ends")
_UNCHANGED_JOB = Phrase(nl="Ongewijzigd", en="Unchanged")


def _overview(
    request: WorkspaceRequest, changes: Sequence[_Change], ended: Sequence[ProfileRequest]
) -> Table:
    columns = tuple(Column(request.say(title)) for title in (_WAS, _NOW, _CHANGES))
    rows = [
        Row(("\n".join(map(_named, one.was)) or "–", _named(one.now), _summary(request, one)))
        for one in changes
    ]
    rows += [Row((_named(one), "–", request.say(_ENDED_JOB))) for one in ended]
    return Table(columns, tuple(rows), request.say(_OVERVIEW_ABOUT))


def _named(one: ProfileRequest) -> str:
    return f"{one.own(one.profile.name)}, {one.version()}"


def _summary(request: WorkspaceRequest, one: _Change) -> str:
    if not one.was:
        return request.say(_NEW_JOB)
    subjects = dict.fromkeys(difference.subject for difference in one.found)
    return ", ".join(subjects) or request.say(_UNCHANGED_JOB)


# ---- One job -------------------------------------------------------------------------------

_BECOMES = Phrase(nl="{was} wordt {now}", en="{was} becomes {now}")
_MERGED = Phrase(
    nl="In deze functie gaan ook op: {names}. De tabel vergelijkt met {first}.",
    en="This job also takes in: {names}. The table compares with {first}.",
)
_SAME = Phrase(nl="Ongewijzigd: {subjects}.", en="Unchanged: {subjects}.")
_ALL_SAME = Phrase(
    nl="De tekst van deze functie is ongewijzigd.", en="The text of this job is unchanged."
)
_PART = Phrase(nl="Onderdeel", en="Part")
_TABLE_ABOUT = Phrase(
    nl="{name}: was, wordt en wat er verandert", en="{name}: was, will be and what changes"
)


def _chapter(request: WorkspaceRequest, one: _Change) -> Iterator[Block]:
    now, was = one.now, one.was[0]
    name, before = now.own(now.profile.name), was.own(was.profile.name)
    yield Heading(name if name == before else request.say(_BECOMES, was=before, now=name))
    yield Fields(tuple(_head(one)), "lines")
    if one.was[1:]:
        others = ", ".join(map(_named, one.was[1:]))
        yield Paragraph(request.say(_MERGED, names=others, first=before))
    if one.found:
        yield _table(request, one, name)
    else:
        yield Paragraph(request.say(_ALL_SAME))
    if one.found and one.same:
        yield Paragraph(request.say(_SAME, subjects=", ".join(one.same)))
    grading = now.profile.grading
    if grading and grading.appeal:
        yield Fields(((request.say(APPEAL), now.own(grading.appeal)),), "lines")


def _head(one: _Change) -> Iterator[tuple[str, Cell]]:
    """Yield both versions, from when the new one holds, and what the works council said."""
    now, say = one.now, one.now.say
    yield say(_WAS), _named(one.was[0])
    yield say(_NOW), _named(now)
    approval = now.profile.approval
    start = (approval and approval.effective_from) or now.profile.valid_from
    if start:
        yield say(EFFECTIVE), now.day(start)
    if approval and (consultation := approval.consultation):
        status = say(CONSULTATION_STATUSES[consultation.status])
        heard = (consultation.body, status, now.day(consultation.on))
        yield say(CONSULTATION), ", ".join(part for part in heard if part)


def _table(request: WorkspaceRequest, one: _Change, name: str) -> Table:
    columns = (
        Column(request.say(_PART), 3.4),
        Column(request.say(_WAS), 5),
        Column(request.say(_NOW), 5),
        Column(request.say(_CHANGES), 3.6),
    )
    rows: list[Row | Group] = []
    for number, difference in enumerate(one.found):
        if number == 0 or one.found[number - 1].subject != difference.subject:
            rows.append(Group(difference.subject))
        rows.append(_row(request, difference))
    return Table(columns, tuple(rows), request.say(_TABLE_ABOUT, name=name))


_GONE = Phrase(nl="Vervalt: {text}", en="Removed: {text}")
_NEW = Phrase(nl="Nieuw: {text}", en="New: {text}")


def _row(request: WorkspaceRequest, difference: Difference) -> Row:
    was, now = difference.was, difference.now
    is_marked = bool(was and now and len(was.lines) + len(now.lines) > _BOTH_SINGLE)
    return Row(
        (
            difference.title,
            _shown(request, was, difference.removed if is_marked else (), _GONE),
            _shown(request, now, difference.added if is_marked else (), _NEW),
            "\n".join(_changes(request, difference)),
        )
    )


_BOTH_SINGLE = 2  # one line in each version: that is a text, not a list


def _shown(
    request: WorkspaceRequest, aspect: Aspect | None, marked: Sequence[str], mark: Phrase
) -> Cell:
    """Return what a version says; in a list the lines that the other does not have are marked."""
    if aspect is None:
        return "–"
    lines = tuple(request.say(mark, text=line) if line in marked else line for line in aspect.lines)
    head = (Paragraph(aspect.head, "level"),) if aspect.head else ()
    if len(lines) == 1 and not head:
        return lines[0]
    return Stack((*head, Bullets(lines)) if lines else head)


_ADDED_PART = Phrase(nl="Nieuw.", en="New.")
_GONE_PART = Phrase(nl="Vervalt.", en="Removed.")
_HIGHER = Phrase(nl="Hoger: niveau {was} wordt niveau {now}.", en="Higher: level {was} to {now}.")
_LOWER = Phrase(nl="Lager: niveau {was} wordt niveau {now}.", en="Lower: level {was} to {now}.")
_OTHER_NAME = Phrase(nl="Naam gewijzigd.", en="Name changed.")
_OTHER_LEVEL = Phrase(nl="Gevraagd niveau gewijzigd.", en="Requested level changed.")
_TEXT = Phrase(nl="Tekst gewijzigd.", en="Text changed.")
_MORE = Phrase(nl="{count} punten erbij.", en="{count} points added.")
_ONE_MORE = Phrase(nl="1 punt erbij.", en="1 point added.")
_LESS = Phrase(nl="{count} punten weg.", en="{count} points removed.")
_ONE_LESS = Phrase(nl="1 punt weg.", en="1 point removed.")
_ORDER = Phrase(nl="Volgorde gewijzigd.", en="Order changed.")


def _changes(request: WorkspaceRequest, difference: Difference) -> Iterator[str]:
    """Yield in words what changes in a part, without judging it."""
    was, now, say = difference.was, difference.now, request.say
    if was is None or now is None:
        yield say(_ADDED_PART if was is None else _GONE_PART)
        return
    if len(was.levels) == 1 == len(now.levels) and was.levels != now.levels:
        change = _HIGHER if now.levels > was.levels else _LOWER
        yield say(change, was=was.levels[0], now=now.levels[0])
        return
    if was.head != now.head:
        yield say(_OTHER_NAME if was.head == was.title else _OTHER_LEVEL)
    if len(was.lines) == 1 == len(now.lines) and was.lines != now.lines:
        yield say(_TEXT)
    elif was.lines != now.lines:
        yield from _counted(request, difference)


def _counted(request: WorkspaceRequest, difference: Difference) -> Iterator[str]:
    added, removed = len(difference.added), len(difference.removed)
    if added:
        yield request.say(_ONE_MORE if added == 1 else _MORE, count=added)
    if removed:
        yield request.say(_ONE_LESS if removed == 1 else _LESS, count=removed)
    if not added and not removed:
        yield request.say(_ORDER)
