"""A template with placeholders of its own (`{{ functie.naam }}`, `{% for … %}`), filled in safely.

The work is done by `template_sandbox` in another process: `python -m`, which is the same on Windows.
A thread cannot be stopped, and `multiprocessing` would start the program of the caller anew.
"""

import base64
import json
import re
import secrets
import subprocess
import sys
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from competenties.findings import RefusedError
from competenties.messages import Language, Phrase
from competenties.office.blocks import Document, Paragraph
from competenties.office.clean import clean
from competenties.office.template import Template, W, parsed
from competenties.office.template_marks import (
    CONTENT,
    FIELDS,
    NAMES,
    TAG,
    Marks,
    field_values,
    fields_named,
    has_fields,
    nearest,
    opened,
    parts_with_text,
    place_for_content,
    with_others,
)
from competenties.office.template_package import Package
from competenties.office.template_properties import set_properties
from competenties.office.template_xml import all_of, child, made, preserve, text_of
from competenties.office.word_in_template import (
    Filled,
    in_template,
    is_footer_said,
    not_on_every_page,
    placed,
)

_SECONDS = 30
_SANDBOX = "competenties.office.template_sandbox"
_LONG = 120
_STATEMENT = re.compile(r"\{%(p|tr|tc|r)?[-+\s]*(for|if|endfor|endif)\b")
_WITHOUT_FRAME = re.compile(r"\{\{(?:r|p|tr|tc)\s")

Names = Mapping[Language, AbstractSet[str]]

_UNKNOWN = Phrase(
    nl="Het sjabloon {template} heeft een onbekende naam '{name}' in de invulplaats {tag}. {advice}",
    en="The template {template} has an unknown name '{name}' in the placeholder {tag}. {advice}",
)
_IN = Phrase(nl="{tag} (in de alinea '{text}')", en="{tag} (in the paragraph '{text}')")
_SYNTAX = Phrase(
    nl="Een invulplaats in het sjabloon {template} is niet goed geschreven: {tag}. Controleer de "
    "haakjes, en of bij elke {{% for %}} een {{% endfor %}} staat en bij elke {{% if %}} een "
    "{{% endif %}}.",
    en="A placeholder in the template {template} is not written well: {tag}. Check the braces, and "
    "that every {{% for %}} has its {{% endfor %}} and every {{% if %}} its {{% endif %}}.",
)
_UNCLOSED = Phrase(
    nl="In het sjabloon {template} staat {tag} zonder {end}. Zet dat op de plaats waar het moet "
    "ophouden.",
    en="The template {template} has {tag} without {end}. Put that in the place where it has to end.",
)
_ENDS_NOTHING = Phrase(
    nl="In het sjabloon {template} staat {tag} zonder een {word} ervoor. Zet die erbij, of haal "
    "{tag} weg.",
    en="The template {template} has {tag} without a {word} before it. Add that, or take {tag} away.",
)
_CODE = Phrase(
    nl="Het sjabloon {template} bevat code die niet mag: {tag} ('{name}'). In een invulplaats mogen "
    "alleen namen, for, if en eenvoudige filters staan.",
    en="The template {template} holds code that is not allowed: {tag} ('{name}'). A placeholder may "
    "hold only names, for, if and simple filters.",
)
_FILTER = Phrase(
    nl="Het sjabloon {template} gebruikt een filter dat er niet is: '{name}' in {tag}. Kies uit: "
    "{known}.",
    en="The template {template} uses a filter that is not there: '{name}' in {tag}. Choose from: "
    "{known}.",
)
_WHOLE = Phrase(
    nl="In het sjabloon {template} staat {tag}, en dat is een groep of een lijst. Noem er een naam "
    "in, of gebruik {{%p for %}} om er een voor een door te gaan.",
    en="The template {template} has {tag}, which is a group or a list. Name something in it, or go "
    "through it with {{%p for %}}.",
)
_NO_FRAME = Phrase(
    nl="In het sjabloon {template} staat {tag}. Schrijf een naam gewoon als {{{{ naam }}}}, zonder "
    "r, p, tr of tc direct na de haakjes.",
    en="The template {template} has {tag}. Write a name simply as {{{{ name }}}}, without r, p, tr "
    "or tc directly after the braces.",
)
_NO_CONTENT = Phrase(
    nl="In het sjabloon {template} is geen plaats voor de inhoud van '{title}'. Zet {{{{ inhoud }}}} "
    "in een eigen alinea van het sjabloon, op de plaats waar de inhoud moet komen.",
    en="The template {template} has no place for the content of '{title}'. Put {{{{ content }}}} in "
    "a paragraph of its own in the template, where the content has to come.",
)
_LARGE = Phrase(
    nl="Het sjabloon {template} levert een veel te groot document op en is niet ingevuld. Kijk of "
    "er lussen ({{% for %}}) in elkaar staan die niet bij elkaar horen.",
    en="The template {template} gives a document that is far too large, and was not filled in. See "
    "whether there are loops ({{% for %}}) in each other that do not belong together.",
)
_SLOW = Phrase(
    nl="Het invullen van het sjabloon {template} duurt langer dan {seconds} seconden en is gestopt. "
    "Kijk of er lussen ({{% for %}}) in elkaar staan die niet bij elkaar horen.",
    en="Filling in the template {template} takes longer than {seconds} seconds and was stopped. See "
    "whether there are loops ({{% for %}}) in each other that do not belong together.",
)
_BROKEN = Phrase(
    nl="De invulplaatsen van het sjabloon {template} breken de opmaak ({name}). Zet {{%p for %}} en "
    "{{%p endfor %}} elk in een eigen alinea, en {{%tr for %}} en {{%tr endfor %}} elk in een eigen "
    "rij van de tabel.",
    en="The placeholders of the template {template} break its layout ({name}). Put {{%p for %}} and "
    "{{%p endfor %}} each in a paragraph of its own, and {{%tr for %}} and {{%tr endfor %}} each in "
    "a row of its own in the table.",
)


