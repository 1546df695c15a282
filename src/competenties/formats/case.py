"""CASE 1.1: the format of 1EdTech for competency frameworks, as one package in JSON."""

import re

from competenties.formats.case_carried import carried, lost
from competenties.formats.case_kept import stamp_of
from competenties.formats.case_package import package_in
from competenties.formats.case_reading import plan_of
from competenties.formats.case_sheets import is_spreadsheet, package_of_sheets
from competenties.formats.case_tree import problems
from competenties.formats.case_writing import package
from competenties.formats.loss import Export
from competenties.formats.plan import ImportPlan
from competenties.formats.source import Content, ExportChoices, ImportChoices, Source
from competenties.messages import Phrase

__all__ = ["NAME", "PAGE", "SUFFIXES", "TITLE", "plan", "problems", "recognises", "write"]

NAME = "case"
SUFFIXES = (".json",)
TITLE = Phrase(nl="CASE 1.1 (OpenSALT, OpenCASE, CaSS)", en="CASE 1.1 (OpenSALT, OpenCASE, CaSS)")
PAGE = Phrase(
    nl="CASE is de afspraak van 1EdTech om een raamwerk van competenties uit te wisselen. U "
    "krijgt één bestand (.json). Het past binnen CASE 1.0, CASE 1.1 en wat OpenSALT "
    "aanneemt.\n\n"
    "Naar OpenSALT:\n"
    "1. Kies Import Framework en het tabblad met JSON.\n"
    "2. Kies het bestand.\n\n"
    "Naar OpenCASE:\n"
    "1. Kies Import.\n"
    "2. Plak de inhoud van het bestand, of geef het adres.\n\n"
    "Andere programma's, zoals CaSS, halen het raamwerk daarna op bij zo'n server.\n\n"
    "Let op:\n"
    "- Neemt u een model van een ander over? Geef het dan eerst een eigen id. De nummers "
    "in het bestand volgen uit dat id; met hetzelfde id werkt u op een gedeelde server "
    "dat andere model bij.\n"
    "- Een nieuwe uitvoer werkt hetzelfde raamwerk bij: elk onderdeel houdt zijn nummer, "
    "ook met een andere naam. Wat niet meer in het bestand staat, haalt OpenSALT dan weg.\n"
    "- De niveaus staan er twee keer in: als rubric (een tabel van niveaus) bij elke "
    "competentie, en als aparte onderdelen waar elke gedragsindicator naar verwijst.\n"
    "- De datum van wijziging is de dag van vaststelling. Is die er niet, dan is het de "
    "dag waarop het model ingaat, of anders de tijd die een server eerder gaf, of anders "
    "1 januari 2000. Vul dus een datum in als de server daarop let.\n"
    "- Een lange titel of omschrijving wordt ingekort, omdat OpenSALT anders het hele "
    "bestand weigert.\n"
    "- Notities gaan mee: kijk of iedereen ze mag lezen.\n\n"
    "Gaat niet mee:\n"
    "- andere talen: CASE heeft één taal per bestand. Dat is de taal die u kiest; waar "
    "die ontbreekt, staat de tekst in de eigen taal van het model\n"
    "- interviewvragen, ontwikkeltips, servicebeloften en kaarten\n"
    "- begrippen en scoreschalen\n"
    "- minimum- en streefniveaus\n"
    "- meetwijze en voorbeelden bij gedrag\n"
    "- functieprofielen\n\n"
    "Terug naar dit programma:\n"
    "- Invoer leest CASE 1.0 en 1.1, ook met de fouten die vaak voorkomen, en de Excel- "
    "en CSV-bestanden van OpenSALT.\n"
    "- Zegt het bestand niet wat een onderdeel is, dan beslist de plaats.\n"
    "- Nummers en adressen van de server blijven bewaard en gaan bij een uitvoer weer "
    "mee. Dat geldt ook voor nummers (UUID's) die de officiële beschrijving van CASE niet "
    "noemt; die kent alleen versie 1 tot en met 5. Met een ander nummer zou het voor de "
    "server een ander onderdeel zijn.\n"
    "- Ook wat een model niet kent, zoals leerjaren, vakken en eigen soorten van de "
    "server, gaat terug als CASE 1.0 en 1.1 het allebei toelaten.\n"
    "- Er wordt niets van internet opgehaald.",
    en="CASE is what 1EdTech agreed on to exchange a framework of competences. You get one "
    "file (.json). It is within CASE 1.0, CASE 1.1 and what OpenSALT takes.\n\n"
    "To OpenSALT:\n"
    "1. Choose Import Framework and the tab with JSON.\n"
    "2. Choose the file.\n\n"
    "To OpenCASE:\n"
    "1. Choose Import.\n"
    "2. Paste the contents of the file, or give the address.\n\n"
    "Other programs, such as CaSS, then get the framework from such a server.\n\n"
    "Mind:\n"
    "- Do you take over a framework from somebody? Give it an id of its own first. The "
    "numbers in the file follow from that id; with the same id you update that other "
    "framework on a server that you share.\n"
    "- A new export updates the same framework: every item keeps its number, also under "
    "another name. OpenSALT then removes what is no longer in the file.\n"
    "- The levels are in it twice: as a rubric (a table of levels) with each competence, "
    "and as items that every indicator points to.\n"
    "- The date of change is the day of the decision. Where there is none it is the day "
    "from which the framework holds, or else the time that a server gave before, or else "
    "1 January 2000. So fill in a date where the server looks at it.\n"
    "- A long title or description is shortened, because OpenSALT would refuse the whole "
    "file.\n"
    "- Notes go along: see whether everybody may read them.\n\n"
    "Stays behind:\n"
    "- other languages: CASE has one language per file. That is the language you choose; "
    "where it is missing the text is in the framework's own language\n"
    "- interview questions, development tips, promises and cards\n"
    "- glossary and rating scales\n"
    "- minimum and target levels\n"
    "- measure and examples of behaviour\n"
    "- job profiles\n\n"
    "Back to this program:\n"
    "- An import reads CASE 1.0 and 1.1, also with the mistakes that are often made, and "
    "the Excel and CSV files of OpenSALT.\n"
    "- Where the file does not say what an item is, its place decides.\n"
    "- Numbers and addresses of the server are kept, and go along in an export. So do "
    "numbers (UUIDs) that the official description of CASE does not name; it knows only "
    "version 1 up to 5. With another number it would be another item to the server.\n"
    "- What a framework does not know, such as grades, subjects and types of the server's "
    "own, goes back too where CASE 1.0 and 1.1 both allow it.\n"
    "- Nothing is fetched from the internet.",
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
