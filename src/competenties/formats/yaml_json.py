"""JSON that no other format knows: a framework of this program's own, or a refusal that says what it is."""

import re
from typing import Any

from competenties.findings import UnusableError
from competenties.formats.source import Source
from competenties.messages import Phrase
from competenties.workspace.json_text import parse

_FIRST = 20_000
_SUFFIXES = (".json", ".jsonld")
_OWN = re.compile(r'"\$schema"\s*:\s*"urn:competenties:(framework|profile):')
_NOT_READ = Phrase(
    nl="{name} kan niet worden gelezen.\n  regel {line}: {message}\n    → {advice}",
    en="{name} cannot be read.\n  line {line}: {message}\n    → {advice}",
)
_OTHER = Phrase(
    nl="{name} is {kind}, en dat leest dit programma niet. Vraag wie het bestand maakte om een "
    "CASE-pakket (CFPackage), SKOS (Turtle of JSON-LD), of een tabel in Excel of CSV.",
    en="{name} is {kind}, which this program does not read. Ask whoever made the file for a CASE "
    "package (CFPackage), SKOS (Turtle or JSON-LD), or a table in Excel or CSV.",
)
_KINDS = (
    ("ceasn:|ctdlasn", Phrase(nl="CTDL-ASN van Credential Engine", en="CTDL-ASN")),
    ("openbadge|/spec/ob/|AchievementCredential", Phrase(nl="een Open Badge", en="an Open Badge")),
    ("hropen|Competency(Type|Definition)", Phrase(nl="JSON van HR Open", en="JSON of HR Open")),
    ('"@context"', Phrase(nl="JSON-LD zonder SKOS", en="JSON-LD without SKOS")),
    ("", Phrase(nl="JSON van een ander programma", en="JSON of another program")),
)


def is_json(source: Source) -> bool:
    """Tell whether a source is JSON: by its name, or because it says that it is our own."""
    start = source.raw[:_FIRST].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    is_named = source.name.lower().endswith(_SUFFIXES)
    return start.startswith(("{", "[")) and (is_named or _OWN.search(start) is not None)


def own_data(source: Source) -> tuple[dict[str, Any], str]:
    """Return the data of a framework or profile of our own, and its text. Raises UnusableError."""
    start = source.raw[:_FIRST].decode("utf-8", "replace")
    data, text, found = parse(source.raw)
    if found and _OWN.search(start):
        one = found[0]
        message = Phrase(nl=one.message("nl"), en=one.message("en"))
        advice = Phrase(nl=one.advice("nl"), en=one.advice("en"))
        line = one.place.line or 1
        raise UnusableError(_NOT_READ, name=source.name, line=line, message=message, advice=advice)
    if not isinstance(data, dict) or _OWN.search(f'"$schema":"{data.get("$schema")}"') is None:
        kind = next(kind for sign, kind in _KINDS if re.search(sign, start, re.IGNORECASE))
        raise UnusableError(_OTHER, name=source.name, kind=kind)
    return data, text
