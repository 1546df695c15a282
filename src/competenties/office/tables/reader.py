"""Reads a table file of any kind that people send, or says in a sentence why it cannot."""

from competenties.findings import UnusableError
from competenties.messages import Phrase
from competenties.office.tables.sheet import TableFile

MOST_BYTES = 50_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"

_TOO_LARGE = Phrase(
    nl="{file} is groter dan {most} MB. Zet alleen de competenties in een eigen bestand.",
    en="{file} is larger than {most} MB. Put the competences alone into a file of their own.",
)
_EMPTY = Phrase(
    nl="{file} is leeg. Sla het bestand opnieuw op, of kies een ander bestand.",
    en="{file} is empty. Save the file again, or choose another one.",
)
_PASSWORD = Phrase(
    nl="{file} is met een wachtwoord beveiligd. Open het in Excel, haal het wachtwoord weg "
    "(Bestand › Info › Werkmap beveiligen) en sla het op.",
    en="{file} is protected with a password. Open it in Excel, remove the password "
    "(File › Info › Protect Workbook) and save it.",
)
_OLD = Phrase(
    nl="{file} is een bestand van een oude Excel of Word. Open het daarin en kies Opslaan als › "
    "Excel-werkmap (.xlsx).",
    en="{file} is a file of an old Excel or Word. Open it there and choose Save As › "
    "Excel Workbook (.xlsx).",
)
_OTHER = {
    b"%PDF": Phrase(nl="een pdf", en="a PDF"),
    b"{\\rtf": Phrase(nl="een rtf-document", en="an RTF document"),
    b"\x89PNG": Phrase(nl="een afbeelding", en="a picture"),
    b"\xff\xd8\xff": Phrase(nl="een afbeelding", en="a picture"),
    b"\x1f\x8b": Phrase(nl="een ingepakt bestand", en="a packed file"),
    b"SQLite format": Phrase(nl="een database", en="a database"),
    b"<!DOCTYPE": Phrase(nl="een webpagina", en="a web page"),
    b"<html": Phrase(nl="een webpagina", en="a web page"),
    b"<?xml": Phrase(nl="een XML-bestand", en="an XML file"),
}
_NOT_A_TABLE = Phrase(
    nl="{file} is geen tabel maar {kind}. Sla de tabel op als Excel-werkmap (.xlsx) of als CSV.",
    en="{file} is not a table but {kind}. Save the table as an Excel workbook (.xlsx) or as CSV.",
)


def read_tables(name: str, raw: bytes) -> TableFile:
    """Return the sheets of a CSV or XLSX file; what it is, is seen by its content.

    Raises UnusableError with what to do: for an empty file, another kind of file, an old or a
    protected workbook, and one that is damaged or too large.
    """
    if len(raw) > MOST_BYTES:
        raise UnusableError(_TOO_LARGE, file=name, most=MOST_BYTES // 1_000_000)
    if not raw.strip():
        raise UnusableError(_EMPTY, file=name)
    if raw.startswith(_OLE):
        raise UnusableError(_PASSWORD if _ENCRYPTED in raw else _OLD, file=name)
    if raw.startswith(_ZIP):
        from competenties.office.tables.xlsx_reader import read_xlsx

        return read_xlsx(name, raw)
    for start, kind in _OTHER.items():
        if raw.lstrip()[: len(start)].lower() == start.lower():
            raise UnusableError(_NOT_A_TABLE, file=name, kind=kind)
    from competenties.office.tables.csv_reader import read_csv

    return read_csv(name, raw)
