"""Job profiles from a table with a row for each job and competence."""

import re
from functools import cached_property

from competenties.checking.nearest import did_you_mean
from competenties.formats.drafting import Drafting, Said
from competenties.formats.plan import Draft
from competenties.formats.table_competences import Competences
from competenties.formats.table_headers import level_number, plain, same_name
from competenties.formats.table_levels import Levels
from competenties.formats.table_points import points
from competenties.formats.table_sheet import TableRow
from competenties.messages import Phrase
from competenties.model.competence import Competence
from competenties.model.framework import Framework
from competenties.model.ids import slug
from competenties.model.text import Text, text_in

_NO_LEVEL = Phrase(
    nl='"{words}" is geen niveau van deze competentie; het komt als woorden in het profiel',
    en='"{words}" is no level of this competence; it goes into the profile as words',
)
_OTHER_NAME = Phrase(
    nl='niveau {number} heet in het model anders dan "{name}"; niveau {number} is aangehouden',
    en='level {number} is called otherwise in the framework than "{name}"; level {number} was taken',
)
_NO_SUCH_LEVEL = Phrase(
    nl='niveau {number} bestaat niet bij "{competence}"',
    en='level {number} does not exist for "{competence}"',
)
_UNKNOWN = Phrase(
    nl='"{name}" staat niet in {framework}. {meant}',
    en='"{name}" is not in {framework}. {meant}',
)
_ADDED = Phrase(
    nl='"{name}" staat niet bij de competenties en is als lege competentie toegevoegd',
    en='"{name}" is not among the competences and was added as an empty one',
)
_NOT_ASKED = Phrase(nl="wordt niet gevraagd", en="is not requested")
_NOT_ASKED_WORDS = frozenset(
    ("", "n v t", "nvt", "niet van toepassing", "geen", "n a", "none", "nee", "no")
)
_ASKED_WORDS = frozenset(("x", "ja", "yes", "v"))
_NO_NUMBER = Phrase(nl="hier hoort een getal", en="a number belongs here")
_OTHER_TEXT = Phrase(
    nl="wijkt af van de tekst in het competentiemodel; die van het model geldt",
    en="differs from the text in the framework, which holds",
)
_SPAN = re.compile(r"(\d{1,2})?\s*[–-]\s*(\d{1,2})?")


