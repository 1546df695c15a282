"""What the screen of a job profile says."""

from collections.abc import Mapping

from competenties.messages import Phrase
from competenties.model.indicator import AUDIENCES
from competenties.model.profile import PROFILE_KINDS
from competenties.model.record import STATUSES
from competenties.model.terms import CAREER_KINDS, GRADING_STATUSES, NEEDS, QUALIFICATION_KINDS

CONSULTATIONS: dict[str, Phrase] = {
    "not-applicable": Phrase(nl="niet van toepassing", en="not applicable"),
    "asked": Phrase(nl="gevraagd", en="asked"),
    "given": Phrase(nl="verleend", en="given"),
    "conditional": Phrase(nl="onder voorwaarden", en="conditional"),
    "refused": Phrase(nl="geweigerd", en="refused"),
    "substituted": Phrase(nl="vervangend", en="substituted"),
}
_KINDS = {**PROFILE_KINDS, **QUALIFICATION_KINDS, **CAREER_KINDS}
_STATUSES = {**STATUSES, **GRADING_STATUSES, **CONSULTATIONS}
_CEFR = {one: Phrase(nl=one, en=one) for one in ("A1", "A2", "B1", "B2", "C1", "C2")}
OPTIONS: Mapping[str, Mapping[str, Phrase]] = {
    "kind": _KINDS,
    "status": _STATUSES,
    "need": NEEDS,
    "audience": AUDIENCES,
    "language_level": _CEFR,
}
"""The words of choices, by the name of their field."""

YES = Phrase(nl="Ja", en="Yes")

BLOCKS: Mapping[str, tuple[Phrase, Phrase]] = {
    "about": (
        Phrase(nl="Gegevens", en="Details"),
        Phrase(
            nl="Naam, soort, functiegroep, reeks, status en versie.",
            en="Name, kind, family, series, status and version.",
        ),
    ),
    "purpose": (
        Phrase(nl="Doel", en="Purpose"),
        Phrase(
            nl="Waar is deze functie voor? Schrijf in één zin: wat, binnen welk kader, waartoe.",
            en="What is this job for? Write one sentence: what, within which limits, to which end.",
        ),
    ),
    "place": (
        Phrase(nl="Plaats in de organisatie", en="Place in the organisation"),
        Phrase(
            nl="Noem functies en onderdelen, geen personen.", en="Name jobs and units, no persons."
        ),
    ),
    "chain": (
        Phrase(nl="Plaats in de keten", en="Place in the chain"),
        Phrase(
            nl="Van wie krijgt deze functie iets, aan wie levert zij, en wat merkt de eindklant?",
            en="From whom does this job get something, to whom does it deliver, and what does the "
            "end customer notice?",
        ),
    ),
    "context": (
        Phrase(nl="Context", en="Context"),
        Phrase(
            nl="Voor wie wil weten of het werk past. Dit wordt nooit gescoord.",
            en="For whoever wonders whether the work fits. This is never scored.",
        ),
    ),
    "results": (
        Phrase(nl="Resultaatgebieden", en="Result areas"),
        Phrase(
            nl="Vier of vijf, elk met twee of drie taken en een resultaat dat te meten is.",
            en="Four or five, each with two or three tasks and a result that can be measured.",
        ),
    ),
    "requested": (
        Phrase(nl="Gevraagde niveaus", en="Requested levels"),
        Phrase(
            nl="Kies per competentie het niveau dat de functie vraagt. Vijf tot acht competenties is "
            "gangbaar.",
            en="For each competence choose the level that the job asks. Five to eight competences is "
            "usual.",
        ),
    ),
    "authority": (
        Phrase(nl="Beslisruimte", en="Room to decide"),
        Phrase(
            nl="Wat beslist iemand zelf, wat stemt iemand af en wat legt iemand voor?",
            en="What does somebody decide, align and submit?",
        ),
    ),
    "contacts": (
        Phrase(nl="Contacten", en="Contacts"),
        Phrase(nl="Met wie, waarvoor en hoe vaak.", en="With whom, what for and how often."),
    ),
    "qualifications": (
        Phrase(nl="Functie-eisen", en="Job requirements"),
        Phrase(
            nl="Opleiding, kennis, ervaring, registraties en taal. Vraag alleen wat het werk vraagt.",
            en="Education, knowledge, experience, registrations and language. Ask only what the work "
            "asks.",
        ),
    ),
    "conditions": (
        Phrase(nl="Inspanning en werkomstandigheden", en="Effort and working conditions"),
        Phrase(
            nl="Is er niets bijzonders? Zet dan alleen dat aan.",
            en="Is there nothing particular? Then only switch that on.",
        ),
    ),
    "grading": (
        Phrase(nl="Waardering", en="Grading"),
        Phrase(nl="Staat los van de competenties.", en="Stands apart from the competences."),
    ),
    "career": (
        Phrase(nl="Loopbaan", en="Career"),
        Phrase(nl="Functies ervoor, erna en ernaast.", en="Jobs before, after and beside."),
    ),
    "approval": (
        Phrase(nl="Vaststelling en medezeggenschap", en="Approval and consultation"),
        Phrase(
            nl="Wie besluit, vanaf wanneer het geldt, en wie tekent: functies, geen namen.",
            en="Who decides, from when it holds, and who signs: roles, no names.",
        ),
    ),
}

