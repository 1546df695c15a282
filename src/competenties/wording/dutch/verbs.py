"""Tells which words of a Dutch sentence are finite verbs, by form and by what stands beside them."""

from collections.abc import Sequence

from competenties.wording.dutch.words import verbs
from competenties.wording.row import Row
from competenties.wording.sentence import Act, Word

PLURALS = frozenset(["zijn", "worden", "hebben"])
LIGHT = frozenset(
    [
        "adverb",
        "then",
        "subject",
        "reflexive",
        "there",
        "vague_words",
        "vague_amounts",
        "negation_words",
    ]
)
"""Words that may stand between "en" and the verb that it joins."""

_WE = frozenset(["wij", "we", "ze", "zij", "jullie"])
_YOU = frozenset(["je", "jij"])
_MODALS = frozenset(["kan", "mag", "wil", "zal"])
_PASSIVES = frozenset(["worden", "wordt", "is", "zijn"])
_AFTER_VERB = frozenset(
    ["determiner", "preposition", "subject", "reflexive", "adverb", "pronoun", "question", "that"]
)
_NEEDED = frozenset(
    ["nodig", "mogelijk", "gewenst", "relevant", "noodzakelijk", "passend", "vereist"]
)
_BEFORE_NEEDED = frozenset(["waar", "indien", "wanneer", "als", "zo", "zoveel", "voor", "daar"])
_ANIMATE = frozenset(["person_words", "client_words", "group_words"])
_OBJECTS = frozenset(["hem", "haar", "ons", "hen"])
_LONG_SUBJECT = 4
_LONG_START = 6
_NEAR = 11
_FAR = 15
_BEFORE_NOUN = frozenset(["determiner", "preposition"])


