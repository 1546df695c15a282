"""YAML: a framework and its job profiles as their JSON has them, for whoever keeps text files.

One file, a document each: the framework first. It comes back without loss.
"""

import re
from collections.abc import Iterator
from typing import Any

from competenties.findings import Finding, UnusableError
from competenties.formats.loss import Export, losses
from competenties.formats.plan import ImportPlan, LeftOver, Node, Origin, Path
from competenties.formats.source import Content, ExportChoices, ImportChoices, Source
from competenties.formats.whole import NO_SUCH_ITEM, draft_of, lost_in, text_of
from competenties.formats.yaml_events import documents, yaml_text
from competenties.formats.yaml_typing import typed
from competenties.messages import Phrase
from competenties.model.framework import FRAMEWORK_FORMAT, Framework
from competenties.model.profile import PROFILE_FORMAT, JobProfile
from competenties.workspace.documents import document_data
from competenties.workspace.gate import shipped_gate
from competenties.workspace.upgrades import upgraded

NAME = "yaml"
SUFFIXES: tuple[str, ...] = (".yaml", ".yml")
TITLE = Phrase(nl="YAML (het hele model als tekst)", en="YAML (the whole framework as text)")
PAGE = Phrase(
    nl="Een competentiemodel met zijn functieprofielen als YAML: dezelfde velden als in de eigen "
    "JSON-bestanden, zonder haken en aanhalingstekens. Handig voor wie modellen in een versiebeheer "
    "zoals Git bewaart of met een eigen script maakt. Het model en elk profiel zijn een eigen deel van "
    "één bestand, gescheiden door een regel met ---. Inlezen: competenties import model.yaml -o "
    "werkmap. Een tekst als 'no', 2.0 of 2026-01-01 blijft tekst waar het model een tekst verwacht. "
    "Verwijzingen binnen het bestand (& en *) en dubbele velden worden geweigerd. Er gaat niets "
    "verloren; alleen een verwijzing naar een cluster of niveau-indeling die er niet is, en een id dat "
    "twee keer voorkomt, komen anders terug.",
    en="A framework with its job profiles as YAML: the same fields as in the program's own JSON files, "
    "without brackets and quotes. Useful for whoever keeps frameworks under version control such as "
    "Git, or makes them with a script. The framework and each profile are a part of one file, with a "
    "line of --- between them. To import: competenties import framework.yaml -o folder. A text such as "
    "'no', 2.0 or 2026-01-01 stays a text where the framework wants one. References inside the file (& "
    "and *) and double fields are refused. Nothing is lost; only a reference to a cluster or scale that "
    "is not there, and an id that occurs twice, come back otherwise.",
)

_FIRST = 20_000
_OWN = re.compile(
    r"""^["']?\$schema["']?\s*:\s*["']?urn:competenties:(framework|profile):""", re.MULTILINE
)
_NOTHING = Phrase(
    nl="{name} bevat geen competentiemodel of functieprofiel. Begin het bestand met: "
    "$schema: urn:competenties:framework:1",
    en="{name} holds no framework or job profile. Begin the file with: "
    "$schema: urn:competenties:framework:1",
)
_TWO = Phrase(
    nl="{name} bevat meer dan één competentiemodel. Maak er een bestand per model van.",
    en="{name} holds more than one framework. Make it a file for each.",
)
_WRONG = Phrase(
    nl="{name}, deel dat begint op regel {line}, past niet in het model. {problems}",
    en="{name}, part that begins on line {line}, does not fit the model. {problems}",
)
_PROBLEM = Phrase(nl="{where}: {what} {advice}", en="{where}: {what} {advice}")
_MORE = Phrase(nl="{shown} (en nog {count})", en="{shown} (and {count} more)")
_SHOWN = 5
_OF_A_PROFILE = ("requirements", "frameworks", "result_areas", "purpose", "place")


def recognises(source: Source) -> bool:
    """Tell whether a source says of itself, as YAML, that it is a framework or profile."""
    start = source.raw[:_FIRST].decode("utf-8", "replace").lstrip("\ufeff")
    return not start.lstrip().startswith("{") and _OWN.search(start) is not None