ADD: Mapping[str, Phrase] = {
    "aliases": Phrase(nl="Roepnaam toevoegen", en="Add a name used at work"),
    "tasks": Phrase(nl="Taak toevoegen", en="Add a task"),
    "results": Phrase(nl="Resultaat toevoegen", en="Add a result"),
    "receives_from": Phrase(nl="Leverancier toevoegen", en="Add who delivers to this job"),
    "delivers_to": Phrase(nl="Afnemer toevoegen", en="Add whom this job delivers to"),
    "decides": Phrase(nl="Beslissing toevoegen", en="Add a decision"),
    "aligns": Phrase(nl="Afstemming toevoegen", en="Add what is aligned"),
    "submits": Phrase(nl="Voorlegging toevoegen", en="Add what is submitted"),
    "contacts": Phrase(nl="Contact toevoegen", en="Add a contact"),
    "qualifications": Phrase(nl="Eis toevoegen", en="Add a requirement"),
    "career": Phrase(nl="Functie toevoegen", en="Add a job"),
    "signatures": Phrase(nl="Handtekening toevoegen", en="Add a signature"),
}

WORDS: dict[str, Phrase] = {
    "profiles": Phrase(nl="Functieprofielen", en="Job profiles"),
    "framework": Phrase(nl="Competentiemodel", en="Framework"),
    "frameworks": Phrase(nl="Gebruikte modellen", en="Frameworks used"),
    "frameworks_note": Phrase(
        nl="Uit deze modellen komen de competenties. Het eerste geldt waar niets anders is gekozen.",
        en="The competences come from these frameworks. The first holds where nothing else was chosen.",
    ),
    "framework_version": Phrase(
        nl="Vast aan versie (leeg: de nieuwste)", en="Tied to version (empty: the newest)"
    ),
    "add_framework": Phrase(nl="Model toevoegen", en="Add a framework"),
    "unknown_framework": Phrase(nl="niet in deze werkmap", en="not in this workspace"),
    "rating_scale": Phrase(nl="Scoreschaal op het formulier", en="Rating scale on the form"),
    "first_scale": Phrase(nl="de eerste van het model", en="the first of the framework"),
    "languages": Phrase(nl="Talen", en="Languages"),
    "own_language": Phrase(nl="Geschreven in", en="Written in"),
    "text_in": Phrase(nl="Teksten in", en="Texts in"),
    "add_language": Phrase(nl="Ook in {name}", en="Also in {name}"),
    "duplicate": Phrase(nl="Kopie maken", en="Make a copy"),
    "remove_profile": Phrase(nl="Profiel verwijderen…", en="Remove the profile…"),
    "remove_question": Phrase(
        nl="Dit functieprofiel verwijderen? U kunt het in de werkmap terugzetten.",
        en="Remove this job profile? You can bring it back in the workspace.",
    ),
    "remove_yes": Phrase(nl="Verwijderen", en="Remove"),
    "cancel": Phrase(nl="Annuleren", en="Cancel"),
    "print": Phrase(nl="Afdrukken", en="Print"),
    "jump": Phrase(nl="Onderdelen van dit profiel", en="Parts of this profile"),
    "empty_block": Phrase(nl="nog leeg", en="still empty"),
    "filled_block": Phrase(nl="{count} ingevuld", en="{count} filled in"),
    "edit": Phrase(nl="Bewerken", en="Edit"),
    "preview": Phrase(nl="Voorbeeld", en="Preview"),
    "views": Phrase(nl="Bewerken of voorbeeld", en="Edit or preview"),
    "up": Phrase(nl="Omhoog: {name}", en="Up: {name}"),
    "down": Phrase(nl="Omlaag: {name}", en="Down: {name}"),
    "drop": Phrase(nl="Verwijderen: {name}", en="Remove: {name}"),
    "row": Phrase(nl="{name} {number}", en="{name} {number}"),
    "choose": Phrase(nl="Kies", en="Choose"),
    "add_area": Phrase(nl="Resultaatgebied toevoegen", en="Add a result area"),
    "no_areas": Phrase(
        nl="Nog geen resultaatgebieden. Begin met het belangrijkste dat deze functie oplevert, zoals "
        "'Klachten afhandelen'.",
        en="No result areas yet. Begin with the main thing that this job delivers, such as 'Handling "
        "complaints'.",
    ),
    "nameless": Phrase(nl="zonder naam", en="without a name"),
    "criteria": Phrase(nl="Beoordelingscriteria", en="Criteria"),
    "add_criterion": Phrase(nl="Criterium toevoegen", en="Add a criterion"),
    "competence": Phrase(nl="Competentie", en="Competence"),
    "none": Phrase(nl="geen", en="none"),
    "level_table": Phrase(nl="Gevraagd niveau per competentie", en="Requested level by competence"),
    "show_asked": Phrase(nl="Alleen gevraagde", en="Requested only"),
    "show_all": Phrase(nl="Alle competenties", en="All competences"),
    "which": Phrase(nl="Welke competenties", en="Which competences"),
    "filter": Phrase(nl="Zoek een competentie", en="Find a competence"),
    "none_found": Phrase(nl="Geen competentie gevonden.", en="No competence found."),
    "no_cluster": Phrase(nl="Zonder cluster", en="Without a cluster"),
    "no_framework": Phrase(
        nl="Kies het competentiemodel waar deze functie competenties uit haalt. Dan staan ze hier.",
        en="Choose the framework that this job takes its competences from. Then they are here.",
    ),
    "no_frameworks_at_all": Phrase(
        nl="Er is nog geen competentiemodel. Maak of importeer er eerst een in de werkmap.",
        en="There is no framework yet. Make or import one in the workspace first.",
    ),
    "to_workspace": Phrase(nl="Naar de werkmap", en="To the workspace"),
    "framework_gone": Phrase(
        nl="Het model '{name}' staat niet (meer) in deze werkmap. Zet het in de werkmap terug, of kies "
        "hier een ander model met dezelfde competenties.",
        en="The framework '{name}' is not in this workspace (any more). Bring it back in the workspace, "
        "or choose another one here that has the same competences.",
    ),
    "framework_instead": Phrase(nl="In plaats daarvan", en="Instead"),
    "framework_empty": Phrase(
        nl="Dit model heeft nog geen competenties.", en="This framework has no competences yet."
    ),
    "to_framework": Phrase(nl="Naar het model", en="To the framework"),
    "other_level": Phrase(
        nl="gevraagd: niveau {level}, dat hier niet bestaat",
        en="requested: level {level}, which is not there",
    ),
    "asked_level": Phrase(nl="gevraagd: niveau {level}", en="requested: level {level}"),
    "in_words": Phrase(nl="gevraagd in woorden", en="requested in words"),
    "without_level": Phrase(nl="zonder niveau", en="without a level"),
    "no_requested": Phrase(
        nl="Er is nog geen niveau gevraagd. Kies hieronder bij een competentie een niveau.",
        en="No level has been requested yet. Choose a level for a competence below.",
    ),
    "counted": Phrase(
        nl="{count} {count:competentie|competenties} gevraagd, "
        "{lines} {lines:gedragsindicator|gedragsindicatoren}.",
        en="{count} {count:competence|competences} requested, {lines} {lines:indicator|indicators}.",
    ),
    "order_note": Phrase(
        nl="In deze volgorde staan de competenties op papier. Versleep ze aan ⠿, of gebruik "
        "Alt+Shift+pijl in een rij.",
        en="The competences are printed in this order. Drag them by ⠿, or use Alt+Shift+arrow in a "
        "row.",
    ),
    "order_elsewhere": Phrase(
        nl="Hier staan de competenties zoals in het model. De volgorde op papier kiest u bij 'Alleen "
        "gevraagde'.",
        en="Here the competences stand as in the framework. Choose the order on paper under "
        "'Requested only'.",
    ),
    "move_competence": Phrase(nl="Verplaatsen: {name}", en="Move: {name}"),
    "menu_up": Phrase(nl="Omhoog", en="Up"),
    "menu_down": Phrase(nl="Omlaag", en="Down"),
    "menu_first": Phrase(nl="Naar het begin", en="To the beginning"),
    "menu_last": Phrase(nl="Naar het einde", en="To the end"),
    "unknown_competence": Phrase(
        nl="Deze competentie staat niet (meer) in het model.",
        en="This competence is not in the framework (any more).",
    ),
    "details": Phrase(nl="Gedrag en weging", en="Behaviour and weight"),
    "minimum": Phrase(nl="minimum {level}", en="minimum {level}"),
    "no_behaviour": Phrase(nl="nog geen gedrag", en="no behaviour yet"),
    "span": Phrase(nl="Tot en met niveau", en="Up to and including level"),
    "one_level": Phrase(nl="alleen dit niveau", en="this level only"),
    "floor_none": Phrase(nl="geen ondergrens", en="no floor"),
    "whole_job": Phrase(nl="de hele functie", en="the whole job"),
    "brings": Phrase(nl="Gedrag op niveau {level}", en="Behaviour at level {level}"),
    "brings_whole": Phrase(nl="Gedrag bij de competentie", en="Behaviour of the competence"),
    "brings_note": Phrase(
        nl="Vink uit wat niet bij deze functie hoort; dat komt niet op het formulier.",
        en="Switch off what does not belong to this job; it is not on the form then.",
    ),
    "chosen_note": Phrase(
        nl="{count} van de {all} {all:zin|zinnen} {count:doet|doen} mee.",
        en="{count} of the {all} {all:sentence|sentences} {count:takes|take} part.",
    ),
    "lower": Phrase(
        nl="Niveaus stapelen: ook het gedrag van de lagere niveaus wordt verwacht ({count} {count:zin|zinnen}). "
        "Het formulier vraagt alleen het gevraagde niveau.",
        en="Levels add up: the behaviour of the lower levels is expected too ({count} {count:sentence|sentences}). "
        "The form asks about the requested level only.",
    ),
    "own_indicators": Phrase(nl="Eigen gedragsindicatoren", en="Indicators of your own"),
    "add_indicator": Phrase(nl="Eigen indicator toevoegen", en="Add an indicator of your own"),
    "indicator": Phrase(nl="Gedragsindicator", en="Indicator"),
    "open_competence": Phrase(nl="Competentie bekijken", en="Look at the competence"),
    "error": Phrase(nl="Fout", en="Error"),
    "warning": Phrase(nl="Let op", en="Note"),
    "hint": Phrase(nl="Tip", en="Hint"),
    "document": Phrase(nl="Document", en="Document"),
    "download_word": Phrase(nl="Download Word", en="Download Word"),
    "download_pdf": Phrase(nl="Download PDF", en="Download PDF"),
    "download_excel": Phrase(nl="Download Excel", en="Download Excel"),
    "frame_title": Phrase(
        nl="Voorbeeld van het document zoals het wordt gedrukt",
        en="Preview of the document as it is printed",
    ),
}

