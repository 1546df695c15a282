"""Shows or demonstrates a quality: the label is named, not the act."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit_on
from competenties.wording.house import House
from competenties.wording.phrases import verb_phrase
from competenties.wording.sentence import Act, Sentence

RULE = Rule(
    name="shows-a-quality",
    category="not_observable",
    severity="warning",
    title=Phrase(nl="Toont een kwaliteit", en="Shows a quality"),
    message=Phrase(
        nl='"{found}" noemt een kwaliteit, niet het gedrag waaraan die te zien is.',
        en='"{found}" names a quality, not the act that shows it.',
    ),
    advice=Phrase(
        nl='Vul aan met wat iemand doet: "{found} door … te …", of begin meteen met dat werkwoord.',
        en='Add what somebody does: "{found} by …", or start with that verb.',
    ),
    why=Phrase(
        nl="Iedereen heeft een eigen beeld van respect of inzet. Met het gedrag erbij scoren twee "
        "beoordelaars hetzelfde.",
        en="Everybody has a picture of their own of respect or commitment. With the act beside it two raters "
        "score the same thing.",
    ),
    examples={
        "nl": Examples(
            wrong=("Toont betrokkenheid.", "Geeft blijk van tact.", "Straalt rust uit."),
            right=(
                "Toont de bezoeker de nooduitgang.",
                "Toont waardering door de collega in het overleg te bedanken.",
                "Laat de klant het monster zien.",
            ),
        ),
        "en": Examples(
            wrong=("Shows commitment.", "Displays tact.", "Exudes calm."),
            right=(
                "Shows the visitor the emergency exit.",
                "Shows appreciation by thanking the colleague in the meeting.",
                "Shows the client the sample.",
            ),
        ),
    },
)

_ENDINGS = {
    "nl": ("heid", "iteit", "isme", "gevoel", "vermogen", "bereidheid", "zin"),
    "en": ("ness", "ity", "ism", "ship"),
}


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield every "shows" that has a quality as its object and no act that shows it."""
    del house
    for act in sentence.acts:
        words = verb_phrase(sentence, act, "showing_verbs")
        if words is None or "manner" in sentence.zones[act.verb : act.end]:
            continue
        quality = _quality(sentence, act)
        if quality is not None:
            yield hit_on(sentence, [*words, quality])


def _quality(sentence: Sentence, act: Act) -> int | None:
    """Return the position of the quality: the first noun that names one, unless something is shown."""
    for at in sentence.main(act.verb + 1, act.end):
        word = sentence.tokens[at].word
        if "preposition" in word.tags and at > act.verb + 2:
            return None
        if word.tags & {"quality_nouns", "attitude_nouns"}:
            return at
        if word.lemma.endswith(_ENDINGS[sentence.language]) and "effect_nouns" not in word.tags:
            return at
    return None
