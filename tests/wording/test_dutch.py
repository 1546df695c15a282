"""Dutch sentences taken apart: verbs, clauses, subjects, and what a reader is told of them."""

import pytest
from sentences import acts, advice, found, kinds, rules, zone

from competenties.wording import analyse


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Licht de offerte toe aan de huurder.", "toelichten"),
        ("Vat aan het eind de afspraken samen.", "samenvatten"),
        ("Stelt de planning bij als een monteur uitvalt.", "bijstellen"),
        ("Legt in de keuken de nieuwe werkwijze uit.", "uitleggen"),
        ("Neemt de telefoon op binnen drie keer overgaan.", "opnemen"),
        ("Vraagt door op het antwoord van de sollicitant.", "doorvragen"),
        ("Past de dosering aan op verzoek van de arts.", "aanpassen"),
        ("Zet pionnen neer zodat fietsers kunnen passeren.", "neerzetten"),
        ("Ruimt gereedschap op voordat de dienst eindigt.", "opruimen"),
        ("Werkt met de buurt samen aan een plan.", "samenwerken"),
        ("Schakelt een tolk in.", "inschakelen"),
        ("Spreekt de chauffeur aan die te hard rijdt.", "aanspreken"),
        ("Neemt het pakket aan dat de koerier brengt.", "aannemen"),
        ("Draagt er zorg voor dat de deur dicht is.", "zorgdragen"),
    ],
)
def test_a_separable_verb_is_put_together(text: str, verb: str) -> None:
    assert acts(text, "nl") == [verb]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Wijst de bezoeker de weg.", "wijzen"),
        ("Belt de bezorger op kantoor.", "bellen"),
        ("Werkt in de kas.", "werken"),
        ("Telt de kas na elke dienst.", "tellen"),
    ],
)
def test_a_preposition_or_a_noun_is_no_particle(text: str, verb: str) -> None:
    assert acts(text, "nl") == [verb]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Op vrijdag haalt zij de post op.", "ophalen"),
        ("Bij een klacht belt de medewerker de klant terug.", "terugbellen"),
        ("Tijdens de ronde noteert zij de temperatuur.", "noteren"),
        ("Als de kassa vastloopt, belt zij de storingsdienst.", "bellen"),
        ("Wanneer de trein vertraagd is, roept zij de nieuwe tijd om.", "omroepen"),
    ],
)
def test_the_verb_is_found_behind_what_comes_first(text: str, verb: str) -> None:
    assert acts(text, "nl") == [verb]
    assert rules(text, "nl") == set()


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Vraagt of de bewoner de brief heeft begrepen.",
            "subordinate",
            "of de bewoner de brief heeft begrepen",
        ),
        (
            "Noteert welke gasten een allergie hebben.",
            "subordinate",
            "welke gasten een allergie hebben",
        ),
        ("Als de kassa vastloopt, belt zij de dienst.", "subordinate", "Als de kassa vastloopt"),
        ("Helpt collega's die een rooster maken.", "relative", "die een rooster maken"),
        ("Belt de leverancier om de levertijd te vragen.", "purpose", "om de levertijd te vragen"),
        (
            "Voorkomt letsel door de ladder vast te zetten.",
            "manner",
            "door de ladder vast te zetten",
        ),
        (
            "Gebruikt hulpmiddelen (zoals een tillift) bij het tillen.",
            "example",
            "( zoals een tillift )",
        ),
        (
            "Deelt cijfers, bijvoorbeeld omzet en verloop, met het team.",
            "example",
            "bijvoorbeeld omzet en verloop",
        ),
        (
            "Meldt defecten, bijv. slechte lassen, vage geuren en lekken.",
            "example",
            "bijv. slechte lassen , vage geuren en lekken",
        ),
        ('Roept "wie wil er koffie?" in de kantine.', "quote", '" wie wil er koffie ? "'),
        ("Spreekt de chauffeur aan die te hard rijdt.", "relative", "die te hard rijdt"),
        ("Wie te laat is, meldt zich bij de balie.", "relative", "Wie te laat is"),
        ("Degene die te laat is meldt zich.", "relative", "die te laat is"),
        ("Wacht tot de klant zit.", "subordinate", "tot de klant zit"),
        ("Wacht tot de klant is geholpen.", "subordinate", "tot de klant is geholpen"),
        ("Rijdt tot de grens.", "subordinate", ""),
        (
            "Telt de kas, waarna de klant vlot betaalt.",
            "subordinate",
            "waarna de klant vlot betaalt",
        ),
    ],
)
def test_what_is_no_main_clause_is_set_apart(text: str, name: str, words: str) -> None:
    assert zone(text, "nl", name) == words
    assert len(acts(text, "nl")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Controleert of de deuren zijn gesloten.",
        "Vertelt wat de klant kan doen.",
        "Zegt nee tegen een opdracht die niet veilig is.",
        "Geeft aan wanneer een taak niet lukt.",
        "Maakt een schets om de maat te bepalen en fouten te voorkomen.",
        "Helpt collega's die een rooster maken en uren boeken.",
        'Roept "wie wil er koffie?" in de kantine.',
        "Laat de klant weten wanneer de monteur komt.",
        "Wacht tot iedereen duidelijk antwoord geeft.",
        "Stuurt een collega bij die onzorgvuldig werkt.",
        "Draagt er zorg voor dat de deur goed dicht is.",
        "Deze klant belt zij terug.",
    ],
)
def test_a_sentence_is_not_blamed_for_its_clauses(text: str) -> None:
    assert rules(text, "nl") == set()


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Weegt de koffers en plakt de labels.", ["wegen", "plakken"]),
        ("Leest de meter af en noteert de stand.", ["aflezen", "noteren"]),
        (
            "Draagt de wijk over aan de nachtdienst en meldt bijzonderheden.",
            ["overdragen", "melden"],
        ),
        ("Vraagt en geeft feedback.", ["vragen", "geven"]),
        (
            "Controleert de bestelling, boekt de factuur en betaalt de leverancier.",
            ["controleren", "boeken", "betalen"],
        ),
        ("Maak een planning en deel die met het team.", ["maken", "delen"]),
        ("Meet, zaagt en monteert de plank.", ["meten", "zagen", "monteren"]),
        ("Leest de planning en past roosters aan.", ["lezen", "aanpassen"]),
        ('Luistert naar de gast en groet "tot ziens".', ["luisteren", "groeten"]),
        ("Telt de kas, waarna zij de kluis afsluit.", ["tellen", "afsluiten"]),
        ("Telt de kas waarna de kassier het bedrag noteert.", ["tellen", "noteren"]),
        (
            "Telt de kas, waarna zij de kluis sluit en het alarm inschakelt.",
            ["tellen", "sluiten", "inschakelen"],
        ),
        ("Wacht tot de klant zit en sluit dan de deur.", ["wachten", "sluiten"]),
    ],
)
def test_two_acts_are_reported_with_each_of_them(text: str, verbs: list[str]) -> None:
    assert acts(text, "nl") == verbs
    assert "two-behaviours" in rules(text, "nl")