class Profiles:
    """The job profiles while they are found."""

    def __init__(
        self, drafting: Drafting, competences: Competences, levels: Levels, known: Framework | None
    ) -> None:
        """Begin without profiles; `known` is the framework that the table refers to, if any."""
        self._drafting = drafting
        self._competences = competences
        self._levels = levels
        self._known = known
        self._by_name: dict[tuple[str, ...], list[Draft]] = {}
        self._ids = _by_names(known) if known else {}

    @cached_property
    def _has_others(self) -> bool:
        """Whether other tables gave competences before the first job was read."""
        return bool(self._competences.all())

    def row(self, row: TableRow) -> Draft | None:
        """Read one requested level, and return the requirement; None without a job in the row."""
        profile = self._profile(row)
        if profile is None or not row.said("competence"):
            return profile
        has_others = self._has_others
        if (asked := row.first("level")) and plain(asked.text) in _NOT_ASKED_WORDS:
            for said in (asked, *row.said("competence")):
                self._drafting.leave(said, _NOT_ASKED, profile, row.table.titles[said.cell.column])
            return profile
        requirement: Draft = {}
        if self._known is None:
            competence = self._competences.of_row(row)
            if competence is None:
                return profile
            if has_others and competence["_sheets"] == {row.table.name}:
                name = row.said("competence")[0]
                self._drafting.note(name, _ADDED, name=name.text)
            requirement["competence"] = self._competences.position(competence)
            self._level_of_new(row, competence, requirement)
        else:
            self._of_known(row, self._known, requirement)
        self._fields(row, requirement)
        profile.setdefault("requirements", []).append(requirement)
        return requirement

    def _profile(self, row: TableRow) -> Draft | None:
        step = row.said("profile.step")
        names = step or row.said("profile")
        if not names:
            return None
        profile = self._known_profile(row, names)
        if profile is None:
            profile = {}
            self._drafting.profiles.append(profile)
            for key in _profile_keys(row, names):
                self._by_name.setdefault(key, []).append(profile)
            if self._known is not None:
                profile["frameworks"] = [{"id": self._known.id}]
        for said in names:
            self._drafting.put(profile, "name", said)
        self._describe(row, profile, has_step=bool(step))
        return profile

    def _known_profile(self, row: TableRow, names: list[Said]) -> Draft | None:
        """Return the job of a row: by its id, else by its name; two codes are two jobs."""
        code = row.first("profile.code")
        for key in _profile_keys(row, names):
            for one in self._by_name.get(key, ()):
                if key[0] == "id" or not code or one.get("code") in (None, code.text):
                    return one
        return None

    def _describe(self, row: TableRow, profile: Draft, *, has_step: bool) -> None:
        drafting = self._drafting
        if has_step:
            for said in row.said("profile"):
                drafting.put(profile, "series", said)
        for field, key in (("family", "family"), ("series", "series"), ("purpose", "purpose")):
            for said in row.said(f"profile.{field}"):
                drafting.put(profile, key, said)
        for key in ("code", "id"):
            for said in row.said(f"profile.{key}"):
                drafting.put_value(profile, key, said.text, said)
        described = row.said("profile.description") + row.said("profile.step.description")
        for said in self._joined(described):
            drafting.put(profile, "description", said)
        for said in described:
            drafting.mark(profile, "description", said)

    def _joined(self, described: list[Said]) -> list[Said]:
        """Return descriptions of a step and of its series as one text per language."""
        by_language: dict[str, list[Said]] = {}
        for said in described:
            by_language.setdefault(said.language, []).append(said)
        return [
            saids[0].says("\n\n".join(dict.fromkeys(said.text for said in saids)))
            for saids in by_language.values()
        ]

    def _level_of_new(self, row: TableRow, competence: Draft, requirement: Draft) -> None:
        saids = row.said("level")
        if not saids:
            return
        if not self._span(saids[0], requirement):
            number, name = self._levels.number(saids)
            if number is None:
                self._in_words(saids, requirement)
                return
            for said in saids:
                self._drafting.put_value(requirement, "level", number, said)
            if row.table.is_ours:  # the levels themselves stand in its other tables
                return
            level = self._competences.level(competence, number)
            if name:
                self._drafting.put(level, "name", saids[0].says(name))
            if texts := row.said("level.text"):
                self._competences.behaviour(row, level, texts, requirement)

    def _in_words(self, saids: list[Said], requirement: Draft) -> None:
        """Keep what is asked as words where it is no level that we know."""
        self._drafting.note(saids[0], _NO_LEVEL, words=saids[0].text)
        for said in saids:
            self._drafting.put(requirement, "words", said.guessed())

    def _of_known(self, row: TableRow, framework: Framework, requirement: Draft) -> None:
        name, drafting = row.said("competence")[0], self._drafting
        given = row.first("competence.id")
        competence = framework.competence(given.text) if given else None
        competence = competence or self._ids.get(same_name(name.text))
        identifier = competence.id if competence else (given.text if given else slug(name.text))
        sure = name if competence else name.guessed()
        drafting.put_value(requirement, "competence", identifier, sure)
        if given is not None and given.text == identifier:
            drafting.mark(requirement, "competence", given)
        if competence is None:
            requirement["name"] = name.text
            drafting.mark(requirement, "name", sure)
            known = {one.id: (one.name, *one.aliases) for one in framework.competences}
            meant = did_you_mean(name.text, known)
            title = text_in(framework.name, name.language, framework.language)
            drafting.note(name, _UNKNOWN, name=name.text, framework=title, meant=meant)
        for said in (*row.said("cluster"), *row.said("competence")[1:]):
            if competence and plain(said.text) in _names_about(framework, competence):
                drafting.mark(requirement, "competence", said)
            else:
                drafting.leave(said, _OTHER_TEXT, requirement, row.table.titles[said.cell.column])
        self._known_level(row, framework, competence, requirement)
        self._compare(row, competence, requirement)

    def _known_level(
        self, row: TableRow, framework: Framework, competence: Competence | None, requirement: Draft
    ) -> None:
        for said in row.said("level"):
            if self._span(said, requirement):
                continue
            found = level_number(said.text)
            number = found[0] if found else _number_by_name(framework, competence, said.text)
            if number is not None and competence is not None:
                self._doubt(said, framework, competence, found or (number, ""))
            if number is not None:
                self._drafting.put_value(requirement, "level", number, said)
            elif plain(said.text) in _ASKED_WORDS:
                self._drafting.mark(requirement, "competence", said)
            else:
                self._in_words([said], requirement)

    def _doubt(
        self, said: Said, framework: Framework, competence: Competence, found: tuple[int, str]
    ) -> None:
        """Say so where a level is not there, or is called otherwise than in the framework."""
        number, name = found
        names = _level_names(framework, competence, number)
        if not names:
            title = _spellings(competence.name)[0]
            self._drafting.note(said, _NO_SUCH_LEVEL, number=number, competence=title)
        elif name and plain(name) not in {plain(one) for one in names}:
            self._drafting.note(said, _OTHER_NAME, number=number, name=name)

    def _compare(self, row: TableRow, competence: Competence | None, requirement: Draft) -> None:
        """Use texts that say what the framework says; what differs is left over."""
        same = _texts_of(competence) if competence else set()
        for field in ("competence.definition", "competence.type", "competence.code", "level.text"):
            for said in row.said(field):
                lines, found = points(said.text)
                if competence and all(plain(text) in same for text in (*lines, *found)):
                    self._drafting.mark(requirement, "competence", said)
                else:
                    title = row.table.titles[said.cell.column]
                    self._drafting.leave(said, _OTHER_TEXT, requirement, title)

    def _span(self, said: Said, requirement: Draft) -> bool:
        """Read a span of levels such as 2–4, 2– or –4; tell whether it was one."""
        found = _SPAN.fullmatch(said.text)
        if found is None or not (found[1] or found[2]):
            return False
        for key, number in (("from_level", found[1]), ("to_level", found[2])):
            if number:
                self._drafting.put_value(requirement, key, int(number), said)
        return True

    def _fields(self, row: TableRow, requirement: Draft) -> None:
        drafting = self._drafting
        for key in ("words", "rationale"):
            for said in row.said(f"requirement.{key}"):
                drafting.put(requirement, key, said)
        self._competences.coded(row, "requirement.need", requirement, "need")
        for key, numeric in (("weight", float), ("floor", int)):
            for said in row.said(f"requirement.{key}"):
                text = said.text.replace(",", ".")
                found = level_number(said.text) if key == "floor" else None
                try:
                    value = found[0] if found else numeric(text)
                    is_good = 0 < value <= 1000 if key == "weight" else 0 <= value <= 99  # noqa: PLR2004  (the model's bounds)
                except ValueError:
                    is_good = False
                if is_good:
                    drafting.put_value(requirement, key, value, said)
                else:
                    drafting.leave(
                        said, _NO_NUMBER, requirement, row.table.titles[said.cell.column]
                    )


