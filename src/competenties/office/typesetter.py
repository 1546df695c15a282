"""Runs typst: a program of our own over data that it reads as JSON, so that no text is ever markup.

Nothing is loaded from elsewhere: the fonts are those of the computer, or else those in typst.
"""

import json
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from competenties.office import look

if TYPE_CHECKING:
    import typst

_BROKEN_DOWN = "PanicException"  # of typst; it is no Exception
_FAMILIES = (
    look.FONT,
    "Carlito",
    "Liberation Sans",
    "Arial",
    "Helvetica",
    "Libertinus Serif",
    "DejaVu Sans",
    "Segoe UI Symbol",
    "Apple Symbols",
    "DejaVu Sans Mono",
    "Segoe UI Emoji",
    "Apple Color Emoji",
    "Noto Color Emoji",
)
"""The fonts by preference: those for text, then those with signs such as a box to tick."""


_ALIKE = {
    "Arial": ("Liberation Sans", "Helvetica"),
    "Calibri": ("Carlito",),
    "Cambria": ("Caladea", "Liberation Serif", "Times New Roman"),
    "Georgia": ("Gelasio", "DejaVu Serif", "Liberation Serif", "Times New Roman"),
    "Helvetica": ("Liberation Sans", "Arial"),
    "Times New Roman": ("Liberation Serif",),
    "Verdana": ("DejaVu Sans",),
}
"""What resembles a font that is not there; letters of the first are as wide, or nearly."""


class NotLaidOutError(Exception):
    """What typst cannot lay out, or breaks down on."""


def typeset(
    program: str,
    described: Mapping[str, Any],
    files: Mapping[str, bytes] | None = None,
    **options: Any,
) -> bytes:
    """Return what a program of typst makes of a description; it can read no file but these.

    The options are those of `compile`: the format, and what belongs to it. Raises NotLaidOutError.
    """
    import typst

    with tempfile.TemporaryDirectory() as root:
        for name, content in (files or {}).items():
            (Path(root) / name).write_bytes(content)
        inputs = {"document": json.dumps(described)}
        compiler = typst.Compiler(
            program.encode(), root=root, font_paths=_fonts(), sys_inputs=inputs
        )
        try:
            made = compiler.compile(**options)
        except typst.TypstError as error:
            raise NotLaidOutError from error
        except BaseException as error:
            if type(error).__name__ == _BROKEN_DOWN:
                raise NotLaidOutError from error
            raise
    return cast("bytes", made)


def families(font: str = look.FONT) -> list[str]:
    """Return the fonts to use that are there, by preference: a font, or what resembles it."""
    wanted = (font, *_ALIKE.get(font, ()), *_FAMILIES)
    found = _installed()
    return [found[name.casefold()] for name in dict.fromkeys(wanted) if name.casefold() in found]


def is_there(font: str) -> bool:
    """Tell whether this computer has a font, or one in which all lines are as long."""
    return any(name.casefold() in _installed() for name in (font, *_ALIKE.get(font, ())[:1]))


@cache
def _installed() -> dict[str, str]:
    """Return the fonts of this computer by their names in small letters."""
    return {name.casefold(): name for name in _fonts().families()}


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts()


WORDS = r"""
// Words that belong together stay on one line. A word that is wider than its room goes on on the
// next line: in syllables, or after some letters.
#let broken(word) = {
  if word.breaks == "never" { box(word.text) }
  else if word.breaks == "syllables" { text(hyphenate: true, word.text) }
  else { word.text.clusters().chunks(word.letters).map(array.join).join("\u{200B}") }
}

#let words(pieces) = for piece in pieces { if type(piece) == str { piece } else { broken(piece) } }
"""
"""What draws a text that `pdf_text` took to pieces."""
