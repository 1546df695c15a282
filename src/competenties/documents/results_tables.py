"""Results as the sheets of a workbook, each with its arithmetic in words on the first one."""

from collections.abc import Callable, Iterator

from competenties.documents import results_sheets
from competenties.documents.form_result import BELOW, VERDICTS
from competenties.documents.results_collected import Collected, filled, header, role_name
from competenties.messages import Language, Phrase
from competenties.model.settings import Privacy
from competenties.model.text import text_in
from competenties.office.tables import Table, Value
from competenties.ratings.pseudonyms import NOT_ANONYMOUS
from competenties.ratings.results import PersonResult, RoleResult

_TOO_FEW = Phrase(nl="minder dan {least}: niet getoond", en="fewer than {least}: not shown")


def result_tables(collected: Collected, language: Language) -> list[Table]:
    """Return the sheets; those without anything on them are left out, save the first two."""
    made = [_read_first(collected, language), _people(collected, language)]
    optional: list[Callable[[Collected, Language], Table]] = [
        results_sheets.examples,
        results_sheets.open_answers,
        results_sheets.teams,
        results_sheets.sentences,
        results_sheets.periods,
        results_sheets.not_counted,
        results_sheets.not_returned,
    ]
    others = (one(collected, language) for one in optional)
    return [_without_empty_columns(one) for one in (*made, *others) if one.rows or one in made]


def _without_empty_columns(table: Table) -> Table:
    """Return a table without the columns in which no row says anything."""
    kept = [
        place
        for place in range(len(table.header))
        if not table.rows or any(row[place] != "" for row in table.rows)
    ]
    rows = [[row[place] for place in kept] for row in table.rows]
    naming = max(1, sum(place < table.naming for place in kept))
    return Table(table.name, tuple(table.header[place] for place in kept), rows, naming)


_READ_FIRST = Phrase(nl="Lees dit eerst", en="Read this first")
_SUBJECT = Phrase(nl="Onderwerp", en="Subject")
_SAID = Phrase(nl="Wat u moet weten", en="What you need to know")
_WHAT = Phrase(nl="Wat dit is", en="What this is")
_WHAT_IS = Phrase(
    nl="Uitkomsten van {forms} ingevulde formulieren over {people} mensen of teams. Het programma telt en rekent; "
    "het beslist niets over iemand. Bespreek een uitkomst altijd met degene over wie het gaat.",
    en="Results of {forms} filled forms about {people} people or teams. The program counts and computes; it "
    "decides nothing about anybody. Always discuss a result with whom it is about.",
)
_COUNTING = Phrase(nl="Hoe er is gerekend", en="How it was counted")
_COUNTED = Phrase(
    nl="Per formulier: het gemiddelde of het middelste van de antwoorden met een cijfer, zoals op het formulier staat. "
    "Niet waargenomen, n.v.t. en leeg tellen niet mee en zijn geen nul. Vulden er meer mensen met dezelfde rol in, dan "
    "telt elk formulier even zwaar. Er wordt één keer afgerond, een half naar boven. Rollen worden niet bij elkaar geteld. "
    "Te weinig gezien: te weinig regels hebben een cijfer, of te weinig invullers van die rol hebben een uitkomst. "
    "Ondergrens niet gehaald: het niveau dat de functie ten minste vraagt, is niet helemaal zichtbaar; een mens beslist wat dat betekent.",
    en="For each form: the mean or the median of the answers with a number, as the form says. Not observed, n/a and "
    "blank do not count and are no zero. Where several people with one role filled in a form, each form counts the "
    "same. It is rounded once, a half upwards. Roles are not added together. "
    "Too little seen: too few lines have a number, or too few raters of that role have a result. "
    "Below the floor: the level that the job asks at least is not fully visible; a person decides what that means.",
)
_PROTECTION = Phrase(nl="Bescherming van invullers", en="Protection of raters")
_PROTECTED = Phrase(
    nl="Met minder dan {raters} collega's (of teamleden, of klanten) wordt hun uitkomst niet getoond, en ook geen totaal "
    "waaruit die te berekenen is. Een team heeft ten minste {people} mensen nodig.",
    en="With fewer than {raters} colleagues (or team members, or customers) their result is not shown, nor any total "
    "from which it could be computed. A team needs at least {people} people.",
)
_LEFT_OUT = Phrase(
    nl="Aantal teams dat te klein is en er niet in staat: {count}.",
    en="Number of teams that are too small and are left out: {count}.",
)
_PRIVACY = Phrase(nl="Privacy", en="Privacy")
_CONFIDENTIAL = Phrase(
    nl="Vertrouwelijk. Bewaar dit bestand alleen zo lang als het nodig is.",
    en="Confidential. Keep this file only as long as it is needed.",
)
_NAMES = Phrase(nl="Namen", en="Names")
_MOVED = Phrase(nl="Gewijzigde tekst", en="Changed text")
_TO_KNOW = Phrase(nl="Om te weten", en="To know")


