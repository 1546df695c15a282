"""What keeps people from reading a document, and what is looked at the same way in every kind."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from competenties.messages import Phrase
from competenties.model.colour import READABLE, contrast


@dataclass(frozen=True, slots=True)
class Barrier:
    """One thing that keeps people from reading a document: which rule, and what is the case."""

    rule: str
    message: Phrase


NO_TITLE = Barrier(
    "no-title",
    Phrase(
        nl="Het bestand heeft geen titel in zijn eigenschappen.",
        en="The file has no title in its properties.",
    ),
)
NO_LANGUAGE = Barrier(
    "no-language",
    Phrase(
        nl="Het bestand zegt niet in welke taal het is; een schermlezer kiest dan zelf een uitspraak.",
        en="The file does not say which language it is in; a screen reader then guesses how to speak.",
    ),
)
_EMPTY_HEADING = Phrase(
    nl="Er is een lege kop, na: {before}.", en="There is an empty heading, after: {before}."
)
_SKIPPED = Phrase(
    nl='De kop "{text}" is van niveau {level}, terwijl de kop ervoor van niveau {before} is: er is '
    "een niveau overgeslagen.",
    en='The heading "{text}" is of level {level}, while the one before it is of level {before}: a '
    "level was skipped.",
)
_NO_ALTERNATIVE = Phrase(
    nl="Een afbeelding ({name}) heeft geen alternatieve tekst.",
    en="A picture ({name}) has no alternative text.",
)
_FALSE_LIST = Phrase(
    nl='"{text}" begint met een streepje of bolletje, maar is geen echte lijst.',
    en='"{text}" begins with a dash or a bullet, but is no real list.',
)
_LOW_CONTRAST = Phrase(
    nl="Tekst in kleur {colour} op {background} heeft een contrast van {found}; ten minste {least} "
    "is nodig. Bijvoorbeeld: {text}.",
    en="Text in colour {colour} on {background} has a contrast of {found}; at least {least} is "
    "needed. For example: {text}.",
)
_VAGUE_LINK = Phrase(
    nl='Een link heet "{text}"; dat zegt niet waar hij heen gaat.',
    en='A link is called "{text}"; that does not say where it goes.',
)
_MERGED = Phrase(
    nl="De tabel {table} heeft samengevoegde cellen tussen haar gegevens.",
    en="The table {table} has merged cells among its data.",
)
_NO_HEADER = Phrase(
    nl="De tabel {table} zegt niet welke rij of kolom de koppen heeft.",
    en="The table {table} does not say which row or column holds its headings.",
)
_NOT_DESCRIBED = Phrase(
    nl="De tabel die begint met {table} heeft geen beschrijving (alternatieve tekst).",
    en="The table that begins with {table} has no description (alternative text).",
)
_MARKED = re.compile(r"\s*(?:[-*]\s|[•·▪◦‣])")
_VAGUE = frozenset(
    ("hier", "klik hier", "lees meer", "meer", "link", "here", "click here", "read more", "more")
)
_ADDRESS = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)
_LONG = 60


def heading_barriers(headings: Iterable[tuple[int, str]]) -> Iterator[Barrier]:
    """Yield empty headings, and those before which a level was skipped; the title is of level 0."""
    before, last = 0, "…"
    for level, text in headings:
        if not text.strip():
            yield Barrier("empty-heading", _EMPTY_HEADING.filled(before=short(last)))
            continue
        if level > before + 1:
            said = _SKIPPED.filled(text=short(text), level=level, before=before)
            yield Barrier("skipped-heading", said)
        before, last = level, text


def contrast_barriers(texts: Iterable[tuple[str, str, str]]) -> Iterator[Barrier]:
    """Yield colours that cannot be read well, of texts with their colour and that behind them."""
    seen: set[tuple[str, str]] = set()
    for colour, background, text in texts:
        if (colour, background) in seen:
            continue
        seen.add((colour, background))
        found = contrast(colour, background)
        if found < READABLE:
            yield Barrier(
                "low-contrast",
                _LOW_CONTRAST.filled(
                    colour=colour,
                    background=background,
                    found=f"{found:.1f}",
                    least=f"{READABLE:.1f}",
                    text=short(text),
                ),
            )


def list_barriers(paragraphs: Iterable[str]) -> Iterator[Barrier]:
    """Yield paragraphs that look like items of a list and are none."""
    for text in paragraphs:
        if _MARKED.match(text):
            yield Barrier("false-list", _FALSE_LIST.filled(text=short(text)))


def link_barriers(links: Iterable[str]) -> Iterator[Barrier]:
    """Yield links of which the text does not say where they go."""
    for text in links:
        said = " ".join(text.split())
        if not said or said.casefold().strip(".>» ") in _VAGUE or _ADDRESS.match(said):
            yield Barrier("vague-link", _VAGUE_LINK.filled(text=short(said)))


def no_alternative(name: str) -> Barrier:
    """Return what there is to say of a picture that nobody can hear."""
    return Barrier("no-alternative", _NO_ALTERNATIVE.filled(name=short(name)))


def merged_cells(table: str) -> Barrier:
    """Return what there is to say of cells among the data that were made one."""
    return Barrier("merged-cells", _MERGED.filled(table=short(table)))


def no_header(table: str) -> Barrier:
    """Return what there is to say of a table of which the headings cannot be told."""
    return Barrier("no-header", _NO_HEADER.filled(table=short(table)))


def not_described(table: str) -> Barrier:
    """Return what there is to say of a table that has no alternative text."""
    return Barrier("no-description", _NOT_DESCRIBED.filled(table=short(table)))


def short(text: str) -> str:
    """Return a text on one line, no longer than a sentence can hold."""
    said = " ".join(text.split())
    return said if len(said) <= _LONG else f"{said[: _LONG - 1].rstrip()}…"
