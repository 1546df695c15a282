"""Files that are made from others are what `make generate` makes of them."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from generate import generated  # noqa: E402  (the path has to be set first)


@pytest.mark.parametrize("name", ["schemas", "frameworks", "docs"])
def test_generated_files_are_fresh(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    stale = [
        path
        for path, content in generated().items()
        if path.startswith(name) and (ROOT / path).read_text(encoding="utf-8") != content
    ]
    assert stale == [], "run `make generate` and look at the difference"
