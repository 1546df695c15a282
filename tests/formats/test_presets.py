"""Each preset writes what its tool takes: columns, signs, lengths, and no formula in any cell."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from table_losses import source_of

from competenties.findings import NotFoundError
from competenties.formats.applying import apply
from competenties.formats.loss import Export
from competenties.formats.presets import preset_file, preset_files
from competenties.formats.source import Content, ExportChoices, ImportChoices, Source
from competenties.formats.table import plan, write
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile

SHARED = Path(__file__).parents[3] / "shared" / "data" / "interop"


def framework_of(**changes: Any) -> Framework:
    """Return a small framework: a cluster, a competence with two levels, and a contra-indicator."""
    data: dict[str, Any] = {
        "id": "raamwerk",
        "name": "Raamwerk",
        "language": "nl",
        "proficiency_scales": [
            {
                "id": "niveaus",
                "name": "Niveaus",
                "levels": [{"number": 1, "name": "Basis"}, {"number": 3, "name": "Expert"}],
            }
        ],
        "clusters": [{"id": "samen", "name": "Samen"}],
        "competences": [
            {
                "id": "samenwerken",
                "name": {"nl": "Samenwerken", "en": "Working together"},
                "definition": "Draagt bij & deelt.",
                "cluster": "samen",
                "levels": [
                    {
                        "level": 1,
                        "text": "Onder begeleiding.",
                        "indicators": [
                            {"id": "samenwerken-a", "text": "Deelt informatie."},
                            {"id": "samenwerken-b", "text": "Zwijgt.", "polarity": "contra"},
                        ],
                    },
                    {"level": 3, "indicators": [{"id": "samenwerken-c", "text": "Verbindt."}]},
                ],
            }
        ],
    }
    return Framework.model_validate(data | changes)


PROFILE = JobProfile.model_validate(
    {
        "id": "adviseur",
        "name": "Adviseur",
        "language": "nl",
        "purpose": "Helpt klanten.",
        "frameworks": [{"id": "raamwerk"}],
        "requirements": [
            {"competence": "samenwerken", "level": 3, "weight": 2.5, "need": "desirable"}
        ],
    }
)


def made(name: str, framework: Framework | None = None, levels: Any = "anchors") -> Export:
    """Return the export of a framework with a job."""
    content = Content(framework or framework_of(), [PROFILE])
    return write(content, "", ExportChoices(preset=name, levels=levels))


def rows(raw: bytes, delimiter: str = ",") -> list[list[str]]:
    """Return the rows of a CSV file as any program reads them."""
    return list(csv.reader(io.StringIO(raw.decode("utf-8"), newline=""), delimiter=delimiter))


def back(name: str, levels: Any = "anchors") -> Framework:
    """Return what an import makes of the export of a preset."""
    suffix = preset_file(name).LAYOUT.suffix
    source = source_of(made(name, levels=levels), suffix)
    framework = apply(plan(source, ImportChoices(language="nl"))).framework
    assert framework is not None
    return framework


def test_totara_gets_its_columns_without_a_mark_and_parents_first() -> None:
    raw = made("totara").files["comp"]
    header, cluster, competence = rows(raw)
    assert raw[:8] == b"idnumber"
    assert header == [
        "idnumber",
        "fullname",
        "shortname",
        "deleted",
        "description",
        "frameworkidnumber",
        "parentidnumber",
        "typeidnumber",
        "timemodified",
        "aggregationmethod",
    ]
    assert cluster == ["samen", "Samen", "cluster", "0", "", "raamwerk", "", "", "0", "ALL"]
    assert competence[:2] == ["samenwerken", "Samenwerken"]
    assert competence[4] == (
        "<p>Draagt bij &amp; deelt.</p><h4>Niveau 1 – Basis</h4><p>Onder begeleiding.</p>"
        "<h5>Gedrag</h5><ul><li>Deelt informatie.</li></ul>"
        "<h5>Gedrag dat hier niet bij past</h5><ul><li>Zwijgt.</li></ul>"
        "<h4>Niveau 3 – Expert</h4><h5>Gedrag</h5><ul><li>Verbindt.</li></ul>"
    )
    assert competence[5:7] == ["raamwerk", "samen"]


def test_totara_gets_behaviour_below_its_competence_when_that_is_asked_but_no_contra() -> None:
    found = rows(made("totara", levels="branch").files["comp"])[3:]
    assert [(row[0], row[1], row[2], row[6]) for row in found] == [
        ("samenwerken-a", "Deelt informatie.", "n1-indicator", "samenwerken"),
        ("samenwerken-c", "Verbindt.", "n3-indicator", "samenwerken"),
    ]
    (one,) = back("totara", "branch").competences
    found_back = [(i.text, i.is_contra) for i in one.all_indicators()]
    assert sorted(found_back) == [
        ("Deelt informatie.", False),
        ("Verbindt.", False),
        ("Zwijgt.", True),
    ]
    assert {"samenwerken-a", "samenwerken-c"} <= {i.id for i in one.all_indicators()}


def test_totara_gets_no_backslash_that_takes_a_quote_with_it() -> None:
    names = ["pad C:\\", 'zeg \\"hoi\\"']
    items = [{"id": f"c{n}", "name": name, "definition": name} for n, name in enumerate(names)]
    content = Content(
        Framework.model_validate({"id": "f", "name": "F", "language": "nl", "competences": items})
    )
    for row in rows(write(content, ".csv", ExportChoices(preset="totara")).files["comp"]):
        assert not any(re.search(r'\\("|\Z)', cell) for cell in row)


def test_own_names_of_levels_and_a_minimum_level_come_back_from_totara() -> None:
    levels = [{"level": 1, "name": "Eigen: naam"}, {"level": 2}]
    scale = {"id": "s", "name": "S", "levels": [{"number": n, "name": f"N{n}"} for n in (1, 2)]}
    one = {"id": "c", "name": "C", "levels": levels, "minimum_level": {"level": 2, "reason": "Zo."}}
    values = {"id": "f", "name": "F", "language": "nl", "competences": [one, {**one, "id": "d"}]}
    content = Content(Framework.model_validate({**values, "proficiency_scales": [scale]}))
    export = write(content, ".csv", ExportChoices(preset="totara"))
    lost = {loss.place[-2] for loss in export.losses if loss.place[1] == "competences"}
    assert lost == set()


@pytest.mark.parametrize("name", ["totara", "opensalt-excel"])
def test_levels_and_behaviour_come_back_from_totara_and_opensalt(name: str) -> None:
    (one,) = back(name).competences
    assert (one.id, one.definition, one.cluster) == (
        "samenwerken",
        "Draagt bij & deelt.",
        "samen",
    )
    found = [(i.text, i.is_contra) for level in one.levels for i in level.indicators]
    assert [level.level for level in one.levels] == [1, 3]
    assert one.levels[0].text == "Onder begeleiding."
    assert found == [("Deelt informatie.", False), ("Zwijgt.", True), ("Verbindt.", False)]
    assert [one.name for one in back(name).proficiency_scales[0].levels] == ["Basis", "Expert"]


def test_successfactors_gets_two_header_rows_and_a_column_for_each_language() -> None:
    files = made("successfactors").files
    technical, labels, row = rows(files["competencies"].removeprefix(b"\xef\xbb\xbf"))
    assert technical[:5] == [
        "[OPERATOR]",
        "externalCode",
        "name.defaultValue",
        "name.nl_NL",
        "name.en_US",
    ]
    assert len(labels) == len(technical)
    assert row[:5] == ["", "samenwerken", "Samenwerken", "Samenwerken", "Working together"]
    roles = rows(files["role-mapped-competencies"].removeprefix(b"\xef\xbb\xbf"))
    values = dict(zip(roles[0], roles[2], strict=True))
    assert values["externalCode"] == "adviseur"
    assert values["roleCompetencyMappings.competency.externalCode"] == "samenwerken"
    assert values["roleCompetencyMappings.weight.nl_NL"] == "2.5"
    assert values["roleCompetencyMappings.rating.defaultValue"] == "3"
    page = preset_file("successfactors").PAGE
    assert "twee koprijen" in page.nl
    assert "template" in page.en


def test_cornerstone_gets_short_ids_cultures_and_behaviour_without_contra() -> None:
    long = "a" * 60
    files = made("cornerstone", framework_of(competences=[{"id": long, "name": "Lang"}])).files
    (code,) = {row[0] for row in rows(files["general-information"])[1:]}
    assert len(code) == 32
    assert not code.startswith("10-")
    files = made("cornerstone").files
    assert rows(files["general-information"])[1:] == [
        ["samenwerken", "nl-NL", "Samenwerken", "Draagt bij & deelt."],
        ["samenwerken", "en-US", "Working together", ""],
    ]
    found = rows(files["items-and-behaviors"])[1:]
    assert [row[3] for row in found] == ["Deelt informatie.", "Verbindt."]


def test_a_file_has_no_more_rows_than_its_tool_takes() -> None:
    many = [{"id": f"c-{n}", "name": f"Competentie {n}"} for n in range(5_100)]
    files = made("skillsbase", framework_of(competences=many)).files
    counts = {name: len(rows(raw)) - 1 for name, raw in files.items()}
    assert counts == {"skills-1": 2500, "skills-2": 2500, "skills-3": 100}
    assert len({raw.partition(b"\r\n")[0] for raw in files.values()}) == 1


def test_peoplefluent_gets_a_path_of_clusters_and_what_jobs_ask() -> None:
    files = made("peoplefluent").files
    first, second = rows(files["competencies"])[1:]
    assert first[:7] == [
        "A",
        "samenwerken",
        "Samenwerken",
        "Samen",
        "Draagt bij & deelt.",
        "nl",
        "Y",
    ]
    assert (second[2], second[5]) == ("Working together", "en")
    assert rows(files["job-profiles"])[1][-3:] == ["samenwerken", "N", "3"]
    assert files["competencies"].startswith(b'"Action","ReferenceCode"')


def test_a_text_that_is_too_long_is_shortened_at_a_word_and_reported() -> None:
    name = "Een heel lange naam van een competentie " * 5
    export = made("peoplefluent", framework_of(competences=[{"id": "lang", "name": name}]))
    title = rows(export.files["competencies"])[1][2]
    assert len(title) <= 85
    assert title == f"{name[:83]}…"
    assert name[83] == " "
    place = ("framework", "competences", "lang", "name", "nl")
    (loss,) = [one for one in export.losses if one.place == place]
    assert loss.kind == "shortened"


def test_odoo_gets_a_type_with_its_skills_beside_its_levels() -> None:
    header, first, second = rows(made("odoo").files["hr.skill.type"])
    assert header[0] == "id"
    assert first == ["samen", "Samen", "samenwerken", "Samenwerken", "Basis", "50", "True"]
    assert second == ["", "", "", "", "Expert", "100", "False"]
    alone = framework_of(proficiency_scales=[], clusters=[])
    (only,) = rows(made("odoo", alone).files["hr.skill.type"])[1:]
    assert only[:2] == ["no_cluster", "Raamwerk"]
    assert only[4:] == ["Aanwezig", "100", "True"]


def test_frappe_gets_names_that_are_there_once() -> None:
    twice = [{"id": f"c-{n}", "name": name} for n, name in enumerate(["Plannen", "plannen"])]
    found = rows(made("frappe", framework_of(competences=twice)).files["skills"])
    assert found == [["Skill Name", "Description"], ["Plannen", ""], ["plannen (2)", ""]]


def test_a_dutch_excel_gets_semicolons_and_a_mark() -> None:
    files = made("nl-excel").files
    assert list(files) == ["competenties", "indicatoren", "functies"]
    assert all(raw.startswith(b"\xef\xbb\xbf") for raw in files.values())
    assert b"Competentie-id;" in files["competenties"]


def test_opensalt_gets_three_sheets_with_the_order_as_text() -> None:
    many = [{"id": f"c-{n}", "name": f"C {n}"} for n in range(12)]
    framework = framework_of(
        competences=[*many, {"id": "z", "name": "Z", "relations": [RELATED]}], clusters=[]
    )
    book = openpyxl.load_workbook(io.BytesIO(made("opensalt-excel", framework).files[""]))
    assert book.sheetnames == ["CF Doc", "CF Item", "CF Association"]
    numbers = [row[3] for row in book["CF Item"].iter_rows(min_row=2, values_only=True)]
    assert numbers == [str(n) for n in range(1, 14)]
    (relation,) = book["CF Association"].iter_rows(min_row=2, values_only=True)
    assert len(relation) == 10
    assert (relation[3], relation[4], relation[7]) == ("z", "Precedes", "c-1")


RELATED = {"kind": "precedes", "competence": "c-1"}


FOR_EXCEL = ["nl-excel", "opensalt-excel", "successfactors"]


@pytest.mark.parametrize("name", FOR_EXCEL)
@pytest.mark.parametrize("start", ["=1+1", "+31", "-5", "@SUM(A1)", "'=x"])
def test_no_cell_begins_as_a_formula_in_a_file_that_people_open_in_excel(
    name: str, start: str
) -> None:
    one = {"id": "gevaar", "name": start, "definition": start, "cluster": "samen"}
    framework = framework_of(competences=[one], clusters=[{"id": "samen", "name": start}])
    layout = preset_file(name).LAYOUT
    for raw in made(name, framework).files.values():
        if layout.suffix == ".xlsx":
            cells = [c for s in openpyxl.load_workbook(io.BytesIO(raw)) for r in s for c in r]
            assert not [cell.value for cell in cells if cell.data_type == "f"]
        else:
            text = raw.removeprefix(b"\xef\xbb\xbf")
            for row in rows(text, layout.delimiter):
                assert not [cell for cell in row if cell[:1] in ("=", "+", "-", "@")]


def test_a_preset_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(NotFoundError, match="totara"):
        made("onzin")


@pytest.mark.parametrize("name", sorted(preset_files()))
def test_the_page_of_a_preset_is_in_two_languages(name: str) -> None:
    one = preset_files()[name]
    assert len(one.PAGE.nl) > 100
    assert len(one.PAGE.en) > 100
    assert one.PAGE.nl != one.PAGE.en


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here")
@pytest.mark.parametrize("kind", ["sample", "template"])
def test_a_workbook_of_opensalt_comes_in_or_is_refused_with_a_reason(kind: str) -> None:
    path = SHARED / "samples" / f"opensalt-spreadsheet_import_{kind}.xlsx"
    source = Source(path.name, path.read_bytes())
    if kind == "template":
        with pytest.raises(Exception, match="competence"):
            plan(source)
        return
    framework = apply(plan(source)).framework
    assert framework is not None
    assert framework.name == "SampleFramework"
    assert [one.name for one in framework.clusters] == ["Statement 1", "Statement 3"]
    assert [one.name for one in framework.competences] == ["Statement 2", "Statement 4"]
