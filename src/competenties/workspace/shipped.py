"""What comes with the program: schemas and ready-made frameworks, in wheel and checkout alike."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent.parent


@cache
def shipped(folder: str) -> Path:
    """Return a shipped folder: `schemas` or `frameworks`.

    The wheel holds them inside the package; in a checkout they stand at the root.
    """
    inside = _PACKAGE / "shipped" / folder
    return inside if inside.is_dir() else _CHECKOUT / folder


def shipped_frameworks() -> dict[str, Path]:
    """Return the ready-made frameworks by id."""
    return {path.stem: path for path in sorted(shipped("frameworks").glob("*.json"))}


def shipped_profiles() -> dict[str, Path]:
    """Return the ready-made job profiles by id."""
    return {path.stem: path for path in sorted(shipped("frameworks").glob("profiles/*.json"))}
