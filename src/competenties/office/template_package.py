"""The parts of a template while a document is put into it; what is not changed stays as it was."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from itertools import chain, count
from typing import Any, NamedTuple

from lxml import etree

from competenties.office.template import (
    CONTENT_TYPES,
    DOCUMENT_TYPE,
    TEMPLATE_TYPE,
    Template,
    content_types,
    parsed,
    relationships_of,
    target_of,
)

_EPOCH = (2000, 1, 1, 0, 0, 0)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMELESS: Any = {None: _RELATIONSHIPS}  # the stubs know no namespace without a name
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Relationship(NamedTuple):
    """What a part refers to: the kind, the name of the part, or an address outside."""

    id: str
    kind: str
    target: str
    is_outside: bool


class Package:
    """Parts of a package by name; a tree that was asked for is written back at the end."""

    def __init__(self, template: Template) -> None:
        """Begin with the parts of a template; one for templates becomes one for documents."""
        self.main = template.main
        self._parts = dict(template.parts)
        self._trees: dict[str, Any] = {}
        if content_types(self._parts)[self.main] == TEMPLATE_TYPE:
            for one in self.tree(CONTENT_TYPES):
                if one.get("ContentType") == TEMPLATE_TYPE:
                    one.set("ContentType", DOCUMENT_TYPE)

    def tree(self, name: str) -> Any:
        """Return a part as a tree that may be changed."""
        if name not in self._trees:
            self._trees[name] = parsed(self._parts[name])
        return self._trees[name]

    def look(self, name: str) -> Any:
        """Return a part as a tree that is only looked at, so that the part stays as it is."""
        return self._trees[name] if name in self._trees else parsed(self._parts[name])

    def replace(self, name: str, tree: Any) -> None:
        """Put another tree in the place of a part."""
        self._trees[name] = tree

    def content(self, name: str) -> bytes:
        """Return a part as it was read."""
        return self._parts[name]

    def kind_of(self, name: str) -> str:
        """Return the kind of content of a part."""
        return content_types(self._parts)[name]

    def relationships(self, part: str) -> Iterator[Relationship]:
        """Yield what a part refers to; of the package itself where `part` is empty."""
        name = relationships_of(part)
        if name not in self._parts and name not in self._trees:
            return
        for one in self.look(name).iter(f"{{{_RELATIONSHIPS}}}Relationship"):
            is_outside = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            shown = target if is_outside else target_of(part, target)
            yield Relationship(one.get("Id", ""), one.get("Type", ""), shown, is_outside)

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts of one kind that a part refers to, `styles` or `footer` for example."""
        return [
            one.target
            for one in self.relationships(part)
            if one.kind == f"{OFFICE}/{kind}" and one.target in self._parts | self._trees
        ]

    def relate(self, part: str, kind: str, target: str, *, is_outside: bool = False) -> str:
        """Let a part refer to another one or to an address, and return the id for that."""
        name = relationships_of(part)
        if name not in self._parts and name not in self._trees:
            self._trees[name] = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap=_NAMELESS)
        taken = {one.id for one in self.relationships(part)}
        identifier = next(free for free in (f"rId{n}" for n in count(1)) if free not in taken)
        one = etree.SubElement(self.tree(name), f"{{{_RELATIONSHIPS}}}Relationship")
        one.set("Id", identifier)
        one.set("Type", kind)
        if is_outside:
            one.set("Target", target)
            one.set("TargetMode", "External")
        else:
            one.set("Target", posixpath.relpath(target, posixpath.dirname(part) or "."))
        return identifier

    def add(self, name: str, content: bytes, kind: str) -> None:
        """Add a part with its kind of content."""
        self._parts[name] = content
        types = self.tree(CONTENT_TYPES)
        one = etree.SubElement(types, f"{{{_TYPES}}}Override")
        one.set("PartName", f"/{name}")
        one.set("ContentType", kind)

    def free_name(self, folder: str, stem: str, ending: str) -> str:
        """Return the name of a part that there is not yet."""
        taken = {name.casefold() for name in self._parts}
        numbers = chain([""], map(str, count(1)))
        names = (posixpath.join(folder, f"{stem}{number}{ending}") for number in numbers)
        return next(name for name in names if name.casefold() not in taken)

    def parts(self) -> dict[str, bytes]:
        """Return every part as bytes, those of the template in their order."""
        written = {
            name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, tree in self._trees.items()
        }
        return self._parts | written

    def zipped(self) -> bytes:
        """Return the package as the bytes of a file, the same for the same content."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
            for name, content in self.parts().items():
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(entry, content)
        return buffer.getvalue()
