"""`competenties collect`: filled forms back in, as results that nobody retypes."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from competenties.messages import Language, Phrase, choose_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from competenties.cli.terminal.progress import Watching
    from competenties.documents.results_collected import Collected
    from competenties.model.settings import Settings
    from competenties.ratings.periods import PeriodChange
    from competenties.ratings.pseudonyms import Pseudonyms
    from competenties.ratings.results import PersonResult
    from competenties.ratings.returned import Returned
    from competenties.workspace.workspace import Workspace

NAME = "collect"
TITLE = Phrase(
    nl="ingevulde formulieren inlezen en de uitkomsten maken",
    en="read filled forms back and make the results",
)

_SOURCE = Phrase(
    nl="map of zip-bestand met teruggestuurde formulieren",
    en="folder or zip file with returned forms",
)
_OUT = Phrase(nl="werkmap (.xlsx) voor de uitkomsten", en="workbook (.xlsx) for the results")
_EARLIER = Phrase(
    nl="map of zip-bestand van een vorige periode, om naast deze te leggen",
    en="folder or zip file of an earlier period, to lay beside this one",
)
_REPORTS = Phrase(
    nl="map voor een uitkomst per persoon op één pagina (.docx)",
    en="folder for a result of each person on a page (.docx)",
)
_SENT = Phrase(
    nl="verzendlijst, om te zien wie nog niet terug is; anders die in de map",
    en="send list, to see who has not returned; else the one in the folder",
)
_PSEUDONYMS = Phrase(
    nl="namen vervangen door 'Persoon 1' enzovoort; anoniem is dat niet",
    en="replace names by 'Person 1' and so on; that is not anonymous",
)
_PDF = Phrase(nl="die uitkomsten als .pdf", en="these results as .pdf")
_WORKSPACE = Phrase(
    nl="werkmap met de privacyteksten en de profielen van nu",
    en="workspace with the privacy texts and the profiles of now",
)
_JSON = Phrase(nl="uitvoer als JSON voor programma's", en="output as JSON for programs")
_FORCE = Phrase(nl="bestaande bestanden overschrijven", en="overwrite existing files")
_READING = Phrase(nl="Formulieren gelezen", en="Forms read")
_DONE = Phrase(
    nl="Geteld: formulieren {forms}, mensen of teams {people}.",
    en="Counted: forms {forms}, people or teams {people}.",
)
_REFUSED = Phrase(nl="Niet geteld ({count}):", en="Not counted ({count}):")
_MISSING = Phrase(nl="Nog niet terug: {count}.", en="Not returned yet: {count}.")
_WRITTEN = Phrase(nl="Gemaakt: {path}", en="Written: {path}")
_NOT_A_WORKBOOK = Phrase(
    nl="{path}: geef een bestandsnaam op die eindigt op .xlsx.",
    en="{path}: give the name of a file that ends in .xlsx.",
)
_NOWHERE = Phrase(
    nl="Geef met -o een bestand voor de uitkomsten op, of --json.",
    en="Give a file for the results with -o, or --json.",
)
_COMPARED = Phrase(
    nl="Mensen in deze ronde: {count}; daarvan ook in de eerdere ronde gevonden: {found}. Iemand wordt gevonden op "
    "personeelsnummer, anders op naam.",
    en="People in this round: {count}; of these found in the earlier round too: {found}. Somebody is found by "
    "employee number, else by name.",
)
_SAME_PERIOD = Phrase(
    nl="Let op: in beide rondes staat dezelfde periode.",
    en="Note: both rounds have the same period.",
)
_MISSING_UNNAMED = Phrase(
    nl="Nog niet terug: {count}. Wie dat zijn, staat er zonder namen niet bij.",
    en="Not returned yet: {count}. Without names it does not say who.",
)
_TO_SEE = Phrase(nl="Om na te kijken:", en="To look at:")
_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    parser.add_argument("source", metavar="SOURCE", help=_SOURCE.say(language))
    parser.add_argument("-o", "--output", metavar="FILE", help=_OUT.say(language))
    parser.add_argument("--reports", metavar="DIR", help=_REPORTS.say(language))
    parser.add_argument("--pdf", action="store_true", help=_PDF.say(language))
    parser.add_argument("--earlier", metavar="SOURCE", help=_EARLIER.say(language))
    parser.add_argument("--sent", metavar="LIST", help=_SENT.say(language))
    parser.add_argument("--pseudonyms", action="store_true", help=_PSEUDONYMS.say(language))
    parser.add_argument("--workspace", metavar="DIR", help=_WORKSPACE.say(language))
    parser.add_argument("--json", action="store_true", help=_JSON.say(language))
    parser.add_argument("--force", action="store_true", help=_FORCE.say(language))


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Read the forms and write the results; 1 when a file could not be counted."""
    from pathlib import Path

    from competenties.cli.terminal.other_files import refuse_to_collect
    from competenties.cli.terminal.output import refuse_existing, write_new
    from competenties.cli.terminal.progress import watching
    from competenties.documents.results_tables import result_tables
    from competenties.findings import RefusedError
    from competenties.office.tables import write_xlsx

    refuse_to_collect(Path(arguments.source))
    output = Path(arguments.output) if arguments.output else None
    if output is None and not arguments.json:
        raise RefusedError(_NOWHERE)
    if output is not None and output.suffix.lower() != ".xlsx":
        raise RefusedError(_NOT_A_WORKBOOK, path=str(output))
    if output is not None and not arguments.force:
        refuse_existing([output])
    workspace = _workspace(arguments)
    settings = _settings(workspace)
    reader = choose_language(language, settings.language)
    with watching(reader) as watch:
        collected = _collected(arguments, workspace, settings, reader, watch)
    if output is not None:
        write_new(output, write_xlsx(result_tables(collected, reader)), force=arguments.force)
    reports = list(_write_reports(arguments, collected.results, workspace, reader))
    _tell(arguments, collected, [*([output] if output else []), *reports], reader)
    return 1 if any(one.refused for one in collected.remarks) else 0


