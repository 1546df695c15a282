"""Lists of our document in a template: their bullets get numbers that are free there."""

import copy
from collections.abc import Iterable
from typing import Any

from competenties.office.template import W
from competenties.office.template_package import OFFICE, Package
from competenties.office.template_xml import all_of, made, number, value

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


def add_lists(package: Package, ours: Package, used: Iterable[str]) -> dict[str, str]:
    """Add the lists of ours that are used to a template, and return their numbers there."""
    own = ours.related(ours.main, "numbering")
    wanted = sorted(set(used), key=number)
    if not own or not wanted:
        return {}
    source, target = ours.look(own[0]), _numbering(package)
    numbers: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for one in source.findall(f"{W}num"):
        identifier, kind = one.get(f"{W}numId", ""), value(one, "abstractNumId")
        if identifier in wanted:
            if kind not in kinds:
                kinds[kind] = _add_kind(target, source, kind)
            numbers[identifier] = _add_number(target, one, kinds[kind])
    return numbers


def _numbering(package: Package) -> Any:
    found = package.related(package.main, "numbering")
    if found:
        return package.tree(found[0])
    name = package.free_name(package.main.rpartition("/")[0], "numbering", ".xml")
    package.add(name, f'<w:numbering xmlns:w="{W[1:-1]}"/>'.encode(), _TYPE)
    package.relate(package.main, f"{OFFICE}/numbering", name)
    return package.tree(name)


def _add_kind(target: Any, source: Any, kind: str) -> str:
    """Add a kind of list, before all lists; it belongs to no style any more."""
    kinds = source.findall(f"{W}abstractNum")
    one = copy.deepcopy(next(one for one in kinds if one.get(f"{W}abstractNumId") == kind))
    for name in ("nsid", "tmpl", "styleLink", "numStyleLink", "pStyle"):
        for old in all_of(one, name):
            old.getparent().remove(old)
    free = _free(target, "abstractNum", "abstractNumId")
    one.set(f"{W}abstractNumId", free)
    lists = target.findall(f"{W}num")
    last = target.findall(f"{W}abstractNum")
    if last:
        last[-1].addnext(one)
    elif lists:
        lists[0].addprevious(one)
    else:
        target.append(one)
    return free


def _add_number(target: Any, ours: Any, kind: str) -> str:
    one = copy.deepcopy(ours)
    free = _free(target, "num", "numId")
    one.set(f"{W}numId", free)
    one.replace(one.find(f"{W}abstractNumId"), made("abstractNumId", val=kind))
    last = [*target.findall(f"{W}abstractNum"), *target.findall(f"{W}num")][-1]
    last.addnext(one)
    return free


def _free(target: Any, name: str, attribute: str) -> str:
    taken = [number(one.get(f"{W}{attribute}", "")) for one in target.findall(f"{W}{name}")]
    return f"{max(taken, default=0) + 1}"
