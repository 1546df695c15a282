"""Fills in the placeholders of a template, in a process of its own that can be ended.

A template is treated as hostile code. Only names, `for`, `if` and a few filters may stand in it: no
calls, no attributes of objects, nothing that can make a text longer than what is given. It runs in
another process, since neither a loop nor one of the searches of docxtpl can be stopped from within.
Started by `template_fields`; reads a task as JSON and writes the answer as JSON.
"""

import base64
import functools
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from types import CodeType
from typing import Any, ClassVar

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

MOST_CHARACTERS = 10_000_000
_MOST_LOOPS = 3  # in each other
_LONG = 120

FILTERS = frozenset(
    (
        "capitalize",
        "count",
        "d",
        "default",
        "e",
        "escape",
        "first",
        "int",
        "join",
        "last",
        "length",
        "lower",
        "round",
        "title",
        "trim",
        "upper",
    )
)
TESTS = frozenset(
    (
        "defined",
        "undefined",
        "none",
        "number",
        "string",
        "even",
        "odd",
        "eq",
        "ne",
        "gt",
        "ge",
        "lt",
        "le",
    )
) | {
    "==",
    "!=",
    ">",
    ">=",
    "<",
    "<=",
    "in",
}
_LOOP = frozenset(
    (
        "index",
        "index0",
        "revindex",
        "revindex0",
        "first",
        "last",
        "length",
        "depth",
        "previtem",
        "nextitem",
    )
)
_ALLOWED: tuple[type[nodes.Node], ...] = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Keyword),
    *(nodes.Getattr, nodes.Getitem, nodes.For, nodes.If, nodes.Filter, nodes.Test),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr),
    *(nodes.Concat, nodes.Add, nodes.Sub, nodes.Neg, nodes.Tuple, nodes.List),
)


class RefusedTagError(Exception):
    """Something in a template that is not allowed, or that cannot be filled in."""

    def __init__(
        self, kind: str, name: str = "", known: Iterable[str] = (), others: Iterable[str] = ()
    ) -> None:
        """Keep what is wrong: `known` could have stood there, `others` are wrong as well."""
        super().__init__(kind)
        self.kind, self.name, self.known = kind, name, sorted(known)
        self.others = list(dict.fromkeys(others))


class _Missing(StrictUndefined):
    """A name that is not there: showing it is remembered, any other use stops.

    So every unknown name can be told at once. `found` is where they are remembered.
    """

    __slots__ = ("_known",)
    found: ClassVar[list[tuple[str, tuple[str, ...]]]]

    def __init__(
        self, hint: Any = None, obj: Any = None, name: Any = None, exc: Any = None
    ) -> None:
        super().__init__(hint, name=name, exc=exc or UndefinedError)
        self._known = tuple(map(str, obj)) if isinstance(obj, Mapping) else ()
        refused = functools.partial(RefusedTagError, "unknown", str(name), self._known)
        self._undefined_exception = lambda _message: refused()  # type: ignore[assignment]

    def _remember(self) -> None:
        self.found.append((str(self._undefined_name), self._known))

    def __str__(self) -> str:  # type: ignore[override]
        """Show nothing."""
        self._remember()
        return ""

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]
        """Go through nothing."""
        self._remember()
        return iter(())

    def __bool__(self) -> bool:  # type: ignore[override]
        """Say no to a condition."""
        self._remember()
        return False


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with nothing in it but names, loops, conditions and harmless filters."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        """Take everything away that is not on the lists."""
        shown = functools.partial(_shown, context)
        self.missing: list[tuple[str, tuple[str, ...]]] = []
        missing = type("_Missing", (_Missing,), {"__slots__": (), "found": self.missing})
        super().__init__(undefined=missing, autoescape=True, finalize=shown)
        self.globals.clear()
        self.filters = {name: one for name, one in self.filters.items() if name in FILTERS}
        self.tests = {name: one for name, one in self.tests.items() if name in TESTS}

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """Return pieces as one text. Raises RefusedTagError when it becomes too long."""
        found, size = [], 0
        for piece in pieces:
            size += len(piece)
            if size > MOST_CHARACTERS:
                raise RefusedTagError(kind="large")
            found.append(piece)
        return "".join(found)

    def compile(self, source: Any, *arguments: Any, **options: Any) -> CodeType:  # type: ignore[override]
        """Look at every part of a template before any of it is made into code."""
        tree = self.parse(source) if isinstance(source, str) else source
        _refuse(tree, 0)
        made: CodeType = super().compile(tree, *arguments, **options)
        return made

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an item of plain data by its name; objects have no attributes here."""
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item of plain data by its name or number."""
        if isinstance(obj, Undefined):
            return obj  # the name before the point is not there
        if isinstance(obj, Mapping) and isinstance(argument, str) and argument in obj:
            return obj[argument]
        if isinstance(obj, list) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined(obj=obj, name=str(argument))


def _refuse(node: nodes.Node, loops: int) -> None:
    """Refuse what is not on the list of what a template may do."""
    if not isinstance(node, _ALLOWED):
        raise RefusedTagError(kind="code", name=type(node).__name__.lower())
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        raise RefusedTagError(kind="code", name=node.attr)
    if isinstance(node, nodes.Name) and node.name.startswith("_"):
        raise RefusedTagError(kind="code", name=node.name)
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        raise RefusedTagError(kind="filter", name=node.name, known=FILTERS)
    if isinstance(node, nodes.Test) and node.name not in TESTS:
        raise RefusedTagError(kind="code", name=node.name)
    if isinstance(node, nodes.For):
        loops += 1
        if loops > _MOST_LOOPS or node.recursive:
            raise RefusedTagError(kind="code", name="for")
    if isinstance(node, nodes.Getitem) and _is_hidden(node.arg):
        raise RefusedTagError(kind="code", name="[…]")
    for child in node.iter_child_nodes():
        _refuse(child, loops)


def _shown(context: Mapping[str, Any], value: Any) -> Any:
    """Return what a placeholder shows: a text, or the texts of a list; nothing else has words."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    if isinstance(value, list | Mapping):
        raise RefusedTagError(kind="whole", name=next(_names_of(value, context), ""))
    return value


