"""Descriptions in HTML of a framework, its competences and indicators, for programs without levels.

Under headings that people read stand the levels, the behaviour, the scales and which version it is;
`anchor_reading` understands the same headings, in Dutch and English.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from competenties.formats import anchor_words as words
from competenties.formats.html_prose import as_html, line_as_html, points_as_html
from competenties.messages import Language
from competenties.model.competence import Competence, Level
from competenties.model.framework import Framework
from competenties.model.ids import slug
from competenties.model.indicator import Indicator
from competenties.model.record import STATUSES
from competenties.model.scale import ProficiencyScale
from competenties.model.text import Text, text_in
from competenties.office.clean import clean, has_ink

MOST_LISTED = 60_000
"""Characters of a description up to which behaviour is listed that stands elsewhere too."""

_MOST_TEXT, _LEAST_TEXT = 20_000, 2_500  # characters of one text in a description
_CUT = "…"


@dataclass(frozen=True)
class Writer:
    """Writes descriptions in the language of a framework."""

    own: str
    """The language of texts that are written in one language only."""
    most: int = _MOST_TEXT
    """Characters of one text; a longer one is cut."""
    names_levels: bool = False
    """Whether a level is named also where all its behaviour stands elsewhere."""

    def fitting(self, make: Callable[["Writer"], str], most: int) -> str:
        """Return what is made with a writer, with texts cut as far as needed to keep within `most`.

        It may still be longer where there are very many texts.
        """
        said = make(self)
        if len(said) <= most or self.most <= _LEAST_TEXT:
            return said
        return replace(self, most=self.most // 2).fitting(make, most)

    @property
    def words(self) -> Language:
        """The language of headings."""
        return "nl" if self.own == "nl" or self.own.startswith("nl-") else "en"

    def text(self, text: Text | None) -> str:
        """Return a text in the framework's language, or in the first there is; very long ones cut."""
        said = clean(text_in(text, self.own, self.own))
        return said if len(said) <= self.most else f"{said[: self.most - 1]}{_CUT}"

    def prose(self, text: Text | None, full_name: str = "") -> str:
        """Return a text with paragraphs and lists, after a name that stands elsewhere in short."""
        name = f"<p>{line_as_html(full_name)}</p>" if full_name else ""
        return f"{name}{as_html(self.text(text))}"

    def framework(self, framework: Framework, full_name: str = "") -> str:
        """Return the description of a framework: its text, which version it is, and its scales."""
        facts = [
            f"{words.FACTS[key].say(self.words)}: {value}" for key, value in self._facts(framework)
        ]
        return "".join(
            [
                self.prose(framework.description, full_name),
                self._heading(4, words.ABOUT.say(self.words)),
                points_as_html(facts),
                *map(self._scale, framework.proficiency_scales),
            ]
        )

    def competence(
        self,
        competence: Competence,
        scale: ProficiencyScale | None,
        *,
        full_name: str = "",
        behaviour: bool = True,
    ) -> str:
        """Return the description of a competence, with its levels and, if asked, the behaviour.

        Behaviour that does not fit is always here: no program has a place for it.
        """
        named = {one.number: self.text(one.name) for one in scale.levels} if scale else {}
        parts = [self.prose(competence.definition, full_name)]
        parts.extend(
            self._level(level, named.get(level.level, ""), behaviour=behaviour)
            for level in competence.levels
        )
        parts.append(self._behaviour(4, competence.indicators, positive=behaviour))
        if competence.minimum_level:
            minimum = competence.minimum_level
            by = f" ({words.SECTOR.say(self.words)})" if minimum.asked_by == "sector" else ""
            parts.append(self._heading(4, f"{words.MINIMUM.say(self.words)} {minimum.level}{by}"))
            parts.append(as_html(self.text(minimum.reason)))
        return "".join(parts)

    def indicator(self, indicator: Indicator, full_name: str = "") -> str:
        """Return the description of an indicator that has a place of its own."""
        parts = [f"<p>{line_as_html(full_name)}</p>" if full_name else ""]
        if indicator.measure is not None:
            parts.append(self._heading(5, words.MEASURE.say(self.words)))
            parts.append(as_html(self.text(indicator.measure)))
        if indicator.examples:
            parts.append(self._heading(5, words.EXAMPLES.say(self.words)))
            parts.append(points_as_html(map(self.text, indicator.examples)))
        return "".join(parts)

    def _facts(self, framework: Framework) -> list[tuple[str, str]]:
        status = "" if framework.status == "draft" else STATUSES[framework.status].say(self.words)
        facts = [
            ("language", framework.language),
            ("version", framework.version or ""),
            ("status", status),
            ("owner", self.text(framework.owner)),
            ("valid_from", _day(framework.valid_from)),
            ("valid_until", _day(framework.valid_until)),
            ("licence", framework.licence or ""),
        ]
        return [(key, value) for key, value in facts if value]

    def _scale(self, scale: ProficiencyScale) -> str:
        name = self._name(scale.name, scale.id)
        is_made_from_name = slug(name) == scale.id and words.CODE not in name
        code = "" if is_made_from_name else f" ({words.CODE}{scale.id})"
        parts = [
            self._heading(4, f"{words.SCALE.say(self.words)}: {name}{code}"),
            as_html(self.text(scale.description)),
        ]
        for level in scale.levels:
            parts.append(
                self._heading(5, f"{level.number} – {self._name(level.name, str(level.number))}")
            )
            parts.append(as_html(self.text(level.description)))
        return "".join(parts)

    def _level(self, level: Level, general: str, *, behaviour: bool) -> str:
        text = as_html(self.text(level.text))
        points = self._behaviour(5, level.indicators, positive=behaviour)
        is_empty = not (text or points or level.name or self.names_levels)
        if is_empty and level.indicators:
            return ""
        name = f": {self.text(level.name)}" if level.name else f" – {general}" if general else ""
        heading = f"{words.LEVEL.say(self.words)} {level.level}{name}"
        return f"{self._heading(4, heading)}{text}{points}"

    def _behaviour(self, depth: int, indicators: Sequence[Indicator], *, positive: bool) -> str:
        wanted = [self.text(one.text) for one in indicators if not one.is_contra]
        contra = [self.text(one.text) for one in indicators if one.is_contra]
        parts = []
        if wanted and positive:
            parts = [self._heading(depth, words.BEHAVIOUR.say(self.words)), points_as_html(wanted)]
        if contra:
            parts += [self._heading(depth, words.CONTRA.say(self.words)), points_as_html(contra)]
        return "".join(parts)

    def _name(self, text: Text, otherwise: str) -> str:
        said = self.text(text)
        return said if has_ink(said) else otherwise

    def _heading(self, depth: int, text: str) -> str:
        return f"<h{depth}>{line_as_html(text)}</h{depth}>"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
