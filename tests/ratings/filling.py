"""Forms, filled in as people do: answers chosen from the list, in a workbook of any program."""

import io
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from competenties.documents.rating_sheet import build
from competenties.documents.request import FormKind, ProfileRequest
from competenties.messages import Language
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.model.scale import RatingScale
from competenties.office.workbook import workbook
from competenties.ratings.form import FormText, answer_key, example_key
from competenties.ratings.reading import read_form
from competenties.workspace.documents import read_framework, read_profile
from conftest import ROOT

_AT_ONCE = 50
"""Files in one go; of some hundreds LibreOffice forgets the last ones."""

SHIPPED = ROOT / "frameworks"


def basis(**changes: Any) -> Framework:
    """Return the framework that ships, with other fields where asked."""
    read = read_framework(SHIPPED / "basis.json").model
    assert read is not None
    return read.model_copy(update=changes)


def profile(name: str = "medewerker-klantcontact", **changes: Any) -> JobProfile:
    """Return a profile that ships, with other fields where asked."""
    read = read_profile(SHIPPED / "profiles" / f"{name}.json").model
    assert read is not None
    return read.model_copy(update=changes)


def form(
    kind: FormKind = "appraisal-report",
    *,
    language: Language = "nl",
    scale: RatingScale | None = None,
    job: JobProfile | None = None,
) -> bytes:
    """Return a form on a profile that ships, with another scale where asked."""
    job = job or profile()
    framework = basis()
    if scale is not None:
        framework = basis(rating_scales=(scale,))
        job = job.model_copy(update={"rating_scale": scale.id})
    request = ProfileRequest(job, {"basis": framework}, language, form=kind, suffix=".xlsx")
    return workbook(build(request))


def choices(text: FormText) -> dict[str, list[str]]:
    """Return what can be answered at each line as the drop-down offers it, and leaving it alone."""
    found: dict[str, list[str]] = {}
    for identifier, known in text.meanings.items():
        offered = [option for option in known if " – " in option or option.startswith("ni")]
        found[identifier] = [*offered, "n.v.t.", ""]
    return found


def filled(raw: bytes, seed: int) -> bytes:
    """Return a form with random answers and some examples, saved by another program than ours."""
    chance = random.Random(seed)  # noqa: S311  (the same answers every time)
    text = read_form(raw).text
    book = openpyxl.load_workbook(io.BytesIO(raw))
    sheet = book.worksheets[0]
    leaning = chance.choice(["any", "high", "sparse"])
    for identifier, options in choices(text).items():
        answer = chance.choice(options[2:5] if leaning == "high" else options)
        if answer and not (leaning == "sparse" and chance.random() < 0.7):
            sheet[text.cells[answer_key(identifier)]] = answer
        if chance.random() < 0.3:
            sheet[text.cells[example_key(identifier)]] = f"Voorbeeld {seed} bij {identifier}."
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def saved_by_libreoffice(folder: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    """Return workbooks opened, computed and saved anew by LibreOffice, all in one go."""
    program = shutil.which("soffice")
    if not program:
        pytest.skip("LibreOffice is not installed")
    source, target = folder / "in", folder / "out"
    source.mkdir(parents=True)
    for name, raw in files.items():
        (source / name).write_bytes(raw)
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, home, "--headless", "--convert-to", "xlsx", "--outdir", str(target)]
    waiting = sorted(map(str, source.iterdir()))
    for start in range(0, len(waiting), _AT_ONCE):
        some = waiting[start : start + _AT_ONCE]
        subprocess.run([*command, *some], check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in sorted(target.iterdir())}
