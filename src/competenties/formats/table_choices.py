"""What somebody chose about a table, and what a file that holds none looks like."""

import re
from collections.abc import Iterator, Sequence

from competenties.findings import NotFoundError, UnusableError
from competenties.formats.table_headers import Header, level_number, mapped, plain
from competenties.formats.table_sheet import titles_of
from competenties.messages import Phrase
from competenties.office.tables import Sheet, TableFile

_SHOWN = 8
_MAY_HOLD_TITLES = 40  # filled rows
_HIDDEN = Phrase(
    nl="dit blad is verborgen; kies het met --sheet als het mee moet",
    en="this sheet is hidden; choose it with --sheet when it has to come along",
)
_NOT_CHOSEN = Phrase(nl="dit blad is niet gekozen", en="this sheet was not chosen")
_NO_SUCH_SHEET = Phrase(
    nl='Er is geen blad "{name}". Dit zijn de bladen: {known}.',
    en='There is no sheet "{name}". These are the sheets: {known}.',
)
_NO_SUCH_COLUMN = Phrase(
    nl='--map: er is geen kolom met de kop "{name}". Dit zijn de koppen: {known}.',
    en='--map: there is no column with the header "{name}". These are the headers: {known}.',
)
_NOT_A_MAP = Phrase(
    nl='--map "{text}": schrijf het als "kop=betekenis", bijvoorbeeld "Uitleg=definitie".',
    en='--map "{text}": write it as "header=meaning", for example "Explanation=definition".',
)
_EMPTY = Phrase(nl="geen enkele gevulde cel.", en="not a single filled cell.")


def check_sheets(file: TableFile, names: Sequence[str]) -> None:
    """Raise NotFoundError with the sheets that there are, for one that is not there."""
    known = [sheet.name for sheet in file.sheets]
    for name in names:
        if name not in known:
            raise NotFoundError(_NO_SUCH_SHEET, name=name, known=", ".join(known))


def left_out(sheet: Sheet, wanted: Sequence[str]) -> Phrase | None:
    """Return why a sheet is not read, or None when it is."""
    if wanted:
        return None if sheet.name in wanted else _NOT_CHOSEN
    return _HIDDEN if sheet.is_hidden else None


def chosen_columns(file: TableFile, texts: Sequence[str]) -> dict[str, Header]:
    """Return what each column is by `--map`: by its plain title, or `=C` for a letter."""
    chosen: dict[str, Header] = {}
    titles = {plain(text): text for sheet in file.sheets for text in _possible_titles(sheet)}
    for text in texts:
        title, sign, target = text.rpartition("=")
        if not sign or not title.strip() or not target.strip():
            raise UnusableError(_NOT_A_MAP, text=text)
        if plain(title) in titles:
            chosen[plain(title)] = mapped(target)
        elif re.fullmatch(r"[A-Z]{1,3}", title.strip()):
            chosen[f"={title.strip()}"] = mapped(target)
        else:
            known = ", ".join(list(titles.values())[:_SHOWN])
            raise NotFoundError(_NO_SUCH_COLUMN, name=title.strip(), known=known)
    return chosen


def _possible_titles(sheet: Sheet) -> Iterator[str]:
    """Yield every text that may be the title of a column, those of two header rows too."""
    numbers = list(sheet.rows)[:_MAY_HOLD_TITLES]
    for before, number in zip([None, *numbers], numbers, strict=False):
        yield from sheet.rows[number].values()
        if before is not None:
            yield from titles_of(sheet, (before, number)).values()


def is_matrix(file: TableFile) -> bool:
    """Tell whether a sheet has names across the top and down the side, and levels between them."""
    for sheet in file.sheets:
        rows = list(sheet.rows.values())
        for place, top in enumerate(rows[:3]):
            below = [cells for cells in rows[place + 1 :] if len(cells) > 1]
            corner = min((column for cells in below for column in cells), default=0)
            inside = [text for cells in below for c, text in cells.items() if c > corner]
            short = sum(len(text) <= 6 or level_number(text) is not None for text in inside)  # noqa: PLR2004  (a level)
            if len(top) > 1 and len(below) > 1 and short >= len(inside) * 0.9 > 0:
                return True
    return False


def found_rows(file: TableFile) -> Phrase:
    """Return the first filled rows of a file, so that its reader sees what we saw."""
    rows = [cells for sheet in file.sheets for cells in sheet.rows.values()][:2]
    if not rows:
        return _EMPTY
    shown = " / ".join(" | ".join(list(cells.values())[:_SHOWN]) for cells in rows)
    short = shown if len(shown) <= 300 else f"{shown[:299]}…"  # noqa: PLR2004  (some lines on a screen)
    return Phrase(nl=short, en=short)
