"""A higher level that looks easier than a lower one."""

from competenties.checking.ascent import Step, first_fall
from competenties.checking.compared import Compared
from competenties.checking.levels import in_order, positive, unpointed
from competenties.checking.reach import Reach
from competenties.checking.scope import Findings, Scope
from competenties.findings import Finding, Rule, finding
from competenties.messages import LANGUAGES, Language, Phrase
from competenties.model.competence import Competence, Level
from competenties.model.framework import Framework
from competenties.model.indicator import Indicator

RULE = Rule(
    name="not-ascending",
    category="level",
    severity="warning",
    advises=True,
    title=Phrase(nl="Niveaus lopen niet op", en="Levels do not ascend"),
    message=Phrase(
        nl='niveau {later} lijkt eenvoudiger dan niveau {earlier}: "{example}".',
        en='level {later} looks easier than level {earlier}: "{example}".',
    ),
    advice=Phrase(
        nl="Wissel de niveaus om, of laat het gedrag bij niveau {later} verder reiken: voor meer mensen, zelfstandiger of moeilijker.",
        en="Swap the levels, or let the behaviour at level {later} reach further: for more people, more independent or harder.",
    ),
    why=Phrase(
        nl="Wie naar een hoger niveau groeit, hoort meer te laten zien. De controle let op drie dingen: voor wie het gedrag is "
        "(eigen werk, team, afdeling, organisatie), hoeveel hulp iemand nodig heeft, en wat het werkwoord vraagt (volgen, "
        "uitwerken, bepalen). Bij te weinig van zulke woorden zegt de regel niets. Oplopende niveaus zijn "
        "vakpraktijk (Campion e.a. 2011; het model van PiCompany in vier niveaus); deze meting is een schatting "
        "en geen onderzoek.",
        en="Whoever grows to a higher level should show more. The check looks at three things: whom the behaviour is for "
        "(own work, team, department, organisation), how much help somebody needs, and what the verb asks (follow, work "
        "out, determine). With too few of such words the rule says nothing. Ascending levels are professional "
        "practice (Campion et al. 2011; PiCompany's model in four levels); this measure is an estimate and "
        "not research.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield every competence of which a later level is clearly lower than an earlier one."""
    compared = scope.compared(framework)
    for competence in framework.competences:
        falls = (_fall(competence, compared, language) for language in LANGUAGES)
        found = next((one for one in falls if one is not None), None)
        if found is not None:
            yield found


def _fall(competence: Competence, compared: Compared, language: Language) -> Finding | None:
    levels = in_order(competence)
    rated = {level.level: _rated(level, compared, language) for level in levels}
    steps = [Step(number, [one for _, one in found]) for number, found in rated.items()]
    fall = first_fall(steps)
    if fall is None:
        return None
    earlier, later = fall
    lowest, _ = min(rated[later.number], key=lambda one: _height(one[1]))
    return finding(
        RULE,
        competence.id,
        *("levels", _position(competence, later.number)),
        title=competence.name,
        earlier=earlier.number,
        later=later.number,
        example=unpointed(lowest.text),
    )


def _rated(level: Level, compared: Compared, language: Language) -> list[tuple[Indicator, Reach]]:
    """Return the indicators of a level that are written in a language, with their reach."""
    gists = ((one, compared.by_id.get((language, one.id))) for one in positive(level))
    return [(one, gist.reach) for one, gist in gists if gist is not None]


def _height(reach: Reach) -> tuple[bool, bool, int]:
    """Return the key by which the indicator that pulls a level down the most comes first."""
    return not reach.leans, reach.score is None, reach.score or 0


def _position(competence: Competence, number: int) -> int:
    return next(at for at, level in enumerate(competence.levels) if level.level == number)
