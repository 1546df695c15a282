"""Finds the verb that hides in a noun: "begeleiding van": begeleidt."""

from competenties.wording.sentence import Sentence
from competenties.wording.suggestions import third_person
from competenties.wording.word_lists import entries


def hidden_verb(sentence: Sentence) -> str:
    """Return the finite verb for a sentence without one, or nothing when none can be told."""
    if sentence.acts:
        return third_person(sentence.acts[0].lemma, sentence.language)
    nouns = entries(sentence.language, "nominalisations")
    for at in sentence.main():
        word = sentence.tokens[at].word
        for form in (word.low, word.lemma):
            if form in nouns:
                return third_person(nouns[form].replace("|", ""), sentence.language)
    return ""
