"""What a form says about itself: how it is filled in, what the answers mean, how they count."""

from collections.abc import Iterator

from competenties.documents.request import GROUP_FORMS, FormKind, ProfileRequest
from competenties.documents.scale_words import arithmetic, missing_codes, points
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.office.blocks import Block, Bullets, Heading, Paragraph

_EXPLANATION = Phrase(nl="Uitleg", en="Explanation")
_HOW: dict[FormKind, Phrase] = {
    "self-reflection": Phrase(
        nl="Met dit formulier bereidt u uw gesprek voor. Kies bij elke regel een antwoord (op papier: "
        "omcirkel het) en schrijf er een voorbeeld bij. Schrijf op wat u deed, niet hoe u bent.",
        en="Use this form to prepare your conversation. Choose an answer at each line (on paper: draw "
        "a circle around it) and write an example beside it. Write what you did, not how you are.",
    ),
    "feedback": Phrase(
        nl="Met dit formulier geeft u feedback op gedrag dat u zelf in het werk hebt gezien. Kies bij "
        "elke regel een antwoord (op papier: omcirkel het) en schrijf er een voorbeeld bij. Beschrijf gedrag, niet de persoon. "
        "Ga ervan uit dat de ander uw antwoorden leest.",
        en="Use this form to give feedback on behaviour that you saw yourself at work. Choose an "
        "answer at each line (on paper: draw a circle around it) and write an example beside it. Describe behaviour, not the person. "
        "Assume that the other person will read your answers.",
    ),
    "conversation": Phrase(
        nl="Dit formulier is voor een gesprek over functioneren en ontwikkeling. Kies bij elke regel "
        "een antwoord (op papier: omcirkel het) en schrijf er een voorbeeld bij. Beschrijf gedrag, niet de persoon. Voor het "
        "geheel komt er geen cijfer uit.",
        en="This form is for a conversation about how the work goes and about development. Choose an "
        "answer at each line (on paper: draw a circle around it) and write an example beside it. Describe behaviour, not the person. "
        "It gives no mark for the whole.",
    ),
    "appraisal-report": Phrase(
        nl="In dit verslag legt de leidinggevende een beoordeling vast. Het oordeel staat in woorden; "
        "de antwoorden (op papier: omcirkel ze) en de voorbeelden laten zien waarop het rust. "
        "Beschrijf gedrag, niet de persoon.",
        en="In this report the manager records an appraisal. The judgement stands in words; the "
        "answers (on paper: draw a circle around them) and the examples show what it rests on. Describe behaviour, not the person.",
    ),
    "team": Phrase(
        nl="Met dit formulier kijkt het team naar zichzelf. Kies eerst ieder voor zich een antwoord en leg "
        "de antwoorden daarna naast elkaar. Kies dan samen (op papier: omcirkel het antwoord). Ziet "
        "iemand het anders? Dat is juist het bespreken waard. Schrijf bij elke competentie een voorbeeld op.",
        en="With this form the team looks at itself. First choose an answer each, then lay the answers "
        "beside each other. Then choose together (on paper: draw a circle around the answer). Does "
        "anybody see it differently? That is worth discussing. Write an example with each competence.",
    ),
    "organisation": Phrase(
        nl="Met dit formulier gaan management en medezeggenschap na of de organisatie haar eigen minimum "
        "haalt. Het gaat om wat in het werk te zien is, niet om wat in plannen staat. Kies bij elke regel "
        "een antwoord (op papier: omcirkel het) en schrijf bij elke competentie een voorbeeld op.",
        en="With this form management and works council find out whether the organisation reaches its own "
        "minimum. What counts is what can be seen at work, not what plans say. Choose an answer at each "
        "line (on paper: draw a circle around it) and write an example with each competence.",
    ),
}
_ANSWERS = Phrase(nl="De antwoorden: {points}.", en="The answers: {points}.")
_LEVEL_ANSWERS = Phrase(
    nl="Kies bij elke regel het niveau dat u hebt gezien.",
    en="Choose at each line the level that you have seen.",
)
_NO_HEALTH = Phrase(
    nl="Vul geen gegevens in over gezondheid, geloof, afkomst of andere bijzondere persoonsgegevens.",
    en="Fill in nothing about health, belief, origin or other special personal data.",
)
_NO_NAMES = Phrase(
    nl="Schrijf geen namen van mensen op, ook niet in een voorbeeld.",
    en="Write down no names of people, not in an example either.",
)
_PRIVACY = Phrase(nl="Privacy", en="Privacy")
_CONFIDENTIAL = Phrase(
    nl="Een ingevuld formulier is vertrouwelijk.", en="A form that is filled in is confidential."
)
_RIGHTS = Phrase(
    nl="Degene over wie het gaat, mag het inzien en om verbetering vragen.",
    en="Whoever it is about may see it and ask for corrections.",
)


def explanation(request: ProfileRequest) -> Iterator[Block]:
    """Yield how the form is filled in, what the answers mean and how they count."""
    say = request.say
    yield Heading(say(_EXPLANATION))
    yield Paragraph(say(_HOW[request.form]))
    if request.asked:
        yield from _answers_explained(request, request.asked[0].framework)
    last = _NO_NAMES if request.form in GROUP_FORMS else _NO_HEALTH
    yield Bullets((missing_codes(request), arithmetic(request), say(last)))


def privacy(request: ProfileRequest) -> Iterator[Block]:
    """Yield what the organisation says about personal data, and what always holds."""
    said = [request.own(text) for text in request.settings.privacy.stated]
    always = [request.say(phrase) for phrase in (_CONFIDENTIAL, _RIGHTS)]
    yield Paragraph(" ".join([f"{request.say(_PRIVACY)}:", *said, *always]), "note")


def _answers_explained(request: ProfileRequest, framework: Framework) -> Iterator[Block]:
    """Yield the question of the scale and its answers; with what they mean, where that is said."""
    say, scale = request.say, request.scale
    question, said = request.of(framework, scale.question), points(request, scale, framework)
    if scale.kind == "level":
        yield Paragraph(f"{question} {say(_LEVEL_ANSWERS)}".lstrip())
    elif any(point.definition for point in scale.points):
        if question:
            yield Paragraph(question)
        meanings = [request.of(framework, point.definition) for point in scale.points]
        pairs = zip(said, meanings, strict=True)
        yield Bullets(
            tuple(f"{point}: {meaning}" if meaning else point for point, meaning in pairs)
        )
    else:
        unbroken = "; ".join(point.replace(" ", "\N{NO-BREAK SPACE}") for point in said)
        yield Paragraph(f"{question} {say(_ANSWERS, points=unbroken)}".lstrip())
