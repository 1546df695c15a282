"""Acts that are no finite verb of a main clause, but that a rater would score apart.

They only count for how many behaviours a sentence holds; the rules on single words never see them.
"""

from collections.abc import Iterator

from competenties.wording.marks import MARKS
from competenties.wording.phrases import verb_phrase
from competenties.wording.sentence import Act, Sentence, Token, Word
from competenties.wording.word_lists import entries

_HELPING = frozenset(["help", "assist", "continue", "seek", "helpen"])
_LIGHT = frozenset(["coordinator", "or", "adverb", "vague_words"])
_INTO = frozenset(["preposition", "determiner", "adverb", "te", "vague_words"])
_BEFORE_ACT = frozenset(["after", "for", "in", "with", "voor", "met", "bij", "in"])
_DUTIES = frozenset(
    [
        "accountable",
        "responsible",
        "verantwoordelijk",
        "medeverantwoordelijk",
        "eindverantwoordelijk",
    ]
)
_LONGEST_PART = 12
_NEAR = 4


def with_hidden_acts(sentence: Sentence) -> list[Act]:
    """Return the acts of a sentence with those hidden in brackets, nouns and infinitives."""
    if not sentence.acts:
        return [] if sentence.ability else _of_fragment(sentence)
    found: list[Act] = []
    start = -1
    for act in sentence.acts:
        is_inner, start = act.start == start, act.start
        if is_inner:  # stands under the modal before it
            found.append(act)
            continue
        hidden = [*_helped(sentence, act), *_taken_care_of(sentence, act)]
        found.extend(hidden if len(hidden) > 1 else [act])
        found.extend(_in_brackets(sentence, act))
        found.extend(_trailing(sentence, act))
    return found


def _of_fragment(sentence: Sentence) -> list[Act]:
    """Return the acts of a sentence without a verb: "Responsible for planning and checking …"."""
    is_duty = sentence.tokens[0].low in _DUTIES if sentence.tokens else False
    return _cared_for(sentence, 0, len(sentence.tokens)) if is_duty else _named_acts(sentence)


def _in_brackets(sentence: Sentence, act: Act) -> Iterator[Act]:
    """Yield the verbs of brackets that hold nothing else: "begeleidt (informeert en adviseert)"."""
    tokens = sentence.tokens
    opening = next((at for at in range(act.verb, act.end) if tokens[at].low == "("), None)
    if opening is None:
        return
    verbs: list[int] = []
    for at in range(opening + 1, act.end):
        if tokens[at].low == ")":
            break
        if tokens[at].word.finite and "noun_only" not in tokens[at].word.tags:
            verbs.append(at)
        elif tokens[at].low not in MARKS and not tokens[at].word.tags & _LIGHT:
            return
    if len(verbs) > 1:
        for at in verbs:
            yield Act(at, tokens[at].word.finite, start=at, end=act.end)


def _trailing(sentence: Sentence, act: Act) -> Iterator[Act]:
    """Yield what is done besides, behind a comma: ", keeping the client informed"."""
    for at in range(act.verb + 2, act.end - 1):
        token = sentence.tokens[at]
        if not token.word.gerund or sentence.tokens[at - 1].low != ",":
            continue
        besides = Act(at, token.word.gerund, "nominal", start=at, end=act.end)
        if verb_phrase_of(sentence, besides, "acts_besides"):
            yield besides


def verb_phrase_of(sentence: Sentence, act: Act, name: str) -> bool:
    """Tell whether a participle and the words behind it stand in a list of verb phrases."""
    behind = {token.low for token in sentence.tokens[act.verb + 1 : act.end]}
    for entry in entries(sentence.language, name):
        verb, *needed = entry.replace("+", " ").split()
        if verb == act.lemma and behind.issuperset(needed):
            return True
    return False


def _helped(sentence: Sentence, act: Act) -> list[Act]:
    """Return what somebody is helped to do, where each has its own "to": "to plan and to lead"."""
    if act.lemma not in _HELPING:
        return []
    found: list[Act] = []
    for at in range(act.verb + 1, act.end - 1):
        verb = _infinitive_after(sentence, at)
        if verb and (not found or _is_joined(sentence, at)):
            found.append(Act(at + 1, verb, "nominal", start=at + 1, end=act.end))
    return _ended(found)


def _infinitive_after(sentence: Sentence, at: int) -> str:
    """Return the verb behind "to" or "te", if one stands here."""
    word, is_noun = sentence.tokens[at + 1].word, "noun_only"
    if sentence.tokens[at].low == "to" and is_noun not in word.tags:
        return word.base
    return word.infinitive if sentence.tokens[at].low == "te" else ""


