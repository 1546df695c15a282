"""What tests share: which of them run where, and the files they look at."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Benches are measurements and only run when asked for."""
    parser.addoption("--run-bench", action="store_true", help="run the measurements")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out slow tests outside CI, and benches unless asked for."""
    benches = config.getoption("--run-bench")
    slow = pytest.mark.skip(reason="slow: runs in CI and by `make test-all`")
    bench = pytest.mark.skip(reason="a measurement: runs by `make bench`")
    for item in items:
        if "tests/bench" in item.path.as_posix() and not benches:
            item.add_marker(bench)
        elif "slow" in item.keywords and not IN_CI:
            item.add_marker(slow)
