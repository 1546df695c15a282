"""The words of the check screen, and those that its script says."""

from competenties.messages import Phrase

WORDS: dict[str, Phrase] = {
    "title": Phrase(nl="Controle", en="Check"),
    "of": Phrase(nl="Controle: {title}", en="Check: {title}"),
    "running": Phrase(
        nl="De eerste controle loopt nog. De aandachtspunten verschijnen hier vanzelf.",
        en="The first check is still running. The findings appear here by themselves.",
    ),
    "one": Phrase(nl="1 aandachtspunt", en="1 finding"),
    "more": Phrase(nl="{count} aandachtspunten", en="{count} findings"),
    "none": Phrase(nl="Geen aandachtspunten", en="No findings"),
    "none_text": Phrase(
        nl="De controle heeft hier alles bekeken: de vorm, de verwijzingen, de niveaus en elke zin. "
        "Ze heeft niets te melden. Of een zin bij uw organisatie past, weet u zelf het best.",
        en="The check has looked at everything here: the form, the references, the levels and every "
        "sentence. It has nothing to say. Whether a sentence suits your organisation, you know best.",
    ),
    "none_left": Phrase(
        nl="Met deze keuze is er niets te tonen. Zonder keuze zijn er wel aandachtspunten.",
        en="There is nothing to show with this choice. Without it there are findings.",
    ),
    "all_again": Phrase(nl="Alles tonen", en="Show all"),
    "next": Phrase(nl="Wat u nu kunt doen", en="What you can do now"),
    "next_print": Phrase(
        nl="Maak formulieren en documenten om af te drukken", en="Make forms and documents to print"
    ),
    "next_publish": Phrase(
        nl="Stel het model vast: status, versie en datum", en="Publish: status, version and date"
    ),
    "next_open": Phrase(nl="Terug naar {title}", en="Back to {title}"),
    "document": Phrase(nl="Model of profiel", en="Framework or profile"),
    "everything": Phrase(nl="Hele werkmap", en="Whole workspace"),
    "severity": Phrase(nl="Gewicht", en="Weight"),
    "all_severities": Phrase(nl="Alle", en="All"),
    "category": Phrase(nl="Soort", en="Kind"),
    "all_categories": Phrase(nl="Alle soorten", en="All kinds"),
    "group_by": Phrase(nl="Groeperen", en="Group"),
    "by_item": Phrase(nl="Per competentie", en="By competence"),
    "by_rule": Phrase(nl="Per regel", en="By rule"),
    "show": Phrase(nl="Tonen", en="Show"),
    "choose": Phrase(nl="Kies wat u ziet", en="Choose what you see"),
    "settings": Phrase(nl="Instellingen van de werkmap", en="Settings of the workspace"),
    "itself_framework": Phrase(nl="Het model zelf", en="The framework itself"),
    "itself_profile": Phrase(nl="Het functieprofiel", en="The job profile"),
    "open_group": Phrase(nl="Toon deze {count}", en="Show these {count}"),
    "all_groups": Phrase(nl="Alle groepen", en="All groups"),
    "earlier": Phrase(nl="Vorige", en="Previous"),
    "later": Phrase(nl="Volgende", en="Next"),
    "page_of": Phrase(nl="Bladzijde {page} van {pages}", en="Page {page} of {pages}"),
    "pages": Phrase(nl="Bladzijden", en="Pages"),
    "go": Phrase(nl="Naar de tekst", en="Go to the text"),
    "in_file": Phrase(nl="In het bestand {file}", en="In the file {file}"),
    "in_line": Phrase(
        nl="In het bestand {file}, regel {line}", en="In the file {file}, line {line}"
    ),
    "why": Phrase(nl="Waarom?", en="Why?"),
    "accept": Phrase(nl="Accepteren met reden…", en="Accept with a reason…"),
    "weigh": Phrase(nl="Regel aanpassen…", en="Change the rule…"),
    "accept_title": Phrase(nl="Accepteren met reden", en="Accept with a reason"),
    "accept_text": Phrase(
        nl="De melding verdwijnt tot de tekst verandert. De reden staat in het model, zodat een "
        "ander ze ook kan lezen.",
        en="The finding goes until the text changes. The reason is kept in the document, so that "
        "others can read it too.",
    ),
    "reason": Phrase(nl="Waarom mag het zo blijven?", en="Why may it stay like this?"),
    "by": Phrase(nl="Besloten door (functie, geen naam)", en="Decided by (role, no name)"),
    "accept_do": Phrase(nl="Accepteren", en="Accept"),
    "cancel": Phrase(nl="Annuleren", en="Cancel"),
    "accepted": Phrase(nl="Geaccepteerd", en="Accepted"),
    "show_again": Phrase(nl="Toch weer tonen", en="Show again"),
    "by_whom": Phrase(nl="Door: {by}", en="By: {by}"),
    "weight_title": Phrase(nl="Gewicht van een regel", en="Weight of a rule"),
    "weight_text": Phrase(
        nl="Dit geldt voor de hele werkmap. Een fout houdt vaststellen tegen; een tip niet.",
        en="This holds for the whole workspace. An error stands in the way of publishing; a hint does not.",
    ),
    "weight": Phrase(nl="Gewicht", en="Weight"),
    "standard": Phrase(nl="Standaard ({weight})", en="Standard ({weight})"),
    "off": Phrase(nl="Uit: niet meer melden", en="Off: do not report"),
    "save": Phrase(nl="Opslaan", en="Save"),
    "own_rules": Phrase(nl="Aangepaste regels", en="Changed rules"),
    "own_rules_text": Phrase(
        nl="Deze regels hebben in uw werkmap een ander gewicht dan gewoonlijk.",
        en="These rules weigh otherwise than usual in your workspace.",
    ),
    "is_off": Phrase(nl="Uit", en="Off"),
    "back_to_standard": Phrase(nl="Weer standaard", en="Back to standard"),
}
CLIENT_WORDS: dict[str, Phrase] = {
    "check_accepted": Phrase(nl="Geaccepteerd", en="Accepted"),
    "check_shown_again": Phrase(nl="Wordt weer gemeld", en="Is reported again"),
    "check_weighed": Phrase(
        nl="Opgeslagen. De controle loopt opnieuw.", en="Saved. The check runs again."
    ),
    "check_new": Phrase(nl="Controle bijgewerkt: {count}", en="Check updated: {count}"),
    "check_loading": Phrase(nl="Laden…", en="Loading…"),
    "check_failed": Phrase(
        nl="Dat is niet gelukt: er is geen verbinding met de editor.",
        en="That did not work: there is no connection to the editor.",
    ),
}
