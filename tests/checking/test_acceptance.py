"""A finding that was accepted with a reason is left out, as long as the text stays the same."""

import json
from pathlib import Path
from typing import Any

from competenties.checking import Report, check
from competenties.checking.acceptance import acceptance_hash
from competenties.workspace.workspace import open_workspace

FRAMEWORK: dict[str, Any] = {
    "$schema": "urn:competenties:framework:1",
    "id": "model",
    "name": "Model",
    "language": "nl",
    "languages": ["nl", "en"],
    "competences": [{"id": "samenwerken", "name": "Samenwerken"}],
}


def report(root: Path, text: str, accepted: list[dict[str, str]]) -> Report:
    data = FRAMEWORK | {
        "name": {"nl": "Model", "en": "Framework"},
        "competences": [{"id": "samenwerken", "name": text}],
        "accepted": accepted,
    }
    (root / "frameworks").mkdir(exist_ok=True)
    (root / "competenties.toml").write_text("", encoding="utf-8")
    (root / "frameworks" / "model.json").write_text(json.dumps(data), encoding="utf-8")
    return check(open_workspace(root))


def acceptance(text: str) -> dict[str, str]:
    return {
        "rule": "missing-translation",
        "item": "samenwerken",
        "field": "name",
        "text_hash": acceptance_hash(text),
        "reason": "Deze naam is in het Engels hetzelfde.",
    }


def test_without_an_acceptance_there_is_a_finding(tmp_path: Path) -> None:
    assert [one.rule.name for one in report(tmp_path, "Samen", []).findings] == [
        "missing-translation"
    ]


def test_an_accepted_finding_is_counted_and_left_out(tmp_path: Path) -> None:
    found = report(tmp_path, "Samen", [acceptance("Samen")])
    assert list(found.findings) == []
    assert found.summary.accepted == 1


def test_when_the_text_changes_the_finding_comes_back_with_a_hint(tmp_path: Path) -> None:
    found = report(tmp_path, "Samenwerken", [acceptance("Samen")])
    assert sorted((one.rule.name, one.severity) for one in found.findings) == [
        ("missing-translation", "warning"),
        ("stale-acceptance", "hint"),
    ]


def test_an_error_cannot_be_accepted(tmp_path: Path) -> None:
    wish = {
        "rule": "unknown-cluster",
        "item": "samenwerken",
        "field": "cluster",
        "text_hash": acceptance_hash("weg"),
        "reason": "Komt later.",
    }
    report(tmp_path, "Samen", [wish])
    path = tmp_path / "frameworks" / "model.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["languages"] = []
    data["competences"][0]["cluster"] = "weg"
    path.write_text(json.dumps(data), encoding="utf-8")
    found = check(open_workspace(tmp_path)).findings
    assert sorted(one.rule.name for one in found) == ["stale-acceptance", "unknown-cluster"]
    stale = next(one for one in found if one.rule.name == "stale-acceptance")
    assert "een fout kan niet worden geaccepteerd" in stale.message("nl")
