"""Version, fingerprint and page number stand under every page that comes out of the printer."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from made_documents import shipped_request, word_file, workbook_file
from pypdf import PdfReader

from competenties.messages import LANGUAGES, Language

IN_CI = os.environ.get("CI", "").lower() in ("1", "true")
PAGES = {"nl": r"pagina (\d+) van (\d+)", "en": r"page (\d+) of (\d+)"}


@pytest.fixture(name="printed")
def printed_fixture(tmp_path: Path) -> Callable[[dict[str, bytes]], dict[str, list[str]]]:
    """Return a function that prints files by LibreOffice and gives the text of their pages."""
    program = shutil.which("soffice")
    if program is None:
        (pytest.fail if IN_CI else pytest.skip)("LibreOffice is not here (.ci/run installs it)")

    def pages(files: dict[str, bytes]) -> dict[str, list[str]]:
        for name, content in files.items():
            (tmp_path / name).write_bytes(content)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [str(program), profile, "--headless", "--convert-to", "pdf"]
        names = [str(tmp_path / name) for name in files]
        subprocess.run(
            [*command, "--outdir", str(tmp_path), *names],
            check=True,
            capture_output=True,
            timeout=120,
        )
        made = {name: (tmp_path / name).with_suffix(".pdf") for name in files}
        return {
            name: [page.extract_text() for page in PdfReader(path).pages]
            for name, path in made.items()
        }

    return pages


@pytest.mark.slow
def test_every_page_says_version_fingerprint_and_its_number(
    printed: Callable[[dict[str, bytes]], dict[str, list[str]]],
) -> None:
    requests = {language: shipped_request(language) for language in LANGUAGES}
    files = {f"profile-{language}.docx": word_file(one) for language, one in requests.items()}
    files |= {f"sheet-{language}.xlsx": workbook_file(one) for language, one in requests.items()}
    for name, pages in printed(files).items():
        language: Language = "nl" if "-nl." in name else "en"
        request = requests[language]
        assert len(pages) == (3 if name.endswith("docx") else 6)
        for number, text in enumerate(pages, 1):
            whole = " ".join(text.split())
            assert request.footer() in whole, f"{name}, page {number}"
            assert (str(number), str(len(pages))) in re.findall(PAGES[language], whole)


@pytest.mark.slow
def test_a_long_name_leaves_version_and_fingerprint_under_every_page(
    printed: Callable[[dict[str, bytes]], dict[str, list[str]]],
) -> None:
    name = "Medewerker voor heel veel verschillende zaken & dingen " * 6
    request = shipped_request(name=name)
    files = {"p.docx": word_file(request), "s.xlsx": workbook_file(request)}
    for pages in printed(files).values():
        for text in pages:
            whole = " ".join(text.split())
            assert request.version() in whole
            assert request.code in whole.replace("- ", "-")  # a line may end after a hyphen
