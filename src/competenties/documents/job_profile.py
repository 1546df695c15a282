"""The job profile: what a job is for, what it delivers and what it asks, in a fixed order."""

from collections.abc import Iterable, Iterator

from competenties.documents.competence_blocks import competences, indicators
from competenties.documents.prose import prose
from competenties.documents.request import ProfileRequest
from competenties.documents.tables import filled_table
from competenties.messages import Phrase
from competenties.model.job import ChainLink, ResultArea
from competenties.model.profile import PROFILE_KINDS
from competenties.model.record import CONSULTATION_STATUSES
from competenties.model.terms import (
    CAREER_KINDS,
    GRADING_STATUSES,
    NEEDS,
    QUALIFICATION_KINDS,
    Approval,
    Qualification,
)
from competenties.model.text import Text
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Fields,
    Group,
    Heading,
    Paragraph,
    Row,
    Table,
)

NAME = "job-profile"
SUFFIX = ".docx"
TITLE = Phrase(nl="Functieprofiel", en="Job profile")
PAGE = Phrase(
    nl="Functieprofiel in Word: doel, resultaatgebieden, beslisruimte, functie-eisen, "
    "competenties met hun gedragsindicatoren, werkomstandigheden en vaststelling.",
    en="A job profile in Word: purpose, result areas, room to decide, job requirements, "
    "competences with their indicators, working conditions and approval.",
)


def build(request: ProfileRequest) -> Document:
    """Return the job profile; blocks that have nothing to say are left out.

    A person's name, weights, floors and contra-indicators are never in it.
    """
    profile = request.profile
    blocks: list[Block] = [Paragraph(request.remark, "warning")] if request.remark else []
    for part in (_control, _place, _purpose, _context, _chain, _results, _authority):
        blocks.extend(part(request))
    for part in (_contacts, _qualifications, competences, indicators, _conditions):
        blocks.extend(part(request))
    for part in (_grading, _career, _approval):
        blocks.extend(part(request))
    return Document(
        title=f"{request.say(PROFILE_KINDS[profile.kind])} {request.own(profile.name)}",
        language=request.language,
        blocks=tuple(blocks),
        footer=request.footer(),
        sheet=request.say(TITLE),
        organisation=request.settings.organisation or "",
        keywords=(profile.id, request.code),
    )


_ALIASES = Phrase(nl="Ook bekend als", en="Also known as")
_CODE = Phrase(nl="Functiecode", en="Job code")
_FAMILY = Phrase(nl="Functiegroep", en="Job family")
_SERIES = Phrase(nl="Functiereeks", en="Series")
_STEP = Phrase(nl="{series}, trede {step}", en="{series}, step {step}")
_ORGANISATION = Phrase(nl="Organisatie", en="Organisation")
_VERSION = Phrase(nl="Versie en status", en="Version and status")
_VALID = Phrase(nl="Van kracht per", en="Valid from")
_OWNER = Phrase(nl="Eigenaar", en="Owner")
_REVIEW = Phrase(nl="Volgende herziening", en="Next review")
_FRAMEWORK = Phrase(nl="Competentiemodel", en="Framework")
_FINGERPRINT = Phrase(nl="Controlecode", en="Fingerprint")
_IN_VERSION = Phrase(nl="{name}, versie {version}", en="{name}, version {version}")


def _control(request: ProfileRequest) -> Iterator[Block]:
    profile, own = request.profile, request.own
    series = own(profile.series)
    if series and profile.series_step is not None:
        series = request.say(_STEP, series=series, step=profile.series_step)
    used = [
        request.frameworks[one.id] for one in profile.frameworks if one.id in request.frameworks
    ]
    names = [
        request.say(_IN_VERSION, name=request.of(one, one.name), version=one.version)
        if one.version
        else request.of(one, one.name)
        for one in used
    ]
    yield _fields(
        request,
        (_ALIASES, ", ".join(own(alias) for alias in profile.aliases)),
        (_CODE, profile.code or ""),
        (_FAMILY, own(profile.family)),
        (_SERIES, series),
        (_ORGANISATION, request.settings.organisation or ""),
        (_VERSION, request.version()),
        (_VALID, request.day(profile.valid_from)),
        (_OWNER, own(profile.owner)),
        (_REVIEW, request.day(profile.review_date)),
        (_FRAMEWORK, "\n".join(names)),
        (_FINGERPRINT, request.code),
    )


_PLACE = Phrase(nl="Plaats in de organisatie", en="Place in the organisation")
_UNIT = Phrase(nl="Organisatieonderdeel", en="Unit")
_LOCATION = Phrase(nl="Locatie", en="Location")
_REPORTS_TO = Phrase(nl="Rapporteert aan", en="Reports to")
_LEADS = Phrase(nl="Geeft leiding aan", en="Leads")
_FTE = Phrase(nl="{fte} fte", en="{fte} FTE")


