"""Findings on a terminal: file by file, each with its line, its weight and what to do."""

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

from competenties.checking import Summary
from competenties.findings import Finding
from competenties.messages import Language, Phrase
from competenties.messages.words import SEVERITIES

SHOWN = 50
"""Findings printed unless all are asked for."""

_LINE = Phrase(nl="regel {line}", en="line {line}")
_MORE = Phrase(
    nl="… en nog {count} aandachtspunten. Alles tonen: competenties check --all",
    en="… and {count} more findings. Show everything: competenties check --all",
)
_COUNTS = Phrase(nl="Bekeken: {what}.", en="Looked at: {what}.")
_FRAMEWORKS = Phrase(
    nl="{frameworks} met {competences} en {indicators}",
    en="{frameworks} with {competences} and {indicators}",
)
_RESULT = Phrase(nl="{errors}, {warnings}, {hints}.", en="{errors}, {warnings}, {hints}.")
_NOTHING = Phrase(nl="Geen aandachtspunten.", en="No findings.")
_ACCEPTED = Phrase(nl="Geaccepteerd met een reden: {count}.", en="Accepted with a reason: {count}.")

_NARROW, _WIDE = 60, 110
_INDENT = 22
_SHORT_INDENT = 12


def lines_of(
    findings: Sequence[Finding], summary: Summary, language: Language, *, everything: bool = False
) -> Iterator[str]:
    """Yield the lines that tell a reader about findings, the counts at the end."""
    shown = findings if everything else findings[:SHOWN]
    yield from finding_lines(shown, language)
    if len(shown) < len(findings):
        yield _MORE.say(language, count=len(findings) - len(shown))
        yield ""
    yield from summary_lines(summary, language)


def finding_lines(findings: Sequence[Finding], language: Language) -> Iterator[str]:
    """Yield findings, file by file."""
    width = min(max(shutil.get_terminal_size().columns, _NARROW), _WIDE)
    for file, group in groupby(findings, key=lambda finding: finding.place.file):
        yield file
        for finding in group:
            yield from _finding_lines(finding, language, width)
        yield ""


def sentence_lines(findings: Sequence[Finding], language: Language) -> Iterator[str]:
    """Yield findings about one sentence that stands above them, without its title."""
    width = min(max(shutil.get_terminal_size().columns, _NARROW), _WIDE)
    for finding in findings:
        weight = SEVERITIES[finding.severity].say(language)
        said = _wrapped(finding.statement(language), width - _SHORT_INDENT)
        advice = _wrapped(
            f"→ {finding.advice(language)} [{finding.rule.name}]", width - _SHORT_INDENT
        )
        yield f"    {weight:<8}{said[0]}"
        for more in (*said[1:], *advice):
            yield f"{'':{_SHORT_INDENT}}{more}"


def summary_lines(summary: Summary, language: Language) -> Iterator[str]:
    """Yield what was looked at and how much was found."""
    count = _Counter(language)
    looked_at = []
    if summary.frameworks or not summary.profiles:
        looked_at.append(
            _FRAMEWORKS.say(
                language,
                frameworks=count(
                    summary.frameworks, "competentiemodel", "competentiemodellen", "framework"
                ),
                competences=count(summary.competences, "competentie", "competenties", "competence"),
                indicators=count(
                    summary.indicators, "gedragsindicator", "gedragsindicatoren", "indicator"
                ),
            )
        )
    if summary.profiles or not summary.frameworks:
        looked_at.append(
            count(summary.profiles, "functieprofiel", "functieprofielen", "job profile")
        )
    yield _COUNTS.say(language, what="; ".join(looked_at))
    if summary.errors or summary.warnings or summary.hints:
        yield _RESULT.say(
            language,
            errors=count(summary.errors, "fout", "fouten", "error"),
            warnings=count(summary.warnings, "waarschuwing", "waarschuwingen", "warning"),
            hints=count(summary.hints, "tip", "tips", "hint"),
        )
    else:
        yield _NOTHING.say(language)
    if summary.accepted:
        yield _ACCEPTED.say(language, count=summary.accepted)


class _Counter:
    """Counts things in words: "1 fout", "2 errors"."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def __call__(self, number: int, nl: str, nl_many: str, en: str) -> str:
        one, many = (nl, nl_many) if self._language == "nl" else (en, f"{en}s")
        return f"{number} {one if number == 1 else many}"


def _finding_lines(finding: Finding, language: Language, width: int) -> Iterator[str]:
    line = _LINE.say(language, line=finding.place.line) if finding.place.line else ""
    weight = SEVERITIES[finding.severity].say(language)
    head = f"  {line:<12}{weight:<8}"
    said = _wrapped(finding.message(language), width - _INDENT) or [""]
    yield f"{head}{said[0]}"
    for more in said[1:]:
        yield f"{'':{_INDENT}}{more}"
    advice = f"→ {finding.advice(language)} [{finding.rule.name}]"
    for number, part in enumerate(_wrapped(advice, width - _INDENT - 2)):
        yield f"{'':{_INDENT}}{part if number == 0 else '  ' + part}"


def _wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines; the name of a rule is never broken."""
    return textwrap.wrap(text, width, break_on_hyphens=False)
