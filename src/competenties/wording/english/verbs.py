"""Tells which words of an English sentence are verbs of the main clause.

English nouns and verbs share their forms ("reports", "plans"), so what stands beside a word decides.
"""

from collections.abc import Sequence

from competenties.wording.english.objects import (
    also_noun,
    begins_described_object,
    begins_object,
    is_plural,
    is_time,
)
from competenties.wording.row import Row
from competenties.wording.sentence import Act, Word

MODALS = frozenset(
    ["can", "could", "will", "would", "shall", "should", "may", "might", "must", "ought"]
)
SUBJECTS = frozenset(["you", "they", "we", "i"])
LIGHT = frozenset(["adverb", "then", "negation_words", "subject", "vague_amounts"])
"""Words that may stand between "and" and the verb that it joins."""

_NOUNS = frozenset(["quality_nouns", "attitude_nouns"])
_WITH_FOR = frozenset(
    [
        "account",
        "act",
        "advocate",
        "apply",
        "assist",
        "ask",
        "call",
        "campaign",
        "care",
        "look",
        "prepare",
        "push",
        "search",
        "serve",
        "wait",
    ]
)
_WITH_TO = frozenset(
    ["act", "agree", "check", "contribute", "deal", "listen", "report", "respond", "talk", "work"]
)
_SAYING = frozenset(
    ["answer", "comment", "note", "question", "remark", "reply", "report", "respond", "state"]
)
_AFTER_VERBS = frozenset(
    [
        "at",
        "back",
        "down",
        "from",
        "into",
        "off",
        "on",
        "out",
        "over",
        "through",
        "to",
        "towards",
        "up",
        "with",
    ]
)
_MOSTLY_NOUNS = frozenset(
    [
        "attention",
        "contact",
        "content",
        "customer",
        "experience",
        "frontend",
        "interest",
        "knowledge",
        "process",
        "product",
        "service",
        "team",
        "time",
    ]
)
_BEFORE_NEEDED = frozenset(["as", "if", "where", "when", "whenever", "wherever"])
_NEEDED = frozenset(
    [
        "applicable",
        "appropriate",
        "feasible",
        "necessary",
        "needed",
        "possible",
        "practicable",
        "practical",
        "relevant",
        "required",
    ]
)
_BEFORE_NOUN = frozenset(["determiner", "preposition"])
_ADJECTIVES = frozenset(["plain_adjectives", "vague_words"])
_STATE_VERBS = frozenset(["arrive", "become", "feel", "get", "go", "remain", "run", "stay"])
"""Verbs of which a plural thing is as likely the subject: "orders go out", "patients feel safe"."""

_LONG_SUBJECT = 4
_LONG_START = 6
_STOPS = frozenset([".", "!", "•", "\n"])
_NEXT = 2
"""The distance of two verbs with only "and" between them."""


