"""The sheet with explanation in a workbook: how to fill in the form well, step by step."""

from collections.abc import Iterator

from competenties.documents.form_explanation import privacy
from competenties.documents.form_group import group_privacy
from competenties.documents.request import GROUP_FORMS, FormKind, ProfileRequest
from competenties.documents.scale_words import anchors, arithmetic, missing_codes, points
from competenties.messages import Phrase
from competenties.office.blocks import Block, Bullets, Heading, Paragraph, Sheet

_NAME = Phrase(nl="Uitleg", en="Explanation")
_TITLE = Phrase(nl="Uitleg bij {kind}", en="Explanation of the {kind}")
_STEPS = Phrase(nl="Zo vult u het in", en="How to fill it in")
_STEP: tuple[Phrase, ...] = (
    Phrase(
        nl="U kunt alleen schrijven in de gele vakken; de rest staat vast, zodat iedereen dezelfde tekst leest.",
        en="You can only write in the yellow cells; the rest is fixed, so that everybody reads the same text.",
    ),
    Phrase(
        nl="Ga op een antwoord staan en druk op Alt en pijl omlaag, of klik op het pijltje. Met Tab gaat u "
        "naar het volgende vak.",
        en="Go to an answer and press Alt and arrow down, or click on the small arrow. Tab takes you to the "
        "next cell.",
    ),
    Phrase(
        nl="Lees eerst de hele zin. Kies dan pas een antwoord; kijk naar de hele periode, niet alleen naar de "
        "laatste weken.",
        en="Read the whole sentence first. Only then choose an answer; look at the whole period, not only at "
        "the last weeks.",
    ),
    Phrase(
        nl="Schrijf bij elk antwoord dat u wilt bespreken een voorbeeld: de situatie, de taak, wat de ander "
        "deed, en het resultaat.",
        en="Write an example with each answer that you want to discuss: the situation, the task, what the "
        "other did, and the result.",
    ),
    Phrase(
        nl="Sla op als gewone Excel-werkmap (.xlsx) en stuur het bestand terug onder dezelfde naam.",
        en="Save as an ordinary Excel workbook (.xlsx) and return the file under the same name.",
    ),
)
_OWN_STEP = Phrase(
    nl="Schrijf bij elk antwoord dat u wilt bespreken een voorbeeld: de situatie, uw taak, wat u deed, en "
    "het resultaat.",
    en="Write an example with each answer that you want to discuss: the situation, your task, what you "
    "did, and the result.",
)
_GROUP_STEP = Phrase(
    nl="Schrijf bij elke competentie een voorbeeld op: wat u zag, en wat het gevolg was. Schrijf geen namen op.",
    en="Write an example with each competence: what you saw, and what came of it. Write down no names.",
)
_EXAMPLE_STEP = 3
_MEANING = Phrase(nl="Wat de antwoorden betekenen", en="What the answers mean")
_COUNTING = Phrase(nl="Hoe er wordt gerekend", en="How it is counted")
_FAIR = Phrase(nl="Eerlijk kijken", en="Looking fairly")
_TRAPS: tuple[Phrase, ...] = (
    Phrase(
        nl="Eén opvallend moment kleurt snel alles. Bedenk bij elke zin opnieuw wat u zag.",
        en="One striking moment easily colours everything. Think again at each sentence of what you saw.",
    ),
    Phrase(
        nl="Wie op u lijkt, krijgt ongemerkt meer. Zou u hetzelfde kiezen bij iemand anders?",
        en="People like yourself get more without your noticing. Would you choose the same for somebody else?",
    ),
    Phrase(
        nl="Alles in het midden helpt niemand verder. Zag u het niet, kies dan 'niet waargenomen'.",
        en="All in the middle helps nobody. If you did not see it, choose 'not observed'.",
    ),
)
_GROUP_TRAPS: tuple[Phrase, ...] = (
    _TRAPS[0],
    Phrase(
        nl="Wie als eerste iets zegt, bepaalt snel het antwoord van iedereen. Kies daarom eerst ieder voor zich.",
        en="Whoever speaks first soon decides everybody's answer. So first choose each for yourselves.",
    ),
    Phrase(
        nl="Kijk naar wat te zien is, niet naar wat de bedoeling is. Bij een antwoord hoort een voorbeeld.",
        en="Look at what can be seen, not at what is intended. An answer needs an example.",
    ),
    _TRAPS[-1],
)
_WHOSE: dict[FormKind, Phrase] = {
    "self-reflection": Phrase(nl="de zelfreflectie", en="self-reflection"),
    "feedback": Phrase(nl="het feedbackformulier", en="feedback form"),
    "conversation": Phrase(nl="het gespreksformulier", en="conversation form"),
    "appraisal-report": Phrase(nl="het beoordelingsverslag", en="appraisal report"),
    "team": Phrase(nl="het teamformulier", en="team form"),
    "organisation": Phrase(nl="het organisatieformulier", en="organisation form"),
}


def guide_sheet(request: ProfileRequest) -> Sheet:
    """Return the sheet that explains the form."""
    title = request.say(_TITLE, kind=_WHOSE[request.form])
    return Sheet(request.say(_NAME), title, tuple(_blocks(request)))


def _blocks(request: ProfileRequest) -> Iterator[Block]:
    say = request.say
    is_group = request.form in GROUP_FORMS
    yield Heading(say(_STEPS))
    yield Bullets(tuple(say(step) for step in _steps(request.form)))
    yield Heading(say(_MEANING))
    yield from _meanings(request)
    yield Paragraph(missing_codes(request))
    yield Heading(say(_COUNTING))
    yield Paragraph(arithmetic(request))
    if request.form != "self-reflection":
        yield Heading(say(_FAIR))
        traps = _GROUP_TRAPS if is_group else _TRAPS
        shown = traps if request.scale.not_observed else traps[:-1]
        yield Bullets(tuple(say(trap) for trap in shown))
    yield from (group_privacy if is_group else privacy)(request)


def _steps(form: FormKind) -> list[Phrase]:
    steps = list(_STEP)
    if form == "self-reflection":
        steps[_EXAMPLE_STEP] = _OWN_STEP
    if form in GROUP_FORMS:
        steps[_EXAMPLE_STEP] = _GROUP_STEP
    return steps


def _meanings(request: ProfileRequest) -> Iterator[Block]:
    """Yield the answers with a number; of a level scale those of every competence."""
    if request.scale.kind != "level" and request.asked:
        framework = request.asked[0].framework
        texts = (request.of(framework, point.definition) for point in request.scale.points)
        said = zip(points(request, request.scale, framework), texts, strict=True)
        yield Bullets(tuple(f"{point}: {text}" if text else point for point, text in said))
    for asked in request.asked:
        if meanings := anchors(request, asked):
            yield Paragraph(request.of(asked.framework, asked.competence.name), "level")
            yield Bullets(tuple(meanings))
