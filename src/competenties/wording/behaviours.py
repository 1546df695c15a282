"""Counts the behaviours of a sentence, and proposes how to split it."""

from competenties.messages import Language
from competenties.wording.hidden_acts import with_hidden_acts
from competenties.wording.hits import Hit
from competenties.wording.phrases import verb_phrase
from competenties.wording.sentence import Act, Sentence, Token
from competenties.wording.suggestions import third_person
from competenties.wording.word_lists import entries

_NEW_SENTENCE = frozenset([".", ";", "!", "?", "•", "\n"])
_MOST_PROPOSED = 5
_MOST_BETWEEN = 3
_FAR = 40
_BETWEEN = frozenset(["coordinator", "or", "adverb", "vague_words", "preposition", "te", "to"])


def behaviours(sentence: Sentence) -> list[Act]:
    """Return the acts that a rater could score differently.

    A modal verb counts by what follows it ("kan plannen"), and a fixed pair as one; three verbs
    in a list are three.
    """
    counted: list[Act] = []
    acts = with_hidden_acts(sentence)
    for position, act in enumerate(acts):
        if _governs_next(acts, position):
            continue
        if (
            counted
            and not _is_list(sentence, counted[-2:])
            and _is_pair(sentence, counted[-1], act)
        ):
            continue
        counted.append(act)
    return counted


def _governs_next(acts: list[Act], position: int) -> bool:
    """Tell whether an act is the modal over the next one; "kan plannen en leiden" has one modal."""
    act, following = acts[position], acts[position + 1 : position + 2]
    if not following or act.kind == "nominal" or following[0].start != act.start:
        return False
    return position == 0 or acts[position - 1].start != act.start


def is_new_sentence(sentence: Sentence, act: Act) -> bool:
    """Tell whether an act begins a sentence of its own, after a full stop or semicolon."""
    return any(
        sentence.tokens[at].low in _NEW_SENTENCE
        for at in range(max(0, act.start - 1), min(act.verb, act.start + _FAR))
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
    shared = position
    words = _spoken(sentence, act, _end(sentence, acts, position))
    last_shared = min(len(acts) - 1, position + _MOST_PROPOSED)
    while len(words.split()) == 1 and shared < last_shared:
        if not _stand_together(sentence, acts[shared], acts[shared + 1]):
            break
        shared += 1
        rest = _trimmed(sentence, acts[shared].verb + 1, _end(sentence, acts, shared))
        words += f" {rest}" if rest[:1].isalnum() else rest
    if words.count(")") > words.count("("):
        words = words.rstrip(")")
    return words[:1].upper() + words[1:] + "."


def _end(sentence: Sentence, acts: list[Act], position: int) -> int:
    """Return where the words of an act end: before the next act and what belongs to that."""
    if position + 1 == len(acts):
        return len(sentence.tokens)
    verb, following = acts[position].verb, acts[position + 1]
    starts = (following.front, following.start, following.verb)
    return min(at for at in starts if at is not None and at > verb)


def _spoken(sentence: Sentence, act: Act, end: int) -> str:
    """Return the words of an act, its verb first: "waarna zij de kas sluit" gives "sluit de kas"."""
    if act.front is None:
        return _trimmed(sentence, act.start if act.kind == "nominal" else act.verb, end)
    finite, objects = (
        third_person(act.lemma, sentence.language),
        _trimmed(sentence, act.front, act.verb),
    )
    said = finite.replace("…", objects) if "…" in finite else f"{finite} {objects}"
    return " ".join(f"{said} {_trimmed(sentence, act.verb + 1, end)}".split())


def _trimmed(sentence: Sentence, start: int, end: int) -> str:
    while end > start and _is_loose(sentence.tokens[end - 1]):
        end -= 1
    return sentence.words(start, end)


def _is_loose(token: Token) -> bool:
    """Tell whether a token at the end of a behaviour only joined it to the next."""
    if token.word.is_word:
        return bool(token.word.tags & {"coordinator", "or", "then", "te", "to"})
    return token.low not in '")%»'


def _is_list(sentence: Sentence, acts: list[Act]) -> bool:
    """Tell whether a comma parts two verbs, so that a third is no pair: "meet, zaagt en …"."""
    if len(acts) == 1 or not _stand_together(sentence, *acts):
        return False
    return "," in {token.low for token in sentence.tokens[acts[0].verb + 1 : acts[1].verb]}


def _is_pair(sentence: Sentence, one: Act, other: Act) -> bool:
    """Tell whether two verbs stand together and share their object: "beheert en onderhoudt".

    They count as one act, unless they are opposites ("vraagt en geeft"), of two stages of work
    ("ontwerpt en bouwt") or one of them is no act.
    """
    between = {token.low for token in sentence.tokens[one.verb + 1 : other.verb]}
    if "," in between or not _stand_together(sentence, one, other):
        return False
    is_inner = one.start == other.start  # objects stand before: "kan de klant helpen en bellen"
    is_last = other.end <= other.verb + 1
    if is_new_sentence(sentence, other) or (is_last and not is_inner):
        return False
    if _are_apart(sentence.language, one.lemma, other.lemma):
        return False
    if one.kind == other.kind == "nominal":
        return not _has_own_preposition(sentence, one, other)
    if one.kind != "act" or other.kind != "act":
        return False
    return not any(
        verb_phrase(sentence, act, name)
        for act in (one, other)
        for name in ("inner_verbs", "thought_verbs")
    ) and not (_has_own_object(sentence, other) and not is_inner)


def _are_apart(language: Language, one: str, other: str) -> bool:
    """Tell whether two verbs are opposites, or belong to two stages of work."""
    opposites, stages = entries(language, "opposite_verbs"), entries(language, "verb_stages")
    if opposites.get(one) == other or opposites.get(other) == one:
        return True
    if one not in stages or other not in stages:
        return False
    return not set(stages[one].split()) & set(stages[other].split())


def _has_own_preposition(sentence: Sentence, one: Act, other: Act) -> bool:
    """Tell whether each of two nouns has what it is about: "leiding geven aan of bijdragen aan"."""
    between = [token.word.tags for token in sentence.tokens[one.verb + 1 : other.verb]]
    return any("preposition" in tags for tags in between) and _has_own_object(sentence, other)


def _stand_together(sentence: Sentence, one: Act, other: Act) -> bool:
    """Tell whether only "and", a comma and adverbs stand between two verbs."""
    between = sentence.tokens[one.verb + 1 : other.verb]
    if len(between) > _MOST_BETWEEN:
        return False
    return all(token.word.tags & _BETWEEN or token.low in (",", "/") for token in between)


def _has_own_object(sentence: Sentence, other: Act) -> bool:
    """Tell whether the second verb takes a preposition or particle that the first does not share.

    What two infinitives share stands before them in Dutch: "te handelen en te werken in een team".
    """
    if other.verb + 1 >= len(sentence.tokens):
        return False
    after = sentence.tokens[other.verb + 1].word
    return bool(after.tags & {"preposition", "to", "question"}) or other.particle == other.verb + 1
