"""What python-docx has no words for: controls, pictures with an SVG, alternative texts, page numbers.

It belongs to the oracle of Word documents.
"""

from collections import Counter
from collections.abc import Container, Iterable
from io import BytesIO
from itertools import chain, count
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsmap, qn
from docx.shared import Cm

from competenties.messages import Language, Phrase
from competenties.office import look
from competenties.office.blocks import Blank, Choice, Ticks
from competenties.office.clean import clean, cut_for_excel, has_ink
from competenties.office.word_styles import element
from competenties.office.word_xml import LOCALES

_MOST_NAME, _MOST_OPTION = 64, 255  # characters of a tag or title, and of an option, in Word
_EMPTY = "\N{NO-BREAK SPACE}" * 5  # what Word itself shows in a control that was emptied again
_NO_ANSWER = Phrase(nl="(leeg)", en="(blank)")
_BOX_STATES = (("checkedState", "2612"), ("uncheckedState", "2610"))


class Controls:
    """Makes the content controls of one document, each with its own tag, number and title.

    A tag is the key of a place, else its kind and a number: the same in every file with the same
    content, so that what was filled in can be read back. The title is read aloud.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._numbers: Counter[str] = Counter()
        self._tags: set[str] = set()
        self._unanswered = "PlaceholderText"

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
        locale = LOCALES[self._language]
        style.append(element("lang", val=locale, eastAsia=locale, bidi=locale))
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


_SVG_TYPE = "image/svg+xml"
_EXTENSION = (
    '<a:extLst xmlns:a="{a}" xmlns:r="{r}">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    ' r:embed="{svg}"/>'
    "</a:ext></a:extLst>"
)


def add_picture(
    paragraph: Any, png: bytes, svg: bytes, about: str, size: tuple[float, float]
) -> None:
    """Put a picture at the end of a paragraph.

    `about` is what a screen reader says for it, `size` its width and height in centimetres.
    Without an `svg` the PNG (or JPEG) is all there is.
    """
    width, height = size
    shape = paragraph.add_run().add_picture(BytesIO(png), Cm(width), Cm(height))
    inline = shape._inline  # noqa: SLF001  (python-docx has no alternative text)
    inline.docPr.set("descr", about)
    if svg:
        blip = next(inline.iter(qn("a:blip")))
        related = _related(paragraph.part, svg)
        blip.append(parse_xml(_EXTENSION.format(a=nsmap["a"], r=nsmap["r"], svg=related)))


def _related(part: Any, svg: bytes) -> str:
    """Add an SVG to the package of a part; return how the part refers to it."""
    package = part.package
    name = package.next_partname("/word/media/image%d.svg")
    related: str = part.relate_to(Part(name, _SVG_TYPE, svg, package), RELATIONSHIP_TYPE.IMAGE)
    return related


def set_table(table: Any, about: str, described: str, *, has_header: bool) -> None:
    """Give a table the texts that a screen reader says for it, and say what its first row is."""
    properties = table._tbl.tblPr  # noqa: SLF001  (python-docx has no alternative text)
    for old in properties.findall(qn("w:tblLook")):
        properties.remove(old)
    header, value = ("1", "0620") if has_header else ("0", "0680")
    properties.append(
        element(
            "tblLook",
            val=value,
            firstRow=header,
            lastRow="0",
            firstColumn="0" if has_header else "1",
            lastColumn="0",
            noHBand="1",
            noVBand="1",
        )
    )
    properties.append(element("tblCaption", val=about))
    if described:
        properties.append(element("tblDescription", val=described))


def shade(paragraph: Any, colour: str) -> None:
    """Put a colour behind a paragraph of a style that has to be seen."""
    style = paragraph.element.get_or_add_pPr()
    style.insert(1, element("shd", val="clear", color="auto", fill=colour))


def keep_together(row: Any) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(element("cantSplit"))  # noqa: SLF001  (no public way)


def keep_with_next(cells: Iterable[Any]) -> None:
    """Keep a row on one page with the next one."""
    for cell in cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def join_rows(upper: Any, lower: Any) -> None:
    """Let two cells under each other look like one: no line and no room between them."""
    for cell, side in ((upper, "bottom"), (lower, "top")):
        borders, margins = element("tcBorders"), element("tcMar")
        borders.append(element(side, val="nil"))
        margins.append(element(side, w="0", type="dxa"))
        cell._tc.get_or_add_tcPr().extend((borders, margins))  # noqa: SLF001  (no public way)


def repeat_on_every_page(row: Any) -> None:
    """Make a row the header of its table."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  (no public way)
    properties.append(element("cantSplit"))
    properties.append(element("tblHeader"))


def add_number(paragraph: Any, name: str) -> None:
    """Add a page number that Word keeps up to date."""
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        if kind:
            run._r.append(element("fldChar", fldCharType=kind))  # noqa: SLF001  (no public way)
        else:
            instruction = element("instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {name} "
            run._r.append(instruction)  # noqa: SLF001  (no public way)