def _place(request: ProfileRequest) -> Iterator[Block]:
    place, own = request.profile.place, request.own
    if place is None:
        return
    leads = [own(place.leads)] if place.leads else []
    if place.leads_fte:
        leads.append(request.say(_FTE, fte=place.leads_fte))
    yield from _section(
        request,
        _PLACE,
        (_UNIT, own(place.unit)),
        (_LOCATION, own(place.location)),
        (_REPORTS_TO, own(place.reports_to)),
        (_LEADS, ", ".join(leads)),
    )


_PURPOSE = Phrase(nl="Doel van de functie", en="Purpose of the job")
_DESCRIPTION = Phrase(nl="Omschrijving", en="Description")


def _purpose(request: ProfileRequest) -> Iterator[Block]:
    if request.profile.purpose:
        yield Heading(request.say(_PURPOSE))
        yield Paragraph(request.own(request.profile.purpose), "lead")
    if request.profile.description:
        yield Heading(request.say(_DESCRIPTION))
        yield from prose(request.own(request.profile.description))


_CONTEXT = Phrase(nl="Context", en="Context")
_TEAM = Phrase(nl="Team", en="Team")
_SECTOR = Phrase(nl="Sector", en="Sector")
_ENERGY = Phrase(nl="Wat energie geeft in dit werk", en="What gives energy in this work")
_FIGURES = Phrase(nl="Kerngetallen", en="Key figures")


def _context(request: ProfileRequest) -> Iterator[Block]:
    context, own = request.profile.context, request.own
    if context is None:
        return
    yield from _section(
        request,
        _CONTEXT,
        (_ORGANISATION, own(context.organisation)),
        (_TEAM, own(context.team)),
        (_SECTOR, own(context.sector)),
        (_ENERGY, own(context.energy)),
        (_FIGURES, own(context.figures)),
    )


_CHAIN = Phrase(nl="Plaats in de keten", en="Place in the chain")
_RECEIVES = Phrase(nl="Ontvangt van", en="Receives from")
_DELIVERS = Phrase(nl="Levert aan", en="Delivers to")
_END_CUSTOMER = Phrase(nl="Eindklant", en="End customer")
_EFFECT = Phrase(nl="De eindklant merkt daarvan", en="What the end customer notices")


def _chain(request: ProfileRequest) -> Iterator[Block]:
    chain = request.profile.chain
    if chain is None:
        return
    yield from _section(
        request,
        _CHAIN,
        (_RECEIVES, _links(request, chain.receives_from)),
        (_DELIVERS, _links(request, chain.delivers_to)),
        (_END_CUSTOMER, request.own(chain.end_customer)),
        (_EFFECT, request.own(chain.effect)),
    )


def _links(request: ProfileRequest, links: Iterable[ChainLink]) -> Bullets:
    said = []
    for link in links:
        who = request.own(link.name) or link.profile or ""
        what = request.own(link.what)
        said.append(f"{who}: {what}" if who and what else who or what)
    return Bullets(tuple(one for one in said if one))


_RESULTS = Phrase(nl="Resultaatgebieden", en="Result areas")
_AREA = Phrase(nl="Resultaatgebied", en="Result area")
_TASKS = Phrase(nl="Taken", en="Tasks")
_RESULT = Phrase(nl="Resultaat", en="Result")
_RESULTS_ABOUT = Phrase(
    nl="Resultaatgebieden met taken en resultaat", en="Result areas with tasks and result"
)
_NORM = Phrase(nl="norm: {norm}", en="norm: {norm}")


def _results(request: ProfileRequest) -> Iterator[Block]:
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


def _authority(request: ProfileRequest) -> Iterator[Block]:
    authority = request.profile.authority
    if authority is None:
        return
    yield from _section(
        request,
        _AUTHORITY,
        (_DECIDES, _bullets(request, authority.decides)),
        (_ALIGNS, _bullets(request, authority.aligns)),
        (_SUBMITS, _bullets(request, authority.submits)),
        (_DEPARTS, request.own(authority.departs)),
        (_BUDGET, request.own(authority.budget)),
    )


_CONTACTS = Phrase(nl="Contacten", en="Contacts")
_WHO = Phrase(nl="Met wie", en="With whom")
_WHAT_FOR = Phrase(nl="Waarvoor", en="What for")
_HOW_OFTEN = Phrase(nl="Hoe vaak", en="How often")


def _contacts(request: ProfileRequest) -> Iterator[Block]:
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
_WITH_EQUIVALENT = frozenset(("level", "education", "knowledge", "experience"))


def _qualifications(request: ProfileRequest) -> Iterator[Block]:
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


_CONDITIONS = Phrase(nl="Inspanning en werkomstandigheden", en="Effort and working conditions")
_PHYSICAL = Phrase(nl="Lichamelijk", en="Physical")
_MENTAL = Phrase(nl="Mentaal", en="Mental")
_SCHEDULE = Phrase(nl="Roosters", en="Schedule")
_RISKS = Phrase(nl="Risico's", en="Risks")
_NOTHING = Phrase(nl="Geen bijzonderheden.", en="Nothing particular.")
_NOT_YET = Phrase(nl="Nog niet ingevuld.", en="Not filled in yet.")


