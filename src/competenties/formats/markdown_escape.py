"""Texts on one line of a Markdown file, whatever they hold: escaped when written, bare again when read."""

import re

_SPECIAL = re.compile(
    r"&(?=#[0-9]{1,7};|amp;|lt;)|<(?=[A-Za-z/!?])|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]"
)
_ENTITY = re.compile(r"&(?:#([0-9]{1,7})|(amp|lt));")
_NAMED = {"amp": "&", "lt": "<"}
_LEAD = re.compile(r"(?=\\*[#>+*\-=~`|\[])")
_ESCAPED_LEAD = re.compile(r"\\(?=\\*[#>+*\-=~`|\[])")
_NUMBERED = re.compile(r"([0-9]+)(\\*[.)])")
_ESCAPED_NUMBERED = re.compile(r"([0-9]+)\\(\\*[.)])")
_ENDING = re.compile(r"(\\*\{#[^{}]*\})\Z")
_ESCAPED_ENDING = re.compile(r"\\(\\*\{#[^{}]*\})\Z")
_ID = re.compile(r"(?:^|\s+)\{#([a-z][a-z0-9-]{0,63})\}\s*\Z")


def written(text: str) -> str:
    """Return a text as the rest of a line, behind a label."""
    escaped = _SPECIAL.sub(_entity, text)
    if escaped[:1].isspace():
        escaped = f"&#{ord(escaped[0])};{escaped[1:]}"
    return _end(escaped)


def written_quote(line: str) -> str:
    """Return one line of a longer text; what is indented in it stays indented."""
    return _end(_SPECIAL.sub(_entity, line))


def written_title(text: str) -> str:
    """Return a text as a heading or a point of a list, where its beginning and end mean something."""
    escaped = written(text)
    if _LEAD.match(escaped):
        escaped = f"\\{escaped}"
    elif _NUMBERED.match(escaped):
        escaped = _NUMBERED.sub(r"\1\\\2", escaped, count=1)
    return _ENDING.sub(r"\\\1", escaped)


def read(line: str) -> str:
    """Return what a line says: `written` and `written_quote` undone."""
    return _ENTITY.sub(_character, line)


def read_title(line: str) -> str:
    """Return what a heading or a point of a list says, without its id: `written_title` undone."""
    bare = _ESCAPED_ENDING.sub(r"\1", line)
    if _ESCAPED_LEAD.match(bare):
        bare = bare[1:]
    elif _ESCAPED_NUMBERED.match(bare):
        bare = _ESCAPED_NUMBERED.sub(r"\1\2", bare, count=1)
    return read(bare)


def id_of(line: str) -> tuple[str, str | None]:
    """Return a heading or point without the id behind it, and that id."""
    match = _ID.search(line) if line.rstrip().endswith("}") else None
    return (line[: match.start()], match[1]) if match else (line, None)


def _end(text: str) -> str:
    return f"{text[:-1]}&#{ord(text[-1])};" if text[-1:].isspace() else text


def _entity(match: re.Match[str]) -> str:
    sign = match.group()
    return {"&": "&amp;", "<": "&lt;"}.get(sign) or f"&#{ord(sign)};"


def _character(match: re.Match[str]) -> str:
    if match[2]:
        return _NAMED[match[2]]
    number = int(match[1])
    is_character = number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF  # noqa: PLR2004  (Unicode)
    return chr(number) if is_character else match.group()
