"""Forms that came back: read one by one, with every file that cannot be used and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from competenties.messages import Phrase
from competenties.ratings.people import ROLES
from competenties.ratings.reading import FilledForm, RefusedFormError, read_form

_EMPTY = Phrase(
    nl="Er is niets ingevuld. Vraag de invuller het formulier in te vullen en op te slaan.",
    en="Nothing was filled in. Ask the rater to fill in the form and to save it.",
)
_NAMELESS = Phrase(
    nl="Er staat niet op over wie het gaat. Vul de naam in en lees het bestand opnieuw in.",
    en="It does not say whom it is about. Fill in the name and read the file again.",
)
_DUPLICATE = Phrase(
    nl='Dit is hetzelfde exemplaar als "{other}", dat wel is meegeteld. Haal een van de twee weg.',
    en='This is the same copy as "{other}", which was counted. Remove one of the two.',
)
_SAME_RATER = Phrase(
    nl='Van deze invuller over deze persoon is "{other}" al geteld. Haal een van de twee weg.',
    en='Of this rater about this person "{other}" was counted already. Remove one of the two.',
)
_NO_WORKBOOK = Phrase(
    nl="Alleen formulieren in Excel (.xlsx) worden ingelezen. Neem de antwoorden over in het formulier in Excel, "
    "of sla een rekenblad op als .xlsx.",
    en="Only forms in Excel (.xlsx) are read. Copy the answers into the form in Excel, or save a spreadsheet as .xlsx.",
)
_OTHER_NAME = Phrase(
    nl='Op het formulier staat "{found}", maar het is gemaakt voor "{known}"; geteld bij "{known}".',
    en='The form says "{found}", but it was made for "{known}"; counted with "{known}".',
)

_USUAL_ROLES = {
    "self-reflection": "self",
    "feedback": "colleague",
    "conversation": "manager",
    "appraisal-report": "manager",
    "team": "team",
    "organisation": "organisation",
}
"""The role of whoever fills in a kind of form, where the form itself does not say."""
_TOGETHER = frozenset(["samen", "both together"])


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """A filled form with the name of its file."""

    file: str
    form: FilledForm

    @property
    def subject(self) -> str:
        """The name of whom or what it is about, as it was sent, else as it was written."""
        known = self.form.copy.get("employee") or self.form.written.get("employee")
        return known or self.form.written.get("team", "")

    @property
    def number(self) -> str:
        """The employee number, where it is known."""
        return self.form.copy.get("number", "")

    @property
    def who(self) -> str:
        """What tells one person from another: the number, else the name."""
        return self.number or " ".join(self.subject.casefold().split())

    @property
    def period(self) -> str:
        """The period that it is about."""
        return self.form.copy.get("period") or self.form.written.get("period", "")

    @property
    def rater(self) -> str:
        """Who filled it in, where it says so."""
        return self.form.copy.get("rater") or self.form.written.get("rater", "")

    @property
    def role(self) -> str:
        """The role of the rater: self, manager, colleague, employee-led, customer or together."""
        said = (self.form.copy.get("role") or self.form.written.get("role", "")).casefold()
        if said in ROLES:
            return said
        if said in _TOGETHER:
            return "together"
        named = (role for role, names in ROLES.items() if said in names)
        return next(named, _USUAL_ROLES.get(self.form.text.kind, "manager"))


@dataclass(frozen=True, slots=True)
class FileRemark:
    """Something about a file; a `refused` one is not counted."""

    file: str
    said: Phrase
    refused: bool = True
    names_people: bool = False


@dataclass(frozen=True)
class Returned:
    """What came back."""

    forms: tuple[ReturnedForm, ...]
    remarks: tuple[FileRemark, ...]


def read_returned(files: Iterable[tuple[str, bytes]]) -> Returned:
    """Return the forms in files, by name; each copy counts once."""
    forms: list[ReturnedForm] = []
    remarks: list[FileRemark] = []
    seen: dict[tuple[str, ...], str] = {}
    by_rater: dict[tuple[str, ...], str] = {}
    for file, raw in files:
        if not file.lower().endswith((".xlsx", ".xlsm")):
            remarks.append(FileRemark(file, _NO_WORKBOOK))
            continue
        try:
            one = ReturnedForm(file, read_form(raw))
        except RefusedFormError as error:
            remarks.append(FileRemark(file, error.said))
            continue
        if reason := _reason_to_refuse(one):
            remarks.append(FileRemark(file, reason))
            continue
        if other := seen.get(_copy_of(one)):
            remarks.append(FileRemark(file, _DUPLICATE.filled(other=other)))
            continue
        if one.rater and (other := by_rater.get(_rating_of(one))):
            remarks.append(FileRemark(file, _SAME_RATER.filled(other=other)))
            continue
        seen[_copy_of(one)] = by_rater[_rating_of(one)] = file
        forms.append(one)
        remarks.extend(_remarks(one))
    return Returned(tuple(forms), tuple(remarks))


def _reason_to_refuse(one: ReturnedForm) -> Phrase | None:
    if one.form.is_empty:
        return _EMPTY
    return None if one.subject else _NAMELESS


def _copy_of(one: ReturnedForm) -> tuple[str, ...]:
    """Return what makes it the same copy: its code, else everything that it says."""
    code = one.form.copy.get("code")
    if code:
        return (code,)
    answers = ",".join(f"{key}={value}" for key, value in sorted(one.form.answers.items()))
    examples = ",".join(sorted(one.form.examples.values()))
    text = one.form.text
    return (
        text.fingerprint,
        text.kind,
        one.who,
        one.rater,
        one.role,
        one.period,
        answers,
        examples,
    )


def _rating_of(one: ReturnedForm) -> tuple[str, ...]:
    """Return who rated whom, over which period, in which role."""
    return (
        one.who,
        " ".join(one.rater.casefold().split()),
        one.role,
        one.period,
        one.form.text.kind,
    )


def _remarks(one: ReturnedForm) -> list[FileRemark]:
    known, found = one.form.copy.get("employee", ""), one.form.written.get("employee", "")
    if known and found and " ".join(known.split()) != " ".join(found.split()):
        said = _OTHER_NAME.filled(known=known, found=found)
        return [FileRemark(one.file, said, refused=False, names_people=True)]
    return []
