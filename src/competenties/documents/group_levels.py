"""What a team or an organisation rates itself against: its own levels, not those of a job.

A team has its target level of a competence, else the minimum level of the organisation or the
sector; an organisation has the minimum level of every core competence. The result is a request of
the usual form, so that form, fingerprint, result and what a workbook carries follow from it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from competenties.documents.form_names import framework_names, frameworks_of
from competenties.documents.request import GROUP_FORMS, FormKind, ProfileRequest
from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.model.competence import Competence, TargetLevel
from competenties.model.fingerprint import form_scale
from competenties.model.framework import Framework
from competenties.model.profile import Requirement
from competenties.model.scale import FREQUENCY_SCALE, RatingScale
from competenties.model.text import Text

_TARGET = Phrase(nl="Streefniveau van het team", en="Target level of the team")
_MINIMUM = {
    "organisation": Phrase(
        nl="Minimumniveau van de organisatie", en="Minimum level of the organisation"
    ),
    "sector": Phrase(nl="Minimumniveau van de sector", en="Minimum level of the sector"),
}
_EXCEPTION = Phrase(
    nl="Uitzondering: {whom}, niveau {level}.", en="Exception: {whom}, level {level}."
)
_QUESTIONS: dict[FormKind, Phrase] = {
    "team": Phrase(
        nl="Hoe vaak zien wij dit gedrag in ons team als de situatie zich voordoet?",
        en="How often do we see this behaviour in our team when the situation arises?",
    ),
    "organisation": Phrase(
        nl="Hoe vaak zien wij dit gedrag in onze organisatie als de situatie zich voordoet?",
        en="How often do we see this behaviour in our organisation when the situation arises?",
    ),
}
_NOTHING: dict[FormKind, Phrase] = {
    "team": Phrase(
        nl="Een teamformulier kan nog niet: in {frameworks} heeft geen competentie van dit profiel een "
        "streefniveau of een minimumniveau. Geef een competentie een streefniveau (target_levels: "
        "niveau en team) of een minimumniveau (minimum_level: niveau en reden).",
        en="A team form cannot be made yet: in {frameworks} no competence of this profile has a target "
        "level or a minimum level. Give a competence a target level (target_levels: level and team) "
        "or a minimum level (minimum_level: level and reason).",
    ),
    "organisation": Phrase(
        nl="Een organisatieformulier kan nog niet: in {frameworks} heeft geen kerncompetentie een "
        "minimumniveau. Geef een kerncompetentie (type: core) een minimumniveau (minimum_level: niveau "
        "en reden).",
        en="An organisation form cannot be made yet: in {frameworks} no core competence has a minimum "
        "level. Give a core competence (type: core) a minimum level (minimum_level: level and reason).",
    ),
}
_NO_COMPETENCE = Phrase(
    nl="Dit formulier kan nog niet: het functieprofiel gebruikt geen competentie uit een competentiemodel dat "
    "hier staat. Zet in het functieprofiel bij frameworks het model, en bij requirements de competenties.",
    en="This form cannot be made yet: the job profile uses no competence of a framework that is here. Put the "
    "framework into the job profile at frameworks, and the competences at requirements.",
)
_WHICH_TEAM = Phrase(
    nl="Er zijn streefniveaus van meer dan één team: {teams}. Zeg met --team voor welk team dit formulier is.",
    en="There are target levels of more than one team: {teams}. Say with --team which team this form is for.",
)


@dataclass(frozen=True, slots=True)
class _Aim:
    """A level that a group rates itself against: what kind of level it is, and why it holds."""

    level: int
    words: Phrase
    reason: Text | None
    exceptions: tuple[tuple[Text, int], ...] = ()


_Found = tuple[Framework, Competence]


def of_group(request: ProfileRequest) -> ProfileRequest:
    """Return the request of a form on which a group rates itself; another one as it is.

    Raises RefusedError where there is no level to rate against, or nobody said for which team.
    """
    if request.form not in GROUP_FORMS:
        return request
    known = replace(request, team=_team(request)) if request.form == "team" else request
    found = [(framework, one, _aim(known, one)) for framework, one in _competences(known)]
    asked = [_requirement(known, framework, one, aim) for framework, one, aim in found if aim]
    if not found:
        raise RefusedError(_NO_COMPETENCE)
    if not asked:
        raise RefusedError(_NOTHING[request.form], frameworks=framework_names(request))
    left_out = tuple(request.of(framework, one.name) for framework, one, aim in found if not aim)
    return replace(_asking(known, asked), left_out=left_out)


def _aim(request: ProfileRequest, competence: Competence) -> _Aim | None:
    """Return what a group rates itself against at a competence: its target, else the minimum."""
    target = _target(request, competence) if request.form == "team" else None
    if target:
        return _Aim(target.level, _TARGET, target.reason)
    minimum = competence.minimum_level
    if minimum is None:
        return None
    exceptions = tuple((one.applies_to, one.level) for one in minimum.exceptions)
    return _Aim(minimum.level, _MINIMUM[minimum.asked_by], minimum.reason, exceptions)


def _competences(request: ProfileRequest) -> Iterator[_Found]:
    """Yield the competences that belong on the form of a group, retired ones left out."""
    chosen: Callable[[ProfileRequest], Iterator[_Found]]
    chosen = _of_team if request.form == "team" else _core
    return ((one, competence) for one, competence in chosen(request) if _is_used(competence))


def _of_team(request: ProfileRequest) -> Iterator[_Found]:
    """Yield what the profile asks, then what else this team has a target level for."""
    asked = [(one.framework, one.competence) for one in request.asked]
    yield from asked
    known = {(framework.id, competence.id) for framework, competence in asked}
    for framework in frameworks_of(request):
        for one in framework.competences:
            if (framework.id, one.id) not in known and _target(request, one):
                yield framework, one


def _core(request: ProfileRequest) -> Iterator[_Found]:
    for framework in frameworks_of(request):
        yield from ((framework, one) for one in framework.competences if one.type == "core")


def _is_used(competence: Competence) -> bool:
    return competence.status != "retired"


def _target(request: ProfileRequest, competence: Competence) -> TargetLevel | None:
    """Return the target level of the team: the first one that names it."""
    team = _folded(request.team)
    return next((one for one in competence.target_levels if team in _names(one.team)), None)


def _team(request: ProfileRequest) -> str:
    """Return which team the form is for: as chosen, else the unit of the job or the only team."""
    if request.team:
        return request.team
    place = request.profile.place
    unit = place.unit if place else None
    teams = _teams(request)
    own = [name for name, team in teams.items() if unit and _names(team) & _names(unit)]
    if not own and len(teams) > 1:
        raise RefusedError(_WHICH_TEAM, teams=", ".join(teams))
    return next(iter(own or teams), request.own(unit))


def _teams(request: ProfileRequest) -> dict[str, Text]:
    """Return every team that has a target level, by its name in the language of the form."""
    return {
        request.of(framework, target.team): target.team
        for framework in frameworks_of(request)
        for competence in framework.competences
        for target in competence.target_levels
        if _is_used(competence)
    }


def _names(text: Text) -> set[str]:
    names = [text] if isinstance(text, str) else text.values()
    return {_folded(name) for name in names}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _requirement(
    request: ProfileRequest, framework: Framework, competence: Competence, aim: _Aim
) -> Requirement:
    said = [request.of(framework, aim.reason)] if aim.reason else []
    for whom, level in aim.exceptions:
        said.append(request.say(_EXCEPTION, whom=request.of(framework, whom), level=level))
    return Requirement(
        competence=competence.id,
        framework=framework.id,
        level=aim.level,
        words=aim.words._asdict(),
        rationale="\n".join(said) or None,
    )


def _asking(request: ProfileRequest, requirements: Iterable[Requirement]) -> ProfileRequest:
    """Return a request that asks these levels, on a frequency scale that asks about the group."""
    scale = _scale(request)
    profile = request.profile.model_copy(
        update={"requirements": tuple(requirements), "rating_scale": scale.id}
    )
    frameworks = {
        name: framework.model_copy(update={"rating_scales": (scale,)})
        for name, framework in request.frameworks.items()
    }
    return replace(request, profile=profile, frameworks=frameworks)


def _scale(request: ProfileRequest) -> RatingScale:
    """Return the frequency scale of the form: the usual one where that is one, else another."""
    known = [one for framework in frameworks_of(request) for one in framework.rating_scales]
    usual = form_scale(request.profile, request.frameworks)
    frequencies = (one for one in (usual, *known) if one.kind == "frequency")
    changes = {"question": _QUESTIONS[request.form]._asdict(), "not_observed": True}
    return next(frequencies, FREQUENCY_SCALE).model_copy(update=changes)
