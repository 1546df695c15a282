"""What tests of the analysis look at: acts, zones and the rules that find something."""

from competenties.messages import Language
from competenties.wording import analyse, check_sentence


def acts(text: str, language: Language) -> list[str]:
    """Return the verbs of the acts, separable verbs put together."""
    return [act.lemma for act in analyse(text, language).acts]


def kinds(text: str, language: Language) -> list[str]:
    """Return what kind of act each of them is."""
    return [act.kind for act in analyse(text, language).acts]


def zone(text: str, language: Language, name: str) -> str:
    """Return the words of a sentence that stand in a zone."""
    sentence = analyse(text, language)
    tokens = zip(sentence.tokens, sentence.zones, strict=True)
    return " ".join(token.text for token, own in tokens if own == name)


def rules(text: str, language: Language) -> set[str]:
    """Return the rules that report a sentence."""
    return {one.rule.name for one in check_sentence(text, language)}


def found(text: str, language: Language, rule: str) -> list[str]:
    """Return the words that a rule points at, as they stand in the sentence."""
    spans = [one.place.span for one in check_sentence(text, language) if one.rule.name == rule]
    return [text[span[0] : span[1]] for span in spans if span]


def advice(text: str, language: Language, rule: str) -> str:
    """Return what a rule advises for a sentence, in the language of the sentence."""
    said = [one.advice(language) for one in check_sentence(text, language) if one.rule.name == rule]
    return " ".join(said)
