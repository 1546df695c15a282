"""The languages of a document: beginning with some of them, and stopping with one later."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.operations.kinds import Batch, Operation, Set, Way
from competenties.operations.tree import LEVELS, item_id, level_number
from competenties.workspace.documents import document_data

Model = TypeVar("Model", bound=Framework | JobProfile)


class Stopping(NamedTuple):
    """What it takes to stop with a language: how many texts go, how many cannot, and the edit."""

    goes: int
    stays: int
    """Texts that are written in no other language; they would be gone altogether."""
    edit: Batch


def in_languages(model: Model, languages: Sequence[str]) -> Model:
    """Return a document with its texts in these languages only, the first its own.

    In one language a text is a plain string. One that is written in none of them stays as it is.
    """
    known = {model.language, *model.languages}
    if not languages or known <= set(languages):
        return model
    data = document_data(model)
    whole = {name: one for name, one in data.items() if name != "$schema"}
    kept = _kept(whole, known, list(languages))
    said = {**kept, "language": languages[0], "languages": list(languages)}
    made: Model = type(model).model_validate(said)  # type: ignore[assignment]
    return made


def stopping(data: dict[str, Any], language: str) -> Stopping:
    """Return what it takes to stop with a language that is not the document's own."""
    own, named = str(data.get("language", "nl")), data.get("languages")
    listed = [str(one) for one in named] if isinstance(named, list) else []
    known = {own, language, *listed}
    found = [one for one in _texts(data, known) if language in one[2]]
    goes = [one for one in found if len(one[2]) > 1]
    plain = {
        _field(item or str(data.get("id")), path)
        for item, path, text in goes
        if set(text) == {own, language}
    }
    edits = [*_changes(data, known, own, language), *_moved_acceptances(data, own, plain)]
    left: Any = [one for one in listed if one != language]
    if left != listed:
        edits.append(Set(path=("languages",), was=named, value=left))
    return Stopping(len(goes), len(found) - len(goes), Batch(operations=tuple(edits)))


def _changes(data: dict[str, Any], known: set[str], own: str, language: str) -> Iterator[Operation]:
    """Yield an edit for each field of an item in which a text goes: few, and each is undone apart."""
    for name, old in data.items():
        new = old if name == "extra" else _left(old, known, own, language)
        if new == old:
            continue
        if isinstance(old, list) and all(item_id(name, one) for one in old):
            for before, after in zip(old, new, strict=True):
                for field in before:
                    if after[field] != before[field]:
                        yield Set(
                            item=before["id"],
                            path=(field,),
                            was=before[field],
                            value=after[field],
                        )
        else:
            yield Set(path=(name,), was=old, value=new)


def _left(value: Any, known: set[str], own: str, language: str) -> Any:
    """Return a part of a document without a language, but where a text has no other."""
    if isinstance(value, list):
        return [_left(one, known, own, language) for one in value]
    if not isinstance(value, dict):
        return value
    if not _is_text(value, known):
        return {
            name: one if name == "extra" else _left(one, known, own, language)
            for name, one in value.items()
        }
    rest = {tag: one for tag, one in value.items() if tag != language}
    return rest[own] if set(rest) == {own} and rest != value else rest or value


def _moved_acceptances(data: dict[str, Any], own: str, plain: set[str]) -> Iterator[Operation]:
    """Yield the edits that let an acceptance go on with a text that becomes a plain string."""
    listed = data.get("accepted")
    for position, one in enumerate(listed if isinstance(listed, list) else ()):
        field = str(one.get("field", "")) if isinstance(one, dict) else ""
        text = field.removesuffix(f"/{own}")
        if text != field and f"{one.get('item')} {text}" in plain:
            yield Set(path=("accepted", position, "field"), was=field, value=text)


def _field(item: str, path: Way) -> str:
    return f"{item} {'/'.join(str(step) for step in path)}"


def _kept(value: Any, known: set[str], languages: list[str]) -> Any:
    if isinstance(value, list):
        return [_kept(one, known, languages) for one in value]
    if not isinstance(value, dict):
        return value
    if not _is_text(value, known):
        return {
            name: one if name == "extra" else _kept(one, known, languages)
            for name, one in value.items()
        }
    left = {one: value[one] for one in languages if one in value}
    if len(languages) == 1 and left:
        return left[languages[0]]
    return left or value


def _texts(
    value: Any, known: set[str], name: str = "", item: str = "", path: Way = ()
) -> Iterator[tuple[str, Way, dict[str, str]]]:
    """Yield every text that is written per language, with the way to it as an edit names it."""
    if isinstance(value, list):
        for position, one in enumerate(value):
            step = level_number(one) if name == LEVELS else position
            if step is None:
                continue
            own = item_id(name, one)
            yield from _texts(one, known, name, own or item, () if own else (*path, step))
    elif isinstance(value, dict) and _is_text(value, known):
        yield item, path, value
    elif isinstance(value, dict):
        for field, one in value.items():
            if field != "extra":
                yield from _texts(one, known, field, item, (*path, field))


def _is_text(value: dict[str, Any], known: set[str]) -> bool:
    """Tell whether an object is a text per language, and no reference such as {"id": "basis"}."""
    is_said = all(isinstance(one, str) for one in value.values())
    return bool(value) and is_said and set(value) <= known - {"id"}
