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
    ["question", "subordinator", "result", "that", "as", "or", "relative", "to", "by", "example"]
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

    def read(self) -> None:
        """Give every token its zone, and collect the finite verbs of the main clauses."""
        for at in range(len(self._row)):
            if self.zones[at] != "main":
                continue
            if self._zone != "main" and self._closes(at):
                self._zone = "main"
            opened = self._opens(at)
            if opened:
                self._zone, self._verb_seen = opened, opened == "example"
            self.zones[at] = self._zone
            if self._zone == "main":
                self._read_main(at)
            elif self._is_clause_verb(at):
                self._verb_seen = True

    def _read_main(self, at: int) -> None:
        if self._is_joint(at):
            self._joined_at = self._last_joint = at
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

    def _add(self, at: int, start: int) -> None:
        word = self._row.word(at)
        self.acts.append(Act(at, word.finite or word.infinitive or word.base, start=start))
        self._joined_at = None

    def _is_joint(self, at: int) -> bool:
        """Tell whether a token joins two words or clauses; "dan" only where a clause begins."""
        if "then" in self._row.tags(at):
            return self._row.is_mark(at - 1) or "coordinator" in self._row.tags(at - 1)
        return self._row.is_mark(at) or bool(self._row.tags(at) & {"coordinator", "or"})

    def _opens(self, at: int) -> Zone | None:
        """Return the zone that begins at a token, if one does."""
        tags = self._row.tags(at) & _CLAUSE_WORDS
        if not tags or self._verbs.in_escape(at):
            return None
        if tags & {"question", "subordinator", "result"}:
            return "subordinate" if at or "subordinator" in tags else None
        if "example" in tags:
            return "example"
        if tags & {"to", "by"}:
            return self._purpose_or_manner(at, tags)
        if tags & {"that", "relative"}:
            return self._relative(at)
        has_clause = self._finite_after(at + 2) if "as" in tags else self._is_whether(at)
        return "subordinate" if has_clause else None

    def _purpose_or_manner(self, at: int, tags: frozenset[str]) -> Zone | None:
        if "to" in tags:
            return "purpose" if self._to_infinitive_after(at) else None
        return "manner" if self._is_manner(at) else None

    def _relative(self, at: int) -> Zone | None:
        before = self._row.word(at - 1)
        if at == 0 or "preposition" in before.tags or not self._finite_after(at + 1):
            return None
        if "that" in self._row.tags(at):
            return "subordinate"
        follows_verb = bool(self.acts) and self.acts[-1].verb == at - 1
        return None if follows_verb else "relative"

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
            return self._verb_seen
        if self._is_joint(at):
            return self._verb_seen and self._finite_follows(at + 1)
        return self._verb_seen and not self.acts and self._verbs.is_finite(at)

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
