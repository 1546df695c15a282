"""The words of the import screens, and those that their script says."""

from competenties.messages import Phrase

WORDS: dict[str, Phrase] = {
    "title": Phrase(nl="Importeren", en="Import"),
    "intro": Phrase(
        nl="Kies het bestand dat u al heeft. U ziet eerst regel voor regel wat eruit is begrepen. Er "
        "verandert niets tot u het goed vindt.",
        en="Choose the file that you have. First you see line by line what was understood. Nothing "
        "changes until you agree.",
    ),
    "drop": Phrase(
        nl="Sleep een bestand hierheen, of kies het", en="Drop a file here, or choose it"
    ),
    "file": Phrase(nl="Bestand", en="File"),
    "file_note": Phrase(
        nl="Excel of CSV, een zip of meer CSV-bestanden van één uitvoer, Moodle, Canvas, CASE, SKOS, "
        "YAML of Markdown. Uit Word of pdf: zet de tabel eerst in Excel.",
        en="Excel or CSV, a zip or several CSV files of one export, Moodle, Canvas, CASE, SKOS, YAML or "
        "Markdown. From Word or PDF: put the table into Excel first.",
    ),
    "or_paste": Phrase(nl="Of plak een stuk uit Excel", en="Or paste a range from Excel"),
    "paste": Phrase(nl="Geplakte cellen, met de koppen erbij", en="Pasted cells, headers included"),
    "read": Phrase(nl="Lezen", en="Read"),
    "other_file": Phrase(nl="Ander bestand kiezen", en="Choose another file"),
    "not_read": Phrase(nl="Dit lukt nog niet", en="This does not work yet"),
    "to_forms": Phrase(
        nl="Formulieren maken voor een lijst met mensen, of ingevulde formulieren inlezen",
        en="Make forms for a list of people, or read filled forms",
    ),
    "plan": Phrase(nl="Wat er van {file} wordt", en="What becomes of {file}"),
    "not_yet": Phrase(
        nl="Er is nog niets gewijzigd. Kijk na of dit klopt; onderaan neemt u het over.",
        en="Nothing has changed yet. See whether this is right; at the bottom you take it over.",
    ),
    "how": Phrase(nl="Hoe het is gelezen", en="How it was read"),
    "name": Phrase(nl="Naam van het model", en="Name of the framework"),
    "language": Phrase(nl="Taal van de teksten", en="Language of the texts"),
    "recognised": Phrase(nl="{found} (zo herkend)", en="{found} (as recognised)"),
    "recognise": Phrase(nl="Zelf herkennen", en="Recognise it"),
    "goal": Phrase(nl="Wat wordt dit?", en="What does this become?"),
    "new": Phrase(nl="Een nieuw competentiemodel", en="A new framework"),
    "jobs_of": Phrase(nl="Functieprofielen bij {title}", en="Job profiles with {title}"),
    "format": Phrase(nl="Soort bestand", en="Kind of file"),
    "sheets": Phrase(nl="Bladen die meedoen", en="Sheets that count"),
    "sheets_note": Phrase(
        nl="Haal het vinkje weg bij een blad dat niet mee hoeft.",
        en="Untick a sheet that need not count.",
    ),
    "again": Phrase(nl="Opnieuw lezen", en="Read again"),
    "columns": Phrase(nl="Kolommen", en="Columns"),
    "columns_note": Phrase(
        nl="Klopt een kolom niet? Kies wat ze is; het plan past zich aan.",
        en="Is a column wrong? Choose what it is; the plan follows.",
    ),
    "columns_help": Phrase(
        nl="Zeg hieronder van elke kolom wat ze is. Nodig is ten minste de competentie, met een "
        "definitie, niveaus of gedrag.",
        en="Say below what each column is. Needed is at least the competence, with a definition, levels "
        "or behaviour.",
    ),
    "column": Phrase(nl="Kolom", en="Column"),
    "header": Phrase(nl="Kop", en="Header"),
    "becomes": Phrase(nl="Wordt", en="Becomes"),
    "becomes_of": Phrase(nl="{header} wordt", en="{header} becomes"),
    "sheet": Phrase(nl="Blad {sheet}", en="Sheet {sheet}"),
    "sure": Phrase(nl="{becomes} – {confidence}", en="{becomes} – {confidence}"),
    "not_known": Phrase(nl="niet herkend", en="not recognised"),
    "not_taken": Phrase(nl="niet overgenomen", en="not taken over"),
    "level_of": Phrase(nl="niveau {number}", en="level {number}"),
    "found": Phrase(nl="Gevonden", en="Found"),
    "read_in": Phrase(
        nl="De teksten zijn gelezen als {found}. Klopt dat niet?",
        en="The texts were read as {found}. Is that wrong?",
    ),
    "to_language": Phrase(nl="Kies de taal", en="Choose the language"),
    "nothing": Phrase(nl="Niets gevonden", en="Nothing found"),
    "preview": Phrase(nl="De eerste competenties", en="The first competences"),
    "preview_jobs": Phrase(nl="De eerste functieprofielen", en="The first job profiles"),
    "and_more": Phrase(nl="… en nog {count}", en="… and {count} more"),
    "look": Phrase(nl="Kijk dit na", en="Look at this"),
    "left": Phrase(nl="Niet gebruikt", en="Not used"),
    "left_note": Phrase(
        nl="Deze cellen worden geen onderdeel van het model of van een functieprofiel.",
        en="These cells become no part of the framework or of a job profile.",
    ),
    "left_file": Phrase(
        nl="Alle niet gebruikte cellen ophalen (.xlsx)",
        en="Get all cells that are not used (.xlsx)",
    ),
    "left_name": Phrase(nl="niet-gebruikt.xlsx", en="not-used.xlsx"),
    "cell": Phrase(nl="Cel", en="Cell"),
    "cell_text": Phrase(nl="Tekst", en="Text"),
    "all_used": Phrase(
        nl="Alles uit het bestand is gebruikt.", en="Everything in the file was used."
    ),
    "kept": Phrase(nl="blijft bewaard als extra gegeven", en="is kept as an extra value"),
    "away": Phrase(nl="wordt niet overgenomen", en="is not taken over"),
    "cells": Phrase(nl="{count} {count:cel|cellen}", en="{count} {count:cell|cells}"),
    "at_line": Phrase(nl="{path} in regel {line}", en="{path} in line {line}"),
    "to_take": Phrase(nl="Naar het overnemen", en="To taking it over"),
    "take": Phrase(nl="Overnemen", en="Take it over"),
    "take_jobs": Phrase(
        nl="Er {count:komt|komen} {count} {count:functieprofiel|functieprofielen} bij.",
        en="{count} {count:job profile is|job profiles are} added.",
    ),
    "take_new": Phrase(
        nl="Er komt een nieuw model: {name}.", en="A new framework is made: {name}."
    ),
    "exists": Phrase(
        nl="Er is al een model met de code {id}: {title}.",
        en="There is a framework with the id {id} already: {title}.",
    ),
    "beside": Phrase(
        nl="Ernaast zetten als eigen model. Geef het hierboven een andere naam, anders krijgt de code een nummer.",
        en="Put it beside that one. Give it another name above, else its id gets a number.",
    ),
    "replace": Phrase(
        nl="{title} vervangen door dit bestand: {added} erbij, {changed} gewijzigd, {gone} weg. Ongedaan "
        "maken kan. Wat het bestand niet kent van het model als geheel, zoals scoreschalen en "
        "servicebeloften, blijft staan.",
        en="Replace {title} by this file: {added} added, {changed} changed, {gone} gone. It can be undone. "
        "What the file does not know of the framework as a whole, such as rating scales and promises, stays.",
    ),
    "same": Phrase(
        nl="{title} zegt al precies hetzelfde.", en="{title} says exactly the same already."
    ),
    "drop_file": Phrase(nl="Niet overnemen", en="Do not take it over"),
}
CLIENT_WORDS: dict[str, Phrase] = {
    "import_reading": Phrase(nl="Lezen…", en="Reading…"),
    "import_read": Phrase(nl="Opnieuw gelezen. {found}", en="Read again. {found}"),
    "import_pasted": Phrase(
        nl="{count} {count:regel|regels} geplakt", en="{count} {count:line|lines} pasted"
    ),
    "import_failed": Phrase(
        nl="Dat is niet gelukt: er is geen verbinding met de editor.",
        en="That did not work: there is no connection to the editor.",
    ),
}
KINDS: dict[str, tuple[Phrase, Phrase]] = {
    "clusters": (Phrase(nl="cluster", en="cluster"), Phrase(nl="clusters", en="clusters")),
    "competences": (
        Phrase(nl="competentie", en="competence"),
        Phrase(nl="competenties", en="competences"),
    ),
    "levels": (
        Phrase(nl="niveau in de indeling", en="level of the scale"),
        Phrase(nl="niveaus in de indeling", en="levels of the scale"),
    ),
    "indicators": (
        Phrase(nl="gedragsindicator", en="indicator"),
        Phrase(nl="gedragsindicatoren", en="indicators"),
    ),
    "glossary": (Phrase(nl="begrip", en="term"), Phrase(nl="begrippen", en="terms")),
    "promises": (
        Phrase(nl="servicebelofte", en="promise"),
        Phrase(nl="servicebeloften", en="promises"),
    ),
    "profiles": (
        Phrase(nl="functieprofiel", en="job profile"),
        Phrase(nl="functieprofielen", en="job profiles"),
    ),
    "requirements": (
        Phrase(nl="gevraagd niveau", en="requirement"),
        Phrase(nl="gevraagde niveaus", en="requirements"),
    ),
}

