"""The parts of a Word document beside its text: styles, settings, links, properties.

Most are the same in every document of a house style and a language; these are made once, from the
template of python-docx, and kept compressed. Names are those of ECMA-376: part 1, 11.3 (parts of a
text), part 2, clauses 8 to 10 (links, content types and properties of the document).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from io import BytesIO
from zipfile import ZipFile

from competenties.messages import Language
from competenties.office.blocks import Document
from competenties.office.clean import clean
from competenties.office.house_style import HouseStyle
from competenties.office.package import mended
from competenties.office.word_pages import Edge
from competenties.office.word_pictures import TYPES, Pictures
from competenties.office.word_xml import HEAD, LOCALES, OFFICE, Link, attribute, linked
from competenties.office.zipped import HIGHEST, Part, compressed, ended, laid_out

_NO_DATE = date(2000, 1, 1)
_MOST_PROPERTY = 255  # what the standard allows in a property (ECMA-376 part 2, 11.1)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument"
_FIXED = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "webSettings": "webSettings",
    "fontTable": "fontTable",
    "theme/theme1": "theme",
}
"""The parts that are the same in many documents, each with its kind."""


def packed(
    document: Document, text: Iterable[str], edges: Sequence[Edge], pictures: Pictures
) -> bytes:
    """Return the bytes of a document of which the text and what belongs to it are given.

    The text comes in pieces: one string of it all takes two bytes a character, and time to copy.
    """
    links = tuple([edge.link for edge in edges])
    begin, listed, count = _begun(_fonts_and_colours(document.house), document.language, links)
    own = [
        compressed("docProps/core.xml", _properties(document).encode()),
        compressed("word/document.xml", b"".join([piece.encode() for piece in text])),
        _links((*links, *pictures.links)),
        *[part for edge in edges for part in edge.parts],
        *pictures.parts,
    ]
    data, more = laid_out(own, len(begin))
    return ended((begin, data), (listed, more), count + len(own))


@lru_cache(maxsize=64)
def _fonts_and_colours(house: HouseStyle) -> HouseStyle:
    """Return what styles have of a house style."""
    return replace(house, logo=None, header="", footer="")


@lru_cache(maxsize=16)
def _begun(
    house: HouseStyle, language: Language, links: tuple[Link, ...]
) -> tuple[bytes, bytes, int]:
    """Return the beginning of a package with the parts that many have, its list, and their number."""
    parts = (_types(links), _package_links(), *_fixed(house, language))
    return *laid_out(parts), len(parts)


@lru_cache(maxsize=16)
def _fixed(house: HouseStyle, language: Language) -> tuple[Part, ...]:
    """Return the parts that a house style and a language always have."""
    from competenties.office.word_styles import file_with_styles

    buffer = BytesIO()
    file_with_styles(house, LOCALES[language]).save(buffer)
    with ZipFile(BytesIO(mended(buffer.getvalue()))) as template:
        names = ("docProps/app.xml", *(f"word/{name}.xml" for name in _FIXED))
        return tuple(compressed(name, template.read(name), HIGHEST) for name in names)


def _types(links: tuple[Link, ...]) -> Part:
    """Return the types of all parts, with these headers and footers."""
    parts = {f"word/{name}": f"{_WORD}.wordprocessingml.{kind}" for name, kind in _FIXED.items()}
    parts |= {
        "word/theme/theme1": f"{_WORD}.theme",
        "word/document": f"{_WORD}.wordprocessingml.document.main",
        "docProps/core": "application/vnd.openxmlformats-package.core-properties",
        "docProps/app": f"{_WORD}.extended-properties",
    }
    for link in links:
        name = link.target.removesuffix(".xml")
        parts[f"word/{name}"] = f"{_WORD}.wordprocessingml.{link.kind}"
    ends = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        **TYPES,
    }
    said = [f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in ends.items()]
    said += [
        f'<Override PartName="/{name}.xml" ContentType="{kind}+xml"/>'
        for name, kind in parts.items()
    ]
    xml = f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{"".join(said)}</Types>'
    return compressed("[Content_Types].xml", xml.encode(), HIGHEST)


def _package_links() -> Part:
    links = (
        (f"{OFFICE}/officeDocument", "word/document.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{OFFICE}/extended-properties", "docProps/app.xml"),
    )
    said = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    xml = f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(said)}</Relationships>'
    return compressed("_rels/.rels", xml.encode(), HIGHEST)


@lru_cache(maxsize=64)
def _links(more: tuple[Link, ...]) -> Part:
    """Return the links of the text: to the parts that are always there, and to others."""
    always = [
        Link(f"rId{number}", kind, f"{name}.xml")
        for number, (name, kind) in enumerate(_FIXED.items(), 1)
    ]
    return compressed("word/_rels/document.xml.rels", linked([*always, *more]))


def _properties(document: Document) -> str:
    said: Iterable[tuple[str, str]] = (
        ("dc:title", _short(document.title)),
        ("dc:creator", _short(document.organisation) or "competenties"),
        ("cp:keywords", _short(", ".join(document.keywords))),
        ("dc:language", LOCALES[document.language]),
    )
    texts = "".join(f"<{name}>{attribute(text)}</{name}>" for name, text in said)
    made = f'xsi:type="dcterms:W3CDTF">{document.made_on or _NO_DATE}T00:00:00Z'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{texts}'
        f"<dcterms:created {made}</dcterms:created><dcterms:modified {made}</dcterms:modified>"
        "</cp:coreProperties>"
    )


def _short(text: str) -> str:
    return clean(text)[:_MOST_PROPERTY]
