"""The answers that a form offers, as text, and what each of them counts as."""

from collections.abc import Iterable, Sequence

from competenties.messages import Language, Phrase
from competenties.ratings.arithmetic import Answer

NOT_OBSERVED = Phrase(nl="niet waargenomen", en="not observed")
NOT_OBSERVED_SHORT = Phrase(nl="n.w.", en="n.o.")
NOT_APPLICABLE = Phrase(nl="n.v.t.", en="n/a")


def numbered(number: int, label: str) -> str:
    """Return an answer with a number as the form says it: "4 – meestal"."""
    return f"{number} – {label}" if label else str(number)


def to_circle(
    numbers: Iterable[int], language: Language, *, not_observed: bool, not_applicable: bool
) -> str:
    """Return answers in short, to circle on paper: the numbers, and under them the codes."""
    missing = []
    if not_observed:
        missing.append(NOT_OBSERVED_SHORT.say(language))
    if not_applicable:
        missing.append(NOT_APPLICABLE.say(language))
    lines = ([str(number) for number in numbers], missing)
    return "\n".join("   ".join(line) for line in lines if line)


def meanings(
    points: Sequence[tuple[int, str]],
    language: Language,
    *,
    not_observed: bool,
    not_applicable: bool,
) -> dict[str, Answer]:
    """Return what an answer counts as, by its text with single spaces.

    Besides what the form offers a number alone or a code in short is understood, as somebody may
    paste it; the answers to circle are no answer.
    """
    found: dict[str, Answer] = {"": "blank"}
    found |= {str(number): number for number, _ in points}
    found |= {single_spaced(numbered(number, label)): number for number, label in points}
    if not_observed:
        for phrase in (NOT_OBSERVED, NOT_OBSERVED_SHORT):
            found[phrase.say(language)] = "not-observed"
    if not_applicable:
        found[NOT_APPLICABLE.say(language)] = "not-applicable"
    unanswered = to_circle(
        (number for number, _ in points),
        language,
        not_observed=not_observed,
        not_applicable=not_applicable,
    )
    found.setdefault(single_spaced(unanswered), "blank")
    return found


def single_spaced(text: str) -> str:
    """Return a text in which every run of white space is one space."""
    return " ".join(text.split())
