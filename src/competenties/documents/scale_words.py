"""A rating scale in words: its answers, and the arithmetic as the form prints it."""

from competenties.documents.request import GROUP_FORMS, FormKind, ProfileRequest
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.requested import RequestedCompetence, level_names
from competenties.model.scale import RatingScale
from competenties.ratings.arithmetic import has_total
from competenties.ratings.options import NOT_APPLICABLE, NOT_OBSERVED, numbered, to_circle

_NOT_OBSERVED_MEANS = Phrase(
    nl='"Niet waargenomen" (n.w.): u hebt dit gedrag niet kunnen zien.',
    en='"Not observed" (n.o.): you could not see this behaviour.',
)
_OWN_NOT_OBSERVED_MEANS = Phrase(
    nl='"Niet waargenomen" (n.w.): de situatie kwam niet voor.',
    en='"Not observed" (n.o.): the situation did not arise.',
)
_GROUP_NOT_OBSERVED_MEANS = Phrase(
    nl='"Niet waargenomen" (n.w.): wij hebben dit gedrag niet kunnen zien.',
    en='"Not observed" (n.o.): we could not see this behaviour.',
)
_NOT_APPLICABLE_MEANS = Phrase(
    nl='"N.v.t.": dit gedrag hoort niet bij dit werk.',
    en='"N/a": this behaviour does not belong to this work.',
)
_BLANK_MEANS = Phrase(
    nl="Leeg: u hebt de regel niet ingevuld.",
    en="Blank: you did not fill in the line.",
)
_ONE_IS_NO_ZERO = Phrase(
    nl="Dat is geen nul en telt niet mee.", en="It is not a zero and does not count."
)
_NONE_IS_ZERO = Phrase(
    nl="Geen van deze is een nul; ze tellen niet mee.",
    en="None of these is a zero; they do not count.",
)
_MEAN = Phrase(
    nl="De uitkomst van een competentie is het gemiddelde van de antwoorden met een cijfer{rounded}.",
    en="The result of a competence is the mean of the answers with a number{rounded}.",
)
_MEDIAN = Phrase(
    nl="De uitkomst van een competentie is het middelste van de antwoorden met een cijfer{rounded}.",
    en="The result of a competence is the median of the answers with a number{rounded}.",
)
_ROUNDED = {
    0: Phrase(nl=", afgerond op een heel getal", en=", rounded to a whole number"),
    1: Phrase(nl=", afgerond op één decimaal", en=", rounded to one decimal"),
    2: Phrase(nl=", afgerond op twee decimalen", en=", rounded to two decimals"),
    3: Phrase(nl=", afgerond op drie decimalen", en=", rounded to three decimals"),
}
_VISIBLE = Phrase(
    nl="Bij {visible} of hoger is het gedrag zichtbaar op het {level}.",
    en="At {visible} or higher the behaviour is visible at the {level}.",
)
_REQUESTED = Phrase(nl="gevraagde niveau", en="requested level")
GROUP_LEVELS: dict[FormKind, Phrase] = {
    "team": Phrase(nl="streef- of minimumniveau", en="target or minimum level"),
    "organisation": Phrase(nl="minimumniveau", en="minimum level"),
}
"""What the level is called on which behaviour of a group has to be visible."""

_PARTLY = Phrase(
    nl="Bij {partly} of hoger is het deels zichtbaar.",
    en="At {partly} or higher it is partly visible.",
)
_COVERAGE = Phrase(
    nl="Heeft minder dan {coverage}% van de regels een cijfer, dan is er geen uitkomst{applicable}.",
    en="If fewer than {coverage}% of the lines have a number, there is no result{applicable}.",
)
_APPLICABLE = Phrase(
    nl='; regels met "n.v.t." blijven daarbij buiten beschouwing',
    en='; lines with "n/a" are left out of that',
)
_WEIGHED = Phrase(
    nl="Het totaal is het gemiddelde van de uitkomsten, met de weging uit het functieprofiel; een competentie "
    "zonder uitkomst telt niet mee.",
    en="The total is the mean of the results, with the weights of the job profile; a competence without a "
    "result does not count.",
)
_NO_RESULT = Phrase(
    nl="Er wordt geen uitkomst berekend; het gesprek telt.",
    en="No result is calculated; it is the conversation that counts.",
)


