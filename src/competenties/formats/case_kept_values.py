"""The forms that every reader of CASE takes a value in; None for a value that has none of them."""

import re
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from typing import Any

from competenties.formats.case_package import as_object, has_words, text
from competenties.formats.case_terms import OURS, UUID, Json, is_url

Usable = Callable[[Any], Any]
"""Returns a value as every reader takes it, None where there is no such form."""

_URN = re.compile(r"urn:[A-Za-z0-9][A-Za-z0-9-]{1,31}:[A-Za-z0-9._:/-]{1,200}")
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})"
)


def words(value: Any) -> str | None:
    """Return a text that says something."""
    return value if has_words(value) else None


def short(most: int) -> Usable:
    """Return what takes a text of at most so many characters."""
    return lambda value: value if has_words(value) and len(value) <= most else None


def texts(value: Any) -> list[str] | None:
    """Return a list of texts; CASE 1.0 writes one text without a list."""
    found = [value] if isinstance(value, str) else value
    return found if isinstance(found, list) and found and all(map(has_words, found)) else None


def day(value: Any) -> str | None:
    """Return a day; CASE 1.0 may write a time with it."""
    try:
        return date.fromisoformat(text(value)[:10]).isoformat()
    except ValueError:
        return None


def time_of(value: Any) -> str | None:
    """Return a time with its zone; one without is taken for UTC."""
    try:
        found = datetime.fromisoformat(text(value))
    except ValueError:
        return None
    if _TIME.fullmatch(text(value)):
        return text(value)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).isoformat(timespec="seconds")


def link(value: Any) -> Json | None:
    """Return a link to something with a UUID, complete."""
    data = as_object(value)
    identifier = text(data.get("identifier")).lower()
    if not UUID.match(identifier):
        return None
    title, uri = text(data.get("title")), text(data.get("uri"))
    return {
        "title": title if has_words(title) else identifier,
        "identifier": identifier,
        "uri": uri if is_address(uri) else f"urn:uuid:{identifier}",
    }


def links(value: Any) -> list[Json] | None:
    """Return a list of links, if every one can be sent."""
    found = [link(one) for one in value] if isinstance(value, list) else []
    whole = [one for one in found if one is not None]
    return whole if whole and len(whole) == len(found) else None


def extensions(value: Any) -> Json | None:
    """Return what others than this program wrote between the lines."""
    return {key: one for key, one in as_object(value).items() if key != OURS} or None


def definition(value: Any, needed: Collection[str], may: Collection[str]) -> Json | None:
    """Return a definition with all that CASE asks of it; a type without explanation gets its title.

    `needed` and `may` are what a definition of that kind has to say, and may say, besides its title.
    """
    data, found = as_object(value), link(value)
    if found is None or not has_words(data.get("title")):
        return None
    if "description" in needed and not has_words(data.get("description")):
        data = {**data, "description": found["title"]}
    found |= {key: data[key] for key in (*needed, *may) if has_words(data.get(key))}
    changed = time_of(data.get("lastChangeDateTime"))
    if changed is None or not found.keys() >= set(needed):
        return None
    return {**found, "lastChangeDateTime": changed}


def is_address(value: str) -> bool:
    """Tell whether every reader takes a text for an address."""
    return is_url(value) or _URN.fullmatch(value) is not None