def _read_first(collected: Collected, language: Language) -> Table:
    privacy = collected.privacy
    forms = sum(len(one.forms) for one in collected.results)
    rows = [
        (_WHAT, _WHAT_IS.filled(forms=forms, people=len(collected.results))),
        (_COUNTING, _COUNTED),
        (
            _PROTECTION,
            _PROTECTED.filled(raters=privacy.least_raters, people=privacy.least_people),
        ),
    ]
    if collected.left_out_teams:
        rows.append((_PROTECTION, _LEFT_OUT.filled(count=collected.left_out_teams)))
    if collected.has_pseudonyms:
        rows.append((_NAMES, NOT_ANONYMOUS))
    rows.extend((_TO_KNOW, note) for note in collected.notes)
    rows.append((_PRIVACY, _CONFIDENTIAL))
    said = [(title.say(language), text.say(language)) for title, text in rows]
    own = [text_in(text, language, language) for text in privacy.stated]
    said += [(_PRIVACY.say(language), text) for text in own]
    said += [(_MOVED.say(language), text) for text in collected.moved_on]
    return Table(_READ_FIRST.say(language), (_SUBJECT.say(language), _SAID.say(language)), said, 1)


_PEOPLE = Phrase(nl="Uitkomsten", en="Results")
_PEOPLE_HEADER = (
    Phrase(nl="Naam", en="Name"),
    Phrase(nl="Nummer", en="Number"),
    Phrase(nl="Competentie", en="Competence"),
    Phrase(nl="Wie", en="Who"),
    Phrase(nl="Gevraagd", en="Requested"),
    Phrase(nl="Formulieren", en="Forms"),
    Phrase(nl="Met cijfer", en="With a number"),
    Phrase(nl="Niet waargenomen", en="Not observed"),
    Phrase(nl="N.v.t.", en="N/a"),
    Phrase(nl="Leeg", en="Blank"),
    Phrase(nl="Uitkomst", en="Result"),
    Phrase(nl="Laagste", en="Lowest"),
    Phrase(nl="Hoogste", en="Highest"),
    Phrase(nl="Zichtbaar op gevraagd niveau", en="Visible at the requested level"),
    Phrase(nl="Verschil in niveaus", en="Difference in levels"),
    Phrase(nl="Ondergrens", en="Floor"),
    Phrase(nl="Functieprofiel", en="Job profile"),
    Phrase(nl="Afdeling", en="Department"),
    Phrase(nl="Leidinggevende", en="Manager"),
    Phrase(nl="Periode", en="Period"),
)
_NAMING = 4  # the columns up to who it was that rated: what a row is about


def _people(collected: Collected, language: Language) -> Table:
    rows = [
        row
        for result in collected.results
        for row in _person_rows(result, collected.privacy, language)
    ]
    return Table(_PEOPLE.say(language), header(_PEOPLE_HEADER, language), rows, _NAMING)


_FIGURES, _BEFORE_SCORE = 11, 5
_TOTAL = Phrase(nl="Totaal, met weging", en="Total, weighted")
_HIGHEST = Phrase(
    nl="hoogste niveau dat zichtbaar is: {level}", en="highest level that is visible: {level}"
)


def _person_rows(
    result: PersonResult, privacy: Privacy, language: Language
) -> Iterator[tuple[Value, ...]]:
    place = (result.text.name, result.department, result.manager, result.period)
    for about, role, figures in (
        *_part_rows(result, privacy, language),
        *_whole_rows(result, language),
    ):
        competence, asked = about
        who = (result.name, result.number, competence, role_name(role, language))
        yield (*who, asked, *figures, *place)


_Told = tuple[tuple[str, str], str, tuple[Value, ...]]
"""A competence with the level that is asked, a role, and the figures."""


def _part_rows(result: PersonResult, privacy: Privacy, language: Language) -> Iterator[_Told]:
    for one in result.parts:
        asked = f"{one.part.level.level} – {one.part.level.name}" if one.part.level else ""
        for role in one.roles.values():
            figures = tuple(_figures(role, privacy, language))
            yield (one.part.competence.name, asked), role.role, figures


def _whole_rows(result: PersonResult, language: Language) -> Iterator[_Told]:
    """Yield what holds for a competence as a whole, and for all of them together."""
    names = {one.part.competence.id: one.part.competence.name for one in result.parts}
    for (competence, role), level in result.highest.items():
        said = _HIGHEST.say(language, level=level)
        yield (names[competence], said), role, ("",) * _FIGURES
    for role, total in result.totals.items():
        before, after = ("",) * _BEFORE_SCORE, ("",) * (_FIGURES - _BEFORE_SCORE - 1)
        yield (_TOTAL.say(language), ""), role, (*before, total, *after)


def _figures(role: RoleResult, privacy: Privacy, language: Language) -> Iterator[Value]:
    if role.hidden:
        yield _TOO_FEW.say(language, least=privacy.least_raters)
        yield from [""] * (_FIGURES - 1)
        return
    yield role.raters
    counts = role.counts
    yield from (counts.rated, counts.not_observed, counts.not_applicable, counts.blank)
    yield filled(role.score)
    several = role.raters > 1
    yield filled(role.lowest if several else None)
    yield filled(role.highest if several else None)
    yield VERDICTS[role.verdict].say(language) if role.verdict else ""
    yield filled(role.gap)
    yield BELOW.say(language) if role.is_below_floor else ""
