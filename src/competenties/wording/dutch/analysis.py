"""Takes a Dutch sentence apart: zones, acts of the main clauses, separable verbs, subject."""

from competenties.wording.dutch.clauses import Clauses
from competenties.wording.dutch.verbs import PLURALS
from competenties.wording.dutch.words import know, verbs
from competenties.wording.marks import MARKS
from competenties.wording.sentence import (
    Act,
    ActKind,
    Form,
    Sentence,
)
from competenties.wording.tokens import tokenise

_MODALS = frozenset(["kunnen", "moeten", "zullen", "mogen", "willen", "hoeven"])
_DUTIES = frozenset(["dienen", "horen", "behoren"])
_WITH_TE = _DUTIES | frozenset(["weten", "proberen", "trachten", "durven"])
_YOU = frozenset(["je", "jij", "u"])
_AFTER_PARTICLE = frozenset(
    ["coordinator", "preposition", "or", "then", "subordinator", "question"]
)
_FRONTED = frozenset(["adverb", "vague_words", "vague_amounts", "particle"])
_SHORT_START = 3


def analyse(text: str) -> Sentence:
    """Return a Dutch sentence taken apart."""
    tokens = tokenise(text, know)
    clauses = Clauses(tokens)
    clauses.read()
    sentence = Sentence(text, "nl", tokens, clauses.zones, clauses.acts)
    sentence.know_words()
    sentence.end_acts()
    for act in sentence.acts:
        _join_particle(sentence, act)
        act.kind = _kind(sentence, act)
    _add_infinitives(sentence)
    if not sentence.acts:
        sentence.acts = _nominal(sentence)
    sentence.form = _form(sentence)
    _find_subject(sentence)
    return sentence


def _join_particle(sentence: Sentence, act: Act) -> None:
    """Put a separable verb together: "licht … toe" becomes toelichten."""
    known = verbs()
    for at in range(act.end - 1, act.verb, -1):
        low = sentence.tokens[at].low
        if low not in known.particles or sentence.zones[at] != "main":
            continue
        whole = known.separable.get((low, act.lemma))
        if whole and _ends_clause(sentence, at):
            act.lemma, act.particle = whole, at
            return


def _ends_clause(sentence: Sentence, at: int) -> bool:
    """Tell whether a particle stands where particles stand: at the end, or before a preposition."""
    word = sentence.tokens[at].word
    if "determiner" in sentence.tokens[at - 1].word.tags:
        return False  # "wijst de bezoeker de weg"
    if at + 1 >= len(sentence.tokens) or sentence.zones[at + 1] != "main":
        return True
    after = sentence.tokens[at + 1].word
    is_adjective = bool(word.tags & {"vague_words", "plain_adjectives"})
    is_other_word = is_adjective or "preposition" in word.tags
    return not after.is_word or bool(after.tags & _AFTER_PARTICLE) or not is_other_word


def _kind(sentence: Sentence, act: Act) -> ActKind:
    lows = {sentence.tokens[at].low for at in range(act.start, act.end)}
    is_able = act.lemma == "zijn" and {"in", "staat"} <= lows
    if act.lemma in _MODALS or is_able or (act.lemma in _DUTIES and "te" in lows):
        return "modal"
    if act.lemma not in PLURALS - {"hebben"}:
        return "act"
    return "passive" if _is_passive(sentence, act) else "copula"


def _is_passive(sentence: Sentence, act: Act) -> bool:
    """Tell the passive from a state: "is ingelogd", with the person left out, is a state."""
    if act.lemma == "zijn" and not sentence.main(0, act.verb):
        return False
    not_done = {"trait_words", "determiner"}
    if act.lemma == "zijn":
        not_done.add("vague_words")
    words = (sentence.tokens[at].word for at in sentence.main(act.verb + 1, act.end))
    return any(word.participle and not word.tags & not_done for word in words)


