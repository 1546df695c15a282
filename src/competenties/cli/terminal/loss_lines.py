"""What an export loses, on a terminal and as JSON: per subject, with counts and where it went."""

from collections.abc import Iterator
from typing import Any

from competenties.formats.exporting import Exported
from competenties.formats.inventory import Place
from competenties.formats.loss import LOSS_KINDS, Loss
from competenties.formats.loss_subjects import Subject, subjects, subjects_of_each
from competenties.messages import Language, Phrase
from competenties.office.clean import cut_for_excel
from competenties.office.tables import Table, write_csv, write_xlsx

SHOWN = 24
"""Lines on a terminal; the rest is in the report."""

_NONE = Phrase(
    nl="Alles komt terug bij een import door dit programma.",
    en="Everything comes back when this program imports it.",
)
_SOME = Phrase(
    nl="Niet alles staat in het andere programma zoals het was ({count} waarden):",
    en="Not everything is in the other program as it was ({count} values):",
)
_WHERE = Phrase(nl="{fate}, {where}", en="{fate}, {where}")
_LINE = Phrase(nl="{subject} ({count})", en="{subject} ({count})")
_MORE = Phrase(
    nl="… en nog {count} soorten; met --report staat elke waarde in een bestand.",
    en="… and {count} more kinds; --report puts every value into a file.",
)
_SHEET = Phrase(nl="Verlies", en="Losses")
_COLUMNS = (
    Phrase(nl="Onderwerp", en="Subject"),
    Phrase(nl="Onderdeel", en="Item"),
    Phrase(nl="Veld", en="Field"),
    Phrase(nl="Wat er gebeurt", en="What happens"),
    Phrase(nl="Waar", en="Where"),
    Phrase(nl="Tekst", en="Text"),
    Phrase(nl="Plaats in het model", en="Place in the framework"),
)
_MOST_TEXT = 30_000  # characters; a cell of Excel holds 32,767, and some signs take more than one


def loss_lines(made: Exported, language: Language) -> Iterator[str]:
    """Yield what is lost: texts that change first, then what stays behind, the most frequent first."""
    if not made.losses:
        yield _NONE.say(language)
        return
    yield _SOME.say(language, count=len(made.losses))
    found = subjects(made.content, made.losses)
    groups: dict[Phrase, list[Subject]] = {}
    for one in sorted(found, key=lambda one: list(LOSS_KINDS).index(one.kind))[:SHOWN]:
        groups.setdefault(_fate(one), []).append(one)
    for fate, group in groups.items():
        yield f"  {fate.say(language)}:"
        for one in group:
            yield f"    {_LINE.say(language, subject=one.label, count=one.things)}"
    if len(found) > SHOWN:
        yield f"  {_MORE.say(language, count=len(found) - SHOWN)}"


def _fate(one: Subject) -> Phrase:
    fate = LOSS_KINDS[one.kind]
    return _WHERE.filled(fate=fate, where=one.where) if one.where else fate


def loss_json(made: Exported, language: Language) -> dict[str, Any]:
    """Return an export for other programs: its files and every value that is lost."""
    return {
        "format": made.format,
        "preset": made.preset or None,
        "files": [path.as_posix() for path in made.files],
        "summary": [
            {
                "subject": one.label.say(language),
                "kind": one.kind,
                "where": one.where.say(language) if one.where else None,
                "things": one.things,
                "values": one.values,
            }
            for one in subjects(made.content, made.losses)
        ],
        "losses": [_loss(one, language) for one in made.losses],
    }


def loss_report(made: Exported, language: Language, suffix: str) -> bytes:
    """Return every loss as a file: a table for Excel (.xlsx or .csv), else JSON."""
    from competenties.workspace.json_text import canonical_json

    if suffix not in (".xlsx", ".csv"):
        return canonical_json(loss_json(made, language)).encode()
    table = _table(made, language)
    return write_xlsx([table]) if suffix == ".xlsx" else write_csv(table)


def _table(made: Exported, language: Language) -> Table:
    rows = [
        (
            one.label.say(language),
            one.loss.title.say(language),
            one.loss.field.say(language),
            LOSS_KINDS[one.kind].say(language),
            one.where.say(language) if one.where else "",
            cut_for_excel(str(_json(one.loss.value)), _MOST_TEXT),
            cut_for_excel(pointer(one.loss.place), _MOST_TEXT),
        )
        for one in subjects_of_each(made.content, made.losses)
    ]
    return Table(_SHEET.say(language), tuple(one.say(language) for one in _COLUMNS), rows)


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
