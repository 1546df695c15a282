"""A finding as the pages show it: its sentence, what to do, and what can be done with one click."""

from collections.abc import Mapping
from typing import Any

from competenties.editor.finding_words import advice_of, statement_of
from competenties.editor.remedies import remedies
from competenties.findings import Finding
from competenties.messages import LANGUAGES, Language
from competenties.operations.tree import at, way_to


def shown(one: Finding, language: Language, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a finding about a document for a page in the reader's language."""
    from competenties.checking.acceptance import acceptance_hash

    return {
        **one.as_json(language),
        "message": statement_of(one, language),
        "advice": advice_of(one, language),
        "title": one.rule.title.say(language),
        "is_about_wording": one.rule.is_about_wording,
        "can_accept": one.severity != "error" or one.rule.is_advice,
        "text_hash": acceptance_hash(_value(one, data)),
        "remedies": _remedies(one, data),
    }


def is_accepted(one: Finding, data: Mapping[str, Any]) -> bool:
    """Tell whether a finding was accepted, with the text as it is now."""
    from competenties.checking.acceptance import acceptance_hash

    if one.severity == "error" and not one.rule.is_advice:
        return False
    now = acceptance_hash(_value(one, data))
    accepted = data.get("accepted")
    return any(
        isinstance(each, dict)
        and (each.get("rule"), each.get("item")) == (one.rule.name, one.place.item)
        and each.get("field", "") in ("", one.place.field)
        and each.get("text_hash", "") in ("", now)
        for each in (accepted if isinstance(accepted, list) else ())
    )


def _remedies(one: Finding, data: Mapping[str, Any]) -> list[dict[str, Any]]:
    text = _value(one, data)
    last = one.place.path[-1] if one.place.path else ""
    tag = last if isinstance(last, str) and last in LANGUAGES else data.get("language", "nl")
    spoken = next((each for each in LANGUAGES if each == str(tag)[:2]), None)
    if not isinstance(text, str) or spoken is None:
        return []
    return remedies(one, text, spoken)


def _value(one: Finding, data: Mapping[str, Any]) -> Any:
    whole = dict(data)
    way = way_to(whole, one.place.item)
    return at(whole, (*way, *one.place.path)) if way is not None else None
