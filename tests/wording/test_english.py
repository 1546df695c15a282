"""English sentences taken apart: verbs, clauses, subjects, and what a reader is told of them."""

import pytest
from sentences import acts, advice, found, kinds, rules, zone

from competenties.wording import analyse


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Fills in the logbook after each round.", "fill"),
        ("Hands the keys over to the night porter.", "hand"),
        ("Before opening, counts the float.", "count"),
        ("When the till jams, calls the help desk.", "call"),
        ("On Mondays she explains the rota.", "explain"),
        ("Has counted the till by ten.", "count"),
        ("Books an interpreter for each hearing.", "book"),
        ("Refills the can.", "refill"),
        ('Answers "I don\'t know" when that is so.', "answer"),
        ("Reports: 'the gate is shut' to the guard.", "report"),
        ('Answer "I will find out" on the phone.', "answer"),
    ],
)
def test_the_verb_is_found_wherever_it_stands(text: str, verb: str) -> None:
    assert acts(text, "en") == [verb]
    assert rules(text, "en") == set()


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Asks whether the tenant has read the letter.",
            "subordinate",
            "whether the tenant has read the letter",
        ),
        ("Notes which guests have an allergy.", "subordinate", "which guests have an allergy"),
        ("When the till jams, calls the desk.", "subordinate", "When the till jams"),
        ("Helps colleagues who plan shifts.", "relative", "who plan shifts"),
        ("Calls the supplier to check the delivery date.", "purpose", "to check the delivery date"),
        ("Prevents injury by securing the ladder.", "manner", "by securing the ladder"),
        ("Uses aids (such as a hoist) with care.", "example", "( such as a hoist )"),
        ("Shares figures, for example sales, with the team.", "example", "for example sales"),
        ("Reports defects, e.g. poor welds.", "example", "e.g. poor welds"),
        ('Says "who wants coffee?" to visitors.', "quote", '" who wants coffee ? "'),
        ("The nurse who is late calls the ward.", "relative", "who is late"),
        (
            "Counts the till, after which the client pays promptly.",
            "relative",
            "which the client pays promptly",
        ),
    ],
)
def test_what_is_no_main_clause_is_set_apart(text: str, name: str, words: str) -> None:
    assert zone(text, "en", name) == words


@pytest.mark.parametrize(
    "text",
    [
        "Checks whether the doors are locked.",
        "Tells the client what they can do.",
        "Declines an order that is not safe.",
        "Draws a sketch to fix the size and avoid mistakes.",
        "Helps colleagues who plan shifts and book hours.",
        "Puts out cones so that cyclists can pass.",
        "Lets the client know when the fitter comes.",
        "Informs tenants of repairs they cannot see.",
        "Listens to the caller before offering a solution.",
    ],
)
def test_a_sentence_is_not_blamed_for_its_clauses(text: str) -> None:
    assert len(acts(text, "en")) == 1
    assert not rules(text, "en") - {"avoidance-verb"}


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Weighs the bags and sticks on the labels.", ["weigh", "stick"]),
        ("Reads the meter and notes the figure.", ["read", "note"]),
        ("Asks questions and summarises answers.", ["ask", "summarise"]),
        ("Asks for and gives feedback.", ["ask", "give"]),
        ("Loads the van, then signs the list.", ["load", "sign"]),
        ("Checks the order, books the invoice and pays the supplier.", ["check", "book", "pay"]),
        ("You weigh the baby and record the result.", ["weigh", "record"]),
        ("Plan the week and share the plan.", ["plan", "share"]),
        ("Cleans filters and orders new parts.", ["clean", "order"]),
        ("Greets guests and issues passes.", ["greet", "issue"]),
        ("Checks parcels and records damaged boxes.", ["check", "record"]),
        ("Answers phones and offers advice.", ["answer", "offer"]),
        ("Cuts samples and labels 20 bottles.", ["cut", "label"]),
        ("Reads the form and notes 'seen' on it.", ["read", "note"]),
        ("You check parcels and order new tape.", ["check", "order"]),
        ("Counts the till, then reports.", ["count", "report"]),
        ("Counts the till, after which she closes the safe.", ["count", "close"]),
        ("Counts the till after which the cashier closes the safe.", ["count", "close"]),
        ("Counts the till and then closes the safe.", ["count", "close"]),
    ],
)
def test_two_acts_are_reported_with_each_of_them(text: str, verbs: list[str]) -> None:
    assert acts(text, "en") == verbs
    assert "two-behaviours" in rules(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Weighs the bags and the boxes.",
        "Welcomes visitors and suppliers at the desk.",
        "Cuts bread and cheese.",
        "Maintains and repairs the machines.",
        "Discusses the care plan with the client, their family and the GP.",
        "Calls not only the client but also the supplier.",
        "Trains staff in lifting and carrying.",
        "Answers questions and emails from tenants.",
        "Answers calls and messages.",
        "Handles orders, returns and complaints.",
        "Collects forms and permits signed by the chair.",
        "Reviews policies and controls new to the team.",
        "Reviews risks and controls each quarter.",
        "Answers questions and requests customers make by phone.",
        "Supports colleagues and partners who need help.",
        "Signs leases and contracts up to 500 euros.",
        "Leads teams and projects by phone.",
        "Onboards / mentors new engineers.",
    ],
)
def test_one_act_with_two_objects_is_one(text: str) -> None:
    assert rules(text, "en") == set()


