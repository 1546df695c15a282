"""What every part of the model shares: frozen, closed, and documented field by field."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args

from pydantic import BaseModel, ConfigDict, Field, JsonValue


class Part(BaseModel):
    """A part of a framework, profile or settings: cannot change, knows no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def doc(*, nl: str, en: str) -> Any:
    """Return the documentation of a field, for use in `Annotated`: "Title | What it holds.".

    The schemas carry it as `title` and `description`, with `x-title-nl` and `x-description-nl`
    beside them; findings use the titles to name a field.
    """
    (title, text), (title_nl, text_nl) = _halves(en), _halves(nl)
    return Field(
        title=title,
        description=text,
        json_schema_extra={"x-title-nl": title_nl, "x-description-nl": text_nl},
    )


def part_doc(*, nl: str, en: str) -> ConfigDict:
    """Return the documentation of a whole part, as its `model_config`: "Title | What it is."."""
    (title, text), (title_nl, text_nl) = _halves(en), _halves(nl)
    return ConfigDict(
        title=title,
        json_schema_extra={
            "description": text,
            "x-title-nl": title_nl,
            "x-description-nl": text_nl,
        },
    )


@cache
def part_of(part: type[Part], name: str) -> type[Part] | None:
    """Return the kind of part that a field of a part holds, or None."""
    field = part.model_fields.get(name)
    return next(_parts(field.annotation), None) if field else None


def _parts(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def _halves(text: str) -> tuple[str, str]:
    title, bar, description = text.partition(" | ")
    if not bar:
        message = f"documentation is written 'Title | Description': {text}"
        raise ValueError(message)
    return title, description


Extra = Annotated[
    dict[str, JsonValue],
    doc(
        nl="Overig | Wat een import niet begreep of een ander programma toevoegde; blijft bewaard.",
        en="Extra | What an import did not understand or another program added; it is kept.",
    ),
]
