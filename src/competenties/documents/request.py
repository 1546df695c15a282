"""What a document is made of: a profile or a workspace, the settings and the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
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
from competenties.office.house_style import PLAIN, HouseStyle

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


ProfileSize = Literal["two-pages", "full"]
"""A job profile of two pages, or one with every text that stands behind it."""


class Choices(TypedDict, total=False):
    """What whoever makes a document may choose.

    `form` is the kind of form that a rating sheet becomes; `team` is the team, or the part of the
    organisation, that a form without a person is about. `without` names blocks of a job profile
    that are left out, `size` is how much of it there is. `suffix` is the kind of file: a workbook is not
    signed, a report is. `minutes` is how long an interview takes, so how many competences fit in.
    """

    form: FormKind
    team: str
    without: frozenset[str]
    size: ProfileSize
    suffix: str
    minutes: int


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


class Voice:
    """How a document speaks: in the language of its reader, about a framework, on a day."""

    language: Language
    errors: int
    house: HouseStyle

    def of(self, framework: Framework, text: Text | None) -> str:
        """Return a text of a framework in the language of the document."""
        if isinstance(text, str):  # these lines run hundreds of times for every document
            return text
        if text is None:
            return ""
        return text.get(self.language) or text_in(text, self.language, framework.language)

    def say(self, phrase: Phrase, **values: Spoken) -> str:
        """Return a phrase of the program in the language of the document."""
        if not values:  # nearly always; a document has hundreds of labels
            return phrase.nl if self.language == "nl" else phrase.en
        return phrase.say(self.language, **values)

    def day(self, value: date | None) -> str:
        """Return a date as people write it: 22 november 2026."""
        return _written_day(value, _LOCALES[self.language]) if value else ""

    def version_and_status(self, item: JobProfile | Framework) -> str:
        """Return version and status under a label that says so: "1.0 (concept)"."""
        status = self.say(STATUSES[item.status])
        return f"{item.version} ({status})" if item.version else status

    def version_of(self, item: JobProfile | Framework) -> str:
        """Return version and status of a profile or a framework: "versie 1.0 (concept)"."""
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

    def marked(self, footer: str) -> str:
        """Return a footer that says so where the document was made with errors."""
        return f"{self.say(_MARK)} · {footer}" if self.errors else footer


@lru_cache(maxsize=256)
def _written_day(value: date, locale: str) -> str:
    """Return a date in words; the days of a workspace return in many of its documents."""
    from babel.dates import format_date

    return format_date(value, "d MMMM y", locale=locale)


@dataclass(frozen=True)
class ProfileRequest(Voice):
    """One document on one profile; with `errors` it says at its top and in its footer that it is bad.

    `form`, `team`, `without`, `size`, `suffix` and `minutes` are explained at `Choices`. `about` is what
    is known of whom the form is about and who fills it in, by the keys of the form's head. `left_out` are the names of
    competences that a group does not rate, since they have no level to rate against. `house` is the
    house style of the organisation.
    """

    profile: JobProfile
    frameworks: Mapping[str, Framework]
    language: Language
    settings: Settings = field(default_factory=Settings)
    errors: int = 0
    form: FormKind = "conversation"
    without: frozenset[str] = frozenset()
    size: ProfileSize = "two-pages"
    suffix: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    team: str = ""
    left_out: tuple[str, ...] = ()
    minutes: int = 60
    house: HouseStyle = PLAIN

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
        return profile_fingerprint(self.profile, self.frameworks, self.language, self.asked)

    def own(self, text: Text | None) -> str:
        """Return a text of the profile in the language of the document."""
        if isinstance(text, str):
            return text
        if text is None:
            return ""
        return text.get(self.language) or text_in(text, self.language, self.profile.language)

    def version(self) -> str:
        """Return version and status of the profile: "versie 1.0 (concept)"."""
        return self.version_of(self.profile)

    def footer(self) -> str:
        """Return what stands under every page: the document, its version and the fingerprint."""
        kind = PROFILE_KINDS[self.profile.kind]
        name, version = self.own(self.profile.name), self.version()
        said = self.say(_FOOTER, kind=kind, name=name, version=version, code=self.code)
        return self.marked(said)


@dataclass(frozen=True)
class WorkspaceRequest(Voice):
    """One document on a framework, or on several job profiles together.

    `framework` is the one that a book or a set of cards is about. `profiles` are those that a
    matrix or a series is about, in the order of the workspace; `before` are the profiles that they
    replace, with the frameworks of those. `errors`, `suffix` and `house` are as in `ProfileRequest`.
    """

    frameworks: Mapping[str, Framework]
    profiles: Sequence[JobProfile]
    language: Language
    settings: Settings = field(default_factory=Settings)
    errors: int = 0
    framework: Framework | None = None
    before: Sequence[JobProfile] = ()
    frameworks_before: Mapping[str, Framework] = field(default_factory=dict)
    suffix: str = ""
    house: HouseStyle = PLAIN

    def on(self, profile: JobProfile) -> ProfileRequest:
        """Return the request for a document on one of the profiles."""
        return ProfileRequest(
            profile, self.frameworks, self.language, self.settings, self.errors, house=self.house
        )
