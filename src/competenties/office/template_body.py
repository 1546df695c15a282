"""The text of our document, made to fit a template: its numbers, its names, its width, its styles."""

import posixpath
from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from competenties.office.template import W
from competenties.office.template_package import Package
from competenties.office.template_styles import StyleMap
from competenties.office.template_xml import (
    R,
    all_of,
    child,
    made,
    number,
    paragraph_properties,
    set_property,
    value,
)

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHAPES = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLAIN = "Normal"
"""The id of our style for paragraphs that name none."""

_NAMES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


def used_styles(holder: Any) -> list[tuple[str, str]]:
    """Return the styles of ours that are used, by kind and id, in the order of the text."""
    named = (
        (_NAMES[etree.QName(one).localname], one.get(f"{W}val", ""))
        for one in all_of(holder, *_NAMES)
    )
    return list(dict.fromkeys([("paragraph", PLAIN), *named]))


def used_lists(holder: Any) -> set[str]:
    """Return the numbers of the lists that paragraphs name themselves."""
    return {one.get(f"{W}val", "") for one in all_of(holder, "numId")} - {"0"}


def take_styles(holder: Any, styles: StyleMap, numbers: Mapping[str, str]) -> None:
    """Give paragraphs, letters and tables the styles of the template, and lists their numbers."""
    for one in all_of(holder, "numId"):
        one.set(f"{W}val", numbers.get(one.get(f"{W}val", ""), "0"))
    for paragraph in all_of(holder, "p"):
        own = value(paragraph, "pPr/pStyle")
        if not own and styles.ids["paragraph", PLAIN]:
            set_property(paragraph_properties(paragraph), made("pStyle", val=PLAIN))
        if own in styles.unnumbered and child(paragraph, "pPr/numPr") is None:
            set_property(paragraph_properties(paragraph), _bullet(styles.unnumbered[own]))
        if own in styles.parting:
            set_property(paragraph_properties(paragraph), made("keepNext"))
    for one in all_of(holder, *_NAMES):
        kind = _NAMES[etree.QName(one).localname]
        if identifier := styles.ids.get((kind, one.get(f"{W}val", ""))):
            one.set(f"{W}val", identifier)
        else:
            one.getparent().remove(one)


def fit_width(blocks: Iterable[Any], factor: float, labels: str = "") -> None:
    """Make tables, tab stops and pictures so many times as wide; no picture becomes larger.

    `labels` is the style of tables in which every other column holds labels: these keep their
    width on a narrower page, so that no label is broken.
    """
    for block in blocks:
        for table in all_of(block, "tbl"):
            is_labels = value(table, "tblPr/tblStyle") == labels
            _fit_table(table, factor, keeps_labels=is_labels and factor < 1)
        for stop in all_of(block, "tab"):
            if stop.get(f"{W}pos"):
                stop.set(f"{W}pos", f"{round(number(stop.get(f'{W}pos')) * factor)}")
        if factor < 1:
            for size in block.iter(f"{_DRAWING}extent", f"{_SHAPES}ext"):
                for side in ("cx", "cy"):
                    if size.get(side):
                        size.set(side, f"{round(number(size.get(side)) * factor)}")


def _fit_table(table: Any, factor: float, *, keeps_labels: bool) -> None:
    grid = table.findall(f"{W}tblGrid/{W}gridCol")
    widths = [number(one.get(f"{W}w", "")) for one in grid]
    fitted = [width * factor for width in widths]
    if keeps_labels and len(widths) > 1:
        rest = sum(fitted) - sum(widths[::2])
        share = max(rest, sum(fitted) / 3) / sum(widths[1::2])
        fitted[1::2] = [width * share for width in widths[1::2]]
        left = (sum(widths) * factor - sum(fitted[1::2])) / sum(widths[::2])
        fitted[::2] = [width * left for width in widths[::2]]
    for one, width in zip(grid, fitted, strict=True):
        one.set(f"{W}w", f"{round(width)}")
    whole = child(table, "tblPr/tblW")
    if whole is not None and whole.get(f"{W}type") == "dxa":
        whole.set(f"{W}w", f"{round(number(whole.get(f'{W}w', '')) * factor)}")
    for row in all_of(table, "tr"):
        if next(row.iterancestors(f"{W}tbl")) is table:
            _fit_row(row, fitted)


