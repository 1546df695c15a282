"""What an export loses, on a terminal and as JSON: field by field, with counts and where it went."""

from collections.abc import Iterator, Sequence
from typing import Any

from competenties.formats.exporting import Exported
from competenties.formats.inventory import Place
from competenties.formats.loss import LOSS_KINDS, Loss, summary
from competenties.messages import Language, Phrase

SHOWN = 12
"""Lines on a terminal; the rest is in the report."""

_NONE = Phrase(
    nl="Alles komt terug bij een import door dit programma.",
    en="Everything comes back when this program imports it.",
)
_SOME = Phrase(
    nl="Niet alles komt terug bij een import door dit programma ({count} waarden):",
    en="Not everything comes back when this program imports it ({count} values):",
)
_LINE = Phrase(nl="{count} × {field}: {fate}", en="{count} × {field}: {fate}")
_WHERE = Phrase(nl="{fate} ({where})", en="{fate} ({where})")
_MORE = Phrase(
    nl="… en nog {count} regels; elke waarde staat met --report in een bestand.",
    en="… and {count} more lines; --report puts every value into a file.",
)


def loss_lines(losses: Sequence[Loss], language: Language) -> Iterator[str]:
    """Yield what is lost, the most frequent first."""
    if not losses:
        yield _NONE.say(language)
        return
    yield _SOME.say(language, count=len(losses))
    found = summary(losses)
    for field, kind, where, count in found[:SHOWN]:
        fate = LOSS_KINDS[kind]
        if where is not None:
            fate = _WHERE.filled(fate=fate, where=where)
        yield f"  {_LINE.say(language, count=count, field=field, fate=fate)}"
    if len(found) > SHOWN:
        yield f"  {_MORE.say(language, count=len(found) - SHOWN)}"


def loss_json(made: Exported, language: Language) -> dict[str, Any]:
    """Return an export for other programs: its files and every value that is lost."""
    return {
        "format": made.format,
        "preset": made.preset or None,
        "files": [path.as_posix() for path in made.files],
        "summary": [
            {
                "field": field.say(language),
                "kind": kind,
                "where": where.say(language) if where else None,
                "count": count,
            }
            for field, kind, where, count in summary(made.losses)
        ],
        "losses": [_loss(one, language) for one in made.losses],
    }


def _loss(one: Loss, language: Language) -> dict[str, Any]:
    return {
        "place": pointer(one.place),
        "item": one.item,
        "title": one.title.say(language),
        "field": one.field.say(language),
        "kind": one.kind,
        "where": one.where.say(language) if one.where else None,
        "value": _json(one.value),
    }


def pointer(place: Place) -> str:
    """Return the way to a value as one text: framework/competences/samenwerken/name/nl."""
    return "/".join(map(str, place))


def _json(value: Any) -> Any:
    """Return a value as JSON holds it; a day is a text there."""
    is_plain = value is None or isinstance(value, (str, int, float, bool, dict, list))
    return value if is_plain else str(value)