class Verbs:
    """The verbs of a sentence; `acts` are those of the main clauses found so far.

    `takes_base` holds after "you", a modal or an order: "and report", not "and reports".
    """

    def __init__(self, row: Row, acts: Sequence[Act]) -> None:
        """Keep what the verbs are looked for in."""
        self._row = row
        self._acts = acts
        self.takes_base = False
        self._passed = 0
        self._passed_adverbs = 0

    def is_first(self, at: int) -> bool:
        """Tell whether a word is the first verb of the main clause."""
        word, previous = self._row.word(at), self._row.word(at - 1)
        after_comma = self._passed > 0 and self._row.low(at - 1) == ","
        if self._passed_adverbs == self._passed or after_comma:
            return self._opens_sentence(at, may_order=not after_comma)
        if word.finite:
            return self._is_finite_after(at, previous)
        is_adverb = "adverb" in previous.tags
        if previous.low in SUBJECTS or (is_adverb and self._row.low(at - 2) in SUBJECTS):
            return bool(word.base)
        return self._is_plural_act(at, previous, self._passed)

    def pass_by(self, at: int) -> None:
        """Note a word of the main clause that comes before the first verb."""
        self._passed += self._row.word(at).is_word
        self._passed_adverbs += self._row.word(at).is_word and self._is_opening_adverb(at)

    def is_joined(self, at: int, joint: int) -> bool:
        """Tell whether a verb has the form of the first one, so that it is a second act."""
        if not self._acts:
            return False
        word, after = self._row.word(at), self._row.word(at + 1)
        if word.finite:
            return self._is_joined_finite(at, joint)
        if self._row.low(joint) == "they":  # "after which they close the safe"
            return bool(word.base)
        may_order = self.takes_base and bool(word.base) and "noun_only" not in word.tags
        return may_order and self._is_joined_order(at, word, after)

    def _is_joined_order(self, at: int, word: Word, after: Word) -> bool:
        """Tell whether a base form is one more verb after "you", a modal or an order."""
        if not after.is_word:
            return not also_noun(word) and not word.tags & _NOUNS
        if after.tags & {"determiner", "pronoun", "question", "reflexive"} or after.low == "to":
            return True
        is_next = at - self._acts[-1].verb <= _NEXT
        if is_next and not word.tags & _NOUNS:
            return True
        if also_noun(word) and not is_next:
            return begins_described_object(self._row, at + 1)
        return "coordinator" not in after.tags

    def is_new_clause(self, at: int, joint: int) -> bool:
        """Tell whether a clause with its own subject was joined: "… and shortages are reported"."""
        word = self._row.word(at)
        is_auxiliary = word.finite == "be" or word.finite in MODALS
        if not is_auxiliary or joint <= self._acts[-1].verb:
            return False
        is_short = 0 < at - joint - 1 <= _LONG_SUBJECT
        if self.takes_base and self._row.word(joint + 1).base:
            return False  # "keep track and make sure that work is approved"
        return is_short and not self._row.tags(joint + 1) & {"preposition", "question"}

    def is_clause_verb(self, at: int) -> bool:
        """Tell whether a word is the verb of a relative clause: "who is late", "who call"."""
        word, before = self._row.word(at), self._row.tags(at - 1)
        if before & {"question", "that"}:
            return bool(word.finite or word.base)
        is_noun = "noun_only" in word.tags or bool(before & (_BEFORE_NOUN | _ADJECTIVES))
        return bool(word.finite) and not is_noun

    def is_after_clause(self, at: int, clause_verb: int) -> bool:
        """Tell whether the main verb stands here, behind the relative clause of its subject.

        A word that may be a noun is one only where the clause leaves no room for an object, or
        where it has an object itself: "who finds a fault reports it".
        """
        word, before, clause = (self._row.word(one) for one in (at, at - 1, clause_verb))
        if "noun_only" in word.tags or before.low in SUBJECTS | {"to"}:
            return False
        if before.tags & (_BEFORE_NOUN | {"coordinator"}):
            return False
        if not word.finite:
            return bool(word.base) and not clause.finite and not also_noun(word)
        if "homograph" not in word.tags:
            return True
        is_free = clause.finite == "be" and not before.gerund and at > clause_verb + 1
        return is_free or (self._has_object(at) and at > clause_verb + 1)

    def is_light(self, at: int) -> bool:
        """Tell whether a word may stand between "and" and the verb that it joins."""
        is_light = bool(self._row.tags(at) & LIGHT) or self._row.low(at) in ("as", "well")
        return is_light or self.in_escape(at)

    def in_escape(self, at: int) -> bool:
        """Tell whether a word is part of "as needed", "where appropriate" and the like."""
        low, after = self._row.low(at), self._row.low(at + 1)
        if low in _BEFORE_NEEDED:
            return after in _NEEDED or (after == "and" and self._row.low(at + 2) == "when")
        return low in _NEEDED and self._row.low(at - 1) in _BEFORE_NEEDED

    def subject_length(self, at: int) -> int:
        """Return how many words name the person here: "she", "the nurse"; 0 when they do not."""
        if "subject" in self._row.tags(at):
            return 1
        noun = self._row.word(at + 1)
        is_other = is_plural(noun) or bool(noun.tags & {"client_words", "group_words"})
        is_person = "person_words" in noun.tags and not is_other
        return 2 if is_person and "determiner" in self._row.tags(at) else 0

    def _is_opening_adverb(self, at: int) -> bool:
        tags = self._row.tags(at)
        is_adverb = bool(tags & {"adverb", "vague_amounts", "negation_words", "coordinator"})
        return is_adverb and not tags & {"subject", "determiner"}

    def _opens_sentence(self, at: int, *, may_order: bool) -> bool:
        """Tell whether a sentence starts with this verb: in the third person, or as an order."""
        word = self._row.word(at)
        is_thanks = word.low == "thanks" and self._row.low(at + 1) not in ("", "to")
        if word.finite and (is_thanks or "noun_only" not in word.tags):
            if at > 0 and self._row.low(at + 1) in _STATE_VERBS:
                return False  # "because of this colleague, orders go out"
            return "homograph" not in word.tags or self._starts_object_at(at + 1)
        if not word.base or not may_order or at + 1 >= len(self._row):
            return False
        if self._row.is_quoted(at + 1):
            return "noun_only" not in word.tags and word.low not in _MOSTLY_NOUNS
        if not self._row.word(at + 1).is_word:
            return self._opens_list(at)
        return self._is_order(word, self._row.word(at + 1))

    def _opens_list(self, at: int) -> bool:
        """Tell whether a list of orders begins here: "analyse, combine and explain …"."""
        word, following = self._row.word(at), self._row.word(at + 2)
        is_list = bool(following.base) or "adverb" in following.tags
        is_plain = not also_noun(word) and not word.tags & _NOUNS
        may_open = is_plain or (is_list and word.low not in _MOSTLY_NOUNS)
        return self._row.low(at + 1) in (",", "/") and may_open

    def _is_order(self, word: Word, after: Word) -> bool:
        """Tell an order from a noun by the word after it: "plan the work", "plan of action"."""
        is_quality = bool(word.tags & _NOUNS)
        if after.finite in ("be", "have") or after.finite in MODALS:
            return False
        if after.low in ("of", "for", "in", "skills") and (is_quality or "noun_only" in word.tags):
            return False
        is_noun = is_quality or "noun_only" in word.tags or also_noun(word)
        if not is_noun or after.tags & {"determiner", "pronoun"}:
            return True
        if "preposition" in after.tags:
            return self._takes_preposition(word, after)
        if word.low == "work":
            return "adverb" in after.tags
        return word.low not in _MOSTLY_NOUNS and _starts_object(after)

    def _takes_preposition(self, word: Word, after: Word) -> bool:
        """Tell whether a word that may be a noun is a verb before this preposition."""
        if word.low == "work" or (after.low in ("for", "as") and word.low in _WITH_FOR):
            return after.low != "of"
        is_noun = bool(word.tags & _NOUNS) or word.low in _MOSTLY_NOUNS
        return after.low in _AFTER_VERBS and not is_noun

    def _starts_object_at(self, at: int) -> bool:
        """Tell whether what follows a verb begins here; a comma may come first: "Books, by …"."""
        if self._row.is_quoted(at):
            return True
        if self._row.low(at) == "," and at + 1 < len(self._row):
            after = self._row.word(at + 1)
            is_verb = bool(after.finite) and "noun_only" not in after.tags  # "measures, saws and …"
            return is_verb or "preposition" in after.tags
        return _starts_object(self._row.word(at))

    def _is_finite_after(self, at: int, previous: Word) -> bool:
        """Tell whether a finite form further on is the verb: "the adviser explains"."""
        word = self._row.word(at)
        if "noun_only" in word.tags or "preposition" in previous.tags:
            return False
        person = {"subject", "pronoun", "person_words", "there", "adverb"}
        if previous.tags & person:
            return True
        if "determiner" in previous.tags:
            return False
        if "homograph" in word.tags and not self._has_object(at):
            return False
        is_adjective = bool(previous.tags & _ADJECTIVES)
        return not is_adjective or word.finite in ("be", "have")

    def _has_object(self, at: int) -> bool:
        """Tell whether an article, pronoun or quote follows: "the pump feeds the tank"."""
        after = self._row.word(at + 1)
        is_object = bool(after.tags & {"determiner", "pronoun"}) and "that" not in after.tags
        return is_object or self._row.is_quoted(at + 1)

    def _is_plural_act(self, at: int, previous: Word, count: int) -> bool:
        """Tell "customers recommend her" from "customer contact"."""
        word, after = self._row.word(at), self._row.word(at + 1)
        is_start = count <= _LONG_START and at + 1 < len(self._row)
        if not word.base or "noun_only" in word.tags or not is_start:
            return False
        if not (is_plural(previous) or previous.low == "others"):
            return False
        if (
            word.low in _STATE_VERBS
            or word.low in ("have", "do")
            or previous.tags & {"client_words", "group_words"}
        ):
            return True
        if previous.finite and "noun_only" not in previous.tags:
            return False
        is_object = after.tags & {"determiner", "pronoun", "adverb", "reflexive", "subject"}
        return bool(is_object) or after.low in ("to", "in", "on", "back", "when")

    def _is_joined_finite(self, at: int, joint: int) -> bool:
        word = self._row.word(at)
        if "noun_only" in word.tags:
            return False
        if word.finite in MODALS or word.finite in ("be", "have", "do"):
            return True
        first, last = self._acts[0], self._acts[-1]
        is_homograph = "homograph" in word.tags
        if self.takes_base and first.lemma not in MODALS:
            return not is_homograph and last.kind == "act" and first.lemma == "be"
        if not is_homograph or joint - last.verb == 1 or "then" in self._row.tags(joint):
            return True  # also when only verbs were listed so far: "plans, tests and reports"
        opens = self._row.low(joint) in _STOPS and self._starts_object_at(at + 1)
        return opens or self._is_verb_before(at, joint)

    def _is_verb_before(self, at: int, joint: int) -> bool:
        """Tell whether a form that may be a noun is a verb, by what follows and what was listed."""
        word, after = self._row.word(at), self._row.word(at + 1)
        if after.tags & {"that", "to", "coordinator"} and "determiner" not in after.tags:
            return after.low == "to" and word.finite in _WITH_TO
        if self._takes(at + 1):
            return True
        if self._row.is_quoted(at + 1):
            return word.finite in _SAYING
        if is_plural(self._row.word(joint - 1)) or not after.is_word:
            return False
        if after.tags & {"preposition", "maybe_clause", "subordinator"}:
            return after.low in ("with", "on", "to") and word.finite in _WITH_TO
        return not after.gerund and (not after.participle or bool(after.base))

    def _takes(self, at: int) -> bool:
        """Tell whether what begins here can follow a verb and no noun: "the …", "out", "new stock"."""
        word, after = self._row.word(at), self._row.word(at + 1)
        if word.low in ("who", "whose") or (word.low == "up" and after.low == "to"):
            return False  # "partners who need help", "contracts up to 500 euros"
        if word.tags & {"pronoun", "question", "particle"}:
            return True
        if word.low.endswith("ly"):
            return after.is_word or self._row.word(at - 1).finite in _WITH_TO
        if "determiner" in word.tags:
            return word.low != "that" and not is_time(self._row, at)
        return begins_object(self._row, at)


def _starts_object(word: Word) -> bool:
    """Tell whether a word may come right after a verb."""
    if word.low == "of" or not word.is_word:
        return False
    return not word.finite or bool(word.tags & {"homograph", "noun_only"})
