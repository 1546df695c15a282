"""What the matrix says, on the page and by its scripts."""

from competenties.messages import Phrase

WORDS: dict[str, Phrase] = {
    "matrix": Phrase(nl="Competenties en niveaus", en="Competences and levels"),
    "caption": Phrase(
        nl="Competenties als rijen, niveaus als kolommen; in elke cel staat hoeveel zinnen er zijn.",
        en="Competences as rows, levels as columns; each cell says how many sentences there are.",
    ),
    "help": Phrase(
        nl="Enter of een klik opent een cel. Met de pijltjes gaat u van cel naar cel; met "
        "Alt+Shift+pijl verplaatst u een competentie of cluster, of sleep die aan de drie puntjes.",
        en="Enter or a click opens a cell. The arrow keys go from cell to cell; Alt+Shift+arrow "
        "moves a competence or cluster, or drag it by the three dots.",
    ),
    "rail": Phrase(nl="Clusters en competenties", en="Clusters and competences"),
    "filter": Phrase(nl="Zoek een competentie", en="Find a competence"),
    "none_found": Phrase(
        nl="Geen competentie met deze letters.", en="No competence with these letters."
    ),
    "none_shown": Phrase(nl="Niets om te tonen met dit filter.", en="Nothing to show here."),
    "view": Phrase(nl="Wat een cel toont", en="What a cell shows"),
    "view_counts": Phrase(nl="Aantallen", en="Counts"),
    "view_sentences": Phrase(nl="Zinnen", en="Sentences"),
    "show": Phrase(nl="Toon", en="Show"),
    "show_all": Phrase(nl="Alles", en="All"),
    "show_remarks": Phrase(nl="Met aandachtspunten", en="With findings"),
    "show_empty": Phrase(nl="Met lege cellen", en="With empty cells"),
    "competence": Phrase(nl="Competentie", en="Competence"),
    "no_level": Phrase(nl="Zonder niveau", en="No level"),
    "no_cluster": Phrase(nl="Zonder cluster", en="No cluster"),
    "nameless": Phrase(nl="(nog geen naam)", en="(no name yet)"),
    "empty": Phrase(nl="leeg", en="empty"),
    "error": Phrase(nl="Fout", en="Error"),
    "warning": Phrase(nl="Let op", en="Warning"),
    "hint": Phrase(nl="Tip", en="Hint"),
    "name": Phrase(nl="Naam", en="Name"),
    "lines": Phrase(
        nl="Plak hier de namen: een regel per competentie. Staat er een tweede kolom naast, dan "
        "wordt die de definitie.",
        en="Paste the names here: one line a competence. A second column becomes the definition.",
    ),
    "in_cluster": Phrase(nl="In cluster", en="In cluster"),
    "cancel": Phrase(nl="Annuleren", en="Cancel"),
    "close": Phrase(nl="Sluiten", en="Close"),
    "add": Phrase(nl="Competentie toevoegen", en="Add a competence"),
    "cluster": Phrase(nl="Cluster", en="Cluster"),
    "adding": Phrase(nl="Toevoegen", en="Add"),
    "add_first": Phrase(nl="Eerste competentie toevoegen", en="Add the first competence"),
    "add_cluster": Phrase(nl="Cluster toevoegen", en="Add a cluster"),
    "paste": Phrase(nl="Plakken uit Excel", en="Paste from Excel"),
    "import_file": Phrase(nl="Bestand importeren", en="Import a file"),
    "open_competence": Phrase(nl="Open de competentie", en="Open the competence"),
    "rename": Phrase(nl="Hernoemen", en="Rename"),
    "up": Phrase(nl="Omhoog", en="Up"),
    "down": Phrase(nl="Omlaag", en="Down"),
    "to_cluster": Phrase(nl="Naar een ander cluster…", en="To another cluster…"),
    "duplicate": Phrase(nl="Dupliceren", en="Duplicate"),
    "drop": Phrase(nl="Verwijderen", en="Delete"),
    "sentence_field": Phrase(nl="Gedragsindicator", en="Indicator"),
    "add_sentence": Phrase(nl="Zin toevoegen", en="Add a sentence"),
    "contra": Phrase(
        nl="Contra-indicator: gedrag dat hier niet bij past.",
        en="Contra-indicator: behaviour that does not fit here.",
    ),
    "drop_sentence": Phrase(nl="Verwijder deze zin", en="Delete this sentence"),
    "cell_empty": Phrase(
        nl="Hier staat nog niets. Schrijf wat u iemand ziet doen, in één zin: "
        "“Vat samen wat de klant heeft gezegd en vraagt of dat klopt.”",
        en="Nothing here yet. Write what you see somebody do, in one sentence: "
        "“Sums up what the customer said and asks whether that is right.”",
    ),
    "empty_title": Phrase(nl="Dit model heeft nog geen competenties", en="No competences yet"),
    "empty_text": Phrase(
        nl="Een competentie is een naam, zoals “Klantgericht werken”, met per niveau gedrag dat u kunt "
        "zien. Begin met de namen: typ er een, of plak een kolom uit Excel. De zinnen komen daarna. "
        "Hebt u al een Word- of Excelbestand met zinnen? Importeer dat dan.",
        en="A competence is a name, such as “Customer focus”, with behaviour that you can see at each "
        "level. Begin with the names: type one, or paste a column from Excel. The sentences come "
        "later. Do you have a Word or Excel file with sentences? Then import that.",
    ),
}
CLIENT_WORDS: dict[str, Phrase] = {
    "add": WORDS["add"],
    "add_cluster": WORDS["add_cluster"],
    "paste": WORDS["paste"],
    "rename": WORDS["rename"],
    "to_cluster": Phrase(nl="Verplaats naar", en="Move to"),
    "move": Phrase(nl="Verplaatsen", en="Move"),
    "no_cluster": WORDS["no_cluster"],
    "recognised": Phrase(
        nl="{count} {count:naam|namen} herkend", en="{count} {count:name|names} recognised"
    ),
    "added": Phrase(nl="Toegevoegd: {name}", en="Added: {name}"),
    "renamed": Phrase(nl="Nieuwe naam: {name}", en="New name: {name}"),
    "dropped": Phrase(nl="Verwijderd: {name}", en="Deleted: {name}"),
    "copied": Phrase(nl="Gedupliceerd: {name}", en="Duplicated: {name}"),
    "copy_of": Phrase(nl="{name} (kopie)", en="{name} (copy)"),
    "moved": Phrase(
        nl="{name} staat nu op plaats {place} van {count} in {group}",
        en="{name} is now number {place} of {count} in {group}",
    ),
    "moved_cluster": Phrase(nl="{name} is verplaatst", en="{name} was moved"),
    "at_edge": Phrase(nl="{name} kan niet verder", en="{name} cannot go further"),
    "group_all": Phrase(nl="het model", en="the framework"),
    "actions": Phrase(nl="Acties voor {name}", en="Actions for {name}"),
    "cell_one": Phrase(nl="{name}, {level}: 1 zin", en="{name}, {level}: 1 sentence"),
    "cell_many": Phrase(
        nl="{name}, {level}: {count} zinnen", en="{name}, {level}: {count} sentences"
    ),
    "remarks_error": Phrase(
        nl="aandachtspunten: {count}, met een fout", en="findings: {count}, with an error"
    ),
    "remarks_warning": Phrase(nl="aandachtspunten: {count}", en="findings: {count}"),
    "remarks_hint": Phrase(nl="tips: {count}", en="hints: {count}"),
    "error": WORDS["error"],
    "warning": WORDS["warning"],
    "hint": WORDS["hint"],
    "opened": Phrase(nl="Open: {name}. Escape sluit.", en="Open: {name}. Escape closes."),
    "sentence": Phrase(nl="De zin", en="The sentence"),
    "sentence_dropped": Phrase(nl="Zin verwijderd", en="Sentence deleted"),
    "not_now": Phrase(
        nl="Dat kan nu niet: er is geen verbinding met de editor.",
        en="That cannot be done now: there is no connection to the editor.",
    ),
}
