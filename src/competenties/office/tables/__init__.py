"""Tables from and for other programs: one tolerant reader of CSV and XLSX, and a safe writer."""

from competenties.office.tables.reader import read_tables
from competenties.office.tables.sheet import Fault, Position, Sheet, TableFile, column_letters
from competenties.office.tables.writer import Table, Value, write_csv, write_xlsx

__all__ = [
    "Fault",
    "Position",
    "Sheet",
    "Table",
    "TableFile",
    "Value",
    "column_letters",
    "read_tables",
    "write_csv",
    "write_xlsx",
]