CLIENT_WORDS: dict[str, Phrase] = {
    "moved_row": Phrase(
        nl="Verplaatst naar plaats {place} van {count}", en="Moved to place {place} of {count}"
    ),
    "moved_competence": Phrase(
        nl="{name} staat nu op plaats {place} van {count}",
        en="{name} is now number {place} of {count}",
    ),
    "at_edge": Phrase(nl="{name} kan niet verder", en="{name} cannot go further"),
    "order_menu": Phrase(nl="Volgorde van {name}", en="Order of {name}"),
    "row_added": Phrase(nl="Toegevoegd", en="Added"),
    "row_removed": Phrase(
        nl="Verwijderd. Ctrl+Z maakt het ongedaan.", en="Removed. Ctrl+Z undoes it."
    ),
    "level_asked": Phrase(
        nl="{name}: niveau {level} gevraagd", en="{name}: level {level} requested"
    ),
    "asked_without": Phrase(
        nl="{name}: gevraagd, zonder niveau", en="{name}: requested, without a level"
    ),
    "level_dropped": Phrase(
        nl="{name}: niet meer gevraagd. Ctrl+Z maakt het ongedaan.",
        en="{name}: no longer requested. Ctrl+Z undoes it.",
    ),
    "least_one": Phrase(
        nl="Ten minste één zin blijft meedoen. Wilt u deze competentie niet? Kies dan 'geen'.",
        en="At least one sentence takes part. No need for this competence? Then choose 'none'.",
    ),
    "found": Phrase(
        nl="{count} {count:competentie|competenties} gevonden",
        en="{count} {count:competence|competences} found",
    ),
    "preview_fresh": Phrase(nl="Voorbeeld bijgewerkt", en="Preview updated"),
    "severity_error": Phrase(nl="Fout", en="Error"),
    "severity_warning": Phrase(nl="Let op", en="Note"),
    "severity_hint": Phrase(nl="Tip", en="Hint"),
}
