"""The parts of a workbook beside its sheets: what is in it, what is called what, and its properties.

Names are those of ECMA-376: part 1, 18.2 (workbook) and 22.2 (properties of the program), part 2,
clauses 8 to 10 (links, content types and properties of the document).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from competenties.messages import Language
from competenties.office import workbook_styles
from competenties.office.blocks import Document
from competenties.office.clean import clean
from competenties.office.workbook_keys import quoted
from competenties.office.workbook_logo import logo_parts, logo_suffixes
from competenties.office.workbook_xml import HEAD, MAIN, attribute, escaped
from competenties.office.zipped import Part, compressed, continued, kept

_NO_DATE = date(2000, 1, 1)
_LANGUAGES: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument"
_TYPE = f"{_WORD}.spreadsheetml"
_LINKS = f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'


_KINDS = {"jpg": "jpeg", "svg": "svg+xml"}


class BookSheet(NamedTuple):
    """A sheet as the workbook lists it; one without `print_area` is seen by nobody.

    `begin` is the part of its XML that other workbooks have too, `rest` what comes after it. Only
    the first one may have a drawing.
    """

    name: str
    begin: str
    rest: str
    print_area: str = ""
    drawing: str = ""


def parts_of(
    document: Document, sheets: Sequence[BookSheet], tall: tuple[float, ...]
) -> Iterator[Part]:
    """Yield the parts of a workbook, the list of their types first; `tall` is for the styles."""
    count = len(sheets)
    logo = document.house.logo
    yield kept("[Content_Types].xml", _types(count, logo_suffixes(logo)))
    yield kept("_rels/.rels", _package_links())
    yield kept("docProps/app.xml", _program())
    yield compressed("docProps/core.xml", _properties(document).encode())
    yield compressed("xl/workbook.xml", _book(sheets).encode())
    yield kept("xl/_rels/workbook.xml.rels", _book_links(count))
    yield kept(workbook_styles.PART, workbook_styles.styles(tall, document.house))
    for number, sheet in enumerate(sheets, 1):
        name = f"xl/worksheets/sheet{number}.xml"
        yield continued(name, sheet.begin.encode(), sheet.rest.encode())
    yield from logo_parts(document.house, sheets[0].drawing)


@lru_cache(maxsize=16)
def _types(sheets: int, pictures: tuple[str, ...]) -> bytes:
    """Return the types of all parts, for so many sheets and pictures of some kinds."""
    numbered = {f"xl/worksheets/sheet{number}": "worksheet" for number in range(1, sheets + 1)}
    types = {
        "xl/workbook": f"{_TYPE}.sheet.main",
        "xl/styles": f"{_TYPE}.styles",
        **{name: f"{_TYPE}.{kind}" for name, kind in numbered.items()},
        "docProps/core": "application/vnd.openxmlformats-package.core-properties",
        "docProps/app": f"{_WORD}.extended-properties",
    }
    if pictures:
        types["xl/drawings/drawing1"] = f"{_WORD}.drawing"
    defaults = "".join(
        f'<Default Extension="{suffix}" ContentType="image/{_KINDS.get(suffix, suffix)}"/>'
        for suffix in pictures
    )
    parts = (
        f'<Override PartName="/{name}.xml" ContentType="{kind}+xml"/>'
        for name, kind in types.items()
    )
    links = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{links}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{defaults}{"".join(parts)}</Types>'
    ).encode()


@lru_cache(maxsize=1)
def _package_links() -> bytes:
    links = (
        (f"{_OFFICE}/relationships/officeDocument", "xl/workbook.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    )
    return _linked(links)


@lru_cache(maxsize=16)
def _book_links(sheets: int) -> bytes:
    kind = f"{_OFFICE}/relationships"
    links = [
        (f"{kind}/worksheet", f"worksheets/sheet{number}.xml") for number in range(1, sheets + 1)
    ]
    return _linked((*links, (f"{kind}/styles", "styles.xml")))


def _linked(links: Iterable[tuple[str, str]]) -> bytes:
    said = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f"{_LINKS}{''.join(said)}</Relationships>".encode()


@lru_cache(maxsize=1)
def _program() -> bytes:
    """Return which program made the file.

    LibreOffice believes heights of rows and stored results of programs that name themselves so.
    """
    return (
        f'{HEAD}<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>Microsoft Excel Compatible / competenties</Application></Properties>"
    ).encode()


def _properties(document: Document) -> str:
    said = (
        ("dc:title", clean(document.title)),
        ("dc:creator", clean(document.organisation) or "competenties"),
        ("cp:keywords", clean(", ".join(document.keywords))),
        ("dc:language", _LANGUAGES[document.language]),
    )
    texts = "".join(f"<{name}>{escaped(text)}</{name}>" for name, text in said)
    made = f'xsi:type="dcterms:W3CDTF">{document.made_on or _NO_DATE}T00:00:00Z'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{texts}'
        f"<dcterms:created {made}</dcterms:created><dcterms:modified {made}</dcterms:modified>"
        "</cp:coreProperties>"
    )


def _book(sheets: Sequence[BookSheet]) -> str:
    """Return the list of sheets, and what of each is printed; all is computed when it opens."""
    listed, defined = [], []
    for place, sheet in enumerate(sheets):
        hidden = "" if sheet.print_area else ' state="veryHidden"'
        numbered = f'sheetId="{place + 1}"{hidden} r:id="rId{place + 1}"'
        listed.append(f'<sheet name="{attribute(sheet.name)}" {numbered}/>')
        if sheet.print_area:
            area = f"{quoted(sheet.name)}!{sheet.print_area}"
            local = f'name="_xlnm.Print_Area" localSheetId="{place}"'
            defined.append(f"<definedName {local}>{area}</definedName>")
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}/relationships"><workbookPr/>'
        f"<bookViews><workbookView/></bookViews><sheets>{''.join(listed)}</sheets>"
        f"<definedNames>{''.join(defined)}</definedNames>"
        '<calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>'
    )
