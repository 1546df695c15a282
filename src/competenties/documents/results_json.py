"""Results as JSON for other programs: the same figures as the workbook, nothing more."""

from decimal import Decimal
from typing import Any

from competenties.documents.results_collected import Collected
from competenties.messages import Language
from competenties.ratings.groups import LineQuality, TeamPart
from competenties.ratings.outcomes import Part
from competenties.ratings.periods import PeriodChange
from competenties.ratings.results import PersonResult, RoleResult


def results_json(collected: Collected, language: Language) -> dict[str, Any]:
    """Return the results; numbers are exact decimals as text, so that nothing is rounded again."""
    least = collected.privacy.least_raters
    return {
        "results": [_person(one, least) for one in collected.results],
        "teams": [_team(one) for one in collected.teams],
        "indicators": [_quality(one) for one in collected.qualities],
        "periods": [_change(one) for one in collected.changes],
        "files": [
            {"file": one.file, "counted": not one.refused, "message": one.said.say(language)}
            for one in collected.remarks
        ],
        "not_returned": [
            dict(zip(collected.missing_header, row, strict=False)) for row in collected.missing
        ],
        "summary": {
            "forms": sum(len(one.forms) for one in collected.results),
            "people": len(collected.results),
            "refused": sum(one.refused for one in collected.remarks),
            "not_returned": len(collected.missing),
            "teams_left_out": collected.left_out_teams,
            "pseudonyms": collected.has_pseudonyms,
            "moved_on": list(collected.moved_on),
            "notes": [note.say(language) for note in collected.notes],
        },
    }


def _person(one: PersonResult, least: int) -> dict[str, Any]:
    return {
        "name": one.name,
        "number": one.number,
        "department": one.department,
        "manager": one.manager,
        "period": one.period,
        "profile": one.text.content.profile,
        "fingerprint": one.text.fingerprint,
        "scale": one.text.content.scale.kind,
        "totals": {role: _text(total) for role, total in one.totals.items()},
        "highest_visible": [
            {"competence": competence, "role": role, "level": level}
            for (competence, role), level in one.highest.items()
        ],
        "parts": [
            {
                **_about(part.part),
                "roles": [_role(role) for role in part.roles.values()],
                "examples": {
                    line.id: found
                    for line in part.part.lines
                    if (found := one.examples(line, least))
                },
            }
            for part in one.parts
        ],
    }


def _about(part: Part) -> dict[str, Any]:
    return {
        "competence": part.competence.id,
        "name": part.competence.name,
        "level": part.level.level if part.level else None,
    }


def _role(one: RoleResult) -> dict[str, Any]:
    if one.hidden:
        return {"role": one.role, "hidden": True}
    return {
        "role": one.role,
        "hidden": False,
        "raters": one.raters,
        "rated": one.counts.rated,
        "not_observed": one.counts.not_observed,
        "not_applicable": one.counts.not_applicable,
        "blank": one.counts.blank,
        "score": _text(one.score),
        "verdict": one.verdict,
        "gap": _text(one.gap),
        "below_floor": one.is_below_floor,
    }


def _team(one: TeamPart) -> dict[str, Any]:
    return {
        "team": one.team,
        "profile": one.profile,
        **_about(one.part),
        "people": one.people,
        "verdicts": dict(one.verdicts),
        "below_floor": one.below_floor,
    }


def _quality(one: LineQuality) -> dict[str, Any]:
    return {
        "indicator": one.line.id,
        "text": one.line.text,
        "forms": one.forms,
        "not_observed": _text(one.not_observed),
        "blank": _text(one.blank),
        "spread": _text(one.spread),
        "pairs": one.pairs,
        "same": _text(one.same),
    }


def _change(one: PeriodChange) -> dict[str, Any]:
    return {
        "name": one.name,
        "number": one.number,
        "role": one.role,
        **_about(one.part),
        "earlier": _text(one.earlier),
        "now": _text(one.now),
        "lines": one.lines,
        "left_out": one.left_out,
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
