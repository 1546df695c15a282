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

FormKind = Literal[
    "self-reflection",
    "feedback",
    "conversation",
    "appraisal-report",
    "team",
    "organisation",
    "customer",
    "checklist",
]
FORM_KINDS: dict[FormKind, Phrase] = {
    "self-reflection": Phrase(nl="Zelfreflectie", en="Self-reflection"),
    "feedback": Phrase(nl="Feedbackformulier", en="Feedback form"),
    "conversation": Phrase(nl="Gespreksformulier", en="Conversation form"),
    "appraisal-report": Phrase(nl="Beoordelingsverslag", en="Appraisal report"),
    "team": Phrase(nl="Teamformulier", en="Team form"),
    "organisation": Phrase(nl="Organisatieformulier", en="Organisation form"),
    "customer": Phrase(nl="Klantformulier", en="Customer form"),
    "checklist": Phrase(nl="Checklist servicebeloften", en="Checklist of promises"),
}
"""Eight kinds of form, never one for all; only the appraisal report judges and is signed."""

GROUP_FORMS: frozenset[FormKind] = frozenset(["team", "organisation"])
"""A group rates itself, against levels that are not those of a job."""

PROMISE_FORMS: frozenset[FormKind] = frozenset(["customer", "checklist"])
"""Whether promises were kept; nothing is rated."""

WITHOUT_PERSON: frozenset[FormKind] = GROUP_FORMS | PROMISE_FORMS
"""Forms that are about nobody, and on which no name of a person belongs."""


class Choices(TypedDict, total=False):
    """What whoever makes a document may choose.

    `form` is the kind of form that a rating sheet becomes; `team` is the team, or the part of the
    organisation, that a form without a person is about. `without` names blocks of a job profile
    that are left out. `suffix` is the kind of file: a workbook is not signed, a report is.
    """

    form: FormKind
    team: str
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

    `form`, `team`, `without` and `suffix` are explained at `Choices`. `about` is what is known of whom the
    form is about and who fills it in, by the keys of the form's head. `left_out` are the names of
    competences that a group does not rate, since they have no level to rate against.
    """

    profile: JobProfile
    frameworks: Mapping[str, Framework]
    language: Language
    settings: Settings = field(default_factory=Settings)
    errors: int = 0
    form: FormKind = "conversation"
    without: frozenset[str] = frozenset()
    suffix: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    team: str = ""
    left_out: tuple[str, ...] = ()

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
        return self.version_of(self.profile)

    def version_of(self, item: JobProfile | Framework) -> str:
        """Return version and status of a profile or a framework."""
        status = self.say(STATUSES[item.status])
        if item.version is None:
            return status
        return f"{self.say(_VERSION, version=item.version)} ({status})"

    def remarks(self) -> list[Block]:
        """Return what has to stand at the top, where it cannot be missed."""
        if not self.errors:
            return []
        count = _ONE_ERROR if self.errors == 1 else _ERRORS.filled(count=self.errors)
        return [Paragraph(self.say(_REMARK, errors=count), "warning")]

    def footer(self) -> str:
        """Return what stands under every page: the document, its version and the fingerprint."""
        kind = PROFILE_KINDS[self.profile.kind]
        name, version = self.own(self.profile.name), self.version()
        said = self.say(_FOOTER, kind=kind, name=name, version=version, code=self.code)
        return self.marked(said)

    def marked(self, footer: str) -> str:
        """Return a footer that says so where the document was made with errors."""
        return f"{self.say(_MARK)} · {footer}" if self.errors else footer
