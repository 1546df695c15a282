"""The workbook computes what the results compute: an office program is the judge."""

from pathlib import Path

import pytest
from filling import basis, filled, form, saved_by_libreoffice

from competenties.model.scale import FREQUENCY_SCALE, Arithmetic, RatingScale
from competenties.office.cells import Cells, read_cells
from competenties.ratings.outcomes import PartOutcome, outcomes_of, total_of
from competenties.ratings.reading import FilledForm, read_form

pytestmark = pytest.mark.slow

MEDIAN = FREQUENCY_SCALE.model_copy(
    update={
        "arithmetic": Arithmetic(
            method="median", visible_from=3.5, partly_from=2.5, coverage=0.5, decimals=2
        )
    }
)
LEVELS = next(one for one in basis().rating_scales if one.kind == "level")
NORM = RatingScale.model_validate(
    {
        "id": "norm",
        "name": "Norm",
        "kind": "norm",
        "points": [{"value": number, "label": "past"} for number in (-2, 0, 3, 10)],
        "not_observed": False,
        "arithmetic": {"visible_from": 3, "partly_from": 1.25, "decimals": 3, "coverage": 0.34},
    }
)
WEIGHED = FREQUENCY_SCALE.model_copy(
    update={
        "arithmetic": Arithmetic(weights="profile", visible_from=4, partly_from=3, coverage=0.3)
    }
)
SCALES = {
    "weighted": WEIGHED,
    "mean": FREQUENCY_SCALE,
    "median": MEDIAN,
    "level": LEVELS,
    "norm": NORM,
}


@pytest.mark.parametrize("name", SCALES)
def test_every_computed_cell_is_what_the_results_say(tmp_path: Path, name: str) -> None:
    compare(tmp_path, name, 8)


@pytest.mark.parametrize("name", SCALES)
def test_every_computed_cell_of_a_thousand_forms(tmp_path: Path, name: str) -> None:
    compare(tmp_path, name, 250)


def compare(folder: Path, name: str, count: int) -> None:
    blank = form("appraisal-report", scale=SCALES[name])
    made = {f"{seed:04}.xlsx": filled(blank, seed) for seed in range(count)}
    computed = saved_by_libreoffice(folder, made)
    assert sorted(computed) == sorted(made)
    scored = 0
    for file, raw in computed.items():
        before, after = read_form(made[file]), read_form(raw)
        assert after == before, file
        shown = rows(raw)
        outcomes = outcomes_of(after.text, after.answers)
        assert shown == [row(one, after) for one in outcomes], file
        if name == "weighted":
            total = total_of(after.text, [(one.part, one.outcome.score) for one in outcomes])
            assert total_in(raw) == ("" if total is None else plain(str(total))), file
        scored += sum(one.outcome.score is not None for one in outcomes)
    assert scored > count


def rows(raw: bytes) -> list[dict[str, str]]:
    """Return the rows of the sheet with results by the titles of their columns."""
    (sheet,) = read_cells(raw, {"Resultaat"})
    header = next(int(place[1:]) for place, said in sheet.cells.items() if said == "Competentie")
    titles = {place[0]: said for place, said in sheet.cells.items() if place[1:] == str(header)}
    return [_row(sheet.cells, titles, number) for number in range(header + 1, header + 6)]


def total_in(raw: bytes) -> str:
    """Return the weighted total under the rows."""
    (sheet,) = read_cells(raw, {"Resultaat"})
    column = next(place[0] for place, said in sheet.cells.items() if said == "Uitkomst")
    number = next(place[1:] for place, said in sheet.cells.items() if said.startswith("Totaal,"))
    return plain(sheet.cells.get(f"{column}{number}", ""))


def _row(cells: Cells, titles: dict[str, str], number: int) -> dict[str, str]:
    values = {title: cells.get(f"{letter}{number}", "") for letter, title in titles.items()}
    return {title: plain(value) for title, value in values.items() if title != "Gevraagd"}


def row(one: PartOutcome, form_: FilledForm) -> dict[str, str]:
    """Return the row that a part should have, by the results of the program."""
    counts, scale = one.outcome.counts, form_.text.content.scale
    found = {"Competentie": one.part.competence.name, "Met cijfer": str(counts.rated)}
    if scale.not_observed:
        found["n.w."] = str(counts.not_observed)
    found |= {"n.v.t.": str(counts.not_applicable), "Leeg": str(counts.blank)}
    score, gap = one.outcome.score, one.outcome.gap
    found["Uitkomst"] = "" if score is None else plain(str(score))
    words = {"yes": "ja", "partly": "deels", "no": "nee", "too-little": "te weinig gezien"}
    if scale.kind == "level":
        found["Verschil in niveaus"] = "" if gap is None else plain(str(gap))
    else:
        found["Zichtbaar op gevraagd niveau"] = words[one.outcome.verdict or "too-little"]
    said = "ondergrens niet gehaald: bespreken" if one.is_below_floor else ""
    return {**found, "Ondergrens": said}


def plain(value: str) -> str:
    """Return a number as itself, however many zeros it was stored with."""
    try:
        return f"{float(value):g}"
    except ValueError:
        return value
