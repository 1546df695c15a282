"""Parts an English sentence into clauses, and finds the verbs of the main ones.

A main clause of an indicator starts with its verb ("Explains …", "You explain …", "Explain …").
Later verbs count when they have the same form and follow "and", a comma or a full stop.
"""

from competenties.wording.english.objects import is_noun, is_plural
from competenties.wording.english.verbs import LIGHT, MODALS, SUBJECTS, Verbs
from competenties.wording.marks import BREAKS, outer_zones
from competenties.wording.row import Row
from competenties.wording.sentence import Act, Token, Zone

_OPENERS = frozenset(
    [
        "question",
        "subordinator",
        "maybe_clause",
        "that",
        "to",
        "preposition",
        "example",
        "example_maybe",
        "such",
        "so",
    ]
)
_AFTER_SO = frozenset(["that", "there", "they", "it", "the", "others"])
_AFTER_UP_TO = frozenset(["date", "scratch", "speed", "standard"])
_BEFORE_NOUN = frozenset(
    ["determiner", "plain_adjectives", "vague_words", "vague_amounts", "preposition"]
)
_WIDE = frozenset(["all", "anything", "everyone", "everything", "something", "whatever"])
"""Pronouns that a clause without "that" may follow: "everything he or she does"."""
_RELATIVE = frozenset(["who", "which", "whose", "where"])
_WITH_LONE_GERUND = frozenset(["by", "without", "before", "after"])
_AUXILIARIES = frozenset(["be", "have", "do", "get"])
_FAR = 12
_NEAR = 5
_CLOSE = 3


