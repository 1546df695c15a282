"""Forms for many people: which file each of them gets, and copies of one template a job."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from string import Formatter

from competenties.documents.form_head import lines_in_head, lines_key
from competenties.documents.form_talk import LAST_AGREEMENTS
from competenties.documents.rating_sheet import build
from competenties.documents.request import FORM_KINDS, FormKind, ProfileRequest
from competenties.messages import Language, Phrase
from competenties.model.ids import base32
from competenties.office.copies import Template, mark
from competenties.office.file_names import Names, file_name
from competenties.office.tables import Table, write_csv
from competenties.office.workbook import workbook
from competenties.ratings.form import COPY_SHEET
from competenties.ratings.people import ROLE_NAMES, Person, RowRemark

KIND_OF_ROLE: Mapping[str, FormKind] = {
    "self": "self-reflection",
    "manager": "conversation",
    "colleague": "feedback",
    "employee-led": "feedback",
    "customer": "feedback",
}
"""Which form somebody gets by role, unless one kind was asked for all."""

PATTERN = "{name} - {form} - {rater}"
"""How files are called, unless the organisation wants it otherwise."""

SEND_LIST = Phrase(nl="verzendlijst.csv", en="send-list.csv")
_NO_MANAGER = Phrase(nl="zonder leidinggevende", en="without manager")
_UNKNOWN_PROFILE = Phrase(
    nl='het functieprofiel "{found}" is er niet; kies uit {known}',
    en='there is no job profile "{found}"; choose from {known}',
)
_UNKNOWN_PART = Phrase(
    nl='"{{{found}}}" kan niet in een bestandsnaam; kies uit {known}',
    en='"{{{found}}}" cannot be in a file name; choose from {known}',
)
_SEND_HEADERS = (
    Phrase(nl="Ontvanger", en="Recipient"),
    Phrase(nl="E-mail", en="E-mail"),
    Phrase(nl="Over wie", en="About whom"),
    Phrase(nl="Nummer", en="Number"),
    Phrase(nl="Rol", en="Role"),
    Phrase(nl="Formulier", en="Form"),
    Phrase(nl="Leidinggevende", en="Manager"),
    Phrase(nl="Periode", en="Period"),
    Phrase(nl="Bestand", en="File"),
    Phrase(nl="Code van dit exemplaar", en="Code of this copy"),
)
_ALWAYS = ("employee", "manager", "period", "rater")
_NOTED = ("code", "employee", "number", "manager", "department", "period", "rater", "role")
_CODE_LENGTH = 16
_ROWS_AT_ONCE = 500  # of the send list
_LONGEST_PART = 40  # characters of a name in the name of a file


@dataclass(frozen=True, slots=True)
class PlannedForm:
    """One form to make: for whom, of which kind and profile, and where it goes."""

    person: Person
    profile: str
    kind: FormKind
    folder: str
    file: str
    code: str
    role: str = ""

    @property
    def path(self) -> str:
        """Folder and file, as the send list says it."""
        return f"{self.folder}/{self.file}"

    @property
    def optional(self) -> tuple[str, ...]:
        """What is known of this person, and not of everybody."""
        role = ("role-said",) if self.person.role else ()
        return (*role, *(LAST_AGREEMENTS if self.person.agreements else ()))

    @property
    def heights(self) -> tuple[tuple[str, int], ...]:
        """The lines of each text in the head that is too long for one line.

        The height of a row is part of the template, so whoever has such a name has another one.
        """
        person = self.person
        said = zip(_ALWAYS, (person.name, person.manager, person.period, person.rater), strict=True)
        lines = [(name, lines_in_head(text)) for name, text in said]
        return tuple([(name, count) for name, count in lines if count > 1])

    @property
    def texts(self) -> dict[str, str]:
        """What the copy has of its own, by mark."""
        person = self.person
        return {
            "employee": person.name,
            "number": person.number,
            "manager": person.manager,
            "department": person.department,
            "period": person.period,
            "rater": person.rater,
            "role": person.role,
            "code": self.code,
            "role-said": self.role,
            **dict(zip(LAST_AGREEMENTS, person.agreements, strict=False)),
        }


def plan_forms(
    people: Sequence[Person],
    profiles: Mapping[str, str],
    *,
    default: str,
    kind: FormKind | None,
    pattern: str,
    language: Language,
) -> tuple[list[PlannedForm], list[RowRemark]]:
    """Return the forms to make, and the rows for which none can be made.

    `profiles` has the id of every profile by its id and by its names, in small letters; `default`
    is for rows that name none; `kind` is for all, else the role decides.
    """
    planned: list[PlannedForm] = []
    remarks: list[RowRemark] = []
    names = Names()
    folders: dict[str, str] = {}
    for person in people:
        wanted = person.profile.casefold() or default
        if wanted not in profiles:
            known = ", ".join(sorted(set(profiles.values())))
            said = _UNKNOWN_PROFILE.filled(found=person.profile or default, known=known)
            remarks.append(RowRemark(person.row, said))
            continue
        own = kind or KIND_OF_ROLE.get(person.role, "conversation")
        folder = _folder(person, language, folders)
        called = file_name(_called(pattern, person, own, language))
        file = names.free(folder, called, ".xlsx")
        profile = profiles[wanted]
        code = _code(person, profile, own)
        role = ROLE_NAMES[person.role].say(language) if person.role else ""
        planned.append(PlannedForm(person, profile, own, folder, file, code, role))
    return planned, remarks


def wrong_pattern(pattern: str, language: Language) -> Phrase | None:
    """Return what is wrong with a pattern for names, if anything."""
    known = _parts(Person(0, "x"), "conversation", language)
    try:
        parts = [name for _, name, *_ in Formatter().parse(pattern) if name is not None]
    except ValueError:
        parts = [pattern]
    wrong = next((name for name in parts if name not in known), None)
    if wrong is None:
        return None
    return _UNKNOWN_PART.filled(found=wrong, known=", ".join(f"{{{name}}}" for name in known))


_MOST_TEMPLATES = 200  # in memory at a time; some 30 kilobytes each

_Key = tuple[str, FormKind, tuple[str, ...], tuple[tuple[str, int], ...]]
"""What copies of one template have in common: profile, kind, places and heights of the head."""


class FormCopies:
    """Makes the copies; the template of each profile and kind is built once.

    Of the templates only the latest stay in memory.
    """

    def __init__(self, request_of: Callable[[str], ProfileRequest]) -> None:
        """Take what gives the request on a profile, by its id."""
        self._request_of = request_of
        self._templates: dict[_Key, Template] = {}

    def copy(self, planned: PlannedForm) -> bytes:
        """Return the workbook of one form."""
        optional, heights = planned.optional, planned.heights
        key = (planned.profile, planned.kind, optional, heights)
        if key not in self._templates:
            if len(self._templates) == _MOST_TEMPLATES:
                del self._templates[next(iter(self._templates))]
            request = self._request_of(planned.profile)
            self._templates[key] = form_template(request, planned.kind, optional, heights)
        return self._templates[key].copy(planned.texts)


def form_template(
    request: ProfileRequest,
    kind: FormKind,
    optional: Sequence[str] = (),
    heights: Sequence[tuple[str, int]] = (),
) -> Template:
    """Return the form of a kind, to be filled with what is known of each person.

    `optional` is known of some people only: a place for it would stay empty on the forms of others.
    `heights` are the lines of texts that are longer than most.
    """
    about = {name: mark(name) for name in (*_ALWAYS, *optional)}
    about |= {lines_key(name): str(count) for name, count in heights}
    document = build(replace(request, form=kind, suffix=".xlsx", about=about))
    copy = {name: mark(name) for name in _NOTED}
    carried = {**document.carried, COPY_SHEET: copy}
    return Template(workbook(replace(document, carried=carried, house=request.house)))


def send_list(planned: Sequence[PlannedForm], language: Language) -> Table:
    """Return for mail merge who gets which file."""
    header = tuple(one.say(language) for one in _SEND_HEADERS)
    return Table("x", header, [tuple(_send_row(one, language)) for one in planned])


def send_list_file(planned: Sequence[PlannedForm], language: Language) -> bytes:
    """Return the send list as CSV, a piece at a time: as one table a long one takes much memory."""
    pieces = []
    for start in range(0, len(planned), _ROWS_AT_ONCE):
        piece = write_csv(send_list(planned[start : start + _ROWS_AT_ONCE], language))
        pieces.append(piece.partition(b"\r\n")[2] if start else piece)  # one header
    return b"".join(pieces)


def profiles_by_name(requests: Mapping[str, ProfileRequest]) -> dict[str, str]:
    """Return the ids of profiles by everything that a table may call them."""
    found: dict[str, str] = {}
    for identifier, request in requests.items():
        name = request.profile.name
        names = [name] if isinstance(name, str) else list(name.values())
        for one in (identifier, *names):
            found.setdefault(" ".join(one.casefold().split()), identifier)
    return found


def _send_row(planned: PlannedForm, language: Language) -> Iterator[str]:
    person = planned.person
    yield person.rater or person.name
    yield person.rater_email if person.rater else person.email
    yield person.name
    yield person.number
    yield planned.role
    yield FORM_KINDS[planned.kind].say(language)
    yield person.manager
    yield person.period
    yield planned.path
    yield planned.code


def _folder(person: Person, language: Language, known: dict[str, str]) -> str:
    """Return the folder of a manager: the same for the same name, whatever its capitals."""
    name = file_name(person.manager or _NO_MANAGER.say(language))
    return known.setdefault(name.casefold(), name)


def _called(pattern: str, person: Person, kind: FormKind, language: Language) -> str:
    said = pattern.format_map(_parts(person, kind, language))
    return said.strip(" -_")


def _parts(person: Person, kind: FormKind, language: Language) -> dict[str, str]:
    role = ROLE_NAMES[person.role].say(language) if person.role else ""
    form = FORM_KINDS[kind].say(language)
    names = {
        "nl": ("naam", "nummer", "afdeling", "leidinggevende", "periode", "invuller", "rol"),
        "en": ("name", "number", "department", "manager", "period", "rater", "role"),
    }
    values = (
        person.name[:_LONGEST_PART],
        person.number,
        person.department,
        person.manager[:_LONGEST_PART],
        person.period,
        person.rater[:_LONGEST_PART],
        role,
    )
    both = {name: value for one in names.values() for name, value in zip(one, values, strict=True)}
    return {**both, "formulier": form, "form": form}


def _code(person: Person, profile: str, kind: FormKind) -> str:
    """Return the code of one copy: the same when the same list is used again."""
    told = "\n".join((*person.key, profile, kind))
    return base32(hashlib.sha256(told.encode()).digest())[:_CODE_LENGTH]
