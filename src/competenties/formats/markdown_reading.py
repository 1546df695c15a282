"""Reads Markdown as the data of a framework: which heading is what, and what belongs below it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from competenties.findings import UnusableError
from competenties.formats import markdown_words as words
from competenties.formats.markdown_escape import read, read_title
from competenties.formats.markdown_fields import NO_LIST, Data, Fields, put_text
from competenties.formats.markdown_ids import give_ids, settle
from competenties.formats.markdown_lines import Entry, Section, sections, title_of
from competenties.formats.markdown_words import forms
from competenties.messages import Phrase
from competenties.model.competence import Competence, Level
from competenties.model.framework import Cluster, Framework
from competenties.model.ids import slug
from competenties.model.indicator import Indicator
from competenties.model.text import LANGUAGE_TAG

_LEVEL = re.compile(
    rf"(?:{words.LEVEL.nl}|{words.LEVEL.en})\s+([0-9]{{1,4}})(?:\s*[:–-]\s*(.*))?", re.IGNORECASE
)
_TWO = Phrase(
    nl="Regel {line}: een tweede kop met één #. Een bestand is één competentiemodel; maak van deze kop "
    "een cluster met ##.",
    en="Line {line}: a second heading with one #. A file is one framework; make this heading a "
    "cluster with ##.",
)
_NO_PLACE = Phrase(
    nl="deze kop hoort onder een {wanted}, en die staat er niet boven",
    en="this heading belongs below a {wanted}, which is not above it",
)
_NO_HEADING = Phrase(
    nl="het model kent deze kop niet; een kop met #### is 'Niveau' met een nummer",
    en="the framework does not know this heading; one with #### is 'Level' with a number",
)
_BEFORE = Phrase(nl="staat voor de eerste kop", en="stands before the first heading")
_COMPETENCE = Phrase(nl="competentie", en="competence")
_LEVEL_WORD = Phrase(nl="niveau", en="level")
_SECTIONS = [forms(Framework)[name] for name in words.SECTIONS]


@dataclass
class Found:
    """The data of a framework, and the lines that became nothing with the reason."""

    data: Data
    language: str
    left: list[tuple[int, str, Phrase]] = field(default_factory=list)
    lines: dict[int, int] = field(default_factory=dict)
    """On which line an item stands, by the identity of its data."""


def read_markdown(text: str, language: str) -> Found:
    """Return what a Markdown file says; `language` holds where the file names none."""
    found = sections(text)
    reader = _Reader(_language_of(found) or language)
    for section in found:
        reader.take(section)
    give_ids(reader.found.data, reader.found.language)
    settle(Framework, reader.found.data, reader.found.language)
    return reader.found


class _Reader:
    """Takes section after section; each belongs to the one above it."""

    def __init__(self, language: str) -> None:
        self.found = Found({}, language)
        self._fields = Fields(language, self._leave, self.found.lines)
        self._cluster: str | None = None
        self._competence: Data | None = None
        self._level: Data | None = None
        self._clusters: set[str] = set()
        self._depths = (
            lambda section: self._leave_all(section.entries, _BEFORE),
            self._first,
            self._second,
            self._third,
            self._fourth,
            self._fifth,
            self._unknown,
        )

    def take(self, section: Section) -> None:
        """Take a heading with what stands below it."""
        self._depths[section.depth](section)

    def _first(self, section: Section) -> None:
        if "language" in self.found.data:
            raise UnusableError(_TWO, line=section.number)
        self._read(Framework, section, self._named(section, self.found.data))
        self.found.data["language"] = self.found.language

    def _second(self, section: Section) -> None:
        self._competence = self._level = None
        title = title_of(section).strip().casefold()
        form = next((one for one in _SECTIONS if title in _titles(one.title)), None)
        if section.id is None and title in _titles(words.NO_CLUSTER):
            self._cluster = None
            self._leave_all(section.entries, NO_LIST)
        elif section.id is None and form is not None:
            items = [self._fields.item(form.type, one) for one in self._points(section.entries)]
            self.found.data.setdefault(form.name, []).extend(items)
        elif section.id in self._clusters and not section.entries:
            self._cluster = section.id
        else:
            self._new_cluster(section)

    def _new_cluster(self, section: Section) -> None:
        cluster = self._read(Cluster, section, self._named(section, {}))
        cluster.setdefault("id", slug(title_of(section), self._clusters))
        self._cluster = cluster["id"]
        self._clusters.add(cluster["id"])
        self.found.data.setdefault("clusters", []).append(cluster)

    def _third(self, section: Section) -> None:
        self._level = None
        self._competence = self._read(Competence, section, self._named(section, {}))
        if self._cluster is not None:
            self._competence["cluster"] = self._cluster
        self.found.data.setdefault("competences", []).append(self._competence)

    def _fourth(self, section: Section) -> None:
        self._level = None
        match = _LEVEL.fullmatch(section.title)
        if self._competence is None:
            self._unknown(section, _NO_PLACE.filled(wanted=_COMPETENCE))
        elif title_of(section).strip().casefold() in _titles(words.NO_LEVEL):
            self._level = self._competence
            self._indicators(section.entries, is_contra=False)
        elif match is None:
            self._unknown(section)
        else:
            self._level = {"level": int(match[1])}
            if match[2]:
                put_text(self._level, "name", self.found.language, read_title(match[2]))
            self._competence.setdefault("levels", []).append(self._level)
            points = self._fields.read(Level, section.entries, self._level)
            self._indicators(points, is_contra=False)

    def _fifth(self, section: Section) -> None:
        title = title_of(section).strip().casefold()
        is_contra = title in _titles(words.CONTRA)
        if self._level is None:
            self._unknown(section, _NO_PLACE.filled(wanted=_LEVEL_WORD))
        elif is_contra or title in _titles(words.INDICATORS):
            self._indicators(section.entries, is_contra=is_contra)
        else:
            self._unknown(section)

    def _indicators(self, entries: list[Entry], *, is_contra: bool) -> None:
        for entry in self._points(entries):
            indicator = self._fields.item(Indicator, entry)
            if is_contra:
                indicator["polarity"] = "contra"
            if self._level is not None:
                self._level.setdefault("indicators", []).append(indicator)

    def _named(self, section: Section, data: Data) -> Data:
        if section.id is not None:
            data["id"] = section.id
        if section.title:
            put_text(data, "name", self.found.language, title_of(section))
        self.found.lines[id(data)] = section.number
        return data

    def _read(
        self, part: type[Framework | Cluster | Competence], section: Section, data: Data
    ) -> Data:
        self._leave_all(self._fields.read(part, section.entries, data), NO_LIST)
        return data

    def _points(self, entries: list[Entry]) -> Iterator[Entry]:
        for entry in entries:
            if entry.is_point:
                yield entry
            else:
                self._leave(entry, NO_LIST)

    def _unknown(self, section: Section, reason: Phrase = _NO_HEADING) -> None:
        self.found.left.append((section.number, title_of(section), reason))
        self._leave_all(section.entries, reason)

    def _leave_all(self, entries: list[Entry], reason: Phrase) -> None:
        for entry in entries:
            self._leave(entry, reason)

    def _leave(self, entry: Entry, reason: Phrase) -> None:
        text = read("\n".join(filter(None, (entry.text, *entry.quote))))
        self.found.left.append((entry.number, text, reason))
        self._leave_all(entry.children, reason)


def _titles(phrase: Phrase) -> set[str]:
    return {title.casefold() for title in phrase}


def _language_of(found: list[Section]) -> str:
    """Return the language that the framework says its texts are in."""
    titles = _titles(forms(Framework)["language"].title)
    for section in found:
        for entry in section.entries if section.depth == 1 else ():
            title, _, said = entry.text.partition(":")
            if title.strip().casefold() in titles and re.fullmatch(LANGUAGE_TAG, said.strip()):
                return said.strip()
    return ""
