"""What an export of tables writes, an import reads again: the same framework, profiles and ids."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from table_views import competences_view, content, indicators_view, scale_view

from competenties.formats.applying import Imported, apply
from competenties.formats.plan import ImportPlan
from competenties.formats.source import Content, ImportChoices, Source
from competenties.formats.table import plan, write
from competenties.messages import Language
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile

Made = tuple[Framework, list[JobProfile]]
READERS = st.sampled_from(["nl", "en"])
TRIES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def back(raw: bytes, name: str, choices: ImportChoices) -> tuple[ImportPlan, Imported]:
    made = plan(Source(name, raw), choices)
    return made, apply(made)


def choices_for(framework: Framework, known: Framework | None = None) -> ImportChoices:
    return ImportChoices(name="Raamwerk", language=framework.language, known=known)


@TRIES
@given(content(), READERS)
def test_a_workbook_carries_competences_indicators_and_jobs(made: Made, reader: Language) -> None:
    framework, profiles = made
    raw = write(Content(framework, profiles, reader), ".xlsx").files[""]
    planned, imported = back(raw, "x.xlsx", choices_for(framework))
    assert planned.left_overs == ()
    assert imported.framework is not None
    assert indicators_view(imported.framework) == indicators_view(framework)
    assert competences_view(imported.framework) == competences_view(framework)
    assert scale_view(imported.framework) == scale_view(framework)
    assert list(imported.profiles) == profiles


@TRIES
@given(content(), READERS)
def test_the_table_of_competences_carries_the_behaviour_of_each_level(
    made: Made, reader: Language
) -> None:
    framework, _ = made
    raw = next(iter(write(Content(framework, (), reader), ".csv").files.values()))
    planned, imported = back(raw, "x.csv", choices_for(framework))
    assert planned.left_overs == ()
    assert imported.framework is not None
    assert competences_view(imported.framework) == competences_view(framework)
    assert scale_view(imported.framework) == scale_view(framework)


@TRIES
@given(content(), READERS)
def test_the_table_of_indicators_carries_every_indicator(made: Made, reader: Language) -> None:
    framework, _ = made
    raw = list(write(Content(framework, (), reader), ".csv").files.values())[1]
    planned, imported = back(raw, "x.csv", choices_for(framework))
    assert planned.left_overs == ()
    assert imported.framework is not None
    assert indicators_view(imported.framework) == indicators_view(framework)


@TRIES
@given(content().filter(lambda made: bool(made[1])), READERS)
def test_the_table_of_jobs_carries_what_they_ask(made: Made, reader: Language) -> None:
    framework, profiles = made
    raw = list(write(Content(framework, profiles, reader), ".csv").files.values())[2]
    planned, imported = back(raw, "x.csv", choices_for(framework, framework))
    assert planned.left_overs == ()
    assert imported.framework is None
    assert list(imported.profiles) == profiles
