"""What rules of the check weigh in a workspace: read, and written into `competenties.toml`.

Only the table `[check.severities]` is touched; comments and all else stay as they are. The text is
read again afterwards: it has to say what was asked and nothing else, or nothing is written.
"""

import re
import tomllib
from pathlib import Path
from typing import Any, Literal

from competenties.checking import every_rule, weighed
from competenties.findings import Finding, NotFoundError, Place, RefusedError, Rule
from competenties.messages import Phrase
from competenties.workspace.files import content_hash, read_bytes, save_bytes
from competenties.workspace.settings import SETTINGS_FILE

Weight = Literal["off", "hint", "warning", "error"]

_UNKNOWN = Phrase(nl="Deze regel is er niet.", en="There is no such rule.")
_FIXED = Phrase(
    nl='"{title}" blijft altijd een fout: zonder deze regel zou ongemerkt tekst ontbreken.',
    en='"{title}" always stays an error: without this rule text would be missing unnoticed.',
)
_CANNOT_CHANGE = Phrase(
    nl="De instellingen in {file} zijn niet gewijzigd: het bestand is anders opgebouwd dan gewoonlijk. "
    "Open het in een teksteditor.",
    en="The settings in {file} were not changed: the file is built otherwise than usual. "
    "Open it in a text editor.",
)
_TABLE = re.compile(r"^[ \t]*\[\s*check\s*\.\s*severities\s*\][^\n]*$", re.MULTILINE)
_NEXT_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_ENTRY = re.compile(r"^[ \t]*[\"']?[A-Za-z0-9_-]+[\"']?[ \t]*=[^\n]*$", re.MULTILINE)


def is_fixed(rule: Rule) -> bool:
    """Tell whether a rule always keeps its weight."""
    return bool(list(weighed([Finding(rule, Place())], {rule.name: "off"})))


def change_weight(root: Path, name: str, weight: Weight | None) -> None:
    """Give a rule another weight in a workspace; None gives it the usual one again.

    Raises NotFoundError for no rule, RefusedError where it is fixed or the file cannot be changed
    safely; then it stays as it was.
    """
    rule = every_rule().get(name)
    if weight is not None and rule is None:
        raise NotFoundError(_UNKNOWN)
    if weight is not None and rule is not None and is_fixed(rule):
        raise RefusedError(_FIXED, title=rule.title)
    raw, problems = read_bytes(root / SETTINGS_FILE, root)
    if problems:
        raise RefusedError(_CANNOT_CHANGE, file=SETTINGS_FILE)
    try:
        text = with_weight(raw.decode("utf-8"), name, weight)
    except ValueError as error:
        raise RefusedError(_CANNOT_CHANGE, file=SETTINGS_FILE) from error
    if text.encode() != raw:
        save_bytes(root / SETTINGS_FILE, text.encode(), replaces=content_hash(raw))


def with_weight(text: str, name: str, weight: Weight | None) -> str:
    """Return the text of the settings with one weight changed. Raises ValueError where it cannot."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    newline = "\r\n" if "\r\n" in body else "\n"
    changed = _changed(body.replace("\r\n", "\n"), name, weight).replace("\n", newline)
    if _weights(changed) != _wanted(body, name, weight):
        raise ValueError(body)
    return mark + changed


def _changed(text: str, name: str, weight: Weight | None) -> str:
    table = _TABLE.search(text)
    if table is None:
        return (
            text
            if weight is None
            else f'{text.rstrip()}\n\n[check.severities]\n{name} = "{weight}"\n'
        )
    behind = _NEXT_TABLE.search(text, table.end())
    end = behind.start() if behind else len(text)
    inside = text[table.end() : end]
    line = re.compile(rf"^[ \t]*([\"']?){re.escape(name)}\1[ \t]*=[^\n]*(\n|\Z)", re.MULTILINE)
    entry = f'{name} = "{weight}"'
    if weight is None:
        inside = line.sub("", inside, count=1)
    elif line.search(inside):
        inside = line.sub(lambda found: f"{entry}{found[2]}", inside, count=1)
    else:
        entries = list(_ENTRY.finditer(inside))
        place = entries[-1].end() if entries else 0
        inside = f"{inside[:place]}\n{entry}{inside[place:]}"
    return text[: table.end()] + inside + text[end:]


def _weights(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the settings in two parts: all but the weights, and the weights."""
    data = tomllib.loads(text)
    check = data.get("check", {})
    weights = check.pop("severities", {}) if isinstance(check, dict) else {}
    if check == {}:
        data.pop("check", None)
    return data, weights


def _wanted(text: str, name: str, weight: Weight | None) -> tuple[dict[str, Any], dict[str, Any]]:
    data, weights = _weights(text)
    kept = {one: value for one, value in weights.items() if one != name}
    return data, kept if weight is None else {**kept, name: weight}
