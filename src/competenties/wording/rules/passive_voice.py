"""The passive: it is not said who acts."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit_on
from competenties.wording.house import House
from competenties.wording.phrases import verb_phrase
from competenties.wording.sentence import Sentence
from competenties.wording.suggestions import third_person

RULE = Rule(
    name="passive-voice",
    category="passive_or_nonperson",
    severity="warning",
    title=Phrase(nl="Lijdende vorm", en="Passive voice"),
    message=Phrase(
        nl='"{found}": er staat niet wie dit doet.',
        en='"{found}": it does not say who does this.',
    ),
    advice=Phrase(
        nl='Wie doet dit? Maak de zin actief: "{finite} …".',
        en='Who does this? Make the sentence active: "{finite} …".',
    ),
    why=Phrase(
        nl="Een formulier gaat over één persoon. In de lijdende vorm blijft onduidelijk of die persoon het "
        "deed. Ook voor B1 geldt: schrijf actief.",
        en="A form is about one person. In the passive it remains unclear whether that person did it. Plain "
        "language guides ask for the active voice too.",
    ),
    examples={
        "nl": Examples(
            wrong=("Sleutels worden geteld.", "Er wordt overlegd.", "Klachten zijn geregistreerd."),
            right=(
                "Telt de sleutels.",
                "Controleert of de sleutels zijn geteld.",
                "Helpt een stagiair zelfstandig te worden.",
            ),
        ),
        "en": Examples(
            wrong=("Keys are counted.", "It is discussed.", "Complaints are registered."),
            right=(
                "Counts the keys.",
                "Checks whether the keys were counted.",
                "Has the keys counted by a second person.",
            ),
        ),
    },
)


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield main clauses in the passive."""
    del house
    for act in sentence.acts:
        if act.kind != "passive":
            continue
        participles = [
            at for at in sentence.main(act.verb + 1, act.end) if sentence.tokens[at].word.participle
        ]
        is_said = sentence.subject_is_person and verb_phrase(sentence, act, "inner_verbs")
        state = is_said or ()
        if participles and not set(participles) & set(state):  # "is prepared to" is an attitude
            verb = sentence.tokens[participles[-1]].word.participle
            finite = third_person(verb, sentence.language)
            yield hit_on(sentence, [act.verb, participles[-1]], finite=finite)
