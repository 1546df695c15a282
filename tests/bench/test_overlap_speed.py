"""How long the rules take that lay the indicators of a framework beside each other.

Goal: every rule over competences on 5,000 indicators in under 1 s of CPU beyond loading the dictionary, and on
50,000 with a third of them copied between competences in other words in under 25 s.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from overlapping import overlapping_framework

_MEASURE = """
import gc, sys, time
gc.disable()  # as commands do
from competenties.wording.lemmas import lemma
from competenties.checking.rules import rules_over
from competenties.checking.scope import Scope
from competenties.workspace.workspace import open_path
workspace = open_path(sys.argv[1])
framework = workspace.frameworks[0].model
started = time.process_time()
lemma("werkt", "nl")
loaded = time.process_time()
scope = Scope({framework.id: framework}, {}, workspace.settings)
found = [one for rule in rules_over(framework) for one in rule.find(scope)]
done = time.process_time()
print(loaded - started, done - loaded, len(found), len(scope.compared(framework).alike))
"""


@pytest.mark.parametrize("indicators", [5_000, 50_000])
def test_the_rules_over_competences_that_overlap(tmp_path: Path, indicators: int) -> None:
    path = tmp_path / "overlap.json"
    path.write_text(json.dumps(overlapping_framework(indicators), indent=2), encoding="utf-8")
    measured = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(path)], capture_output=True, text=True, check=True
    )
    loading, rules, findings, pairs = measured.stdout.split()
    print(
        f"\n{indicators:>6} indicators that overlap: rules {float(rules):.2f} s CPU, {findings} findings, "
        f"{pairs} pairs; loading the dictionary {float(loading):.2f} s"
    )
    assert int(pairs) > 0
