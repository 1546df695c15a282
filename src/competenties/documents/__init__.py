"""Documents for people: what stands in them, as blocks; one file a document, no layout.

A document file holds `NAME`, `TITLE`, `PAGE`, `SUBJECT`, `SUFFIXES`, `build(request)` and
`advice(document)`.
A new file is found by itself, and so is its page in the reference docs.
"""

import importlib
import pkgutil
from functools import cache
from typing import Any, Literal, Protocol, cast

from competenties.findings import NotFoundError
from competenties.messages import LANGUAGES, Phrase
from competenties.model.ids import slug
from competenties.office.blocks import Document

_UNKNOWN = Phrase(
    nl='Er is geen document "{name}". Kies uit: {known}.',
    en='There is no document "{name}". Choose from: {known}.',
)
_LEAST_BEGIN = 5  # letters of a title
Subject = Literal["profile", "profiles", "framework"]


class DocumentFile(Protocol):
    """What every document file in this package has."""

    NAME: str
    TITLE: Phrase
    PAGE: Phrase
    SUBJECT: Subject
    """What it is about: one job profile (a ProfileRequest), several, or a framework (both a
    WorkspaceRequest)."""

    SUFFIXES: tuple[str, ...]
    """The kinds of file that it can become, the usual one first."""

    def build(self, request: Any) -> Document:
        """Return the document as blocks; `SUBJECT` says what is asked."""

    def advice(self, document: Document) -> list[Phrase]:
        """Return what whoever makes the document has to know, such as a block that is too long."""


@cache
def document_files() -> dict[str, DocumentFile]:
    """Return every document that can be written, by the name used on the command line."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    found = [cast("DocumentFile", module) for module in modules if hasattr(module, "NAME")]
    return {one.NAME: one for one in found}


def document_file(name: str) -> DocumentFile:
    """Return a kind of document by its name. Raises NotFoundError."""
    found = named_document(name)
    if found is None:
        raise NotFoundError(_UNKNOWN, name=name, known=", ".join(document_files()))
    return found


def named_document(name: str) -> DocumentFile | None:
    """Return a kind of document by its name, or by its title in one of our languages.

    The beginning of a title is enough where no other document has it.
    """
    known = document_files()
    asked = name.casefold()
    if asked in known:
        return known[asked]
    wanted = slug(name)
    names = {one.NAME: titles_as_names(one.TITLE) for one in known.values()}
    exact = [one for one, titles in names.items() if wanted in titles]
    begun = [one for one, titles in names.items() if any(t.startswith(wanted) for t in titles)]
    found = exact or (begun if len(wanted) >= _LEAST_BEGIN else [])
    return known[found[0]] if len(found) == 1 else None


def titles_as_names(title: Phrase) -> tuple[str, ...]:
    """Return a title in each language, in the form of a name on the command line."""
    return tuple(slug(title.say(language)) for language in LANGUAGES)
