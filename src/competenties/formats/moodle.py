"""Moodle: the CSV file with a competency framework, as Moodle imports and exports it."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace

from competenties.findings import CompetentiesError, RefusedError
from competenties.formats.applying import apply
from competenties.formats.loss import Export, Loss
from competenties.formats.moodle_plan import plan_of
from competenties.formats.moodle_problems import problems
from competenties.formats.moodle_reading import looks_like_moodle
from competenties.formats.moodle_rows import rows_of
from competenties.formats.plan import ImportPlan
from competenties.formats.returned import losses_on_return
from competenties.formats.source import Content, ExportChoices, ImportChoices, Source
from competenties.messages import Phrase
from competenties.office.tables import read_tables

NAME = "moodle"
SUFFIXES = (".csv",)
TITLE = Phrase(nl="Moodle: competentieraamwerk (CSV)", en="Moodle: competency framework (CSV)")
PAGE = Phrase(
    nl="Een competentieraamwerk voor Moodle (ook Moodle Workplace en IOMAD). Een beheerder leest het in: "
    "Sitebeheer › Competenties › Competentieraamwerk importeren, met scheidingsteken komma en tekenset "
    "UTF-8; de kolommen staan goed. Moodle maakt altijd een nieuw raamwerk: staat het er al, verwijder "
    "dan eerst het oude of geef dat een ander ID-nummer. Clusters, competenties en gedragsindicatoren "
    "worden competenties onder elkaar, met een vast ID-nummer (met .c voor een cluster en .n2 voor "
    "gedrag op niveau 2). Met --levels anchors staan de niveaus en het gedrag ook in de omschrijving "
    "van de competentie; met --levels branch krijgen de niveaus een eigen tak met verwijzingen. Een "
    "naam van meer dan 100 tekens is ingekort; de hele tekst staat in de omschrijving. Moodle telt "
    "iemand als bekwaam vanaf het minimumniveau, of anders vanaf de bovenste helft van de niveaus; "
    "kijk dat na. Gedrag dat niet past staat alleen in de omschrijving, want Moodle zou het als te "
    "behalen tellen. Andere talen, functieprofielen, weging, interviewvragen, ontwikkeltips, "
    "servicebeloften en scoreschalen gaan niet mee. Inlezen gaat met het bestand uit Sitebeheer › "
    "Competenties › Competentieraamwerk exporteren.",
    en="A competency framework for Moodle (Moodle Workplace and IOMAD too). An administrator imports it: "
    "Site administration › Competencies › Import competency framework, with comma as separator and "
    "UTF-8 as encoding; the columns are in place. Moodle always makes a new framework: if it is there "
    "already, delete the old one or give that another ID number first. Clusters, competences and "
    "indicators become competencies under each other, with a fixed ID number (with .c for a cluster "
    "and .n2 for behaviour at level 2). With --levels anchors the levels and the behaviour are in the "
    "description of the competence too; with --levels branch the levels have a branch of their own "
    "with references. A name of more than 100 characters is cut; the whole text is in the "
    "description. Moodle counts somebody as proficient from the minimum level on, or else in the "
    "upper half of the levels; have a look at that. Behaviour that does not fit is in the description "
    "only, because Moodle would count it as something to reach. Other languages, job profiles, "
    "weights, interview questions, development tips, promises and rating scales stay behind. To "
    "import here, use the file from Site administration › Competencies › Export competency framework.",
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
        return any(map(looks_like_moodle, read_tables(source.name, source.raw).sheets))
    except CompetentiesError:
        return False


def plan(source: Source, choices: ImportChoices | None = None) -> ImportPlan:
    """Return what becomes of a file of Moodle. Raises UnusableError with what to do."""
    return plan_of(read_tables(source.name, source.raw), choices or ImportChoices())


def write(content: Content, suffix: str, choices: ExportChoices | None = None) -> Export:
    """Return the file, with what it loses. Raises RefusedError for what Moodle would spoil."""
    del suffix  # there is one kind
    rows = rows_of(content.framework, (choices or ExportChoices()).levels)
    for row, column, reason in problems(rows)[:1]:
        raise RefusedError(_WRONG, row=row, column=column + 1, reason=reason)
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows(rows)
    raw = buffer.getvalue().encode()
    found = losses_on_return(content, _returned(raw))
    return Export({"": raw}, tuple(_with_place(found, content)))


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
        is_told = loss.item in told and loss.place[-2:] == ("text", own)
        yield replace(loss, kind="elsewhere", where=_IN_DESCRIPTION) if is_told else loss
