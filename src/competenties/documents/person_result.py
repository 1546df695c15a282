"""The results of one person on a page: what each role saw, with the examples, to talk about."""

from collections.abc import Iterator, Sequence

from competenties.documents.form_result import BELOW, VERDICTS
from competenties.documents.result_radar import radar_charts
from competenties.documents.results_collected import number, role_name
from competenties.messages import Language, Phrase
from competenties.model.settings import Settings
from competenties.model.text import text_in
from competenties.office.blocks import (
    Block,
    Bullets,
    Column,
    Document,
    Fields,
    Heading,
    Paragraph,
    Row,
    Table,
)
from competenties.office.house_style import PLAIN, HouseStyle
from competenties.ratings.results import PartResult, PersonResult, RoleResult

_TITLE = Phrase(nl="Uitkomst {name}", en="Result {name}")
_SHEET = Phrase(nl="Uitkomst", en="Result")
_JOB = Phrase(nl="Functieprofiel", en="Job profile")
_NUMBER = Phrase(nl="Personeelsnummer", en="Employee number")
_MANAGER = Phrase(nl="Leidinggevende", en="Manager")
_PERIOD = Phrase(nl="Periode", en="Period")
_FORMS = Phrase(nl="Formulieren", en="Forms")
_FORM_COUNT = Phrase(nl="{role}: {count}", en="{role}: {count}")
_INTRO = Phrase(
    nl="Deze uitkomst is er om over te praten. Het programma telt alleen; het beslist niets.",
    en="This result is there to talk about. The program only counts; it decides nothing.",
)
_COMPETENCE = Phrase(nl="Competentie", en="Competence")
_ABOUT = Phrase(nl="Uitkomst per competentie en rol", en="Result by competence and role")
_TOTAL = Phrase(
    nl="Totaal, met de weging uit het functieprofiel",
    en="Total, with the weights of the job profile",
)
_EXAMPLES = Phrase(nl="Voorbeelden", en="Examples")
_NO_EXAMPLES = Phrase(
    nl="Er zijn geen voorbeelden opgeschreven. Vraag ernaar in het gesprek.",
    en="No examples were written. Ask for them in the conversation.",
)
_TOO_FEW = Phrase(nl="te weinig invullers", en="too few raters")
_NOTHING = Phrase(nl="geen uitkomst", en="no result")
_COVERED = Phrase(
    nl="{rated} van {lines} regels",
    en="{rated} of {lines} lines",
)
_HOW = Phrase(
    nl="Per formulier is gerekend zoals het formulier zegt; formulieren van één rol tellen even zwaar. Niet "
    "waargenomen, n.v.t. en leeg tellen niet mee. Met minder dan {least} collega's staat hun uitkomst er niet bij.",
    en="Each form was counted as it says; forms of one role count the same. Not observed, n/a and blank do not "
    "count. With fewer than {least} colleagues their result is not shown.",
)
_PRIVACY = Phrase(nl="Vertrouwelijk.", en="Confidential.")
_FOOTER = Phrase(
    nl="{job} {version} · controlecode {code} · vertrouwelijk",
    en="{job} {version} · fingerprint {code} · confidential",
)


def person_result(
    result: PersonResult,
    settings: Settings,
    language: Language,
    in_round: Sequence[PersonResult] = (),
    house: HouseStyle = PLAIN,
) -> Document:
    """Return the result of one person as a document.

    `in_round` are all results of the round: a person on whom there is an appraisal report gets no
    radar chart.
    """
    text = result.text
    footer = _FOOTER.say(language, job=text.name, version=text.version, code=text.fingerprint)
    return Document(
        title=_TITLE.say(language, name=result.name),
        language=language,
        blocks=tuple(_blocks(result, settings, language, in_round, house)),
        footer=footer,
        sheet=_SHEET.say(language),
        organisation=settings.organisation or "",
        keywords=(text.content.profile, text.fingerprint),
        house=house,
    )


def _blocks(
    result: PersonResult,
    settings: Settings,
    language: Language,
    in_round: Sequence[PersonResult],
    house: HouseStyle,
) -> Iterator[Block]:
    least = settings.privacy.least_raters
    yield Fields(tuple(_head(result, language)), "pairs")
    yield Paragraph(_INTRO.say(language), "intro")
    yield _table(result, language)
    yield from radar_charts(result, in_round, language, house)
    yield Heading(_EXAMPLES.say(language))
    yield from _examples(result, least, language)
    yield Paragraph(_HOW.say(language, least=least), "note")
    own = [text_in(text, language, language) for text in settings.privacy.stated]
    yield Paragraph(" ".join([_PRIVACY.say(language), *own]), "note")


def _head(result: PersonResult, language: Language) -> Iterator[tuple[str, str]]:
    counts = {
        role: sum(form.role == role for form in result.forms) for role in result.parts[0].roles
    }
    said = ", ".join(
        _FORM_COUNT.say(language, role=role_name(role, language), count=count)
        for role, count in counts.items()
    )
    rows = (
        (_JOB, f"{result.text.name} {result.text.version}".strip()),
        (_NUMBER, result.number),
        (_MANAGER, result.manager),
        (_PERIOD, result.period),
        (_FORMS, said),
    )
    for label, value in rows:
        if value:
            yield label.say(language), value


def _table(result: PersonResult, language: Language) -> Table:
    roles = list(result.parts[0].roles)
    columns = (
        Column(_COMPETENCE.say(language), 3.4),
        *(Column(role_name(role, language).capitalize(), 2.0) for role in roles),
    )
    rows = [_row(part, roles, language) for part in result.parts]
    if result.totals:
        totals = (number(result.totals.get(role), language) for role in roles)
        rows.append(Row((_TOTAL.say(language), *totals)))
    return Table(columns, tuple(rows), _ABOUT.say(language))


def _row(part: PartResult, roles: list[str], language: Language) -> Row:
    level = part.part.level
    name = part.part.competence.name
    title = f"{name}\n{level.level} – {level.name}" if level else name
    return Row((title, *(_cell(part.roles[role], language) for role in roles)))


def _cell(role: RoleResult, language: Language) -> str:
    if role.hidden:
        return _TOO_FEW.say(language)
    counts = role.counts
    lines = counts.rated + counts.not_observed + counts.blank
    covered = _COVERED.say(language, rated=counts.rated, lines=lines)
    if role.score is None:
        said = VERDICTS[role.verdict].say(language) if role.verdict else _NOTHING.say(language)
        return f"{said}\n{covered}"
    words = [number(role.score, language)]
    if role.verdict:
        words.append(VERDICTS[role.verdict].say(language))
    if role.gap is not None:
        words.append(f"({number(role.gap, language, signed=True)})")
    below = [BELOW.say(language)] if role.is_below_floor else []
    return "\n".join([" · ".join(words), *below, covered])


def _examples(result: PersonResult, least: int, language: Language) -> Iterator[Block]:
    is_empty = True
    for part in result.parts:
        found = [
            f"{line.text} ({role_name(role, language)}) {text}"
            for line in part.part.lines
            for role, texts in result.examples(line, least).items()
            for text in texts
        ]
        if found:
            is_empty = False
            yield Paragraph(part.part.competence.name, "level")
            yield Bullets(tuple(found))
    if is_empty:
        yield Paragraph(_NO_EXAMPLES.say(language))
