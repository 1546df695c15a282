"""Mends what the Office libraries leave behind in a package, in the one place that saves."""

import re
import zipfile
from datetime import date
from io import BytesIO

_EPOCH = (2000, 1, 1, 0, 0, 0)

_NO_DATE = date(2000, 1, 1)
_DATES = re.compile(rb"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*")

# python-docx's template carries these stale parts; nothing needs them.
_STALE = ("word/stylesWithEffects.xml", "docProps/thumbnail.jpeg")
_STALE_MENTIONS = re.compile(
    rb'<(?:Override|Relationship) [^>]*"[\w/]*(?:stylesWithEffects\.xml|thumbnail\.jpeg)"[^>]*/>'
)
# The template asks for Word 2010; from 15 on Word opens a file without "compatibility mode".
_OLD_WORD = re.compile(rb'(w:name="compatibilityMode"[^>]* w:val=)"14"')
_FONT = re.compile(rb"<font>(.*?)</font>", re.DOTALL)
_FONT_CHILD = re.compile(rb"<([a-zA-Z]+)[^>]*/>")
# The order of the children of a font (ECMA-376 part 1, 18.8.22, CT_Font as transitional).
_FONT_ORDER = [
    "b",
    "i",
    "strike",
    "condense",
    "extend",
    "outline",
    "shadow",
    "u",
    "vertAlign",
    "sz",
    "color",
    "name",
    "family",
    "charset",
    "scheme",
]


def mended(package: bytes, made_on: date | None = None) -> bytes:
    """Return an Office package as its standard wants it, the same bytes for the same content."""
    made = f"{made_on or _NO_DATE}T00:00:00Z".encode()
    source = zipfile.ZipFile(BytesIO(package))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name in _STALE:
                continue
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            content = _mended_part(name, source.read(name), made)
            target.writestr(entry, content)
    return buffer.getvalue()


def _mended_part(name: str, content: bytes, made: bytes) -> bytes:
    if name == "xl/styles.xml":
        return _FONT.sub(lambda match: b"<font>" + _in_order(match[1]) + b"</font>", content)
    if name == "docProps/core.xml":
        return _DATES.sub(lambda match: match[1] + made, content)
    if name == "word/settings.xml":
        return _OLD_WORD.sub(rb'\1"15"', content)
    if name == "[Content_Types].xml" or name.endswith(".rels"):
        return _STALE_MENTIONS.sub(b"", content)
    return content


def _in_order(children: bytes) -> bytes:
    """Return the children of a font in the order of the standard; openpyxl has its own."""
    found = [(match[1].decode(), match[0]) for match in _FONT_CHILD.finditer(children)]
    found.sort(key=lambda child: _FONT_ORDER.index(child[0]))
    return b"".join(child for _, child in found)
