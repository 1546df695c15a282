"""The sheet with results in a workbook: what the answers come to, and how that was computed.

The formulas do what `ratings/arithmetic.py` does; a test lays one beside the other.
"""

from collections.abc import Iterator, Sequence

from competenties.documents.form_names import form_name
from competenties.documents.levels import asked_in_words, competence_name, level_title
from competenties.documents.request import GROUP_FORMS, FormKind, ProfileRequest
from competenties.documents.scale_words import GROUP_LEVELS, arithmetic, missing_codes
from competenties.messages import Language, Phrase
from competenties.model.requested import RequestedCompetence
from competenties.office.blocks import (
    Block,
    Cell,
    Column,
    Formula,
    Heading,
    Paragraph,
    Row,
    Sheet,
    Table,
)
from competenties.ratings.arithmetic import Verdict, has_total, has_verdict
from competenties.ratings.form import answer_key
from competenties.ratings.options import NOT_APPLICABLE, NOT_OBSERVED, NOT_OBSERVED_SHORT

_NAME = Phrase(nl="Resultaat", en="Result")
_TITLE = Phrase(nl="Resultaat: {name}", en="Result: {name}")
_INTRO = Phrase(
    nl="Dit blad telt de antwoorden op het formulier. Het rekent vanzelf mee; er valt hier niets in te "
    "vullen. De uitkomst is een hulp bij het gesprek en beslist niets.",
    en="This sheet counts the answers on the form. It follows them by itself; there is nothing to fill in "
    "here. The result helps the conversation and decides nothing.",
)
_COMPETENCE = Phrase(nl="Competentie", en="Competence")
_ASKED = Phrase(nl="Gevraagd", en="Requested")
_AIM = Phrase(nl="Niveau", en="Level")
_RATED = Phrase(nl="Met cijfer", en="With a number")
_BLANK = Phrase(nl="Leeg", en="Blank")
_SCORE = Phrase(nl="Uitkomst", en="Result")
_SAID = Phrase(nl="Zichtbaar op gevraagd niveau", en="Visible at the requested level")
_GROUP_SAID = Phrase(nl="Zichtbaar op {level}", en="Visible at the {level}")
_GAP = Phrase(nl="Verschil in niveaus", en="Difference in levels")
_DISCUSS = Phrase(nl="Ondergrens", en="Floor")
BELOW = Phrase(nl="ondergrens niet gehaald: bespreken", en="below the floor: to discuss")
_ABOUT = Phrase(
    nl="Per competentie het aantal antwoorden en de uitkomst",
    en="For each competence the number of answers and the result",
)
_TOTAL = Phrase(
    nl="Totaal, met de weging uit het functieprofiel",
    en="Total, with the weights of the job profile",
)
_HOW = Phrase(nl="Hoe is dit berekend?", en="How was this computed?")

VERDICTS: dict[Verdict, Phrase] = {
    "yes": Phrase(nl="ja", en="yes"),
    "partly": Phrase(nl="deels", en="partly"),
    "no": Phrase(nl="nee", en="no"),
    "too-little": Phrase(nl="te weinig gezien", en="too little seen"),
}
"""The outcome in words."""

_FEW_PEOPLE = Phrase(
    nl="Laat deze uitkomst aan anderen pas zien als ten minste {least} mensen hebben meegedaan.",
    en="Show this result to others only when at least {least} people took part.",
)

_IN_WORDS: frozenset[FormKind] = GROUP_FORMS.union(["appraisal-report"])
_WITH_RESULT: frozenset[FormKind] = _IN_WORDS.union(["self-reflection", "conversation"])


def result_sheets(request: ProfileRequest) -> tuple[Sheet, ...]:
    """Return the sheet with results; a colleague who gives feedback gets none."""
    if request.form not in _WITH_RESULT or not any(one.rated for one in request.asked):
        return ()
    title = request.say(_TITLE, name=form_name(request))
    return (Sheet(request.say(_NAME), title, tuple(_blocks(request))),)


def _blocks(request: ProfileRequest) -> Iterator[Block]:
    yield Paragraph(request.say(_INTRO))
    if request.form in GROUP_FORMS:
        yield Paragraph(request.say(_FEW_PEOPLE, least=request.settings.privacy.least_people))
    columns, rows = _columns(request), tuple(_rows(request))
    yield Table(columns, rows, request.say(_ABOUT))
    yield Heading(request.say(_HOW), 2)
    yield Paragraph(missing_codes(request))
    yield Paragraph(arithmetic(request))


