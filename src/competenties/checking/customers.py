"""Which customers a text is about: colleagues, people outside the organisation, or nobody."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from competenties.checking.reading import Word, read
from competenties.checking.vocabulary import base_form
from competenties.messages import Language
from competenties.wording.word_lists import words

_CUSTOMER = frozenset(["klant", "cliënt", "client", "customer", "afnemer"])
_INTERNAL = frozenset(["intern", "interne", "internal", "in-house"])
_AS = frozenset(["als", "as"])
_WITHIN = frozenset(["binnen", "within", "inside"])
_NEAR = 4
_SHORTEST_ENDING = 5
_NEUTRAL_ENDINGS = ("gericht", "gerichtheid", "tevredenheid", "vriendelijk", "beleving", "relatie")


@dataclass(frozen=True, slots=True)
class Customers:
    """What one text says about customers.

    `hints_outside` are words such as klantvraag, which may be about either kind of customer.
    """

    names_internal: bool = False
    says_internal_customer: bool = False
    names_external: bool = False
    hints_outside: bool = False
    names_customer: bool = False


def customers_in(text: str, language: Language, own_words: Collection[str] = ()) -> Customers:
    """Return which customers a text names; `own_words` is what an organisation calls them."""
    found = read(text, language)
    outside = words(language, "external_customer_words")
    own = {base_form(one.casefold(), language) for one in own_words}
    is_internal = [_is_internal(one, language) for one in found]
    plain = [
        at for at, one in enumerate(found) if _names(one, outside) or {one.low, one.lemma} & own
    ]
    internal = [at for at in plain if _is_internal_customer(found, at, after=any(is_internal[:at]))]
    compound = any(_is_compound(one) for one in found)
    return Customers(
        names_internal=any(is_internal) or bool(internal),
        says_internal_customer=bool(internal),
        names_external=len(plain) > len(internal),
        hints_outside=compound,
        names_customer=compound or any(_names(found[at], _CUSTOMER) for at in plain),
    )


def claims_customers(name: str, language: Language, own_words: Collection[str] = ()) -> bool:
    """Tell whether the name of a competence says that it is about customers."""
    parts = (*words(language, "customer_claims"), *(one.casefold() for one in own_words))
    return any(one in name.casefold() for one in parts)


def _names(word: Word, listed: Collection[str]) -> bool:
    return (word.low in listed or word.lemma in listed) and not word.low.startswith("klantge")


def _is_internal(word: Word, language: Language) -> bool:
    listed = words(language, "internal_customer_words")
    if _names(word, listed):
        return True
    ends = (one for one in listed if len(one) >= _SHORTEST_ENDING)
    return language == "nl" and bool(word.lemma) and word.lemma.endswith(tuple(ends))


def _is_internal_customer(found: Sequence[Word], at: int, *, after: bool) -> bool:
    """Tell whether a customer is one within: interne klant, klanten binnen de organisatie.

    `after` tells whether somebody within was named before: "ziet collega's als klant".
    """
    if not _names(found[at], _CUSTOMER):
        return False
    before = {one.low for one in found[max(0, at - 2) : at]}
    behind = {one.low for one in found[at + 1 : at + _NEAR]}
    return bool(_INTERNAL & before or _WITHIN & behind or (after and _AS & before))


def _is_compound(word: Word) -> bool:
    is_compound = word.low.startswith("klant") and word.lemma != "klant"
    return is_compound and not word.lemma.endswith(_NEUTRAL_ENDINGS)
