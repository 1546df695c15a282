"""What `competenties write` takes on the command line, and the words of its help.

Nothing here loads a document, so that help costs next to nothing.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from competenties.messages import Language, Phrase

if TYPE_CHECKING:
    from competenties.documents.request import FormKind

_DOCUMENT = Phrase(
    nl="wat u wilt maken, uit de lijst hieronder", en="what to make, from the list below"
)
_SOURCE = Phrase(
    nl="functieprofiel of competentiemodel: bestand of id; of een werkmap, voor alles daarin "
    "(anders de werkmap waarin u staat)",
    en="job profile or framework: file or id; or a workspace, for everything in it (else the "
    "workspace that you are in)",
)
_OUT = Phrase(
    nl="bestand om te maken, waarvan het einde zegt welke soort het wordt; een map of .zip als het er meer zijn",
    en="file to make, whose ending says which kind it becomes; a folder or .zip when there are several",
)
_TYPE = Phrase(
    nl="soort bestand in een map of zip-bestand, zoals .pdf",
    en="kind of file in a folder or zip file, such as .pdf",
)
_ZIP = Phrase(nl="alles in één zip-bestand", en="everything in one zip file")
_TEMPLATE = Phrase(
    nl="sjabloon van Word (.docx) van uw organisatie om het document in te zetten",
    en="template of Word (.docx) of your organisation to put the document in",
)
_SIZE = Phrase(
    nl="job-profile: two-pages (twee pagina's; als u niets kiest) of full (met alles wat erachter staat)",
    en="job-profile: two-pages (when you choose none) or full (with everything that stands behind it)",
)
_MINUTES = Phrase(
    nl="interview-guide, interview-group: hoeveel minuten het gesprek duurt (anders 60)",
    en="interview-guide, interview-group: how many minutes the interview takes (else 60)",
)
_AGAINST = Phrase(
    nl="job-changes: werkmap, map of profiel van vóór de wijziging",
    en="job-changes: workspace, folder or profile from before the change",
)
_WORKSPACE = Phrase(nl="werkmap waarin het id staat", en="workspace that holds the id")
_FORCE = Phrase(nl="bestaande bestanden overschrijven", en="overwrite existing files")
_ANYWAY = Phrase(
    nl="ook maken als er nog fouten zijn; dat staat dan op het document",
    en="write it even with errors; the document then says so",
)
_FORM = Phrase(
    nl="rating-sheet: soort formulier. Over een medewerker: self-reflection (zelfreflectie), feedback "
    "(feedbackformulier), conversation (gespreksformulier; als u niets kiest) of appraisal-report "
    "(beoordelingsverslag). Niet over een persoon: team (teamformulier), organisation "
    "(organisatieformulier), customer (klantformulier) of checklist (servicebeloften)",
    en="rating-sheet: kind of form. About an employee: self-reflection, feedback, conversation (when you choose none) "
    "or appraisal-report. Not about a person: team, organisation, customer or checklist (promises)",
)
_TEAM = Phrase(
    nl="rating-sheet: team of onderdeel waar een formulier team, organisation, customer of checklist over gaat",
    en="rating-sheet: team or unit that a form team, organisation, customer or checklist is about",
)
_PEOPLE = Phrase(
    nl="rating-sheet: tabel (.csv of .xlsx) met namen: een formulier voor ieder, in een map per leidinggevende",
    en="rating-sheet: table (.csv or .xlsx) with names: a form for each, in a folder for each manager",
)
_NAMES = Phrase(
    nl="hoe de formulieren van --people heten, bijvoorbeeld '{nummer} {naam} {formulier}'",
    en="how the forms of --people are called, for example '{number} {name} {form}'",
)
_WITHOUT = Phrase(
    nl="job-profile: blokken weglaten, met komma's ertussen: {blocks}",
    en="job-profile: blocks to leave out, with commas between: {blocks}",
)

FORMS: dict[str, FormKind] = {
    "self-reflection": "self-reflection",
    "feedback": "feedback",
    "conversation": "conversation",
    "appraisal-report": "appraisal-report",
    "zelfreflectie": "self-reflection",
    "feedbackformulier": "feedback",
    "gespreksformulier": "conversation",
    "beoordelingsverslag": "appraisal-report",
    "team": "team",
    "organisation": "organisation",
    "customer": "customer",
    "checklist": "checklist",
    "teamformulier": "team",
    "organisatieformulier": "organisation",
    "klantformulier": "customer",
}
OPTIONAL_BLOCKS = ("description", "context", "contacts", "career")
"""Blocks of a job profile that may be left out; here, so that `--help` loads no document."""
SIZES = ("two-pages", "full")


def add_write_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "document", metavar="DOCUMENT", nargs="?", default="", help=_DOCUMENT.say(language)
    )
    parser.add_argument(
        "about", metavar="SOURCE", nargs="?", default="", help=_SOURCE.say(language)
    )
    parser.add_argument("-o", "--output", metavar="FILE", help=_OUT.say(language))
    parser.add_argument("--workspace", metavar="DIR", help=_WORKSPACE.say(language))
    parser.add_argument("--type", metavar="TYPE", help=_TYPE.say(language))
    parser.add_argument("--zip", action="store_true", help=_ZIP.say(language))
    parser.add_argument("--template", metavar="FILE", help=_TEMPLATE.say(language))
    parser.add_argument("--force", action="store_true", help=_FORCE.say(language))
    parser.add_argument("--anyway", action="store_true", help=_ANYWAY.say(language))
    _add_choices(parser, language)


def _add_choices(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what belongs to some documents only."""
    parser.add_argument("--form", choices=tuple(FORMS), metavar="FORM", help=_FORM.say(language))
    parser.add_argument("--team", metavar="NAME", help=_TEAM.say(language))
    parser.add_argument("--people", metavar="TABLE", help=_PEOPLE.say(language))
    parser.add_argument("--names", metavar="PATTERN", help=_NAMES.say(language))
    parser.add_argument("--size", choices=SIZES, metavar="SIZE", help=_SIZE.say(language))
    blocks = _WITHOUT.say(language, blocks=", ".join(OPTIONAL_BLOCKS))
    parser.add_argument("--without", metavar="NAMES", help=blocks)
    parser.add_argument("--minutes", metavar="NUMBER", help=_MINUTES.say(language))
    parser.add_argument("--against", metavar="PATH", help=_AGAINST.say(language))
