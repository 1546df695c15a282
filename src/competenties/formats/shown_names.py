"""Names that another program shows otherwise than they were written: cut, or with other signs."""

from collections.abc import Callable
from typing import NamedTuple

from competenties.formats.inventory import Held, Place
from competenties.formats.loss import Lost
from competenties.formats.returned import Fate
from competenties.formats.source import Content
from competenties.messages import Phrase
from competenties.office.clean import clean

_WHOLE = Phrase(
    nl="de tekst zelf staat in de omschrijving", en="the text itself is in the description"
)
_SHORTENED, _CHANGED = Lost("shortened", _WHOLE), Lost("changed", _WHOLE)


class Names(NamedTuple):
    """How a program shows names; `lists` are those whose items have a name there."""

    lists: tuple[str, ...]
    has_behaviour: bool
    """Whether behaviour has a place of its own, of which it is the name."""
    name: Callable[[str], str]
    level: Callable[[str], str]
    most: int
    """Characters of a name."""

    def fate(self, content: Content) -> Fate:
        """Return what says of a value how it is shown, None where that is as it was."""
        own = content.framework.language
        contra = {
            one.id
            for competence in content.framework.competences
            for one in competence.all_indicators()
            if one.is_contra
        }

        def of(place: Place, held: Held) -> Lost | None:
            if place[0] != "framework" or place[-1] != own or held.item in contra:
                return None
            shows = self._shows(place)
            line = "" if shows is None else one_line(held.value)
            if shows is None or shows(line) == line:
                return None
            return _SHORTENED if shows is self.name and len(line) > self.most else _CHANGED

        return of

    def _shows(self, place: Place) -> Callable[[str], str] | None:
        """Return what makes the name of a text; behaviour that does not fit has none."""
        match place[1:-1]:
            case ("name",):
                return self.name
            case (str(items), _, "name") if items in self.lists:
                return self.name
            case ("proficiency_scales", _, "levels", _, "name"):
                return self.level
            case (*_, "indicators", _, "text") if self.has_behaviour:
                return self.name
        return None


def one_line(text: str) -> str:
    """Return a text as a screen shows it where it has no lines."""
    return " ".join(clean(text).split())
