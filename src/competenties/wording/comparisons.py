"""Finds a comparison with people, levels, expectations or earlier times."""

from competenties.wording.marks import BREAKS
from competenties.wording.phrases import phrases_in, verb_phrase
from competenties.wording.sentence import Sentence

_THAN = frozenset(["dan", "than"])
_LEVEL = frozenset(["niveau", "level", "grade", "schaal"])
_FAR = 12


def comparison(sentence: Sentence) -> tuple[int, int] | None:
    """Return [start, end) of the first comparison of the main clause, or None."""
    for phrase in phrases_in(sentence, "comparison_phrases"):
        if not _is_count(sentence, phrase[1]):
            return phrase
    for act in sentence.acts:
        if verb_phrase(sentence, act, "comparison_verbs"):
            return act.verb, act.verb + 1
    return _level_or_than(sentence)


def _level_or_than(sentence: Sentence) -> tuple[int, int] | None:
    for at in range(1, len(sentence.tokens)):
        low = sentence.tokens[at].low
        if sentence.zones[at] != "main":
            continue
        if sentence.tokens[at].text[0].isdigit() and sentence.tokens[at - 1].low in _LEVEL:
            if _is_note(sentence, at - 1):
                continue
            return at - 1, at + 1
        if low in _THAN and at + 1 < len(sentence.tokens) and not _is_count(sentence, at + 1):
            start = _comparative_before(sentence, at)
            if start is not None:
                return start, min(at + 2, len(sentence.tokens))
    return None


def _is_note(sentence: Sentence, at: int) -> bool:
    """Tell whether a level stands beside the sentence as a note: "… bij. Niveau 3", "Niveau 3: …"."""
    begins = at == 0 or sentence.tokens[at - 1].low in BREAKS
    rest = sentence.tokens[at + 2 :]
    is_head = bool(rest) and rest[0].low == ":"
    return begins and (is_head or not any(token.word.is_word for token in rest))


def _comparative_before(sentence: Sentence, at: int) -> int | None:
    for place in range(at - 1, max(-1, at - _FAR), -1):
        low = sentence.tokens[place].low
        if low in _COMPARATIVES or (
            low.endswith(("er", "ere", "ers")) and _is_adjective(sentence, place)
        ):
            return place
    return None


_COMPARATIVES = frozenset(
    [
        "meer",
        "eerder",
        "later",
        "closer",
        "minder",
        "liever",
        "beter",
        "more",
        "less",
        "fewer",
        "better",
        "worse",
        "rather",
        "sooner",
        "earlier",
    ]
)
_OTHER = frozenset(["ander", "andere", "other", "either", "whether", "over"])


def _is_adjective(sentence: Sentence, at: int) -> bool:
    """Tell a comparative from a person or a thing: "sneller", not "medewerker"."""
    word = sentence.tokens[at].word
    is_inflected = word.lemma != word.low or bool(
        word.tags & {"vague_words", "trait_words", "plain_adjectives"}
    )
    return (
        is_inflected
        and word.low not in _OTHER
        and not word.tags
        & {
            "person_words",
            "client_words",
            "preposition",
            "determiner",
            "subject",
        }
    )


def _is_count(sentence: Sentence, at: int) -> bool:
    """Tell whether a number follows: "meer dan drie" is no comparison."""
    return at < len(sentence.tokens) and (
        sentence.tokens[at].text[0].isdigit() or sentence.tokens[at].low in _NUMBERS
    )


_NUMBERS = frozenset(
    [
        *("een", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    ]
)
