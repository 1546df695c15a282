"""Imports of small tables, written in the tests as they stand in a sheet."""

from typing import Any

from competenties.formats.applying import Imported, apply
from competenties.formats.plan import Cell, ImportPlan
from competenties.formats.source import ImportChoices, Source
from competenties.formats.table import plan
from competenties.model.framework import Framework
from competenties.office.tables import Table, read_tables, write_csv


def raw_table(*rows: list[str]) -> bytes:
    """Return rows as a CSV file; cells that a row lacks are empty."""
    width = max(map(len, rows))
    full = [row + [""] * (width - len(row)) for row in rows]
    return write_csv(Table("x", tuple(full[0]), full[1:]))


def planned(*rows: list[str], **choices: Any) -> ImportPlan:
    """Return the plan of a table, after a look at whether no cell went missing."""
    return planned_file(raw_table(*rows), **choices)


def planned_file(raw: bytes, name: str = "tabel.csv", **choices: Any) -> ImportPlan:
    """Return the plan of a file, after a look at whether no cell went missing."""
    made = plan(Source(name, raw), ImportChoices(**choices))
    assert missing_cells(made, raw) == set()
    return made


def missing_cells(made: ImportPlan, raw: bytes) -> set[Cell]:
    """Return the filled cells of a source that are neither used nor left over."""
    filled = {
        Cell(sheet.name, row, column)
        for sheet in read_tables(made.source, raw).sheets
        for row, column in [*(place for place, _ in sheet.cells()), *sheet.faults]
    }
    return filled - made.used_cells() - {one.cell for one in made.left_overs}


def imported(*rows: list[str], **choices: Any) -> Imported:
    """Return what the import of a table makes."""
    return apply(planned(*rows, **choices))


def framework_of(*rows: list[str], **choices: Any) -> Framework:
    """Return the framework that a table becomes."""
    framework = imported(*rows, **choices).framework
    assert framework is not None
    return framework


def behaviour(framework: Framework) -> dict[str, dict[int, list[Any]]]:
    """Return the texts of the indicators by competence and level; 0 is without a level."""
    found: dict[str, dict[int, list[Any]]] = {}
    for competence in framework.competences:
        levels = {one.level: [i.text for i in one.indicators] for one in competence.levels}
        if competence.indicators:
            levels[0] = [one.text for one in competence.indicators]
        found[str(competence.name)] = levels
    return found


def left(made: ImportPlan) -> dict[str, str]:
    """Return the left-overs: cell and reason in Dutch."""
    return {one.cell.label: one.reason.nl for one in made.left_overs}
