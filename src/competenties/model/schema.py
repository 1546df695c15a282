"""The JSON schemas of the files, made from the model (JSON Schema draft 2020-12)."""

from typing import Any, Literal

from pydantic import BaseModel, TypeAdapter

from competenties.model.framework import FRAMEWORK_FORMAT, Framework
from competenties.model.profile import PROFILE_FORMAT, JobProfile
from competenties.model.settings import WORKSPACE_FORMAT, Settings
from competenties.model.text import Text

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SchemaKind = Literal["framework", "profile", "workspace"]
SCHEMA_KINDS: tuple[SchemaKind, ...] = ("framework", "profile", "workspace")

_MODELS: dict[SchemaKind, tuple[type[BaseModel], str]] = {
    "framework": (Framework, FRAMEWORK_FORMAT),
    "profile": (JobProfile, PROFILE_FORMAT),
    "workspace": (Settings, WORKSPACE_FORMAT),
}

_EXAMPLES: dict[SchemaKind, dict[str, Any]] = {
    "framework": {
        "$schema": FRAMEWORK_FORMAT,
        "id": "voorbeeld",
        "name": {"nl": "Voorbeeld", "en": "Example"},
        "language": "nl",
        "version": "1.0",
        "proficiency_scales": [
            {
                "id": "niveaus",
                "name": {"nl": "Niveaus", "en": "Levels"},
                "levels": [
                    {"number": 1, "name": {"nl": "Volgens afspraak", "en": "As agreed"}},
                    {"number": 2, "name": {"nl": "Zelfstandig", "en": "Independently"}},
                ],
            }
        ],
        "competences": [
            {
                "id": "samenwerken",
                "name": {"nl": "Samenwerken", "en": "Working together"},
                "levels": [
                    {
                        "level": 1,
                        "indicators": [
                            {
                                "id": "samenwerken-a2b3c4",
                                "text": "Meldt een collega op welke datum het eigen deel klaar is.",
                                "audience": "internal",
                            }
                        ],
                    }
                ],
            }
        ],
    },
    "profile": {
        "$schema": PROFILE_FORMAT,
        "id": "medewerker-balie",
        "name": "Medewerker balie",
        "language": "nl",
        "frameworks": [{"id": "voorbeeld", "version": "1.0"}],
        "purpose": "Helpt bezoekers binnen de regels van het loket aan wat zij nodig hebben.",
        "requirements": [{"competence": "samenwerken", "level": 1}],
    },
    "workspace": {
        "format": WORKSPACE_FORMAT,
        "organisation": "Gemeente Voorbeeld",
        "language": "nl",
        "languages": ["nl", "en"],
        "check": {"severities": {"unused-competence": "off"}},
    },
}


def json_schema(kind: SchemaKind) -> dict[str, Any]:
    """Return the schema of one kind of file, ready to be written or compiled."""
    model, identifier = _MODELS[kind]
    schema = _tidied(model.model_json_schema())
    definitions = schema.pop("$defs")
    if kind != "workspace":
        schema["properties"] = {"$schema": {"const": identifier}, **schema["properties"]}
        schema["required"] = ["$schema", *schema["required"]]
    return {
        "$schema": DIALECT,
        "$id": identifier,
        **schema,
        "examples": [_EXAMPLES[kind]],
        "$defs": {"Text": _text_definition(), **definitions},
    }


_TEXT_TITLES = {
    "title": "Text",
    "description": "A text in the file's own language, or a text per language.",
    "x-title-nl": "Tekst",
    "x-description-nl": "Een tekst in de eigen taal van het bestand, of een tekst per taal.",
}
_FIRST_KEYS = ("title", "description", "x-title-nl", "x-description-nl", "type")


def _text_definition() -> dict[str, Any]:
    schema = TypeAdapter(Text).json_schema()
    return {**_TEXT_TITLES, "anyOf": [_tidied(branch) for branch in schema["anyOf"]]}


def _tidied(node: Any) -> Any:
    """Return a schema as a person would write it: no nulls, one definition of a text."""
    if isinstance(node, list):
        return [_tidied(one) for one in node]
    if not isinstance(node, dict):
        return node
    branches = [one for one in node.get("anyOf", ()) if one != {"type": "null"}]
    others = {key: value for key, value in node.items() if key != "anyOf"}
    if isinstance(others.get("default"), dict) or others.get("default", "") is None:
        others.pop("default")
    if len(branches) == 1:
        return _tidied({**branches[0], **others})
    if "patternProperties" in others:
        others["additionalProperties"] = False
    if branches:
        others = {"$ref": "#/$defs/Text", **others}
    first = {key: others[key] for key in _FIRST_KEYS if isinstance(others.get(key), str)}
    return {key: _tidied(value) for key, value in {**first, **others}.items()}
