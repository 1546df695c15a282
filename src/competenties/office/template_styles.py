"""Which style of a template stands for each of ours; what a template lacks is added to it.

What is added has the word "Competenties" before its name, so that no style of theirs changes.
"""

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from competenties.messages import LANGUAGES, Phrase
from competenties.office.template import W
from competenties.office.template_names import OUR_STYLES
from competenties.office.template_xml import (
    all_of,
    chain,
    child,
    made,
    number,
    paragraph_properties,
    set_property,
    value,
)

PREFIX = "Competenties"

KNOWN_AS: dict[str, tuple[str, ...]] = {
    "Normal": ("Standaard", "Default Paragraph Style"),
    "Title": ("Titel", "Documenttitel"),
    "Heading 1": ("Kop 1",),
    "Heading 2": ("Kop 2",),
    "Heading 3": ("Kop 3",),
    "List Bullet": ("Lijst opsom.teken", "Lijstopsomteken", "Opsomming", "Opsomming 1", "Bullet"),
    "Lead": ("Inleiding", "Kerntekst"),
    "Intro": ("Aankondiging",),
    "Level": ("Niveaukop",),
    "Note": ("Toelichting", "Kleine tekst"),
    "Notice": ("Mededeling",),
    "Warning": ("Waarschuwing",),
    "Label Line": ("Regel met label",),
    "Table Text": ("Tabeltekst", "Tekst tabel", "Table Contents"),
    "Table Header": ("Tabelkop", "Kop tabel", "Table Heading"),
    "Table Label": ("Tabellabel",),
    "Table Strong": ("Tabeltekst vet",),
    "Table Group": ("Tabeltussenkop",),
    "Table Note": ("Tabeltoelichting",),
    "Table Bullet": ("Tabelopsomming", "Opsomming tabel"),
    "Reading Table": ("Leestabel",),
    "Label Table": ("Labeltabel",),
    "Form Table": ("Invultabel", "Table Grid", "Tabelraster"),
    "Placeholder Text": ("Tekst van tijdelijke aanduiding",),
    "Hyperlink": (),
    "Caption": ("Bijschrift",),
}
"""Our styles by name, with the other names under which a template may have them."""

_WORDS_OWN = ("toc ", "index ")  # Word itself looks for these names when it makes a list anew
_IN_TABLE, _TABLE_TEXT = "Table ", "Table Text"
_USUAL, _LEAST = 20, 14  # half points of letters where nothing is said, and of the smallest
_SMALLEST = 4  # half points; a style as small as this is there for the room between two tables

_BY_LEVEL = Phrase(
    nl="Het sjabloon {template} heeft geen stijl {name}; gebruikt is '{used}', die hetzelfde "
    "niveau van koppen heeft.",
    en="The template {template} has no style {name}; '{used}' was used, which has the same level "
    "of headings.",
)
_NOT_THERE = Phrase(
    nl="In het sjabloon {template} staat geen stijl '{chosen}', die in de instellingen voor {name} "
    "is gekozen.",
    en="The template {template} has no style '{chosen}', which the settings choose for {name}.",
)
_ADDED = Phrase(
    nl="Het sjabloon {template} heeft geen eigen stijl voor: {names}. Daarvoor zijn stijlen "
    "toegevoegd met 'Competenties' voor de naam, in het lettertype van het sjabloon.",
    en="The template {template} has no style of its own for: {names}. Styles were added for these "
    "with 'Competenties' before the name, in the font of the template.",
)
_ONE_ADDED = Phrase(nl="{name}: {about}", en="{name}: {about}")

Kinds = Iterable[tuple[str, str]]


@dataclass
class StyleMap:
    """The style in the template for each of ours, by kind and id, and what was not found.

    `unnumbered` are styles of ours for lists, with their list, where theirs has no bullets;
    `parting` are those that stay with what follows, where theirs does not.
    """

    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    report: list[Phrase] = field(default_factory=list)
    unnumbered: dict[str, str] = field(default_factory=dict)
    parting: set[str] = field(default_factory=set)


