"""Files of Excel, Word and the like, given where a workspace or a .json file is asked."""

from itertools import islice
from pathlib import Path

from competenties.findings import UnusableError
from competenties.messages import Phrase
from competenties.workspace.files import as_argument

_EXCEL = Phrase(nl="een Excel-bestand", en="an Excel file")
_CSV = Phrase(nl="een CSV-bestand", en="a CSV file")
_WORD = Phrase(nl="een Word-bestand", en="a Word file")
_PDF = Phrase(nl="een PDF", en="a PDF")
_TEXT = Phrase(nl="een gewoon tekstbestand", en="a plain text file")
_ZIP = Phrase(nl="een zip-bestand", en="a zip file")
_FORM = Phrase(nl="een formulier van dit programma", en="a form of this program")

_LOOKS_AT = Phrase(
    nl="{path} is {kind}; check kijkt naar een werkmap, of naar een .json-bestand met een "
    "competentiemodel of functieprofiel.{advice}",
    en="{path} is {kind}; check looks at a workspace, or at a .json file with a framework or a "
    "job profile.{advice}",
)
_IMPORT = Phrase(
    nl="\n  → Een tabel leest u in met: competenties import {path}",
    en="\n  → A table goes in with: competenties import {path}",
)
_COLLECT = Phrase(
    nl="\n  → Een ingevuld formulier leest u in met: competenties collect {path} -o uitkomsten.xlsx",
    en="\n  → A filled form goes in with: competenties collect {path} -o results.xlsx",
)
_FROM_PAPER = Phrase(
    nl="\n  → Zet een tabel eerst in Excel; lees haar dan in met: competenties import"
    "\n  → Neem de antwoorden van een formulier over in het formulier in Excel; lees dat dan in met: "
    "competenties collect",
    en="\n  → Put a table into Excel first; it then goes in with: competenties import"
    "\n  → Copy the answers of a form into the form in Excel; it then goes in with: "
    "competenties collect",
)
_WORDING = Phrase(
    nl="\n  → Zinnen kijkt u na met: competenties wording {path}",
    en="\n  → Sentences are looked at with: competenties wording {path}",
)
_SETTINGS = Phrase(
    nl="{path} zijn de instellingen van een werkmap; check kijkt ze na met de hele map.{advice}",
    en="{path} holds the settings of a workspace; check looks at them with the whole folder.{advice}",
)
_PART = Phrase(
    nl="{path} is een map in een werkmap; check kijkt naar de hele werkmap of naar één bestand.{advice}",
    en="{path} is a folder in a workspace; check looks at the whole workspace or at one file.{advice}",
)
_FORMS = Phrase(
    nl="{path} is een map met formulieren, geen werkmap.{advice}",
    en="{path} is a folder with forms, not a workspace.{advice}",
)
_CHECK = Phrase(
    nl="\n  → Kijk die na met: competenties check {path}",
    en="\n  → Look at that with: competenties check {path}",
)
_COLLECT_ALL = Phrase(
    nl="\n  → Ingevulde formulieren leest u in met: competenties collect {path} -o uitkomsten.xlsx",
    en="\n  → Filled forms go in with: competenties collect {path} -o results.xlsx",
)
_NO_TABLE = Phrase(
    nl="{path} is een formulier van dit programma, geen tabel met competenties of functies.{advice}",
    en="{path} is a form of this program, not a table of competences or jobs.{advice}",
)
_ONLY_EXCEL = Phrase(
    nl="{path} is {kind}, en collect leest alleen formulieren in Excel.\n  → Neem de antwoorden over "
    "in het formulier in Excel, en geef dat op.",
    en="{path} is {kind}, and collect only reads forms in Excel.\n  → Copy the answers into the form "
    "in Excel, and give that.",
)
_NOT_TO_WRITE = Phrase(
    nl="{path} is {kind}; een document maakt u van een functieprofiel, een competentiemodel of een "
    "werkmap.{advice}",
    en="{path} is {kind}; a document is made of a job profile, a framework or a workspace.{advice}",
)
_NOT_TO_EXPORT = Phrase(
    nl="{path} is {kind}; een export maakt u van een competentiemodel of een werkmap van dit programma.{advice}",
    en="{path} is {kind}; an export is made of a framework or a workspace of this program.{advice}",
)
_OTHER_FORMAT = Phrase(nl="een bestand van {format}", en="a file of {format}")
_IMPORT_FIRST = Phrase(
    nl="\n  → Lees het eerst in met: competenties import {path} -o werkmap",
    en="\n  → Import it first with: competenties import {path} -o workspace",
)
_PEOPLE = Phrase(
    nl="\n  → Een formulier voor ieder in die tabel: competenties write rating-sheet FUNCTIEPROFIEL "
    "--people {path} -o formulieren",
    en="\n  → A form for everybody in that table: competenties write rating-sheet JOB-PROFILE "
    "--people {path} -o forms",
)

