"""The score of a competence after an interview: a level with evidence, or no evidence and no score."""

from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.model.requested import RequestedCompetence, level_names
from competenties.office.blocks import Choice, Paragraph, Stack
from competenties.ratings.options import numbered

_NO_EVIDENCE = Phrase(nl="geen bewijs", en="no evidence")
_NOT_ASKED = Phrase(nl="niet gevraagd", en="not asked")
_WITHOUT_LEVELS = (
    Phrase(nl="gedrag niet te zien", en="behaviour not visible"),
    Phrase(nl="gedrag deels te zien", en="behaviour partly visible"),
    Phrase(nl="gedrag te zien", en="behaviour visible"),
)
_PROMPT = Phrase(
    nl="Alleen een niveau kiezen als er een voorbeeld bij staat.",
    en="Choose a level only if there is an example with it.",
)
_NO_LEVELS = Phrase(
    nl="Het model heeft hier geen niveaus. Kies wat in het voorbeeld te zien is.",
    en="The framework has no levels here. Choose what the example shows.",
)


def score(request: ProfileRequest, asked: RequestedCompetence, key: str) -> Choice:
    """Return the choice of a score; its first answer is that there is no evidence, which is no zero."""
    say = request.say
    missing = (say(_NO_EVIDENCE), say(_NOT_ASKED))
    names = _names(request, asked)
    levels = tuple(numbered(number, name) for number, name in names.items())
    given = levels or tuple(say(one) for one in _WITHOUT_LEVELS)
    numbers = tuple(names) or tuple(range(1, 1 + len(_WITHOUT_LEVELS)))
    short = "   ".join(map(str, names)) if names else "\n".join(given)
    unbroken = "   ".join(one.replace(" ", "\N{NO-BREAK SPACE}") for one in missing)
    return Choice(
        (*missing, *given),
        say(_PROMPT),
        f"{unbroken}\n{short}",
        key,
        (*(None for _ in missing), *numbers),
    )


def level_anchors(request: ProfileRequest, asked: RequestedCompetence, *, whole: bool) -> Stack:
    """Return what the levels of a competence are called, and with `whole` what they mean."""
    names = _names(request, asked)
    if not names:
        return Stack((Paragraph(request.say(_NO_LEVELS), "note"),))
    texts = {one.level: request.of(asked.framework, one.text) for one in asked.competence.levels}
    lines = []
    for number, name in names.items():
        text = texts.get(number) if whole else ""
        lines.append(f"{numbered(number, name)}: {text}" if text else numbered(number, name))
    return Stack(tuple(Paragraph(line, "note") for line in lines))


def _names(request: ProfileRequest, asked: RequestedCompetence) -> dict[int, str]:
    """Return the levels of a competence with their names, from low to high."""
    found = level_names(asked.framework, asked.competence)
    return {number: request.of(asked.framework, found[number]) for number in sorted(found)}


def competence_key(asked: RequestedCompetence, part: str) -> str:
    """Return how a place on one competence is called in every form."""
    return f"{part}/{asked.competence.id}"
