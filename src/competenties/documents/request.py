"""What a document is made of: a profile, its frameworks, the settings and the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, TypedDict

from competenties.messages import Language, Phrase, Spoken
from competenties.model.fingerprint import form_scale, profile_fingerprint
from competenties.model.framework import Framework
from competenties.model.profile import PROFILE_KINDS, JobProfile
from competenties.model.record import STATUSES
from competenties.model.requested import RequestedCompetence, requested_competences
from competenties.model.scale import RatingScale
from competenties.model.settings import Settings
from competenties.model.text import Text, text_in
from competenties.office.blocks import Block, Paragraph

FormKind = Literal["self-reflection", "feedback", "conversation", "appraisal-report"]
FORM_KINDS: dict[FormKind, Phrase] = {
    "self-reflection": Phrase(nl="Zelfreflectie", en="Self-reflection"),
    "feedback": Phrase(nl="Feedbackformulier", en="Feedback form"),
    "conversation": Phrase(nl="Gespreksformulier", en="Conversation form"),
    "appraisal-report": Phrase(nl="Beoordelingsverslag", en="Appraisal report"),
}
"""Four kinds of form, never one for all; only the last one judges and is signed."""


class Choices(TypedDict, total=False):
    """What whoever makes a document may choose.

    `form` is the kind of form that a rating sheet becomes. `without` names blocks of a job profile
    that are left out. `suffix` is the kind of file: a workbook is not signed, a report is.
    """

    form: FormKind
    without: frozenset[str]
    suffix: str


_LOCALES = {"nl": "nl_NL", "en": "en_GB"}
_FOOTER = Phrase(
    nl="{kind} {name} · {version} · controlecode {code}",
    en="{kind} {name} · {version} · fingerprint {code}",
)
_MARK = Phrase(nl="CONCEPT MET FOUTEN", en="DRAFT WITH ERRORS")
_REMARK = Phrase(
    nl="Concept met fouten: de controle gaf {errors} toen dit document werd gemaakt. Er kan tekst "
    "ontbreken. Niet gebruiken voor een gesprek of besluit.",
    en="Draft with errors: the check gave {errors} when this document was made. Text may be "
    "missing. Not to be used for a conversation or a decision.",
)
_ONE_ERROR = Phrase(nl="1 fout", en="1 error")
_ERRORS = Phrase(nl="{count} fouten", en="{count} errors")
_VERSION = Phrase(nl="versie {version}", en="version {version}")


@dataclass(frozen=True)
class ProfileRequest:
    """One document on one profile; with `errors` it says at its top and in its footer that it is bad.

    `form`, `without` and `suffix` are explained at `Choices`.
    """

    profile: JobProfile
    frameworks: Mapping[str, Framework]
    language: Language
    settings: Settings = field(default_factory=Settings)
    errors: int = 0
    form: FormKind = "conversation"
    without: frozenset[str] = frozenset()
    suffix: str = ""

    @cached_property
    def asked(self) -> list[RequestedCompetence]:
        """What the profile asks, competence by competence."""
        return requested_competences(self.profile, self.frameworks)

    @cached_property
    def scale(self) -> RatingScale:
        """The rating scale of the forms on this profile."""
        return form_scale(self.profile, self.frameworks)

    @cached_property
    def code(self) -> str:
        """The fingerprint of what is rated, in the language of the document."""
        return profile_fingerprint(self.profile, self.frameworks, self.language)

    def own(self, text: Text | None) -> str:
        """Return a text of the profile in the language of the document."""
        return text_in(text, self.language, self.profile.language)

    def of(self, framework: Framework, text: Text | None) -> str:
        """Return a text of a framework in the language of the document."""
        return text_in(text, self.language, framework.language)

    def say(self, phrase: Phrase, **values: Spoken) -> str:
        """Return a phrase of the program in the language of the document."""
        return phrase.say(self.language, **values)

    def day(self, value: date | None) -> str:
        """Return a date as people write it: 22 november 2026."""
        from babel.dates import format_date

        return format_date(value, "d MMMM y", locale=_LOCALES[self.language]) if value else ""

    def version(self) -> str:
        """Return version and status of the profile: "versie 1.0 (concept)"."""
        status = self.say(STATUSES[self.profile.status])
        if self.profile.version is None:
            return status
        return f"{self.say(_VERSION, version=self.profile.version)} ({status})"

    def remarks(self) -> list[Block]:
        """Return what has to stand at the top, where it cannot be missed."""
        if not self.errors:
            return []
        count = _ONE_ERROR if self.errors == 1 else _ERRORS.filled(count=self.errors)
        return [Paragraph(self.say(_REMARK, errors=count), "warning")]

    def footer(self) -> str:
        """Return what stands under every page: the document, its version and the fingerprint."""
        mark = f"{self.say(_MARK)} · " if self.errors else ""
        return mark + self.say(
            _FOOTER,
            kind=PROFILE_KINDS[self.profile.kind],
            name=self.own(self.profile.name),
            version=self.version(),
            code=self.code,
        )
