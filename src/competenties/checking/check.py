"""Runs the rules over a workspace, and weighs what they find by the organisation's own wishes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import cast

from competenties.checking.acceptance import Acceptances
from competenties.checking.rules import rule_files, rules_over
from competenties.checking.scope import Scope
from competenties.checking.sentences import sentence_findings
from competenties.findings import Finding, Place, Rule, Severity
from competenties.messages import Phrase, Spoken
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.wording.check import sentence_rules
from competenties.workspace import problems
from competenties.workspace.documents import Document
from competenties.workspace.explain import nearest
from competenties.workspace.form_problems import FILE_RULES
from competenties.workspace.house_problems import UNKNOWN_DOCUMENT
from competenties.workspace.placing import placed
from competenties.workspace.settings import SETTINGS_FILE
from competenties.workspace.workspace import Workspace

Watch = Callable[[Phrase, int, int], None]
"""Told what is being looked at, how much of it has been done, and how much there is."""

_SENTENCES = Phrase(nl="Zinnen nagekeken", en="Sentences looked at")
_RULES = Phrase(nl="Regels over het geheel toegepast", en="Rules over the whole applied")

_WEIGHT: Mapping[Severity, int] = {"error": 0, "warning": 1, "hint": 2}


@dataclass(frozen=True)
class Summary:
    """What was looked at and how much was found."""

    frameworks: int
    competences: int
    indicators: int
    profiles: int
    errors: int
    warnings: int
    hints: int
    accepted: int


@dataclass(frozen=True)
class Report:
    """The outcome of a check: findings file by file, in the order of the lines."""

    findings: Sequence[Finding]
    summary: Summary

    @property
    def has_errors(self) -> bool:
        """Tell whether anything stands in the way of publishing."""
        return self.summary.errors > 0


def unwatched(what: Phrase, done: int, total: int) -> None:
    """Watch a check without telling anybody."""


def check(
    workspace: Workspace,
    *,
    advice: bool = True,
    watch: Watch = unwatched,
    documents: Collection[str] | None = None,
) -> Report:
    """Return everything there is to say about a workspace; it is never changed.

    Without `advice` only form, references and the like are looked at, which takes less time.
    `documents` are the names of those that can be made; the settings may have a template for no
    other. Whoever does not know them gives none, and then no name is unknown.
    """
    scope = _scope(workspace)
    settings = _settings_findings(workspace, documents)
    found = [
        finding
        for document in workspace.documents
        for finding in _look(document, scope, watch, advice=advice)
    ]
    severities = workspace.settings.check.severities
    switched_off = [name for name, wish in severities.items() if wish == "off"]
    by_wish = list(weighed(found, severities))
    acceptances = Acceptances(workspace.documents)
    kept = [finding for finding in by_wish if not acceptances.covers(finding)]
    if advice and all(one.whole for one in workspace.documents):
        kept.extend(weighed(acceptances.unused(switched_off), severities))
    lines = placed(kept, workspace.documents)
    positions = {document.file: position for position, document in enumerate(workspace.documents)}
    findings = [*settings, *sorted(lines, key=lambda one: _order(one, positions))]
    return Report(findings, _summary(workspace, findings, acceptances.used))


def every_rule() -> dict[str, Rule]:
    """Return every rule of the program, by name."""
    rules = [*FILE_RULES, *(one.RULE for one in rule_files())]
    rules.extend(one.rule for one in sentence_rules())
    return {rule.name: rule for rule in sorted(rules, key=lambda rule: rule.name)}


def _scope(workspace: Workspace) -> Scope:
    documents: list[Document[Framework] | Document[JobProfile]] = [
        *workspace.known_frameworks,
        *workspace.known_profiles,
    ]
    return Scope(
        frameworks=workspace.frameworks_by_id(),
        profiles=workspace.profiles_by_id(),
        settings=workspace.settings,
        is_workspace=workspace.root is not None,
        unread=frozenset(one.path.stem for one in documents if one.model is None),
        damaged={one.model.id: one.damaged for one in documents if one.model and not one.whole},
        left_out={one.model.id: one.ids for one in documents if one.model and not one.whole},
    )


def _look(
    document: Document[Framework] | Document[JobProfile],
    scope: Scope,
    watch: Watch,
    *,
    advice: bool,
) -> Iterator[Finding]:
    """Yield what the gates and the rules have to say about one document, with its file."""
    for finding in document.findings:
        yield finding.at(file=document.file)
    for finding in _by_rules(document, scope, watch, advice=advice):
        yield finding.at(file=document.file)


def _by_rules(
    document: Document[Framework] | Document[JobProfile],
    scope: Scope,
    watch: Watch,
    *,
    advice: bool,
) -> Iterator[Finding]:
    """Yield what the rules find; where parts are left out, only in sentences and references."""
    model = document.model
    if model is None:
        return
    if advice:
        yield from sentence_findings(model, scope, partial(watch, _SENTENCES))
    rules = [
        one
        for one in rules_over(model)
        if (advice or not one.rule.advises) and (document.whole or one.rule.category == "reference")
    ]
    for done, one in enumerate(rules):
        watch(_RULES, done, len(rules))
        yield from one.find(scope)
    watch(_RULES, len(rules), len(rules))


def weighed(findings: Iterable[Finding], severities: Mapping[str, str]) -> Iterator[Finding]:
    """Yield findings with the organisation's own severity, without the rules that are off."""
    for finding in findings:
        wish = severities.get(finding.rule.name)
        if wish is None or _is_fixed(finding.rule):
            yield finding
        elif wish != "off":
            yield replace(finding, severity=cast("Severity", wish))


