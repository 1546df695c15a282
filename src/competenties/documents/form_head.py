"""The head of a form: who it is about, in which job, who fills it in, and when."""

from collections.abc import Iterator

from competenties.documents.request import FormKind, ProfileRequest
from competenties.messages import Phrase
from competenties.office.blocks import Blank, Block, Cell, Choice, Fields, Formula
from competenties.office.glyphs import line_count
from competenties.ratings.form import answer_key

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
_WHICH_PROFILE = Phrase(nl="{version}, bestand {file}", en="{version}, file {file}")
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

_KEYS = {
    _EMPLOYEE: "employee",
    _FOR: "employee",
    _MANAGER: "manager",
    _SECOND: "second-rater",
    _BY: "rater",
    _GIVER: "role",
    _FILLED_IN_BY: "role",
    _PERIOD: "period",
    _DATE: "date",
    _DAY: "date",
}
"""How what is filled in here is called in every form; what is known beforehand is called so too."""

_STATUS = Phrase(nl="Status", en="Status")
_CONFIDENTIAL = Phrase(nl="VERTROUWELIJK", en="CONFIDENTIAL")
_EMPTY = Phrase(nl="nog niet ingevuld", en="not filled in yet")

_ROWS: dict[FormKind, tuple[Phrase, ...]] = {
    "self-reflection": (_EMPLOYEE, _JOB, _PROFILE, _PERIOD, _DATE),
    "feedback": (_FOR, _JOB, _BY, _GIVER),
    "conversation": (_EMPLOYEE, _MANAGER, _JOB, _PROFILE, _PERIOD, _DAY, _FILLED_IN_BY),
    "appraisal-report": (_EMPLOYEE, _MANAGER, _SECOND, _JOB, _PROFILE, _PERIOD, _DAY),
}


_SHORT = 33  # characters that fit on a line, however wide they are
_ROOM, _SIZE, _MOST_LINES = 300.0, 10, 8  # points beside a label in a workbook, on the safe side


def lines_in_head(text: str) -> int:
    """Return how many lines a text takes in the head of a workbook."""
    return 1 if len(text) <= _SHORT else min(line_count(text, _ROOM, _SIZE), _MOST_LINES)


def lines_key(key: str) -> str:
    """Return under which name it is known how many lines a text of the head takes, when several."""
    return f"{key}-lines"


def head(request: ProfileRequest) -> Iterator[Block]:
    """Yield the head that belongs to the kind of form."""
    organisation = request.settings.organisation
    about = [(request.say(_ORGANISATION), organisation)] if organisation else []
    rows = [(request.say(label), _value(request, label)) for label in _ROWS[request.form]]
    status = [(request.say(_STATUS), _confidential(request))] if _counts(request) else []
    yield Fields((*about, *rows, *status))


def _counts(request: ProfileRequest) -> bool:
    """Tell whether the form can see that it was filled in: in a workbook, with lines to rate."""
    return request.suffix == ".xlsx" and any(asked.rated for asked in request.asked)


def _confidential(request: ProfileRequest) -> Formula:
    """Return the word that appears as soon as a name or an answer is filled in."""
    lines = [one for asked in request.asked for one in asked.rated]
    answers = (answer_key(lines[0].id), answer_key(lines[-1].id))
    filled_in = 'OR({employee}<>"",SUMPRODUCT(({answers}={answers.options})*1)>0)'
    said = request.say(_CONFIDENTIAL), request.say(_EMPTY)
    is_filled_in = bool(request.about.get("employee"))
    return Formula(
        f'IF({filled_in},"{said[0]}","{said[1]}")',
        {"employee": ("employee",), "answers": answers},
        said[0] if is_filled_in else said[1],
    )


def _value(request: ProfileRequest, label: Phrase) -> Cell:
    """Return what stands beside a label, or the place where it is filled in."""
    if label == _JOB:
        return request.own(request.profile.name)
    if label == _PROFILE:
        return request.say(_WHICH_PROFILE, version=request.version(), file=request.profile.id)
    key = _KEYS[label]
    if key == "role" and request.about.get("role-said"):
        return request.about["role-said"]
    if label in _CHOICES:
        return Choice(tuple(request.say(one) for one in _CHOICES[label]), key=key)
    prompt = request.say(_PROMPTS[label]) if label in _PROMPTS else ""
    lines = int(request.about.get(lines_key(key), "1"))
    return Blank(prompt, lines, key, request.about.get(key, ""))


_PROMPTS = {_PERIOD: _PERIOD_PROMPT, _DATE: _DAY_PROMPT, _DAY: _DAY_PROMPT}
_CHOICES = {_GIVER: _GIVERS, _FILLED_IN_BY: _FILLERS}
