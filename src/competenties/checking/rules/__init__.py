"""The rules of the check: one file each.

A rule file holds `RULE` and one or both of `find_in_framework(framework, scope)` and
`find_in_profile(profile, scope)`, which yield findings. A new file is found by itself.
"""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from typing import Protocol, cast

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile


class RuleFile(Protocol):
    """What every file in this package has."""

    RULE: Rule


FindInFramework = Callable[[Framework, Scope], Findings]
FindInProfile = Callable[[JobProfile, Scope], Findings]


@cache
def rule_files() -> tuple[RuleFile, ...]:
    """Return every rule file, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(cast("RuleFile", importlib.import_module(f"{__name__}.{name}")) for name in names)


def framework_rules() -> list[tuple[Rule, FindInFramework]]:
    """Return the rules that look at a framework."""
    found = [(one.RULE, getattr(one, "find_in_framework", None)) for one in rule_files()]
    return [(rule, find) for rule, find in found if find is not None]


def profile_rules() -> list[tuple[Rule, FindInProfile]]:
    """Return the rules that look at a job profile."""
    found = [(one.RULE, getattr(one, "find_in_profile", None)) for one in rule_files()]
    return [(rule, find) for rule, find in found if find is not None]
