"""A document in the template of an organisation: our content in their styles, on their pages.

The text of our own Word file goes into a copy of the template. Its cover, headers, footers, logo
and styles stay what they are; parts that need no change are the same bytes.
"""

import copy
import io
import zipfile
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from competenties.messages import Phrase
from competenties.office.blocks import Document
from competenties.office.clean import clean
from competenties.office.template import Template, W
from competenties.office.template_body import (
    fit_width,
    say_language,
    take_numbers,
    take_relations,
    take_styles,
    used_lists,
    used_styles,
)
from competenties.office.template_contents import add_pages, pages_before, renewing
from competenties.office.template_lists import add_lists
from competenties.office.template_marks import (
    Marks,
    field_values,
    fields_named,
    fill,
    opened,
    parts_with_text,
    place_for_content,
    refuse_unknown,
)
from competenties.office.template_package import OFFICE, Package
from competenties.office.template_place import (
    begin_page,
    breaks_before,
    ends_page,
    has_ink,
    has_text,
)
from competenties.office.template_properties import set_properties
from competenties.office.template_sections import (
    is_landscape,
    section_after,
    stretches,
    take_pages,
    text_width,
)
from competenties.office.template_styles import Styles
from competenties.office.template_xml import (
    all_of,
    child,
    made,
    number,
    paragraph_properties,
    preserve,
    set_property,
    value,
)
from competenties.office.word import word

_LOCALES = {"nl": "nl-NL", "en": "en-GB"}
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_CELL_ROOM = 216  # twentieths of a point that a cell keeps free at its sides

_NOT_ON_EVERY_PAGE = Phrase(
    nl="De kop- en voettekst van het sjabloon {template} noemen versie en controlecode niet. Die "
    "staan nu onderaan het document. Zet {{{{ voettekst }}}} in de voettekst, dan staan ze op "
    "elke bladzijde.",
    en="The header and footer of the template {template} do not name version and fingerprint. "
    "They now stand at the end of the document. Put {{{{ footer }}}} in the footer to have them "
    "on every page.",
)
_FROM_ELSEWHERE = Phrase(
    nl="Het sjabloon {template} haalt iets op van een andere plaats: {address}. Dat is niet "
    "veranderd; controleer of dat de bedoeling is.",
    en="The template {template} gets something from elsewhere: {address}. That was not changed; "
    "check whether it is meant to.",
)


@dataclass(frozen=True, slots=True)
class Filled:
    """A document in a template: the bytes of its file, and what was not found in the template.

    `is_in_fields` is for a template that says itself what stands where.
    """

    raw: bytes
    report: list[Phrase] = field(default_factory=list)
    is_in_fields: bool = False


def in_template(document: Document, template: Template) -> Filled:
    """Return a document in a template. Raises RefusedError for a placeholder that is unknown.

    The content comes in the place of the paragraph `{{ inhoud }}` (`{{ content }}`), else after the
    text of the template. Fields such as `{{ titel }}` are filled in.
    """
    package = opened(template)
    refuse_unknown(package, template.name)
    in_text, on_pages = (fields_named(package, headers=one) for one in (False, True))
    values = field_values(document)
    marks = Marks(values, "", frozenset(in_text), frozenset(on_pages))
    place = place_for_content(package, marks, template.name)
    fill(package, values)
    return placed(document, template, package, place, marks)


def placed(
    document: Document, template: Template, package: Package, place: Any, marks: Marks
) -> Filled:
    """Return a document in the parts of a template, at a paragraph or else after its text."""
    report = [*_from_elsewhere(package, template.name)]
    content = _Content(document, has_title="title" not in marks.in_text)
    if not is_footer_said(marks.values, marks.on_pages | marks.in_text):
        content.add_footer(clean(document.footer))
        if marks.values.get("code"):
            report.append(not_on_every_page(template.name))
    report[:0] = _Placing(package, template, content).place(place, _LOCALES[document.language])
    set_properties(package, document, marks.values)
    return Filled(package.zipped(), report)


def is_footer_said(values: Mapping[str, str], named: AbstractSet[str]) -> bool:
    """Tell whether a template that names these fields says version and fingerprint somewhere."""
    known = {name for name in ("code", "version") if values.get(name)}
    return "footer" in named or (bool(known) and known <= named)


def not_on_every_page(template: str) -> Phrase:
    """Return that version and fingerprint stand at the end of a document only."""
    return _NOT_ON_EVERY_PAGE.filled(template=template)


