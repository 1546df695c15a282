"""Puts line numbers to findings, file by file, and only when there are findings."""

from collections.abc import Iterable, Sequence
from pathlib import Path as FilePath
from typing import Any

from competenties.findings import Finding, Path, Place
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.workspace.documents import Document
from competenties.workspace.lines import locate
from competenties.workspace.settings import SETTINGS_FILE, setting_line


def placed(
    findings: Sequence[Finding],
    documents: Iterable[Document[Framework] | Document[JobProfile]],
    root: FilePath | None = None,
) -> list[Finding]:
    """Return the findings with a line each, where the file and the place in it are known.

    `root` is the folder of the settings, for findings about those.
    """
    by_file: dict[str, list[int]] = {}
    for number, finding in enumerate(findings):
        if finding.place.line is None:
            by_file.setdefault(finding.place.file, []).append(number)
    result = list(findings)
    for document in documents:
        numbers = by_file.get(document.file)
        if numbers and document.text:
            _place_in(document, numbers, result)
    if SETTINGS_FILE in by_file and root is not None:
        text = (root / SETTINGS_FILE).read_text(encoding="utf-8-sig")
        for number in by_file[SETTINGS_FILE]:
            line = setting_line(text, result[number].place.path)
            result[number] = result[number].at(line=line)
    return result


def item_paths(data: Any) -> dict[str, Path]:
    """Return, for each id of an item in a file's data, the way to the first item that has it.

    The file as a whole is no item: a framework may be called what one of its competences is
    called. An id that is not here is that of the file.
    """
    found: dict[str, Path] = {}
    layer: list[tuple[Path, Any]] = [((), data)]
    while layer:
        below: list[tuple[Path, Any]] = []
        for path, node in layer:
            if isinstance(node, dict):
                identifier = node.get("id")
                if path and isinstance(identifier, str) and "scheme" not in node:
                    found.setdefault(identifier, path)
                below.extend(
                    ((*path, key), one)
                    for key, one in node.items()
                    if isinstance(one, (dict, list))
                )
            else:
                below.extend(
                    ((*path, position), one)
                    for position, one in enumerate(node)
                    if isinstance(one, (dict, list))
                )
        layer = below
    return found


def _place_in(
    document: Document[Framework] | Document[JobProfile],
    numbers: Sequence[int],
    findings: list[Finding],
) -> None:
    items = item_paths(document.data) if isinstance(document.data, (dict, list)) else {}
    pointers = {number: _pointer(findings[number].place, items) for number in numbers}
    lines = locate(document.text, pointers.values())
    for number, pointer in pointers.items():
        findings[number] = findings[number].at(line=lines[pointer])


def _pointer(place: Place, items: dict[str, Path]) -> Path:
    if place.pointer is not None:
        return place.pointer
    return (*items.get(place.item, ()), *place.path)
