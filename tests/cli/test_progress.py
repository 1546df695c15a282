"""Long work tells on stderr how far it is; short work tells nothing."""

import contextlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from large import large_framework
from running import run, workspace_in


def test_a_check_that_is_over_soon_says_nothing_about_progress(tmp_path: Path) -> None:
    assert run("check", workspace_in(tmp_path, "nl"), cwd=tmp_path).err == ""


@pytest.mark.slow
def test_a_long_check_tells_in_lines_how_far_it_is(tmp_path: Path) -> None:
    shown = run("check", _large(tmp_path), "--language", "nl", cwd=tmp_path)
    assert shown.code == 0
    first, *_ = shown.err.splitlines()
    assert re.fullmatch(
        r"Zinnen nagekeken: \d+ van 50000, nog ongeveer \d+ (seconden|minuten)", first
    )


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals on Windows")
def test_a_long_check_draws_a_bar_on_a_terminal(tmp_path: Path) -> None:
    import pty

    controller, terminal = pty.openpty()
    large = str(_large(tmp_path))
    command = [sys.executable, "-m", "competenties", "check", large, "--language", "en"]
    with subprocess.Popen(command, stderr=terminal, stdout=subprocess.DEVNULL) as process:
        os.close(terminal)
        drawn = b"".join(_read_to_the_end(controller)).decode()
    assert process.returncode == 0
    assert "Sentences looked at" in drawn
    assert "/50000" in drawn


def _read_to_the_end(terminal: int) -> Iterator[bytes]:
    """Yield what is drawn; Linux ends a terminal that nobody writes to any more with an error."""
    with contextlib.suppress(OSError):
        while read := os.read(terminal, 4096):
            yield read


def _large(folder: Path) -> Path:
    path = folder / "groot.json"
    path.write_text(json.dumps(large_framework(50_000)), encoding="utf-8")
    return path
