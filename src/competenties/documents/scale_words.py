"""A rating scale in words: its answers, and the arithmetic as the form prints it."""

from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.model.competence import Competence
from competenties.model.framework import Framework
from competenties.model.requested import RequestedCompetence, level_name
from competenties.model.scale import RatingScale

NOT_OBSERVED = Phrase(nl="niet waargenomen", en="not observed")
NOT_APPLICABLE = Phrase(nl="n.v.t.", en="n/a")

_NOT_OBSERVED_MEANS = Phrase(
    nl='Kies "niet waargenomen" als u het gedrag niet hebt kunnen zien. Dat telt niet mee en is geen nul.',
    en='Choose "not observed" when you could not see the behaviour. It does not count and is not a zero.',
)
_NOT_APPLICABLE_MEANS = Phrase(
    nl='Kies "n.v.t." als het gedrag niet bij dit werk hoort.',
    en='Choose "n/a" when the behaviour does not belong to this work.',
)
_MEAN = Phrase(
    nl="De uitkomst van een competentie is het gemiddelde van de ingevulde antwoorden.",
    en="The result of a competence is the mean of the lines that were filled in.",
)
_MEDIAN = Phrase(
    nl="De uitkomst van een competentie is het middelste van de ingevulde antwoorden.",
    en="The result of a competence is the median of the lines that were filled in.",
)
_VISIBLE = Phrase(
    nl="Bij {visible} of hoger is het gedrag zichtbaar op het gevraagde niveau.",
    en="At {visible} or higher the behaviour is visible at the requested level.",
)
_PARTLY = Phrase(
    nl="Bij {partly} of hoger is het deels zichtbaar.",
    en="At {partly} or higher it is partly visible.",
)
_COVERAGE = Phrase(
    nl="Is minder dan {coverage}% van de regels ingevuld, dan is er geen uitkomst.",
    en="If fewer than {coverage}% of the lines are filled in, there is no result.",
)
_NO_RESULT = Phrase(
    nl="Er wordt geen uitkomst berekend; het gesprek telt.",
    en="No result is calculated; it is the conversation that counts.",
)


def answers(request: ProfileRequest, asked: RequestedCompetence) -> tuple[str, ...]:
    """Return what can be answered at one competence: "4 – meestal", then the two missing codes.

    On a level scale these are the competence's own levels, else all levels of its scale.
    """
    scale, framework, competence = request.scale, asked.framework, asked.competence
    if scale.kind == "level":
        given = [
            _numbered(number, request.of(framework, level_name(framework, competence, number)))
            for number in _levels_of(framework, competence)
        ]
    else:
        given = points(request, scale, framework)
    missing = []
    if scale.not_observed:
        missing.append(request.say(NOT_OBSERVED))
    if scale.not_applicable:
        missing.append(request.say(NOT_APPLICABLE))
    return (*given, *missing)


def points(request: ProfileRequest, scale: RatingScale, framework: Framework) -> list[str]:
    """Return the points of a scale with what they mean: "4 – meestal"."""
    return [_numbered(point.value, request.of(framework, point.label)) for point in scale.points]


def missing_codes(request: ProfileRequest) -> list[str]:
    """Return what the answers that are not scores mean."""
    scale = request.scale
    said = []
    if scale.not_observed:
        said.append(request.say(_NOT_OBSERVED_MEANS))
    if scale.not_applicable:
        said.append(request.say(_NOT_APPLICABLE_MEANS))
    return said


def arithmetic(request: ProfileRequest) -> str:
    """Return how the answers are counted, in sentences."""
    counted = request.scale.arithmetic
    if counted.method == "none":
        return request.say(_NO_RESULT)
    said = [request.say(_MEAN if counted.method == "mean" else _MEDIAN)]
    if counted.visible_from is not None:
        said.append(request.say(_VISIBLE, visible=counted.visible_from))
    if counted.partly_from is not None:
        said.append(request.say(_PARTLY, partly=counted.partly_from))
    if counted.coverage > 0:
        said.append(request.say(_COVERAGE, coverage=round(counted.coverage * 100)))
    return " ".join(said)


def _levels_of(framework: Framework, competence: Competence) -> list[int]:
    if competence.levels:
        return [level.level for level in competence.levels]
    scale = framework.scale_of(competence)
    return [level.number for level in scale.levels] if scale else []


def _numbered(number: int, label: str) -> str:
    return f"{number} – {label}" if label else str(number)
