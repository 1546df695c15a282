"""`competenties explain`: the page of a rule."""

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from competenties.messages import Language, Phrase, choose_language
from competenties.messages.words import CATEGORIES, SEVERITIES

if TYPE_CHECKING:
    import re

    from competenties.findings import Rule

NAME = "explain"
TITLE = Phrase(nl="uitleggen wat een regel van de controle zegt", en="explain a rule of the check")

_RULE = Phrase(
    nl="naam van de regel; zonder naam alle regels", en="name of a rule; without it, all"
)
_JSON = Phrase(nl="uitvoer als JSON voor programma's", en="output as JSON for programs")
_UNKNOWN = Phrase(
    nl='Er is geen regel "{name}". {nearest}Alle regels: competenties explain',
    en='There is no rule "{name}". {nearest}All rules: competenties explain',
)
_SAYS = Phrase(nl="Zegt", en="Says")
_WHY = Phrase(nl="Waarom", en="Why")
_DO = Phrase(nl="Wat te doen", en="What to do")
_WEIGHT = Phrase(nl="Gewicht", en="Severity")
_WRONG = Phrase(nl="Zo liever niet", en="Rather not like this")
_RIGHT = Phrase(nl="Zo kan het wel", en="Like this")
_WIDTH = 88
_GAP = "…"


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    parser.add_argument("rule", metavar="RULE", nargs="?", help=_RULE.say(language))
    parser.add_argument("--json", action="store_true", help=_JSON.say(language))


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Print one rule's page, or the list of all rules."""
    import json

    from competenties.checking import every_rule
    from competenties.cli.terminal.input import language_here
    from competenties.findings import NotFoundError
    from competenties.workspace.explain import nearest

    reader = choose_language(language, language_here())
    rules = every_rule()
    name = arguments.rule
    if name is not None and name not in rules:
        raise NotFoundError(_UNKNOWN, name=name, nearest=nearest(name, rules))
    chosen = [rules[name]] if name else list(rules.values())
    if arguments.json:
        print(json.dumps([as_json(rule, reader) for rule in chosen], ensure_ascii=False, indent=2))
    elif name:
        print("\n".join(page(chosen[0], reader)))
    else:
        print("\n".join(overview(chosen, reader)))
    return 0


def page(rule: "Rule", language: Language) -> Iterator[str]:
    """Yield the lines of a rule's page: what it says, why, and what to do."""
    import textwrap

    severity = SEVERITIES[rule.severity].say(language)
    yield f"{rule.title.say(language)} [{rule.name}]"
    yield ""
    for label, text in (
        (_SAYS, _open(rule.message.say(language))),
        (_WHY, rule.why.say(language)),
        (_DO, _open(rule.advice.say(language))),
        (_WEIGHT, f"{severity} ({CATEGORIES[rule.category].say(language)})"),
    ):
        if text == _GAP:
            continue  # the rule says something else each time
        yield f"{label.say(language)}:"
        yield from textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")
        yield ""
    for heading, sentences in examples(rule, language):
        yield f"{heading}:"
        for one in sentences:
            yield from textwrap.wrap(one, _WIDTH, initial_indent="  - ", subsequent_indent="    ")
        yield ""


def examples(rule: "Rule", language: Language) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the sentences that show a rule, wrong ones first, with what to call them."""
    shown = rule.examples.get(language)
    if shown:
        yield _WRONG.say(language), shown.wrong
        yield _RIGHT.say(language), shown.right


def overview(rules: "list[Rule]", language: Language) -> Iterator[str]:
    """Yield the rules, by what they are about."""
    for category, title in CATEGORIES.items():
        own = [rule for rule in rules if rule.category == category]
        if own:
            yield f"{title.say(language).capitalize()}"
            for rule in own:
                severity = SEVERITIES[rule.severity].say(language)
                yield f"  {rule.name:<26}{severity:<9}{rule.title.say(language)}"
            yield ""


def as_json(rule: "Rule", language: Language) -> dict[str, Any]:
    """Return a rule as `--json` prints it; `wrong` and `right` are sentences that show it."""
    shown = rule.examples.get(language)
    return {
        "rule": rule.name,
        "category": rule.category,
        "severity": rule.severity,
        "title": rule.title.say(language),
        "message": _open(rule.message.say(language)),
        "why": rule.why.say(language),
        "advice": _open(rule.advice.say(language)),
        **({"wrong": shown.wrong, "right": shown.right} if shown else {}),
    }


def _open(template: str) -> str:
    """Return a sentence with "…" where the check fills in a name or a number."""
    import re

    template = re.sub(r"(?<=[\w.}])\{\w+\}", "", template)  # what is only there at times
    opened = re.sub(r"(?<!\{)\{\w+\}(?!\})", _gap, template)
    return " ".join(opened.replace("{{", "{").replace("}}", "}").split())


def _gap(match: "re.Match[str]") -> str:
    return "" if match.group() == "{nearest}" else _GAP
