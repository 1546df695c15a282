"""Colours of six hexadecimal digits, and how well one can be read on another (WCAG 2, 1.4.3)."""

import re

READABLE = 4.5
"""The least contrast of text with what it stands on."""

COLOUR = "^#?[0-9A-Fa-f]{6}$"
"""The form of a colour in the settings."""

WHITE = "FFFFFF"

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_DARKEST_CURVED = 0.04045
_WEIGHTS = (0.2126, 0.7152, 0.0722)  # of red, green and blue in how light a colour seems
_FLARE = 0.05


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours of six hexadecimal digits: from 1 (the same) to 21.

    Raises ValueError for what is no such colour.
    """
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + _FLARE) / (darker + _FLARE)


def tint(colour: str, share: float) -> str:
    """Return a colour mixed with white, of which it is a share."""
    parts = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)


def readable_shade(colour: str) -> str:
    """Return the lightest shade of a colour that can be read on white."""
    parts = [int(colour[place : place + 2], 16) for place in (0, 2, 4)]
    shades = (
        "".join(f"{part * share // 100:02X}" for part in parts) for share in range(100, -1, -1)
    )
    return next(shade for shade in shades if contrast(shade, WHITE) >= READABLE)


def _luminance(colour: str) -> float:
    if not _HEX.fullmatch(colour):
        raise ValueError(colour)
    parts = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return sum(weight * _linear(one) for weight, one in zip(_WEIGHTS, parts, strict=True))


def _linear(part: float) -> float:
    if part <= _DARKEST_CURVED:
        return part / 12.92
    return float(((part + 0.055) / 1.055) ** 2.4)
