"""A competence that is hard to read as a whole."""

from competenties.checking.compared import written
from competenties.checking.reading_ease import ReadingEase, reading_ease
from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import LANGUAGES, Phrase
from competenties.model.competence import Competence
from competenties.model.framework import Framework
from competenties.model.text import Text

RULE = Rule(
    name="reading-level",
    category="level",
    severity="hint",
    advises=True,
    title=Phrase(nl="Competentie leest moeilijk", en="Competence is hard to read"),
    message=Phrase(
        nl="gemiddeld {words} woorden per zin en {syllables} lettergrepen per woord; dit leest als een tekst voor {band}.",
        en="{words} words to a sentence and {syllables} syllables to a word on average; this reads like a text for {band}.",
    ),
    advice=Phrase(
        nl="Kijk of het korter kan, met werkwoorden in plaats van zelfstandige naamwoorden. Het is een signaal, geen fout.",
        en="See whether it can be shorter, with verbs instead of nouns. It is a signal, not a mistake.",
    ),
    why=Phrase(
        nl="Iedereen die wordt beoordeeld, moet de tekst kunnen lezen. De formule van Flesch, voor het Nederlands bewerkt door Douma "
        "(1960), telt woorden per zin en lettergrepen per woord; onder de 40 geeft de regel een tip. Zulke formules hangen maar "
        "zwak samen met begrip en zeggen niets over één zin, daarom telt de hele competentie (ten minste 100 woorden). Een vakterm "
        "die iedereen kent, maakt de uitkomst slechter zonder dat de tekst moeilijker is.",
        en="Everybody who is rated has to be able to read the text. The formula of Flesch, adapted to Dutch by Douma (1960), counts words "
        "to a sentence and syllables to a word; below 40 the rule gives a hint. Such formulas are only weakly related to "
        "understanding and say nothing about a single sentence, so the whole competence counts (at least 100 words). A technical "
        "term that everybody knows makes the outcome worse without making the text harder.",
    ),
)

_LEAST_WORDS = 100
_HARD, _VERY_HARD = 40, 20
_BANDS = (
    (_VERY_HARD, Phrase(nl="specialisten", en="specialists")),
    (_HARD, Phrase(nl="hoogopgeleiden", en="people with a higher education")),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield competences whose whole text scores below 40 in one of its languages."""
    del scope
    for competence in framework.competences:
        texts = _texts(competence)
        for language in LANGUAGES:
            own = [written(one, language, framework.language) for one in texts]
            ease = reading_ease([one for one in own if one], language)
            if ease is not None and ease.words >= _LEAST_WORDS and ease.score < _HARD:
                yield finding(
                    RULE,
                    competence.id,
                    title=competence.name,
                    words=round(ease.words_per_sentence),
                    syllables=round(ease.syllables_per_word, 1),
                    band=_band(ease),
                )
                break


def _band(ease: ReadingEase) -> Phrase:
    return next(name for below, name in _BANDS if ease.score < below)


def _texts(competence: Competence) -> list[Text | None]:
    """Return all text that a reader of the competence sees."""
    indicators = (one.text for one in competence.all_indicators())
    return [competence.definition, *(level.text for level in competence.levels), *indicators]
