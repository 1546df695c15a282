"""Makes the files that are made from others: schemas, the klantgerichtheid extract, reference docs.

`make generate` writes them; a test fails when one of them is not what this makes.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent

_HEADINGS = {"nl": "Nederlands", "en": "English"}
_MADE = "<!-- Made by `make generate`; do not edit. -->"


def generated() -> dict[str, str]:
    """Return every generated file: its path from the root, and its content."""
    return {
        **schemas(),
        **extracts(),
        "docs/rules.md": rules(),
        "docs/commands.md": commands(),
        "docs/formats.md": formats(),
        "docs/template-names.md": template_names(),
    }


def schemas() -> dict[str, str]:
    """Return the shipped schemas, made from the model."""
    from competenties.model.schema import SCHEMA_KINDS, json_schema
    from competenties.workspace.json_text import canonical_json

    return {
        f"schemas/{kind}.schema.json": canonical_json(json_schema(kind)) for kind in SCHEMA_KINDS
    }


def extracts() -> dict[str, str]:
    """Return the frameworks that are a part of `basis`, with the same ids."""
    from competenties.model.extract import extract
    from competenties.workspace.documents import document_data, read_framework
    from competenties.workspace.json_text import canonical_json

    basis = read_framework(ROOT / "frameworks" / "basis.json").model
    if basis is None:
        sys.exit(
            "frameworks/basis.json cannot be read; see `competenties check frameworks/basis.json`"
        )
    made = extract(
        basis,
        {"klantgerichtheid"},
        identifier="klantgerichtheid",
        name={"nl": "Klantgerichtheid", "en": "Customer focus"},
    )
    return {"frameworks/klantgerichtheid.json": canonical_json(document_data(made))}


def rules() -> str:
    """Return the page of every rule, in both languages."""
    from competenties.checking import every_rule
    from competenties.cli.explain import as_json, examples
    from competenties.messages import LANGUAGES, Phrase

    why, do = Phrase(nl="Waarom", en="Why"), Phrase(nl="Wat te doen", en="What to do")
    lines = ["# Regels / Rules", "", _MADE, ""]
    for language in LANGUAGES:
        lines += [f"## {_HEADINGS[language]}", ""]
        for rule in every_rule().values():
            page = as_json(rule, language)
            lines += [f"### {rule.name}", "", f"**{page['title']}** ({page['severity']})", ""]
            if page["message"] != "…":
                lines += [f"> {page['message']}", ""]
            lines += [f"{why.say(language)}: {page['why']}", ""]
            lines += [f"{do.say(language)}: {page['advice']}", ""]
            for label, sentences in examples(rule, language):
                lines += [f"{label}:", "", *(f"- {one}" for one in sentences), ""]
    return "\n".join(lines).rstrip() + "\n"


def commands() -> str:
    """Return the help of every command, in both languages."""
    from competenties.cli.main import command_files, help_text
    from competenties.cli.terminal.document_list import GROUPS
    from competenties.documents import document_files
    from competenties.messages import LANGUAGES, Phrase

    documents = Phrase(
        nl="Documenten voor `competenties write`, {group}:",
        en="Documents for `competenties write`, {group}:",
    )
    lines = ["# Opdrachten / Commands", "", _MADE, ""]
    for language in LANGUAGES:
        lines += [f"## {_HEADINGS[language]}", ""]
        for name in ("", *command_files()):
            lines += ["```text", help_text(name, language).rstrip(), "```", ""]
        for subject, group in GROUPS.items():
            found = [one for one in document_files().values() if subject == one.SUBJECT]
            lines += [documents.say(language, group=group), ""]
            lines += [f"- `{one.NAME}`: {one.PAGE.say(language)}" for one in found]
            lines += [""]
    return "\n".join(lines).rstrip() + "\n"


def formats() -> str:
    """Return the page of every format and preset, and the headers that a table may have."""
    from competenties.formats import format_files
    from competenties.formats.presets import preset_files
    from competenties.formats.table_headers import FIELDS
    from competenties.messages import LANGUAGES, Phrase

    endings = Phrase(nl="Bestanden: {suffixes}", en="Files: {suffixes}")
    presets = Phrase(
        nl="Tabellen voor een ander programma: `competenties export NAAM MODEL -o MAP`, kort voor "
        "`competenties export table --preset NAAM MODEL -o MAP`.",
        en="Tables for another program: `competenties export NAME FRAMEWORK -o FOLDER`, short for "
        "`competenties export table --preset NAME FRAMEWORK -o FOLDER`.",
    )
    columns = Phrase(
        nl="Wat een kolom van een tabel kan zijn; ook de namen voor `--map`, naast `niveau 1`, "
        "`niveau 2` en zo verder:",
        en="What a column of a table can be; also the names for `--map`, beside `level 1`, "
        "`level 2` and so on:",
    )
    lines = ["# Formaten / Formats", "", _MADE, ""]
    for language in LANGUAGES:
        lines += [f"## {_HEADINGS[language]}", ""]
        for one in format_files().values():
            suffixes = ", ".join(f"`{suffix}`" for suffix in one.SUFFIXES)
            lines += [f"### {one.NAME}: {one.TITLE.say(language)}", ""]
            lines += [*_page(one.PAGE.say(language)), ""]
            lines += [endings.say(language, suffixes=suffixes), ""]
        lines += [presets.say(language), ""]
        for preset in preset_files().values():
            lines += [f"### {preset.NAME}: {preset.TITLE.say(language)}", ""]
            lines += [*_page(preset.PAGE.say(language)), ""]
        lines += [columns.say(language), ""]
        lines += [f"- {phrase.say(language)}" for phrase in FIELDS.values()]
        lines += [""]
    return "\n".join(lines).rstrip() + "\n"


def template_names() -> str:
    """Return the names that a Word template may use, and our styles, in both languages."""
    from competenties.documents.template_context import known_names
    from competenties.messages import LANGUAGES, Phrase
    from competenties.office.template_names import OUR_STYLES

    names = Phrase(
        nl="Deze namen mag een eigen Word-sjabloon van een functieprofiel gebruiken, tussen dubbele "
        "accolades: `{{ functie.naam }}`. Een naam met een punt in een lijst gebruikt u tussen "
        "`for` en `endfor`, zie de [handleiding](guide/nl.md#zelf-de-indeling-bepalen).",
        en="These names may be used in your own Word template of a job profile, between double "
        "braces: `{{ job.name }}`. A name with a dot in a list is used between `for` and "
        "`endfor`, see the [guide](guide/en.md#your-own-arrangement).",
    )
    styles = Phrase(
        nl="Dit zijn onze stijlen, met de naam die links van het `=` komt te staan in "
        "`[house_style.styles]`:",
        en="These are our styles, with the name that goes left of the `=` in `[house_style.styles]`:",
    )
    name, style, about = (
        Phrase(nl="naam", en="name"),
        Phrase(nl="stijl", en="style"),
        Phrase(nl="waarvoor", en="what for"),
    )
    lines = ["# Namen in sjablonen / Names in templates", "", _MADE, ""]
    for language in LANGUAGES:
        lines += [f"## {_HEADINGS[language]}", "", names.say(language), ""]
        lines += _table(name.say(language), about.say(language), known_names(language))
        ours = ((one, text.say(language)) for one, text in OUR_STYLES.items())
        lines += [styles.say(language), ""]
        lines += _table(style.say(language), about.say(language), ours)
    return "\n".join(lines).rstrip() + "\n"


def _page(page: str) -> Iterator[str]:
    """Yield the lines of a page, with an empty one before each list, as Markdown wants it."""
    before = ""
    for line in page.split("\n"):
        is_point, was_point = (one.startswith("- ") or one[:1].isdigit() for one in (line, before))
        if is_point and before and not was_point:
            yield ""
        yield line
        before = line


def _table(name: str, about: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    shown = (f"| `{one}` | {text} |" for one, text in rows)
    return [f"| {name} | {about} |", "|---|---|", *shown, ""]


if __name__ == "__main__":
    os.environ["COLUMNS"] = "100"
    for name, content in generated().items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
        print(name)
