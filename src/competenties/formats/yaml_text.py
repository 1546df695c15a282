"""YAML: a framework and its job profiles as their JSON has them, for whoever keeps text files.

One file, a document each: the framework first. It comes back without loss.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from competenties.findings import Finding, UnusableError
from competenties.findings import Path as Pointer
from competenties.formats.loss import Export, losses
from competenties.formats.plan import ImportPlan, LeftOver, Node, Origin, Path
from competenties.formats.source import Content, ExportChoices, ImportChoices, Source
from competenties.formats.whole import NO_SUCH_ITEM, draft_of, lost_in, text_of
from competenties.formats.yaml_events import documents, lines_in, yaml_text
from competenties.formats.yaml_json import is_json, own_data
from competenties.formats.yaml_typing import typed
from competenties.messages import Phrase
from competenties.model.framework import FRAMEWORK_FORMAT, Framework
from competenties.model.profile import PROFILE_FORMAT, JobProfile
from competenties.workspace.documents import document_data
from competenties.workspace.gate import shipped_gate
from competenties.workspace.lines import locate
from competenties.workspace.upgrades import upgraded

NAME = "yaml"
SUFFIXES: tuple[str, ...] = (".yaml", ".yml")
TITLE = Phrase(nl="YAML (het hele model als tekst)", en="YAML (the whole framework as text)")
PAGE = Phrase(
    nl="Een competentiemodel met zijn functieprofielen als YAML. Dat zijn dezelfde velden "
    "als in de eigen JSON-bestanden, zonder haken en aanhalingstekens. Handig voor wie "
    "modellen in een versiebeheer zoals Git bewaart of met een eigen script maakt.\n\n"
    "1. Voer uit naar één bestand. Het model en elk profiel zijn daarin een eigen deel, "
    "gescheiden door een regel met ---.\n"
    "2. Pas het bestand aan.\n"
    "3. Lees het in: competenties import model.yaml -o werkmap.\n\n"
    "Let op:\n"
    "- Een tekst als 'no', 2.0 of 2026-01-01 blijft tekst waar het model een tekst "
    "verwacht.\n"
    "- Verwijzingen binnen het bestand (& en *) en dubbele velden worden geweigerd.\n"
    "- Staat er iets fout, dan wordt niets overgenomen en noemt het programma elke regel.\n"
    "- De eigen JSON-bestanden leest het net zo in.\n\n"
    "Gaat niet mee:\n"
    "- niets blijft achter. Alleen een verwijzing naar een cluster of niveau-indeling die "
    "er niet is, en een id dat twee keer voorkomt, komen anders terug",
    en="A framework with its job profiles as YAML. These are the same fields as in the "
    "program's own JSON files, without brackets and quotes. Useful for whoever keeps "
    "frameworks under version control such as Git, or makes them with a script.\n\n"
    "1. Export to one file. The framework and each profile are a part of it, with a line "
    "of --- between them.\n"
    "2. Change the file.\n"
    "3. Import it: competenties import framework.yaml -o folder.\n\n"
    "Mind:\n"
    "- A text such as 'no', 2.0 or 2026-01-01 stays a text where the framework wants one.\n"
    "- References inside the file (& and *) and double fields are refused.\n"
    "- Where something is wrong nothing is taken over, and the program names every line.\n"
    "- The program's own JSON files are read in the same way.\n\n"
    "Stays behind:\n"
    "- nothing. Only a reference to a cluster or scale that is not there, and an id that "
    "occurs twice, come back otherwise",
)

Lines = Callable[[Iterable[Pointer]], dict[Pointer, int]]
"""Returns the lines on which values of a document stand, by the way to each."""

_FIRST = 20_000
_OWN = re.compile(
    r"""^["']?\$schema["']?\s*:\s*["']?urn:competenties:(framework|profile):""", re.MULTILINE
)
_NOTHING = Phrase(
    nl="{name} bevat geen competentiemodel of functieprofiel in de vorm van dit programma; die begint "
    "met: $schema: urn:competenties:framework:1. Komt het bestand van een ander programma, zet de "
    "gegevens dan in een tabel in Excel.",
    en="{name} holds no framework or job profile in the form of this program, which begins with: "
    "$schema: urn:competenties:framework:1. If the file is of another program, put the data into a "
    "table in Excel.",
)
_TWO = Phrase(
    nl="{name} bevat meer dan één competentiemodel. Maak er een bestand per model van.",
    en="{name} holds more than one framework. Make it a file for each.",
)
_WRONG = Phrase(
    nl="{name} past niet in het model; er is niets overgenomen. Verbeter dit en probeer het opnieuw:"
    "{problems}",
    en="{name} does not fit the model; nothing was taken over. Mend this and try again:{problems}",
)
_PROBLEM = Phrase(
    nl="\n  regel {line}: {what}\n    → {advice}", en="\n  line {line}: {what}\n    → {advice}"
)
_MORE = Phrase(nl="{shown}\n  en nog {count}", en="{shown}\n  and {count} more")
_SHOWN = 10
_OF_ANY = {"$schema", "id", "language"}
_OF_A_PROFILE = ("requirements", "frameworks", "result_areas", "purpose", "place")


def recognises(source: Source) -> bool:
    """Tell whether a source is YAML by its name or what it says of itself, or JSON of our own.

    JSON that no other format knows is taken too, since only here it gets a refusal that helps.
    """
    start = source.raw[:_FIRST].decode("utf-8", "replace").lstrip("\ufeff")
    is_yaml = source.name.lower().endswith(SUFFIXES) or _OWN.search(start) is not None
    return is_json(source) or (is_yaml and not start.lstrip().startswith("{"))


def plan(source: Source, choices: ImportChoices | None = None) -> ImportPlan:  # noqa: ARG001  (the file says it all)
    """Return what becomes of a YAML file. Raises UnusableError with what to do."""
    read = text_of(source)
    framework, profiles = _parts(source, read.text)
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


def _parts(source: Source, text: str) -> tuple[dict[str, Any] | None, list[dict[str, Any]]]:
    """Return the framework and the profiles of a file, checked."""
    framework, profiles, name = None, [], source.name
    for data, lines in _documents(source, text):
        if data is None or data == "":
            continue
        if not isinstance(data, dict) or _OF_ANY.isdisjoint(data):
            raise UnusableError(_NOTHING, name=name)
        is_profile = _is_profile(data)
        checked = _checked(name, data, lines, is_profile=is_profile)
        if is_profile:
            profiles.append(checked)
        elif framework is None:
            framework = checked
        else:
            raise UnusableError(_TWO, name=name)
    if framework is None and not profiles:
        raise UnusableError(_NOTHING, name=name)
    return framework, profiles


def _documents(source: Source, text: str) -> Iterator[tuple[Any, Lines]]:
    """Yield every document of a file, with what finds the lines of values in it."""
    if is_json(source):
        data, whole = own_data(source)
        yield data, partial(locate, whole)
        return
    for number, data in enumerate(documents(text)):
        yield data, partial(lines_in, text, number)


def _is_profile(data: dict[str, Any]) -> bool:
    """Tell what a document is: by what it says, else by what its fields show."""
    said = str(data.get("$schema", ""))
    if not said:
        return any(field in data for field in _OF_A_PROFILE)
    return said.startswith(PROFILE_FORMAT.rpartition(":")[0])


def _checked(name: str, data: dict[str, Any], lines: Lines, *, is_profile: bool) -> dict[str, Any]:
    """Return a document in today's form, without `$schema`. Raises UnusableError."""
    made = typed(data, JobProfile if is_profile else Framework)
    form = PROFILE_FORMAT if is_profile else FRAMEWORK_FORMAT
    made["$schema"] = str(data.get("$schema") or form)
    current, found = upgraded(made, "profile" if is_profile else "framework")
    if not found:
        found = shipped_gate("profile" if is_profile else "framework").findings(current)
    if found:
        raise UnusableError(_WRONG, name=name, problems=_problems(found, lines))
    return {key: value for key, value in current.items() if key != "$schema"}


def _problems(found: list[Finding], lines: Lines) -> Phrase:
    """Return the first problems as one text, each with its line, in the order of the file."""
    places = [one.place.pointer or one.place.path for one in found]
    known = lines(places)
    numbered = sorted(zip(map(known.__getitem__, places), found, strict=True), key=_first)
    shown = [_problem(line, one) for line, one in numbered[:_SHOWN]]
    said = Phrase(nl="".join(one.nl for one in shown), en="".join(one.en for one in shown))
    more = len(found) - len(shown)
    return _MORE.filled(shown=said, count=more) if more else said


def _first(numbered: tuple[int, Finding]) -> int:
    return numbered[0]


def _problem(line: int, one: Finding) -> Phrase:
    said = Phrase(nl=one.message("nl"), en=one.message("en"))
    advice = Phrase(nl=one.advice("nl"), en=one.advice("en"))
    return _PROBLEM.filled(line=line, what=said, advice=advice)


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
