"""YAML as text: strict reading, event by event, and the one way of writing.

Reading keeps a value without quotes as it is written (`Plain`), because only the model knows
whether `no`, `2.0` or `2026-01-01` is a text. Refused are what makes YAML dangerous or ambiguous:
aliases, tags, double keys, deep nesting.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from competenties.findings import Path, UnusableError
from competenties.messages import Phrase
from competenties.workspace.json_text import MOST_DEPTH

_NOT_YAML = Phrase(
    nl="Regel {line} is geen YAML dat te lezen is. Kijk het inspringen na (met spaties, niet met tabs) "
    "en zet teksten met een dubbele punt of hekje tussen aanhalingstekens.",
    en="Line {line} is no YAML that can be read. Look at the indentation (with spaces, not tabs) and "
    "put texts with a colon or hash between quotes.",
)
_ALIAS = Phrase(
    nl="Regel {line} verwijst naar een andere regel (& of *). Schrijf de tekst daar voluit.",
    en="Line {line} refers to another line (& or *). Write the text out there.",
)
_TAG = Phrase(
    nl="Regel {line} heeft een soortaanduiding (!). Laat die weg.",
    en="Line {line} has a tag (!). Leave it out.",
)
_DOUBLE = Phrase(
    nl='Regel {line}: "{key}" staat hier twee keer. Houd er een over.',
    en='Line {line}: "{key}" is here twice. Keep one of them.',
)
_KEY = Phrase(
    nl="Regel {line}: hier hoort de naam van een veld.",
    en="Line {line}: the name of a field belongs here.",
)
_TOO_DEEP = Phrase(
    nl="Regel {line} is dieper genest dan {most} lagen. Maak het bestand vlakker.",
    en="Line {line} is nested deeper than {most} layers. Make the file flatter.",
)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NO_BLOCK = re.compile(
    r"[^\S\n ]|[ \t]$|\A[ \n]|\n\n\Z|[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe]", re.MULTILINE
)
"""What keeps a text of several lines from standing in the file as a block."""

_WIDE = 1_000_000
_SHOWN = 40
_TEXT_TAGS = ("tag:yaml.org,2002:str", "!")


class Plain(str):
    """A value without quotes, of which the model says what it is."""

    __slots__ = ()


def documents(text: str) -> Iterator[Any]:
    """Yield every document of a file. Raises UnusableError."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    unfit = _UNFIT.search(text)
    if unfit is not None:
        raise UnusableError(_NOT_YAML, line=text.count("\n", 0, unfit.start()) + 1)
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
            if isinstance(event, yaml.DocumentEndEvent):
                yield builder.root
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnusableError(_NOT_YAML, line=mark.line + 1 if mark else 1) from error
    except yaml.YAMLError as error:
        raise UnusableError(_NOT_YAML, line=1) from error


def lines_in(text: str, number: int, wanted: Iterable[Path]) -> dict[Path, int]:
    """Return on which line each wanted value of a document stands, else what is around it.

    It is only asked of a file that was read already, when there is something to say of it.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    root = next(islice(yaml.compose_all(text, Loader=loader), number, None))
    return {path: _line_of(root, path) for path in wanted}


def yaml_text(data: list[Any]) -> str:
    """Return documents as YAML: block style, keys in their order, long texts as blocks."""
    import yaml

    class Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
        """Writes a text of several lines as a block where YAML can hold it like that."""

        def ignore_aliases(self, _data: Any) -> bool:
            return True

    def text_node(dumper: Any, text: str) -> Any:
        style = "|" if "\n" in text and not _NO_BLOCK.search(text) else None
        return dumper.represent_scalar(_TEXT_TAGS[0], text, style=style)

    Dumper.add_representer(str, text_node)
    written: str = yaml.dump_all(
        data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=_WIDE, explicit_start=True
    )
    return written


@dataclass
class _Builder:
    """Makes data of the events of a file, document after document."""

    open: list[Any] = field(default_factory=list)
    keys: list[Any] = field(default_factory=list)
    root: Any = None

    def take(self, event: Any) -> None:
        """Take one event."""
        import yaml

        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._begin({}, event)
            case yaml.SequenceStartEvent():
                self._begin([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.open.pop()
                self.keys.pop()
            case yaml.AliasEvent():
                raise UnusableError(_ALIAS, line=_line(event))
            case yaml.DocumentStartEvent():
                self.root = None

    def _scalar(self, event: Any) -> None:
        _refuse_marks(event, _TEXT_TAGS)
        is_plain = not event.style and event.tag is None
        self._put(Plain(event.value) if is_plain else event.value, event)

    def _begin(self, node: Any, event: Any) -> None:
        _refuse_marks(event, ())
        self._put(node, event)
        self.open.append(node)
        self.keys.append(None)
        if len(self.open) > MOST_DEPTH:
            raise UnusableError(_TOO_DEEP, line=_line(event), most=MOST_DEPTH)

    def _put(self, value: Any, event: Any) -> None:
        if not self.open:
            self.root = value
            return
        holder = self.open[-1]
        if isinstance(holder, list):
            holder.append(value)
        elif self.keys[-1] is None:
            self.keys[-1] = self._key(holder, value, event)
        else:
            holder[self.keys[-1]] = value
            self.keys[-1] = None

    def _key(self, holder: dict[str, Any], value: Any, event: Any) -> str:
        if not isinstance(value, str) or (isinstance(value, Plain) and value == "<<"):
            raise UnusableError(_KEY, line=_line(event))
        if value in holder:
            raise UnusableError(_DOUBLE, line=_line(event), key=str(value)[:_SHOWN])
        return str(value)


def _refuse_marks(event: Any, tags: tuple[str, ...]) -> None:
    """Raise UnusableError for an anchor, or a tag that changes what a value is."""
    if event.anchor is not None:
        raise UnusableError(_ALIAS, line=_line(event))
    if event.tag is not None and event.tag not in tags:
        raise UnusableError(_TAG, line=_line(event))


def _line_of(root: Any, path: Path) -> int:
    """Return the line of the deepest part of a path that is there."""
    import yaml

    node, found = root, root
    for step in path:
        if isinstance(node, yaml.MappingNode):
            pairs = {key.value: (key, value) for key, value in node.value}
            found, node = pairs.get(step, (found, None))
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            found = node = node.value[step]
    return _line(found)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
