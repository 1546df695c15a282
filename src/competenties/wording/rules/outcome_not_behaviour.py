"""An effect on others or on the organisation instead of behaviour."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit_on
from competenties.wording.house import House
from competenties.wording.phrases import verb_phrase
from competenties.wording.sentence import Act, Sentence
from competenties.wording.word_lists import words

RULE = Rule(
    name="outcome-not-behaviour",
    category="outcome_not_behaviour",
    severity="warning",
    title=Phrase(nl="Resultaat buiten eigen invloed", en="Outcome, not behaviour"),
    message=Phrase(
        nl='"{found}" hangt ook van anderen af.',
        en='"{found}" also depends on others.',
    ),
    advice=Phrase(
        nl="Wat doet iemand zelf om dit te bereiken? Schrijf dat; het resultaat hoort bij de doelen.",
        en="What does the person do to get there? Write that; the result belongs with the goals.",
    ),
    why=Phrase(
        nl="Omzet, sfeer of vertrouwen hangen ook af van de markt, het team en geluk. Wie goed werk doet in "
        "een slecht jaar, krijgt dan een lage score (Luken over wat meetbaar is).",
        en="Revenue, atmosphere or trust also depend on the market, the team and luck. Somebody who does "
        "good work in a bad year then gets a low score.",
    ),
    examples={
        "nl": Examples(
            wrong=(
                "Vergroot de betrokkenheid.",
                "Haalt de omzetdoelen.",
                "Zorgt dat huurders blij zijn.",
            ),
            right=(
                "Vraagt huurders elk jaar om een cijfer.",
                "Levert het omzetrapport op dag drie.",
                "Verhoogt de bandspanning tot 2,4 bar.",
            ),
        ),
        "en": Examples(
            wrong=("Raises engagement.", "Hits sales targets.", "Makes sure tenants are happy."),
            right=(
                "Asks tenants for a yearly rating.",
                "Delivers the sales report on day three.",
                "Raises the tyre pressure to 2.4 bar.",
            ),
        ),
    },
)

_ENSURING = frozenset(["zorgen", "waarborgen", "bewerkstelligen", "ensure", "assure"])


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield acts that are an effect: by their verb, or by a change verb with an effect noun."""
    del house
    for act in sentence.acts:
        words = (
            verb_phrase(sentence, act, "effect_verbs")
            or _effect(sentence, act)
            or _moved_others(sentence, act)
        )
        if words and not _is_of_document(sentence, words):
            yield hit_on(sentence, words)
    subject = _satisfied_others(sentence)
    if subject:
        yield hit_on(sentence, subject)


_DOCUMENTS = frozenset(
    [
        *("report", "reports", "figures", "forecast", "forecasts", "survey", "surveys", "sheet"),
        *("dashboard", "dashboards", "slides", "invoice", "invoices", "ledger", "spreadsheet"),
    ]
)
"""What makes of the word before it a thing that is drawn up: "the sales report"."""


def _is_of_document(sentence: Sentence, places: list[int]) -> bool:
    following = sentence.tokens[max(places) + 1 : max(places) + 2]
    return any(token.low in _DOCUMENTS for token in following)


def _effect(sentence: Sentence, act: Act) -> list[int]:
    """Return a change verb with its effect noun, or "ensures that" with somebody else's state."""
    words = verb_phrase(sentence, act, "change_verbs")
    if not words:
        return []
    if act.lemma in _ENSURING or verb_phrase(sentence, act, "ensuring_verbs"):
        state = _state_of_others(sentence, act)
        if state:
            return [*words, *state]
    for at in sentence.main(act.verb + 1, act.end):
        tags = sentence.tokens[at].word.tags
        if "effect_nouns" in tags and not _is_part_of_noun(sentence, at):
            return [*words, at]
        if "preposition" in tags and sentence.tokens[at].low not in (
            "aan",
            "voor",
            "van",
            "in",
            "of",
            "for",
            "to",
        ):
            break
    return []


