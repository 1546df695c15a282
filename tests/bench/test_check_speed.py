"""How long a check takes, as a whole process, beside what the same file costs other tools.

Goals: 5,000 indicators in under 2 s of CPU and 50,000 in under 40 s, also when every indicator has
a finding; `--help` in under 4 times an empty Python. Figures are medians of several runs in turn.
"""

import json
import shutil
import sys
from pathlib import Path

import pytest
from large import large_framework
from measuring import cpu

_CHECK = [sys.executable, "-m", "competenties", "check"]
_LOADS = "import json,sys; json.load(open(sys.argv[1], encoding='utf-8'))"
_JSONSCHEMA = (
    "import json,sys,jsonschema; s=json.load(open(sys.argv[2]));"
    "list(jsonschema.Draft202012Validator(s).iter_errors(json.load(open(sys.argv[1]))))"
)


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
