"""The head of a form: who it is about, in which job, who fills it in, and when."""

from collections.abc import Iterator

from competenties.documents.request import FormKind, ProfileRequest
from competenties.messages import Phrase
from competenties.office.blocks import Blank, Block, Cell, Choice, Fields

_ORGANISATION = Phrase(nl="Organisatie", en="Organisation")
_EMPLOYEE = Phrase(nl="Medewerker", en="Employee")
_MANAGER = Phrase(nl="Leidinggevende", en="Manager")
_SECOND = Phrase(nl="Tweede beoordelaar of HR", en="Second rater or HR")
_FOR = Phrase(nl="Voor wie", en="For whom")
_BY = Phrase(nl="Van wie", en="By whom")
_GIVER = Phrase(nl="Uw rol", en="Your role")
_GIVERS = (
    Phrase(nl="collega uit het team", en="colleague in the team"),
    Phrase(nl="collega uit een ander team", en="colleague from another team"),
    Phrase(nl="leidinggevende", en="manager"),
    Phrase(nl="medewerker aan wie leiding wordt gegeven", en="employee who is led"),
)
_FILLED_IN_BY = Phrase(nl="Ingevuld door", en="Filled in by")
_FILLERS = (
    Phrase(nl="medewerker", en="employee"),
    Phrase(nl="leidinggevende", en="manager"),
    Phrase(nl="samen", en="both together"),
)
_JOB = Phrase(nl="Functie", en="Job")
_PROFILE = Phrase(nl="Functieprofiel", en="Job profile")
_PERIOD = Phrase(nl="Periode", en="Period")
_PERIOD_PROMPT = Phrase(
    nl="Van en tot, bijvoorbeeld januari tot en met juni 2026.",
    en="From and to, for example January to June 2026.",
)
_DATE = Phrase(nl="Datum", en="Date")
_DAY = Phrase(nl="Datum van het gesprek", en="Date of the conversation")
_DAY_PROMPT = Phrase(
    nl="Bijvoorbeeld 12 november 2026.",
    en="For example 12 November 2026.",
)

_ROWS: dict[FormKind, tuple[Phrase, ...]] = {
    "self-reflection": (_EMPLOYEE, _JOB, _PROFILE, _PERIOD, _DATE),
    "feedback": (_FOR, _JOB, _BY, _GIVER),
    "conversation": (_EMPLOYEE, _MANAGER, _JOB, _PROFILE, _PERIOD, _DAY, _FILLED_IN_BY),
    "appraisal-report": (_EMPLOYEE, _MANAGER, _SECOND, _JOB, _PROFILE, _PERIOD, _DAY),
}


def head(request: ProfileRequest) -> Iterator[Block]:
    """Yield the head that belongs to the kind of form."""
    organisation = request.settings.organisation
    about = [(request.say(_ORGANISATION), organisation)] if organisation else []
    rows = [(request.say(label), _value(request, label)) for label in _ROWS[request.form]]
    yield Fields((*about, *rows))


def _value(request: ProfileRequest, label: Phrase) -> Cell:
    """Return what stands beside a label, or the place where it is filled in."""
    known: dict[Phrase, Cell] = {
        _JOB: request.own(request.profile.name),
        _PROFILE: f"{request.profile.id}, {request.version()}",
        _PERIOD: Blank(request.say(_PERIOD_PROMPT)),
        _DATE: Blank(request.say(_DAY_PROMPT)),
        _DAY: Blank(request.say(_DAY_PROMPT)),
        _GIVER: Choice(tuple(request.say(one) for one in _GIVERS)),
        _FILLED_IN_BY: Choice(tuple(request.say(one) for one in _FILLERS)),
    }
    return known.get(label, Blank())