def _is_joined(sentence: Sentence, at: int) -> bool:
    """Tell whether "and" opens the part that ends in this "to" or "te"."""
    if sentence.tokens[at].low == "to":
        return "coordinator" in sentence.tokens[at - 1].word.tags
    before = sentence.tokens[max(0, at - _LONGEST_PART) : at]
    return any("coordinator" in token.word.tags for token in before)


def _taken_care_of(sentence: Sentence, act: Act) -> list[Act]:
    """Return the acts that somebody sees to: "zorgt voor het opstellen en bewaken van …"."""
    if not verb_phrase(sentence, act, "seeing_to_verbs"):
        return []
    return _cared_for(sentence, act.verb, act.end)


def _cared_for(sentence: Sentence, verb: int, end: int) -> list[Act]:
    """Return the gerunds or infinitives that a preposition near a verb brings."""
    found: list[Act] = []
    is_open = False
    for at in range(verb + 1, end):
        token = sentence.tokens[at]
        if token.low == "to" and not found:
            return []
        if token.low in _BEFORE_ACT and not found:
            is_open = at <= verb + _NEAR
            continue
        noun = _verbal_noun(token.word)
        if is_open and noun and not _describes(sentence, at):
            found.append(Act(at, noun, "nominal", start=at, end=end))
        is_open = (is_open and bool(token.word.tags & _INTO) and not noun) or (
            bool(found) and _parts(token)
        )
    last = found[-1].verb if found else verb
    is_joined = any(_joins(token) for token in sentence.tokens[verb:last])
    return _ended(found) if is_joined else []


def _describes(sentence: Sentence, at: int) -> bool:
    """Tell whether a gerund stands in a row of adjectives: "complex and challenging defects"."""
    before = sentence.tokens[at - 2].word if at > 1 else sentence.tokens[at].word
    is_joined = _parts(sentence.tokens[at - 1])
    return is_joined and bool(before.tags & {"plain_adjectives", "vague_words"})


def _named_acts(sentence: Sentence) -> list[Act]:
    """Return the acts that the nouns of a fragment name: "Registratie van klachten & opvolging"."""
    found: list[Act] = []
    part: list[int] = []
    for at in range(len(sentence.tokens) + 1):
        if at < len(sentence.tokens) and not _parts_nouns(sentence, part, at):
            part.append(at)
            continue
        noun = _head(sentence, part)
        verb = _named_verb(sentence, noun) if noun is not None else ""
        if noun is not None and verb:
            found.append(Act(noun, verb, "nominal", start=part[0], end=len(sentence.tokens)))
        elif not found:
            return []
        part = []
    is_joined = any(_joins(token) for token in sentence.tokens)
    return _ended(found) if is_joined and len(found) > 1 else []


def _parts_nouns(sentence: Sentence, part: list[int], at: int) -> bool:
    """Tell whether a mark or "and" ends a part; a slash does so behind the noun or between spaces."""
    if sentence.zones[at] not in ("main", "manner") or not _parts(sentence.tokens[at]):
        return False
    is_loose = sentence.text[sentence.tokens[at].start - 1].isspace()
    return sentence.tokens[at].low != "/" or is_loose or _head(sentence, part) == at - 1


def _head(sentence: Sentence, part: list[int]) -> int | None:
    """Return the noun that a part opens with: the last word before a preposition or the end."""
    for place, at in enumerate(part[: _NEAR - 1]):
        is_last = place + 1 == len(part) or ("preposition" in sentence.tokens[at + 1].word.tags)
        if is_last:
            return at if sentence.tokens[at].word.is_word else None
    return None


def _named_verb(sentence: Sentence, at: int) -> str:
    """Return the verb that a noun names: "registratie": registreren."""
    word, nouns = sentence.tokens[at].word, entries(sentence.language, "nominalisations")
    named = nouns.get(word.low) or nouns.get(word.lemma) or ""
    return named.replace("|", "") or (word.gerund if sentence.language == "en" else "")


def _verbal_noun(word: Word) -> str:
    """Return the verb of a gerund or of an infinitive that is used as a noun."""
    return word.gerund or (word.infinitive if word.infinitive == word.low or word.gerund else "")


def _parts(token: Token) -> bool:
    return token.low in (",", "/", "&", "+") or bool(token.word.tags & {"coordinator", "or"})


def _joins(token: Token) -> bool:
    return token.low in ("/", "&", "+") or "coordinator" in token.word.tags


def _ended(acts: list[Act]) -> list[Act]:
    """Let each act reach up to the next."""
    for position, act in enumerate(acts[:-1]):
        act.end = acts[position + 1].start
    return acts
