"""Made-up competences with one fault each, and well-formed ones that no rule over levels reports.

The sentences are our own. A few paraphrases are out of reach for a comparison of words; how many, is
written down here, so that it cannot grow unseen.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from made_frameworks import competence, framework, rules_found

from conftest import SHARED

_LEVEL_RULES = {
    "duplicate-across-levels",
    "near-duplicate",
    "only-frequency-differs",
    "not-ascending",
    "empty-level",
    "level-skips",
    "too-many-indicators",
    "too-few-indicators",
    "internal-customer-only",
}
_OUT_OF_REACH = {"b-nl-near-7", "c5"}


def cases(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


OWN = cases(Path(__file__).parent / "competences.jsonl")


def rules_of(case: dict[str, Any]) -> set[str]:
    levels = {level["level"]: level["indicators"] for level in case["levels"]}
    definition = {"definition": case["definition"]} if case["definition"] else {}
    made = competence("competentie", case["competence"], levels, **definition)
    return rules_found(framework(made, language=case["lang"]))


@pytest.mark.parametrize(
    "case", [one for one in OWN if one["label"] == "ok"], ids=lambda one: one["id"]
)
def test_a_well_formed_competence_is_left_alone(case: dict[str, Any]) -> None:
    assert not rules_of(case) & _LEVEL_RULES


@pytest.mark.parametrize(
    "case", [one for one in OWN if one["label"] != "ok"], ids=lambda one: one["id"]
)
def test_a_fault_is_found(case: dict[str, Any]) -> None:
    found = case["label"].replace("_", "-") in rules_of(case)
    assert found == (case["id"] not in _OUT_OF_REACH)


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the labelled competences in ../shared")
def test_the_labelled_competences_of_the_catalogue() -> None:
    for case in cases(SHARED / "wording" / "levels.dev.jsonl"):
        found = rules_of(case)
        if case["label"] == "ok":
            assert not found & _LEVEL_RULES, case["id"]
        else:
            assert case["label"].replace("_", "-") in found, case["id"]
