"""How many behaviours a sentence holds: two stages of work, and acts that are no finite verb."""

import pytest
from sentences import advice, found, rules

from competenties.messages import Language
from competenties.wording import analyse
from competenties.wording.behaviours import behaviours


def counted(text: str, language: Language) -> list[str]:
    """Return the verbs of the behaviours that count."""
    return [act.lemma for act in behaviours(analyse(text, language))]


@pytest.mark.parametrize(
    ("text", "language", "verbs"),
    [
        ("Ontwerpt en plaatst de bebording.", "nl", ["ontwerpen"]),  # no stage known: one
        ("Ontwerpt en bestelt de bebording.", "nl", ["ontwerpen", "bestellen"]),
        ("Verzamelt en analyseert metingen.", "nl", ["verzamelen", "analyseren"]),
        ("Ontwikkelt en bouwt prototypes.", "nl", ["ontwikkelen"]),
        ("Onderhoudt en repareert de pompen.", "nl", ["onderhouden"]),
        ("Toetsen en vastleggen van wensen.", "nl", ["toetsen", "vastleggen"]),
        ("Collects and compares quotes.", "en", ["collect", "compare"]),
        ("Drafts and revises letters.", "en", ["draft"]),
        ("Coaches and mentors apprentices.", "en", ["coach"]),
        ("Tests and installs valves.", "en", ["test", "install"]),
    ],
)
def test_two_stages_of_work_are_two_behaviours(
    text: str, language: Language, verbs: list[str]
) -> None:
    assert counted(text, language) == verbs


@pytest.mark.parametrize(
    ("text", "language", "verbs"),
    [
        ("Kan de rit plannen en de chauffeur bellen.", "nl", ["plannen", "bellen"]),
        (
            "Is in staat om een dossier te lezen en een brief te schrijven.",
            "nl",
            ["lezen", "schrijven"],
        ),
        ("Kan op tijd handelen en werken in een loods.", "nl", ["handelen"]),
        ("Kan iets vertellen over het nut van meten en wegen.", "nl", ["vertellen"]),
        ("Kan zijn ploeg naar huis sturen.", "nl", ["sturen"]),
        ("Is able to load the van and drive the route.", "en", ["load", "drive"]),
        ("Is able to load the van and to drive the route.", "en", ["load", "drive"]),
        ("Is able to name the parts and tools of a lathe.", "en", ["name"]),
    ],
)
def test_what_stands_under_one_modal_verb_is_counted(
    text: str, language: Language, verbs: list[str]
) -> None:
    assert counted(text, language) == verbs


@pytest.mark.parametrize(
    ("text", "language", "verbs"),
    [
        (
            "Helpt de stagiair om een plan te maken en een verslag te schrijven.",
            "nl",
            ["maken", "schrijven"],
        ),
        ("Zorgt voor het bestellen en verdelen van werkkleding.", "nl", ["bestellen", "verdelen"]),
        ("Zorgt voor koffie en thee.", "nl", ["zorgen"]),
        ("Helps pupils to plan a trip and to keep a diary.", "en", ["plan", "keep"]),
        ("Helps pupils to plan a trip.", "en", ["help"]),
        ("Looks after ordering and storing the paint.", "en", ["order", "store"]),
        ("Looks after the bikes and scooters.", "en", ["look"]),
        ("Responsible for buying and inspecting tyres.", "en", ["buy", "inspect"]),
        ("Supports others in fixing simple and challenging faults.", "en", ["support"]),
    ],
)
def test_acts_behind_a_light_verb_are_counted(
    text: str, language: Language, verbs: list[str]
) -> None:
    assert counted(text, language) == verbs


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Begeleidt de leerling (observeert en beoordeelt).", "nl", 2),
        ("Begeleidt de leerling (op maandag en vrijdag).", "nl", 1),
        ("Supports the ward (orders and restocks).", "en", 2),
        ("Supports the ward (nights and weekends).", "en", 1),
        ("Repairs the lift, keeping the tenants informed.", "en", 2),
        ("Repairs the lift, using the manual of the maker.", "en", 1),
    ],
)
def test_acts_in_brackets_and_behind_a_comma_are_counted(
    text: str, language: Language, count: int
) -> None:
    assert len(counted(text, language)) == count


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Registratie van klachten & opvolging", "nl", 2),
        ("Controle van de facturen", "nl", 0),
        ("Leiding geven aan of meewerken aan de proef", "nl", 2),
        ("Ownership of the stock & scheduling", "en", 2),
        ("Fault finding / repair, and documentation", "en", 3),
        ("Knowledge of tools and materials", "en", 0),
    ],
)
def test_nouns_of_a_fragment_are_counted(text: str, language: Language, count: int) -> None:
    assert len(counted(text, language)) == count


def test_acts_under_a_modal_verb_are_proposed_with_their_objects() -> None:
    said = advice("Kan de rit plannen en in de loods werken.", "nl", "two-behaviours")
    assert '"Plant de rit." | "Werkt in de loods."' in said


@pytest.mark.parametrize(
    "text",
    [
        "Je telt de kas; daarnaast beheer je de sleutels.",
        "Telt de kas; daarnaast beheert hij de sleutels.",
    ],
)
def test_a_clause_with_its_subject_behind_the_verb_is_one_more(text: str) -> None:
    assert counted(text, "nl") == ["tellen", "beheren"]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Reageert op een volwassen manier.", "nl", ["op een volwassen manier"]),
        ("Reageert op een andere manier.", "nl", []),
        ("Reageert op een schriftelijke wijze.", "nl", []),
        ("Replies in a flippant manner.", "en", ["in a flippant manner"]),
        ("Replies in the same way.", "en", []),
        ("Meets porters to smoothly hand over the ward.", "en", ["smoothly"]),
    ],
)
def test_a_manner_that_is_judged_is_vague(text: str, language: Language, words: list[str]) -> None:
    assert found(text, language, "vague-word") == words


@pytest.mark.parametrize(
    ("text", "language", "rule"),
    [
        ("Neemt signalen van onrust waar.", "nl", "thought-or-intention"),
        ("Ziet buren als bondgenoten.", "nl", "thought-or-intention"),
        ("Heeft oog voor wie stil is.", "nl", "inner-state-verb"),
        ("Weet te schakelen tussen talen.", "nl", "modal-or-future"),
        ("Bevoegd gezag kan de weg sluiten.", "nl", "other-subject"),
        ("De plannen sluiten aan bij de visie.", "nl", "other-subject"),
        ("Besluiten zijn gemotiveerd met cijfers.", "nl", "passive-voice"),
        ("Keeps up to date with the trade press.", "en", "inner-state-verb"),
        ("Because of this porter, parcels go out on time.", "en", "other-subject"),
        ("Letters get answered.", "en", "passive-voice"),
        ("Is aware that porters run extra risks and tells them.", "en", "two-behaviours"),
        ("Sees to it that savings are booked.", "en", "outcome-not-behaviour"),
    ],
)
def test_a_construction_is_reported_by_its_rule(text: str, language: Language, rule: str) -> None:
    assert rule in rules(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Keeps the rota up to date.", "en"),
        ("Records everything he or she hears.", "en"),
        ("Thanks the porter after the shift.", "en"),
        ("Ziet de huurder elke week.", "nl"),
        ("Vraagt de huurder waar de lekkage zit.", "nl"),
    ],
)
def test_a_look_alike_is_left_alone(text: str, language: Language) -> None:
    assert rules(text, language) <= {"gendered-wording"}
