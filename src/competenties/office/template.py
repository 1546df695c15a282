"""Opens a Word template of an organisation and refuses, with what to do, what cannot be one.

A template comes from outside: it is read within limits, nothing in it is run, and nothing that it
points at is fetched. Packages: ECMA-376 part 2; .doc and encrypted files: [MS-CFB] 2.2.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lxml import etree

from competenties.findings import NotFoundError, RefusedError
from competenties.messages import Phrase

MOST_BYTES = 20_000_000
_MOST_UNPACKED = 100_000_000
_MOST_XML = 10_000_000
_MOST_PARTS = 2_000
_MOST_ELEMENTS = 150_000  # a document of three hundred pages has about as many
_MEGABYTE = 1_000_000

CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DOCUMENT_TYPE = f"{_WORD}document.main+xml"
TEMPLATE_TYPE = f"{_WORD}template.main+xml"

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DDE = re.compile(r"(?<![A-Z])DDE(?:AUTO)?(?![A-Z])", re.IGNORECASE)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_MISSING = Phrase(
    nl="Het sjabloon {name} is er niet. Controleer de naam; een sjabloon van een werkmap staat in "
    "de map templates.",
    en="The template {name} is not there. Check the name; a template of a workspace stands in the "
    "folder templates.",
)
_UNREADABLE = Phrase(
    nl="Het sjabloon {name} kan niet worden gelezen. Sluit het in Word en controleer of u het mag "
    "openen.",
    en="The template {name} cannot be read. Close it in Word and check that you may open it.",
)
_FOLDER = Phrase(
    nl="{name} is een map. Geef het sjabloon zelf op, een Word-bestand (.docx) zoals {name}/brief.docx.",
    en="{name} is a folder. Give the template itself, a Word file (.docx) such as {name}/letter.docx.",
)
_TOO_LARGE = Phrase(
    nl="Het sjabloon {name} is te groot (meer dan {most} MB). Maak de afbeeldingen erin kleiner en "
    "sla het opnieuw op.",
    en="The template {name} is too large (over {most} MB). Make the pictures in it smaller and "
    "save it again.",
)
_BOMB = Phrase(
    nl="Het sjabloon {name} wordt bij het uitpakken veel te groot en is niet geopend. Gebruik "
    "alleen een bestand dat u zelf in Word hebt opgeslagen.",
    en="The template {name} becomes far too large when it is unpacked, and was not opened. Use "
    "only a file that you have saved in Word yourself.",
)
_LONG = Phrase(
    nl="Het sjabloon {name} bevat honderden bladzijden tekst. Laat alleen het voorblad, de kop- en "
    "voettekst en de vaste tekst erin staan.",
    en="The template {name} holds hundreds of pages of text. Leave only the cover, the headers and "
    "footers and the fixed text in it.",
)
_OLD = Phrase(
    nl="{name} is een bestand van een oude Word (.doc). Open het in Word en sla het op als "
    "Word-document (.docx).",
    en="{name} is a file of an old Word (.doc). Open it in Word and save it as Word Document "
    "(.docx).",
)
_LOCKED = Phrase(
    nl="{name} is beveiligd met een wachtwoord. Haal het wachtwoord er in Word af (Bestand, Info, "
    "Document beveiligen) en sla het opnieuw op.",
    en="{name} is protected with a password. Take the password off in Word (File, Info, Protect "
    "Document) and save it again.",
)
_MACROS = Phrase(
    nl="{name} bevat macro's (programmacode). Sla het in Word op als Word-document (.docx), zonder "
    "macro's.",
    en="{name} holds macros (program code). Save it in Word as Word Document (.docx), without "
    "macros.",
)
_OTHER_PROGRAM = Phrase(
    nl="{name} bevat een veld dat een ander programma start (DDE). Verwijder dat veld in Word en "
    "sla het sjabloon opnieuw op.",
    en="{name} holds a field that starts another program (DDE). Remove that field in Word and save "
    "the template again.",
)
_OTHER_KIND = Phrase(
    nl="{name} is geen Word-document. Kies een sjabloon dat in Word is opgeslagen als .docx of "
    ".dotx.",
    en="{name} is not a Word document. Choose a template that was saved in Word as .docx or .dotx.",
)
_STRICT_KIND = Phrase(
    nl="{name} is opgeslagen als 'Strict Open XML'. Sla het in Word op als gewoon Word-document "
    "(.docx).",
    en="{name} was saved as 'Strict Open XML'. Save it in Word as an ordinary Word Document "
    "(.docx).",
)
_CORRUPT = Phrase(
    nl="Het sjabloon {name} is beschadigd ({what}). Open het in Word, sla het onder een andere "
    "naam op en gebruik dat bestand.",
    en="The template {name} is damaged ({what}). Open it in Word, save it under another name and "
    "use that file.",
)
_NO_ZIP = Phrase(nl="het is geen leesbaar Word-bestand", en="it is no readable Word file")
_BAD_PART = Phrase(nl="{part} is niet leesbaar", en="{part} cannot be read")
_NO_PART = Phrase(nl="{part} ontbreekt", en="{part} is missing")
_NO_BODY = Phrase(nl="er is geen tekst in {part}", en="there is no text in {part}")
_ENTITIES = Phrase(
    nl="{name} bevat een documenttype (DTD) in {part}. Dat doet Word nooit en het kan schadelijk "
    "zijn. Gebruik alleen een bestand dat u zelf in Word hebt opgeslagen.",
    en="{name} holds a document type (DTD) in {part}. Word never does that, and it can do harm. "
    "Use only a file that you have saved in Word yourself.",
)


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """A template that somebody chose: its file, and which of its styles stand for ours.

    `styles` has names of our styles (`Heading 1`, `Table Text`) with the name in the template.
    """

    path: Path
    styles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was looked at and can be used: its parts by name, in their order.

    `path` is the file that it was read from.
    """

    name: str
    parts: Mapping[str, bytes]
    main: str
    styles: Mapping[str, str] = field(default_factory=dict)
    path: Path | None = None