_FORMS_TRIED = 5
_BOOKS = frozenset((".xlsx", ".xlsm"))
_KINDS = {
    **dict.fromkeys((*_BOOKS, ".xls", ".ods"), (_EXCEL, (_IMPORT, _COLLECT))),
    **dict.fromkeys((".csv", ".tsv"), (_CSV, (_IMPORT,))),
    **dict.fromkeys((".docx", ".docm", ".doc", ".odt", ".rtf"), (_WORD, (_FROM_PAPER,))),
    ".pdf": (_PDF, (_FROM_PAPER,)),
    ".txt": (_TEXT, (_WORDING,)),
    ".zip": (_ZIP, (_COLLECT,)),
}


def refuse_to_check(path: Path) -> None:
    """Raise UnusableError for what is no framework, profile or workspace, with what does take it."""
    _refuse_part(path)
    kind, advice = _KINDS.get(path.suffix.lower(), (None, ()))
    if kind is None or not path.is_file():
        return
    if is_form(path):
        kind, advice = _FORM, (_COLLECT,)
    raise UnusableError(_LOOKS_AT, path=str(path), kind=kind, advice=_joined(advice, path))


def refuse_to_write(path: Path, document: str) -> None:
    """Raise UnusableError for a file of which no document is made, with what does take it."""
    kind, known = _KINDS.get(path.suffix.lower(), (None, ()))
    advice: tuple[Phrase, ...] = known
    if kind is None or not path.is_file():
        return
    if is_form(path):
        kind, advice = _FORM, (_COLLECT,)
    elif document == "rating-sheet" and kind in (_EXCEL, _CSV):
        advice = (_PEOPLE, _IMPORT)
    elif kind is _EXCEL:
        advice = (_IMPORT,)
    raise UnusableError(_NOT_TO_WRITE, path=str(path), kind=kind, advice=_joined(advice, path))


def refuse_to_export(path: Path) -> None:
    """Raise UnusableError for a file that is no framework of ours, with what does take it."""
    from competenties.formats import recognised
    from competenties.formats.exporting import short_title
    from competenties.formats.importing import source_at

    if not path.is_file():
        return
    ending = path.suffix.lower()
    kind, known = _KINDS.get(ending, (None, ()))
    advice: tuple[Phrase, ...] = (_IMPORT_FIRST,) if kind in (_EXCEL, _CSV) else known
    if is_form(path):
        kind, advice = _FORM, (_COLLECT,)
    elif kind is None:
        found = recognised(source_at(path))
        if (
            found.NAME in ("table", "yaml") and ending == ".json"
        ):  # our own, or what `check` explains
            return
        named = Phrase(nl="een ander programma", en="another program")
        title = named if found.NAME == "table" else short_title(found.TITLE)
        kind, advice = _OTHER_FORMAT.filled(format=title), (_IMPORT_FIRST,)
    raise UnusableError(_NOT_TO_EXPORT, path=str(path), kind=kind, advice=_joined(advice, path))


def _refuse_part(path: Path) -> None:
    """Raise UnusableError for the settings or a folder of a workspace, and for a folder of forms."""
    from competenties.workspace.settings import SETTINGS_FILE
    from competenties.workspace.workspace import FRAMEWORKS, PROFILES, workspace_around

    if path.name == SETTINGS_FILE and path.is_file():
        raise UnusableError(_SETTINGS, path=str(path), advice=_joined((_CHECK,), path.parent))
    if not path.is_dir() or (path / SETTINGS_FILE).exists():
        return
    if any(is_form(one) for one in islice(path.rglob("*.xlsx"), _FORMS_TRIED)):
        raise UnusableError(_FORMS, path=str(path), advice=_joined((_COLLECT_ALL,), path))
    if path.name in (FRAMEWORKS, PROFILES) and (root := workspace_around(path)):
        raise UnusableError(_PART, path=str(path), advice=_joined((_CHECK,), _short(path, root)))


def _short(path: Path, root: Path) -> Path:
    """Return the workspace as somebody would name it who named a folder in it."""
    return next((one for one in path.parents if one.resolve() == root), root)


def refuse_form(path: Path) -> None:
    """Raise UnusableError for a form of ours where a table is asked."""
    if is_form(path):
        raise UnusableError(_NO_TABLE, path=str(path), advice=_joined((_COLLECT,), path))


def refuse_to_collect(path: Path) -> None:
    """Raise UnusableError for a form on paper or in Word, from which no answers are read."""
    kind, _ = _KINDS.get(path.suffix.lower(), (None, ()))
    if kind in (_WORD, _PDF) and path.is_file():
        raise UnusableError(_ONLY_EXCEL, path=str(path), kind=kind)


def is_form(path: Path) -> bool:
    """Tell whether a file is a form of ours, by the sheet in which it carries its text."""
    from competenties.office.cells import NotReadableError, read_cells
    from competenties.ratings.form import TEXT_SHEET
    from competenties.ratings.inbox import MOST_BYTES

    if path.suffix.lower() not in _BOOKS or path.stat().st_size > MOST_BYTES:
        return False
    try:
        return bool(read_cells(path.read_bytes(), {TEXT_SHEET}))
    except NotReadableError:
        return False


def _joined(advice: tuple[Phrase, ...], path: Path) -> Phrase:
    """Return arrows under each other, with the path as a command line takes it."""
    filled = [one.filled(path=as_argument(path)) for one in advice]
    return Phrase(nl="".join(one.nl for one in filled), en="".join(one.en for one in filled))
