"""What an export of a table says that it loses is what really differs when it is read again."""

from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from table_losses import contents, difference, source_of
from table_views import content

from competenties.findings import CompetentiesError
from competenties.formats.inventory import inventory
from competenties.formats.loss import Export
from competenties.formats.presets import preset_file, preset_files, write_preset
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.formats.table import plan, write
from competenties.messages import Language
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.office.tables import read_tables

pytestmark = pytest.mark.slow

Made = tuple[Framework, list[JobProfile]]
Levels = Literal["anchors", "branch"]

TRIES = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
LEVELS: st.SearchStrategy[Levels] = st.sampled_from(["anchors", "branch"])
READERS: st.SearchStrategy[Language] = st.sampled_from(["nl", "en"])
PRESETS = sorted(preset_files())


def compare(made: Content, export: Export, suffix: str, language: str = "") -> None:
    """Compare the report with the real difference; what comes back in no way is lost whole."""
    said = {one.place for one in export.losses if one.kind != "added"}
    added = {one.place for one in export.losses if one.kind == "added"}
    try:
        real = difference(made, export, suffix, language)
    except CompetentiesError:
        assert said == set(inventory(made))
        return
    assert said == real.lost
    moved = len(real.more) - len(added)
    assert added <= real.more
    assert moved >= len([one for one in export.losses if one.kind == "elsewhere"])
    assert moved <= len(real.lost)


@TRIES
@given(contents(), st.sampled_from([".xlsx", ".csv"]))
def test_the_report_of_a_table_is_the_real_difference_for_any_framework(
    made: Content, suffix: str
) -> None:
    compare(made, write(made, suffix), suffix)


@TRIES
@given(content(), READERS)
def test_of_what_tables_can_carry_only_what_stands_around_it_is_lost(
    made: Made, reader: Language
) -> None:
    whole = Content(*made, reader)
    exported = write(whole, ".xlsx")
    fields = {one.place[1] for one in exported.losses if one.place[0] == "framework"}
    assert fields <= {"name", "clusters", "competences", "proficiency_scales"}
    compare(whole, exported, ".xlsx")


@pytest.mark.parametrize("name", PRESETS)
@TRIES
@given(contents(), LEVELS)
def test_the_report_of_a_preset_is_the_real_difference_for_any_framework(
    name: str, made: Content, levels: Levels
) -> None:
    choices = ExportChoices(preset=name, levels=levels)
    export = write(made, "", choices)
    compare(made, export, preset_file(name).LAYOUT.suffix, made.framework.language)


@pytest.mark.parametrize("name", PRESETS)
@TRIES
@given(content(), LEVELS)
def test_what_a_preset_wrote_is_used_or_left_over_cell_by_cell(
    name: str, made: Made, levels: Levels
) -> None:
    whole = Content(*made)
    choices = ExportChoices(preset=name, levels=levels)
    preset = preset_file(name)
    export = write_preset(preset, whole, choices)
    source = source_of(export, preset.LAYOUT.suffix)
    planned = plan(source, ImportChoices(language=whole.framework.language))
    filled = {
        (sheet.name, row, column)
        for one in source.more
        for sheet in read_tables(one.name, one.raw).sheets
        for (row, column), _ in sheet.cells()
    }
    left = {one.cell for one in planned.left_overs}
    headers = {one.header for one in planned.columns}
    assert filled <= {tuple(cell) for cell in planned.used_cells() | left | headers}


@pytest.mark.parametrize("name", PRESETS)
@TRIES
@given(contents())
def test_the_same_framework_gives_the_same_files(name: str, made: Content) -> None:
    if preset_file(name).LAYOUT.suffix == ".csv":
        choices = ExportChoices(preset=name)
        assert write(made, "", choices).files == write(made, "", choices).files
