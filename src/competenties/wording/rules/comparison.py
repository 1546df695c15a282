"""A comparison with others, another level, an expectation or an earlier time."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.comparisons import comparison
from competenties.wording.hits import Hit, hit
from competenties.wording.house import House
from competenties.wording.sentence import Sentence

RULE = Rule(
    name="comparison",
    category="comparative",
    severity="warning",
    title=Phrase(nl="Vergelijking", en="Comparison"),
    message=Phrase(
        nl='"{found}" vergelijkt; de maat verschuift mee met de groep of de verwachting.',
        en='"{found}" compares; the standard moves with the group or the expectation.',
    ),
    advice=Phrase(
        nl="Noem de maat zelf in plaats van de vergelijking.",
        en="State the standard itself instead of the comparison.",
    ),
    why=Phrase(
        nl="Een niveau moet op zichzelf te lezen zijn. 'Beter dan collega's' betekent in elk team iets "
        "anders, en 'meer dan niveau 3' zegt niet wat er te zien is.",
        en="A level has to be readable by itself. 'Better than colleagues' means another thing in each team, "
        "and 'more than level 3' does not say what can be seen.",
    ),
    examples={
        "nl": Examples(
            wrong=(
                "Rekent vlotter dan anderen.",
                "Doet meer dan niveau 3.",
                "Scoort boven verwachting.",
            ),
            right=(
                "Vergelijkt twee offertes op prijs.",
                "Vraagt akkoord boven € 500.",
                "Helpt een minder ervaren collega.",
            ),
        ),
        "en": Examples(
            wrong=(
                "Counts faster than others.",
                "Does more than level 3.",
                "Scores above expectation.",
            ),
            right=(
                "Compares two quotes on price.",
                "Asks approval above 500 euros.",
                "Helps a less experienced colleague.",
            ),
        ),
    },
)


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield one comparison of the main clause."""
    del house
    found = comparison(sentence)
    if found:
        yield hit(sentence, *found)
