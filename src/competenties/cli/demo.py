"""`competenties demo`: the whole road in one go, from a ready-made framework to paper."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from competenties.messages import Language, Phrase, choose_language

if TYPE_CHECKING:
    from pathlib import Path

    from competenties.model.framework import Framework
    from competenties.model.profile import JobProfile

NAME = "demo"
TITLE = Phrase(
    nl="laten zien wat het programma doet, met een voorbeeld",
    en="show what the program does, with an example",
)

_DIRECTORY = Phrase(
    nl="map voor het voorbeeld (anders competenties-demo)",
    en="folder for the example (else competenties-demo)",
)
_NOT_EMPTY = Phrase(
    nl="{path} is niet leeg; er is niets veranderd. Noem een andere map: competenties demo MAP",
    en="{path} is not empty; nothing has been changed. Name another folder: competenties demo DIR",
)
_ORGANISATION = Phrase(nl="Gemeente Voorbeeld", en="Example Council")
_STEP_WORKSPACE = Phrase(
    nl="1. Een werkmap met een kant-en-klaar competentiemodel en een functieprofiel",
    en="1. A workspace with a ready-made framework and a job profile",
)
_STEP_IMPORT = Phrase(
    nl="2. Twee tabellen zoals u ze in Excel hebt, worden een tweede model met twee functies",
    en="2. Two tables as you have them in Excel become a second framework with two jobs",
)
_STEP_CHECK = Phrase(nl="3. De controle kijkt alles na", en="3. The check looks at everything")
_STEP_BROKEN = Phrase(
    nl="4. In een kopie maken we met opzet fouten; de controle wijst ze aan",
    en="4. In a copy we make mistakes on purpose; the check points at them",
)
_STEP_PAPER = Phrase(
    nl="5. Papier voor gesprek, sollicitatie en bespreking",
    en="5. Paper for conversations, interviews and discussion",
)
_STEP_NEXT = Phrase(nl="6. Nu bent u aan de beurt", en="6. Your turn")
_TABLES = Phrase(nl="tabellen", en="tables")
_COMPETENCE_TABLE = Phrase(nl="magazijn-competenties.csv", en="warehouse-competences.csv")
_JOB_TABLE = Phrase(nl="magazijn-functies.csv", en="warehouse-jobs.csv")
_WAREHOUSE = Phrase(nl="Magazijn", en="Warehouse")
_BROKEN = Phrase(nl="kopie-met-fouten", en="copy-with-errors")
_PAPER = Phrase(nl="documenten", en="documents")
_OPEN = Phrase(
    nl="Open de documenten in Word en Excel en print ze.",
    en="Open the documents in Word and Excel and print them.",
)
_EDIT = Phrase(
    nl="Maak een eigen werkmap:          competenties new mijn-werkmap",
    en="Make a workspace of your own:    competenties new my-workspace",
)
_IMPORT = Phrase(
    nl="Kijk wat er van uw Excel wordt:  competenties import uw-bestand.xlsx",
    en="See what your Excel becomes:     competenties import your-file.xlsx",
)
_CHECK = Phrase(
    nl="Kijk de werkmap na:              competenties check mijn-werkmap",
    en="Look at it:                      competenties check my-workspace",
)
_WRITE = Phrase(
    nl="Zie welke documenten er zijn:    competenties write",
    en="See which documents there are:   competenties write",
)
_WHY = Phrase(
    nl="Lees waarom een regel er is:     competenties explain empty-level",
    en="Read why there is a rule:        competenties explain empty-level",
)


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "directory",
        metavar="DIR",
        nargs="?",
        default="competenties-demo",
        help=_DIRECTORY.say(language),
    )


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Make the example and tell about it step by step."""
    from pathlib import Path

    from competenties.findings import RefusedError

    reader = choose_language(language)
    root = Path(arguments.directory)
    if root.is_file() or (root.is_dir() and any(root.iterdir())):
        raise RefusedError(_NOT_EMPTY, path=str(root))
    for part in (_workspace, _import, _check, _broken, _paper, _next):
        for line in part(root, reader):
            print(line)
        print()
    return 0


def _workspace(root: Path, language: Language) -> Iterator[str]:
    from competenties.workspace.starting import start_workspace

    organisation = _ORGANISATION.say(language)
    made = start_workspace(root, language, framework="basis", organisation=organisation)
    yield _STEP_WORKSPACE.say(language)
    for path in made:
        yield f"   {path}"


