"""What a vacancy says to search engines: schema.org JobPosting, with competences as DefinedTerm.

What the profile does not know is not there: no salary, no kind of contract. The date of
publication is an empty place, since nothing can be published without one.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from competenties.documents.competence_blocks import core_first
from competenties.documents.levels import DESIRABLE, competence_name
from competenties.documents.request import ProfileRequest
from competenties.documents.work_blocks import qualification_text
from competenties.model.terms import Qualification
from competenties.office.blocks import Block
from competenties.office.plain_text import text_of


def job_posting(request: ProfileRequest, title: str, told: Sequence[Block]) -> dict[str, Any]:
    """Return a vacancy as linked data; `told` are the blocks that its description says."""
    profile, own = request.profile, request.own
    tasks = [own(task) for area in profile.result_areas for task in area.tasks]
    asked = [_qualification(request, one) for one in profile.qualifications]
    said = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": title,
        "datePosted": "",
        "description": text_of(told, request.language),
        "responsibilities": "\n".join(tasks),
        "qualifications": "\n".join(asked),
        "skills": list(_skills(request)),
        "hiringOrganization": _organisation(request),
        "jobLocation": _location(request),
        "employmentUnit": _unit(request),
    }
    return {key: value for key, value in said.items() if value or key == "datePosted"}


def _qualification(request: ProfileRequest, one: Qualification) -> str:
    """Return a job requirement, and that it is only desirable where it is."""
    said = qualification_text(request, one)
    return f"{said} ({request.say(DESIRABLE)})" if one.need == "desirable" else said


def _skills(request: ProfileRequest) -> Iterator[dict[str, Any]]:
    for asked in core_first(request.asked):
        framework = asked.framework
        definition = request.of(framework, asked.competence.definition)
        yield {
            "@type": "DefinedTerm",
            "name": competence_name(request, asked),
            **({"description": definition} if definition else {}),
            "termCode": asked.competence.id,
            "inDefinedTermSet": {
                "@type": "DefinedTermSet",
                "name": request.of(framework, framework.name),
            },
        }


def _organisation(request: ProfileRequest) -> dict[str, Any]:
    name = request.settings.organisation
    return {"@type": "Organization", "name": name} if name else {}


def _location(request: ProfileRequest) -> dict[str, Any]:
    place = request.profile.place
    location = request.own(place.location) if place else ""
    return {"@type": "Place", "address": location} if location else {}


def _unit(request: ProfileRequest) -> dict[str, Any]:
    place = request.profile.place
    unit = request.own(place.unit) if place else ""
    return {"@type": "Organization", "name": unit} if unit else {}
