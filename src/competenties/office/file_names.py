"""Names of files and folders that every system takes, and that differ from each other."""

import re
import unicodedata

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]|[\ud800-\udfff\ufffe\uffff]')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{name}{number}" for name in ("com", "lpt") for number in "0123456789¹²³"]
)
_MOST = 80
"""Characters of a name; Windows takes 260 for a whole path."""


def file_name(text: str, *, instead: str = "-") -> str:
    """Return a text as the name of a file or folder, without what Windows or a mail cannot carry."""
    fit = _UNFIT.sub(instead, unicodedata.normalize("NFC", text))
    fit = "".join(one for one in fit if unicodedata.category(one) not in ("Cc", "Cf", "Zl", "Zp"))
    fit = " ".join(fit.split())[:_MOST].strip(" .")
    if fit.partition(".")[0].strip().casefold() in _DEVICES:
        fit = f"_{fit}"
    if fit[:1] in ("=", "+", "-", "@", "'"):
        fit = f"_{fit}"  # a table would take it for a formula
    return fit or "_"


class Names:
    """Hands out names that are not taken, also where capitals do not count."""

    def __init__(self) -> None:
        """Begin with no name taken."""
        self._taken: set[str] = set()

    def free(self, folder: str, name: str, suffix: str) -> str:
        """Return a name in a folder that nobody has yet: the name itself, else with a number."""
        number, tried = 1, name
        while _folded(folder, tried) in self._taken:
            number += 1
            tried = f"{name[: _MOST - 5]} ({number})"
        self._taken.add(_folded(folder, tried))
        return f"{tried}{suffix}"


def _folded(folder: str, name: str) -> str:
    return unicodedata.normalize("NFKC", f"{folder}/{name}").casefold()
