"""Runs the program as its users do, and inside this process where that is enough."""

import contextlib
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from competenties.cli import main

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Outcome:
    """What a run printed, and its exit code."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path, cwd: Path, language: str = "nl_NL.UTF-8") -> Outcome:
    """Run the program as a process of its own, on a computer that speaks `language`."""
    done = subprocess.run(
        [sys.executable, "-m", "competenties", *map(str, arguments)],
        cwd=cwd,
        env=environment(language),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def environment(language: str = "nl_NL.UTF-8") -> dict[str, str]:
    """Return the environment of a computer that speaks `language`, without Python's own wishes."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "LC_", "LANG", "COMPETENTIES", "COLUMNS"))
    }
    return kept | {"LANG": language, "PYTHONDONTWRITEBYTECODE": "1"}


def call(*arguments: str | Path) -> Outcome:
    """Run the program inside this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Outcome(code, out.getvalue(), err.getvalue())


def workspace_in(folder: Path, language: str = "nl") -> Path:
    """Return a new workspace in a folder, with the framework and one of the profiles that ship."""
    root = folder / "werkmap"
    made = call("new", root, "--language", language)
    assert made.code == 0, made.err
    for profile in (root / "profiles").glob("*.json"):
        if profile.stem != "medewerker-klantcontact":
            profile.unlink()
    return root


def replace_in(path: Path, old: str, new: str) -> None:
    """Change a text in a file, which has to be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def broken_workspace_in(folder: Path) -> Path:
    """Return a workspace whose profile asks a competence that does not exist."""
    root = workspace_in(folder)
    profile = root / "profiles" / "medewerker-klantcontact.json"
    replace_in(profile, '"competence": "samenwerken"', '"competence": "samenwerking"')
    return root