def test_two_acts_with_a_stop_between_them_are_two_sentences() -> None:
    text = "Notes the complaint; then calls the client."
    assert "more-than-one-sentence" in rules(text, "en")
    assert "two-behaviours" not in rules(text, "en")


@pytest.mark.parametrize(
    ("text", "subject", "is_person"),
    [
        ("The nurse weighs the baby.", "The nurse", True),
        ("The manager discusses the figures with the team.", "The manager", True),
        ("You weigh the baby.", "You", True),
        ("I explain the rota to new staff.", "I", True),
        ("The team wins the prize.", "The team", False),
        ("The customer receives an answer within a day.", "The customer", False),
        ("The desk is open from nine to five.", "The desk", False),
        ("The porter who is on duty calls the guard.", "The porter", True),
        ("Anyone who is late reports to the desk.", "Anyone", False),
        ("Anyone who finds a fault reports it to the desk.", "Anyone", False),
        ("Visitors who arrive early wait in the hall.", "Visitors", False),
        ("Whoever opens the gate signs the list.", "Whoever opens the gate", False),
        ("The team that wins gets a prize.", "The team", False),
        ("The system emails the invoice.", "The system", False),
    ],
)
def test_the_subject_is_the_person_or_not(text: str, subject: str, is_person: bool) -> None:  # noqa: FBT001
    sentence = analyse(text, "en")
    assert sentence.subject is not None
    assert sentence.words(*sentence.subject) == subject
    assert sentence.subject_is_person == is_person
    assert found(text, "en", "other-subject") == ([] if is_person else [subject])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Weighs the baby.", ["act"]),
        ("Is honest.", ["copula"]),
        ("The agreements are recorded in the file.", ["passive"]),
        ("Is appreciated by customers.", ["passive"]),
        ("Has the alarm tested twice a year.", ["act"]),
        ("Can stack a pallet.", ["modal", "act"]),
        ("Needs to count the till.", ["modal", "act"]),
        ("Is able to lead a team.", ["modal", "act"]),
        ("Is capable of leading a team.", ["modal", "act"]),
        ("Has the ability to lead a team.", ["modal", "act"]),
        ("Able to lead a team.", ["modal", "act"]),
        ("Ability to lead a team.", ["nominal"]),
        ("Managing stock.", ["nominal"]),
        ("Management of the warehouse.", []),
        ("Knowledge of Excel.", []),
    ],
)
def test_acts_differ_in_kind(text: str, kind: list[str]) -> None:
    assert kinds(text, "en") == kind


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Weighs the baby.", "third"),
        ("You weigh the baby.", "you"),
        ("I explain the rota.", "first"),
        ("Explain the rota to new staff.", "base"),
        ("Managing stock.", "nominal"),
        ("Knowledge of Excel.", "none"),
    ],
)
def test_the_form_of_the_sentence(text: str, form: str) -> None:
    assert analyse(text, "en").form == form


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Must report every day.", "modal-or-future", "Must"),
        ("Does not listen to clients.", "negated-behaviour", "not"),
        ("Fails to count the till.", "avoidance-verb", "Fails"),
        ("Works faster than colleagues.", "comparison", "faster than"),
        ("Understands the procedure.", "inner-state-verb", "Understands"),
        ("Thinks about solutions.", "thought-or-intention", "Thinks"),
        ("Regularly visits the departments.", "vague-amount", "Regularly"),
        ("Responds proactively to questions.", "vague-word", "proactively"),
        ("Increases sales.", "outcome-not-behaviour", "Increases sales"),
        ("Shows respect to visitors.", "shows-a-quality", "Shows respect"),
        ("Books an interpreter where needed.", "escape-clause", "where needed"),
        ("She is responsible for the till.", "no-behaviour-verb", "is responsible"),
    ],
)
def test_a_finding_points_at_its_words(text: str, rule: str, words: str) -> None:
    assert found(text, "en", rule) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Thinks aloud during the diagnosis.",
        "Calls more than three clients a day.",
        "Ensures that the till is correct.",
        "Makes sure the door is shut.",
        "Involves the older client in the plan.",
        "Has the alarm tested twice a year.",
    ],
)
def test_words_with_another_sense_are_left_alone(text: str) -> None:
    assert rules(text, "en") == set()


