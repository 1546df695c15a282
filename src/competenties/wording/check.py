"""Runs the sentence rules over a text."""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from competenties.findings import LABELS, Finding, Label, Place, Rule
from competenties.messages import Language
from competenties.wording import rules
from competenties.wording.dutch import analysis as dutch
from competenties.wording.english import analysis as english
from competenties.wording.hits import Find
from competenties.wording.house import PLAIN, House
from competenties.wording.sentence import Sentence


class SentenceRule(NamedTuple):
    """A rule over one sentence, and the function that finds where it holds."""

    rule: Rule
    find: Find


_QUOTED = re.compile(r"""^["“”„«]([^"“”„«»]*)["“”»]([\s.!?]*)$""")


@cache
def sentence_rules() -> tuple[SentenceRule, ...]:
    """Return the rules over a sentence: one file each in `rules/`."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    files = [importlib.import_module(f"{rules.__name__}.{name}") for name in names]
    return tuple(SentenceRule(one.RULE, one.find) for one in files)


def analyse(text: str, language: Language) -> Sentence:
    """Return a sentence taken apart; quotation marks around the whole of it say nothing."""
    bare = _QUOTED.sub(r" \1 \2", text)
    return dutch.analyse(bare) if language == "nl" else english.analyse(bare)


def check_sentence(text: str, language: Language, house: House = PLAIN) -> Iterator[Finding]:
    """Yield what there is to say about the wording of one sentence, spans pointing into it."""
    sentence = analyse(text, language)
    for rule, find in sentence_rules():
        for hit in find(sentence, house):
            severity = "hint" if hit.is_hint else rule.severity
            yield Finding(rule, Place(span=hit.span), {"title": text, **hit.values}, severity)


def labels_of(findings: Iterable[Finding]) -> list[Label]:
    """Return the labels of a sentence, each once, in the order of the label guide."""
    found = {finding.rule.category for finding in findings}
    return [label for label in LABELS if label in found]
