"""Markers in a template: where the content goes, and a few fields that are filled in literally."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from competenties.findings import RefusedError
from competenties.messages import Language, Phrase
from competenties.office.blocks import Document
from competenties.office.clean import clean
from competenties.office.template import Template, W
from competenties.office.template_package import Package
from competenties.office.template_xml import all_of, preserve, text_of, texts_of

CONTENT = ("inhoud", "content")
"""Names of the marker in whose place the content comes."""

EXPLANATION = ("uitleg", "explanation")
"""Names of the marker from which a template explains itself; that is in no document."""

_FIELDS: dict[Language, dict[str, str]] = {
    "nl": {
        "titel": "title",
        "versie": "version",
        "controlecode": "code",
        "organisatie": "organisation",
        "voettekst": "footer",
    },
    "en": {
        "title": "title",
        "version": "version",
        "fingerprint": "code",
        "organisation": "organisation",
        "footer": "footer",
    },
}
FIELDS = _FIELDS["nl"] | _FIELDS["en"]
"""Fields by the names that a template may use for them."""

NAMES: dict[Language, frozenset[str]] = {
    language: frozenset((*_FIELDS[language], content))
    for language, content in zip(_FIELDS, CONTENT, strict=True)
}
"""Names of fields and of the content in each language."""

TAG = re.compile(r"\{\{[^{}]{0,1000}\}\}|\{%[^{}]{0,1000}%\}|\{#[^{}]{0,1000}#\}")
"""A placeholder; it is bounded, so that no text takes long to search."""

_UNENDED = re.compile(r"\{[{%].*", re.DOTALL)
_MARK = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_WORD = re.compile(r"\w+")
_CODE = re.compile(r"[A-Z2-7]{4}(?:-[A-Z2-7]{4}){2}")
_BETWEEN = " · "
_MARKED_SEGMENTS = 4  # of the footer of a document with errors: that it has them comes first
_LONG = 80
_MOST_OTHERS = 10  # names in one sentence

_UNKNOWN = Phrase(
    nl="Het sjabloon {template} heeft een onbekende invulplaats: {tag}. {advice}",
    en="The template {template} has an unknown placeholder: {tag}. {advice}",
)
_ALSO = Phrase(nl="{said} Ook niet bekend: {others}.", en="{said} Also not known: {others}.")
_NEAREST = Phrase(nl="Bedoelt u '{name}'?", en="Do you mean '{name}'?")
_CHOOSE = Phrase(nl="Kies uit: {names}.", en="Choose from: {names}.")
_TWICE = Phrase(
    nl="In het sjabloon {template} staat {tag} meer dan eens. Laat één plaats voor de inhoud over.",
    en="The template {template} has {tag} more than once. Leave one place for the content.",
)
_NOT_ALONE = Phrase(
    nl="In het sjabloon {template} staat {tag} niet alleen in een alinea: '{text}'. Zet deze "
    "invulplaats in een eigen alinea van de gewone tekst.",
    en="In the template {template} {tag} does not stand alone in a paragraph: '{text}'. Put this "
    "placeholder in a paragraph of its own in the ordinary text.",
)
_ELSEWHERE = Phrase(
    nl="In het sjabloon {template} staat {tag} in een kop- of voettekst of in een tekstvak. Zet "
    "deze invulplaats in een eigen alinea van de gewone tekst.",
    en="In the template {template} {tag} stands in a header, a footer or a text box. Put this "
    "placeholder in a paragraph of its own in the ordinary text.",
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is looked for in a template: the marker for the content, and fields with their values.

    `content` is the text of the marker where it is another than `{{ inhoud }}`: fields were then
    filled in before, `in_text` and `on_pages`.
    """

    values: Mapping[str, str]
    content: str = ""
    in_text: frozenset[str] = frozenset()
    on_pages: frozenset[str] = frozenset()

    def shown(self, tag: str) -> str:
        """Return a marker as it was written in the template."""
        return "{{ inhoud }}" if self.content else " ".join(tag.split())

    def is_content(self, text: str) -> bool:
        """Tell whether a text is the marker for the content."""
        if self.content:
            return text == self.content
        found = _MARK.fullmatch(text)
        return found is not None and found[1].casefold() in CONTENT


