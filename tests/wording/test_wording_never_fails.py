"""Whatever text somebody pastes, the wording check answers with findings, and in a time that grows as the text."""

import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from competenties.findings import Finding
from competenties.messages import LANGUAGES, Language
from competenties.wording import analyse, check_sentence, labels_of
from competenties.wording.word_lists import entries

OFTEN = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
LANGUAGE = st.sampled_from(LANGUAGES)

_LISTS = ("function_words", "verbs", "vague_phrases", "modal_phrases", "verb_homographs", "jargon")
WORDS = sorted(
    {
        entry.replace("|", "").replace("+", " ")
        for language in LANGUAGES
        for name in _LISTS
        for entry in entries(language, name)
    }
)
MARKS = list(",.;:!?/&()[]{}<>\"'’‘“”„«»-–—…|+%•*\n\t\r\u00a0\u200b\u202e\u0301\ufeff\x00\x1f\x85")
ODD = (
    "",
    " ",
    "\u0301",
    "\u200b\u200b",
    "\x00",
    "- ",
    "1) ",
    "1.",
    "...",
    '"',
    "(((",
    "İİİ İs İn",
    "ﬁﬂ ﬀ",
    "ẞ ß",
    "👩‍👩‍👧 helpt 👍",
    "ŉ ǰ",
    "١٢ ³ ½ Ⅷ",
    "不 他 们",
    "a\u0301 e\u0308 te\u0301",
    "\U0010ffff\U000e0001",
    "i.v.m. d.w.z. e.g.",
    "{found} {0} %s \\",
    "'t 's",
    "te te te",
    "to to to",
    "not",
    "niet",
    "en",
    "and",
    "is",
)


def spans_of(text: str, language: Language) -> list[Finding]:
    """Return the findings of a text, each of which has been read and lies inside it."""
    findings = list(check_sentence(text, language))
    for finding in findings:
        assert finding.place.span is not None
        start, end = finding.place.span
        assert 0 <= start < end <= len(text)
        for reader in LANGUAGES:
            assert finding.message(reader)
            assert finding.advice(reader)
    assert len(set(labels_of(findings))) == len(labels_of(findings))
    return findings


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_odd_texts_are_read(text: str, language: Language) -> None:
    spans_of(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u00a0"], ids=ascii)
def test_of_no_text_there_is_nothing_to_say(text: str, language: Language) -> None:
    assert spans_of(text, language) == []


@OFTEN
@given(text=st.text(st.characters(codec="utf-8"), max_size=120), language=LANGUAGE)
@example(text="\ud800 helpt", language="nl")
def test_any_text_is_read(text: str, language: Language) -> None:
    spans_of(text, language)


@OFTEN
@given(text=st.text(st.sampled_from(MARKS), max_size=80), language=LANGUAGE)
def test_only_marks_are_read(text: str, language: Language) -> None:
    spans_of(text, language)


@OFTEN
@given(
    words=st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKS), max_size=30),
    between=st.sampled_from([" ", " ", "", "-"]),
    language=LANGUAGE,
)
def test_any_row_of_known_words_is_read(words: list[str], between: str, language: Language) -> None:
    text = between.join(words)
    sentence = analyse(text, language)
    assert len(sentence.tokens) == len(sentence.zones)
    for token in sentence.tokens:
        assert text[token.start : token.end] == token.text
    for act in sentence.acts:
        assert 0 <= act.start <= act.verb < act.end <= len(sentence.tokens)
        assert act.particle is None or act.verb < act.particle < len(sentence.tokens)
        assert act.lemma
    spans_of(text, language)


@OFTEN
@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=12),
    language=LANGUAGE,
    before=st.sampled_from(["", " ", "- ", "• ", "1. ", "\ufeff"]),
)
def test_the_same_text_gives_the_same_findings(
    words: list[str], language: Language, before: str
) -> None:
    text = before + " ".join(words)
    assert spans_of(text, language) == spans_of(text, language)


SHAPES = {
    "Dutch words": "overlegt met de klant over het plan ",
    "English words": "agrees the plan with the client and ",
    "no spaces": "abcdefghij",
    "commas": ",",
    "open brackets": "(",
    "double quotes": '"',
    "accents": "\u0301",
    "en": "en ",
    "and": "and ",
    "die": "die ",
    "to": "to ",
    "not": "not ",
    "vaak": "vaak ",
    "werkt en": "werkt en ",
}
MORE_SHAPES = {
    "one letter": "a",
    "hyphens": "klant-",
    "quoted words": '"a" ',
    "emoji": "👩‍👩‍👧",
    "that": "that ",
    "of": "of ",
    "door": "door ",
    "by": "by ",
    "zodat": "zodat ",
    "niet": "niet ",
    "often": "often ",
    "is": "is ",
    "meer dan": "meer dan ",
    "zorgt dat": "zorgt dat ",
    "works and": "works and ",
    "vat samen": "vat samen, ",
    "waar nodig": "waar nodig ",
    "as well as": "as well as ",
    "goed": "goed ",
    "clear": "clear ",
    "is open": "is open ",
    "waarna zij": "waarna zij sluit, ",
    "after which": "after which she closes ",
    "tot de": "tot de klant ",
    "er aan dat": "er aan dat ",
    "die belt": "die belt is ",
    "who is": "who is ",
    "zoals": "zoals , ",
    "such as": "such as , ",
    "plans, tests": "plans, tests and ",
    "able to": "able to lead ",
}
_TIMES = 8
_MARGIN = 6
_SHORTEST = 0.01


def seconds(text: str, language: Language) -> float:
    started = time.process_time()
    spans_of(text, language)
    return time.process_time() - started


def grows_as_the_text(unit: str, language: Language, length: int) -> bool:
    """Tell whether a text of eight times the length takes eight times as long, and not 64 times.

    Every measured text starts at another letter, so that no long word is known already.
    """
    short, long = (unit * (size // len(unit)) for size in (length // _TIMES, length))
    spans_of(short, language)  # the dictionary is read once
    least = max(min(seconds(short[start:], language) for start in (1, 2)), _SHORTEST)
    return any(seconds(long[start:], language) < least * _TIMES * _MARGIN for start in (3, 4))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_time_grows_as_the_text(shape: str, language: Language) -> None:
    assert grows_as_the_text(SHAPES[shape], language, 8_000)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", SHAPES | MORE_SHAPES)
def test_the_time_of_100_000_characters_grows_as_the_text(shape: str, language: Language) -> None:
    assert grows_as_the_text((SHAPES | MORE_SHAPES)[shape], language, 100_000)
