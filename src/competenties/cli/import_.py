"""`competenties import`: makes a framework and job profiles from a file of another program."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from competenties.messages import Language, Phrase, choose_language

if TYPE_CHECKING:
    from pathlib import Path

    from competenties.formats.applying import Imported
    from competenties.formats.plan import ImportPlan
    from competenties.model.framework import Framework

NAME = "import"
TITLE = Phrase(
    nl="een model en functieprofielen maken uit een bestand van een ander programma, zoals Excel",
    en="make a framework and job profiles from a file of another program, such as Excel",
)

_SOURCE = Phrase(
    nl="bestand om te lezen, of een map met CSV-bestanden die bij elkaar horen; het formaat mag ervoor "
    "staan (alle: competenties formats)",
    en="file to read, or a folder with CSV files that belong together; the format may stand before it "
    "(all: competenties formats)",
)
_OUT = Phrase(
    nl="werkmap om in te zetten (ze wordt gemaakt als ze er niet is), of één .json-bestand; zonder -o "
    "ziet u alleen wat er van het bestand wordt",
    en="workspace to put it in (made when it is not there), or one .json file; without -o you only "
    "see what becomes of the file",
)
_MAP = Phrase(
    nl='zeggen wat een kolom is: "kop=betekenis", zoals "Uitleg=definitie" of "Starter=niveau 1"; '
    "mag vaker",
    en='say what a column is: "header=meaning", such as "Notes=definition" or "Starter=level 1"; '
    "may be repeated",
)
_SHEET = Phrase(nl="alleen dit blad lezen; mag vaker", en="read only this sheet; may be repeated")
_NAME = Phrase(nl="naam van het model (anders die van het bestand)", en="name of the framework")
_TEXT_LANGUAGE = Phrase(
    nl="taal van de teksten, zoals nl of en (anders die het programma herkent)",
    en="language of the texts, such as nl or en (else the one that is recognised)",
)
_KNOWN = Phrase(
    nl="model waar een functietabel naar verwijst: id in de werkmap, of bestand",
    en="framework that a table of jobs refers to: id in the workspace, or file",
)
_REPORT = Phrase(
    nl="het hele plan als JSON in dit bestand", en="the whole plan as JSON in this file"
)
_JSON = Phrase(nl="uitvoer als JSON voor programma's", en="output as JSON for programs")
_ALL = Phrase(nl="alle niet-gebruikte cellen noemen", en="name every cell that was not used")
_FORCE = Phrase(nl="bestaande bestanden overschrijven", en="overwrite existing files")

_STRICT = Phrase(
    nl="niets schrijven als er iets niet is gebruikt",
    en="write nothing when something was not used",
)
_NOT_WRITTEN = Phrase(
    nl="Er is niets geschreven, want met --strict moet alles uit het bestand zijn gebruikt.",
    en="Nothing was written, since with --strict everything in the file has to be used.",
)
_TWO_WORDS = Phrase(
    nl="Lees één bestand tegelijk in, of een map met CSV-bestanden die bij elkaar horen: "
    "competenties import [FORMAAT] BESTAND",
    en="Import one file at a time, or a folder with CSV files that belong together: "
    "competenties import [FORMAT] FILE",
)
_NO_MODEL = Phrase(
    nl="{path} is geen competentiemodel. Noem een model bij --framework.",
    en="{path} is not a framework. Name a framework with --framework.",
)
_BAD_LANGUAGE = Phrase(
    nl='"{tag}" is geen taalcode. Schrijf bijvoorbeeld nl, en of nl-BE.',
    en='"{tag}" is no language code. Write for example nl, en or nl-BE.',
)
_ONE_FILE = Phrase(
    nl="Dit worden {count} bestanden, en {path} is er één. Noem een map.",
    en="These are {count} files, and {path} is one. Name a folder.",
)
_NOT_A_FOLDER = Phrase(
    nl="{path}: noem een map (zonder punt) voor een werkmap, of een bestand dat eindigt op .json.",
    en="{path}: name a folder (without a dot) for a workspace, or a file that ends in .json.",
)
_NO_JOBS = Phrase(
    nl="--framework hoort bij een tabel met functies, en die staat niet in {path}. Laat --framework weg.",
    en="--framework goes with a table of jobs, and {path} holds none. Leave --framework out.",
)
_ORGANISATION = Phrase(
    nl="naam van de organisatie op documenten, voor een nieuwe werkmap",
    en="name of the organisation on documents, for a new workspace",
)
_REPLACED = Phrase(
    nl="De vorige versie van {path} is bewaard als {kept}. Wat niet in de tabel staat, zit alleen nog daarin.",
    en="The version of {path} before this is kept as {kept}. What the table lacks is only there now.",
)
_BLOCKED = Phrase(
    nl="{path} is een bestand, en hier moet een map komen. Kies een andere map.",
    en="{path} is a file, where a folder has to come. Choose another folder.",
)
_SAME = Phrase(
    nl="{path}: geef het verslag een andere naam dan de tabel en het model.",
    en="{path}: give the report another name than the table and the framework.",
)
_TOO_LARGE = Phrase(
    nl="Het model zou groter worden dan {most} MB, meer dan het programma weer inleest. "
    "Verdeel de tabel over meer modellen.",
    en="The framework would be larger than {most} MB, more than the program reads again. "
    "Spread the table over several frameworks.",
)
_DRY = Phrase(
    nl="Er is nog niets geschreven. Klopt dit? Geef dezelfde opdracht dan nog eens, met -o en de naam "
    "van een werkmap erachter.",
    en="Nothing has been written yet. Is this right? Then give the same command again, with -o and "
    "the name of a workspace behind it.",
)
_OWN_MODEL = Phrase(
    nl="Uit de functietabel is ook een model gemaakt. Is er al een model, geef het dan op met --framework.",
    en="A framework was made from the table of jobs too. If there is one already, give it with --framework.",
)
_WRITTEN = Phrase(nl="Gemaakt: {path}", en="Written: {path}")
_MORE_WRITTEN = Phrase(nl="… en nog {count} bestanden", en="… and {count} more files")
_CHECKED = Phrase(nl="De controle van wat er nu staat:", en="The check of what is there now:")
_NEXT = Phrase(
    nl="Bekijk ze met: competenties check {path}", en="See them with: competenties check {path}"
)
_SHOWN = 10


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    parser.usage = "competenties import [FORMAT] SOURCE [-o OUT]"
    parser.add_argument("words", metavar="[FORMAT] SOURCE", nargs="+", help=_SOURCE.say(language))
    parser.add_argument("-o", "--output", metavar="OUT", default="", help=_OUT.say(language))
    for option, phrase, metavar in (("--map", _MAP, "TEXT"), ("--sheet", _SHEET, "NAME")):
        parser.add_argument(
            option, metavar=metavar, action="append", default=[], help=phrase.say(language)
        )
    for option, phrase, metavar in (
        ("--name", _NAME, "NAME"),
        ("--text-language", _TEXT_LANGUAGE, "CODE"),
        ("--framework", _KNOWN, "ID"),
        ("--organisation", _ORGANISATION, "NAME"),
        ("--report", _REPORT, "FILE"),
    ):
        parser.add_argument(option, metavar=metavar, default="", help=phrase.say(language))
    for option, phrase in (
        ("--all", _ALL),
        ("--strict", _STRICT),
        ("--json", _JSON),
        ("--force", _FORCE),
    ):
        parser.add_argument(option, action="store_true", help=phrase.say(language))


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Show the plan and, where a place is given, carry it out; 0 when all was done.

    1 when --strict kept it from being done.
    """
    from pathlib import Path

    from competenties.cli.terminal.output import refuse_existing, write_new
    from competenties.cli.terminal.plan_lines import plan_json, plan_lines
    from competenties.workspace.json_text import canonical_json

    reader = choose_language(language, _language_of_workspace(arguments.output))
    plan = _plan(arguments, reader)
    is_refused = bool(arguments.strict and plan.left_overs)
    files = _files(arguments, plan, reader) if arguments.output and not is_refused else {}
    if not arguments.force:
        refuse_existing(files)
    if arguments.report:
        _refuse_same(Path(arguments.report), [Path(arguments.words[-1]), *files])
        report = canonical_json(plan_json(plan, reader)).encode()
        write_new(Path(arguments.report), report, force=arguments.force)
    if not arguments.json:
        print("\n".join(plan_lines(plan, reader, everything=arguments.all)))
    written = _write(arguments, files, reader) if files else []
    if arguments.json:
        print(canonical_json({**plan_json(plan, reader), "written": written}), end="")
    elif is_refused:
        print(_NOT_WRITTEN.say(reader), file=sys.stderr)
    else:
        _tell(arguments, plan, written, reader)
    return 1 if is_refused else 0


