"""The name that somebody probably meant."""

import re
from collections.abc import Iterable, Mapping
from itertools import takewhile

from competenties.messages import Phrase, say
from competenties.model.competence import Competence
from competenties.model.text import Text

_CUTOFF = 74.0
"""Below this likeness (0 to 100) a suggestion would be a guess."""

_LEFT_OUT = 6.0
"""What each word that one of the two names lacks takes off the likeness."""

_STEM = 5
"""Letters that two words share at their start before they count as one word in two forms."""

_SMALL_WORDS = frozenset(
    [
        "aan",
        "and",
        "de",
        "een",
        "en",
        "for",
        "het",
        "in",
        "met",
        "of",
        "op",
        "the",
        "to",
        "van",
        "with",
    ]
)

_MEANT = Phrase(nl='Bedoelt u "{name}" ({id})? ', en='Did you mean "{name}" ({id})? ')
_MEANT_ID = Phrase(nl='Bedoelt u "{id}"? ', en='Did you mean "{id}"? ')


def did_you_mean(word: str, known: Mapping[str, Iterable[Text]]) -> Phrase:
    """Return 'Did you mean "Name" (id)? ', or nothing when no name is like the word.

    `known` gives, for each id, the names that it goes by: the first is the one to show.
    """
    found = nearest(word, known)
    if found is None:
        return Phrase(nl="", en="")
    names = list(known[found])
    if not names or say(names[0], "nl") == found:
        return _MEANT_ID.filled(id=found)
    return _MEANT.filled(name=names[0], id=found)


def nearest(word: str, known: Mapping[str, Iterable[Text]]) -> str | None:
    """Return the id that a word most likely meant: by id, name and aliases in every language.

    Compared word by word, so that another order, another ending ("analyse", "Analyseren") or a
    part left out still counts as alike, and a chance likeness of letters does not.
    """
    asked = _plain(word)
    best, found = _CUTOFF, None
    for identifier, names in known.items():
        for text in (identifier, *_spelled(names)):
            likeness = _likeness(asked, _plain(text))
            if likeness > best:
                best, found = likeness, identifier
    return found


def names_of(competences: Iterable[Competence]) -> dict[str, list[Text]]:
    """Return the names that competences go by: their own first, then the aliases."""
    return {one.id: [one.name, *one.aliases] for one in competences}


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    shorter, longer = sorted((_words(one), _words(other)), key=len)
    if not shorter:
        return 0.0
    alike = [max(_word_likeness(word, there) for there in longer) for word in shorter]
    left_out = _LEFT_OUT * (len(longer) - len(shorter))
    return sum(alike) / len(alike) - left_out + fuzz.ratio(one, other) / 100


def _word_likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    shared = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    )
    stem = 100 * shared / min(len(one), len(other)) if shared >= _STEM else 0.0
    return max(fuzz.ratio(one, other), stem)


def _words(text: str) -> list[str]:
    words = text.split()
    return [word for word in words if word not in _SMALL_WORDS] or words


def _spelled(names: Iterable[Text]) -> Iterable[str]:
    for name in names:
        yield from [name] if isinstance(name, str) else name.values()


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
