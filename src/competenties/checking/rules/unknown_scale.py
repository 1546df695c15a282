"""A reference to a scale that is not there."""

from collections.abc import Mapping

from competenties.checking.nearest import did_you_mean
from competenties.checking.scope import Findings, Scope
from competenties.findings import Finding, Rule, finding
from competenties.messages import Phrase, Spoken
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.model.text import Text

RULE = Rule(
    name="unknown-scale",
    category="reference",
    severity="error",
    title=Phrase(nl="Onbekende schaal", en="Unknown scale"),
    message=Phrase(
        nl='de {kind} "{found}" bestaat niet in het model.',
        en='the {kind} "{found}" does not exist in the framework.',
    ),
    advice=Phrase(
        nl="{nearest}Kies een bestaande {kind} of voeg deze toe.",
        en="{nearest}Choose an existing {kind} or add this one.",
    ),
    why=Phrase(
        nl="Zonder schaal weet niemand wat een niveau of een score betekent.",
        en="Without the scale nobody knows what a level or a score means.",
    ),
)


_PROFICIENCY = Phrase(nl="niveau-indeling", en="proficiency scale")
_RATING = Phrase(nl="scoreschaal", en="rating scale")


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield competences that name a proficiency or rating scale that is not there."""
    levels = {scale.id: [scale.name] for scale in framework.proficiency_scales}
    ratings = {scale.id: [scale.name] for scale in framework.rating_scales}
    for competence in framework.competences:
        found = competence.scale
        if found and found not in levels and not scope.is_left_out(framework.id, found):
            yield _unknown(_PROFICIENCY, competence.id, ("scale",), competence.name, found, levels)
        for position, anchor in enumerate(competence.rating_anchors):
            if anchor.scale not in ratings and not scope.is_left_out(framework.id, anchor.scale):
                path = ("rating_anchors", position, "scale")
                yield _unknown(_RATING, competence.id, path, competence.name, anchor.scale, ratings)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield the rating scale of the profile when none of its frameworks has it."""
    if profile.rating_scale is None:
        return
    used = [one.id for one in profile.frameworks]
    if any(one in scope.unread or one not in scope.frameworks for one in used):
        return
    scales = [scale for one in used for scale in scope.frameworks[one].rating_scales]
    known: dict[str, list[Text]] = {scale.id: [scale.name] for scale in scales}
    left_out = any(scope.is_left_out(one, profile.rating_scale) for one in used)
    if profile.rating_scale not in known and not left_out:
        yield _unknown(
            _RATING, profile.id, ("rating_scale",), profile.name, profile.rating_scale, known
        )


def _unknown(
    kind: Phrase,
    item: str,
    path: tuple[str | int, ...],
    title: Spoken,
    found: str,
    known: Mapping[str, list[Text]],
) -> Finding:
    nearest = did_you_mean(found, known)
    return finding(RULE, item, *path, title=title, kind=kind, found=found, nearest=nearest)
