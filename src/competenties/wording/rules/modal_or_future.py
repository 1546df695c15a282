"""Ability, duty or future in the main clause: it is not shown behaviour."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit, hit_on
from competenties.wording.house import House
from competenties.wording.phrases import verb_phrase
from competenties.wording.sentence import Act, Sentence
from competenties.wording.suggestions import third_person

RULE = Rule(
    name="modal-or-future",
    category="future_or_modal",
    severity="warning",
    title=Phrase(nl="Kunnen, moeten of zullen", en="Can, must or will"),
    message=Phrase(
        nl='"{found}" gaat over kunnen, moeten of later doen, niet over wat te zien is.',
        en='"{found}" is about ability, duty or the future, not about what can be seen.',
    ),
    advice=Phrase(
        nl='Schrap "{found}" en schrijf de tegenwoordige tijd{verb}.',
        en='Drop "{found}" and use the present tense{verb}.',
    ),
    why=Phrase(
        nl="Wie iets kan, doet het misschien nooit. En wie iets moet, heeft het nog niet gedaan. Een "
        "beoordelaar scoort wat iemand heeft laten zien.",
        en="Somebody who can do a thing may never do it, and somebody who must has not done it yet. A rater "
        "scores what was shown.",
    ),
    examples={
        "nl": Examples(
            wrong=("Kan onderhandelen.", "Dient te rapporteren.", "Zal klanten bezoeken."),
            right=(
                "Onderhandelt met leveranciers over de prijs.",
                "Zegt wat de klant kan verwachten.",
                "Vult de kan bij.",
            ),
        ),
        "en": Examples(
            wrong=("Can negotiate.", "Is expected to report.", "Will visit clients."),
            right=(
                "Negotiates the price with suppliers.",
                "Tells the client what to expect.",
                "Refills the can.",
            ),
        ),
    },
)

_VERB = Phrase(nl=': "{finite} …"', en=': "{finite} …"')
_NOTHING = Phrase(nl="", en="")
_ABLE = frozenset(["kunnen", "can"])
_NEEDING = frozenset(["have", "need"])


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield modal verbs and named abilities; "You can" passes where that is the house style."""
    if sentence.ability:
        inner = [act for act in sentence.acts if act.verb >= sentence.ability[1]]
        yield hit(sentence, *sentence.ability, verb=_present(sentence, inner))
    for position, act in enumerate(sentence.acts):
        words = verb_phrase(sentence, act, "modal_phrases")
        if not words or (house.style == "you-can" and act.lemma in _ABLE):
            continue
        if act.lemma in _NEEDING and act.kind != "modal" and "to" in _lows(sentence, words):
            continue  # "has the time to check" is no duty
        following = sentence.acts[position + 1 : position + 2]
        inner = [one for one in following if one.start == act.start]
        yield hit_on(sentence, words, verb=_present(sentence, inner))


def _lows(sentence: Sentence, words: list[int]) -> set[str]:
    return {sentence.tokens[at].low for at in words}


def _present(sentence: Sentence, inner: list[Act]) -> Phrase:
    """Return how to say what somebody can or must do in the present tense."""
    if not inner:
        return _NOTHING
    return _VERB.filled(finite=third_person(inner[0].lemma, sentence.language))
