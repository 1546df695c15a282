"""Two behaviours in one sentence: a rater cannot score half."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.behaviours import behaviours, is_new_sentence, split_hit
from competenties.wording.hits import Hit
from competenties.wording.house import House
from competenties.wording.sentence import Sentence

RULE = Rule(
    name="two-behaviours",
    category="double_barrelled",
    severity="error",
    title=Phrase(nl="Twee gedragingen in één zin", en="Two behaviours in one sentence"),
    message=Phrase(
        nl="hier staan {count} gedragingen: {found}.",
        en="this holds {count} behaviours: {found}.",
    ),
    advice=Phrase(
        nl="Maak er {count} indicatoren van, of kies de belangrijkste: {proposal}",
        en="Make {count} indicators of it, or choose the one that matters most: {proposal}",
    ),
    why=Phrase(
        nl="Wie het ene wel doet en het andere niet, krijgt bij elke score onrecht. Eén indicator bevat "
        "daarom één herkenbaar gedrag (OPM, tips voor competenties; Simms 2008 over vragen met twee kanten).",
        en="Whoever does the one and not the other is wronged by any score. One indicator therefore holds "
        "one recognisable behaviour (OPM, tips for competencies; Simms 2008 on double-barrelled items).",
    ),
    examples={
        "nl": Examples(
            wrong=(
                "Ontvangt gasten en boekt zalen.",
                "Meet, zaagt en monteert.",
                "Vraagt en geeft advies.",
            ),
            right=(
                "Vraagt de gast naar naam en kamer.",
                "Noteert wie komt en wat die nodig heeft.",
                "Maakt een schets om maat en plaats te bepalen.",
            ),
        ),
        "en": Examples(
            wrong=(
                "Receives guests and books rooms.",
                "Measures, saws and fits.",
                "Seeks and gives advice.",
            ),
            right=(
                "Asks the guest for name and room.",
                "Notes who comes and what they need.",
                "Makes a sketch to fix size and place.",
            ),
        ),
    },
)


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield one hit when a sentence holds more than one behaviour, with a way to split it."""
    del house
    acts = behaviours(sentence)
    if not acts[1:] or any(is_new_sentence(sentence, act) for act in acts[1:]):
        return
    yield split_hit(sentence, acts)
