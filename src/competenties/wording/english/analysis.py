"""Takes an English sentence apart: zones, acts of the main clauses, subject."""

from dataclasses import replace
from itertools import pairwise

from competenties.wording.capability import name_ability, open_clause
from competenties.wording.english.clauses import Clauses
from competenties.wording.english.verbs import MODALS, Verbs
from competenties.wording.english.words import know
from competenties.wording.marks import MARKS
from competenties.wording.row import Row
from competenties.wording.sentence import Act, ActKind, Form, Sentence
from competenties.wording.tokens import tokenise

_CAPABLE = frozenset(
    ["able", "capable", "expected", "going", "likely", "required", "supposed", "willing"]
)
_ABILITIES = frozenset(["ability", "capability", "capacity"])
_HAVING = frozenset(["have", "possess"])
_NEEDING = frozenset(["need", "have", "ought"])
_CATENATIVE = frozenset(
    ["aim", "attempt", "continue", "endeavour", "fail", "neglect", "seek", "strive", "tend", "try"]
)
_WITH_INNER = frozenset(["do", "get", "tend"])
_NO_ACT = frozenset(["able", "to"])
_YOU = frozenset(["you", "you're"])
_ME = frozenset(["i", "i'm"])
_STATES = frozenset(["logged", "dressed", "seated"])
"""Participles that say how somebody is, rather than what was done: "is logged in by nine"."""
_STARTED = frozenset(["done", "going", "involved", "ready", "started", "stuck"])
_NEAR = 7
_CLOSE = 4
_START = 3


def analyse(text: str) -> Sentence:
    """Return an English sentence taken apart."""
    tokens = tokenise(text, know)
    clauses = Clauses(tokens)
    clauses.read()
    sentence = Sentence(text, "en", tokens, clauses.zones, clauses.acts)
    sentence.know_words()
    sentence.end_acts()
    for act in sentence.acts:
        act.kind = _kind(sentence, act)
    if not sentence.acts:
        sentence.acts = _able(sentence) or _nominal(sentence)
    for act in sentence.acts:
        _open_purpose(sentence, act)
    _add_inner(sentence)
    sentence.form = _form(sentence)
    if sentence.ability is None:
        _find_subject(sentence)
    return sentence


def _kind(sentence: Sentence, act: Act) -> ActKind:
    if act.lemma in MODALS:
        return "modal"
    following = sentence.main(act.verb + 1, act.end)[:_CLOSE]
    if act.lemma == "be":
        return _kind_of_be(sentence, act, following)
    if act.lemma == "get" and following and _is_got(sentence, act, following[0]):
        return "passive"
    if act.lemma == "have":
        _read_perfect(sentence, act, following[:2])
    return "act"


def _is_got(sentence: Sentence, act: Act, at: int) -> bool:
    """Tell whether a participle right behind "get" makes it a passive: "complaints get answered"."""
    word = sentence.tokens[at].word
    is_state = bool(word.tags & {"trait_words", "vague_words"}) or word.low in _STARTED
    is_passive = bool(word.participle) and not word.base and not is_state
    return is_passive and bool(sentence.main(0, act.verb))


def _read_perfect(sentence: Sentence, act: Act, following: list[int]) -> None:
    """Take the verb behind "has": "has completed"."""
    for at in following:
        word = sentence.tokens[at].word
        if word.participle and not word.tags & {"adverb", "trait_words", "vague_words"}:
            act.lemma = word.participle
            return
        if "adverb" not in word.tags:
            return


def _kind_of_be(sentence: Sentence, act: Act, following: list[int]) -> ActKind:
    """Tell the passive, "is doing" and "is …" apart."""
    between = {"adverb", "negation_words", "vague_words", "vague_amounts"}
    for at in following:
        word = sentence.tokens[at].word
        if word.gerund and "trait_words" not in word.tags:
            act.lemma = word.gerund
            return "act"
        if word.participle and not word.tags & {"trait_words", "role_nouns"}:
            return "copula" if word.low in _STATES else "passive"
        if not word.tags & between:
            break
    return "copula"


def _open_purpose(sentence: Sentence, act: Act) -> None:
    """Judge what somebody is able to do, needs to do or fails to do as the main clause."""
    lows = [token.low for token in sentence.tokens[act.verb + 1 : min(act.verb + 5, act.end)]]
    is_direct = lows[:1] == ["to"]
    is_capable = act.lemma == "be" and bool(_CAPABLE & set(lows))
    if act.lemma in _CATENATIVE and is_direct:
        _open_first_purpose(sentence, act)
    has_ability = act.lemma in _HAVING and bool(_ABILITIES & set(lows)) and "to" in lows
    if is_capable or has_ability or (act.lemma in _NEEDING and is_direct):
        act.kind = "modal"
        open_clause(sentence, act.verb + 1, act.end)


def _open_first_purpose(sentence: Sentence, act: Act) -> None:
    """Judge "fails to …" as one clause, up to the next purpose."""
    for at in range(act.verb + 1, act.end):
        is_next = at > act.verb + 1 and sentence.tokens[at].low == "to"
        if sentence.zones[at] != "purpose" or is_next:
            return
        sentence.zones[at] = "main"


def _add_inner(sentence: Sentence) -> None:
    """Add what somebody can, must or does not do: the verbs under a modal or "do"."""
    found: list[Act] = []
    for act in sentence.acts:
        found.append(act)
        if act.kind == "modal" or (act.lemma in _WITH_INNER and _is_auxiliary(sentence, act)):
            found.extend(_inner(sentence, act))
    sentence.acts = found


