"""The edits that there are, as data: each names an item by its id and says what it expects.

They speak of the JSON of a document, so that a draft may be empty or wrong for a while. The
document itself is the item with the empty id. A way leads from the item to a field: names, and in
a list a position; in a list called `levels` a number is the number of the level.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter

Step = str | int
Way = tuple[Step, ...]


class _Edit(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Set(_Edit):
    """Give a field another value; None stands for a field that is not there.

    The way may end in a language behind a text that is written in one language only.
    """

    kind: Literal["set"] = "set"
    item: str = ""
    path: Way = Field(min_length=1)
    was: JsonValue = None
    value: JsonValue = None


class Insert(_Edit):
    """Put something into the list at `path`, right behind `after`.

    `after` is an id, the number of a level, or a position; None is the beginning. Where that is gone
    by now it comes right before the item `before`; where that is gone too, at the end. A level on
    the way that is not there yet is made.
    """

    kind: Literal["insert"] = "insert"
    item: str = ""
    path: Way = Field(min_length=1)
    after: Step | None = None
    before: str | None = None
    value: JsonValue


class Remove(_Edit):
    """Take an item out of its list; with a way, what stands there (a position or a level).

    `was` is all of it. Who has seen a part only gives that as `saw`: these fields it has to say
    still, whatever the others say. What is taken out stands in the edit that undoes it.
    """

    kind: Literal["remove"] = "remove"
    item: str = ""
    path: Way = ()
    was: JsonValue = None
    saw: dict[str, JsonValue] | None = None


class Move(_Edit):
    """Put an item into the list at `path` of the item `to`, right behind the item `after`.

    None is the beginning; where `after` is gone by now it comes as with `Insert`.
    """

    kind: Literal["move"] = "move"
    item: str
    to: str = ""
    path: Way = Field(min_length=1)
    after: str | None = None
    before: str | None = None


class DropLevel(_Edit):
    """Take away a level in which nothing stands; so one that was made on the way is unmade."""

    kind: Literal["drop-level"] = "drop-level"
    item: str
    level: int


class Batch(_Edit):
    """Several edits that happen together or not at all."""

    kind: Literal["batch"] = "batch"
    operations: tuple["Operation", ...]


Operation = Annotated[Set | Insert | Remove | Move | DropLevel | Batch, Field(discriminator="kind")]

Batch.model_rebuild()
_ADAPTER: TypeAdapter[Operation] = TypeAdapter(Operation)


def operation(data: Any) -> Operation:
    """Return an edit from its JSON. Raises pydantic's ValidationError."""
    return _ADAPTER.validate_python(data)
