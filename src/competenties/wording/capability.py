"""Finds an ability that is named without a verb: "Ability to lead a team", "In staat om …"."""

from competenties.wording.phrases import phrases_in
from competenties.wording.sentence import Act, ActKind, Sentence
from competenties.wording.word_lists import entries

_LIST = "capability_phrases"
_BEFORE = frozenset(
    ["determiner", "adverb", "vague_words", "trait_words", "vague_amounts", "plain_adjectives"]
)


def name_ability(sentence: Sentence) -> Act | None:
    """Note the ability that a sentence opens with, and judge what follows as its main clause.

    Returns the act "able" for words that leave out no more than "is"; its verb, as that of the
    `nominal` act that a noun gives, is the last word of the phrase.
    """
    sentence.ability = next(
        (phrase for phrase in phrases_in(sentence, _LIST) if _is_first(sentence, phrase[0])), None
    )
    if sentence.ability is None:
        return None
    start, end = sentence.ability
    open_clause(sentence, end, len(sentence.tokens))
    phrase = " ".join(token.low for token in sentence.tokens[start:end])
    kind: ActKind = "nominal" if entries(sentence.language, _LIST)[phrase] == "noun" else "modal"
    return Act(end - 1, phrase, kind, end=len(sentence.tokens))


def open_clause(sentence: Sentence, start: int, end: int) -> None:
    """Judge what somebody is able to do as part of the main clause."""
    for at in range(start, end):
        if sentence.zones[at] in ("purpose", "manner"):
            sentence.zones[at] = "main"


def _is_first(sentence: Sentence, start: int) -> bool:
    """Tell whether only an article and adjectives stand before a phrase."""
    return all(sentence.tokens[at].word.tags & _BEFORE for at in sentence.main(0, start))
