"""By which fields of a table its language is told."""

IN_A_LANGUAGE = frozenset(
    (
        "cluster",
        "competence",
        "competence.definition",
        "levels",
        "level.text",
        "indicator",
        "profile",
    )
)
