"""What an import reads and an export writes: files by name and bytes, and what may be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from competenties.messages import Language
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile

MOST_BYTES = 150_000_000
"""Of a source of any kind: a CASE package of 50,000 indicators has 82 MB. A format may take less."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to import; its name is only shown.

    `more` are files that belong to it. A folder with CSV files has its own name, no content, and
    its files as `more`.
    """

    name: str
    raw: bytes
    more: Sequence["Source"] = ()


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What somebody may say about a source.

    `columns` are texts such as "Uitleg=definitie" or "C=level 2", `sheets` names of sheets; both are
    for tables. `name` is that of the framework, `language` that of its texts; `known` is the
    framework that job profiles refer to. `otherwise` is the language where none can be told.
    """

    columns: Sequence[str] = ()
    sheets: Sequence[str] = ()
    name: str = ""
    language: str = ""
    known: Framework | None = None
    otherwise: Language = "nl"


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """What somebody may choose of an export.

    `preset` names the tool that a table is for. `levels` says where behaviour at levels goes in a
    format without levels: into the text of the competence, or into a branch of its own.
    """

    preset: str = ""
    levels: Literal["anchors", "branch"] = "anchors"


@dataclass(frozen=True, slots=True)
class Content:
    """What is exported: a framework, the job profiles that use it, and the reader's language."""

    framework: Framework
    profiles: Sequence[JobProfile] = field(default=())
    language: Language = "nl"
