"""Tells whether an indicator says what somebody does not do."""

from collections.abc import Sequence

from competenties.checking.reading import Word
from competenties.messages import Language
from competenties.wording.word_lists import words

_ARTICLES = frozenset(["de", "mee", "alle", "elke", "me", "je", "ze", "we"])
_SAYING = frozenset(["zeggen", "say"])


def denies_in_main_clause(found: Sequence[Word], language: Language) -> bool:
    """Tell whether the main clause denies; a denial in a subordinate clause is about others."""
    for at, word in enumerate(found):
        is_verb = at == 0 and word.lemma in words(language, "denial_verbs")
        if word.role == "denial" or is_verb:
            return not _is_partial(found, at)
        if word.low in words(language, "clause_words") or word.low in (",", ";", ":"):
            return False
    return False


def _is_partial(found: Sequence[Word], at: int) -> bool:
    """Tell whether it only denies in part (niet alleen), or is what somebody says (says no)."""
    after = found[at + 1].low if at + 1 < len(found) else ""
    before = found[at - 1].lemma if at else ""
    if found[at].low == "niet" and (after.endswith("e") and after not in _ARTICLES):
        return True
    return (
        after in ("alleen", "only", "slechts", "just", "eerder", "later", "voor")
        or before in _SAYING
    )
