"""The words of the page that hands a framework to another program."""

from competenties.messages import Phrase

WORDS: dict[str, Phrase] = {
    "title": Phrase(nl="Naar een ander programma", en="To another program"),
    "intro": Phrase(
        nl="Kies het programma. U ziet waar u daar klikt en wat niet meegaat, en haalt dan het bestand op.",
        en="Choose the program. You see where to click there and what does not go along, and then get "
        "the file.",
    ),
    "program": Phrase(nl="Programma of bestand", en="Program or file"),
    "programs": Phrase(nl="Programma's", en="Programs"),
    "files": Phrase(nl="Bestanden en afspraken", en="Files and standards"),
    "levels": Phrase(nl="Gedrag op niveaus", en="Behaviour at levels"),
    "anchors": Phrase(
        nl="In de omschrijving van de competentie", en="In the text of the competence"
    ),
    "branch": Phrase(nl="Als eigen onderdelen", en="As items of their own"),
    "language": Phrase(nl="Taal", en="Language"),
    "show": Phrase(nl="Tonen", en="Show"),
    "there": Phrase(nl="Wat u daar doet", en="What to do there"),
    "losses": Phrase(nl="Wat niet meegaat", en="What does not go along"),
    "no_losses": Phrase(
        nl="Alles gaat mee en komt ook weer terug bij het inlezen.",
        en="Everything goes along, and comes back when it is imported.",
    ),
    "losses_text": Phrase(
        nl="Dit blijft in uw model staan; het andere programma krijgt het niet of anders.",
        en="This stays in your framework; the other program does not get it, or gets it otherwise.",
    ),
    "field": Phrase(nl="Wat", en="What"),
    "fate": Phrase(nl="Wat ermee gebeurt", en="What becomes of it"),
    "count": Phrase(nl="Aantal", en="Number"),
    "download": Phrase(nl="Bestand ophalen: {name}", en="Get the file: {name}"),
    "cannot": Phrase(nl="Dit kan nu niet", en="This cannot be done now"),
    "to_check": Phrase(nl="Naar de controle", en="To the check"),
}
NO_FRAMEWORK = Phrase(
    nl="Het model heeft fouten waardoor het niet uitgevoerd kan worden. Los ze eerst op.",
    en="The framework has errors that keep it from being exported. Mend them first.",
)
LEVELS = {
    "--levels anchors": Phrase(
        nl="de keuze “In de omschrijving van de competentie”",
        en="the choice “In the text of the competence”",
    ),
    "--levels branch": Phrase(
        nl="de keuze “Als eigen onderdelen”", en="the choice “As items of their own”"
    ),
}