def _from_elsewhere(package: Package, template: str) -> list[Phrase]:
    """Return what Word would get from another place when it opens the file."""
    parts = [*parts_with_text(package), *package.related(package.main, "settings")]
    return [
        _FROM_ELSEWHERE.filled(template=template, address=one.target[:200])
        for part in parts
        for one in package.relationships(part)
        if one.is_outside and one.kind != f"{OFFICE}/hyperlink"
    ]


class _Content:
    """The text of our own file, apart from its page: the logo and header are the template's."""

    def __init__(self, document: Document, *, has_title: bool) -> None:
        document = replace(document, house=replace(document.house, logo=None, header=""))
        with zipfile.ZipFile(io.BytesIO(word(document))) as zipped:
            parts = {name: zipped.read(name) for name in zipped.namelist()}
        self.package = Package(Template("", parts, "word/document.xml"))
        self.root = self.package.tree("word/document.xml")
        self.holder = copy.deepcopy(self.root.find(f"{W}body"))
        self.styles = self.package.look(self.package.related("word/document.xml", "styles")[0])
        self.section = self.holder.find(f"{W}sectPr")
        if self.section is not None:
            self.holder.remove(self.section)
        if not has_title:
            self._drop_title()

    def _drop_title(self) -> None:
        """Leave our title out, since the template has it on its cover."""
        title = self.style_id("Title")
        for one in self.holder.findall(f"{W}p"):
            if value(one, "pPr/pStyle") == title:
                self.holder.remove(one)
                return

    def add_footer(self, text: str) -> None:
        """Add what stands under our pages as the last paragraph, since the template has no room."""
        paragraph, run, piece = made("p"), made("r"), made("t")
        set_property(paragraph_properties(paragraph), made("pStyle", val=self.style_id("Note")))
        piece.text = text
        preserve(piece)
        run.append(piece)
        paragraph.append(run)
        self.holder.append(paragraph)

    def style_id(self, name: str) -> str:
        found = (
            one.get(f"{W}styleId", "")
            for one in self.styles.findall(f"{W}style")
            if value(one, "name").casefold() == name.casefold()
        )
        return next(found, "")


