"""Tables from and for other programs: one tolerant reader of CSV and XLSX, and a safe writer."""

from competenties.office.tables.reader import read_tables
from competenties.office.tables.sheet import Fault, Position, Sheet, TableFile, column_letters
from competenties.office.tables.writer import Table, sheets_of, write_csv, write_xlsx
from competenties.office.tables.xlsx_rows import Value

__all__ = [
    "Fault",
    "Position",
    "Sheet",
    "Table",
    "TableFile",
    "Value",
    "column_letters",
    "read_tables",
    "sheets_of",
    "write_csv",
    "write_xlsx",
]