def _add_infinitives(sentence: Sentence) -> None:
    """Add what somebody can, must or manages to do: the infinitives under a modal verb."""
    found: list[Act] = []
    for act in sentence.acts:
        found.append(act)
        if act.kind == "modal" or act.lemma in _WITH_TE:
            if act.lemma == "zijn":
                _open_purpose(sentence, act)
            found.extend(_infinitives(sentence, act))
    sentence.acts = found


def _open_purpose(sentence: Sentence, act: Act) -> None:
    """Judge "in staat om … te" as part of the main clause."""
    for at in range(act.start, act.end):
        if sentence.zones[at] == "purpose":
            sentence.zones[at] = "main"


def _infinitives(sentence: Sentence, act: Act) -> list[Act]:
    """Return the last infinitive of each part that "en" or a mark joins."""
    found: list[Act] = []
    last: int | None = None
    for at in range(act.verb + 1, act.end + 1):
        if at == act.end or _parts(sentence, at):
            if last is not None:
                lemma = sentence.tokens[last].word.infinitive
                found.append(Act(last, lemma, start=act.start, end=act.end))
            last = None
        elif sentence.zones[at] == "main" and _is_verbal(sentence, at):
            last = at
    return found


def _parts(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.low in MARKS or bool(token.word.tags & {"coordinator", "or"})


def _is_verbal(sentence: Sentence, at: int) -> bool:
    """Tell an infinitive from a plural noun: "plannen maken"."""
    word, before = sentence.tokens[at].word, sentence.tokens[at - 1].word
    if not word.infinitive or "determiner" in before.tags or before.low == "van":
        return False
    if before.low == "te" or word.low in verbs().wholes:
        return True
    return word.lemma == word.low or word.infinitive != word.low


def _nominal(sentence: Sentence) -> list[Act]:
    """Return the infinitives of a sentence without a finite verb: "Beheren van sleutels".

    In each joined part it is the first word, or else the last infinitive: "afspraken nakomen".
    """
    found: list[Act] = []
    first = 0
    for at in range(len(sentence.tokens) + 1):
        is_end = at == len(sentence.tokens)
        if not is_end and not (sentence.zones[at] == "main" and _parts(sentence, at)):
            continue
        verb = _nominal_verb(sentence, first, at)
        if verb is not None:
            lemma = sentence.tokens[verb].word.infinitive
            found.append(Act(verb, lemma, "nominal", start=first, end=at))
        first = at + 1
    return found


def _nominal_verb(sentence: Sentence, start: int, end: int) -> int | None:
    inside = [at for at in sentence.main(start, end) if sentence.tokens[at].low != "het"]
    if inside and sentence.tokens[inside[0]].word.infinitive:
        return inside[0]
    verbal = [at for at in inside if at > 0 and _is_verbal(sentence, at)]
    return verbal[-1] if verbal and sentence.tokens[verbal[-1] - 1].low != "te" else None


def _form(sentence: Sentence) -> Form:
    if not sentence.acts:
        return "none"
    act = sentence.acts[0]
    if act.kind == "nominal":
        return "nominal"
    if act.verb > 0 and sentence.tokens[act.verb - 1].low in _YOU:
        return "you"
    if any(token.low == "ik" for token in sentence.tokens[max(0, act.verb - 2) : act.verb + 2]):
        return "first"
    return "third" if sentence.tokens[act.verb].word.finite else "base"


def _find_subject(sentence: Sentence) -> None:
    """Set the subject where one is stated before the verb, and whether it is the person."""
    if sentence.form in ("none", "nominal", "base"):
        return
    verb = sentence.acts[0].verb
    before = sentence.main(0, verb)
    if not before or any(zone not in ("main", "example") for zone in sentence.zones[:verb]):
        return
    first = sentence.tokens[before[0]].word.tags
    is_fronted = bool(first & _FRONTED) and len(before) < _SHORT_START
    if is_fronted or first & {"preposition", "then", "there"}:
        return
    head = sentence.noun_phrase(before)
    sentence.name_subject(head)
