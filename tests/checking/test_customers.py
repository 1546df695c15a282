"""Which customers a sentence is about, and when a competence sees only colleagues."""

import pytest
from made_frameworks import competence, framework, rules_found

from competenties.checking.customers import customers_in
from competenties.model.settings import Settings

RULE = "internal-customer-only"
INTERNAL = [
    ["Beantwoordt vragen van collega's binnen een dag.", "Noemt de afdeling een datum."],
    ["Meet de tevredenheid van medewerkers.", "Bespreekt de uitkomst met het managementteam."],
]


@pytest.mark.parametrize(
    ("text", "internal", "external"),
    [
        ("Belt de klant terug", False, True),
        ("Belt de interne klant terug", True, False),
        ("Helpt klanten binnen de organisatie", True, False),
        ("Ziet collega's als klant", True, False),
        ("Vraagt de collega voor welke klant het werk is", True, True),
        ("Meet klanttevredenheid onder medewerkers", True, False),
        ("Helpt de patiënt", False, True),
        ("Telt de voorraad", False, False),
    ],
)
def test_dutch_words(text: str, internal: bool, external: bool) -> None:  # noqa: FBT001
    found = customers_in(text, "nl")
    assert (found.names_internal, found.names_external) == (internal, external)


@pytest.mark.parametrize(
    ("text", "internal", "external"),
    [
        ("Calls the customer back", False, True),
        ("Asks internal clients for a rating", True, False),
        ("Treats colleagues as customers", True, False),
        ("Serves customers within the organisation", True, False),
        ("Asks the colleague which tenant the work is for", True, True),
        ("Signs an agreement with each business unit", True, False),
    ],
)
def test_english_words(text: str, internal: bool, external: bool) -> None:  # noqa: FBT001
    found = customers_in(text, "en")
    assert (found.names_internal, found.names_external) == (internal, external)


def test_a_competence_that_claims_customers_and_has_only_colleagues() -> None:
    assert RULE in rules_found(framework(competence("dienst", "Dienstverlening", INTERNAL)))


def test_a_competence_that_never_claims_customers_is_left_alone() -> None:
    assert RULE not in rules_found(framework(competence("ict", "Systeembeheer", INTERNAL)))


@pytest.mark.parametrize(
    ("audience", "is_found"), [("internal", True), ("external", False), ("chain", False)]
)
def test_the_audience_of_an_indicator_counts(audience: str, is_found: bool) -> None:  # noqa: FBT001
    data = competence("dienst", "Klantgerichtheid", INTERNAL)
    data["levels"][0]["indicators"][0]["audience"] = audience
    assert (RULE in rules_found(framework(data))) == is_found


def test_an_internal_audience_makes_a_customer_internal() -> None:
    data = competence("dienst", "Klantgerichtheid", [["Belt de klant terug.", "Helpt de klant."]])
    assert RULE not in rules_found(framework(data))
    for one in data["levels"][0]["indicators"]:
        one["audience"] = "internal"
    assert RULE in rules_found(framework(data))


def test_an_own_word_for_the_customer_is_a_customer_outside() -> None:
    data = competence(
        "dienst", "Dienstverlening", [*INTERNAL, ["Vraagt wat de kijker ervan merkt."]]
    )
    settings = Settings.model_validate({"check": {"customer_words": ["Kijker"]}})
    assert RULE in rules_found(framework(data))
    assert RULE not in rules_found(framework(data), settings=settings)