def _conditions(request: ProfileRequest) -> Iterator[Block]:
    """Yield effort and working conditions: this block is always there (one of the four factors)."""
    conditions, own = request.profile.conditions, request.own
    yield Heading(request.say(_CONDITIONS))
    fields = (
        (_PHYSICAL, own(conditions.physical) if conditions else ""),
        (_MENTAL, own(conditions.mental) if conditions else ""),
        (_SCHEDULE, own(conditions.schedule) if conditions else ""),
        (_RISKS, own(conditions.risks) if conditions else ""),
    )
    if any(value for _, value in fields):
        yield _fields(request, *fields)
    elif conditions and conditions.nothing_particular:
        yield Paragraph(request.say(_NOTHING))
    else:
        yield Paragraph(request.say(_NOT_YET))


_GRADING = Phrase(nl="Waardering", en="Grading")
_APART = Phrase(
    nl="De waardering staat los van de competenties.", en="Grading is kept apart from competences."
)
_SYSTEM = Phrase(nl="Systeem", en="System")
_GROUP = Phrase(nl="Functiegroep", en="Job group")
_SCALE = Phrase(nl="Schaal", en="Scale")
_STATUS = Phrase(nl="Status", en="Status")
_DATE = Phrase(nl="Datum", en="Date")
_APPEAL = Phrase(nl="Bezwaar", en="Appeal")


def _grading(request: ProfileRequest) -> Iterator[Block]:
    grading, own = request.profile.grading, request.own
    if grading is None:
        return
    yield Heading(request.say(_GRADING))
    yield _fields(
        request,
        (_SYSTEM, own(grading.system)),
        (_GROUP, own(grading.group)),
        (_SCALE, own(grading.scale)),
        (_STATUS, request.say(GRADING_STATUSES[grading.status])),
        (_DATE, request.day(grading.on)),
        (_APPEAL, own(grading.appeal)),
    )
    yield Paragraph(request.say(_APART), "note")


_CAREER = Phrase(nl="Loopbaan", en="Career")


def _career(request: ProfileRequest) -> Iterator[Block]:
    career = request.profile.career
    if not career:
        return
    by_kind: dict[str, list[str]] = {}
    for step in career:
        by_kind.setdefault(step.kind, [])
        if name := request.own(step.name) or step.profile:
            by_kind[step.kind].append(name)
    rows = ((CAREER_KINDS[kind], ", ".join(by_kind[kind])) for kind in by_kind)
    yield from _section(request, _CAREER, *rows)


_APPROVAL = Phrase(nl="Vaststelling", en="Approval")
_DECIDED_BY = Phrase(nl="Besluit van", en="Decided by")
_DECIDED_ON = Phrase(nl="Datum van het besluit", en="Date of the decision")
_EFFECTIVE = Phrase(nl="Ingangsdatum", en="Effective from")
_REGULATION = Phrase(nl="Valt onder", en="Falls under")
_CONSULTATION = Phrase(nl="Medezeggenschap", en="Consultation")
_ROLE = Phrase(nl="Rol", en="Role")
_FOR = Phrase(nl="Voor", en="For")
_SIGNED = Phrase(nl="Naam, datum en handtekening", en="Name, date and signature")


def _approval(request: ProfileRequest) -> Iterator[Block]:
    approval, own, say = request.profile.approval or Approval(), request.own, request.say
    yield Heading(say(_APPROVAL))
    consultation = approval.consultation
    heard = []
    if consultation:
        heard = [
            consultation.body or "",
            say(CONSULTATION_STATUSES[consultation.status]),
            request.day(consultation.on),
            own(consultation.reason),
        ]
    fields = _fields(
        request,
        (_DECIDED_BY, own(approval.decided_by)),
        (_DECIDED_ON, request.day(approval.decided_on)),
        (_EFFECTIVE, request.day(approval.effective_from)),
        (_REGULATION, own(consultation.regulation) if consultation else ""),
        (_CONSULTATION, ", ".join(part for part in heard if part)),
    )
    if fields.rows:
        yield fields
    elif not approval.signatures:
        yield Paragraph(say(_NOT_YET))
    if approval.signatures:
        columns = (Column(say(_ROLE), 2.6), Column(say(_FOR), 2.2), Column(say(_SIGNED), 5))
        rows = tuple(
            Row((own(one.role), own(one.purpose), Blank(lines=2))) for one in approval.signatures
        )
        yield filled_table(columns, rows, say(_APPROVAL))


def _section(request: ProfileRequest, title: Phrase, *rows: tuple[Phrase, Cell]) -> Iterator[Block]:
    """Yield a heading with its labels and values, or nothing where there is nothing to say."""
    fields = _fields(request, *rows)
    if fields.rows:
        yield Heading(request.say(title))
        yield fields


def _fields(request: ProfileRequest, *rows: tuple[Phrase, Cell]) -> Fields:
    """Return labels with their values, without those that have nothing to say."""
    said = [(request.say(label), value) for label, value in rows]
    return Fields(tuple((label, value) for label, value in said if value and value != Bullets(())))


def _bullets(request: ProfileRequest, texts: Iterable[Text]) -> Bullets:
    return Bullets(tuple(request.own(text) for text in texts))
