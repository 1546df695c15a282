"""Knows a table of people, of which nothing belongs in a framework or job profile."""

import re
from collections.abc import Collection, Iterator, Mapping

from competenties.formats.table_headers import Header, is_general, plain, understand
from competenties.formats.table_sheet import TableSheet, chosen_for
from competenties.office.tables import Sheet
from competenties.ratings.people import header_field

_HEADER_WITHIN = 10  # filled rows in which a header of people is looked for
_LOOKED_AT = 200  # rows of which the content is looked at

_SURE_NAMES = frozenset(
    ("voornaam", "achternaam", "werknemer", "naam werknemer", "personeelslid", "first name")
) | frozenset(("last name", "surname", "full name", "employee name", "staff member"))
_OWN_NUMBER = re.compile(
    r"personeels(?:nummer|nr)|medewerkers?(?:nummer|nr)|werknemers(?:nummer|nr)|pers nr|"
    r"(?:employee|staff|personnel) (?:id|no|nr|number)|bsn|burgerservicenummer|geboortedatum|"
    r"date of birth"
)
_OWN = frozenset(("own number", "email", "rater", "rater_email"))
"""What only a person has."""
_PLACES = frozenset(("department", "manager", "period", "role"))
_OF_ALL = _PLACES | {"number", "profile"}
"""What a person has, but a job or a competence may have too."""
_WORK = frozenset(
    ("competence.definition", "competence.id", "competence.aliases", "cluster", "levels")
) | frozenset(("level.text", "indicator", "indicator.contra", "term", "profile.purpose"))
"""Fields that only a table of competences or jobs has, whoever else is named in it."""
_ASKED = frozenset(("level", "level.name", "requirement.need", "requirement.weight"))
_CODES = frozenset(("code", "id"))

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NUMBER = re.compile(r"[A-Za-z]{0,2}\d{3,9}")
_CAPITAL = r"[^\W\d_a-zà-ÿ][\w'’-]*"
_NAME = re.compile(
    rf"(?:[^\W\d_]\.\s?)+(?:[a-z'’]+\s){{0,3}}{_CAPITAL}"  # J. de Vries
    rf"|{_CAPITAL}(?:\s{_CAPITAL})?,\s\w[\w'’. -]+"  # Vries, Jan de
    rf"|{_CAPITAL}\s(?:{_CAPITAL}\s|[a-z'’]+\s){{0,3}}{_CAPITAL}"  # Jan de Vries
)


def is_of_people(sheet: Sheet, table: TableSheet | None, chosen: Mapping[str, Header]) -> bool:
    """Tell whether the rows of a sheet are people, by its headers and by what stands below them.

    `table` is what the sheet was understood as. Columns that somebody said to skip do not count. An
    owner or a manager beside competences or jobs does not make it a table of people.
    """
    tops = (
        [table.titles] if table else [sheet.rows[row] for row in list(sheet.rows)[:_HEADER_WITHIN]]
    )
    kept = [_kept(titles, chosen) for titles in tops]
    if any(_headers_say_so(list(titles.values())) for titles in kept):
        return True
    return bool(kept) and _content_says_so(sheet, kept[0], chosen)


def has_results(sheet: Sheet) -> bool:
    """Tell whether people stand beside competences: then other sheets may be about them as well."""
    rows = list(sheet.rows)[:_HEADER_WITHIN]
    return any(_has_competences(list(sheet.rows[row].values())) for row in rows)


def _kept(titles: Mapping[int, str], chosen: Mapping[str, Header]) -> dict[int, str]:
    """Return the titles of the columns that somebody did not say to skip."""
    said = {column: chosen_for(column, title, chosen) for column, title in titles.items()}
    return {c: titles[c] for c, one in said.items() if one is None or not _is_skipped(one)}


def _is_skipped(header: Header) -> bool:
    return header.field in ("ignore", "person")


def _headers_say_so(titles: Collection[str]) -> bool:
    """Tell whether headers are those of people: a name, with something that only people have.

    A bare "naam" may be that of a competence, unless there is a column for competences beside it.
    """
    meanings = [_meaning(title) for title in titles]
    found, is_of_work = set(meanings), _is_of_work(titles)
    if "sure name" in found:
        others = _OWN | {"number"} if is_of_work else _OWN | _OF_ALL | {"name"}
        return bool(found & others) or (not is_of_work and meanings.count("sure name") > 1)
    if "name" not in found:
        return False
    if _has_competences(titles):
        return bool(found & _OWN) or len(found & (_PLACES | {"number"})) > 1
    if found & _OWN:
        return not is_of_work
    is_asked = any(understand(title).field in _ASKED for title in titles)
    return not is_of_work and not is_asked and bool(found & _PLACES) and len(found & _OF_ALL) > 1


def _meaning(title: str) -> str:
    """Return what a column holds in a table of people, and whether it can be nothing else."""
    words, field = plain(title), header_field(title)
    if _OWN_NUMBER.fullmatch(words):
        return "own number"
    if words in _SURE_NAMES or (field == "name" and not is_general(title)):
        return "sure name"
    return field


def _is_of_work(titles: Collection[str]) -> bool:
    is_named = any(understand(title).field in _WORK for title in titles)
    return is_named or _has_competences(titles)


def _has_competences(titles: Collection[str]) -> bool:
    """Tell whether a column says of itself that it holds competences, not just names."""
    return any(understand(one).field == "competence" and not is_general(one) for one in titles)


def _content_says_so(sheet: Sheet, titles: Mapping[int, str], chosen: Mapping[str, Header]) -> bool:
    """Tell whether e-mail addresses, or numbers beside names of people, fill columns of a sheet."""
    if _is_of_work(titles.values()):
        return False
    columns = dict(_columns(sheet, titles, chosen))
    owned = [
        c
        for c, title in titles.items()
        if _is_skipped(understand(title)) and not header_field(title)
    ]
    if any(_mostly(_MAIL, texts) for column, texts in columns.items() if column not in owned):
        return True
    coded = [c for c, title in titles.items() if _CODES & set(plain(title).split())]
    has_numbers = any(_mostly(_NUMBER, texts) for c, texts in columns.items() if c not in coded)
    has_names = any(_mostly(_NAME, texts) for texts in columns.values())
    is_asked = any(understand(title).field in _ASKED for title in titles.values())
    return has_numbers and has_names and not is_asked


def _columns(
    sheet: Sheet, titles: Mapping[int, str], chosen: Mapping[str, Header]
) -> Iterator[tuple[int, list[str]]]:
    """Yield the texts of each column that is not skipped."""
    rows = list(sheet.rows.values())[:_LOOKED_AT]
    for column in sorted({column for cells in rows for column in cells}):
        said = chosen_for(column, titles.get(column, ""), chosen)
        if said is None or not _is_skipped(said):
            yield column, [cells[column] for cells in rows if column in cells]


def _mostly(pattern: re.Pattern[str], texts: Collection[str]) -> bool:
    """Tell whether at least half of the texts, their header among them, have this form."""
    matching = sum(pattern.fullmatch(" ".join(text.split())) is not None for text in texts)
    return matching > 0 and matching * 2 >= len(texts)
