"""What a job profile says, part by part, so that two versions can be laid side by side."""

from collections.abc import Callable, Iterable, Iterator

from competenties.documents.competence_blocks import COMPETENCES, core_first
from competenties.documents.job_differences import Aspect
from competenties.documents.levels import (
    DESIRABLE,
    asked_in_words,
    competence_name,
    is_desirable,
)
from competenties.documents.request import ProfileRequest
from competenties.documents.setting_blocks import (
    chain_block,
    context_block,
    description_block,
    place_block,
    purpose_block,
)
from competenties.documents.terms_blocks import career_block, conditions_block, grading_block
from competenties.documents.work_blocks import (
    ALIGNS,
    AUTHORITY,
    BUDGET,
    DECIDES,
    DEPARTS,
    RESULTS,
    SUBMITS,
    contacts_block,
    qualifications_block,
    result_text,
)
from competenties.messages import Phrase
from competenties.model.job import Authority
from competenties.model.text import Text
from competenties.office import look
from competenties.office.blocks import Block, Bullets, Fields, Heading, Paragraph, Row, Table
from competenties.office.clean import clean, has_ink

_NAME = Phrase(nl="Functienaam en indeling", en="Job title and classification")
_TITLE = Phrase(nl="Functienaam", en="Job title")
_CODE = Phrase(nl="Functiecode", en="Job code")
_FAMILY = Phrase(nl="Functiefamilie", en="Job family")
_SERIES = Phrase(nl="Functiereeks", en="Series")
_STEP = Phrase(nl="Trede", en="Step")


def aspects(request: ProfileRequest) -> list[Aspect]:
    """Return the parts of a profile that can change, in the order of the job profile."""
    return [
        *_names(request),
        *_of_blocks(purpose_block(request)),
        *_of_blocks(place_block(request)),
        *_of_blocks(chain_block(request)),
        *_of_blocks(description_block(request)),
        *_of_blocks(context_block(request)),
        *_areas(request),
        *_authority(request),
        *_of_blocks(contacts_block(request)),
        *_of_blocks(qualifications_block(request)),
        *_competences(request),
        *_of_blocks(conditions_block(request)),
        *_of_blocks(grading_block(request)),
        *_of_blocks(career_block(request)),
    ]


def _names(request: ProfileRequest) -> Iterator[Aspect]:
    profile, own = request.profile, request.own
    step = str(profile.series_step) if profile.series_step is not None else ""
    said = (
        (_TITLE, own(profile.name)),
        (_CODE, profile.code or ""),
        (_FAMILY, own(profile.family)),
        (_SERIES, own(profile.series)),
        (_STEP, step),
    )
    for title, text in said:
        if text:
            label = request.say(title)
            yield Aspect(request.say(_NAME), label, label, lines=(text,))


def _of_blocks(blocks: Iterable[Block]) -> Iterator[Aspect]:
    """Yield the parts under a heading: a label with its value each, or all of it as one."""
    subject = ""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Heading():
                subject = block.text
            case Fields():
                for label, value in block.rows:
                    texts = tuple(filter(None, look.text_of(value).split("\n")))
                    yield Aspect(subject, label, label, lines=texts)
            case Paragraph(style="note"):
                pass  # says something about the document, not about the job
            case Paragraph():
                lines.append(block.text)
            case Bullets():
                lines.extend(block.items)
            case Table():
                rows = [row for row in block.rows if isinstance(row, Row)]
                lines.extend(" · ".join(_seen(row)) for row in rows)
    if lines:
        yield Aspect(subject, "", subject, lines=tuple(lines))


def _seen(row: Row) -> list[str]:
    """Return the texts of a row in which there is anything to see."""
    return [text for text in map(look.text_of, row.cells) if has_ink(clean(text))]


def _areas(request: ProfileRequest) -> Iterator[Aspect]:
    for area in request.profile.result_areas:
        name = request.own(area.name)
        about = [request.own(area.description)] if area.description else []
        tasks = [request.own(task) for task in area.tasks]
        results = [result_text(request, result) for result in area.results]
        lines = (*about, *tasks, *results)
        yield Aspect(request.say(RESULTS), area.id, name, head=name, lines=lines)


_POINTS: tuple[tuple[Phrase, Callable[[Authority], tuple[Text | None, ...]]], ...] = (
    (DECIDES, lambda authority: authority.decides),
    (ALIGNS, lambda authority: authority.aligns),
    (SUBMITS, lambda authority: authority.submits),
    (DEPARTS, lambda authority: (authority.departs,)),
    (BUDGET, lambda authority: (authority.budget,)),
)


def _authority(request: ProfileRequest) -> Iterator[Aspect]:
    authority = request.profile.authority or Authority()
    for title, points in _POINTS:
        lines = tuple(request.own(text) for text in points(authority) if text)
        if lines:
            label = request.say(title)
            yield Aspect(request.say(AUTHORITY), label, label, lines=lines)


def _competences(request: ProfileRequest) -> Iterator[Aspect]:
    """Yield what is asked: the level as its head, the behaviour as its lines."""
    for asked in core_first(request.asked):
        head = asked_in_words(request, asked)
        if is_desirable(asked):
            head = f"{head} ({request.say(DESIRABLE)})"
        by_level = [one.text for level in asked.levels for one in level.indicators]
        behaviour = [request.of(asked.framework, text) for text in by_level]
        behaviour += [request.own(one.text) for one in asked.indicators]
        yield Aspect(
            request.say(COMPETENCES),
            f"{asked.framework.id}/{asked.competence.id}",
            competence_name(request, asked),
            head=head,
            lines=tuple(behaviour),
            levels=tuple(level.number for level in asked.levels),
        )
