"""The levels of a competence in the book: side by side where they fit, else under each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from competenties.documents.block_room import LANDSCAPE_WIDTH, lines_of_blocks
from competenties.documents.indicator_words import indicator_in_full
from competenties.documents.levels import numbered_level
from competenties.documents.prose import prose
from competenties.documents.request import Voice
from competenties.documents.tables import filled_table
from competenties.messages import Phrase
from competenties.model.competence import Competence, Level
from competenties.model.framework import Framework
from competenties.office.blocks import Bullets, Column, Group, Paragraph, Row, Stack, Table

CONTRA = Phrase(nl="Gedrag dat hier niet bij past", en="Behaviour that does not fit here")

_TABLES = 2
_BESIDE = 5  # levels next to each other on a page that lies on its side
_HIGHEST = 34.0  # lines of a table of levels side by side, so that it fits on that page
_LEVEL = Phrase(nl="Niveau", en="Level")
_MEANS = Phrase(nl="Wat het inhoudt", en="What it means")
_INDICATORS = Phrase(nl="Gedragsindicatoren", en="Indicators")
_ABOUT = Phrase(nl="Niveaus van {name}", en="Levels of {name}")
_ABOUT_PART = Phrase(
    nl="Niveaus van {name}, {first} tot en met {last}", en="Levels of {name}, {first} to {last}"
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """One level as the book shows it."""

    number: int
    title: str
    means: Stack
    indicators: Bullets
    contras: Bullets


def level_tables(voice: Voice, framework: Framework, competence: Competence) -> list[Table]:
    """Return the levels of a competence as tables for a page that lies on its side.

    At most five levels stand side by side; more are divided over two tables. Where the text is
    too long for that, each level is a row.
    """
    levels = [_shown(voice, framework, competence, level) for level in competence.levels]
    if not levels:
        return []
    name = voice.of(framework, competence.name)
    tables = [_side_by_side(voice, name, part, levels) for part in _parts(levels)]
    if len(tables) <= _TABLES and all(_fits(voice, table) for table in tables):
        return tables
    return [_under_each_other(voice, name, levels)]


def _parts(levels: Sequence[_Shown]) -> Iterator[Sequence[_Shown]]:
    """Yield the levels in parts of about the same size."""
    count = ceil(len(levels) / _BESIDE)
    size = ceil(len(levels) / count)
    for start in range(0, len(levels), size):
        yield levels[start : start + size]


def _fits(voice: Voice, table: Table) -> bool:
    return lines_of_blocks([table], voice.house, LANDSCAPE_WIDTH) <= _HIGHEST


def _side_by_side(voice: Voice, name: str, part: Sequence[_Shown], all_: Sequence[_Shown]) -> Table:
    rows: list[Row | Group] = []
    if any(one.means.parts for one in part):
        rows.append(Row(tuple(one.means for one in part)))
    if any(one.indicators.items for one in part):
        rows.append(Row(tuple(one.indicators for one in part)))
    if any(one.contras.items for one in part):
        rows += [Group(voice.say(CONTRA)), Row(tuple(one.contras for one in part))]
    about = voice.say(_ABOUT, name=name)
    if len(part) < len(all_):
        first, last = part[0].number, part[-1].number
        about = voice.say(_ABOUT_PART, name=name, first=first, last=last)
    return Table(tuple(Column(one.title) for one in part), tuple(rows), about)


def _under_each_other(voice: Voice, name: str, levels: Sequence[_Shown]) -> Table:
    columns = (
        Column(voice.say(_LEVEL), 2.6),
        Column(voice.say(_MEANS), 6.0),
        Column(voice.say(_INDICATORS), 11.0),
        Column(voice.say(CONTRA), 6.0),
    )
    rows = [Row((one.title, one.means, one.indicators, one.contras)) for one in levels]
    return filled_table(columns, rows, voice.say(_ABOUT, name=name))


def _shown(voice: Voice, framework: Framework, competence: Competence, level: Level) -> _Shown:
    title = numbered_level(voice, level.level, _name_on_scale(voice, framework, competence, level))
    means: list[Paragraph | Bullets] = []
    name = voice.of(framework, level.name)
    if name and not title.endswith(name):
        means.append(Paragraph(name, "level"))
    means += prose(voice.of(framework, level.text)) if level.text else []
    texts = {
        contra: tuple(
            indicator_in_full(voice, framework, one)
            for one in level.indicators
            if one.is_contra == contra
        )
        for contra in (False, True)
    }
    contras, indicators = Bullets(texts[True]), Bullets(texts[False])
    return _Shown(level.level, title, Stack(tuple(means)), indicators, contras)


def _name_on_scale(voice: Voice, framework: Framework, competence: Competence, level: Level) -> str:
    """Return what the level is called on the scale; without a scale, what the competence calls it."""
    scale = framework.scale_of(competence)
    points = scale.levels if scale else ()
    named = next((one.name for one in points if one.number == level.level), level.name)
    return voice.of(framework, named)
