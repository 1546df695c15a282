"""Measures commands as whole processes, in turn, so that a busy machine slows all of them."""

import statistics
import subprocess
import sys
from collections.abc import Sequence

RUNS = 5
_MEASURE = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, done.returncode)
"""


def cpu(*commands: Sequence[str], times: int = RUNS) -> list[tuple[float, float, int]]:
    """Return median CPU seconds, peak MiB and exit code of commands that run in turn."""
    runs: list[list[tuple[float, float, int]]] = [[] for _ in commands]
    for _ in range(times):
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