def _profile_keys(row: TableRow, names: list[Said]) -> list[tuple[str, ...]]:
    if identifier := row.first("profile.id"):
        return [("id", identifier.text)]
    series = row.first("profile") if row.said("profile.step") else None
    return [("name", same_name(series.text) if series else "", same_name(names[0].text))]


def _by_names(framework: Framework) -> dict[str, Competence]:
    found: dict[str, Competence] = {}
    for competence in framework.competences:
        for text in (competence.name, *competence.aliases):
            for name in _spellings(text):
                found.setdefault(same_name(name), competence)
    return found


def _number_by_name(framework: Framework, competence: Competence | None, name: str) -> int | None:
    scale = framework.scale_of(competence) if competence else None
    own = [(one.level, one.name) for one in competence.levels if one.name] if competence else []
    general = [(one.number, one.name) for one in scale.levels] if scale else []
    wanted = same_name(name)
    for number, text in (*own, *general):
        if wanted in {same_name(one) for one in _spellings(text)}:
            return number
    return None


def _level_names(framework: Framework, competence: Competence, number: int) -> list[str]:
    """Return what a level is called, by the competence and by its scale; nothing when it is not."""
    scale = framework.scale_of(competence)
    levels = scale.levels if scale else ()
    names = [one.name for one in competence.levels if one.level == number and one.name]
    names += [one.name for one in levels if one.number == number]
    found = [name for text in names for name in _spellings(text)]
    is_there = competence.level(number) is not None or not competence.levels
    return (found or [str(number)]) if is_there else []


def _names_about(framework: Framework, competence: Competence) -> set[str]:
    """Return the names of a competence and of its cluster, in every language."""
    clusters = (one.name for one in framework.clusters if one.id == competence.cluster)
    texts = (competence.name, *competence.aliases, *clusters)
    return {plain(one) for text in texts for one in _spellings(text)}


def _texts_of(competence: Competence) -> set[str]:
    texts: list[Text | None] = [competence.definition, *(one.text for one in competence.levels)]
    texts += [one.text for one in competence.all_indicators()]
    texts += [one.id for one in competence.identifiers]
    lines = (line for text in texts if text for one in _spellings(text) for line in one.split("\n"))
    return {plain(line) for line in lines} | {plain(competence.type or "")}


def _spellings(text: Text) -> list[str]:
    return [text] if isinstance(text, str) else list(text.values())