def _is_fixed(rule: Rule) -> bool:
    """Tell whether a rule always stays an error: without it a document could lack text unseen."""
    is_about_form = rule in FILE_RULES or rule.category == "reference"
    return is_about_form and rule.severity == "error"


def _settings_findings(workspace: Workspace, documents: Collection[str] | None) -> list[Finding]:
    """Return what is wrong with the settings, rules and documents that do not exist among it."""
    rules = every_rule()
    everything = [*workspace.findings, *_unknown_documents(workspace, documents)]
    found = list(weighed(everything, workspace.settings.check.severities))
    for name in workspace.settings.check.severities:
        place = Place(SETTINGS_FILE, path=("check", "severities", name))
        if name not in rules:
            values: dict[str, Spoken] = {"found": name, "nearest": nearest(name, rules)}
            found.append(Finding(problems.UNKNOWN_RULE, place, values))
        elif _is_fixed(rules[name]):
            found.append(Finding(problems.FIXED_SEVERITY, place, {"found": name}))
    lines = placed(found, (), workspace.root)
    return sorted(lines, key=lambda one: one.place.line or 0)


def _unknown_documents(
    workspace: Workspace, documents: Collection[str] | None
) -> Iterator[Finding]:
    """Yield the documents that the settings have a template for and that cannot be made."""
    if documents is None:
        return
    for name in workspace.settings.house_style.templates:
        if name not in documents:
            place = Place(SETTINGS_FILE, path=("house_style", "templates", name))
            values: dict[str, Spoken] = {
                "found": name,
                "nearest": nearest(name, documents),
                "known": ", ".join(sorted(documents)),
            }
            yield Finding(UNKNOWN_DOCUMENT, place, values, "warning")


def _summary(workspace: Workspace, findings: Sequence[Finding], accepted: int) -> Summary:
    counts = dict.fromkeys(_WEIGHT, 0)
    for finding in findings:
        counts[finding.severity] += 1
    frameworks = [one.model for one in workspace.frameworks if one.model]
    competences = [one for framework in frameworks for one in framework.competences]
    return Summary(
        frameworks=len(workspace.frameworks),
        competences=len(competences),
        indicators=sum(len(one.all_indicators()) for one in competences),
        profiles=len(workspace.profiles),
        errors=counts["error"],
        warnings=counts["warning"],
        hints=counts["hint"],
        accepted=accepted,
    )


def _order(finding: Finding, positions: Mapping[str, int]) -> tuple[int, int, int]:
    """Return the key by which findings are sorted: file, line, the heaviest first."""
    place = finding.place
    return positions.get(place.file, -1), place.line or 0, _WEIGHT[finding.severity]