@pytest.mark.parametrize(
    ("text", "ability", "reported"),
    [
        ("Ability to lead a team.", "Ability to", {"modal-or-future", "no-behaviour-verb"}),
        ("The ability to lead a team.", "ability to", {"modal-or-future", "no-behaviour-verb"}),
        ("Able to lead a team.", "Able to", {"modal-or-future"}),
        ("Capable of leading a team.", "Capable of", {"modal-or-future"}),
        ("Possesses the ability to lead.", "Possesses the ability to", {"modal-or-future"}),
    ],
)
def test_an_ability_is_no_behaviour_with_or_without_a_verb(
    text: str, ability: str, reported: set[str]
) -> None:
    assert rules(text, "en") == reported
    assert found(text, "en", "modal-or-future") == [ability]
    assert '"Leads …"' in advice(text, "en", "modal-or-future")


def test_an_ability_without_an_act_is_a_trait() -> None:
    assert rules("Analytical ability.", "en") == {"trait-or-attitude", "no-behaviour-verb"}


@pytest.mark.parametrize(
    "text",
    [
        "Reports defects, for example poor welds and vague smells.",
        "Reports defects, e.g. poor welds.",
        "Gives feedback, for instance on clear writing.",
        "Uses tools such as holistic agile roadmaps.",
    ],
)
def test_examples_are_not_judged(text: str) -> None:
    assert rules(text, "en") == set()


def test_what_follows_the_examples_is_judged() -> None:
    text = "For example, writes clear mails."
    assert found(text, "en", "vague-word") == ["clear"]


def test_a_proposal_ends_before_the_words_that_joined_the_acts() -> None:
    text = "Counts the till and then closes the safe."
    said = advice(text, "en", "two-behaviours")
    assert said.endswith('"Counts the till." | "Closes the safe."')


@pytest.mark.parametrize("before", ["", "- ", "• ", "1. ", "a) ", "  "])
def test_a_bullet_is_no_part_of_the_sentence(before: str) -> None:
    text = f"{before}Calls clients often."
    assert rules(text, "en") == {"vague-amount"}
    assert found(text, "en", "vague-amount") == ["often"]


@pytest.mark.parametrize("text", ["weighs the baby", "Weighs  the\tbaby .", "Weighs the baby!"])
def test_a_capital_spaces_and_stops_do_not_matter(text: str) -> None:
    assert acts(text, "en") == ["weigh"]
    assert rules(text, "en") == set()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Seeks to understand why a tenant is late.", "thought-or-intention"),
        ("Places the needs of the child first.", "inner-state-verb"),
        ("Is a role model for new starters.", "inner-state-verb"),
        ("Is prepared to compromise.", "inner-state-verb"),
        ("Sets aside personal preferences.", "inner-state-verb"),
        ("Helps others to succeed.", "outcome-not-behaviour"),
        ("Gets the team to perform.", "outcome-not-behaviour"),
        ("Makes sure everyone feels included.", "outcome-not-behaviour"),
        ("Raises awareness of mental health.", "outcome-not-behaviour"),
        ("Grows the customer base.", "outcome-not-behaviour"),
        ("Leverages the partner network.", "jargon"),
        ("Moves the needle on waste.", "jargon"),
        ("Works beyond the current grade.", "comparison"),
        ("Takes service to the next level.", "comparison"),
    ],
)
def test_a_field_of_meaning_is_found_and_not_one_word(text: str, rule: str) -> None:
    assert rule in rules(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Drives the van to the depot at six.",
        "Generates the sales report each Friday.",
        "Puts the heaviest box on the pallet first.",
        "Focuses the camera before each scan.",
        "Helps a resident out of the bath.",
        "Writes the end to end tests of a release.",
        "Explains what the Net Promoter Score (NPS) measures.",
        "Keeps the door open for the porter.",
    ],
)
def test_the_same_words_may_name_something_to_be_seen(text: str) -> None:
    assert rules(text, "en") == set()


def test_an_attitude_in_the_form_of_a_passive_is_no_passive() -> None:
    assert rules("Is prepared to compromise.", "en") == {"inner-state-verb"}
    assert "passive-voice" in rules("The till is counted at ten.", "en")


def test_jargon_of_more_words_is_pointed_at_as_a_whole() -> None:
    assert found("Offers thought leadership to banks.", "en", "jargon") == ["thought leadership"]
