"""`competenties check`: looks at a workspace or a file and says what can be better."""

import argparse
from typing import TYPE_CHECKING

from competenties.messages import Language, Phrase, choose_language

if TYPE_CHECKING:
    from collections.abc import Collection

    from competenties.workspace.workspace import Workspace

NAME = "check"
TITLE = Phrase(
    nl="een werkmap of bestand nakijken", en="look at a workspace or a file and say what is wrong"
)

_PATH = Phrase(
    nl="werkmap, bestand of id (anders de werkmap waarin u staat)",
    en="workspace folder, file or id (else the workspace that you are in)",
)
_JSON = Phrase(nl="uitvoer als JSON voor programma's", en="output as JSON for programs")
_ALL = Phrase(nl="alle aandachtspunten tonen", en="show every finding")
_WORKSPACE = Phrase(nl="werkmap waarin het id staat", en="workspace that holds the id")


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    parser.add_argument("path", metavar="PATH", nargs="?", default="", help=_PATH.say(language))
    parser.add_argument("--workspace", metavar="DIR", help=_WORKSPACE.say(language))
    parser.add_argument("--all", action="store_true", help=_ALL.say(language))
    parser.add_argument("--json", action="store_true", help=_JSON.say(language))


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Print the findings; 1 when there are errors among them."""
    import json
    from dataclasses import asdict
    from pathlib import Path

    from competenties.checking import check
    from competenties.cli.terminal.other_files import refuse_to_check
    from competenties.cli.terminal.printing import lines_of
    from competenties.cli.terminal.progress import watching
    from competenties.workspace.workspace import open_path, open_workspace_here

    refuse_to_check(Path(arguments.path))
    workspace = (
        open_path(arguments.path, arguments.workspace)
        if arguments.path
        else open_workspace_here(arguments.workspace)
    )
    reader = choose_language(language, workspace.settings.language)
    with watching(reader) as watch:
        report = check(workspace, watch=watch, documents=_documents(workspace))
    if arguments.json:
        findings = [finding.as_json(reader) for finding in report.findings]
        print(
            json.dumps(
                {"findings": findings, "summary": asdict(report.summary)},
                ensure_ascii=False,
                indent=2,
            )
        )
    else:
        lines = lines_of(report.findings, report.summary, reader, everything=arguments.all)
        print("\n".join(lines))
    return 1 if report.has_errors else 0


def _documents(workspace: "Workspace") -> "Collection[str] | None":
    """Return the names of all documents; they are only looked up where the settings name one."""
    if not workspace.settings.house_style.templates:
        return None
    from competenties.documents import document_files

    return document_files()
