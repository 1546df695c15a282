"""Text in a web page: escaped, on one line or on several."""

from html import escape

from competenties.office.clean import clean


def text_in_page(text: str) -> str:
    """Return text for between tags; what is not allowed in a file is gone, a break stays one."""
    return escape(clean(text), quote=False).replace("\n", "<br>")


def on_one_line(text: str) -> str:
    """Return text for an attribute, or for the title of the page, on one line."""
    return escape(" ".join(clean(text).split()))
