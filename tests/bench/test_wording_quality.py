"""How well the labels of the wording check agree with labelled sentences, per label and language.

The sentences are development data outside the project: the figures say where to look, not what a
stranger's framework will give.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SHARED

_WORDING = SHARED / "wording"


def scores(folder: Path, labelled: list[str]) -> str:
    """Return what the scorer prints of these labelled lines."""
    gold, given = folder / "gold.jsonl", folder / "given.jsonl"
    gold.write_text("\n".join(labelled) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "competenties", "wording", str(gold), "--json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    given.write_bytes(done.stdout)
    scorer = [sys.executable, str(_WORDING / "score.py"), str(gold), str(given)]
    return subprocess.run(scorer, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.parametrize("language", ["nl", "en", "both"])
@pytest.mark.skipif(not _WORDING.is_dir(), reason="needs the labelled sentences in ../shared")
def test_the_labels_beside_labelled_sentences(tmp_path: Path, language: str) -> None:
    lines = (_WORDING / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    chosen = [one for one in lines if language in ("both", json.loads(one)["lang"])]
    said = scores(tmp_path, chosen)
    print(f"\n{language}: {len(chosen)} sentences\n{said}")
    assert "macro F1" in said
