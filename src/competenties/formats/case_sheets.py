"""Reads the spreadsheets of OpenSALT, a workbook or one table of items, as a CASE package."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from competenties.findings import UnusableError
from competenties.formats.case_terms import Json, plain_type
from competenties.formats.identity import node_uuid
from competenties.formats.source import Source
from competenties.messages import Phrase
from competenties.office.tables import read_tables

_MOST_START = 1_000_000  # bytes of the list of sheets, and of the first row of a table
_SHEET = b'name="CF Item"'
_FIELDS = {
    name.casefold(): name
    for name in [
        "identifier",
        "creator",
        "title",
        "officialSourceURL",
        "publisher",
        "description",
        "language",
        "version",
        "adoptionStatus",
        "statusStartDate",
        "statusEndDate",
        "notes",
        "fullStatement",
        "humanCodingScheme",
        "listEnumeration",
        "abbreviatedStatement",
        "conceptKeywords",
        "educationLevel",
        "CFItemType",
        "license",
    ]
} | {"lastchangedate": "lastChangeDateTime"}
_LINKS = ("ischildof", "ispartof", "replacedby", "exemplar", "hasskilllevel", "isrelatedto")
_EMPTY = Phrase(
    nl="{name} heeft geen enkel onderdeel. Vul het blad CF Item en probeer het opnieuw.",
    en="{name} has no item at all. Fill the sheet CF Item and try again.",
)

Row = dict[str, str]


def is_spreadsheet(source: Source) -> bool:
    """Tell whether a source is a workbook with the sheets of OpenSALT, or its table of items."""
    if source.raw.startswith(b"PK"):
        return _SHEET in _list_of_sheets(source.raw)
    start = source.raw[:_MOST_START].split(b"\n", 1)[0].decode("utf-8", "replace")
    names = {_plain(one) for one in re.split(r"[;,\t]", start)}
    return {"identifier", "fullstatement", "humancodingscheme", "ischildof"} <= names


def package_of_sheets(source: Source) -> Json:
    """Return what a spreadsheet says as a package. Raises UnusableError where it says nothing."""
    sheets = {one.name: list(_rows(one)) for one in read_tables(source.name, source.raw).sheets}
    rows, document = sheets.get("CF Item"), next(iter(sheets.get("CF Doc", [])), {})
    if rows is None:
        rows = next(iter(sheets.values()), [])
        document = {"title": re.sub(r"\.\w+$", "", re.split(r"[/\\]", source.name)[-1])}
    if not rows:
        raise UnusableError(_EMPTY, name=source.name)
    data = _document(document)
    identifier, codes = data["CFDocument"]["identifier"], _by_code(rows)
    data["CFItems"] = [_item(row) for row in rows]
    data["CFAssociations"] = [
        *_by_levels(rows, identifier),
        *_by_columns(rows, identifier, codes),
        *(_association(row, codes) for row in sheets.get("CF Association", [])),
    ]
    return data


def _document(row: Row) -> Json:
    """Return the CFDocument, with the definition of its licence."""
    about = _fields(row, {"licensetitle", "licensetext", "subject"})
    about.setdefault("identifier", node_uuid("spreadsheet", about.get("title", "")))
    data: Json = {"CFDocument": about}
    if subject := row.get("subject"):
        about["subject"] = subject.split("|")
    if licence := row.get("licensetitle"):
        about["licenseURI"] = {"title": licence, "identifier": licence}
        whole = row.get("licensetext", "")
        known = {"identifier": licence, "title": licence, "licenseText": whole}
        data["CFDefinitions"] = {"CFLicenses": [known]}
    return data


def _list_of_sheets(raw: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file, file.open("xl/workbook.xml") as listed:
            return listed.read(_MOST_START)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, EOFError):
        return b""


def _plain(header: str) -> str:
    return re.sub(r"[\W_]+", "", header).casefold()


def _rows(sheet: Any) -> Iterator[Row]:
    """Yield the filled rows below the headers, by header."""
    table: dict[int, dict[int, str]] = {}
    for (row, column), text in sheet.cells():
        table.setdefault(row, {})[column] = text
    headers = {column: text.strip() for column, text in table.pop(1, {}).items()}
    names = {column: _known(text) for column, text in headers.items()}
    for number in sorted(table):
        yield {names.get(column, f"?{column}"): text for column, text in table[number].items()}


_COLUMNS = {
    *_FIELDS,
    *_LINKS,
    "smartlevel",
    "sequencenumber",
    "licensetitle",
    "licensetext",
    "subject",
    "associationtype",
    *(f"{end}node{kind}" for end in ("origin", "destination") for kind in ("uri", "identifier")),
    *(f"{end}nodehumancodingscheme" for end in ("origin", "destination")),
}


def _known(header: str) -> str:
    """Return a header that we know without blanks and capitals, and another as it is."""
    plain = _plain(header)
    return plain if plain in _COLUMNS else header


def _fields(row: Row, without: set[str]) -> Json:
    return {_FIELDS.get(key, key): text for key, text in row.items() if key not in without}


def _item(row: Row) -> Json:
    found = _fields(row, {"smartlevel", "sequencenumber", *_LINKS})
    if words := row.get("conceptkeywords"):
        found["conceptKeywords"] = [one.strip() for one in re.split(r"[|,]", words)]
    return found


def _by_levels(rows: list[Row], document: str) -> Iterator[Json]:
    """Yield who stands in what by the smart level: 1.2.10 is the tenth in 1.2."""
    known = {row["smartlevel"].strip("."): row for row in rows if row.get("smartlevel")}
    for level, row in known.items():
        above, _, last = level.rpartition(".")
        parent = known.get(above, {}).get("identifier") if above else document
        link = _link("isChildOf", row.get("identifier", ""), parent or above)
        yield link | ({"sequenceNumber": int(last)} if last.isdecimal() else {})


def _by_columns(rows: list[Row], document: str, codes: dict[str, str]) -> Iterator[Json]:
    """Yield the links that stand as codes in columns of the items."""
    has_parents = any("ischildof" in one for one in rows)
    for row in rows:
        own, number = row.get("identifier", ""), row.get("sequencenumber", "")
        for kind in _LINKS:
            if code := row.get(kind):
                link = _link(kind, own, codes.get(code, code))
                order = {"sequenceNumber": int(number)} if number.isdecimal() else {}
                yield link | (order if kind == "ischildof" else {})
        if has_parents and not (row.get("ischildof") or row.get("smartlevel")):
            yield _link("isChildOf", own, document)


def _association(row: Row, codes: dict[str, str]) -> Json:
    ends = []
    for end in ("origin", "destination"):
        uri = row.get(f"{end}nodeuri", "")
        code = row.get(f"{end}nodehumancodingscheme", "")
        ends.append(row.get(f"{end}nodeidentifier") or codes.get(code) or uri or code)
    used = {key for key in row if key.startswith(("originnode", "destinationnode"))}
    others = _fields(row, used | {"associationtype"})
    return {**others, **_link(plain_type(row.get("associationtype", "")), ends[0], ends[1])}


def _by_code(rows: list[Row]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        found.setdefault(row.get("humancodingscheme", ""), row.get("identifier", ""))
    found.pop("", None)
    return found


def _link(kind: str, origin: str, target: str) -> Json:
    nodes = [{"identifier": one, "uri": one, "title": one} for one in (origin, target)]
    return {"associationType": kind, "originNodeURI": nodes[0], "destinationNodeURI": nodes[1]}