def _fit_row(row: Any, widths: list[float]) -> None:
    """Give the cells of a row the width of the columns that they cover."""
    at = 0
    for cell in all_of(row, "tc"):
        if next(cell.iterancestors(f"{W}tr")) is not row:
            continue
        span = number(value(cell, "tcPr/gridSpan"), 1) or 1
        own = child(cell, "tcPr/tcW")
        if own is not None and own.get(f"{W}type") == "dxa":
            own.set(f"{W}w", f"{round(sum(widths[at : at + span]))}")
        at += span


def take_numbers(holder: Any, template: Any) -> None:
    """Give bookmarks, pictures and controls numbers and names that the template does not have."""
    _renumber(
        all_of(holder, "bookmarkStart", "bookmarkEnd"), f"{W}id", _ids(template, "bookmarkStart")
    )
    _rename_bookmarks(holder, {one.get(f"{W}name") for one in all_of(template, "bookmarkStart")})
    drawn = f"{_DRAWING}docPr"
    taken = {number(one.get("id", "")) for one in template.iter(drawn)}
    _renumber(list(holder.iter(drawn)), "id", taken)
    controls = [one for one in all_of(holder, "id") if one.getparent().tag == f"{W}sdtPr"]
    own = {
        number(one.get(f"{W}val", ""))
        for one in all_of(template, "id")
        if one.getparent().tag == f"{W}sdtPr"
    }
    _renumber(controls, f"{W}val", own)


def take_relations(holder: Any, package: Package, ours: Package) -> None:
    """Bring along the pictures and links that our text refers to, under names that are free."""
    known = {one.id: one for one in ours.relationships(ours.main)}
    made_before: dict[str, str] = {}
    for element in holder.iter():
        for name, identifier in list(element.attrib.items()):
            if not name.startswith(R) or identifier not in known:
                continue
            if identifier not in made_before:
                one = known[identifier]
                target = one.target if one.is_outside else _copied(one.target, package, ours)
                made_before[identifier] = package.relate(
                    package.main, one.kind, target, is_outside=one.is_outside
                )
            element.set(name, made_before[identifier])


def say_language(holder: Any, locale: str, styles: Any) -> None:
    """Say in which language our text is, where the template is in another one."""
    usual = value(styles, "docDefaults/rPrDefault/rPr/lang")
    if usual.partition("-")[0] == locale.partition("-")[0]:
        return
    for run in all_of(holder, "r"):
        letters = child(run, "rPr")
        if letters is None:
            letters = made("rPr")
            run.insert(0, letters)
        if letters.find(f"{W}lang") is None:
            letters.append(made("lang", val=locale, eastAsia=locale, bidi=locale))


def _copied(name: str, package: Package, ours: Package) -> str:
    stem, ending = posixpath.splitext(posixpath.basename(name))
    folder = posixpath.join(posixpath.dirname(package.main), "media")
    target = package.free_name(folder, f"competenties-{stem}", ending)
    package.add(target, ours.content(name), ours.kind_of(name))
    return target


def _bullet(identifier: str) -> Any:
    one = made("numPr")
    one.extend((made("ilvl", val="0"), made("numId", val=identifier)))
    return one


def _ids(template: Any, name: str) -> set[int]:
    return {number(one.get(f"{W}id", "")) for one in all_of(template, name)}


def _renumber(elements: list[Any], attribute: str, taken: set[int]) -> None:
    """Number elements on from those that are taken; two with the same number keep the same one."""
    first = max(taken, default=0) + 1
    numbers: dict[str, str] = {}
    for one in elements:
        old = one.get(attribute, "")
        one.set(attribute, numbers.setdefault(old, f"{first + len(numbers)}"))


def _rename_bookmarks(holder: Any, taken: set[str | None]) -> None:
    """Give bookmarks another name where the template has that one, and all that leads there."""
    names = {
        name: f"c_{name}"[:40]
        for one in all_of(holder, "bookmarkStart")
        if (name := one.get(f"{W}name", "")) in taken
    }
    if not names:
        return
    for one in all_of(holder, "bookmarkStart", "hyperlink"):
        for attribute in (f"{W}name", f"{W}anchor"):
            if one.get(attribute) in names:
                one.set(attribute, names[one.get(attribute)])
    for one in all_of(holder, "instrText"):
        words = (one.text or "").split(" ")
        one.text = " ".join(names.get(word, word) for word in words)
