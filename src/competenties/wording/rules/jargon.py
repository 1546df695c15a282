"""Management jargon and unexplained abbreviations that hide the act."""

import re
from collections.abc import Iterator, Mapping

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit_on
from competenties.wording.house import House
from competenties.wording.phrases import phrases_in
from competenties.wording.sentence import Sentence, Token
from competenties.wording.word_lists import entries, words

RULE = Rule(
    name="jargon",
    category="jargon_or_long",
    severity="warning",
    title=Phrase(nl="Jargon en afkortingen", en="Jargon and abbreviations"),
    message=Phrase(
        nl='"{found}": dit is vaktaal of een afkorting die niet iedereen kent.',
        en='"{found}": this is jargon or an abbreviation that not everybody knows.',
    ),
    advice=Phrase(
        nl="Schrijf het in gewone woorden{plain}, of zet de term in de begrippenlijst.",
        en="Write it in plain words{plain}, or put the term in the glossary.",
    ),
    why=Phrase(
        nl="Een medewerker moet zonder uitleg kunnen lezen waarop de score rust. Eén vakterm is geen "
        "probleem; de controle zegt iets vanaf twee, of bij een modewoord dat de handeling verbergt.",
        en="An employee has to be able to read without help what the score rests on. One trade term is no "
        "problem; the check speaks from two, or at a buzzword that hides the act by itself.",
    ),
    examples={
        "nl": Examples(
            wrong=(
                "Borgt integrale synergie.",
                "Committeert zich aan de roadmap.",
                "Escaleert via het CAB naar de SDM.",
            ),
            right=(
                "Legt vast wie wat doet.",
                "Levert wat in de planning staat.",
                "Belt de dienstleider bij een storing.",
            ),
        ),
        "en": Examples(
            wrong=(
                "Leverages holistic synergies.",
                "Commits to the roadmap.",
                "Escalates via CAB to the SDM.",
            ),
            right=(
                "Records who does what.",
                "Delivers what the plan says.",
                "Calls the duty manager after an outage.",
            ),
        ),
    },
)

_ABBREVIATION = re.compile(r"^(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z]{0,4}[A-Z](?:'?s)?$")
_PLAIN = Phrase(nl=": {plain}", en=": {plain}")
_EXAMPLE_WORDS = frozenset(["example", "instance", "such"])
_ENOUGH = 2


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield one hit when two words of a sentence are jargon, or one that hides the act by itself."""
    found = _jargon(sentence, house)
    alone = words(sentence.language, "jargon_alone")
    if len(found) < _ENOUGH and not alone.intersection(found.values()):
        return
    listed = entries(sentence.language, "jargon")
    plain = [f"{word} = {listed[word]}" for word in found.values() if listed.get(word)]
    said = _PLAIN.filled(plain="; ".join(plain)) if plain else Phrase(nl="", en="")
    yield hit_on(sentence, [*_reached(found)], plain=said)


def _reached(found: Mapping[int, str]) -> Iterator[int]:
    """Yield where the words found stand, of a phrase all its words."""
    for at, word in found.items():
        yield from range(at, at + max(1, len(word.split())))


def _jargon(sentence: Sentence, house: House) -> dict[int, str]:
    """Return the positions of jargon with the entry of the list, or an abbreviation."""
    listed, known = (
        entries(sentence.language, "jargon"),
        entries(sentence.language, "abbreviations"),
    )
    found: dict[int, str] = {}
    for start, end in phrases_in(sentence, "jargon", anywhere=True):
        if end - start > 1:
            found[start] = " ".join(token.low for token in sentence.tokens[start:end])
    for act in sentence.acts:
        if act.lemma in listed:
            found.setdefault(act.verb, act.lemma)
    is_shouted = sentence.text.isupper()  # then capitals say nothing
    for at, token in enumerate(sentence.tokens):
        if "jargon" in token.word.tags:
            found.setdefault(at, _listed(token, listed))
        elif (
            not token.text[1:].islower()
            and not is_shouted
            and any(_is_abbreviation(part, known) for part in token.text.split("-"))
        ):
            found.setdefault(at, "")
    passed = _examples(sentence) | _in_longer(sentence, found) if found else set()
    passed |= {at for at in found if _is_explained(sentence, at)}
    return {
        at: word
        for at, word in found.items()
        if at not in passed and sentence.tokens[at].low not in house.allowed
    }


def _in_longer(sentence: Sentence, found: Mapping[int, str]) -> set[int]:
    """Return the places of words in a fixed phrase that says more: "end to end tests"."""
    return {
        at
        for start, end in phrases_in(sentence, "fixed_phrases", anywhere=True)
        for at in range(start, end)
        if at in found and end - start > max(1, len(found[at].split()))
    }


def _is_explained(sentence: Sentence, at: int) -> bool:
    """Tell whether an abbreviation stands in brackets, behind the words that it is short for."""
    around = sentence.tokens[at - 1 : at] + sentence.tokens[at + 1 : at + 2]
    return [token.low for token in around] == ["(", ")"]


def _examples(sentence: Sentence) -> set[int]:
    """Return the places of words that are given as examples; brackets alone may hold anything."""
    found: set[int] = set()
    inside = False
    for at, zone in enumerate(sentence.zones):
        if zone == "example" and (at == 0 or sentence.zones[at - 1] != "example"):
            inside = any(_opens_examples(one) for one in sentence.tokens[at : at + 3])
        if zone == "example" and inside:
            found.add(at)
    return found


def _opens_examples(token: Token) -> bool:
    return "example" in token.word.tags or token.low in _EXAMPLE_WORDS


def _listed(token: Token, listed: Mapping[str, str]) -> str:
    """Return the entry of the list that a word or a part of it is."""
    parts = (token.low, token.word.lemma, *token.low.split("-"))
    return next((part for part in parts if part in listed), "")


def _is_abbreviation(written: str, known: Mapping[str, str]) -> bool:
    bare = written.removesuffix("'s").removesuffix("’s")
    return bool(_ABBREVIATION.match(bare)) and bare not in known