class Styles:
    """Finds styles of ours in a template, and adds what it lacks."""

    def __init__(self, theirs: Any, ours: Any, template: str, chosen: Mapping[str, str]) -> None:
        """Look at the styles of both; `chosen` has names of theirs by names of ours."""
        self._root, self._template, self._chosen = theirs, template, chosen
        self._theirs = _by_id(theirs)
        self._ours = _by_id(ours)
        self._by_name: dict[tuple[str, str], str] = {}
        for identifier, style in self._theirs.items():
            for name in _names(style):
                self._by_name.setdefault((_kind(style), _key(name)), identifier)
        self._map = StyleMap()
        self._added: list[str] = []
        self._our_root = ours

    def mapped(self, used: Kinds, numbers: Mapping[str, str], factor: float) -> StyleMap:
        """Return the style for each of ours that is used, after adding what was not found.

        `numbers` are the lists of ours in the template; `factor` is how much wider its text is.
        """
        for kind, identifier in used:
            self._of(kind, identifier)
        for (kind, identifier), theirs in list(self._map.ids.items()):
            own = self._numbering(self._ours, identifier)
            if kind == "paragraph" and own and not self._numbering(self._theirs, theirs):
                self._map.unnumbered[identifier] = numbers[own]
            is_kept = kind == "paragraph" and _stays_with_next(self._ours, identifier)
            if is_kept and not _stays_with_next(self._theirs, theirs):
                self._map.parting.add(identifier)
        for style in self._root:
            if value(style, "rsid") == _NEW:
                _finish(style, numbers, factor)
        if self._added:
            self._map.report.extend(self._said_of_added())
        return self._map

    def _said_of_added(self) -> Iterator[Phrase]:
        """Yield for what the template has no style: by its name, with what that is for."""
        names = [name for name in OUR_STYLES if name.casefold() in map(str.casefold, self._added)]
        listed = {
            language: "; ".join(
                _ONE_ADDED.say(language, name=name, about=OUR_STYLES[name]) for name in names
            )
            for language in LANGUAGES
        }
        if names:
            yield _ADDED.filled(template=self._template, names=Phrase(**listed))

    def lists(self, used: Kinds) -> set[str]:
        """Return the lists of ours that our styles themselves ask for."""
        found = (self._numbering(self._ours, one) for kind, one in used if kind == "paragraph")
        return {one for one in found if one}

    def _of(self, kind: str, identifier: str) -> str:
        """Return the style of the template for one of ours; it is added when there is none."""
        if (kind, identifier) not in self._map.ids:
            style = self._ours.get(identifier)
            if style is None:
                self._map.ids[kind, identifier] = self._default(kind)
            else:
                found = self._found(kind, style)
                if not found and _is_default(style):
                    self._map.ids[kind, identifier] = self._default(kind)
                else:
                    self._map.ids[kind, identifier] = found or self._add(kind, style)
        return self._map.ids[kind, identifier]

    def _found(self, kind: str, style: Any) -> str:
        name = value(style, "name")
        shown = next((ours for ours in KNOWN_AS if _key(ours) == _key(name)), name)
        if chosen := self._chosen.get(shown):
            if found := self._named(kind, chosen):
                return found
            said = _NOT_THERE.filled(template=self._template, chosen=chosen, name=shown)
            self._map.report.append(said)
        for wanted in (shown, *KNOWN_AS.get(shown, ())):
            if found := self._named(kind, wanted):
                return found
        return self._by_level(style, shown)

    def _named(self, kind: str, name: str) -> str:
        if found := self._by_name.get((kind, _key(name))):
            return found
        style = self._theirs.get(name)
        return name if style is not None and _kind(style) == kind else ""

    def _by_level(self, style: Any, name: str) -> str:
        """Return the first style for headings of the same level."""
        level = value(style, "pPr/outlineLvl")
        if not level or not name.startswith("Heading"):
            return ""
        for identifier, other in self._theirs.items():
            if _kind(other) == "paragraph" and value(other, "pPr/outlineLvl") == level:
                used = value(other, "name")
                said = _BY_LEVEL.filled(template=self._template, name=name, used=used)
                self._map.report.append(said)
                return identifier
        return ""

    def _default(self, kind: str) -> str:
        """Return the style that the template has where no other is named."""
        return next(
            (
                identifier
                for identifier, style in self._theirs.items()
                if _kind(style) == kind and _is_default(style)
            ),
            "",
        )

    def _add(self, kind: str, ours: Any) -> str:
        """Add one of our styles under a name of its own, based on what theirs is based on."""
        own, name = ours.get(f"{W}styleId"), value(ours, "name")
        is_words = name.casefold().startswith(_WORDS_OWN)
        style = copy.deepcopy(ours)
        identifier = own if is_words and own not in self._theirs else f"{PREFIX}{own}"
        while identifier in self._theirs:
            identifier += "x"
        style.set(f"{W}styleId", identifier)
        for word in ("default", "customStyle"):
            style.attrib.pop(f"{W}{word}", None)
        if not is_words:
            style.set(f"{W}customStyle", "1")
            style.find(f"{W}name").set(f"{W}val", f"{PREFIX} {name}")
        self._theirs[identifier] = style
        self._map.ids[kind, own] = identifier
        self._added.append(name)
        base = self._base(kind, style, name)
        if kind == "paragraph":
            self._fit(style, name, base)
        self._root.append(style)
        return identifier

    def _base(self, kind: str, style: Any, name: str) -> str:
        """Let an added style be based on a style of the template; return which of ours that is."""
        base = value(style, "basedOn")
        if name.startswith(_IN_TABLE) and base != (text := self._our_id(_TABLE_TEXT)):
            base = text if name != _TABLE_TEXT else base
            self._keep_list(style)
        found = self._of(kind, base) if base in self._ours else ""
        after = value(style, "next")
        for word in ("aliases", "basedOn", "next", "link", "rsid"):
            for old in style.findall(f"{W}{word}"):
                style.remove(old)
        place = 1
        if found:
            style.insert(place, made("basedOn", val=found))
            place += 1
        if followed := self._map.ids.get((kind, after)):
            style.insert(place, made("next", val=followed))
        _mark(style)
        return base

    def _our_id(self, name: str) -> str:
        found = (
            one for one, style in self._ours.items() if _key(value(style, "name")) == _key(name)
        )
        return next(found, "")

    def _keep_list(self, style: Any) -> None:
        """Let a style that gets another base keep the bullets that it had from its own."""
        base = value(style, "basedOn")
        own = self._numbering(self._ours, base)
        if own and child(style, "pPr/numPr") is None:
            bullet = made("numPr")
            bullet.append(made("numId", val=own))
            set_property(paragraph_properties(style), bullet)

    def _fit(self, style: Any, name: str, base: str) -> None:
        """Take our font, colour, size and distance of lines away where the template has its own."""
        for old in all_of(style, "rFonts", "color"):
            old.getparent().remove(old)
        for spacing in all_of(style, "spacing"):
            for word in ("line", "lineRule"):
                spacing.attrib.pop(f"{W}{word}", None)
        theirs = self._map.ids.get(("paragraph", base), "")
        usual = _size_of(self._theirs, theirs, self._root) or _USUAL
        ours = _size_of(self._ours, base, self._our_root) or _USUAL
        for size in all_of(style, "sz", "szCs"):
            own = number(size.get(f"{W}val", ""))
            if own > _SMALLEST:
                size.set(f"{W}val", f"{max(_LEAST, usual + own - ours)}")
        if name.startswith(_IN_TABLE):
            properties = paragraph_properties(style)
            if child(properties, "ind") is None and "Bullet" not in name:
                set_property(properties, made("ind", left="0", right="0", firstLine="0"))
            set_property(properties, made("jc", val="left"))

    @staticmethod
    def _numbering(styles: dict[str, Any], identifier: str) -> str:
        found = (value(one, "pPr/numPr/numId") for one in chain(styles, identifier))
        return next((one for one in found if one and one != "0"), "")


