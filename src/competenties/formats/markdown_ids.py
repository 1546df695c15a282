"""Ids for what a person added to a Markdown file, and texts in their final form."""

from typing import Any

from competenties.formats.markdown_words import forms
from competenties.model.ids import item_id, slug
from competenties.model.part import Part

Data = dict[str, Any]

_NAMED = ("proficiency_scales", "rating_scales", "clusters", "competences", "cards")
_SMALL = ("indicators", "questions", "tips")


def give_ids(data: Data, own: str) -> None:
    """Give an id to what has none, made as every id is: from its name or its text."""
    data.setdefault("id", slug(_said(data, "name", own)))
    taken = {one["id"] for items in _NAMED for one in data.get(items, ()) if "id" in one}
    for items in _NAMED:
        for one in data.get(items, ()):
            if "id" not in one:
                one["id"] = slug(_said(one, "name", own), taken)
                taken.add(one["id"])
    small = [(data, "promises", data["id"], "promises")]
    for competence in data.get("competences", ()):
        owner = competence["id"]
        levels = competence.get("levels", ())
        small.extend((one, "indicators", owner, f"{owner}/{one['level']}") for one in levels)
        small.extend((competence, items, owner, owner) for items in _SMALL)
    taken.update(
        one["id"] for holder, items, _, _ in small for one in holder.get(items, ()) if "id" in one
    )
    for holder, items, owner, path in small:
        for one in holder.get(items, ()):
            if "id" not in one:
                one["id"] = item_id(owner, data["id"], path, _said(one, "text", own), taken)
                taken.add(one["id"])


def settle(part: type[Part], data: Data, own: str) -> None:
    """Make a text in the framework's language alone a plain one, everywhere."""
    for form in forms(part).values():
        value = data.get(form.name)
        if value is None:
            continue
        if form.kind == "text":
            data[form.name] = _plain(value, own)
        elif form.kind == "texts":
            data[form.name] = [_plain(one, own) for one in value]
        elif form.kind == "part":
            settle(form.type, value, own)
        elif form.kind == "parts":
            for one in value:
                settle(form.type, one, own)


def _plain(texts: dict[str, str], own: str) -> Any:
    return texts[own] if set(texts) == {own} else texts


def _said(data: Data, name: str, own: str) -> str:
    texts: dict[str, str] = data.get(name) or {}
    return texts.get(own) or next(iter(texts.values()), "")
