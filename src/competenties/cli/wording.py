"""`competenties wording`: says of sentences whether they can be observed and measured."""

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from competenties.messages import Language, Phrase, choose_language

if TYPE_CHECKING:
    from pathlib import Path

    from competenties.checking.fitness import Fitness
    from competenties.findings import Finding
    from competenties.model.settings import Settings
    from competenties.wording import House

NAME = "wording"
TITLE = Phrase(
    nl="nagaan of zinnen waarneembaar en meetbaar gedrag beschrijven",
    en="say whether sentences describe behaviour that can be observed and measured",
)

_SOURCE = Phrase(
    nl='bestand met één zin per regel (of JSON-regels), "-" voor wat binnenkomt, of een '
    "competentiemodel (bestand, werkmap of id) voor een overzicht per competentie",
    en='file with one sentence a line (or JSON lines), "-" for standard input, or a framework '
    "(file, workspace folder or id) for an overview per competence",
)
_JSON = Phrase(nl="uitvoer als JSON voor programma's", en="output as JSON for programs")
_STRICT = Phrase(
    nl="eindigen met code 1 als er fouten zijn", en="end with exit code 1 when there are errors"
)
_ALL = Phrase(nl="alle competenties tonen", en="show every competence")
_WORKSPACE = Phrase(
    nl="werkmap waarvan de huisregels gelden", en="workspace whose house rules hold"
)
_FINE = Phrase(nl="niets op aan te merken", en="nothing to say")
_COUNT = Phrase(
    nl="{fit} van {total} zinnen zonder fout of waarschuwing. Het is advies: u beslist.",
    en="{fit} of {total} sentences without error or warning. It is advice: you decide.",
)
_SHARE = Phrase(
    nl="{fit} van de {total} gedragsindicatoren zijn zo te scoren ({share}%).",
    en="{fit} of {total} indicators can be rated as they stand ({share}%).",
)
_WORST = Phrase(nl="De zwakste eerst:", en="The weakest first:")
_MORE = Phrase(
    nl="… en nog {count}. Alles tonen: --all", en="… and {count} more. Show everything: --all"
)
_SEE = Phrase(
    nl="Per zin met uitleg: competenties check. Wat een regel betekent: competenties explain.",
    en="Sentence by sentence: competenties check. What a rule means: competenties explain.",
)
_NO_INDICATORS = Phrase(
    nl="Hier staan geen gedragsindicatoren in.", en="There are no indicators in it."
)
_TOO_LARGE = Phrase(
    nl="{path} is groter dan {most} MB. Geef een kleiner bestand op.",
    en="{path} is larger than {most} MB. Give a smaller file.",
)
_SETTINGS = Phrase(
    nl="De huisregels kunnen niet worden gelezen. {what} Alles zien: competenties check",
    en="The house rules cannot be read. {what} See everything: competenties check",
)
_NO_TEXT = Phrase(
    nl="{path} is geen tekstbestand. Zet de zinnen in een tekstbestand, één per regel. Een tabel uit "
    "Excel leest u in met: competenties import",
    en="{path} is no text file. Put the sentences in a text file, one a line. A table from Excel is "
    "read with: competenties import",
)
_MOST_BYTES = 50_000_000
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_OTHER_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")  # Office files, old and new, and PDF
_SHOWN = 10
_PLAIN_SUFFIXES = frozenset([".txt", ".jsonl", ".ndjson", ".csv", ".md"])