@pytest.mark.parametrize(
    "text",
    [
        "Weegt de koffers en de dozen.",
        "Ontvangt bezoekers en leveranciers aan de balie.",
        "Snijdt brood en kaas.",
        "Beheert en onderhoudt de machines.",
        "Bespreekt met de cliënt, diens familie en de huisarts het zorgplan.",
        "Belt niet alleen de klant maar ook de leverancier.",
    ],
)
def test_one_act_with_two_objects_is_one(text: str) -> None:
    assert rules(text, "nl") == set()


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        (
            "Plant, draait en evalueert de productierun.",
            '"Plant de productierun." | "Draait de productierun." | "Evalueert de productierun."',
        ),
        (
            "Telt de kas, waarna zij de kluis in de kelder afsluit.",
            '"Telt de kas." | "Sluit de kluis in de kelder af."',
        ),
        (
            "Telt de kas, waarna zij de kluis sluit en de kassier belt.",
            '"Telt de kas." | "Sluit de kluis." | "Belt de kassier."',
        ),
        (
            "Sleutels beheren en bezoekers inschrijven.",
            '"Sleutels beheren." | "Bezoekers inschrijven."',
        ),
    ],
)
def test_each_behaviour_is_proposed_as_a_sentence(text: str, proposal: str) -> None:
    assert advice(text, "nl", "two-behaviours").endswith(proposal)


def test_two_acts_with_a_stop_between_them_are_two_sentences() -> None:
    text = "Noteert de klacht; belt daarna de klant."
    assert "more-than-one-sentence" in rules(text, "nl")
    assert "two-behaviours" not in rules(text, "nl")


