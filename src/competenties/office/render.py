"""Writes a document to a file, in the form that the file's name asks for."""

from pathlib import Path

from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.office.blocks import Document

_UNKNOWN = Phrase(
    nl="{name}: deze soort bestand kan het programma niet maken. Gebruik een naam die eindigt op .docx, .xlsx, .pdf, .html of .txt.",
    en="{name}: the program cannot make this kind of file. Use a name that ends in .docx, .xlsx, .pdf, .html or .txt.",
)


def render(document: Document, path: Path) -> bytes:
    """Return the bytes of a document in the form of a file name. Raises RefusedError."""
    suffix = path.suffix.lower()
    if suffix == ".docx":
        from competenties.office.word import word

        return word(document)
    if suffix == ".xlsx":
        from competenties.office.workbook import workbook

        return workbook(document)
    if suffix == ".pdf":
        from competenties.office.pdf import pdf

        return pdf(document)
    if suffix == ".html":
        from competenties.office.html import html

        return html(document)
    if suffix == ".txt":
        from competenties.office.plain_text import plain_text

        return plain_text(document)
    raise RefusedError(_UNKNOWN, name=path.name)
