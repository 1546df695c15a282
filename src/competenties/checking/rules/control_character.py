"""A character that cannot be seen and does not belong in a text."""

import re

from competenties.checking.scope import Findings, Scope
from competenties.findings import Finding, Place, Rule
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.model.texts import texts

RULE = Rule(
    name="control-character",
    category="schema",
    severity="warning",
    title=Phrase(nl="Onzichtbaar teken", en="Invisible character"),
    message=Phrase(
        nl="in deze tekst staat een onzichtbaar teken ({code}).",
        en="this text holds an invisible character ({code}).",
    ),
    advice=Phrase(
        nl="Typ het stuk rond dit teken opnieuw; op documenten wordt het weggelaten.",
        en="Type the words around it again; documents leave it out.",
    ),
    why=Phrase(
        nl="Stuurtekens komen mee bij het plakken uit andere programma's. Word en Excel weigeren er een aantal, "
        "en tekens die de leesrichting omdraaien kunnen een zin anders laten lijken dan hij is.",
        en="Control characters come along when pasting from other programs. Word and Excel refuse some, and "
        "characters that turn the reading direction can make a sentence look like another one.",
    ),
)

# C0 and C1 control characters but tab and line breaks, overrides of direction, and non-characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield every text of the framework with an invisible character."""
    del scope
    yield from _in_texts(framework)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield every text of the profile with an invisible character."""
    del scope
    yield from _in_texts(profile)


def _in_texts(part: Framework | JobProfile) -> Findings:
    for (item, path), text in texts(part):
        spellings = {"": text} if isinstance(text, str) else text
        for language, spelling in spellings.items():
            if match := _INVISIBLE.search(spelling):
                code = f"U+{ord(match.group()):04X}"
                title = _INVISIBLE.sub("�", spelling)[:60]
                where = (*path, language) if language else path
                place = Place(item=item, path=where, span=match.span())
                yield Finding(RULE, place, {"title": title, "code": code}, RULE.severity)
