"""Results as the sheets of a workbook, each with its arithmetic in words on the first one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from competenties.documents.form_result import BELOW, VERDICTS
from competenties.messages import Language, Phrase
from competenties.model.settings import Privacy
from competenties.model.text import text_in
from competenties.office.tables import Table, Value
from competenties.ratings.arithmetic import Verdict
from competenties.ratings.groups import LineQuality, TeamPart
from competenties.ratings.people import ROLE_NAMES
from competenties.ratings.periods import PeriodChange
from competenties.ratings.pseudonyms import NOT_ANONYMOUS
from competenties.ratings.results import PersonResult, RoleResult
from competenties.ratings.returned import FileRemark

_TOGETHER = Phrase(nl="samen", en="together")
_TEAM = Phrase(nl="team", en="team")
_ORGANISATION = Phrase(nl="organisatie", en="organisation")
_ROLES = {**ROLE_NAMES, "together": _TOGETHER, "team": _TEAM, "organisation": _ORGANISATION}
_TOO_FEW = Phrase(nl="minder dan {least}: niet getoond", en="fewer than {least}: not shown")


@dataclass(frozen=True)
class Collected:
    """Everything that goes into the results."""

    results: Sequence[PersonResult]
    teams: Sequence[TeamPart]
    left_out_teams: int
    qualities: Sequence[LineQuality]
    changes: Sequence[PeriodChange]
    remarks: Sequence[FileRemark]
    missing: Sequence[tuple[str, ...]]
    missing_header: tuple[str, ...]
    privacy: Privacy
    has_pseudonyms: bool
    moved_on: Sequence[str] = ()
    notes: Sequence[Phrase] = ()


def result_tables(collected: Collected, language: Language) -> list[Table]:
    """Return the sheets; those without anything on them are left out, save the first two."""
    made = [_read_first(collected, language), _people(collected, language)]
    optional: list[Callable[[Collected, Language], Table]] = [
        _examples,
        _open_answers,
        _teams,
        _sentences,
        _periods,
        _not_counted,
        _not_returned,
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
    return Table(table.name, tuple(table.header[place] for place in kept), rows)


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
    return Table(_READ_FIRST.say(language), (_SUBJECT.say(language), _SAID.say(language)), said)


_PEOPLE = Phrase(nl="Uitkomsten", en="Results")
_PEOPLE_HEADER = (
    Phrase(nl="Naam", en="Name"),
    Phrase(nl="Nummer", en="Number"),
    Phrase(nl="Afdeling", en="Department"),
    Phrase(nl="Leidinggevende", en="Manager"),
    Phrase(nl="Periode", en="Period"),
    Phrase(nl="Functieprofiel", en="Job profile"),
    Phrase(nl="Competentie", en="Competence"),
    Phrase(nl="Gevraagd", en="Requested"),
    Phrase(nl="Wie", en="Who"),
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
)


def _people(collected: Collected, language: Language) -> Table:
    rows = [
        row
        for result in collected.results
        for row in _person_rows(result, collected.privacy, language)
    ]
    return Table(_PEOPLE.say(language), _header(_PEOPLE_HEADER, language), rows)


_FIGURES, _BEFORE_SCORE = 11, 5
_TOTAL = Phrase(nl="Totaal, met weging", en="Total, weighted")
_HIGHEST = Phrase(
    nl="hoogste niveau dat zichtbaar is: {level}", en="highest level that is visible: {level}"
)


def _person_rows(
    result: PersonResult, privacy: Privacy, language: Language
) -> Iterator[tuple[Value, ...]]:
    head = (result.name, result.number, result.department, result.manager, result.period)
    for one in result.parts:
        asked = f"{one.part.level.level} – {one.part.level.name}" if one.part.level else ""
        for role in one.roles.values():
            about = (*head, result.text.name, one.part.competence.name, asked)
            yield (*about, role_name(role.role, language), *_figures(role, privacy, language))
    yield from ((*head, *row) for row in _whole_rows(result, language))


def _whole_rows(result: PersonResult, language: Language) -> Iterator[tuple[Value, ...]]:
    """Yield what holds for a competence as a whole, and for all of them together."""
    names = {one.part.competence.id: one.part.competence.name for one in result.parts}
    for (competence, role), level in result.highest.items():
        said = _HIGHEST.say(language, level=level)
        about = (result.text.name, names[competence], said, role_name(role, language))
        yield (*about, *[""] * _FIGURES)
    for role, total in result.totals.items():
        about = (result.text.name, _TOTAL.say(language), "", role_name(role, language))
        yield (*about, *[""] * _BEFORE_SCORE, total, *[""] * (_FIGURES - _BEFORE_SCORE - 1))


def _figures(role: RoleResult, privacy: Privacy, language: Language) -> Iterator[Value]:
    if role.hidden:
        yield _TOO_FEW.say(language, least=privacy.least_raters)
        yield from [""] * (_FIGURES - 1)
        return
    yield role.raters
    counts = role.counts
    yield from (counts.rated, counts.not_observed, counts.not_applicable, counts.blank)
    yield _filled(role.score)
    several = role.raters > 1
    yield _filled(role.lowest if several else None)
    yield _filled(role.highest if several else None)
    yield VERDICTS[role.verdict].say(language) if role.verdict else ""
    yield _filled(role.gap)
    yield BELOW.say(language) if role.is_below_floor else ""


_EXAMPLES = Phrase(nl="Voorbeelden", en="Examples")
_EXAMPLES_HEADER = (
    Phrase(nl="Naam", en="Name"),
    Phrase(nl="Nummer", en="Number"),
    Phrase(nl="Competentie", en="Competence"),
    Phrase(nl="Gedragsindicator", en="Behavioural indicator"),
    Phrase(nl="Wie", en="Who"),
    Phrase(nl="Voorbeeld", en="Example"),
)


def _examples(collected: Collected, language: Language) -> Table:
    rows = [
        (
            result.name,
            result.number,
            part.part.competence.name,
            line.text,
            role_name(role, language),
            text,
        )
        for result in collected.results
        for part in result.parts
        for line in part.part.lines
        for role, texts in result.examples(line, collected.privacy.least_raters).items()
        for text in texts
    ]
    return Table(_EXAMPLES.say(language), _header(_EXAMPLES_HEADER, language), rows)


_OPEN = Phrase(nl="Open antwoorden", en="Open answers")
_OPEN_HEADER = (
    Phrase(nl="Naam", en="Name"),
    Phrase(nl="Nummer", en="Number"),
    Phrase(nl="Wie", en="Who"),
    Phrase(nl="Vraag", en="Question"),
    Phrase(nl="Antwoord", en="Answer"),
)
_OPEN_QUESTIONS = {
    "keep": Phrase(nl="Wat moet zo blijven?", en="What should stay as it is?"),
    "otherwise": Phrase(nl="Wat kan anders?", en="What could be different?"),
    "own-view": Phrase(nl="Eigen beeld van de periode", en="Own view of the period"),
    "judgement": Phrase(nl="Eindoordeel in woorden", en="Overall judgement in words"),
    "circumstances": Phrase(nl="Bijzondere omstandigheden", en="Special circumstances"),
    "view": Phrase(nl="Zienswijze van de medewerker", en="The employee's view"),
    "well": Phrase(nl="Wat gaat goed?", en="What goes well?"),
    "better": Phrase(nl="Wat vraagt aandacht?", en="What needs attention?"),
    "agreed-one": Phrase(nl="Afspraak", en="Agreement"),
    "agreed-two": Phrase(nl="Afspraak", en="Agreement"),
    "agreed-three": Phrase(nl="Afspraak", en="Agreement"),
}
"""Questions by the key of their place on the form."""


def _open_answers(collected: Collected, language: Language) -> Table:
    least = collected.privacy.least_raters
    rows = [
        (result.name, result.number, role_name(role, language), question.say(language), text)
        for result in collected.results
        for key, question in _OPEN_QUESTIONS.items()
        for role, texts in result.written(key, least).items()
        for text in texts
    ]
    return Table(_OPEN.say(language), _header(_OPEN_HEADER, language), rows)


_TEAMS = Phrase(nl="Teams", en="Teams")
_TEAMS_HEADER = (
    Phrase(nl="Afdeling", en="Department"),
    Phrase(nl="Functieprofiel", en="Job profile"),
    Phrase(nl="Competentie", en="Competence"),
    Phrase(nl="Mensen", en="People"),
    VERDICTS["yes"],
    VERDICTS["partly"],
    VERDICTS["no"],
    VERDICTS["too-little"],
    Phrase(nl="Onder de ondergrens", en="Below the floor"),
)
_ORDER: tuple[Verdict, ...] = ("yes", "partly", "no", "too-little")


def _teams(collected: Collected, language: Language) -> Table:
    rows: list[tuple[Value, ...]] = [
        (
            one.team,
            one.profile,
            one.part.competence.name,
            one.people,
            *(one.verdicts.get(verdict, 0) for verdict in _ORDER),
            one.below_floor,
        )
        for one in collected.teams
    ]
    return Table(_TEAMS.say(language), _header(_TEAMS_HEADER, language), rows)


_SENTENCES = Phrase(nl="Kwaliteit van zinnen", en="Quality of sentences")
_SENTENCES_HEADER = (
    Phrase(nl="Competentie", en="Competence"),
    Phrase(nl="Gedragsindicator", en="Behavioural indicator"),
    Phrase(nl="Formulieren", en="Forms"),
    Phrase(nl="Deel niet waargenomen", en="Share not observed"),
    Phrase(nl="Deel leeg", en="Share blank"),
    Phrase(nl="Spreiding", en="Spread"),
    Phrase(nl="Paren van invullers", en="Pairs of raters"),
    Phrase(nl="Deel zelfde antwoord", en="Share of equal answers"),
    Phrase(nl="Advies", en="Advice"),
)
_MANY_UNSEEN, _LITTLE_AGREEMENT, _FEW_PAIRS = Decimal("0.30"), Decimal("0.40"), 5
_REWRITE = Phrase(nl="herschrijven: te vaak niet te zien", en="rewrite: too often not to be seen")
_DISCUSS = Phrase(
    nl="bespreken: invullers lezen deze zin verschillend",
    en="discuss: raters read this sentence differently",
)


def _sentences(collected: Collected, language: Language) -> Table:
    rows = [
        (
            one.competence,
            one.line.text,
            one.forms,
            _filled(one.not_observed),
            _filled(one.blank),
            _filled(one.spread),
            one.pairs,
            _filled(one.same),
            _advice(one, language),
        )
        for one in collected.qualities
    ]
    return Table(_SENTENCES.say(language), _header(_SENTENCES_HEADER, language), rows)


def _advice(one: LineQuality, language: Language) -> str:
    said = []
    if one.not_observed >= _MANY_UNSEEN:
        said.append(_REWRITE.say(language))
    if one.same is not None and one.pairs >= _FEW_PAIRS and one.same < _LITTLE_AGREEMENT:
        said.append(_DISCUSS.say(language))
    return "; ".join(said)


_PERIODS = Phrase(nl="Twee periodes", en="Two periods")
_PERIODS_HEADER = (
    Phrase(nl="Naam", en="Name"),
    Phrase(nl="Nummer", en="Number"),
    Phrase(nl="Wie", en="Who"),
    Phrase(nl="Competentie", en="Competence"),
    Phrase(nl="Eerder", en="Earlier"),
    Phrase(nl="Uitkomst eerder", en="Result earlier"),
    Phrase(nl="Nu", en="Now"),
    Phrase(nl="Uitkomst nu", en="Result now"),
    Phrase(nl="Verschil", en="Difference"),
    Phrase(nl="Zinnen vergeleken", en="Sentences compared"),
    Phrase(nl="Zinnen gewijzigd", en="Sentences changed"),
)


def _periods(collected: Collected, language: Language) -> Table:
    rows = [
        (
            one.name,
            one.number,
            role_name(one.role, language),
            one.part.competence.name,
            one.earlier_period,
            _filled(one.earlier),
            one.period,
            _filled(one.now),
            _filled(one.difference),
            one.lines,
            one.left_out,
        )
        for one in collected.changes
    ]
    return Table(_PERIODS.say(language), _header(_PERIODS_HEADER, language), rows)


_NOT_COUNTED = Phrase(nl="Niet gelezen", en="Not read")
_NOT_COUNTED_HEADER = (
    Phrase(nl="Bestand", en="File"),
    Phrase(nl="Geteld", en="Counted"),
    Phrase(nl="Waarom, en wat te doen", en="Why, and what to do"),
)
_YES, _NO = Phrase(nl="ja", en="yes"), Phrase(nl="nee", en="no")


def _not_counted(collected: Collected, language: Language) -> Table:
    rows = [
        (one.file, (_NO if one.refused else _YES).say(language), one.said.say(language))
        for one in collected.remarks
    ]
    return Table(_NOT_COUNTED.say(language), _header(_NOT_COUNTED_HEADER, language), rows)


_NOT_RETURNED = Phrase(nl="Nog niet terug", en="Not returned yet")


def _not_returned(collected: Collected, language: Language) -> Table:
    header = collected.missing_header or ("x",)
    return Table(_NOT_RETURNED.say(language), header, list(collected.missing))


def role_name(role: str, language: Language) -> str:
    """Return a role in words; of those that hide, that they are several."""
    return _ROLES[role].say(language) if role in _ROLES else role


def number(value: Decimal | None, language: Language, *, signed: bool = False) -> str:
    """Return a number as a reader of a language writes it."""
    if value is None:
        return ""
    text = f"{value:+f}" if signed else f"{value:f}"
    return text.replace(".", ",") if language == "nl" else text


def _filled(value: Decimal | None) -> Value:
    """Return a number for a cell, which stays empty without one."""
    return "" if value is None else value


def _header(titles: Sequence[Phrase], language: Language) -> tuple[str, ...]:
    return tuple(title.say(language) for title in titles)
