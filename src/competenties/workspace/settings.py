"""The settings of a workspace: `competenties.toml`, read through the same gate."""

import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from competenties.findings import Finding, Place
from competenties.findings import Path as FieldPath
from competenties.messages import Phrase
from competenties.model.schema import SchemaKind
from competenties.model.settings import Settings
from competenties.workspace import problems
from competenties.workspace.files import read_bytes
from competenties.workspace.gate import ElsewhereError, Gate, SchemaError, house_gate, shipped_gate
from competenties.workspace.house_style import house_findings
from competenties.workspace.json_text import parse
from competenties.workspace.pruning import pruned

SETTINGS_FILE = "competenties.toml"

_LINE_IN_ERROR = re.compile(r"at line (\d+)")
_ENTRY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_.-])+)\s*=""")
_NOT_THERE = Phrase(
    nl="het bestand is er niet of kan niet worden gelezen", en="it is not there or cannot be read"
)
_OUTSIDE = Phrase(nl="het ligt buiten de werkmap", en="it lies outside the workspace")
_ELSEWHERE = Phrase(
    nl="het verwijst naar een ander bestand of naar internet",
    en="it refers to another file or to the internet",
)
_NOT_JSON = Phrase(
    nl="op regel {line} is het geen geldige JSON", en="line {line} is not valid JSON"
)
_NOT_A_SCHEMA = Phrase(nl="het is geen geldig JSON-schema", en="it is not a valid JSON schema")


@dataclass(frozen=True)
class SettingsRead:
    """Settings with what is wrong with them.

    A setting that is wrong has its default and a finding; in a file that is no TOML all have.
    """

    settings: Settings
    findings: tuple[Finding, ...] = ()
    framework_house: Gate | None = None
    profile_house: Gate | None = None


def read_settings(root: Path) -> SettingsRead:
    """Return the settings of the workspace in a folder, with the house schemas compiled."""
    raw, findings = read_bytes(root / SETTINGS_FILE, root)
    if findings:
        return SettingsRead(Settings(), _in_settings(findings))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return _unusable(Finding(problems.NOT_UTF8, Place(line=line)))
    try:
        data = _as_json(tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        match = _LINE_IN_ERROR.search(str(error))
        line = (
            int(match[1]) if match else _line_of_long_number(text) or text.rstrip().count("\n") + 1
        )
        return _unusable(Finding(problems.NOT_TOML, Place(line=line)))
    found = shipped_gate("workspace").findings(data)
    usable = pruned(data, found, "workspace") if found else data
    read = _with_house_schemas(Settings.model_validate(usable or {}), root, text)
    return replace(read, findings=(*_in_settings(found, text), *read.findings))


def _line_of_long_number(text: str) -> int | None:
    digits = re.search(r"[0-9_]{4300,}", text)
    return text.count("\n", 0, digits.start()) + 1 if digits else None


def _as_json(value: Any) -> Any:
    """Return a TOML value as JSON knows it: a date as text."""
    if isinstance(value, dict):
        return {key: _as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_json(one) for one in value]
    return value if isinstance(value, (str, int, float)) else str(value)


def setting_line(text: str, path: FieldPath) -> int:
    """Return the line of a setting in the text of the settings file; 1 when it is not there."""
    names = [str(step) for step in path if isinstance(step, str)]
    section: list[str] = []
    best, line_found = 0, 1
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[+([^\]]+)\]+", line)
        entry = _ENTRY.match(line)
        if header:
            section = [part.strip(" \"'") for part in header[1].split(".")]
            here = section
        elif entry:
            here = [*section, *(part.strip(" \"'") for part in entry[1].split("."))]
        else:
            continue
        if here == names[: len(here)] and len(here) > best:
            best, line_found = len(here), number
    return line_found


def _unusable(finding: Finding) -> SettingsRead:
    return SettingsRead(Settings(), _in_settings([finding]))


def _in_settings(findings: list[Finding], text: str = "") -> tuple[Finding, ...]:
    """Return findings with the file and, where they point at a field, its line."""
    placed = []
    for finding in findings:
        place = finding.place
        line = place.line or setting_line(text, place.pointer or place.path)
        placed.append(finding.at(file=SETTINGS_FILE, line=line))
    return tuple(placed)


def _with_house_schemas(settings: Settings, root: Path, text: str) -> SettingsRead:
    wanted = settings.check.house_schemas
    framework, framework_findings = _house(root, wanted.framework, "framework")
    profile, profile_findings = _house(root, wanted.profile, "profile")
    style_findings = house_findings(settings.house_style, root)
    return SettingsRead(
        settings,
        _in_settings([*framework_findings, *profile_findings, *style_findings], text),
        framework,
        profile,
    )


def _house(root: Path, name: str | None, kind: SchemaKind) -> tuple[Gate | None, list[Finding]]:
    if name is None:
        return None, []
    raw, findings = read_bytes(root / name, root)
    data, _, unreadable = parse(raw) if not findings else (None, "", [])
    try:
        if findings:
            outside = findings[0].rule is problems.OUTSIDE
            return None, [_house_finding(name, kind, _OUTSIDE if outside else _NOT_THERE)]
        if unreadable:
            reason = _NOT_JSON.filled(line=unreadable[0].place.line or 1)
            return None, [_house_finding(name, kind, reason)]
        return house_gate(data, kind, name), []
    except ElsewhereError:
        return None, [_house_finding(name, kind, _ELSEWHERE)]
    except SchemaError:
        return None, [_house_finding(name, kind, _NOT_A_SCHEMA)]


def _house_finding(name: str, kind: str, reason: Phrase) -> Finding:
    place = Place(path=("check", "house_schemas", kind))
    return Finding(problems.HOUSE_SCHEMA_UNUSABLE, place, {"found": name, "reason": reason})
