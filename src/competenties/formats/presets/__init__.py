"""Presets: the tables that one other tool imports, with its columns, signs and limits.

A preset file holds `NAME`, `TITLE`, `PAGE`, `LAYOUT`, `tables(content, choices)`, `recognises(file)`,
and `plan(file, choices)`; where another format reads such files too also `wrote(file)`: is it as
this program writes it? A new file is found by itself, and so is its page.
"""

import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache
from typing import Protocol, cast

from competenties.findings import CompetentiesError, NotFoundError
from competenties.formats.applying import apply
from competenties.formats.loss import Export
from competenties.formats.plan import ImportPlan
from competenties.formats.presets.layout import Layout, PresetTable, files_of, fitted, read_again
from competenties.formats.returned import losses_on_return
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.messages import Phrase
from competenties.office.tables import TableFile


class PresetFile(Protocol):
    """What every preset file in this package has."""

    NAME: str
    TITLE: Phrase
    PAGE: Phrase
    LAYOUT: Layout

    def tables(self, content: Content, choices: ExportChoices) -> list[PresetTable]:
        """Return what the tool imports of a framework with its job profiles."""

    def recognises(self, file: TableFile) -> bool:
        """Tell whether a file has the columns of this tool."""

    def plan(self, file: TableFile, choices: ImportChoices) -> ImportPlan:
        """Return what becomes of a file of this tool."""


_UNKNOWN = Phrase(
    nl='Er is geen preset "{name}". Kies uit: {known}.',
    en='There is no preset "{name}". Choose from: {known}.',
)


@cache
def preset_files() -> dict[str, PresetFile]:
    """Return every preset, by the name used on the command line."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    found = [cast("PresetFile", module) for module in modules if hasattr(module, "recognises")]
    return {one.NAME: one for one in found}


def preset_file(name: str) -> PresetFile:
    """Return a preset by its name. Raises NotFoundError."""
    if name not in preset_files():
        raise NotFoundError(_UNKNOWN, name=name, known=", ".join(preset_files()))
    return preset_files()[name]


def recognised_preset(file: TableFile) -> PresetFile | None:
    """Return the preset whose columns a file has, or None for another table."""
    return next((one for one in preset_files().values() if one.recognises(file)), None)


def is_ours(file: TableFile) -> bool:
    """Tell whether a file in a format of others is as one of the presets writes it."""
    tests = (getattr(one, "wrote", None) for one in preset_files().values())
    return any(wrote(file) for wrote in tests if wrote is not None)


def write_preset(preset: PresetFile, content: Content, choices: ExportChoices) -> Export:
    """Return the files of a preset, with what they lose: they are read again to find that out.

    Raises RefusedError for a text that no cell of a workbook can hold.
    """
    tables = [*map(fitted, preset.tables(content, choices))]
    files = files_of(tables, preset.LAYOUT)
    found = losses_on_return(content, _returned(preset, content, files, tables))
    return Export(files, found)


def _returned(
    preset: PresetFile, content: Content, files: dict[str, bytes], tables: Sequence[PresetTable]
) -> Content | None:
    """Return what an import makes of the files; None when it refuses them.

    The language is said, as it has to be at an import; it does not stand in most of these files.
    """
    choices = ImportChoices(language=content.framework.language)
    try:
        made = apply(preset.plan(read_again(files, tables, preset.LAYOUT), choices))
    except CompetentiesError:
        return None
    if made.framework is None:
        return None
    return Content(made.framework, made.profiles)
