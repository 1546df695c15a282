"""The rows of jobs side by side: each cell says what differs from the step before it, in words."""

from collections.abc import Callable, Iterator, Sequence

from competenties.documents.competence_blocks import COMPETENCES, core_first, marked_name
from competenties.documents.levels import DESIRABLE, asked_in_words, is_desirable
from competenties.documents.request import ProfileRequest
from competenties.documents.setting_blocks import PURPOSE
from competenties.documents.work_blocks import (
    ALIGNS,
    AUTHORITY,
    BUDGET,
    DECIDES,
    DEPARTS,
    QUALIFICATIONS,
    RESULTS,
    SUBMITS,
    qualification_text,
    result_text,
)
from competenties.messages import Phrase
from competenties.model.job import Authority, ResultArea
from competenties.model.requested import RequestedCompetence
from competenties.model.terms import NEEDS
from competenties.model.text import Text
from competenties.office.blocks import Bullets, Cell, Group, Paragraph, Row, Stack

_NOTHING = "–"
_SAME = Phrase(nl="Gelijk aan {job}.", en="Same as {job}.")
_NEW = Phrase(nl="Nieuw: {text}", en="New: {text}")
_GONE = Phrase(nl="Niet meer: {texts}", en="No longer: {texts}")
_NOT_HERE = Phrase(nl="Hoort niet bij deze functie.", en="Not part of this job.")
_NO_LONGER = Phrase(
    nl="Hoort niet bij deze functie; wel bij {job}.", en="Not part of this job; it is of {job}."
)
_ALL_NEW = Phrase(nl="Nieuw ten opzichte van {job}.", en="New compared with {job}.")
_NOT_ASKED = Phrase(nl="Niet gevraagd", en="Not requested")
_ASKED_BEFORE = Phrase(nl="Wel gevraagd bij {job}.", en="Requested of {job}.")
_HIGHER = Phrase(nl="Hoger dan bij {job}.", en="Higher than for {job}.")
_LOWER = Phrase(nl="Lager dan bij {job}.", en="Lower than for {job}.")
_OTHER = Phrase(nl="Anders dan bij {job}.", en="Different from {job}.")

_Texts = tuple[str, ...]


def series_rows(
    part: Sequence[ProfileRequest], jobs: Sequence[ProfileRequest]
) -> Iterator[Row | Group]:
    """Yield the rows for a part of a series; `jobs` is the whole series, for the step before."""
    yield from _text_row(part, jobs, PURPOSE, lambda job: job.own(job.profile.purpose))
    yield from _grouped(part, RESULTS, _area_rows(part, jobs))
    yield from _grouped(part, AUTHORITY, _authority_rows(part, jobs))
    yield from _grouped(part, QUALIFICATIONS, _qualification_rows(part, jobs))
    yield from _grouped(part, COMPETENCES, _competence_rows(part, jobs))


def _grouped(
    part: Sequence[ProfileRequest], title: Phrase, rows: Iterator[Row]
) -> Iterator[Row | Group]:
    """Yield rows under their subject, or nothing where no job says anything about it."""
    if made := list(rows):
        yield Group(part[0].say(title))
        yield from made


def _before(job: ProfileRequest, jobs: Sequence[ProfileRequest]) -> ProfileRequest | None:
    """Return the step before a job."""
    place = jobs.index(job)
    return jobs[place - 1] if place else None


def _name(job: ProfileRequest) -> str:
    return job.own(job.profile.name)


# ---- Texts and lists -----------------------------------------------------------------------


def _text_row(
    part: Sequence[ProfileRequest],
    jobs: Sequence[ProfileRequest],
    title: Phrase,
    text: Callable[[ProfileRequest], str],
) -> Iterator[Row]:
    """Yield a row of texts; one that is the same as in the step before is not said again."""
    if any(text(job) for job in part):
        yield Row(
            (part[0].say(title), *(_text_cell(job, _before(job, jobs), text) for job in part))
        )


def _text_cell(
    job: ProfileRequest, before: ProfileRequest | None, text: Callable[[ProfileRequest], str]
) -> Cell:
    said = text(job)
    if said and before and text(before) == said:
        return job.say(_SAME, job=_name(before))
    return said or _NOTHING


def _list_row(
    part: Sequence[ProfileRequest],
    jobs: Sequence[ProfileRequest],
    title: str,
    texts: Callable[[ProfileRequest], _Texts],
) -> Iterator[Row]:
    """Yield a row of lists, with what is new in each and what is no longer there."""
    if any(texts(job) for job in part):
        yield Row((title, *(_list_cell(job, _before(job, jobs), texts) for job in part)))


def _list_cell(
    job: ProfileRequest, before: ProfileRequest | None, texts: Callable[[ProfileRequest], _Texts]
) -> Cell:
    said, earlier = texts(job), texts(before) if before else ()
    if before is None or not said:
        return Bullets(said) if said else _NOTHING
    if said == earlier:
        return job.say(_SAME, job=_name(before))
    marked = tuple(text if text in earlier else job.say(_NEW, text=text) for text in said)
    gone = "; ".join(text.rstrip(".") for text in earlier if text not in said)
    note = (Paragraph(job.say(_GONE, texts=f"{gone}."), "note"),) if gone else ()
    return Stack((Bullets(marked if earlier else said), *note))


# ---- Result areas --------------------------------------------------------------------------


