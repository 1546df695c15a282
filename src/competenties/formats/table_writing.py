"""The three tables of a framework with its job profiles, with headers that the import knows."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from competenties.formats.language_guess import language_of
from competenties.formats.source import Content
from competenties.formats.table_headers import FIELDS, understand
from competenties.formats.table_language import IN_A_LANGUAGE
from competenties.formats.table_words import word_of
from competenties.messages import Phrase
from competenties.model.competence import Competence, Level
from competenties.model.framework import Framework
from competenties.model.indicator import Indicator
from competenties.model.profile import JobProfile, Requirement
from competenties.model.text import Text
from competenties.model.texts import texts
from competenties.office.tables import Table

TABLES: dict[str, Phrase] = {
    "competences": Phrase(nl="competenties", en="competences"),
    "indicators": Phrase(nl="indicatoren", en="indicators"),
    "requirements": Phrase(nl="functies", en="jobs"),
}
"""The names of the tables."""

_ALWAYS = {
    "competences": ("competence.id", "competence"),
    "indicators": ("competence.id", "competence", "level", "indicator"),
    "requirements": ("profile", "competence.id", "competence", "level"),
}
"""The columns by which the import knows a table, also where they are empty."""

_LEVEL = Phrase(nl="Niveau {number}", en="Level {number}")
Columns = list[tuple[str | list[str], list[str]]]
# A title for all languages or one for each, and a cell for all languages or one for each.


def tables_of(content: Content) -> dict[str, Table]:
    """Return the tables by name; that of jobs only where there are job profiles."""
    writing = _Writing(content)
    made = {
        "competences": writing.table("competences", writing.competences()),
        "indicators": writing.table("indicators", writing.indicators()),
    }
    if content.profiles:
        made["requirements"] = writing.table("requirements", writing.requirements())
    return made


class _Writing:
    def __init__(self, content: Content) -> None:
        self._content = content
        self._titles: dict[str, str] = {}
        self._names: dict[str, bool] = {}
        self._framework: Framework = content.framework
        found = _languages(content.framework)
        found |= {language for profile in content.profiles for language in _languages(profile)}
        own = content.framework.language
        self._languages = [own, *sorted(found - {own})]
        self._says_language = len(self._languages) > 1 or language_of(_words(content), "") != own
        self._clusters = {cluster.id: cluster for cluster in content.framework.clusters}

    def table(self, name: str, rows: Iterable[Columns]) -> Table:
        """Return rows of named cells as a table; columns that are empty everywhere are left out."""
        given = [dict(self._spread(row)) for row in rows]
        always = dict.fromkeys(self._title(field) for field in _ALWAYS[name])
        header = list(dict.fromkeys(title for row in given for title in row))
        header += [one for one in always if one not in {t.partition(" (")[0] for t in header}]
        kept = [
            title
            for title in header
            if any(row.get(title) for row in given)
            or title.partition(" (")[0] in always
            or understand(title).field == "levels"
        ]
        title = TABLES[name].say(self._content.language)
        cells = [[row.get(one, "") for one in kept] for row in given]
        return Table(title[:1].upper() + title[1:], tuple(kept) or (title,), cells)

    def competences(self) -> Iterator[Columns]:
        """Yield a row for each competence, with a column for each level."""
        numbers = sorted(
            {scale.number for one in self._framework.proficiency_scales for scale in one.levels}
            | {level.level for one in self._framework.competences for level in one.levels}
        )
        for competence in self._framework.competences:
            row = self._competence(competence)
            row.append((self._title("competence.definition"), self._in(competence.definition)))
            kind = word_of("competence.type", competence.type, self._content.language)
            row.append((self._title("competence.type"), [kind]))
            if competence.aliases:
                row.append((self._title("competence.aliases"), self._joined(competence.aliases)))
            for number in numbers:
                level = competence.level(number)
                row.append((self._level_title(number), self._level_cell(level)))
            yield row

    def indicators(self) -> Iterator[Columns]:
        """Yield a row for each indicator; an item without any has a row of its own."""
        for competence in self._framework.competences:
            start = self._competence(competence)
            if not competence.all_indicators() and not competence.levels:
                yield start
            for level in competence.levels:
                place = [*start, *self._level(competence, level)]
                if not level.indicators:
                    yield place
                for indicator in level.indicators:
                    yield [*place, *self._indicator(indicator)]
            for indicator in competence.indicators:
                yield [*start, *self._indicator(indicator)]

    def requirements(self) -> Iterator[Columns]:
        """Yield a row for each competence that a job profile asks of this framework."""
        for profile in self._content.profiles:
            for requirement in profile.requirements:
                if profile.framework_of(requirement) == self._framework.id:
                    yield [*self._profile(profile), *self._requirement(requirement)]

    def _competence(self, competence: Competence) -> Columns:
        row: Columns = [(self._title("competence.id"), [competence.id])]
        cluster, path = competence.cluster, list[Text]()
        while cluster in self._clusters and len(path) < len(self._clusters):
            path.insert(0, self._clusters[cluster].name)
            cluster = self._clusters[cluster].parent
        for depth, name in enumerate(path, 1):
            title = self._title("cluster")
            row.append((title if depth == 1 else f"{title} {depth}", self._in(name)))
        row.append((self._title("competence"), self._in(competence.name)))
        return row

    def _level(self, competence: Competence, level: Level) -> Columns:
        return [
            (self._title("level"), [self._level_words(competence, level.level)]),
            (self._title("level.name"), self._in(level.name)),
        ]

    def _indicator(self, indicator: Indicator) -> Columns:
        language = self._content.language
        kind = "" if indicator.kind == "behaviour" else indicator.kind
        return [
            (self._title("indicator.id"), [indicator.id]),
            (self._title("indicator"), self._in(indicator.text)),
            (self._title("indicator.kind"), [word_of("indicator.kind", kind or None, language)]),
            (
                self._title("indicator.polarity"),
                [
                    word_of("indicator.polarity", indicator.polarity, language)
                    if indicator.is_contra
                    else ""
                ],
            ),
            (
                self._title("indicator.audience"),
                [word_of("indicator.audience", indicator.audience, language)],
            ),
            (self._title("indicator.measure"), self._in(indicator.measure)),
        ]

    def _profile(self, profile: JobProfile) -> Columns:
        return [
            (self._title("profile.id"), [profile.id]),
            (self._title("profile"), self._in(profile.name, profile.language)),
            (self._title("profile.code"), [profile.code or ""]),
            (self._title("profile.family"), self._in(profile.family, profile.language)),
            (self._title("profile.series"), self._in(profile.series, profile.language)),
            (self._title("profile.purpose"), self._in(profile.purpose, profile.language)),
        ]

    def _requirement(self, requirement: Requirement) -> Columns:
        competence = self._framework.competence(requirement.competence)
        name = competence.name if competence else requirement.name or requirement.competence
        need = "" if requirement.need == "essential" else requirement.need
        return [
            (self._title("competence.id"), [requirement.competence]),
            (self._title("competence"), self._in(name)),
            (self._title("level"), [self._asked(competence, requirement)]),
            (self._title("requirement.words"), self._in(requirement.words)),
            (
                self._title("requirement.need"),
                [word_of("requirement.need", need or None, self._content.language)],
            ),
            (self._title("requirement.weight"), [_number(requirement.weight)]),
            (self._title("requirement.floor"), [_number(requirement.floor)]),
            (self._title("requirement.rationale"), self._in(requirement.rationale)),
        ]

    def _asked(self, competence: Competence | None, requirement: Requirement) -> str:
        if requirement.level is not None:
            if competence is None:
                return str(requirement.level)
            return self._level_words(competence, requirement.level)
        low, high = requirement.from_level, requirement.to_level
        return "" if low is None and high is None else f"{_number(low)}–{_number(high)}"

    def _level_words(self, competence: Competence, number: int) -> str:
        """Return "3 – Op eigen initiatief", as the scale calls it."""
        scale = self._framework.scale_of(competence)
        names = (one.name for one in scale.levels if one.number == number) if scale else iter(())
        name = self._in(next(names, None))[0]
        return f"{number} – {name}" if name else str(number)

    def _level_title(self, number: int) -> list[str]:
        """Return the titles of a level's columns: its name too, where every scale agrees on it."""
        title = _LEVEL.say(self._content.language, number=number)
        names = {
            tuple(self._in(level.name))
            for scale in self._framework.proficiency_scales
            for level in scale.levels
            if level.number == number
        }
        if len(names) != 1:
            return [title for _ in self._languages]
        return [f"{title} – {name}" if name else title for name in names.pop()]

    def _level_cell(self, level: Level | None) -> list[str]:
        """Return a level as the lines of its text, then a point for each positive indicator."""
        if level is None:
            return ["" for _ in self._languages]
        cells = []
        shown = [one for one in level.indicators if not one.is_contra]
        for position, _ in enumerate(self._languages):
            points = [self._in(one.text)[position] for one in shown]
            text = self._in(level.text)[position]
            lines = [text] if text else []
            if all(points):
                lines.extend(f"• {point}" for point in points)
            cells.append("\n".join(lines))
        return cells

    def _joined(self, found: Sequence[Text]) -> list[str]:
        by_text = [self._in(one) for one in found]
        return ["; ".join(filter(None, one)) for one in zip(*by_text, strict=True)]

    def _in(self, text: Text | None, own: str = "") -> list[str]:
        """Return a text in each language of the tables; empty where it has none."""
        if text is None:
            return ["" for _ in self._languages]
        texts_ = {own or self._framework.language: text} if isinstance(text, str) else text
        return [texts_.get(language, "") for language in self._languages]

    def _title(self, field: str) -> str:
        if field not in self._titles:
            title = FIELDS[field].say(self._content.language)
            self._titles[field] = title[:1].upper() + title[1:]
        return self._titles[field]

    def _spread(self, row: Columns) -> Iterator[tuple[str, str]]:
        """Yield a title and a cell for each language; a title names it where that is not clear."""
        for title, cells in row:
            titles = [title for _ in cells] if isinstance(title, str) else title
            if len(self._languages) == 1 or len(cells) == 1:
                ending = _ending(self._languages[0]) if self._needs_language(titles[0]) else ""
                yield f"{titles[0]}{ending}", cells[0]
                continue
            for language, one, cell in zip(self._languages, titles, cells, strict=True):
                yield f"{one}{_ending(language)}", cell

    def _needs_language(self, title: str) -> bool:
        """Tell whether a title alone would say another language, or none where one is needed."""
        if title not in self._names:
            header = understand(title)
            is_text = self._says_language and header.field in IN_A_LANGUAGE
            self._names[title] = header.language is not None or is_text
        return self._names[title]


def _languages(part: Framework | JobProfile) -> set[str]:
    """Return the languages of the texts of a framework or profile."""
    found = {part.language}
    for _, text in texts(part):
        if not isinstance(text, str):
            found.update(text)
    return found


@cache
def _ending(language: str) -> str:
    """Return how a title names a language so that the reader knows it again."""
    short = f" ({language})"
    return short if understand(f"X{short}").language == language else f" (lang: {language})"


def _words(content: Content) -> Iterator[str]:
    """Yield the texts by which a reader tells the language, as far as they are in it."""
    own = content.framework.language
    said: list[Text | None] = [one.name for one in content.framework.clusters]
    for one in content.framework.competences:
        said += [one.name, one.definition, *(level.text for level in one.levels)]
        said += [indicator.text for indicator in one.all_indicators()]
    said += [one.name for one in content.profiles]
    for text in said:
        yield text if isinstance(text, str) else (text or {}).get(own, "")


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"
