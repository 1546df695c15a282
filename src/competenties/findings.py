"""Findings: what the program has to say about a file, where, and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from competenties.messages import Language, Phrase, Spoken, say

Severity = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
Label = Literal[
    "not_observable",
    "vague",
    "double_barrelled",
    "negative",
    "no_behaviour_verb",
    "outcome_not_behaviour",
    "comparative",
    "passive_or_nonperson",
    "future_or_modal",
    "jargon_or_long",
]
"""What can be wrong with a sentence that should be observable and measurable."""

LABELS: tuple[Label, ...] = get_args(Label)
Category = Literal["schema", "reference", "level", "profile", "inclusive"] | Label

_LONG_TITLE = 60
_LOOKED_AT = 400
"""A title is cut before it is tidied; a whole page of text would be for each finding."""

Path = tuple[str | int, ...]
"""A way down into a JSON document: keys and positions from the root."""


class CompetentiesError(Exception):
    """Something that the program cannot go on with; says in both languages what and what to do.

    CompetentiesError
      ├── NotFoundError   a file, folder, id or rule that is not there
      ├── UnusableError   a file that is there but cannot be used
      └── RefusedError    a write that would lose something
    """

    def __init__(self, phrase: Phrase, **values: Spoken) -> None:
        """Keep the phrase and its values; the language is chosen where it is shown."""
        super().__init__(phrase.say("en", **values))
        self._phrase = phrase
        self._values = values

    def say(self, language: Language) -> str:
        """Return what went wrong in the reader's language."""
        return self._phrase.say(language, **self._values).strip()


class NotFoundError(CompetentiesError):
    """A file, folder, id or rule that is not there."""


class UnusableError(CompetentiesError):
    """A file that is there but cannot be used."""


class RefusedError(CompetentiesError):
    """A write that would lose something."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences in one language that a rule reports, and sentences that it lets pass."""

    wrong: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong: its name, its weight and its page.

    `message` says what is the case and is read after the title of the item; `advice` says what
    to do now; `why` explains it on the page that `competenties explain` prints, with `examples`
    where sentences show it. A rule that `advises` judges what was written, not its form.
    """

    name: str
    category: Category
    severity: Severity
    title: Phrase
    message: Phrase
    advice: Phrase
    why: Phrase
    examples: Mapping[Language, Examples] = field(default_factory=dict, compare=False)
    advises: bool = False

    @property
    def is_about_wording(self) -> bool:
        """Tell whether the rule judges one sentence."""
        return self.category == "inclusive" or self.category in LABELS

    @property
    def is_advice(self) -> bool:
        """Tell whether the rule judges what was written.

        Such an error can be accepted with a reason, and it stops no document: whether a text will
        do is for people to decide.
        """
        return self.advises or self.is_about_wording


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: file, line, item and field.

    `path` leads from the item (the object with `item` as its id; the whole file when `item` is
    empty) to the field; `pointer` leads there from the root, where that is known already. `span`
    is [start, end) in code points of that field's text.
    """

    file: str = ""
    line: int | None = None
    item: str = ""
    path: Path = ()
    span: tuple[int, int] | None = None
    pointer: Path | None = None

    @property
    def field(self) -> str:
        """The path as people and programs write it: `levels/0/text`."""
        return "/".join(str(step) for step in self.path)


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem at one place, as data; it becomes a sentence when somebody reads it.

    `values` fill in the rule's phrases; `title` among them is the name of the item.
    """

    rule: Rule
    place: Place
    values: Mapping[str, Spoken] = field(default_factory=dict)
    severity: Severity = "error"

    def at(self, *, file: str | None = None, line: int | None = None) -> "Finding":
        """Return the finding with its file or its line filled in."""
        old = self.place
        place = Place(
            old.file if file is None else file,
            old.line if line is None else line,
            old.item,
            old.path,
            old.span,
            old.pointer,
        )
        return Finding(self.rule, place, self.values, self.severity)

    def message(self, language: Language) -> str:
        """Return the one sentence that says what is the case, the item's title first."""
        title, statement = self.title(language), self.statement(language)
        return f"{title}: {statement}" if title else statement

    def statement(self, language: Language) -> str:
        """Return what is the case, without the title."""
        return self.rule.message.say(language, **self.values)

    def advice(self, language: Language) -> str:
        """Return the one sentence that says what to do now."""
        return self.rule.advice.say(language, **self.values)

    def title(self, language: Language) -> str:
        """Return the name of the item that the finding is about."""
        title = " ".join(say(self.values.get("title", ""), language)[:_LOOKED_AT].split())
        if len(title) > _LONG_TITLE:
            title = f"{title[: _LONG_TITLE - 1].rstrip()}…"
        return title.removesuffix(".")

    def as_json(self, language: Language) -> dict[str, Any]:
        """Return the finding as the command line's `--json` prints it."""
        return {
            "rule": self.rule.name,
            "severity": self.severity,
            "category": self.rule.category,
            "file": self.place.file,
            "line": self.place.line,
            "item": self.place.item,
            "field": self.place.field,
            "span": list(self.place.span) if self.place.span else None,
            "message": self.message(language),
            "advice": self.advice(language),
        }


def finding(
    rule: Rule,
    item: str,
    /,
    *path: str | int,
    severity: Severity | None = None,
    **values: Spoken,
) -> Finding:
    """Return a finding of `rule` about the field at `path` of `item`; file and line come later."""
    return Finding(rule, Place(item=item, path=path), values, severity or rule.severity)