class _Line(NamedTuple):
    """One sentence that was given."""

    identifier: Any
    language: Language
    text: str


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    parser.add_argument("source", metavar="SOURCE", help=_SOURCE.say(language))
    parser.add_argument("--workspace", metavar="DIR", help=_WORKSPACE.say(language))
    parser.add_argument("--all", action="store_true", help=_ALL.say(language))
    parser.add_argument("--strict", action="store_true", help=_STRICT.say(language))
    parser.add_argument("--json", action="store_true", help=_JSON.say(language))


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Print what there is to say of every sentence, or an overview of a framework."""
    from pathlib import Path

    path = Path(arguments.source)
    is_lines = arguments.source == "-" or (
        path.is_file()
        and (path.suffix.lower() in _PLAIN_SUFFIXES or path.suffix.lower() != ".json")
    )
    if is_lines:
        return _say_of_lines(arguments, language, path)
    return _say_of_framework(arguments, language)


# -- sentences, one a line


def _say_of_lines(arguments: argparse.Namespace, language: Language | None, path: "Path") -> int:
    from competenties.checking import weighed
    from competenties.wording import check_sentence

    house, settings = _house(arguments.workspace)
    reader = choose_language(language, settings.language)
    severities = settings.check.severities
    has_errors, fit, total = False, 0, 0
    for line in _lines(_content(arguments.source, path), reader):
        findings = list(weighed(check_sentence(line.text, line.language, house), severities))
        has_errors = has_errors or any(one.severity == "error" for one in findings)
        total, fit = total + 1, fit + all(one.severity == "hint" for one in findings)
        for shown in _shown(line, findings, reader, as_json=arguments.json):
            print(shown)
    if not arguments.json:
        print(_COUNT.say(reader, fit=fit, total=total))
    return 1 if has_errors and arguments.strict else 0


def _house(workspace: str | None) -> "tuple[House, Settings]":
    """Return the house rules that hold here: of a workspace, when there is one around."""
    from pathlib import Path

    from competenties.checking.sentences import house_of
    from competenties.findings import UnusableError
    from competenties.model.settings import Settings
    from competenties.workspace.settings import read_settings
    from competenties.workspace.workspace import workspace_around

    root = Path(workspace) if workspace else workspace_around(Path())
    if root is None:
        return house_of(Settings(), []), Settings()
    read = read_settings(root)
    if read.findings:
        raise UnusableError(_SETTINGS, what=_first_words(read.findings))
    return house_of(read.settings, []), read.settings


def _first_words(findings: "Sequence[Finding]") -> Phrase:
    """Return what the first finding says, in both languages."""
    return Phrase(nl=findings[0].message("nl"), en=findings[0].message("en"))


def _content(source: str, path: "Path") -> str:
    """Return the text that was given: UTF-8, or else the letters of old Windows files."""
    import sys

    from competenties.findings import UnusableError

    raw = sys.stdin.buffer.read(_MOST_BYTES + 1) if source == "-" else _read(path)
    if len(raw) > _MOST_BYTES:
        raise UnusableError(_TOO_LARGE, path=source, most=_MOST_BYTES // 1_000_000)
    if raw.startswith(_WIDE_MARKS):
        return raw.decode("utf-16", errors="replace")
    if raw.startswith(_OTHER_FILES):
        raise UnusableError(_NO_TEXT, path=source)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _read(path: "Path") -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST_BYTES + 1)


def _lines(content: str, language: Language) -> Iterator[_Line]:
    """Yield the sentences of a text: one a line, or JSON lines with `id`, `lang` and `text`."""
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            yield _line(line.strip(), number, language)


def _line(line: str, number: int, language: Language) -> _Line:
    import json

    from competenties.messages import is_language

    if line.startswith("{"):
        try:
            given = json.loads(line)
        except (ValueError, RecursionError):
            given = None
        if isinstance(given, dict) and isinstance(given.get("text"), str):
            own = given.get("lang")
            identifier = given.get("id", number)
            spoken = own if is_language(own) else language
            return _Line(identifier, spoken, given["text"])
    return _Line(number, language, line)


def _printable(text: str) -> str:
    """Return a text with control characters made visible; they could rule the terminal."""
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in text)


def _shown(
    line: _Line, findings: "Sequence[Finding]", reader: Language, *, as_json: bool
) -> Iterator[str]:
    """Yield what is printed of one sentence."""
    import json

    if as_json:
        yield json.dumps(_as_json(line, findings, reader), ensure_ascii=False)
        return
    from competenties.cli.terminal.printing import sentence_lines

    yield f"{line.identifier}. {_printable(line.text)}"
    yield from map(_printable, sentence_lines(findings, reader))
    if not findings:
        yield f"    {_FINE.say(reader)}"
    yield ""


def _as_json(line: _Line, findings: "Sequence[Finding]", reader: Language) -> dict[str, Any]:
    from competenties.wording import labels_of

    return {
        "id": line.identifier,
        "text": line.text,
        "findings": [
            {
                "rule": one.rule.name,
                "category": one.rule.category,
                "severity": one.severity,
                "span": list(one.place.span) if one.place.span else None,
                "message": one.statement(reader),
                "advice": one.advice(reader),
            }
            for one in findings
        ],
        "labels": labels_of(findings),
    }


# -- a framework


def _say_of_framework(arguments: argparse.Namespace, language: Language | None) -> int:
    import json
    from dataclasses import asdict

    from competenties.checking import check
    from competenties.checking.fitness import fitness
    from competenties.workspace.workspace import open_path

    workspace = open_path(arguments.source, arguments.workspace)
    reader = choose_language(language, workspace.settings.language)
    report = check(workspace)
    found = fitness(report, [one.model for one in workspace.frameworks if one.model])
    if arguments.json:
        rows = [{**asdict(one), "share": round(one.share, 4)} for one in found]
        print(json.dumps({"competences": rows}, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_overview(found, reader, everything=arguments.all)))
    return 1 if arguments.strict and report.has_errors else 0


def _overview(found: "Sequence[Fitness]", reader: Language, *, everything: bool) -> Iterator[str]:
    from competenties.messages import say
    from competenties.messages.words import CATEGORIES

    total, fit = sum(one.indicators for one in found), sum(one.fit for one in found)
    if not total:
        yield _NO_INDICATORS.say(reader)
        return
    yield _SHARE.say(reader, fit=fit, total=total, share=round(100 * fit / total))
    yield ""
    weak = [one for one in found if everything or one.fit < one.indicators]
    if weak:
        yield _WORST.say(reader)
    for one in weak if everything else weak[:_SHOWN]:
        problems = ", ".join(
            f"{CATEGORIES[category].say(reader)} {count}×" for category, count in one.problems[:3]
        )
        name = say(one.name, reader)
        yield f"  {round(100 * one.share):>3}%  {one.fit:>3}/{one.indicators:<4} {name[:40]:<41}{problems}".rstrip()
    if not everything and len(weak) > _SHOWN:
        yield f"  {_MORE.say(reader, count=len(weak) - _SHOWN)}"
    yield ""
    yield _SEE.say(reader)
