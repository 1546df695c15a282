"""Counts the behaviours of a sentence, and proposes how to split it."""

from competenties.wording.hits import Hit
from competenties.wording.phrases import verb_phrase
from competenties.wording.sentence import Act, Sentence, Token
from competenties.wording.suggestions import third_person
from competenties.wording.word_lists import entries

_NEW_SENTENCE = frozenset([".", ";", "!", "?", "•", "\n"])
_MOST_PROPOSED = 5
_MOST_BETWEEN = 3
_BETWEEN = frozenset(["coordinator", "or", "adverb", "vague_words", "preposition"])


def behaviours(sentence: Sentence) -> list[Act]:
    """Return the acts that a rater could score differently.

    A modal verb counts by what follows it ("kan plannen"), and a fixed pair as one; three verbs
    in a list are three.
    """
    counted: list[Act] = []
    for position, act in enumerate(sentence.acts):
        following = sentence.acts[position + 1 : position + 2]
        if following and following[0].start == act.start and act.kind != "nominal":
            continue
        if (
            counted
            and not _is_list(sentence, counted[-2:])
            and _is_pair(sentence, counted[-1], act)
        ):
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
    words = _spoken(sentence, act, end)
    last_shared = min(len(acts) - 1, position + _MOST_PROPOSED)
    while len(words.split()) == 1 and shared < last_shared:
        if not _stand_together(sentence, acts[shared], acts[shared + 1]):
            break
        shared += 1
        last = acts[shared + 1].start if shared + 1 < len(acts) else len(sentence.tokens)
        rest = _trimmed(sentence, acts[shared].verb + 1, last)
        words += f" {rest}" if rest[:1].isalnum() else rest
    return words[:1].upper() + words[1:] + "."


def _spoken(sentence: Sentence, act: Act, end: int) -> str:
    """Return the words of an act, its verb first: "waarna zij de kas sluit" gives "sluit de kas"."""
    if act.front is None:
        return _trimmed(sentence, act.start if act.kind == "nominal" else act.verb, end)
    finite, objects = (
        third_person(act.lemma, sentence.language),
        sentence.words(act.front, act.verb),
    )
    said = finite.replace("…", objects) if "…" in finite else f"{finite} {objects}"
    return f"{said} {_trimmed(sentence, act.verb + 1, end)}".strip()


def _trimmed(sentence: Sentence, start: int, end: int) -> str:
    while end > start and _is_loose(sentence.tokens[end - 1]):
        end -= 1
    return sentence.words(start, end)


def _is_loose(token: Token) -> bool:
    """Tell whether a token at the end of a behaviour only joined it to the next."""
    if token.word.is_word:
        return bool(token.word.tags & {"coordinator", "or", "then"})
    return token.low not in '")%»'


def _is_list(sentence: Sentence, acts: list[Act]) -> bool:
    """Tell whether a comma parts two verbs, so that a third is no pair: "meet, zaagt en …"."""
    if len(acts) == 1 or not _stand_together(sentence, *acts):
        return False
    return "," in {token.low for token in sentence.tokens[acts[0].verb + 1 : acts[1].verb]}


def _is_pair(sentence: Sentence, one: Act, other: Act) -> bool:
    """Tell whether two verbs stand together and share their object: "beheert en onderhoudt".

    They count as one act, unless they are opposites ("vraagt en geeft") or one of them is no act.
    """
    between = {token.low for token in sentence.tokens[one.verb + 1 : other.verb]}
    if "," in between or not _stand_together(sentence, one, other):
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


def _stand_together(sentence: Sentence, one: Act, other: Act) -> bool:
    """Tell whether only "and", a comma and adverbs stand between two verbs."""
    between = sentence.tokens[one.verb + 1 : other.verb]
    if len(between) > _MOST_BETWEEN:
        return False
    return all(token.word.tags & _BETWEEN or token.low in (",", "/") for token in between)


def _has_own_object(sentence: Sentence, other: Act) -> bool:
    """Tell whether the second verb takes a preposition or particle that the first does not share."""
    after = sentence.tokens[other.verb + 1].word
    return bool(after.tags & {"preposition", "to", "question"}) or other.particle == other.verb + 1
