"""A competence whose sentences are written in more than one form."""

from collections import Counter
from collections.abc import Mapping

from competenties.checking.compared import written
from competenties.checking.forms import Form, form_of
from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import LANGUAGES, Language, Phrase, join_words
from competenties.model.competence import Competence
from competenties.model.framework import Framework

RULE = Rule(
    name="mixed-form",
    category="level",
    severity="hint",
    advises=True,
    title=Phrase(nl="Zinnen in verschillende vormen", en="Sentences in different forms"),
    message=Phrase(
        nl="de zinnen staan in verschillende vormen: {forms}.",
        en="the sentences are written in different forms: {forms}.",
    ),
    advice=Phrase(
        nl='Kies één vorm voor het hele model; de derde persoon ("Vraagt de klant …") is gebruikelijk.',
        en='Choose one form for the whole framework; the third person ("Asks the customer …") is usual.',
    ),
    why=Phrase(
        nl="Eén vorm leest rustig en past in elke zin van een formulier. Welke vorm u kiest, is huisstijl en geen onderzoek. "
        "De controle let op het eerste woord en telt alleen zinnen waarvan de vorm zeker is.",
        en="One form reads calmly and fits into every sentence of a form. Which one you choose is house style, not research. The "
        "check looks at the first word and counts only sentences of which the form is certain.",
    ),
)

_NAMES: dict[Form, Phrase] = {
    "third": Phrase(nl="derde persoon", en="third person"),
    "imperative": Phrase(nl="gebiedende wijs", en="imperative"),
    "infinitive": Phrase(nl="hele werkwoord", en="infinitive"),
    "you": Phrase(nl='met "je" of "u"', en='with "you"'),
    "first": Phrase(nl='met "ik"', en='with "I"'),
}
_CERTAIN = frozenset(["you", "first"])
_LEAST = 2


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield competences of which the sentences have more than one form."""
    del scope
    for competence in framework.competences:
        for language in LANGUAGES:
            forms = _forms(competence, language, framework.language)
            if len(forms) > 1:
                yield finding(RULE, competence.id, title=competence.name, forms=_listed(forms))
                break


def _forms(competence: Competence, language: Language, own: str) -> Mapping[Form, int]:
    """Return the forms that occur at least twice, or once where a pronoun leaves no doubt."""
    texts = (written(one.text, language, own) for one in competence.all_indicators())
    counts = Counter(form for text in texts if (form := form_of(text, language)))
    return {
        form: count for form, count in counts.most_common() if count >= _LEAST or form in _CERTAIN
    }


def _listed(forms: Mapping[Form, int]) -> Phrase:
    return Phrase(
        nl=join_words([f"{_NAMES[form].nl} ({count})" for form, count in forms.items()], "nl"),
        en=join_words([f"{_NAMES[form].en} ({count})" for form, count in forms.items()], "en"),
    )
