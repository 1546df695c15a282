"""What the screen of forms and documents says."""

from competenties.messages import Phrase

WORDS: dict[str, Phrase] = {
    "title": Phrase(nl="Formulieren en documenten", en="Forms and documents"),
    "parts": Phrase(nl="Onderdelen van deze pagina", en="Parts of this page"),
    "one": Phrase(nl="Formulier maken", en="Make a form"),
    "one_note": Phrase(
        nl="Kies een functie en een soort formulier. Rechts ziet u hoe het wordt gedrukt.",
        en="Choose a job and a kind of form. On the right you see how it is printed.",
    ),
    "no_profiles": Phrase(
        nl="Er zijn nog geen functieprofielen. Een formulier vraagt naar het gedrag dat een functie "
        "vraagt; maak dus eerst een functieprofiel.",
        en="There are no job profiles yet. A form asks about the behaviour that a job asks; so make a "
        "job profile first.",
    ),
    "to_workspace": Phrase(nl="Naar de werkmap", en="To the workspace"),
    "job": Phrase(nl="Functieprofiel", en="Job profile"),
    "job_note": Phrase(
        nl="Kies er meer tegelijk voor een zip-bestand met voor elke functie een formulier.",
        en="Choose several for a zip file with a form for each job.",
    ),
    "kind": Phrase(nl="Soort formulier", en="Kind of form"),
    "about_person": Phrase(nl="Over een medewerker", en="About an employee"),
    "about_group": Phrase(nl="Niet over een persoon", en="Not about a person"),
    "scale": Phrase(nl="Scoreschaal", en="Rating scale"),
    "own_scale": Phrase(nl="die van het functieprofiel", en="that of the job profile"),
    "team": Phrase(nl="Team of onderdeel", en="Team or unit"),
    "language": Phrase(nl="Taal", en="Language"),
    "dutch": Phrase(nl="Nederlands", en="Dutch"),
    "english": Phrase(nl="Engels", en="English"),
    "preview": Phrase(nl="Voorbeeld", en="Preview"),
    "show": Phrase(nl="Voorbeeld tonen", en="Show the preview"),
    "frame_title": Phrase(
        nl="Voorbeeld van het formulier of document zoals het wordt gedrukt",
        en="Preview of the form or document as it is printed",
    ),
    "print": Phrase(nl="Afdrukken", en="Print"),
    "download": Phrase(nl="Download {kind}", en="Download {kind}"),
    "people": Phrase(nl="Formulieren voor een lijst met mensen", en="Forms for a list of people"),
    "people_note": Phrase(
        nl="Eén formulier per rij, in een map per leidinggevende, met een verzendlijst. De lijst wordt "
        "alleen gelezen: er blijft niets van bewaard.",
        en="One form for each row, in a folder for each manager, with a send list. The list is only "
        "read: nothing of it is kept.",
    ),
    "people_headers": Phrase(
        nl="Zet bovenaan koppen. Nodig is alleen: naam. Verder kan: personeelsnummer, e-mail, "
        "functieprofiel, afdeling, leidinggevende, periode, beoordelaar, e-mail beoordelaar, rol "
        "(zelf, leidinggevende, collega, teamlid, klant), afspraken.",
        en="Put headers at the top. Only name is needed. Possible too: employee number, e-mail, job "
        "profile, department, manager, period, rater, rater e-mail, role (self, manager, colleague, "
        "direct report, customer), agreements.",
    ),
    "people_file": Phrase(
        nl="Bestand uit Excel (.xlsx of .csv)", en="File of Excel (.xlsx or .csv)"
    ),
    "people_paste": Phrase(nl="Of plak rijen uit Excel", en="Or paste rows from Excel"),
    "default_job": Phrase(
        nl="Functieprofiel voor rijen zonder functie", en="Job profile for rows without a job"
    ),
    "none": Phrase(nl="geen", en="none"),
    "by_role": Phrase(nl="volgens de rol in de lijst", en="by the role in the list"),
    "pattern": Phrase(nl="Naam van de bestanden", en="Name of the files"),
    "look": Phrase(nl="Lijst bekijken", en="Look at the list"),
    "people_zip": Phrase(
        nl="Download formulieren en verzendlijst (.zip)", en="Download forms and send list (.zip)"
    ),
    "understood": Phrase(nl="Wat is begrepen", en="What was understood"),
    "understood_count": Phrase(
        nl="{forms} {forms:formulier|formulieren}, {refused} {refused:rij|rijen} zonder formulier.",
        en="{forms} {forms:form|forms}, {refused} {refused:row|rows} without a form.",
    ),
    "row": Phrase(nl="Rij", en="Row"),
    "about": Phrase(nl="Over wie", en="About whom"),
    "form": Phrase(nl="Formulier", en="Form"),
    "goes_to": Phrase(nl="Gaat naar", en="Goes to"),
    "manager": Phrase(nl="Leidinggevende", en="Manager"),
    "remarks": Phrase(nl="Opmerkingen", en="Remarks"),
    "refused_row": Phrase(nl="Geen formulier", en="No form"),
    "note_row": Phrase(nl="Let op", en="Note"),
    "good_row": Phrase(nl="in orde", en="all right"),
    "only_first": Phrase(
        nl="U ziet de eerste {count} rijen, die met opmerkingen voorop. In het zip-bestand zitten ze "
        "allemaal.",
        en="These are the first {count} rows, those with remarks first. The zip file holds them all.",
    ),
    "anyway_people": Phrase(
        nl="Toch maken: op de formulieren staat dan dat er fouten in zitten",
        en="Make them anyway: the forms then say that there are errors",
    ),
    "errors_in_profiles": Phrase(
        nl="In de functieprofielen {count:zit|zitten} nog {count} {count:fout|fouten}, waaronder:",
        en="The job profiles still have {count} {count:error|errors}, such as:",
    ),
    "to_field": Phrase(nl="Naar het veld", en="To the field"),
    "returned": Phrase(nl="Ingevulde formulieren", en="Filled forms"),
    "returned_note": Phrase(
        nl="Kies de teruggestuurde Excel-formulieren, of een zip-bestand ermee, en eventueel de "
        "verzendlijst. U krijgt een werkboek met de uitkomsten. Er blijft niets bewaard.",
        en="Choose the returned forms in Excel, or a zip file with them, and the send list if you "
        "like. You get a workbook with the results. Nothing is kept.",
    ),
    "returned_files": Phrase(
        nl="Formulieren (.xlsx of .zip) en verzendlijst (.csv)",
        en="Forms (.xlsx or .zip) and send list (.csv)",
    ),
    "earlier_files": Phrase(
        nl="Eerdere ronde om ernaast te leggen (mag leeg blijven)",
        en="Earlier round to lay beside it (may stay empty)",
    ),
    "pseudonyms": Phrase(
        nl="Namen vervangen door 'Persoon 1' enzovoort; anoniem is dat niet",
        en="Replace names by 'Person 1' and so on; that is not anonymous",
    ),
    "read": Phrase(nl="Formulieren lezen", en="Read the forms"),
    "counted": Phrase(
        nl="Geteld: {forms} {forms:formulier|formulieren} over {people} {people:mens of team|mensen of teams}.",
        en="Counted: {forms} {forms:form|forms} about {people} {people:person or team|people or teams}.",
    ),
    "not_counted": Phrase(nl="Niet geteld ({count})", en="Not counted ({count})"),
    "to_see": Phrase(nl="Om na te kijken ({count})", en="To look at ({count})"),
    "missing": Phrase(nl="Nog niet terug: {count}", en="Not returned yet: {count}"),
    "results": Phrase(nl="Download uitkomsten (.xlsx)", en="Download results (.xlsx)"),
    "reports": Phrase(
        nl="Download een pagina per persoon (.zip)", en="Download a page for each person (.zip)"
    ),
    "documents": Phrase(nl="Documenten", en="Documents"),
    "documents_note": Phrase(
        nl="Alles wat u van een functieprofiel of competentiemodel kunt maken, in uw huisstijl.",
        en="Everything that can be made of a job profile or a framework, in your house style.",
    ),
    "of_profile": Phrase(nl="Van een functieprofiel", en="Of a job profile"),
    "of_profiles": Phrase(
        nl="Van meer functieprofielen samen", en="Of several job profiles together"
    ),
    "of_framework": Phrase(nl="Van een competentiemodel", en="Of a framework"),
    "framework": Phrase(nl="Competentiemodel", en="Framework"),
    "all_jobs": Phrase(nl="Alle functieprofielen", en="All job profiles"),
    "size": Phrase(nl="Omvang", en="Size"),
    "two_pages": Phrase(nl="twee pagina's", en="two pages"),
    "full": Phrase(nl="volledig", en="full"),
    "minutes": Phrase(nl="Minuten voor het gesprek", en="Minutes for the interview"),
    "without": Phrase(nl="Weglaten", en="Leave out"),
    "description": Phrase(nl="omschrijving", en="description"),
    "context": Phrase(nl="context", en="context"),
    "contacts": Phrase(nl="contacten", en="contacts"),
    "career": Phrase(nl="loopbaan", en="career"),
    "changes_note": Phrase(
        nl="De was-wordt-tabel vergelijkt met een eerdere versie en maakt u nog buiten de editor.",
        en="The table of what was and will be compares with an earlier version and is still made "
        "outside the editor.",
    ),
}

KINDS = {
    ".docx": Phrase(nl="Word", en="Word"),
    ".xlsx": Phrase(nl="Excel", en="Excel"),
    ".pdf": Phrase(nl="PDF", en="PDF"),
    ".html": Phrase(nl="webpagina", en="web page"),
    ".txt": Phrase(nl="tekst", en="text"),
}

CLIENT_WORDS = {
    "busy": Phrase(nl="Bezig met lezen…", en="Reading…"),
    "making": Phrase(nl="Bezig met maken…", en="Making…"),
    "downloaded": Phrase(nl="Gedownload: {name}", en="Downloaded: {name}"),
    "too_large": Phrase(
        nl="Dit is te groot om in één keer te lezen: samen ten hoogste 50 MB.",
        en="This is too large to read at once: together at most 50 MB.",
    ),
    "not_sent": Phrase(
        nl="Niet gelukt: er is geen verbinding met de editor. Uw bestand is nog gekozen; probeer het "
        "zo nog eens.",
        en="That did not work: there is no connection to the editor. Your file is still chosen; try "
        "again in a moment.",
    ),
}