def read_template(choice: TemplateChoice) -> Template:
    """Return the template in a file. Raises NotFoundError or RefusedError, with what to do."""
    name = choice.path.name
    try:
        if choice.path.stat().st_size > MOST_BYTES:
            raise RefusedError(_TOO_LARGE, name=name, most=MOST_BYTES // _MEGABYTE)
        raw = choice.path.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError(_MISSING, name=str(choice.path)) from error
    except OSError as error:
        said = _FOLDER if choice.path.is_dir() else _UNREADABLE
        raise RefusedError(said, name=name) from error
    return replace(examined(name, raw, choice.styles), path=choice.path)


def examined(name: str, raw: bytes, styles: Mapping[str, str] | None = None) -> Template:
    """Return the template in the bytes of a file. Raises RefusedError where it cannot be one."""
    if len(raw) > MOST_BYTES:
        raise RefusedError(_TOO_LARGE, name=name, most=MOST_BYTES // _MEGABYTE)
    if raw.startswith(_OLD_OFFICE):
        raise RefusedError(_LOCKED if _ENCRYPTED in raw else _OLD, name=name)
    if not raw.startswith(b"PK"):
        raise RefusedError(_OTHER_KIND, name=name)
    parts = _unpacked(name, raw)
    main = _main_part(name, parts)
    elements = 0
    for part, content in parts.items():
        if part.lower().endswith((".xml", ".rels")):
            elements += _parse_safely(name, part, content)
    if elements > _MOST_ELEMENTS:
        raise RefusedError(_LONG, name=name)
    if parsed(parts[main]).find(f"{W}body") is None:
        raise RefusedError(_CORRUPT, name=name, what=_NO_BODY.filled(part=main))
    if any(_starts_program(parsed(one)) for part, one in parts.items() if part.endswith(".xml")):
        raise RefusedError(_OTHER_PROGRAM, name=name)
    return Template(name, parts, main, styles or {})


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parsed(content: bytes) -> Any:
    """Return XML as a tree, without loading or filling in anything from elsewhere."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(content, parser)


def relationships_of(part: str) -> str:
    """Return the name of the part that says what a part refers to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def target_of(part: str, target: str) -> str:
    """Return the name of the part that another part refers to by a target."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def content_types(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the kind of content of each part."""
    root = parsed(parts[CONTENT_TYPES])
    by_ending = {
        one.get("Extension", "").lower(): one.get("ContentType", "")
        for one in root.iter(f"{_TYPES}Default")
    }
    own = {
        one.get("PartName", "").lstrip("/"): one.get("ContentType", "")
        for one in root.iter(f"{_TYPES}Override")
    }
    return {
        part: own.get(part) or by_ending.get(part.rpartition(".")[2].lower(), "") for part in parts
    }


def _unpacked(name: str, raw: bytes) -> dict[str, bytes]:
    """Return the parts of a package. No more is unpacked than the list of parts promises."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as zipped:
            entries = [entry for entry in zipped.infolist() if not entry.is_dir()]
            _refuse_entries(name, entries)
            return {entry.filename: zipped.read(entry) for entry in entries}
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
        OSError,
        RuntimeError,  # locked, or packed in a way Python does not know
    ) as error:
        raise RefusedError(_CORRUPT, name=name, what=_NO_ZIP) from error


def _refuse_entries(name: str, entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedError(_LOCKED, name=name)
    if len(entries) > _MOST_PARTS or sum(one.file_size for one in entries) > _MOST_UNPACKED:
        raise RefusedError(_BOMB, name=name)
    texts = [one for one in entries if one.filename.lower().endswith((".xml", ".rels"))]
    if sum(one.file_size for one in texts) > _MOST_XML:
        raise RefusedError(_BOMB, name=name)
    for entry in entries:
        if not _is_part_name(entry.filename):
            raise RefusedError(
                _CORRUPT, name=name, what=_BAD_PART.filled(part=entry.filename[:100])
            )
    if len({entry.filename.casefold() for entry in entries}) < len(entries):
        raise RefusedError(_CORRUPT, name=name, what=_NO_ZIP)


def _is_part_name(name: str) -> bool:
    steps = name.split("/")
    return "\\" not in name and ":" not in name and not {"", ".", ".."}.intersection(steps)


def _main_part(name: str, parts: Mapping[str, bytes]) -> str:
    """Return the part with the text of the document. Raises RefusedError for another kind."""
    if "mimetype" in parts and b"opendocument" in parts["mimetype"]:
        raise RefusedError(_OTHER_KIND, name=name)
    for part in (CONTENT_TYPES, "_rels/.rels"):
        if part not in parts:
            raise RefusedError(_CORRUPT, name=name, what=_NO_PART.filled(part=part))
        _parse_safely(name, part, parts[part])
    kinds = content_types(parts)
    if any(_is_code(part, kind) for part, kind in kinds.items()):
        raise RefusedError(_MACROS, name=name)
    for kind, target in _package_relationships(parts):
        if kind.startswith(_STRICT) and kind.endswith("/officeDocument"):
            raise RefusedError(_STRICT_KIND, name=name)
        if kind == f"{_OFFICE}officeDocument":
            main = target_of("", target)
            if main not in parts:
                raise RefusedError(_CORRUPT, name=name, what=_NO_PART.filled(part=main[:100]))
            if kinds[main] not in (DOCUMENT_TYPE, TEMPLATE_TYPE):
                raise RefusedError(_OTHER_KIND, name=name)
            return main
    missing = _NO_PART.filled(part="word/document.xml")
    raise RefusedError(_CORRUPT, name=name, what=missing)


def _is_code(part: str, kind: str) -> bool:
    names = ("vbaproject", "vbadata", "/activex/")
    return "macroEnabled" in kind or any(name in f"/{part.lower()}" for name in names)


def _starts_program(root: Any) -> bool:
    """Tell whether a field asks another program for data, also where it is cut into pieces."""
    pieces = [one.text or "" for one in root.iter(f"{W}instrText")]
    simple = [one.get(f"{W}instr", "") for one in root.iter(f"{W}fldSimple")]
    return any(_DDE.search(text) for text in ("".join(pieces), *simple))


def _package_relationships(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for one in parsed(parts["_rels/.rels"]).iter(f"{_RELATIONSHIPS}Relationship"):
        yield one.get("Type", ""), one.get("Target", "")


def _parse_safely(name: str, part: str, content: bytes) -> int:
    """Refuse XML that is not well-formed, or that defines entities; return how much it is."""
    try:
        root = parsed(content)
    except (etree.XMLSyntaxError, ValueError) as error:
        if b"<!DOCTYPE" in content:
            raise RefusedError(_ENTITIES, name=name, part=part) from error
        raise RefusedError(_CORRUPT, name=name, what=_BAD_PART.filled(part=part)) from error
    if root.getroottree().docinfo.doctype:
        raise RefusedError(_ENTITIES, name=name, part=part)
    return sum(1 for _ in root.iter())
