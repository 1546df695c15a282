"""What the screen of a competence says, on the page and in its scripts."""

from competenties.editor.framework_pages import TAB_WORDS
from competenties.messages import Phrase
from competenties.model.competence import COMPETENCE_TYPES, PROBE_STEPS
from competenties.model.indicator import AUDIENCES
from competenties.model.record import STATUSES

HEAD_WORDS = {
    **TAB_WORDS,
    "name": Phrase(nl="Naam", en="Name"),
    "definition": Phrase(nl="Definitie", en="Definition"),
    "definition_note": Phrase(
        nl="Wat iemand met deze competentie doet. Alinea's en lijsten mogen.",
        en="What somebody with this competence does. Paragraphs and lists may be used.",
    ),
    "type": Phrase(nl="Soort", en="Type"),
    "cluster": Phrase(nl="Cluster", en="Cluster"),
    "status": Phrase(nl="Eigen status", en="Own status"),
    "scale": Phrase(nl="Niveau-indeling", en="Proficiency scale"),
    "scale_first": Phrase(nl="de eerste van het model", en="the first of the framework"),
    "as_framework": Phrase(nl="zoals het model", en="as the framework"),
    "not_chosen": Phrase(nl="niet gekozen", en="not chosen"),
    "competences": Phrase(nl="Naar een andere competentie", en="To another competence"),
    "previous": Phrase(nl="Vorige: {name}", en="Previous: {name}"),
    "next": Phrase(nl="Volgende: {name}", en="Next: {name}"),
    "keys_list": Phrase(nl="Toetsen", en="Keys"),
    "about_this": Phrase(nl="Over deze competentie", en="About this competence"),
}
LEVEL_WORDS = {
    "levels": Phrase(nl="Gedrag per niveau", en="Behaviour by level"),
    "no_levels": Phrase(
        nl="Dit model heeft nog geen niveaus. U kunt het gedrag hier zonder niveau opschrijven, of "
        "eerst een niveau-indeling maken.",
        en="This framework has no levels yet. You can write the behaviour here without a level, or "
        "make a proficiency scale first.",
    ),
    "to_details": Phrase(nl="Naar de gegevens van het model", en="To the details of the framework"),
    "without_level": Phrase(nl="Zonder niveau", en="Without a level"),
    "level_of": Phrase(nl="Niveau {number}", en="Level {number}"),
    "own_name": Phrase(nl="Eigen naam van niveau {number}", en="Own name of level {number}"),
    "own_name_hint": Phrase(nl="Eigen naam", en="Own name"),
    "level_text": Phrase(nl="Omschrijving van niveau {number}", en="Description of level {number}"),
    "level_text_hint": Phrase(nl="Wat dit niveau hier inhoudt", en="What this level means here"),
    "add": Phrase(nl="Gedrag toevoegen", en="Add behaviour"),
    "add_contra": Phrase(nl="Niet passend gedrag", en="Behaviour that does not fit"),
    "contra": Phrase(nl="Gedrag dat hier niet bij past", en="Behaviour that does not fit here"),
    "wanted": Phrase(nl="Gedrag", en="Behaviour"),
    "teach": Phrase(
        nl="Schrijf gedrag dat u op dit niveau wilt zien, bijvoorbeeld: “{example}”",
        en="Write behaviour that you want to see at this level, for example: “{example}”",
    ),
    "count": Phrase(nl="gedragsindicatoren", en="indicators"),
}
TEACHING = (
    Phrase(
        nl="Belt een klant terug vóór de afgesproken tijd.",
        en="Calls a customer back before the agreed time.",
    ),
    Phrase(
        nl="Vraagt vóór de start van het werk waarvoor de klant het resultaat gebruikt.",
        en="Asks before the work starts what the customer needs the result for.",
    ),
    Phrase(
        nl="Biedt een ander voorstel aan wanneer een verzoek buiten de regels valt.",
        en="Offers another proposal when a request falls outside the rules.",
    ),
    Phrase(
        nl="Legt met een ander team vast wie welke melding oppakt.",
        en="Agrees in writing with another team who takes up which report.",
    ),
    Phrase(
        nl="Past een werkwijze aan na klachten van drie of meer klanten.",
        en="Changes a procedure after complaints of three customers or more.",
    ),
)
"""What an empty column shows as an example, one a level."""

