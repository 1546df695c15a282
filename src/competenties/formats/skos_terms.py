"""The terms of the SKOS form: namespaces, addresses of items, texts with a language, labels that differ."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

from competenties.messages import Phrase

SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWN = "urn:competenties:term:"
ITEMS = "urn:competenties:id:"
LISTS = "urn:competenties:list:"

TYPE = f"{RDF}type"
CONCEPT = f"{SKOS}Concept"
SCHEME = f"{SKOS}ConceptScheme"
PART = f"{OWN}part"
"""What an item is in the framework: framework, scale, level, cluster, competence or indicator."""
REST = f"{OWN}rest"
"""What SKOS has no place for, as JSON: with it nothing is lost."""
ORDER = f"{OWN}order"

MATCHES = {
    "exact": f"{SKOS}exactMatch",
    "close": f"{SKOS}closeMatch",
    "broad": f"{SKOS}broadMatch",
    "narrow": f"{SKOS}narrowMatch",
    "related": f"{SKOS}relatedMatch",
}
NO_DEFINITION = Phrase(nl="Nog geen definitie.", en="No definition yet.")
CONTRA = Phrase(nl="Past hier niet: {text}", en="Does not fit here: {text}")
CONTRA_NOTE = Phrase(
    nl="Contra-indicator: gedrag dat hier niet bij past. Telt nooit mee in een score.",
    en="Contra-indicator: behaviour that does not fit here. It never counts in a score.",
)
LEVEL_NOTE = Phrase(nl="Niveau {number}: {text}", en="Level {number}: {text}")

_ADDRESS = re.compile(
    r"(https?://|urn:[a-z0-9][a-z0-9-]+:)[^\x00-\x20<>\"{}|\\^`\x7f-\xa0\u2028\u2029]+",
    re.IGNORECASE,
)
_MOST_LABEL = 120


class Iri(NamedTuple):
    """The address of a thing."""

    value: str


class Literal(NamedTuple):
    """A text with its language, or a value with its type; neither is a plain text."""

    text: str
    language: str = ""
    type: str = ""


Value = Iri | Literal
Node = dict[str, list[Value]]
"""What is said of one thing, by the address of what is said."""

Nodes = dict[str, Node]


def texts_of(text: Any, own: str) -> dict[str, str]:
    """Return a text per language."""
    if text is None:
        return {}
    return {own: text} if isinstance(text, str) else dict(text)


def literals(texts: Mapping[str, str]) -> list[Value]:
    """Return texts with their languages."""
    return [Literal(text, language) for language, text in texts.items()]


def phrase_in(phrase: Phrase, own: str, **values: Any) -> Literal:
    """Return a phrase of the program in the language of a framework, else in English."""
    language = own if own.partition("-")[0] in ("nl", "en") else "en"
    said = phrase.say("nl" if language.partition("-")[0] == "nl" else "en", **values)
    return Literal(said, language)


def short_label(text: str) -> str:
    """Return a text as a label: the whole, or its beginning."""
    line = " ".join(text.split()) or text
    return line if len(line) <= _MOST_LABEL else f"{line[: _MOST_LABEL - 1].rstrip()}…"


def item_address(framework: str, *steps: str | int) -> str:
    """Return the address of an item, the same at every export and after every change of name."""
    return ":".join((f"{ITEMS}{framework}", *map(str, steps)))


def list_address(scheme: str) -> str:
    """Return the address of a public list that is known by name only."""
    return f"{LISTS}{quote(scheme, safe='')}"


def target_address(scheme: str, target: str) -> str:
    """Return the address of an item of a public list: its own, or one made from its key."""
    if _ADDRESS.fullmatch(target) and not target.startswith("urn:competenties:"):
        return target
    return f"{list_address(scheme)}:{quote(target, safe='')}"


class Labels:
    """Labels of one scheme; each is there once a language, as the Dutch standard asks."""

    def __init__(self) -> None:
        self._taken: set[tuple[str, str]] = set()

    def unique(self, texts: Mapping[str, str], code: str) -> dict[str, str]:
        """Return labels, with the code behind what is taken already."""
        made = {}
        for language, text in texts.items():
            label, number = text, 1
            while (language.lower(), label) in self._taken:
                label = f"{text} ({code})" if number == 1 else f"{text} ({code}, {number})"
                number += 1
            self._taken.add((language.lower(), label))
            made[language] = label
        return made


def first_of(values: Iterable[Value], wanted: type[Any]) -> Any:
    """Return the first value of a kind, or None."""
    return next((one for one in values if isinstance(one, wanted)), None)
