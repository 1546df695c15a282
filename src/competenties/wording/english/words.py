"""What is known of an English word: verb forms, small words and the lists that it stands in."""

from functools import cache, lru_cache

from competenties.wording.english.forms import gerunds, past_participles, third_person_form
from competenties.wording.lemmas import lemma
from competenties.wording.sentence import Word
from competenties.wording.word_lists import entries
from competenties.wording.word_tags import (
    ADJECTIVE_LISTS,
    WORD_LISTS,
    homograph_tags,
    starts_of,
    tags_of,
)

_SHORTEST_GERUND = 5
"""A shorter word in -ing is no gerund: thing, bring."""


class EnglishVerbs:
    """The verbs of the lexicon by every form that they take."""

    def __init__(self) -> None:
        """Read the list of verbs and make their forms."""
        self.third: dict[str, str] = {}
        self.finite: dict[str, str] = {}
        self.participle: dict[str, str] = {}
        self.gerund: dict[str, str] = {}
        for base, value in entries("en", "verbs").items():
            self._add(base, [one.strip() for one in value.split(",") if one.strip()])
        for form, infinitive in entries("en", "irregular_forms").items():
            self.finite[form] = infinitive
        self.gerund.setdefault("being", "be")
        self.gerund.setdefault("having", "have")

    def _add(self, base: str, irregular: list[str]) -> None:
        third = irregular[0] if irregular else third_person_form(base)
        self.third[base] = third
        self.finite.setdefault(third, base)
        for form in irregular[1:2] or past_participles(base):
            self.participle.setdefault(form, base)
        for form in irregular[2:3] or gerunds(base):
            self.gerund.setdefault(form, base)


@cache
def verbs() -> EnglishVerbs:
    """Return the verbs of the lexicon; read once."""
    return EnglishVerbs()


@lru_cache(maxsize=50_000)
def know(low: str) -> Word:
    """Return what is known of a word in small letters."""
    if not low[0].isalpha():
        return Word(low, low, _small(low), is_word=False, starts=starts_of("en", low))
    known = verbs()
    return Word(
        low=low,
        lemma=lemma(low, "en"),
        tags=_tags(low),
        finite=known.finite.get(low, ""),
        base=low if low in known.third or low in ("be", "have", "do", "get") else "",
        participle=known.participle.get(low, "") or _guessed_participle(low),
        gerund=known.gerund.get(low, "") or _guessed_gerund(low),
        starts=starts_of("en", low),
    )


def _small(low: str) -> frozenset[str]:
    return frozenset(entries("en", "function_words").get(low, "").split())


def _tags(low: str) -> frozenset[str]:
    forms = [low, low.removesuffix("'s")]
    if not low.endswith("ed"):
        forms.append(lemma(low, "en"))
    tags = tags_of("en", WORD_LISTS, forms)
    tags |= tags_of("en", ADJECTIVE_LISTS, [low])
    if any(part in entries("en", "jargon") for part in low.split("-")):
        tags.add("jargon")
    if low.endswith("n't") or low == "cannot":
        tags.add("negation_words")
    if low.endswith("ly"):
        tags.add("adverb")
    return frozenset(tags | _small(low) | homograph_tags("en", low))


def _guessed_participle(low: str) -> str:
    return lemma(low, "en") if low.endswith("ed") and lemma(low, "en") != low else ""


def _guessed_gerund(low: str) -> str:
    base = lemma(low, "en")
    return base if low.endswith("ing") and base != low and len(low) > _SHORTEST_GERUND else ""
