"""A verb of avoiding or failing to do: what somebody keeps from doing."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit_on
from competenties.wording.house import House
from competenties.wording.phrases import verb_phrase
from competenties.wording.sentence import Sentence

RULE = Rule(
    name="avoidance-verb",
    category="negative",
    severity="warning",
    title=Phrase(nl="Vermijden of nalaten", en="Avoiding or failing to"),
    message=Phrase(
        nl='"{found}" zegt wat iemand uit de weg gaat of laat liggen.',
        en='"{found}" says what somebody keeps away from or leaves undone.',
    ),
    advice=Phrase(
        nl="Schrijf wat iemand in plaats daarvan doet, of maak er een contra-indicator van.",
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
            wrong=("Vermijdt discussie.", "Onthoudt zich van kritiek.", "Laat na te melden."),
            right=(
                "Legt een verschil van mening op tafel.",
                "Geeft kritiek onder vier ogen.",
                "Meldt het incident dezelfde dag.",
            ),
        ),
        "en": Examples(
            wrong=("Avoids discussion.", "Refrains from criticism.", "Fails to report."),
            right=(
                "Puts a difference of opinion on the table.",
                "Gives criticism in private.",
                "Reports the incident the same day.",
            ),
        ),
    },
)


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield main verbs of avoiding, refusing and failing."""
    del house
    for act in sentence.acts:
        words = verb_phrase(sentence, act, "avoidance_verbs")
        if words:
            yield hit_on(sentence, words)
