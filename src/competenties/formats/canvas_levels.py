"""The levels of a competence from Canvas: in its description, and in rows of its behaviour."""

from collections.abc import Iterable

from competenties.formats.anchor_drafts import put_minimum
from competenties.formats.anchor_reading import Described
from competenties.formats.plan import Draft


def fill_levels(
    draft: Draft,
    said: Described,
    rows: Iterable[tuple[int | None, Draft]],
    names: dict[int, str],
) -> None:
    """Fill in levels, behaviour and minimum level; `rows` are behaviour with its level."""
    put_minimum(draft, said)
    levels: dict[int | None, Draft] = {}
    for one in said.levels.values():
        level = levels.setdefault(one.number, {"level": one.number})
        if one.name and one.name != names.get(one.number):
            level["name"] = one.name
        if one.text:
            level["text"] = one.text
    for number, indicator in rows:
        level = levels.setdefault(number, {"level": number})
        level.setdefault("indicators", []).append(indicator)
    for number, behaviour, contra in (
        *((one.number, one.behaviour, one.contra) for one in said.levels.values()),
        (None, said.behaviour, said.contra),
    ):
        made: list[Draft] = [{"text": one} for one in behaviour]
        made += [{"text": one, "polarity": "contra"} for one in contra]
        if made:
            level = levels.setdefault(number, {"level": number})
            level.setdefault("indicators", []).extend(made)
    without = levels.pop(None, {})
    if levels:
        draft["levels"] = list(levels.values())
    if without:
        draft["indicators"] = without["indicators"]
