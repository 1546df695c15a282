"""What a reader may do at once about the wording of a sentence: other words in place, or two cards."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from competenties.findings import Finding
from competenties.messages import Language, say

Remedy = dict[str, Any]
"""`text`: what the sentence becomes; `texts`: the sentences that come of it; `contra`: where it goes."""

_QUOTED = re.compile(r'"([^"]+)"')
_GAP = "…"


def remedies(finding: Finding, text: str, language: Language) -> list[Remedy]:
    """Return what can be done with one click about a finding on `text`, in its own language."""
    make = _MAKERS.get(finding.rule.name)
    values = {name: say(value, language) for name, value in finding.values.items()}
    if make is None or not text.strip() or finding.place.span is None:
        return []
    return [
        one for one in make(text, finding.place.span, values, language) if one.get("text") != text
    ]


Values = Mapping[str, str]
Span = tuple[int, int]


def _split(text: str, span: Span, values: Values, language: Language) -> list[Remedy]:
    del text, span, language
    proposal = values.get("proposal", "")
    texts = _QUOTED.findall(proposal)
    is_whole = not proposal.rstrip().endswith(_GAP)
    return [{"texts": texts}] if len(texts) > 1 and is_whole else []


def _alternatives(text: str, span: Span, values: Values, language: Language) -> list[Remedy]:
    del text, span, language
    return [{"text": _ended(one)} for one in _QUOTED.findall(values.get("instead", ""))]


def _present(text: str, span: Span, values: Values, language: Language) -> list[Remedy]:
    """Make "Kan met klanten overleggen." into "Overlegt met klanten."."""
    finite = next(iter(_QUOTED.findall(values.get("verb", ""))), "").removesuffix(_GAP).strip()
    words = text[span[1] :].split()
    at = next((n for n, one in enumerate(words) if _is_form(one, finite, language)), None)
    if not finite or at is None or text[: span[0]].strip() or _is_torn(finite, words):
        return []
    rest = [*words[:at], *words[at + 1 :]]
    if at and words[at - 1].lower() in ("te", "to"):
        del rest[at - 1]
    if rest and rest[0].lower() in ("om", "to"):
        del rest[0]
    return [{"text": _sentence(finite, rest)}]


def _active(text: str, span: Span, values: Values, language: Language) -> list[Remedy]:
    """Make "Sleutels worden elke dag geteld." into "Telt sleutels elke dag."."""
    del language
    before, inside, after = text[: span[0]], text[span[0] : span[1]], text[span[1] :]
    words = before.split()
    if words and words[0].lower() in ("er", "it"):
        words = words[1:]
    if words:
        words[0] = words[0][:1].lower() + words[0][1:]
    rest = [*words, *inside.split()[1:-1], *after.split()]
    finite = values.get("finite", "")
    is_said_by_whom = {"door", "by"} & {one.lower() for one in rest}
    return [{"text": _sentence(finite, rest)}] if finite and not is_said_by_whom else []


def _neutral(text: str, span: Span, values: Values, language: Language) -> list[Remedy]:
    del language
    word = values.get("neutral", "").removeprefix(":").strip()
    if not word or " " in word:
        return []
    is_capital = text[span[0]].isupper()
    put = word[:1].upper() + word[1:] if is_capital else word
    return [{"text": text[: span[0]] + put + text[span[1] :]}]


def _without(text: str, span: Span, values: Values, language: Language) -> list[Remedy]:
    """Leave the words out: "Helpt zo nodig collega's." becomes "Helpt collega's."."""
    del values, language
    rest = f"{text[: span[0]]} {text[span[1] :]}".split()
    return [{"text": _sentence("", rest)}] if len(rest) > 1 else []


def _contra(text: str, span: Span, values: Values, language: Language) -> list[Remedy]:
    del text, span, values, language
    return [{"contra": True}]


_MAKERS: Mapping[str, Callable[[str, Span, Values, Language], list[Remedy]]] = {
    "two-behaviours": _split,
    "more-than-one-sentence": _split,
    "inner-state-verb": _alternatives,
    "modal-or-future": _present,
    "passive-voice": _active,
    "gendered-wording": _neutral,
    "escape-clause": _without,
    "negated-behaviour": _contra,
}


def _is_torn(finite: str, words: list[str]) -> bool:
    """Tell whether the particle of a verb would come behind another behaviour."""
    return _GAP in finite and bool({"en", "and", "of", "or"} & {one.lower() for one in words})


def _is_form(word: str, finite: str, language: Language) -> bool:
    from competenties.wording.suggestions import third_person

    bare = word.strip(".,;:!?()").lower()
    return bool(bare) and third_person(bare, language).removesuffix(_GAP).strip() == finite


def _sentence(finite: str, rest: list[str]) -> str:
    """Put a verb before the rest; a particle of it behind: "Licht … toe"."""
    start, _, particle = finite.partition(_GAP)
    words = [one for one in [start.strip(), *rest] if one]
    text = " ".join(words).strip(" .")
    if particle.strip():
        text = f"{text} {particle.strip()}"
    return _ended(text[:1].upper() + text[1:])


def _ended(text: str) -> str:
    return text if text.endswith((".", _GAP, "!", "?")) else f"{text}."
