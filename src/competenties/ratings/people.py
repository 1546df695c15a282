"""Reads for whom forms have to be made: a table of people, each with who fills in the form."""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from competenties.findings import UnusableError
from competenties.messages import Phrase
from competenties.office.tables import Sheet, TableFile

_HEADERS: Mapping[str, tuple[str, ...]] = {
    "name": ("naam", "medewerker", "naam medewerker", "name", "employee"),
    "number": (
        "nummer",
        "personeelsnummer",
        "medewerkernummer",
        "pers.nr.",
        "number",
        "employee number",
    ),
    "email": ("e-mail", "email", "mail", "e-mailadres", "e-mail address"),
    "profile": ("functieprofiel", "profiel", "functie", "job profile", "profile", "job"),
    "department": ("afdeling", "team", "department"),
    "manager": ("leidinggevende", "manager", "teamleider", "line manager"),
    "period": ("periode", "period"),
    "rater": ("beoordelaar", "invuller", "ingevuld door", "rater", "filled in by"),
    "rater_email": ("e-mail beoordelaar", "e-mail invuller", "rater e-mail", "rater email"),
    "agreements": ("afspraken", "vorige afspraken", "agreements", "last agreements"),
    "role": ("rol", "rol beoordelaar", "rol invuller", "role", "rater role"),
}
Role = str
ROLES: Mapping[str, tuple[str, ...]] = {
    "self": ("zelf", "medewerker", "self", "employee"),
    "manager": ("leidinggevende", "manager", "teamleider"),
    "colleague": (
        "collega",
        "collega uit het team",
        "collega uit een ander team",
        "colleague",
        "peer",
    ),
    "employee-led": ("medewerker aan wie leiding wordt gegeven", "teamlid", "direct report"),
    "customer": ("klant", "customer", "client"),
}
"""Who can fill in a form, with the words for it in a table."""

ROLE_NAMES: Mapping[Role, Phrase] = {
    "self": Phrase(nl="zelf", en="self"),
    "manager": Phrase(nl="leidinggevende", en="manager"),
    "colleague": Phrase(nl="collega", en="colleague"),
    "employee-led": Phrase(nl="teamlid", en="team member"),
    "customer": Phrase(nl="klant", en="customer"),
}
_FIRST_ROWS = 10
_AGREEMENTS = 5
"""As many places as a form has; what is more stands together in the last one."""
_BULLET = re.compile(r"^\s*(?:[-•*]|[0-9]+[.)])\s+")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")

_NO_HEADER = Phrase(
    nl='In {file} is geen kolom "naam" gevonden. Zet bovenaan een rij met koppen, ten minste: naam.',
    en='No column "name" was found in {file}. Put a row with headers at the top, at least: name.',
)
_NO_NAME = Phrase(
    nl="er staat geen naam; vul de naam in van degene over wie het formulier gaat",
    en="there is no name; fill in the name of whom the form is about",
)
_UNKNOWN_ROLE = Phrase(
    nl='de rol "{found}" is onbekend; kies uit zelf, leidinggevende, collega, teamlid, klant',
    en='the role "{found}" is unknown; choose from self, manager, colleague, team member, customer',
)
_TWICE = Phrase(
    nl="deze rij staat er twee keer (ook in rij {row}); er komt één formulier",
    en="this row is there twice (also in row {row}); one form is made",
)
_FAULT = Phrase(nl="kolom {column}: {reason}", en="column {column}: {reason}")
_SAME_NAME = Phrase(
    nl='"{name}" staat ook in rij {row} zonder personeelsnummer; is het dezelfde persoon?',
    en='"{name}" is also in row {row} without an employee number; is it the same person?',
)
_NO_RATER = Phrase(
    nl='bij de rol "{role}" hoort een beoordelaar; vul in wie het formulier krijgt',
    en='with the role "{role}" belongs a rater; fill in who gets the form',
)
_NO_ADDRESS = Phrase(
    nl="er is geen e-mailadres voor de verzendlijst",
    en="there is no e-mail address for the send list",
)
_SHARED = frozenset(["profile", "department", "manager", "period", "role"])
_OTHERS = frozenset(["colleague", "employee-led", "customer"])
_LONG = Phrase(
    nl="er zijn meer dan vijf afspraken, of een ervan is langer dan 200 tekens; kijk na of ze op het formulier passen",
    en="there are more than five agreements, or one is longer than 200 characters; see whether they fit on the form",
)
_LONG_AGREEMENT = 200
_NO_MAIL = Phrase(
    nl='"{found}" is geen e-mailadres; het blijft leeg in de verzendlijst',
    en='"{found}" is no e-mail address; it stays empty in the send list',
)


@dataclass(frozen=True, slots=True)
class Person:
    """A form to make: about whom, and who fills it in. `row` is where it stands in the table."""

    row: int
    name: str
    number: str = ""
    email: str = ""
    profile: str = ""
    department: str = ""
    manager: str = ""
    period: str = ""
    rater: str = ""
    rater_email: str = ""
    role: Role = ""
    agreements: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where the form is sent to: the rater, else the person."""
        return self.rater_email if self.rater else self.email

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same form: the person, the profile, the period and the rater."""
        who = self.number or f"{self.name} {self.email}".casefold()
        return (who, self.profile, self.period, self.rater.casefold(), self.role)


class RowRemark(NamedTuple):
    """Something about a row of the table; a `refused` row gets no form."""

    row: int
    said: Phrase
    refused: bool = True