CARD_WORDS = {
    "sentence": Phrase(nl="Gedragsindicator, {place}", en="Indicator, {place}"),
    "sentence_contra": Phrase(
        nl="Gedrag dat hier niet bij past, {place}", en="Behaviour that does not fit, {place}"
    ),
    "grip": Phrase(nl="Verplaatsen of bewerken", en="Move or edit"),
    "choose": Phrase(nl="Kiezen", en="Choose"),
    "more": Phrase(nl="Meer", en="More"),
    "audience": Phrase(nl="Publiek", en="Audience"),
    "kind": Phrase(nl="Soort", en="Kind"),
    "own_kind": Phrase(nl="Eigen woord voor de soort…", en="Own word for the kind…"),
    "measure": Phrase(nl="Hoe stelt u dit vast?", en="How do you establish this?"),
    "measured": Phrase(nl="meetwijze", en="measure"),
    "contrasts_with": Phrase(nl="Hoort tegenover", en="Stands against"),
    "rationale": Phrase(nl="Waarom telt dit gedrag?", en="Why does this behaviour count?"),
    "source": Phrase(nl="Bron van de tekst", en="Source of the text"),
    "examples": Phrase(nl="Voorbeelden", en="Examples"),
    "example": Phrase(nl="Voorbeeld", en="Example"),
    "example_new": Phrase(nl="Nieuw voorbeeld", en="New example"),
    "with_example": Phrase(nl="voorbeeld", en="example"),
    "findings": Phrase(nl="Aandachtspunten", en="Findings"),
}
LIST_WORDS = {
    "minimum": Phrase(nl="Minimumniveau", en="Minimum level"),
    "minimum_note": Phrase(
        nl="Wat de organisatie of de sector ten minste vraagt, met de reden.",
        en="What organisation or sector asks at least, with the reason.",
    ),
    "minimum_level": Phrase(nl="Niveau", en="Level"),
    "reason": Phrase(nl="Reden", en="Reason"),
    "minimum_ask": Phrase(nl="Minimumniveau vastleggen", en="Set the minimum level"),
    "minimum_drop": Phrase(nl="Minimumniveau weghalen", en="Remove the minimum level"),
    "asked_by": Phrase(nl="Gevraagd door", en="Asked by"),
    "minimum_exceptions": Phrase(nl="Uitzonderingen", en="Exceptions"),
    "exceptions_note": Phrase(
        nl="Functies waarvoor een ander minimum geldt, bijvoorbeeld: alle leidinggevenden.",
        en="Jobs for which another minimum holds, for example: all managers.",
    ),
    "exception": Phrase(nl="Uitzondering", en="Exception"),
    "applies_to": Phrase(nl="Geldt voor", en="Applies to"),
    "exception_new": Phrase(
        nl="Nieuwe uitzondering: voor welke functies?", en="New exception: which jobs?"
    ),
    "targets": Phrase(nl="Streefniveaus", en="Target levels"),
    "targets_note": Phrase(
        nl="Waar een team naartoe werkt. Het teamoverzicht gebruikt dit niveau.",
        en="What a team aims at. The team overview uses this level.",
    ),
    "target": Phrase(nl="Streefniveau", en="Target level"),
    "target_new": Phrase(
        nl="Nieuw streefniveau: voor welk team?", en="New target level: which team?"
    ),
    "team": Phrase(nl="Team of afdeling", en="Team or department"),
    "by": Phrase(nl="Uiterlijk", en="By"),
    "relations": Phrase(
        nl="Verbanden met andere competenties", en="Relations to other competences"
    ),
    "relation": Phrase(nl="Verband", en="Relation"),
    "relation_kind": Phrase(nl="Soort verband", en="Kind of relation"),
    "relation_new": Phrase(nl="Nieuw verband met", en="New relation to"),
    "aliases": Phrase(nl="Ook bekend als", en="Also known as"),
    "alias": Phrase(nl="Andere naam", en="Other name"),
    "alias_new": Phrase(nl="Nieuwe andere naam", en="New other name"),
    "questions": Phrase(nl="Interviewvragen", en="Interview questions"),
    "question": Phrase(nl="Vraag", en="Question"),
    "question_new": Phrase(nl="Nieuwe interviewvraag", en="New interview question"),
    "question_kind": Phrase(nl="Soort vraag", en="Kind of question"),
    "question_past": Phrase(nl="wat iemand heeft gedaan", en="what somebody did"),
    "question_situation": Phrase(nl="wat iemand zou doen", en="what somebody would do"),
    "probes": Phrase(nl="Doorvragen", en="Probes"),
    "probe": Phrase(nl="Doorvraag", en="Probe"),
    "probe_new": Phrase(nl="Nieuwe doorvraag", en="New probe"),
    "step": Phrase(nl="Stap", en="Step"),
    "anchors": Phrase(nl="Waaraan u het niveau herkent", en="How to tell the level"),
    "anchor": Phrase(nl="Kenmerk", en="Mark"),
    "anchor_new": Phrase(nl="Nieuw kenmerk", en="New mark"),
    "tips": Phrase(nl="Ontwikkeltips", en="Development tips"),
    "tip": Phrase(nl="Tip", en="Tip"),
    "tip_new": Phrase(nl="Nieuwe ontwikkeltip", en="New development tip"),
    "from_level": Phrase(nl="Van niveau", en="From level"),
    "to_level": Phrase(nl="Naar niveau", en="To level"),
    "any_level": Phrase(nl="elk", en="any"),
    "notes": Phrase(nl="Notities", en="Notes"),
    "notes_note": Phrase(
        nl="Voor de schrijvers; komt niet op papier.", en="For the authors; never printed."
    ),
    "insert": Phrase(nl="Toevoegen", en="Add"),
    "up": Phrase(nl="Omhoog", en="Up"),
    "down": Phrase(nl="Omlaag", en="Down"),
    "remove": Phrase(nl="Verwijderen", en="Remove"),
}
DIALOG_WORDS = {
    "chosen_group": Phrase(nl="Met de gekozen kaarten", en="With the chosen cards"),
    "to_level": Phrase(nl="Naar niveau", en="To level"),
    "move_to": Phrase(nl="Naar andere competentie…", en="To another competence…"),
    "copy_to": Phrase(nl="Kopiëren naar…", en="Copy to…"),
    "choose_none": Phrase(nl="Kiezen opheffen", en="Choose none"),
    "place_competence": Phrase(nl="Competentie", en="Competence"),
    "place_level": Phrase(nl="Niveau", en="Level"),
    "cancel": Phrase(nl="Annuleren", en="Cancel"),
    "close": Phrase(nl="Sluiten", en="Close"),
    "single_keys": Phrase(
        nl="Sneltoetsen van één teken (/ en ?) gebruiken",
        en="Use shortcuts of one character (/ and ?)",
    ),
}
KEYS: tuple[tuple[str, Phrase], ...] = (
    ("Enter", Phrase(nl="Nieuwe kaart eronder", en="New card below")),
    ("Backspace", Phrase(nl="In een lege kaart: kaart weg", en="In an empty card: remove it")),
    (
        "Backspace",
        Phrase(
            nl="Aan het begin: samenvoegen met de vorige",
            en="At the start: merge with the previous",
        ),
    ),
    ("Ctrl+Shift+Enter", Phrase(nl="Splitsen bij de cursor", en="Split at the cursor")),
    ("Ctrl+Enter", Phrase(nl="Volgende competentie", en="Next competence")),
    ("Alt+Shift+↑ ↓", Phrase(nl="Kaart omhoog of omlaag", en="Card up or down")),
    (
        "Alt+Shift+← →",
        Phrase(
            nl="Kaart naar het vorige of volgende niveau", en="Card to the level before or after"
        ),
    ),
    ("Tab", Phrase(nl="Van de tekst naar de greep ⠿", en="From the text to the grip ⠿")),
    ("⠿ Enter", Phrase(nl="Menu van de kaart", en="Menu of the card")),
    (
        "⠿ Spatie",
        Phrase(
            nl="Oppakken; pijltjes verplaatsen, spatie legt neer, Esc zet terug",
            en="Lift; arrows move, space drops, Esc puts back",
        ),
    ),
    ("⠿ Shift+↑ ↓", Phrase(nl="Meer kaarten kiezen", en="Choose more cards")),
    ("⠿ Delete", Phrase(nl="Kaart verwijderen", en="Remove the card")),
    ("Ctrl+Z", Phrase(nl="Ongedaan maken", en="Undo")),
    ("Ctrl+Y", Phrase(nl="Opnieuw", en="Redo")),
    ("/", Phrase(nl="Zoeken", en="Search")),
    ("?", Phrase(nl="Deze lijst", en="This list")),
)
WORDS = {**HEAD_WORDS, **LEVEL_WORDS, **CARD_WORDS, **LIST_WORDS, **DIALOG_WORDS}