def _columns(request: ProfileRequest) -> tuple[Column, ...]:
    say, scale = request.say, request.scale
    asked = say(_AIM if request.form in GROUP_FORMS else _ASKED)
    columns = [Column(say(_COMPETENCE), 3.0), Column(asked, 2.6), Column(say(_RATED), 1.15)]
    if scale.not_observed:
        columns.append(Column(say(NOT_OBSERVED_SHORT), 0.9))
    if scale.not_applicable:
        columns.append(Column(say(NOT_APPLICABLE), 0.9))
    columns.append(Column(say(_BLANK), 0.8))
    if _computes(request):
        columns.append(Column(say(_SCORE), 1.4))
    if _says(request):
        level = GROUP_LEVELS.get(request.form)
        said = say(_GROUP_SAID, level=level) if level else say(_SAID)
        columns.append(Column(said, 2.0 if level else 1.7))
    if _differs(request):
        columns.append(Column(say(_GAP), 1.3))
    if _has_floor(request):
        columns.append(Column(say(_DISCUSS), 1.8))
    return tuple(columns)


def _rows(request: ProfileRequest) -> Iterator[Row]:
    """Yield a row for each competence; for each level of it where several are asked."""
    for asked in request.asked:
        name = competence_name(request, asked)
        several = len(asked.levels) > 1
        for level in asked.levels:
            ids = [one.id for one in level.indicators]
            words = (
                level_title(request, asked, level) if several else asked_in_words(request, asked)
            )
            yield from _row(request, asked, (name, words), ids, [level.number])
        own = [one.id for one in asked.indicators]
        yield from _row(request, asked, (name, asked_in_words(request, asked)), own, [])

    yield from _total(request)


def _total(request: ProfileRequest) -> Iterator[Row]:
    """Yield the weighted mean of the results, where the scale asks for a total."""
    if not has_total(request.scale.arithmetic, request.scale.kind):
        return
    parts = list(_weighted_parts(request))
    names = [f"s{place}" for place in range(len(parts))]
    weights = [f"{weight:.15g}" for _, weight in parts]
    pairs = list(zip(names, weights, strict=True))
    total = "+".join(f"{weight}*N({{{name}}})" for name, weight in pairs)
    counted = "+".join(f"{weight}*ISNUMBER({{{name}}})" for name, weight in pairs)
    decimals = request.scale.arithmetic.decimals
    rounded = f"ROUND(ROUND(({total})/({counted}),9),{decimals})"  # 9: without float noise
    text = f'IF({counted}=0,"",{rounded})'
    cells = {name: (key,) for name, (key, _) in zip(names, parts, strict=True)}
    after = [""] * (len(_columns(request)) - _columns_before_score(request) - 1)
    before = [""] * (_columns_before_score(request) - 1)
    formula = Formula(text, cells, key="total")
    yield Row((request.say(_TOTAL), *before, formula, *after))


def _weighted_parts(request: ProfileRequest) -> Iterator[tuple[str, float]]:
    """Yield the key of each result with its weight: that of the competence, spread over its parts."""
    for asked in request.asked:
        runs = [[one.id for one in level.indicators] for level in asked.levels]
        parts = [ids for ids in (*runs, [one.id for one in asked.indicators]) if ids]
        said = [one.weight for one in asked.requirements if one.weight is not None]
        for ids in parts:
            key = f"{asked.framework.id}/{asked.competence.id}/{ids[0]}/score"
            yield key, (sum(said) if said else 1.0) / len(parts)


def _columns_before_score(request: ProfileRequest) -> int:
    titles = [column.title for column in _columns(request)]
    return titles.index(request.say(_SCORE))


def _row(
    request: ProfileRequest,
    asked: RequestedCompetence,
    titles: tuple[str, str],
    ids: Sequence[str],
    requested: Sequence[int],
) -> Iterator[Row]:
    if ids:
        formulas = _Formulas(request, asked, ids, requested)
        yield Row((*titles, *formulas.cells()))


def _computes(request: ProfileRequest) -> bool:
    return request.scale.arithmetic.method != "none" and request.scale.kind != "development"


def _says(request: ProfileRequest) -> bool:
    """Tell whether the result is put in words: of a person only in a report, which judges."""
    in_words = request.form in _IN_WORDS and _computes(request)
    return in_words and has_verdict(request.scale.arithmetic, request.scale.kind)


def _differs(request: ProfileRequest) -> bool:
    return request.scale.kind == "level" and _computes(request)


def _has_floor(request: ProfileRequest) -> bool:
    wanted = any(one.floor is not None for asked in request.asked for one in asked.requirements)
    return wanted and (_says(request) or _differs(request))


