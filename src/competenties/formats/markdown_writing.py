"""Writes a framework as Markdown: headings for clusters, competences and levels, a point an indicator."""

import json
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any

from competenties.formats import markdown_words as words
from competenties.formats.markdown_escape import written, written_quote, written_title
from competenties.formats.markdown_words import FieldForm, forms, has_own_id, main_field
from competenties.messages import Language
from competenties.model.competence import Competence, Level
from competenties.model.framework import Cluster, Framework
from competenties.model.indicator import Indicator
from competenties.model.part import Part
from competenties.model.text import Text

_INDENT = "  "
_OF_FRAMEWORK = (*words.SECTIONS, "clusters", "competences")
_OF_COMPETENCE = ("cluster", "levels", "indicators")
_OF_LEVEL = ("level", "name", "indicators")


def markdown_of(framework: Framework) -> str:
    """Return a framework as Markdown, in its own language."""
    return "\n".join(_Headings(framework).lines()) + "\n"


class _Headings:
    """Writes the headings of a framework, and below them what belongs there."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._fields = _Fields(framework.language)
        self._language = self._fields.language

    def lines(self) -> Iterator[str]:
        """Yield the lines of the file."""
        framework = self._framework
        yield self._heading(1, framework.name, framework.id)
        yield from _after_blank(self._fields.of(framework, _OF_FRAMEWORK))
        for name in words.SECTIONS[:2]:
            yield from self._section(name)
        yield from self._clusters_and_competences()
        for name in words.SECTIONS[2:]:
            yield from self._section(name)

    def _section(self, name: str) -> Iterator[str]:
        items = getattr(self._framework, name)
        if items:
            yield from ("", f"## {forms(Framework)[name].title.say(self._language)}", "")
            for one in items:
                yield from self._fields.point(one)

    def _clusters_and_competences(self) -> Iterator[str]:
        """Yield them so that both keep their order; a cluster is opened again where that needs it."""
        clusters = self._framework.clusters
        places: dict[str | None, int] = {}
        for place, cluster in enumerate(clusters):
            places.setdefault(cluster.id, place)
        current: str | None = ""  # under the heading of another section no competence may stand
        done = 0
        for competence in self._framework.competences:
            wanted = competence.cluster if competence.cluster in places else None
            while wanted is not None and done <= places[wanted]:
                yield from self._cluster(clusters[done])
                current = clusters[done].id
                done += 1
            if wanted != current:
                yield from self._opened_again(clusters[places[wanted]] if wanted else None)
                current = wanted
            yield from self._competence(competence)
        for cluster in clusters[done:]:
            yield from self._cluster(cluster)

    def _opened_again(self, cluster: Cluster | None) -> Iterator[str]:
        yield ""
        if cluster is None:
            yield f"## {words.NO_CLUSTER.say(self._language)}"
        else:
            yield self._heading(2, cluster.name, cluster.id)

    def _cluster(self, cluster: Cluster) -> Iterator[str]:
        yield from ("", self._heading(2, cluster.name, cluster.id))
        yield from _after_blank(self._fields.of(cluster))

    def _competence(self, competence: Competence) -> Iterator[str]:
        yield from ("", self._heading(3, competence.name, competence.id))
        yield from _after_blank(self._fields.of(competence, _OF_COMPETENCE))
        for level in competence.levels:
            yield from self._level(level)
        if competence.indicators:
            yield from ("", f"#### {words.NO_LEVEL.say(self._language)}")
            yield from self._indicators(competence.indicators)

    def _level(self, level: Level) -> Iterator[str]:
        names = self._fields.texts(level.name)
        own = names.pop(self._fields.own, None)
        title = f"#### {words.LEVEL.say(self._language)} {level.level}"
        yield from ("", title if own is None else f"{title}: {written_title(own)}")
        others = self._fields.text(forms(Level)["name"], names)
        fields = [*others, *self._fields.of(level, _OF_LEVEL)]
        yield from _after_blank(fields)
        if fields and level.indicators:
            yield from ("", f"##### {words.INDICATORS.say(self._language)}")
        yield from self._indicators(level.indicators)

    def _indicators(self, indicators: Sequence[Indicator]) -> Iterator[str]:
        """Yield points; what does not fit here stands under a heading of its own."""
        is_contra, is_first = False, True
        for one in indicators:
            if one.is_contra != is_contra:
                is_contra = one.is_contra
                title = words.CONTRA if is_contra else words.INDICATORS
                yield from ("", f"##### {title.say(self._language)}", "")
            elif is_first:
                yield ""
            is_first = False
            yield from self._fields.point(one, ("polarity",))

    def _heading(self, depth: int, name: Text, identifier: str) -> str:
        own = self._fields.texts(name).get(self._fields.own)
        title = "" if own is None else f"{written_title(own)} "
        return f"{'#' * depth} {title}{{#{identifier}}}"


class _Fields:
    """Writes the fields of parts as labelled lines, and parts in a list as points."""

    def __init__(self, own: str) -> None:
        self.own = own
        self.language: Language = "nl" if own.partition("-")[0] == "nl" else "en"

    def of(self, part: Part, skipped: Container[str] = ()) -> Iterator[str]:
        """Yield the lines of every field that is not the default."""
        main = main_field(type(part))
        for form in forms(type(part)).values():
            value = getattr(part, form.name)
            is_id = form.name == "id" and has_own_id(type(part))
            default = type(part).model_fields[form.name].default
            if value is None or value == default or is_id or form.name in skipped:
                continue
            if form.name == main:
                others = {tag: one for tag, one in self.texts(value).items() if tag != self.own}
                yield from self.text(form, others)
            elif form.kind in ("part", "parts", "texts"):
                yield from self._nested(form, value)
            else:
                yield from self._field(form, value)

    def point(self, part: Part, skipped: Container[str] = ()) -> Iterator[str]:
        """Yield a point of a list: what stands for the part, then its fields below that."""
        main = main_field(type(part))
        fields = list(self.of(part, skipped))
        first = ""
        if main is not None:
            own = self.texts(getattr(part, main)).get(self.own)
            first = "" if own is None else written_title(own)
        elif fields:
            first = fields.pop(0)
        if has_own_id(type(part)):
            first = f"{first} {{#{getattr(part, 'id', '')}}}".strip()
        yield f"- {first}".rstrip()
        yield from (f"{_INDENT}{line}" for line in fields)

    def text(self, form: FieldForm, texts: dict[str, str]) -> Iterator[str]:
        """Yield a text in its languages; another than the framework's is named."""
        title = form.title.say(self.language)
        for tag, text in texts.items():
            yield from _labelled(title if tag == self.own else f"{title} ({tag})", text)

    def texts(self, text: Text | None) -> dict[str, str]:
        """Return a text per language."""
        if text is None:
            return {}
        return {self.own: text} if isinstance(text, str) else dict(text)

    def _field(self, form: FieldForm, value: Any) -> Iterator[str]:
        title = form.title.say(self.language)
        match form.kind:
            case "text":
                yield from self.text(form, self.texts(value))
            case "words":
                yield from _labelled(title, value)
            case "list":
                yield f"{title}: {', '.join(map(str, value))}"
            case "extra":
                yield f"{title}: {written(json.dumps(value, ensure_ascii=False))}"
            case _:
                yield f"{title}: {words.word_for(form.type, value, self.language)}"

    def _nested(self, form: FieldForm, value: Any) -> Iterator[str]:
        """Yield what takes several lines: a part below its label, or points."""
        title = f"{form.title.say(self.language)}:"
        if form.kind == "part":
            lines = list(self.of(value))
            if lines:
                yield from (title, *(f"{_INDENT}{line}" for line in lines))
            return
        yield title
        for one in value:
            yield from self._text_point(one) if form.kind == "texts" else self.point(one)

    def _text_point(self, text: Text) -> Iterator[str]:
        texts = self.texts(text)
        own = texts.pop(self.own, None)
        yield "-" if own is None else f"- {written_title(own)}"
        yield from (f"{_INDENT}({tag}): {written(one)}" for tag, one in texts.items())


def _labelled(title: str, text: str) -> Iterator[str]:
    """Yield a text behind its label, or quoted below it where it has several lines."""
    if "\n" not in text:
        yield f"{title}: {written(text)}"
        return
    yield f"{title}:"
    yield from (f"> {written_quote(line)}".rstrip(" ") for line in text.split("\n"))


def _after_blank(lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", *found)
