"""Advice on a document that is to fit on two pages: which blocks are too long, and what helps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from math import ceil

from competenties.messages import LANGUAGES, Phrase, join_words
from competenties.office.blocks import Block, Document, Heading
from competenties.office.pages import Pages, Section, lines_on_a_page, pages

_WANTED = 2
_NEARLY = 0.5  # lines on each page: so little may be enough for another program to need one more
_LOST = 3  # lines at the end of a page where the next row does not fit
_TOO_LONG = Phrase(
    nl="Dit wordt ongeveer {pages} pagina's, en het streven is er twee: {lines} regels te veel.",
    en="This takes about {pages} pages, and two is the aim: {lines} lines too many.",
)
_TWO_IS_THE_AIM = Phrase(
    nl="Dit wordt ongeveer {pages} pagina's, en het streven is er twee.",
    en="This takes about {pages} pages, and two is the aim.",
)
_JUST_FITS = Phrase(
    nl="Dit past maar net op twee pagina's. In Word kan het net iets langer worden; kijk het na "
    "voordat u het verspreidt.",
    en="This only just fits on two pages. In Word it may become a little longer; check before you "
    "hand it out.",
)
_BLOCK = Phrase(
    nl="{block}: ongeveer {lines} regels, op twee pagina's is er ruimte voor {room}.",
    en="{block}: about {lines} lines, on two pages there is room for {room}.",
)
_HEAD = Phrase(nl="Kop", en="Head")
_SHORTEN = Phrase(
    nl="Kort deze blokken in; de letter wordt nooit kleiner.",
    en="Shorten these blocks; the type never becomes smaller.",
)
_LEAVE_OUT = Phrase(
    nl="Zonder {blocks} past het op twee: --without {names}. Mag het langer? Kies de volledige versie: --size full",
    en="Without {blocks} it fits on two: --without {names}. May it be longer? Choose the full version: --size full",
)
_LEAVE_OUT_TOO = Phrase(
    nl="Laat daarnaast weg wat niet nodig is. Weglaten kan met --without {names}",
    en="Also leave out what is not needed. That can be done with --without {names}",
)


def two_pages_advice(
    document: Document, shares: Mapping[str, int], optional: Mapping[str, str]
) -> list[Phrase]:
    """Return what to know about the length of a document; nothing when it fits on two pages.

    Where leaving blocks out is enough, that is all it says; else also which blocks are too long.
    `shares` says how much of two pages a chapter may take, by its heading ("" is the head).
    `optional` has the names of the chapters that may be left out.
    """
    counted = pages(document)
    if counted.count <= _WANTED:
        return [_JUST_FITS] if pages(document, _NEARLY).count > _WANTED else []
    there = {
        section.title: optional[section.title]
        for section in counted.sections
        if section.title in optional
    }
    if enough := _enough_to_leave_out(document, there):
        return [_TWO_IS_THE_AIM.filled(pages=counted.count), enough]
    said = [_TOO_LONG.filled(pages=counted.count, lines=_too_many(counted))]
    said.extend(_long_blocks(counted, shares, optional))
    said.append(_SHORTEN)
    if there:
        said.append(_LEAVE_OUT_TOO.filled(names=",".join(there.values())))
    return said


def _too_many(counted: Pages) -> int:
    """Return the lines that stand on the pages after the second one."""
    return max(1, round((counted.count - 1 - _WANTED + counted.filled) * lines_on_a_page()))


def _long_blocks(
    counted: Pages, shares: Mapping[str, int], optional: Mapping[str, str]
) -> Iterator[Phrase]:
    """Yield the blocks that take more than their share, the longest overrun first."""
    room = _room(counted.sections, shares, optional)

    def overrun(section: Section) -> float:
        return section.lines - room[section.title]

    there = [section for section in counted.sections if section.title in room]
    for number, section in enumerate(sorted(there, key=overrun, reverse=True)):
        if overrun(section) >= 1 or number == 0:
            lines, allowed = ceil(section.lines), max(0, int(room[section.title]))
            yield _BLOCK.filled(block=section.title or _HEAD, lines=lines, room=allowed)


def _room(
    sections: Sequence[Section], shares: Mapping[str, int], optional: Mapping[str, str]
) -> dict[str, float]:
    """Return the lines that two pages have for each chapter.

    Those that are always there share the pages among them; one that is absent leaves its room to
    the others. What they do not use is for those that may be left out.
    """
    lines = {section.title: section.lines for section in sections if section.title in shares}
    usual = {title: share for title, share in shares.items() if title not in optional}
    extra = {title: share for title, share in shares.items() if title in optional.keys() & lines}
    usable = _WANTED * lines_on_a_page() - _LOST
    total = sum(share for title, share in usual.items() if extra or title in lines)
    room = {title: usable * share / total for title, share in usual.items() if title in lines}
    left = max(0.0, usable - sum(min(lines[title], room[title]) for title in room))
    return room | {title: left * share / sum(extra.values()) for title, share in extra.items()}


def _enough_to_leave_out(document: Document, there: Mapping[str, str]) -> Phrase | None:
    """Return the fewest blocks without which the document fits on two pages; None if it never does."""
    for count in range(1, len(there) + 1):
        for titles in combinations(there, count):
            if pages(_without(document, titles)).count <= _WANTED:
                names = ",".join(there[title] for title in titles)
                blocks = {language: join_words(titles, language) for language in LANGUAGES}
                return _LEAVE_OUT.filled(blocks=Phrase(**blocks), names=names)
    return None


def _without(document: Document, titles: tuple[str, ...]) -> Document:
    kept: list[Block] = []
    is_kept = True
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            is_kept = block.text not in titles
        if is_kept:
            kept.append(block)
    return replace(document, blocks=tuple(kept))
