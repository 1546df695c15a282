"""What the editor says about findings: no name of a file's field, and a link to the field on its screen."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from competenties.checking import every_rule
from competenties.checking.check import check
from competenties.editor.check_links import address_of
from competenties.editor.finding_words import advice_of, message_of, page_advice, page_why
from competenties.findings import Finding
from competenties.messages import LANGUAGES, Language
from competenties.operations.tree import way_to
from competenties.workspace.session import Session

CASES = Path(__file__).parents[1] / "workspaces" / "invalid"
FIELDS = r"partial|polarity|languages|definition|name|text|language|level|competence|aliases"
TECHNICAL = re.compile(
    rf'\((?:{FIELDS})\)|"(?:{FIELDS})"|" \("[a-z_]+"\)|\$schema|\bnull\b|\btrue\b|\bfalse\b|check\.[a-z]|'
    r"competenties (?:explain|schema)|[\[\]{}]|\(U\+D8"
)
"""Names of fields and other words of a file; what stands in a reader's own text is another thing."""

OWN_WORDS = {"unknown-field", "control-character"}


def found_in(root: Path) -> Iterator[tuple[Session, Finding]]:
    session = Session(root)
    try:
        for one in check(session.workspace()).findings:
            if not one.rule.is_about_wording:
                yield session, one
    finally:
        session.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_of_the_check_names_a_field_of_the_file(
    tmp_path: Path, language: Language
) -> None:
    said = []
    for case in sorted(CASES.iterdir()):
        root = tmp_path / case.name
        shutil.copytree(case, root, symlinks=True)
        for _, one in found_in(root):
            words = f"{message_of(one, language)} {advice_of(one, language)}"
            if one.rule.name not in OWN_WORDS and TECHNICAL.search(words):
                said.append(f"{case.name}: {words}")
    assert said == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_a_rule_does_either(language: Language) -> None:
    pages = [
        f"{name}: {page_advice(rule).say(language)} {page_why(rule, language)}"
        for name, rule in every_rule().items()
    ]
    gaps = re.compile(r"\{\w+\}")
    assert [one for one in pages if TECHNICAL.search(gaps.sub("…", one))] == []


@pytest.mark.parametrize(
    ("case", "rule", "address"),
    [
        (
            "empty-level",
            "empty-level",
            "/frameworks/thuiszorg/competences/rapporteren#f-rapporteren-levels-2",
        ),
        (
            "not-ascending",
            "not-ascending",
            "/frameworks/gemeente/competences/bemiddelen#f-bemiddelen-levels-3",
        ),
        ("cluster-loop", "cluster-loop", "/frameworks/balie#g-balie-werk"),
        (
            "stale-acceptance-finding-gone",
            "stale-acceptance",
            "/check?document=frameworks%2Fwonen#f--accepted-0",
        ),
        (
            "missing-block-in-a-draft",
            "missing-block",
            "/profiles/wijkverzorgende#block-authority",
        ),
        ("all-levels-high", "all-levels-high", "/profiles/wijkverzorgende#block-requested"),
        ("bad-language-in-words", "bad-language", "/frameworks/magazijn/details#f--languages"),
    ],
)
def test_a_finding_leads_to_its_place_on_a_screen(
    tmp_path: Path, case: str, rule: str, address: str
) -> None:
    root = tmp_path / case
    shutil.copytree(CASES / case, root)
    for session, one in found_in(root):
        if one.rule.name == rule:
            name = one.place.file.removesuffix(".json")
            data: dict[str, Any] = session.states[name].data
            own = "" if one.place.item == data.get("id") else one.place.item
            assert address_of(session, one, way_to(data, own) or ()) == address
            return
    pytest.fail("the workspace has no such finding")
