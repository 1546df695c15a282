"""An export as files: which format a name stands for, and where each of its files goes."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from competenties.findings import NotFoundError, RefusedError
from competenties.formats import FormatFile, format_files
from competenties.formats.loss import Loss
from competenties.formats.loss_subjects import Subject, subjects
from competenties.formats.presets import preset_file, preset_files
from competenties.formats.source import Content, ExportChoices
from competenties.messages import Phrase

_TABLE = "table"
_UNKNOWN = Phrase(
    nl='Er is geen formaat "{name}". Kies uit: {known}. Voor een ander programma ook: {presets}.',
    en='There is no format "{name}". Choose from: {known}. For another program also: {presets}.',
)
_NOT_BY_SUFFIX = Phrase(
    nl="Aan de naam {path} is het formaat niet te zien. Noem het, bijvoorbeeld: "
    "competenties export {first} … -o {path}. Kies uit: {known}.",
    en="The name {path} does not show the format. Name it, for example: "
    "competenties export {first} … -o {path}. Choose from: {known}.",
)
WITH_LEVELS = ("canvas", "moodle", "totara")
"""Formats and presets for which `levels` makes a difference."""
_NO_LEVELS = Phrase(
    nl="--levels doet niets bij {name}, alleen bij {known}. Laat --levels weg.",
    en="--levels does nothing with {name}, only with {known}. Leave --levels out.",
)
_ONLY_TABLE = Phrase(
    nl="--preset hoort bij het formaat table, niet bij {name}. Laat --preset weg.",
    en="--preset goes with the format table, not with {name}. Leave --preset out.",
)
_SUFFIX = Phrase(
    nl="{title}: geef een naam op die eindigt op {suffixes}, of een map.",
    en="{title}: give a name that ends in {suffixes}, or a folder.",
)
_SEVERAL = Phrase(
    nl="{title}: dit worden {count} bestanden ({names}), en {path} is er één. Noem een map.",
    en="{title}: these are {count} files ({names}), and {path} is one. Name a folder.",
)


@dataclass(frozen=True)
class Exported:
    """What an export makes: its format, its files with their places, and what is lost."""

    content: Content
    format: str
    preset: str
    title: Phrase
    files: dict[Path, bytes]
    losses: tuple[Loss, ...]

    @cached_property
    def subjects(self) -> list[Subject]:
        """What is lost, by subject; worked out once for the screen and the report."""
        return subjects(self.content, self.losses)


def exported(content: Content, name: str, output: Path, choices: ExportChoices) -> Exported:
    """Return the files of an export; nothing is written yet.

    `name` is that of a format or of a preset; without one the ending of `output` tells. `output` is
    a file, or a folder for what becomes several files. Raises NotFoundError for a name that is not
    there, RefusedError where `output` does not fit or the format cannot hold a text.
    """
    kind, preset = chosen_format(name, output, choices.preset)
    title = preset_file(preset).TITLE if preset else kind.TITLE
    suffixes = (preset_file(preset).LAYOUT.suffix,) if preset else kind.SUFFIXES
    given = output.suffix.lower()
    is_file = bool(given) and not output.is_dir()
    if is_file and given not in suffixes:
        raise RefusedError(_SUFFIX, title=title, suffixes=" / ".join(suffixes))
    suffix = given if is_file else _in_folder(kind, suffixes)
    made = kind.write(content, suffix, replace(choices, preset=preset))
    names = [_named(one or content.framework.id, suffix, suffixes) for one in made.files]
    if is_file and len(names) > 1:
        shown = ", ".join(names)
        raise RefusedError(_SEVERAL, title=title, count=len(names), names=shown, path=str(output))
    places = [output] if is_file else [output / one for one in names]
    files = dict(zip(places, made.files.values(), strict=True))
    return Exported(content, kind.NAME, preset, title, files, made.losses)


def chosen_format(name: str, output: Path, preset: str = "") -> tuple[FormatFile, str]:
    """Return the format and the preset that somebody means; the preset may be empty."""
    formats = format_files()
    if not name and preset:
        name = _TABLE
    if not name:
        return _by_suffix(output), ""
    if name in formats:
        if preset and name != _TABLE:
            raise RefusedError(_ONLY_TABLE, name=name)
        return formats[name], preset_file(preset).NAME if preset else ""
    refuse_unknown(name)
    return formats[_TABLE], name


def refuse_levels(name: str, output: Path, preset: str = "") -> None:
    """Raise RefusedError where a choice of levels makes no difference in the format that is meant."""
    kind, chosen = chosen_format(name, output, preset)
    meant = chosen or kind.NAME
    if meant not in WITH_LEVELS:
        raise RefusedError(_NO_LEVELS, name=meant, known=", ".join(WITH_LEVELS))


def short_title(title: Phrase) -> Phrase:
    """Return what a format is called, without what stands in brackets behind it."""
    return Phrase(nl=title.nl.partition(" (")[0], en=title.en.partition(" (")[0])


def refuse_unknown(name: str) -> None:
    """Raise NotFoundError for a word that is neither a format nor a preset."""
    if not is_format(name):
        formats, presets = ", ".join(format_files()), ", ".join(preset_files())
        raise NotFoundError(_UNKNOWN, name=name, known=formats, presets=presets)


def is_format(name: str) -> bool:
    """Tell whether a word is the name of a format or of a preset."""
    return name in format_files() or name in preset_files()


def _by_suffix(output: Path) -> FormatFile:
    suffix = output.suffix.lower()
    found = [one for one in format_files().values() if suffix in one.SUFFIXES]
    if len(found) == 1:
        return found[0]
    known = [one.NAME for one in found] or list(format_files())
    raise RefusedError(_NOT_BY_SUFFIX, path=str(output), first=known[0], known=", ".join(known))


def _in_folder(kind: FormatFile, suffixes: tuple[str, ...]) -> str:
    """Return the ending of files in a folder: the usual one, unless the format says otherwise."""
    wished = getattr(kind, "FOLDER_SUFFIX", suffixes[0])
    return wished if wished in suffixes else suffixes[0]


def _named(name: str, suffix: str, suffixes: tuple[str, ...]) -> str:
    """Return the name of a file, with its ending where it has none of its own yet."""
    return name if name.lower().endswith(suffixes) else f"{name}{suffix}"
