"""A fragment or a role: no act that somebody could see."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit, hit_on
from competenties.wording.house import House
from competenties.wording.nominalisations import hidden_verb
from competenties.wording.phrases import verb_phrase
from competenties.wording.sentence import Act, Sentence

RULE = Rule(
    name="no-behaviour-verb",
    category="no_behaviour_verb",
    severity="error",
    title=Phrase(nl="Geen werkwoord", en="No behaviour verb"),
    message=Phrase(
        nl='"{found}" noemt een taak, rol of onderwerp, maar niet wat iemand doet.',
        en='"{found}" names a task, a role or a topic, but not what somebody does.',
    ),
    advice=Phrase(
        nl="Begin met een werkwoord in de derde persoon{verb}.",
        en="Start with a verb in the third person{verb}.",
    ),
    why=Phrase(
        nl="Zonder werkwoord is er niets om te scoren: een beoordelaar ziet handelingen, geen onderwerpen. "
        "Ook 'is verantwoordelijk voor' zegt niet wat iemand doet.",
        en="Without an act there is nothing to rate: a rater sees acts, not topics. 'Is responsible for' "
        "does not say what somebody does either.",
    ),
    examples={
        "nl": Examples(
            wrong=(
                "Goede telefoonstem.",
                "Beheren van sleutels.",
                "Is verantwoordelijk voor de kas.",
            ),
            right=(
                "Telt de kas voor en na elke dienst.",
                "Op maandag licht zij het rooster toe.",
                "Past de maat aan op verzoek.",
            ),
        ),
        "en": Examples(
            wrong=("Good telephone voice.", "Managing keys.", "Is responsible for the till."),
            right=(
                "Counts the till before and after each shift.",
                "On Mondays, explains the rota.",
                "Books a room for each hearing.",
            ),
        ),
    },
)

_VERB = Phrase(nl=': "{finite} …"', en=': "{finite} …"')
_NOTHING = Phrase(nl="", en="")


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield the start of a sentence without an act, and predicates that name a role."""
    words = sentence.main() or [
        at for at, token in enumerate(sentence.tokens) if token.word.is_word
    ]
    if not words:
        return
    if sentence.form == "none" or (sentence.form == "nominal" and house.style != "infinitive"):
        finite = hidden_verb(sentence)
        verb = _VERB.filled(finite=finite) if finite else _NOTHING
        yield hit(sentence, words[0], min(words[-1], words[0] + 4) + 1, verb=verb)
        return
    for act in sentence.acts:
        role = verb_phrase(sentence, act, "role_phrases") or _named_role(sentence, act)
        if role:
            yield hit_on(sentence, role, verb=_NOTHING)
            return


def _named_role(sentence: Sentence, act: Act) -> list[int]:
    """Return "is" with the role that follows it: "is vraagbaak voor het team"."""
    if act.kind != "copula" or not sentence.subject_is_person:
        return []
    if verb_phrase(sentence, act, "inner_verbs"):
        return []  # "is a role model" is a trait
    for at in sentence.main(act.verb + 1, act.end)[:3]:
        if "role_nouns" in sentence.tokens[at].word.tags:
            return [act.verb, at]
    return []
