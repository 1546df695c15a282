"""A rating scale whose points a rater cannot use."""

from dataclasses import replace

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.scale import RatingScale

RULE = Rule(
    name="scale-points",
    category="level",
    severity="error",
    title=Phrase(nl="Scoreschaal klopt niet", en="Rating scale cannot be used"),
    message=Phrase(nl="{what}", en="{what}"),
    advice=Phrase(
        nl="Zorg voor vier tot zeven punten van laag naar hoog, elk met een eigen waarde; vijf is de standaard.",
        en="Make sure there are four to seven points from low to high, each with a value of its own; five is the default.",
    ),
    why=Phrase(
        nl="Onderzoek vindt weinig winst boven zeven punten en verlies onder vier "
        "(Preston en Colman 2000; Lozano e.a. 2008). Gelijke waarden kan een rekenwijze niet uit elkaar houden.",
        en="Research finds little gain above seven points and loss below four "
        "(Preston and Colman 2000; Lozano et al. 2008). Arithmetic cannot tell equal values apart.",
    ),
)

LEVEL_SCALE = replace(
    RULE,
    advice=Phrase(
        nl="Haal de punten weg, of kies een andere soort scoreschaal.",
        en="Remove the points, or choose another kind of rating scale.",
    ),
)

FEWEST, MOST = 4, 7

_NO_POINTS = Phrase(nl="de scoreschaal heeft geen punten.", en="the rating scale has no points.")
_OWN_LEVELS = Phrase(
    nl="een niveauschaal gebruikt de niveaus van de competentie en heeft geen eigen punten.",
    en="a level scale uses the levels of the competence and has no points of its own.",
)
_ORDER = Phrase(
    nl="de punten staan niet van laag naar hoog.", en="the points are not from low to high."
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield rating scales with points that are missing, double, out of order, too few or many."""
    del scope
    for scale in framework.rating_scales:
        if scale.kind == "level":
            if scale.points:
                yield finding(LEVEL_SCALE, scale.id, "points", title=scale.name, what=_OWN_LEVELS)
        elif not scale.points:
            yield finding(RULE, scale.id, "points", title=scale.name, what=_NO_POINTS)
        else:
            yield from _in_points(scale)


def _in_points(scale: RatingScale) -> Findings:
    values = [point.value for point in scale.points]
    for position, value in enumerate(values):
        if value in values[:position]:
            what = Phrase(
                nl=f"de waarde {value} staat er twee keer.", en=f"the value {value} is there twice."
            )
            path = ("points", position, "value")
            yield finding(RULE, scale.id, *path, title=scale.name, what=what)
    if len(set(values)) == len(values) and values != sorted(values):
        yield finding(RULE, scale.id, "points", severity="warning", title=scale.name, what=_ORDER)
    count = len(values)
    if not FEWEST <= count <= MOST and scale.kind != "development":
        what = Phrase(nl=f"de schaal heeft {count} punten.", en=f"the scale has {count} points.")
        yield finding(RULE, scale.id, "points", severity="warning", title=scale.name, what=what)
