"""An indicator as one sentence to read: what kind it is, for whom, how it is measured, examples."""

from competenties.documents.request import Voice
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.indicator import AUDIENCES, Indicator

_KINDS = {
    "knowledge": Phrase(nl="kennis", en="knowledge"),
    "skill": Phrase(nl="vaardigheid", en="skill"),
    "attitude": Phrase(nl="houding", en="attitude"),
    "criterion": Phrase(nl="criterium", en="criterion"),
    "example": Phrase(nl="voorbeeld", en="example"),
}
_USUAL, _USUAL_AUDIENCE = "behaviour", "internal"
_MEASURE = Phrase(nl="Meting: {text}", en="Measure: {text}")
_EXAMPLES = Phrase(nl="Voorbeeld: {text}", en="Example: {text}")


def indicator_in_full(voice: Voice, framework: Framework, one: Indicator) -> str:
    """Return an indicator with what is known of it: "Legt uit … (extern) Zo te meten: …"."""
    said = [voice.of(framework, one.text)]
    if marks := _marks(voice, one):
        said.append(f"({', '.join(marks)})")
    if measure := voice.of(framework, one.measure):
        said.append(voice.say(_MEASURE, text=measure))
    if examples := "; ".join(voice.of(framework, text) for text in one.examples):
        said.append(voice.say(_EXAMPLES, text=examples))
    return " ".join(said)


def _marks(voice: Voice, one: Indicator) -> list[str]:
    marks = []
    if one.kind != _USUAL:
        marks.append(voice.say(_KINDS[one.kind]) if one.kind in _KINDS else one.kind)
    if one.audience and one.audience != _USUAL_AUDIENCE:
        marks.append(voice.say(AUDIENCES[one.audience]))
    return marks
