"""What an organisation wants of the wording check."""

from dataclasses import dataclass
from typing import Literal

Style = Literal["third-person", "you", "you-can", "infinitive", "first-person"]


@dataclass(frozen=True)
class House:
    """The house rules for wording: the form of a sentence, and words that are fine here.

    `allowed` holds words and phrases in small letters that no word rule reports;
    `frequency_scale` tells whether raters tick how often they saw something, so that "vaak" in
    the sentence would say it twice.
    """

    style: Style = "third-person"
    allowed: frozenset[str] = frozenset()
    frequency_scale: bool = True


PLAIN = House()