class _Placing:
    """Puts our content in its place in a template."""

    def __init__(self, package: Package, template: Template, content: _Content) -> None:
        self._package, self._template, self._content = package, template, content
        self._root = package.tree(package.main)
        self._body = self._root.find(f"{W}body")

    def place(self, place: Any, locale: str) -> list[Phrase]:
        """Put the content at a paragraph, or after the text; return what was not found."""
        holder = self._content.holder
        if place is None:
            place = self._empty_end()
        section = section_after(self._body, place)
        factor = self._fit_width(place, section)
        report = self._take_styles(factor)
        say_language(holder, locale, self._package.look(self._styles()))
        take_numbers(holder, self._root)
        take_relations(holder, self._package, self._content.package)
        is_inside = place is not None and place.getparent() is not self._body
        begins = take_pages(
            holder,
            None if is_inside else section,
            self._content.section,
            has_text_before=has_text(self._body, place, before=True),
            has_text_after=has_text(self._body, place, before=False),
        )
        if begins:
            self._end_before(place)
        elif self._begins_page(place):
            begin_page(holder)
        if add_pages(holder, self._pages_before(place, section)):
            report.append(renewing(self._template.name))
        self._insert(place)
        self._declare()
        return report

    def _pages_before(self, place: Any, section: Any) -> int:
        """Return how many pages the template has before ours; none are known inside a table."""
        before = list(self._body) if place is None else list(place.itersiblings(preceding=True))
        if place is not None and place.getparent() is not self._body:
            return 0
        return pages_before([*before, *self._content.holder[:1]], section)

    def _begins_page(self, place: Any) -> bool:
        """Tell whether our content has to begin on a new page."""
        if place is not None:
            return breaks_before(place)
        return any(has_ink(one) for one in self._body) and not ends_page(self._body)

    def _end_before(self, place: Any) -> None:
        """Let the text of the template before ours end its pages itself, if it has a paragraph there.

        A break of the page that it ended with would now give an empty one.
        """
        blocks = [one for one in self._body if one.tag != f"{W}sectPr"]
        before = place.getprevious() if place is not None else blocks[-1]
        if before is None or before.tag != f"{W}p":
            return
        opening = self._content.holder[0]
        set_property(paragraph_properties(before), child(opening, "pPr/sectPr"))
        self._content.holder.remove(opening)
        pieces = all_of(before, "t", "br", "drawing", "pict", "object")
        if pieces and pieces[-1].get(f"{W}type") == "page":
            pieces[-1].getparent().remove(pieces[-1])

    def _empty_end(self) -> Any:
        """Return the last paragraph of a template where nothing stands in it, or None."""
        blocks = [one for one in self._body if one.tag != f"{W}sectPr"]
        last = blocks[-1] if blocks else None
        is_free = (
            last is not None
            and last.tag == f"{W}p"
            and not has_ink(last)
            and child(last, "pPr/sectPr") is None
        )
        return last if is_free else None

    def _fit_width(self, place: Any, section: Any) -> float:
        """Make tables as wide as the text of the template; return how much wider that is."""
        content = self._content
        cell = _cell_of(place)
        upright = 1.0
        for stretch in stretches(list(content.holder), content.section):
            turned = is_landscape(stretch.ending)
            base_turned = is_landscape(section)
            width = text_width(section, is_landscape=turned or base_turned, like=stretch.ending)
            if cell is not None:
                width = _cell_width(cell) or width
            factor = width / text_width(stretch.ending)
            fit_width(stretch.blocks, factor, content.style_id("Label Table"))
            upright = upright if turned else factor
        return upright

    def _take_styles(self, factor: float) -> list[Phrase]:
        content, package = self._content, self._package
        theirs = package.tree(self._styles())
        styles = Styles(theirs, content.styles, self._template.name, self._template.styles)
        used = used_styles(content.holder)
        lists = used_lists(content.holder) | styles.lists(used)
        numbers = add_lists(package, content.package, lists)
        found = styles.mapped(used, numbers, factor)
        take_styles(content.holder, found, numbers)
        return found.report

    def _styles(self) -> str:
        """Return the name of the part with styles; a template without one gets an empty one."""
        package = self._package
        if not package.related(package.main, "styles"):
            name = package.free_name(package.main.rpartition("/")[0], "styles", ".xml")
            package.add(name, f'<w:styles xmlns:w="{W[1:-1]}"/>'.encode(), _STYLES_TYPE)
            package.relate(package.main, f"{OFFICE}/styles", name)
        return package.related(package.main, "styles")[0]

    def _insert(self, place: Any) -> None:
        holder = self._content.holder
        if place is None:
            end = self._body.find(f"{W}sectPr")
            for block in list(holder):
                if end is not None:
                    end.addprevious(block)
                else:
                    self._body.append(block)
            return
        before = place.getprevious()
        if (
            len(holder)
            and holder[0].tag == f"{W}tbl"
            and (before is not None and before.tag == f"{W}tbl")
        ):
            holder.insert(0, made("p"))
        if len(holder) and holder[-1].tag == f"{W}tbl":
            holder.append(made("p"))
        for block in list(holder):
            place.addprevious(block)
        self._take_away(place)

    def _take_away(self, place: Any) -> None:
        """Take the marker away; its paragraph stays where a section or a bookmark needs it."""
        marks = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
        for one in list(place):
            if one.tag in {f"{W}{name}" for name in marks}:
                place.addprevious(one)
            elif one.tag != f"{W}pPr":
                place.remove(one)
        if child(place, "pPr/sectPr") is None:
            place.getparent().remove(place)

    def _declare(self) -> None:
        """Let the root of the text know the names that our text uses, and which may be skipped."""
        ours, theirs = self._content.root, self._root
        names = dict(ours.nsmap) | dict(theirs.nsmap)
        root = etree.Element(theirs.tag, attrib=dict(theirs.attrib), nsmap=names)
        own = ours.get(_IGNORABLE, "").split()
        fit = [one for one in own if names.get(one) == ours.nsmap.get(one)]
        if wanted := list(dict.fromkeys([*theirs.get(_IGNORABLE, "").split(), *fit])):
            root.set(_IGNORABLE, " ".join(wanted))
        root.extend(list(theirs))
        self._package.replace(self._package.main, root)


def _cell_of(place: Any) -> Any:
    return None if place is None else next(place.iterancestors(f"{W}tc"), None)


def _cell_width(cell: Any) -> int:
    width = number(value(cell, "tcPr/tcW", "w"))
    return max(width - _CELL_ROOM, 0) if value(cell, "tcPr/tcW", "type") == "dxa" else 0
