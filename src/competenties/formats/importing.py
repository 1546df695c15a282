"""A file or folder as the source of an import, and the plan that it gives."""

from dataclasses import replace
from pathlib import Path

from competenties.findings import NotFoundError, UnusableError
from competenties.formats import FormatFile, format_file, format_files, recognised
from competenties.formats.exporting import refuse_unknown
from competenties.formats.plan import ImportPlan, Node, Note
from competenties.formats.presets import preset_files
from competenties.formats.source import MOST_BYTES, ImportChoices, Source
from competenties.messages import Phrase
from competenties.model.ids import slug
from competenties.model.text import text_in
from competenties.workspace.settings import SETTINGS_FILE

_MOST_FILES = 100
_TABLES = ".csv"
_NO_FILE = Phrase(
    nl="{path} is niet gevonden. Controleer de naam van het bestand.",
    en="{path} was not found. Check the name of the file.",
)
_IS_FOLDER = Phrase(
    nl="{path} is een map. Noem het bestand met de tabel, of een map met alleen CSV-bestanden die bij "
    "elkaar horen.",
    en="{path} is a folder. Name the file with the table, or a folder with only CSV files that belong "
    "together.",
)
_NAMED_AFTER_FILE = Phrase(
    nl="het bestand zegt niet hoe het model heet; het heet nu naar het bestand: {name} (id {id}). Is "
    "het een model dat u al hebt, geef dan die naam met --name: met een ander id maakt een volgende "
    "export in het andere programma een tweede model in plaats van een bijgewerkt model.",
    en="the file does not say what the framework is called; it is now called after the file: {name} "
    "(id {id}). If you have this framework already, give that name with --name: with another id a next "
    "export makes a second framework in the other program instead of an updated one.",
)
_HAS_ID_ONLY = Phrase(
    nl="het bestand zegt niet hoe het model heet, alleen het id ({id}); het heet nu naar het bestand: "
    "{name}. Geef de naam met --name.",
    en="the file does not say what the framework is called, only its id ({id}); it is now called after "
    "the file: {name}. Give the name with --name.",
)
_OTHER_ENDINGS = {".rdf": "skos", ".owl": "skos", ".nt": "skos"}
_RDF = b"<rdf:RDF"
_LOOKED_AT = 1000  # bytes


def source_at(path: Path) -> Source:
    """Return a file as a source, or the CSV files in a folder as one.

    Of a file that is too large only so much is read that it is refused. Raises NotFoundError, and
    UnusableError for another folder.
    """
    if path.is_dir():
        files = sorted(one for one in path.iterdir() if one.suffix.lower() == _TABLES)
        is_workspace = (path / SETTINGS_FILE).exists()
        if is_workspace or not 0 < len(files) <= _MOST_FILES:
            raise UnusableError(_IS_FOLDER, path=str(path))
        return Source(path.resolve().name, b"", [Source(one.name, _start(one)) for one in files])
    if not path.is_file():
        raise NotFoundError(_NO_FILE, path=str(path))
    return Source(path.name, _start(path))


def planned(source: Source, name: str, choices: ImportChoices) -> ImportPlan:
    """Return the plan of a source, in the format of that name or else the one that it shows."""
    plan = _format(source, name).plan(source, choices)
    note = None if choices.name else _note_on_name(plan)
    return plan if note is None else replace(plan, notes=(note, *plan.notes))


def _note_on_name(plan: ImportPlan) -> Note | None:
    """Return what has to be said where the framework is called after the file."""
    draft = plan.framework
    if draft is None or ("framework", "name") in plan.origins:
        return None
    name = text_in(draft["name"], plan.language, plan.language)
    if slug(name) != slug(Path(plan.source).stem):
        return None
    text = _HAS_ID_ONLY if "id" in draft else _NAMED_AFTER_FILE
    filled = text.filled(name=f'"{name}"', id=draft.get("id") or slug(name))
    return Note(Node(plan.source), filled)


def _format(source: Source, name: str) -> FormatFile:
    if name:
        refuse_unknown(name)
        return format_file("table" if name in preset_files() else name)
    found = recognised(source)
    shown = _format_shown(source) if found.NAME == "table" and source.raw else ""
    return format_file(shown) if shown else found


def _format_shown(source: Source) -> str:
    """Return the format that the beginning or the name of a file shows, though it is not right."""
    start = source.raw[:_LOOKED_AT]
    ending = Path(source.name).suffix.lower()
    if _RDF in start:
        return "skos"
    if start.startswith(b"PK"):
        return ""
    named = [one.NAME for one in format_files().values() if ending in one.SUFFIXES]
    return named[0] if len(named) == 1 and named != ["table"] else _OTHER_ENDINGS.get(ending, "")


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)
