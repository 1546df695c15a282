"""Looks at a finished file for what keeps people from reading it with a screen reader or at all.

It does not take the writer's word for it: the file is opened anew. What it looks at stands in the
file of each kind. A file of plain text has no structure, so nothing is found in it.
"""

from competenties.office.accessibility_barrier import Barrier

__all__ = ["Barrier", "problems"]


def problems(raw: bytes, suffix: str) -> list[Barrier]:
    """Return every barrier in a file, each once; `suffix` says of which kind the file is."""
    match suffix.lower():
        case ".docx":
            from competenties.office.accessibility_word import word_barriers as barriers
        case ".xlsx":
            from competenties.office.accessibility_workbook import workbook_barriers as barriers
        case ".html":
            from competenties.office.accessibility_web import web_barriers as barriers
        case ".pdf":
            from competenties.office.accessibility_pdf import pdf_barriers as barriers
        case _:
            return []
    return list(dict.fromkeys(barriers(raw)))
