"""How long the wording check takes, as a whole process and for one sentence after the start.

The goal of `test_check_speed.py` holds for the whole check; one sentence has to be quick enough to
check while somebody types.
"""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from large import large_framework
from measuring import cpu

from competenties.wording import sentence_rules

_PROGRAM = [sys.executable, "-m", "competenties"]
_EMPTY = [sys.executable, "-c", "pass"]
_SENTENCES = """
import json, statistics, sys, time
sentences = json.load(open(sys.argv[1], encoding="utf-8"))
begun = time.process_time()
from competenties.wording import check_sentence
list(check_sentence("Telt de kas.", "nl")); list(check_sentence("Counts the till.", "en"))
started = time.process_time()
taken = []
for language, text in sentences:
    before = time.perf_counter()
    list(check_sentence(text, language))
    taken.append(time.perf_counter() - before)
print(started - begun, statistics.median(taken), sorted(taken)[len(taken) * 99 // 100])
"""


def examples(language: str) -> list[str]:
    return [
        text
        for one in sentence_rules()
        for own, shown in one.rule.examples.items()
        if own == language
        for text in (*shown.wrong, *shown.right)
    ]


def varied_framework(indicators: int) -> dict[str, Any]:
    """Return a large framework in two languages, whose sentences are examples, two out of three weak."""
    data = large_framework(indicators)
    chance = random.Random(1)  # noqa: S311  (the same sentences every time)
    dutch, english = examples("nl"), examples("en")
    for competence in data["competences"]:
        for level in competence["levels"]:
            for indicator in level["indicators"]:
                nl = f"{chance.choice(dutch)[:-1]} bij {chance.choice(dutch).lower()}"
                indicator["text"] = {"nl": nl, "en": chance.choice(english)}
    return data


@pytest.mark.parametrize("indicators", [5_000, 50_000])
@pytest.mark.parametrize("kind", ["plain", "varied"])
def test_a_check_with_its_wording(tmp_path: Path, indicators: int, kind: str) -> None:
    path = tmp_path / "groot.json"
    made = large_framework(indicators) if kind == "plain" else varied_framework(indicators)
    path.write_text(json.dumps(made, indent=2), encoding="utf-8")
    check, overview, empty = cpu(
        [*_PROGRAM, "check", str(path)], [*_PROGRAM, "wording", str(path)], _EMPTY
    )
    print(
        f"\n{indicators:>6} indicators, {kind:<7} check {check[0]:.2f} s CPU, {check[1]:.0f} MiB, "
        f"{check[0] / empty[0]:.0f} x python -c pass; wording {overview[0]:.2f} s, {overview[1]:.0f} MiB"
    )
    assert check[2] in (0, 1)
    assert overview[2] == 0


def test_loose_sentences_one_a_line(tmp_path: Path) -> None:
    path = tmp_path / "zinnen.jsonl"
    chance = random.Random(1)  # noqa: S311  (the same sentences every time)
    lines = [
        json.dumps({"id": number, "lang": language, "text": chance.choice(examples(language))})
        for number in range(2_500)
        for language in ("nl", "en")
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    ours, empty = cpu([*_PROGRAM, "wording", str(path), "--json"], _EMPTY)
    print(
        f"\n{len(lines):>6} sentences, wording --json {ours[0]:.2f} s CPU, {ours[1]:.0f} MiB, "
        f"{ours[0] / empty[0]:.0f} x python -c pass"
    )
    assert ours[2] == 0


def test_one_sentence_after_the_start(tmp_path: Path) -> None:
    path = tmp_path / "zinnen.json"
    sentences = [(language, text) for language in ("nl", "en") for text in examples(language)]
    path.write_text(json.dumps(sentences), encoding="utf-8")
    measured = subprocess.run(
        [sys.executable, "-c", _SENTENCES, str(path)], capture_output=True, text=True, check=True
    )
    start, median, slow = (float(one) for one in measured.stdout.split())
    print(
        f"\nfirst sentences {start:.2f} s CPU; after that {median * 1e6:.0f} µs a sentence "
        f"(median), {slow * 1e6:.0f} µs for one in a hundred"
    )
    assert median > 0
