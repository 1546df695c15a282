"""Makes words for suggestions: a finite verb from an infinitive, a verb from a noun."""

from competenties.messages import Language
from competenties.wording.lemmas import lemma


def third_person(infinitive: str, language: Language) -> str:
    """Return a verb as a sentence would start with it: melden: Meldt; toelichten: Licht … toe."""
    if not infinitive:
        return "…"
    if language == "en":
        from competenties.wording.english.words import verbs as english_verbs

        return english_verbs().third.get(infinitive, f"{infinitive}s").capitalize()
    from competenties.wording.dutch.words import verbs

    known = verbs()
    for particle in known.particles:
        base = infinitive.removeprefix(particle)
        if base != infinitive and known.separable.get((particle, base)) == infinitive:
            return f"{_dutch_third(base)} … {particle}".capitalize()
    return _dutch_third(infinitive).capitalize()


def _dutch_third(base: str) -> str:
    from competenties.wording.dutch.forms import third_persons
    from competenties.wording.dutch.words import verbs

    irregular = verbs().irregular.get(base)
    if irregular:
        return irregular
    forms = third_persons(base)
    return next((form for form in forms if lemma(form, "nl") == base), forms[0])
