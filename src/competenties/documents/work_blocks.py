"""The work of a job: result areas, room to decide, contacts, job requirements."""

from collections.abc import Iterable, Iterator

from competenties.documents.field_blocks import bullets, section
from competenties.documents.request import ProfileRequest
from competenties.documents.tables import filled_table
from competenties.messages import Phrase
from competenties.model.indicator import AUDIENCES
from competenties.model.job import Contact, Result, ResultArea
from competenties.model.terms import (
    NEEDS,
    QUALIFICATION_KINDS,
    Qualification,
)
from competenties.model.text import Text
from competenties.office.blocks import (
    Block,
    Bullets,
    Column,
    Fields,
    Group,
    Heading,
    Paragraph,
    Row,
    Stack,
)

RESULTS = Phrase(nl="Resultaatgebieden", en="Result areas")
_AREA = Phrase(nl="Resultaatgebied met taken", en="Result area with tasks")
_TASKS = Phrase(nl="Taken", en="Tasks")
_RESULT = Phrase(nl="Resultaat", en="Result")
_RESULTS_ABOUT = Phrase(
    nl="Resultaatgebieden met taken en resultaat", en="Result areas with tasks and result"
)
_MEASURED = Phrase(nl="meting: {measure}", en="measured by: {measure}")
_NORM = Phrase(nl="norm: {norm}", en="norm: {norm}")


def results_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield the result areas with their tasks and results."""
    areas = request.profile.result_areas
    if not areas:
        return
    say = request.say
    yield Heading(say(RESULTS))
    about = say(_RESULTS_ABOUT)
    result = Column(say(_RESULT), 7.4)
    if any(area.description for area in areas):
        parts = [part for area in areas for part in _described_area(request, area)]
        yield filled_table((Column(say(_TASKS), 10), result), parts, about)
    else:
        rows = [Row(_area(request, area, _area_title(request, area))) for area in areas]
        yield filled_table((Column(say(_AREA), 10), result), rows, about)


def _described_area(request: ProfileRequest, area: ResultArea) -> Iterator[Row | Group]:
    """Yield an area whose explanation needs the width of the page."""
    yield Group(_area_title(request, area), request.own(area.description))
    cells = _area(request, area)
    if any(cell.parts for cell in cells):
        yield Row(cells)


def _area_title(request: ProfileRequest, area: ResultArea) -> str:
    return " ".join(part for part in (area.code, request.own(area.name)) if part)


def _area(request: ProfileRequest, area: ResultArea, title: str = "") -> tuple[Stack, Stack]:
    """Return the tasks, under a title, and the results of an area; a single result is no list."""
    tasks: list[Paragraph | Bullets] = [Paragraph(title, "level")] if title else []
    if area.tasks:
        tasks.append(bullets(request, area.tasks))
    parts: list[Paragraph | Bullets] = []
    criteria = [request.own(one.text) for one in area.criteria if not one.is_contra]
    is_list = len(area.results) + len(criteria) > 1
    for result in area.results:
        text = request.own(result.text)
        parts.append(Bullets((text,)) if is_list else Paragraph(text))
        if measured := _measured(request, result):
            parts.append(Paragraph(measured, "note"))
    parts.extend(Bullets((text,)) if is_list else Paragraph(text) for text in criteria)
    return Stack(tuple(tasks)), Stack(tuple(parts))


_DELIVERED = Phrase(nl="Resultaat: {text}", en="Result: {text}")


def result_text(request: ProfileRequest, result: Result) -> str:
    """Return a result on one line: "Resultaat: … (norm: 75%)"."""
    text = request.own(result.text)
    if result.norm:
        norm = request.say(_NORM, norm=request.own(result.norm))
        text = f"{text.removesuffix('.')} ({norm})"
    return request.say(_DELIVERED, text=text)


def _measured(request: ProfileRequest, result: Result) -> str:
    """Return how a result is measured, and what is good enough: "Meting: …; norm: …"."""
    said = []
    if result.measure:
        said.append(request.say(_MEASURED, measure=request.own(result.measure)))
    if result.norm:
        said.append(request.say(_NORM, norm=request.own(result.norm)))
    return _capital("; ".join(said))


AUTHORITY = Phrase(nl="Beslisruimte", en="Room to decide")
DECIDES = Phrase(nl="Beslist zelf", en="Decides")
ALIGNS = Phrase(nl="Stemt af", en="Aligns with others")
SUBMITS = Phrase(nl="Legt voor", en="Submits")
DEPARTS = Phrase(
    nl="Afwijken van een regel voor een klant", en="Departing from a rule for a customer"
)
_ENDS = (".", "!", "?")
BUDGET = Phrase(nl="Budget en tekenbevoegdheid", en="Budget and signing")


def authority_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield what somebody decides, aligns and submits."""
    authority = request.profile.authority
    if authority is None:
        return
    yield from section(
        request,
        AUTHORITY,
        (DECIDES, _running(request, authority.decides)),
        (ALIGNS, _running(request, authority.aligns)),
        (SUBMITS, _running(request, authority.submits)),
        (DEPARTS, request.own(authority.departs)),
        (BUDGET, request.own(authority.budget)),
    )


