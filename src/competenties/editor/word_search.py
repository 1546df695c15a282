"""Finds words in the texts of a workspace, whatever their capitals and accents, and where each is edited."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple
from urllib.parse import quote

from competenties.editor.framework_pages import parts, spoken

Kind = Literal["competence", "sentence", "profile", "other"]
KINDS: tuple[Kind, ...] = ("competence", "profile", "sentence", "other")
_AROUND = 90
"""Characters that are shown before and after what was found."""


class Said(NamedTuple):
    """A text of the workspace: its words, in which language, under what, and where it is edited."""

    kind: Kind
    text: str
    tag: str
    under: str
    address: str


class Piece(NamedTuple):
    """A piece of a text; it is marked where it is what was looked for."""

    text: str
    is_hit: bool = False


class Hit(NamedTuple):
    """A text in which all words were found."""

    said: Said
    words: list[str]

    @property
    def pieces(self) -> list[Piece]:
        """The text around what was found, in pieces of which some are marked."""
        return _pieces(self.said.text, self.words)


def plain(text: str) -> str:
    """Return a text in small letters without accents."""
    return text.lower() if text.isascii() else _letters(text)


def find(query: str, texts: Iterator[Said]) -> dict[Kind, list[Hit]]:
    """Return the texts with every word of a query, by kind; a name that begins with it comes first."""
    words = plain(query).split()
    found: dict[Kind, list[Hit]] = {one: [] for one in KINDS}
    for said in texts if words else ():
        letters = plain(said.text)
        if all(one in letters for one in words):
            found[said.kind].append(Hit(said, words))
    for hits in found.values():
        hits.sort(key=lambda one: not plain(one.said.text).startswith(words[0]))
    return found


def texts_of(name: str, data: Mapping[str, Any]) -> Iterator[Said]:
    """Yield every text of a document, with the place where it is edited."""
    reader = _Reader(name, str(data.get("language", "nl")))
    if name.startswith("profiles/"):
        yield from reader.profile(dict(data))
    else:
        yield from reader.framework(dict(data))


class _Reader:
    def __init__(self, name: str, own: str) -> None:
        self.base, self.own = f"/{quote(name)}", own

    def framework(self, data: dict[str, Any]) -> Iterator[Said]:
        title = spoken(data.get("name"), self.own, self.own)
        for field in ("name", "description"):
            yield from self.said("other", data.get(field), "", f"/details#f--{field}")
        for one in parts(data, "competences"):
            yield from self.competence(one, title)
        for one in parts(data, "clusters"):
            yield from self.said("other", one.get("name"), title, f"#g-{one.get('id', '')}")
        for one in parts(data, "promises"):
            for field in ("text", "measure", "norm"):
                place = f"/details#f-{one.get('id', '')}-{field}"
                yield from self.said("other", one.get(field), title, place)
        for number, one in enumerate(parts(data, "glossary")):
            for field in ("term", "definition"):
                place = f"/details#f--glossary-{number}-{field}"
                yield from self.said("other", one.get(field), title, place)

    def competence(self, one: dict[str, Any], title: str) -> Iterator[Said]:
        own = str(one.get("id", ""))
        page, name = f"/competences/{quote(own)}", spoken(one.get("name"), self.own, self.own)
        yield from self.said("competence", one.get("name"), title, f"{page}#f-{own}-name")
        yield from self.said(
            "competence", one.get("definition"), name, f"{page}#f-{own}-definition"
        )
        aliases = one.get("aliases")
        for alias in aliases if isinstance(aliases, list) else ():
            yield from self.said("competence", alias, name, f"{page}#f-{own}-name")
        for level in parts(one, "levels"):
            under = f"{name}, {level.get('level')}"
            yield from self.sentences(parts(level, "indicators"), under, page)
        for field in ("indicators", "questions", "tips"):
            yield from self.sentences(parts(one, field), name, page)

    def sentences(self, values: list[dict[str, Any]], under: str, page: str) -> Iterator[Said]:
        for one in values:
            place = f"{page}#f-{one.get('id', '')}-text"
            yield from self.said("sentence", one.get("text"), under, place)

    def profile(self, data: dict[str, Any]) -> Iterator[Said]:
        yield from self.said("profile", data.get("name"), "", "#f--name")
        name = spoken(data.get("name"), self.own, self.own)
        for field, value in data.items():
            if field not in (
                "id",
                "$schema",
                "name",
                "language",
                "languages",
                "extra",
                "frameworks",
            ):
                yield from self.inside(value, name, "", (field,))

    def inside(self, value: Any, under: str, item: str, way: tuple[str, ...]) -> Iterator[Said]:
        """Yield the texts in a part of a profile; each field is called after its item and way."""
        place = f"#f-{'-'.join((item, *way))}"
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            item, way = value["id"], ()
        if isinstance(value, dict) and not (value and all(_is_tag(one) for one in value)):
            for field, one in value.items():
                if field not in _NO_TEXT:
                    yield from self.inside(one, under, item, (*way, field))
        elif isinstance(value, list):
            for number, one in enumerate(value):
                yield from self.inside(one, under, item, (*way, str(number)))
        elif isinstance(value, (str, dict)):
            yield from self.said("profile", value, under, place)

    def said(self, kind: Kind, value: Any, under: str, place: str) -> Iterator[Said]:
        """Yield a text, once for each language in which it is written."""
        way, _, mark = place.partition("#")
        each = value if isinstance(value, dict) else {self.own: value}
        for tag, text in each.items():
            if isinstance(text, str) and text:
                language = "" if tag == self.own else f"?text={quote(str(tag))}"
                yield Said(kind, text, str(tag), under, f"{self.base}{way}{language}#{mark}")


_NO_TEXT = frozenset(
    {"id", "competence", "framework", "extra", "identifiers", "kind", "status", "level", "scheme"}
)


def _is_tag(name: str) -> bool:
    from re import fullmatch

    from competenties.model.text import LANGUAGE_TAG

    return fullmatch(LANGUAGE_TAG, name) is not None


def _letters(text: str) -> str:
    spelled = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in spelled if not unicodedata.combining(one))


def _pieces(text: str, words: list[str]) -> list[Piece]:
    is_hit = _marked(text, words)
    first = is_hit.index(True) if True in is_hit else 0
    start, end = max(0, first - _AROUND), min(len(text), first + 2 * _AROUND)
    pieces = [Piece("…")] if start else []
    place = start
    while place < end:
        stop = place
        while stop < end and is_hit[stop] == is_hit[place]:
            stop += 1
        pieces.append(Piece(text[place:stop], is_hit[place]))
        place = stop
    return [*pieces, Piece("…")] if end < len(text) else pieces


def _marked(text: str, words: list[str]) -> list[bool]:
    """Tell for each character of a text whether it is part of what was found."""
    origin = [place for place, one in enumerate(text) for _ in _letters(one)]
    letters = plain(text)
    marked = [False] * len(text)
    for word in words:
        place = letters.find(word)
        while place >= 0:
            for one in origin[place : place + len(word)]:
                marked[one] = True
            place = letters.find(word, place + len(word))
    return marked
