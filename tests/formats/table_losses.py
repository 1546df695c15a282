"""Exports of tables and presets read again, and what then differs from what was written."""

from collections.abc import Callable
from typing import Any, NamedTuple

from hypothesis import strategies as st

from competenties.formats.applying import apply
from competenties.formats.inventory import Place, inventory
from competenties.formats.loss import Export
from competenties.formats.source import Content, ImportChoices, Source
from competenties.formats.table import plan
from competenties.model.framework import Framework
from competenties.model.profile import FrameworkReference, JobProfile
from strategies import frameworks, profiles


@st.composite
def contents(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Content:
    """Any framework at all, with job profiles that use it."""
    framework: Framework = draw(frameworks())
    reference = FrameworkReference(id=framework.id)
    used: list[JobProfile] = [
        one.model_copy(update={"frameworks": (reference, *one.frameworks)})
        for one in draw(st.lists(profiles(), max_size=2, unique_by=lambda one: one.id))
    ]
    return Content(framework, used, draw(st.sampled_from(["nl", "en"])))


def source_of(export: Export, suffix: str) -> Source:
    """Return the files of an export as somebody gives them back: one file, or a folder with all."""
    files = [Source(f"{name or 'x'}{suffix}", raw) for name, raw in export.files.items()]
    return Source("", b"", files)


class Difference(NamedTuple):
    """Where an import of an export gives back other values than there were, and where it has more."""

    lost: set[Place]
    more: set[Place]


def difference(content: Content, export: Export, suffix: str, language: str = "") -> Difference:
    """Return in which places an import of the export differs from what was written."""
    choices = ImportChoices(language=language, otherwise=content.language)
    made = apply(plan(source_of(export, suffix), choices))
    before = inventory(content)
    assert made.framework is not None
    after = inventory(Content(made.framework, made.profiles))
    lost = {
        place
        for place, held in before.items()
        if place not in after or after[place].value != held.value
    }
    return Difference(lost, after.keys() - before.keys())
