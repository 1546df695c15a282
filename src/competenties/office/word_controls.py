"""Where somebody chooses, writes or ticks in a Word form: content controls, filled in by keyboard.

What is rated is locked, and the document as a whole is not protected: Word then passes over all
that is locked, so that a screen reader cannot read it, and LibreOffice 7.4 lets nobody write.
Names of the elements: ECMA-376 part 1, 17.5.2; of the box to tick: [MS-DOCX] 2.6.1.

A control is the same in every document but for its tag and its number: these are a hole, which
`Tags` fills when the document is whole.
"""

from collections import Counter
from collections.abc import Container, Iterable
from functools import lru_cache
from itertools import chain, count

from competenties.messages import Language, Phrase
from competenties.office import look
from competenties.office.blocks import Blank, Cell, Choice, Row, Ticks
from competenties.office.clean import clean, cut_for_excel, has_ink
from competenties.office.word_xml import (
    HOLE,
    LOCALES,
    UNANSWERED,
    attribute,
    letters,
    run,
    style_id,
)

_MOST_NAME, _MOST_OPTION = 64, 255  # characters of a tag or title, and of an option, in Word
_EMPTY = "\N{NO-BREAK SPACE}" * 5  # what Word itself shows in a control that was emptied again
_NO_ANSWER = Phrase(nl="(leeg)", en="(blank)")
_BOX = (
    '<w14:checkbox><w14:checked w14:val="0"/>'
    '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
)


def choice(value: Choice, title: str, language: Language) -> str:
    """Return a drop-down; until somebody chooses, the short answers stand there."""
    options = _drop_down(value.options, _NO_ANSWER.say(language))
    return _control(("answer", value.key), title, language, options, look.text_of(value))


def blank(value: Blank, title: str, language: Language) -> str:
    """Return a place to write; nothing stands there, so that a pen has the room."""
    has_lines = value.lines > 1 or "\n" in clean(value.text)
    kind = '<w:text w:multiLine="1"/>' if has_lines else "<w:text/>"
    return _control(("blank", value.key), title, language, kind, "", value.text)


def tick(value: Ticks, place: int, language: Language) -> str:
    """Return one of some boxes, and behind it what it stands for."""
    option = value.options[place]
    key = f"{value.key}-{place + 1}" if value.key else ""
    box = _control(("tick", key), option, language, _BOX, "", look.BOX[0])
    return box + run(look.BOX[1:] + option)


def locked(cell: str, language: Language) -> str:
    """Return a whole cell that is locked, so that nobody changes by accident what is rated."""
    head = _head(("text", ""), "", language, "sdtContentLocked")
    return f"<w:sdt>{head}<w:richText/></w:sdtPr><w:sdtContent>{cell}</w:sdtContent></w:sdt>"


def _control(
    place: tuple[str, str],
    title: str,
    language: Language,
    kind: str,
    unanswered: str,
    answer: str = "",
) -> str:
    """Return a control with what stands in it now, that cannot be deleted itself."""
    text = clean(answer)
    is_open = "" if text else "<w:showingPlcHdr/>"
    style = "" if text else f'<w:rPr><w:rStyle w:val="{style_id(UNANSWERED)}"/></w:rPr>'
    shown = letters(text or clean(unanswered) or _EMPTY)
    return (
        f"<w:sdt>{_head(place, title, language, 'sdtLocked')}{is_open}{kind}</w:sdtPr>"
        f"<w:sdtContent><w:r>{style}{shown}</w:r></w:sdtContent></w:sdt>"
    )


def _head(place: tuple[str, str], title: str, language: Language, lock: str) -> str:
    """Return what is said of a control before its kind; its tag and number are a hole."""
    kind, key = place
    short = _cut(title, _MOST_NAME)
    alias = f'<w:alias w:val="{attribute(short)}"/>' if short else ""
    return (
        f"<w:sdtPr>{_spoken(language)}{alias}{HOLE}{kind} {clean(key)}{HOLE}"
        f'<w:lock w:val="{lock}"/>'
    )


@lru_cache(maxsize=2)
def _spoken(language: Language) -> str:
    locale = LOCALES[language]
    return f'<w:rPr><w:lang w:val="{locale}" w:eastAsia="{locale}" w:bidi="{locale}"/></w:rPr>'


@lru_cache(maxsize=256)
def _drop_down(options: tuple[str, ...], none: str) -> str:
    """Return a list of options; the last one takes the answer back, as Word writes such a one."""
    shown = _distinct(options)
    items = [
        f'<w:listItem w:displayText="{attribute(one)}" w:value="{attribute(one)}"/>'
        for one in shown
    ]
    last = attribute(_unique(none, shown, _MOST_OPTION))
    return f'<w:dropDownList>{"".join(items)}<w:listItem w:value="{last}"/></w:dropDownList>'


class Tags:
    """Gives the controls of one document each its own tag and number.

    A tag is the key of a place, else its kind and a number: the same in every file with the same
    content, so that what was filled in can be read back.
    """

    def __init__(self) -> None:
        self._numbers: Counter[str] = Counter()
        self._tags: set[str] = set()

    def filled(self, text: str) -> str:
        """Return XML with its holes filled; pieces of a document are given in their order."""
        pieces = text.split(HOLE)
        for place in range(1, len(pieces), 2):
            kind, _, key = pieces[place].partition(" ")
            tag = self._tag(kind, key)
            pieces[place] = f'<w:tag w:val="{attribute(tag)}"/><w:id w:val="{len(self._tags)}"/>'
        return "".join(pieces)

    def _tag(self, kind: str, key: str) -> str:
        self._numbers[kind] += 1
        wanted = key if has_ink(key) else f"{kind}-{self._numbers[kind]}"
        tag = _unique(wanted, self._tags, _MOST_NAME)
        self._tags.add(tag)
        return tag


def title_of(label: str, value: Cell) -> str:
    """Return what is read aloud at a value with a label: the label, and what is asked there."""
    prompt = value.prompt if isinstance(value, Choice | Blank) else ""
    return _titled(label, prompt)


def titles_of(columns: Iterable[str], row: Row, number: int) -> list[str]:
    """Return what is read aloud at each cell of a row: its column, and which row it is."""
    texts = (cell for cell in row.cells if isinstance(cell, str) and has_ink(cell))
    about = next(texts, f"{number}")
    return [_titled(title, about) for title in columns]


def _titled(title: str, more: str) -> str:
    return " – ".join(part for part in (title, more) if part)


def _distinct(options: Iterable[str]) -> list[str]:
    """Return the options that can be seen, each once: Word opens no list with two of a kind."""
    found: list[str] = []
    for option in dict.fromkeys(" ".join(clean(option).split()) for option in options):
        if has_ink(option):
            found.append(_unique(option, found, _MOST_OPTION))
    return found


def _unique(text: str, taken: Container[str], most: int) -> str:
    """Return a text that is not taken, of at most so many characters: numbered where needed."""
    ends = chain(("",), (f" ({number})" for number in count(2)))
    names = (f"{_cut(text, most - len(end))}{end}" for end in ends)
    return next(name for name in names if name not in taken)


def _cut(text: str, most: int) -> str:
    """Return a text on one line, of at most so many characters as Word counts."""
    line = " ".join(clean(text).split())
    if len(line) * 2 <= most:
        return line
    short = cut_for_excel(line, most)
    return line if short == line else f"{cut_for_excel(line, most - 1).rstrip()}…"
