"""A negated predicate: what somebody does not do."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit
from competenties.wording.house import House
from competenties.wording.phrases import phrases_in
from competenties.wording.sentence import Sentence

RULE = Rule(
    name="negated-behaviour",
    category="negative",
    severity="warning",
    title=Phrase(nl="Ontkennende zin", en="Negated behaviour"),
    message=Phrase(
        nl='"{found}" zegt wat iemand niet doet.',
        en='"{found}" says what somebody does not do.',
    ),
    advice=Phrase(
        nl="Schrijf wat iemand wél doet, of maak er een contra-indicator van.",
        en="Write what the person does instead, or make it a contra-indicator.",
    ),
    why=Phrase(
        nl="Dat iets er niet was, is lastig te zien. En 'nooit' op een schaal bij een ontkennende zin is een "
        "dubbele ontkenning: dan kruisen mensen het verkeerde vakje aan. Gedrag dat niet past, hoort als "
        "contra-indicator in een eigen lijst.",
        en="That something was not there is hard to see. And 'never' on a scale under a negative sentence is "
        "a double negation: people then tick the wrong box. Behaviour that does not fit belongs in a list of "
        "its own, as a contra-indicator.",
    ),
    examples={
        "nl": Examples(
            wrong=(
                "Roddelt niet.",
                "Geeft geen meningen als feit.",
                "Komt nooit onvoorbereid.",
            ),
            right=(
                "Vraagt door als een antwoord niet klopt.",
                "Zegt nee tegen een verzoek buiten het mandaat.",
                "Noemt niet alleen de fout, maar ook het herstel.",
            ),
        ),
        "en": Examples(
            wrong=(
                "Does not gossip.",
                "States no opinions as facts.",
                "Never comes unprepared.",
            ),
            right=(
                "Probes when an answer does not add up.",
                "Says no to a request outside the mandate.",
                "Names not only the error but also the repair.",
            ),
        ),
    },
)

_SAYING = frozenset(["zeggen", "say", "verkopen", "antwoorden", "answer"])
_ONLY = frozenset(["alleen", "enkel", "slechts", "only", "just", "merely", "zozeer", "uitsluitend"])


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield negations of the main clause."""
    del house
    inside = {
        at
        for start, end in phrases_in(sentence, "negation_guards", anywhere=True)
        for at in range(start, end)
    }
    for at in sentence.tagged("negation_words"):
        after = sentence.tokens[at + 1].low if at + 1 < len(sentence.tokens) else ""
        if at in inside or after in _ONLY or _is_said(sentence, at):
            continue
        yield hit(sentence, at)
        return


def _is_said(sentence: Sentence, at: int) -> bool:
    """Tell whether "no" is what somebody says: "says no to a request"."""
    return any(
        act.lemma in _SAYING
        and act.verb == at - 1
        and sentence.tokens[at].low in ("no", "nee", "never")
        for act in sentence.acts
    )
