"""Parts a Dutch sentence into clauses, and finds the finite verbs of the main ones.

The order of words decides. A main clause has its finite verb first or second; a clause that opens
with a connector has it last, and ends at the next mark or at "en" with a finite verb behind it.
"""

from competenties.wording.dutch.verbs import Verbs
from competenties.wording.dutch.words import verbs as known_verbs
from competenties.wording.marks import BREAKS, outer_zones
from competenties.wording.row import Row
from competenties.wording.sentence import Act, Token, Zone

_CLAUSE_WORDS = frozenset(
    [
        "as",
        "by",
        "example",
        "or",
        "question",
        "relative",
        "result",
        "subordinator",
        "that",
        "to",
        "until",
    ]
)
_PLURAL_AUXILIARIES = frozenset(
    ["worden", "hebben", "kunnen", "moeten", "zullen", "mogen", "willen"]
)
_FAR = 40
"""How far a clause is looked ahead for its verb, in words."""
_NEAR = 5


class Clauses:
    """Walks once through the tokens, and knows in which clause it is."""

    def __init__(self, tokens: list[Token]) -> None:
        """Begin in the main clause; what is in brackets or quotes is left out."""
        self.zones = outer_zones(tokens)
        self.acts: list[Act] = []
        self._row = Row(tokens)
        self._verbs = Verbs(self._row, self.acts)
        self._zone: Zone = "main"
        self._verb_seen = False
        self._joined_at: int | None = 0
        self._last_joint = 0
        self._next_from: int | None = None
        self._coordinated = False

    def read(self) -> None:
        """Give every token its zone, and collect the finite verbs of the main clauses."""
        for at in range(len(self._row)):
            if self.zones[at] != "main":
                continue
            if self._zone != "main" and (self._closes(at) or self._goes_on(at)):
                self._zone = "main"
            opened = self._opens(at)
            if opened:
                self._zone, self._verb_seen = opened, opened == "example"
                self._coordinated = False
            self.zones[at] = self._zone
            if self._zone == "main":
                self._read_main(at)
            else:
                self._verb_seen |= self._is_clause_verb(at)
                self._coordinated |= bool(self._row.tags(at) & {"coordinator", "or"})

    def _read_main(self, at: int) -> None:
        if self._is_joint(at):
            self._joined_at = self._last_joint = at
            self._join_next(at)
        elif self._next_from is not None:
            self._read_next(at, self._next_from)
        elif not self.acts:
            if self._verbs.is_first(at):
                self._add(at, at)
                return
            self._verbs.pass_by(at)
            if not self._verbs.is_light(at):
                self._joined_at = None
        elif self._joined_at is not None and self._verbs.is_joined(at, self._joined_at):
            self._add(at, self._joined_at)
        elif self._verbs.is_new_clause(at, self._last_joint):
            self._add(at, self._last_joint)
        elif not self._verbs.is_light(at):
            self._joined_at = None

    def _join_next(self, at: int) -> None:
        """Note where a clause with its verb at the end begins: "waarna zij …", "… en het alarm"."""
        goes_on = bool(self.acts) and self.acts[-1].front is not None
        if self._row.low(at) in BREAKS:
            self._next_from = None
        elif self._goes_on(at) or (goes_on and self._ends_in_verb(at + 2)):
            self._next_from = at

    def _read_next(self, at: int, start: int) -> None:
        """Take the verb at the end of "waarna zij de kas sluit" as one more act."""
        if self._verbs.is_finite(at):
            self._add(at, start)
            is_named = "next" in self._row.tags(start)
            subject = self._verbs.subject_length(start + 1) if is_named else 0
            self.acts[-1].front = start + subject + 1
            self._next_from = None

    def _goes_on(self, at: int) -> bool:
        """Tell whether a clause begins here in which the person does the next thing: "waarna zij …"."""
        is_next = "next" in self._row.tags(at) and bool(self.acts)
        return is_next and self._verbs.subject_length(at + 1) > 0 and self._finite_after(at + 2)

    def _add(self, at: int, start: int) -> None:
        word = self._row.word(at)
        self.acts.append(Act(at, word.finite or word.infinitive or word.base, start=start))
        self._joined_at = None

    def _is_joint(self, at: int) -> bool:
        """Tell whether a token joins two words or clauses; "dan" only where a clause begins."""
        if "then" in self._row.tags(at):
            return self._row.is_mark(at - 1) or "coordinator" in self._row.tags(at - 1)
        if self._row.is_mark(at) or self._row.tags(at) & {"coordinator", "or"}:
            return True
        return self._goes_on(at)

    def _opens(self, at: int) -> Zone | None:
        """Return the zone that begins at a token, if one does."""
        tags = self._row.tags(at) & _CLAUSE_WORDS
        is_part = self._verbs.in_escape(at) or self._goes_on(at) or self._is_particle(at)
        if not tags or is_part:
            return None
        if tags & {"question", "subordinator", "result"}:
            return self._connected(at, tags)
        if "example" in tags:
            return "example"
        if tags & {"to", "by"}:
            return self._purpose_or_manner(at, tags)
        if tags & {"that", "relative"}:
            return self._relative(at)
        return "subordinate" if self._has_clause(at, tags) else None

    def _is_particle(self, at: int) -> bool:
        """Tell whether a question word ends the main clause as a particle: "neemt signalen waar"."""
        if "question" not in self._row.tags(at):
            return False
        is_last = at + 1 >= len(self._row) or self._row.is_mark(at + 1)
        is_joined = bool(self._row.tags(at + 1) & {"coordinator", "preposition"})
        base = self.acts[-1].lemma if self.acts else ""
        return (is_last or is_joined) and (self._row.low(at), base) in known_verbs().separable

    def _has_clause(self, at: int, tags: frozenset[str]) -> bool:
        """Tell whether "als", "tot" or "of" brings a clause with a verb."""
        if "until" in tags:
            has_subject = bool(self._row.tags(at + 1) & {"determiner", "subject", "group_words"})
            return has_subject and self._row.low(at + 1) != "het" and self._ends_in_verb(at + 2)
        return self._finite_after(at + 2) if "as" in tags else self._is_whether(at)

    def _ends_in_verb(self, at: int) -> bool:
        """Tell whether one clause without connectors begins here and ends in its verb."""
        is_perfect = False
        for place in range(at, min(at + _FAR, len(self._row))):
            tags = self._row.tags(place)
            if self._row.is_mark(place) or tags & (_CLAUSE_WORDS | {"coordinator"}):
                return False
            is_verb = self._is_any_verb(place)
            if self._is_clause_end(place) and (is_verb or is_perfect):
                return True
            is_perfect = is_verb and bool(self._row.word(place + 1).participle)
        return False

    def _is_any_verb(self, at: int) -> bool:
        """Tell whether a word is the verb of a clause, in the singular or the plural."""
        if self._verbs.is_finite(at):
            return True
        if not self.acts or self.acts[-1].lemma in _PLURAL_AUXILIARIES:
            return False
        return bool(self._row.word(at).infinitive) and self._row.low(at - 1) != "te"

    def _connected(self, at: int, tags: frozenset[str]) -> Zone | None:
        """Return the zone behind a connector; "Wie belt?" is a question, "Wie belt, krijgt …" not."""
        if at or "subordinator" in tags:
            return "subordinate"
        return "relative" if self._row.low(at) == "wie" and self._is_verb_last(at + 1) else None

    def _is_verb_last(self, at: int) -> bool:
        """Tell whether the clause that begins here has its verb at the end, before the main one."""
        for place in range(at, min(at + _FAR, len(self._row))):
            if self._verbs.is_finite(place):
                return (
                    place > at
                    or self._row.low(place + 1) == ","
                    or self._verbs.is_finite(place + 1)
                )
        return False

    def _purpose_or_manner(self, at: int, tags: frozenset[str]) -> Zone | None:
        if "to" in tags:
            return "purpose" if self._to_infinitive_after(at) else None
        return "manner" if self._is_manner(at) else None

    def _relative(self, at: int) -> Zone | None:
        follows_preposition = "preposition" in self._row.tags(at - 1)
        if at == 0 or (follows_preposition and not self._ends_phrase(at - 1)):
            return None
        if not self._finite_after(at + 1):
            return None
        if "that" in self._row.tags(at):
            return "subordinate"
        follows_verb = bool(self.acts) and self.acts[-1].verb == at - 1
        return None if follows_verb else "relative"

    def _ends_phrase(self, at: int) -> bool:
        """Tell a particle from a preposition: "spreekt … aan die", "draagt er zorg voor dat"."""
        if not self.acts:
            return False
        act = self.acts[-1]
        inside = range(max(act.verb + 1, at - _FAR), at)
        if any("there" in self._row.tags(place) for place in inside):
            return True
        return bool(inside) and (self._row.low(at), act.lemma) in known_verbs().separable

    def _is_whether(self, at: int) -> bool:
        """Tell "controleert of de deur dicht is" from "belt of mailt"."""
        return bool(self.acts) and not self._verbs.is_finite(at + 1) and self._finite_after(at + 2)

    def _is_manner(self, at: int) -> bool:
        """Tell "door te bellen" from the particle in "vraagt door"."""
        if not self._to_infinitive_after(at, stop_at_to=True):
            return False
        base = self.acts[-1].lemma if self.acts else ""
        is_particle = (self._row.low(at), base) in known_verbs().separable
        after = {"preposition", "to", "coordinator", "subordinator"}
        return not (is_particle and self._row.tags(at + 1) & after)

    def _closes(self, at: int) -> bool:
        """Tell whether a clause ends before a token."""
        if self._row.low(at) in BREAKS:
            return True
        if self._row.is_mark(at):
            return self._verb_seen and not self._lists_examples(at)
        if self._is_joint(at):
            return self._verb_seen and self._finite_follows(at + 1)
        return self._verb_seen and not self.acts and self._is_main_verb(at)

    def _is_main_verb(self, at: int) -> bool:
        """Tell whether the main verb stands here, behind "wie te laat is": more than it follows."""
        is_last = at + 1 >= len(self._row) or self._row.is_mark(at + 1)
        return self._verbs.is_finite(at) and not is_last and not self._verbs.is_finite(at + 1)

    def _lists_examples(self, at: int) -> bool:
        """Tell whether a comma stands between examples: "zoals een lift, een trap en een bed"."""
        if self._zone != "example" or self._row.low(at) != "," or self._coordinated:
            return False
        if self._row.tags(at + 1) & {"preposition", "coordinator"} or self._finite_follows(at + 1):
            return False
        for place in range(at + 1, min(at + _FAR, len(self._row))):
            if self._row.tags(place) & {"coordinator", "or"}:
                return not self._finite_follows(place + 1)
            if self._row.low(place) in BREAKS:
                return False
        return False

    def _finite_follows(self, at: int) -> bool:
        """Tell whether a clause with a finite verb in front begins here, but for light words."""
        for place in range(at, min(at + _NEAR, len(self._row))):
            if self._verbs.is_finite(place):
                is_last = place + 1 >= len(self._row) or self._row.is_mark(place + 1)
                return not is_last or self._zone in ("purpose", "manner")
            if not self._verbs.is_light(place):
                return False
        return False

    def _is_clause_verb(self, at: int) -> bool:
        """Tell whether a word is the verb that ends a clause."""
        word = self._row.word(at)
        if self._zone in ("purpose", "manner"):
            return bool(word.infinitive) and (self._row.low(at - 1) == "te" or "te" in word.low)
        return self._verbs.is_finite(at) or (bool(word.infinitive) and self._is_clause_end(at))

    def _is_clause_end(self, at: int) -> bool:
        if at + 1 >= len(self._row) or self._row.is_mark(at + 1):
            return True
        return bool(self._row.tags(at + 1) & {"coordinator", "or", "preposition"})

    def _finite_after(self, at: int) -> bool:
        """Tell whether a finite verb comes before the clause is broken off by another."""
        for place in range(at, min(at + _FAR, len(self._row))):
            word = self._row.word(place)
            if word.low in BREAKS or word.tags & {"subordinator", "result"}:
                return False
            if "coordinator" in word.tags and self._finite_follows(place + 1):
                return False
            if self._verbs.is_finite(place) or self._is_plural_verb(place):
                return True
            if word.infinitive and self._is_clause_end(place):
                return self._row.low(place - 1) != "te"
        return False

    def _is_plural_verb(self, at: int) -> bool:
        low = self._row.low(at)
        is_perfect = low == "zijn" and bool(self._row.word(at + 1).participle)
        return low in _PLURAL_AUXILIARIES or is_perfect

    def _to_infinitive_after(self, at: int, *, stop_at_to: bool = False) -> bool:
        """Tell whether "te" with an infinitive follows, in this clause."""
        stops = {"subordinator", "question", "result"}
        for place in range(at + 1, min(at + _FAR, len(self._row))):
            word = self._row.word(place)
            if word.low in BREAKS or word.tags & stops:
                return False
            if stop_at_to and "to" in word.tags and place > at + 1:
                return False
            is_joined = "te" in word.low[:6] and word.infinitive != word.low
            if word.infinitive and (self._row.low(place - 1) == "te" or is_joined):
                return True
        return False