def _language_of_workspace(output: str) -> str | None:
    from pathlib import Path

    from competenties.workspace.settings import SETTINGS_FILE, read_settings

    root = Path(output or ".")
    return read_settings(root).settings.language if (root / SETTINGS_FILE).is_file() else None


def _plan(arguments: argparse.Namespace, reader: Language) -> ImportPlan:
    import re
    from pathlib import Path

    from competenties.cli.terminal.other_files import refuse_form
    from competenties.findings import UnusableError
    from competenties.formats.importing import planned, source_at
    from competenties.formats.source import ImportChoices
    from competenties.model.text import LANGUAGE_TAG

    *names, last = arguments.words
    if len(names) > 1 or any(Path(one).is_file() for one in names):
        raise UnusableError(_TWO_WORDS)
    path = Path(last)
    source = source_at(path)
    if arguments.text_language and not re.fullmatch(LANGUAGE_TAG, arguments.text_language):
        raise UnusableError(_BAD_LANGUAGE, tag=arguments.text_language)
    if path.is_file():
        refuse_form(path)
    choices = ImportChoices(
        columns=arguments.map,
        sheets=arguments.sheet,
        name=arguments.name,
        language=arguments.text_language,
        known=_known(arguments) if arguments.framework else None,
        otherwise=reader,
    )
    plan = planned(source, names[0] if names else "", choices)
    if choices.known is not None and not plan.profiles:
        raise UnusableError(_NO_JOBS, path=path.name)
    return plan