def _collected(
    arguments: argparse.Namespace,
    workspace: Workspace | None,
    settings: Settings,
    reader: Language,
    watch: Watching,
) -> Collected:
    from pathlib import Path

    from competenties.documents.results_collected import Collected
    from competenties.documents.results_moved_on import moved_on
    from competenties.ratings.groups import line_qualities, team_results, too_small_teams
    from competenties.ratings.inbox import not_returned, send_list_of
    from competenties.ratings.periods import compare_periods
    from competenties.ratings.pseudonyms import Pseudonyms
    from competenties.ratings.results import results_of

    source, privacy = Path(arguments.source), settings.privacy
    names = Pseudonyms(reader) if arguments.pseudonyms else None
    returned = _read(source, names, watch)
    codes = {one.form.copy.get("code", "") for one in returned.forms}
    sent = send_list_of(source, arguments.sent)
    results = results_of(returned.forms, privacy.least_raters)
    earlier: list[PersonResult] = []
    if arguments.earlier:
        before = _read(Path(arguments.earlier), names, watch)
        earlier = results_of(before.forms, privacy.least_raters)
    missing = not_returned(sent, codes)
    changes = compare_periods(earlier, results)
    return Collected(
        results=results,
        teams=team_results(results, privacy.least_people),
        left_out_teams=too_small_teams(results, privacy.least_people),
        qualities=line_qualities(returned.forms, privacy.least_people),
        changes=changes,
        remarks=returned.remarks,
        missing=[] if arguments.pseudonyms else missing,
        missing_header=tuple(sent[0]) if sent else (),
        privacy=privacy,
        has_pseudonyms=arguments.pseudonyms,
        moved_on=list(moved_on(results, workspace, reader)),
        notes=_notes(arguments, results, earlier, changes, len(missing)),
    )