def _import(root: Path, language: Language) -> Iterator[str]:
    from competenties.api import save
    from competenties.cli.terminal.plan_lines import plan_lines
    from competenties.formats.applying import apply
    from competenties.formats.source import ImportChoices, Source
    from competenties.formats.table import plan
    from competenties.workspace.documents import new_framework, new_profile
    from competenties.workspace.files import save_bytes
    from competenties.workspace.shipped import shipped

    yield _STEP_IMPORT.say(language)
    choices = ImportChoices(name=_WAREHOUSE.say(language), otherwise=language)
    for name in (_COMPETENCE_TABLE.say(language), _JOB_TABLE.say(language)):
        raw = (shipped("frameworks") / "tables" / name).read_bytes()
        save_bytes(root / _TABLES.say(language) / name, raw)
        made = plan(Source(name, raw), choices)
        imported = apply(made)
        if imported.framework is not None:
            path = root / "frameworks" / f"{imported.framework.id}.json"
            save(new_framework(imported.framework, path), imported.framework)
            choices = ImportChoices(known=imported.framework, otherwise=language)
        for profile in imported.profiles:
            path = root / "profiles" / f"{profile.id}.json"
            save(new_profile(profile, path), profile)
        for line in plan_lines(made, language):
            yield f"   {line}"


def _check(root: Path, language: Language) -> Iterator[str]:
    from competenties.checking import check
    from competenties.cli.terminal.printing import lines_of
    from competenties.workspace.workspace import open_workspace

    report = check(open_workspace(root))
    yield _STEP_CHECK.say(language)
    for line in lines_of(report.findings, report.summary, language):
        yield f"   {line}"


def _broken(root: Path, language: Language) -> Iterator[str]:
    import json
    import shutil

    from competenties.checking import check
    from competenties.cli.terminal.printing import lines_of
    from competenties.workspace.files import save_bytes
    from competenties.workspace.json_text import canonical_json
    from competenties.workspace.workspace import open_workspace

    copy = root / _BROKEN.say(language)
    for name in ("frameworks/basis.json", "profiles/medewerker-klantcontact.json"):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / name, copy / name)
    shutil.copy(root / "competenties.toml", copy)
    for path, breaks in (
        (copy / "frameworks", _break_framework),
        (copy / "profiles", _break_profile),
    ):
        for file in sorted(path.glob("*.json")):
            data = json.loads(file.read_bytes())
            breaks(data)
            file.unlink()
            save_bytes(file, canonical_json(data).encode())
    report = check(open_workspace(copy))
    yield _STEP_BROKEN.say(language)
    for line in lines_of(report.findings, report.summary, language):
        yield f"   {line}"


def _break_framework(data: dict[str, Any]) -> None:
    """Empty a level, leave one out, and misspell a cluster."""
    first, second, third, *_ = data["competences"]
    first["levels"][2]["indicators"] = []
    del second["levels"][1]
    third["cluster"] = "samenwerkn"


def _break_profile(data: dict[str, Any]) -> None:
    """Ask a competence by a name that does not exist, and misspell the name of a field."""
    data["requirements"][1]["competence"] = "samenwerking"
    data["purpos"] = data.pop("purpose")


def _paper(root: Path, language: Language) -> Iterator[str]:
    from competenties.api import open_workspace, write
    from competenties.cli.terminal.output import write_new
    from competenties.documents import document_files
    from competenties.documents.form_names import document_file_name
    from competenties.documents.request import FORM_KINDS

    workspace = open_workspace(root)
    yield _STEP_PAPER.say(language)
    titles = {one.NAME: one.TITLE for one in document_files().values()}
    titles["rating-sheet"] = FORM_KINDS["conversation"]
    profiles = workspace.profiles_by_id()
    wanted: list[tuple[JobProfile | Framework, str]] = [
        *((profile, name) for profile in profiles.values() for name in _OF_EACH_JOB),
        (profiles[_INTERVIEWED], "interview-guide"),
        (workspace.frameworks_by_id()["basis"], "framework-book"),
    ]
    for about, document in wanted:
        name = document_file_name(titles[document], about.id, language)
        path = root / _PAPER.say(language) / f"{name}{document_files()[document].SUFFIXES[0]}"
        write_new(path, write(workspace, about, document, language=language))
        yield f"   {path}"


_OF_EACH_JOB = ("job-profile", "rating-sheet")
_INTERVIEWED = "medewerker-klantcontact"


def _next(root: Path, language: Language) -> Iterator[str]:
    del root
    yield _STEP_NEXT.say(language)
    for phrase in (_OPEN, _IMPORT, _EDIT, _CHECK, _WRITE, _WHY):
        yield f"   {phrase.say(language)}"
