"""Clusters, competences and behaviour from the rows of a table."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from competenties.formats.drafting import Drafting, Said, Texts
from competenties.formats.plan import Draft
from competenties.formats.table_clusters import Clusters, name_key, put_code
from competenties.formats.table_headers import same_name
from competenties.formats.table_levels import Levels
from competenties.formats.table_points import points
from competenties.formats.table_sheet import TableRow
from competenties.formats.table_words import code_of, words_for
from competenties.messages import Phrase
from competenties.office.clean import has_ink

UNKNOWN_WORD = Phrase(
    nl="dit woord is hier niet bekend; bekend zijn: {known}",
    en="this word is not known here; known are: {known}",
)
_OTHER_COUNT = Phrase(
    nl="er staan niet evenveel punten als in de andere taal",
    en="there are not as many points as in the other language",
)
_OTHERWISE = Phrase(
    nl="beschrijft dit niveau anders dan een eerdere rij",
    en="describes this level otherwise than an earlier row",
)
_NOT_AMONG_INDICATORS = Phrase(
    nl="staat niet op het blad met indicatoren, en dat blad geldt; wijzig de zin daar",
    en="is not on the sheet of indicators, which holds; change the sentence there",
)
_NOT_IN_CELL = Phrase(
    nl='hier ontbreekt "{words}", maar het blad met indicatoren geldt: de zin blijft',
    en='"{words}" is missing here, but the sheet of indicators holds: the sentence stays',
)
_DESCRIPTION = Phrase(
    nl="gelezen als omschrijving van het niveau, want er staat geen streepje of bolletje voor; "
    "is het gedrag om te scoren, zet er dan een streepje voor",
    en="read as a description of the level, since there is no dash or bullet before it; if it is "
    "behaviour to rate, put a dash before it",
)
UNKNOWN_LEVEL = Phrase(nl="dit niveau is niet bekend", en="this level is not known")
_OWN_POINT = re.compile(r"(?:^|\n)• ")
_ALIASES = re.compile(r"[;\n]")


_MOST_ALIKE = 50
"""Competences of one name that other sheets can speak of; with thousands each row would look at all."""


class Competences:
    """The competences of the framework while they are found."""

    def __init__(self, drafting: Drafting, levels: Levels) -> None:
        """Begin without competences."""
        self._drafting = drafting
        self._levels = levels
        self._clusters = Clusters(drafting)
        self._found: dict[tuple[str, ...], list[Draft]] = {}
        self._behaviours: dict[tuple[Any, ...], list[Draft]] = {}
        self.has_own_indicators = False

    def of_row(self, row: TableRow, *, is_new: bool = False) -> Draft | None:
        """Return the competence of a row; with `is_new` a second one of a name is another one."""
        names = row.said("competence")
        if not names:
            return None
        competence = self._known(row, names, is_new=is_new)
        for said in names:
            self._drafting.put(competence, "name", said)
        self._describe(row, competence)
        return competence

    def position(self, competence: Draft) -> int:
        """Return the place of a competence in the framework."""
        return int(competence["_position"])

    def all(self) -> list[Draft]:
        """Return every competence."""
        return list(self._drafting.framework.get("competences", ()))

    def behaviour_columns(self, row: TableRow, competence: Draft) -> None:
        """Read the columns with the behaviour of a level each."""
        by_level: dict[int, list[Said]] = {}
        for column in row.table.columns("levels"):
            if column in row.cells:
                number = row.table.headers[column].number or 0
                by_level.setdefault(number, []).append(row.at(column))
        for number, saids in by_level.items():
            self.behaviour(row, self.level(competence, number), saids)
        for said in row.said("indicator.contra"):
            for point in _each(said, exact=row.table.is_ours):
                self._indicator(competence, point, row.table.name, {"polarity": "contra"})

    def behaviour(
        self, row: TableRow, level: Draft, saids: list[Said], asking: Draft | None = None
    ) -> None:
        """Read the behaviour in one cell: its points, and what stands there beside them.

        A row of a job that describes a level otherwise than another row did is left over, at
        `asking`.
        """
        first, *others = saids
        key = (id(level), *(said.text for said in saids))
        if self._behaviours.get(key):  # the same cell again, in another row
            for node in self._behaviours[key]:
                for said in saids:
                    self._drafting.mark(node, "text", said)
            return
        nodes: list[Draft] = self._behaviours.setdefault(key, [])
        if asking is not None and ("text" in level or "indicators" in level):
            for said in saids:
                self._drafting.leave(said, _OTHERWISE, asking, row.table.titles[said.cell.column])
            return
        lines, found = _divided(first, row)
        if lines and not found and not row.table.is_ours:
            self._drafting.note(first, _DESCRIPTION)
        if lines:
            self._drafting.put(level, "text", first.says("\n".join(lines)))
            nodes.append(level)
        if row.table.is_ours and self.has_own_indicators:
            nodes.extend(self._compared(row, level, first, found))
        else:
            sheet = row.table.name
            nodes.extend(self._indicator(level, first.says(one), sheet, {}) for one in found)
        for said in others:
            self._translate(row, level, nodes[bool(lines) :], said)

    def _compared(
        self, row: TableRow, level: Draft, said: Said, found: list[str]
    ) -> Iterator[Draft]:
        """Yield the indicators of a cell of our own export, as its sheet of indicators has them.

        That sheet holds the ids, so it goes before; what differs from it is never taken unseen.
        """
        unseen = [one for one in level.get("indicators", ()) if one["_polarity"] == "positive"]
        for point in found:
            same = [one for one in unseen if one["text"].get(said.language) == point]
            if same:
                self._drafting.mark(same[0], "text", said)
                unseen.remove(same[0])
                yield same[0]
            else:
                title = row.table.titles[said.cell.column]
                self._drafting.leave(said.says(point), _NOT_AMONG_INDICATORS, level, title)
        for one in unseen:
            self._drafting.note(said, _NOT_IN_CELL, words=one["text"].get(said.language, ""))

    def level(self, competence: Draft, number: int) -> Draft:
        """Return a level of a competence; the levels stay in order."""
        levels: list[Draft] = competence.setdefault("levels", [])
        found = next((level for level in levels if level["level"] == number), None)
        if found is not None:
            return found
        made: Draft = {"level": number}
        levels.insert(sum(level["level"] < number for level in levels), made)
        self._levels.declare(number)
        return made

    def row_of_behaviour(self, row: TableRow, competence: Draft) -> Draft:
        """Read a row with one indicator, and return the most precise item that it speaks of."""
        owner = competence
        if numbers := row.said("level"):
            owner = self._level_of_row(row, competence, numbers)
        for said in row.said("level.name") if owner is not competence else ():
            self._drafting.put(owner, "name", said)
        texts = row.said("level.text")
        if texts and owner is not competence:
            self.behaviour(row, owner, texts)
        return self._indicators_of(row, owner)

    def _level_of_row(self, row: TableRow, competence: Draft, saids: list[Said]) -> Draft:
        number, name = self._levels.number(saids)
        if number is None:
            for said in saids:
                title = row.table.titles[said.cell.column]
                self._drafting.leave(said, UNKNOWN_LEVEL, competence, title)
            return competence
        level = self.level(competence, number)
        self._drafting.mark(level, "level", saids[0])
        if name:
            self._drafting.put(level, "name", saids[0].says(name))
        for said in saids[1:]:
            if not self._levels.name_also(number, said):
                title = row.table.titles[said.cell.column]
                self._drafting.leave(said, UNKNOWN_LEVEL, level, title)
            self._drafting.mark(level, "level", said)
        return level

    def _indicators_of(self, row: TableRow, owner: Draft) -> Draft:
        made: list[Draft] = []
        saids = row.said("indicator")
        by_language = {said.language: said for said in saids}
        if len(by_language) == len(saids) > 1:
            made = self._translated(row, owner, saids)
        else:
            for said in saids:
                for point in _each(said, exact=row.table.is_ours):
                    made.append(self._indicator(owner, point, row.table.name, {}, row))
        for said in row.said("indicator.contra"):
            for point in _each(said, exact=row.table.is_ours):
                given = {"polarity": "contra"}
                made.append(self._indicator(owner, point, row.table.name, given, row))
        for indicator in made:
            self._fields(row, indicator)
        return made[0] if made else owner

    def _translated(self, row: TableRow, owner: Draft, saids: list[Said]) -> list[Draft]:
        first, *others = saids
        points_ = list(_each(first, exact=row.table.is_ours))
        made = [self._indicator(owner, one, row.table.name, {}, row) for one in points_]
        for said in others:
            self._translate(row, owner, made, said)
        return made

    def _translate(self, row: TableRow, owner: Draft, nodes: list[Draft], said: Said) -> None:
        """Put the same points in another language beside the first ones."""
        lines, found = _divided(said, row) if row.table.shape == "competences" else ([], [])
        found = found or [one.text for one in _each(said, exact=row.table.is_ours)]
        if lines:
            self._drafting.put(owner, "text", said.says("\n".join(lines)))
        if len(found) != len(nodes):
            self._drafting.leave(said, _OTHER_COUNT, owner, row.table.titles[said.cell.column])
            return
        for node, text in zip(nodes, found, strict=True):
            self._drafting.put(node, "text", said.says(text))

    def _indicator(
        self,
        owner: Draft,
        said: Said,
        sheet: str,
        given: Draft,
        row: TableRow | None = None,
    ) -> Draft:
        """Return a new indicator, or the same one that another sheet gave already."""
        indicators: list[Draft] = owner.setdefault("indicators", [])
        code = row.first("indicator.code") if row else None
        polarity = given.get("polarity") or (_polarity(row) if row else "positive")
        same: list[Draft] = owner.setdefault("_by_text", {}).setdefault(said.text, [])
        seen: dict[tuple[str, str], int] = owner.setdefault("_seen", {})
        for one in same[seen.get((sheet, said.text), 0) :]:
            is_same = one["_polarity"] == polarity and not (code and "identifiers" in one)
            if is_same and sheet not in one["_sheets"]:
                one["_sheets"].add(sheet)
                self._drafting.mark(one, "text", said)
                return one
        indicator: Draft = {**given, "_sheets": {sheet}, "_polarity": polarity}
        self._drafting.put(indicator, "text", said)
        indicators.append(indicator)
        same.append(indicator)
        if all(sheet in one["_sheets"] for one in same[-2:]):
            seen[sheet, said.text] = len(same)
        return indicator

    def _fields(self, row: TableRow, indicator: Draft) -> None:
        drafting = self._drafting
        if (said := row.first("indicator.id")) and indicator.get("id") in (None, said.text):
            drafting.put_value(indicator, "id", said.text, said)
        put_code(self._drafting, row, "indicator.code", indicator)
        for key in ("polarity", "audience"):
            self.coded(row, f"indicator.{key}", indicator, key)
        if kind := row.first("indicator.kind"):
            code = code_of("indicator.kind", kind.text) or kind.text
            drafting.put_value(indicator, "kind", code, kind)
        for said in row.said("indicator.measure"):
            drafting.put(indicator, "measure", said)

    def coded(self, row: TableRow, field: str, node: Draft, key: str) -> None:
        """Put the code of a word into a field; a word that is not known is left over."""
        said = row.first(field)
        if said is None:
            return
        code = code_of(field, said.text)
        if code is None:
            reason = UNKNOWN_WORD.filled(known=words_for(field))
            self._drafting.leave(said, reason, node, row.table.titles[said.cell.column])
        else:
            self._drafting.put_value(node, key, code, said)

    def _describe(self, row: TableRow, competence: Draft) -> None:
        drafting = self._drafting
        for said in row.said("competence.definition"):
            drafting.put(competence, "definition", said)
        self.coded(row, "competence.type", competence, "type")
        put_code(self._drafting, row, "competence.code", competence)
        if identifier := row.first("competence.id"):
            drafting.put_value(competence, "id", identifier.text, identifier)
        self._aliases(row.said("competence.aliases"), competence)

    def _aliases(self, saids: list[Said], competence: Draft) -> None:
        """Add other names; those of two languages belong together where there are as many."""
        names = [
            [name.strip() for name in _ALIASES.split(said.text) if has_ink(name)] for said in saids
        ]
        are_pairs = len({len(one) for one in names}) == 1
        for said, ones in zip(saids, names, strict=True):
            found = competence.setdefault("_aliases", {}).setdefault(said.cell.sheet, [])
            for position, name in enumerate(ones):
                if are_pairs and said is not saids[0] and position < len(found):
                    found[position].setdefault(said.language, name)
                    continue
                alias = Texts({said.language: name})
                found.append(alias)
                if alias not in competence.setdefault("aliases", []):
                    competence["aliases"].append(alias)
            self._drafting.mark(competence, "aliases", said)

    def _known(self, row: TableRow, names: list[Said], *, is_new: bool) -> Draft:
        """Return the competence that a row speaks of: by its id, else by its code, else by name."""
        cluster = self._clusters.of_row(row)
        keys = list(_keys(row, names))
        sheet = row.table.name
        code = row.first("competence.code")
        for key in keys:
            for one in self._found.get(key, ()):
                if self._is_other(one, key, row, is_new=is_new) or (
                    cluster is not None and one.get("cluster") not in (None, cluster)
                ):
                    continue
                one["_sheets"].add(sheet)
                self._into(one, cluster, row)
                return one
        competences = self._drafting.framework.setdefault("competences", [])
        made: Draft = {"_position": len(competences), "_sheets": {sheet}, "_first": sheet}
        made["_code"] = code.text if code else None
        self._into(made, cluster, row)
        competences.append(made)
        for key in keys:
            alike = self._found.setdefault(key, [])
            if len(alike) < _MOST_ALIKE:
                alike.append(made)
        return made

    def _is_other(self, one: Draft, key: tuple[str, ...], row: TableRow, *, is_new: bool) -> bool:
        """Tell whether a competence found by a key is another one than the row speaks of.

        A code says which one it is where another sheet gave it; within a sheet the name does, and
        two codes are two competences.
        """
        if is_new and row.table.name in one["_sheets"] and key[0] != "competence.id":
            return True
        code = row.first("competence.code")
        if key[0] == "name":
            return bool(code and one["_code"] and code.text != one["_code"])
        if key[0] == "competence.code" and one["_first"] == row.table.name:
            names = {same_name(text) for text in one.get("name", {}).values()}
            return not any(same_name(said.text) in names for said in row.said("competence"))
        return False

    def _into(self, competence: Draft, cluster: int | None, row: TableRow) -> None:
        if cluster is not None:
            for said in row.said("cluster"):
                self._drafting.put_value(competence, "cluster", cluster, said)


def _polarity(row: TableRow) -> str:
    said = row.first("indicator.polarity")
    return (code_of("indicator.polarity", said.text) if said else None) or "positive"


def _keys(row: TableRow, names: list[Said]) -> Iterable[tuple[str, ...]]:
    for field in ("competence.id", "competence.code"):
        if said := row.first(field):
            yield field, said.text
    for said in () if row.table.is_ours else names:
        yield "name", said.language, name_key(row, said)


def _divided(said: Said, row: TableRow) -> tuple[list[str], list[str]]:
    """Return the lines of a cell that describe its level, and those that are behaviour."""
    lines, found = points(said.text)
    if row.table.is_ours and (_OWN_POINT.search(said.text) or not found):
        return _as_written(said.text)
    if found or row.table.uses_points:
        return lines, found
    return [], lines


def _as_written(text: str) -> tuple[list[str], list[str]]:
    """Return the text and the points of a cell that our own export wrote, to the letter."""
    start, *found = _OWN_POINT.split(text)
    return [start] if has_ink(start) else [], [point for point in found if has_ink(point)]


def _each(said: Said, *, exact: bool) -> Iterable[Said]:
    """Yield each point in a cell, or the cell as one text; `exact` takes it as it stands."""
    lines, found = ([], []) if exact else points(said.text)
    if not found:
        yield said if exact else said.says(" ".join(lines))
        return
    if lines:
        yield said.says(" ".join(lines))
    for point in found:
        yield said.says(point)