_OTHERS = frozenset(["others", "people", "everyone", "everybody", "anderen", "mensen", "iedereen"])
_LIVING = frozenset(["person_words", "client_words", "group_words"])


def _moved_others(sentence: Sentence, act: Act) -> list[int]:
    """Return what others come to do: "helps others to grow", "gets the team to perform"."""
    if verb_phrase(sentence, act, "moving_verbs") is None:
        return []
    thriving = words(sentence.language, "thriving_verbs")
    near = range(act.verb + 1, min(act.end, act.verb + _NEAR))
    who = next((at for at in near if _is_somebody(sentence, at)), None)
    if who is None:
        return []
    for at in near:
        word = sentence.tokens[at].word
        if at > who and {word.infinitive, word.base} & thriving:
            return [act.verb, who, at]
    return []


_NEAR = 6


def _is_somebody(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.low in _OTHERS or bool(token.word.tags & _LIVING)


def _is_part_of_noun(sentence: Sentence, at: int) -> bool:
    """Tell whether another noun follows: "a safety standard" is no effect."""
    if sentence.language != "en" or at + 1 >= len(sentence.tokens):
        return False
    after = sentence.tokens[at + 1].word
    small = {
        "preposition",
        "coordinator",
        "adverb",
        "determiner",
        "pronoun",
        "that",
        "to",
        "question",
        "particle",
    }
    is_small = after.tags & (
        small | {"subordinator", "maybe_clause", "vague_words", "effect_nouns"}
    )
    return after.is_word and not is_small and not after.gerund


def _state_of_others(sentence: Sentence, act: Act) -> list[int]:
    """Return the subject of "dat klanten …" or "that others …" when it is somebody else."""
    inside = [
        at
        for at in range(act.verb + 1, act.end)
        if sentence.zones[at] in ("subordinate", "relative") and sentence.tokens[at].word.is_word
    ]
    for at in inside[:5] or _stated(sentence, act) or _everyone(sentence, act):
        tags = sentence.tokens[at].word.tags
        if tags & {"subject"} and sentence.tokens[at].low not in ("zij", "ze", "they"):
            return []
        if tags & (_LIVING | {"effect_nouns"}) or sentence.tokens[at].low in _OTHERS:
            return [at]
    return []


def _stated(sentence: Sentence, act: Act) -> list[int]:
    """Return who is named in a clause without "that": "ensures customers are satisfied"."""
    near = sentence.main(act.verb + 1, act.end)[:2]
    words = [sentence.tokens[at].word for at in near]
    is_clause = act.lemma in ("ensure", "guarantee") and words[-1:] != words[:1]
    is_state = is_clause and words[1].low in ("are", "feel", "stay")
    is_somebody = is_state and not words[0].tags & {"subject", "pronoun"}
    return near[:1] if is_somebody else []


def _everyone(sentence: Sentence, act: Act) -> list[int]:
    """Return "everyone" in a clause without "that": "makes sure everyone feels included"."""
    near = [at for at in range(act.verb + 1, act.end) if sentence.tokens[at].word.is_word][:4]
    return [at for at in near if sentence.tokens[at].low in ("everyone", "everybody")]


def _satisfied_others(sentence: Sentence) -> list[int]:
    """Return the subject of a sentence about what customers or a team come to do or feel."""
    if sentence.subject is None or sentence.subject_is_person:
        return []
    verb = sentence.acts[0]
    if verb.kind == "passive":
        done = [sentence.tokens[at].word for at in sentence.main(verb.verb + 1, verb.end)]
        changed = words(sentence.language, "outcome_of_others")
        is_effect = any(word.participle in changed for word in done if word.participle)
        return [sentence.subject[0], verb.verb] if is_effect else []
    if verb_phrase(sentence, verb, "outcome_of_others"):
        return [sentence.subject[0], verb.verb]
    return []
