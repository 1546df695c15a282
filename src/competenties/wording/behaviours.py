"""Counts the behaviours of a sentence, and proposes how to split it."""

from competenties.wording.hits import Hit
from competenties.wording.phrases import verb_phrase
from competenties.wording.sentence import Act, Sentence
from competenties.wording.word_lists import entries

_NEW_SENTENCE = frozenset([".", ";", "!", "?", "•", "\n"])
_MOST_PROPOSED = 5
_MOST_BETWEEN = 3
_BETWEEN = frozenset(["coordinator", "or", "adverb", "vague_words", "preposition"])


def behaviours(sentence: Sentence) -> list[Act]:
    """Return the acts that a rater could score differently.

    A modal verb counts by what follows it ("kan plannen"), and a fixed pair as one.
    """
    counted: list[Act] = []
    for position, act in enumerate(sentence.acts):
        following = sentence.acts[position + 1 : position + 2]
        if following and following[0].start == act.start and act.kind != "nominal":
            continue
        if counted and _is_pair(sentence, counted[-1], act):
            continue
        counted.append(act)
    return counted


def is_new_sentence(sentence: Sentence, act: Act) -> bool:
    """Tell whether an act begins a sentence of its own, after a full stop or semicolon."""
    return any(
        sentence.tokens[at].low in _NEW_SENTENCE
        for at in range(max(0, act.start - 1), min(act.verb, len(sentence.tokens)))
    )


def split_hit(sentence: Sentence, acts: list[Act]) -> Hit:
    """Return a hit on behaviours that stand together, with a way to split them."""
    found = " | ".join(sentence.tokens[act.verb].text.lower() for act in acts)
    span = (sentence.span(acts[0].verb)[0], sentence.span(acts[-1].verb)[1])
    proposal = _split_proposal(sentence, acts)
    return Hit(span, {"count": len(acts), "found": found, "proposal": proposal})


def _split_proposal(sentence: Sentence, acts: list[Act]) -> str:
    """Return each behaviour as a sentence of its own; a shared object goes with each."""
    shown = min(len(acts), _MOST_PROPOSED)
    parts = [_part(sentence, acts, position) for position in range(shown)]
    more = " | …" if len(acts) > shown else ""
    return " | ".join(f'"{part}"' for part in parts) + more


def _part(sentence: Sentence, acts: list[Act], position: int) -> str:
    act = acts[position]
    end = acts[position + 1].start if position + 1 < len(acts) else len(sentence.tokens)
    shared = position
    words = _trimmed(sentence, act.verb, end)
    last_shared = min(len(acts) - 1, position + _MOST_PROPOSED)
    while len(words.split()) == 1 and shared < last_shared:
        shared += 1
        last = acts[shared + 1].start if shared + 1 < len(acts) else len(sentence.tokens)
        rest = _trimmed(sentence, acts[shared].verb + 1, last)
        words = f"{words} {rest}".strip() if rest else words
    return words[:1].upper() + words[1:] + "."


def _trimmed(sentence: Sentence, start: int, end: int) -> str:
    while (
        end > start
        and not sentence.tokens[end - 1].word.is_word
        and sentence.tokens[end - 1].low not in '")%'
    ):
        end -= 1
    return sentence.words(start, end)


def _is_pair(sentence: Sentence, one: Act, other: Act) -> bool:
    """Tell whether two verbs stand together and share their object: "beheert en onderhoudt".

    They count as one act, unless they are opposites ("vraagt en geeft") or one of them is no act.
    """
    between = [token.word for token in sentence.tokens[one.verb + 1 : other.verb]]
    if len(between) > _MOST_BETWEEN or not all(word.tags & _BETWEEN for word in between):
        return False
    if other.end <= other.verb + 1 or is_new_sentence(sentence, other):
        return False
    opposites = entries(sentence.language, "opposite_verbs")
    if opposites.get(one.lemma) == other.lemma or opposites.get(other.lemma) == one.lemma:
        return False
    if one.kind != "act" or other.kind != "act":
        return one.kind == other.kind == "nominal"
    return not any(
        verb_phrase(sentence, act, name)
        for act in (one, other)
        for name in ("inner_verbs", "thought_verbs")
    ) and not _has_own_object(sentence, other)


def _has_own_object(sentence: Sentence, other: Act) -> bool:
    """Tell whether the second verb takes a preposition or particle that the first does not share."""
    after = sentence.tokens[other.verb + 1].word
    return bool(after.tags & {"preposition", "to", "question"}) or other.particle == other.verb + 1
