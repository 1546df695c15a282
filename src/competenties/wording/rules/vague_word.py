"""An adverb or adjective that carries the standard without a norm."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.comparisons import comparison
from competenties.wording.fixed import fixed_positions
from competenties.wording.hits import Hit, hit
from competenties.wording.house import House
from competenties.wording.manner import manners
from competenties.wording.norms import has_norm
from competenties.wording.phrases import phrases_in, verb_phrase
from competenties.wording.predicates import held_attitudes, is_trait, predicate
from competenties.wording.sentence import Act, Sentence
from competenties.wording.word_lists import entries

RULE = Rule(
    name="vague-word",
    category="vague",
    severity="warning",
    title=Phrase(nl="Vaag woord", en="Vague word"),
    message=Phrase(
        nl='"{found}": wanneer is het genoeg? Iedereen vult dat anders in.',
        en='"{found}": when is it enough? Everybody fills that in differently.',
    ),
    advice=Phrase(
        nl='Vervang "{found}" door een norm: een aantal, een termijn, een criterium of een hulpmiddel. Patroon: gedrag + inhoud + voorwaarde + norm.',
        en='Replace "{found}" by a norm: a number, a deadline, a criterion or a tool. Pattern: behaviour + content + condition + norm.',
    ),
    why=Phrase(
        nl="Elke beoordelaar heeft een eigen norm bij zo'n woord. Een concreet doel noemt gedrag, inhoud, "
        "voorwaarde en norm (ter Horst en Martens). Staat de norm er al bij (een getal, een termijn, "
        "'volgens'), dan zegt de controle niets.",
        en="Every rater has a norm of their own for such a word. A concrete goal names behaviour, content, "
        "condition and norm (ter Horst and Martens). Where the norm is there already (a number, a deadline, "
        "'according to'), the check is silent.",
    ),
    examples={
        "nl": Examples(
            wrong=("Schrijft heldere mails.", "Handelt vlot af.", "Geeft passend advies."),
            right=(
                "Zet de vraag in de eerste zin van een mail.",
                "Handelt een aanvraag binnen drie dagen af.",
                "Bestelt het goed bij de leverancier.",
            ),
        ),
        "en": Examples(
            wrong=("Writes clear mails.", "Acts swiftly.", "Gives appropriate advice."),
            right=(
                "Puts the question in the first line of a mail.",
                "Closes a request within three days.",
                "Checks the goods against the order.",
            ),
        ),
    },
)


_LIVING = frozenset(
    [
        "attitude_nouns",
        "client_words",
        "effect_nouns",
        "group_words",
        "person_words",
        "quality_nouns",
    ]
)


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield vague words of the main clause, where no norm stands beside them."""
    tagged = [*sentence.tagged("vague_words"), *_split_infinitives(sentence)]
    skipped = _said_elsewhere(sentence) | _literal_words(sentence) if tagged else set()
    found = {at: at + 1 for at in tagged if at not in skipped and _is_vague(sentence, at)}
    found.update(phrases_in(sentence, "vague_phrases"))
    found.update(_unreported(manners(sentence), found))
    if not found or has_norm(sentence):
        return
    last = 0
    for start, end in sorted(found.items()):
        if start >= last and sentence.words(start, end).lower() not in house.allowed:
            last = end
            yield hit(sentence, start, end)


def _unreported(
    places: Iterator[tuple[int, int]], found: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield the places without a word that was found already."""
    return (place for place in places if not any(at in found for at in range(*place)))


def _split_infinitives(sentence: Sentence) -> list[int]:
    """Return the adverbs right behind "to": how something is done counts in a purpose as well."""
    return [
        at
        for at, token in enumerate(sentence.tokens)
        if sentence.zones[at] == "purpose"
        and token.low.endswith("ly")
        and "vague_words" in token.word.tags
        and sentence.tokens[at - 1].low == "to"
        and sentence.zones[at - 2] == "main"
    ]


def _said_elsewhere(sentence: Sentence) -> set[int]:
    """Return the words that another rule reports: traits after "is", and words compared."""
    skipped = set(range(*sentence.ability)) if sentence.ability else set()
    is_of_thing = _is_of_thing(sentence)
    for act in sentence.acts:
        for name in ("inner_verbs", "modal_phrases", "role_phrases"):
            skipped.update(verb_phrase(sentence, act, name) or ())
        if act.kind == "copula" and sentence.subject_is_person:
            skipped.update(predicate(sentence, act))
        if act.kind == "copula" and is_of_thing:
            skipped.update(_literal(sentence, act))
        skipped.update(at - 1 for at in held_attitudes(sentence, act) if is_trait(sentence, at - 1))
    if not sentence.acts:
        skipped.update(at for at in sentence.main() if is_trait(sentence, at))
    if comparison(sentence):
        skipped.update(
            at
            for at, token in enumerate(sentence.tokens)
            if token.low.endswith(("er", "ere", "ers"))
        )
    return skipped


def _is_of_thing(sentence: Sentence) -> bool:
    """Tell whether the stated subject is a thing: "de balie", nobody and nothing like a mood."""
    if sentence.subject is None or sentence.subject_is_person:
        return False
    return not any(token.word.tags & _LIVING for token in sentence.tokens[slice(*sentence.subject)])


def _literal(sentence: Sentence, act: Act) -> list[int]:
    """Return traits with a literal sense that are said of a thing: "de balie is open"."""
    inside = sentence.main(act.verb + 1, act.end)
    homographs = entries(sentence.language, "vague_homographs")
    return [at for at in inside if is_trait(sentence, at) and sentence.tokens[at].low in homographs]


def _literal_words(sentence: Sentence) -> set[int]:
    """Return the words with another sense here: verbs, particles and parts of a fixed phrase."""
    particles = {act.particle for act in sentence.acts if act.particle is not None}
    return fixed_positions(sentence) | particles | {act.verb for act in sentence.acts}


def _is_vague(sentence: Sentence, at: int) -> bool:
    """Tell whether a word has its vague sense here, by the words beside it."""
    guards = entries(sentence.language, "vague_homographs").get(sentence.tokens[at].low)
    if guards is None:
        return True
    beside = {
        sentence.tokens[one].low for one in (at - 1, at + 1) if 0 <= one < len(sentence.tokens)
    }
    return not beside & set(guards.split())