class Clauses:
    """Walks once through the tokens, and knows in which clause it is."""

    def __init__(self, tokens: list[Token]) -> None:
        """Begin in the main clause; what is in brackets or quotes is left out."""
        self.zones = outer_zones(tokens)
        self.acts: list[Act] = []
        self._row = Row(tokens)
        self._verbs = Verbs(self._row, self.acts)
        self._zone: Zone = "main"
        self._opened_at = 0
        self._joined_at: int | None = 0
        self._last_joint = 0
        self._clause_verb: int | None = None
        self._main_verb: int | None = None
        self._next_from = self._next_until = -1

    def read(self) -> None:
        """Give every token its zone, and collect the finite verbs of the main clauses."""
        for at in range(len(self._row)):
            if self.zones[at] != "main":
                continue
            self._find_next(at)
            if self._zone != "main" and (at <= self._next_until or self._closes(at)):
                self._zone = "main"
            opened = self._opens(at) if at > self._next_until else None
            if opened:
                self._zone, self._opened_at, self._clause_verb = opened, at, None
            self.zones[at] = self._zone
            if self._zone == "main":
                self._read_main(at)
            elif self._zone == "relative":
                self._read_relative(at)

    def _read_main(self, at: int) -> None:
        if self._is_as_well_as(at - 1) or self._is_as_well_as(at - 2):
            return
        if self._is_joint(at):
            self._joined_at = self._last_joint = at
            return
        if not self.acts:
            if at == self._main_verb or self._verbs.is_first(at):
                self._add(at, at)
            else:
                self._verbs.pass_by(at)
        elif self._joined_at is not None and self._is_joined(at, self._joined_at):
            is_next = self._joined_at == self._next_until
            self._add(at, self._next_from if is_next else self._joined_at)
        elif self._verbs.is_new_clause(at, self._last_joint):
            self._add(at, self._last_joint)
        if not self._verbs.is_light(at):
            self._joined_at = None

    def _find_next(self, at: int) -> None:
        """Note the words of "after which she closes …" that bring the person's next act."""
        if (self._row.low(at), self._row.low(at + 1)) != ("after", "which") or not self.acts:
            return
        length = self._verbs.subject_length(at + 2)
        if length:
            self._next_from, self._next_until = at, at + 1 + length

    def _read_relative(self, at: int) -> None:
        """Note the verb of a relative clause; a verb that "and" joins to it takes its place."""
        if self._is_joint(at) and self._verb_follows(at + 1):
            self._clause_verb = None
        elif self._clause_verb is None and self._verbs.is_clause_verb(at):
            self._clause_verb = at

    def _verb_follows(self, at: int) -> bool:
        """Tell whether a verb stands here, light words before it."""
        for place in range(at, at + _CLOSE):
            if self._verbs.is_clause_verb(place):
                return True
            if not self._verbs.is_light(place):
                return False
        return False

    def _is_joined(self, at: int, joint: int) -> bool:
        if self._verbs.is_joined(at, joint):
            return True
        return self._is_as_well_as(joint) and bool(self._row.word(at).gerund)

    def _add(self, at: int, start: int) -> None:
        word = self._row.word(at)
        if not self.acts:
            has_subject = self._row.low(at - 1) in SUBJECTS
            is_auxiliary = word.finite in MODALS or word.finite == "do"
            self._verbs.takes_base = has_subject or is_auxiliary or not word.finite
        self.acts.append(Act(at, word.finite or word.base or word.gerund, start=start))
        self._joined_at = None

    def _is_joint(self, at: int) -> bool:
        """Tell whether a token joins two words or clauses."""
        is_word = bool(self._row.tags(at) & {"coordinator", "then"}) or at <= self._next_until
        return is_word or self._row.is_mark(at) or self._is_as_well_as(at)

    def _opens(self, at: int) -> Zone | None:
        """Return the zone that begins at a token, if one does."""
        word = self._row.word(at)
        if word.gerund and self.acts and self._is_participle_clause(at):
            return "manner"
        if self._is_contact_clause(at):
            return "relative"
        tags = word.tags & _OPENERS
        is_part = self._is_as_well_as(at - 2) or self._is_as_well_as(at)
        if not tags or is_part or self._verbs.in_escape(at):
            return None
        if tags & {"subordinator", "question"}:
            return self._question_zone(at)
        if "that" in tags:
            return self._that_zone(at)
        return self._other_zone(at, tags)

    def _is_contact_clause(self, at: int) -> bool:
        """Tell whether a clause without "that" begins here: "the tools they work with"."""
        if not self.acts or "subject" not in self._row.tags(at):
            return False
        noun = self._row.word(at - 1)
        if noun.low in _WIDE:
            is_pair = "or" in self._row.low(at + 1) and "subject" in self._row.tags(at + 2)
            return self._verb_follows(at + 3 if is_pair else at + 1)
        is_counted = is_plural(noun) or "determiner" in self._row.tags(at - 2)
        if not is_counted or not is_noun(noun) or self._is_verb_at(at - 1):
            return False
        return self._verb_follows(at + 1)

    def _other_zone(self, at: int, tags: frozenset[str]) -> Zone | None:
        if "maybe_clause" in tags and self._has_clause(at):
            return "subordinate"
        after = self._row.low(at + 1)
        if "so" in tags:
            return "subordinate" if after in _AFTER_SO else None
        if self._begins_example(at):
            return "example"
        if self._row.low(at) == "to" and self._is_infinitive(at + 1):
            is_state = self._row.low(at - 1) == "up" and after in _AFTER_UP_TO
            return None if is_state else "purpose"
        is_before_act = bool(tags & {"preposition", "maybe_clause"}) and self._gerund_after(at)
        return "manner" if is_before_act else None

    def _begins_example(self, at: int) -> bool:
        """Tell whether examples begin here: "e.g.", "such as", "for example"."""
        low, after = self._row.low(at), self._row.low(at + 1)
        if "example" in self._row.tags(at) or (low, after) == ("such", "as"):
            return True
        return low == "for" and after in ("example", "instance")

    def _ends_example(self, at: int) -> bool:
        """Tell whether a comma ends the examples: ", for example sales, with the team"."""
        if self._zone != "example" or self._row.low(at) != ",":
            return False
        inside = range(self._opened_at + 1, min(at, self._opened_at + _NEAR))
        first = next((place for place in inside if not self._is_opener(place)), None)
        if first is None or "preposition" not in self._row.tags(at + 1):
            return False
        return "preposition" not in self._row.tags(first)  # "for example in meetings, on the phone"

    def _is_opener(self, at: int) -> bool:
        """Tell whether a token belongs to the words that open examples: "as", "example", ","."""
        return self._row.low(at) in ("as", "example", "instance", ",", ":")

    def _question_zone(self, at: int) -> Zone | None:
        if "question" not in self._row.tags(at):
            return "subordinate"
        if at == 0:
            return "relative" if self._row.low(at) == "whoever" else None
        is_relative = self._row.low(at) in _RELATIVE and not self._is_verb_at(at - 1)
        return "relative" if is_relative and self._row.word(at - 1).is_word else "subordinate"

    def _that_zone(self, at: int) -> Zone | None:
        if at == 0 or "preposition" in self._row.tags(at - 1):
            return None
        before = self._row.word(at - 1)
        is_object = self._is_verb_at(at - 1) or not before.is_word or "trait_words" in before.tags
        return "subordinate" if is_object else "relative"

    def _is_verb_at(self, at: int) -> bool:
        return bool(self.acts) and self.acts[-1].verb == at

    def _has_clause(self, at: int) -> bool:
        """Tell whether "before", "as" or "until" brings a clause: a verb follows its subject."""
        for place in range(at + 2, min(at + _FAR, len(self._row))):
            word, before = self._row.word(place), self._row.word(place - 1)
            if self._row.is_mark(place) or word.tags & {"coordinator", "question", "to"}:
                return False
            if word.finite and "noun_only" not in word.tags:
                is_noun = bool(before.tags & {"determiner", "preposition"})
                has_subject = "determiner" in self._row.tags(place - 2)  # "a shipment leaves"
                return not is_noun and (has_subject or "homograph" not in word.tags)
            if before.low in SUBJECTS and word.base:
                return True
        return False

    def _is_infinitive(self, at: int) -> bool:
        """Tell whether "to" is followed by a verb, adverbs in between."""
        for place in range(at, at + _CLOSE):
            word = self._row.word(place)
            if word.base or word.low in _AUXILIARIES:
                after = self._row.low(place + 1)
                return "noun_only" not in word.tags or after in ("the", "a", "their")
            if "adverb" not in word.tags:
                return False
        return False

    def _gerund_after(self, at: int) -> bool:
        """Tell whether a preposition brings an act: "by asking", "without first asking"."""
        for place in range(at + 1, at + _CLOSE):
            word = self._row.word(place)
            if word.gerund:
                return place + 1 < len(self._row) or self._row.low(at) in _WITH_LONE_GERUND
            if "adverb" not in word.tags:
                return False
        return False

    def _is_participle_clause(self, at: int) -> bool:
        """Tell whether a gerund brings its own clause: ", ensuring that …"."""
        return self._row.low(at - 1) == "," and at + 1 < len(self._row)

    def _closes(self, at: int) -> bool:
        """Tell whether a clause ends before a token."""
        low = self._row.low(at)
        if low in BREAKS:
            return low != ":"
        if self._ends_relative(at) or self._ends_example(at):
            return True
        is_joint = low == "," or (self._is_joint(at) and not self._row.is_mark(at))
        is_pair = low == "or" and at == self._opened_at + 1  # "everything he or she does"
        if not is_joint or is_pair:
            return False
        if not self.acts:
            return low == ","
        is_list = low == "," and "coordinator" in self._row.tags(at + 2)
        if (is_list or low != ",") and self._is_parallel(at):
            return False
        return self._joined_verb_after(at)

    def _ends_relative(self, at: int) -> bool:
        """Tell whether the main verb follows a relative clause: "anyone who is late reports …"."""
        if self.acts or self._zone != "relative" or self._clause_verb is None:
            return False
        if not self._verbs.is_after_clause(at, self._clause_verb):
            return False
        self._main_verb = at
        return True

    def _is_parallel(self, at: int) -> bool:
        """Tell whether two verbs of one clause are joined: "what they can and cannot expect"."""
        if "subject" in self._row.tags(self._opened_at):
            return False  # "the tools they know and …"
        if self._zone == "relative" and self._is_verbal_relative():
            return True
        before = self._row.word(at - 1)
        is_noun = "noun_only" in before.tags
        if self._zone == "subordinate":  # "that nurses run extra risks and asks …"
            is_noun |= bool(self._row.tags(at - 2) & _BEFORE_NOUN)
        is_verb = bool(before.finite or before.base) and not is_noun
        return is_verb and self._zone in ("subordinate", "relative")

    def _is_verbal_relative(self) -> bool:
        """Tell whether the relative word is the subject: "who listens and responds"."""
        after = self._row.word(self._opened_at + 1)
        return bool(after.finite) and after.finite not in MODALS

    def _joined_verb_after(self, joint: int) -> bool:
        """Tell whether a verb of the main clause follows, light words in between."""
        for place in range(joint + 1, min(joint + 1 + _NEAR, len(self._row))):
            if self._verbs.is_joined(place, joint):
                is_purpose = self._verbs.takes_base and self._zone == "purpose"
                return not (is_purpose and self._row.low(joint) != ",")
            is_light = self._row.tags(place) & (LIGHT | {"coordinator"})
            if not is_light and not self._verbs.in_escape(place):
                return False
        return False

    def _is_as_well_as(self, at: int) -> bool:
        is_start = self._row.low(at) == "as" and self._row.low(at + 1) == "well"
        return is_start and self._row.low(at + 2) == "as"