CLIENT_PHRASES = {
    "label": Phrase(nl="Gedragsindicator", en="Indicator"),
    "label_contra": Phrase(nl="Gedrag dat hier niet bij past", en="Behaviour that does not fit"),
    "moved": Phrase(
        nl="Verplaatst naar {place}, plaats {position} van {count}",
        en="Moved to {place}, position {position} of {count}",
    ),
    "moved_many": Phrase(
        nl="{number} {number:kaart|kaarten} verplaatst naar {place}",
        en="{number} {number:card|cards} moved to {place}",
    ),
    "moved_away": Phrase(
        nl="{number} {number:kaart|kaarten} verplaatst naar {name}, {place}",
        en="{number} {number:card|cards} moved to {name}, {place}",
    ),
    "copied": Phrase(
        nl="{number} {number:kaart|kaarten} gekopieerd naar {name}, {place}",
        en="{number} {number:card|cards} copied to {name}, {place}",
    ),
    "removed": Phrase(
        nl="{number} {number:kaart|kaarten} verwijderd. Ongedaan maken: Ctrl+Z",
        en="{number} {number:card|cards} removed. Undo: Ctrl+Z",
    ),
    "pasted": Phrase(
        nl="{number} {number:kaart|kaarten} gemaakt van wat u plakte. Ongedaan maken: Ctrl+Z",
        en="{number} {number:card|cards} made of what you pasted. Undo: Ctrl+Z",
    ),
    "pasted_columns": Phrase(
        nl="{number} {number:kaart|kaarten} gemaakt, {columns} kolommen over de niveaus {first} tot en met {last}. "
        "Ongedaan maken: Ctrl+Z",
        en="{number} {number:card|cards} made, {columns} columns over the levels {first} to {last}. Undo: Ctrl+Z",
    ),
    "split_done": Phrase(nl="Gesplitst in {number} kaarten", en="Split into {number} cards"),
    "merged": Phrase(nl="Samengevoegd met de vorige kaart", en="Merged with the previous card"),
    "now_contra": Phrase(
        nl="Staat nu bij gedrag dat hier niet bij past", en="Now under behaviour that does not fit"
    ),
    "now_wanted": Phrase(nl="Staat nu bij het gewenste gedrag", en="Now under wanted behaviour"),
    "lifted": Phrase(
        nl="Opgepakt. Pijltjes verplaatsen, spatie legt neer, Esc zet terug.",
        en="Lifted. Arrows move, space drops, Esc puts back.",
    ),
    "put_back": Phrase(nl="Teruggezet", en="Put back"),
    "chosen": Phrase(nl="{number} gekozen", en="{number} chosen"),
    "cannot_move": Phrase(nl="Verder kan niet", en="No further"),
    "menu": Phrase(nl="Kaart", en="Card"),
    "menu_up": Phrase(nl="Omhoog", en="Up"),
    "menu_down": Phrase(nl="Omlaag", en="Down"),
    "menu_level": Phrase(nl="Naar niveau…", en="To level…"),
    "menu_move": Phrase(nl="Naar andere competentie…", en="To another competence…"),
    "menu_copy": Phrase(nl="Kopiëren naar…", en="Copy to…"),
    "menu_split": Phrase(nl="Splitsen bij de cursor", en="Split at the cursor"),
    "menu_merge": Phrase(nl="Samenvoegen met vorige", en="Merge with the previous"),
    "menu_contra": Phrase(nl="Niet gewenst gedrag", en="Behaviour that does not fit"),
    "menu_wanted": Phrase(nl="Toch gewenst gedrag", en="Wanted behaviour after all"),
    "menu_details": Phrase(nl="Publiek, meting, voorbeeld…", en="Audience, measure, example…"),
    "menu_choose": Phrase(nl="Kiezen", en="Choose"),
    "menu_delete": Phrase(nl="Verwijderen", en="Remove"),
    "move_title": Phrase(nl="Verplaatsen naar", en="Move to"),
    "copy_title": Phrase(nl="Kopiëren naar", en="Copy to"),
    "back_with_text": Phrase(nl="Terugzetten met mijn tekst", en="Put back with my text"),
    "put_back_done": Phrase(nl="Teruggezet met uw tekst", en="Put back with your text"),
    "conflict_moved": Phrase(
        nl="Dit ging niet: iemand anders heeft hier intussen iets gewijzigd. De pagina is bijgewerkt.",
        en="This did not work: somebody else changed something here. The page is up to date now.",
    ),
    "error": Phrase(nl="Fout", en="Error"),
    "warning": Phrase(nl="Let op", en="Warning"),
    "hint": Phrase(nl="Tip", en="Hint"),
    "show_words": Phrase(nl="Toon in de zin", en="Show in the sentence"),
    "use_text": Phrase(nl="Wordt: {text}", en="Becomes: {text}"),
    "make_cards": Phrase(nl="Maak er {number} kaarten van", en="Make {number} cards of it"),
    "make_contra": Phrase(
        nl="Zet bij gedrag dat hier niet past", en="Put under behaviour that does not fit"
    ),
    "accept": Phrase(nl="Accepteren met reden", en="Accept with a reason"),
    "accept_reason": Phrase(nl="Waarom mag dit zo blijven?", en="Why may this stay as it is?"),
    "accept_save": Phrase(nl="Accepteren", en="Accept"),
    "accepted": Phrase(nl="Geaccepteerd", en="Accepted"),
    "why": Phrase(nl="Waarom?", en="Why?"),
    "why_new_tab": Phrase(nl="Waarom? (nieuw tabblad)", en="Why? (new tab)"),
    "cancel": Phrase(nl="Annuleren", en="Cancel"),
    "waits": Phrase(
        nl="Dit gebeurt zodra er weer verbinding is.",
        en="This happens as soon as there is a connection again.",
    ),
    "example": Phrase(nl="Voorbeeld", en="Example"),
    "remove": Phrase(nl="Verwijderen", en="Remove"),
    "audience_internal": AUDIENCES["internal"],
    "audience_external": AUDIENCES["external"],
    "audience_chain": AUDIENCES["chain"],
    "measured": CARD_WORDS["measured"],
    "with_example": CARD_WORDS["with_example"],
    "more": CARD_WORDS["more"],
}
KINDS = {
    "behaviour": Phrase(nl="gedrag", en="behaviour"),
    "knowledge": Phrase(nl="kennis", en="knowledge"),
    "skill": Phrase(nl="vaardigheid", en="skill"),
    "attitude": Phrase(nl="houding", en="attitude"),
    "criterion": Phrase(nl="criterium", en="criterion"),
    "example": Phrase(nl="voorbeeld", en="example"),
}
CLIENT_PHRASES.update({f"kind_{name}": phrase for name, phrase in KINDS.items()})
ASKERS = {
    "organisation": Phrase(nl="de organisatie", en="the organisation"),
    "sector": Phrase(nl="de sector", en="the sector"),
}
RELATIONS = {
    "related": Phrase(nl="is verwant aan", en="is related to"),
    "precedes": Phrase(nl="gaat vooraf aan", en="precedes"),
    "replaces": Phrase(nl="vervangt", en="replaces"),
    "part-of": Phrase(nl="is deel van", en="is part of"),
}
CHOICES = {
    "askers": ASKERS,
    "relations": RELATIONS,
    "audiences": AUDIENCES,
    "types": COMPETENCE_TYPES,
    "statuses": STATUSES,
    "steps": PROBE_STEPS,
    "kinds": KINDS,
}
