"""Job profiles that differ, and a program that writes a thousand of them: `profiles.py FOLDER`."""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from competenties.documents.job_profile import build
from competenties.documents.request import ProfileRequest
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.model.settings import Settings
from competenties.model.text import Text, text_in
from competenties.office.word import word
from competenties.workspace.documents import read_framework, read_profile

_SHIPPED = Path(__file__).parent.parent.parent / "frameworks"
SHIPPED = sorted((_SHIPPED / "profiles").glob("*.json"))


def requests(count: int, seed: int = 0) -> Iterator[ProfileRequest]:
    """Yield requests for the profiles of so many jobs, which are others for another seed."""
    framework, settings = read_framework(_SHIPPED / "basis.json").model, Settings()
    assert framework is not None
    for one in _different(framework, count, seed):
        yield ProfileRequest(one, {"basis": framework}, "nl", settings, suffix=".docx")


def _different(framework: Framework, count: int, seed: int) -> Iterator[JobProfile]:
    """Yield jobs with a purpose and result areas of their own, that ask eight competences each."""
    chance = random.Random(seed)  # noqa: S311  (the same profiles every time)
    competences = [one.id for one in framework.competences]
    shipped = [read_profile(path).model for path in SHIPPED]
    for number in range(count):
        job = shipped[number % len(shipped)]
        assert job is not None
        asked = job.requirements[0].model_copy(
            update={"rationale": None, "weight": None, "floor": None, "selected": ()}
        )
        wanted = tuple(
            asked.model_copy(update={"competence": one, "level": chance.randint(1, 5)})
            for one in chance.sample(competences, 8)
        )
        yield job.model_copy(update={"requirements": wanted, **_texts(job, f"{seed}.{number}")})


def _texts(job: JobProfile, own: str) -> dict[str, object]:
    def changed(text: Text | None) -> str:
        return f"{text_in(text, 'nl', job.language)} {own}"

    areas = tuple(
        area.model_copy(
            update={"name": changed(area.name), "tasks": tuple(map(changed, area.tasks))}
        )
        for area in job.result_areas
    )
    return {
        "id": f"f-{own.replace('.', '-')}",
        "name": f"Functie {own}",
        "purpose": changed(job.purpose),
        "result_areas": areas,
    }


def _write(folder: Path) -> None:
    for number, one in enumerate(requests(1000)):
        (folder / f"{number}.docx").write_bytes(word(build(one)))


if __name__ == "__main__":
    _write(Path(sys.argv[1]))
