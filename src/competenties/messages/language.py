"""The languages of the program, and which one a reader gets."""

import os
import sys
from collections.abc import Mapping
from typing import Literal, TypeGuard

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")

_LANGUAGE_ID_MASK = 0x3FF  # the primary language in a Windows language id
_WINDOWS_DUTCH = 0x13


def is_language(value: object) -> TypeGuard[Language]:
    """Tell whether the program speaks this language."""
    return value in LANGUAGES


def choose_language(*wishes: str | None) -> Language:
    """Return the first wish that the program speaks, else the language of the computer.

    Wishes come in order of weight: the command line first, then the workspace.
    """
    for wish in wishes:
        if is_language(wish):
            return wish
    return _language_of_the_computer(os.environ)


def _language_of_the_computer(environment: Mapping[str, str]) -> Language:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "nl" if value.lower().startswith("nl") else "en"
    return _language_of_windows() if sys.platform == "win32" else "en"


def _language_of_windows() -> Language:
    """Return the language of the Windows screens; `LANG` is not set there."""
    import ctypes

    library = getattr(ctypes, "windll").kernel32  # noqa: B009  (exists on Windows only)
    language_id = int(library.GetUserDefaultUILanguage())
    return "nl" if language_id & _LANGUAGE_ID_MASK == _WINDOWS_DUTCH else "en"
