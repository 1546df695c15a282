"""Templates that several tests put documents into, and hostile ones made from them."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from competenties.office.template import Template, TemplateChoice, W, examined, read_template

TEMPLATES = Path(__file__).parent / "templates"
"""Made in LibreOffice: `soffice --convert-to docx` of the .fodt beside each."""


def template(name: str, **styles: str) -> Template:
    """Return a template that was made in LibreOffice; `styles` are chosen names."""
    chosen = {one.replace("_", " "): theirs for one, theirs in styles.items()}
    return read_template(TemplateChoice(TEMPLATES / f"{name}.docx", chosen))


def package(parts: Mapping[str, bytes]) -> bytes:
    """Return parts as the bytes of a package."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return buffer.getvalue()


def parts_of(raw: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(raw)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def letterhead(**changed: bytes | None) -> bytes:
    """Return the letterhead with parts changed, or left out where they are None."""
    parts = parts_of((TEMPLATES / "letterhead.docx").read_bytes())
    for name, content in changed.items():
        if content is None:
            del parts[name]
        else:
            parts[name] = content
    return package(parts)


def with_body(*paragraphs: str) -> Template:
    """Return the letterhead with these paragraphs as its text."""
    parts = parts_of((TEMPLATES / "letterhead.docx").read_bytes())
    root = etree.fromstring(parts["word/document.xml"])
    body: Any = root.find(f"{W}body")
    for old in body.findall(f"{W}p"):
        body.remove(old)
    for place, text in enumerate(paragraphs):
        paragraph = etree.Element(f"{W}p")
        piece = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t")
        piece.text = text
        body.insert(place, paragraph)
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return examined("brief.docx", package(parts))


def texts(raw: bytes, part: str = "word/document.xml") -> list[str]:
    """Return the paragraphs of a part as text."""
    root = etree.fromstring(parts_of(raw)[part])
    return ["".join(piece.text or "" for piece in one.iter(f"{W}t")) for one in root.iter(f"{W}p")]
