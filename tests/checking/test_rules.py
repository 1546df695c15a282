"""Every rule can be explained, is found by itself, and can be weighed by the organisation."""

import json
import re
import string
from pathlib import Path

import pytest

from competenties.checking import check, every_rule
from competenties.checking.rules import rule_files
from competenties.findings import Rule
from competenties.messages import LANGUAGES, words
from competenties.workspace.starting import start_workspace
from competenties.workspace.workspace import open_workspace


@pytest.mark.parametrize("rule", every_rule().values(), ids=lambda rule: rule.name)
def test_a_rule_has_a_page_in_both_languages(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule.name)
    assert rule.severity in words.SEVERITIES
    assert rule.category in words.CATEGORIES
    for phrase in (rule.title, rule.message, rule.advice, rule.why):
        for language in LANGUAGES:
            said = phrase.say(language)
            assert said == said.strip(), said
            assert said, rule.name
    for phrase in (rule.title, rule.why):
        assert phrase.nl != phrase.en
    gaps = [
        {name for _, name, _, _ in string.Formatter().parse(said) if name}
        for said in (rule.message.nl, rule.message.en)
    ]
    assert gaps[0] == gaps[1], "both languages say the same"


def test_a_rule_file_is_called_as_its_rule() -> None:
    for file in rule_files():
        name = str(getattr(file, "__name__", "")).rpartition(".")[2]
        assert file.RULE.name == name.replace("_", "-")


def test_a_rule_can_be_switched_off_or_weighed(tmp_path: Path) -> None:
    start_workspace(tmp_path, "nl")
    profile = tmp_path / "profiles" / "medewerker-klantcontact.json"
    data = json.loads(profile.read_text(encoding="utf-8"))
    del data["chain"]["end_customer"]
    profile.write_text(json.dumps(data), encoding="utf-8")
    settings = tmp_path / "competenties.toml"
    base = settings.read_text(encoding="utf-8")
    for wish, expected in (("off", []), ("error", ["error"]), ("hint", ["hint"])):
        weighed = base.replace(
            "[check.severities]", f'[check.severities]\nno-end-customer = "{wish}"'
        )
        settings.write_text(weighed, encoding="utf-8")
        found = [
            one
            for one in check(open_workspace(tmp_path)).findings
            if one.rule.name == "no-end-customer"
        ]
        assert [one.severity for one in found] == expected
