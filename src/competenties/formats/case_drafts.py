"""The drafts while a CASE package is read: what came from where, and what was left over."""

import json
import re
from functools import lru_cache
from typing import Any

from competenties.formats.case_package import (
    Entry,
    as_object,
    has_words,
    names_person,
    ours_of,
    text,
)
from competenties.formats.case_terms import CASE, OURS, Json
from competenties.formats.plan import Confidence, Draft, LeftOver, Node, Note, Origin, Path
from competenties.messages import Phrase
from competenties.model.ids import ID_PATTERN, MOST_ID
from competenties.model.text import LANGUAGE_TAG

_NO_FIELD = Phrase(
    nl="dit veld van CASE heeft geen plaats in een competentiemodel; een uitvoer naar CASE stuurt het "
    "terug als elke server het aanneemt",
    en="this field of CASE has no place in a framework; an export to CASE sends it back where every "
    "server takes it",
)
_PERSON = Phrase(
    nl="hierin staat een e-mailadres; gegevens van personen horen niet in een model",
    en="this holds an e-mail address; data of persons do not belong in a framework",
)
_TAG = re.compile(LANGUAGE_TAG)
_SCRIPT = 4  # letters of a script in a language tag


class Drafts:
    """Keeps where every text came from, and what did not become one."""

    def __init__(self, language: str) -> None:
        """Begin with nothing; `language` is that of the framework."""
        self.language = language
        self.left_overs: list[LeftOver] = []
        self.notes: list[Note] = []
        self._marks: dict[tuple[int, str], Origin] = {}

    def said(self, words: str, language: str) -> str | dict[str, str]:
        """Return a text as a framework holds it."""
        return words if language == self.language else {language: words}

    def put(
        self, draft: Draft, key: str, words: str, at: tuple[str, str], *, guess: bool = False
    ) -> None:
        """Put a text into a draft; `at` is its language and its place. Without ink it is no text."""
        if has_words(words):
            language, place = at
            draft[key] = self.said(words, language)
            self.mark(draft, key, place, "likely" if guess else "certain")

    def mark(self, draft: Draft, key: str, place: str, confidence: Confidence = "certain") -> None:
        """Say that a field comes from a place of the file."""
        self._marks[id(draft), key] = Origin((Node(place),), confidence)

    def leave(
        self, draft: Draft, name: str, value: Any, place: str, reason: Phrase = _NO_FIELD
    ) -> None:
        """Leave a value over; it is kept under `extra`, unless it names a person."""
        said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if not has_words(said) or value in (None, [], {}):
            return
        if names_person(said):
            self.left_overs.append(LeftOver(Node(place), said, _PERSON, is_kept=False))
            return
        self.left_overs.append(LeftOver(Node(place), said, reason))
        kept = draft.setdefault("extra", {}).setdefault(CASE, {})
        kept[name if kept.get(name, value) == value else f"{name} ({place})"] = value

    def keep(self, draft: Draft, name: str, value: Any) -> None:
        """Keep a value that was understood, or that an export sent back, as others wrote it."""
        if value not in (None, "", [], {}) and not names_person(value):
            draft.setdefault("extra", {}).setdefault(CASE, {})[name] = value

    def leave_rest(self, draft: Draft, data: Json, place: str, used: set[str]) -> None:
        """Leave over every field of an object that was not used, or keep it where we sent it back."""
        ours = sent_back(data)
        for key, value in data.items():
            others = value
            if key == "extensions" and isinstance(value, dict):
                others = {name: one for name, one in value.items() if name != OURS}
            if key in ours:
                self.keep(draft, key, others)
            elif key not in used or others is not value:
                self.leave(draft, key, others, f"{place}/{key}")

    def origins(self, framework: Draft) -> dict[Path, Origin]:
        """Return where each field of the framework comes from."""
        found: dict[Path, Origin] = {}
        self._collect(framework, ("framework",), found)
        return found

    def _collect(self, node: Any, path: Path, found: dict[Path, Origin]) -> None:
        if isinstance(node, list):
            for number, one in enumerate(node):
                self._collect(one, (*path, number), found)
        elif isinstance(node, dict):
            for key, value in node.items():
                origin = self._marks.get((id(node), key))
                if origin is not None:
                    found[*path, key] = origin
                if key != "extra" and isinstance(value, (list, dict)):
                    self._collect(value, (*path, key), found)


class Texts:
    """The texts of one item, with the language of each."""

    def __init__(self, entry: Entry, language: str) -> None:
        """`language` is that of the package."""
        self._languages = as_object(entry.ours.get("languages"))
        self._language = tag_of(entry.data.get("language")) or language

    def language(self, name: str) -> str:
        """Return the language of a text of the item."""
        return tag_of(self._languages.get(name)) or self._language

    def at(self, name: str, place: str) -> tuple[str, str]:
        """Return the language of a text, and its place."""
        return self.language(name), place


def tag_of(value: Any) -> str:
    """Return a language as a tag: "EN_us" is "en-US"; nothing where it is none."""
    return _tag_of(text(value))


@lru_cache(maxsize=100)
def _tag_of(value: str) -> str:
    first, *rest = [part for part in re.split(r"[-_]", value.strip()) if part] or [""]
    spelled = [one.title() if len(one) == _SCRIPT else one.upper() for one in rest]
    tag = "-".join([first.lower(), *spelled])
    return tag if _TAG.match(tag) else ""


def name_and_more(entry: Entry) -> tuple[str, str]:
    """Return the name of an item, and what its statement says beyond that."""
    data = entry.data
    short, statement = text(data.get("abbreviatedStatement")), text(data.get("fullStatement"))
    if not has_words(statement):
        statement = text(data.get("alternativeLabel"))
    if not entry.type:
        short, statement = short.strip(), statement.strip()
    if not has_words(short):
        return statement, ""
    if statement.startswith(f"{short}: "):
        return short, statement[len(short) + 2 :]
    return short, "" if statement == short else statement


def own_id(entry: Entry) -> str:
    """Return the id that an item of ours had, from what we wrote about it or from its code."""
    if not entry.type:
        return ""
    values = (entry.ours.get("id"), entry.data.get("humanCodingScheme"))
    return next((one for one in map(text, values) if is_id(one)), "")


def is_id(value: str) -> bool:
    """Tell whether a text has the form of an id of ours."""
    return len(value) <= MOST_ID and re.fullmatch(ID_PATTERN, value) is not None


def sent_back(data: Json) -> set[str]:
    """Return which fields of an object are of another program, and were only sent back by us."""
    names = ours_of(data).get("others")
    return {one for one in names if isinstance(one, str)} if isinstance(names, list) else set()


def foreign_ids(value: Any) -> list[dict[str, str]] | None:
    """Return foreign ids as we wrote them; None where we wrote none."""
    if not isinstance(value, list):
        return None
    keys = {"scheme", "id"}
    found = [as_object(one) for one in value]
    return [one for one in found if set(one) == keys and all(map(has_words, one.values()))]
