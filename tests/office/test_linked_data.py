"""What a web page says to search engines: JSON that no text can break out of."""

import json
from dataclasses import replace
from typing import Any

import pytest
from example_documents import EVERY_BLOCK, HOSTILE
from lxml import html as reader

from competenties.office.blocks import Document
from competenties.office.html import html

BREAKING = ["</script><script>alert(1)</script>", "<!--", "]]>", "\u2028\u2029", "a & b", "\ud800"]


def linked(document: Document) -> Any:
    page: Any = reader.document_fromstring(html(document).decode())
    (script,) = page.xpath("//script")
    assert script.get("type") == "application/ld+json"
    return json.loads(script.text)


@pytest.mark.parametrize("text", [*BREAKING, *HOSTILE])
def test_a_text_in_the_data_is_read_back_as_it_was(text: str) -> None:
    data = {"title": text, "skills": [{"name": text}]}
    assert linked(replace(EVERY_BLOCK, linked_data=data)) == data
    page = html(replace(EVERY_BLOCK, linked_data=data)).decode()
    assert page.count("</script>") == 1
    assert "alert(1)</script>" not in page


def test_a_page_without_data_has_no_script() -> None:
    assert b"<script" not in html(EVERY_BLOCK)
