"""The fingerprint on paper changes with what is rated and how it counts, and with nothing else."""

from dataclasses import replace
from typing import Any

import pytest
from made_documents import (
    job_profile,
    rating_sheet,
    said,
    sheet_texts,
    shipped_framework,
    shipped_profile,
    shipped_request,
    workbook_file,
)

from competenties.documents.request import ProfileRequest
from competenties.model.fingerprint import rated_content
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.model.settings import Privacy, Settings


def changed_framework(path: str, value: Any) -> ProfileRequest:
    data = shipped_framework().model_dump()
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    node: Any = data
    for step in way:
        node = list(node) if isinstance(node, tuple) else node
        node = node[step]
    node[last] = value
    return replace(shipped_request(), frameworks={"basis": Framework.model_validate(data)})


def requested_level() -> str:
    """Return the way to the requested level of the first competence that the profile asks."""
    wanted = shipped_profile().requirements[0]
    for place, competence in enumerate(shipped_framework().competences):
        if competence.id == wanted.competence:
            position = [level.level for level in competence.levels].index(wanted.level or 0)
            return f"competences/{place}/levels/{position}"
    raise AssertionError(wanted)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (f"{requested_level()}/indicators/0/text", "Iets anders."),
        (f"{requested_level()}/name", "Een andere naam"),
        ("rating_scales/0/points/0/label", "haast nooit"),
        ("rating_scales/0/question", "Hoe vaak?"),
        ("rating_scales/0/arithmetic/visible_from", 3.5),
        ("rating_scales/0/arithmetic/coverage", 0.8),
        ("rating_scales/0/not_applicable", False),
    ],
)
def test_it_changes_with_the_text_and_the_arithmetic(path: str, value: Any) -> None:
    before, after = shipped_request(), changed_framework(path, value)
    assert after.code != before.code
    assert after.code in said(job_profile(after))
    assert after.code in rating_sheet(after).footer


@pytest.mark.parametrize(
    "change",
    [
        {"owner": "Iemand anders"},
        {"notes": "Nog bespreken."},
        {"version": "9.9"},
        {"status": "published"},
        {"review_date": "2030-01-01"},
        {"purpose": "Een ander doel."},
        {"approval": None},
        {"code": "XX"},
        {"name": "Een andere naam"},
    ],
)
def test_it_does_not_change_with_what_is_not_rated(change: dict[str, Any]) -> None:
    assert shipped_request(**change).code == shipped_request().code


def test_it_does_not_change_with_the_house() -> None:
    settings = Settings(organisation="Groen B.V.", privacy=Privacy(purpose="Anders."))
    before = shipped_request()
    after = replace(before, settings=settings, errors=2)
    assert after.code == before.code
    assert said(rating_sheet(after)) != said(rating_sheet(before))


def test_it_does_not_change_with_other_levels_or_contra_indicators() -> None:
    before = shipped_request()
    competence = shipped_framework().competences[0]
    unasked = f"competences/0/levels/{len(competence.levels) - 1}/indicators/0/text"
    assert changed_framework(unasked, "Iets anders.").code == before.code
    place, indicators = requested_level(), competence.levels[2].indicators
    contra = next(n for n, one in enumerate(indicators) if one.is_contra)
    assert changed_framework(f"{place}/indicators/{contra}/text", "Anders.").code == before.code


def test_each_language_has_its_own_and_the_same_language_always_the_same() -> None:
    assert shipped_request("nl").code == shipped_request("nl").code != shipped_request("en").code


def test_everything_that_is_in_it_can_be_read_on_the_form() -> None:
    request = shipped_request()
    content = rated_content(request.profile, request.frameworks, "nl")
    paper = "\n".join([*sheet_texts(workbook_file(request)), *said(rating_sheet(request))])
    texts = [one["text"] for each in content["competences"] for one in _indicators(each)]
    texts += [each[field] for each in content["competences"] for field in ("name", "definition")]
    texts += [level["name"] for each in content["competences"] for level in each["levels"]]
    texts += [point["label"] for point in content["scale"]["points"]]
    texts += [content["scale"]["question"], content["profile"]]
    assert [text for text in texts if text not in paper] == []


def _indicators(competence: dict[str, Any]) -> list[dict[str, str]]:
    levels = [one for level in competence["levels"] for one in level["indicators"]]
    return [*levels, *competence["indicators"]]


def test_a_profile_in_another_language_keeps_its_own_words() -> None:
    profile = JobProfile(id="a", name="A", language="de")
    request = ProfileRequest(profile, {}, "nl")
    assert len(request.code) == 14
