"""Column headers as people write them, in Dutch and English, and the field that each one names."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from competenties.findings import NotFoundError
from competenties.formats.plan import Confidence
from competenties.formats.table_header_words import CANONICAL, LOOKUP, PHRASES, SMALL_WORDS
from competenties.messages import Phrase

FIELDS: dict[str, Phrase] = {
    "cluster": Phrase(nl="cluster", en="cluster"),
    "cluster.description": Phrase(nl="omschrijving cluster", en="cluster description"),
    "cluster.code": Phrase(nl="code cluster", en="cluster code"),
    "competence": Phrase(nl="competentie", en="competence"),
    "competence.id": Phrase(nl="competentie-id", en="competence id"),
    "competence.code": Phrase(nl="code competentie", en="competence code"),
    "competence.definition": Phrase(nl="definitie", en="definition"),
    "competence.type": Phrase(nl="soort competentie", en="competence type"),
    "competence.aliases": Phrase(nl="ook bekend als", en="also known as"),
    "levels": Phrase(nl="niveau (kolom met gedrag)", en="level (column with behaviour)"),
    "level": Phrase(nl="niveau", en="level"),
    "level.name": Phrase(nl="niveaunaam", en="level name"),
    "level.text": Phrase(nl="omschrijving niveau", en="level description"),
    "indicator": Phrase(nl="gedragsindicator", en="indicator"),
    "indicator.id": Phrase(nl="indicator-id", en="indicator id"),
    "indicator.code": Phrase(nl="code indicator", en="indicator code"),
    "indicator.kind": Phrase(nl="soort indicator", en="indicator kind"),
    "indicator.polarity": Phrase(nl="richting", en="polarity"),
    "indicator.audience": Phrase(nl="publiek", en="audience"),
    "indicator.measure": Phrase(nl="meetwijze", en="measure"),
    "indicator.contra": Phrase(nl="contra-indicator", en="contra-indicator"),
    "profile": Phrase(nl="functie", en="job"),
    "profile.id": Phrase(nl="functie-id", en="job id"),
    "profile.code": Phrase(nl="functiecode", en="job code"),
    "profile.family": Phrase(nl="functiefamilie", en="job family"),
    "profile.series": Phrase(nl="functiereeks", en="job series"),
    "profile.step": Phrase(nl="functie in een reeks", en="job in a series"),
    "profile.step.description": Phrase(
        nl="omschrijving functie in een reeks", en="description of a job in a series"
    ),
    "profile.description": Phrase(nl="omschrijving functie", en="job description"),
    "profile.purpose": Phrase(nl="doel van de functie", en="purpose of the job"),
    "requirement.words": Phrase(nl="in woorden", en="in words"),
    "requirement.need": Phrase(nl="vereist of gewenst", en="essential or desirable"),
    "requirement.weight": Phrase(nl="weging", en="weight"),
    "requirement.floor": Phrase(nl="ondergrens", en="floor"),
    "requirement.rationale": Phrase(nl="onderbouwing", en="rationale"),
    "term": Phrase(nl="begrip", en="term"),
    "term.definition": Phrase(nl="betekenis", en="meaning"),
    "person": Phrase(nl="persoon", en="person"),
    "ignore": Phrase(nl="overslaan", en="ignore"),
}
"""What a column can be, by the name that `--map` takes in either language."""

_GENERAL = frozenset(("name", "description", "type", "code", "id"))
"""Words that say what kind of thing a column holds, but not of what: others go before them."""
_SUBJECTS = frozenset(("competence", "cluster", "level", "indicator", "profile"))

_LANGUAGE = re.compile(r"(.*\S)\s*[\s_(\[-]\s*(nl|en|de|fr)\s*[)\]]?", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(
    r"(.*\S)\s*\((?:lang: ?)?([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?)\)",
    re.DOTALL,
)
_TAGS = frozenset(
    [
        "ar",
        "bg",
        "cs",
        "da",
        "el",
        "es",
        "et",
        "fi",
        "fy",
        "ga",
        "hr",
        "hu",
        "it",
        "lt",
        "lv",
        "mt",
        "no",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sv",
        "tr",
        "uk",
    ]
)
"""Languages that a header may name in brackets, beside any with a region, such as nl-BE."""
_LEVEL = re.compile(
    r"(?:(?:niveau|level|lvl|n|l)\s*(\d{1,2})(?!\d)[\s:.)–—-]*|(\d{1,2})(?:\s*[:.)–—-]\s*(?=\S)|$))(.*)",
    re.IGNORECASE | re.DOTALL,
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_LETTERED_LEVEL = re.compile(
    r"(?:niveau|level)\s+(VIII|VII|VI|IV|V|III|II|I|[A-H])(?![^\W_])[\s:.)–—-]*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER_AT_END = re.compile(r"(.*\D)\s*(\d{1,2})", re.DOTALL)
_LIKE = 88.0  # likeness (0 to 100) from which a word counts as a known one with a typing error
_SHORTEST = 5  # letters of a word that may have one

LEVEL_ORDERS = (
    ("awareness", "working", "practitioner", "expert"),
    ("basic", "intermediate", "advanced", "highly advanced"),
    ("basis", "intermediair", "gevorderd", "zeer gevorderd"),
    ("basis", "gevorderd", "expert"),
    ("beginner", "intermediate", "advanced", "expert"),
    ("beginner", "gevorderd", "vergevorderd", "expert"),
    ("novice", "advanced beginner", "competent", "proficient", "expert"),
    ("foundation", "intermediate", "advanced", "expert"),
    ("junior", "medior", "senior"),
    ("operationeel", "tactisch", "strategisch"),
    ("operational", "tactical", "strategic"),
)
"""Names of levels that come in a known order, from low to high."""
_LEVEL_NAMES = frozenset(name for order in LEVEL_ORDERS for name in order)


@dataclass(frozen=True, slots=True)
class Header:
    """What a header was understood as.

    `number` is the level of a level column, or which one of several columns of a kind it is.
    `name` is the name of that level. `language` is the one that the header itself names.
    """

    field: str | None
    number: int | None = None
    name: str = ""
    language: str | None = None
    confidence: Confidence = "certain"


def understand(title: str) -> Header:
    """Return what a header names; its field is None when that is not clear."""
    title, language = _without_language(title)
    return replace(_understand(title), language=language)


def mapped(target: str) -> Header:
    """Return what somebody says that a column is: a field by its Dutch or English name, or a level.

    Raises NotFoundError with the names that can be used.
    """
    target, language = _without_language(target.strip())
    wanted = plain(target)
    level = level_number(target)
    if level is not None:
        return Header("levels", level[0], level[1], language, "chosen")
    for field, phrase in FIELDS.items():
        if wanted in (plain(phrase.nl), plain(phrase.en)):
            return Header(field, language=language, confidence="chosen")
    known = Phrase(
        nl=", ".join(one.nl for one in FIELDS.values()),
        en=", ".join(one.en for one in FIELDS.values()),
    )
    raise NotFoundError(_UNKNOWN_FIELD, name=target, known=known)


_UNKNOWN_FIELD = Phrase(
    nl='--map: een kolom kan geen "{name}" zijn. Kies uit: {known}, of "niveau 1", "niveau 2" en zo '
    "verder voor een kolom per niveau. Een taal komt erachter: competentie (en).",
    en='--map: a column cannot be "{name}". Choose from: {known}, or "level 1", "level 2" and so on '
    "for a column per level. A language comes behind it: competence (nl).",
)


def level_number(text: str) -> tuple[int, str] | None:
    """Return the number and the name of a level: "Niveau 3 – Zelfstandig", "3", "L3", "Niveau C"."""
    found = _LEVEL.fullmatch(text.strip())
    if found:
        number, name = int(found[1] or found[2]), found[3].strip()
        if re.fullmatch(r"0+", name):  # 1.0 is 1
            return number, ""
        return None if re.match(r"\d", name) else (number, name)  # 2-3 and 1.5 are no levels
    lettered = _LETTERED_LEVEL.fullmatch(text.strip())
    if lettered is None:
        return None
    letter = lettered[1].upper()
    number = _ROMAN.index(letter) + 1 if letter in _ROMAN else ord(letter) - ord("A") + 1
    return number, lettered[2].strip() or text.strip()


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a text in small letters without accents and signs, to compare it by."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(one for one in folded if not unicodedata.combining(one))
    return " ".join(re.sub(r"(?<=\w)[-'’](?=\w)", "", letters).translate(_SIGNS).split())


def same_name(text: str) -> str:
    """Return a name by which an item is found: capitals and spaces do not matter, signs do.

    "C#" and "C++" are two competences.
    """
    return " ".join(text.casefold().split())


_SIGNS = {ord(sign): " " for sign in "()[]{}<>/\\|:;,.!?*#_&+=\"“”'’`–—-"}


def language_of_title(title: str) -> str | None:
    """Return the language that a header is written in, by the words that only one language has."""
    words = set(plain(title).split())
    found = [language for language, known in _ONLY.items() if words & known]
    return found[0] if len(found) == 1 else None


_ONLY_DUTCH = (
    "competentie competenties vaardigheid niveau gedrag gedragsindicator gedragsindicatoren "
    "omschrijving beschrijving definitie toelichting naam functie rol domein thema"
)
_ONLY_ENGLISH = (
    "competence competency competencies skill level behaviour behavior indicator indicators "
    "description definition name job role area domain theme"
)
_ONLY = {"nl": frozenset(_ONLY_DUTCH.split()), "en": frozenset(_ONLY_ENGLISH.split())}


def _without_language(title: str) -> tuple[str, str | None]:
    """Return a header without the language that it names, and that language."""
    if found := _LANGUAGE.fullmatch(title):
        return found[1], found[2].lower()
    found = _TAG.fullmatch(title)
    if found and ("-" in found[2] or found[2] in _TAGS or "(lang:" in title):
        return found[1], found[2]
    return title, None


def is_general(title: str) -> bool:
    """Tell whether a header says what kind of thing a column holds, but not of what: "Naam"."""
    names = [CANONICAL.get(word, ()) for word in plain(title).split()]
    return all(names) and {name for one in names for name in one} <= _GENERAL


def _understand(title: str) -> Header:
    level = level_number(title)
    if level is not None:
        return Header("levels", level[0], level[1])
    words = plain(title.replace("-", " ") if plain(title) not in CANONICAL else title)
    if words in PHRASES:
        return Header(PHRASES[words])
    if words in _LEVEL_NAMES:
        return Header("levels", None, title.strip(), confidence="likely")
    numbered = _NUMBER_AT_END.fullmatch(words)
    if numbered:
        return replace(_by_words(numbered[1].split()), number=int(numbered[2]))
    return _by_words(words.split())


def _by_words(words: list[str]) -> Header:
    known: set[str] = set()
    confidence: Confidence = "certain"
    for word in words:
        if word in SMALL_WORDS:
            continue
        names = CANONICAL.get(word)
        if names is None:
            confidence = "likely"
            names = _with_typing_error(word)
        known.update(names)
    if "person" in known:  # whatever it says about somebody
        return Header("person", confidence=confidence)
    field = LOOKUP.get(frozenset(known))
    if field is None or (confidence == "likely" and not known & _SUBJECTS):
        return Header(None)
    if known <= _GENERAL:
        confidence = "likely"
    return Header(field, confidence=confidence)


def _with_typing_error(word: str) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process

    if len(word) < _SHORTEST:
        return ()
    found = process.extractOne(word, list(CANONICAL), scorer=fuzz.ratio, score_cutoff=_LIKE)
    return CANONICAL[found[0]] if found else ()
