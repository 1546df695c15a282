"""A word for one sex where everybody is meant."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit
from competenties.wording.house import House
from competenties.wording.sentence import Sentence
from competenties.wording.word_lists import entries

RULE = Rule(
    name="gendered-wording",
    category="inclusive",
    severity="warning",
    title=Phrase(nl="Mannelijk of vrouwelijk woord", en="Gendered wording"),
    message=Phrase(
        nl='"{found}" noemt één geslacht, terwijl iedereen is bedoeld.',
        en='"{found}" names one sex where everybody is meant.',
    ),
    advice=Phrase(
        nl="Laat het voornaamwoord weg (de derde persoon volstaat) of kies een neutraal woord{neutral}.",
        en="Drop the pronoun (the third person will do) or choose a neutral word{neutral}.",
    ),
    why=Phrase(
        nl="Wie zich niet genoemd ziet, voelt zich niet bedoeld. Voor vacatureteksten is dat onderzocht "
        "(Gaucher, Friesen en Kay 2011); voor indicatoren is het goed gebruik.",
        en="Whoever is not named does not feel meant. For job adverts this was researched (Gaucher, Friesen "
        "and Kay 2011); for indicators it is good practice.",
    ),
    examples={
        "nl": Examples(
            wrong=(
                "Als hij ziek is, meldt hij dat.",
                "Is een echte vakman.",
                "Roept zijn mannen bij elkaar.",
            ),
            right=(
                "Meldt ziekte voor negen uur.",
                "Legt de keuze van materiaal uit.",
                "Roept de ploeg bij elkaar.",
            ),
        ),
        "en": Examples(
            wrong=("Calls in when he is ill.", "Acts as chairman.", "Mans the desk."),
            right=("Calls in before nine when ill.", "Chairs the meeting.", "Staffs the desk."),
        ),
    },
)

_PRONOUNS = {"nl": frozenset(["hij", "hem"]), "en": frozenset(["he", "him", "his", "himself"])}
_BOTH = frozenset(["zij", "haar", "she", "her", "hers", "/"])
_NEUTRAL = Phrase(nl=": {word}", en=": {word}")


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield pronouns and nouns for one sex; "hij/zij" and a client who is named pass."""
    del house
    for at, token in enumerate(sentence.tokens):
        neutral = _neutral(sentence, at)
        if neutral is not None:
            word = _NEUTRAL.filled(word=neutral) if neutral else Phrase(nl="", en="")
            yield hit(sentence, at, neutral=word)
        elif token.low in _PRONOUNS[sentence.language] and not _is_about_others(sentence, at):
            yield hit(sentence, at, neutral=Phrase(nl="", en=""))
            return


def _neutral(sentence: Sentence, at: int) -> str | None:
    """Return the neutral word for a gendered one, empty when none is known, else None."""
    listed = entries(sentence.language, "gendered_words")
    word = sentence.tokens[at].word
    for form in (word.low, word.lemma):
        if form in listed:
            return listed[form]
    return None


def _is_about_others(sentence: Sentence, at: int) -> bool:
    """Tell whether the pronoun has a she beside it or somebody named before it."""
    beside = [token.low for token in sentence.tokens[max(0, at - 2) : at + 3]]
    if _BOTH & set(beside):
        return True
    named = {"client_words", "person_words"}
    return any(
        token.word.tags & named and "subject" not in token.word.tags
        for token in sentence.tokens[:at]
    )