class Verbs:
    """The finite verbs of a sentence; `acts` are those of the main clauses found so far."""

    def __init__(self, row: Row, acts: Sequence[Act]) -> None:
        """Keep what the verbs are looked for in."""
        self._row = row
        self._acts = acts
        self._passed = 0

    def is_finite(self, at: int) -> bool:
        """Tell whether a word reads as a finite verb, whatever the clause."""
        word, before = self._row.word(at), self._row.tags(at - 1)
        if not word.finite or "noun_only" in word.tags:
            return False
        if "determiner" in before and not before & {"subject", "pronoun"}:
            return False
        is_homograph = "homograph" in word.tags
        return not (is_homograph and before & {"preposition", "determiner", "vague_words"})

    def is_first(self, at: int) -> bool:
        """Tell whether a word is the first finite verb of the main clause."""
        word, before = self._row.word(at), self._row.word(at - 1)
        count = self._passed
        if not count:
            return self._opens_sentence(at)
        if word.low in PLURALS or (before.low in _WE and word.infinitive):
            return self._is_plural(at)
        if word.finite:
            return self._is_finite_after(at, before)
        if before.low == "ik" and word.base:
            return True
        return self._is_plural_act(at, count)

    def pass_by(self, at: int) -> None:
        """Note a word of the main clause that comes before the first verb."""
        self._passed += self._row.word(at).is_word

    def is_joined(self, at: int, joint: int) -> bool:
        """Tell whether a word after "en" or a mark is one more finite verb."""
        word = self._row.word(at)
        if word.low in PLURALS:
            return False
        if self._is_inverted(at):
            return True
        if not word.finite:
            return self._is_order(at)
        if not self.is_finite(at):
            return False
        if "homograph" not in word.tags:
            return True
        is_choice = "or" in self._row.tags(joint)  # "opdracht of besluit"
        after = self._row.tags(at + 1) & _AFTER_VERB
        has_object = bool(after) or self._row.is_quoted(at + 1) or self._has_particle(at)
        return not is_choice and has_object

    def _is_inverted(self, at: int) -> bool:
        """Tell whether "je" follows the verb that it goes with: "daarnaast beheer je de kas"."""
        after = self._row.low(at + 1)
        return bool(self._row.word(at).base) and after in _YOU and bool(self._acts)

    def _has_particle(self, at: int) -> bool:
        """Tell whether the particle of a separable verb ends the clause: "past roosters aan"."""
        for place in range(at + 1, at + 1 + _NEAR):
            if self._row.is_mark(place) or "coordinator" in self._row.tags(place):
                return False
            if (self._row.low(place), self._row.word(at).finite) in verbs().separable:
                return not self._row.word(place + 1).is_word or "coordinator" in self._row.tags(
                    place + 1
                )
        return False

    def is_new_clause(self, at: int, joint: int) -> bool:
        """Tell whether a clause with its own subject was joined: "… en tekorten worden gemeld"."""
        word = self._row.word(at)
        if word.low not in _PASSIVES or joint <= self._acts[-1].verb:
            return False
        if not 0 < at - joint - 1 <= _LONG_SUBJECT or "preposition" in self._row.tags(joint + 1):
            return False
        return word.low != "zijn" or self._is_plural(at)

    def is_light(self, at: int) -> bool:
        """Tell whether a word may stand between "en" and the verb that it joins."""
        return bool(self._row.tags(at) & LIGHT) or self.in_escape(at)

    def in_escape(self, at: int) -> bool:
        """Tell whether a word is part of "waar nodig", "indien mogelijk" and the like."""
        low = self._row.low(at)
        return low in _NEEDED or (low in _BEFORE_NEEDED and self._row.low(at + 1) in _NEEDED)

    def subject_length(self, at: int) -> int:
        """Return how many words name the person here: "zij", "de medewerker"; 0 when they do not."""
        tags, after = self._row.tags(at), self._row.tags(at + 1)
        if "subject" in tags and "determiner" not in tags:
            return 1
        is_person = "person_words" in after and not after & {"client_words", "group_words"}
        if "determiner" in tags and is_person:
            return 2
        return int(self._row.low(at) == "je")

    def _opens_sentence(self, at: int) -> bool:
        """Tell whether a sentence starts with this verb: in the third person, or as an order."""
        word, after = self._row.word(at), self._row.word(at + 1)
        if "noun_only" in word.tags:
            return False
        if word.finite:
            return "homograph" not in word.tags or after.low not in ("", "van")
        is_order = bool(word.base) and word.base != word.low and not word.infinitive
        if self._row.is_quoted(at + 1):
            return is_order
        return is_order and after.is_word and after.low != "van" and not after.infinitive

    def _is_finite_after(self, at: int, before: Word) -> bool:
        """Tell whether a finite form further on is the verb: "de medewerker licht … toe"."""
        if not self.is_finite(at) or "te" in before.tags:
            return False
        if "homograph" in self._row.tags(at):
            return self._is_likely_verb(at, before)
        is_free = not before.tags & {"preposition", "determiner"}
        return is_free or bool(before.tags & {"subject", "pronoun", "that"})

    def _is_likely_verb(self, at: int, before: Word) -> bool:
        """Tell whether a form that may be a noun is the verb here, by what stands around it."""
        if before.tags & {"subject", "person_words", "there", "adverb"}:
            return True
        if self._row.low(at) in _MODALS and not before.tags & _BEFORE_NOUN:
            is_short = self._passed <= _LONG_SUBJECT and not self._row.word(0).infinitive
            if is_short and self._has_infinitive(at):
                return True
        if "subject" in self._row.tags(at + 1):
            return True
        not_a_noun = not before.tags & {"determiner", "preposition", "vague_words"}
        return "determiner" in self._row.tags(0) and not_a_noun

    def _has_infinitive(self, at: int) -> bool:
        """Tell whether an infinitive follows, as it does after a modal: "bevoegd gezag kan …"."""
        following = range(at + 1, min(at + 1 + _FAR, len(self._row)))
        return any(self._row.word(place).infinitive for place in following)

    def _is_plural(self, at: int) -> bool:
        """Tell whether a plural form is the verb: "zijn" is more often a possessive."""
        word, before = self._row.word(at), self._row.tags(at - 1)
        if before & {"preposition", "te"} or ("determiner" in before and "subject" not in before):
            return False
        if word.low != "zijn":
            return at + 1 < len(self._row)
        if any(self._row.word(place).participle for place in range(at + 1, at + 1 + _NEAR)):
            return True
        after = {"determiner", "adverb", "trait_words", "vague_words", "preposition"}
        return bool(self._row.tags(at + 1) & after)

    def _is_plural_act(self, at: int, count: int) -> bool:
        """Tell "klanten bevelen hem aan" from "klanten helpen bij vragen"."""
        word, before, after = (self._row.word(at + step) for step in (0, -1, 1))
        if word.infinitive != word.low or count > _LONG_START or after.low == "":
            return False
        is_noun = "determiner" in self._row.tags(0) and "coordinator" not in before.tags
        is_split = (after.low, word.infinitive) in verbs().separable
        if is_noun and is_split and before.low.endswith(("s", "en")):
            return True  # "de adviezen sluiten aan bij de vraag"
        is_plural = before.low.endswith(("s", "en")) and not before.infinitive
        if not is_plural or before.tags & {"preposition", "determiner", "te"}:
            return False
        if after.low in _OBJECTS or after.tags & {"reflexive", "subject", "pronoun"}:
            return True
        is_animate = bool(before.tags & _ANIMATE) and before.low != "anderen"
        return is_animate and "determiner" in after.tags and "relative" not in after.tags

    def _is_order(self, at: int) -> bool:
        """Tell whether the sentence gives orders and this is one more: "Maak … en deel …"."""
        first = self._row.word(self._acts[0].verb)
        gives_orders = bool(first.base) and not first.finite
        return gives_orders and bool(self._row.word(at).base) and self._row.word(at + 1).is_word
