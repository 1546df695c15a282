"""Write down, check, print and exchange competency frameworks.

The public names are here and load what they need when they are first used, so that starting the
program costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from competenties.api import (
        export,
        import_file,
        open_workspace,
        read_framework,
        read_profile,
        save,
        write,
    )
    from competenties.checking import check
    from competenties.findings import CompetentiesError, Finding
    from competenties.model.framework import Framework
    from competenties.model.profile import JobProfile

_HOMES = {
    "CompetentiesError": "findings",
    "Finding": "findings",
    "Framework": "model.framework",
    "JobProfile": "model.profile",
    "check": "checking",
    "export": "api",
    "import_file": "api",
    "open_workspace": "api",
    "read_framework": "api",
    "read_profile": "api",
    "save": "api",
    "write": "api",
}

__all__ = [
    "CompetentiesError",
    "Finding",
    "Framework",
    "JobProfile",
    "check",
    "export",
    "import_file",
    "open_workspace",
    "read_framework",
    "read_profile",
    "save",
    "write",
]


def __getattr__(name: str) -> Any:
    """Return a public name, loaded at its first use."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return __all__
