"""A trait or an attitude: "is flexibel", "has a service mindset"."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit_on
from competenties.wording.house import House
from competenties.wording.phrases import verb_phrase
from competenties.wording.predicates import held_attitudes, predicate
from competenties.wording.sentence import Act, Sentence

RULE = Rule(
    name="trait-or-attitude",
    category="not_observable",
    severity="error",
    title=Phrase(nl="Eigenschap of houding", en="Trait or attitude"),
    message=Phrase(
        nl='"{found}" is een eigenschap, kennis of houding; dat is geen gedrag.',
        en='"{found}" is a trait, knowledge or an attitude, not behaviour.',
    ),
    advice=Phrase(
        nl="Beschrijf het gedrag waaraan u dit herkent: werkwoord + wat + wanneer.",
        en="Describe the act that shows it: verb + what + when.",
    ),
    why=Phrase(
        nl="Een eigenschap vraagt om een oordeel over de persoon. Eén sterke indruk kleurt dan alle scores "
        "(halo-effect). Schalen met gedrag als ijkpunt (BARS, Smith en Kendall 1963) gebruiken daarom wat er "
        "te zien was.",
        en="A trait asks for a verdict on the person. One strong impression then colours every score (halo "
        "effect). Scales with behaviour as their anchors (BARS, Smith and Kendall 1963) therefore use what "
        "could be seen.",
    ),
    examples={
        "nl": Examples(
            wrong=(
                "Is stressbestendig.",
                "Is flexibel en loyaal.",
                "Is bij drukte geduldig.",
            ),
            right=(
                "Werkt de wachtrij af in volgorde van urgentie als het druk is.",
                "Vraagt na elke presentatie om een tip.",
                "Is om negen uur ingelogd.",
            ),
        ),
        "en": Examples(
            wrong=("Is resilient.", "Is open to criticism.", "Has a service mindset."),
            right=(
                "Works through the queue by urgency at peak hours.",
                "Asks for one tip after each presentation.",
                "Is logged in by nine.",
            ),
        ),
    },
)


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield predicates that name a trait, and fragments that name one."""
    del house
    if not sentence.acts and not sentence.ability:
        yield from (hit_on(sentence, [at]) for at in _named(sentence)[:1])
    for act in sentence.acts:
        if verb_phrase(sentence, act, "inner_verbs") or verb_phrase(sentence, act, "role_phrases"):
            continue
        words = _trait(sentence, act)
        if words:
            yield hit_on(sentence, [act.verb, *words])


def _trait(sentence: Sentence, act: Act) -> list[int]:
    held = held_attitudes(sentence, act)
    if held:
        return held
    if act.kind != "copula" or not sentence.subject_is_person:
        return []
    return predicate(sentence, act)[:1] or _any_trait(sentence, act)


def _any_trait(sentence: Sentence, act: Act) -> list[int]:
    """Return a trait further on: "is bij drukte stressbestendig"."""
    inside = sentence.main(act.verb + 1, act.end)
    return [at for at in inside if "trait_words" in sentence.tokens[at].word.tags][:1]


def _named(sentence: Sentence) -> list[int]:
    """Return the trait that a fragment names: its first noun, or adjectives alone."""
    words = sentence.main()
    head: list[int] = []
    for at in words:
        if head and sentence.tokens[at].word.tags & {"preposition", "to"}:
            break
        head.append(at)
    nouns = [
        at for at in head if sentence.tokens[at].word.tags & {"attitude_nouns", "quality_nouns"}
    ]
    if nouns:
        return nouns
    traits = [at for at in head if sentence.tokens[at].word.tags & {"trait_words"}]
    small = [
        at
        for at in head
        if sentence.tokens[at].word.tags & {"coordinator", "adverb", "vague_amounts"}
    ]
    return traits if len(traits) + len(small) == len(head) else []
