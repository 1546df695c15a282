"""A definition that repeats the name of its competence."""

import re
from collections.abc import Sequence

from competenties.checking.compared import written
from competenties.checking.levels import unpointed
from competenties.checking.reading import Word, read
from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import LANGUAGES, Language, Phrase
from competenties.model.framework import Framework
from competenties.wording.word_lists import words

RULE = Rule(
    name="circular-definition",
    category="level",
    severity="warning",
    advises=True,
    title=Phrase(nl="Definitie herhaalt de naam", en="Definition repeats the name"),
    message=Phrase(
        nl='de definitie herhaalt de naam: "{found}".',
        en='the definition repeats the name: "{found}".',
    ),
    advice=Phrase(
        nl="Zeg het in andere woorden: wat doet iemand, voor wie en waartoe?",
        en="Say it in other words: what does somebody do, for whom and to what end?",
    ),
    why=Phrase(
        nl='"Klantgerichtheid: klantgericht zijn" zegt een lezer die het woord niet kent niets. Een definitie mag woorden uit de naam '
        "gebruiken; de regel meldt zich alleen als er verder bijna niets staat. Dit is schrijfpraktijk, geen onderzoek.",
        en='"Customer focus: being focused on the customer" tells a reader who does not know the word nothing. A definition may use '
        "words of the name; the rule only speaks when there is hardly anything else. This is writing practice, not research.",
    ),
)

_ENOUGH = 4
"""With so many words that do not come from the name a definition says something."""

_SHORTEST = 4
_LONGEST_LINK = 2
"""Letters between two parts of a word, or that a root has lost: resultaat|gericht, reis|beleid."""
_SAME_START = 0.65
_ENDINGS = {
    "nl": re.compile(r"(?:heid|schap|iteit|atie|ing|isch|ief|eren|en|end|e|t|d)$"),
    "en": re.compile(r"(?:ness|ship|ation|ity|ing|ment|ful|ive|able|ed|es|s|er|or|e)$"),
}


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield every definition that says little more than the name."""
    del scope
    for competence in framework.competences:
        for language in LANGUAGES:
            name = written(competence.name, language, framework.language)
            definition = written(competence.definition, language, framework.language)
            if name and definition and _is_circular(name, definition, language):
                yield finding(
                    RULE,
                    competence.id,
                    "definition",
                    title=competence.name,
                    found=unpointed(definition),
                )
                break


def _is_circular(name: str, definition: str, language: Language) -> bool:
    """Tell whether the whole name comes back, with fewer than four words of another root."""
    fillers = words(language, "name_fillers")
    names = [_root(one, language) for one in _content(name, language)]
    content = _content(definition, language)
    said = [_root(one, language) for one in content]
    if not names or not all(_comes_back(one, said) for one in names):
        return False
    own = (_root(one, language) for one in content if one not in fillers)
    others = {one for one in own if not any(_is_of(one, name) for name in names)}
    return len(others) < _ENOUGH


def _content(text: str, language: Language) -> list[str]:
    """Return the words that say something, in their own spelling and not as their class."""
    small = words(language, "stop_words")
    found = (one for one in read(text, language) if one.low[0].isalpha())
    return [
        _spelled(one)
        for one in found
        if one.low not in small and (one.lemma or one.low) not in small
    ]


def _spelled(word: Word) -> str:
    return word.low if " " in word.low else word.lemma or word.low


def _root(word: str, language: Language) -> str:
    """Return a word without its endings: klantgerichtheid becomes klantgericht."""
    bare = word
    for _ in range(2):
        shorter = _ENDINGS[language].sub("", bare)
        bare = shorter if len(shorter) >= _SHORTEST else bare
    return bare


def _comes_back(name: str, said: Sequence[str]) -> bool:
    """Tell whether a root of the name stands in the definition, whole or in two parts."""
    if any(_is_same(name, one) for one in said):
        return True
    starts = [one for one in said if name.startswith(one) and len(one) >= _SHORTEST]
    return any(
        _is_same(name[len(start) + link :], one)
        for start in starts
        for link in range(_LONGEST_LINK + 1)
        for one in said
    )


def _is_same(one: str, other: str) -> bool:
    first, second = one.removeprefix("ge"), other.removeprefix("ge")
    common = 0
    for left, right in zip(first, second, strict=False):
        if left != right:
            break
        common += 1
    return common >= max(_SHORTEST, _SAME_START * max(len(first), len(second)))


def _is_of(word: str, name: str) -> bool:
    """Tell whether a word only gives back a part of the name."""
    return _is_same(word, name) or (len(word) >= _SHORTEST and word.removeprefix("ge") in name)
