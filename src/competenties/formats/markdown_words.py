"""The words of the Markdown form: titles of fields as the model documents them, headings, values."""

import math
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import JsonValue

from competenties.messages import Language, Phrase
from competenties.model.competence import COMPETENCE_TYPES, PROBE_STEPS
from competenties.model.framework import CARD_KINDS
from competenties.model.indicator import AUDIENCES
from competenties.model.part import Part
from competenties.model.record import CONSULTATION_STATUSES, STATUSES
from competenties.model.scale import RATING_KINDS
from competenties.model.texts import text_fields

LEVEL = Phrase(nl="Niveau", en="Level")
NO_LEVEL = Phrase(nl="Zonder niveau", en="Without a level")
NO_CLUSTER = Phrase(nl="Zonder cluster", en="Without a cluster")
CONTRA = Phrase(nl="Gedrag dat hier niet bij past", en="Behaviour that does not fit here")
INDICATORS = Phrase(nl="Gedragsindicatoren", en="Indicators")
YES = Phrase(nl="ja", en="yes")
NO = Phrase(nl="nee", en="no")

SECTIONS = ("proficiency_scales", "rating_scales", "promises", "cards", "glossary")
"""Lists of a framework that have a heading of their own."""

_MATCHES = {
    "exact": Phrase(nl="gelijk", en="exact"),
    "close": Phrase(nl="bijna gelijk", en="close"),
    "broad": Phrase(nl="ruimer", en="broader"),
    "narrow": Phrase(nl="enger", en="narrower"),
    "related": Phrase(nl="verwant", en="related"),
}
_RELATIONS = {
    "related": Phrase(nl="verwant", en="related"),
    "precedes": Phrase(nl="gaat vooraf aan", en="precedes"),
    "replaces": Phrase(nl="vervangt", en="replaces"),
    "part-of": Phrase(nl="is deel van", en="part of"),
}
_QUESTIONS = {
    "past": Phrase(nl="gedrag in het verleden", en="past behaviour"),
    "situation": Phrase(nl="situatievraag", en="situational question"),
}
_ASKERS = {
    "organisation": Phrase(nl="organisatie", en="organisation"),
    "sector": Phrase(nl="sector", en="sector"),
}
_METHODS = {
    "mean": Phrase(nl="gemiddelde", en="mean"),
    "median": Phrase(nl="mediaan", en="median"),
    "none": Phrase(nl="geen uitkomst", en="no result"),
}
_WEIGHTS = {
    "equal": Phrase(nl="gelijk", en="equal"),
    "profile": Phrase(nl="uit het functieprofiel", en="of the job profile"),
}
_WORDS: dict[frozenset[str], dict[str, Phrase]] = {
    frozenset(one): one
    for one in (
        COMPETENCE_TYPES,
        PROBE_STEPS,
        CARD_KINDS,
        AUDIENCES,
        CONSULTATION_STATUSES,
        STATUSES,
        {str(kind): word for kind, word in RATING_KINDS.items()},
        _MATCHES,
        _RELATIONS,
        _QUESTIONS,
        _ASKERS,
        _METHODS,
        _WEIGHTS,
    )
}
_MAIN = ("name", "text", "term", "label", "team")
Kind = Literal["text", "texts", "words", "list", "value", "part", "parts", "extra"]


class FieldForm(NamedTuple):
    """How a field is written: its title, what kind of value it has, and of which type."""

    name: str
    title: Phrase
    kind: Kind
    type: Any


@cache
def forms(part: type[Part]) -> dict[str, FieldForm]:
    """Return the fields of a part by name, in the order of the model."""
    found = {}
    for name, field in part.model_fields.items():
        extra: Any = field.json_schema_extra or {}
        title = Phrase(nl=str(extra.get("x-title-nl", name)), en=field.title or name)
        kind, inner = _kind(part, name, field.annotation)
        found[name] = FieldForm(name, title, kind, inner)
    return found


@cache
def by_title(part: type[Part]) -> dict[str, FieldForm]:
    """Return the fields of a part by what they are called, in either language, in small letters."""
    found: dict[str, FieldForm] = {}
    for form in forms(part).values():
        for title in form.title:
            found.setdefault(title.casefold(), form)
    return found


@cache
def main_field(part: type[Part]) -> str | None:
    """Return the field that stands for the part in a list: its name or its sentence."""
    is_text = {name for name, holds_parts in text_fields(part) if not holds_parts}
    required = {name for name in is_text if part.model_fields[name].is_required()}
    return next((name for name in _MAIN if name in required), None)


@cache
def has_own_id(part: type[Part]) -> bool:
    """Tell whether items of this kind have an id that this program made."""
    return "id" in part.model_fields and "scheme" not in part.model_fields


def word_for(options: Any, value: Any, language: Language) -> str:
    """Return a value as it is read: a word for a code, ja or nee, a number, a day."""
    if isinstance(value, bool):
        return (YES if value else NO).say(language)
    words = _WORDS.get(frozenset(map(str, get_args(options))), {})
    return words[value].say(language) if value in words else str(value)


def value_of(wanted: Any, said: str) -> Any:
    """Return what a word stands for; the word itself where it stands for nothing."""
    word = said.strip().casefold()
    if wanted is bool:
        truth = {**dict.fromkeys((*YES, "true"), True), **dict.fromkeys((*NO, "false"), False)}
        return truth.get(word, said)
    if wanted in (int, float):
        return _number(wanted, word, said)
    for code, phrase in _WORDS.get(frozenset(map(str, get_args(wanted))), {}).items():
        if word in (code.casefold(), *(one.casefold() for one in phrase)):
            return code
    return said


def _number(wanted: type[int] | type[float], word: str, said: str) -> Any:
    try:
        number = wanted(word.replace(",", ".") if wanted is float else word)
    except ValueError:
        return said
    return number if math.isfinite(number) else said


def _kind(part: type[Part], name: str, annotation: Any) -> tuple[Kind, Any]:
    """Return how the values of a field are written, and of which type its parts are."""
    holds_parts = dict(text_fields(part)).get(name)
    bare = _bare(annotation)
    if get_origin(bare) is tuple:
        inner = _bare(get_args(bare)[0])
        kinds: dict[bool | None, Kind] = {None: "list", True: "parts", False: "texts"}
        return kinds[holds_parts], inner
    if holds_parts is False:
        return "text", None
    if holds_parts or (isinstance(bare, type) and issubclass(bare, Part)):
        return "part", bare
    if get_origin(bare) is dict and get_args(bare)[1] is JsonValue:
        return "extra", None
    return ("words", str) if bare is str else ("value", bare)


def _bare(annotation: Any) -> Any:
    """Return a type without its documentation and without None."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        branches = [one for one in get_args(annotation) if one is not type(None)]
        return _bare(branches[0]) if len(branches) == 1 else annotation
    return annotation
