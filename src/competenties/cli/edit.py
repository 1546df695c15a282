"""`competenties edit`: the editor in the browser."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from competenties.messages import Language, Phrase, choose_language

if TYPE_CHECKING:
    from pathlib import Path

NAME = "edit"
TITLE = Phrase(nl="model en functieprofielen bewerken in de browser", en="edit in the browser")

_DIRECTORY = Phrase(
    nl="werkmap (anders de map waar u staat, of die van de vorige keer); een lege of nieuwe map mag ook",
    en="workspace (else the folder you are in, or that of last time); an empty or new folder will do",
)
_PORT = Phrase(
    nl="poort op deze computer (anders een vrije)", en="port on this computer (else a free one)"
)
_NO_BROWSER = Phrase(
    nl="geen browser openen, alleen het adres tonen", en="open no browser, show the address"
)
_OPEN = Phrase(
    nl="De editor van {path} is open in uw browser. Laat dit venster open; stoppen: Ctrl+C.\n{address}",
    en="The editor of {path} is open in your browser. Leave this window open; to stop: Ctrl+C.\n{address}",
)
_ADDRESS = Phrase(
    nl="Open dit adres in uw browser, alleen op deze computer. Stoppen: Ctrl+C.\n{address}",
    en="Open this address in your browser, on this computer only. To stop: Ctrl+C.\n{address}",
)
_RUNS = Phrase(
    nl="De editor van {path} was al gestart; hij is opnieuw geopend in uw browser.",
    en="The editor of {path} was running already; it was opened again in your browser.",
)
_TAKEN = Phrase(
    nl="Poort {port} kan niet worden gebruikt; misschien heeft een ander programma die al. Kies een "
    "andere, of laat --port weg.",
    en="Port {port} cannot be used; perhaps another program has it. Choose another one, or leave --port out.",
)
_UNSAVED = Phrase(
    nl="Nog niet in het bestand gezet: {names}. De wijzigingen staan veilig in {folder} en komen er bij "
    "de volgende start in.",
    en="Not written to the file yet: {names}. The edits are safe in {folder} and go in at the next start.",
)
_STOPPED = Phrase(
    nl="De editor is gestopt. Alles is opgeslagen.", en="The editor has stopped. All is saved."
)


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    parser.add_argument("directory", metavar="DIR", nargs="?", help=_DIRECTORY.say(language))
    parser.add_argument("--port", type=int, default=0, metavar="N", help=_PORT.say(language))
    parser.add_argument("--no-browser", action="store_true", help=_NO_BROWSER.say(language))


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Run the editor until it is stopped, or open the one that runs."""
    import gc
    import webbrowser

    from competenties.editor.launch import PortTakenError, Running, running_or_claimed, serve
    from competenties.findings import RefusedError
    from competenties.workspace.journal import JOURNALS

    gc.enable()  # this command runs for hours
    reader = choose_language(language)
    root = _root(arguments.directory, reader)
    opens = not arguments.no_browser
    already = running_or_claimed(root)
    if already is not None:
        print(_RUNS.say(reader, path=str(root)) if opens else already.address())
        if opens:
            webbrowser.open(already.address())
        return 0

    def ready(found: Running) -> None:
        phrase = _OPEN if opens else _ADDRESS
        print(phrase.say(reader, path=str(root), address=found.address()), flush=True)

    try:
        unsaved = serve(root, port=arguments.port, opens=opens, ready=ready)
    except PortTakenError as error:
        raise RefusedError(_TAKEN, port=str(arguments.port)) from error
    if unsaved:
        print(_UNSAVED.say(reader, names=", ".join(unsaved), folder=str(root / JOURNALS)))
        return 1
    print(_STOPPED.say(reader))
    return 0


def _root(named: str | None, language: Language) -> Path:
    """Return the workspace: the one named, the one we stand in, the last one, or this folder."""
    from pathlib import Path

    from competenties.editor.launch import last_workspace
    from competenties.workspace.settings import SETTINGS_FILE
    from competenties.workspace.starting import start_workspace
    from competenties.workspace.workspace import workspace_around

    root = Path(named) if named else workspace_around(Path.cwd()) or last_workspace() or Path.cwd()
    if not (root / SETTINGS_FILE).exists():
        start_workspace(root, language, framework=None, organisation="")
    return root.resolve()
