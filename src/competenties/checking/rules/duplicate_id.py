"""Two items with the same id."""

from collections.abc import Iterator, Mapping

from competenties.checking.scope import Findings, Scope
from competenties.findings import Finding, Path, Place, Rule
from competenties.messages import Phrase, Spoken
from competenties.model.framework import Framework
from competenties.model.part import Part
from competenties.model.profile import JobProfile
from competenties.model.record import Identifier

RULE = Rule(
    name="duplicate-id",
    category="reference",
    severity="error",
    title=Phrase(nl="Twee onderdelen met hetzelfde id", en="Two items with the same id"),
    message=Phrase(
        nl='het id "{id}" is al van een ander onderdeel: "{other}".',
        en='the id "{id}" already belongs to another item: "{other}".',
    ),
    advice=Phrase(
        nl="Geef een van de twee een eigen id; meestal de kopie.",
        en="Give one of the two an id of its own; usually the copy.",
    ),
    why=Phrase(
        nl="Aan het id weet een formulier welke zin is gescoord. Bij twee zinnen met één id is dat niet meer te zeggen.",
        en="By the id a form knows which sentence was rated. With two sentences under one id nobody can tell.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield every item whose id was given out before."""
    del scope
    yield from _duplicates(framework)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield every item whose id was given out before."""
    del scope
    yield from _duplicates(profile)


def _duplicates(part: Framework | JobProfile) -> Findings:
    first: dict[str, Spoken] = {}
    for identifier, path, title in _items(part, ()):
        if not path and isinstance(part, Framework):
            continue  # a framework may be called what one of its competences is called
        if identifier in first:
            place = Place(item=identifier, path=("id",), pointer=(*path, "id"))
            values = {"title": title, "id": identifier, "other": first[identifier]}
            yield Finding(RULE, place, values, RULE.severity)
        else:
            first[identifier] = _without_stop(title)


def _without_stop(title: Spoken) -> Spoken:
    if isinstance(title, Mapping):
        return {language: text.removesuffix(".") for language, text in title.items()}
    return title.removesuffix(".") if isinstance(title, str) else title


def _items(part: Part, path: Path) -> Iterator[tuple[str, Path, Spoken]]:
    identifier = part.__dict__.get("id")
    if isinstance(identifier, str) and not _refers(part):
        title = part.__dict__.get("name") or part.__dict__.get("text") or identifier
        yield identifier, path, title
    for name, value in part.__dict__.items():
        if isinstance(value, Part):
            yield from _items(value, (*path, name))
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            for position, one in enumerate(value):
                yield from _items(one, (*path, name, position))


def _refers(part: Part) -> bool:
    """Tell whether the part's id is that of something else: a foreign id or a used framework."""
    return isinstance(part, Identifier) or type(part).__name__ == "FrameworkReference"
