"""Changes a few settings in the text of `competenties.toml`; comments and all else stay as they are.

Only settings at the top of the file, with a string as value. The text is read again afterwards: it
has to say what was asked and nothing else, or nothing is written.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.workspace.files import content_hash, read_bytes, save_bytes
from competenties.workspace.settings import SETTINGS_FILE

_CANNOT_CHANGE = Phrase(
    nl="De instellingen in {file} zijn niet gewijzigd: het bestand is anders opgebouwd dan gewoonlijk. "
    "Open het in een teksteditor.",
    en="The settings in {file} were not changed: the file is built otherwise than usual. "
    "Open it in a text editor.",
)
_STRING = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_ENTRY = re.compile(r"^[ \t]*[A-Za-z_]+[ \t]*=.*$", re.MULTILINE)


def change_settings(root: Path, changes: Mapping[str, str | None]) -> None:
    """Write settings to the file of a workspace; None takes one away.

    Raises RefusedError where the file cannot be changed safely; then it stays as it was.
    """
    raw, problems = read_bytes(root / SETTINGS_FILE, root)
    if problems:
        raise RefusedError(_CANNOT_CHANGE, file=SETTINGS_FILE)
    try:
        text = with_settings(raw.decode("utf-8"), changes)
    except ValueError as error:
        raise RefusedError(_CANNOT_CHANGE, file=SETTINGS_FILE) from error
    if text.encode() != raw:
        save_bytes(root / SETTINGS_FILE, text.encode(), replaces=content_hash(raw))


def with_settings(text: str, changes: Mapping[str, str | None]) -> str:
    """Return the text of the settings with some changed. Raises ValueError where that is not safe."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    wanted = _wanted(tomllib.loads(body), changes)
    for name, value in changes.items():
        body = _changed(body, name, value)
    if tomllib.loads(body) != wanted:
        raise ValueError(body)
    return mark + body


def _wanted(data: dict[str, Any], changes: Mapping[str, str | None]) -> dict[str, Any]:
    kept = {name: value for name, value in data.items() if name not in changes}
    return {**kept, **{name: value for name, value in changes.items() if value is not None}}


def _changed(text: str, name: str, value: str | None) -> str:
    table = _TABLE.search(text)
    top, rest = (text[: table.start()], text[table.start() :]) if table else (text, "")
    line = re.compile(rf"^([ \t]*{re.escape(name)}[ \t]*=[ \t]*){_STRING}(.*)$", re.MULTILINE)
    found = line.search(top)
    if value is None:
        return (line.sub("", top, count=1) if found else top) + rest
    quoted = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if found:
        return f"{top[: found.start()]}{found[1]}{quoted}{found[2]}{top[found.end() :]}{rest}"
    return _added(top, f"{name} = {quoted}") + rest


def _added(top: str, line: str) -> str:
    """Return the top of the file with a line behind its last setting, before what explains a table."""
    entries = list(_ENTRY.finditer(top))
    place = entries[-1].end() if entries else 0
    newline = "\r\n" if "\r\n" in top else "\n"
    if top[place - 1 : place] == "\r":
        place -= 1
    if not entries:
        return f"{line}{newline}{top}"
    return f"{top[:place]}{newline}{line}{top[place:]}"