TO_DO: dict[str, Phrase] = {
    "column": Phrase(
        nl="Hoort dit in het model? Kies dan hierboven bij Kolommen wat deze kolom is.",
        en="Does this belong in the framework? Then choose above, at Columns, what this column is.",
    ),
    "no_header": Phrase(
        nl="Boven deze cellen staat geen kop. Hoort dit in het model? Zet er in uw bestand een kop "
        "boven, en kies het bestand opnieuw.",
        en="There is no header above these cells. Do they belong in the framework? Then put a header "
        "above them in your file, and choose the file again.",
    ),
    "above": Phrase(
        nl="Meestal een titel of toelichting; dan hoeft u niets te doen.",
        en="Mostly a title or a note; then there is nothing to do.",
    ),
    "sheet": Phrase(
        nl="Hoort dit blad erbij? Vink het aan bij “Bladen die meedoen”, en zorg dat er een rij met "
        "koppen op staat, zoals Competentie en Definitie.",
        en="Does this sheet belong to it? Then tick it at “Sheets that count”, and see that it has a "
        "row of headers, such as Competence and Definition.",
    ),
    "cell": Phrase(
        nl="Hoort dit in het model? Verbeter de cel in uw bestand en kies het bestand opnieuw, of "
        "vul het na het overnemen zelf aan.",
        en="Does this belong in the framework? Then mend the cell in your file and choose the file "
        "again, or add it yourself after taking it over.",
    ),
    "value": Phrase(
        nl="Mist u dit straks? Vul het dan na het overnemen zelf aan.",
        en="Will you miss this? Then add it yourself after taking it over.",
    ),
}
"""What somebody can do about what is left over, by where it stands."""

LEFT_HEADERS = (
    Phrase(nl="Blad", en="Sheet"),
    WORDS["cell"],
    WORDS["cell_text"],
    Phrase(nl="Waarom niet gebruikt", en="Why it is not used"),
    Phrase(nl="Wat ermee gebeurt", en="What becomes of it"),
    Phrase(nl="Wat u kunt doen", en="What you can do"),
)
