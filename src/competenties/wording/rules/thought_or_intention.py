"""A verb of thinking, noticing or intending: it happens inside somebody's head."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit_on
from competenties.wording.house import House
from competenties.wording.phrases import verb_phrase
from competenties.wording.sentence import Act, Sentence

RULE = Rule(
    name="thought-or-intention",
    category="not_observable",
    severity="warning",
    title=Phrase(nl="Denken, opmerken of van plan zijn", en="Thinking, noticing or intending"),
    message=Phrase(
        nl='"{found}" gebeurt in iemands hoofd.',
        en='"{found}" happens inside somebody\'s head.',
    ),
    advice=Phrase(
        nl="Wat doet iemand daarna: meldt, vraagt, noteert, legt voor? Neem dat als werkwoord.",
        en="What does somebody do next: report, ask, record, propose? Use that as the verb.",
    ),
    why=Phrase(
        nl="Een gedachte of voornemen kan een ander alleen raden. Wat iemand ermee doet, is wel te zien en "
        "dus te scoren.",
        en="Others can only guess at a thought or an intention. What somebody does with it can be seen, and "
        "so it can be rated.",
    ),
    examples={
        "nl": Examples(
            wrong=("Ziet kansen.", "Streeft naar samenwerking.", "Let op kosten."),
            right=(
                "Legt twee kansen voor aan het team.",
                "Nodigt elk kwartaal een ketenpartner uit.",
                "Ziet toe op de sluiting van de poort.",
            ),
        ),
        "en": Examples(
            wrong=("Sees opportunities.", "Strives for cooperation.", "Considers costs."),
            right=(
                "Puts two opportunities to the team.",
                "Invites a partner each quarter.",
                "Sees each tenant within a week.",
            ),
        ),
    },
)

_SEEING = frozenset(["zien", "see", "view"])
_AS = frozenset(["als", "as"])
_SEEN = frozenset(["person_words", "client_words"])


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield every main verb that names a thought, a perception or an intention."""
    del house
    for act in sentence.acts:
        words = verb_phrase(sentence, act, "thought_verbs")
        is_said = verb_phrase(sentence, act, "inner_verbs")  # by the rule on inner states
        if not words or is_said or verb_phrase(sentence, act, "visible_verbs"):
            continue
        if act.lemma in _SEEING and _meets(sentence, act):
            continue
        yield hit_on(sentence, words)


def _meets(sentence: Sentence, act: Act) -> bool:
    """Tell whether somebody sees a client, which is a meeting; "sees others as equals" is not."""
    near = [sentence.tokens[at] for at in sentence.main(act.verb + 1, act.end)[:4]]
    is_somebody = any(token.word.tags & _SEEN for token in near)
    return is_somebody and not any(token.low in _AS for token in near)
