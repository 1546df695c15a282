"""How long the plan of an import takes, as a whole process, beside only reading the same file.

Goal: 5,000 indicators in under 2 s of CPU and 50,000 in under 12 s, the whole plan in about twice what
openpyxl needs to read the cells alone.
"""

import sys
from pathlib import Path

import pytest
from measuring import cpu

from competenties.office.tables import Table, write_csv, write_xlsx

_IMPORT = [sys.executable, "-m", "competenties", "import"]
_OPENPYXL = (
    "import sys, openpyxl; b = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True);"
    "[list(s.iter_rows(values_only=True)) for s in b]"
)
_CSV = "import sys, csv; list(csv.reader(open(sys.argv[1], encoding='utf-8-sig'), delimiter=';'))"


def table(indicators: int) -> Table:
    rows = [
        [
            f"Cluster {n // 500}",
            f"Competentie {n // 25}",
            str(1 + n // 5 % 5),
            f"Legt afspraak {n} vast.",
        ]
        for n in range(indicators)
    ]
    return Table("Indicatoren", ("Cluster", "Competentie", "Niveau", "Gedragsindicator"), rows)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@pytest.mark.parametrize("indicators", [5_000, 50_000])
def test_the_plan_of_a_large_table(tmp_path: Path, indicators: int, suffix: str) -> None:
    path = tmp_path / f"groot{suffix}"
    made = table(indicators)
    path.write_bytes(write_xlsx([made]) if suffix == ".xlsx" else write_csv(made))
    reading = _OPENPYXL if suffix == ".xlsx" else _CSV
    ours, only_reading = cpu([*_IMPORT, str(path)], [sys.executable, "-c", reading, str(path)])
    name = "openpyxl" if suffix == ".xlsx" else "csv"
    print(
        f"\n{indicators:>6} indicators {suffix:<5} import {ours[0]:.2f} s CPU, {ours[1]:.0f} MiB, "
        f"{ours[0] / only_reading[0]:.2f} x reading the cells with {name} ({only_reading[0]:.2f} s)"
    )
    assert ours[2] == 0
