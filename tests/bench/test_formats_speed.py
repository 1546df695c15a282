"""How long an export of 50,000 indicators takes in every format, and the import of what it wrote.

Goal: export and import together in under 15 s of CPU and 500 MiB (SKOS: 90 s and 1.5 GiB), and no
indicator dearer among 50,000 than among 10,000. It prints medians, and never fails on a time.
"""

import json
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from large import large_framework
from measuring import cpu

from competenties.formats import format_files
from competenties.formats.presets import preset_files

_EXPORT = [sys.executable, "-m", "competenties", "export"]
_IMPORT = [sys.executable, "-m", "competenties", "import"]
_FEW, _MANY = 10_000, 50_000
_TIMES = 3
_WITH_BRANCH = ("canvas", "moodle", "totara")
"""Formats that can give behaviour items of its own."""


class Case(NamedTuple):
    """A format or preset, the kind of file, and where the behaviour of levels goes."""

    name: str
    suffix: str
    levels: str = "anchors"


class Cost(NamedTuple):
    """What an export and the import of it take: seconds of CPU, and MiB at most."""

    export: float
    back: float
    memory: float

    @property
    def seconds(self) -> float:
        """Both together."""
        return self.export + self.back


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    folder = tmp_path_factory.mktemp("groot")
    paths = {indicators: folder / f"groot-{indicators}.json" for indicators in (_FEW, _MANY)}
    for indicators, path in paths.items():
        path.write_text(json.dumps(large_framework(indicators)), encoding="utf-8")
    return paths


def _cases() -> list[Case]:
    formats = [Case(one.NAME, suffix) for one in format_files().values() for suffix in one.SUFFIXES]
    presets = [Case(name, one.LAYOUT.suffix) for name, one in preset_files().items()]
    branches = [
        one._replace(levels="branch") for one in (*formats, *presets) if one.name in _WITH_BRANCH
    ]
    return [*formats, *presets, *branches]


@pytest.mark.parametrize("case", _cases(), ids="-".join)
def test_a_large_framework_goes_out_and_comes_back(
    tmp_path: Path, large: dict[int, Path], case: Case
) -> None:
    few, many = (_cost(tmp_path, large[indicators], case) for indicators in (_FEW, _MANY))
    print(
        f"\n{_MANY:>6} indicators {case.name:<15} {case.suffix:<7} {case.levels:<7} "
        f"{many.seconds:5.1f} s CPU together (export {many.export:4.1f}, import {many.back:4.1f}), "
        f"{many.memory:4.0f} MiB; an indicator costs {many.seconds * _FEW / few.seconds / _MANY:4.2f} x "
        f"of what it does among {_FEW}"
    )


def _cost(folder: Path, source: Path, case: Case) -> Cost:
    is_folder = case.suffix == ".csv" and (case.name == "table" or case.name in preset_files())
    out = folder / (source.stem if is_folder else f"{source.stem}{case.suffix}")
    to = ["-o", str(out), "--levels", case.levels, "--force"]
    (written,) = cpu([*_EXPORT, case.name, str(source), *to], times=_TIMES)
    (read,) = cpu([*_IMPORT, case.name, str(out)], times=_TIMES)
    assert (written[2], read[2]) == (0, 0)
    return Cost(written[0], read[0], max(written[1], read[1]))