class _Formulas:
    """The computed cells of one row; `key` is unique on the sheet."""

    def __init__(
        self,
        request: ProfileRequest,
        asked: RequestedCompetence,
        ids: Sequence[str],
        requested: Sequence[int],
    ) -> None:
        self._request = request
        self._asked = asked
        self._requested = requested
        self._answers = (answer_key(ids[0]), answer_key(ids[-1]))
        self._lines = len(ids)
        self._key = f"{asked.framework.id}/{asked.competence.id}/{ids[0]}"

    def cells(self) -> Iterator[Cell]:
        """Yield the cells in the order of the columns."""
        request, scale = self._request, self._request.scale
        yield self._count("rated", "ISNUMBER({answers.values})")
        missing = [(NOT_OBSERVED, scale.not_observed), (NOT_APPLICABLE, scale.not_applicable)]
        codes = [code for code, is_there in missing if is_there]
        for code in codes:
            said = _quoted(request.say(code))
            yield self._formula(f"SUMPRODUCT(({{answers}}={said})*1)", code.en, shown=0)
        names = ["rated", *(code.en for code in codes)]
        rest = "".join(f"-{{{_safe(name)}}}" for name in names)
        yield self._formula(f"{self._lines}{rest}", "blank", names, shown=self._lines)
        if _computes(request):
            yield self._score()
        if _says(request):
            yield self._verdict()
        if _differs(request):
            yield self._gap()
        if _has_floor(request):
            yield self._below()

    def _count(self, name: str, counted: str) -> Formula:
        text = f"SUMPRODUCT(({{answers}}={{answers.options}})*{counted})"
        return self._formula(text, name, shown=0)

    def _score(self) -> Formula:
        """Return the mean or the median, rounded; nothing where too few lines have a number."""
        rules = self._request.scale.arithmetic
        if rules.method == "mean":
            total = "SUMPRODUCT(({answers}={answers.options})*{answers.values})"
            middle = f"{total}/{{rated}}"
        else:
            middle = 'MEDIAN(IF({answers}={answers.options},{answers.values},""))'
        names = ["rated", "blank"]
        applicable = "{rated}+{blank}"
        if self._request.scale.not_observed:
            names.append(NOT_OBSERVED.en)
            applicable += f"+{{{_safe(NOT_OBSERVED.en)}}}"
        covered = f"{{rated}}/({applicable})<{rules.coverage:.15g}"
        text = f'IF({{rated}}=0,"",IF({covered},"",ROUND({middle},{rules.decimals})))'
        return self._formula(text, "score", names, is_array=rules.method == "median")

    def _verdict(self) -> Formula:
        rules, say = self._request.scale.arithmetic, self._say
        text = say("no")
        if rules.partly_from is not None:
            text = f"IF({{score}}>={rules.partly_from:.15g},{say('partly')},{text})"
        text = f"IF({{score}}>={rules.visible_from:.15g},{say('yes')},{text})"
        shown = VERDICTS["too-little"].say(self._language)
        return self._formula(
            f'IF({{score}}="",{say("too-little")},{text})', "verdict", ["score"], shown=shown
        )

    def _gap(self) -> Formula:
        if not self._requested:
            return Formula('""', {})
        low, decimals = self._requested[0], self._request.scale.arithmetic.decimals
        text = f'IF({{score}}="","",ROUND({{score}}-{low},{decimals}))'
        return self._formula(text, "gap", ["score"])

    def _below(self) -> Formula:
        """Return that a floor was not reached: a level that was asked, and is not fully visible."""
        floors = [one.floor for one in self._asked.requirements if one.floor is not None]
        if not floors or not self._requested:
            return Formula('""', {})
        floor, said = max(floors), _quoted(BELOW.say(self._language))
        if _differs(self._request):
            text = f'IF({{score}}="","",IF({{score}}<{floor},{said},""))'
            return self._formula(text, "below", ["score"])
        if floor not in self._requested:
            return Formula('""', {})
        visible = self._request.scale.arithmetic.visible_from
        text = f'IF({{score}}="","",IF({{score}}<{visible:.15g},{said},""))'
        return self._formula(text, "below", ["score"])

    @property
    def _language(self) -> Language:
        return self._request.language

    def _say(self, verdict: Verdict) -> str:
        return _quoted(VERDICTS[verdict].say(self._language))

    def _formula(
        self,
        text: str,
        name: str,
        names: Sequence[str] = (),
        *,
        shown: str | float = "",
        is_array: bool = False,
    ) -> Formula:
        cells = {_safe(one): (f"{self._key}/{one}",) for one in names} | {"answers": self._answers}
        return Formula(text, cells, shown, f"{self._key}/{name}", is_array=is_array)


def _safe(name: str) -> str:
    """Return a name as it can stand between braces."""
    return "".join(one if one.isalnum() else "_" for one in name)


def _quoted(text: str) -> str:
    """Return a text as a formula has it; braces are not filled in."""
    return '"' + text.replace('"', '""').replace("{", "{{").replace("}", "}}") + '"'
