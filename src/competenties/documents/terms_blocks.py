"""The terms of a job: working conditions, grading, career, approval."""

from collections.abc import Iterator

from competenties.documents.field_blocks import labelled, section
from competenties.documents.request import ProfileRequest
from competenties.documents.tables import filled_table
from competenties.messages import Phrase
from competenties.model.profile import JobProfile
from competenties.model.record import CONSULTATION_STATUSES
from competenties.model.terms import (
    CAREER_KINDS,
    GRADING_STATUSES,
    Approval,
)
from competenties.office.blocks import (
    Blank,
    Block,
    Column,
    Heading,
    Paragraph,
    Row,
)

CONDITIONS = Phrase(nl="Inspanning en werkomstandigheden", en="Effort and working conditions")
PHYSICAL = Phrase(nl="Lichamelijk", en="Physical")
MENTAL = Phrase(nl="Mentaal", en="Mental")
SCHEDULE = Phrase(nl="Roosters", en="Schedule")
RISKS = Phrase(nl="Risico's", en="Risks")
_NOTHING = Phrase(nl="Geen bijzonderheden.", en="Nothing particular.")
_NOT_YET = Phrase(nl="Nog niet ingevuld.", en="Not filled in yet.")


def conditions_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield effort and working conditions: this block is always there (one of the four factors)."""
    conditions, own = request.profile.conditions, request.own
    yield Heading(request.say(CONDITIONS))
    fields = (
        (PHYSICAL, own(conditions.physical) if conditions else ""),
        (MENTAL, own(conditions.mental) if conditions else ""),
        (SCHEDULE, own(conditions.schedule) if conditions else ""),
        (RISKS, own(conditions.risks) if conditions else ""),
    )
    if any(value for _, value in fields):
        yield labelled(request, *fields)
    elif conditions and conditions.nothing_particular:
        yield Paragraph(request.say(_NOTHING))
    else:
        yield Paragraph(request.say(_NOT_YET))


GRADING = Phrase(nl="Waardering", en="Grading")
_APART = Phrase(
    nl="De waardering staat los van de competenties.", en="Grading is kept apart from competences."
)
_SYSTEM = Phrase(nl="Systeem", en="System")
_GROUP = Phrase(nl="Functiegroep", en="Job group")
SCALE = Phrase(nl="Schaal", en="Scale")
_STATUS = Phrase(nl="Status", en="Status")
APPEAL = Phrase(nl="Bezwaar", en="Appeal")


def grading_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield how the job is graded, apart from its competences."""
    grading, own = request.profile.grading, request.own
    if grading is None:
        return
    status = (request.say(GRADING_STATUSES[grading.status]), request.day(grading.on))
    yield Heading(request.say(GRADING))
    yield labelled(
        request,
        (_SYSTEM, own(grading.system)),
        (_GROUP, own(grading.group)),
        (SCALE, own(grading.scale)),
        (_STATUS, ", ".join(part for part in status if part)),
        (APPEAL, own(grading.appeal)),
        layout="pairs",
    )
    yield Paragraph(request.say(_APART), "note")


CAREER = Phrase(nl="Loopbaan", en="Career")


def career_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield the jobs before, after and beside this one."""
    career = request.profile.career
    if not career:
        return
    by_kind: dict[str, list[str]] = {}
    for step in career:
        by_kind.setdefault(step.kind, [])
        if name := request.own(step.name) or step.profile:
            by_kind[step.kind].append(name)
    rows = ((CAREER_KINDS[kind], ", ".join(by_kind[kind])) for kind in by_kind)
    yield from section(request, CAREER, *rows)


APPROVAL = Phrase(nl="Vaststelling", en="Approval")
_DECIDED_BY = Phrase(nl="Besluit van", en="Decided by")
_DECIDED_ON = Phrase(nl="Datum van het besluit", en="Date of the decision")
EFFECTIVE = Phrase(nl="Ingangsdatum", en="Effective from")
_REGULATION = Phrase(nl="Valt onder", en="Falls under")
CONSULTATION = Phrase(nl="Medezeggenschap", en="Consultation")
_ROLE = Phrase(nl="Rol", en="Role")
_FOR = Phrase(nl="Voor", en="For")
_SIGNED = Phrase(nl="Naam, datum en handtekening", en="Name, date and signature")


def approval_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield who decides, under which regulation, and where to sign."""
    approval, own, say = _approval(request.profile), request.own, request.say
    yield Heading(say(APPROVAL))
    consultation = approval.consultation
    heard = []
    if consultation:
        heard = [
            consultation.body or "",
            say(CONSULTATION_STATUSES[consultation.status]),
            request.day(consultation.on),
            own(consultation.reason),
        ]
    fields = labelled(
        request,
        (_DECIDED_BY, own(approval.decided_by)),
        (_DECIDED_ON, request.day(approval.decided_on)),
        (EFFECTIVE, request.day(approval.effective_from)),
        (_REGULATION, own(consultation.regulation) if consultation else ""),
        (CONSULTATION, ", ".join(part for part in heard if part)),
        layout="pairs",
    )
    if fields.rows:
        yield fields
    elif not approval.signatures:
        yield Paragraph(say(_NOT_YET))
    if approval.signatures:
        columns = (Column(say(_ROLE), 3.4), Column(say(_FOR), 1.6), Column(say(_SIGNED), 5))
        rows = tuple(Row((own(one.role), own(one.purpose), Blank())) for one in approval.signatures)
        yield filled_table(columns, rows, say(APPROVAL))


def _approval(profile: JobProfile) -> Approval:
    """Return how the profile was decided on; what it does not say comes from its publication."""
    approval, published = profile.approval or Approval(), profile.publication
    if published is None:
        return approval
    return approval.model_copy(
        update={
            "decided_by": approval.decided_by or published.decided_by,
            "decided_on": approval.decided_on or published.decided_on,
            "effective_from": approval.effective_from or published.valid_from,
            "consultation": approval.consultation or published.consultation,
        }
    )
