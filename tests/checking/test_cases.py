"""Every broken workspace gives exactly the findings that stand beside it, in both languages."""

from pathlib import Path

import pytest

from competenties.checking import check, every_rule
from competenties.documents import document_files
from competenties.findings import Finding
from competenties.messages import LANGUAGES, Language
from competenties.wording import sentence_rules
from competenties.workspace.workspace import open_workspace

CASES = Path(__file__).parent.parent / "workspaces"


def said(finding: Finding, language: Language) -> str:
    """Return a finding as the expectations hold it: one line for a person to read."""
    place = finding.place
    where = f"{place.file}:{place.line} {place.item or '-'} {place.field or '-'}"
    sentence = f"{finding.message(language)} → {finding.advice(language)}"
    return f"{finding.severity} {finding.rule.name} {where} | {sentence}"


def findings_of(case: Path, language: Language) -> list[str]:
    report = check(open_workspace(case), documents=document_files())
    return [said(finding, language) for finding in report.findings]


def cases(kind: str) -> list[Path]:
    return sorted(path for path in (CASES / kind).iterdir() if path.is_dir())


@pytest.mark.parametrize("case", cases("invalid"), ids=lambda case: case.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_workspace_gives_exactly_its_findings(case: Path, language: Language) -> None:
    expected = (case / f"expected.{language}.txt").read_text(encoding="utf-8").splitlines()
    assert findings_of(case, language) == expected
    assert expected, "a broken workspace has at least one finding"


@pytest.mark.parametrize("case", cases("valid"), ids=lambda case: case.name)
def test_a_good_workspace_gives_no_finding(case: Path) -> None:
    assert findings_of(case, "nl") == []


def test_every_rule_has_a_broken_workspace_that_shows_it() -> None:
    shown = {
        line.split(" ")[1]
        for case in cases("invalid")
        for line in (case / "expected.nl.txt").read_text(encoding="utf-8").splitlines()
    }
    in_sentences = {one.rule.name for one in sentence_rules()}  # their own examples show those
    # A file of 50 MB and a link are made by tests/workspace; the last is for house schemas only.
    elsewhere = {"file-too-large", "outside-workspace", "wrong-form"}
    assert set(every_rule()) - shown - in_sentences == elsewhere
