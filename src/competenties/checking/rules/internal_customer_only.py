"""A competence about customers in which every customer is a colleague."""

from collections.abc import Sequence
from dataclasses import replace

from competenties.checking.compared import written
from competenties.checking.customers import Customers, claims_customers, customers_in
from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import LANGUAGES, Language, Phrase
from competenties.model.competence import Competence
from competenties.model.framework import Framework
from competenties.model.indicator import Indicator

RULE = Rule(
    name="internal-customer-only",
    category="level",
    severity="warning",
    advises=True,
    title=Phrase(nl="Alleen interne klanten", en="Internal customers only"),
    message=Phrase(
        nl="alle klanten in deze competentie zijn collega's; de klant buiten komt niet voor.",
        en="all customers in this competence are colleagues; the customer outside does not occur.",
    ),
    advice=Phrase(
        nl='Voeg op ten minste één niveau de lijn naar de eindklant toe, zoals "Vraagt voor welke klant …" of "Bespreekt het gevolg '
        'voor …". Kiest uw organisatie hier bewust voor, accepteer de melding dan met die reden.',
        en='Add the line to the end customer at one level at least, such as "Asks which customer …" or "Discusses the effect on …". If '
        "this is your organisation's own choice, accept the finding with that reason.",
    ),
    why=Phrase(
        nl="Wie alleen de collega als klant ziet, kan de echte klant uit het oog verliezen (Beltman). Intern dienst verlenen "
        "is prima zolang zichtbaar blijft wie er daarna bediend wordt: wie geen klant bedient, bedient iemand die dat doet "
        "(Carlzon, Van der Veer). Dit zijn ervaringen uit de praktijk, geen onderzoek. De controle let op het veld "
        '"Publiek" van de indicatoren en op woorden: interne klant, collega, afdeling tegenover klant, inwoner, patiënt, keten. '
        'Een eigen woord voor de klant zet u in check.customer_words. "Klant" zonder meer telt als externe klant.',
        en="Whoever sees only colleagues as customers may lose sight of the real customer (Beltman). Serving within is fine as long "
        "as it stays visible who is served next: whoever serves no customer serves somebody who does (Carlzon, Van der Veer). "
        'These are experiences from practice, not research. The check looks at the field "Audience" of the indicators and at '
        "words: internal customer, colleague, department against customer, citizen, patient, chain. Put a word of your own for "
        'the customer in check.customer_words. "Customer" by itself counts as an external customer.',
    ),
)

_NOBODY = Customers()
_SHARE = 3
"""At least one in so many indicators has to be about colleagues."""


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield competences about customers without any line to a customer outside."""
    own_words = scope.settings.check.customer_words
    for competence in framework.competences:
        for language in LANGUAGES:
            if _is_internal_only(competence, language, framework.language, own_words):
                yield finding(RULE, competence.id, title=competence.name)
                break


def _is_internal_only(
    competence: Competence, language: Language, own: str, own_words: Sequence[str]
) -> bool:
    indicators = [
        one
        for one in competence.all_indicators()
        if not one.is_contra and written(one.text, language, own)
    ]
    if not indicators or any(one.audience in ("external", "chain") for one in indicators):
        return False
    if not _may_be_about_customers(competence, indicators, language, own, own_words):
        return False
    rated = [_of_indicator(one, language, own, own_words) for one in indicators]
    about = customers_in(_texts(competence, language, own), language, own_words)
    if not _is_about_customers(competence, language, own, own_words, [about, *rated]):
        return False
    if any(one.names_external for one in (about, *rated)):
        return False
    says_so = any(one.says_internal_customer for one in (about, *rated))
    if any(one.hints_outside for one in rated) and not says_so:
        return False
    internal = sum(one.names_internal for one in rated)
    return internal * _SHARE >= len(rated)


def _may_be_about_customers(
    competence: Competence,
    indicators: Sequence[Indicator],
    language: Language,
    own: str,
    own_words: Sequence[str],
) -> bool:
    """Tell at a glance whether it is worth reading the competence word by word."""
    about = [competence.name, *competence.aliases, competence.definition]
    parts = [written(one, language, own) for one in about if one]
    parts += [_texts(competence, language, own)]
    if claims_customers(" ".join(parts), language, own_words):
        return True
    texts = (written(one.text, language, own) for one in indicators)
    return sum(claims_customers(one, language, own_words) for one in texts) * _SHARE >= len(
        indicators
    )


def _of_indicator(
    indicator: Indicator, language: Language, own: str, own_words: Sequence[str]
) -> Customers:
    found = customers_in(written(indicator.text, language, own), language, own_words)
    if indicator.audience != "internal":
        return found
    return replace(
        found,
        names_internal=True,
        says_internal_customer=True,
        names_external=False,
        hints_outside=False,
    )


def _texts(competence: Competence, language: Language, own: str) -> str:
    """Return what the competence says about itself, apart from its name and its indicators."""
    parts = [competence.definition, *(level.text for level in competence.levels)]
    return ". ".join(written(one, language, own) for one in parts if one)


def _is_about_customers(
    competence: Competence,
    language: Language,
    own: str,
    own_words: Sequence[str],
    found: Sequence[Customers],
) -> bool:
    """Tell whether the competence claims to be about customers, by name or by what it says."""
    names = [competence.name, *competence.aliases]
    if any(claims_customers(written(one, language, own), language, own_words) for one in names):
        return True
    about, *rated = found
    named = sum(one.names_customer for one in rated)
    return about.names_customer or (named > 0 and named * _SHARE >= len(rated))
