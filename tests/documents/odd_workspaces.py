"""Workspaces that are valid and odd, as organisations make them: every document must stand them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from competenties.documents.request import ProfileRequest, WorkspaceRequest
from competenties.messages import Language
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.model.text import Text

Say = Callable[[str], Any]
"""How a text stands in a file: a string, or one per language."""

LONG_WORD = "Hoofdbedrijfsvoeringscoördinatie".ljust(120, "e")
HOSTILE = (
    "=cmd|'/c calc'!A1 <script>alert(1)</script> & \x07\x1b\u202eomgekeerd \u05e9\u05dc\u05d5\u05dd"
)
UNSEEN = "\x07"
"""A text that may stand in a file, and of which nothing is left on paper."""


@dataclass(frozen=True)
class Odd:
    """Frameworks and the profiles on them."""

    frameworks: tuple[Framework, ...]
    profiles: tuple[JobProfile, ...]

    def about_job(self, language: Language, suffix: str) -> ProfileRequest:
        return ProfileRequest(self.profiles[0], self._by_id, language, suffix=suffix)

    def about_all(self, language: Language, suffix: str) -> WorkspaceRequest:
        """Return a request for a document on the first framework, or on all profiles."""
        in_series = [one.model_copy(update={"series": "Reeks"}) for one in self.profiles]
        return WorkspaceRequest(
            frameworks=self._by_id,
            profiles=in_series,
            language=language,
            framework=self.frameworks[0],
            before=self.profiles[:1],
            frameworks_before=self._by_id,
            suffix=suffix,
        )

    @property
    def _by_id(self) -> dict[str, Framework]:
        return {one.id: one for one in self.frameworks}


def odd_workspaces() -> dict[str, Callable[[], Odd]]:
    """Return what makes each workspace, by what is odd about it."""
    return {
        "eight levels": lambda: _workspace(_plain, levels=range(1, 9)),
        "levels with gaps": lambda: _workspace(_plain, levels=(0, 3, 4, 99)),
        "no levels": lambda: _workspace(_plain, levels=()),
        "forty competences": lambda: _workspace(_plain, count=40),
        "very long words": lambda: _workspace(lambda text: f"{text} {LONG_WORD}"),
        "hostile text": lambda: _workspace(lambda text: f"{text} {HOSTILE}"),
        "texts of which nothing is left": lambda: _workspace(_unseen),
        "lines and lists in texts": lambda: _workspace(_listing),
        "partial translations": lambda: _workspace(_partly),
        "empty blocks": _empty_blocks,
        "only names": _only_names,
        "clusters in clusters": lambda: _workspace(_plain, depth=6),
        "two frameworks": _two_frameworks,
    }


def _plain(text: str) -> Text:
    return text


def _unseen(text: str) -> Text:
    """Leave names, without which nothing can be asked, and take away all other texts."""
    return text if text.startswith("Naam") else UNSEEN


def _listing(text: str) -> Text:
    """Put a list into every longer text, and a line break into behaviour, which is plain text."""
    if text.startswith(("Doet ", "Meldt ", "Laat ")):
        return f"{text}\r\nOok op de tweede regel."
    return text if text.startswith("Naam") else f"{text}\n\n- een **punt**\n- twee\r\n\r\n1. einde"


def _partly(text: str) -> Text:
    """Write a text in Dutch, in English, in both, or only in German."""
    nl, en, de = {"nl": text}, {"en": text}, {"de": text}
    return (nl, en, nl | en, de, en | de)[sum(map(ord, text)) % 5]


def _workspace(
    say: Say, *, levels: Iterable[int] = (1, 2, 3), count: int = 3, depth: int = 2
) -> Odd:
    asked = [int(one) for one in levels]
    framework = _framework("model", say, asked, count, depth)
    names = [one.id for one in framework.competences]
    profiles = [
        _profile(f"functie-{number}", say, [_asked(one, asked, say) for one in names], "model")
        for number in (1, 2)
    ]
    return Odd((framework,), tuple(profiles))


def _framework(name: str, say: Say, levels: list[int], count: int = 3, depth: int = 2) -> Framework:
    clusters = [
        {
            "id": f"cluster-{number}",
            "name": say(f"Naam van cluster {number}"),
            "description": say(f"Omschrijving van cluster {number}."),
            **({"parent": f"cluster-{number - 1}"} if number else {}),
        }
        for number in range(depth)
    ]
    shown = [one for one in levels if one]
    scale = {
        "id": "schaal",
        "name": say("Naam van de indeling"),
        "levels": [
            {
                "number": number,
                "name": say(f"Naam van niveau {number}"),
                "description": say(f"Wat niveau {number} is."),
            }
            for number in shown
        ],
    }
    data = {
        "id": name,
        "name": say(f"Naam van {name}"),
        "language": "nl",
        "description": say("Waar het model voor is."),
        "version": "1.0",
        "owner": say("Personeelszaken"),
        "proficiency_scales": [scale] if shown else [],
        "clusters": clusters,
        "competences": [_competence(number, say, levels, depth) for number in range(count)],
        "promises": [
            {
                "id": f"belofte-{number}",
                "text": say(f"Belofte {number} is binnen een dag gedaan."),
                "measure": say("Steekproef."),
                "norm": say("Negen van de tien."),
                "checks": {"employee": say("Elke dag kijken."), "manager": say("Elke maand.")},
            }
            for number in (1, 2)
        ],
        "cards": [
            {
                "id": f"kaart-{kind}",
                "kind": kind,
                "name": say(f"Naam van kaart {kind}"),
                "explanation": say("Waar de kaart voor is."),
                "questions": [say("Was de vraag beantwoord?"), say("Was het antwoord juist?")],
            }
            for kind in ("contact", "cooperation")
        ],
        "glossary": [{"term": say("Naam van een begrip"), "definition": say("Wat het is.")}],
    }
    return Framework.model_validate(data)


def _competence(number: int, say: Say, levels: list[int], depth: int) -> dict[str, Any]:
    name = f"competentie-{number}"
    data: dict[str, Any] = {
        "id": name,
        "name": say(f"Naam van {name}"),
        "definition": say(f"Wat {name} is."),
        "cluster": f"cluster-{number % depth}",
        "questions": [
            {
                "id": f"vraag-{number}",
                "text": say(f"Wanneer deed u {name}?"),
                "probes": [{"step": "action", "text": say("Wat deed u zelf?")}],
                "anchors": [
                    {"from_level": one, "text": say("Dit was te horen.")} for one in levels
                ],
            }
        ],
        "type": "core",
        "tips": [{"id": f"tip-{number}", "text": say("Vraag een collega mee te kijken.")}],
    }
    if levels:
        first = {"level": levels[0], "reason": say("Omdat de klant erop rekent.")}
        data["minimum_level"] = {**first, "asked_by": "organisation"}
        data["target_levels"] = [{**first, "level": levels[-1], "team": say("Naam van een team")}]
        data["levels"] = [
            {
                "level": level,
                "text": say(f"Hoe {name} er op {level} uitziet."),
                "indicators": _indicators(f"{name}-{level}", say),
            }
            for level in levels
        ]
    else:
        data["indicators"] = _indicators(name, say)
    return data


def _indicators(owner: str, say: Say) -> list[dict[str, Any]]:
    return [
        {"id": f"{owner}-doet", "text": say(f"Doet {owner} op tijd.")},
        {"id": f"{owner}-meldt", "text": say(f"Meldt {owner} aan de klant.")},
        {"id": f"{owner}-niet", "text": say(f"Laat {owner} liggen."), "polarity": "contra"},
    ]


def _asked(competence: str, levels: list[int], say: Say) -> dict[str, Any]:
    """Return how a profile asks a competence; the last level there is, where there is any."""
    level = {"level": levels[-1]} if levels else {"words": say("Zoals hier gebruikelijk.")}
    return {"competence": competence, **level, "rationale": say("Omdat het moet.")}


def _profile(
    name: str, say: Say, requirements: list[dict[str, Any]], *frameworks: str
) -> JobProfile:
    return JobProfile.model_validate(
        {
            "id": name,
            "name": say(f"Naam van {name}"),
            "language": "nl",
            "version": "2.0",
            "family": say("Naam van de groep"),
            "frameworks": [{"id": one} for one in frameworks],
            "requirements": requirements,
            "purpose": say("Zorgt dat het werk klaar is."),
            "description": say("Wat de functie is."),
            **_setting(say),
            **_work(say),
            **_terms(say),
        }
    )


def _setting(say: Say) -> dict[str, Any]:
    return {
        "place": {
            "unit": say("De afdeling"),
            "location": say("De plek"),
            "reports_to": say("De baas"),
            "leads": say("De ploeg"),
        },
        "context": {
            "organisation": say("Wat de organisatie doet."),
            "team": say("Wat het team doet."),
            "sector": say("Wat de sector vraagt."),
            "energy": say("Wat energie geeft."),
            "figures": say("Hoe veel er is."),
        },
        "chain": {
            "receives_from": [{"name": say("Naam van wie levert"), "what": say("Wat die levert.")}],
            "delivers_to": [{"name": say("Naam van wie krijgt"), "what": say("Wat die krijgt.")}],
            "end_customer": say("De eindklant"),
            "effect": say("Wat die merkt."),
        },
    }


def _work(say: Say) -> dict[str, Any]:
    return {
        "result_areas": [
            {
                "id": f"gebied-{number}",
                "name": say(f"Naam van gebied {number}"),
                "description": say("Waar het over gaat."),
                "tasks": [say("Doet het werk."), say("Maakt het af.")],
                "results": [
                    {
                        "text": say("Het werk is af."),
                        "measure": say("Telling."),
                        "norm": say("Tien."),
                    }
                ],
            }
            for number in (1, 2)
        ],
        "authority": {
            "decides": [say("Zelf de volgorde.")],
            "aligns": [say("Samen de dag.")],
            "submits": [say("Een groot bedrag.")],
            "departs": say("Wijkt af bij gevaar."),
            "budget": say("Tien euro."),
        },
        "contacts": [
            {"who": say("De buren"), "purpose": say("Afstemmen."), "frequency": say("Elke week.")}
        ],
    }


def _terms(say: Say) -> dict[str, Any]:
    return {
        "qualifications": [
            {"kind": "education", "text": say("Een opleiding."), "level": say("Mbo 4")}
        ],
        "conditions": {
            "physical": say("Tillen."),
            "mental": say("Drukte."),
            "schedule": say("Overdag."),
            "risks": say("Vallen."),
        },
        "career": [{"kind": "after", "name": say("Naam van een volgende functie")}],
        "approval": {
            "decided_by": say("De directie"),
            "signatures": [{"role": say("Naam van een rol"), "purpose": say("Akkoord.")}],
        },
    }


def _empty_blocks() -> Odd:
    """Return profiles in which every optional block is there, and nothing in it."""
    blocks = ("place", "context", "chain", "authority", "conditions", "approval")
    framework = _framework("model", _plain, [1, 2, 3])
    data = {
        "language": "nl",
        "frameworks": [{"id": "model"}],
        **{block: {} for block in blocks},
        "result_areas": [{"id": "leeg", "name": "Naam van een leeg gebied"}],
        "requirements": [{"competence": "competentie-1"}],
    }
    named = [{"id": f"leeg-{one}", "name": f"Naam van leeg {one}"} for one in (1, 2)]
    return Odd((framework,), tuple(JobProfile.model_validate(data | one) for one in named))


def _only_names() -> Odd:
    framework = Framework.model_validate(
        {"id": "model", "name": "Naam van model", "language": "nl"}
    )
    profiles = [
        JobProfile.model_validate(
            {"id": f"functie-{one}", "name": f"Naam van functie {one}", "language": "nl"}
        )
        for one in (1, 2)
    ]
    return Odd((framework,), tuple(profiles))


def _two_frameworks() -> Odd:
    """Return profiles that ask the same id from two frameworks, one of them without levels."""
    high, flat = _framework("model", _plain, [1, 2, 3]), _framework("ander", _plain, [], count=2)
    asked = [
        *({**_asked(one.id, [1, 2], _plain), "framework": "model"} for one in high.competences),
        *({**_asked(one.id, [], _plain), "framework": "ander"} for one in flat.competences),
    ]
    profiles = [_profile(f"functie-{one}", _plain, asked, "model", "ander") for one in (1, 2)]
    return Odd((high, flat), tuple(profiles))
