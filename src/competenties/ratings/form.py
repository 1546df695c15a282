"""The text that a form carries with it: what was rated, how it counts, and where the answers stand.

A form can always be read against its own text, whatever became of the framework since. The data
lie on a sheet that nobody sees, as JSON; people are never part of them.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from competenties.messages import Language
from competenties.model.fingerprint import fingerprint, text_hash
from competenties.model.scale import Arithmetic, RatingKind
from competenties.ratings.arithmetic import Answer
from competenties.ratings.options import meanings

FORMAT: Literal["urn:competenties:form:1"] = "urn:competenties:form:1"

TEXT_SHEET, COPY_SHEET = "_form", "_copy"
"""The sheets with the text of a form, the same for a whole job, and with what one copy is."""


class NotTrustedError(ValueError):
    """The data of a form are damaged, or do not belong to their own fingerprint."""


class _Carried(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)


class Point(_Carried):
    """An answer with a number."""

    value: int
    label: str


class Line(_Carried):
    """A line that is rated: an indicator as it stood on the form."""

    id: Annotated[str, Field(max_length=200)]
    text: str

    @cached_property
    def hash(self) -> str:
        """The hash of the text, by which two rounds are laid beside each other."""
        return text_hash(self.text)


class AskedLevel(_Carried):
    """A requested level with its lines."""

    level: int
    name: str
    indicators: tuple[Line, ...]


class AskedCompetence(_Carried):
    """A competence as the form asks about it."""

    framework: str
    id: str
    name: str
    definition: str = ""
    weights: tuple[float | None, ...] = ()
    floors: tuple[int | None, ...] = ()
    cumulative: bool | None = None
    answers: tuple[Point, ...] = ()
    levels: tuple[AskedLevel, ...] = ()
    indicators: tuple[Line, ...] = ()

    @property
    def lines(self) -> list[Line]:
        """Every line in the order of the form."""
        return [*(line for level in self.levels for line in level.indicators), *self.indicators]

    @property
    def requested(self) -> list[int]:
        """The numbers of the requested levels, from low to high."""
        return sorted(level.level for level in self.levels)

    @property
    def floor(self) -> int | None:
        """The level below which it has to be discussed: the highest that a requirement names."""
        return max((one for one in self.floors if one is not None), default=None)

    @property
    def weight(self) -> float:
        """How much it counts: what its requirements say together, 1 where none says it."""
        said = [one for one in self.weights if one is not None]
        return sum(said) if said else 1.0


class Scale(_Carried):
    """The rating scale of the form."""

    id: str
    kind: RatingKind
    points: tuple[Point, ...]
    not_observed: bool = True
    not_applicable: bool = True
    arithmetic: Arithmetic


class Content(_Carried):
    """What a rater read and how it counts: what the fingerprint is of."""

    language: Language
    profile: str
    scale: Scale
    competences: tuple[AskedCompetence, ...]


class FormText(_Carried):
    """Everything that a form carries; `cells` are the places of its answers, by their key."""

    format: Literal["urn:competenties:form:1"]
    kind: str
    fingerprint: str
    name: str = ""
    version: str = ""
    content: Content
    cells: Mapping[str, str] = {}

    def lines(self) -> Iterator[tuple[AskedCompetence, Line]]:
        """Yield every line with its competence."""
        for competence in self.content.competences:
            for line in competence.lines:
                yield competence, line

    @cached_property
    def meanings(self) -> Mapping[str, Mapping[str, Answer]]:
        """What the answers at each line count as, by their text; lines by id."""
        scale, language = self.content.scale, self.content.language
        found: dict[str, Mapping[str, Answer]] = {}
        for competence in self.content.competences:
            points = competence.answers or scale.points
            known = meanings(
                [(point.value, point.label) for point in points],
                language,
                not_observed=scale.not_observed,
                not_applicable=scale.not_applicable,
            )
            found |= dict.fromkeys((line.id for line in competence.lines), known)
        return found


def carried(
    content: Mapping[str, Any], code: str, *, kind: str, name: str, version: str
) -> dict[str, Any]:
    """Return what a form carries, before anybody knows in which cells its answers stand.

    `code` is the fingerprint of the content.
    """
    return {
        "format": FORMAT,
        "kind": kind,
        "fingerprint": code,
        "name": name,
        "version": version,
        "content": content,
    }


@lru_cache(maxsize=64)
def read_form_text(raw: str) -> FormText:
    """Return the text of a form from its JSON; many copies of one form share it.

    Raises NotTrustedError where it is damaged or was changed.
    """
    try:
        data = json.loads(raw)
        form = FormText.model_validate(data)
        right = fingerprint(data["content"])
    except (ValueError, ValidationError, RecursionError, KeyError, TypeError) as error:
        raise NotTrustedError from error
    if form.fingerprint != right:
        raise NotTrustedError
    return form


def answer_key(indicator: str) -> str:
    """Return how the place of an answer is called in every form."""
    return f"answer:{indicator}"


def example_key(indicator: str) -> str:
    """Return how the place of an example is called in every form."""
    return f"example:{indicator}"
