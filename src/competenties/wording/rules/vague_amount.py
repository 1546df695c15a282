"""A frequency or quantity without a number: often, some, sufficient."""

from collections.abc import Iterator
from dataclasses import replace

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.comparisons import comparison
from competenties.wording.fixed import fixed_positions
from competenties.wording.hits import Hit, hit
from competenties.wording.house import House
from competenties.wording.norms import has_norm
from competenties.wording.phrases import phrases_in
from competenties.wording.sentence import Sentence
from competenties.wording.word_lists import words

RULE = Rule(
    name="vague-amount",
    category="vague",
    severity="warning",
    title=Phrase(nl="Vage frequentie of hoeveelheid", en="Vague frequency or quantity"),
    message=Phrase(
        nl='"{found}" is geen getal en geen moment.',
        en='"{found}" is no number and no moment.',
    ),
    advice=Phrase(
        nl='Vervang "{found}" door een getal of een moment ("elke …", "na …").',
        en='Replace "{found}" by a number or a moment ("each …", "after …").',
    ),
    why=Phrase(
        nl="Hoe vaak iemand iets laat zien, hoort in de scoreschaal en niet in de zin. Anders vraagt het "
        "formulier hoe vaak iemand iets vaak doet. Gebruikt de organisatie geen frequentieschaal, dan is "
        "het een tip.",
        en="How often somebody shows something belongs in the rating scale, not in the sentence. Else the "
        "form asks how often somebody often does it. Where an organisation uses no frequency scale it is a "
        "hint.",
    ),
    examples={
        "nl": Examples(
            wrong=("Belt vaak met klanten.", "Deelt veel kennis.", "Geeft soms feedback."),
            right=(
                "Belt elke klant eens per maand.",
                "Deelt na elke cursus één les.",
                "Geeft na elke dienst feedback.",
            ),
        ),
        "en": Examples(
            wrong=("Calls clients often.", "Shares much knowledge.", "Sometimes gives feedback."),
            right=(
                "Calls each client once a month.",
                "Shares one lesson after each course.",
                "Gives feedback after each shift.",
            ),
        ),
    },
)

_AMOUNTS = "vague_amounts"
_COMPARED = frozenset(["meer", "minder", "vaker", "more", "less", "fewer", "often"])


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield frequencies and quantities of the main clause that no number goes with."""
    found = list(_amounts(sentence))
    if not found or has_norm(sentence):
        return
    frequency = words(sentence.language, "frequency_words")
    fixed = fixed_positions(sentence)
    is_compared = comparison(sentence) is not None and all(
        token.low in _COMPARED for token in (sentence.tokens[start] for start, _ in found)
    )
    for start, end in found:
        said = sentence.words(start, end).lower()
        if said in house.allowed or is_compared or start in fixed:
            continue
        is_hint = said in frequency and not house.frequency_scale
        yield replace(hit(sentence, start, end), is_hint=is_hint)


def _amounts(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the amounts of the main clause, and those right behind "to": "to continually improve"."""
    for start, end in phrases_in(sentence, _AMOUNTS, anywhere=True):
        zone = sentence.zones[start]
        is_own = zone == "purpose" and sentence.zones[start - 2] == "main"
        is_split = is_own and sentence.tokens[start - 1].low == "to"
        if zone == "main" or (is_split and sentence.tokens[start].low.endswith("ly")):
            yield start, end
