"""The examples on the page of a rule are true: the wrong ones are reported, the right ones are not."""

import re
import string
from typing import NamedTuple

import pytest

from competenties.findings import Examples, Finding, Rule
from competenties.messages import LANGUAGES, Language, Phrase
from competenties.wording import check_sentence, sentence_rules

RULES = [one.rule for one in sentence_rules()]
_LETTERS = re.compile(r"[^\W\d_]+")


class Example(NamedTuple):
    """One example of a rule, in one language."""

    rule: Rule
    language: Language
    text: str

    def findings(self) -> list[Finding]:
        return list(check_sentence(self.text, self.language))

    def own_findings(self) -> list[Finding]:
        return [one for one in self.findings() if one.rule.name == self.rule.name]

    def __str__(self) -> str:
        return f"{self.rule.name}-{self.language}-{self.text[:40]}"


def examples(rule: Rule, language: Language) -> Examples:
    return rule.examples.get(language, Examples((), ()))


WRONG = [
    Example(rule, language, text)
    for rule in RULES
    for language in LANGUAGES
    for text in examples(rule, language).wrong
]
RIGHT = [
    Example(rule, language, text)
    for rule in RULES
    for language in LANGUAGES
    for text in examples(rule, language).right
]


def gaps(said: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(said) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_three_wrong_and_three_right_examples_in_each_language(
    rule: Rule, language: Language
) -> None:
    shown = examples(rule, language)
    assert len(set(shown.wrong)) >= 3
    assert len(set(shown.right)) >= 3
    assert not set(shown.wrong) & set(shown.right)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_the_same_in_both_languages(rule: Rule) -> None:
    for phrase in (rule.title, rule.message, rule.advice, rule.why):
        assert all(said and said == said.strip() for said in phrase)
        assert gaps(phrase.nl) == gaps(phrase.en)
    assert rule.title.nl != rule.title.en
    assert rule.why.nl != rule.why.en


@pytest.mark.parametrize("example", WRONG, ids=str)
def test_a_wrong_example_is_reported_by_its_rule(example: Example) -> None:
    assert example.own_findings(), [one.rule.name for one in example.findings()]


@pytest.mark.parametrize("example", RIGHT, ids=str)
def test_a_right_example_has_no_error_or_warning_of_any_rule(example: Example) -> None:
    """Who follows the advice is done: the better sentence is not reported for something else."""
    assert example.own_findings() == []
    heavy = [one.rule.name for one in example.findings() if one.severity != "hint"]
    assert heavy == []


@pytest.mark.parametrize("example", WRONG, ids=str)
def test_a_finding_is_a_whole_sentence_in_both_languages(example: Example) -> None:
    for finding in example.findings():
        for language in LANGUAGES:
            for said in (finding.message(language), finding.advice(language)):
                assert said.strip()
                assert not set(said) & set("{}"), said
                assert "  " not in said
                assert "Phrase(" not in said
            assert finding.advice(language)[-1] in '.?!"', finding.advice(language)


@pytest.mark.parametrize("example", WRONG, ids=str)
def test_a_finding_points_at_the_words_that_it_is_about(example: Example) -> None:
    for finding in example.findings():
        assert finding.place.span is not None
        start, end = finding.place.span
        assert 0 <= start < end <= len(example.text)
        words = _LETTERS.findall(example.text[start:end].lower())
        found = finding.values.get("found", "")
        assert isinstance(found, (str, Phrase))
        if isinstance(found, str) and found:
            assert set(_LETTERS.findall(found.lower())) & set(words)


def test_a_rule_file_is_called_as_its_rule() -> None:
    for rule, find in sentence_rules():
        name = find.__module__.rpartition(".")[2]
        assert rule.name == name.replace("_", "-")
