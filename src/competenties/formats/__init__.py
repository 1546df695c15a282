"""Formats of other tools: one file a format, both directions in it.

A format file holds `NAME`, `TITLE`, `PAGE`, `SUFFIXES`, `recognises(source)`, `plan(source, choices)`
and `write(content, suffix, choices)`. A new file is found by itself, and so is its page in the reference docs.
"""

import importlib
import pkgutil
from functools import cache
from typing import Protocol, cast

from competenties.findings import NotFoundError
from competenties.formats.loss import Export
from competenties.formats.plan import ImportPlan
from competenties.formats.source import Content, ExportChoices, ImportChoices, Source
from competenties.messages import Phrase


class FormatFile(Protocol):
    """What every format file in this package has."""

    NAME: str
    TITLE: Phrase
    PAGE: Phrase
    SUFFIXES: tuple[str, ...]
    """The kinds of file that it writes, the usual one first."""

    def recognises(self, source: Source) -> bool:
        """Tell whether a source looks like this format."""

    def plan(self, source: Source, choices: ImportChoices | None = None) -> ImportPlan:
        """Return what becomes of a source."""

    def write(self, content: Content, suffix: str, choices: ExportChoices | None = None) -> Export:
        """Return the files of an export, with what they lose."""


_UNKNOWN = Phrase(
    nl='Er is geen formaat "{name}". Kies uit: {known}.',
    en='There is no format "{name}". Choose from: {known}.',
)


@cache
def format_files() -> dict[str, FormatFile]:
    """Return every format, by the name used on the command line."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    found = [cast("FormatFile", module) for module in modules if hasattr(module, "recognises")]
    return {one.NAME: one for one in found}


def format_file(name: str) -> FormatFile:
    """Return a format by its name. Raises NotFoundError."""
    if name not in format_files():
        raise NotFoundError(_UNKNOWN, name=name, known=", ".join(format_files()))
    return format_files()[name]


def recognised(source: Source) -> FormatFile:
    """Return the format of a source; a table is what no other knows, or what it wrote itself."""
    from competenties.formats.table import wrote

    table = format_files()["table"]
    others = (one for one in format_files().values() if one is not table)
    found = next((one for one in others if one.recognises(source)), table)
    is_table = found is not table and source.raw.startswith(b"PK") and wrote(source)
    return table if is_table else found
