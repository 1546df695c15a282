"""Arithmetic of a rating scale that can never come out."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.framework import Framework

RULE = Rule(
    name="scale-arithmetic",
    category="level",
    severity="error",
    title=Phrase(nl="Rekenwijze kan niet uitkomen", en="Arithmetic cannot come out"),
    message=Phrase(nl="{what}", en="{what}"),
    advice=Phrase(
        nl='Zet "deels vanaf" onder "zichtbaar vanaf", allebei tussen de laagste en de hoogste waarde.',
        en='Put "partly from" below "visible from", both between the lowest and the highest value.',
    ),
    why=Phrase(
        nl="Het formulier drukt de rekenwijze af. Een grens die niemand kan halen, of die iedereen haalt, "
        "maakt de uitkomst zinloos.",
        en="The form prints the arithmetic. A limit that nobody or everybody reaches makes the result "
        "meaningless.",
    ),
)

_OUTSIDE = Phrase(
    nl="de grens {limit} ligt buiten de schaal ({low} tot en met {high}).",
    en="the limit {limit} lies outside the scale ({low} to {high}).",
)
_ORDER = Phrase(
    nl='"deels vanaf" ligt niet onder "zichtbaar vanaf".',
    en='"partly from" does not lie below "visible from".',
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield rating scales whose limits lie outside their points, or the wrong way round."""
    del scope
    for scale in framework.rating_scales:
        arithmetic = scale.arithmetic
        values = [point.value for point in scale.points]
        for field in ("visible_from", "partly_from"):
            limit = getattr(arithmetic, field)
            if limit is not None and values and not min(values) <= limit <= max(values):
                what = _OUTSIDE.filled(limit=limit, low=min(values), high=max(values))
                path = ("arithmetic", field)
                yield finding(RULE, scale.id, *path, title=scale.name, what=what)
        visible, partly = arithmetic.visible_from, arithmetic.partly_from
        if visible is not None and partly is not None and partly >= visible:
            path = ("arithmetic", "partly_from")
            yield finding(RULE, scale.id, *path, title=scale.name, what=_ORDER)
