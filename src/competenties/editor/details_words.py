"""What the details of a framework say: its fields, levels, promises and terms."""

from competenties.messages import Phrase

WORDS: dict[str, Phrase] = {
    "about": Phrase(nl="Over dit model", en="About this framework"),
    "name": Phrase(nl="Naam", en="Name"),
    "description": Phrase(nl="Omschrijving", en="Description"),
    "version": Phrase(nl="Versie", en="Version"),
    "status": Phrase(nl="Status", en="Status"),
    "status_note": Phrase(
        nl="Vaststellen doet u als de controle geen fouten meer meldt.",
        en="Publish when the check reports no more errors.",
    ),
    "owner": Phrase(nl="Eigenaar", en="Owner"),
    "owner_note": Phrase(
        nl="De functie of afdeling die over wijzigingen beslist; geen naam van een persoon.",
        en="The role or department that decides on changes; not the name of a person.",
    ),
    "valid_from": Phrase(nl="Van kracht per", en="Valid from"),
    "valid_until": Phrase(nl="Geldig tot en met", en="Valid until"),
    "review_date": Phrase(nl="Volgende herziening", en="Review date"),
    "licence": Phrase(nl="Licentie", en="Licence"),
    "licence_note": Phrase(
        nl="Onder welke voorwaarden anderen de tekst mogen gebruiken.",
        en="On which terms others may use the text.",
    ),
    "notes": Phrase(nl="Notities", en="Notes"),
    "notes_note": Phrase(
        nl="Voor de schrijvers; komt niet op papier.", en="For the authors; never printed."
    ),
    "languages": Phrase(nl="Talen", en="Languages"),
    "languages_note": Phrase(
        nl="De controle noemt teksten die in een van deze talen ontbreken. De eigen taal is {own}.",
        en="The check names texts that are missing in one of these languages. The own language is {own}.",
    ),
    "stop_note": Phrase(
        nl="Met Ctrl+Z zet u de teksten terug, per model en per profiel.",
        en="Ctrl+Z puts the texts back, for each framework and profile.",
    ),
    "stop_remove": Phrase(nl="Teksten verwijderen", en="Remove the texts"),
    "stop_keep": Phrase(
        nl="Teksten bewaren, niet meer controleren", en="Keep the texts, check no more"
    ),
    "stop_cancel": Phrase(nl="Annuleren", en="Cancel"),
    "scales": Phrase(nl="Niveau-indeling", en="Proficiency scale"),
    "scales_note": Phrase(
        nl="De niveaus gelden voor alle competenties. Wisselt u twee niveaus om, dan wisselen hun namen "
        "en omschrijvingen; de zinnen bij de competenties blijven bij hun nummer.",
        en="The levels hold for all competences. When two levels change places, their names and "
        "descriptions do; the sentences of the competences stay with their number.",
    ),
    "no_scale": Phrase(
        nl="Er is nog geen niveau-indeling. Met een indeling krijgt elke competentie dezelfde niveaus.",
        en="There is no proficiency scale yet. With one, every competence has the same levels.",
    ),
    "add_scale": Phrase(nl="Indeling met vijf niveaus maken", en="Make a scale of five levels"),
    "scale_name": Phrase(nl="Naam van de indeling", en="Name of the scale"),
    "level": Phrase(nl="Niveau {number}", en="Level {number}"),
    "more_level": Phrase(nl="Meer over dit niveau", en="More about this level"),
    "test": Phrase(
        nl="Vraag waarmee een schrijver nagaat of gedrag hier hoort",
        en="Question by which a writer finds out whether behaviour belongs here",
    ),
    "scope": Phrase(nl="Hoe ver het werk reikt", en="How far the work reaches"),
    "autonomy": Phrase(nl="Wat iemand zelf bepaalt", en="What somebody settles without others"),
    "complexity": Phrase(nl="Hoe lastig de situatie is", en="How hard the situation is"),
    "group": Phrase(
        nl="Groep niveaus waar dit bij hoort", en="Group of levels that this one belongs to"
    ),
    "level_used": Phrase(
        nl="Zinnen op dit niveau: {count}. Die blijven staan als u het niveau verwijdert.",
        en="Sentences at this level: {count}. They stay when you delete the level.",
    ),
    "cumulative": Phrase(
        nl="Laat wie een niveau laat zien ook de lagere zien?",
        en="Does whoever shows a level show the lower ones too?",
    ),
    "unsaid": Phrase(nl="Niet gezegd", en="Not stated"),
    "yes": Phrase(nl="Ja", en="Yes"),
    "no": Phrase(nl="Nee", en="No"),
    "partial": Phrase(
        nl="Een competentie mag niveaus overslaan", en="A competence may leave levels out"
    ),
    "add_level": Phrase(nl="Niveau toevoegen", en="Add a level"),
    "ratings": Phrase(nl="Scoreschalen", en="Rating scales"),
    "ratings_note": Phrase(
        nl="Wat een invuller op een formulier aankruist. Scoreschalen wijzigt u niet hier: op oude "
        "formulieren moet hetzelfde blijven staan.",
        en="What a rater ticks on a form. Rating scales are not changed here: old forms have to go "
        "on saying the same.",
    ),
    "no_ratings": Phrase(
        nl="Dit model heeft er geen; formulieren gebruiken de gewone frequentieschaal.",
        en="This framework has none; forms use the ordinary frequency scale.",
    ),
    "promises": Phrase(nl="Servicebeloften", en="Promises"),
    "promises_note": Phrase(
        nl="Meetbare beloften aan klanten of collega's, zoals: “Wij bellen binnen één werkdag terug.”",
        en="Measurable promises to customers or colleagues, such as: “We call back within one "
        "working day.”",
    ),
    "promise": Phrase(nl="Belofte", en="Promise"),
    "audience": Phrase(nl="Voor wie", en="For whom"),
    "measure": Phrase(nl="Zo meten we het", en="How we measure it"),
    "norm": Phrase(nl="Norm", en="Norm"),
    "employee": Phrase(nl="De medewerker gaat na", en="The employee checks"),
    "manager": Phrase(nl="De leidinggevende gaat na", en="The manager checks"),
    "organisation": Phrase(nl="De organisatie gaat na", en="The organisation checks"),
    "promise_for": Phrase(nl="Hoort bij de competenties", en="Belongs to the competences"),
    "add_link": Phrase(nl="Competentie erbij…", en="Add a competence…"),
    "cards": Phrase(nl="Gesprekskaarten", en="Conversation cards"),
    "cards_note": Phrase(
        nl="Enkele vragen voor jezelf of voor elkaar, na een klantcontact of over de samenwerking. "
        "Er wordt nooit een score gegeven.",
        en="A few questions for oneself or each other, after a customer contact or about the "
        "cooperation. They are never scored.",
    ),
    "explanation": Phrase(nl="Uitleg", en="Explanation"),
    "question": Phrase(nl="Vraag {number}", en="Question {number}"),
    "add_question": Phrase(nl="Vraag toevoegen", en="Add a question"),
    "add_card": Phrase(nl="Nieuw: {kind}", en="New: {kind}"),
    "left": Phrase(nl="Overgebleven bij het importeren", en="Left over from an import"),
    "left_note": Phrase(
        nl="Deze teksten konden bij het importeren niet worden geplaatst. Kies waar een tekst heen moet, "
        "en zet hem daar met één klik neer als gedragsindicator.",
        en="An import could not place these texts. Choose where a text should go, and put it there as "
        "an indicator with one click.",
    ),
    "left_place": Phrase(nl="Naar competentie", en="To competence"),
    "left_level": Phrase(nl="Op niveau", en="At level"),
    "left_put": Phrase(nl="Plaatsen", en="Put there"),
    "left_copy": Phrase(nl="Kopiëren", en="Copy"),
    "left_drop": Phrase(nl="Weggooien", en="Throw away"),
    "left_first": Phrase(
        nl="Maak eerst een competentie; dan kunt u deze teksten daar plaatsen.",
        en="Make a competence first; then you can put these texts there.",
    ),
    "add_promise": Phrase(nl="Belofte toevoegen", en="Add a promise"),
    "glossary": Phrase(nl="Begrippen", en="Glossary"),
    "glossary_note": Phrase(
        nl="Woorden met een vaste betekenis. De controle laat ze in zinnen staan.",
        en="Words with a fixed meaning. The check lets them stand in sentences.",
    ),
    "term": Phrase(nl="Begrip", en="Term"),
    "definition": Phrase(nl="Betekenis", en="Meaning"),
    "add_term": Phrase(nl="Begrip toevoegen", en="Add a term"),
    "up": Phrase(nl="Omhoog: {name}", en="Up: {name}"),
    "down": Phrase(nl="Omlaag: {name}", en="Down: {name}"),
    "drop": Phrase(nl="Verwijderen: {name}", en="Delete: {name}"),
}
CLIENT_WORDS: dict[str, Phrase] = {
    "stop_title": Phrase(nl="Stoppen met {language}?", en="Stop with {language}?"),
    "stop_own": Phrase(
        nl="Teksten in het {language} in dit model die dan worden verwijderd: {count}.",
        en="Texts in {language} in this framework that are then removed: {count}.",
    ),
    "stop_profiles": Phrase(
        nl="Verwijder ze ook uit de functieprofielen bij dit model (profielen: {profiles}, teksten: {count})",
        en="Remove them from the job profiles of this framework too (profiles: {profiles}, texts: {count})",
    ),
    "stop_stays": Phrase(
        nl="Teksten die er alleen in het {language} zijn: {count}. Die blijven staan tot u ze vertaalt.",
        en="Texts that exist in {language} only: {count}. Those stay until you translate them.",
    ),
    "stopped": Phrase(
        nl="Teksten verwijderd: {count}. Ctrl+Z zet ze terug.",
        en="Texts removed: {count}. Ctrl+Z puts them back.",
    ),
    "dropped": Phrase(nl="Verwijderd", en="Deleted"),
    "moved": Phrase(nl="Verplaatst", en="Moved"),
    "added": Phrase(nl="Toegevoegd", en="Added"),
    "put": Phrase(nl="Geplaatst bij {name}, {level}", en="Put at {name}, {level}"),
    "copied": Phrase(nl="Gekopieerd", en="Copied"),
    "new_level": Phrase(nl="Niveau {number}", en="Level {number}"),
    "not_now": Phrase(
        nl="Dat kan nu niet: er is geen verbinding met de editor.",
        en="That cannot be done now: there is no connection to the editor.",
    ),
}
KINDS: dict[str, Phrase] = {
    "frequency": Phrase(
        nl="hoe vaak iemand het gedrag laat zien", en="how often somebody shows the behaviour"
    ),
    "level": Phrase(nl="welk niveau iemand laat zien", en="which level somebody shows"),
    "norm": Phrase(nl="of iemand aan de norm voldoet", en="whether somebody meets the norm"),
    "development": Phrase(nl="hoe iemand zich ontwikkelt", en="how somebody develops"),
}
RATING = Phrase(
    nl="{name}: de invuller kiest {kind}{points}.", en="{name}: the rater chooses {kind}{points}."
)
POINTS = Phrase(nl=", van {first} tot {last}", en=", from {first} to {last}")
