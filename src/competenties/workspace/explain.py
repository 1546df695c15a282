"""What a schema has against a file, in the words of whoever wrote the file."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from competenties.findings import Finding, Path, Place, Rule
from competenties.messages import Phrase, Spoken
from competenties.model.colour import COLOUR
from competenties.model.ids import ID_PATTERN, slug
from competenties.model.settings import FONT, INSIDE_WORKSPACE
from competenties.model.text import LANGUAGE_TAG, WORDS
from competenties.workspace import form_problems
from competenties.workspace.labels import NAMES, found_phrase, label, type_phrase
from competenties.workspace.problems import UNKNOWN_RULE

_Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SchemaSpot:
    """A keyword of a schema: its name, the schema around it, and the union it stands in."""

    keyword: str
    schema: _Schema
    union: tuple[str, ...] = ()
    branch: int = 0


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing a schema has against the data: which keyword, and where in the data."""

    spot: SchemaSpot
    path: Path


def schema_spot(steps: Sequence[str], schema: _Schema) -> SchemaSpot:
    """Return the keyword at the end of these steps into a schema."""
    around: Any = schema
    for step in steps[:-1]:
        around = around[int(step)] if isinstance(around, list) else around.get(step, {})
    keyword = steps[-1] if steps else ""
    for at, step in enumerate(steps[:-1]):
        if step in ("anyOf", "oneOf") and steps[at + 1].isdigit():
            return SchemaSpot(keyword, around, tuple(steps[: at + 1]), int(steps[at + 1]))
    return SchemaSpot(keyword, around if isinstance(around, dict) else {})


def explain(
    violations: Sequence[Violation], data: Any, labels: _Schema, house: str
) -> list[Finding]:
    """Return findings for violations, one for each thing that has to be mended.

    Of a union only the branch that fits the value's type is explained. `labels` is the shipped
    schema, which knows the titles of the fields; `house` names the house schema, if it is one.
    """
    explained = _Explained(data, labels, house)
    once = {(one.path, id(one.spot)): one for one in _nearest(violations)}
    return [finding for one in once.values() for finding in explained.findings(one)]


