"""Makes the pictures in the README from real documents; `make pictures` needs LibreOffice and poppler.

The texts are our own, in Dutch. No document has the name of a person.
"""

import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
COVER = ROOT / "tests" / "office" / "templates" / "cover.docx"
PROFILE = "medewerker-klantcontact"
ORGANISATION = "Gemeente Zonnestad"
DOTS = "110"
MOST_COLOURS = 256  # of a PNG with a palette
TWO_PAGES = ("--without", "context,contacts,career")

LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 48">
<rect width="48" height="48" rx="8" fill="#0B6E4F"/><circle cx="24" cy="24" r="12" fill="#F2C14E"/>
<rect x="60" y="10" width="96" height="10" fill="#0B6E4F"/><rect x="60" y="28" width="64" height="10" fill="#0B6E4F"/>
</svg>
"""
GREEN = """accent = "0B6E4F"
font = "Arial"
logo = "templates/logo.svg"
header = "Gemeente Zonnestad\\nPersoneel en organisatie"
footer = "Postbus 1, 1234 AB Zonnestad"
"""
PURPLE = """accent = "6B2C5F"
ink = "2B2B2B"
font = "Palatino Linotype"
heading_font = "Arial"
header = "Gemeente Zonnestad"
"""


@dataclass(frozen=True)
class Shown:
    """A document of which some pages become pictures, called `name-1.png` and so on."""

    name: str
    document: str
    pages: tuple[int, ...]
    source: str = PROFILE
    suffix: str = ".docx"
    options: tuple[str, ...] = ()
    house_style: str = ""
    """What the settings say under `[house_style]`."""


SHOWN = (
    Shown("job-profile", "job-profile", (1, 2), options=TWO_PAGES),
    Shown("house-green", "job-profile", (1,), options=TWO_PAGES, house_style=GREEN),
    Shown("house-purple", "job-profile", (1,), options=TWO_PAGES, house_style=PURPLE),
    Shown("own-template", "job-profile", (1, 2), options=(*TWO_PAGES, "--template", str(COVER))),
    Shown("rating-sheet", "rating-sheet", (1,), suffix=".xlsx"),
    Shown("interview-guide", "interview-guide", (2, 3)),
    Shown("framework-book", "framework-book", (1, 3), source="basis"),
    Shown("job-matrix", "job-matrix", (2,), source=".", suffix=".xlsx"),
)


def main() -> None:
    """Write the documents, print them, and keep some pages as pictures."""
    for program in ("soffice", "pdftoppm"):
        if shutil.which(program) is None:
            sys.exit(f"{program} is not on this computer; see .ci/run for what to install")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        for shown in SHOWN:
            keep_pages(written(Path(name), shown), shown.pages)


def written(folder: Path, shown: Shown) -> Path:
    """Write a document from a workspace of its own, and return its file."""
    workspace, path = folder / "workspaces" / shown.name, folder / f"{shown.name}{shown.suffix}"
    competenties(folder, "new", workspace, "--organisation", ORGANISATION, "--language", "nl")
    settings = workspace / "competenties.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("[house_style]\n", f"[house_style]\n{shown.house_style}"), encoding="utf-8"
    )
    (workspace / "templates" / "logo.svg").write_text(LOGO, encoding="utf-8")
    competenties(workspace, "write", shown.document, shown.source, *shown.options, "-o", path)
    return path


def competenties(folder: Path, *arguments: str | Path) -> None:
    """Run the program in a folder."""
    words = [sys.executable, "-m", "competenties", *map(str, arguments)]
    subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def keep_pages(path: Path, pages: tuple[int, ...]) -> None:
    """Print a document to pictures of its pages."""
    home = f"-env:UserInstallation={(path.parent / 'office').as_uri()}"
    printing = ["soffice", "--headless", home, "--convert-to", "pdf", "--outdir"]
    subprocess.run([*printing, path.parent, path], check=True, capture_output=True)
    for page in pages:
        one = ["-f", str(page), "-l", str(page)]
        words: list[str | Path] = ["pdftoppm", "-r", DOTS, *one, path.with_suffix(".pdf")]
        pixels = subprocess.run(words, check=True, capture_output=True).stdout
        picture = PICTURES / f"{path.stem}-{page}.png"
        picture.write_bytes(small_png(pixels))
        print(picture.relative_to(ROOT).as_posix())


def small_png(pixmap: bytes) -> bytes:
    """Return a pixmap (PPM) as PNG of at most 256 colours: half the size, and as easy to read."""
    _, size, _, pixels = pixmap.split(b"\n", 3)
    width, height = map(int, size.split())
    found = Counter(triples(pixels))
    common = {colour for colour, _ in found.most_common(64)}
    for step in (3, 5, 15, 17, 51):
        near = bytes(round(one / step) * step for one in range(256))
        kept = {one: one if one in common else one.translate(near) for one in found}
        palette = {colour: place for place, colour in enumerate(sorted(set(kept.values())))}
        if len(palette) <= MOST_COLOURS:
            break
    places = {colour: palette[one] for colour, one in kept.items()}
    shown = bytes(places[colour] for colour in triples(pixels))
    rows = (shown[start : start + width] for start in range(0, width * height, width))
    parts = (
        chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        chunk(b"PLTE", b"".join(palette)),
        chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 9)),
        chunk(b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def triples(pixels: bytes) -> Iterator[bytes]:
    """Yield the colour of each pixel."""
    return (pixels[place : place + 3] for place in range(0, len(pixels), 3))


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return a part of a PNG file (PNG specification, 5.3)."""
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


if __name__ == "__main__":
    main()
