"""What a preset wrote comes back as it was, and the report says of each difference what it is."""

from typing import Any

import pytest
from table_losses import source_of
from test_presets import PROFILE, framework_of, made, rows

from competenties.formats import recognised
from competenties.formats.applying import apply
from competenties.formats.loss import Export, Loss
from competenties.formats.plan import ImportPlan
from competenties.formats.presets import preset_file, preset_files
from competenties.formats.returned import losses_on_return
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.formats.table import plan, write
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile

PRESETS = sorted(preset_files())
WEB = ["cornerstone", "frappe", "odoo", "peoplefluent", "skillsbase", "totara"]


def planned(name: str, export: Export) -> ImportPlan:
    source = source_of(export, preset_file(name).LAYOUT.suffix)
    return plan(source, ImportChoices(language="nl"))


def report(name: str, framework: Framework, *profiles: JobProfile) -> tuple[Loss, ...]:
    return write(Content(framework, profiles), "", ExportChoices(preset=name)).losses


def kinds(found: tuple[Loss, ...], *ending: str | int) -> set[str]:
    return {one.kind for one in found if one.place[-len(ending) :] == ending}


def of_one(**changes: Any) -> Framework:
    return framework_of(competences=[{"id": "een", "name": "Een", **changes}])


@pytest.mark.parametrize("name", PRESETS)
def test_a_file_of_a_preset_is_read_as_a_table_whatever_other_format_knows_it(name: str) -> None:
    source = source_of(made(name), preset_file(name).LAYOUT.suffix)
    for one in source.more:
        assert recognised(one).NAME == "table"


@pytest.mark.parametrize("framework", [framework_of(), of_one()], ids=["levels", "none"])
def test_a_workbook_for_opensalt_keeps_its_levels_where_nobody_says_the_format(
    framework: Framework,
) -> None:
    (raw,) = source_of(made("opensalt-excel", framework), ".xlsx").more
    back = apply(recognised(raw).plan(raw, ImportChoices(language="nl"))).framework
    assert back is not None
    for before, after in zip(framework.competences, back.competences, strict=True):
        assert [one.level for one in after.levels] == [one.level for one in before.levels]
        assert len([*after.all_indicators()]) == len([*before.all_indicators()])


def test_opensalt_shows_of_a_contra_indicator_that_it_does_not_fit_and_gives_its_text_back() -> (
    None
):
    export = made("opensalt-excel")
    (sheet,) = [one for one in tables_of("opensalt-excel") if one.name == "CF Item"]
    labels = {row[1]: row[5] for row in sheet.rows}
    assert labels["Zwijgt."] == "Past hier niet: Zwijgt."
    assert labels["Verbindt."] == ""
    again = planned("opensalt-excel", export)
    assert again.left_overs == ()


def tables_of(name: str) -> Any:
    content = Content(framework_of(), [PROFILE])
    return preset_file(name).tables(content, ExportChoices(preset=name))


@pytest.mark.parametrize("name", ["totara", "cornerstone", "peoplefluent", "skillsbase", "frappe"])
def test_no_preset_writes_behaviour_that_does_not_fit_as_something_of_its_own(name: str) -> None:
    for levels in ("anchors", "branch"):
        for raw in made(name, levels=levels).files.values():
            assert not [row for row in rows(raw) if "Zwijgt." in row]


@pytest.mark.parametrize("name", WEB)
def test_a_program_that_runs_no_formulas_gets_texts_as_they_are(name: str) -> None:
    for start in ("- Luistert", "=1+1", "+31", "@x"):
        files = made(name, of_one(definition=start)).files.values()
        found = {cell for raw in files for row in rows(raw) for cell in row if start in cell}
        assert found <= {start, f"<p>{start}</p>", f"<ul><li>{start[2:]}</li></ul>"}


@pytest.mark.parametrize("name", ["cornerstone", "peoplefluent"])
def test_the_code_in_a_row_for_a_second_language_is_understood(name: str) -> None:
    text = {"nl": "Luistert.", "en": "Listens."}
    framework = of_one(name={"nl": "Een", "en": "One"}, indicators=[{"id": "een-a", "text": text}])
    again = planned(name, made(name, framework))
    assert again.left_overs == ()
    back = apply(again).framework
    assert back is not None
    assert not back.competences[0].extra
    assert back.competences[0].name == {"nl": "Een", "en": "One"}


def test_skills_base_tells_two_competences_of_one_name_apart_also_for_jobs() -> None:
    twice = [{"id": f"c-{n}", "name": name} for n, name in enumerate(["Plannen", "plannen"])]
    asked = [{"competence": "c-0", "level": 1}, {"competence": "c-1", "level": 2}]
    profile = PROFILE.model_validate({**PROFILE.model_dump(), "requirements": asked})
    content = Content(framework_of(competences=twice), [profile])
    files = write(content, "", ExportChoices(preset="skillsbase")).files
    assert [row[0] for row in rows(files["skills"])[1:]] == ["Plannen", "plannen (2)"]
    assert [row[1] for row in rows(files["targets"])[1:]] == ["Plannen", "plannen (2)"]