def in_own_template(
    document: Document,
    template: Template,
    context: Mapping[str, Any] | None = None,
    *,
    needs_content: bool = False,
    names: Names = NAMES,
) -> Filled:
    """Return a document in a template of either kind. Raises RefusedError, which names the placeholder.

    `context` is the plain data that placeholders may name; without it only the fields of
    `template_marks` are known. A document that `needs_content` is nothing but what comes in the
    place of `{{ inhoud }}`: no placeholders can say that. `names` are those of each language.
    """
    if not has_fields(template):
        return in_template(document, template)
    package = opened(template)
    place = place_for_content(package, Marks(field_values(document)), template.name)
    if needs_content and place is None:
        raise RefusedError(_NO_CONTENT, template=template.name, title=document.title)
    return in_fields(document, template, context or {}, names)


def in_fields(
    document: Document, template: Template, context: Mapping[str, Any], names: Names = NAMES
) -> Filled:
    """Return a template with its placeholders filled in. Raises RefusedError.

    Where it also has `{{ inhoud }}`, the whole content comes there.
    """
    values = field_values(document)
    package = opened(template)
    on_pages = fields_named(package, headers=True)
    in_text = fields_named(package, headers=False)
    place_for_content(package, Marks(values), template.name)
    marker = f"content-{secrets.token_hex(8)}"
    known = {**context, **{name: values[key] for name, key in FIELDS.items()}}
    known |= dict.fromkeys(CONTENT, marker)
    filled = _filled(template, package, _plain(known), names)
    package = Package(filled)
    marks = Marks(values, marker, frozenset(in_text), frozenset(on_pages))
    place = place_for_content(package, marks, template.name)
    if place is not None:
        return placed(document, filled, package, place, marks)
    report = []
    _warn(package, document)
    if not is_footer_said(values, on_pages | in_text):
        body = package.tree(package.main).find(f"{W}body")
        end = body.find(f"{W}sectPr")
        body.insert(len(body) if end is None else body.index(end), _said(document.footer))
        report.append(not_on_every_page(template.name))
    set_properties(package, document, values)
    return Filled(package.zipped(), report, is_in_fields=True)


def _filled(
    template: Template, package: Package, context: Mapping[str, Any], names: Names
) -> Template:
    """Return a template with the parts that had placeholders filled in; the others are as before."""
    texts = {
        part: [text for one in all_of(package.look(part), "p") if "{" in (text := text_of(one))]
        for part in parts_with_text(package)
    }
    wanted = [part for part, found in texts.items() if any(map(TAG.search, found))]
    paragraphs = [text for found in texts.values() for text in found]
    for tag in (tag for text in paragraphs for tag in TAG.findall(text)):
        if _WITHOUT_FRAME.match(tag):
            raise RefusedError(_NO_FRAME, template=template.name, tag=tag[:_LONG])
    for found in texts.values():
        _refuse_unclosed([tag for text in found for tag in TAG.findall(text)], template.name)
    task = {
        "template": base64.b64encode(package.zipped()).decode(),
        "context": context,
        "wanted": wanted,
    }
    answer = _ask(task, template.name)
    if "parts" not in answer:
        _refuse(answer, template.name, paragraphs, names)
    changed = {
        part: _mended(text.encode(), template.name) for part, text in answer["parts"].items()
    }
    return replace(template, parts={**package.parts(), **changed})


