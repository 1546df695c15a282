"""A text that is missing in one of the promised languages."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase, join_words
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.model.text import Text, has_language
from competenties.model.texts import texts

RULE = Rule(
    name="missing-translation",
    category="schema",
    severity="warning",
    title=Phrase(nl="Vertaling ontbreekt", en="Translation is missing"),
    message=Phrase(
        nl="deze tekst is er nog niet in het {languages}.",
        en="this text does not exist yet in {languages}.",
    ),
    advice=Phrase(
        nl='Vertaal de tekst, of haal de taal weg bij "Talen" (languages).',
        en='Translate the text, or remove the language from "Languages" (languages).',
    ),
    why=Phrase(
        nl="Op een document in die taal komt nu de tekst in de andere taal te staan.",
        en="A document in that language now shows the text in the other language.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield every text that lacks one of the framework's languages."""
    yield from _missing(framework, scope)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield every text that lacks one of the profile's languages."""
    yield from _missing(profile, scope)


def _missing(part: Framework | JobProfile, scope: Scope) -> Findings:
    languages = tuple(dict.fromkeys((*part.languages, *scope.settings.languages)))
    if not languages:
        return
    for (item, path), text in texts(part):
        missing = [one for one in languages if not has_language(text, one, part.language)]
        if missing:
            title = _shortened(text)
            yield finding(RULE, item, *path, title=title, languages=_listed(missing))


_NAMES = {
    "nl": Phrase(nl="Nederlands", en="Dutch"),
    "en": Phrase(nl="Engels", en="English"),
    "de": Phrase(nl="Duits", en="German"),
    "fr": Phrase(nl="Frans", en="French"),
    "fy": Phrase(nl="Fries", en="Frisian"),
}


def _listed(languages: list[str]) -> Phrase:
    names = [_NAMES.get(one, Phrase(nl=f'"{one}"', en=f'"{one}"')) for one in languages]
    return Phrase(
        nl=join_words([one.nl for one in names], "nl"),
        en=join_words([one.en for one in names], "en"),
    )


_LONG = 60


def _shortened(text: Text) -> str:
    first = text if isinstance(text, str) else next(iter(text.values()))
    return first if len(first) <= _LONG else f"{first[: _LONG - 1]}…"
