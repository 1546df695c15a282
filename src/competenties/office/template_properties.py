"""The properties of a document that was put into a template: title, version and fingerprint."""

from collections.abc import Mapping
from typing import Any

from lxml import etree

from competenties.messages import Phrase
from competenties.office.blocks import Document
from competenties.office.clean import clean
from competenties.office.template_package import OFFICE, Package

_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_OF_USERS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # ECMA-376 part 1, 22.3.2.1
_MOST = 255

VERSION = Phrase(nl="Versie", en="Version")
CODE = Phrase(nl="Controlecode", en="Fingerprint")


def set_properties(package: Package, document: Document, values: Mapping[str, str]) -> None:
    """Give the file the title of the document, and its version and fingerprint as properties."""
    core = _core(package)
    _set(core, f"{{{_DUBLIN}}}title", clean(document.title)[:_MOST])
    _set(core, f"{{{_CORE}}}keywords", clean(", ".join(document.keywords))[:_MOST])
    for name, key in ((VERSION, "version"), (CODE, "code")):
        if values.get(key):
            _set_custom(_custom(package), name.say(document.language), values[key][:_MOST])


def _core(package: Package) -> Any:
    for one in package.relationships(""):
        if one.kind == _CORE_KIND:
            return package.tree(one.target)
    empty = f'<p:coreProperties xmlns:p="{_CORE}" xmlns:dc="{_DUBLIN}"/>'.encode()
    return package.tree(_added(package, "core", empty, _CORE_TYPE, _CORE_KIND))


def _custom(package: Package) -> Any:
    kind = f"{OFFICE}/custom-properties"
    for one in package.relationships(""):
        if one.kind == kind:
            return package.tree(one.target)
    empty = f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}"/>'.encode()
    return package.tree(_added(package, "custom", empty, _CUSTOM_TYPE, kind))


def _added(package: Package, stem: str, content: bytes, kind: str, relation: str) -> str:
    name = package.free_name("docProps", stem, ".xml")
    package.add(name, content, kind)
    package.relate("", relation, name)
    return name


def _set(root: Any, name: str, text: str) -> None:
    one = root.find(name)
    if one is None:
        one = etree.SubElement(root, name)
    one.text = text


def _set_custom(root: Any, name: str, text: str) -> None:
    own = [one for one in root if one.get("name") == name]
    for one in own:
        root.remove(one)
    numbers = [int(one.get("pid", "1")) for one in root if one.get("pid", "").isdigit()]
    made = etree.SubElement(root, f"{{{_CUSTOM}}}property")
    made.set("fmtid", _OF_USERS)
    made.set("pid", f"{max(numbers, default=1) + 1}")
    made.set("name", name)
    etree.SubElement(made, f"{{{_VALUES}}}lpwstr").text = text
