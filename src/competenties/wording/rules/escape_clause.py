"""An escape clause: where needed, if possible."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit
from competenties.wording.house import House
from competenties.wording.phrases import phrases_in
from competenties.wording.sentence import Sentence

RULE = Rule(
    name="escape-clause",
    category="vague",
    severity="warning",
    title=Phrase(nl="Ontsnappingszin", en="Escape clause"),
    message=Phrase(
        nl='"{found}" laat open wanneer het moet.',
        en='"{found}" leaves open when it has to be done.',
    ),
    advice=Phrase(
        nl='Schrijf in plaats van "{found}" de voorwaarde uit: wanneer precies?',
        en='Spell out the condition instead of "{found}": when exactly?',
    ),
    why=Phrase(
        nl="Wie iets niet deed, kan altijd zeggen dat het niet nodig was. Met de voorwaarde erbij kan een "
        "ander nagaan of de situatie zich voordeed.",
        en="Whoever did not do it can always say that it was not needed. With the condition there, somebody "
        "else can see whether the situation arose.",
    ),
    examples={
        "nl": Examples(
            wrong=(
                "Overlegt indien nodig.",
                "Meldt zo mogelijk afwijkingen.",
                "Schaalt eventueel op.",
            ),
            right=(
                "Overlegt als twee metingen verschillen.",
                "Meldt afwijkingen boven 5 %.",
                "Schaalt op na een uur stilstand.",
            ),
        ),
        "en": Examples(
            wrong=(
                "Consults if needed.",
                "Reports deviations where possible.",
                "Escalates as appropriate.",
            ),
            right=(
                "Consults when two readings differ.",
                "Reports deviations above 5%.",
                "Escalates after one hour of downtime.",
            ),
        ),
    },
)


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield escape clauses, wherever they stand in the sentence."""
    for start, end in phrases_in(sentence, "escape_phrases", anywhere=True):
        if sentence.words(start, end).lower() not in house.allowed:
            yield hit(sentence, start, end)