def _names_of(wanted: Any, inside: Any) -> Iterator[str]:
    """Yield the names under which something stands in the data."""
    for name, value in inside.items() if isinstance(inside, Mapping) else ():
        if value is wanted:
            yield name
        for one in value if isinstance(value, list) else [value]:
            yield from [name] if one is wanted else _names_of(wanted, one)


def _is_hidden(argument: nodes.Expr) -> bool:
    return isinstance(argument, nodes.Const) and str(argument.value).startswith("_")


class _Filled(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl, but what is not well-formed is refused instead of guessed at."""

    def fix_tables(self, xml: str) -> Any:
        """Return the text as a tree. Raises RefusedTagError where placeholders have broken it."""
        try:
            etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            raise RefusedTagError(kind="broken") from error
        return super().fix_tables(xml)

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Leave the properties of the file alone: they are set afterwards."""


def filled(raw: bytes, context: Mapping[str, Any], wanted: Iterable[str]) -> dict[str, str]:
    """Return the parts of a template that are wanted, with their placeholders filled in."""
    template = _Filled(io.BytesIO(raw))
    sandbox = Sandbox(context)
    template.render(dict(context), sandbox, autoescape=True)
    if sandbox.missing:
        (name, known), *others = dict.fromkeys(sandbox.missing)
        raise RefusedTagError(
            kind="unknown", name=name, known=known, others=[one for one, _ in others]
        )
    buffer = io.BytesIO()
    template.save(buffer)
    with zipfile.ZipFile(buffer) as zipped:
        return {name: zipped.read(name).decode("utf-8") for name in wanted}


def answer(task: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answer to a task: the parts, or what is wrong and in which paragraph."""
    try:
        raw = base64.b64decode(task["template"])
        return {"parts": filled(raw, task["context"], task["wanted"])}
    except RefusedTagError as error:
        known = error.known or task["context"]
        said = {"wrong": error.kind, "name": error.name, "known": sorted(known)}
        return {**said, "others": error.others} if error.kind == "unknown" else said
    except TemplateSyntaxError as error:
        lines = (error.source or "").splitlines()
        line = lines[error.lineno - 1] if 0 < error.lineno <= len(lines) else ""
        text = " ".join(re.sub(r"<[^>]+>", "", line).split())
        return {"wrong": "syntax", "name": "", "text": text[:_LONG], "said": error.message or ""}
    except RecursionError:
        return {"wrong": "code", "name": "((…))"}
    except Exception as error:  # noqa: BLE001  (whatever a template does, the program answers)
        return {"wrong": "other", "name": type(error).__name__}


def _main() -> None:
    task = json.load(sys.stdin)
    json.dump(answer(task), sys.stdout)


if __name__ == "__main__":
    _main()