def plan(source: Source, choices: ImportChoices | None = None) -> ImportPlan:  # noqa: ARG001  (the file says it all)
    """Return what becomes of a YAML file. Raises UnusableError with what to do."""
    read = text_of(source)
    framework, profiles = _parts(source.name, read.text)
    main = profiles[0] if framework is None else framework
    draft, unresolved = (None, []) if framework is None else draft_of(framework)
    left = [
        LeftOver(
            Node(f"{items}/{position}/{field}"), id_, NO_SUCH_ITEM.filled(id=id_), is_kept=False
        )
        for items, position, field, id_ in unresolved
    ]
    return ImportPlan(
        source=source.name,
        language=str(main["language"]),
        framework=draft,
        profiles=tuple(profiles),
        origins=dict(_origins(framework, profiles)),
        left_overs=tuple(left),
        remarks=read.remarks,
    )


def write(content: Content, suffix: str, choices: ExportChoices | None = None) -> Export:  # noqa: ARG001  (one way of writing)
    """Return one file with the framework and its profiles, and the little that does not come back."""
    data = [document_data(content.framework), *map(document_data, content.profiles)]
    return Export({"": yaml_text(data).encode()}, losses(content, lost_in(content)))


def _parts(name: str, text: str) -> tuple[dict[str, Any] | None, list[dict[str, Any]]]:
    """Return the framework and the profiles of a file, checked."""
    framework, profiles = None, []
    for data, line in documents(text):
        if data is None or data == "":
            continue
        if not isinstance(data, dict):
            raise UnusableError(_NOTHING, name=name)
        is_profile = _is_profile(data)
        checked = _checked(name, data, line, is_profile=is_profile)
        if is_profile:
            profiles.append(checked)
        elif framework is None:
            framework = checked
        else:
            raise UnusableError(_TWO, name=name)
    if framework is None and not profiles:
        raise UnusableError(_NOTHING, name=name)
    return framework, profiles


def _is_profile(data: dict[str, Any]) -> bool:
    """Tell what a document is: by what it says, else by what its fields show."""
    said = str(data.get("$schema", ""))
    if not said:
        return any(field in data for field in _OF_A_PROFILE)
    return said.startswith(PROFILE_FORMAT.rpartition(":")[0])


def _checked(name: str, data: dict[str, Any], line: int, *, is_profile: bool) -> dict[str, Any]:
    """Return a document in today's form, without `$schema`. Raises UnusableError."""
    made = typed(data, JobProfile if is_profile else Framework)
    form = PROFILE_FORMAT if is_profile else FRAMEWORK_FORMAT
    made["$schema"] = str(data.get("$schema") or form)
    current, found = upgraded(made, "profile" if is_profile else "framework")
    if not found:
        found = shipped_gate("profile" if is_profile else "framework").findings(current)
    if found:
        raise UnusableError(_WRONG, name=name, line=line, problems=_problems(found))
    return {key: value for key, value in current.items() if key != "$schema"}


def _problems(found: list[Finding]) -> Phrase:
    """Return the first problems as one text, each with where it is."""
    shown = [_problem(one) for one in found[:_SHOWN]]
    said = Phrase(nl=" ".join(one.nl for one in shown), en=" ".join(one.en for one in shown))
    more = len(found) - len(shown)
    return _MORE.filled(shown=said, count=more) if more else said


def _problem(one: Finding) -> Phrase:
    where = "/".join(filter(None, (one.place.item, one.place.field))) or "$schema"
    said = Phrase(nl=one.message("nl"), en=one.message("en"))
    advice = Phrase(nl=one.advice("nl"), en=one.advice("en"))
    return _PROBLEM.filled(where=where, what=said, advice=advice)


def _origins(
    framework: dict[str, Any] | None, profiles: list[dict[str, Any]]
) -> Iterator[tuple[Path, Origin]]:
    """Yield where the larger parts come from; a file of this form says itself what is what."""
    if framework is not None:
        yield ("framework", "name"), Origin((Node("name"),))
        for number, one in enumerate(framework.get("competences", ())):
            place = Node(f"competences/{one['id']}")
            yield ("framework", "competences", number, "name"), Origin((place,))
    for number, one in enumerate(profiles):
        yield ("profiles", number, "name"), Origin((Node(f"profiles/{one['id']}"),))
