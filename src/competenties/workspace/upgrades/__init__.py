"""Older files become today's form in memory; they are written new at the next change.

Each step is one file in this package, named `framework_1_to_2.py` or `profile_1_to_2.py`, with a
function `upgrade(data)` that returns the data in the next form. There is one form so far, so
there are no steps yet.
"""

import importlib
import pkgutil
import re
from collections.abc import Callable, Mapping
from typing import Any

from competenties.findings import Finding, Place, Rule
from competenties.messages import Phrase, Spoken, words
from competenties.workspace import problems

Data = dict[str, Any]
Step = Callable[[Data], Data]

CURRENT = {"framework": 1, "profile": 1}
_EXPECTED = {"framework": words.FRAMEWORK, "profile": words.JOB_PROFILE}
_OTHERS = {
    "framework": Phrase(nl="competentiemodellen", en="frameworks"),
    "profile": Phrase(nl="functieprofielen", en="job profiles"),
}
_FORMAT = re.compile(r"urn:competenties:(framework|profile):([1-9][0-9]{0,5})")
_STEP_NAME = re.compile(r"(framework|profile)_([0-9]+)_to_([0-9]+)")


def kind_of(data: object) -> str | None:
    """Return whether data are a framework or a profile, by what they say themselves."""
    named = data.get("$schema") if isinstance(data, dict) else None
    match = _FORMAT.fullmatch(named) if isinstance(named, str) else None
    return match[1] if match else None


def upgraded(
    data: Data, kind: str, current: int | None = None, steps: Mapping[str, Step] | None = None
) -> tuple[Data, list[Finding]]:
    """Return data in today's form, and what stops that.

    `current` and `steps` are those of this program unless given.
    """
    today = CURRENT[kind] if current is None else current
    named = data.get("$schema")
    match = _FORMAT.fullmatch(named) if isinstance(named, str) else None
    if match is None:
        form = f"urn:competenties:{kind}:{today}"
        return data, [_refused(problems.NO_FORMAT, expected=_EXPECTED[kind], format=form)]
    found, version = match[1], int(match[2])
    if found != kind:
        values = {"found": _EXPECTED[found], "others": _OTHERS[kind]}
        return data, [_refused(problems.WRONG_FOLDER, folder=f"{found}s", **values)]
    if version > today:
        return data, [_refused(problems.NEWER_FORMAT, found=version, known=today)]
    known = _shipped_steps() if steps is None else steps
    for number in range(version, today):
        data = known[f"{kind}_{number}_to_{number + 1}"](data)
        data = {**data, "$schema": f"urn:competenties:{kind}:{number + 1}"}
    return data, []


def _refused(rule: Rule, **values: Spoken) -> Finding:
    return Finding(rule, Place(path=("$schema",), pointer=("$schema",)), values)


def _shipped_steps() -> dict[str, Step]:
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    return {
        name: importlib.import_module(f"{__name__}.{name}").upgrade
        for name in names
        if _STEP_NAME.fullmatch(name)
    }