def _running(request: ProfileRequest, texts: Iterable[Text]) -> str:
    """Return points as running text: sentences as they are, other points with a semicolon."""
    said = [request.own(text).strip() for text in texts]
    return "".join(
        text if number == len(said) else f"{text} " if text.endswith(_ENDS) else f"{text}; "
        for number, text in enumerate(said, 1)
    )


CONTACTS = Phrase(nl="Contacten", en="Contacts")
_WHO = Phrase(nl="Met wie", en="With whom")
_WHAT_FOR = Phrase(nl="Waarvoor", en="What for")
_HOW_OFTEN = Phrase(nl="Hoe vaak", en="How often")


def contacts_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield with whom the job deals."""
    contacts, own, say = request.profile.contacts, request.own, request.say
    if not contacts:
        return
    yield Heading(say(CONTACTS))
    columns = (Column(say(_WHO), 3), Column(say(_WHAT_FOR), 5), Column(say(_HOW_OFTEN), 2))
    rows = tuple(
        Row((_who(request, one), own(one.purpose), own(one.frequency))) for one in contacts
    )
    yield filled_table(columns, rows, say(CONTACTS))


def _who(request: ProfileRequest, contact: Contact) -> str:
    """Return with whom, and whether that is inside, outside or in the chain: "Buren (extern)"."""
    who = request.own(contact.who)
    return f"{who} ({request.say(AUDIENCES[contact.audience])})" if contact.audience else who


QUALIFICATIONS = Phrase(nl="Functie-eisen", en="Job requirements")
_EQUIVALENT = Phrase(nl="of aantoonbaar gelijkwaardig", en="or demonstrably equivalent")
_LEGAL = Phrase(nl="wettelijke eis", en="required by law")
_WITH_EQUIVALENT = frozenset(("level", "education", "experience"))


def qualifications_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield what the job asks beside competences."""
    fields = qualifications_fields(request)
    if fields.rows:
        yield Heading(request.say(QUALIFICATIONS))
        yield fields


def qualifications_fields(request: ProfileRequest) -> Fields:
    """Return the job requirements: what is essential, then what is desirable."""
    texts = {
        need: [
            qualification_text(request, one)
            for one in request.profile.qualifications
            if one.need == need
        ]
        for need in NEEDS
    }
    return Fields(
        tuple(
            (_capital(request.say(title)), Bullets(tuple(texts[need])))
            for need, title in NEEDS.items()
            if texts[need]
        )
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def qualification_text(request: ProfileRequest, one: Qualification) -> str:
    """Return a job requirement in words: its kind, and what is asked with its conditions."""
    return f"{request.say(QUALIFICATION_KINDS[one.kind])}: {what_is_asked(request, one)}"


def what_is_asked(request: ProfileRequest, one: Qualification) -> str:
    """Return what a job requirement asks: its levels, what counts as equal, whether it is law."""
    said = [request.own(one.text)]
    if one.level:
        said.append(request.own(one.level))
    if one.language_level:
        said.append(one.language_level)
    if one.equivalent and not one.legal and one.kind in _WITH_EQUIVALENT:
        said.append(request.say(_EQUIVALENT))
    text = ", ".join(said)
    return f"{text} ({request.say(_LEGAL)})" if one.legal else text