def test_a_third_competence_does_not_get_the_name_that_a_second_one_has_already() -> None:
    names = ["A (2)", "A", "A", "B" * 200, "B" * 300]
    items = [{"id": f"c-{n}", "name": name} for n, name in enumerate(names)]
    found = [
        row[0] for row in rows(made("frappe", framework_of(competences=items)).files["skills"])
    ]
    assert found[1:4] == ["A (2)", "A", "A (3)"]
    assert len(set(found)) == 6
    assert max(map(len, found)) <= 140


def test_the_scale_that_is_made_of_levels_of_jobs_is_shown_to_be_looked_at() -> None:
    (note,) = planned("skillsbase", made("skillsbase")).notes
    assert "(3)" in note.text.nl
    assert "proficiency scale" in note.text.en


def test_a_weight_is_written_as_people_write_it() -> None:
    for weight, said in ((2.0, "2"), (2.5, "2.5"), (10.0, "10"), (0.125, "0.125")):
        asked = [{"competence": "samenwerken", "level": 1, "weight": weight}]
        profile = PROFILE.model_validate({**PROFILE.model_dump(), "requirements": asked})
        content = Content(framework_of(), [profile])
        files = write(content, "", ExportChoices(preset="successfactors")).files
        found = rows(files["role-mapped-competencies"].removeprefix(b"\xef\xbb\xbf"))[2]
        assert found[3] == said


def test_a_name_that_is_not_in_the_file_is_left_out_and_not_written_otherwise() -> None:
    found = report("successfactors", framework_of(), PROFILE)
    assert kinds(found, "profiles", "adviseur", "name", "nl") == {"left-out"}
    assert kinds(found, "framework", "name", "nl") == {"left-out"}
    found = report("skillsbase", framework_of(), PROFILE)
    assert {one.kind for one in found if "proficiency_scales" in one.place} == {"left-out"}


def test_totara_gives_the_framework_its_id_again_and_a_name_made_of_it() -> None:
    back = apply(planned("totara", made("totara"))).framework
    assert back is not None
    assert (back.id, back.name) == ("raamwerk", "Raamwerk")
    assert kinds(report("totara", framework_of()), "framework", "name", "nl") == set()


def test_the_report_says_in_which_way_a_text_moved() -> None:
    found = report("cornerstone", framework_of())
    assert {one.where.nl for one in found if one.where} == {"bij de competentie, zonder niveau"}
    found = report("totara", framework_of())
    assert {one.where.nl for one in found if one.where} == {"met een nieuw id"}


def test_levels_may_only_be_left_out_where_a_competence_with_levels_leaves_one_out() -> None:
    level = {"level": 1, "indicators": [{"id": "een-a", "text": "Luistert."}]}
    two = [{"id": "een", "name": "Een", "levels": [level]}, {"id": "twee", "name": "Twee"}]
    scale = {"id": "s", "name": "S", "levels": [{"number": 1, "name": "Basis"}]}
    framework = framework_of(competences=two, proficiency_scales=[scale])
    for name in ("totara", "opensalt-excel", "nl-excel"):
        export = write(Content(framework), "", ExportChoices(preset=name))
        back = apply(planned(name, export)).framework
        assert back is not None
        assert [one.partial for one in back.proficiency_scales] == [False]


def test_what_an_import_adds_is_never_passed_over() -> None:
    before, after = Content(of_one()), Content(of_one(definition="Bedacht."))
    (added,) = losses_on_return(before, after)
    assert (added.kind, added.value) == ("added", "Bedacht.")


def test_a_job_that_gets_a_new_id_is_not_another_job() -> None:
    other = PROFILE.model_copy(update={"id": "adviseur-2"})
    found = losses_on_return(Content(of_one(), [PROFILE]), Content(of_one(), [other]))
    assert {one.kind for one in found} == {"elsewhere"}
    assert {one.where.nl for one in found if one.where} == {"met een nieuw id"}


def test_all_of_an_item_that_moved_went_along_and_nothing_is_told_twice() -> None:
    shown = {"id": "x", "text": "Zwijgt.", "polarity": "contra", "kind": "attitude"}
    before = Content(of_one(levels=[{"level": 1, "indicators": [shown]}]))
    after = Content(of_one(levels=[{"level": 1, "indicators": [{**shown, "id": "y"}]}]))
    found = losses_on_return(before, after)
    assert {one.kind for one in found} == {"elsewhere"}
    assert len(found) == 3
    assert {one.where.nl for one in found if one.where} == {"met een nieuw id"}