def _notes(
    arguments: argparse.Namespace,
    results: Sequence[PersonResult],
    earlier: Sequence[PersonResult],
    changes: Sequence[PeriodChange],
    missing: int,
) -> list[Phrase]:
    """Return what somebody has to know who expects more than there is."""
    notes = []
    if arguments.earlier:
        found = len({(one.name, one.number) for one in changes})
        notes.append(_COMPARED.filled(count=len(results), found=found))
        if {one.period for one in results} & {one.period for one in earlier}:
            notes.append(_SAME_PERIOD)
    if arguments.pseudonyms and missing:
        notes.append(_MISSING_UNNAMED.filled(count=missing))
    return notes


def _read(source: Path, names: Pseudonyms | None, watch: Watching) -> Returned:
    """Return the forms in a folder or zip file, without names where that was asked."""
    from competenties.ratings.inbox import returned_files
    from competenties.ratings.returned import read_returned

    def watched() -> Iterator[tuple[str, bytes]]:
        for number, one in enumerate(returned_files(source), 1):
            watch(_READING, number, number)
            yield one

    returned = read_returned(watched())
    return names.hide(returned) if names else returned


def _workspace(arguments: argparse.Namespace) -> Workspace | None:
    """Return the workspace that was named or that one is in; None without."""
    from competenties.findings import NotFoundError
    from competenties.workspace.workspace import open_workspace_here

    try:
        return open_workspace_here(arguments.workspace)
    except NotFoundError:
        if arguments.workspace:
            raise
        return None


def _settings(workspace: Workspace | None) -> Settings:
    from competenties.model.settings import Settings

    return workspace.settings if workspace else Settings()


def _write_reports(
    arguments: argparse.Namespace,
    results: Sequence[PersonResult],
    workspace: Workspace | None,
    reader: Language,
) -> Iterator[Path]:
    """Write a page for each person; yield the files."""
    from pathlib import Path

    from competenties.cli.terminal.output import refuse_existing, write_new
    from competenties.documents.house import house_style
    from competenties.documents.person_result import person_result
    from competenties.office.file_names import Names, file_name
    from competenties.office.house_style import PLAIN
    from competenties.office.render import render

    if not arguments.reports:
        return
    folder, names = Path(arguments.reports), Names()
    suffix = ".pdf" if arguments.pdf else ".docx"
    paths = [folder / names.free("", file_name(one.name), suffix) for one in results]
    if not arguments.force:
        refuse_existing(paths)
    settings = _settings(workspace)
    house = house_style(workspace, reader) if workspace else PLAIN
    for one, path in zip(results, paths, strict=True):
        document = person_result(one, settings, reader, results, house)
        write_new(path, render(document, path), force=arguments.force)
        yield path


def _tell(
    arguments: argparse.Namespace, collected: Collected, paths: Sequence[Path], reader: Language
) -> None:
    """Say what was read, what was not, and what was made."""
    if arguments.json:
        from competenties.documents.results_json import results_json

        print(_json_text(results_json(collected, reader)))
        return
    forms = sum(len(one.forms) for one in collected.results)
    print(_DONE.say(reader, forms=forms, people=len(collected.results)))
    for text in (*collected.moved_on, *(note.say(reader) for note in collected.notes)):
        print(text)
    if collected.missing:
        print(_MISSING.say(reader, count=len(collected.missing)))
    for path in paths[:_SHOWN]:
        print(_WRITTEN.say(reader, path=str(path)))
    if len(paths) > _SHOWN:
        print(f"… {len(paths) - _SHOWN}")
    refused = [one for one in collected.remarks if one.refused]
    others = [one for one in collected.remarks if not one.refused]
    for title, remarks in (
        (_REFUSED.say(reader, count=len(refused)), refused),
        (_TO_SEE.say(reader), others),
    ):
        if remarks:
            print(title, file=sys.stderr)
        for one in remarks:
            print(f"  {one.file}: {one.said.say(reader)}", file=sys.stderr)


def _json_text(data: object) -> str:
    import json

    return json.dumps(data, ensure_ascii=False, indent=2)