def _known(arguments: argparse.Namespace) -> Framework:
    """Return the framework that was named: a file, or an id in the workspace that is written to."""
    from pathlib import Path

    from competenties.findings import NotFoundError
    from competenties.workspace.settings import SETTINGS_FILE
    from competenties.workspace.shipped import shipped_frameworks
    from competenties.workspace.workspace import open_path

    named, out = arguments.framework, Path(arguments.output or ".")
    inside = str(out) if (out / SETTINGS_FILE).is_file() else None
    is_shipped = not Path(named).exists() and inside is None and named in shipped_frameworks()
    place = str(shipped_frameworks()[named]) if is_shipped else named
    found = [one.model for one in open_path(place, inside).frameworks if one.model and one.whole]
    if len(found) != 1:
        raise NotFoundError(_NO_MODEL, path=named)
    return found[0]


def _files(arguments: argparse.Namespace, plan: ImportPlan, reader: Language) -> dict[Path, bytes]:
    """Return the files that the import makes, before any is written."""
    from pathlib import Path

    from competenties.findings import RefusedError
    from competenties.formats.applying import apply
    from competenties.workspace.files import MOST_BYTES
    from competenties.workspace.settings import SETTINGS_FILE
    from competenties.workspace.starting import start_contents

    out = Path(arguments.output)
    contents = _contents(apply(plan))
    if any(len(content) > MOST_BYTES for content in contents.values()):
        raise RefusedError(_TOO_LARGE, most=MOST_BYTES // 1_000_000)
    if out.suffix.lower() == ".json":
        if len(contents) > 1:
            raise RefusedError(_ONE_FILE, count=len(contents), path=str(out))
        return {out: next(iter(contents.values()))}
    if out.suffix and not out.is_dir():
        raise RefusedError(_NOT_A_FOLDER, path=str(out))
    if not (out / SETTINGS_FILE).is_file():
        started = start_contents(reader, organisation=arguments.organisation)
        contents = {**started, **contents}
    return {out / name: content for name, content in contents.items()}


def _contents(imported: Imported) -> dict[str, bytes]:
    from competenties.workspace.documents import document_data
    from competenties.workspace.json_text import canonical_json
    from competenties.workspace.workspace import FRAMEWORKS, PROFILES

    models: dict[str, Any] = {f"{PROFILES}/{one.id}.json": one for one in imported.profiles}
    if imported.framework is not None:
        models = {f"{FRAMEWORKS}/{imported.framework.id}.json": imported.framework, **models}
    return {name: canonical_json(document_data(model)).encode() for name, model in models.items()}


def _write(
    arguments: argparse.Namespace, files: Mapping[Path, bytes], reader: Language
) -> list[str]:
    from competenties.cli.terminal.output import write_new

    _refuse_blocked(files)
    for path, content in files.items():
        kept = _keep(path, content)
        write_new(path, content, force=arguments.force)
        if kept is not None:
            said = _REPLACED.say(reader, path=path.name, kept=str(kept))
            print(said, file=sys.stderr)
    if not arguments.json:
        shown = list(files)[:_SHOWN]
        print(*(_WRITTEN.say(reader, path=str(path)) for path in shown), sep="\n")
        if len(files) > len(shown):
            print(_MORE_WRITTEN.say(reader, count=len(files) - len(shown)))
    return [path.as_posix() for path in files]


def _refuse_blocked(files: Iterable[Path]) -> None:
    """Raise RefusedError when a folder that has to be made is a file, before anything is written."""
    from competenties.findings import RefusedError

    for path in files:
        blocked = next((one for one in path.parents if one.is_file()), None)
        if blocked is not None:
            raise RefusedError(_BLOCKED, path=str(blocked))


def _refuse_same(report: Path, others: Iterable[Path]) -> None:
    from competenties.findings import RefusedError

    if report.resolve() in {one.resolve() for one in others}:
        raise RefusedError(_SAME, path=str(report))


def _keep(path: Path, content: bytes) -> Path | None:
    """Keep the file that is about to be replaced by another one, and return where."""
    from datetime import datetime

    from competenties.workspace.files import save_bytes
    from competenties.workspace.workspace import workspace_around

    if not path.is_file() or path.read_bytes() == content:
        return None
    moment = datetime.now().strftime("%Y%m%d-%H%M%S-%f")  # noqa: DTZ005  (the clock of the user)
    root = workspace_around(path.parent) or path.parent
    kept = root / ".competenties" / "replaced" / f"{path.stem}-{moment}{path.suffix}"
    save_bytes(kept, path.read_bytes())
    return kept


def _tell(
    arguments: argparse.Namespace, plan: ImportPlan, written: list[str], reader: Language
) -> None:
    """Say what the check thinks of the result, and what to do next."""
    from competenties.checking import check
    from competenties.cli.terminal.printing import summary_lines
    from competenties.workspace.workspace import open_path

    if plan.framework and plan.profiles and not _has_behaviour(plan):
        print(_OWN_MODEL.say(reader), file=sys.stderr)
    if not written:
        print(_DRY.say(reader))
        return
    summary = check(open_path(arguments.output)).summary
    print(_CHECKED.say(reader))
    print(*(f"  {line}" for line in summary_lines(summary, reader)), sep="\n")
    print(_NEXT.say(reader, path=_quoted(arguments.output)))


def _has_behaviour(plan: ImportPlan) -> bool:
    """Tell whether the framework is more than the names in a table of jobs."""
    competences = (plan.framework or {}).get("competences", [])
    return any(one.get("definition") or one.get("indicators") for one in competences) or any(
        level.get("indicators") for one in competences for level in one.get("levels", ())
    )


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text
