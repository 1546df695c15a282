"""How long a check takes, as a whole process, beside what the same file costs other tools.

Goals: 5,000 indicators in under 1 s of CPU and 50,000 in under 4 s, also when every indicator has
a finding; `--help` in under 4 times an empty Python. Figures are medians of several runs in turn.
"""

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from large import large_framework

RUNS = 5
_MEASURE = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, done.returncode)
"""
_CHECK = [sys.executable, "-m", "competenties", "check"]
_LOADS = "import json,sys; json.load(open(sys.argv[1], encoding='utf-8'))"
_JSONSCHEMA = (
    "import json,sys,jsonschema; s=json.load(open(sys.argv[2]));"
    "list(jsonschema.Draft202012Validator(s).iter_errors(json.load(open(sys.argv[1]))))"
)


def cpu(*commands: Sequence[str]) -> list[tuple[float, float, int]]:
    """Return median CPU seconds, peak MiB and exit code of commands that run in turn."""
    runs: list[list[tuple[float, float, int]]] = [[] for _ in commands]
    for _ in range(RUNS):
        for own, command in zip(runs, commands, strict=True):
            measured = subprocess.run(
                [sys.executable, "-c", _MEASURE, *command],
                capture_output=True,
                text=True,
                check=True,
            )
            seconds, peak, code = measured.stdout.split()
            own.append((float(seconds), float(peak), int(code)))
    return [
        (statistics.median(one[0] for one in own), max(one[1] for one in own), own[0][2])
        for own in runs
    ]


@pytest.mark.parametrize("fault", ["", "translation", "schema"])
@pytest.mark.parametrize("indicators", [5_000, 50_000])
def test_a_check_of_a_large_framework(tmp_path: Path, indicators: int, fault: str) -> None:
    path = tmp_path / "groot.json"
    path.write_text(
        json.dumps(large_framework(indicators, fault=fault), indent=2), encoding="utf-8"
    )
    schema = Path(__file__).parents[2] / "schemas" / "framework.schema.json"
    check, loads = cpu([*_CHECK, str(path)], [sys.executable, "-c", _LOADS, str(path)])
    line = (
        f"\n{indicators:>6} indicators, fault {fault or 'none':<12} check {check[0]:.2f} s CPU, "
        f"{check[1]:.0f} MiB, {check[0] / loads[0]:.1f} x json.load"
    )
    if indicators == 5_000:  # it takes too long with more
        (other,) = cpu([sys.executable, "-c", _JSONSCHEMA, str(path), str(schema)])
        line += f", {check[0] / other[0]:.2f} x validation by jsonschema alone ({other[0]:.2f} s)"
    print(line)
    assert check[2] == (1 if fault == "schema" else 0)


def test_the_help() -> None:
    program = shutil.which("competenties", path=str(Path(sys.executable).parent))
    assert program
    ours, empty = cpu([program, "--help"], [sys.executable, "-c", "pass"])
    print(f"\n--help {ours[0] * 1000:.0f} ms CPU, {ours[0] / empty[0]:.1f} x python -c pass")
    assert ours[2] == 0
