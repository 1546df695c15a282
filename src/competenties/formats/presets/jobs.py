"""What job profiles ask, as tables of other tools have it, and out of such tables again."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from competenties.formats.plan import Draft
from competenties.formats.presets.records import Records, Row
from competenties.formats.source import Content
from competenties.model.profile import JobProfile, Requirement


class Asked(NamedTuple):
    """A competence that a job asks, with its level as a number, a span or words."""

    profile: JobProfile
    requirement: Requirement
    level: str


def asked(content: Content) -> Iterator[Asked]:
    """Yield what the jobs ask of competences that are in the framework."""
    known = {one.id for one in content.framework.competences}
    for profile in content.profiles:
        for one in profile.requirements:
            if one.competence in known and profile.framework_of(one) == content.framework.id:
                yield Asked(profile, one, _level(one, profile.language))


def _level(requirement: Requirement, own: str) -> str:
    if requirement.level is not None:
        return str(requirement.level)
    low, high = requirement.from_level, requirement.to_level
    if low is not None or high is not None:
        return f"{'' if low is None else low}–{'' if high is None else high}"
    words = requirement.words or ""
    return words if isinstance(words, str) else words.get(own, "")


class Jobs:
    """The job profiles while they are found; `competences` are the drafts by their code."""

    def __init__(self, reading: Records, competences: Mapping[str, Draft]) -> None:
        """Begin without job profiles."""
        self._reading = reading
        self._competences = competences
        self._profiles: dict[str, Draft] = {}

    def profile(self, row: Row, code: str, name: str) -> Draft | None:
        """Return the job of a row, by its code or else its name."""
        key = row.text(code) or row.text(name)
        if not key:
            return None
        if key not in self._profiles:
            self._profiles[key] = {}
            self._reading.drafting.profiles.append(self._profiles[key])
        profile = self._profiles[key]
        if said := row.said(name) or row.said(code):
            self._reading.drafting.put(profile, "name", said)
        self._reading.identify(profile, row.said(code))
        row.about(profile)
        return profile

    def requirement(self, row: Row, profile: Draft, code: str) -> Draft | None:
        """Add what a row asks; None where its competence is not among those of the files."""
        said = row.said(code)
        competence = self._competences.get(said.text) if said else None
        if said is None or competence is None:
            return None
        made: Draft = {}
        profile.setdefault("requirements", []).append(made)
        self._reading.drafting.put_value(made, "competence", competence["_place"], said)
        row.about(made)
        return made

    def level(self, row: Row, requirement: Draft, title: str) -> None:
        """Put a level into a requirement: a number, a span, or words."""
        said = row.said(title)
        if said is None:
            return
        low, dash, high = said.text.partition("–")
        numbers = [one for one in (low, high) if one]
        if not all(one.isascii() and one.isdigit() and int(one) < 100 for one in numbers):  # noqa: PLR2004  (the model's bound)
            self._reading.drafting.put(requirement, "words", said)
            return
        keys = (("from_level", low), ("to_level", high)) if dash else (("level", low),)
        for key, number in keys:
            if number:
                self._reading.drafting.put_value(requirement, key, int(number), said)

    def need(self, row: Row, requirement: Draft, title: str, words: Mapping[str, str]) -> None:
        """Put how hard a requirement is, by the words of a tool."""
        if said := row.said(title):
            need = words.get(said.text.upper(), "essential")
            self._reading.drafting.put_value(requirement, "need", need, said)

    def weight(self, row: Row, requirement: Draft, title: str) -> None:
        """Put a weight; what is no weight is left over with its row."""
        if said := row.said(title):
            try:
                value = float(said.text.replace(",", "."))
            except ValueError:
                return
            if 0 < value <= 1000:  # noqa: PLR2004  (the model's bounds)
                self._reading.drafting.put_value(requirement, "weight", value, said)