def _is_auxiliary(sentence: Sentence, act: Act) -> bool:
    """Tell "does not report" from "does the accounts"."""
    words = [token.word for token in sentence.tokens[act.verb : min(act.verb + 2, act.end)]]
    return act.lemma != "do" or any("negation_words" in word.tags for word in words)


def _inner(sentence: Sentence, act: Act) -> list[Act]:
    for at in sentence.main(act.verb + 1, act.end)[:_NEAR]:
        if not _may_be_inner(sentence, at):
            continue
        word = sentence.tokens[at].word
        inner = Act(at, word.base or word.gerund or "be", start=act.start, end=act.end)
        inner.kind = _kind(sentence, inner)
        return [inner, *_more_inner(sentence, act, inner)]
    return []


def _more_inner(sentence: Sentence, act: Act, first: Act) -> list[Act]:
    """Return the verbs that "and" joins under "is able to": "to plan the work and (to) brief …"."""
    if act.lemma in MODALS or not sentence.tokens[first.verb].word.base:
        return []
    found = [first]
    verbs = Verbs(Row(sentence.tokens), found)
    verbs.takes_base = True
    joint: int | None = None
    for at in range(first.verb + 1, act.end):
        token = sentence.tokens[at]
        if sentence.zones[at] not in ("main", "purpose"):
            joint = None
        elif token.low == "," or "coordinator" in token.word.tags:
            joint = at
        elif joint is not None and not verbs.is_light(at) and token.low != "to":
            is_open = at + 1 < act.end and sentence.tokens[at + 1].word.is_word
            is_close = is_open or at - found[-1].verb <= _START
            if is_close and sentence.zones[at] == "main" and verbs.is_joined(at, joint):
                lemma = token.word.base or token.word.finite
                found.append(Act(at, lemma, start=act.start, end=act.end))
            joint = None
    return found[1:]


def _may_be_inner(sentence: Sentence, at: int) -> bool:
    """Tell whether a word is the verb under "can", "is able to" or "is capable of"."""
    word, before = sentence.tokens[at].word, sentence.tokens[at - 1]
    if word.low in _NO_ACT or "noun_only" in word.tags:
        return False
    if before.word.tags & {"determiner", "plain_adjectives"}:
        return word.low == "be"
    return bool(word.base) or word.low == "be" or (before.low == "of" and bool(word.gerund))


def _able(sentence: Sentence) -> list[Act]:
    """Return what a sentence without a finite verb names as an ability: "Able to lead"."""
    able = name_ability(sentence)
    if able is None:
        return []
    if able.kind == "modal":
        return [able]
    return [replace(act, kind="nominal") for act in _inner(sentence, able)]


def _nominal(sentence: Sentence) -> list[Act]:
    """Return the gerunds of a sentence without a finite verb: "Managing keys"."""
    found: list[Act] = []
    free = True
    for at, token in enumerate(sentence.tokens):
        if sentence.zones[at] not in ("main", "manner"):
            continue
        if token.low in MARKS or "coordinator" in token.word.tags:
            free = True
            continue
        if free and token.word.gerund and (found or at < _START):
            found.append(Act(at, token.word.gerund, "nominal", start=at, end=len(sentence.tokens)))
        free = free and "adverb" in token.word.tags
    for at in range(found[0].verb if found else len(sentence.tokens), len(sentence.tokens)):
        if sentence.zones[at] == "manner":
            sentence.zones[at] = "main"
    for one, other in pairwise(found):
        one.end = other.start
    return found


def _form(sentence: Sentence) -> Form:
    if not sentence.acts:
        return "none"
    act = sentence.acts[0]
    if act.kind == "nominal":
        return "nominal"
    before = {token.low for token in sentence.tokens[max(0, act.verb - 2) : act.verb + 1]}
    if before & _YOU:
        return "you"
    if before & _ME:
        return "first"
    is_stated = bool(sentence.tokens[act.verb].word.finite or _start(sentence, act.verb))
    return "third" if is_stated else "base"


def _find_subject(sentence: Sentence) -> None:
    """Set the subject where one is stated before the verb, and whether it is the person."""
    if sentence.form in ("nominal", "base", "none"):
        return
    verb = sentence.acts[0].verb
    before = _start(sentence, verb)
    if not before:
        if sentence.zones[0] == "relative":  # "Whoever is late reports to the desk."
            sentence.subject, sentence.subject_is_person = (0, verb), False
        if "subject" in sentence.tokens[verb].word.tags:  # "you're" is subject and verb in one
            sentence.subject = (verb, verb + 1)
        return
    if sentence.tokens[before[0]].word.tags & {"preposition", "subordinator", "coordinator"}:
        return
    head = sentence.noun_phrase(before)
    sentence.name_subject(head)


def _start(sentence: Sentence, verb: int) -> list[int]:
    """Return the words of the main clause before the verb, without what a comma sets apart."""
    marks = (at + 1 for at in range(verb) if sentence.tokens[at].low in (",", ":", "-", "–"))
    before = sentence.main(max(marks, default=0), verb)
    while before:
        tags = sentence.tokens[before[0]].word.tags
        if "adverb" not in tags or "subject" in tags:
            break
        before = before[1:]
    return before
