"""Mends what the Office libraries leave behind in a package, in the one place that saves."""

import re
import zipfile
from io import BytesIO

_EPOCH = (2000, 1, 1, 0, 0, 0)

# python-docx's template carries this stale part; nothing needs it.
_STALE = "word/stylesWithEffects.xml"
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


def mended(package: bytes) -> bytes:
    """Return an Office package as its standard wants it, the same bytes for the same content."""
    source = zipfile.ZipFile(BytesIO(package))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name == _STALE:
                continue
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, _mended_part(name, source.read(name)))
    return buffer.getvalue()


def _mended_part(name: str, content: bytes) -> bytes:
    if name == "xl/styles.xml":
        return _FONT.sub(lambda match: b"<font>" + _in_order(match[1]) + b"</font>", content)
    if name == "[Content_Types].xml":
        return re.sub(rb'<Override PartName="/word/stylesWithEffects\.xml"[^>]*/>', b"", content)
    if name == "word/_rels/document.xml.rels":
        return re.sub(rb'<Relationship [^>]*Target="stylesWithEffects\.xml"[^>]*/>', b"", content)
    return content


def _in_order(children: bytes) -> bytes:
    """Return the children of a font in the order of the standard; openpyxl has its own."""
    found = [(match[1].decode(), match[0]) for match in _FONT_CHILD.finditer(children)]
    found.sort(key=lambda child: _FONT_ORDER.index(child[0]))
    return b"".join(child for _, child in found)
