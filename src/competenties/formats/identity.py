"""Ids for other programs: the same at every export, also after a rename, so that an update updates."""

import hashlib
from uuid import UUID, uuid5

_NAMESPACE = UUID("989ee3fe-622f-5c31-88ec-0949b735587b")
"""Of all ids that this program makes; it never changes."""

_LEAST_HASH = 6


def node_uuid(framework: str, *parts: str | int) -> str:
    """Return the UUID (version 5) of an item of a framework, by ids and numbers that never change."""
    return str(uuid5(_NAMESPACE, "/".join(map(str, (framework, *parts)))))


def code(*parts: str | int, most: int = 100) -> str:
    """Return a code of at most so many characters: a letter first, then letters, digits and hyphens.

    Ids of our own are like that already. One that is too long ends in a hash of the whole, so that
    two of them stay two.
    """
    whole = "-".join(map(str, parts))
    if len(whole) <= most:
        return whole
    ending = hashlib.sha256(whole.encode()).hexdigest()[:_LEAST_HASH]
    return f"{whole[: most - _LEAST_HASH - 1]}-{ending}"
