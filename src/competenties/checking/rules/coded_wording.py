"""A definition with words that are read as belonging to one sex."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import LANGUAGES, Language, Phrase
from competenties.model.framework import Framework
from competenties.model.text import Text
from competenties.wording import analyse
from competenties.wording.word_lists import words

RULE = Rule(
    name="coded-wording",
    category="inclusive",
    severity="hint",
    advises=True,
    title=Phrase(nl="Woord dat aan één geslacht doet denken", en="Gender-coded word"),
    message=Phrase(
        nl='de definitie bevat "{found}"; veel lezers denken dan aan één geslacht.',
        en='the definition holds "{found}"; many readers then think of one sex.',
    ),
    advice=Phrase(
        nl="Past een gewoner woord? Kies dan dat.",
        en="If a plainer word fits, choose that.",
    ),
    why=Phrase(
        nl="Vacatureteksten met zulke woorden trokken minder mensen van het andere geslacht (Gaucher, Friesen en "
        "Kay 2011). Voor competenties is dat niet onderzocht; daarom is het een tip en kijkt de controle alleen "
        "naar definities.",
        en="Job adverts with such words drew fewer people of the other sex (Gaucher, Friesen and Kay 2011). For "
        "competences this was not researched; so it is a hint, and only definitions are looked at.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield the first coded word of every definition, in one of the languages."""
    del scope
    for competence in framework.competences:
        for language in LANGUAGES:
            found = _coded(_own_text(competence.definition, language, framework.language), language)
            if found:
                yield finding(RULE, competence.id, "definition", title=competence.name, found=found)
                break


def _own_text(definition: Text | None, language: Language, own: str) -> str:
    """Return the definition in a language, empty where it has none."""
    if definition is None:
        return ""
    if isinstance(definition, str):
        return definition if own == language else ""
    return definition.get(language, "")


def _coded(definition: str, language: Language) -> str:
    listed = words(language, "coded_words")
    tokens = analyse(definition, language).tokens if definition else []
    return next((one.text for one in tokens if one.low in listed or one.word.lemma in listed), "")
