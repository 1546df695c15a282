"""Reads Turtle and JSON-LD as what is said of each thing. Nothing is ever fetched."""

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from competenties.findings import UnusableError
from competenties.formats.skos_terms import Iri, Literal, Nodes, Value
from competenties.formats.source import MOST_BYTES, Source
from competenties.formats.whole import Read, text_of
from competenties.messages import Phrase
from competenties.workspace.json_text import parse

_NOT_READ = Phrase(
    nl="{name} is geen {form} dat te lezen is{place}. Laat het andere programma het bestand opnieuw "
    "opslaan als Turtle of JSON-LD.",
    en="{name} is no {form} that can be read{place}. Let the other program save the file again as "
    "Turtle or JSON-LD.",
)
_AT_LINE = Phrase(nl=" (regel {line})", en=" (line {line})")
_NOWHERE = Phrase(nl="", en="")
_XML = Phrase(
    nl="{name} is RDF/XML. Dat leest het programma niet; sla het op als Turtle (.ttl) of JSON-LD (.jsonld).",
    en="{name} is RDF/XML, which the program does not read; save it as Turtle (.ttl) or JSON-LD (.jsonld).",
)
_ELSEWHERE = Phrase(
    nl='{name} verwijst voor de betekenis van velden naar "{address}". Het programma haalt niets op van '
    "internet. Laat het andere programma JSON-LD met een eigen @context opslaan, of Turtle.",
    en='{name} refers to "{address}" for what its fields mean. The program fetches nothing from the '
    "internet. Let the other program save JSON-LD with a @context of its own, or Turtle.",
)
_LINE = re.compile(r"line (\d+)")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}|[0-9]{3}))?")
_SHOWN = 80


def nodes_in(source: Source) -> tuple[Nodes, Read]:
    """Return what a file says of each thing. Raises UnusableError with what to do."""
    read = text_of(source, MOST_BYTES)
    start = read.text.lstrip()
    if start.startswith(("<?xml", "<rdf:RDF", "<!DOCTYPE")):
        raise UnusableError(_XML, name=source.name)
    is_json = start.startswith(("{", "[")) and not re.match(r"\[\s*\]?\s*[a-z]*:", start)
    text = _safe_json(source, read.text) if is_json else read.text
    return _parsed(source.name, text, "json-ld" if is_json else "turtle"), read


def tag_of(language: str) -> str | None:
    """Return a language tag as the model writes it; None where it has no such tag."""
    match = _TAG.fullmatch(language)
    if match is None:
        return None
    parts = (match[1].lower(), (match[2] or "").title(), (match[3] or "").upper())
    return "-".join(filter(None, parts))


def _safe_json(source: Source, text: str) -> str:
    """Return JSON that refers to no context elsewhere."""
    data, _, problems = parse(text.encode())
    if problems:
        line = problems[0].place.line or 1
        place = _AT_LINE.filled(line=line)
        raise UnusableError(_NOT_READ, name=source.name, form="JSON-LD", place=place)
    for address in _elsewhere(data):
        raise UnusableError(_ELSEWHERE, name=source.name, address=address[:_SHOWN])
    return text


def _elsewhere(data: Any) -> list[str]:
    """Return the addresses of contexts that stand in another place."""
    found: list[str] = []
    nodes = [data]
    while nodes:
        node = nodes.pop()
        if isinstance(node, dict):
            context = node.get("@context")
            contexts = context if isinstance(context, list) else [context]
            found.extend(one for one in contexts if isinstance(one, str))
            if "@import" in node:
                found.append(str(node["@import"]))
            nodes.extend(node.values())
        elif isinstance(node, list):
            nodes.extend(node)
    return found


def _parsed(name: str, text: str, form: str) -> Nodes:
    nodes: Nodes = {}
    try:
        for subject, predicate, value in _triples(text, form):
            said = nodes.setdefault(_address(subject), {}).setdefault(str(predicate), [])
            said.append(_value(value))
    except Exception as error:  # rdflib raises whatever the text makes it stumble over
        match = _LINE.search(str(error))
        place = _AT_LINE.filled(line=int(match[1])) if match else _NOWHERE
        shown = "JSON-LD" if form == "json-ld" else "Turtle"
        raise UnusableError(_NOT_READ, name=name, form=shown, place=place) from error
    return nodes


def _triples(text: str, form: str) -> list[Any]:
    """Return what a text says; JSON-LD may say it in several graphs."""
    import rdflib

    with warnings.catch_warnings(), _silence(logging.getLogger("rdflib.term")):
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib about itself
        if form == "turtle":
            graph = rdflib.Graph(store="SimpleMemory", bind_namespaces="none")
            graph.parse(data=text, format=form)
        else:
            graph = rdflib.Dataset(default_union=True)
            graph.parse(data=text, format=form)
        return list(graph.triples((None, None, None)))


@contextmanager
def _silence(log: logging.Logger) -> Iterator[None]:
    """Keep values that rdflib finds odd off the terminal."""
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before


def _address(term: Any) -> str:
    import rdflib

    return f"_:{term}" if isinstance(term, rdflib.BNode) else str(term)


def _value(term: Any) -> Value:
    import rdflib

    if isinstance(term, rdflib.Literal):
        return Literal(str(term), term.language or "", str(term.datatype or ""))
    return Iri(_address(term))
