"""Takes a Dutch sentence apart: zones, acts of the main clauses, separable verbs, subject."""

from dataclasses import replace

from competenties.wording.capability import name_ability, open_clause
from competenties.wording.dutch.clauses import Clauses
from competenties.wording.dutch.verbs import PLURALS
from competenties.wording.dutch.words import know, verbs
from competenties.wording.marks import MARKS
from competenties.wording.sentence import (
    Act,
    ActKind,
    Form,
    Sentence,
    Word,
)
from competenties.wording.tokens import tokenise

_MODALS = frozenset(["kunnen", "moeten", "zullen", "mogen", "willen", "hoeven"])
_HAVING = frozenset(["hebben", "bezitten", "beschikken"])
_ABLE = _HAVING | {"zijn"}
_ABILITIES = frozenset(["vermogen", "capaciteit", "capaciteiten", "bekwaamheid"])
_DUTIES = frozenset(["dienen", "horen", "behoren"])
_WITH_TE = _DUTIES | frozenset(["weten", "proberen", "trachten", "durven"])
_YOU = frozenset(["je", "jij", "u"])
_AFTER_PARTICLE = frozenset(
    ["coordinator", "preposition", "or", "then", "subordinator", "question"]
)
_NAMED = frozenset(["hij", "zij", "ik", "jij", "wij"])
_FRONTED = frozenset(["adverb", "vague_words", "vague_amounts", "particle"])
_BEFORE_NOUN = frozenset(["determiner", "preposition", "vague_words", "plain_adjectives"])
_BEFORE_VERBAL_NOUN = frozenset(["aan", "bij", "met", "over", "van", "voor", "tijdens"])
_REASONED = frozenset(["beargumenteerd", "gefundeerd", "gemotiveerd", "onderbouwd"])
_WITH_CLAUSE = frozenset(["met", "naar", "van", "voor"])
_SHORT_START = 3
_FAR = 12


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
        sentence.acts = _able(sentence) or _nominal(sentence)
    sentence.form = _form(sentence)
    if sentence.ability is None:
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
        if whole and _ends_clause(sentence, at) and not _belongs_to_er(sentence, act.verb, at):
            act.lemma, act.particle = whole, at
            return


def _belongs_to_er(sentence: Sentence, verb: int, at: int) -> bool:
    """Tell whether a preposition goes with "er" before it: "draagt er zorg voor dat …"."""
    is_open = at + 1 < len(sentence.tokens) and sentence.zones[at + 1] == "subordinate"
    if not is_open or "preposition" not in sentence.tokens[at].word.tags:
        return False
    near = sentence.tokens[max(verb + 1, at - _FAR) : at]
    return any("there" in token.word.tags for token in near)


def _ends_clause(sentence: Sentence, at: int) -> bool:
    """Tell whether a particle stands where particles stand: at the end, or before a preposition."""
    word = sentence.tokens[at].word
    if "determiner" in sentence.tokens[at - 1].word.tags:
        return False  # "wijst de bezoeker de weg"
    if word.low in _WITH_CLAUSE and _is_question(sentence, at + 1):
        return False  # "heeft oog voor wat er speelt"
    if at + 1 >= len(sentence.tokens) or sentence.zones[at + 1] != "main":
        return True
    after = sentence.tokens[at + 1].word
    is_adjective = bool(word.tags & {"vague_words", "plain_adjectives"})
    is_other_word = is_adjective or "preposition" in word.tags
    return not after.is_word or bool(after.tags & _AFTER_PARTICLE) or not is_other_word


