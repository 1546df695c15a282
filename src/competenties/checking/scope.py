"""What the rules look at beside the one file at hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from competenties.checking.compared import Compared
from competenties.findings import Finding
from competenties.model.competence import Competence
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile, Requirement
from competenties.model.settings import Settings

Findings = Iterator[Finding]


@dataclass(frozen=True)
class Scope:
    """Everything known in a check.

    `is_workspace` is False for a file outside any workspace: what else there is, nobody knows.
    `unread` are the ids of files that could not be used; `left_out` are, by id of the file, ids
    in parts that had a wrong form. Neither is reported as unknown: the file itself is.
    """

    frameworks: Mapping[str, Framework]
    profiles: Mapping[str, JobProfile]
    settings: Settings
    is_workspace: bool = True
    unread: frozenset[str] = frozenset()
    left_out: Mapping[str, frozenset[str]] = field(default_factory=dict)
    damaged: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _compared: dict[int, Compared] = field(default_factory=dict, repr=False, compare=False)

    def compared(self, framework: Framework) -> Compared:
        """Return the indicators of a framework laid beside each other; several rules read it."""
        return self._compared.setdefault(id(framework), Compared(framework))

    def is_damaged(self, document: str, *items: str) -> bool:
        """Tell whether something was left out of one of these items, or fields of the file."""
        return any(one in self.damaged.get(document, ()) for one in items)

    def is_left_out(self, document: str, item: str) -> bool:
        """Tell whether an item stands in a file but had a wrong form there."""
        return item in self.left_out.get(document, ())

    @cached_property
    def competences(self) -> Mapping[str, Mapping[str, Competence]]:
        """The competences by id, per framework."""
        return {
            framework.id: {one.id: one for one in framework.competences}
            for framework in self.frameworks.values()
        }

    @cached_property
    def asked_levels(self) -> Mapping[tuple[str, str], Mapping[int, JobProfile]]:
        """The levels that profiles ask, with one that asks it: by framework and competence."""
        asked: dict[tuple[str, str], dict[int, JobProfile]] = {}
        for profile in self.profiles.values():
            for requirement in profile.requirements:
                framework = profile.framework_of(requirement)
                if framework and requirement.level is not None:
                    key = (framework, requirement.competence)
                    asked.setdefault(key, {}).setdefault(requirement.level, profile)
        return asked

    def asked(self, profile: JobProfile, requirement: Requirement) -> Competence | None:
        """Return the competence that a requirement names, or None."""
        framework = profile.framework_of(requirement)
        return self.competences.get(framework or "", {}).get(requirement.competence)
