"""Where somebody chooses, writes or ticks in a Word form: content controls, filled in by keyboard.

What is rated is locked, and the document as a whole is not protected: Word then passes over all
that is locked, so that a screen reader cannot read it, and LibreOffice 7.4 lets nobody write.
Names of the elements: ECMA-376 part 1, 17.5.2; of the box to tick: [MS-DOCX] 2.6.1.
"""

from collections import Counter
from collections.abc import Container, Iterable
from itertools import chain, count
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

from competenties.messages import Language, Phrase
from competenties.office import look
from competenties.office.blocks import Blank, Cell, Choice, Row, Table, Ticks
from competenties.office.clean import clean, cut_for_excel, has_ink
from competenties.office.word_xml import element, set_language

LOCALES: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}

_MOST_NAME, _MOST_OPTION = 64, 255  # characters of a tag or title, and of an option, in Word
_EMPTY = "\N{NO-BREAK SPACE}" * 5  # what Word itself shows in a control that was emptied again
_NO_ANSWER = Phrase(nl="(leeg)", en="(blank)")
_BOX_STATES = (("checkedState", "2612"), ("uncheckedState", "2610"))


class Controls:
    """Makes the content controls of one document, each with its own tag, number and title.

    A tag is the key of a place, else its kind and a number: the same in every file with the same
    content, so that what was filled in can be read back. The title is read aloud.
    """

    def __init__(self, language: Language, styles: Any) -> None:
        self._language = language
        self._numbers: Counter[str] = Counter()
        self._tags: set[str] = set()
        style = styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER, builtin=True)
        style.font.color.rgb = RGBColor.from_string(look.GREY)
        self._unanswered = style.style_id

    def choose(self, paragraph: Any, choice: Choice, title: str) -> None:
        """Add a drop-down to a paragraph; until somebody chooses, the short answers stand there."""
        control = self._control(self._tag("answer", choice.key), title)
        self._show(control, paragraph, look.text_of(choice))
        control[0].append(_drop_down(choice.options, _NO_ANSWER.say(self._language)))

    def write(self, paragraph: Any, blank: Blank, title: str) -> None:
        """Add a place to write to a paragraph; nothing stands there, so that a pen has the room."""
        control = self._control(self._tag("blank", blank.key), title)
        self._show(control, paragraph, "", blank.text)
        has_lines = blank.lines > 1 or "\n" in clean(blank.text)
        control[0].append(element("text", multiLine="1") if has_lines else element("text"))

    def tick(self, paragraph: Any, ticks: Ticks, place: int) -> None:
        """Add one of some boxes to a paragraph, and behind it what it stands for."""
        option = clean(ticks.options[place])
        key = f"{ticks.key}-{place + 1}" if ticks.key else ""
        control = self._control(self._tag("tick", key), option)
        self._show(control, paragraph, "", look.BOX[0])
        control[0].append(_box())
        paragraph.add_run(look.BOX[1:] + option)

    def lock(self, cell: Any) -> None:
        """Lock the text of a whole cell, so that nobody changes by accident what is rated."""
        control = self._control(self._tag("text", ""), "", lock="sdtContentLocked")
        control[0].append(element("richText"))
        own = cell._tc  # noqa: SLF001  (no public way)
        own.getparent().replace(own, control)
        control[1].append(own)

    def _control(self, tag: str, title: str, lock: str = "sdtLocked") -> Any:
        """Return a control without content, that cannot be deleted itself; its kind comes last."""
        properties, style = element("sdtPr"), element("rPr")
        set_language(style, LOCALES[self._language])
        properties.append(style)
        if title := _cut(title, _MOST_NAME):
            properties.append(element("alias", val=title))
        properties.append(element("tag", val=tag))
        properties.append(element("id", val=f"{len(self._tags)}"))
        properties.append(element("lock", val=lock))
        control = element("sdt")
        control.extend((properties, element("sdtContent")))
        return control

    def _show(self, control: Any, paragraph: Any, unanswered: str, answer: str = "") -> None:
        """Put a control at the end of a paragraph, with what stands in it now."""
        text = clean(answer)
        run = paragraph.add_run(text or clean(unanswered) or _EMPTY)._r  # noqa: SLF001  (no public way)
        if not text:
            run.style = self._unanswered
            control[0].append(element("showingPlcHdr"))
        control[1].append(run)
        paragraph._p.append(control)  # noqa: SLF001  (no public way)

    def _tag(self, kind: str, key: str) -> str:
        self._numbers[kind] += 1
        own = f"{kind}-{self._numbers[kind]}"
        tag = _unique(key if has_ink(clean(key)) else own, self._tags, _MOST_NAME)
        self._tags.add(tag)
        return tag


def title_of(label: str, value: Cell) -> str:
    """Return what is read aloud at a value with a label: the label, and what is asked there."""
    prompt = value.prompt if isinstance(value, Choice | Blank) else ""
    return _titled(label, prompt)


def titles_of(table: Table, row: Row, number: int) -> list[str]:
    """Return what is read aloud at each cell of a row: its column, and which row it is."""
    texts = (cell for cell in row.cells if isinstance(cell, str) and has_ink(cell))
    about = next(texts, f"{number}")
    return [_titled(column.title, about) for column in table.columns]


def _titled(title: str, more: str) -> str:
    return " – ".join(part for part in (title, more) if part)


def _drop_down(options: Iterable[str], none: str) -> Any:
    """Return a list of options; the last one takes the answer back, as Word writes such a one."""
    made = element("dropDownList")
    shown = _distinct(options)
    for option in shown:
        made.append(element("listItem", displayText=option, value=option))
    made.append(element("listItem", value=_unique(none, shown, _MOST_OPTION)))
    return made


def _distinct(options: Iterable[str]) -> list[str]:
    """Return the options that can be seen, each once: Word opens no list with two of a kind."""
    found: list[str] = []
    for option in dict.fromkeys(" ".join(clean(option).split()) for option in options):
        if has_ink(option):
            found.append(_unique(option, found, _MOST_OPTION))
    return found


def _box() -> Any:
    box, checked = OxmlElement("w14:checkbox"), OxmlElement("w14:checked")
    checked.set(qn("w14:val"), "0")
    box.append(checked)
    for name, letter in _BOX_STATES:
        state = OxmlElement(f"w14:{name}")
        state.set(qn("w14:val"), letter)
        state.set(qn("w14:font"), "MS Gothic")
        box.append(state)
    return box


def _unique(text: str, taken: Container[str], most: int) -> str:
    """Return a text that is not taken, of at most so many characters: numbered where needed."""
    ends = chain(("",), (f" ({number})" for number in count(2)))
    names = (f"{_cut(text, most - len(end))}{end}" for end in ends)
    return next(name for name in names if name not in taken)


def _cut(text: str, most: int) -> str:
    """Return a text on one line, of at most so many characters as Word counts."""
    line = " ".join(clean(text).split())
    short = cut_for_excel(line, most)
    return line if short == line else f"{cut_for_excel(line, most - 1).rstrip()}…"
