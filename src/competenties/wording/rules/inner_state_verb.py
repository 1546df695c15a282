"""A verb of knowing, believing or feeling: nobody can see it."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit_on
from competenties.wording.house import House
from competenties.wording.phrases import verb_phrase
from competenties.wording.predicates import HAVING
from competenties.wording.sentence import Act, Sentence

RULE = Rule(
    name="inner-state-verb",
    category="not_observable",
    severity="error",
    title=Phrase(nl="Weten, begrijpen of voelen", en="Knowing, understanding or feeling"),
    message=Phrase(
        nl='"{found}" kan niemand zien of horen.',
        en='"{found}" cannot be seen or heard.',
    ),
    advice=Phrase(
        nl="Schrijf wat iemand doet die dit weet of vindt, bijvoorbeeld {instead}.",
        en="Write what somebody does who knows or feels this, for example {instead}.",
    ),
    why=Phrase(
        nl="Wie beoordeelt, ziet wat iemand doet, niet wat iemand weet of voelt. Twee beoordelaars moeten "
        "het eens kunnen worden of iets is gebeurd. Lijsten met werkwoorden die niet te meten zijn, staan al "
        "lang in handleidingen voor leerdoelen en competenties (Mager, Bloom, de gids voor functionele "
        "competenties uit 2005).",
        en="A rater sees what somebody does, not what somebody knows or feels. Two raters have to be able "
        "to agree that it happened. Lists of verbs that cannot be measured have long stood in guides to "
        "learning goals and competences (Mager, Bloom, the 2005 guide to functional competencies).",
    ),
    examples={
        "nl": Examples(
            wrong=(
                "Weet hoe de begroting werkt.",
                "Begrijpt de wensen van huurders.",
                "Voelt zich thuis in de wijk.",
            ),
            right=(
                "Licht de begroting toe aan een nieuwe collega.",
                "Herhaalt de wens van de huurder voor het gesprek eindigt.",
                "Maakt per mail bekend wie dienst heeft.",
            ),
        ),
        "en": Examples(
            wrong=(
                "Knows the budget cycle.",
                "Understands tenants' wishes.",
                "Feels at home in the district.",
            ),
            right=(
                "Explains the budget cycle to a new colleague.",
                "Repeats the tenant's wish before ending the call.",
                "Makes the rota known by e-mail.",
            ),
        ),
    },
)


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield every main verb that names an inner state."""
    del house
    if not sentence.subject_is_person:
        return  # what others feel is an outcome
    for act in sentence.acts:
        words = verb_phrase(sentence, act, "inner_verbs")
        if (
            words
            and not (act.kind == "modal" and act.lemma in HAVING)  # the ability to do something
            and not _manages_to(sentence, act)
            and not verb_phrase(sentence, act, "visible_verbs")
        ):
            yield hit_on(sentence, words, instead=_instead(sentence, act))


def _manages_to(sentence: Sentence, act: Act) -> bool:
    """Tell whether "weten" means managing to: "weet klanten te vinden"."""
    if act.lemma != "weten":
        return False
    lows = [sentence.tokens[at].low for at in sentence.main(act.verb, act.end)]
    return "te" in lows


_EXPLAINS = Phrase(
    nl='"Legt {topic} uit aan …" of "Past {topic} toe bij …"',
    en='"Explains {topic} to …" or "Applies {topic} when …"',
)
_EXPLAINS_HOW = Phrase(nl='"Legt aan … uit {topic}"', en='"Explains to … {topic}"')
_LONGEST_TOPIC = 8


def _instead(sentence: Sentence, act: Act) -> Phrase:
    """Return what to write instead, filled in with what the inner state is about."""
    words = [at for at in range(act.verb + 1, act.end) if sentence.tokens[at].word.is_word]
    if not words or len(words) > _LONGEST_TOPIC:
        return _EXPLAINS.filled(topic="…")
    tags = sentence.tokens[words[0]].word.tags
    topic = sentence.words(words[0], words[-1] + 1)
    if tags & {"question", "that"}:
        return _EXPLAINS_HOW.filled(topic=topic)
    is_noun = not tags & {"preposition", "reflexive", "adverb", "negation_words", "to"}
    return _EXPLAINS.filled(topic=topic if is_noun else "…")
