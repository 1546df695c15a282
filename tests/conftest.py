"""What tests share: which of them run where, and the files they look at."""

import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

pytest_plugins = ["editor_fixtures"]

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")

_LEFT_OUT = pytest.StashKey[int]()
_WORD = "left_out"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Benches are measurements and only run when asked for."""
    parser.addoption("--run-bench", action="store_true", help="run the measurements")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out the benches unless asked for."""
    is_bench = "tests/bench" in collection_path.as_posix()
    return True if is_bench and not config.getoption("--run-bench") else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out slow tests outside CI; what asks for a browser is slow."""
    slow = [] if IN_CI else [item for item in items if _is_slow(item)]
    config.stash[_LEFT_OUT] = len(slow)
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in set(slow)]


def _is_slow(item: pytest.Item) -> bool:
    return "slow" in item.keywords or "browser" in getattr(item, "fixturenames", ())


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell the process that gathers the results how many tests this worker left out."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output[_WORD] = session.config.stash.get(_LEFT_OUT, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what a worker left out; each worker collects the same tests."""
    node.config.stash[_LEFT_OUT] = getattr(node, "workeroutput", {}).get(_WORD, 0)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say in one line each what was left out and why."""
    slow = config.stash.get(_LEFT_OUT, 0)
    if slow:
        terminalreporter.write_line(f"left out: {slow} slow tests (they run by `make test-all`)")
    skipped = terminalreporter.stats.get("skipped", [])
    for reason, number in Counter(_reason(report) for report in skipped).items():
        terminalreporter.write_line(f"left out: {reason} ({number})")


def _reason(report: pytest.TestReport) -> str:
    longrepr = report.longrepr
    said = longrepr[2] if isinstance(longrepr, tuple) else str(longrepr)
    return said.removeprefix("Skipped: ")
