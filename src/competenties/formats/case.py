"""CASE 1.1: the format of 1EdTech for competency frameworks, as one package in JSON."""

import re

from competenties.formats.case_carried import carried, lost
from competenties.formats.case_package import package_in
from competenties.formats.case_reading import plan_of
from competenties.formats.case_sheets import is_spreadsheet, package_of_sheets
from competenties.formats.case_tree import problems
from competenties.formats.case_writing import package, stamp_of
from competenties.formats.loss import Export
from competenties.formats.plan import ImportPlan
from competenties.formats.source import Content, ExportChoices, ImportChoices, Source
from competenties.messages import Phrase

__all__ = ["NAME", "PAGE", "SUFFIXES", "TITLE", "plan", "problems", "recognises", "write"]

NAME = "case"
SUFFIXES = (".json",)
TITLE = Phrase(nl="CASE 1.1 (OpenSALT, OpenCASE, CaSS)", en="CASE 1.1 (OpenSALT, OpenCASE, CaSS)")
PAGE = Phrase(
    nl="CASE is de afspraak van 1EdTech om een raamwerk van competenties uit te wisselen. U krijgt één "
    "bestand (.json). Importeren in OpenSALT: Import Framework, tabblad met JSON, kies het bestand. In "
    "OpenCASE: Import, plak de inhoud of geef het adres. Andere programma's, zoals CaSS, halen het "
    "raamwerk daarna op bij zo'n server. Het bestand past binnen CASE 1.0, CASE 1.1 en wat OpenSALT "
    "aanneemt. Een nieuwe uitvoer werkt hetzelfde raamwerk bij: elk onderdeel houdt zijn nummer, ook "
    "met een andere naam. Let op: OpenSALT haalt bij een nieuwe import weg wat niet meer in het bestand "
    "staat. De niveaus staan er twee keer in: als rubric per competentie, en als aparte onderdelen "
    "waar elke gedragsindicator naar verwijst. De datum van wijziging is de dag van vaststelling, "
    "anders de dag waarop het model ingaat, anders 1 januari 2000; vul dus een datum in als de server "
    "daarop let.\n\n"
    "Wat achterblijft: CASE heeft één taal per bestand. Dat is de taal die u kiest; waar die ontbreekt, "
    "staat de tekst in de eigen taal van het model. Ook achter blijven: interviewvragen, ontwikkeltips, "
    "servicebeloften, kaarten, begrippen, scoreschalen, minimum- en streefniveaus, meetwijze en "
    "voorbeelden bij gedrag, en functieprofielen. Een lange titel of omschrijving wordt ingekort, omdat "
    "OpenSALT anders het hele bestand weigert. Notities gaan wel mee: kijk of iedereen ze mag lezen.\n\n"
    "Invoer leest CASE 1.0 en 1.1, ook met de fouten die vaak voorkomen, en de Excel- en CSV-bestanden "
    "van OpenSALT. Zegt het bestand niet wat een "
    "onderdeel is, dan beslist de plaats. Nummers en adressen van de server blijven bewaard en gaan bij "
    "een uitvoer weer mee. Er wordt niets van internet opgehaald.",
    en="CASE is what 1EdTech agreed on to exchange a framework of competences. You get one file "
    "(.json). To import it into OpenSALT: Import Framework, the tab with JSON, choose the file. Into "
    "OpenCASE: Import, paste the contents or give the address. Other programs, such as CaSS, then get "
    "the framework from such a server. The file is within CASE 1.0, CASE 1.1 and what OpenSALT takes. "
    "A new export updates the same framework: every item keeps its number, also under another name. "
    "Mind: with a new import OpenSALT removes what is no longer in the file. The levels are in it "
    "twice: as a rubric per competence, and as items that every indicator points to. The date of change "
    "is the day of the decision, else the day from which the framework holds, else 1 January 2000; so "
    "fill in a date where the server looks at it.\n\n"
    "What stays behind: CASE has one language per file. That is the language you choose; where it is "
    "missing the text is in the framework's own language. Also left behind: interview questions, "
    "development tips, promises, cards, glossary, rating scales, minimum and target levels, measure and "
    "examples of behaviour, and job profiles. A long title or description is shortened, because OpenSALT "
    "would refuse the whole file. Notes do go along: see whether everybody may read them.\n\n"
    "An import reads CASE 1.0 and 1.1, also with the mistakes that are often made, and the Excel and "
    "CSV files of OpenSALT. Where the file does "
    "not say what an item is, its place decides. Numbers and addresses of the server are kept, and go "
    "along in an export. Nothing is fetched from the internet.",
)
_KEYS = re.compile(rb'"CF(?:Document|Documents|Package)"\s*:')
_BOM = b"\xef\xbb\xbf"


def recognises(source: Source) -> bool:
    """Tell whether a source is a package of CASE, bare or in its wrapping, or OpenSALT's sheets."""
    start = source.raw[:1000].removeprefix(_BOM).lstrip()[:1]
    if start == b"{":
        return _KEYS.search(source.raw) is not None
    return is_spreadsheet(source)


def plan(source: Source, choices: ImportChoices | None = None) -> ImportPlan:
    """Return what becomes of a package. Raises UnusableError with what to do."""
    data = package_of_sheets(source) if is_spreadsheet(source) else package_in(source)
    return plan_of(data, source.name, choices or ImportChoices())


def write(content: Content, suffix: str = ".json", choices: ExportChoices | None = None) -> Export:
    """Return a package in one language, with what stays behind."""
    del suffix, choices  # there is one kind of file, and levels stand in rubric and branch
    remaining = carried(content)
    return Export({"": package(remaining, stamp_of(content.framework))}, lost(content, remaining))