def _is_question(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and "question" in sentence.tokens[at].word.tags


def _kind(sentence: Sentence, act: Act) -> ActKind:
    lows = {sentence.tokens[at].low for at in range(act.start, act.end)}
    is_able = act.lemma == "zijn" and {"in", "staat"} <= lows
    is_able |= act.lemma in _HAVING and _has_ability(sentence, act)
    if act.lemma in _MODALS or is_able or (act.lemma in _DUTIES and "te" in lows):
        return "modal"
    if act.lemma not in PLURALS - {"hebben"}:
        return "act"
    return "passive" if _is_passive(sentence, act) else "copula"


def _has_ability(sentence: Sentence, act: Act) -> bool:
    """Tell whether the verb of having has an ability to do something: "het vermogen om te …"."""
    return any(
        sentence.tokens[at].low in _ABILITIES and sentence.tokens[at + 1].low in ("om", "te")
        for at in range(act.verb + 1, min(act.end, len(sentence.tokens) - 1))
    )


def _is_passive(sentence: Sentence, act: Act) -> bool:
    """Tell the passive from a state: "is ingelogd", with the person left out, is a state."""
    if act.lemma == "zijn" and not sentence.main(0, act.verb):
        return False
    not_done = {"trait_words", "determiner"}
    if act.lemma == "zijn":
        not_done.add("vague_words")
    for at in sentence.main(act.verb + 1, act.end):
        word = sentence.tokens[at].word
        if word.participle and (not word.tags & not_done or _is_done_with(sentence, act, at)):
            return True
    return False


def _is_done_with(sentence: Sentence, act: Act, at: int) -> bool:
    """Tell what is done from a mood: "besluiten zijn gemotiveerd met argumenten"."""
    if sentence.tokens[at].low not in _REASONED:
        return False
    after = sentence.tokens[at + 1].low if at + 1 < len(sentence.tokens) else ""
    before = (sentence.tokens[place].word.tags for place in range(act.start, act.verb))
    is_somebody = any(tags & {"person_words", "group_words", "subject"} for tags in before)
    return after in ("met", "door") and not is_somebody


def _add_infinitives(sentence: Sentence) -> None:
    """Add what somebody can, must or manages to do: the infinitives under a modal verb."""
    found: list[Act] = []
    for act in sentence.acts:
        found.append(act)
        if act.kind == "modal" or act.lemma in _WITH_TE:
            if act.lemma in _ABLE:
                open_clause(sentence, act.start, act.end)
            found.extend(_infinitives(sentence, act))
    sentence.acts = found


def _infinitives(sentence: Sentence, act: Act) -> list[Act]:
    """Return the last infinitive of each part that "en" or a mark joins."""
    found: list[Act] = []
    last: int | None = None
    front = act.verb + 1
    is_noun = False
    for at in range(act.verb + 1, act.end + 1):
        if at == act.end or _parts(sentence, at):
            if last is not None:
                found.append(_under(sentence, act, last, front))
            last, front = None, at + 1
        elif sentence.zones[at] == "main" and sentence.tokens[at].word.infinitive:
            is_noun = _is_verbal_noun(sentence, at) or (is_noun and at == front)
            if not is_noun and (_is_verbal(sentence, at) or _ends_part(sentence, front, at)):
                last = at
    return found or _closing_infinitive(sentence, act)


def _under(sentence: Sentence, act: Act, at: int, front: int) -> Act:
    """Return what stands under a modal verb; the words before the infinitive belong to it."""
    opening = front == act.verb + 1
    while opening and front < at and sentence.tokens[front].low in ("in", "staat", "om"):
        front += 1
    lemma = sentence.tokens[at].word.infinitive
    return Act(at, lemma, start=act.start, end=act.end, front=front)


def _ends_part(sentence: Sentence, front: int, at: int) -> bool:
    """Tell whether an infinitive that may be a noun ends its part, behind a noun: "de rit plannen"."""
    is_last = at + 1 >= len(sentence.tokens) or _parts(sentence, at + 1)
    if not is_last or at < front + 2:
        return False
    article, noun = (sentence.tokens[place].word for place in (at - 2, at - 1))
    is_noun = noun.is_word and not noun.tags & (_BEFORE_NOUN | {"attitude_nouns"})
    return "determiner" in article.tags and is_noun and not noun.participle


def _is_verbal_noun(sentence: Sentence, at: int) -> bool:
    """Tell whether an infinitive is used as a noun: "de wijze van registreren", "het motiveren"."""
    before = sentence.tokens[at - 1]
    return before.low in _BEFORE_VERBAL_NOUN or "determiner" in before.word.tags


def _closing_infinitive(sentence: Sentence, act: Act) -> list[Act]:
    """Return an infinitive that is as often a noun, where one has to be: "zal de klant bellen"."""
    for at in reversed(sentence.main(act.verb + 1, act.end)):
        word, before = sentence.tokens[at].word, sentence.tokens[at - 1].word
        is_last = at + 1 == len(sentence.tokens) or not sentence.tokens[at + 1].word.is_word
        if not is_last and "preposition" not in sentence.tokens[at + 1].word.tags:
            continue
        if word.infinitive and not before.tags & _BEFORE_NOUN:
            return [_under(sentence, act, at, at)]
    return []


def _parts(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.low in MARKS or bool(token.word.tags & {"coordinator", "or"})


def _is_verbal(sentence: Sentence, at: int) -> bool:
    """Tell an infinitive from a plural noun: "plannen maken"."""
    word, before = sentence.tokens[at].word, sentence.tokens[at - 1].word
    if not word.infinitive or "determiner" in before.tags or before.low == "van":
        return False
    if before.low == "te" and at > 1 and "determiner" in sentence.tokens[at - 2].word.tags:
        return False  # "de te beoordelen ambtenaar"
    if before.low != "te" and word.low == "zijn" and _is_possessive(sentence, at):
        return False
    return before.low == "te" or not _also_noun(word)


def _is_possessive(sentence: Sentence, at: int) -> bool:
    """Tell "zijn ploeg" from "bezig zijn met": a noun follows."""
    after = sentence.tokens[at + 1].word if at + 1 < len(sentence.tokens) else None
    return after is not None and after.is_word and "preposition" not in after.tags


def _also_noun(word: Word) -> bool:
    """Tell whether an infinitive is as often a plural noun or a preposition: "plannen", "buiten"."""
    if word.tags & {"preposition", "attitude_nouns"}:
        return True
    is_whole = word.low in verbs().wholes or word.infinitive != word.low
    return word.lemma != word.low and not is_whole


def _able(sentence: Sentence) -> list[Act]:
    """Return what a sentence without a finite verb names as an ability: "In staat om te leiden"."""
    able = name_ability(sentence)
    if able is None:
        return []
    inner = _infinitives(sentence, able)
    if able.kind == "modal":
        return [able, *inner]
    return [replace(act, kind="nominal") for act in inner[:1]]


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
    if inside and _opens_with_infinitive(sentence, inside):
        return inside[0]
    verbal = [at for at in inside if at > 0 and _is_verbal(sentence, at)]
    return verbal[-1] if verbal and sentence.tokens[verbal[-1] - 1].low != "te" else None


def _opens_with_infinitive(sentence: Sentence, inside: list[int]) -> bool:
    """Tell "plannen van werk" and "plannen en regelen" from "plannen en roosters maken"."""
    word = sentence.tokens[inside[0]].word
    if not word.infinitive or not _also_noun(word):
        return bool(word.infinitive)
    if word.tags & {"attitude_nouns", "preposition"}:
        return False
    if len(inside) > 1:
        return bool(sentence.tokens[inside[1]].word.tags & {"preposition", "determiner"})
    beside = [at for at in (inside[0] - 2, inside[0] + 2) if 0 <= at < len(sentence.tokens)]
    return any(_is_infinitive(sentence, at) for at in beside)


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
    is_stated = sentence.tokens[act.verb].word.finite or _is_plural_with_subject(sentence, act.verb)
    return "third" if is_stated else "base"


def _is_plural_with_subject(sentence: Sentence, verb: int) -> bool:
    """Tell whether a plural form has its subject before it: "klanten bevelen hem aan"."""
    before = sentence.main(0, verb)
    is_plural = sentence.tokens[verb].word.infinitive == sentence.tokens[verb].low
    if not (before and is_plural) or any(token.low in MARKS for token in sentence.tokens[:verb]):
        return False
    return not any(_is_infinitive(sentence, at) for at in before)


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    """Tell whether a word is an infinitive and no noun: "Methoden beschrijven die …"."""
    word, before = sentence.tokens[at].word, sentence.tokens[at - 1].word if at else None
    if before and before.tags & {"determiner", "preposition", "te"}:
        return False
    return bool(word.infinitive) and not _also_noun(word)


def _find_subject(sentence: Sentence) -> None:
    """Set the subject where one is stated before the verb, and whether it is the person."""
    if sentence.form in ("none", "nominal", "base"):
        return
    verb = sentence.acts[0].verb
    if _is_named_after(sentence, verb):
        return
    before = sentence.main(0, verb)
    if not before and sentence.zones[0] == "relative":  # "Wie te laat is, meldt zich."
        sentence.subject, sentence.subject_is_person = _opening_clause(sentence), False
        return
    if not before or not set(sentence.zones[:verb]) <= {"main", "example", "relative"}:
        return
    if "relative" in sentence.zones[:verb] and _is_infinitive(
        sentence, _head(sentence, before)[-1]
    ):
        return  # "Content herkennen die gratis is" tells of no subject
    first = sentence.tokens[before[0]].word.tags
    is_fronted = bool(first & _FRONTED) and len(before) < _SHORT_START
    if is_fronted or first & {"preposition", "then", "there"}:
        return
    sentence.name_subject(_head(sentence, before))


def _is_named_after(sentence: Sentence, verb: int) -> bool:
    """Tell whether the person follows the verb, so that something else was put first."""
    after = sentence.tokens[verb + 1 : verb + 2]
    return any(token.low in _NAMED for token in after) and sentence.form == "third"


def _opening_clause(sentence: Sentence) -> tuple[int, int]:
    """Return the clause that a sentence opens with, without its comma."""
    end = next(at for at, zone in enumerate(sentence.zones) if zone != "relative")
    return 0, end


def _head(sentence: Sentence, before: list[int]) -> list[int]:
    """Return the words of a subject without its relative clause: "de klant die belt"."""
    words = sentence.noun_phrase(before)
    zones = sentence.zones[: words[-1]]
    end = zones.index("relative") if "relative" in zones else len(zones) + 1
    return [at for at in words if at < end]
