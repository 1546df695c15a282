"""Codes and texts of a framework as tables of other tools want them."""

from collections.abc import Iterator
from dataclasses import replace

from competenties.formats.identity import code
from competenties.formats.presets.layout import Column, fit
from competenties.formats.source import Content
from competenties.model.competence import Competence
from competenties.model.framework import Cluster, Framework
from competenties.model.text import Text
from competenties.model.texts import texts
from competenties.office.clean import clean


class Codes:
    """Codes of at most so many characters, no two the same, and the same at every export."""

    def __init__(self, most: int) -> None:
        """Begin without codes."""
        self._most = most
        self._codes: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()

    def of(self, kind: str, identifier: str) -> str:
        """Return the code of an item: its id, with its kind before it where another has that id."""
        key = (kind, identifier)
        if key not in self._codes:
            made = code(identifier, most=self._most)
            if made in self._taken:
                made = code(kind, identifier, most=self._most)
            self._codes[key] = made
            self._taken.add(made)
        return self._codes[key]


def languages_of(content: Content) -> list[str]:
    """Return the languages of the texts of a framework, its own first."""
    own = content.framework.language
    found = {own}
    for _, text in texts(content.framework):
        found.update({own} if isinstance(text, str) else text)
    return [own, *sorted(found - {own})]


def text_of(text: Text | None, language: str, own: str) -> str:
    """Return a text in exactly this language; empty where it is not there."""
    if text is None:
        return ""
    if isinstance(text, str):
        return text if language == own else ""
    return text.get(language, "")


def any_text(text: Text, language: str, own: str) -> str:
    """Return a text in this language, or else in another one: for a name that may not be empty."""
    if isinstance(text, str):
        return text
    return text.get(language) or text.get(own) or next(iter(text.values()))


class Tree:
    """The clusters of a framework as a tree, also where they go round in a circle."""

    def __init__(self, framework: Framework) -> None:
        """Take the clusters of a framework."""
        self._clusters = {one.id: one for one in framework.clusters}

    def path(self, identifier: str | None) -> list[Cluster]:
        """Return a cluster and those around it, from the outside in; a circle ends where it began."""
        found: dict[str, Cluster] = {}
        while identifier in self._clusters and identifier not in found:
            found[identifier] = self._clusters[identifier]
            identifier = found[identifier].parent
        return list(reversed(found.values()))

    def in_order(self) -> Iterator[tuple[Cluster, Cluster | None]]:
        """Yield every cluster with the one around it, a parent always before its children."""
        seen: set[str] = set()
        for identifier in self._clusters:
            above: Cluster | None = None
            for one in self.path(identifier):
                if one.id not in seen:
                    seen.add(one.id)
                    yield one, above
                above = one


def different_names(framework: Framework, column: Column) -> list[str]:
    """Return the names of the competences, no two the same, for a tool that knows them by name.

    A name that is there already gets a number behind it.
    """
    own, names, numbers = framework.language, dict[str, str](), dict[str, int]()
    for one in framework.competences:
        said = clean(any_text(one.name, own, own))
        name, key = fit(said, column), said.casefold()
        while name.casefold() in names:
            numbers[key] = numbers.get(key, 1) + 1
            ending = f" ({numbers[key]})"
            most = None if column.most is None else column.most - len(ending)
            name = f"{fit(said, replace(column, most=most))}{ending}"
        names[name.casefold()] = name
    return list(names.values())


def level_name(framework: Framework, competence: Competence, number: int) -> Text | None:
    """Return what the scale of a competence calls a level, or None."""
    scale = framework.scale_of(competence)
    levels = scale.levels if scale else ()
    return next((one.name for one in levels if one.number == number), None)
