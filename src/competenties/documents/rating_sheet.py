"""The rating sheet: four kinds of form on one profile, never one for all."""

from collections.abc import Callable, Iterator

from competenties.documents.form_behaviour import behaviour, contra_behaviour, lines_to_rate
from competenties.documents.form_explanation import explanation, privacy
from competenties.documents.form_head import head
from competenties.documents.form_judgement import employees_view, judgement, signatures
from competenties.documents.form_talk import (
    agreements,
    development_plan,
    look_back,
    open_questions,
    own_view,
    summary,
)
from competenties.documents.request import FORM_KINDS, FormKind, ProfileRequest
from competenties.messages import Phrase
from competenties.office.blocks import Block, Document

NAME = "rating-sheet"
SUFFIXES = (".xlsx", ".docx", ".html")
TITLE = Phrase(nl="Formulier", en="Rating sheet")
PAGE = Phrase(
    nl="Formulier in Excel of Word met een regel voor elke gedragsindicator die de functie vraagt, "
    "een keuzelijst en ruimte voor een voorbeeld. Er zijn vier soorten: zelfreflectie, "
    "feedbackformulier, gespreksformulier en beoordelingsverslag.",
    en="A form in Excel or Word with a line for every indicator that the job asks, a drop-down and "
    "room for an example. There are four kinds: self-reflection, feedback form, conversation form "
    "and appraisal report.",
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
}


def build(request: ProfileRequest) -> Document:
    """Return the form of the kind that was asked; only the appraisal report judges."""
    kind = request.say(FORM_KINDS[request.form])
    blocks = [block for part in _PARTS[request.form] for block in part(request)]
    return Document(
        title=f"{kind} {request.own(request.profile.name)}",
        language=request.language,
        blocks=(*request.remarks(), *blocks),
        footer=request.footer(),
        sheet=kind,
        organisation=request.settings.organisation or "",
        notice="" if request.suffix == ".html" else request.say(_NOTICE),
        keywords=(request.profile.id, request.code),
    )


def advice(document: Document) -> list[Phrase]:
    """Return what whoever makes the form has to know: that it is too long to fill in well."""
    count = lines_to_rate(document)
    return [_TOO_MANY.filled(count=count, most=_LINES_ADVISED)] if count > _LINES_ADVISED else []
