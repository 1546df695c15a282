"""Reads the lines below a heading, and the points of a list, as the fields of a part of the model."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from competenties.formats import markdown_words as words
from competenties.formats.markdown_escape import id_of, read, read_title
from competenties.formats.markdown_lines import Entry
from competenties.formats.markdown_words import FieldForm, by_title, forms, has_own_id, main_field
from competenties.messages import Phrase
from competenties.model.part import Part
from competenties.workspace.json_text import parse

Data = dict[str, Any]
Leave = Callable[[Entry, Phrase], None]

NO_LIST = Phrase(
    nl="een regel of punt zonder iets erboven dat zegt wat het is",
    en="a line or point without anything above it that says what it is",
)
_TWICE = Phrase(nl='"{title}" is hier al ingevuld', en='"{title}" is filled in here already')
_NOT_KNOWN = Phrase(
    nl="geen veld dat het model kent, en geen punt van een lijst",
    en="no field that the model knows, and no point of a list",
)
_NOT_JSON = Phrase(nl="geen JSON dat te lezen is", en="no JSON that can be read")
_LABEL = re.compile(r"([^:()]{1,60}?)(?: \(([A-Za-z0-9-]{2,20})\))?:(?:[ \t]+(.*))?")
_LANGUAGE = re.compile(r"\(([A-Za-z0-9-]{2,20})\):[ \t]+(.*)")
_FREE = ("definition", "description", "text", "explanation")
"""Where a text goes that stands below a heading without a label, the first that a part has."""


@dataclass
class Fields:
    """Reads parts in one file; `own` is the language of the framework, `leave` takes what is no field."""

    own: str
    leave: Leave
    lines: dict[int, int]

    def read(self, part: type[Part], entries: list[Entry], data: Data) -> list[Entry]:
        """Put the fields that stand in entries into data; return points that belong to no field."""
        reader = _PartReader(self, part, data)
        for entry in entries:
            reader.take(entry)
        return reader.points

    def item(self, part: type[Part], entry: Entry) -> Data:
        """Return a point of a list as a part."""
        data: Data = {}
        text, entries = entry.text, entry.children
        if has_own_id(part):
            text, identifier = id_of(text)
            if identifier is not None:
                data["id"] = identifier
        main = main_field(part)
        if main is None and text:
            first = Entry(text, entry.number)
            if entries and not entries[0].text and not entries[0].is_point:
                first.quote, entries = entries[0].quote, entries[1:]
            entries = [first, *entries]
        elif main is not None and text:
            line, entries = _whole(text, part, entries)
            put_text(data, main, self.own, line)
        for point in self.read(part, entries, data):
            self.leave(point, NO_LIST)
        self.lines[id(data)] = entry.number
        return data

    def texts(self, entry: Entry) -> Data:
        """Return a point of a list of texts, in its languages."""
        made: Data = {"text": {}}
        if entry.text:
            put_text(made, "text", self.own, read_title(entry.text))
        for child in entry.children:
            match = _LANGUAGE.fullmatch(child.text)
            if match is None or not put_text(made, "text", match[1], read(match[2])):
                self.leave(child, _NOT_KNOWN)
        texts: Data = made["text"]
        return texts


def put_text(data: Data, name: str, language: str, text: str) -> bool:
    """Put a text into a field in a language; False when there is one already."""
    texts = data.setdefault(name, {})
    if language in texts:
        return False
    texts[language] = text
    return True


@dataclass
class _PartReader:
    """Reads the fields of one part, entry by entry."""

    fields: Fields
    part: type[Part]
    data: Data
    points: list[Entry] = field(default_factory=list)
    open: FieldForm | None = None
    wrapped: tuple[str, str, int] | None = None
    """The text that a line without a label may go on with: field, language, last line."""

    def take(self, entry: Entry) -> None:
        """Take a line or a point."""
        if entry.is_point:
            self._point(entry)
            return
        match = _LABEL.fullmatch(entry.text)
        form = by_title(self.part).get(match[1].strip().casefold()) if match else None
        if match is None or form is None:
            self._without_label(entry)
            return
        self.open = form if form.kind in ("parts", "texts") else None
        self.wrapped = None
        self._labelled(form, match[2] or self.fields.own, match[3] or "", entry)

    def _point(self, entry: Entry) -> None:
        self.wrapped = None
        if self.open is None:
            self.points.append(entry)
        elif self.open.kind == "parts":
            self.data[self.open.name].append(self.fields.item(self.open.type, entry))
        else:
            self.data[self.open.name].append(self.fields.texts(entry))

    def _labelled(self, form: FieldForm, language: str, said: str, entry: Entry) -> None:
        text = "\n".join(map(read, entry.quote)) if entry.quote else read(said)
        if form.kind == "text":
            self._text(form, language, text, entry)
        elif form.kind == "part":
            self._part(form, entry)
        elif form.kind in ("parts", "texts"):
            self.data.setdefault(form.name, [])
            for point in entry.children:
                self.take(point)
        elif text:
            self._value(form, text, entry)

    def _text(self, form: FieldForm, language: str, text: str, entry: Entry) -> None:
        if text == "":
            return
        if put_text(self.data, form.name, language, text):
            self.wrapped = None if entry.quote else (form.name, language, entry.number)
        else:
            self._twice(form, entry)
        for child in entry.children:
            self._without_label(child)

    def _part(self, form: FieldForm, entry: Entry) -> None:
        made: Data = {}
        for point in self.fields.read(form.type, entry.children, made):
            self.fields.leave(point, NO_LIST)
        self._once(form, made, entry)

    def _value(self, form: FieldForm, text: str, entry: Entry) -> None:
        if form.kind == "list":
            self._once(form, [one.strip() for one in text.split(",")], entry)
        elif form.kind == "words":
            self._once(form, text, entry)
        elif form.kind == "value":
            self._once(form, words.value_of(form.type, text), entry)
        else:
            found, _, problems = parse(text.encode("utf-8", "replace"))
            if problems or not isinstance(found, dict):
                self.fields.leave(entry, _NOT_JSON)
            else:
                self._once(form, found, entry)

    def _once(self, form: FieldForm, value: Any, entry: Entry) -> None:
        if form.name in self.data:
            self._twice(form, entry)
        else:
            self.data[form.name] = value

    def _twice(self, form: FieldForm, entry: Entry) -> None:
        self.fields.leave(entry, _TWICE.filled(title=form.title))

    def _without_label(self, entry: Entry) -> None:
        """Take a line that goes on with the one before, or is the text of the part itself."""
        self.open = None
        text = read("\n".join((entry.text, *entry.quote)).strip())
        name = next((one for one in _FREE if one in forms(self.part)), None)
        if self.wrapped is not None and not entry.quote and entry.number == self.wrapped[2] + 1:
            field_, language, _ = self.wrapped
            self.data[field_][language] += f" {text}"
            self.wrapped = (field_, language, entry.number)
        elif name is not None and put_text(self.data, name, self.fields.own, text):
            self.wrapped = None if entry.quote else (name, self.fields.own, entry.number)
        else:
            self.fields.leave(Entry(entry.text, entry.number, quote=entry.quote), _NOT_KNOWN)
        for child in entry.children:
            if child.is_point:
                self.points.append(child)
            else:
                self._without_label(child)


def _whole(text: str, part: type[Part], entries: list[Entry]) -> tuple[str, list[Entry]]:
    """Return a point with the lines below it that go on with it, and what else stands there."""
    line = read_title(text)
    while entries and not entries[0].is_point and not entries[0].quote:
        match = _LABEL.fullmatch(entries[0].text)
        if match and match[1].strip().casefold() in by_title(part):
            break
        line += f" {read(entries[0].text)}"
        entries = [*entries[0].children, *entries[1:]]
    return line, entries