def _ask(task: Mapping[str, Any], template: str) -> dict[str, Any]:
    """Let the other process do a task. Raises RefusedError when it does not come back."""
    try:
        done = subprocess.run(  # noqa: S603  (our own program)
            [sys.executable, "-P", "-m", _SANDBOX],
            input=json.dumps(task).encode(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise RefusedError(_SLOW, template=template, seconds=_SECONDS) from error
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        answer = {"wrong": "other", "name": f"{done.returncode}"}
    return dict(answer)


def _refuse_unclosed(tags: Sequence[str], template: str) -> None:
    """Refuse a `for` or `if` that does not end, or an end of nothing. Raises RefusedError."""
    opened_tags: list[tuple[str, str, str]] = []
    for tag in tags:
        found = _STATEMENT.match(tag)
        if found is None:
            continue
        frame, word = found[1] or "", found[2]
        shown = " ".join(tag.split())[:_LONG]
        if not word.startswith("end"):
            opened_tags.append((shown, frame, word))
        elif opened_tags and opened_tags[-1][2] == word.removeprefix("end"):
            opened_tags.pop()
        elif not opened_tags:
            raise RefusedError(_ENDS_NOTHING, template=template, tag=shown, word=word[3:])
        else:
            break
    if opened_tags:
        shown, frame, word = opened_tags[-1]
        end = f"{{%{frame} end{word} %}}"
        raise RefusedError(_UNCLOSED, template=template, tag=shown, end=end)


def _refuse(answer: Mapping[str, Any], template: str, paragraphs: list[str], names: Names) -> None:
    kind, name = answer["wrong"], str(answer.get("name", ""))
    tag = _tag_with(name, paragraphs)
    match kind:
        case "unknown":
            advice = nearest(name, answer["known"], _with_fields(names))
            said = _UNKNOWN.filled(template=template, name=name, tag=tag, advice=advice)
            raise RefusedError(with_others(said, [f"'{one}'" for one in answer["others"]]))
        case "syntax":
            raise RefusedError(_SYNTAX, template=template, tag=answer["text"] or tag)
        case "filter":
            known = ", ".join(answer["known"])
            raise RefusedError(_FILTER, template=template, name=name, tag=tag, known=known)
        case "code":
            raise RefusedError(_CODE, template=template, tag=tag, name=name)
        case "whole":
            raise RefusedError(_WHOLE, template=template, tag=tag)
        case "large":
            raise RefusedError(_LARGE, template=template)
        case _:
            raise RefusedError(_BROKEN, template=template, name=name or "XML")


def _with_fields(names: Names) -> Names:
    return {language: NAMES[language] | own for language, own in names.items()}


def _tag_with(name: str, paragraphs: list[str]) -> str | Phrase:
    """Return the placeholder in which a name stands, as it was written, with its paragraph."""
    word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    for text in paragraphs if name else ():
        for tag in TAG.findall(text):
            if word.search(tag):
                shown, whole = (" ".join(one.split())[:_LONG] for one in (tag, text))
                return shown if shown == whole else _IN.filled(tag=shown, text=whole)
    return "{{ … }}"


def _plain(value: Any) -> Any:
    """Return data as texts, numbers, lists and names, without what XML cannot hold."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value if isinstance(value, bool | int | float) else ""


def _mended(content: bytes, template: str) -> bytes:
    """Return a part of which Word opens every cell and table, also where a loop gave nothing."""
    from lxml import etree

    try:
        root = parsed(content)
    except etree.XMLSyntaxError as error:
        raise RefusedError(_BROKEN, template=template, name="XML") from error
    for table in all_of(root, "tbl"):
        if child(table, "tr") is None:
            table.getparent().replace(table, made("p"))
    for cell in all_of(root, "tc"):
        if not len(cell) or cell[-1].tag != f"{W}p":
            cell.append(made("p"))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _warn(package: Package, document: Document) -> None:
    """Put at the top what cannot be missed: that the document was made with errors."""
    body = package.tree(package.main).find(f"{W}body")
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.style == "warning":
            body.insert(0, _said(block.text, bold=True))


def _said(text: str, *, bold: bool = False) -> Any:
    """Return a paragraph of text in the usual style of the template."""
    paragraph, run, piece = made("p"), made("r"), made("t")
    if bold:
        run.append(made("rPr"))
        run[0].append(made("b"))
    piece.text = clean(text)
    preserve(piece)
    run.append(piece)
    paragraph.append(run)
    return paragraph
