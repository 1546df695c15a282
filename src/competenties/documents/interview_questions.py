"""The questions of an interview on one competence: the framework's own, and drafts where it has none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from competenties.documents.levels import competence_name
from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.model.competence import PROBE_STEPS, Anchor, InterviewQuestion
from competenties.model.requested import RequestedCompetence

_LEAST, _MOST = 2, 3  # openers on a competence
_QUOTE_ENDS = (".", "!", "?", "…")

# A draft quotes the behaviour as it stands: turning a sentence about a third person into a
# question would need its grammar, and a wrong guess makes a question that nobody can ask.
_DRAFT = Phrase(
    nl="Noem een keer dat dit in je werk nodig was: “{behaviour}” Wat deed je toen?",
    en="Tell me about a time when this was needed in your work: “{behaviour}” What did you do?",
)
_DRAFTS_ON_NAME = (
    Phrase(
        nl="Noem een keer dat dit in je werk belangrijk was: “{name}”. Wat deed je toen?",
        en="Tell me about a time when this mattered in your work: “{name}”. What did you do?",
    ),
    Phrase(
        nl="Noem een keer dat dit in je werk niet lukte zoals je wilde: “{name}”. Wat deed je toen?",
        en="Tell me about a time when this did not work out as you wanted: “{name}”. What did you do?",
    ),
)
_DRAFT_SITUATION = Phrase(
    nl="Stel dat deze functie dit van je vraagt: “{behaviour}” Hoe pak je dat aan?",
    en="Suppose that this job asks this of you: “{behaviour}” How do you go about it?",
)
_DRAFT_SITUATIONS_ON_NAME = (
    Phrase(
        nl="Stel dat deze functie dit van je vraagt: “{name}”. Hoe pak je dat aan?",
        en="Suppose that this job asks this of you: “{name}”. How do you go about it?",
    ),
)
_PROBE = Phrase(nl="{step}: {text}", en="{step}: {text}")
_GENERAL = Phrase(nl="{text} (algemeen)", en="{text} (general)")

_PAST = {
    "situation": Phrase(
        nl="Wanneer was dat, en wie waren erbij?", en="When was that, and who was involved?"
    ),
    "task": Phrase(nl="Wat was jouw taak of rol?", en="What was your task or role?"),
    "action": Phrase(
        nl="Wat zei of deed je zelf, stap voor stap?",
        en="What did you yourself say or do, step by step?",
    ),
    "result": Phrase(
        nl="Wat kwam eruit, en hoe weet je dat?", en="What came of it, and how do you know?"
    ),
    "reflection": Phrase(nl="Wat zou je nu anders doen?", en="What would you do differently now?"),
    "counter-example": Phrase(
        nl="Noem ook een keer dat het anders liep. Wat gebeurde er toen?",
        en="Also tell me about a time when it went otherwise. What happened then?",
    ),
}
_SITUATION = {
    "action": Phrase(
        nl="Wat doe je als eerste, en wat daarna?", en="What do you do first, and what next?"
    ),
    "result": Phrase(nl="Waaraan zie je dat het is gelukt?", en="How can you tell that it worked?"),
    "reflection": Phrase(nl="Wat maakt dit lastig?", en="What makes this difficult?"),
}
"""Probes for any question, for steps where the framework has none."""

_ANCHOR = Phrase(nl="Niveau {levels}: {text}", en="Level {levels}: {text}")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the guide asks it: with probes, and how the level of an answer can be told.

    `key` tells its notes from those of other questions in a filled form.
    """

    key: str
    text: str
    probes: tuple[str, ...]
    anchors: tuple[str, ...] = ()
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked about one competence; `more` are questions that do not fit in the interview.

    `openers` ask for behaviour in the past; `situation` is for starters, and gives no evidence.
    """

    openers: tuple[Question, ...]
    situation: Question
    more: tuple[str, ...]


def questions(request: ProfileRequest, asked: RequestedCompetence) -> Questions:
    """Return what is asked about a competence, the same for every candidate."""
    own = asked.competence.questions
    past = [one for one in own if one.kind == "past"]
    situations = [one for one in own if one.kind == "situation"]
    openers = [_own(request, asked, one, _PAST) for one in past[:_MOST]]
    for text in _drafts(request, asked, _DRAFT, _DRAFTS_ON_NAME):
        if len(openers) < _LEAST:
            openers.append(_drafted(request, f"draft-{1 + len(openers)}", text, _PAST))
    if situations:
        situation = _own(request, asked, situations[0], _SITUATION)
    else:
        text = next(_drafts(request, asked, _DRAFT_SITUATION, _DRAFT_SITUATIONS_ON_NAME))
        situation = _drafted(request, "draft-situation", text, _SITUATION)
    rest = [*past[_MOST:], *situations[1:]]
    return Questions(
        tuple(openers), situation, tuple(request.of(asked.framework, one.text) for one in rest)
    )


def _own(
    request: ProfileRequest,
    asked: RequestedCompetence,
    one: InterviewQuestion,
    general: dict[str, Phrase],
) -> Question:
    """Return a question of the framework; steps without a probe get a general one, marked so."""
    found: list[str] = []
    for step, name in PROBE_STEPS.items():
        texts = [
            request.of(asked.framework, probe.text) for probe in one.probes if probe.step == step
        ]
        if not texts and step in general:
            texts = [request.say(_GENERAL, text=general[step])]
        found.extend(request.say(_PROBE, step=name, text=text) for text in texts)
    text = request.of(asked.framework, one.text)
    return Question(one.id, text, tuple(found), tuple(_anchors(request, asked, one.anchors)))


def _anchors(
    request: ProfileRequest, asked: RequestedCompetence, anchors: Sequence[Anchor]
) -> Iterator[str]:
    for one in sorted(anchors, key=lambda anchor: anchor.from_level):
        last = one.to_level if one.to_level is not None else one.from_level
        levels = f"{one.from_level}" if last == one.from_level else f"{one.from_level}–{last}"
        yield request.say(_ANCHOR, levels=levels, text=request.of(asked.framework, one.text))


def _drafts(
    request: ProfileRequest,
    asked: RequestedCompetence,
    on_behaviour: Phrase,
    on_name: Sequence[Phrase],
) -> Iterator[str]:
    """Yield drafts by rule: on each indicator that is asked, and then on the name."""
    for text in _behaviour(request, asked):
        quoted = text if text.endswith(_QUOTE_ENDS) else f"{text}."
        yield request.say(on_behaviour, behaviour=quoted)
    yield from (request.say(phrase, name=competence_name(request, asked)) for phrase in on_name)


def _behaviour(request: ProfileRequest, asked: RequestedCompetence) -> Iterator[str]:
    for level in asked.levels:
        yield from (request.of(asked.framework, one.text) for one in level.indicators)
    yield from (request.own(one.text) for one in asked.indicators)


def _drafted(request: ProfileRequest, key: str, text: str, general: dict[str, Phrase]) -> Question:
    probes = (
        request.say(_PROBE, step=PROBE_STEPS[step], text=said) for step, said in general.items()
    )
    return Question(key, text, tuple(probes), is_draft=True)