def field_values(document: Document) -> dict[str, str]:
    """Return what the fields of a template say for a document, by their own names."""
    known = [*document.keywords, *document.footer.split()]
    code = next((one for one in known if _CODE.fullmatch(one)), "")
    segments = document.footer.split(_BETWEEN)
    with_code = [place for place, one in enumerate(segments) if code and one.endswith(code)]
    version = segments[with_code[-1] - 1] if with_code and with_code[-1] else ""
    if version and len(segments) >= _MARKED_SEGMENTS and segments[0].isupper():
        version = f"{segments[0]}{_BETWEEN}{version}"
    return {
        "title": clean(document.title),
        "version": clean(version or document.version),
        "code": code,
        "organisation": clean(document.organisation),
        "footer": clean(document.footer),
    }


def opened(template: Template) -> Package:
    """Return the parts of a template, without what it says about itself."""
    package = Package(template)
    for paragraph in package.look(package.main).find(f"{W}body").findall(f"{W}p"):
        if _is_explanation(text_of(paragraph)):
            _drop_explanation(package.tree(package.main).find(f"{W}body"))
            break
    return package


def _is_explanation(text: str) -> bool:
    found = _MARK.fullmatch(text.strip())
    return found is not None and found[1].casefold() in EXPLANATION


def _drop_explanation(body: Any) -> None:
    is_explanation = False
    for block in list(body):
        is_explanation = is_explanation or (
            block.tag == f"{W}p" and _is_explanation(text_of(block))
        )
        if is_explanation and block.tag != f"{W}sectPr":
            body.remove(block)


def parts_with_text(package: Package) -> list[str]:
    """Return the parts in which a template may have fields: text, headers, footers and notes."""
    found = [package.main]
    for kind in ("header", "footer", "footnotes"):
        found.extend(package.related(package.main, kind))
    return list(dict.fromkeys(found))


def has_fields(template: Template) -> bool:
    """Tell whether a template has placeholders beside the markers, or code such as `{% for %}`."""
    return next(_unknown(opened(template)), "") != ""


def has_any(template: Template, names: Iterable[str]) -> bool:
    """Tell whether one of these names stands in a placeholder of a template."""
    package, wanted = opened(template), set(names)
    return any(
        wanted.intersection(_WORD.findall(tag.casefold()))
        for part in parts_with_text(package)
        for text in _paragraphs(package.look(part))
        for tag in TAG.findall(text)
    )


def place_for_content(package: Package, marks: Marks, template: str) -> Any:
    """Return the paragraph that the content comes instead of, or None. Raises RefusedError."""
    for part in parts_with_text(package):
        if part != package.main and any(_tags(package.look(part), marks)):
            tag = next(_tags(package.look(part), marks))
            raise RefusedError(_ELSEWHERE, template=template, tag=marks.shown(tag))
    found = []
    for paragraph in all_of(package.tree(package.main), "p"):
        text = text_of(paragraph)
        for tag in _tags_in(text, marks):
            if text.strip() != tag:
                shown = " ".join(text.split())[:_LONG]
                raise RefusedError(_NOT_ALONE, template=template, tag=marks.shown(tag), text=shown)
            found.append((paragraph, tag))
    if not found:
        return None
    paragraph, tag = found[0]
    if len(found) > 1:
        raise RefusedError(_TWICE, template=template, tag=marks.shown(tag))
    if next(paragraph.iterancestors(f"{W}txbxContent"), None) is not None:
        raise RefusedError(_ELSEWHERE, template=template, tag=marks.shown(tag))
    return paragraph


