"""Age, health, origin or language: words that may shut groups out."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit
from competenties.wording.house import House
from competenties.wording.phrases import phrases_in
from competenties.wording.sentence import Sentence
from competenties.wording.word_lists import words

RULE = Rule(
    name="biased-wording",
    category="inclusive",
    severity="error",
    title=Phrase(nl="Leeftijd, gezondheid of herkomst", en="Age, health or origin"),
    message=Phrase(
        nl='"{found}" kan mensen uitsluiten om leeftijd, gezondheid of herkomst.',
        en='"{found}" may shut people out by age, health or origin.',
    ),
    advice=Phrase(
        nl="Welk gedrag is voor het werk nodig? Beschrijf dat.",
        en="Which behaviour does the work need? Describe that.",
    ),
    why=Phrase(
        nl="De Nederlandse wetten voor gelijke behandeling gaan over leeftijd, geslacht, afkomst, handicap en "
        "chronische ziekte. Een eis die daaraan raakt, moet voor het werk nodig zijn.",
        en="Dutch equal treatment law covers age, sex, origin, disability and chronic illness. A demand that "
        "touches these has to be needed for the work.",
    ),
    examples={
        "nl": Examples(
            wrong=("Heeft een jeugdige uitstraling.", "Spreekt accentloos.", "Is fit en energiek."),
            right=(
                "Begeleidt jongeren bij een aanvraag.",
                "Spreekt zo dat de klant het nummer kan herhalen.",
                "Loopt de controleronde in 40 minuten.",
            ),
        ),
        "en": Examples(
            wrong=("Has a youthful look.", "Speaks without an accent.", "Is fit and energetic."),
            right=(
                "Helps young people with an application.",
                "Speaks so that the caller can repeat the number.",
                "Completes the round in 40 minutes.",
            ),
        ),
    },
)


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield words about age, health and origin, unless clients are meant by them."""
    guards = words(sentence.language, "biased_guards")
    phrases = dict(phrases_in(sentence, "biased_words", anywhere=True))
    for at, token in enumerate(sentence.tokens):
        if "biased_words" in token.word.tags:
            phrases.setdefault(at, at + 1)
    for start, end in sorted(phrases.items()):
        after = sentence.tokens[end].word if end < len(sentence.tokens) else None
        is_client = after is not None and (after.low in guards or after.lemma in guards)
        is_verb = any(act.verb == start for act in sentence.acts) or (
            bool(sentence.tokens[start].word.base) and sentence.zones[start] != "main"
        )
        if (
            not is_client
            and not is_verb
            and sentence.words(start, end).lower() not in house.allowed
        ):
            yield hit(sentence, start, end)