@pytest.mark.parametrize(
    ("text", "subject", "is_person"),
    [
        ("De verpleegkundige weegt de baby.", "De verpleegkundige", True),
        ("De manager bespreekt de cijfers met het team.", "De manager", True),
        ("Je weegt de baby.", "Je", True),
        ("Ik leg de planning uit.", "Ik", True),
        ("Het team wint de prijs.", "Het team", False),
        ("De klant krijgt antwoord binnen een dag.", "De klant", False),
        ("De website toont de openingstijden.", "De website", False),
        ("De klant die te laat is, krijgt een nieuwe afspraak.", "De klant", False),
        ("De monteur die dienst heeft, sluit de deur.", "De monteur", True),
        ("Wie te laat is, meldt zich bij de balie.", "Wie te laat is", False),
        ("Klanten bevelen hem aan.", "Klanten", False),
        ("De medewerkers vragen de planner om uitleg.", "De medewerkers", True),
        ("Adviezen zijn creatief.", "Adviezen", False),
    ],
)
def test_the_subject_is_the_person_or_not(text: str, subject: str, is_person: bool) -> None:  # noqa: FBT001
    sentence = analyse(text, "nl")
    assert sentence.subject is not None
    assert sentence.words(*sentence.subject) == subject
    assert sentence.subject_is_person == is_person
    assert found(text, "nl", "other-subject") == ([] if is_person else [subject])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Weegt de baby.", ["act"]),
        ("Is eerlijk.", ["copula"]),
        ("Is ingelogd om negen uur.", ["copula"]),
        ("De afspraken worden vastgelegd in het dossier.", ["passive"]),
        ("Er wordt dagelijks geveegd.", ["passive"]),
        ("Wordt door klanten gewaardeerd.", ["passive"]),
        ("Kan een pallet stapelen.", ["modal", "act"]),
        ("Dient de kas te tellen.", ["modal", "act"]),
        ("Is in staat om een team te leiden.", ["modal", "act"]),
        ("Heeft het vermogen om een team te leiden.", ["modal", "act"]),
        ("In staat om een team te leiden.", ["modal", "act"]),
        ("Het vermogen om een team te leiden.", ["nominal"]),
        ("Zal de klant bellen.", ["modal", "act"]),
        ("Beheren van voorraden.", ["nominal"]),
        ("Afspraken nakomen.", ["nominal"]),
        ("Beheer van het magazijn.", []),
        ("Kennis van Excel.", []),
        ("Analytisch vermogen.", []),
        ("Methoden beschrijven die veilig zijn.", ["nominal"]),
        ("Kenmerken en risico's beschrijven.", ["nominal"]),
        ("Beheren van voorraden binnen en buiten de stad.", ["nominal"]),
    ],
)
def test_acts_differ_in_kind(text: str, kind: list[str]) -> None:
    assert kinds(text, "nl") == kind


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Weegt de baby.", "third"),
        ("Je weegt de baby.", "you"),
        ("Ik leg de planning uit.", "first"),
        ("Leg de planning uit.", "base"),
        ("Beheren van voorraden.", "nominal"),
        ("Kennis van Excel.", "none"),
        ("Klanten bevelen hem aan.", "third"),
        ("Kaarten worden verkocht.", "third"),
    ],
)
def test_the_form_of_the_sentence(text: str, form: str) -> None:
    assert analyse(text, "nl").form == form


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Moet elke dag rapporteren.", "modal-or-future", "Moet"),
        ("Luistert niet naar klanten.", "negated-behaviour", "niet"),
        ("Vergeet de kas te tellen.", "avoidance-verb", "Vergeet"),
        ("Werkt sneller dan collega's.", "comparison", "sneller dan"),
        ("Begrijpt de procedure.", "inner-state-verb", "Begrijpt"),
        ("Denkt na over oplossingen.", "thought-or-intention", "Denkt"),
        ("Bezoekt regelmatig de afdelingen.", "vague-amount", "regelmatig"),
        ("Reageert proactief op vragen.", "vague-word", "proactief"),
        ("Zorgt dat klanten tevreden zijn.", "outcome-not-behaviour", "Zorgt dat klanten"),
        ("Toont respect aan bezoekers.", "shows-a-quality", "Toont respect"),
        ("Schakelt waar nodig een tolk in.", "escape-clause", "waar nodig"),
        ("Zij is verantwoordelijk voor de kas.", "no-behaviour-verb", "is verantwoordelijk"),
    ],
)
def test_a_finding_points_at_its_words(text: str, rule: str, words: str) -> None:
    assert found(text, "nl", rule) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Vult de kan bij.",
        "Denkt hardop tijdens de diagnose.",
        "Belt meer dan drie klanten per dag.",
        "Zorgt dat de kas klopt.",
        "Betrekt de oudere cliënt bij het plan.",
        "Stuurt het team aan op resultaat en gedrag.",
        "Zet de wagen klaar, zoals afgesproken met de planner.",
        "Meldt defecten, bijvoorbeeld slechte lassen, vage geuren en lekken.",
        "Meldt defecten, bijv. slechte lassen.",
    ],
)
def test_words_with_another_sense_are_left_alone(text: str) -> None:
    assert rules(text, "nl") == set()


