"""Lists the documents without loading them: their words are read from their source.

Help may not load what documents are made with; that would take longer than all the rest of it.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from competenties.messages import Language, Phrase

GROUPS = {
    "profile": Phrase(nl="van één functieprofiel", en="of one job profile"),
    "profiles": Phrase(nl="van alle functieprofielen samen", en="of all job profiles together"),
    "framework": Phrase(nl="van een competentiemodel", en="of a framework"),
}
"""What documents are made of, as a list of them says it."""

_NAMES = Phrase(
    nl="De naam van een document mag ook de titel zijn, in het Nederlands of Engels: "
    "functieprofiel, functiematrix, was-wordt.",
    en="The name of a document may also be its title, in Dutch or English: job-matrix, "
    "competency-book, functieprofiel.",
)
_HEADER = Phrase(nl="documenten {group}:", en="documents {group}:")


@dataclass(frozen=True)
class Listed:
    """A document as a list shows it."""

    name: str
    subject: str
    title: Phrase
    suffixes: tuple[str, ...]


def document_lines(language: Language) -> Iterator[str]:
    """Yield every document on a line of its own, grouped by what it is made of."""
    found = listed_documents()
    width = max(len(one.name) for one in found)
    yield _NAMES.say(language)
    for subject, group in GROUPS.items():
        yield _HEADER.say(language, group=group)
        for one in found:
            if one.subject == subject:
                yield f"  {one.name:<{width}}  {one.title.say(language)} ({', '.join(one.suffixes)})"


def listed_documents() -> list[Listed]:
    """Return every document that can be written, in the order of their names."""
    folder = Path(__file__).parents[2] / "documents"
    sources = (path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    found = [_listed(source) for source in sources if "\nNAME = " in source]
    return sorted(found, key=lambda one: one.name)


def _listed(source: str) -> Listed:
    """Return what the file of a document says about it at its top."""
    said = dict(_constants(ast.parse(source)))
    title = {one.arg: ast.literal_eval(one.value) for one in _call(said["TITLE"]).keywords}
    return Listed(
        ast.literal_eval(said["NAME"]),
        ast.literal_eval(said["SUBJECT"]),
        Phrase(nl=title["nl"], en=title["en"]),
        ast.literal_eval(said["SUFFIXES"]),
    )


def _constants(module: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for one in module.body:
        match one:
            case ast.Assign(targets=[ast.Name(name)], value=value):
                yield name, value
            case ast.AnnAssign(target=ast.Name(name), value=ast.expr() as value):
                yield name, value


def _call(value: ast.expr) -> ast.Call:
    if not isinstance(value, ast.Call):
        raise TypeError(ast.dump(value))
    return value
