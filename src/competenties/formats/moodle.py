"""Moodle: the CSV file with a competency framework, as Moodle imports and exports it."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace

from competenties.findings import CompetentiesError, RefusedError
from competenties.formats.applying import apply
from competenties.formats.loss import Export, Loss
from competenties.formats.moodle_csv import with_doubled_quotes
from competenties.formats.moodle_plan import plan_of
from competenties.formats.moodle_problems import problems
from competenties.formats.moodle_reading import looks_like_moodle
from competenties.formats.moodle_rows import rows_of
from competenties.formats.moodle_texts import MOST_NAME, level_name, short_name
from competenties.formats.plan import ImportPlan
from competenties.formats.returned import losses_on_return
from competenties.formats.shown_names import Names
from competenties.formats.source import Content, ExportChoices, ImportChoices, Source
from competenties.messages import Phrase
from competenties.office.tables import TableFile, read_tables

NAME = "moodle"
SUFFIXES = (".csv",)
TITLE = Phrase(nl="Moodle: competentieraamwerk (CSV)", en="Moodle: competency framework (CSV)")
PAGE = Phrase(
    nl="Een competentieraamwerk voor Moodle, ook voor Moodle Workplace en IOMAD.\n\n"
    "1. Staat dit raamwerk al in Moodle? Verwijder het eerst, of geef het een ander "
    "ID-nummer. Moodle maakt altijd een nieuw raamwerk.\n"
    "2. Een beheerder gaat naar Sitebeheer › Competenties › Competentieraamwerk "
    "importeren.\n"
    "3. Kies dit bestand, scheidingsteken komma en tekenset UTF-8. De kolommen staan "
    "goed.\n"
    "4. Kijk na vanaf welk niveau Moodle iemand als bekwaam telt: vanaf het "
    "minimumniveau, of anders vanaf de bovenste helft van de niveaus.\n\n"
    "Zo staat het in Moodle:\n"
    "- Clusters, competenties en gedragsindicatoren worden competenties onder elkaar, met "
    "een vast ID-nummer (met .c voor een cluster en .n2 voor gedrag op niveau 2).\n"
    "- Met --levels anchors staan de niveaus en het gedrag ook in de omschrijving van de "
    "competentie. Met --levels branch krijgen de niveaus een eigen tak met verwijzingen.\n"
    "- Gedrag dat niet past staat alleen in de omschrijving, want Moodle zou het als te "
    "behalen tellen.\n"
    "- Een naam van meer dan 100 tekens is ingekort; de hele tekst staat in de "
    "omschrijving.\n\n"
    "Gaat niet mee:\n"
    "- andere talen\n"
    "- functieprofielen en weging\n"
    "- interviewvragen en ontwikkeltips\n"
    "- servicebeloften en scoreschalen\n\n"
    "Terug naar dit programma: neem het bestand uit Sitebeheer › Competenties › "
    "Competentieraamwerk exporteren.",
    en="A competency framework for Moodle, for Moodle Workplace and IOMAD too.\n\n"
    "1. Is this framework in Moodle already? Delete it first, or give it another ID "
    "number. Moodle always makes a new framework.\n"
    "2. An administrator goes to Site administration › Competencies › Import competency "
    "framework.\n"
    "3. Choose this file, comma as separator and UTF-8 as encoding. The columns are in "
    "place.\n"
    "4. Look from which level Moodle counts somebody as proficient: from the minimum "
    "level, or else in the upper half of the levels.\n\n"
    "This is how it stands in Moodle:\n"
    "- Clusters, competences and indicators become competencies under each other, with a "
    "fixed ID number (with .c for a cluster and .n2 for behaviour at level 2).\n"
    "- With --levels anchors the levels and the behaviour are in the description of the "
    "competence too. With --levels branch the levels have a branch of their own with "
    "references.\n"
    "- Behaviour that does not fit is in the description only, because Moodle would count "
    "it as something to reach.\n"
    "- A name of more than 100 characters is cut; the whole text is in the description.\n\n"
    "Stays behind:\n"
    "- other languages\n"
    "- job profiles and weights\n"
    "- interview questions and development tips\n"
    "- promises and rating scales\n\n"
    "Back to this program: take the file from Site administration › Competencies › Export "
    "competency framework.",
)

_WRONG = Phrase(
    nl="Moodle zou dit bestand niet goed inlezen: rij {row}, kolom {column}: {reason}. Er is niets "
    "gemaakt. Pas de tekst aan en probeer het opnieuw.",
    en="Moodle would not import this file as it should: row {row}, column {column}: {reason}. Nothing "
    "was written. Change the text and try again.",
)
_IN_DESCRIPTION = Phrase(
    nl="in de omschrijving van de competentie", en="in the description of the competence"
)


def recognises(source: Source) -> bool:
    """Tell whether a source has the columns of Moodle and the row of a framework."""
    if b"scaleid" not in source.raw and b"s\0c\0a\0l\0e\0i\0d" not in source.raw:
        return False
    try:
        return any(map(looks_like_moodle, _file(source).sheets))
    except CompetentiesError:
        return False


def plan(source: Source, choices: ImportChoices | None = None) -> ImportPlan:
    """Return what becomes of a file of Moodle. Raises UnusableError with what to do."""
    return plan_of(_file(source), choices or ImportChoices())


def write(content: Content, suffix: str, choices: ExportChoices | None = None) -> Export:
    """Return the file, with what it loses. Raises RefusedError for what Moodle would spoil."""
    del suffix  # there is one kind
    levels = (choices or ExportChoices()).levels
    rows = rows_of(content.framework, levels)
    for row, column, reason in problems(rows)[:1]:
        raise RefusedError(_WRONG, row=row, column=column + 1, reason=reason)
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows(rows)
    raw = buffer.getvalue().encode()
    lists = ("clusters", "competences", *(["proficiency_scales"] if levels == "branch" else []))
    names = Names(lists, has_behaviour=True, name=short_name, level=level_name, most=MOST_NAME)
    found = losses_on_return(content, _returned(raw), names.fate(content))
    return Export({"": raw}, tuple(_with_place(found, content)))


def _file(source: Source) -> TableFile:
    return read_tables(source.name, with_doubled_quotes(source.raw))


def _returned(raw: bytes) -> Content | None:
    try:
        framework = apply(plan(Source("moodle.csv", raw))).framework
    except CompetentiesError:  # too large to be read again
        return None
    return Content(framework) if framework else None


def _with_place(found: Iterable[Loss], content: Content) -> Iterator[Loss]:
    """Yield losses; behaviour that does not fit is in a description, in the framework's language."""
    own = content.framework.language
    told = {
        one.id
        for competence in content.framework.competences
        for one in competence.all_indicators()
        if one.is_contra
    }
    for loss in found:
        is_text = loss.kind != "added" and loss.place[-2:] == ("text", own)
        is_told = is_text and loss.item in told
        yield replace(loss, kind="elsewhere", where=_IN_DESCRIPTION) if is_told else loss