def answers(request: ProfileRequest, asked: RequestedCompetence) -> tuple[str, ...]:
    """Return what can be answered at one competence: "4 – meestal", then the two missing codes.

    On a level scale these are the competence's own levels, else all levels of its scale.
    """
    scale = request.scale
    missing = []
    if scale.not_observed:
        missing.append(request.say(NOT_OBSERVED))
    if scale.not_applicable:
        missing.append(request.say(NOT_APPLICABLE))
    return (*(numbered(*one) for one in _given(request, asked)), *missing)


def short_answers(request: ProfileRequest, asked: RequestedCompetence) -> str:
    """Return the answers in short, to circle on paper: the numbers, and under them the codes."""
    scale = request.scale
    return to_circle(
        (number for number, _ in _given(request, asked)),
        request.language,
        not_observed=scale.not_observed,
        not_applicable=scale.not_applicable,
    )


def numbers(
    request: ProfileRequest, asked: RequestedCompetence, count: int
) -> tuple[int | None, ...]:
    """Return what the answers at a competence count as; None for the missing codes at the end."""
    given = [number for number, _ in _given(request, asked)]
    return (*given, *[None] * (count - len(given)))


def points(request: ProfileRequest, scale: RatingScale, framework: Framework) -> list[str]:
    """Return the points of a scale with what they mean: "4 – meestal"."""
    return [numbered(point.value, request.of(framework, point.label)) for point in scale.points]


def anchors(request: ProfileRequest, asked: RequestedCompetence) -> list[str]:
    """Return what the answers mean at one competence, where its framework says so.

    Of a level scale these are the texts of the levels, of another one the competence's anchors.
    """
    scale, framework, competence = request.scale, asked.framework, asked.competence
    labels = dict(_given(request, asked))
    if scale.kind == "level":
        meanings = {level.level: level.text for level in competence.levels}
    else:
        own = (one for one in competence.rating_anchors if one.scale == scale.id)
        meanings = {one.value: one.text for one in own}
    return [
        f"{numbered(number, label)}: {meaning}"
        for number, label in labels.items()
        if (meaning := request.of(framework, meanings.get(number)))
    ]


def missing_codes(request: ProfileRequest) -> str:
    """Return what the answers that are not scores mean: three things, and none of them is zero."""
    scale = request.scale
    said = []
    if scale.not_observed:
        said.append(_not_observed_means(request.form))
    if scale.not_applicable:
        said.append(_NOT_APPLICABLE_MEANS)
    last = _NONE_IS_ZERO if said else _ONE_IS_NO_ZERO
    return " ".join(request.say(phrase) for phrase in (*said, _BLANK_MEANS, last))


def _not_observed_means(form: FormKind) -> Phrase:
    if form in GROUP_FORMS:
        return _GROUP_NOT_OBSERVED_MEANS
    return _OWN_NOT_OBSERVED_MEANS if form == "self-reflection" else _NOT_OBSERVED_MEANS


def arithmetic(request: ProfileRequest) -> str:
    """Return how the answers are counted, in sentences."""
    counted = request.scale.arithmetic
    if counted.method == "none":
        return request.say(_NO_RESULT)
    outcome = _MEAN if counted.method == "mean" else _MEDIAN
    said = [request.say(outcome, rounded=_ROUNDED[counted.decimals])]
    if counted.visible_from is not None:
        level = GROUP_LEVELS.get(request.form, _REQUESTED)
        said.append(request.say(_VISIBLE, visible=counted.visible_from, level=level))
    if counted.partly_from is not None:
        said.append(request.say(_PARTLY, partly=counted.partly_from))
    if has_total(counted, request.scale.kind):
        said.append(request.say(_WEIGHED))
    if counted.coverage > 0:
        applicable = _APPLICABLE if request.scale.not_applicable else ""
        percentage = round(counted.coverage * 100)
        said.append(request.say(_COVERAGE, coverage=percentage, applicable=applicable))
    return " ".join(said)


def _given(request: ProfileRequest, asked: RequestedCompetence) -> list[tuple[int, str]]:
    """Return the numbers that can be answered at a competence, each with its label."""
    scale, framework = request.scale, asked.framework
    if scale.kind == "level":
        names = level_names(framework, asked.competence)
        return [(number, request.of(framework, name)) for number, name in names.items()]
    return [(point.value, request.of(framework, point.label)) for point in scale.points]
