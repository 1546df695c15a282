"""A list of people as somebody uploads it: what was understood row by row, and the forms for them.

Nothing of it is kept: the list is read again for the download.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from competenties.documents.material import Material, blocking_errors, profile_request
from competenties.documents.people_forms import (
    PATTERN,
    SEND_LIST,
    FormCopies,
    PlannedForm,
    plan_forms,
    profiles_by_name,
    send_list_file,
    wrong_pattern,
)
from competenties.documents.request import FORM_KINDS, WITHOUT_PERSON, FormKind, ProfileRequest
from competenties.findings import Finding, RefusedError, UnusableError
from competenties.messages import Language, Phrase
from competenties.office.tables import read_tables
from competenties.ratings.people import RowRemark, people_of
from competenties.workspace.workspace import Workspace

PASTED = "geplakte-lijst.csv"

_NO_LIST = Phrase(
    nl="Kies een bestand met namen, of plak de rijen uit Excel.",
    en="Choose a file with names, or paste the rows from Excel.",
)
_NOBODY = Phrase(
    nl="Er is geen rij waarvan een formulier te maken is.",
    en="There is no row of which a form can be made.",
)
_NO_PERSON = Phrase(
    nl="{form} gaat niet over een persoon. Kies een ander formulier voor een lijst met mensen.",
    en="{form} is not about a person. Choose another form for a list of people.",
)
_DAY = (2000, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Asked:
    """The list, and which forms are wished: `default` is the profile of rows that name none."""

    name: str
    raw: bytes
    default: str = ""
    kind: FormKind | None = None
    pattern: str = PATTERN


@dataclass(frozen=True)
class Row:
    """One row of the list: the form that comes of it, or why none does."""

    row: int
    planned: PlannedForm | None
    profile: str
    remarks: list[RowRemark]

    @property
    def is_refused(self) -> bool:
        """Tell whether this row gets no form."""
        return self.planned is None


@dataclass(frozen=True)
class PeopleList:
    """What was understood of a list, and the errors in the profiles that it needs."""

    rows: list[Row]
    planned: list[PlannedForm]
    requests: Mapping[str, ProfileRequest]
    errors: list[Finding]


def read_people(workspace: Workspace, asked: Asked, language: Language) -> PeopleList:
    """Read a list. Raises UnusableError for what is no table, RefusedError for a wrong wish."""
    if not asked.raw.strip():
        raise UnusableError(_NO_LIST)
    if asked.kind in WITHOUT_PERSON:
        raise RefusedError(_NO_PERSON, form=FORM_KINDS[asked.kind])
    pattern = asked.pattern or PATTERN
    if wrong := wrong_pattern(pattern, language):
        raise RefusedError(wrong)
    people = people_of(read_tables(asked.name, asked.raw))
    requests, errors = _requests(workspace, language)
    planned, refused = plan_forms(
        people.people,
        profiles_by_name(requests),
        default=(asked.default or _only(requests)).casefold(),
        kind=asked.kind,
        pattern=pattern,
        language=language,
    )
    rows = _rows(planned, [*people.remarks, *refused], requests)
    used = dict.fromkeys(one.profile for one in planned)
    each = [one for name in used for one in errors[name]]
    once = list({(one.rule.name, one.place): one for one in each}.values())
    return PeopleList(rows, planned, requests, once)


def people_zip(found: PeopleList, language: Language) -> bytes:
    """Return a zip file with a form for everybody and the send list. Raises RefusedError."""
    if not found.planned:
        raise RefusedError(_NOBODY)
    copies = FormCopies(lambda profile: found.requests[profile])
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as package:
        for one in found.planned:
            package.writestr(zipfile.ZipInfo(one.path, _DAY), copies.copy(one))
        listed = send_list_file(found.planned, language)
        package.writestr(zipfile.ZipInfo(SEND_LIST.say(language), _DAY), listed)
    return whole.getvalue()


def _rows(
    planned: Sequence[PlannedForm],
    remarks: Sequence[RowRemark],
    requests: Mapping[str, ProfileRequest],
) -> list[Row]:
    said: dict[int, list[RowRemark]] = {}
    for remark in remarks:
        said.setdefault(remark.row, []).append(remark)
    forms = {one.person.row: one for one in planned}
    return [
        Row(number, form, _name(form, requests), said.get(number, []))
        for number in sorted({*said, *forms})
        for form in [forms.get(number)]
    ]


def _name(form: PlannedForm | None, requests: Mapping[str, ProfileRequest]) -> str:
    if form is None:
        return ""
    request = requests[form.profile]
    return request.own(request.profile.name)


def _requests(
    workspace: Workspace, language: Language
) -> tuple[dict[str, ProfileRequest], dict[str, list[Finding]]]:
    """Return what forms are made of, and the errors, for every profile that can be read."""
    whole = [one for one in workspace.profiles if one.whole and one.model is not None]
    found = [Material(workspace, one.path.stem, (one,)) for one in whole]
    requests: dict[str, ProfileRequest] = {}
    errors: dict[str, list[Finding]] = {}
    for one, wrong in zip(whole, blocking_errors(workspace, found), strict=True):
        if one.model is not None:
            errors[one.model.id] = wrong
            requests[one.model.id] = profile_request(workspace, one.model, language, len(wrong))
    return requests, errors


def _only(requests: Mapping[str, ProfileRequest]) -> str:
    return next(iter(requests)) if len(requests) == 1 else ""