@dataclass(frozen=True)
class _Explained:
    data: Any
    labels: _Schema
    house: str
    known_labels: dict[Path, Phrase] = field(default_factory=dict)

    def findings(self, violation: Violation) -> Iterator[Finding]:
        """Yield the findings of one violation."""
        if violation.spot.keyword == "type" and "enum" in violation.spot.schema:
            return  # what is said of the values that may stand there says more
        for rule, path, values in self._said(violation):
            place, title = self._place(path)
            found = Finding(rule, place, {"title": title, **values})
            yield self._as_house_rule(found, violation.spot.schema) if self.house else found

    def _as_house_rule(self, found: Finding, schema: _Schema) -> Finding:
        """Return the finding as the organisation's own, in its own words if it has any."""
        plain = Phrase(nl=found.statement("nl"), en=found.statement("en"))
        what = _own_words(schema) or plain
        values = {"title": found.values["title"], "what": what, "schema": self.house}
        return Finding(form_problems.HOUSE_RULE, found.place, values)

    def _said(self, violation: Violation) -> Iterator[tuple[Rule, Path, dict[str, Spoken]]]:
        keyword, schema, path = violation.spot.keyword, violation.spot.schema, violation.path
        value = _at(self.data, path)
        wanted = schema.get(keyword)
        here = self._label(path)
        match keyword:
            case "additionalProperties" | "unevaluatedProperties" if isinstance(value, dict):
                yield from self._unknown(schema, path, value)
            case "required":
                yield from self._missing(wanted or (), path, value)
            case "type":
                expected = type_phrase(wanted, schema)
                yield form_problems.WRONG_TYPE, path, self._wrong(here, value, expected)
            case "anyOf" | "oneOf":
                yield (
                    form_problems.WRONG_TYPE,
                    path,
                    self._wrong(here, value, type_phrase(None, schema)),
                )
            case "enum" | "const":
                options = wanted if isinstance(wanted, list) else [wanted]
                yield form_problems.WRONG_VALUE, path, _options(here, value, options)
            case "pattern":
                yield _form(_PATTERN_RULES.get(str(wanted)), here, value, path)
            case "format":
                rule = form_problems.BAD_DATE if wanted == "date" else None
                yield _form(rule, here, value, path)
            case _ if keyword in _SIZES:
                found, expected = _size(keyword, wanted, value)
                values: dict[str, Spoken] = {"label": here, "found": found, "expected": expected}
                yield form_problems.WRONG_SIZE, path, values
            case _:
                yield _form(None, here, value, path)

    def _missing(
        self, required: Iterable[str], path: Path, value: Any
    ) -> Iterator[tuple[Rule, Path, dict[str, Spoken]]]:
        for name in required:
            if name not in value:
                yield (
                    form_problems.MISSING_FIELD,
                    path,
                    {
                        "field": name,
                        "label": self._label((*path, name)),
                        "how": _NEW_ID if name == "id" else Phrase(nl="", en=""),
                        "where": self._where(path),
                    },
                )

    def _unknown(
        self, schema: _Schema, path: Path, value: Mapping[str, Any]
    ) -> Iterator[tuple[Rule, Path, dict[str, Spoken]]]:
        if "patternProperties" in schema and "properties" not in schema:
            if ID_PATTERN in schema["patternProperties"]:  # names of rules, in the settings
                for key in _unmatched(schema, value):
                    said: dict[str, Spoken] = {"found": key, "nearest": "", "title": ""}
                    yield UNKNOWN_RULE, (*path, key), said
                return
            for key in _unmatched(schema, value):
                if LANGUAGE_TAG in schema["patternProperties"]:
                    here = self._label(path)
                    yield form_problems.BAD_LANGUAGE, (*path, key), {"label": here, "found": key}
                else:  # names of documents or styles, in the settings
                    yield self._unknown_field(path, key, ())
            return
        known = list(schema.get("properties", ()))
        for key in value:
            if key not in known:
                yield self._unknown_field(path, key, known)
        if len(schema.get("required", ())) == 1:  # jsonschema-rs reports a single one here
            yield from self._missing(schema["required"], path, value)

    def _unknown_field(
        self, path: Path, key: str, known: Sequence[str]
    ) -> tuple[Rule, Path, dict[str, Spoken]]:
        values: dict[str, Spoken] = {
            "field": key,
            "where": self._where(path),
            "nearest": nearest(key, known),
            "extra": _EXTRA if "extra" in known else _NO_EXTRA,
        }
        return form_problems.UNKNOWN_FIELD, (*path, key), values

    @staticmethod
    def _wrong(here: Phrase, value: Any, expected: Phrase) -> dict[str, Spoken]:
        return {"label": here, "found": found_phrase(value), "expected": expected}

    def _label(self, path: Path) -> Phrase:
        """Return what a reader calls a field; looked up once for fields of the same kind."""
        kind = tuple([step for step in path[:-1] if step.__class__ is str]) + path[-1:]
        if kind not in self.known_labels:
            self.known_labels[kind] = label(self.labels, path)
        return self.known_labels[kind]

    def _where(self, path: Path) -> Phrase:
        """Return ' at "field"' when the path leads on from the item that has a name."""
        node = _at(self.data, path)
        if not path or (isinstance(node, dict) and any(name in node for name in NAMES)):
            return Phrase(nl="", en="")
        here = self._label(path)
        return Phrase(nl=f' bij "{here.nl}"', en=f' in "{here.en}"')

    def _place(self, path: Path) -> tuple[Place, Spoken]:
        """Return the place and the title of the item.

        The item is the nearest object with an id; the title is that of the nearest with a name.
        """
        nodes = [self.data]
        for step in path:
            nodes.append(nodes[-1][step])
        title: Spoken | None = None
        for depth in range(len(path), -1, -1):
            node = nodes[depth]
            if not isinstance(node, dict):
                continue
            title = title or _title(node)
            if isinstance(node.get("id"), str):
                place = Place(item=node["id"], path=path[depth:], pointer=path)
                return place, title or self._label(())
        return Place(path=path, pointer=path), title or self._label(())