def _area_rows(part: Sequence[ProfileRequest], jobs: Sequence[ProfileRequest]) -> Iterator[Row]:
    """Yield a row for each result area; areas with the same id or name are one."""
    names: dict[str, str] = {}
    for job in part:
        for area in job.profile.result_areas:
            names.setdefault(_key_in(names, job, area), job.own(area.name))
    for key, name in names.items():
        cells = (_area_cell(job, _before(job, jobs), key, name) for job in part)
        yield Row((name, *cells))


def _key_in(names: dict[str, str], job: ProfileRequest, area: ResultArea) -> str:
    """Return the key of an area: that of an area with its name, else its id."""
    name = job.own(area.name).casefold()
    return next((key for key, known in names.items() if known.casefold() == name), area.id)


def _area_cell(job: ProfileRequest, before: ProfileRequest | None, key: str, name: str) -> Cell:
    area = _area_of(job, key, name)
    earlier = _area_of(before, key, name) if before else None
    if area is None:
        if before and earlier:
            return job.say(_NO_LONGER, job=_name(before))
        return job.say(_NOT_HERE)
    if before and earlier is None:
        new = Paragraph(job.say(_ALL_NEW, job=_name(before)), "note")
        return Stack((new, Bullets(_area_texts(job, area))))

    def texts(one: ProfileRequest) -> _Texts:
        found = _area_of(one, key, name)
        return _area_texts(one, found) if found else ()

    return _list_cell(job, before, texts)


def _area_of(job: ProfileRequest, key: str, name: str) -> ResultArea | None:
    areas = job.profile.result_areas
    by_id = next((one for one in areas if one.id == key), None)
    return by_id or next(
        (one for one in areas if job.own(one.name).casefold() == name.casefold()), None
    )


def _area_texts(job: ProfileRequest, area: ResultArea) -> _Texts:
    tasks = (job.own(task) for task in area.tasks)
    return (*tasks, *(result_text(job, result) for result in area.results))


# ---- Room to decide, job requirements ------------------------------------------------------


def _authority_rows(
    part: Sequence[ProfileRequest], jobs: Sequence[ProfileRequest]
) -> Iterator[Row]:
    lists: tuple[tuple[Phrase, Callable[[Authority], Sequence[Text]]], ...] = (
        (DECIDES, lambda authority: authority.decides),
        (ALIGNS, lambda authority: authority.aligns),
        (SUBMITS, lambda authority: authority.submits),
    )
    for title, points in lists:
        yield from _list_row(part, jobs, part[0].say(title), _points(points))
    yield from _text_row(part, jobs, DEPARTS, lambda job: job.own(_authority(job).departs))
    yield from _text_row(part, jobs, BUDGET, lambda job: job.own(_authority(job).budget))


def _points(
    points: Callable[[Authority], Sequence[Text]],
) -> Callable[[ProfileRequest], _Texts]:
    return lambda job: tuple(job.own(text) for text in points(_authority(job)))


def _authority(job: ProfileRequest) -> Authority:
    return job.profile.authority or Authority()


def _qualification_rows(
    part: Sequence[ProfileRequest], jobs: Sequence[ProfileRequest]
) -> Iterator[Row]:
    for need, title in NEEDS.items():
        yield from _list_row(part, jobs, part[0].say(title).capitalize(), _asked(need))


def _asked(need: str) -> Callable[[ProfileRequest], _Texts]:
    return lambda job: tuple(
        qualification_text(job, one) for one in job.profile.qualifications if one.need == need
    )


# ---- Competences ---------------------------------------------------------------------------


def _competence_rows(
    part: Sequence[ProfileRequest], jobs: Sequence[ProfileRequest]
) -> Iterator[Row]:
    """Yield a row for each competence that one of the jobs asks, core competences first."""
    named: dict[tuple[str, str], str] = {}
    for job in part:
        for one in core_first(job.asked):
            named.setdefault(_key(one), marked_name(job, one))
    for key, name in named.items():
        cells = (_competence_cell(job, _before(job, jobs), key) for job in part)
        yield Row((name, *cells))


def _key(asked: RequestedCompetence) -> tuple[str, str]:
    return asked.framework.id, asked.competence.id


def _found(job: ProfileRequest | None, key: tuple[str, str]) -> RequestedCompetence | None:
    return next((one for one in job.asked if _key(one) == key), None) if job else None


def _competence_cell(
    job: ProfileRequest, before: ProfileRequest | None, key: tuple[str, str]
) -> Cell:
    now, earlier = _found(job, key), _found(before, key)
    said = _asked_text(job, now) if now else job.say(_NOT_ASKED)
    if before is None or (now is None and earlier is None):
        return said
    if now is None:
        change = _ASKED_BEFORE
    elif earlier is None:
        change = _ALL_NEW
    elif _asked_text(before, earlier) == said:
        change = _SAME
    else:
        change = _compared(earlier, now)
    return Stack((Paragraph(said), Paragraph(job.say(change, job=_name(before)), "note")))


def _asked_text(job: ProfileRequest, asked: RequestedCompetence) -> str:
    said = asked_in_words(job, asked)
    return f"{said} ({job.say(DESIRABLE)})" if is_desirable(asked) else said


def _compared(earlier: RequestedCompetence, now: RequestedCompetence) -> Phrase:
    """Return how levels relate: higher or lower only where both ends say so."""
    old = [level.number for level in earlier.levels]
    new = [level.number for level in now.levels]
    if not old or not new:
        return _OTHER
    if min(new) >= min(old) and max(new) >= max(old) and new != old:
        return _HIGHER
    if min(new) <= min(old) and max(new) <= max(old) and new != old:
        return _LOWER
    return _OTHER