_NEW = "00C0C0C0"  # marks what was added until it is finished; the standard has a number here


def _mark(style: Any) -> None:
    """Mark a style as added, before what it looks like."""
    later = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
    places = [place for place, one in enumerate(style) if etree.QName(one).localname in later]
    style.insert(places[0] if places else len(style), made("rsid", val=_NEW))


def _finish(style: Any, numbers: Mapping[str, str], factor: float) -> None:
    """Let the lists and tab stops of an added style be those of the template."""
    style.remove(style.find(f"{W}rsid"))
    for one in all_of(style, "numId"):
        one.set(f"{W}val", numbers.get(one.get(f"{W}val", ""), "0"))
    for stop in all_of(style, "tab"):
        if stop.get(f"{W}pos"):
            stop.set(f"{W}pos", f"{round(number(stop.get(f'{W}pos')) * factor)}")


def _by_id(root: Any) -> dict[str, Any]:
    return {one.get(f"{W}styleId", ""): one for one in root.findall(f"{W}style")}


def _kind(style: Any) -> str:
    return str(style.get(f"{W}type", "paragraph"))


def _stays_with_next(styles: dict[str, Any], identifier: str) -> bool:
    """Tell whether a style keeps a paragraph on the page of what follows."""
    own = (child(one, "pPr/keepNext") for one in chain(styles, identifier))
    said = next((one for one in own if one is not None), None)
    return said is not None and said.get(f"{W}val", "1") not in ("0", "false", "off")


def _is_default(style: Any) -> bool:
    return style.get(f"{W}default") in ("1", "true", "on")


def _names(style: Any) -> list[str]:
    return [value(style, "name"), *value(style, "aliases").split(",")]


def _key(name: str) -> str:
    """Return a name without what differs between programs: capitals, spaces, dots and hyphens."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _size_of(styles: dict[str, Any], identifier: str, root: Any) -> int:
    """Return the size of the letters of a style in half points, else that of the document."""
    own = (value(one, "rPr/sz") for one in chain(styles, identifier))
    usual = value(root, "docDefaults/rPrDefault/rPr/sz")
    return number(next((size for size in own if size), usual))
