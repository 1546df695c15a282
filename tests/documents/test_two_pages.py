"""A job profile on two pages: what is counted is what is printed, and what is too long is named."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from made_documents import job_profile, request_of, shipped_profile, shipped_request
from pypdf import PdfReader

from competenties.documents import document_files
from competenties.documents.request import ProfileRequest
from competenties.messages import LANGUAGES, Language
from competenties.office.pages import pages
from competenties.office.render import render

IN_CI = os.environ.get("CI", "").lower() in ("1", "true")
OPTIONAL = ("description", "context", "contacts", "career")
DESCRIPTION = "De medewerker werkt in een team. " * 12
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def without(request: ProfileRequest, *names: str) -> ProfileRequest:
    return replace(request, without=frozenset(names))


def advice(request: ProfileRequest) -> list[str]:
    found = document_files()["job-profile"].advice(job_profile(request))
    return [one.say(request.language) for one in found]


def grown(language: Language, times: int, field: str, *names: str) -> ProfileRequest:
    """Return the shipped profile with one list or text several times as long."""
    value = shipped_profile().model_dump()[field]
    longer: Any
    if isinstance(value, dict):
        longer = {key: f"{text} " * times for key, text in value.items()}
    else:
        longer = value * times
    if field == "result_areas":
        longer = tuple(one | {"id": f"{one['id']}-{n}"} for n, one in enumerate(longer))
    return without(shipped_request(language, **{field: longer}), *names)


def shrunk(language: Language, *fields: str) -> ProfileRequest:
    """Return the shipped profile with only a part of some of its lists."""
    data = shipped_profile().model_dump()
    return shipped_request(language, **{field: data[field][:1] for field in fields})


def variants(language: Language) -> dict[str, ProfileRequest]:
    """Return profiles from very short to very long, by the name of a file."""
    shipped = shipped_request(language, description=DESCRIPTION)
    made = {
        f"without-{'-'.join(names) or 'nothing'}": without(shipped, *names)
        for count in range(len(OPTIONAL) + 1)
        for names in combinations(OPTIONAL, count)
    }
    made["empty"] = request_of({}, language=language)
    for field in ("result_areas", "qualifications", "contacts", "purpose", "requirements"):
        made[f"twice-{field}"] = grown(language, 2, field, "context", "career")
        made[f"five-times-{field}"] = grown(language, 5, field)
    made["ten-times-purpose"] = grown(language, 10, "purpose", "contacts")
    made["forty-times-purpose"] = grown(language, 40, "purpose")
    made["short-lists"] = shrunk(language, "result_areas", "qualifications", "contacts")
    made["short-requirements"] = shrunk(language, "requirements", "career")
    made["few-areas"] = without(shrunk(language, "result_areas"), "context")
    return made


@pytest.fixture(name="printed")
def printed_fixture(tmp_path: Path) -> Callable[[dict[str, bytes]], dict[str, int]]:
    """Return a function that counts the pages that LibreOffice makes of documents."""
    program = shutil.which("soffice")
    if program is None:
        (pytest.fail if IN_CI else pytest.skip)("LibreOffice is not here (.ci/run installs it)")

    def count(files: dict[str, bytes]) -> dict[str, int]:
        for name, content in files.items():
            (tmp_path / f"{name}.docx").write_bytes(content)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [str(program), profile, "--headless", "--convert-to", "pdf"]
        names = [str(tmp_path / f"{name}.docx") for name in files]
        subprocess.run(
            [*command, "--outdir", str(tmp_path), *names],
            check=True,
            capture_output=True,
            timeout=240,
        )
        return {name: len(PdfReader(tmp_path / f"{name}.pdf").pages) for name in files}

    return count


@pytest.mark.slow
@BOTH
def test_as_many_pages_are_counted_as_are_printed(
    printed: Callable[[dict[str, bytes]], dict[str, int]], language: Language
) -> None:
    documents = {name: job_profile(one) for name, one in variants(language).items()}
    counted = {name: pages(document).count for name, document in documents.items()}
    assert len(counted) > 25
    assert set(counted.values()) >= {1, 2, 3, 4}
    files = {name: render(document, Path("x.docx")) for name, document in documents.items()}
    on_paper = printed(files)
    assert {name for name in counted if counted[name] < on_paper[name]} == set()
    fewer = [name for name in counted if counted[name] > on_paper[name]]
    assert len(fewer) <= len(counted) // 10, "nearly always exact, else on the safe side"


@BOTH
def test_the_profile_that_ships_is_two_full_pages_without_its_optional_blocks(
    language: Language,
) -> None:
    request = without(shipped_request(language), *OPTIONAL)
    counted = pages(job_profile(request))
    assert counted.count == 2
    assert 0.9 < counted.filled <= 1
    assert advice(request) == []


@BOTH
def test_the_usual_profile_with_everything_in_it_is_three_pages(language: Language) -> None:
    assert pages(job_profile(shipped_request(language))).count == 3


def test_what_is_too_long_is_named_with_its_size_and_its_room() -> None:
    said = advice(grown("nl", 3, "result_areas", *OPTIONAL))
    assert said[0].startswith("Dit wordt ongeveer 3 pagina's, en het streven is er twee:")
    assert (
        said[1] == "Resultaatgebieden: ongeveer 76 regels, op twee pagina's is er ruimte voor 27."
    )
    assert said[-1] == "Kort deze blokken in; de letter wordt nooit kleiner."


def test_the_longest_overrun_comes_first() -> None:
    areas = shipped_profile().model_dump()["result_areas"]
    longer = tuple(one | {"id": f"a-{n}"} for n, one in enumerate(areas * 2))
    qualifications = shipped_profile().model_dump()["qualifications"] * 5
    changes: dict[str, Any] = {"result_areas": longer, "qualifications": qualifications}
    said = advice(without(shipped_request("en", **changes), *OPTIONAL))
    assert [line.partition(":")[0] for line in said[1:3]] == ["Job requirements", "Result areas"]


def test_blocks_that_may_be_left_out_are_proposed_when_that_helps() -> None:
    assert advice(shipped_request("en")) == [
        "This takes about 3 pages, and two is the aim.",
        (
            "Without Context, Contacts and Career it fits on two: --without context,contacts,career. "
            "May it be longer? Choose the full version: --size full"
        ),
    ]
    said = advice(without(shipped_request("nl"), "contacts", "career"))
    assert said[-1].startswith("Zonder Context past het op twee: --without context.")


def test_leaving_out_is_not_promised_to_be_enough_when_it_is_not() -> None:
    said = advice(grown("nl", 4, "result_areas", "career"))
    assert said[-1] == (
        "Laat daarnaast weg wat niet nodig is. Weglaten kan met --without context,contacts"
    )


def test_a_profile_that_only_just_fits_says_so() -> None:
    profile = shipped_profile().model_dump()
    signers = profile["approval"]["signatures"]
    made = (
        without(
            shipped_request(
                "nl",
                conditions={**profile["conditions"], "risks": "Geen. " * risks},
                requirements=profile["requirements"][:asked],
                result_areas=profile["result_areas"][:areas],
                approval={**profile["approval"], "signatures": signers[:signed]},
            ),
            *OPTIONAL,
        )
        for signed in (1, 2, 3)
        for asked in (3, 4, 5)
        for areas in (3, 4, 5)
        for risks in range(1, 200, 15)
    )
    request, line = next((one, said[0]) for one in made if len(said := advice(one)) == 1)
    assert line.startswith("Dit past maar net op twee pagina's. In Word kan het net iets langer")
    assert pages(job_profile(request)).count == 2


def test_a_short_profile_gets_no_advice() -> None:
    assert advice(request_of({})) == []


@BOTH
def test_only_the_blocks_that_were_named_are_left_out(language: Language) -> None:
    request = shipped_request(language, description=DESCRIPTION)
    whole = job_profile(request).blocks
    for name in OPTIONAL:
        kept = job_profile(without(request, name)).blocks
        assert len(kept) < len(whole)
        assert [block for block in whole if block in kept] == list(kept)
    assert job_profile(without(request, "results", "control")).blocks == whole
