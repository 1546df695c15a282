"""Puts levels that were read from a text into the drafts, with the scale that they make."""

from competenties.formats.drafting import Said
from competenties.formats.plan import Draft
from competenties.formats.presets.levels_html import LevelsReader
from competenties.formats.presets.records import Records
from competenties.messages import Phrase

_SCALE = Phrase(nl="Niveaus", en="Levels")
_LEVEL = Phrase(nl="Niveau {number}", en="Level {number}")


def put_levels(reading: Records, competence: Draft, said: Said, found: LevelsReader) -> None:
    """Put what one text says into a competence: definition, levels and indicators."""
    reading.drafting.mark(competence, "name", said)
    reading.drafting.put(competence, "definition", said.says(found.definition))
    _put_indicators(reading, competence, said, found.indicators)
    for number, one in found.levels.items():
        level: Draft = {"level": number}
        competence.setdefault("levels", []).append(level)
        reading.drafting.mark(level, "level", said)
        reading.drafting.put(level, "text", said.says("\n\n".join(one["text"])))
        reading.drafting.put(level, "name", said.says(one["name"]))
        _put_indicators(reading, level, said, one["indicators"])
        reading.names.setdefault(number, one["general"])


def put_scale(reading: Records) -> None:
    """Make the scale of all levels that were met, with the names that they had."""
    competences = reading.framework.get("competences", ())
    used = [{level["level"] for level in one.get("levels", ())} for one in competences]
    numbers = sorted({number for one in used for number in one} | set(reading.names))
    if not numbers:
        return
    say = reading.drafting.reader
    scale: Draft = {"name": _SCALE.say(say)}
    scale["levels"] = [
        {"number": n, "name": reading.names.get(n) or _LEVEL.say(say, number=n)} for n in numbers
    ]
    if any(one != set(numbers) for one in used):
        scale["partial"] = True
    reading.framework["proficiency_scales"] = [scale]
    for one in competences:
        one.get("levels", []).sort(key=lambda level: level["level"])


def _put_indicators(
    reading: Records, owner: Draft, said: Said, found: list[tuple[str, bool]]
) -> None:
    for text, is_contra in found:
        node: Draft = {"polarity": "contra"} if is_contra else {}
        owner.setdefault("indicators", []).append(node)
        reading.drafting.put(node, "text", said.says(text))
