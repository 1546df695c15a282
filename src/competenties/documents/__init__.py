"""Documents for people: what stands in them, as blocks; one file a document, no layout.

A document file holds `NAME`, `TITLE`, `PAGE`, `SUFFIXES`, `build(request)` and `advice(document)`.
A new file is found by itself, and so is its page in the reference docs.
"""

import importlib
import pkgutil
from functools import cache
from typing import Protocol, cast

from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.office.blocks import Document


class DocumentFile(Protocol):
    """What every document file in this package has."""

    NAME: str
    TITLE: Phrase
    PAGE: Phrase
    SUFFIXES: tuple[str, ...]
    """The kinds of file that it can become, the usual one first."""

    def build(self, request: ProfileRequest) -> Document:
        """Return the document as blocks."""

    def advice(self, document: Document) -> list[Phrase]:
        """Return what whoever makes the document has to know, such as a block that is too long."""


@cache
def document_files() -> dict[str, DocumentFile]:
    """Return every document that can be written, by the name used on the command line."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    found = [cast("DocumentFile", module) for module in modules if hasattr(module, "NAME")]
    return {one.NAME: one for one in found}
