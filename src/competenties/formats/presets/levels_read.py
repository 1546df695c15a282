"""Puts levels that were read from a text into the drafts, with the scale that they make."""

from competenties.formats.anchor_drafts import put_minimum
from competenties.formats.anchor_reading import Described, SaidLevel
from competenties.formats.drafting import Said
from competenties.formats.plan import Draft
from competenties.formats.presets.records import Records
from competenties.messages import Phrase

_SCALE = Phrase(nl="Niveaus", en="Levels")
_LEVEL = Phrase(nl="Niveau {number}", en="Level {number}")


def put_levels(reading: Records, competence: Draft, said: Said, found: Described) -> None:
    """Put what one text says into a competence: definition, levels, indicators, minimum level."""
    reading.drafting.mark(competence, "name", said)
    reading.drafting.put(competence, "definition", said.says(found.text))
    _put_indicators(reading, competence, said, found)
    for number, one in found.levels.items():
        level: Draft = {"level": number}
        competence.setdefault("levels", []).append(level)
        reading.drafting.mark(level, "level", said)
        reading.drafting.put(level, "text", said.says(one.text))
        if one.has_own_name:
            reading.drafting.put(level, "name", said.says(one.name))
        elif one.name:
            reading.names.setdefault(number, one.name)
        _put_indicators(reading, level, said, one)
    put_minimum(competence, found)


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
    if any(one and one != set(numbers) for one in used):
        scale["partial"] = True
    reading.framework["proficiency_scales"] = [scale]
    for one in competences:
        one.get("levels", []).sort(key=lambda level: level["level"])


def _put_indicators(
    reading: Records, owner: Draft, said: Said, found: Described | SaidLevel
) -> None:
    made: list[tuple[Draft, str]] = [({}, text) for text in found.behaviour]
    made += [({"polarity": "contra"}, text) for text in found.contra]
    for node, text in made:
        owner.setdefault("indicators", []).append(node)
        reading.drafting.put(node, "text", said.says(text))
