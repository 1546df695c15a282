"""Canvas: the CSV file with outcomes, as Canvas imports it."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace

from competenties.findings import CompetentiesError, RefusedError
from competenties.formats.applying import apply
from competenties.formats.canvas_plan import plan_of
from competenties.formats.canvas_problems import problems
from competenties.formats.canvas_reading import looks_like_canvas
from competenties.formats.canvas_rows import rows_of
from competenties.formats.loss import Export, Loss
from competenties.formats.plan import ImportPlan
from competenties.formats.returned import losses_on_return
from competenties.formats.source import Content, ExportChoices, ImportChoices, Source
from competenties.messages import Phrase
from competenties.office.tables import read_tables

NAME = "canvas"
SUFFIXES = (".csv",)
TITLE = Phrase(nl="Canvas: leerdoelen (CSV)", en="Canvas: outcomes (CSV)")
PAGE = Phrase(
    nl="Leerdoelen (outcomes) voor Canvas. Een beheerder leest ze in: Admin › Outcomes › Import, of in "
    "een cursus bij Outcomes. Canvas werkt leerdoelen met dezelfde vendor_guid bij, dus een nieuw "
    "bestand van hetzelfde model maakt niets dubbel. Het model en elk cluster worden een group, elke "
    "competentie een outcome met de niveaus als ratings, de hoogste eerst. Voldoende (mastery_points) "
    "is het minimumniveau, of anders het laagste niveau van de bovenste helft; kijk dat na. Met --levels "
    "anchors staan niveaus en gedrag in de omschrijving; met --levels branch krijgt elk gedrag een "
    "eigen outcome, in een group bij de competentie. Gedrag dat niet past staat altijd in de "
    "omschrijving. Een naam van meer dan 255 tekens is ingekort; de hele tekst staat in de omschrijving. "
    "Andere talen, functieprofielen, weging, interviewvragen, ontwikkeltips, servicebeloften en "
    "scoreschalen gaan niet mee. Inlezen gaat met het CSV-bestand uit Outcomes › Export.",
    en="Outcomes for Canvas. An administrator imports them: Admin › Outcomes › Import, or in a course "
    "under Outcomes. Canvas updates outcomes with the same vendor_guid, so a new file of the same "
    "framework doubles nothing. The framework and each cluster become a group, each competence an "
    "outcome with the levels as ratings, the highest first. Mastery (mastery_points) is the minimum "
    "level, or else the lowest level of the upper half; have a look at that. With --levels anchors "
    "levels and behaviour are in the description; with --levels branch each behaviour has an outcome "
    "of its own, in a group with the competence. Behaviour that does not fit is always in the "
    "description. A name of more than 255 characters is cut; the whole text is in the description. "
    "Other languages, job profiles, weights, interview questions, development tips, promises and "
    "rating scales stay behind. To import here, use the CSV file from Outcomes › Export.",
)

_WRONG = Phrase(
    nl="Canvas zou dit bestand niet goed inlezen: rij {row}, {column}: {reason}. Er is niets gemaakt. "
    "Pas de tekst aan en probeer het opnieuw.",
    en="Canvas would not import this file as it should: row {row}, {column}: {reason}. Nothing was "
    "written. Change the text and try again.",
)
_IN_DESCRIPTION = Phrase(
    nl="in de omschrijving van de competentie", en="in the description of the competence"
)


def recognises(source: Source) -> bool:
    """Tell whether a source has the headers of Canvas."""
    if b"vendor_guid" not in source.raw and b"v\0e\0n\0d\0o\0r\0_" not in source.raw:
        return False
    try:
        return any(map(looks_like_canvas, read_tables(source.name, source.raw).sheets))
    except CompetentiesError:
        return False


def plan(source: Source, choices: ImportChoices | None = None) -> ImportPlan:
    """Return what becomes of a file of Canvas. Raises UnusableError with what to do."""
    return plan_of(read_tables(source.name, source.raw), choices or ImportChoices())


def write(content: Content, suffix: str, choices: ExportChoices | None = None) -> Export:
    """Return the file, with what it loses. Raises RefusedError for what Canvas would not take."""
    del suffix  # there is one kind
    levels = (choices or ExportChoices()).levels
    rows = rows_of(content.framework, levels)
    for row, column, reason in problems(rows)[:1]:
        raise RefusedError(_WRONG, row=row, column=column, reason=reason)
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows(rows)
    raw = buffer.getvalue().encode()
    found = losses_on_return(content, _returned(raw))
    return Export({"": raw}, tuple(_with_place(found, content, is_listed=levels == "anchors")))


def _returned(raw: bytes) -> Content | None:
    try:
        framework = apply(plan(Source("canvas.csv", raw))).framework
    except CompetentiesError:  # too large to be read again
        return None
    return Content(framework) if framework else None


def _with_place(found: Iterable[Loss], content: Content, *, is_listed: bool) -> Iterator[Loss]:
    """Yield losses; behaviour without a row of its own is in a description, in one language."""
    own = content.framework.language
    told = {
        one.id
        for competence in content.framework.competences
        for one in competence.all_indicators()
        if is_listed or one.is_contra
    }
    for loss in found:
        is_told = loss.item in told and loss.place[-2:] == ("text", own)
        yield replace(loss, kind="elsewhere", where=_IN_DESCRIPTION) if is_told else loss
