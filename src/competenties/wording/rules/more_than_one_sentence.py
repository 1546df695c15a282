"""More than one sentence in one indicator."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.behaviours import behaviours, is_new_sentence, split_hit
from competenties.wording.hits import Hit
from competenties.wording.house import House
from competenties.wording.sentence import Sentence

RULE = Rule(
    name="more-than-one-sentence",
    category="double_barrelled",
    severity="warning",
    title=Phrase(nl="Meer dan één zin", en="More than one sentence"),
    message=Phrase(
        nl="hier staan {count} zinnen met elk een gedrag: {found}.",
        en="this holds {count} sentences with a behaviour each: {found}.",
    ),
    advice=Phrase(
        nl="Eén indicator, één zin: {proposal}",
        en="One indicator, one sentence: {proposal}",
    ),
    why=Phrase(
        nl="Een tweede zin brengt bijna altijd een tweede gedrag mee, en dan weet niemand waar de score bij "
        "hoort. Een voorbeeld of toelichting heeft een eigen veld.",
        en="A second sentence nearly always brings a second behaviour, and then nobody knows what the score "
        "belongs to. An example or a note has a field of its own.",
    ),
    examples={
        "nl": Examples(
            wrong=(
                "Weegt de partij. Vult de bon in.",
                "Leest het rapport; belt de klant.",
                "Start de machine. Let op lekkage.",
            ),
            right=(
                "Weegt de partij voor het laden (zie kaart 3).",
                "Belt de klant na het lezen van het rapport.",
                "Start de machine volgens kaart 7.",
            ),
        ),
        "en": Examples(
            wrong=(
                "Weighs the batch. Fills in the slip.",
                "Reads the report; calls the client.",
                "Starts the machine. Watches for leaks.",
            ),
            right=(
                "Weighs the batch before loading (see card 3).",
                "Calls the client after reading the report.",
                "Starts the machine as on card 7.",
            ),
        ),
    },
)


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield one hit when a second sentence brings a second behaviour."""
    del house
    acts = behaviours(sentence)
    if any(is_new_sentence(sentence, act) for act in acts[1:]):
        yield split_hit(sentence, acts)
