"""`competenties explain` and `schema`: the pages of the rules, and the forms of the files."""

import json
import re
from pathlib import Path

import pytest
from running import ROOT, call, run, workspace_in

from competenties.checking import every_rule
from competenties.messages import LANGUAGES, Language

RULES = sorted(every_rule())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_names_every_rule_with_its_title(language: Language) -> None:
    shown = call("explain", "--language", language)
    assert shown.code == 0
    for name, rule in every_rule().items():
        (line,) = (one for one in shown.out.splitlines() if one.split()[:1] == [name])
        assert line.endswith(rule.title.say(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_page_without_holes(name: str, language: Language) -> None:
    shown = call("explain", name, "--language", language)
    assert shown.code == 0
    assert f"[{name}]" in shown.out.splitlines()[0]
    labels = {"nl": ["Zegt:", "Waarom:", "Wat te doen:"], "en": ["Says:", "Why:", "What to do:"]}
    lines = shown.out.splitlines()
    assert set(labels[language]) & set(lines)
    for label in set(labels[language]) & set(lines):
        assert lines[lines.index(label) + 1].startswith("  ")
    assert "  …" not in lines, "what says nothing is left out"
    assert re.findall(r"\{\w+\}|\{\{|\}\}", shown.out) == []
    assert all(len(line) <= 100 for line in lines)


def test_a_misspelt_rule_gets_the_nearest_one() -> None:
    refused = call("explain", "empty-levl", "--language", "nl")
    assert refused.code == 2
    assert "empty-level" in refused.err


def test_rules_are_there_for_programs_too() -> None:
    everything = json.loads(call("explain", "--json", "--language", "en").out)
    assert [one["rule"] for one in everything] == RULES
    assert all(all(one.values()) for one in everything)
    (one,) = json.loads(call("explain", "empty-level", "--json", "--language", "en").out)
    assert one in everything
    assert set(one) == {"rule", "category", "severity", "title", "message", "why", "advice"}


@pytest.mark.parametrize("kind", ["framework", "profile", "workspace"])
def test_a_schema_is_the_one_that_ships(kind: str, tmp_path: Path) -> None:
    shown = call("schema", kind)
    shipped = (ROOT / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8")
    assert (shown.code, shown.out) == (0, shipped)
    path = tmp_path / "x.json"
    assert call("schema", kind, "-o", path).code == 0
    assert path.read_text(encoding="utf-8") == shipped


def test_a_schema_is_not_written_over_a_file_unless_that_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("van mij", encoding="utf-8")
    refused = call("schema", "framework", "--output", path)
    assert refused.code == 2
    assert path.read_text(encoding="utf-8") == "van mij"
    assert call("schema", "framework", "--output", path, "--force").code == 0
    assert call("schema", "framework", "--output", tmp_path).code == 2


def test_an_unknown_schema_is_named_with_those_that_exist(tmp_path: Path) -> None:
    refused = run("schema", "formulier", cwd=tmp_path)
    assert refused.code == 2
    assert refused.err.startswith(
        'competenties schema: KIND: "formulier" kan hier niet; '
        "kies uit framework, profile, workspace."
    )


@pytest.mark.parametrize("command", [("explain",), ("formats",), ("write",)])
def test_a_list_is_in_the_language_of_the_workspace_around(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    inside = workspace_in(tmp_path, "en") / "frameworks"
    shown = run(*command, cwd=inside, language="nl_NL.UTF-8")
    assert shown.out == run(*command, "--language", "en", cwd=tmp_path.parent).out
