"""The work of a job: result areas, room to decide, contacts, job requirements."""

from collections.abc import Iterator

from competenties.documents.field_blocks import bullets, section
from competenties.documents.request import ProfileRequest
from competenties.documents.tables import filled_table
from competenties.messages import Phrase
from competenties.model.job import ResultArea
from competenties.model.terms import (
    NEEDS,
    QUALIFICATION_KINDS,
    Qualification,
)
from competenties.office.blocks import (
    Block,
    Bullets,
    Column,
    Group,
    Heading,
    Row,
    Table,
)

_RESULTS = Phrase(nl="Resultaatgebieden", en="Result areas")
_AREA = Phrase(nl="Resultaatgebied", en="Result area")
_TASKS = Phrase(nl="Taken", en="Tasks")
_RESULT = Phrase(nl="Resultaat", en="Result")
_RESULTS_ABOUT = Phrase(
    nl="Resultaatgebieden met taken en resultaat", en="Result areas with tasks and result"
)
_NORM = Phrase(nl="norm: {norm}", en="norm: {norm}")


def results_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield the result areas with their tasks and results."""
    areas = request.profile.result_areas
    if not areas:
        return
    say = request.say
    yield Heading(say(_RESULTS))
    columns = (Column(say(_AREA), 2.2), Column(say(_TASKS), 4), Column(say(_RESULT), 3.6))
    about = say(_RESULTS_ABOUT)
    if any(area.description for area in areas):
        parts = [part for area in areas for part in _described_area(request, area)]
        yield filled_table(columns[1:], parts, about)
    else:
        rows = [Row((_area_title(request, area), *_area(request, area))) for area in areas]
        yield filled_table(columns, rows, about)


def _described_area(request: ProfileRequest, area: ResultArea) -> Iterator[Row | Group]:
    """Yield an area whose explanation needs the width of the page."""
    yield Group(_area_title(request, area), request.own(area.description))
    cells = _area(request, area)
    if any(cell.items for cell in cells):
        yield Row(cells)


def _area_title(request: ProfileRequest, area: ResultArea) -> str:
    return " ".join(part for part in (area.code, request.own(area.name)) if part)


def _area(request: ProfileRequest, area: ResultArea) -> tuple[Bullets, Bullets]:
    """Return the tasks and the results of an area."""
    own = request.own
    results = []
    for result in area.results:
        measured = [own(result.measure)] if result.measure else []
        if result.norm:
            measured.append(request.say(_NORM, norm=own(result.norm)))
        text = own(result.text)
        results.append(f"{text} ({'; '.join(measured)})" if measured else text)
    results.extend(own(one.text) for one in area.criteria if not one.is_contra)
    return Bullets(tuple(own(task) for task in area.tasks)), Bullets(tuple(results))


_AUTHORITY = Phrase(nl="Beslisruimte", en="Room to decide")
_DECIDES = Phrase(nl="Beslist zelf", en="Decides")
_ALIGNS = Phrase(nl="Stemt af", en="Aligns with others")
_SUBMITS = Phrase(nl="Legt voor", en="Submits")
_DEPARTS = Phrase(
    nl="Afwijken van een regel voor een klant", en="Departing from a rule for a customer"
)
_BUDGET = Phrase(nl="Budget en tekenbevoegdheid", en="Budget and signing")


def authority_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield what somebody decides, aligns and submits."""
    authority = request.profile.authority
    if authority is None:
        return
    yield from section(
        request,
        _AUTHORITY,
        (_DECIDES, bullets(request, authority.decides)),
        (_ALIGNS, bullets(request, authority.aligns)),
        (_SUBMITS, bullets(request, authority.submits)),
        (_DEPARTS, request.own(authority.departs)),
        (_BUDGET, request.own(authority.budget)),
    )


_CONTACTS = Phrase(nl="Contacten", en="Contacts")
_WHO = Phrase(nl="Met wie", en="With whom")
_WHAT_FOR = Phrase(nl="Waarvoor", en="What for")
_HOW_OFTEN = Phrase(nl="Hoe vaak", en="How often")


def contacts_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield with whom the job deals."""
    contacts, own, say = request.profile.contacts, request.own, request.say
    if not contacts:
        return
    yield Heading(say(_CONTACTS))
    columns = (Column(say(_WHO), 3), Column(say(_WHAT_FOR), 5), Column(say(_HOW_OFTEN), 2))
    rows = tuple(Row((own(one.who), own(one.purpose), own(one.frequency))) for one in contacts)
    yield filled_table(columns, rows, say(_CONTACTS))


_QUALIFICATIONS = Phrase(nl="Functie-eisen", en="Job requirements")
_KIND = Phrase(nl="Soort", en="Kind")
_REQUIREMENT = Phrase(nl="Eis", en="Requirement")
_NEED = Phrase(nl="Vereist of gewenst", en="Essential or desirable")
_EQUIVALENT = Phrase(nl="of aantoonbaar gelijkwaardig", en="or demonstrably equivalent")
_LEGAL = Phrase(nl="wettelijke eis", en="required by law")
_WITH_EQUIVALENT = frozenset(("level", "education", "experience"))


def qualifications_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield what the job asks beside competences."""
    qualifications, say = request.profile.qualifications, request.say
    if not qualifications:
        return
    yield Heading(say(_QUALIFICATIONS))
    columns = (Column(say(_KIND), 2.2), Column(say(_REQUIREMENT), 5.6), Column(say(_NEED), 2.2))
    rows = tuple(
        Row(
            (say(QUALIFICATION_KINDS[one.kind]), _qualification(request, one), say(NEEDS[one.need]))
        )
        for one in qualifications
    )
    yield Table(columns, rows, say(_QUALIFICATIONS))


def _qualification(request: ProfileRequest, one: Qualification) -> str:
    said = [request.own(one.text)]
    if one.level:
        said.append(request.own(one.level))
    if one.language_level:
        said.append(one.language_level)
    if one.equivalent and not one.legal and one.kind in _WITH_EQUIVALENT:
        said.append(request.say(_EQUIVALENT))
    text = ", ".join(said)
    return f"{text} ({request.say(_LEGAL)})" if one.legal else text