def nearest(word: str, known: Iterable[str]) -> Phrase:
    """Return "Did you mean …? " with the known word that is most like this one, if any is."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=60)
    return _MEANT.filled(id=found[0]) if found else Phrase(nl="", en="")


_PATTERN_RULES = {
    WORDS: form_problems.EMPTY_TEXT,
    ID_PATTERN: form_problems.BAD_ID,
    LANGUAGE_TAG: form_problems.BAD_LANGUAGE,
    INSIDE_WORKSPACE: form_problems.BAD_PATH,
    COLOUR: form_problems.BAD_COLOUR,
    FONT: form_problems.BAD_FONT,
}
_SIZES = {
    "minimum": Phrase(nl="een getal van ten minste {n}", en="a number of at least {n}"),
    "maximum": Phrase(nl="een getal van ten hoogste {n}", en="a number of at most {n}"),
    "exclusiveMinimum": Phrase(nl="een getal boven {n}", en="a number above {n}"),
    "exclusiveMaximum": Phrase(nl="een getal onder {n}", en="a number below {n}"),
    "minLength": Phrase(
        nl="een tekst van ten minste {n} tekens", en="a text of at least {n} characters"
    ),
    "maxLength": Phrase(
        nl="een tekst van ten hoogste {n} tekens", en="a text of at most {n} characters"
    ),
    "minItems": Phrase(nl="een lijst van ten minste {n}", en="a list of at least {n}"),
    "maxItems": Phrase(nl="een lijst van ten hoogste {n}", en="a list of at most {n}"),
    "minProperties": Phrase(nl="ten minste {n} taal", en="at least {n} language"),
    "maxProperties": Phrase(nl="ten hoogste {n}", en="at most {n}"),
}
_LONG = 60
_NEW_ID = Phrase(
    nl=" met een eigen naam van kleine letters en streepjes, die nog nergens anders staat",
    en=" with a name of its own in small letters and hyphens that stands nowhere else yet",
)
_EXTRA = Phrase(
    nl=' Eigen gegevens horen onder "extra".', en=' Data of your own belong under "extra".'
)
_NO_EXTRA = Phrase(nl="", en="")


def _nearest(violations: Sequence[Violation]) -> Iterator[Violation]:
    """Yield the violations with, of each union, only those of the branch that comes nearest.

    Every branch of a failed union has a violation, so a lower branch starts another union.
    """
    group: list[Violation] = []
    for violation in violations:
        spot = violation.spot
        if group:
            before = group[-1].spot
            if spot.union != before.union or spot.branch < before.branch:
                yield from _of_nearest_branch(group)
                group = []
        if spot.union:
            group.append(violation)
        else:
            yield violation
    if group:
        yield from _of_nearest_branch(group)


def _of_nearest_branch(group: list[Violation]) -> list[Violation]:
    root = _common([violation.path for violation in group])
    branches: dict[int, list[Violation]] = {}
    for violation in group:
        branches.setdefault(violation.spot.branch, []).append(violation)
    misfits = {one.spot.branch for one in group if one.spot.keyword == "type" and one.path == root}
    fitting = [branch for number, branch in branches.items() if number not in misfits]
    if fitting:
        return min(fitting, key=len)
    keyword = group[0].spot.union[-1]
    options = [branch[0].spot.schema for branch in branches.values()]
    return [Violation(SchemaSpot(keyword, {keyword: options}), root)]


def _common(paths: Sequence[Path]) -> Path:
    shortest = min(paths, key=len)
    while any(path[: len(shortest)] != shortest for path in paths):
        shortest = shortest[:-1]
    return shortest


def _own_words(schema: _Schema) -> Phrase | None:
    """Return what a house schema says itself when it is not met: `x-message-nl`, `-en`."""
    nl, en = schema.get("x-message-nl"), schema.get("x-message-en")
    if not isinstance(nl, str) and not isinstance(en, str):
        return None
    return Phrase(nl=str(nl or en), en=str(en or nl))


def _unmatched(schema: _Schema, value: Mapping[str, Any]) -> list[str]:
    patterns = [re.compile(pattern) for pattern in schema["patternProperties"]]
    return [key for key in value if not any(pattern.search(key) for pattern in patterns)]


def _options(here: Phrase, value: Any, options: Sequence[Any]) -> dict[str, Spoken]:
    known = [_shortened(one) for one in options]
    return {
        "label": here,
        "found": _shown(value),
        "options": ", ".join(known),
        "nearest": nearest(value, known) if isinstance(value, str) else "",
    }


def _size(keyword: str, limit: Any, value: Any) -> tuple[Spoken, Phrase]:
    pattern = _SIZES[keyword]
    shown = limit if isinstance(limit, (int, float)) else 0
    expected = pattern.filled(n=shown)
    if isinstance(value, (int, float)):
        return value, expected
    count = len(value)
    if isinstance(value, str):
        return Phrase(
            nl=f"een tekst van {count} tekens", en=f"a text of {count} characters"
        ), expected
    if isinstance(value, list):
        return Phrase(nl=f"een lijst van {count}", en=f"a list of {count}"), expected
    return Phrase(nl="een leeg blok", en="an empty block"), expected


def _form(
    rule: Rule | None, here: Phrase, value: Any, path: Path
) -> tuple[Rule, Path, dict[str, Spoken]]:
    """Return what to say of a value of a wrong form; without a rule of its own, just that."""
    if rule is None:
        return form_problems.WRONG_FORM, path, {"label": here, "found": _shown(value)}
    return rule, path, {"label": here, "found": _shortened(value), "nearest": _as_id(rule, value)}


def _as_id(rule: Rule, value: str) -> Phrase:
    """Return the id that somebody probably meant, where an id has the wrong form."""
    if rule is not form_problems.BAD_ID or not any(one.isalpha() for one in value):
        return Phrase(nl="", en="")
    return _MEANT.filled(id=slug(value))


_MEANT = Phrase(nl='Bedoelt u "{id}"? ', en='Did you mean "{id}"? ')


def _shown(value: Any) -> Spoken:
    """Return what stands in a field: a text between quotes, anything else by its kind."""
    return f'"{_shortened(value)}"' if isinstance(value, str) else found_phrase(value)


def _shortened(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"


def _title(node: Mapping[str, Any]) -> Spoken | None:
    for name in (*NAMES, "id"):
        value = node.get(name)
        if isinstance(value, str) and value.strip():
            return _shortened(value)
        if isinstance(value, dict) and value and all(isinstance(v, str) for v in value.values()):
            return {str(key): _shortened(text) for key, text in value.items()}
    return None


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data
