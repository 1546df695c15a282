"""Lists of people and filled forms: read in memory, shown, made into files, and not kept."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import HTMLResponse, Response

from competenties.documents.request import FORM_KINDS
from competenties.editor.downloads import download, zipped
from competenties.editor.finding_links import mending_address
from competenties.editor.finding_words import advice_of, message_of
from competenties.editor.forms_words import WORDS
from competenties.editor.made_documents import form_kind
from competenties.editor.people_list import PASTED, Asked, PeopleList, Row, people_zip, read_people
from competenties.editor.returned_forms import Asked as AskedForms
from competenties.editor.returned_forms import Upload, collected, person_reports, results_workbook
from competenties.editor.site import reader_language, render, site_of
from competenties.findings import Finding, RefusedError
from competenties.messages import Language, Phrase

ROUTER = APIRouter(prefix="/api/forms")

_MOST_ROWS = 200
_MOST_REMARKS = 100
_MOST_ERRORS = 8
_ZIP_NAME = Phrase(nl="formulieren.zip", en="forms.zip")
_RESULTS_NAME = Phrase(nl="uitkomsten.xlsx", en="results.xlsx")
_REPORTS_NAME = Phrase(nl="uitkomsten-per-persoon.zip", en="results-by-person.zip")
_HAS_ERRORS = Phrase(
    nl="De formulieren zijn niet gemaakt, want in de functieprofielen zitten nog fouten. Los ze op, of "
    "kies 'Toch maken'.",
    en="The forms were not made, since the job profiles still have errors. Mend them, or choose 'Make "
    "them anyway'.",
)
_NOBODY = Phrase(
    nl="Er is geen formulier dat geteld kan worden.", en="There is no form that can be counted."
)

Uploaded = Annotated[UploadFile | None, File()]
Several = Annotated[list[UploadFile], File()]
Words = Annotated[str, Form(max_length=1_000_000)]
Line = Annotated[str, Form(max_length=400)]
Flag = Annotated[bool, Form()]


@ROUTER.post("/people", response_class=HTMLResponse)
def look_at_people(  # noqa: PLR0913  (the fields of a form)
    request: Request,
    *,
    file: Uploaded = None,
    pasted: Words = "",
    profile: Line = "",
    form: Line = "",
    pattern: Line = "",
    language: Line = "",
) -> HTMLResponse:
    """Show what was understood of a list of people, row by row."""
    asked = _asked(file, pasted, profile, form, pattern)
    found = _people(request, asked, language)
    rows = sorted(found.rows, key=lambda one: (not one.remarks, one.row))
    return render(
        request,
        "forms_people.html",
        WORDS,
        found=found,
        rows=rows[:_MOST_ROWS],
        refused=sum(one.is_refused for one in found.rows),
        is_cut=len(rows) > _MOST_ROWS,
        most=_MOST_ROWS,
        errors=[_error(request, one) for one in found.errors[:_MOST_ERRORS]],
        form_name=lambda row: _form_name(row, reader_language(request)),
    )


@ROUTER.post("/people/file")
def forms_of_people(  # noqa: PLR0913  (the fields of a form)
    request: Request,
    *,
    file: Uploaded = None,
    pasted: Words = "",
    profile: Line = "",
    form: Line = "",
    pattern: Line = "",
    language: Line = "",
    anyway: Flag = False,
) -> Response:
    """Return a zip file with a form for everybody in the list, and the send list."""
    asked = _asked(file, pasted, profile, form, pattern)
    found = _people(request, asked, language)
    if found.errors and not anyway:
        raise RefusedError(_HAS_ERRORS)
    spoken = _spoken(request, language)
    return download(_ZIP_NAME.say(spoken), people_zip(found, spoken))


@ROUTER.post("/returned", response_class=HTMLResponse)
def look_at_returned(
    request: Request,
    *,
    forms: Several,
    earlier: Annotated[list[UploadFile], File(default_factory=list)],
    pseudonyms: Flag = False,
) -> HTMLResponse:
    """Show what was counted of the filled forms, and what was not."""
    workspace = site_of(request).session.workspace()
    asked = AskedForms(_uploads(forms), _uploads(earlier), pseudonyms)
    found = collected(asked, workspace, reader_language(request))
    refused = [one for one in found.remarks if one.refused]
    others = [one for one in found.remarks if not one.refused]
    return render(
        request,
        "forms_returned.html",
        WORDS,
        found=found,
        count=sum(len(one.forms) for one in found.results),
        refused=refused[:_MOST_REMARKS],
        refused_count=len(refused),
        others=others[:_MOST_REMARKS],
        others_count=len(others),
        missing=list(found.missing)[:_MOST_REMARKS],
    )


@ROUTER.post("/returned/{kind}")
def results_of_returned(
    request: Request,
    kind: str,
    *,
    forms: Several,
    earlier: Annotated[list[UploadFile], File(default_factory=list)],
    pseudonyms: Flag = False,
) -> Response:
    """Return the results as a workbook, or as a page for each person."""
    workspace, language = site_of(request).session.workspace(), reader_language(request)
    found = collected(
        AskedForms(_uploads(forms), _uploads(earlier), pseudonyms), workspace, language
    )
    if not found.results:
        raise RefusedError(_NOBODY)
    if kind == "reports":
        made = zipped(person_reports(found, workspace, language))
        return download(_REPORTS_NAME.say(language), made)
    return download(_RESULTS_NAME.say(language), results_workbook(found, language))


def _asked(file: UploadFile | None, pasted: str, profile: str, form: str, pattern: str) -> Asked:
    """Return the list that was sent: what was pasted goes before a file."""
    kind = form_kind(form)
    if pasted.strip():
        return Asked(PASTED, pasted.encode(errors="replace"), profile, kind, pattern)
    raw = file.file.read() if file else b""
    return Asked((file.filename if file else "") or "", raw, profile, kind, pattern)


def _people(request: Request, asked: Asked, language: str) -> PeopleList:
    workspace = site_of(request).session.workspace()
    return read_people(workspace, asked, _spoken(request, language))


def _spoken(request: Request, language: str) -> Language:
    return "en" if language == "en" else "nl" if language == "nl" else reader_language(request)


def _uploads(files: Sequence[UploadFile]) -> list[Upload]:
    return [Upload(one.filename or "", one.file.read()) for one in files if one.filename]


def _form_name(row: Row, language: Language) -> str:
    return FORM_KINDS[row.planned.kind].say(language) if row.planned else ""


def _error(request: Request, one: Finding) -> dict[str, str]:
    language = reader_language(request)
    return {
        "message": message_of(one, language),
        "advice": advice_of(one, language),
        "address": mending_address(site_of(request).session, one),
    }