@pytest.mark.parametrize(
    "text",
    [
        "De balie is open van negen tot vijf.",
        "De balie is elke dag open.",
        "Het mes is scherp.",
    ],
)
def test_of_a_thing_a_word_has_its_plain_sense(text: str) -> None:
    assert rules(text, "nl") == {"other-subject"}


def test_of_people_and_their_dealings_the_same_word_is_vague() -> None:
    assert found("Het team is open.", "nl", "vague-word") == ["open"]
    assert found("Overlegt open met het team.", "nl", "vague-word") == ["open"]


def test_what_customers_do_is_an_outcome() -> None:
    text = "Klanten bevelen hem aan."
    assert rules(text, "nl") == {"other-subject", "outcome-not-behaviour"}


@pytest.mark.parametrize(
    ("text", "ability", "reported"),
    [
        ("Het vermogen om te leiden.", "vermogen om", {"modal-or-future", "no-behaviour-verb"}),
        (
            "Vermogen om een team te leiden.",
            "Vermogen om",
            {"modal-or-future", "no-behaviour-verb"},
        ),
        ("In staat om een team te leiden.", "In staat", {"modal-or-future"}),
        ("In staat een team te leiden.", "In staat", {"modal-or-future"}),
        ("Is in staat een team te leiden.", "Is in staat", {"modal-or-future"}),
        (
            "Beschikt over het vermogen om te leiden.",
            "Beschikt over het vermogen",
            {"modal-or-future"},
        ),
    ],
)
def test_an_ability_is_no_behaviour_with_or_without_a_verb(
    text: str, ability: str, reported: set[str]
) -> None:
    assert rules(text, "nl") == reported
    assert found(text, "nl", "modal-or-future") == [ability]
    assert '"Leidt …"' in advice(text, "nl", "modal-or-future")


def test_an_ability_without_an_act_is_a_trait() -> None:
    assert rules("Analytisch vermogen.", "nl") == {"trait-or-attitude", "no-behaviour-verb"}


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("Zal de klant bellen.", "Belt"),
        ("Moet vragen en klachten behandelen.", "Behandelt"),
        ("Kan plannen.", "Plant"),
        ("Kan plannen maken.", "Maakt"),
        ("Zal kaarten in de zaal verkopen.", "Verkoopt"),
    ],
)
def test_the_advice_on_a_modal_verb_names_the_act(text: str, finite: str) -> None:
    assert f'"{finite} …"' in advice(text, "nl", "modal-or-future")


@pytest.mark.parametrize("before", ["", "- ", "• ", "1. ", "a) ", "  "])
def test_a_bullet_is_no_part_of_the_sentence(before: str) -> None:
    text = f"{before}Belt vaak met klanten."
    assert rules(text, "nl") == {"vague-amount"}
    assert found(text, "nl", "vague-amount") == ["vaak"]


@pytest.mark.parametrize("text", ["weegt de baby", "Weegt  de\tbaby .", "Weegt de baby!"])
def test_a_capital_spaces_and_stops_do_not_matter(text: str) -> None:
    assert acts(text, "nl") == ["wegen"]
    assert rules(text, "nl") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Bevordert de samenwerking tussen afdelingen.",
        "Verlaagt de kosten van het wagenpark.",
        "Wordt door anderen als deskundige gezien.",
        "Maakt dat mensen zich welkom voelen.",
        "Helpt anderen om te groeien.",
    ],
)
def test_an_effect_on_others_is_no_behaviour(text: str) -> None:
    assert "outcome-not-behaviour" in rules(text, "nl")


@pytest.mark.parametrize(
    "text",
    [
        "Legt de strategische keuze voor aan de directie.",
        "Toetst aantoonbaar aan de norm.",
        "Werkt met gevoelige dossiers.",
        "Noemt open punten in het verslag.",
    ],
)
def test_a_word_that_tells_which_is_not_vague(text: str) -> None:
    assert "vague-word" not in rules(text, "nl")
