"""Makes the pictures in the README from real documents; `make pictures` needs LibreOffice and poppler.

The documents are those of the demo: our own texts.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
PROFILE = "medewerker-klantcontact"
DOTS = "75"
SHOWN = (
    ("job-profile", ".docx", ("--without", "context,contacts,career"), (1, 2)),
    ("rating-sheet", ".xlsx", ("--form", "conversation"), (1, 2)),
)


def main() -> None:
    """Write the demo's documents, print them, and keep some pages as pictures."""
    for program in ("soffice", "pdftoppm"):
        if shutil.which(program) is None:
            sys.exit(f"{program} is not on this computer; see .ci/run for what to install")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        competenties("demo", folder / "demo", "--language", "en")
        for document, suffix, options, pages in SHOWN:
            path = folder / f"{document}{suffix}"
            where = ("--workspace", folder / "demo", "-o", path)
            competenties("write", document, PROFILE, *options, *where)
            keep_pages(path, pages)


def competenties(*arguments: str | Path) -> None:
    """Run the program."""
    words = [sys.executable, "-m", "competenties", *map(str, arguments)]
    subprocess.run(words, check=True, capture_output=True)


def keep_pages(path: Path, pages: tuple[int, ...]) -> None:
    """Print a document to pictures of its pages."""
    home = f"-env:UserInstallation={(path.parent / 'office').as_uri()}"
    printing = ["soffice", "--headless", home, "--convert-to", "pdf", "--outdir"]
    subprocess.run([*printing, path.parent, path], check=True, capture_output=True)
    for page in pages:
        one = ["-f", str(page), "-l", str(page), "-singlefile"]
        picture = PICTURES / f"{path.stem}-{page}"
        words: list[str | Path] = ["pdftoppm", "-png", "-r", DOTS, *one]
        subprocess.run([*words, path.with_suffix(".pdf"), picture], check=True)
        print(picture.relative_to(ROOT).with_suffix(".png").as_posix())


if __name__ == "__main__":
    main()
