"""A save that is killed at any moment leaves the old file or the new one, readable."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from competenties.model.framework import Framework
from competenties.workspace.documents import new_framework, read_framework, save

_SAVES = """
import sys
from pathlib import Path
from competenties.workspace.documents import read_framework, save
path = Path(sys.argv[1])
print("begin", flush=True)
number = 0
while True:
    read = read_framework(path)
    number += 1
    save(read, read.model.model_copy(update={"version": str(number), "name": "x" * 200_000}))
"""
KILLS = 200


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a matter of POSIX")
def test_two_hundred_killed_saves_leave_a_readable_file_each_time(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    start = Framework(id="model", name="begin", language="nl")
    save(new_framework(start, path), start)
    chance = random.Random(20261122)  # noqa: S311  (not for secrets)
    changed = 0
    for _ in range(KILLS):
        before = path.read_bytes()
        saver = subprocess.Popen(
            [sys.executable, "-c", _SAVES, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert saver.stdout is not None
        assert saver.stdout.readline() == "begin\n"
        time.sleep(chance.uniform(0, 0.02))
        saver.send_signal(signal.SIGKILL)
        saver.wait()
        saver.stdout.close()
        read = read_framework(path)
        assert not read.findings
        assert read.model is not None
        changed += path.read_bytes() != before
    assert changed > KILLS / 4, "the kills have to fall among real saves"
    leftovers = list(tmp_path.glob(".*.tmp"))
    assert len(leftovers) <= KILLS