@dataclass(frozen=True)
class People:
    """The forms to make, and what there is to say about rows."""

    people: tuple[Person, ...]
    remarks: tuple[RowRemark, ...]


def people_of(file: TableFile) -> People:
    """Return the people in the first sheet with a header. Raises UnusableError without any."""
    for sheet in file.sheets:
        if sheet.is_hidden:
            continue
        for row in list(sheet.rows)[:_FIRST_ROWS]:
            columns = _columns(sheet.rows[row])
            if "name" in columns.values():
                return _read(sheet, row, columns)
    raise UnusableError(_NO_HEADER, file=file.name)


def _columns(cells: Mapping[int, str]) -> dict[int, str]:
    """Return what each column holds, by its header; the first of two equal ones counts."""
    found: dict[int, str] = {}
    for column, text in cells.items():
        field = header_field(text)
        if field and field not in found.values():
            found[column] = field
    return found


def header_field(title: str) -> str:
    """Return what a column with this header holds in a table of people; "" when that is nothing."""
    plain = " ".join(title.casefold().replace("_", " ").split()).rstrip(":")
    return next((field for field, names in _HEADERS.items() if plain in names), "")


def _read(sheet: Sheet, header: int, columns: Mapping[int, str]) -> People:
    people: list[Person] = []
    remarks: list[RowRemark] = []
    seen: dict[tuple[str, ...], int] = {}
    for row, cells in sheet.rows.items():
        if row <= header:
            continue
        texts = {field: _text(field, cells.get(one, "")) for one, field in columns.items()}
        if not any(texts.values()):
            continue
        said = list(_faults(sheet, row, columns))
        person, found = _person(row, texts)
        said.extend(found)
        if person is not None and person.key in seen:
            said.append(RowRemark(row, _TWICE.filled(row=seen[person.key])))
            person = None
        remarks.extend(said)
        if person is not None and not any(one.refused for one in said):
            seen[person.key] = row
            people.append(person)
    remarks.extend(_same_names(people))
    remarks.extend(_without_address(people, {one.row for one in remarks}))
    return People(tuple(people), tuple(sorted(remarks, key=lambda one: one.row)))


def _text(field: str, text: str) -> str:
    """Return what a cell says; ten thousand rows have few managers, each kept in memory once."""
    if field == "agreements":
        return text
    plain = " ".join(text.split())
    return sys.intern(plain) if field in _SHARED else text if plain == text else plain


def _faults(sheet: Sheet, row: int, columns: Mapping[int, str]) -> Iterator[RowRemark]:
    """Yield cells of a row that hold no usable text, such as a formula without a result."""
    for column, field in columns.items():
        if fault := sheet.faults.get((row, column)):
            name = _HEADERS[field][0]
            yield RowRemark(row, _FAULT.filled(column=name, reason=fault.reason))


def _person(row: int, texts: Mapping[str, str]) -> tuple[Person | None, list[RowRemark]]:
    remarks: list[RowRemark] = []
    if not texts.get("name"):
        return None, [RowRemark(row, _NO_NAME)]
    given = dict(texts)
    for field in ("email", "rater_email"):
        if given.get(field) and not _MAIL.fullmatch(given[field]):
            remarks.append(RowRemark(row, _NO_MAIL.filled(found=given[field]), refused=False))
            given[field] = ""
    role = _role(given.get("role", ""))
    if role is None:
        return None, [*remarks, RowRemark(row, _UNKNOWN_ROLE.filled(found=given["role"]))]
    if role in _OTHERS and not given.get("rater"):
        return None, [*remarks, RowRemark(row, _NO_RATER.filled(role=ROLE_NAMES[role]))]
    agreements = _agreements(given.pop("agreements", ""))
    if any(len(one) > _LONG_AGREEMENT or "\n" in one for one in agreements):
        remarks.append(RowRemark(row, _LONG, refused=False))
    return Person(row=row, **{**given, "role": role}, agreements=agreements), remarks


def _agreements(text: str) -> tuple[str, ...]:
    """Return the agreements in a cell, each on a line of its own or behind a point or number."""
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    found = [line for line in lines if line]
    first, rest = found[: _AGREEMENTS - 1], found[_AGREEMENTS - 1 :]
    return (*first, *(["\n".join(rest)] if rest else []))


def _role(text: str) -> Role | None:
    """Return the role that a text names; "" for none, None for one that is unknown."""
    if not text:
        return ""
    return next((role for role, names in ROLES.items() if text.casefold() in names), None)


def _without_address(people: list[Person], told: set[int]) -> Iterator[RowRemark]:
    """Yield rows without an address, where the table has addresses at all."""
    if any(one.address for one in people):
        for one in people:
            if not one.address and one.row not in told:
                yield RowRemark(one.row, _NO_ADDRESS, refused=False)


def _same_names(people: list[Person]) -> Iterator[RowRemark]:
    """Yield rows with a name that another row has too, where nothing tells the two apart."""
    first: dict[str, Person] = {}
    for one in people:
        other = first.setdefault(one.name.casefold(), one)
        told_apart = one.number and other.number
        same_person = one.email == other.email and (one.rater, one.role) != (
            other.rater,
            other.role,
        )
        if other is not one and not told_apart and not same_person:
            yield RowRemark(one.row, _SAME_NAME.filled(name=one.name, row=other.row), refused=False)
