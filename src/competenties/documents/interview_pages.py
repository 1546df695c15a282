"""Parts of a form that stay whole: a part that no longer fits on its page begins on a new one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from competenties.messages import Language
from competenties.office.blocks import Block, Document, PageBreak
from competenties.office.pages import pages

_SPARE = 2  # lines of a page that stay empty, since another program may need a little more


def whole_parts(
    document: Document, begin: Iterable[Block], parts: Iterable[Sequence[Block]]
) -> tuple[Block, ...]:
    """Return blocks with a new page before every part that would be torn.

    `document` says under which title and in which language they stand.
    """
    blocks = list(begin)
    for part in parts:
        before = _count(document, blocks)
        if _count(document, [*blocks, *part]) > before:
            blocks.append(PageBreak())
        blocks.extend(part)
    return tuple(blocks)


def is_one_page(blocks: Sequence[Block], language: Language) -> bool:
    """Tell whether blocks fit on a page of their own."""
    return _count(Document("", language, (), "", ""), blocks) == 1


def _count(document: Document, blocks: Sequence[Block]) -> int:
    return pages(replace(document, blocks=tuple(blocks)), _SPARE).count
