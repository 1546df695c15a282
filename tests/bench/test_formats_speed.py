"""How long an export of 50,000 indicators takes in every format, and the import of what it wrote.

Goal: export and import together in under 15 s of CPU and 500 MiB. It prints, and never fails on time.
"""

import json
import sys
from pathlib import Path

import pytest
from large import large_framework
from measuring import cpu

from competenties.formats import format_files
from competenties.formats.presets import preset_files

_EXPORT = [sys.executable, "-m", "competenties", "export"]
_IMPORT = [sys.executable, "-m", "competenties", "import"]
_INDICATORS = 50_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("groot") / "groot.json"
    path.write_text(json.dumps(large_framework(_INDICATORS)), encoding="utf-8")
    return path


def _cases() -> list[tuple[str, str]]:
    formats = [(one.NAME, suffix) for one in format_files().values() for suffix in one.SUFFIXES]
    return [*formats, *((name, one.LAYOUT.suffix) for name, one in preset_files().items())]


@pytest.mark.parametrize(("name", "suffix"), _cases())
def test_a_large_framework_goes_out_and_comes_back(
    tmp_path: Path, large: Path, name: str, suffix: str
) -> None:
    is_folder = suffix == ".csv" and (name == "table" or name in preset_files())
    out = tmp_path / ("uit" if is_folder else f"uit{suffix}")
    (written,) = cpu([*_EXPORT, name, str(large), "-o", str(out), "--force"], times=1)
    (read,) = cpu([*_IMPORT, name, str(out)], times=1)
    print(
        f"\n{_INDICATORS:>6} indicators {name:<15} {suffix:<7} "
        f"export {written[0]:5.2f} s CPU {written[1]:4.0f} MiB, "
        f"import {read[0]:5.2f} s CPU {read[1]:4.0f} MiB"
    )
    assert (written[2], read[2]) == (0, 0)
