"""What a copula or a verb of having says of somebody: traits and attitudes."""

from competenties.wording.sentence import Act, Sentence

HAVING = frozenset(
    ["hebben", "bezitten", "beschikken", "have", "possess", "hold", "maintain", "lack"]
)
BEING = frozenset(["zijn", "blijven", "be", "remain", "stay", "become", "seem", "appear"])
_DEGREES = frozenset(["vague_amounts", "negation_words", "adverb", "determiner"])
_MORE = frozenset(["meer", "minder", "meest", "more", "less", "most", "least"])


def predicate(sentence: Sentence, act: Act) -> list[int]:
    """Return the adjectives right after a copula: "is open en eerlijk"."""
    if act.lemma not in BEING:
        return []
    found: list[int] = []
    for at in sentence.main(act.verb + 1, act.end):
        word = sentence.tokens[at].word
        if word.tags & {"trait_words", "vague_words"}:
            found.append(at)
        elif word.low not in _MORE and not word.tags & (_DEGREES | {"coordinator", "or"}):
            break
    following = found[-1] + 1 if found else len(sentence.tokens)
    if following < len(sentence.tokens) and _is_noun_after(sentence, following):
        return []
    return found


def held_attitudes(sentence: Sentence, act: Act) -> list[int]:
    """Return the attitude that somebody has: "heeft een klantgerichte instelling"."""
    if act.lemma not in HAVING or act.kind == "modal":
        return []
    inside = sentence.main(act.verb + 1, act.end)
    return [at for at in inside if "attitude_nouns" in sentence.tokens[at].word.tags][:1]


def is_trait(sentence: Sentence, at: int) -> bool:
    """Tell whether an adjective names a trait itself; "goede kennis" has a degree instead."""
    return at >= 0 and "trait_words" in sentence.tokens[at].word.tags


def _is_noun_after(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun follows an adjective, so that it is no predicate: "is goed werkgever"."""
    word = sentence.tokens[at].word
    is_small = word.tags & {
        "preposition",
        "coordinator",
        "or",
        "to",
        "that",
        "question",
        "subordinator",
        "then",
    }
    return word.is_word and sentence.zones[at] == "main" and not is_small and not word.participle
