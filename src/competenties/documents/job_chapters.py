"""One job in a was-and-will-be overview: both texts side by side, or the one text there is."""

from collections.abc import Iterable, Iterator, Sequence

from competenties.documents.job_aspects import aspects
from competenties.documents.job_differences import Aspect, Difference
from competenties.documents.job_scoring import SCORING
from competenties.documents.job_versions import Change, Comparison
from competenties.documents.request import ProfileRequest, WorkspaceRequest
from competenties.documents.terms_blocks import APPEAL, CONSULTATION, EFFECTIVE
from competenties.messages import Phrase, join_words
from competenties.model.record import CONSULTATION_STATUSES
from competenties.office.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Fields,
    Group,
    Heading,
    Paragraph,
    Row,
    Stack,
    Table,
)

WAS = Phrase(nl="Was", en="Was")
NOW = Phrase(nl="Wordt", en="Will be")
CHANGES = Phrase(nl="Wat verandert er", en="What changes")
NEW_JOB = Phrase(nl="Nieuwe functie", en="New job")
ENDED_JOB = Phrase(nl="Vervalt", en="Ends")
_MERGED = Phrase(nl="Samengevoegd uit {names}", en="Merged from {names}")
_BECOMES = Phrase(nl="{was} wordt {now}", en="{was} becomes {now}")
_COMPARED = Phrase(nl="Vergeleken met {name}", en="Compared with {name}")
_WITH_CODE = Phrase(nl="{version}, controlecode {code}", en="{version}, fingerprint {code}")
_SAME = Phrase(nl="Ongewijzigd: {subjects}.", en="Unchanged: {subjects}.")
_ALL_SAME = Phrase(
    nl="De tekst is gelijk aan die van deze functie.",
    en="The text is the same as that of this job.",
)
_SAME_TEXT = Phrase(nl="De tekst is ongewijzigd.", en="The text is unchanged.")
_PART = Phrase(nl="Onderdeel", en="Part")
_TABLE_ABOUT = Phrase(
    nl="{name}: was, wordt en wat er verandert", en="{name}: was, will be and what changes"
)
_TEXT_ABOUT = Phrase(nl="{name}: de hele tekst", en="{name}: the whole text")


def named(one: ProfileRequest) -> str:
    """Return a job with its version: "Tuinman, versie 1.0 (concept)"."""
    return f"{one.own(one.profile.name)}, {one.version()}"


def merged_from(one: Change) -> str:
    """Return which jobs became one: "Samengevoegd uit A en B"."""
    names = [each.was.own(each.was.profile.name) for each in one.compared]
    return one.now.say(_MERGED, names=join_words(names, one.now.language))


def changed_job(request: WorkspaceRequest, one: Change) -> Iterator[Block]:
    """Yield a job beside what it was; one that came from several, beside each of those."""
    now, first = one.now, one.compared[0].was
    name, before = now.own(now.profile.name), first.own(first.profile.name)
    is_plain = one.is_merged or name == before
    yield Heading(name if is_plain else request.say(_BECOMES, was=before, now=name))
    was = [(request.say(WAS), _coded(each.was)) for each in one.compared]
    yield Fields((*was, (request.say(NOW), _coded(now)), *_decided(now)), "lines")
    if one.is_merged:
        yield Paragraph(f"{merged_from(one)}.", "intro")
    for each in one.compared:
        if one.is_merged:
            other = each.was.own(each.was.profile.name)
            yield Heading(request.say(_COMPARED, name=other), 2)
        yield from _compared(request, each, name, is_merged=one.is_merged)
    yield from _appeal(now)


def new_job(request: WorkspaceRequest, now: ProfileRequest) -> Iterator[Block]:
    """Yield the whole text of a job that was not there before."""
    yield Heading(now.own(now.profile.name))
    rows = (
        (request.say(WAS), "–"),
        (request.say(NOW), f"{_coded(now)} ({_lower(request, NEW_JOB)})"),
    )
    yield Fields((*rows, *_decided(now)), "lines")
    yield _whole_text(request, now, NOW)
    yield from _appeal(now)


def ended_job(request: WorkspaceRequest, was: ProfileRequest) -> Iterator[Block]:
    """Yield the whole text of a job that ends, and where to object."""
    yield Heading(was.own(was.profile.name))
    rows = ((request.say(WAS), _coded(was)), (request.say(NOW), request.say(ENDED_JOB)))
    yield Fields(rows, "lines")
    yield _whole_text(request, was, WAS)
    yield from _appeal(was)


def _coded(one: ProfileRequest) -> str:
    return one.say(_WITH_CODE, version=named(one), code=one.code)


def _lower(request: WorkspaceRequest, phrase: Phrase) -> str:
    text = request.say(phrase)
    return text[:1].lower() + text[1:]


def _decided(now: ProfileRequest) -> Iterator[tuple[str, Cell]]:
    """Yield from when the new version holds, and what the works council said."""
    say, approval = now.say, now.profile.approval
    start = (approval and approval.effective_from) or now.profile.valid_from
    if start:
        yield say(EFFECTIVE), now.day(start)
    if approval and (consultation := approval.consultation):
        status = say(CONSULTATION_STATUSES[consultation.status])
        heard = (consultation.body, status, now.day(consultation.on))
        yield say(CONSULTATION), ", ".join(part for part in heard if part)


def _appeal(one: ProfileRequest) -> Iterator[Block]:
    grading = one.profile.grading
    if grading and grading.appeal:
        yield Fields(((one.say(APPEAL), one.own(grading.appeal)),), "lines")


def _compared(
    request: WorkspaceRequest, one: Comparison, name: str, *, is_merged: bool
) -> Iterator[Block]:
    if one.found:
        yield _table(request, one, name)
        if one.same:
            yield Paragraph(request.say(_SAME, subjects=", ".join(one.same)))
    else:
        yield Paragraph(request.say(_ALL_SAME if is_merged else _SAME_TEXT))
    if one.scoring:
        yield Fields(((request.say(SCORING), " ".join(one.scoring)),), "lines")


def _whole_text(request: WorkspaceRequest, one: ProfileRequest, version: Phrase) -> Table:
    said = aspects(one)
    rows = _grouped(
        (part.subject, Row((part.title, _shown(request, part, (), _NEW)))) for part in said
    )
    columns = (Column(request.say(_PART), 3.4), Column(request.say(version), 13.6))
    about = request.say(_TEXT_ABOUT, name=one.own(one.profile.name))
    return Table(columns, tuple(rows), about)


def _table(request: WorkspaceRequest, one: Comparison, name: str) -> Table:
    columns = (
        Column(request.say(_PART), 3.4),
        Column(request.say(WAS), 5),
        Column(request.say(NOW), 5),
        Column(request.say(CHANGES), 3.6),
    )
    rows = _grouped((each.subject, _row(request, each)) for each in one.found)
    return Table(columns, tuple(rows), request.say(_TABLE_ABOUT, name=name))


def _grouped(rows: Iterable[tuple[str, Row]]) -> Iterator[Row | Group]:
    """Yield rows, under their subject where that begins."""
    latest = ""
    for subject, row in rows:
        if subject != latest:
            yield Group(subject)
        latest = subject
        yield row


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
