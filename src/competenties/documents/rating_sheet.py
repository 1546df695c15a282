"""The rating sheet: eight kinds of form on one profile, never one for all."""

from collections.abc import Callable, Iterator
from typing import Any

from competenties.documents import Subject
from competenties.documents.form_behaviour import behaviour, contra_behaviour, lines_to_rate
from competenties.documents.form_checklist import checklist, checklist_end, checklist_head
from competenties.documents.form_customer import (
    customer_advice,
    customer_end,
    customer_head,
    customer_promises,
)
from competenties.documents.form_explanation import explanation, privacy
from competenties.documents.form_group import (
    group_agreements,
    group_behaviour,
    group_privacy,
    group_questions,
    levels_explained,
    organisation_head,
    team_head,
)
from competenties.documents.form_guide import guide_sheet
from competenties.documents.form_head import head
from competenties.documents.form_judgement import employees_view, judgement, signatures
from competenties.documents.form_names import form_footer, form_name, form_title, form_version
from competenties.documents.form_result import result_sheets
from competenties.documents.form_talk import (
    agreements,
    development_plan,
    look_back,
    open_questions,
    own_view,
    summary,
)
from competenties.documents.group_levels import of_group
from competenties.documents.request import (
    FORM_KINDS,
    PROMISE_FORMS,
    FormKind,
    ProfileRequest,
)
from competenties.messages import Phrase
from competenties.model.fingerprint import rated_content
from competenties.office.blocks import Block, Document, Sheet
from competenties.ratings.form import TEXT_SHEET, carried

NAME = "rating-sheet"
SUBJECT: Subject = "profile"
SUFFIXES = (".xlsx", ".docx", ".pdf", ".html")
TITLE = Phrase(nl="Formulier", en="Rating sheet")
PAGE = Phrase(
    nl="Formulier in Excel, Word of PDF met een regel voor elke gedragsindicator die de functie vraagt, "
    "een keuzelijst en ruimte voor een voorbeeld. Over een medewerker gaan de zelfreflectie, het "
    "feedbackformulier, het gespreksformulier en het beoordelingsverslag. Niet over een persoon gaan het "
    "teamformulier en het organisatieformulier (gedrag naast streef- en minimumniveau), het klantformulier en "
    "de checklist (servicebeloften).",
    en="A form in Excel, Word or PDF with a line for every indicator that the job asks, a drop-down and "
    "room for an example. Self-reflection, feedback form, conversation form and appraisal report are about "
    "an employee. Not about a person are the team form and the organisation form (behaviour beside target "
    "and minimum level), the customer form and the checklist (promises).",
)

_NOTICE = Phrase(
    nl="Kunt u niets invullen? Klik bovenaan op 'Bewerken inschakelen'.",
    en="Can't type in this form? Click 'Enable Editing' at the top.",
)
_LINES_ADVISED = 30
_TOO_MANY = Phrase(
    nl="Dit formulier heeft {count} regels om in te vullen; het advies is ten hoogste {most}. Kies "
    "minder competenties of vraag minder niveaus.",
    en="This form has {count} lines to fill in; at most {most} is the advice. Choose fewer "
    "competences or a lower number of levels.",
)

_Part = Callable[[ProfileRequest], Iterator[Block]]
_PARTS: dict[FormKind, tuple[_Part, ...]] = {
    "self-reflection": (head, explanation, behaviour, open_questions, own_view, privacy),
    "feedback": (head, explanation, behaviour, open_questions, privacy),
    "conversation": (
        head,
        explanation,
        look_back,
        behaviour,
        contra_behaviour,
        agreements,
        development_plan,
        summary,
        privacy,
    ),
    # Without contra-indicators: a tick list of bad behaviour in a formal file builds a case.
    "appraisal-report": (
        head,
        explanation,
        judgement,
        look_back,
        behaviour,
        agreements,
        development_plan,
        summary,
        employees_view,
        signatures,
        privacy,
    ),
    "team": (
        team_head,
        explanation,
        levels_explained,
        group_behaviour,
        group_questions,
        group_agreements,
        group_privacy,
    ),
    "organisation": (
        organisation_head,
        explanation,
        levels_explained,
        group_behaviour,
        group_questions,
        group_agreements,
        group_privacy,
    ),
    "customer": (customer_head, customer_promises, customer_end),
    "checklist": (checklist_head, checklist, checklist_end),
}


def build(request: ProfileRequest) -> Document:
    """Return the form of the kind that was asked; only the appraisal report judges.

    Raises RefusedError where a team or organisation has no level to rate against, or there is no
    promise to show.
    """
    request = of_group(request)
    blocks = [block for part in _PARTS[request.form] for block in part(request)]
    rates = request.form not in PROMISE_FORMS
    return Document(
        title=form_title(request),
        language=request.language,
        blocks=(*request.remarks(), *blocks),
        footer=form_footer(request),
        sheet=request.say(FORM_KINDS[request.form]),
        organisation=request.settings.organisation or "",
        notice="" if request.suffix == ".html" else request.say(_NOTICE),
        keywords=(request.profile.id, request.code) if rates else (request.profile.id,),
        sheets=_more_sheets(request) if rates else (),
        carried=_carried(request) if rates else {},
    )


def _more_sheets(request: ProfileRequest) -> tuple[Sheet, ...]:
    return guide_sheet(request), *result_sheets(request)


def _carried(request: ProfileRequest) -> dict[str, dict[str, Any]]:
    """Return what the form carries unseen, so that it can be read against its own text."""
    used = (request.profile, request.frameworks, request.language, request.asked)
    form = {"kind": request.form, "name": form_name(request), "version": form_version(request)}
    return {TEXT_SHEET: carried(rated_content(*used), request.code, **form)}


def advice(document: Document) -> list[Phrase]:
    """Return what whoever makes the form has to know: that it is too long to fill in well."""
    if about_customers := customer_advice(document):
        return about_customers
    count = lines_to_rate(document)
    return [_TOO_MANY.filled(count=count, most=_LINES_ADVISED)] if count > _LINES_ADVISED else []
