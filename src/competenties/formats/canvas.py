"""Canvas: the CSV file with outcomes, as Canvas imports it."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace

from competenties.findings import CompetentiesError, RefusedError
from competenties.formats.applying import apply
from competenties.formats.canvas_columns import MOST_TITLE
from competenties.formats.canvas_plan import plan_of
from competenties.formats.canvas_problems import problems
from competenties.formats.canvas_reading import looks_like_canvas
from competenties.formats.canvas_rows import rows_of
from competenties.formats.canvas_titles import level_name, title_of
from competenties.formats.loss import Export, Loss
from competenties.formats.plan import ImportPlan
from competenties.formats.returned import losses_on_return
from competenties.formats.shown_names import Names
from competenties.formats.source import Content, ExportChoices, ImportChoices, Source
from competenties.messages import Phrase
from competenties.office.tables import read_tables

NAME = "canvas"
SUFFIXES = (".csv",)
TITLE = Phrase(nl="Canvas: leerdoelen (CSV)", en="Canvas: outcomes (CSV)")
PAGE = Phrase(
    nl="Leerdoelen voor Canvas. In Canvas heet een leerdoel een outcome, een map met "
    "leerdoelen een group, en een niveau van een leerdoel een rating.\n\n"
    "1. Een beheerder opent in Canvas de pagina Outcomes van het account. In een cursus "
    "kan het op de pagina Outcomes van die cursus.\n"
    "2. Kies Import en dit bestand.\n"
    "3. Canvas stuurt een e-mail. Lees daarin wat er is overgeslagen.\n"
    "4. Kijk na wanneer Canvas iemand voldoende geeft (mastery_points): vanaf het "
    "minimumniveau, of anders vanaf het laagste niveau van de bovenste helft.\n\n"
    "Zo staat het in Canvas:\n"
    "- Het model en elk cluster worden een group. Elke competentie wordt een outcome, met "
    "de niveaus als ratings, de hoogste eerst.\n"
    "- Met --levels anchors staan niveaus en gedrag in de omschrijving. Met --levels "
    "branch krijgt elk gedrag een eigen outcome, in een group bij de competentie.\n"
    "- Gedrag dat niet past staat altijd in de omschrijving, nooit als outcome.\n"
    "- Een nieuw bestand van hetzelfde model maakt niets dubbel: Canvas werkt outcomes "
    "met dezelfde code (vendor_guid) bij.\n"
    "- Een naam van meer dan 255 tekens is ingekort; de hele tekst staat in de "
    "omschrijving. In een omschrijving passen 65.535 tekens; heel lange teksten worden "
    "daarvoor ingekort.\n\n"
    "Gaat niet mee:\n"
    "- andere talen\n"
    "- functieprofielen en weging\n"
    "- interviewvragen en ontwikkeltips\n"
    "- servicebeloften en scoreschalen\n\n"
    "Terug naar dit programma: neem het CSV-bestand van het rapport Outcomes Export, of "
    "een ander bestand met de kolommen vendor_guid, object_type en title.",
    en="Outcomes for Canvas. In Canvas an outcome is a learning goal, a group is a folder of "
    "outcomes, and a rating is a level of an outcome.\n\n"
    "1. In Canvas, an administrator opens the page Outcomes of the account. In a course "
    "it can be done on the page Outcomes of that course.\n"
    "2. Choose Import and this file.\n"
    "3. Canvas sends an e-mail. Read there what was left out.\n"
    "4. Look when Canvas calls somebody good enough (mastery_points): from the minimum "
    "level, or else from the lowest level of the upper half.\n\n"
    "This is how it stands in Canvas:\n"
    "- The framework and each cluster become a group. Each competence becomes an outcome, "
    "with the levels as ratings, the highest first.\n"
    "- With --levels anchors levels and behaviour are in the description. With --levels "
    "branch each behaviour has an outcome of its own, in a group with the competence.\n"
    "- Behaviour that does not fit is always in the description, never an outcome.\n"
    "- A new file of the same framework doubles nothing: Canvas updates outcomes with the "
    "same code (vendor_guid).\n"
    "- A name of more than 255 characters is cut; the whole text is in the description. A "
    "description holds 65,535 characters; very long texts are cut for that.\n\n"
    "Stays behind:\n"
    "- other languages\n"
    "- job profiles and weights\n"
    "- interview questions and development tips\n"
    "- promises and rating scales\n\n"
    "Back to this program: take the CSV file of the report Outcomes Export, or another "
    "file with the columns vendor_guid, object_type and title.",
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
    lists, is_branch = ("clusters", "competences"), levels == "branch"
    names = Names(lists, is_branch, name=title_of, level=level_name, most=MOST_TITLE)
    found = losses_on_return(content, _returned(raw), names.fate(content))
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
        is_text = loss.kind != "added" and loss.place[-2:] == ("text", own)
        is_told = is_text and loss.item in told
        yield replace(loss, kind="elsewhere", where=_IN_DESCRIPTION) if is_told else loss
