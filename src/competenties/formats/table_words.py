"""Words in cells that stand for a code of the model, in Dutch and English."""

from competenties.formats.table_headers import plain
from competenties.messages import Phrase
from competenties.model.competence import COMPETENCE_TYPES
from competenties.model.indicator import AUDIENCES
from competenties.model.terms import NEEDS

POLARITIES = {
    "positive": Phrase(nl="positief", en="positive"),
    "contra": Phrase(nl="contra", en="contra"),
}
KINDS = {
    "behaviour": Phrase(nl="gedrag", en="behaviour"),
    "knowledge": Phrase(nl="kennis", en="knowledge"),
    "skill": Phrase(nl="vaardigheid", en="skill"),
    "attitude": Phrase(nl="houding", en="attitude"),
    "criterion": Phrase(nl="criterium", en="criterion"),
    "example": Phrase(nl="voorbeeld", en="example"),
}
_ALSO = {
    "competence.type": {
        "kern": "core",
        "core": "core",
        "leidinggevend": "leadership",
        "functiegroep": "job-group",
        "technisch": "technical",
    },
    "indicator.polarity": {
        "negatief": "contra",
        "negative": "contra",
        "ineffectief": "contra",
        "ineffective": "contra",
        "contra indicator": "contra",
        "effectief": "positive",
        "effective": "positive",
    },
    "requirement.need": {
        "required": "essential",
        "verplicht": "essential",
        "must": "essential",
        "must have": "essential",
        "wens": "desirable",
        "nice to have": "desirable",
    },
}
_CODES: dict[str, dict[str, Phrase]] = {
    "competence.type": dict(COMPETENCE_TYPES),
    "indicator.polarity": POLARITIES,
    "indicator.audience": dict(AUDIENCES),
    "indicator.kind": KINDS,
    "requirement.need": dict(NEEDS),
}


def code_of(field: str, word: str) -> str | None:
    """Return the code of the model that a word in a cell stands for, or None."""
    wanted = plain(word)
    for code, phrase in _CODES[field].items():
        if wanted in (plain(code), plain(phrase.nl), plain(phrase.en)):
            return code
    return _ALSO.get(field, {}).get(wanted)


def words_for(field: str) -> Phrase:
    """Return the words that a cell of this field may hold."""
    phrases = _CODES[field].values()
    return Phrase(nl=", ".join(one.nl for one in phrases), en=", ".join(one.en for one in phrases))


def word_of(field: str, code: str | None, language: str) -> str:
    """Return the word for a code of the model; a word of an organisation's own stays as it is."""
    if code is None:
        return ""
    phrase = _CODES[field].get(code)
    return phrase.say("nl" if language == "nl" else "en") if phrase else code