def refuse_unknown(package: Package, template: str) -> None:
    """Refuse a template with a placeholder that is no field. Raises RefusedError."""
    shown = list(dict.fromkeys(" ".join(tag.split())[:_LONG] for tag in _unknown(package)))
    if shown:
        advice = nearest(shown[0].strip("{}%# "), (*CONTENT, *FIELDS))
        said = _UNKNOWN.filled(template=template, tag=shown[0], advice=advice)
        raise RefusedError(with_others(said, shown[1:]))


def with_others(said: Phrase, others: Sequence[str]) -> Phrase:
    """Return a sentence about what is not known, and after it what is not known either."""
    listed = ", ".join(others[:_MOST_OTHERS])
    return _ALSO.filled(said=said, others=listed) if others else said


def _unknown(package: Package) -> Iterator[str]:
    """Yield every placeholder that is no field or marker, also one that does not end."""
    for part in parts_with_text(package):
        for text in _paragraphs(package.look(part)):
            for tag in TAG.findall(text):
                if _field_of(tag) is None and not Marks({}).is_content(tag):
                    yield tag
            if unended := _UNENDED.search(TAG.sub("", text)):
                yield unended[0]


def nearest(
    name: str, known: Iterable[str], spoken: Mapping[Language, AbstractSet[str]] = NAMES
) -> Phrase:
    """Return the advice for a name that is not known: the nearest one, else what there is.

    `spoken` are the names of a language; what is of another one only is not listed to its readers.
    """
    from rapidfuzz import fuzz, process

    names = list(dict.fromkeys(known))
    found = process.extractOne(name.casefold(), names, scorer=fuzz.ratio, score_cutoff=65)
    if found:
        return _NEAREST.filled(name=found[0])
    every = frozenset().union(*spoken.values())
    listed = {
        language: ", ".join(one for one in names if one in own or one not in every)
        for language, own in spoken.items()
    }
    return _CHOOSE.filled(names=Phrase(**listed))


def fields_named(package: Package, *, headers: bool) -> set[str]:
    """Return the fields that are named in the headers and footers, or else in the text."""
    return {
        FIELDS[word]
        for part in parts_with_text(package)
        if (part != package.main) == headers
        for text in _paragraphs(package.look(part))
        for tag in TAG.findall(text)
        for word in _WORD.findall(tag.casefold())
        if word in FIELDS
    }


def fill(package: Package, values: Mapping[str, str]) -> None:
    """Fill in the fields of a template, also where Word has cut them up."""
    for part in parts_with_text(package):
        tags = (tag for text in _paragraphs(package.look(part)) for tag in TAG.findall(text))
        if any(_field_of(tag) for tag in tags):
            for paragraph in all_of(package.tree(part), "p"):
                _fill_paragraph(paragraph, values)


def _fill_paragraph(paragraph: Any, values: Mapping[str, str]) -> None:
    pieces = texts_of(paragraph)
    whole = "".join(one.text or "" for one in pieces)
    for match in reversed(list(_MARK.finditer(whole))):
        if field := FIELDS.get(match[1].casefold()):
            _replace(pieces, match.start(), match.end(), values[field])


def _replace(pieces: Sequence[Any], start: int, end: int, text: str) -> None:
    """Put a text in the place of some characters that may be spread over several pieces."""
    at = 0
    for piece in pieces:
        own = piece.text or ""
        first, last = max(start - at, 0), min(end - at, len(own))
        if first < last:
            piece.text = own[:first] + text + own[last:]
            preserve(piece)
            text = ""
        at += len(own)


def _field_of(tag: str) -> str | None:
    found = _MARK.fullmatch(tag)
    return FIELDS.get(found[1].casefold()) if found else None


def _paragraphs(root: Any) -> Iterator[str]:
    return (text for one in all_of(root, "p") if "{" in (text := text_of(one)))


def _tags(root: Any, marks: Marks) -> Iterator[str]:
    return (tag for one in all_of(root, "p") for tag in _tags_in(text_of(one), marks))


def _tags_in(text: str, marks: Marks) -> list[str]:
    if marks.content:
        return [marks.content] * text.count(marks.content)
    return [tag for tag in TAG.findall(text) if marks.is_content(tag)]
