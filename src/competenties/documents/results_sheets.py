"""The sheets of the results beside the figures of people: texts, teams, sentences, periods, files."""

from decimal import Decimal

from competenties.documents.form_result import VERDICTS
from competenties.documents.results_collected import Collected, filled, header, role_name
from competenties.messages import Language, Phrase
from competenties.office.tables import Table, Value
from competenties.ratings.arithmetic import Verdict
from competenties.ratings.groups import LineQuality

_EXAMPLES = Phrase(nl="Voorbeelden", en="Examples")
_EXAMPLES_HEADER = (
    Phrase(nl="Naam", en="Name"),
    Phrase(nl="Nummer", en="Number"),
    Phrase(nl="Competentie", en="Competence"),
    Phrase(nl="Gedragsindicator", en="Behavioural indicator"),
    Phrase(nl="Wie", en="Who"),
    Phrase(nl="Voorbeeld", en="Example"),
)


def examples(collected: Collected, language: Language) -> Table:
    """Return the sheet with what was written beside answers, by role."""
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
    return Table(_EXAMPLES.say(language), header(_EXAMPLES_HEADER, language), rows, 2)


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


def open_answers(collected: Collected, language: Language) -> Table:
    """Return the sheet with what was written under open questions, by role."""
    least = collected.privacy.least_raters
    rows = [
        (result.name, result.number, role_name(role, language), question.say(language), text)
        for result in collected.results
        for key, question in _OPEN_QUESTIONS.items()
        for role, texts in result.written(key, least).items()
        for text in texts
    ]
    return Table(_OPEN.say(language), header(_OPEN_HEADER, language), rows, 3)


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


def teams(collected: Collected, language: Language) -> Table:
    """Return the sheet with how many people of each team show a competence."""
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
    return Table(_TEAMS.say(language), header(_TEAMS_HEADER, language), rows, 3)


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


def sentences(collected: Collected, language: Language) -> Table:
    """Return the sheet with how well each sentence could be rated."""
    rows = [
        (
            one.competence,
            one.line.text,
            one.forms,
            filled(one.not_observed),
            filled(one.blank),
            filled(one.spread),
            one.pairs,
            filled(one.same),
            _advice(one, language),
        )
        for one in collected.qualities
    ]
    return Table(_SENTENCES.say(language), header(_SENTENCES_HEADER, language), rows, 1)


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


def periods(collected: Collected, language: Language) -> Table:
    """Return the sheet with two periods side by side."""
    rows = [
        (
            one.name,
            one.number,
            role_name(one.role, language),
            one.part.competence.name,
            one.earlier_period,
            filled(one.earlier),
            one.period,
            filled(one.now),
            filled(one.difference),
            one.lines,
            one.left_out,
        )
        for one in collected.changes
    ]
    return Table(_PERIODS.say(language), header(_PERIODS_HEADER, language), rows, 4)


_NOT_COUNTED = Phrase(nl="Niet gelezen", en="Not read")
_NOT_COUNTED_HEADER = (
    Phrase(nl="Bestand", en="File"),
    Phrase(nl="Geteld", en="Counted"),
    Phrase(nl="Waarom, en wat te doen", en="Why, and what to do"),
)
_YES, _NO = Phrase(nl="ja", en="yes"), Phrase(nl="nee", en="no")


def not_counted(collected: Collected, language: Language) -> Table:
    """Return the sheet with the files with a remark, and what to do."""
    rows = [
        (one.file, (_NO if one.refused else _YES).say(language), one.said.say(language))
        for one in collected.remarks
    ]
    return Table(_NOT_COUNTED.say(language), header(_NOT_COUNTED_HEADER, language), rows, 1)


_NOT_RETURNED = Phrase(nl="Nog niet terug", en="Not returned yet")


def not_returned(collected: Collected, language: Language) -> Table:
    """Return the sheet with whose form has not come back."""
    header = collected.missing_header or ("x",)
    return Table(_NOT_RETURNED.say(language), header, list(collected.missing), 1)
