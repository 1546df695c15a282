"""A format knows no other format: no file that begins with its name imports a file of another."""

import ast
from pathlib import Path

import pytest

from competenties import formats
from competenties.formats import format_files

FOLDER = Path(formats.__file__).parent
PRESETS = "presets"
NAMES = (*format_files(), PRESETS)


def family(module: str) -> str:
    """Return the format that a module belongs to; presets are a part of tables."""
    first = module.partition(".")[0]
    name = next((one for one in NAMES if first == one or first.startswith(f"{one}_")), "")
    return "table" if name == PRESETS else name


def modules_of(name: str) -> list[Path]:
    found = [
        one
        for one in FOLDER.rglob("*.py")
        if family(".".join(one.relative_to(FOLDER).with_suffix("").parts)) == name
    ]
    assert found
    return found


def imported(path: Path) -> set[str]:
    """Return what a file imports from the formats, inside functions too."""
    start = f"{formats.__name__}."
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == formats.__name__:
            found.update(one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(start):
            found.add((node.module or "").removeprefix(start))
        elif isinstance(node, ast.Import):
            found.update(one.name.removeprefix(start) for one in node.names)
    return found


@pytest.mark.parametrize("name", format_files())
def test_no_file_of_a_format_imports_a_file_of_another(name: str) -> None:
    others = {
        (path.name, module)
        for path in modules_of(name)
        for module in imported(path)
        if family(module) not in ("", name)
    }
    assert others == set()
