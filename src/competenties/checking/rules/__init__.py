"""The rules of the check: one file each.

A rule file holds `RULE` and one or both of `find_in_framework(framework, scope)` and
`find_in_profile(profile, scope)`, which yield findings. A new file is found by itself.
"""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple, Protocol, cast

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile


class RuleFile(Protocol):
    """What every file in this package has."""

    RULE: Rule


class RuleOver(NamedTuple):
    """A rule that looks at one framework or profile, and what finds where it holds."""

    rule: Rule
    find: Callable[[Scope], Findings]


@cache
def rule_files() -> tuple[RuleFile, ...]:
    """Return every rule file, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(cast("RuleFile", importlib.import_module(f"{__name__}.{name}")) for name in names)


def rules_over(model: Framework | JobProfile) -> list[RuleOver]:
    """Return the rules that look at a framework, or those that look at a job profile."""
    name = "find_in_framework" if isinstance(model, Framework) else "find_in_profile"
    found = [(one.RULE, getattr(one, name, None)) for one in rule_files()]
    return [RuleOver(rule, partial(find, model)) for rule, find in found if find is not None]
